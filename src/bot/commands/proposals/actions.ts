import type { Translator } from '../../../i18n/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import type { Choice } from '../../../proposals/domain/index.ts'
import { type ActionFormat, defineActions, matching, oneOf } from '../../action-id.ts'

/** The letter that begins the payloads of this command's actions. */
export const PROPOSALS_CODE = 'v'

export const LISTS = ['open', 'mine', 'review', 'recent'] as const
export type ListName = (typeof LISTS)[number]

export type ProposalsAction =
  | { readonly type: 'list'; readonly which: ListName; readonly page: number }
  | IdAction
  | ReasonAction
  | { readonly type: 'nominate'; readonly id: string; readonly on: boolean }
  /** Turns the person's reminders of votes that close on or off. */
  | { readonly type: 'voteReminders'; readonly on: boolean }
  | { readonly type: 'vote'; readonly id: string; readonly round: number; readonly choice: Choice | null }

interface IdAction {
  /** `reopen` shows a proposal in place of the line that says what the person did with it. */
  readonly type: 'show' | 'reopen' | 'askWithdraw' | 'withdraw' | 'approve' | 'abstain' | 'edit'
  readonly id: string
}

/** An action whose reason is asked for in a form. */
export interface ReasonAction {
  readonly type: 'object' | 'askChanges' | 'appeal' | 'waive'
  readonly id: string
}

type ActionsByName = { readonly [A in ProposalsAction as A['type']]: A }

/** An argument that says whether something is turned on. */
const flagOf = (on: boolean): string => (on ? '1' : '0')
const flagFrom = (text: string | undefined): boolean => oneOf(['0', '1'], text) === '1'

const idFrom = (text: string | undefined): string => matching(/^[\w-]{6,16}$/u, text)

const idAction = (key: string, name: IdAction['type']): ActionFormat<IdAction> => [
  key,
  ({ id }) => [id],
  ([id]) => ({ type: name, id: idFrom(id) }),
]

const reasonAction = (key: string, name: ReasonAction['type']): ActionFormat<ReasonAction> => [
  key,
  ({ id }) => [id],
  ([id]) => ({ type: name, id: idFrom(id) }),
]

export const {
  encode: proposalPayload,
  decode: proposalsAction,
  button: proposalButton,
} = defineActions<ActionsByName>(PROPOSALS_CODE, (action) => action.type, {
  list: [
    'l',
    ({ which, page }) => [which, String(page)],
    ([which, page = '']) => ({
      type: 'list',
      which: oneOf(LISTS, which),
      page: /^[1-9]\d{0,4}$/u.test(page) ? Number(page) : 1,
    }),
  ],
  show: idAction('s', 'show'),
  reopen: idAction('r', 'reopen'),
  askWithdraw: idAction('w', 'askWithdraw'),
  withdraw: idAction('W', 'withdraw'),
  approve: idAction('a', 'approve'),
  abstain: idAction('b', 'abstain'),
  object: reasonAction('o', 'object'),
  askChanges: reasonAction('c', 'askChanges'),
  edit: idAction('e', 'edit'),
  appeal: reasonAction('p', 'appeal'),
  waive: reasonAction('x', 'waive'),
  nominate: [
    'n',
    ({ id, on }) => [id, flagOf(on)],
    ([id, on]) => ({ type: 'nominate', id: idFrom(id), on: flagFrom(on) }),
  ],
  voteReminders: ['m', ({ on }) => [flagOf(on)], ([on]) => ({ type: 'voteReminders', on: flagFrom(on) })],
  vote: [
    'v',
    ({ id, round, choice }) => [id, String(round), choice ?? 'none'],
    ([id, round, choice]) => {
      const word = oneOf(['for', 'against', 'none'], choice)
      return {
        type: 'vote',
        id: idFrom(id),
        round: Number(matching(/^[1-9]\d{0,3}$/u, round)),
        choice: word === 'none' ? null : word,
      }
    },
  ],
})

/** The button that turns a person's reminders of votes on or off. */
export function voteReminderButton(on: boolean, t: Translator): ActionButton {
  return proposalButton(t(on ? 'proposals.reminders.turnOn' : 'proposals.reminders.turnOff'), {
    type: 'voteReminders',
    on,
  })
}

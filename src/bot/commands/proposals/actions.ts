import type { ActionButton } from '../../../message/index.ts'
import type { Choice } from '../../../proposals/domain/index.ts'
import { encodeAction } from '../../action-id.ts'
import { UserError } from '../../errors.ts'

/** The letter that begins the payloads of this command's actions. */
export const PROPOSALS_CODE = 'v'

export const LISTS = ['open', 'mine', 'review', 'recent'] as const
export type ListName = (typeof LISTS)[number]

export type ProposalsAction =
  | { readonly type: 'list'; readonly which: ListName; readonly page: number }
  | { readonly type: 'show' | 'askWithdraw' | 'withdraw' | 'approve' | 'abstain'; readonly id: string }
  | ReasonAction
  | { readonly type: 'edit'; readonly id: string }
  | { readonly type: 'nominate'; readonly id: string; readonly on: boolean }
  | { readonly type: 'vote'; readonly id: string; readonly round: number; readonly choice: Choice | null }

/** An action that needs a reason and opens a form for it. */
export interface ReasonAction {
  readonly type: 'object' | 'askChanges' | 'appeal' | 'waive'
  readonly id: string
}

const WORDS = [
  ['show', 's'],
  ['askWithdraw', 'w'],
  ['withdraw', 'W'],
  ['approve', 'a'],
  ['abstain', 'b'],
  ['object', 'o'],
  ['askChanges', 'c'],
  ['edit', 'e'],
  ['appeal', 'p'],
  ['waive', 'x'],
] as const

export function proposalPayload(action: ProposalsAction): string {
  return encodeAction({ code: PROPOSALS_CODE, args: argumentsOf(action) })
}

function argumentsOf(action: ProposalsAction): readonly string[] {
  switch (action.type) {
    case 'list':
      return ['l', action.which, String(action.page)]
    case 'nominate':
      return ['n', action.id, action.on ? '1' : '0']
    case 'vote':
      return ['v', action.id, String(action.round), action.choice ?? 'none']
    default:
      return [WORDS.find(([word]) => word === action.type)?.[1] ?? '', action.id]
  }
}

/** Parses the arguments of a payload. Throws a UserError if they are not this command's. */
export function proposalsAction([letter = '', id = '', third = '', fourth = '']: readonly string[]): ProposalsAction {
  if (letter === 'l') {
    const which = LISTS.find((name) => name === id)
    const page = /^[1-9]\d{0,4}$/u.test(third) ? Number(third) : 1
    if (which) return { type: 'list', which, page }
  }
  if (!/^[\w-]{6,16}$/u.test(id)) throw new UserError('error.action.unreadable')
  if (letter === 'n' && (third === '1' || third === '0')) return { type: 'nominate', id, on: third === '1' }
  if (letter === 'v' && /^[1-9]\d{0,3}$/u.test(third)) {
    const round = Number(third)
    if (fourth === 'for' || fourth === 'against') return { type: 'vote', id, round, choice: fourth }
    if (fourth === 'none') return { type: 'vote', id, round, choice: null }
  }
  const verb = WORDS.find(([, own]) => own === letter)?.[0]
  if (!verb) throw new UserError('error.action.unreadable')
  return { type: verb, id }
}

/** A button that does something with proposals. */
export function proposalButton(label: string, action: ProposalsAction, style?: ActionButton['style']): ActionButton {
  const payload = proposalPayload(action)
  return style ? { label, payload, style } : { label, payload }
}

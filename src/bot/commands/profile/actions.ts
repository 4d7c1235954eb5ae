import { type ActionFormat, defineActions, matching } from '../../action-id.ts'

/** First letter of the payloads of this command's actions. */
export const PROFILE_CODE = 'p'

interface PlainAction {
  readonly type: 'show' | 'settings' | 'export' | 'askDelete' | 'delete' | 'keep'
}

interface IdAction {
  readonly type: 'result' | 'link' | 'linkNot'
  readonly id: string
}

export type ProfileAction =
  | PlainAction
  | IdAction
  /** Chooses a language by its code; empty for that of the platform. */
  | { readonly type: 'language'; readonly locale: string }
  /** Reminders of idle assessments. */
  | { readonly type: 'reminders'; readonly on: boolean }
  /** All gaps of a result at a level of its role, by its slug. */
  | { readonly type: 'gaps'; readonly id: string; readonly level: string }
  /** Undoes the link made at the time `at`, in milliseconds. */
  | { readonly type: 'unlink'; readonly at: number }

type ActionsByName = { readonly [A in ProfileAction as A['type']]: A }

const plainAction = (name: PlainAction['type']): ActionFormat<PlainAction> => [name, () => [], () => ({ type: name })]
const idAction = (name: IdAction['type']): ActionFormat<IdAction> => [
  name,
  ({ id }) => [id],
  ([id = '']) => ({ type: name, id }),
]

export const { decode: profileAction, button: profileButton } = defineActions<ActionsByName>(
  PROFILE_CODE,
  (action) => action.type,
  {
    show: plainAction('show'),
    settings: plainAction('settings'),
    language: [
      'language',
      ({ locale }) => [locale],
      ([locale]) => ({ type: 'language', locale: matching(/^[a-z]{0,20}$/u, locale) }),
    ],
    reminders: ['reminders', ({ on }) => [on ? '1' : '0'], ([on]) => ({ type: 'reminders', on: on === '1' })],
    export: plainAction('export'),
    askDelete: plainAction('askDelete'),
    delete: plainAction('delete'),
    keep: plainAction('keep'),
    result: idAction('result'),
    link: idAction('link'),
    linkNot: idAction('linkNot'),
    gaps: ['gaps', ({ id, level }) => [id, level], ([id = '', level = '']) => ({ type: 'gaps', id, level })],
    unlink: ['unlink', ({ at }) => [String(at)], ([at]) => ({ type: 'unlink', at: Number(at ?? '') })],
  },
)

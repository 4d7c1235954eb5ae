import { type ActionFormat, defineActions } from '../../action-id.ts'

/** First letter of the payloads of this command's actions. */
export const PROFILE_CODE = 'p'

interface PlainAction {
  readonly type: 'show' | 'export' | 'askDelete' | 'delete' | 'keep'
}

interface IdAction {
  readonly type: 'result' | 'link' | 'linkNot'
  readonly id: string
}

export type ProfileAction =
  | PlainAction
  | IdAction
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
    export: plainAction('export'),
    askDelete: plainAction('askDelete'),
    delete: plainAction('delete'),
    keep: plainAction('keep'),
    result: idAction('result'),
    link: idAction('link'),
    linkNot: idAction('linkNot'),
    unlink: ['unlink', ({ at }) => [String(at)], ([at]) => ({ type: 'unlink', at: Number(at ?? '') })],
  },
)

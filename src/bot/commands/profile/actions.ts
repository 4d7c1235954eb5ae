import { type ActionFormat, defineActions } from '../../action-id.ts'

/** The letter that begins the payloads of this command's actions. */
export const PROFILE_CODE = 'p'

interface PlainAction {
  readonly do: 'show' | 'export' | 'askDelete' | 'delete' | 'keep'
}

interface IdAction {
  readonly do: 'result' | 'link' | 'linkNot'
  readonly id: string
}

export type ProfileAction =
  | PlainAction
  | IdAction
  /** Undoes the link that was made at a time. */
  | { readonly do: 'unlink'; readonly at: number }

type ActionsByName = { readonly [A in ProfileAction as A['do']]: A }

const plainAction = (name: PlainAction['do']): ActionFormat<PlainAction> => [name, () => [], () => ({ do: name })]
const idAction = (name: IdAction['do']): ActionFormat<IdAction> => [
  name,
  ({ id }) => [id],
  ([id = '']) => ({ do: name, id }),
]

export const { decode: profileAction, button: profileButton } = defineActions<ActionsByName>(
  PROFILE_CODE,
  (action) => action.do,
  {
    show: plainAction('show'),
    export: plainAction('export'),
    askDelete: plainAction('askDelete'),
    delete: plainAction('delete'),
    keep: plainAction('keep'),
    result: idAction('result'),
    link: idAction('link'),
    linkNot: idAction('linkNot'),
    unlink: ['unlink', ({ at }) => [String(at)], ([at]) => ({ do: 'unlink', at: Number(at ?? '') })],
  },
)

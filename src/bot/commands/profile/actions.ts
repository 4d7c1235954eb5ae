import type { ActionButton } from '../../../message/index.ts'
import { encodeAction } from '../../action-id.ts'
import { UserError } from '../../errors.ts'

/** The letter that begins the payloads of this command's actions. */
export const PROFILE_CODE = 'p'

export type ProfileAction =
  | { readonly do: 'show' | 'export' | 'askDelete' | 'delete' | 'keep' }
  | { readonly do: 'result' | 'link' | 'linkNot'; readonly id: string }
  /** Undoes the link that was made at a time. */
  | { readonly do: 'unlink'; readonly at: number }

export function profileButton(label: string, action: ProfileAction, style?: ActionButton['style']): ActionButton {
  const payload = encodeAction({
    code: PROFILE_CODE,
    args: 'id' in action ? [action.do, action.id] : 'at' in action ? [action.do, String(action.at)] : [action.do],
  })
  return style ? { label, payload, style } : { label, payload }
}

/** Throws a UserError where the arguments are not ours. */
export function profileAction([verb = '', id = '']: readonly string[]): ProfileAction {
  switch (verb) {
    case 'show':
    case 'export':
    case 'askDelete':
    case 'delete':
    case 'keep':
      return { do: verb }
    case 'result':
    case 'link':
    case 'linkNot':
      return { do: verb, id }
    case 'unlink':
      return { do: verb, at: Number(id) }
    default:
      throw new UserError('error.action.unreadable')
  }
}

import type { ActionButton } from '../../../message/index.ts'
import { encodeAction } from '../../action-codec.ts'
import { UserError } from '../../user-error.ts'

/** The letter that begins the payloads of this command's actions. */
export const PROFILE_CODE = 'p'

export type ProfileAction =
  | { readonly do: 'show' | 'export' | 'askDelete' | 'delete' | 'keep' }
  | { readonly do: 'result'; readonly id: string }

export function profileButton(label: string, action: ProfileAction, style?: ActionButton['style']): ActionButton {
  const payload = encodeAction({
    code: PROFILE_CODE,
    args: action.do === 'result' ? [action.do, action.id] : [action.do],
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
      return { do: verb, id }
    default:
      throw new UserError('error.action.unreadable')
  }
}

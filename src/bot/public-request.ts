import { commandCodeOf } from './action-id.ts'
import type { Command } from './command.ts'

/** Whether everyone gets the same answer to a command or an action, so that platforms may cache and share it. */
export function isPublicRequest(
  commands: readonly Command[],
  request: { readonly command: string } | { readonly payload: string },
): boolean {
  return commands.some(
    ({ isPublic, name, code }) =>
      isPublic === true && ('payload' in request ? code === commandCodeOf(request.payload) : name === request.command),
  )
}

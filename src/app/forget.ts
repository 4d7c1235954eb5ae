import { PLATFORMS } from '../platforms/registry.ts'
import { erasePerson, eraseWorkspace } from '../proposals/index.ts'
import { parsePersonKey, personKey } from '../store/person.ts'
import type { Store } from '../store/store.ts'

// Erases personal data for an operator, by platform ids.

/** A workspace key, for error messages. */
const EXAMPLE = `${[...PLATFORMS.keys()][0]}/T1`

/** The person or workspace id is malformed; the message shows the right form. */
export class NameError extends Error {
  override readonly name = 'NameError'
}

/** Erases a person with all their accounts in all ladders, as `/profile delete` does. Resolves with their accounts. */
export async function forgetPerson(named: string, store: Store, now: number): Promise<readonly string[]> {
  const person = parsePersonKey(named)
  if (!person) throw new NameError(`"${named}" isn’t a person: use platform/workspace/user, such as ${EXAMPLE}/U1`)
  return (await erasePerson([person], store, now, PLATFORMS)).map(personKey)
}

/** Erases everyone of a workspace or server, and the app's tokens for it. Resolves with the number of people. */
export async function forgetWorkspace(named: string, store: Store, now: number): Promise<number> {
  const [, platform, workspace] = /^([a-z]+)\/([\w.-]+)$/u.exec(named) ?? []
  if (platform === undefined || workspace === undefined) {
    throw new NameError(`"${named}" isn’t a workspace: use platform/workspace, such as ${EXAMPLE}`)
  }
  return eraseWorkspace(platform, workspace, store, now)
}

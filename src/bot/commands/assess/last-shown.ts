import { personKey } from '../../../store/person.ts'
import type { Session } from '../../../store/records.ts'
import type { Store } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { isOutdated, type LoadedSession, loadSession } from './loaded-session.ts'

// The card each person saw last from this process: what a typed "3" answers, without reading the session first. A cache and
// no more: the answer names the state it was made from, and where that is no longer so the store says it.

const MOST_KEPT = 5000

const shown = new WeakMap<Store, Map<string, Session>>()

export function rememberShown({ session }: LoadedSession, { services, person }: CommandContext): void {
  const kept = shown.get(services.store) ?? new Map<string, Session>()
  shown.set(services.store, kept)
  const key = personKey(person)
  kept.delete(key)
  kept.set(key, session)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

/** The card last shown to the person, unless the role has changed since. */
export function lastShown(context: CommandContext): LoadedSession | undefined {
  const { services, person, catalogIndex } = context
  const session = shown.get(services.store)?.get(personKey(person))
  if (!session || !catalogIndex.catalog.roles.has(session.role)) return undefined
  const loaded = loadSession(session, context)
  return isOutdated(loaded) ? undefined : loaded
}

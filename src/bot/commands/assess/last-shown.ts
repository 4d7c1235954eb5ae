import { personKey } from '../../../store/person.ts'
import type { Session } from '../../../store/records.ts'
import type { Store } from '../../../store/store.ts'
import type { CommandContext } from '../../command.ts'
import { isOutdated, type LoadedSession, loadSession } from './loaded-session.ts'

// The card each person saw last from this process: what a typed "3" answers, without reading the session first. A cache and
// no more: the answer names the state it was made from, and where that is no longer so the store says it.

const MAX_SESSIONS = 5000

const sessionsByStore = new WeakMap<Store, Map<string, Session>>()

export function rememberShown({ session }: LoadedSession, { services, person }: CommandContext): void {
  const sessions = sessionsByStore.get(services.store) ?? new Map<string, Session>()
  sessionsByStore.set(services.store, sessions)
  const key = personKey(person)
  sessions.delete(key)
  sessions.set(key, session)
  const [oldest] = sessions.keys()
  if (sessions.size > MAX_SESSIONS && oldest !== undefined) sessions.delete(oldest)
}

/** The card last shown to the person, unless the role has changed since. */
export function lastShown(context: CommandContext): LoadedSession | undefined {
  const { services, person, catalogIndex } = context
  const session = sessionsByStore.get(services.store)?.get(personKey(person))
  if (!session || !catalogIndex.catalog.roles.has(session.role)) return undefined
  const loaded = loadSession(session, context)
  return isOutdated(loaded) ? undefined : loaded
}

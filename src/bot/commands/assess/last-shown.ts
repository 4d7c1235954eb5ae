import { personKey } from '../../../store/person.ts'
import type { Session } from '../../../store/records.ts'
import type { Store } from '../../../store/store.ts'
import type { Asking } from '../../command.ts'
import { hasMovedOn, type Live, liveOf } from './loaded-session.ts'

// The card each person saw last from this process: what a typed "3" answers, without reading the session first. A cache and
// no more: the answer names the state it was made from, and where that is no longer so the store says it.

const MOST_KEPT = 5000

const shown = new WeakMap<Store, Map<string, Session>>()

export function rememberShown({ session }: Live, { keep, person }: Asking): void {
  const kept = shown.get(keep.store) ?? new Map<string, Session>()
  shown.set(keep.store, kept)
  const key = personKey(person)
  kept.delete(key)
  kept.set(key, session)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

/** The card last shown to the person, unless the role has changed since. */
export function lastShown(asking: Asking): Live | undefined {
  const { keep, person, catalogIndex } = asking
  const session = shown.get(keep.store)?.get(personKey(person))
  if (!session || !catalogIndex.catalog.roles.has(session.role)) return undefined
  const live = liveOf(session, asking)
  return hasMovedOn(live) ? undefined : live
}

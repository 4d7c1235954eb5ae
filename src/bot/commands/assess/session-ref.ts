import type { SessionRef } from '../../../store/store.ts'
import type { LoadedSession } from './loaded-session.ts'

/** The state of a session that a button is shown with. */
export function refOf({ session }: Pick<LoadedSession, 'session'>): SessionRef {
  return { role: session.role, id: session.id, version: session.version }
}

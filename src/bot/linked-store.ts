import type { Person } from '../store/person.ts'
import type { Session, Settings } from '../store/records.ts'
import { NewerSchemaError, type SessionRef, type SessionStore, type Store, type UpdateResult } from '../store/store.ts'

/** All accounts of one human being, the one that is named first; that one alone if no other is linked to it. */
export type AccountsOf = (person: Person) => readonly [Person, ...Person[]]

/**
 * A store in which linked accounts are one person: what any of them has, all of them have. Nothing is moved, so that a link can be
 * undone: a result stays with the account that made it, and an assessment is continued where it was started. If several accounts have
 * an assessment of the same role, the one touched last is the person's, and the next one is when that has ended. Typed words go to
 * an assessment in the conversation in which it was continued last; whether to be reminded is chosen for all accounts at once.
 * Someone without linked accounts costs no further round trip.
 */
export function withLinkedAccounts(store: Store, accountsOf: AccountsOf): Store {
  return {
    ...store,
    sessions: linkedSessions(store, accountsOf),
    results: {
      async list(person) {
        const lists = await Promise.all(accountsOf(person).map((account) => store.results.list(account)))
        return lists.length === 1 ? (lists[0] ?? []) : lists.flat().toSorted((a, b) => b.finishedAt - a.finishedAt)
      },
      async countNewer(person) {
        const counts = await Promise.all(accountsOf(person).map((account) => store.results.countNewer(account)))
        return counts.reduce((sum, count) => sum + count, 0)
      },
    },
    settings: {
      async read(person) {
        const own = await store.settings.read(person)
        const [, ...others] = accountsOf(person)
        if (own.lastRole !== null || others.length === 0) return own
        const roles = await Promise.all(others.map((account) => lastRoleOf(account)))
        return { ...own, lastRole: roles.find((role) => role !== null) ?? null }
      },
      async change(person, change) {
        const changed = await store.settings.change(person, change)
        const { reminders } = change
        if (reminders !== undefined) {
          const [, ...others] = accountsOf(person)
          await Promise.all(others.map((account) => store.settings.change(account, { reminders })))
        }
        return changed
      },
    },
  }

  /** The role that an account assessed last; it is a proposal only, so what cannot be read is left out. */
  async function lastRoleOf(account: Person): Promise<Settings['lastRole']> {
    try {
      return (await store.settings.read(account)).lastRole
    } catch (error) {
      if (error instanceof NewerSchemaError) return null
      throw error
    }
  }
}

function linkedSessions(store: Pick<Store, 'sessions'>, accountsOf: AccountsOf): SessionStore {
  /** Makes a change where its session is: as a rule with the account that asks. */
  const change = async (
    person: Person,
    { id }: Pick<SessionRef, 'id'>,
    make: (account: Person) => Promise<UpdateResult>,
  ): Promise<UpdateResult> => {
    const [own, ...others] = accountsOf(person)
    const first = await make(own)
    if (others.length === 0 || isOf(first, id)) return first
    let latest = first
    for (const other of others) {
      const changed = await make(other)
      if (isOf(changed, id)) return changed
      latest = later(latest, changed)
    }
    return latest
  }

  const read = async (person: Person, role: string): Promise<Session | null> => {
    const all = await Promise.all(accountsOf(person).map((account) => store.sessions.read(account, role)))
    return all.reduce((latest, session) => (touchedAt(session) > touchedAt(latest) ? session : latest), null)
  }

  return {
    read,
    async list(person) {
      const lists = await Promise.all(accountsOf(person).map((account) => store.sessions.list(account)))
      if (lists.length === 1) return lists[0] ?? []
      const byRole = new Map<string, Session>()
      for (const session of lists.flat().toSorted((a, b) => b.touchedAt - a.touchedAt)) {
        if (!byRole.has(session.role)) byRole.set(session.role, session)
      }
      return [...byRole.values()]
    },
    async listNewer(person) {
      const lists = await Promise.all(accountsOf(person).map((account) => store.sessions.listNewer(account)))
      return [...new Set(lists.flat())]
    },
    async create(person, session, idleMs) {
      const existing = accountsOf(person).length > 1 ? await read(person, session.role) : null
      return existing ? { status: 'exists', session: existing } : store.sessions.create(person, session, idleMs)
    },
    append: (person, role, answer) => change(person, answer, (account) => store.sessions.append(account, role, answer)),
    replace: (person, from, next, idleMs) =>
      change(person, from, (account) => store.sessions.replace(account, from, next, idleMs)),
    end: (person, from, result) => change(person, from, (account) => store.sessions.end(account, from, result)),
  }
}

/** Whether an outcome is about the session that was meant: it was changed, or is in another state by now. */
function isOf(outcome: UpdateResult, id: string): boolean {
  return outcome.status !== 'missing' && outcome.session.id === id
}

function later(one: UpdateResult, other: UpdateResult): UpdateResult {
  if (one.status === 'missing' || other.status === 'missing') return one.status === 'missing' ? other : one
  return other.session.touchedAt > one.session.touchedAt ? other : one
}

function touchedAt(session: Session | null): number {
  return session?.touchedAt ?? -1
}

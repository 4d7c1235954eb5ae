import type { Person } from '../store/person.ts'
import type { Changed, SessionRef, SessionStore, Store } from '../store/store.ts'
import type { Session } from '../store/values.ts'

/** All accounts of one human being, the one that is named first; that one alone if no other is linked to it. */
export type AccountsOf = (person: Person) => readonly [Person, ...Person[]]

/**
 * A store in which linked accounts are one person: what any of them has, all of them have. Nothing is moved, so that a link
 * can be undone: a result stays with the account that made it, an assessment is continued where it was started. If two accounts have
 * an assessment of the same role, the one touched last is the person's; the other one is left to expire.
 * Someone without linked accounts costs no further round trip.
 */
export function withLinkedAccounts(store: Store, accountsOf: AccountsOf): Store {
  return {
    ...store,
    sessions: linkedSessions(store.sessions, accountsOf),
    results: {
      async list(person) {
        const all = await Promise.all(accountsOf(person).map((account) => store.results.list(account)))
        return all.length === 1 ? (all[0] ?? []) : all.flat().toSorted((a, b) => b.finishedAt - a.finishedAt)
      },
    },
    settings: {
      async read(person) {
        const [own, ...others] = await Promise.all(accountsOf(person).map((account) => store.settings.read(account)))
        if (!own) return store.settings.read(person)
        const lastRole = own.lastRole ?? others.find((other) => other.lastRole !== null)?.lastRole ?? null
        return { ...own, lastRole }
      },
      async change(person, change) {
        const changed = await store.settings.change(person, change)
        const { reminders } = change
        // Where typed words go is a matter of each conversation; whether to be reminded is the person's choice.
        if (reminders !== undefined) {
          const [, ...others] = accountsOf(person)
          await Promise.all(others.map((other) => store.settings.change(other, { reminders })))
        }
        return changed
      },
    },
  }
}

function linkedSessions(sessions: SessionStore, accountsOf: AccountsOf): SessionStore {
  /** Makes a change where its session is: with the account that asks, as a rule. */
  const change = async (
    person: Person,
    { id }: Pick<SessionRef, 'id'>,
    make: (account: Person) => Promise<Changed>,
  ): Promise<Changed> => {
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
    const all = await Promise.all(accountsOf(person).map((account) => sessions.read(account, role)))
    return all.reduce((latest, session) => (touchedAt(session) > touchedAt(latest) ? session : latest), null)
  }

  return {
    read,
    async list(person) {
      const all = await Promise.all(accountsOf(person).map((account) => sessions.list(account)))
      const byRole = new Map<string, Session>()
      for (const session of all.flat().toSorted((a, b) => b.touchedAt - a.touchedAt)) {
        if (!byRole.has(session.role)) byRole.set(session.role, session)
      }
      return all.length === 1 ? (all[0] ?? []) : [...byRole.values()]
    },
    async create(person, session, idleMs) {
      const accounts = accountsOf(person)
      const existing = accounts.length > 1 ? await read(person, session.role) : null
      return existing ? { status: 'exists', session: existing } : sessions.create(person, session, idleMs)
    },
    append: (person, role, answer) => change(person, answer, (account) => sessions.append(account, role, answer)),
    replace: (person, from, next, idleMs) =>
      change(person, from, (account) => sessions.replace(account, from, next, idleMs)),
    end: (person, from, result) => change(person, from, (account) => sessions.end(account, from, result)),
  }
}

/** Whether an outcome is about the session that was meant: it was changed, or is in another state by now. */
function isOf(outcome: Changed, id: string): boolean {
  return outcome.status !== 'missing' && outcome.session.id === id
}

function later(one: Changed, other: Changed): Changed {
  if (one.status === 'missing' || other.status === 'missing') return one.status === 'missing' ? other : one
  return other.session.touchedAt > one.session.touchedAt ? other : one
}

function touchedAt(session: Session | null): number {
  return session?.touchedAt ?? -1
}

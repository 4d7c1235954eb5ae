import type { Translator } from '../i18n/index.ts'
import type { ProposalService } from '../proposals/service.ts'
import { type Person, parsePersonKey, personKey } from '../store/person.ts'
import { type PlatformInfos, platformName } from '../store/platform-info.ts'
import { personalSettings, type Session, type Settings } from '../store/records.ts'
import { NewerSchemaError, type SessionRef, type SessionStore, type Store, type UpdateResult } from '../store/store.ts'
import type { CommandContext } from './command.ts'

/** The linked accounts of a person, starting with the given one. */
export type AccountsOf = (person: Person) => readonly [Person, ...Person[]]

/**
 * A store in which linked accounts share their data. Nothing is moved, so that a link can be undone: a result stays with the account
 * that saved it, and an assessment with the account that started it. If several accounts have an assessment of the same role, the one
 * touched last is used, and the next one after it has ended. The focus belongs to each account; reminders and the language are set for all of them. A
 * person without linked accounts costs no extra round trip.
 */
export function withLinkedAccounts(store: Store, accountsOf: AccountsOf): Store {
  const ofAll = <T>(person: Person, read: (account: Person) => Promise<T>): Promise<T[]> =>
    Promise.all(accountsOf(person).map((account) => read(account)))
  return {
    ...store,
    sessions: linkedSessions(store, accountsOf, ofAll),
    results: {
      async list(person) {
        const lists = await ofAll(person, (account) => store.results.list(account))
        return lists.length === 1 ? (lists[0] ?? []) : lists.flat().toSorted((a, b) => b.finishedAt - a.finishedAt)
      },
      async countNewer(person) {
        const counts = await ofAll(person, (account) => store.results.countNewer(account))
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
        const shared = personalSettings(change)
        if (Object.keys(shared).length > 0) {
          const [, ...others] = accountsOf(person)
          await Promise.all(others.map((account) => store.settings.change(account, shared)))
        }
        return changed
      },
    },
  }

  /** The role that an account assessed last. It is only a suggestion, so settings of a newer version are ignored. */
  async function lastRoleOf(account: Person): Promise<Settings['lastRole']> {
    try {
      return (await store.settings.read(account)).lastRole
    } catch (error) {
      if (error instanceof NewerSchemaError) return null
      throw error
    }
  }
}

function linkedSessions(
  store: Pick<Store, 'sessions'>,
  accountsOf: AccountsOf,
  ofAll: <T>(person: Person, read: (account: Person) => Promise<T>) => Promise<T[]>,
): SessionStore {
  /** Updates a session with the account that has it, usually the person's own. */
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
    const all = await ofAll(person, (account) => store.sessions.read(account, role))
    return all.reduce((latest, session) => (touchedAt(session) > touchedAt(latest) ? session : latest), null)
  }

  return {
    read,
    async list(person) {
      const lists = await ofAll(person, (account) => store.sessions.list(account))
      if (lists.length === 1) return lists[0] ?? []
      const byRole = new Map<string, Session>()
      for (const session of lists.flat().toSorted((a, b) => b.touchedAt - a.touchedAt)) {
        if (!byRole.has(session.role)) byRole.set(session.role, session)
      }
      return [...byRole.values()]
    },
    async listNewer(person) {
      const lists = await ofAll(person, (account) => store.sessions.listNewer(account))
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

/** Whether a result concerns the session with the id: it was updated, or its version differs. */
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

/** The linked accounts of a person, starting with the given one. */
export function accountsOf(
  person: Person,
  ladder: Pick<ProposalService, 'state'> | undefined,
): readonly [Person, ...Person[]] {
  const own = personKey(person)
  const keys = ladder?.state().accountsOf(own) ?? []
  if (keys.length < 2) return [person]
  return [person, ...keys.flatMap((key) => (key === own ? [] : (parsePersonKey(key) ?? [])))]
}

/** Formats an account with its platform, id and, if known, name. */
export function formatAccount(
  { platform: id, user }: Person,
  name: string | undefined,
  { t, platforms = new Map() }: { readonly t: Translator; readonly platforms: PlatformInfos | undefined },
): string {
  const platform = platformName(id, platforms)
  return name === undefined
    ? t('profile.account', { name: user, platform })
    : t('profile.account.named', { name, id: user, platform })
}

/** The accounts of a person as a list in words; undefined if there is only one. */
export function linkedAccountNames({
  services: { proposals },
  person,
  t,
}: Pick<CommandContext, 'services' | 'person' | 't'>): string | undefined {
  const accounts = accountsOf(person, proposals)
  const wording = { t, platforms: proposals?.platforms }
  return accounts.length < 2 ? undefined : t.all(accounts.map((account) => formatAccount(account, undefined, wording)))
}

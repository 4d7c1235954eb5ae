import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { LOCALES, type Locale } from '../../i18n/index.ts'
import type { KeyValueStore } from '../../store/store.ts'

/** What is known of a person outside an interaction: a direct message tells neither their language nor a server. */
export interface UserProfile {
  readonly locale: Locale
  /** The server they last used Rung in; what is kept of them there is theirs in the direct message too. */
  readonly server: string | undefined
  /** The servers they have used Rung in, the latest first. */
  readonly servers: readonly string[]
  /** The server whose conversation they last continued in the direct messages. */
  readonly focus: string | undefined
}

/** A person can be in 100 servers, or 200 with Nitro. */
const MOST_SERVERS = 200

const Kept = z.object({
  locale: z.enum(LOCALES),
  server: z.string().optional(),
  servers: z.array(z.string()).max(MOST_SERVERS).optional(),
  focus: z.string().optional(),
})

const NOTHING: UserProfile = { locale: 'en', server: undefined, servers: [], focus: undefined }

const MOST_PEOPLE = 20_000
/** Somebody who has not been heard of for so long says it again with their next interaction. */
const KEPT_MS = 180 * 24 * 60 * 60 * 1000
/** Another process may have changed what this one read longer ago: direct messages and servers can be on different shards. */
const FRESH_MS = 60_000
/** Conflicting writes, each by another process, before a change is given up. */
const MOST_TRIES = 5

/** Where what is kept of a person lies who has never used Rung in a server. */
export const NO_SERVER = 'direct'

/** A store that could not be read is not asked again for the same person before this. */
const AWAY_MS = 5000

export interface UserProfiles {
  /** What is known of a person, at most a minute old if another process has changed it. */
  get(user: string): Promise<UserProfile>
  /** The same as it is now. */
  getLatest(user: string): Promise<UserProfile>
  /** Remembers what an interaction told. Nobody waits for it: what could not be kept is reported, and told again next time. */
  recordInteraction(user: string, told: { readonly locale: Locale; readonly server: string | undefined }): void
  /** Remembers that a person continues a server's conversation in the direct messages. Nobody waits for it. */
  focusOn(user: string, server: string): void
  /** Remembers that a message of a server was sent there: which one they continue next is open, unless it is the same. */
  clearFocusUnless(user: string, server: string | undefined): void
}

export interface UserProfilesDeps {
  readonly things: KeyValueStore
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}

export function createUserProfiles({ things, now, report }: UserProfilesDeps): UserProfiles {
  const known = new LRUCache<string, { readonly origin: UserProfile; readonly at: number }>({ max: MOST_PEOPLE })
  const unread = new LRUCache<string, true>({ max: MOST_PEOPLE, ttl: AWAY_MS })
  /** One change at a time for a person. */
  const changing = new Map<string, Promise<void>>()

  const remember = (user: string, origin: UserProfile): UserProfile => {
    known.set(user, { origin, at: now() })
    return origin
  }

  const read = async (user: string): Promise<{ readonly origin: UserProfile; readonly version: string | null }> => {
    const thing = await things.read(nameOf(user))
    const kept = Kept.safeParse(thing && JSON.parse(thing.value))
    const version = thing?.version ?? null
    if (!kept.success) return { origin: NOTHING, version }
    const { locale, server, servers = server === undefined ? [] : [server], focus } = kept.data
    return { origin: { locale, server, servers, focus }, version }
  }

  const change = async (user: string, make: (origin: UserProfile) => UserProfile): Promise<void> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { origin, version } = await read(user)
      const next = make(origin)
      if (next === origin) {
        remember(user, origin)
        return
      }
      const written = await things.write(nameOf(user), JSON.stringify(next), { ttlMs: KEPT_MS, ifVersion: version })
      if (written.status === 'done') {
        remember(user, next)
        return
      }
    }
    throw new Error('the record of a person kept changing')
  }

  /** Changes what is kept, after the changes of the same person that are under way; until then this process goes by the new one. */
  const later = (user: string, make: (origin: UserProfile) => UserProfile): void => {
    const { origin, at } = known.get(user) ?? { origin: NOTHING, at: 0 }
    known.set(user, { origin: make(origin), at })
    const before = changing.get(user) ?? Promise.resolve()
    const working: Promise<void> = before
      .then(() => change(user, make))
      .catch((error: unknown) => report('what a person told could not be kept', { err: error }))
      .finally(() => {
        if (changing.get(user) === working) changing.delete(user)
      })
    changing.set(user, working)
  }

  /** What was read less than a minute ago. */
  const recent = (user: string): UserProfile | undefined => {
    const before = known.get(user)
    return before && now() >= before.at && now() - before.at < FRESH_MS ? before.origin : undefined
  }

  const latest = async (user: string): Promise<UserProfile> => {
    const cached = (): UserProfile => known.get(user)?.origin ?? NOTHING
    if (unread.has(user)) return cached()
    try {
      await changing.get(user)
      return remember(user, (await read(user)).origin)
    } catch (error) {
      unread.set(user, true)
      report('what a person told before could not be read', { err: error })
      return cached()
    }
  }

  const refocus = (user: string, server: string | undefined): void =>
    later(user, (origin) =>
      origin.focus === server || origin.servers.length < 2 ? origin : { ...origin, focus: server },
    )

  return {
    get: async (user) => recent(user) ?? latest(user),
    getLatest: latest,
    recordInteraction(user, { locale, server }) {
      const before = recent(user)
      if (before?.locale === locale && (server === undefined || before.server === server)) return
      later(user, (origin) => {
        const isSame = origin.locale === locale && (server === undefined || origin.server === server)
        // Who has told nothing but a language has nothing to find again.
        if (isSame || (server === undefined && origin === NOTHING && locale === 'en')) return origin
        if (server === undefined) return { ...origin, locale }
        const servers = [server, ...origin.servers.filter((each) => each !== server)].slice(0, MOST_SERVERS)
        return { ...origin, locale, server, servers }
      })
    },
    focusOn(user, server) {
      const before = recent(user)
      if (before?.focus !== server && (before?.servers.length ?? 2) >= 2) refocus(user, server)
    },
    clearFocusUnless(user, server) {
      const before = recent(user)
      if (before && (before.focus === undefined || before.focus === server)) return
      later(user, (origin) =>
        origin.focus === undefined || origin.focus === server ? origin : { ...origin, focus: undefined },
      )
    },
  }
}

function nameOf(user: string): string {
  return `discord/person/${user}`
}

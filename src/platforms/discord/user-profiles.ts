import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { LOCALES, type Locale } from '../../i18n/index.ts'
import { userDataName } from '../../store/platform-names.ts'
import type { KeyValueStore } from '../../store/store.ts'
import { createKeyedQueue } from '../delivery/deliver.ts'

/** What Rung remembers of a user between interactions: a direct message carries neither their language nor a server. */
export interface UserProfile {
  readonly locale: Locale
  /** The server in which they last used Rung; their data there also applies in direct messages. */
  readonly server: string | undefined
  /** The servers in which they have used Rung, the latest first. */
  readonly servers: readonly string[]
  /** The server whose conversation they last continued in direct messages. */
  readonly focus: string | undefined
}

/** A user can be in 100 servers, or 200 with Nitro. */
const MAX_SERVERS = 200

const StoredProfile = z.object({
  locale: z.enum(LOCALES),
  server: z.string().optional(),
  servers: z.array(z.string()).max(MAX_SERVERS).optional(),
  focus: z.string().optional(),
})

const EMPTY: UserProfile = { locale: 'en', server: undefined, servers: [], focus: undefined }

const MAX_CACHED = 20_000
/** A profile expires this long after the last change; the next interaction creates it again. */
const TTL_MS = 180 * 24 * 60 * 60 * 1000
/** A cached profile is read again after this: direct messages and servers can be on shards of different processes. */
const FRESH_MS = 60_000
/** Version conflicts, each with another process, after which a change is given up. */
const MAX_ATTEMPTS = 5

/** The workspace of users who have never used Rung in a server. */
export const NO_SERVER = 'direct'

/** After a failed read, the store is not asked for the same user again until this has passed. */
const READ_RETRY_MS = 5000

export interface UserProfiles {
  /** A user's profile, at most a minute old if another process has changed it. */
  get(user: string): Promise<UserProfile>
  /** A user's profile, read from the store. */
  getLatest(user: string): Promise<UserProfile>
  /** Records the language and server of an interaction. Fire-and-forget: a failed write is reported, and the next interaction tries again. */
  recordInteraction(user: string, interaction: { readonly locale: Locale; readonly server: string | undefined }): void
  /** Records that a user continues a server's conversation in direct messages. Fire-and-forget. */
  focusOn(user: string, server: string): void
  /** Drops the focus after a message of another server was sent there: which one the user continues is open. Fire-and-forget. */
  clearFocusUnless(user: string, server: string | undefined): void
}

export interface UserProfilesDeps {
  readonly store: KeyValueStore
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}

/** The language of a user's interactions; undefined until Rung has had one that is worth a record. */
export function knownLocale(profile: UserProfile): Locale | undefined {
  return profile === EMPTY ? undefined : profile.locale
}

export function createUserProfiles({ store, now, report }: UserProfilesDeps): UserProfiles {
  const cache = new LRUCache<string, { readonly profile: UserProfile; readonly at: number }>({ max: MAX_CACHED })
  const unreadable = new LRUCache<string, true>({ max: MAX_CACHED, ttl: READ_RETRY_MS })
  const queue = createKeyedQueue()

  const remember = (user: string, profile: UserProfile): UserProfile => {
    cache.set(user, { profile, at: now() })
    return profile
  }

  const fresh = (user: string): UserProfile | undefined => {
    const cached = cache.get(user)
    return cached && now() >= cached.at && now() - cached.at < FRESH_MS ? cached.profile : undefined
  }

  const read = async (user: string): Promise<{ readonly profile: UserProfile; readonly version: string | null }> => {
    const stored = await store.read(keyOf(user))
    const parsed = StoredProfile.safeParse(stored && JSON.parse(stored.value))
    const version = stored?.version ?? null
    if (!parsed.success) return { profile: EMPTY, version }
    const { locale, server, servers = server === undefined ? [] : [server], focus } = parsed.data
    return { profile: { locale, server, servers, focus }, version }
  }

  const update = async (user: string, change: (profile: UserProfile) => UserProfile): Promise<void> => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const { profile, version } = await read(user)
      const next = change(profile)
      const isSaved =
        next === profile ||
        (await store.write(keyOf(user), JSON.stringify(next), { ttlMs: TTL_MS, ifVersion: version })).status === 'done'
      if (isSaved) {
        remember(user, next)
        return
      }
    }
    throw new Error(`the profile of a user had ${MAX_ATTEMPTS} version conflicts in a row`)
  }

  /**
   * Changes a profile after the changes of the same user that are in progress, unless the fresh cached one would stay the same. Until
   * then this process uses the changed one. Fire-and-forget.
   */
  const enqueue = (user: string, change: (profile: UserProfile) => UserProfile): void => {
    const current = fresh(user)
    if (current && change(current) === current) return
    const { profile, at } = cache.get(user) ?? { profile: EMPTY, at: 0 }
    cache.set(user, { profile: change(profile), at })
    queue
      .run(user, () => update(user, change))
      .catch((error: unknown) => report('the profile of a user could not be saved', { err: error }))
  }

  const getLatest = async (user: string): Promise<UserProfile> => {
    const cached = (): UserProfile => cache.get(user)?.profile ?? EMPTY
    if (unreadable.has(user)) return cached()
    try {
      return await queue.run(user, async () => remember(user, (await read(user)).profile))
    } catch (error) {
      unreadable.set(user, true)
      report('the profile of a user could not be read', { err: error })
      return cached()
    }
  }

  return {
    get: async (user) => fresh(user) ?? getLatest(user),
    getLatest,
    recordInteraction(user, { locale, server }) {
      enqueue(user, (profile) => {
        const isSame = profile.locale === locale && (server === undefined || profile.server === server)
        // The defaults need no record.
        if (isSame || (server === undefined && profile === EMPTY && locale === 'en')) return profile
        if (server === undefined) return { ...profile, locale }
        const servers = [server, ...profile.servers.filter((each) => each !== server)].slice(0, MAX_SERVERS)
        return { ...profile, locale, server, servers }
      })
    },
    focusOn(user, server) {
      enqueue(user, (profile) =>
        profile.focus === server || profile.servers.length < 2 ? profile : { ...profile, focus: server },
      )
    },
    clearFocusUnless(user, server) {
      enqueue(user, (profile) =>
        profile.focus === undefined || profile.focus === server ? profile : { ...profile, focus: undefined },
      )
    },
  }
}

function keyOf(user: string): string {
  return userDataName({ platform: 'discord', user })
}

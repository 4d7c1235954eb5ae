import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { LOCALES, type Locale } from '../../i18n/index.ts'
import type { ThingStore } from '../../store/store.ts'

/** What is known of a person outside an interaction: a direct message tells neither their language nor a server. */
export interface Origin {
  readonly locale: Locale
  /** The server they last used Rung in; what is kept of them there is theirs in the direct message too. */
  readonly server: string | undefined
}

const Kept = z.object({ locale: z.enum(LOCALES), server: z.string().optional() })

const MOST_PEOPLE = 20_000
/** Somebody who has not been heard of for so long says it again with their next interaction. */
const KEPT_MS = 180 * 24 * 60 * 60 * 1000

/** Where what is kept of a person lies who has never used Rung in a server. */
export const NO_SERVER = 'direct'

/** A store that could not be read is not asked again for the same person before this. */
const AWAY_MS = 5000

export interface Origins {
  of(user: string): Promise<Origin>
  /** Remembers what an interaction told. Nobody waits for it: what could not be kept is reported, and told again next time. */
  note(user: string, told: { readonly locale: Locale; readonly server: string | undefined }): void
}

export function createOrigins(things: ThingStore, report: (problem: string, details: object) => void): Origins {
  const known = new LRUCache<string, Origin>({ max: MOST_PEOPLE })
  const unread = new LRUCache<string, true>({ max: MOST_PEOPLE, ttl: AWAY_MS })

  /** What is kept of a person; undefined where the store does not say. */
  const read = async (user: string): Promise<Origin | undefined> => {
    const before = known.get(user)
    if (before) return before
    if (unread.has(user)) return undefined
    try {
      const thing = await things.read(nameOf(user))
      const kept = Kept.safeParse(thing && JSON.parse(thing.value))
      const origin: Origin = kept.success ? { server: undefined, ...kept.data } : { locale: 'en', server: undefined }
      // An interaction may have told more in the meantime.
      if (!known.has(user)) known.set(user, origin)
      return known.get(user)
    } catch (error) {
      unread.set(user, true)
      report('what a person told before could not be read', { err: error })
      return undefined
    }
  }

  const keep = async (user: string, origin: Origin): Promise<void> => {
    known.set(user, origin)
    try {
      await things.write(nameOf(user), JSON.stringify(origin), { keepMs: KEPT_MS })
    } catch (error) {
      report('what a person told could not be kept', { err: error })
    }
  }

  const learn = async (user: string, locale: Locale): Promise<void> => {
    const before = await read(user)
    if (before && before.locale !== locale) await keep(user, { ...before, locale })
  }

  return {
    of: async (user) => (await read(user)) ?? { locale: 'en', server: undefined },
    note(user, { locale, server }) {
      const before = known.get(user)
      if (before?.locale === locale && (server === undefined || before.server === server)) return
      void (server === undefined ? learn(user, locale) : keep(user, { locale, server }))
    },
  }
}

function nameOf(user: string): string {
  return `discord/person/${user}`
}

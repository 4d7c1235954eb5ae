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

export interface Origins {
  of(user: string): Promise<Origin>
  /** Remembers what an interaction told; resolves at once where it tells nothing new. */
  note(user: string, told: { readonly locale: Locale; readonly server: string | undefined }): Promise<void>
}

export function createOrigins(things: ThingStore, report: (problem: string, details: object) => void): Origins {
  const known = new LRUCache<string, Origin>({ max: MOST_PEOPLE })

  const of = async (user: string): Promise<Origin> => {
    const before = known.get(user)
    if (before) return before
    try {
      const thing = await things.read(nameOf(user))
      const kept = Kept.safeParse(thing && JSON.parse(thing.value))
      const origin: Origin = kept.success ? { server: undefined, ...kept.data } : { locale: 'en', server: undefined }
      known.set(user, origin)
      return origin
    } catch (error) {
      report('what a person told before could not be read', { err: error })
      return { locale: 'en', server: undefined }
    }
  }

  return {
    of,
    async note(user, told) {
      const before = known.get(user)
      const server = told.server ?? before?.server
      if (before?.locale === told.locale && before.server === server) return
      const next = { locale: told.locale, server: server ?? (await of(user)).server }
      known.set(user, next)
      try {
        await things.write(nameOf(user), JSON.stringify(next), { keepMs: KEPT_MS })
      } catch (error) {
        report('what a person told could not be kept', { err: error })
      }
    },
  }
}

function nameOf(user: string): string {
  return `discord/person/${user}`
}

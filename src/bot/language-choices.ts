import { LRUCache } from 'lru-cache'
import type { Locale } from '../i18n/index.ts'
import { type Person, personKey } from '../store/person.ts'
import type { Settings } from '../store/records.ts'
import type { Store } from '../store/store.ts'

// The languages that people have chosen. Every answer needs them, also one from a cache, so they are cached for each process: only the
// first delivery of a person waits for the store.

const MAX_PEOPLE = 50_000
/** A choice is read again after this, in milliseconds: another process may have stored a new one. */
const FRESH_MS = 30_000
/** After a failed read, the store is not asked again until this has passed. */
const RETRY_MS = 5000
/** How long the first answer to a person waits for the store, in milliseconds. */
const FIRST_READ_MS = 500

export interface LanguageChoices {
  /** The store, in which a changed choice is noticed. */
  readonly store: Store
  /**
   * Returns the language that a person has chosen, or undefined if they follow their platform: at once if it was read before. Another
   * process's change is noticed within half a minute and one more delivery. Never rejects.
   */
  choiceOf(person: Person): Locale | undefined | Promise<Locale | undefined>
}

interface Choice {
  readonly locale: Locale | undefined
  /** When it was read, in milliseconds since 1970. */
  readonly at: number
}

export function createLanguageChoices(store: Store, now: () => number): LanguageChoices {
  const choices = new LRUCache<string, Choice>({ max: MAX_PEOPLE })
  /** Concurrent reads of one person's choice are one. */
  const pending = new Map<string, Promise<Locale | undefined>>()

  const remember = (key: string, { locale }: Pick<Settings, 'locale'>): Locale | undefined => {
    const choice = locale ?? undefined
    choices.set(key, { locale: choice, at: now() })
    return choice
  }

  const fetchChoice = async (key: string, person: Person): Promise<Locale | undefined> => {
    const before = choices.get(key)
    try {
      const settings = await store.settings.read(person)
      // A change in this process may have been faster.
      const after = choices.get(key)
      return after === before ? remember(key, settings) : after?.locale
    } catch {
      choices.set(key, { locale: before?.locale, at: now() - FRESH_MS + RETRY_MS })
      return before?.locale
    }
  }

  const read = (key: string, person: Person): Promise<Locale | undefined> => {
    const reading = pending.get(key) ?? fetchChoice(key, person).finally(() => pending.delete(key))
    pending.set(key, reading)
    return reading
  }

  return {
    store: {
      ...store,
      settings: {
        read: (person) => store.settings.read(person),
        async change(person, change) {
          const changed = await store.settings.change(person, change)
          remember(personKey(person), changed)
          return changed
        },
      },
      async erase(person) {
        await store.erase(person)
        choices.delete(personKey(person))
      },
    },
    choiceOf(person) {
      const key = personKey(person)
      const cached = choices.get(key)
      if (!cached) return atMost(FIRST_READ_MS, read(key, person))
      if (now() - cached.at >= FRESH_MS) void read(key, person)
      return cached.locale
    },
  }
}

/** Resolves with undefined if a promise takes longer than some milliseconds. */
async function atMost<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
}

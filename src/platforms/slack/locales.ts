import { LRUCache } from 'lru-cache'
import { type Locale, localeFrom } from '../../i18n/index.ts'
import type { SlackCalls } from './calls.ts'
import { textAt } from './reading.ts'

/** The longest a first contact waits for the person's language, in milliseconds. */
const MOST_WAIT_MS = 500
/** People change their language rarely. */
const KEPT_MS = 12 * 60 * 60 * 1000
/** Where Slack did not say it, it is asked again after this. */
const RETRY_MS = 5 * 60 * 1000
const MOST_PEOPLE = 50_000

export interface Locales {
  /** The language of a person's Slack profile; English where it is not known in time. At once where it is remembered. */
  of(token: string, team: string, user: string): Locale | Promise<Locale>
}

export function createLocales(calls: SlackCalls, report: (problem: string, details: object) => void): Locales {
  const known = new LRUCache<string, Locale>({ max: MOST_PEOPLE, ttl: KEPT_MS })
  const asked = new Map<string, Promise<Locale>>()

  const ask = async (key: string, token: string, user: string): Promise<Locale> => {
    try {
      const args = { user, include_locale: true }
      const answer = await calls.call({ token, method: 'users.info', key, args, again: 'harmless' })
      const locale = localeFrom(textAt(answer, 'user', 'locale'))
      known.set(key, locale)
      return locale
    } catch (error) {
      report('the language of a person is not known; they are answered in English', { err: error })
      known.set(key, 'en', { ttl: RETRY_MS })
      return 'en'
    } finally {
      asked.delete(key)
    }
  }

  return {
    of(token, team, user) {
      const key = `locale/${team}/${user}`
      const locale = known.get(key)
      if (locale !== undefined) return locale
      const asking = asked.get(key) ?? ask(key, token, user)
      asked.set(key, asking)
      return inTime(asking)
    },
  }
}

/** What is known within half a second, or English. */
function inTime(asking: Promise<Locale>): Promise<Locale> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('en'), MOST_WAIT_MS)
    void asking.then((locale) => {
      clearTimeout(timer)
      resolve(locale)
    })
  })
}

import { LRUCache } from 'lru-cache'
import { type Locale, localeFrom } from '../../i18n/index.ts'
import type { SlackCalls } from './calls.ts'
import { at, textAt } from './reading.ts'

/** The longest a first contact waits for the person's language, in milliseconds. */
const MOST_WAIT_MS = 500
/** People change their language rarely. */
const KEPT_MS = 12 * 60 * 60 * 1000
/** Where Slack did not say it, it is asked again after this. */
const RETRY_MS = 5 * 60 * 1000
const MOST_PEOPLE = 50_000

interface Known {
  readonly locale: Locale
  readonly bot: boolean
}

export interface Locales {
  /** The language of a person's Slack profile; English where it is not known in time. At once where it is remembered. */
  of(token: string, team: string, user: string): Locale | Promise<Locale>
  /** Whether somebody is an app or Slack itself; false where Slack does not say. */
  isBot(token: string, team: string, user: string): Promise<boolean>
}

export function createLocales(calls: SlackCalls, report: (problem: string, details: object) => void): Locales {
  const known = new LRUCache<string, Known>({ max: MOST_PEOPLE, ttl: KEPT_MS })
  const asked = new Map<string, Promise<Known>>()

  const ask = async (key: string, token: string, user: string): Promise<Known> => {
    try {
      const args = { user, include_locale: true }
      const answer = await calls.call({ token, method: 'users.info', key, args, again: 'harmless' })
      const bot = at(answer, 'user', 'is_bot') === true || user === 'USLACKBOT'
      const found = { locale: localeFrom(textAt(answer, 'user', 'locale')), bot }
      known.set(key, found)
      return found
    } catch (error) {
      report('the language of a person is not known; they are answered in English', { err: error })
      const nothing = { locale: 'en', bot: false } as const
      known.set(key, nothing, { ttl: RETRY_MS })
      return nothing
    } finally {
      asked.delete(key)
    }
  }

  const find = (token: string, team: string, user: string): Known | Promise<Known> => {
    const key = `locale/${team}/${user}`
    const found = known.get(key)
    if (found !== undefined) return found
    const asking = asked.get(key) ?? ask(key, token, user)
    asked.set(key, asking)
    return asking
  }

  return {
    of(token, team, user) {
      const found = find(token, team, user)
      return found instanceof Promise ? inTime(found) : found.locale
    },
    isBot: async (token, team, user) => (await find(token, team, user)).bot,
  }
}

/** What is known within half a second, or English. */
function inTime(asking: Promise<Known>): Promise<Locale> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('en'), MOST_WAIT_MS)
    void asking.then(({ locale }) => {
      clearTimeout(timer)
      resolve(locale)
    })
  })
}

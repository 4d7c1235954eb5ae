import { LRUCache } from 'lru-cache'
import { type Locale, localeFrom } from '../../i18n/index.ts'
import { at, textAt } from './json.ts'
import { type MembershipStatus, membershipStatusFrom } from './membership.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

/** The longest a first contact waits for the person's language, in milliseconds. */
const MOST_WAIT_MS = 500
/** People change their language rarely. */
const KEPT_MS = 12 * 60 * 60 * 1000
/** Where Slack did not say it, it is asked again after this. */
const RETRY_MS = 5 * 60 * 1000
const MOST_PEOPLE = 50_000

interface Profile {
  readonly locale: Locale
  /** Undefined if Slack did not answer. */
  readonly standing: MembershipStatus | undefined
  /** When it was read, in milliseconds since 1970. */
  readonly at: number
}

export interface UserInfo {
  /** The language of a person's Slack profile; English where it is not known in time. At once where it is remembered. */
  localeOf(token: string, team: string, user: string): Locale | Promise<Locale>
  /** What someone is to a workspace, read at most `maxAgeMs` ago (12 hours unless told); undefined if Slack does not answer. */
  membershipStatusOf(
    token: string,
    team: string,
    user: string,
    maxAgeMs?: number,
  ): Promise<MembershipStatus | undefined>
}

export interface UserInfoDeps {
  readonly webApi: WebApi
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}

export function createUserInfo({ webApi: calls, now, report }: UserInfoDeps): UserInfo {
  const profiles = new LRUCache<string, Profile>({ max: MOST_PEOPLE, ttl: KEPT_MS })
  const asked = new Map<string, Promise<Profile>>()

  const ask = async (key: string, token: string, team: string, user: string): Promise<Profile> => {
    try {
      const args = { user, include_locale: true }
      const answer = await calls.call({ token, method: 'users.info', queueKey: key, args, retry: 'idempotent' })
      const found = {
        locale: localeFrom(textAt(answer, 'user', 'locale')),
        standing: membershipStatusFrom(at(answer, 'user'), team),
        at: now(),
      }
      profiles.set(key, found)
      return found
    } catch (error) {
      if (error instanceof SlackApiError && NOBODY.has(error.code)) {
        const nobody: Profile = { locale: 'en', standing: 'nobody', at: now() }
        profiles.set(key, nobody, { ttl: RETRY_MS })
        return nobody
      }
      report('the profile of a person could not be read', { err: error })
      const former = profiles.get(key)
      const unread: Profile = { locale: former?.locale ?? 'en', standing: undefined, at: now() }
      if (!former) profiles.set(key, unread, { ttl: RETRY_MS })
      return unread
    } finally {
      asked.delete(key)
    }
  }

  const read = (token: string, team: string, user: string): Promise<Profile> => {
    const key = `locale/${team}/${user}`
    const asking = asked.get(key) ?? ask(key, token, team, user)
    asked.set(key, asking)
    return asking
  }

  return {
    localeOf(token, team, user) {
      const found = profiles.get(`locale/${team}/${user}`)
      return found ? found.locale : inTime(read(token, team, user))
    },
    async membershipStatusOf(token, team, user, maxAgeMs = KEPT_MS) {
      const found = profiles.get(`locale/${team}/${user}`)
      if (found?.standing !== undefined && now() - found.at <= maxAgeMs) return found.standing
      return (await read(token, team, user)).standing
    },
  }
}

/** Refusals of `users.info` that mean that the workspace has no such person. */
const NOBODY: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible', 'users_not_found'])

/** What is known within half a second, or English. */
function inTime(asking: Promise<Profile>): Promise<Locale> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('en'), MOST_WAIT_MS)
    void asking.then(({ locale }) => {
      clearTimeout(timer)
      resolve(locale)
    })
  })
}

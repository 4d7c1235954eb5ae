import { LRUCache } from 'lru-cache'
import { type Locale, localeFrom } from '../../i18n/index.ts'
import { withTimeout } from '../delivery/timeout.ts'
import { at, textAt } from './json.ts'
import { type MembershipStatus, membershipStatusFrom } from './membership.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

/** How long the first answer to a person waits for their language. */
const LOCALE_TIMEOUT_MS = 500
/** People rarely change their language. */
const MAX_AGE_MS = 12 * 60 * 60 * 1000
/** Age at which a profile that Slack did not return is read again. */
const RETRY_MS = 5 * 60 * 1000
const MAX_PROFILES = 50_000

interface Profile {
  readonly locale: Locale
  /** Undefined if Slack did not answer. */
  readonly status: MembershipStatus | undefined
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number
}

/** Reads the Slack profiles of people. */
export interface UserInfo {
  /** Returns the language of a person: at once if it is cached, English if Slack does not return it in time. */
  localeOf(token: string, team: string, user: string): Locale | Promise<Locale>
  /** Reads a person's membership of a workspace, cached for at most `maxAgeMs` (12 hours by default); undefined if Slack does not answer. */
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

/** Errors of `users.info` that mean that the workspace has no such person. */
const NO_SUCH_USER: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible', 'users_not_found'])

export function createUserInfo({ webApi, now, report }: UserInfoDeps): UserInfo {
  const profiles = new LRUCache<string, Profile>({ max: MAX_PROFILES, ttl: MAX_AGE_MS })
  /** Concurrent reads of a profile share one call. */
  const pending = new Map<string, Promise<Profile>>()
  const keyOf = (team: string, user: string): string => `locale/${team}/${user}`

  const fetchProfile = async (token: string, team: string, user: string): Promise<Profile> => {
    const key = keyOf(team, user)
    try {
      const args = { user, include_locale: true }
      const response = await webApi.call({ token, method: 'users.info', queueKey: key, args })
      const locale = localeFrom(textAt(response, 'user', 'locale'))
      const profile = { locale, status: membershipStatusFrom(at(response, 'user'), team), readAt: now() }
      profiles.set(key, profile)
      return profile
    } catch (error) {
      const isMissing = error instanceof SlackApiError && NO_SUCH_USER.has(error.code)
      if (!isMissing) report('the profile of a person could not be read', { err: error })
      const previous = isMissing ? undefined : profiles.get(key)
      const profile: Profile = {
        locale: previous?.locale ?? 'en',
        status: isMissing ? 'nobody' : undefined,
        readAt: now(),
      }
      if (!previous) profiles.set(key, profile, { ttl: RETRY_MS })
      return profile
    }
  }

  const read = (token: string, team: string, user: string): Promise<Profile> => {
    const key = keyOf(team, user)
    const profile = pending.get(key) ?? fetchProfile(token, team, user).finally(() => pending.delete(key))
    pending.set(key, profile)
    return profile
  }

  return {
    localeOf(token, team, user) {
      const cached = profiles.get(keyOf(team, user))
      if (cached) return cached.locale
      return withTimeout(read(token, team, user), LOCALE_TIMEOUT_MS).then((profile) => profile?.locale ?? 'en')
    },
    async membershipStatusOf(token, team, user, maxAgeMs = MAX_AGE_MS) {
      const cached = profiles.get(keyOf(team, user))
      if (cached?.status !== undefined && now() - cached.readAt <= maxAgeMs) return cached.status
      return (await read(token, team, user)).status
    },
  }
}

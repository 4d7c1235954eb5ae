import { LRUCache } from 'lru-cache'
import type { Bot, Person } from '../../bot/index.ts'
import { type Locale, localeFrom } from '../../i18n/index.ts'
import type { DeliveryOrigin } from '../../runtime/logger.ts'
import { withTimeout } from '../delivery/deliver.ts'
import { UNKNOWN_TOKEN } from './auth/authorize.ts'
import { at, textAt } from './json.ts'
import { hasAdministration, type MembershipStatus, membershipStatusFrom } from './membership.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

/** The user who sent a delivery. */
export interface Sender {
  readonly person: Person
  readonly team: string
  readonly user: string
  /** The bot token for the answer; undefined if the app is not installed in the workspace. */
  readonly token: string | undefined
  readonly appId: string | undefined
}

export type AuthorizedSender = Sender & { readonly token: string }

/** A sender who can be answered, in a language. */
export interface Requester {
  readonly sender: AuthorizedSender
  readonly locale: Locale
}

/** What Bolt authorized for a delivery. */
export interface Authorization {
  /** Undefined if the app is not installed there. */
  readonly token: string | undefined
  /** The workspace that the app is installed in, or the one of an organization that it was called in. */
  readonly team: string | undefined
}

/** Why there is no bot token to answer a sender with: the key of the message about it. */
export type AuthorizationProblem = 'slack.notAuthorized' | 'slack.storeAway'

/**
 * Identifies the sender of a delivery, with a token and a locale to answer in. Returns the problem if there is no token, and undefined
 * if the delivery names no user.
 */
export async function identifyRequester(
  body: unknown,
  authorization: Authorization,
  context: LanguageContext,
): Promise<Requester | AuthorizationProblem | undefined> {
  const sender = readSender(body, authorization)
  if (!sender) return undefined
  const { token } = sender
  if (token === undefined) return 'slack.notAuthorized'
  if (token === UNKNOWN_TOKEN) return 'slack.storeAway'
  const authorized = { ...sender, token }
  return { sender: authorized, locale: await languageOf(authorized, context) }
}

interface LanguageContext {
  readonly userInfo: UserInfo
  readonly bot: Pick<Bot, 'languageOf'>
}

/** The language to answer a person in: the one they have chosen, else that of their Slack. */
export async function languageOf(
  { token, person }: Pick<AuthorizedSender, 'token' | 'person'>,
  { userInfo, bot }: LanguageContext,
): Promise<Locale> {
  const chosen = bot.languageOf(person)
  const usual = userInfo.localeOf(token, person.workspace, person.user)
  return (await chosen) ?? usual
}

/**
 * Returns the sender of a delivery; undefined if it names no user. The workspace is the authorized one: in a channel shared with
 * another organization, `team_id` may be that organization's (docs.slack.dev/apis/slack-connect).
 */
export function readSender(body: unknown, { token, team: authorized }: Authorization): Sender | undefined {
  const user =
    textAt(body, 'user_id') ??
    textAt(body, 'user', 'id') ??
    textAt(body, 'event', 'user') ??
    textAt(body, 'event', 'message', 'user')
  const team = authorized ?? textAt(body, 'team_id') ?? textAt(body, 'team', 'id') ?? textAt(body, 'user', 'team_id')
  if (user === undefined || team === undefined) return undefined
  return { person: { platform: 'slack', workspace: team, user }, team, user, token, appId: textAt(body, 'api_app_id') }
}

/** The origin of a delivery, for the log. */
export function originOf(body: unknown, authorizedTeam: string | undefined): DeliveryOrigin {
  const sender = readSender(body, { token: undefined, team: authorizedTeam })
  return {
    platform: 'slack',
    workspace: sender?.team ?? textAt(body, 'team_id'),
    user: sender?.user,
    delivery: textAt(body, 'event_id') ?? textAt(body, 'trigger_id'),
  }
}

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
  /** Whether they administer the workspace. */
  readonly isAdministrator: boolean
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
  /** Reads whether a person is a member who administers a workspace; undefined if Slack does not answer. */
  isAdministrator(token: string, team: string, user: string): Promise<boolean | undefined>
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
  const keyOf = (team: string, user: string): string => `profile/${team}/${user}`

  const fetchProfile = async (token: string, team: string, user: string): Promise<Profile> => {
    const key = keyOf(team, user)
    try {
      const args = { user, include_locale: true }
      const response = await webApi.call({ token, method: 'users.info', queueKey: key, args })
      const locale = localeFrom(textAt(response, 'user', 'locale'))
      const info = at(response, 'user')
      const status = membershipStatusFrom(info, team)
      const isAdministrator = status === 'member' && hasAdministration(info)
      const profile = { locale, status, isAdministrator, readAt: now() }
      profiles.set(key, profile)
      return profile
    } catch (error) {
      const isMissing = error instanceof SlackApiError && NO_SUCH_USER.has(error.code)
      if (!isMissing) report('the profile of a person could not be read', { err: error })
      const previous = isMissing ? undefined : profiles.get(key)
      const profile: Profile = {
        locale: previous?.locale ?? 'en',
        status: isMissing ? 'nobody' : undefined,
        isAdministrator: false,
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
    async isAdministrator(token, team, user) {
      const { status, isAdministrator } = await read(token, team, user)
      return status === undefined ? undefined : isAdministrator
    },
  }
}

import type { Person } from '../../bot/index.ts'
import type { DeliveryOrigin } from '../../runtime/logger.ts'
import { UNKNOWN_TOKEN } from './auth/authorize.ts'
import type { HandlerContext, Requester } from './context.ts'
import { textAt } from './json.ts'

/** The user who sent a delivery. */
export interface Sender {
  readonly person: Person
  readonly team: string
  readonly user: string
  /** The bot token for the answer; undefined if the app is not installed in the workspace. */
  readonly token: string | undefined
  readonly appId: string | undefined
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
  { userInfo }: Pick<HandlerContext, 'userInfo'>,
): Promise<Requester | AuthorizationProblem | undefined> {
  const sender = readSender(body, authorization)
  if (!sender) return undefined
  const { token, team, user } = sender
  if (token === undefined) return 'slack.notAuthorized'
  if (token === UNKNOWN_TOKEN) return 'slack.storeAway'
  const locale = userInfo.localeOf(token, team, user)
  return { sender: { ...sender, token }, locale: typeof locale === 'string' ? locale : await locale }
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

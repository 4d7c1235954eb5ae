import type { Person } from '../../bot/index.ts'
import type { DeliveryOrigin } from '../../runtime/delivery-origin.ts'
import { UNKNOWN_TOKEN } from './auth/authorize.ts'
import { textAt } from './json.ts'

/** Who sent a delivery, and with which token they are answered. */
export interface Sender {
  readonly person: Person
  readonly team: string
  readonly user: string
  /** Undefined where the app is not installed in the workspace (any more). */
  readonly token: string | undefined
  readonly appId: string | undefined
}

/** Why somebody cannot be answered as they should; undefined where they can. */
export function authorizationProblem({ token }: Sender): 'slack.notAuthorised' | 'slack.storeAway' | undefined {
  if (token === undefined) return 'slack.notAuthorised'
  return token === UNKNOWN_TOKEN ? 'slack.storeAway' : undefined
}

/** What Bolt authorized for a delivery. */
export interface Authorization {
  /** Undefined if the app is not installed there. */
  readonly token: string | undefined
  /** The workspace that the app is installed in, or the one of an organization that it was called in. */
  readonly team: string | undefined
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
  return {
    person: { platform: 'slack', workspace: team, user },
    team,
    user,
    token,
    appId: textAt(body, 'api_app_id'),
  }
}

/** Where a delivery came from, for the log. */
export function originOf(body: unknown, authorizedTeam: string | undefined): DeliveryOrigin {
  const sender = readSender(body, { token: undefined, team: authorizedTeam })
  return {
    platform: 'slack',
    workspace: sender?.team ?? textAt(body, 'team_id'),
    user: sender?.user,
    delivery: textAt(body, 'event_id') ?? textAt(body, 'trigger_id'),
  }
}

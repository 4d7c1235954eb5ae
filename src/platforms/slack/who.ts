import type { Person } from '../../bot/index.ts'
import { UNKNOWN_TOKEN } from './authority.ts'
import { textAt } from './reading.ts'

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
export function whyUnanswered({ token }: Sender): 'slack.notAuthorised' | 'slack.storeAway' | undefined {
  if (token === undefined) return 'slack.notAuthorised'
  return token === UNKNOWN_TOKEN ? 'slack.storeAway' : undefined
}

/**
 * The sender of a delivery. The workspace is the one the app was called in; presses in an organisation-wide install carry
 * it with the person only. Undefined where nobody is named.
 */
export function senderOf(body: unknown, token: string | undefined): Sender | undefined {
  const user = textAt(body, 'user_id') ?? textAt(body, 'user', 'id') ?? textAt(body, 'event', 'user')
  const team = textAt(body, 'team_id') ?? textAt(body, 'team', 'id') ?? textAt(body, 'user', 'team_id')
  if (user === undefined || team === undefined) return undefined
  return {
    person: { platform: 'slack', workspace: team, user },
    team,
    user,
    token,
    appId: textAt(body, 'api_app_id'),
  }
}

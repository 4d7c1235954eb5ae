import { at, isRecord, textAt } from './json.ts'

/**
 * What someone is to a workspace. Only members take part in changing the ladder: not guests, people of another company who are in a
 * shared channel, deactivated people, apps, or an id that nobody has.
 */
export type MembershipStatus = 'member' | 'guest' | 'stranger' | 'deactivated' | 'bot' | 'nobody'

/** Reads a user as `users.info` describes them (docs.slack.dev/reference/objects/user-object). */
export function membershipStatusFrom(user: unknown, team: string): MembershipStatus {
  if (!isRecord(user)) return 'nobody'
  if (at(user, 'is_bot') === true || textAt(user, 'id') === 'USLACKBOT') return 'bot'
  if (at(user, 'deleted') === true) return 'deactivated'
  if (at(user, 'is_stranger') === true || !isOf(user, team)) return 'stranger'
  return at(user, 'is_restricted') === true || at(user, 'is_ultra_restricted') === true ? 'guest' : 'member'
}

/** `is_stranger` is left out for someone in a channel that is shared with the app: whose they are shows by their workspace. */
function isOf(user: unknown, team: string): boolean {
  const home = textAt(user, 'team_id')
  const teams = at(user, 'enterprise_user', 'teams')
  return home === undefined || home === team || (Array.isArray(teams) && teams.includes(team))
}

import { at, isRecord, listAt, textAt } from './json.ts'

/**
 * A user's relation to a workspace. Only members take part in changing the ladder: not guests, strangers (people of another company in a
 * shared channel), deactivated users, apps, or an id that belongs to no one.
 */
export type MembershipStatus = 'member' | 'guest' | 'stranger' | 'deactivated' | 'bot' | 'nobody'

/** Reads a user as `users.info` returns them (docs.slack.dev/reference/objects/user-object). */
export function membershipStatusFrom(user: unknown, team: string): MembershipStatus {
  if (!isRecord(user)) return 'nobody'
  if (at(user, 'is_bot') === true || textAt(user, 'id') === 'USLACKBOT') return 'bot'
  if (at(user, 'deleted') === true) return 'deactivated'
  if (at(user, 'is_stranger') === true || !belongsTo(user, team)) return 'stranger'
  return at(user, 'is_restricted') === true || at(user, 'is_ultra_restricted') === true ? 'guest' : 'member'
}

/** Whether a user as `users.info` returns them is an admin or owner of the workspace. */
export function hasAdministration(user: unknown): boolean {
  return ['is_admin', 'is_owner', 'is_primary_owner'].some((field) => at(user, field) === true)
}

/** Whether a user's workspace is `team`. Slack leaves out `is_stranger` if the app is in the shared channel. */
function belongsTo(user: unknown, team: string): boolean {
  const home = textAt(user, 'team_id')
  return home === undefined || home === team || listAt(user, 'enterprise_user', 'teams').includes(team)
}

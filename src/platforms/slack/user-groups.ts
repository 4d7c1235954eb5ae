import type { CommunityTracker, Membership } from '../../proposals/index.ts'
import { personKey } from '../../store/person.ts'
import type { Appointment, CommunityConfig } from '../platform.ts'
import type { Authorizer } from './auth/authorize.ts'
import { listAt } from './json.ts'
import type { MembershipStatus } from './membership.ts'
import type { UserInfo } from './user-info.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

/** User groups change rarely. */
const REFRESH_MS = 5 * 60 * 1000
/** Until all groups, and everyone in the configuration, have been read once. */
const RETRY_MS = 15_000
/** How long what was read of a person is used again: one action may need it more than once. */
const FRESH_MS = 1000

export interface CommunitySyncDeps {
  readonly config: CommunityConfig
  readonly authorizer: Authorizer
  readonly webApi: WebApi
  readonly userInfo: UserInfo
  readonly community: CommunityTracker
  readonly report: (problem: string, details: object) => void
}

/** The channel that proposals are posted in. */
export interface ChannelLocation {
  readonly team: string
  readonly channel: string
}

/** Tells the community who takes part in Slack, and keeps that up to date. Undefined where Slack has no part in it. */
export function startCommunitySync(
  parts: CommunitySyncDeps,
): { readonly channel: ChannelLocation; readonly stop: () => void } | undefined {
  const { config, authorizer: authorities, community } = parts
  const team = config.workspace ?? authorities.team
  if (config.channel === undefined || team === undefined) {
    community.report('slack', undefined)
    return undefined
  }
  /** What those in the configuration and in its groups were when they were read last. */
  const standings = new Map<string, MembershipStatus>()
  /** An id that nobody has must not count, nor guests, strangers, apps and deactivated people. */
  const mayDecide = (user: string): boolean => (standings.get(user) ?? 'member') === 'member'
  const people = (appointed: readonly Appointment[], members: ReadonlyMap<string, readonly string[]>) =>
    appointed.flatMap(({ id, domain }) =>
      usersOf(id, members)
        .filter(mayDecide)
        .map((user) => ({ key: personKey({ platform: 'slack', workspace: team, user }), domain })),
    )
  const groups = [...config.experts, ...config.admins].map(({ id }) => id).filter((id) => id.startsWith('S'))
  let members = new Map<string, readonly string[]>()
  /** Groups that Slack will not list: there may be experts in them. */
  const refused = new Set<string>()
  const named = (): ReadonlySet<string> =>
    new Set([...config.experts, ...config.admins].flatMap(({ id }) => usersOf(id, members)))
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    const isUnread = (group: string): boolean => !members.has(group)
    community.report('slack', {
      workspace: team,
      experts: people(config.experts, members),
      admins: people(config.admins, members).map(({ key }) => key),
      moreExperts: config.experts.some(({ id }) => groups.includes(id) && isUnread(id)),
      pending:
        groups.some((group) => isUnread(group) && !refused.has(group)) ||
        [...named()].some((user) => !standings.has(user)),
      checkMembership: ({ user }) => membershipOf(user),
    })
  }

  /** Reads what a person is now. Returns whether that changes who may decide. */
  const check = async (user: string, token: string, maxAgeMs: number): Promise<boolean> => {
    const standing = await parts.userInfo.membershipStatusOf(token, team, user, maxAgeMs)
    if (standing === undefined || !named().has(user)) return false
    const before = standings.get(user)
    standings.set(user, standing)
    if (standing !== 'member' && standing !== before) {
      parts.report('SLACK_EXPERTS or SLACK_ADMINS names someone who does not count: only members of the workspace do', {
        user,
        standing,
      })
    }
    return before !== standing
  }

  const membershipOf = async (user: string): Promise<Membership> => {
    const token = await authorities.tokenFor(team).catch(() => undefined)
    if (token === undefined) return 'unknown'
    if (await check(user, token, FRESH_MS)) tell()
    const standing = await parts.userInfo.membershipStatusOf(token, team, user, FRESH_MS)
    if (standing === undefined) return 'unknown'
    return standing === 'member' ? 'member' : 'none'
  }

  const refresh = async (): Promise<void> => {
    const token = await authorities.tokenFor(team).catch(() => undefined)
    const found = new Map(members)
    for (const group of new Set(groups)) {
      if (token === undefined) break
      try {
        found.set(group, await membersOf(group, token, parts.webApi))
      } catch (error) {
        if (error instanceof SlackApiError) refused.add(group)
        const needs =
          error instanceof SlackApiError && error.code === 'missing_scope' ? { needs: 'usergroups:read' } : {}
        parts.report('who belongs to a user group of SLACK_EXPERTS or SLACK_ADMINS is not known', {
          group,
          ...needs,
          err: error,
        })
      }
    }
    members = found
    if (token !== undefined) await Promise.all([...named()].map((user) => check(user, token, REFRESH_MS / 2)))
    tell()
    if (stopped) return
    const isRead =
      groups.every((group) => found.has(group) || refused.has(group)) &&
      [...named()].every((user) => standings.has(user))
    timer = setTimeout(() => void refresh(), isRead ? REFRESH_MS : RETRY_MS).unref()
  }
  tell()
  if (config.experts.length + config.admins.length > 0) void refresh()
  return {
    channel: { team, channel: config.channel },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** The users that an id of the configuration stands for: those of a user group, or the one it names. */
function usersOf(id: string, groups: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return id.startsWith('S') ? (groups.get(id) ?? []) : [id]
}

async function membersOf(usergroup: string, token: string, webApi: WebApi): Promise<readonly string[]> {
  const args = { usergroup }
  const response = await webApi.call({ token, method: 'usergroups.users.list', queueKey: 'groups', args })
  return listAt(response, 'users').filter((user) => typeof user === 'string')
}

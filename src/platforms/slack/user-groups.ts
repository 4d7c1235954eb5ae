import type { CommunityTracker, Membership } from '../../proposals/index.ts'
import { personKey } from '../../store/person.ts'
import type { Appointment, CommunityConfig } from '../platform.ts'
import type { Authorizer } from './auth/authorize.ts'
import { listAt } from './json.ts'
import type { MembershipStatus } from './membership.ts'
import type { UserInfo } from './sender.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

/** User groups change rarely. */
const REFRESH_MS = 5 * 60 * 1000
/** Until all groups, and everyone in the configuration, have been read once. */
const RETRY_MS = 15_000
/** How long a person's membership is reused: one action may need it more than once. */
const FRESH_MS = 1000

export interface CommunitySyncDeps {
  readonly config: CommunityConfig
  /** The workspace of the channel; undefined if proposals are not posted in Slack. */
  readonly team: string | undefined
  readonly authorizer: Authorizer
  readonly webApi: WebApi
  readonly userInfo: UserInfo
  readonly community: CommunityTracker
  readonly report: (problem: string, details: object) => void
}

/** Reports the experts and admins in Slack to the community tracker, now and whenever they change, until it is stopped. */
export function startCommunitySync({
  config,
  team,
  authorizer,
  webApi,
  userInfo,
  community,
  report,
}: CommunitySyncDeps): { readonly stop: () => void } {
  if (team === undefined) {
    community.report('slack', undefined)
    return { stop: () => undefined }
  }
  const appointed = [...config.experts, ...config.admins]
  const groups = new Set(appointed.map(({ id }) => id).filter(isGroup))
  let members = new Map<string, readonly string[]>()
  /** Groups that Slack refuses to list. They may contain experts. */
  const refused = new Set<string>()
  /** The last status that was read of the appointed people. */
  const statuses = new Map<string, MembershipStatus>()
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  /** The users of an appointment: those of a user group, or the one it names. */
  const usersOf = (id: string): readonly string[] => (isGroup(id) ? (members.get(id) ?? []) : [id])
  const appointedUsers = (): ReadonlySet<string> => new Set(appointed.flatMap(({ id }) => usersOf(id)))
  /** Guests, strangers, apps, deactivated people and ids that belong to no one may not decide. */
  const mayDecide = (user: string): boolean => (statuses.get(user) ?? 'member') === 'member'
  const peopleOf = (appointments: readonly Appointment[]) =>
    appointments.flatMap(({ id, domain }) =>
      usersOf(id)
        .filter(mayDecide)
        .map((user) => ({ key: personKey({ platform: 'slack', workspace: team, user }), domain })),
    )
  const isRead = (): boolean =>
    [...groups].every((group) => members.has(group) || refused.has(group)) &&
    [...appointedUsers()].every((user) => statuses.has(user))

  const reportCommunity = (): void => {
    if (isStopped) return
    community.report('slack', {
      workspace: team,
      experts: peopleOf(config.experts),
      admins: peopleOf(config.admins).map(({ key }) => key),
      moreExperts: config.experts.some(({ id }) => isGroup(id) && !members.has(id)),
      pending: !isRead(),
      checkMembership: ({ user }) => membershipOf(user),
    })
  }

  /** Reads a person's status; undefined if Slack does not answer. */
  const readStatus = async (user: string, token: string, maxAgeMs: number) => {
    const status = await userInfo.membershipStatusOf(token, team, user, maxAgeMs)
    const previous = statuses.get(user)
    if (status === undefined || !appointedUsers().has(user)) return { status, isChanged: false }
    statuses.set(user, status)
    const isChanged = status !== previous
    if (isChanged && status !== 'member') {
      report('SLACK_EXPERTS or SLACK_ADMINS names someone who does not count: only members of the workspace do', {
        user,
        standing: status,
      })
    }
    return { status, isChanged }
  }

  const readToken = (): Promise<string | undefined> => authorizer.tokenFor(team).catch(() => undefined)

  const membershipOf = async (user: string): Promise<Membership> => {
    const token = await readToken()
    if (token === undefined) return 'unknown'
    const { status, isChanged } = await readStatus(user, token, FRESH_MS)
    if (isChanged) reportCommunity()
    if (status === undefined) return 'unknown'
    return status === 'member' ? 'member' : 'none'
  }

  const refresh = async (): Promise<void> => {
    const token = await readToken()
    if (token !== undefined) {
      const updated = new Map(members)
      for (const group of groups) {
        try {
          updated.set(group, await membersOf(group, token, webApi))
        } catch (error) {
          if (error instanceof SlackApiError) refused.add(group)
          const isScopeMissing = error instanceof SlackApiError && error.code === 'missing_scope'
          report('who belongs to a user group of SLACK_EXPERTS or SLACK_ADMINS is not known', {
            group,
            ...(isScopeMissing && { needs: 'usergroups:read' }),
            err: error,
          })
        }
      }
      members = updated
      await Promise.all([...appointedUsers()].map((user) => readStatus(user, token, REFRESH_MS / 2)))
    }
    reportCommunity()
    if (isStopped) return
    timer = setTimeout(() => void refresh(), isRead() ? REFRESH_MS : RETRY_MS).unref()
  }
  reportCommunity()
  if (appointed.length > 0) void refresh()
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** Whether an id of the configuration is that of a user group. */
export function isGroup(id: string): boolean {
  return id.startsWith('S')
}

async function membersOf(usergroup: string, token: string, webApi: WebApi): Promise<readonly string[]> {
  const args = { usergroup }
  const response = await webApi.call({ token, method: 'usergroups.users.list', queueKey: 'groups', args })
  return listAt(response, 'users').filter((user) => typeof user === 'string')
}

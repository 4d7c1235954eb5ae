import type { Community } from '../../bot/index.ts'
import type { Appointed, CommunityConfig } from '../../config.ts'
import { personKey } from '../../store/person.ts'
import type { Authorities } from './authority.ts'
import { type SlackCalls, SlackRefusal } from './calls.ts'
import { at } from './reading.ts'

/** User groups change rarely. */
const REFRESH_MS = 5 * 60 * 1000
/** Until all groups have been read once. */
const RETRY_MS = 15_000

export interface SlackCommunityParts {
  readonly config: CommunityConfig
  readonly authorities: Authorities
  readonly calls: SlackCalls
  readonly community: Community
  readonly report: (problem: string, details: object) => void
}

/** The channel that proposals are posted in. */
export interface Home {
  readonly team: string
  readonly channel: string
}

/** Tells the community who takes part in Slack, and keeps that up to date. Undefined where Slack has no part in it. */
export function joinCommunity(
  parts: SlackCommunityParts,
): { readonly home: Home; readonly stop: () => void } | undefined {
  const { config, authorities, community } = parts
  const team = config.workspace ?? authorities.team
  if (config.channel === undefined || team === undefined) {
    community.set('slack', undefined)
    return undefined
  }
  const people = (appointed: readonly Appointed[], members: ReadonlyMap<string, readonly string[]>) =>
    appointed.flatMap(({ id, domain }) =>
      (id.startsWith('S') ? (members.get(id) ?? []) : [id]).map((user) => ({
        key: personKey({ platform: 'slack', workspace: team, user }),
        domain,
      })),
    )
  const groups = [...config.experts, ...config.admins].map(({ id }) => id).filter((id) => id.startsWith('S'))
  let members = new Map<string, readonly string[]>()
  /** Groups that Slack will not list: there may be experts in them. */
  const refused = new Set<string>()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    const isUnread = (group: string): boolean => !members.has(group)
    community.set('slack', {
      workspace: team,
      experts: people(config.experts, members),
      admins: people(config.admins, members).map(({ key }) => key),
      moreExperts: config.experts.some(({ id }) => groups.includes(id) && isUnread(id)),
      pending: groups.some((group) => isUnread(group) && !refused.has(group)),
    })
  }
  const refresh = async (): Promise<void> => {
    const token = await authorities.tokenFor(team)
    const found = new Map(members)
    for (const group of new Set(groups)) {
      if (token === undefined) break
      try {
        found.set(group, await membersOf(group, token, parts.calls))
      } catch (error) {
        if (error instanceof SlackRefusal) refused.add(group)
        const needs =
          error instanceof SlackRefusal && error.code === 'missing_scope' ? { needs: 'usergroups:read' } : {}
        parts.report('who belongs to a user group of SLACK_EXPERTS or SLACK_ADMINS is not known', {
          group,
          ...needs,
          err: error,
        })
      }
    }
    members = found
    tell()
    if (stopped) return
    const isRead = groups.every((group) => found.has(group) || refused.has(group))
    timer = setTimeout(() => void refresh(), isRead ? REFRESH_MS : RETRY_MS).unref()
  }
  tell()
  if (groups.length > 0) void refresh()
  return {
    home: { team, channel: config.channel },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

async function membersOf(group: string, token: string, calls: SlackCalls): Promise<readonly string[]> {
  const args = { usergroup: group }
  const answer = await calls.call({ token, method: 'usergroups.users.list', key: 'groups', args, again: 'harmless' })
  const users = at(answer, 'users')
  return Array.isArray(users) ? users.filter((user) => typeof user === 'string') : []
}

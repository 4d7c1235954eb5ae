import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { CommunityTracker, Membership } from '../../proposals/index.ts'
import { personKey } from '../../store/person.ts'
import type { Appointment, CommunityConfig } from '../platform.ts'
import { isRefusal } from './api-error.ts'
import { ChannelError, checkChannel, permissionsProblem } from './channel-check.ts'

/** How often roles and named users are read again. */
const REFRESH_MS = 5 * 60 * 1000
/** The delay after a failure, such as a channel that does not exist yet. */
const RETRY_MS = 15_000
/** guild/list-guild-members: the largest page. */
const PAGE_SIZE = 1000
const MAX_PAGES = 50
/** How long a membership check is cached: one action may need it more than once. */
const CHECK_TTL_MS = 1000
const MAX_CHECKS = 20_000
/** The timeout of one membership check, its retries included. */
const CHECK_TIMEOUT_MS = 5000

const Roles = z.array(z.object({ id: z.string() }))
const User = z.object({ id: z.string(), bot: z.boolean().optional() })
const Member = z.object({ user: User, roles: z.array(z.string()) })
type Member = z.infer<typeof Member>
const Members = z.array(Member)

/** The member who caused a gateway event of a server. In a message, the author is outside the member. */
const MemberEvent = z.object({
  guild_id: z.string(),
  member: z.object({ user: User.optional(), roles: z.array(z.string()) }),
  author: User.optional(),
})

/** The proposals channel and its server. */
export interface ChannelLocation {
  readonly server: string
  readonly channel: string
}

export interface MemberDirectory {
  /** The proposals channel; undefined until it has been read. */
  readonly channel: () => ChannelLocation | undefined
  /** The roles whose holders may decide about a domain (null: about a role as a whole), if Discord does not list all holders. */
  readonly unlistedRoles: (domain: string | null) => readonly string[]
  /** Reads the channel and who decides, now and every five minutes. */
  start(): Promise<void>
  stop(): void
  /** Reads the member and their roles from a raw gateway event: discord.js caches neither. */
  observe(event: unknown): void
}

export interface MemberDirectoryDeps {
  readonly config: CommunityConfig
  readonly rest: REST
  readonly community: CommunityTracker
  readonly now: () => number
  readonly report: (problem: string, details?: object) => void
  /** The bot's own user; undefined until it is connected. */
  readonly botId: () => string | undefined
}

/** Reports Discord's members, experts and admins to the community: none without a proposals channel. */
export function createMemberDirectory({
  config,
  rest,
  community,
  now,
  report,
  botId,
}: MemberDirectoryDeps): MemberDirectory {
  const channelId = config.channel
  const appointments = [...config.experts, ...config.admins]
  /** The appointed roles that each user holds. */
  const holders = new Map<string, readonly string[]>()
  /** Appointed users who are bots, or no members of the server. */
  const absent = new Set<string>()
  const checks = new LRUCache<string, Membership>({
    max: MAX_CHECKS,
    ttl: CHECK_TTL_MS,
    ttlResolution: 0,
    perf: { now },
  })
  /** An admin chose the channel in its server. That of the operator is read first. */
  let location: ChannelLocation | undefined =
    channelId === undefined || config.workspace === undefined
      ? undefined
      : { server: config.workspace, channel: channelId }
  let isChecked = false
  let appointedRoles: ReadonlySet<string> = new Set()
  /** Whether the appointed roles may have holders that are not in `holders`. */
  let moreExperts = false
  let timer: NodeJS.Timeout | undefined
  const hasGeneralExperts = config.experts.some((expert) => expert.domain === null)
  let stopped = false
  let warnedAboutIntent = false
  /** Whether the holders of the appointed roles have been read. */
  let isComplete = false
  /** The last problem that was reported, until a refresh succeeds. */
  let lastProblem: string | undefined

  const resolveAppointments = (list: readonly Appointment[], server: string) =>
    list.flatMap(({ id, domain }) => {
      const users = appointedRoles.has(id)
        ? [...holders].filter(([, roles]) => roles.includes(id)).map(([user]) => user)
        : absent.has(id)
          ? []
          : [id]
      return users.map((user) => ({ key: personKey({ platform: 'discord', workspace: server, user }), domain }))
    })

  const publish = (): void => {
    if (!location || stopped) return
    const { server } = location
    community.report('discord', {
      workspace: server,
      experts: resolveAppointments(config.experts, server),
      admins: resolveAppointments(config.admins, server).map(({ key }) => key),
      moreExperts: moreExperts && config.experts.some(({ id }) => appointedRoles.has(id)),
      checkMembership: ({ user }) => membershipOf(user, server),
      pending: !isComplete,
    })
  }

  /** Records a member, or that a user is none (undefined, or a bot). Returns whether that changes who decides. */
  const record = (user: string, member: Pick<Member, 'user' | 'roles'> | undefined): boolean => {
    const person = member?.user.bot === true ? undefined : member
    checks.set(user, person ? 'member' : 'none')
    const before = `${absent.has(user)} ${holders.get(user)?.join() ?? ''}`
    const ownRoles = person?.roles.filter((id) => appointedRoles.has(id)) ?? []
    if (ownRoles.length > 0) holders.set(user, ownRoles)
    else holders.delete(user)
    if (person) absent.delete(user)
    else if (appointments.some(({ id }) => id === user)) absent.add(user)
    return before !== `${absent.has(user)} ${ownRoles.join()}`
  }

  const readRoles = async (server: string): Promise<z.infer<typeof Roles>> =>
    Roles.parse(await rest.get(Routes.guildRoles(server)))

  /** Reads a member of the server; undefined if the user is none. */
  const readMember = async (server: string, user: string): Promise<Member | undefined> => {
    const signal = AbortSignal.timeout(CHECK_TIMEOUT_MS)
    try {
      return Member.parse(await rest.get(Routes.guildMember(server, user), { signal }))
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser)) return undefined
      throw error
    }
  }

  const membershipOf = async (user: string, server: string): Promise<Membership> => {
    const cached = checks.get(user)
    if (cached) return cached
    try {
      if (record(user, await readMember(server, user))) publish()
      return checks.get(user) ?? 'unknown'
    } catch (error) {
      report('the membership of a user could not be checked', { user, err: error })
      return 'unknown'
    }
  }

  /** Lists the holders of the appointed roles. Rejects if Discord does not allow it. */
  const listHolders = async (server: string): Promise<void> => {
    const listed = new Map<string, readonly string[]>()
    let after = '0'
    let isLast = false
    for (let page = 0; page < MAX_PAGES && !isLast; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE_SIZE), after })
      const members = Members.parse(await rest.get(Routes.guildMembers(server), { query }))
      for (const { user, roles } of members) {
        const ownRoles = user.bot === true ? [] : roles.filter((id) => appointedRoles.has(id))
        if (ownRoles.length > 0) listed.set(user.id, ownRoles)
      }
      after = members.at(-1)?.user.id ?? after
      isLast = members.length < PAGE_SIZE
    }
    // A complete list has no one who has left.
    if (isLast) holders.clear()
    for (const [user, ownRoles] of listed) holders.set(user, ownRoles)
    moreExperts = !isLast
  }

  /** Checks which appointed users are members of the server. */
  const checkNamedUsers = async (server: string): Promise<void> => {
    for (const id of new Set(appointments.map((each) => each.id))) {
      if (appointedRoles.has(id)) continue
      const wasAbsent = absent.has(id)
      record(id, await readMember(server, id))
      if (absent.has(id) && !wasAbsent) {
        report('DISCORD_EXPERTS or DISCORD_ADMINS names an id that is neither a role nor a member of the server', {
          id,
        })
      }
    }
  }

  const refresh = async (): Promise<void> => {
    if (channelId === undefined) {
      if (!stopped) community.report('discord', undefined)
      return
    }
    let hasFailed = false
    try {
      await read(channelId)
      lastProblem = undefined
    } catch (error) {
      hasFailed = true
      const isChannelError = error instanceof ChannelError
      const problem = isChannelError
        ? error.message
        : location
          ? 'who decides on proposals could not be read from Discord'
          : 'DISCORD_PROPOSALS_CHANNEL cannot be seen'
      // A retry every few seconds reports the same problem only once.
      if (problem !== lastProblem) {
        report(`${problem}; trying again`, { channel: channelId, ...(!isChannelError && { err: error }) })
      }
      lastProblem = problem
    }
    if (!stopped) timer = setTimeout(() => void refresh(), hasFailed ? RETRY_MS : REFRESH_MS).unref()
  }

  /** Reads the channel, once, and who decides. */
  const read = async (channel: string): Promise<void> => {
    if (!location || !isChecked) {
      const { server, missingPermissions } = await checkChannel(rest, channel, botId())
      location = { server, channel }
      isChecked = true
      if (missingPermissions !== undefined) report(permissionsProblem(missingPermissions), { channel })
      // Members may propose before it is known who decides.
      publish()
    }
    const roles = appointments.length > 0 ? await readRoles(location.server) : []
    appointedRoles = new Set(roles.map(({ id }) => id).filter((id) => appointments.some((each) => each.id === id)))
    await checkNamedUsers(location.server)
    if (appointedRoles.size > 0) {
      try {
        await listHolders(location.server)
      } catch (error) {
        if (!(error instanceof DiscordAPIError) || error.status !== 403) throw error
        moreExperts = true
        if (!warnedAboutIntent) {
          report(
            'Rung can’t see who has the roles in DISCORD_EXPERTS and DISCORD_ADMINS until they use it: turn on the Server Members Intent (Developer Portal > Bot), or name users',
          )
        }
        warnedAboutIntent = true
      }
    }
    isComplete = true
    publish()
  }

  return {
    channel: () => location,
    // The same rule as in `expertsOf`.
    unlistedRoles: (domain) =>
      moreExperts
        ? config.experts
            .filter((expert) => appointedRoles.has(expert.id))
            .filter(
              (expert) => expert.domain === null || expert.domain === domain || (domain === null && !hasGeneralExperts),
            )
            .map(({ id }) => id)
        : [],
    start: refresh,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
    observe(event) {
      if (!location) return
      const parsed = MemberEvent.safeParse(event)
      if (!parsed.success || parsed.data.guild_id !== location.server) return
      const { member, author } = parsed.data
      const user = member.user ?? author
      if (user && record(user.id, { user, roles: member.roles })) publish()
    },
  }
}

import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { CommunityTracker, Membership } from '../../proposals/index.ts'
import { personKey } from '../../store/person.ts'
import type { Appointment, CommunityConfig } from '../platform.ts'
import { ChannelError, checkChannel } from './channel-check.ts'
import { withRetries } from './retry.ts'

/** Roles change rarely. */
const REFRESH_MS = 5 * 60 * 1000
/** After a failure, such as a channel that is not there yet. */
const RETRY_MS = 15_000
/** guild/list-guild-members: as many as one page holds. */
const PAGE = 1000
const MOST_PAGES = 50
/** How long an answer about one person's membership is used again: one action may need it more than once. */
const FRESH_MS = 1000
const MOST_FRESH = 20_000
/** Timeout of one membership check, its retries included. */
const CHECK_MS = 5000

const Roles = z.array(z.object({ id: z.string() }))
const User = z.object({ id: z.string(), bot: z.boolean().optional() })
const Member = z.object({ user: User, roles: z.array(z.string()) })
type Member = z.infer<typeof Member>
const Members = z.array(Member)

/** What an event of a server carries about the member who caused it; a message has its author beside the member. */
const MemberEvent = z.object({
  guild_id: z.string(),
  member: z.object({ user: User.optional(), roles: z.array(z.string()) }),
  author: User.optional(),
})

/** The channel that proposals are posted in, and its server. */
export interface ChannelLocation {
  readonly server: string
  readonly channel: string
}

export interface MemberDirectory {
  /** Undefined until the channel has been found. */
  readonly channel: () => ChannelLocation | undefined
  /** The roles whose holders may decide about a domain (null: about a role as a whole), where they are not all known. */
  readonly unlistedRoles: (domain: string | null) => readonly string[]
  /** Finds the channel and who decides, and keeps that up to date. */
  start(): Promise<void>
  stop(): void
  /** Takes the member and their roles from a raw gateway event: discord.js caches neither. */
  observe(event: unknown): void
}

export interface MemberDirectoryDeps {
  readonly config: CommunityConfig
  readonly rest: REST
  readonly community: CommunityTracker
  readonly now: () => number
  readonly report: (problem: string, details?: object) => void
  /** The bot's own user, once it is connected. */
  readonly ownId: () => string | undefined
}

/** Tells the community who takes part in Discord. Without a channel of proposals nobody does. */
export function createMemberDirectory({
  config,
  rest,
  community,
  now,
  report,
  ownId,
}: MemberDirectoryDeps): MemberDirectory {
  const { channel } = config
  const appointed = [...config.experts, ...config.admins]
  /** Who holds which of the roles that count. */
  const holders = new Map<string, readonly string[]>()
  /** Users of the configuration who are no members of the server, or bots. */
  const absent = new Set<string>()
  const checks = new LRUCache<string, Membership>({ max: MOST_FRESH, ttl: FRESH_MS, ttlResolution: 0, perf: { now } })
  let home: ChannelLocation | undefined
  let roles: ReadonlySet<string> = new Set()
  let moreExperts = false
  let timer: NodeJS.Timeout | undefined
  const ofAll = config.experts.some((expert) => expert.domain === null)
  let stopped = false
  let told = false
  /** Whether it has been found out who holds the roles. */
  let listed = false
  let reported: string | undefined

  const people = (those: readonly Appointment[], server: string) =>
    those.flatMap(({ id, domain }) => {
      const named = absent.has(id) ? [] : [id]
      const users = roles.has(id) ? [...holders].filter(([, own]) => own.includes(id)).map(([user]) => user) : named
      return users.map((user) => ({ key: personKey({ platform: 'discord', workspace: server, user }), domain }))
    })

  const tell = (): void => {
    if (!home) return
    const { server } = home
    community.report('discord', {
      workspace: server,
      experts: people(config.experts, server),
      admins: people(config.admins, server).map(({ key }) => key),
      moreExperts: moreExperts && config.experts.some(({ id }) => roles.has(id)),
      checkMembership: ({ user }) => membershipOf(user, server),
      pending: !listed,
    })
  }

  /** Records a member, or that someone is none (undefined); bots never are. Returns whether that changes who decides. */
  const record = (user: string, member: Pick<Member, 'user' | 'roles'> | undefined): boolean => {
    const person = member?.user.bot === true ? undefined : member
    checks.set(user, person ? 'member' : 'none')
    const before = `${absent.has(user)} ${holders.get(user)?.join() ?? ''}`
    const counting = person?.roles.filter((id) => roles.has(id)) ?? []
    if (counting.length > 0) holders.set(user, counting)
    else holders.delete(user)
    if (person) absent.delete(user)
    else if (appointed.some(({ id }) => id === user)) absent.add(user)
    return before !== `${absent.has(user)} ${counting.join()}`
  }

  const readRoles = async (server: string): Promise<z.infer<typeof Roles>> =>
    Roles.parse(await withRetries(() => rest.get(Routes.guildRoles(server))))

  /** Reads one member of the server; undefined if there is none. */
  const readMember = async (server: string, user: string): Promise<Member | undefined> => {
    const signal = AbortSignal.timeout(CHECK_MS)
    try {
      return Member.parse(await withRetries(() => rest.get(Routes.guildMember(server, user), { signal })))
    } catch (error) {
      if (error instanceof DiscordAPIError && NO_MEMBER.has(error.code)) return undefined
      throw error
    }
  }

  const membershipOf = async (user: string, server: string): Promise<Membership> => {
    const fresh = checks.get(user)
    if (fresh) return fresh
    try {
      if (record(user, await readMember(server, user))) tell()
      return checks.get(user) ?? 'unknown'
    } catch (error) {
      report('it could not be checked whether someone is a member of the server', { user, err: error })
      return 'unknown'
    }
  }

  /** Lists everyone who holds a role that counts, if Discord allows it. */
  const listHolders = async (server: string): Promise<void> => {
    const listed = new Map<string, readonly string[]>()
    let after = '0'
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), after })
      const members = Members.parse(await withRetries(() => rest.get(Routes.guildMembers(server), { query })))
      for (const { user, roles: own } of members) {
        const counting = user.bot === true ? [] : own.filter((id) => roles.has(id))
        if (counting.length > 0) listed.set(user.id, counting)
      }
      after = members.at(-1)?.user.id ?? after
      if (members.length < PAGE) {
        // Who has left is not in the list.
        holders.clear()
        for (const [user, counting] of listed) holders.set(user, counting)
        moreExperts = false
        return
      }
    }
    for (const [user, counting] of listed) holders.set(user, counting)
    moreExperts = true
  }

  /** Checks which users of the configuration are members of the server. An id that nobody has does not count. */
  const checkNamed = async (server: string): Promise<void> => {
    for (const id of new Set(appointed.map((each) => each.id))) {
      if (roles.has(id)) continue
      const wasAbsent = absent.has(id)
      record(id, await readMember(server, id))
      if (absent.has(id) && !wasAbsent) {
        report('DISCORD_EXPERTS or DISCORD_ADMINS names an id that is no role and no person of the server', { id })
      }
    }
  }

  const refresh = async (): Promise<void> => {
    if (channel === undefined) {
      community.report('discord', undefined)
      return
    }
    let failed = false
    try {
      if (!home) {
        const { server, lacks } = await checkChannel(rest, channel, ownId())
        home = { server, channel }
        if (lacks !== undefined) report(lacks, { channel })
        // Members may propose while it is found out who decides.
        tell()
      }
      const all = appointed.length > 0 ? await readRoles(home.server) : []
      roles = new Set(all.map(({ id }) => id).filter((id) => appointed.some((each) => each.id === id)))
      await checkNamed(home.server)
      if (roles.size > 0) {
        try {
          await listHolders(home.server)
        } catch (error) {
          if (!(error instanceof DiscordAPIError) || error.status !== 403) throw error
          moreExperts = true
          if (!told) {
            report(
              'who holds the roles of DISCORD_EXPERTS and DISCORD_ADMINS is known once they use Rung: switch on the Server Members Intent (Developer Portal > Bot), or name users',
            )
          }
          told = true
        }
      }
      listed = true
      tell()
      reported = undefined
    } catch (error) {
      failed = true
      const problem =
        error instanceof ChannelError
          ? error.message
          : home
            ? 'who decides about proposals could not be read from Discord'
            : 'DISCORD_PROPOSALS_CHANNEL cannot be seen'
      const details = error instanceof ChannelError ? { channel } : { channel, err: error }
      // It is looked for every few seconds: the same trouble is told once.
      if (problem !== reported) report(`${problem}; trying again`, details)
      reported = problem
    }
    if (!stopped) timer = setTimeout(() => void refresh(), failed ? RETRY_MS : REFRESH_MS).unref()
  }

  return {
    channel: () => home,
    // As in `expertsOf`.
    unlistedRoles: (domain) =>
      moreExperts
        ? config.experts
            .filter((expert) => roles.has(expert.id))
            .filter((expert) => expert.domain === null || expert.domain === domain || (domain === null && !ofAll))
            .map(({ id }) => id)
        : [],
    start: refresh,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
    observe(event) {
      if (!home) return
      const parsed = MemberEvent.safeParse(event)
      if (!parsed.success || parsed.data.guild_id !== home.server) return
      const { member, author } = parsed.data
      const user = member.user ?? author
      if (user && record(user.id, { user, roles: member.roles })) tell()
    },
  }
}

const NO_MEMBER: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
])

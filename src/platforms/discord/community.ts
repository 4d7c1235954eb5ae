import { DiscordAPIError, type REST, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Community } from '../../bot/index.ts'
import type { Appointed, CommunityConfig } from '../../config.ts'
import { personKey } from '../../store/person.ts'

/** Roles change rarely. */
const REFRESH_MS = 5 * 60 * 1000
/** Until the channel is found. */
const RETRY_MS = 15_000
/** guild/list-guild-members: as many as one page holds. */
const PAGE = 1000
const MOST_PAGES = 50
const MOST_PEOPLE = 20_000

const Channel = z.object({ guild_id: z.string() })
const Roles = z.array(z.object({ id: z.string() }))
const Member = z.object({ roles: z.array(z.string()) })
const Members = z.array(
  z.object({ user: z.object({ id: z.string(), bot: z.boolean().optional() }), roles: z.array(z.string()) }),
)

/** The channel that proposals are posted in, and its server. */
export interface Home {
  readonly server: string
  readonly channel: string
}

export interface DiscordCommunity {
  /** Undefined until the channel has been found. */
  readonly home: () => Home | undefined
  /** The roles whose holders may decide about a domain (null: about a role as a whole), where they are not all known. */
  readonly unlisted: (domain: string | null) => readonly string[]
  /** Finds the channel and who decides, and keeps that up to date. */
  start(): Promise<void>
  stop(): void
  /** What an interaction in the server tells of its member's roles. */
  note(user: string, server: string | undefined, roles: readonly string[]): void
  /** Makes sure that a person's roles are known before they decide in a direct message. */
  know(user: string, server: string | undefined): Promise<void>
}

export interface CommunityParts {
  readonly config: CommunityConfig
  readonly rest: REST
  readonly community: Community
  readonly report: (problem: string, details?: object) => void
}

/** Tells the community who takes part in Discord. Without a channel of proposals nobody does. */
export function createCommunity({ config, rest, community, report }: CommunityParts): DiscordCommunity {
  const { channel } = config
  const appointed = [...config.experts, ...config.admins]
  /** Who holds which of the roles that count. */
  const holders = new LRUCache<string, readonly string[]>({ max: MOST_PEOPLE })
  let home: Home | undefined
  let roles: ReadonlySet<string> = new Set()
  let moreExperts = false
  let timer: NodeJS.Timeout | undefined
  const ofAll = config.experts.some((expert) => expert.domain === null)
  let stopped = false
  let told = false

  const people = (those: readonly Appointed[], server: string) =>
    those.flatMap(({ id, domain }) => {
      const users = roles.has(id) ? [...holders].filter(([, own]) => own.includes(id)).map(([user]) => user) : [id]
      return users.map((user) => ({ key: personKey({ platform: 'discord', workspace: server, user }), domain }))
    })

  const tell = (): void => {
    if (!home) return
    const { server } = home
    community.set('discord', {
      workspace: server,
      experts: people(config.experts, server),
      admins: people(config.admins, server).map(({ key }) => key),
      moreExperts: moreExperts && config.experts.some(({ id }) => roles.has(id)),
    })
  }

  /** Everybody who holds a role that counts, where Discord tells. */
  const listHolders = async (server: string): Promise<void> => {
    let after = '0'
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), after })
      const members = Members.parse(await rest.get(Routes.guildMembers(server), { query }))
      for (const { user, roles: own } of members) {
        const counting = user.bot === true ? [] : own.filter((id) => roles.has(id))
        if (counting.length > 0 || holders.has(user.id)) holders.set(user.id, counting)
      }
      after = members.at(-1)?.user.id ?? after
      if (members.length < PAGE) return
    }
  }

  const refresh = async (): Promise<void> => {
    if (channel === undefined) return
    try {
      home ??= { server: Channel.parse(await rest.get(Routes.channel(channel))).guild_id, channel }
      const all = appointed.length > 0 ? Roles.parse(await rest.get(Routes.guildRoles(home.server))) : []
      roles = new Set(all.map(({ id }) => id).filter((id) => appointed.some((each) => each.id === id)))
      if (roles.size > 0) {
        try {
          await listHolders(home.server)
          moreExperts = false
        } catch (error) {
          if (!(error instanceof DiscordAPIError)) throw error
          moreExperts = true
          if (!told) {
            report(
              'who holds the roles of DISCORD_EXPERTS and DISCORD_ADMINS is known once they use Rung: switch on the Server Members Intent (Developer Portal > Bot), or name users',
            )
          }
          told = true
        }
      }
      tell()
    } catch (error) {
      const needs =
        error instanceof DiscordAPIError ? 'invite Rung into its server, and let it view the channel' : undefined
      report('DISCORD_PROPOSALS_CHANNEL cannot be seen; trying again', { channel, needs, err: error })
    }
    if (!stopped) timer = setTimeout(() => void refresh(), home ? REFRESH_MS : RETRY_MS).unref()
  }

  const note = (user: string, server: string | undefined, own: readonly string[]): void => {
    if (!home || server !== home.server) return
    const counting = own.filter((id) => roles.has(id))
    const before = holders.get(user)
    holders.set(user, counting)
    if ((before ?? []).join() !== counting.join()) tell()
  }

  return {
    home: () => home,
    // As in `expertsOf`.
    unlisted: (domain) =>
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
    note,
    async know(user, server) {
      if (!home || server !== home.server || roles.size === 0 || holders.has(user)) return
      try {
        note(user, server, Member.parse(await rest.get(Routes.guildMember(server, user))).roles)
      } catch (error) {
        if (error instanceof DiscordAPIError && error.status === 404) note(user, server, [])
        else report('the roles of a person are not known', { err: error })
      }
    },
  }
}

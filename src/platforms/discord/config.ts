import { z } from 'zod'
import { appointmentList, httpUrl, textMatching } from '../../runtime/env.ts'
import type { CommunityConfig } from '../platform.ts'
import { MAX_SHARDS, parseShards, type Shards } from './shards.ts'

/** The settings of the Discord platform. */
export interface DiscordConfig {
  readonly community: CommunityConfig
  readonly token: string
  /** The base URL of the REST API, without the version. */
  readonly apiUrl: string
  /** Registers the commands in this server only, where changes take effect at once. */
  readonly guildId: string | undefined
  /** The shards of this process; undefined if it runs all of them. */
  readonly shards: Shards | undefined
}

const USER_OR_ROLE_ID = /^\d{15,22}$/u
const ID_REQUIREMENT = 'ids of users or roles, digits only'

/** The environment variables of the Discord platform. */
export const DISCORD_VARIABLES = {
  DISCORD_TOKEN: textMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/u, 'must be a bot token of three parts (Bot > Reset Token)'),
  DISCORD_API_URL: httpUrl,
  DISCORD_GUILD_ID: textMatching(/^\d{15,22}$/u, 'must be the id of a server, digits only (Copy Server ID)'),
  DISCORD_SHARDS: textMatching(
    /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/u,
    `must be shards such as 0,1 or 0-3, below ${MAX_SHARDS}`,
  ),
  DISCORD_SHARD_COUNT: textMatching(/^[1-9]\d{0,4}$/u, `must be a number of shards from 1 to ${MAX_SHARDS}`),
  DISCORD_PROPOSALS_CHANNEL: textMatching(/^\d{15,22}$/u, 'must be the id of a channel, digits only (Copy Channel ID)'),
  DISCORD_EXPERTS: appointmentList(USER_OR_ROLE_ID, ID_REQUIREMENT),
  DISCORD_ADMINS: appointmentList(USER_OR_ROLE_ID, ID_REQUIREMENT),
}

const Variables = z.object(DISCORD_VARIABLES)
type DiscordVariables = z.infer<typeof Variables>

const DISCORD_API_URL = 'https://discord.com/api'

/** Reads Discord's settings; undefined if DISCORD_TOKEN is not set. Throws a ConfigError if the shard settings contradict one another. */
export function readDiscordConfig(variables: DiscordVariables): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_SHARDS: shards, DISCORD_SHARD_COUNT: count } = variables
  if (token === undefined) return undefined
  return {
    token,
    apiUrl: (variables.DISCORD_API_URL ?? DISCORD_API_URL).replace(/\/+$/u, ''),
    guildId: variables.DISCORD_GUILD_ID,
    shards: parseShards(shards, count),
    community: {
      channel: variables.DISCORD_PROPOSALS_CHANNEL,
      workspace: undefined,
      experts: variables.DISCORD_EXPERTS,
      admins: variables.DISCORD_ADMINS,
    },
  }
}

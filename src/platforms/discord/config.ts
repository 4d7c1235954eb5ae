import { z } from 'zod'
import { appointmentList, httpUrl, setting, textMatching } from '../../runtime/env.ts'
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

const DISCORD_API_URL = 'https://discord.com/api'

/** The environment variables of the Discord platform. */
export const DISCORD_VARIABLES = {
  DISCORD_TOKEN: setting(
    textMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/u, 'must be a bot token of three parts (Bot > Reset Token)'),
    {
      meaning: "The bot's token (**Bot** > *Reset Token*). If it is set, Rung runs in Discord.",
      example: 'MTA.abc.xyz',
      unset: 'not in Discord',
    },
  ),
  DISCORD_PROPOSALS_CHANNEL: setting(
    textMatching(/^\d{15,22}$/u, 'must be the id of a channel, digits only (Copy Channel ID)'),
    {
      meaning: 'The channel in which proposals are posted. Its server owns the ladder.',
      example: '123456789012345678',
      unset: 'what an admin chooses with `/rung settings`',
    },
  ),
  DISCORD_EXPERTS: setting(appointmentList(USER_OR_ROLE_ID, ID_REQUIREMENT), {
    meaning:
      'Who decides on proposals: ids of users and roles, separated by commas; `id:domain` limits one to that domain.',
    example: '123456789012345678,234567890123456789:security',
    unset: 'no one',
  }),
  DISCORD_ADMINS: setting(appointmentList(USER_OR_ROLE_ID, ID_REQUIREMENT), {
    meaning: "Who is asked when the experts don't decide in time; ids as above.",
    example: '345678901234567890',
    unset: 'no one',
  }),
  DISCORD_GUILD_ID: setting(textMatching(/^\d{15,22}$/u, 'must be the id of a server, digits only (Copy Server ID)'), {
    meaning: 'Registers the commands in this server only, where a change appears at once.',
    example: '123456789012345678',
    unset: 'everywhere',
  }),
  DISCORD_SHARDS: setting(
    textMatching(
      /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/u,
      `must be shards such as 0,1 or 0-3, below ${MAX_SHARDS}`,
    ),
    {
      meaning: 'The shards of this process; needs `DISCORD_SHARD_COUNT`.',
      example: '0-3',
      unset: 'all of them',
      unit: 'shards',
    },
  ),
  DISCORD_SHARD_COUNT: setting(textMatching(/^[1-9]\d{0,4}$/u, `must be a number of shards from 1 to ${MAX_SHARDS}`), {
    meaning: `How many shards all processes have together, at most ${MAX_SHARDS}.`,
    example: '8',
    unset: 'what Discord recommends',
    unit: 'shards',
  }),
  DISCORD_API_URL: setting(httpUrl, {
    meaning: "Base address of Discord's REST API, without a version; for tests and proxies.",
    example: 'https://discord-proxy.example.com/api',
    default: DISCORD_API_URL,
  }),
}

const Variables = z.object(DISCORD_VARIABLES)
type DiscordVariables = z.infer<typeof Variables>

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

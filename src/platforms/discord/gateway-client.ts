import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DiscordAPIError, GatewayIntentBits, HTTPError, Options, Partials, REST } from 'discord.js'
import type { DiscordConfig } from './config.ts'

/** The timeout and retry count of one Discord API call. */
const CALL_MS = 8000
const MAX_RETRIES = 3
/** How often discord.js drops its queues of finished calls. */
const SWEEP_MS = 1000

/** A discord.js client that caches nothing: everything needed arrives with the delivery itself, so memory use stays flat. */
export function createGatewayClient(config: DiscordConfig): Client {
  const client = new Client({
    // Commands and button presses need no intent. Text in direct messages, mentions in servers and reactions do: an
    // admin may set the channel for proposals at any time.
    intents: [
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildMessageReactions,
    ],
    // Without it, the first message in a direct conversation would not arrive.
    partials: [Partials.Channel],
    // Rung's bodies already have the API's key names; the default transformer would walk through all of them.
    jsonTransformer: (value: unknown) => value,
    allowedMentions: { parse: [] },
    ...(config.shards ? { shards: [...config.shards.ids], shardCount: config.shards.count } : { shards: 'auto' }),
    // Each interaction has its own queue in the REST client, by default for an hour.
    rest: { api: config.apiUrl, timeout: CALL_MS, retries: MAX_RETRIES, handlerSweepInterval: SWEEP_MS },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: 0,
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user?.id },
      VoiceStateManager: 0,
    }),
  })
  retryBrokenCalls(client.rest)
  return client
}

/** A REST client for calls that Discord would carry out twice if they were retried. */
export function createRestWithoutRetries({ apiUrl }: DiscordConfig): REST {
  return new REST({ api: apiUrl, timeout: CALL_MS, retries: 0, handlerSweepInterval: SWEEP_MS })
}

/** Deletes a channel from discord.js's caches: direct conversations and channels of interactions are kept there without bound. */
export function forgetChannel({ channels, guilds }: Client, channel: string | null, server: string | null): void {
  if (channel === null) return
  channels.cache.delete(channel)
  if (server !== null) guilds.cache.get(server)?.channels.cache.delete(channel)
}

const MAX_ATTEMPTS = 4
const FIRST_WAIT_MS = 100

/**
 * Makes a client repeat calls whose connection broke or whose response was cut off; discord.js itself repeats only bad statuses and
 * timeouts. All calls of the client must be safe to repeat: Discord recognizes a repeated one by the nonce of a message or the token of
 * an interaction.
 */
function retryBrokenCalls(rest: REST): void {
  const request = rest.request.bind(rest)
  rest.request = async (options) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request(options)
      } catch (error) {
        if (!isBroken(error) || attempt >= MAX_ATTEMPTS) throw error
        await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1))
      }
    }
  }
}

/** Whether a call has neither an answer of Discord nor timed out. */
function isBroken(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return false
  return !(error instanceof Error && error.name === 'AbortError')
}

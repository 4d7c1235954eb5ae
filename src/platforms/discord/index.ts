import { setTimeout as sleep } from 'node:timers/promises'
import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Partials,
  REST,
  RESTJSONErrorCodes,
  Status,
} from 'discord.js'
import { translator } from '../../i18n/index.ts'
import type { Notifier } from '../../proposals/index.ts'
import { withOrigin } from '../../runtime/delivery-origin.ts'
import { createKeyedQueue } from '../delivery/keyed-queue.ts'
import { createNominatorReader } from '../nominators.ts'
import type { Platform, PlatformContext } from '../platform.ts'
import { renderMessage } from './components/render.ts'
import type { DiscordConfig } from './config.ts'
import { createConversations } from './conversations.ts'
import { createDirectMessages, DirectMessagesClosedError } from './direct-messages.ts'
import { createReactionRemovalHandler } from './handlers/clearing.ts'
import { createDirectMessageHandlers } from './handlers/direct-message.ts'
import { createInteractionHandler } from './handlers/interaction.ts'
import { createReactionHandler } from './handlers/reaction.ts'
import { createMemberDirectory } from './members.ts'
import { createProposalsChannel } from './proposals-channel.ts'
import { registerCommands } from './register-commands.ts'
import { listServers } from './servers.ts'
import { createUserProfiles } from './user-profiles.ts'

export interface DiscordOptions extends Omit<PlatformContext, 'listener'> {
  readonly config: DiscordConfig
}

/** Discord cannot be used as it is configured; the message says what to do. */
class DiscordSetupError extends Error {
  override readonly name = 'DiscordSetupError'
}

/** One call to Discord may take so long, and is tried again so often. */
const CALL_MS = 8000
const MOST_RETRIES = 3
/** Queues of calls that have ended are dropped so often. */
const QUEUES_MS = 1000

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000

/** What is in hand at the end may take so long. */
const GRACE_MS = 5000

export function createDiscord(parts: DiscordOptions): Platform {
  const { config, bot, store, metrics, log } = parts
  const report = (problem: string, details: object = {}): void => log.warn(details, problem)
  const client = new Client({
    // Commands and presses need none; what is typed in direct messages needs this one.
    // Reactions are told only where proposals are taken.
    intents: [
      GatewayIntentBits.DirectMessages,
      ...(config.community.channel === undefined ? [] : [GatewayIntentBits.GuildMessageReactions]),
    ],
    // Without it the first message in a direct conversation would not arrive.
    partials: [Partials.Channel],
    // What we send has the API's own names already; looking through all of it takes longer than all else.
    jsonTransformer: (value: unknown) => value,
    // Nobody is ever pinged.
    allowedMentions: { parse: [] },
    ...(config.shards ? { shards: [...config.shards.ids], shardCount: config.shards.count } : { shards: 'auto' }),
    // Each interaction has a queue of its own in there: an hour of them, as is usual, would be a lot.
    rest: { api: config.apiUrl, timeout: CALL_MS, retries: MOST_RETRIES, handlerSweepInterval: QUEUES_MS },
    // Everything that is needed comes with the delivery itself: nothing is kept, so memory stays flat.
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
  const once = new REST({ api: config.apiUrl, timeout: CALL_MS, retries: 0, handlerSweepInterval: QUEUES_MS })
  const sending = createDirectMessages(client.rest, metrics)
  const origins = createUserProfiles({ things: store.keyValues, now: parts.now, report })
  const turns = createKeyedQueue()
  const ownId = (): string | undefined => client.user?.id
  const member = createMemberDirectory({
    config: config.community,
    rest: client.rest,
    community: parts.community,
    now: parts.now,
    report,
    ownId,
  })
  const home = (): string | undefined => member.channel()?.server
  const tell: Notifier['tell'] = async ({ workspace, user }, message, notice) => {
    try {
      const { locale } = await origins.get(user)
      const t = translator(locale)
      const server = /^\d+$/u.test(workspace) ? { server: workspace } : {}
      await sending.send(user, renderMessage(message(t), { t, ...server }), { nonce: notice.mark })
      return 'delivered'
    } catch (error) {
      // Whoever takes no direct messages has chosen so.
      if (error instanceof DirectMessagesClosedError) return 'refused'
      report('a person could not be told something', { err: error })
      return error instanceof DiscordAPIError && NOBODY.has(error.code) ? 'refused' : 'later'
    }
  }

  const proposalsChannel =
    config.community.channel === undefined
      ? undefined
      : createProposalsChannel({
          rest: client.rest,
          channel: member.channel,
          unlistedRoles: member.unlistedRoles,
          nominateEmoji: parts.nominateEmoji,
          locale: parts.locale,
        })
  const conversations = createConversations({
    bot,
    userProfiles: origins,
    rest: client.rest,
    ladderServer: home,
    report,
  })
  const work = { ...parts, conversations, sending, once, origins, turns, report }
  const reacting = {
    ...work,
    rest: client.rest,
    ownId,
    nominators: proposalsChannel && createNominatorReader(proposalsChannel, report),
  }
  const onReaction = createReactionHandler(reacting)
  const onClearing = createReactionRemovalHandler(reacting)
  const onInteraction = createInteractionHandler(work)
  const { onText, onEdit } = createDirectMessageHandlers({ ...work, events: store.claims })
  const inHand = new Set<Promise<void>>()
  let stopping = false
  let isReady = false

  const take = (working: Promise<void>): void => {
    inHand.add(working)
    void working.finally(() => inHand.delete(working))
  }

  const counted = (): void => {
    metrics.setConnections('discord', client.ws.shards.filter((shard) => shard.status === Status.Ready).size)
  }
  // Direct conversations, and channels that come with an interaction, are kept by discord.js without bound.
  const forget = (channel: string | null, server: string | null): void => {
    if (channel === null) return
    client.channels.cache.delete(channel)
    if (server !== null) client.guilds.cache.get(server)?.channels.cache.delete(channel)
  }
  client.on(Events.InteractionCreate, (interaction) => {
    const { id, user, channelId, guildId } = interaction
    const origin = { platform: 'discord', workspace: guildId ?? undefined, user: user.id, delivery: id }
    take(withOrigin(origin, () => onInteraction(interaction)).finally(() => forget(channelId, guildId)))
  })
  client.on(Events.MessageCreate, (message) => {
    const { id, author, channelId, guildId } = message
    const origin = { platform: 'discord', workspace: guildId ?? undefined, user: author.id, delivery: id }
    take(withOrigin(origin, () => onText(message)).finally(() => forget(channelId, guildId)))
  })
  // Raw, and before discord.js reads them: it drops the ids of roles that it does not cache.
  for (const event of [
    GatewayDispatchEvents.InteractionCreate,
    GatewayDispatchEvents.MessageReactionAdd,
    GatewayDispatchEvents.MessageCreate,
  ]) {
    client.ws.on(event, (data: unknown) => member.observe(data))
  }
  // As they come: discord.js would have to hold the message first.
  client.ws.on(GatewayDispatchEvents.MessageReactionAdd, (data: unknown) => take(onReaction(data, true)))
  client.ws.on(GatewayDispatchEvents.MessageReactionRemove, (data: unknown) => take(onReaction(data, false)))
  client.ws.on(GatewayDispatchEvents.MessageReactionRemoveAll, (data: unknown) => take(onClearing(data)))
  client.ws.on(GatewayDispatchEvents.MessageReactionRemoveEmoji, (data: unknown) => take(onClearing(data)))
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (data: unknown) => take(onEdit(data)))
  client.on(Events.Error, (error) => report('Discord reports a failure', { err: error }))
  client.on(Events.ShardError, (error, shard) => report('a shard failed; it connects again', { err: error, shard }))
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    report('a shard is disconnected', { code, shard })
    counted()
  })
  client.on(Events.ShardReconnecting, (shard) => {
    report('a shard connects again', { shard })
    counted()
  })
  client.on(Events.ShardResume, (shard, replayed) => {
    log.info({ shard, replayed }, 'a shard has resumed')
    counted()
  })
  client.on(Events.ShardReady, counted)
  client.on(Events.Invalidated, () =>
    parts.refused('Discord has ended the session of DISCORD_TOKEN for good: was it reset?'),
  )

  /** Logs in, and goes on trying while Discord cannot be reached. */
  const login = async (): Promise<void> => {
    for (let wait = FIRST_WAIT_MS; !stopping; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
      try {
        const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
        await client.login(config.token)
        await ready
        return
      } catch (error) {
        const refusal = refusalOf(error)
        if (refusal !== undefined) throw new DiscordSetupError(refusal, { cause: error })
        report('Discord cannot be reached; trying again', { err: error, againInMs: wait })
        await sleep(wait, undefined, { ref: false })
      }
    }
  }

  const registerOnce = async (): Promise<void> => {
    const done = await registerCommands(client, client.application?.id ?? '', config.guildId, bot.commands)
    if (done === 'changed') log.info({ guildId: config.guildId }, 'the commands were registered in Discord')
  }
  /** Registers the commands; in the background, where Discord does not take them at once. What is registered already works on. */
  const registerWithRetries = async (wait = FIRST_WAIT_MS): Promise<void> => {
    try {
      await registerOnce()
    } catch (error) {
      report('the commands could not be registered in Discord; trying again', { err: error, againInMs: wait })
      void sleep(wait, undefined, { ref: false }).then(() =>
        stopping ? undefined : registerWithRetries(Math.min(LONGEST_WAIT_MS, wait * 2)),
      )
    }
  }

  return {
    installed: {
      platform: 'discord',
      isInstalled: async (server) => (await listServers(client.rest)).has(server),
      list: () => listServers(client.rest),
    },
    proposalsChannel,
    async start() {
      await login()
      if (stopping) return
      isReady = true
      await registerWithRetries()
      await member.start()
    },
    check: () =>
      Promise.resolve(isReady && client.isReady() ? undefined : 'no connection to Discord is open; trying again'),
    async stop() {
      stopping = true
      member.stop()
      client.removeAllListeners(Events.InteractionCreate)
      client.removeAllListeners(Events.MessageCreate)
      await Promise.race([Promise.allSettled(inHand), sleep(GRACE_MS, undefined, { ref: false })])
      await client.destroy()
    },
    platforms: () => ['discord'],
    reaches: ({ platform }) => platform === 'discord',
    tell,
  }
}

/** Why Discord will not have the bot, where that is so; undefined for what passes. */
function refusalOf(error: unknown): string | undefined {
  const again = 'copy it again from the Developer Portal, Bot > Reset Token'
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return `Discord refuses DISCORD_TOKEN: ${again}`
  }
  if (error instanceof DiscordAPIError && error.status === 401) return `Discord refuses DISCORD_TOKEN (401): ${again}`
  const message = error instanceof Error ? error.message : ''
  if (/disallowed intents/iu.test(message))
    return 'Discord refuses the intents that Rung asks for: is this a bot of the Developer Portal?'
  if (/invalid shard|sharding.*required/iu.test(message)) {
    return 'Discord refuses the shards: set DISCORD_SHARD_COUNT to as many as it wants, and DISCORD_SHARDS to those of this process'
  }
  return undefined
}

/** There is nobody to tell; anything else may pass. */
const NOBODY: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
])

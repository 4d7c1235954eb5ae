import { setTimeout as sleep } from 'node:timers/promises'
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  RESTJSONErrorCodes,
  Routes,
  Status,
} from 'discord.js'
import { translator } from '../../i18n/index.ts'
import type { Notifier } from '../../proposals/index.ts'
import { withOrigin } from '../../runtime/logger.ts'
import { createDeliverer } from '../delivery/deliver.ts'
import { createOpenCards } from '../delivery/open-cards.ts'
import { createOutcomeLines } from '../delivery/outcome-lines.ts'
import { createPictureQueue } from '../delivery/picture-queue.ts'
import { createNominatorReader } from '../nominators.ts'
import { NO_COMMUNITY, type Platform, type PlatformContext } from '../platform.ts'
import { isRefusal } from './api-error.ts'
import { messageBody } from './channel-messages.ts'
import { createCommandMentions } from './command-mentions.ts'
import { connectCommunity } from './community.ts'
import { renderMessage } from './components/render.ts'
import type { DiscordConfig } from './config.ts'
import { createConversations } from './conversations.ts'
import { createDirectMessages, DirectMessagesClosedError } from './direct-messages.ts'
import { createGatewayClient, createRestWithoutRetries, forgetChannel } from './gateway-client.ts'
import type { CardPlace } from './handlers/deps.ts'
import { createDirectMessageHandlers } from './handlers/direct-message.ts'
import { createInteractionHandler } from './handlers/interaction.ts'
import { createMentionHandler } from './handlers/mention.ts'
import { createReactionHandler } from './handlers/reaction.ts'
import { createReactionRemovalHandler } from './handlers/reaction-removal.ts'
import { welcomeNewServers } from './new-servers.ts'
import { createPictureEdits, createPictureRest } from './picture-edits.ts'
import { createProposalsChannel } from './proposals-channel.ts'
import { createRemovalCounter } from './reactions.ts'
import { registerCommands } from './register-commands.ts'
import { listServers } from './servers.ts'
import { createUserProfiles } from './user-profiles.ts'

export interface DiscordOptions extends Omit<PlatformContext, 'listener'> {
  readonly config: DiscordConfig
}

/** Discord refuses the bot as configured. The message says what to do. */
class DiscordSetupError extends Error {
  override readonly name = 'DiscordSetupError'
}

/** The backoff of the login and of registering the commands. */
const FIRST_WAIT_MS = 1000
const MAX_WAIT_MS = 60_000

/** How long a stop waits for deliveries in progress. */
const GRACE_MS = 5000

export function createDiscord(options: DiscordOptions): Platform {
  const { config, bot, store, metrics, log } = options
  const report = (problem: string, details: object = {}): void => log.warn(details, problem)
  const client = createGatewayClient(config)
  const directMessages = createDirectMessages(client.rest, metrics)
  const userProfiles = createUserProfiles({ store: store.keyValues, now: options.now, report })
  const commandMentions = createCommandMentions(bot.commands, config.guildId)
  const botId = (): string | undefined => client.user?.id
  const communities = options.communities.map((ladder, nth) => {
    const operator = nth === 0 ? config.community : NO_COMMUNITY
    const community = connectCommunity({ ...options, ...ladder, operator, rest: client.rest, report, botId })
    const proposalsChannel = createProposalsChannel({
      rest: client.rest,
      channel: () => community.directory().channel(),
      unlistedRoles: (domain) => community.directory().unlistedRoles(domain),
      nominateEmoji: options.nominateEmoji,
      locale: community.locale,
      commandMentions,
    })
    return { ...community, ladder: ladder.ladder, proposalsChannel }
  })
  const tell: Notifier['tell'] = async (person, message, notice) => {
    const { workspace, user } = person
    try {
      const t = translator((await options.bot.languageOf(person)) ?? (await userProfiles.get(user)).locale)
      const server = /^\d+$/u.test(workspace) ? { server: workspace } : {}
      const nativeForm = commandMentions.formsIn(undefined, t)
      await directMessages.send(user, renderMessage(message(t), { t, nativeForm, ...server }), { nonce: notice.mark })
      return 'delivered'
    } catch (error) {
      if (error instanceof DirectMessagesClosedError) return 'refused'
      report('a direct message could not be sent', { err: error })
      // The user does not exist, so a later attempt would fail as well.
      return isRefusal(error, RESTJSONErrorCodes.UnknownUser, RESTJSONErrorCodes.InvalidRecipients)
        ? 'refused'
        : 'later'
    }
  }

  const pictureQueue = createPictureQueue({ platform: 'discord', metrics, report })
  const pictureRest = createPictureRest(config)
  const openCards = createOpenCards<CardPlace>({
    idOf: ({ id }) => id,
    edit: async ({ channel, id, locale }, message) => {
      const body = messageBody({ components: renderMessage(message, { t: translator(locale) }) })
      await pictureRest.patch(Routes.channelMessage(channel, id), { body: { ...body, attachments: [] } })
    },
    report,
  })
  const outcomeLines = createOutcomeLines({ keyValues: store.keyValues, report })
  const handlerDeps = {
    bot,
    catalogVersion: options.catalogVersion,
    rest: client.rest,
    restWithoutRetries: createRestWithoutRetries(config),
    directMessages,
    pictureEdits: createPictureEdits({
      rest: pictureRest,
      renderer: options.pictures,
      queue: pictureQueue,
      report,
    }),
    openCards,
    outcomeLines,
    userProfiles,
    conversations: createConversations({
      bot,
      userProfiles,
      rest: client.rest,
      async ladderServer(person) {
        const ladder = await options.ladderOf(person)
        return communities.find((each) => each.ladder === ladder)?.workspace()
      },
      report,
    }),
    deliverer: createDeliverer({ platform: 'discord', claims: store.claims, metrics, now: options.now, report }),
    botId,
    commandMentions,
    nominateEmoji: options.nominateEmoji,
    removals: createRemovalCounter(),
    nominators: createNominatorReader(communities, report),
    now: options.now,
    report,
  }
  const onInteraction = createInteractionHandler(handlerDeps)
  const onReaction = createReactionHandler(handlerDeps)
  const onReactionRemoval = createReactionRemovalHandler(handlerDeps)
  const { onText, onEdit } = createDirectMessageHandlers(handlerDeps)
  const onMention = createMentionHandler(handlerDeps)
  let newServers: ReturnType<typeof welcomeNewServers> | undefined
  const inProgress = new Set<Promise<void>>()
  let stopping = false
  let isReady = false

  /** Begins to handle a delivery, unless the platform is stopping. */
  const take = (handle: () => Promise<void>): void => {
    if (stopping) return
    const work = handle()
    inProgress.add(work)
    void work.finally(() => inProgress.delete(work))
  }

  const countShards = (): void => {
    metrics.setConnections('discord', client.ws.shards.filter((shard) => shard.status === Status.Ready).size)
  }
  client.on(Events.InteractionCreate, (interaction) => {
    const { id, user, channelId, guildId } = interaction
    const origin = { platform: 'discord', workspace: guildId ?? undefined, user: user.id, delivery: id }
    take(() =>
      withOrigin(origin, () => onInteraction(interaction)).finally(() => forgetChannel(client, channelId, guildId)),
    )
  })
  client.on(Events.MessageCreate, (message) => {
    const { id, author, channelId, guildId } = message
    const origin = { platform: 'discord', workspace: guildId ?? undefined, user: author.id, delivery: id }
    take(() => withOrigin(origin, () => onText(message)).finally(() => forgetChannel(client, channelId, guildId)))
  })
  // Raw events, before discord.js reads them: it drops the ids of roles that it does not cache.
  for (const event of [
    GatewayDispatchEvents.InteractionCreate,
    GatewayDispatchEvents.MessageReactionAdd,
    GatewayDispatchEvents.MessageCreate,
  ]) {
    client.ws.on(event, (data: unknown) => {
      for (const community of communities) community.directory().observe(data)
    })
  }
  // Raw events: discord.js drops messages of channels that it has not cached.
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: unknown) => take(() => onMention(data)))
  // Raw events: discord.js emits these only for messages that it has cached.
  client.ws.on(GatewayDispatchEvents.MessageReactionAdd, (data: unknown) => take(() => onReaction(data, true)))
  client.ws.on(GatewayDispatchEvents.MessageReactionRemove, (data: unknown) => take(() => onReaction(data, false)))
  client.ws.on(GatewayDispatchEvents.MessageReactionRemoveAll, (data: unknown) => take(() => onReactionRemoval(data)))
  client.ws.on(GatewayDispatchEvents.MessageReactionRemoveEmoji, (data: unknown) => take(() => onReactionRemoval(data)))
  client.ws.on(GatewayDispatchEvents.MessageUpdate, (data: unknown) => take(() => onEdit(data)))
  client.on(Events.Error, (error) => report('discord.js reports an error', { err: error }))
  client.on(Events.ShardError, (error, shard) => report('a shard failed; it connects again', { err: error, shard }))
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    report('a shard is disconnected', { code, shard })
    countShards()
  })
  client.on(Events.ShardReconnecting, (shard) => {
    report('a shard connects again', { shard })
    countShards()
  })
  client.on(Events.ShardResume, (shard, replayed) => {
    log.info({ shard, replayed }, 'a shard has resumed')
    countShards()
  })
  client.on(Events.ShardReady, countShards)
  client.on(Events.Invalidated, () =>
    options.refused('Discord has ended the session of DISCORD_TOKEN for good: was it reset?'),
  )

  /** Logs in, with retries while Discord cannot be reached. Rejects if Discord refuses the bot. */
  const login = async (): Promise<void> => {
    for (let wait = FIRST_WAIT_MS; !stopping; wait = Math.min(MAX_WAIT_MS, wait * 2)) {
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
    const { isChanged, ids } = await registerCommands(
      client,
      client.application?.id ?? '',
      config.guildId,
      bot.commands,
    )
    commandMentions.setIds(ids)
    if (isChanged) log.info({ guildId: config.guildId }, 'the commands were registered in Discord')
  }
  /** Registers the commands, after a failure in the background. Commands that are registered already keep working. */
  const registerWithRetries = async (wait = FIRST_WAIT_MS): Promise<void> => {
    try {
      await registerOnce()
    } catch (error) {
      report('the commands could not be registered in Discord; trying again', { err: error, againInMs: wait })
      void sleep(wait, undefined, { ref: false }).then(() =>
        stopping ? undefined : registerWithRetries(Math.min(MAX_WAIT_MS, wait * 2)),
      )
    }
  }

  return {
    installed: {
      platform: 'discord',
      isInstalled: async (server) => (await listServers(client.rest)).has(server),
      list: () => listServers(client.rest),
    },
    proposalsChannel(ladder) {
      const community = communities.find((each) => each.ladder === ladder)
      return community?.hasChannel() ? community.proposalsChannel : undefined
    },
    async start() {
      await login()
      if (stopping) return
      isReady = true
      await registerWithRetries()
      await Promise.all(communities.map((community) => community.start()))
      // One process is enough: the one with the first shard.
      if (config.shards === undefined || config.shards.ids.includes(0)) {
        const { keyValues, claims } = store
        newServers = welcomeNewServers({ ...handlerDeps, keyValues, claims })
      }
    },
    check: () =>
      Promise.resolve(isReady && client.isReady() ? undefined : 'no connection to Discord is open; trying again'),
    async stop() {
      stopping = true
      for (const community of communities) community.stop()
      await newServers?.stop()
      const idle = Promise.allSettled(inProgress).then(() =>
        Promise.all([pictureQueue.stop(), openCards.idle(), outcomeLines.idle()]),
      )
      await Promise.race([idle, sleep(GRACE_MS, undefined, { ref: false })])
      await client.destroy()
    },
    platforms: () => ['discord'],
    reaches: ({ platform }) => platform === 'discord',
    tell,
  }
}

/** Why Discord refuses the bot; undefined for an error that may pass. */
function refusalOf(error: unknown): string | undefined {
  const remedy = 'copy it again from the Developer Portal, Bot > Reset Token'
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return `Discord refuses DISCORD_TOKEN: ${remedy}`
  }
  if (error instanceof DiscordAPIError && error.status === 401) return `Discord refuses DISCORD_TOKEN (401): ${remedy}`
  const message = error instanceof Error ? error.message : ''
  if (/disallowed intents/iu.test(message))
    return 'Discord refuses the intents that Rung asks for: is this a bot of the Developer Portal?'
  if (/invalid shard|sharding.*required/iu.test(message)) {
    return 'Discord refuses the shards: set DISCORD_SHARD_COUNT to the number that it requires, and DISCORD_SHARDS to those of this process'
  }
  return undefined
}

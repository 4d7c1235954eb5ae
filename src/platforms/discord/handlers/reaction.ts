import { type MessageContextMenuCommandInteraction, MessageFlags, type REST, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Bot, ReactionEvent, ReadNominators } from '../../../bot/index.ts'
import { type Translator, translator } from '../../../i18n/index.ts'
import { type Emoji, emojiInline, plain, type RichText, text } from '../../../message/index.ts'
import { withOrigin } from '../../../runtime/delivery-origin.ts'
import { type DeliveryResult, deliveryResultOf, type Metrics } from '../../../runtime/metrics.ts'
import type { KeyedQueue } from '../../delivery/keyed-queue.ts'
import { renderMessage } from '../components/render.ts'
import { decodeText } from '../decode.ts'
import { type DirectMessages, DirectMessagesClosedError, nonceFor } from '../direct-messages.ts'
import { isReactionOf, ReactionEmoji } from '../emoji.ts'
import { messageRef } from '../proposals-channel.ts'
import { listReactedUsers } from '../reactions.ts'
import { withRetries } from '../retry.ts'
import type { UserProfiles } from '../user-profiles.ts'

export interface ReactionHandlerDeps {
  readonly bot: Bot
  readonly rest: REST
  readonly sending: DirectMessages
  readonly origins: UserProfiles
  readonly turns: KeyedQueue
  readonly metrics: Metrics
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** The bot's own user. */
  readonly ownId: () => string | undefined
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  readonly nominators: ReadNominators | undefined
}

/** What the gateway tells of a reaction (gateway-events, message reaction add). */
const Reaction = z.object({
  user_id: z.string(),
  channel_id: z.string(),
  message_id: z.string(),
  guild_id: z.string().optional(),
  message_author_id: z.string().optional(),
  member: z.object({ user: z.object({ bot: z.boolean().optional() }) }).optional(),
  emoji: ReactionEmoji,
})

const Message = z.object({ content: z.string() })

/** What the command in a message's menu asks for: the same as the nominating emoji, with the message at hand. */
export function nominationFrom(
  interaction: MessageContextMenuCommandInteraction,
): Omit<ReactionEvent, 'person' | 'locale'> {
  const { id, targetMessage: message, guildId, channelId, client } = interaction
  const link = `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${message.id}`
  return {
    type: 'reaction',
    id,
    isAdded: true,
    hasEmoji: false,
    message: {
      ref: messageRef(guildId ?? '', channelId, message.id),
      own: message.author.id === client.user.id,
      read: () => Promise.resolve({ text: decodeText(message.content), link }),
      hasReaction: () => Promise.resolve(false),
    },
  }
}

const MOST_TOLD = 10_000
const DAY_MS = 24 * 60 * 60 * 1000

/** Takes the nominating emoji, put on a message in a server or taken away. It never rejects. */
export function createReactionHandler(parts: ReactionHandlerDeps): (data: unknown, on: boolean) => Promise<void> {
  const { bot, rest, sending, origins, turns, metrics, now, report } = parts
  const shown = emojiInline(parts.nominateEmoji)
  const toldOpenly = new LRUCache<string, true>({ max: MOST_TOLD, ttl: DAY_MS })

  const answer = async (reaction: z.infer<typeof Reaction>, on: boolean): Promise<DeliveryResult> => {
    const { user_id: user, channel_id: channel, message_id: message, guild_id: server = '' } = reaction
    const { locale } = await origins.get(user)
    const link = `https://discord.com/channels/${server}/${channel}/${message}`
    const read = async () => ({ text: await wordsOf(channel, message), link })
    const ref = messageRef(server, channel, message)
    const hasReaction = async (): Promise<boolean> =>
      (await listReactedUsers({ channel, id: message }, parts.nominateEmoji, rest))?.includes(user) ?? false
    const own = reaction.message_author_id !== undefined && reaction.message_author_id === parts.ownId()
    const person = { platform: 'discord', workspace: server, user }
    const outcome = await turns.run(user, () =>
      bot.handleReaction({
        type: 'reaction',
        id: `${message}/${user}`,
        person,
        locale,
        isAdded: on,
        hasEmoji: true,
        message: { ref, own, read, hasReaction },
        nominators: parts.nominators,
      }),
    )
    if (outcome?.type !== 'reply') return 'ignored'
    // Nobody else is to see it, and a reaction has no answer of its own: it comes in the direct messages.
    // Where shards overlap for a moment an event comes twice, and its answer once.
    const t = translator(locale)
    try {
      await sending.send(user, renderMessage(outcome.message, { t, server }), {
        nonce: nonceFor('reaction', message, user),
      })
    } catch (error) {
      if (!(error instanceof DirectMessagesClosedError)) {
        report('the answer to a reaction could not be sent', { err: error })
        await sayWhere(channel, message, user, t, 'inDiscord.reactionUnsure')
        return 'failed'
      }
      // That it counts is seen on the card; anything else they would wait for in vain.
      if (!own || outcome.failed !== undefined) await sayWhere(channel, message, user, t, 'inDiscord.reactionClosed')
    }
    return deliveryResultOf(outcome)
  }

  /** Tells a person without direct messages where they put the emoji: once a day and sentence, for everyone there sees it. */
  const sayWhere = async (
    channel: string,
    message: string,
    user: string,
    t: Translator,
    key: 'inDiscord.reactionClosed' | 'inDiscord.reactionUnsure',
  ): Promise<void> => {
    const once = `${key} ${user}`
    if (toldOpenly.has(once)) return
    toldOpenly.set(once, true)
    const said: RichText = [
      { type: 'person', platform: 'discord', user, text: user },
      ...plain(' '),
      ...t.rich(key, { emoji: shown }),
    ]
    const components = renderMessage({ summary: t(key, { emoji: shown }), blocks: [text(said)] }, { t })
    const body = {
      flags: MessageFlags.IsComponentsV2,
      components,
      allowed_mentions: { users: [user] },
      nonce: nonceFor(key, message, user),
      enforce_nonce: true,
    }
    try {
      await withRetries(() => rest.post(Routes.channelMessages(channel), { body }))
    } catch (error) {
      toldOpenly.delete(once)
      throw error
    }
  }

  /** The words of a message: Discord gives them only to bots that have the intent for it. */
  const wordsOf = async (channel: string, message: string): Promise<string> => {
    const readMessage = async () => Message.parse(await rest.get(Routes.channelMessage(channel, message)))
    try {
      return decodeText((await withRetries(readMessage)).content)
    } catch (error) {
      report('a nominated message could not be read', { err: error })
      return ''
    }
  }

  return async (data, on) => {
    const parsed = Reaction.safeParse(data)
    if (!parsed.success || parsed.data.guild_id === undefined) return
    if (!isReactionOf(parts.nominateEmoji, parsed.data.emoji)) return
    if (parsed.data.member?.user.bot === true) return
    const { guild_id: workspace, user_id: user, message_id: message } = parsed.data
    const origin = { platform: 'discord', workspace, user, delivery: `${message}/${user}` }
    const from = now()
    let result: DeliveryResult = 'failed'
    try {
      result = await withOrigin(origin, () => answer(parsed.data, on))
    } catch (error) {
      report('a reaction could not be answered', { err: error, ...origin })
    }
    metrics.recordDelivery({ platform: 'discord', kind: 'reaction', result, seconds: (now() - from) / 1000 })
  }
}

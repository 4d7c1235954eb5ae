import { type MessageContextMenuCommandInteraction, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { ReactionEvent } from '../../../bot/index.ts'
import { type Translator, translator } from '../../../i18n/index.ts'
import { emojiInline, plain, type RichText, text } from '../../../message/index.ts'
import { withOrigin } from '../../../runtime/logger.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { postMessage } from '../channel-messages.ts'
import { renderMessage } from '../components/render.ts'
import { decodeText } from '../decode.ts'
import { DirectMessagesClosedError, nonceFor } from '../direct-messages.ts'
import { messageRef } from '../proposals-channel.ts'
import { isReactionOf, listReactedUsers, ReactionEmoji } from '../reactions.ts'
import type { HandlerDeps } from './deps.ts'

/** A reaction in a server (gateway-events, message reaction add and remove). */
const Reaction = z.object({
  user_id: z.string(),
  channel_id: z.string(),
  message_id: z.string(),
  guild_id: z.string(),
  message_author_id: z.string().optional(),
  member: z.object({ user: z.object({ bot: z.boolean().optional() }) }).optional(),
  emoji: ReactionEmoji,
})

const Message = z.object({ content: z.string() })

/** The nomination by the command in a message's menu. */
export function nominationFrom(
  interaction: MessageContextMenuCommandInteraction,
): Omit<ReactionEvent, 'person' | 'locale'> {
  const { id, targetMessage: message, guildId, channelId, client } = interaction
  const link = linkTo(guildId ?? '@me', channelId, message.id)
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

const MAX_PUBLIC_NOTICES = 10_000
const DAY_MS = 24 * 60 * 60 * 1000

/** Creates the handler of the nominating emoji, added to a message in a server or removed (`isAdded` is false). It never rejects. */
export function createReactionHandler(deps: HandlerDeps): (data: unknown, isAdded: boolean) => Promise<void> {
  const { bot, rest, directMessages, userProfiles, deliverer, report } = deps
  const emoji = emojiInline(deps.nominateEmoji)
  /** Notices posted in channels, by sentence and user: each at most once a day. */
  const publicNotices = new LRUCache<string, true>({ max: MAX_PUBLIC_NOTICES, ttl: DAY_MS })

  const answer = async (
    reaction: z.infer<typeof Reaction>,
    isAdded: boolean,
    removals: string,
  ): Promise<DeliveryResult> => {
    const { user_id: user, channel_id: channel, message_id: message, guild_id: server } = reaction
    const person = { platform: 'discord', workspace: server, user }
    const locale = (await bot.languageOf(person)) ?? (await userProfiles.get(user)).locale
    const link = linkTo(server, channel, message)
    const own = reaction.message_author_id !== undefined && reaction.message_author_id === deps.botId()
    const response = await deliverer.inOrder(user, () =>
      bot.handleReaction({
        type: 'reaction',
        id: `${message}/${user}`,
        person,
        locale,
        isAdded,
        hasEmoji: true,
        message: {
          ref: messageRef(server, channel, message),
          own,
          read: async () => ({ text: await readContent(channel, message), link }),
          hasReaction: async () =>
            (await listReactedUsers({ channel, id: message }, deps.nominateEmoji, rest))?.includes(user) ?? false,
        },
        nominators: deps.nominators,
      }),
    )
    if (response?.type !== 'reply') return 'ignored'
    // A reaction has no reply, and no one else should see the answer: it is a direct message. Overlapping shards may deliver a
    // reaction twice; the nonce keeps the answer from being posted twice. It differs for a reaction that was removed and added again,
    // and for another answer, such as the one after a failure whose removal was not delivered.
    const t = translator(locale)
    const nativeForm = deps.commandMentions.formsIn(undefined, t)
    const components = renderMessage(response.message, { t, server, nativeForm })
    try {
      await directMessages.send(user, components, {
        nonce: nonceFor('reaction', message, user, removals, JSON.stringify(components)),
      })
    } catch (error) {
      if (!(error instanceof DirectMessagesClosedError)) {
        report('the answer to a reaction could not be sent', { err: error })
        await notifyInChannel(channel, message, user, t, 'inDiscord.reactionUnsure')
        return 'failed'
      }
      // The card itself shows a nomination that counts.
      if (!own || response.failed !== undefined) {
        await notifyInChannel(channel, message, user, t, 'inDiscord.reactionClosed')
      }
    }
    return deliveryResultOf(response)
  }

  /** Notifies a user without direct messages in the channel of their reaction, which everyone there reads. */
  const notifyInChannel = async (
    channel: string,
    message: string,
    user: string,
    t: Translator,
    key: 'inDiscord.reactionClosed' | 'inDiscord.reactionUnsure',
  ): Promise<void> => {
    const notice = `${key} ${user}`
    if (publicNotices.has(notice)) return
    publicNotices.set(notice, true)
    const content: RichText = [
      { type: 'person', platform: 'discord', user, text: user },
      ...plain(' '),
      ...t.rich(key, { emoji }),
    ]
    const components = renderMessage({ summary: t(key, { emoji }), blocks: [text(content)] }, { t })
    try {
      await postMessage(rest, channel, {
        components,
        mentions: { users: [user] },
        nonce: nonceFor(key, message, user),
      })
    } catch (error) {
      publicNotices.delete(notice)
      throw error
    }
  }

  /** The text of a message; empty without the intent for it, or if it cannot be read. */
  const readContent = async (channel: string, message: string): Promise<string> => {
    try {
      return decodeText(Message.parse(await rest.get(Routes.channelMessage(channel, message))).content)
    } catch (error) {
      report('a nominated message could not be read', { err: error })
      return ''
    }
  }

  return async (data, isAdded) => {
    const parsed = Reaction.safeParse(data)
    if (!parsed.success || !isReactionOf(deps.nominateEmoji, parsed.data.emoji)) return
    if (parsed.data.member?.user.bot === true) return
    const { guild_id: workspace, user_id: user, message_id: message } = parsed.data
    if (!isAdded) deps.removals.count(message, user)
    const removals = deps.removals.of(message, user)
    const origin = { platform: 'discord', workspace, user, delivery: `${message}/${user}` }
    await withOrigin(origin, () =>
      deliverer.deliver({ kind: 'reaction' }, () => answer(parsed.data, isAdded, removals)),
    )
  }
}

function linkTo(server: string, channel: string, message: string): string {
  return `https://discord.com/channels/${server}/${channel}/${message}`
}

import { type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Bot } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import type { Metrics } from '../../ops/metrics.ts'
import type { InOrder } from '../in-order.ts'
import { emojiSign } from './emoji.ts'
import type { Origins } from './origins.ts'
import { renderMessage } from './render.ts'
import { DirectClosed, type Sending } from './sending.ts'
import { messageRef } from './showcase.ts'

export interface ReactionParts {
  readonly bot: Bot
  readonly rest: REST
  readonly sending: Sending
  readonly origins: Origins
  readonly turns: InOrder
  readonly metrics: Metrics
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** The bot's own user. */
  readonly ownId: () => string | undefined
  /** The name of the emoji that nominates. */
  readonly nominateEmoji: string
}

/** What the gateway tells of a reaction (gateway-events, message reaction add). */
const Reaction = z.object({
  user_id: z.string(),
  channel_id: z.string(),
  message_id: z.string(),
  guild_id: z.string().optional(),
  message_author_id: z.string().optional(),
  member: z.object({ user: z.object({ bot: z.boolean().optional() }) }).optional(),
  emoji: z.object({ name: z.string().nullable() }),
})

const Message = z.object({ content: z.string() })

/** Takes the nominating emoji, put on a message in a server or taken away. It never rejects. */
export function reactions(parts: ReactionParts): (data: unknown, on: boolean) => Promise<void> {
  const { bot, rest, sending, origins, turns, metrics, now, report } = parts
  const wanted = emojiSign(parts.nominateEmoji)

  const answer = async (
    reaction: z.infer<typeof Reaction>,
    on: boolean,
  ): Promise<'answered' | 'failed' | 'ignored'> => {
    const { user_id: user, channel_id: channel, message_id: message, guild_id: server = '' } = reaction
    const { locale } = await origins.of(user)
    const link = `https://discord.com/channels/${server}/${channel}/${message}`
    const read = async () => ({ text: await wordsOf(channel, message), link })
    const ref = messageRef(server, channel, message)
    const own = reaction.message_author_id !== undefined && reaction.message_author_id === parts.ownId()
    const person = { platform: 'discord', workspace: server, user }
    const outcome = await turns.run(user, () =>
      bot.react({ type: 'reaction', id: `${message}/${user}`, person, locale, on, message: { ref, own, read } }),
    )
    if (outcome?.type !== 'reply') return 'ignored'
    // Nobody else is to see it, and a reaction has no answer of its own: it comes in the direct messages.
    // Where shards overlap for a moment an event comes twice, and its answer once.
    await sending.direct(user, renderMessage(outcome.message, { t: translator(locale), server }), { nonce: message })
    return outcome.failed === undefined ? 'answered' : 'failed'
  }

  /** The words of a message: Discord gives them only to bots that have the intent for it. */
  const wordsOf = async (channel: string, message: string): Promise<string> => {
    try {
      return Message.parse(await rest.get(Routes.channelMessage(channel, message))).content
    } catch (error) {
      report('a nominated message could not be read', { err: error })
      return ''
    }
  }

  return async (data, on) => {
    const parsed = Reaction.safeParse(data)
    if (!parsed.success || parsed.data.guild_id === undefined || parsed.data.emoji.name !== wanted) return
    if (parsed.data.member?.user.bot === true) return
    const from = now()
    let result: 'answered' | 'failed' | 'ignored' = 'failed'
    try {
      result = await answer(parsed.data, on)
    } catch (error) {
      const why =
        error instanceof DirectClosed
          ? 'a person who nominated takes no direct messages'
          : 'a reaction could not be answered'
      report(why, { err: error })
    }
    metrics.delivered({ platform: 'discord', kind: 'reaction', result, seconds: (now() - from) / 1000 })
  }
}

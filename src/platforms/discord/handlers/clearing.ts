import { z } from 'zod'
import { translator } from '../../../i18n/index.ts'
import { renderMessage } from '../components/render.ts'
import { DirectMessagesClosedError, nonceFor } from '../direct-messages.ts'
import { isReactionOf, ReactionEmoji } from '../emoji.ts'
import { messageRef } from '../proposals-channel.ts'
import type { ReactionHandlerDeps } from './reaction.ts'

/** Reactions that a moderator has removed (gateway-events, message reaction remove all and remove emoji). */
const RemovedReactions = z.object({
  channel_id: z.string(),
  message_id: z.string(),
  guild_id: z.string(),
  /** Left out if all of them are gone. */
  emoji: ReactionEmoji.optional(),
})

/** Takes back what was nominated with emojis that a moderator has removed, and tells the people. The handler never rejects. */
export function createReactionRemovalHandler(parts: ReactionHandlerDeps): (data: unknown) => Promise<void> {
  const { bot, origins, sending, metrics, now, report } = parts

  const tellAll = async (server: string, message: string, ref: string): Promise<'answered' | 'ignored'> => {
    const withdrawals = await bot.handleEmojiRemoval({ platform: 'discord', ref, nominators: parts.nominators })
    for (const { person, message: said } of withdrawals) {
      if (person.platform !== 'discord') continue
      const t = translator((await origins.get(person.user)).locale)
      try {
        // An event that overlapping shards bring twice is told once.
        await sending.send(person.user, renderMessage(said(t), { t, server }), {
          nonce: nonceFor('cleared', message, person.user),
        })
      } catch (error) {
        // The card shows who nominates; one person must not cost the others their message.
        if (!(error instanceof DirectMessagesClosedError))
          report('a person could not be told something', { err: error })
      }
    }
    return withdrawals.length > 0 ? 'answered' : 'ignored'
  }

  return async (data) => {
    const parsed = RemovedReactions.safeParse(data)
    if (!parsed.success) return
    const { guild_id: server, channel_id: channel, message_id: message, emoji } = parsed.data
    if (emoji !== undefined && !isReactionOf(parts.nominateEmoji, emoji)) return
    const from = now()
    let result: 'answered' | 'ignored' | 'failed' = 'failed'
    try {
      result = await tellAll(server, message, messageRef(server, channel, message))
    } catch (error) {
      // They are compared with the message again within minutes.
      report('reactions that were removed could not be taken back', { err: error })
    }
    metrics.recordDelivery({ platform: 'discord', kind: 'reaction', result, seconds: (now() - from) / 1000 })
  }
}

import { z } from 'zod'
import { translator } from '../../../i18n/index.ts'
import { renderMessage } from '../components/render.ts'
import { DirectMessagesClosedError, nonceFor } from '../direct-messages.ts'
import { messageRef } from '../proposals-channel.ts'
import { isReactionOf, ReactionEmoji } from '../reactions.ts'
import type { HandlerDeps } from './deps.ts'

/** Reactions removed by a moderator (gateway-events, message reaction remove all and remove emoji). */
const RemovedReactions = z.object({
  channel_id: z.string(),
  message_id: z.string(),
  guild_id: z.string(),
  /** Missing if all reactions were removed. */
  emoji: ReactionEmoji.optional(),
})

/** Creates the handler of removed reactions: it withdraws their nominations and notifies the nominators. It never rejects. */
export function createReactionRemovalHandler(deps: HandlerDeps): (data: unknown) => Promise<void> {
  const { bot, userProfiles, directMessages, report } = deps

  const withdraw = async (server: string, message: string, ref: string): Promise<'answered' | 'ignored'> => {
    const withdrawals = await bot.handleEmojiRemoval({ platform: 'discord', ref, nominators: deps.nominators })
    for (const withdrawal of withdrawals) {
      const { platform, user } = withdrawal.person
      if (platform !== 'discord') continue
      const t = translator((await bot.languageOf(withdrawal.person)) ?? (await userProfiles.get(user)).locale)
      try {
        // Overlapping shards may deliver an event twice; the nonce keeps the message from being posted twice.
        const nonce = nonceFor('cleared', message, user, deps.removals.of(message, user))
        const nativeForm = deps.commandMentions.formsIn(undefined, t)
        await directMessages.send(user, renderMessage(withdrawal.message(t), { t, server, nativeForm }), { nonce })
      } catch (error) {
        // The card shows who nominates; the other nominators must still be notified.
        if (!(error instanceof DirectMessagesClosedError)) report('a direct message could not be sent', { err: error })
      }
    }
    return withdrawals.length > 0 ? 'answered' : 'ignored'
  }

  return async (data) => {
    const parsed = RemovedReactions.safeParse(data)
    if (!parsed.success) return
    const { guild_id: server, channel_id: channel, message_id: message, emoji } = parsed.data
    if (emoji !== undefined && !isReactionOf(deps.nominateEmoji, emoji)) return
    deps.removals.count(message)
    await deps.deliverer.deliver({ kind: 'reaction' }, async () => {
      try {
        return await withdraw(server, message, messageRef(server, channel, message))
      } catch (error) {
        // The regular comparison of emojis with nominations finds the removal within minutes.
        report('nominations whose emoji was removed could not be withdrawn', { err: error })
        return 'failed'
      }
    })
  }
}

import type { Mention as TextMention } from '../../../bot/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { type EventDelivery, type HandlerContext, queueKeyOf } from '../context.ts'
import { decodeText, mentionsIn } from '../decode.ts'
import { at, textAt } from '../json.ts'
import { picturesOf } from '../pictures.ts'
import { renderReply } from '../render-reply.ts'
import { goesToDirectMessage, type ReplyTarget, renderFormButton, sendToDirectMessage } from '../reply.ts'
import type { Requester } from '../sender.ts'

/** A message in a channel that mentions the bot. */
export interface Mention {
  /** The words around the mention; empty if there are none. */
  readonly text: string
  /** Who else the words mention. */
  readonly mentions: readonly TextMention[]
  readonly channel: string
  /** The thread of the message, or the one that an answer to it begins. */
  readonly thread: string
}

/**
 * Reads an `app_mention` event (docs.slack.dev/reference/events/app_mention); undefined if an app wrote the message, which could answer
 * an answer for ever, or if it was edited: it may have been answered.
 */
export function readMention(event: unknown, botUser: string | undefined): Mention | undefined {
  const [channel, ts] = [textAt(event, 'channel'), textAt(event, 'ts')]
  if (channel === undefined || ts === undefined || at(event, 'bot_id') !== undefined) return undefined
  if (at(event, 'edited') !== undefined || at(event, 'subtype') === 'bot_message') return undefined
  const own = botUser === undefined ? /<@[UW][A-Z0-9]+(?:\|[^>]*)?>/u : new RegExp(`<@${botUser}(?:\\|[^>]*)?>`, 'gu')
  const words = (textAt(event, 'text') ?? '').replace(own, ' ')
  return {
    text: decodeText(words).trim(),
    mentions: mentionsIn(words),
    channel,
    thread: textAt(event, 'thread_ts') ?? ts,
  }
}

/**
 * Answers a mention in its thread. What is not the same for everyone is sent as a direct message, with a note to the person alone.
 */
export async function handleMention(
  { text, mentions, channel, thread }: Mention,
  { id, isRetry }: EventDelivery,
  requester: Requester,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const { bot, deliverer, pictures, replies, webApi } = context
  const { sender, locale } = requester
  const event = { id, person: sender.person, locale }
  const once = { mark: id, repeated: isRetry }
  const target: ReplyTarget = { channel, thread, isEphemeral: true }
  const response = await deliverer.inOrder(queueKeyOf(sender), () =>
    text === ''
      ? bot.handleWelcome({ ...event, type: 'welcome', occasion: 'mentioned' })
      : bot.handle({ ...event, type: 'text', text, mentions, isPublic: true }),
  )
  if (response === undefined || response.type === 'choices') return 'ignored'
  if (response.type === 'form') {
    await replies.reply(sender, target, renderFormButton(response.form, requester))
    return 'answered'
  }
  if (goesToDirectMessage(response)) {
    const pointer = await sendToDirectMessage(response, requester, undefined, context, { once })
    if (pointer) await replies.reply(sender, target, pointer)
    return deliveryResultOf(response)
  }
  // An error is between the person and the bot; words that nobody understands are answered as a question is.
  if (response.failed !== undefined && response.facts === undefined) {
    await replies.reply(sender, target, renderReply(response.message, { locale }))
    return deliveryResultOf(response)
  }
  const request = { command: bot.commands[0]?.name ?? '', text }
  const rendered = renderReply(response.message, { locale, ...(context.isPublic(request) && { request }) })
  await pictures.send(rendered, { pictures: picturesOf(response.message), isPublic: true }, sender, {
    send: (message) => webApi.postMessage(sender.token, channel, { ...message, thread_ts: thread }, once),
    below: (message) => webApi.postMessage(sender.token, channel, { ...message, thread_ts: thread }),
  })
  return deliveryResultOf(response)
}

import type { Mention, PageRequest } from '../../../bot/index.ts'
import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { askBot, type EventDelivery, type HandlerContext } from '../context.ts'
import { decodeText, mentionsIn } from '../decode.ts'
import { at, textAt } from '../json.ts'
import { renderFormButton, renderSentence, sendToDirectMessage } from '../reply.ts'
import type { Requester } from '../sender.ts'

/** What a person did in the direct message: sent text, sent something without text, or edited a message. */
export type DirectMessage =
  | { readonly kind: 'text'; readonly text: string; readonly mentions: readonly Mention[] }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'edit' }

/** Subtypes of messages that people write (docs.slack.dev/reference/events/message). */
const TYPED: ReadonlySet<unknown> = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast'])

/** Reads a message event; undefined if an app wrote the message or if it needs no answer. */
export function readDirectMessage(event: unknown): DirectMessage | undefined {
  if (textAt(event, 'channel_type') !== 'im') return undefined
  const subtype = at(event, 'subtype')
  const isEdit = subtype === 'message_changed'
  const message = isEdit ? at(event, 'message') : event
  if (at(message, 'bot_id') !== undefined) return undefined
  const text = textAt(message, 'text')
  if (isEdit) {
    // Slack also changes a message when it unfurls a link or a thread starts; its text stays the same then.
    const isEdited = at(message, 'edited') !== undefined && text !== textAt(event, 'previous_message', 'text')
    return isEdited && TYPED.has(at(message, 'subtype')) ? { kind: 'edit' } : undefined
  }
  if (!TYPED.has(subtype)) return undefined
  return text === undefined ? { kind: 'no-text' } : { kind: 'text', text: decodeText(text), mentions: mentionsIn(text) }
}

/** Answers a direct message. */
export async function handleDirectMessage(
  message: DirectMessage,
  { id, isRetry }: EventDelivery,
  requester: Requester,
  channel: string,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const { sender, locale } = requester
  const { webApi } = context
  const once = { mark: id, repeated: isRetry }
  if (message.kind !== 'text') {
    const sentence = renderSentence(translator(locale), message.kind === 'edit' ? 'slack.edited' : 'slack.onlyText')
    await webApi.postMessage(sender.token, channel, sentence, once)
    return 'answered'
  }
  const { text, mentions } = message
  const event = { type: 'text', id, person: sender.person, locale, text, mentions } as const
  const response = await askBot(event, requester, context)
  if (response.type === 'form') {
    await webApi.postMessage(sender.token, channel, renderFormButton(response.form, requester), once)
  } else if (response.type === 'reply') {
    await sendToDirectMessage(response, requester, channel, context, { request: requestFor(text, context), once })
  }
  return response.type === 'reply' ? deliveryResultOf(response) : 'answered'
}

/** The request for the pages of a typed look-up. Text without a command goes to the first command. */
function requestFor(text: string, { bot, commandNames }: HandlerContext): PageRequest {
  const match = /^\s*\/(\S+)\s*([\s\S]*)$/u.exec(text)
  return match
    ? { command: commandNames.nameOf(match[1] ?? ''), text: match[2] ?? '' }
    : { command: bot.commands[0]?.name ?? '', text }
}

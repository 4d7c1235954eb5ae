import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import type { EventDelivery, HandlerContext, Requester } from '../context.ts'
import { decodeText } from '../decode.ts'
import { renderSentence } from '../reply.ts'
import { at, textAt } from '../json.ts'
import { renderFormButton, sendToDirectMessage } from '../placing.ts'

/** What a person did in the direct message: typed words, sent something without words, or edited what they had typed. */
export type DirectMessage = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'wordless' | 'edited' }

/** Message events that carry what a person wrote (docs.slack.dev/reference/events/message). */
const TYPED: ReadonlySet<unknown> = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast'])

/** Reads what a person wrote in the direct message; undefined for what apps wrote and for what needs no answer. */
export function readDirectMessage(event: unknown): DirectMessage | undefined {
  if (textAt(event, 'channel_type') !== 'im') return undefined
  const subtype = at(event, 'subtype')
  const isEdit = subtype === 'message_changed'
  const message = isEdit ? at(event, 'message') : event
  if (at(message, 'bot_id') !== undefined) return undefined
  const text = textAt(message, 'text')
  if (isEdit) {
    // Slack also changes a message when it unfurls a link or a thread begins; its words stay the same then.
    const isEdited = at(message, 'edited') !== undefined && text !== textAt(event, 'previous_message', 'text')
    return isEdited && TYPED.has(at(message, 'subtype')) ? { kind: 'edited' } : undefined
  }
  if (!TYPED.has(subtype)) return undefined
  return text === undefined ? { kind: 'wordless' } : { kind: 'words', text: decodeText(text) }
}

/** Answers what a person wrote in the direct message. */
export async function handleDirectMessage(
  written: DirectMessage,
  { id, isRetry: repeated }: EventDelivery,
  asker: Requester,
  channel: string,
  parts: HandlerContext,
): Promise<DeliveryResult> {
  const { sender, locale } = asker
  const once = { mark: id, repeated }
  if (written.kind !== 'words') {
    const told = renderSentence(translator(locale), written.kind === 'edited' ? 'slack.edited' : 'slack.onlyText')
    await parts.webApi.postMessage(sender.token, channel, { ...told }, once)
    return 'answered'
  }
  const { text } = written
  const outcome = await parts.deliverer.inOrder(`${sender.team}/${sender.user}`, () =>
    parts.desk.handle({ type: 'text', id, person: sender.person, locale, text }),
  )
  if (outcome.type === 'form') {
    await parts.webApi.postMessage(sender.token, channel, { ...renderFormButton(outcome.form, asker, parts) }, once)
  } else if (outcome.type === 'reply') {
    await sendToDirectMessage(outcome, asker, channel, parts, { again: askedBy(text, parts), once })
  }
  return outcome.type === 'reply' ? deliveryResultOf(outcome) : 'answered'
}

/** How a look-up that was typed is asked for again. */
function askedBy(words: string, { desk }: HandlerContext): { readonly command: string; readonly text: string } {
  const match = /^\s*\/(\S+)\s*([\s\S]*)$/u.exec(words)
  return match
    ? { command: (match[1] ?? '').toLowerCase(), text: match[2] ?? '' }
    : { command: desk.lookUpCommand, text: words }
}

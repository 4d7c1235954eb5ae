import type { ModalView } from '@slack/types'
import { LRUCache } from 'lru-cache'
import type { BotResponse, PageRequest } from '../../bot/index.ts'
import { type Locale, type Translator, translator } from '../../i18n/index.ts'
import { type Attachment, type Form, note, plain, text } from '../../message/index.ts'
import type { DeliveryResult } from '../../runtime/metrics.ts'
import { renderModal } from './blocks/modal.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import type { HandlerContext } from './context.ts'
import { errorMessage } from './error-messages.ts'
import { shareFiles } from './files.ts'
import { textAt } from './json.ts'
import { messageRef } from './messages.ts'
import { hasImage, picturesOf } from './pictures.ts'
import { renderReply } from './render-reply.ts'
import type { ResponseUrlClient } from './response-url.ts'
import type { AuthorizedSender, Requester } from './sender.ts'
import { type PostOnce, SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

/** The message or command that an answer belongs to. If nothing of it is known, the answer goes to the direct message. */
export interface ReplyTarget {
  readonly responseUrl?: string | undefined
  readonly channel?: string | undefined
  readonly ts?: string | undefined
  readonly isEphemeral?: boolean
  /** The thread in which answers to the person alone are posted. */
  readonly thread?: string | undefined
}

/** Whether a target is a message that stays in the direct message with the bot. */
export function isInDirectMessage({ channel, isEphemeral }: ReplyTarget): boolean {
  return channel?.startsWith('D') === true && isEphemeral !== true
}

const MAX_CHANNELS = 50_000

/** Sends answers to people. Each method rejects with a SlackApiError or SlackUnreachableError if Slack does not take the answer. */
export type Replies = ReturnType<typeof createReplies>

export function createReplies(webApi: WebApi, responseUrls: ResponseUrlClient) {
  // Never stale: the channel of a direct message stays the same.
  const channels = new LRUCache<string, string>({ max: MAX_CHANNELS })

  /** Opens the direct message with a user; resolves with its channel. */
  const openDirectChannel = async (token: string, user: string): Promise<string> => {
    const key = `${token}/${user}`
    const cached = channels.get(key)
    if (cached !== undefined) return cached
    const args = { users: user }
    const response = await webApi.call({ token, method: 'conversations.open', queueKey: `open/${user}`, args })
    const channel = textAt(response, 'channel', 'id')
    if (channel === undefined) throw new SlackUnreachableError('conversations.open: the response names no channel')
    channels.set(key, channel)
    return channel
  }

  /** Fallback when the response_url has expired: an ephemeral post, else the direct message. */
  const replyByWebApi = async (
    { token, user }: AuthorizedSender,
    { channel, thread }: ReplyTarget,
    message: SlackMessage,
  ): Promise<void> => {
    if (channel !== undefined && !channel.startsWith('D')) {
      try {
        const args = { channel, user, ...message, ...(thread !== undefined && { thread_ts: thread }) }
        await webApi.call({ token, method: 'chat.postEphemeral', queueKey: `channel/${channel}`, args })
        return
      } catch (error) {
        if (!(error instanceof SlackApiError)) throw error
      }
    }
    await webApi.postMessage(token, await openDirectChannel(token, user), message)
  }

  return {
    openDirectChannel,

    /** Posts to the direct message; resolves with its channel and the message's timestamp. The files follow in one message. */
    async sendDirect(
      { token, user }: AuthorizedSender,
      message: SlackMessage,
      files: readonly Attachment[],
      t: Translator,
      once?: PostOnce,
    ): Promise<{ readonly channel: string; readonly ts: string }> {
      const channel = await openDirectChannel(token, user)
      const ts = await webApi.postMessage(token, channel, message, once)
      try {
        await shareFiles(webApi, token, channel, files)
      } catch (error) {
        if (!(error instanceof SlackApiError) || error.code !== 'missing_scope') throw error
        await webApi.postMessage(token, channel, renderSentence(t, 'slack.noFiles'))
      }
      return { channel, ts }
    },

    /** Replaces the target with a message. */
    async replaceMessage(sender: AuthorizedSender, target: ReplyTarget, message: SlackMessage): Promise<void> {
      const { responseUrl, channel, ts, isEphemeral } = target
      if (responseUrl !== undefined) {
        const result = await responseUrls.post(responseUrl, { replace_original: true, ...message })
        if (result === 'done') return
        if (result === 'refused' && hasImage(message))
          throw new SlackApiError('response_url', 'invalid_blocks', undefined)
      }
      if (isEphemeral || channel === undefined || ts === undefined) {
        await replyByWebApi(sender, target, message)
        return
      }
      const args = { channel, ts, ...message }
      await webApi.call({ token: sender.token, method: 'chat.update', queueKey: `channel/${channel}`, args })
    },

    /** Adds a message below the target, visible to the sender alone unless it is public. */
    async reply(
      sender: AuthorizedSender,
      target: ReplyTarget,
      message: SlackMessage,
      { isPublic } = { isPublic: false },
    ): Promise<void> {
      const { responseUrl, channel } = target
      if (channel !== undefined && isInDirectMessage(target)) {
        await webApi.postMessage(sender.token, channel, message)
        return
      }
      const type = isPublic ? 'in_channel' : 'ephemeral'
      const result =
        responseUrl === undefined
          ? 'expired'
          : await responseUrls.post(responseUrl, { response_type: type, replace_original: false, ...message })
      if (result === 'done') return
      if (result === 'refused' && hasImage(message))
        throw new SlackApiError('response_url', 'invalid_blocks', undefined)
      // It may have arrived; sent again it would appear twice.
      if (result === 'unsure') throw new SlackUnreachableError('response_url: whether the answer arrived is unknown')
      await replyByWebApi(sender, target, message)
    },
  }
}

/** Records the card of an assessment, or the line about a proposal, that has replaced a message in the direct message. */
export function recordReplacement(
  { card, line }: ReplyResponse,
  { sender, locale }: Requester,
  target: ReplyTarget,
  { openCards, outcomeLines }: Pick<HandlerContext, 'openCards' | 'outcomeLines'>,
): void {
  const { channel, ts } = target
  if (channel === undefined || ts === undefined || !isInDirectMessage(target)) return
  openCards.record(sender.person, card, { token: sender.token, channel, ts, locale })
  outcomeLines.record(sender.person, line, { ref: messageRef(sender.team, { channel, ts }), locale })
}

/** Renders one sentence as a whole message. */
export function renderSentence(
  t: Translator,
  key:
    | 'slack.formBusy'
    | 'slack.edited'
    | 'slack.noFiles'
    | 'slack.onlyText'
    | 'slack.notAuthorized'
    | 'slack.storeAway'
    | 'direct.working',
): SlackMessage {
  const tone = key === 'direct.working' ? 'info' : 'warning'
  return renderMessage({ summary: t(key), blocks: [note(tone, t.rich(key))] }, { t })
}

export type ReplyResponse = Extract<BotResponse, { type: 'reply' }>

/** Whether an answer goes to the direct message: it is private, or has files. */
export function goesToDirectMessage({ direct, message }: ReplyResponse): boolean {
  return direct === true || (message.files?.length ?? 0) > 0
}

/**
 * Posts an answer to the direct message. Resolves with a message that points there, for the channel it was requested in; undefined if
 * it was requested in the direct message itself.
 */
export async function sendToDirectMessage(
  { message, card }: ReplyResponse,
  { sender, locale }: Requester,
  requestedIn: string | undefined,
  {
    replies,
    openCards,
    pictures,
    webApi,
    isPublic,
  }: Pick<HandlerContext, 'replies' | 'openCards' | 'pictures' | 'webApi' | 'isPublic'>,
  { request, once }: { readonly request?: PageRequest; readonly once?: PostOnce } = {},
): Promise<SlackMessage | undefined> {
  const t = translator(locale)
  const rendered = renderReply(message, { locale, ...(request && { request }) })
  const answer = { pictures: picturesOf(message), isPublic: request !== undefined && isPublic(request) }
  const { channel, ts } = await pictures.send(rendered, answer, sender, {
    send: (withPictures) => replies.sendDirect(sender, withPictures, message.files ?? [], t, once),
    below: (picture, direct) => webApi.postMessage(sender.token, direct.channel, picture),
  })
  openCards.record(sender.person, card, { token: sender.token, channel, ts, locale })
  return channel === requestedIn ? undefined : renderPointer(channel, sender.team, t)
}

/** Says that the answer is in the direct message, with a button that opens it. */
function renderPointer(channel: string, team: string, t: Translator): SlackMessage {
  const summary = t('direct.sent')
  const { text: fallback, blocks } = renderMessage({ summary, blocks: [text(t.rich('direct.sent'))] }, { t })
  const button = {
    type: 'button' as const,
    action_id: 'open-messages',
    text: { type: 'plain_text' as const, text: t('direct.open'), emoji: false },
    url: `slack://channel?team=${team}&id=${channel}`,
  }
  return { text: fallback, blocks: [...blocks, { type: 'actions', elements: [button] }] }
}

/**
 * Does the work of a delivery. If that fails, reports the problem and tells the person: at the target, or in the direct message if
 * Slack does not confirm that. Rejects if Slack takes neither.
 */
export async function withErrorReply(
  problem: string,
  { sender, locale }: Requester,
  target: ReplyTarget,
  { replies, report }: Pick<HandlerContext, 'replies' | 'report'>,
  work: () => Promise<DeliveryResult>,
): Promise<DeliveryResult> {
  try {
    return await work()
  } catch (error) {
    report(problem, { err: error })
    const t = translator(locale)
    const message = errorMessage(error, t)
    try {
      await replies.reply(sender, target, message)
    } catch (cause) {
      report('an error message could not be sent to the channel; sending it to the direct message', { err: cause })
      await replies.sendDirect(sender, message, [], t)
    }
    return 'failed'
  }
}

/** Opens a form as a modal. */
export async function openForm(
  form: Form,
  triggerId: string,
  target: ReplyTarget,
  { sender, locale }: Requester,
  { webApi }: Pick<HandlerContext, 'webApi'>,
): Promise<void> {
  await openView(renderForm(form, target, locale), triggerId, sender, webApi)
}

/** Renders a form as a modal whose private_metadata brings back the payload and the target of the answer. */
export function renderForm(form: Form, target: ReplyTarget, locale: Locale): ModalView {
  const origin = { p: form.payload, u: target.responseUrl, c: target.channel, m: target.ts, e: target.isEphemeral }
  return renderModal(form, { t: translator(locale), privateMetadata: JSON.stringify(origin) })
}

/** Opens a modal. The trigger works once, within three seconds. */
export async function openView(
  view: object,
  triggerId: string,
  { token, user }: AuthorizedSender,
  webApi: WebApi,
): Promise<void> {
  const args = { trigger_id: triggerId, view }
  await webApi.call({ token, method: 'views.open', queueKey: `view/${user}`, args })
}

/** Replaces an open modal. */
export async function updateView(
  view: ModalView,
  id: string,
  { token, user }: AuthorizedSender,
  webApi: WebApi,
): Promise<void> {
  await webApi.call({ token, method: 'views.update', queueKey: `view/${user}`, args: { view_id: id, view } })
}

/** Renders a form as a button that opens it, for a place that has no trigger to open a modal. */
export function renderFormButton(form: Form, { locale }: Requester): SlackMessage {
  const summary = translator(locale)('direct.fill', { title: form.title })
  const button = { label: form.title, payload: form.payload, style: 'primary' } as const
  return renderReply({ summary, blocks: [text(plain(summary)), { type: 'actions', actions: [button] }] }, { locale })
}

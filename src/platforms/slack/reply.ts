import { LRUCache } from 'lru-cache'
import type { BotResponse } from '../../bot/index.ts'
import { type Translator, translator } from '../../i18n/index.ts'
import { type Attachment, type Form, note, plain, text } from '../../message/index.ts'
import type { PageRequest } from '../delivery/page-request.ts'
import { renderModal } from './blocks/modal.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import type { AuthorizedSender, HandlerContext, Requester } from './context.ts'
import { errorMessage } from './error-messages.ts'
import type { FileUploader } from './files.ts'
import { textAt } from './json.ts'
import { renderReply } from './render-reply.ts'
import type { ResponseUrlClient } from './response-url.ts'
import { type PostOnce, SlackApiError, SlackUnreachableError, type WebApi } from './web-api.ts'

/** The message or command that an answer belongs to. */
export interface ReplyTarget {
  readonly responseUrl: string | undefined
  readonly channel: string | undefined
  readonly ts: string | undefined
  readonly isEphemeral: boolean
}

/** A target of which nothing is known: answers go to the direct message. */
export const NO_TARGET: ReplyTarget = {
  responseUrl: undefined,
  channel: undefined,
  ts: undefined,
  isEphemeral: false,
}

/** Whether a target is a message in the direct message with the bot that stays there. */
export function isInDirectMessage({ channel, isEphemeral }: ReplyTarget): boolean {
  return channel?.startsWith('D') === true && !isEphemeral
}

/** Sends answers to people. Each method rejects with a SlackApiError or SlackUnreachableError if Slack does not take the answer. */
export interface Replies {
  /** Opens the direct message with a user; resolves with its channel. */
  openDirectChannel(token: string, user: string): Promise<string>
  /** Posts to the direct message; resolves with the channel. The files follow in one message. */
  sendDirect(
    sender: AuthorizedSender,
    message: SlackMessage,
    files: readonly Attachment[],
    t: Translator,
    once?: PostOnce,
  ): Promise<string>
  /** Replaces the target with a message. */
  replaceMessage(sender: AuthorizedSender, target: ReplyTarget, message: SlackMessage): Promise<void>
  /** Adds a message below the target, visible to the sender alone unless it is public. */
  reply(
    sender: AuthorizedSender,
    target: ReplyTarget,
    message: SlackMessage,
    options?: { readonly isPublic: boolean },
  ): Promise<void>
}

const MAX_CHANNELS = 50_000

export interface RepliesDeps {
  readonly webApi: WebApi
  readonly responseUrls: ResponseUrlClient
  readonly fileUploader: FileUploader
}

export function createReplies({ webApi, responseUrls, fileUploader }: RepliesDeps): Replies {
  // Never stale: the channel of a direct message stays the same.
  const channels = new LRUCache<string, string>({ max: MAX_CHANNELS })

  const openDirectChannel = async (token: string, user: string): Promise<string> => {
    const key = `${token}/${user}`
    const cached = channels.get(key)
    if (cached !== undefined) return cached
    const response = await webApi.call({
      token,
      method: 'conversations.open',
      queueKey: `open/${user}`,
      args: { users: user },
      retry: 'idempotent',
    })
    const channel = textAt(response, 'channel', 'id')
    if (channel === undefined) throw new SlackUnreachableError('conversations.open: the response names no channel')
    channels.set(key, channel)
    return channel
  }

  /** Fallback when the response_url has expired: an ephemeral post, else the direct message. */
  const replyByWebApi = async (
    { token, user }: AuthorizedSender,
    { channel }: ReplyTarget,
    message: SlackMessage,
  ): Promise<void> => {
    if (channel !== undefined && !channel.startsWith('D')) {
      try {
        const args = { channel, user, ...message }
        await webApi.call({ token, method: 'chat.postEphemeral', queueKey: `channel/${channel}`, args })
        return
      } catch (error) {
        if (!(error instanceof SlackApiError)) throw error
      }
    }
    await webApi.postMessage(token, await openDirectChannel(token, user), { ...message })
  }

  return {
    openDirectChannel,
    async sendDirect(sender, message, files, t, once) {
      const channel = await openDirectChannel(sender.token, sender.user)
      await webApi.postMessage(sender.token, channel, { ...message }, once)
      try {
        await fileUploader.upload(sender.token, channel, files)
      } catch (error) {
        if (!(error instanceof SlackApiError) || error.code !== 'missing_scope') throw error
        await webApi.postMessage(sender.token, channel, { ...renderSentence(t, 'slack.noFiles') })
      }
      return channel
    },
    async replaceMessage(sender, target, message) {
      const { responseUrl, channel, ts, isEphemeral } = target
      if (responseUrl !== undefined) {
        const result = await responseUrls.post(responseUrl, { replace_original: true, ...message })
        if (result === 'done') return
      }
      if (isEphemeral || channel === undefined || ts === undefined) {
        await replyByWebApi(sender, target, message)
        return
      }
      await webApi.call({
        token: sender.token,
        method: 'chat.update',
        queueKey: `channel/${channel}`,
        args: { channel, ts, ...message },
        retry: 'idempotent',
      })
    },
    async reply(sender, target, message, { isPublic } = { isPublic: false }) {
      const { responseUrl, channel } = target
      if (channel !== undefined && isInDirectMessage(target)) {
        await webApi.postMessage(sender.token, channel, { ...message })
        return
      }
      const type = isPublic ? 'in_channel' : 'ephemeral'
      const result =
        responseUrl === undefined
          ? 'expired'
          : await responseUrls.post(responseUrl, { response_type: type, replace_original: false, ...message })
      if (result === 'done') return
      // It may have arrived: sent again it would be there twice.
      if (result === 'unsure') throw new SlackUnreachableError('response_url: whether the answer arrived is unknown')
      await replyByWebApi(sender, target, message)
    },
  }
}

/** One sentence as a whole message. */
export function renderSentence(
  t: Translator,
  key:
    | 'slack.formBusy'
    | 'slack.edited'
    | 'slack.noFiles'
    | 'slack.onlyText'
    | 'slack.notAuthorized'
    | 'slack.storeAway'
    | 'slack.unsure'
    | 'direct.working'
    | 'slack.tooLate',
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
  { message }: ReplyResponse,
  { sender, locale }: Requester,
  requestedIn: string | undefined,
  { replies }: Pick<HandlerContext, 'replies'>,
  options: { readonly request?: PageRequest; readonly once?: PostOnce } = {},
): Promise<SlackMessage | undefined> {
  const t = translator(locale)
  const rendered = renderReply(message, { locale, ...(options.request && { request: options.request }) })
  const channel = await replies.sendDirect(sender, rendered, message.files ?? [], t, options.once)
  return channel === requestedIn ? undefined : pointerTo(channel, { sender, locale })
}

/**
 * Tells a person what went wrong: at the target, or in the direct message if Slack does not confirm that. Rejects if Slack takes
 * neither.
 */
export async function replyWithError(
  error: unknown,
  { sender, locale }: Requester,
  target: ReplyTarget,
  { replies, report }: Pick<HandlerContext, 'replies' | 'report'>,
): Promise<void> {
  const t = translator(locale)
  const message = errorMessage(error, t)
  try {
    await replies.reply(sender, target, message)
  } catch (cause) {
    report('an error message could not be sent to the channel; sending it to the direct message', { err: cause })
    await replies.sendDirect(sender, message, [], t)
  }
}

/** Says that the answer is in the direct message, with a button that opens it. */
function pointerTo(channel: string, { sender, locale }: Requester): SlackMessage {
  const t = translator(locale)
  const { text: fallback, blocks } = renderMessage(
    { summary: t('direct.sent'), blocks: [text(t.rich('direct.sent'))] },
    { t },
  )
  const button = {
    type: 'button' as const,
    action_id: 'open-messages',
    text: { type: 'plain_text' as const, text: t('direct.open'), emoji: false },
    url: `slack://channel?team=${sender.team}&id=${channel}`,
  }
  return { text: fallback, blocks: [...blocks, { type: 'actions', elements: [button] }] }
}

/** Opens a form as a modal. Its private_metadata brings back the payload and the target of the answer. */
export async function openForm(
  form: Form,
  triggerId: string | undefined,
  target: ReplyTarget | undefined,
  { sender, locale }: Requester,
  { webApi }: Pick<HandlerContext, 'webApi'>,
): Promise<void> {
  const origin = {
    p: form.payload,
    ...(target && { u: target.responseUrl, c: target.channel, m: target.ts, e: target.isEphemeral }),
  }
  const view = renderModal(form, { t: translator(locale), privateMetadata: JSON.stringify(origin) })
  await webApi.call({
    token: sender.token,
    method: 'views.open',
    queueKey: `view/${sender.user}`,
    args: { trigger_id: triggerId ?? '', view },
    ...OPEN_VIEW_RETRY,
  })
}

/** A trigger opens one modal, even if the call is repeated (docs.slack.dev/reference/methods/views.open). */
export const OPEN_VIEW_RETRY = { retry: 'idempotent', alreadyDoneCode: 'exchanged_trigger_id' } as const

/** Renders a form in a place that has no trigger to open a modal: as a button that opens it. */
export function renderFormButton(form: Form, { locale }: Requester): SlackMessage {
  const summary = translator(locale)('direct.fill', { title: form.title })
  const button = { label: form.title, payload: form.payload, style: 'primary' } as const
  return renderReply({ summary, blocks: [text(plain(summary)), { type: 'actions', actions: [button] }] }, { locale })
}

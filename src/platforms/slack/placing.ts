import type { BotResponse } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import { type Form, plain, text } from '../../message/index.ts'
import type { PageRequest } from './page-token.ts'
import { renderModal } from './blocks/modal.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import type { HandlerContext, Requester } from './context.ts'
import type { PostOnce, ReplyTarget } from './reply.ts'
import { errorMessage } from './error-messages.ts'

export type ReplyResponse = Extract<BotResponse, { type: 'reply' }>

/** Whether an answer goes to the direct message: it belongs there, or carries files. */
export function goesToDirectMessage({ direct, message }: ReplyResponse): boolean {
  return direct === true || (message.files?.length ?? 0) > 0
}

/** Posts an answer to the direct message; resolves with what stands where it was asked for, undefined where that is there. */
export async function sendToDirectMessage(
  { message }: ReplyResponse,
  { sender, locale }: Requester,
  askedIn: string | undefined,
  { desk, replies: delivering }: HandlerContext,
  options: { readonly again?: PageRequest; readonly once?: PostOnce } = {},
): Promise<SlackMessage | undefined> {
  const t = translator(locale)
  const drawn = desk.draw(message, { locale, ...(options.again && { request: options.again }) })
  const channel = await delivering.sendDirect(sender, drawn, message.files ?? [], t, options.once)
  return channel === askedIn ? undefined : pointerTo(channel, { sender, locale })
}

/**
 * Tells a person what went wrong: where they asked, or in the direct message if Slack does not confirm that either. Rejects if Slack
 * takes neither.
 */
export async function replyWithError(
  error: unknown,
  { sender, locale }: Requester,
  spot: ReplyTarget,
  { replies: delivering, report }: HandlerContext,
): Promise<void> {
  const t = translator(locale)
  const message = errorMessage(error, t)
  try {
    await delivering.reply(sender, spot, message, { isPublic: false })
  } catch (cause) {
    report('a person could not be told in the channel that something went wrong', { err: cause })
    await delivering.sendDirect(sender, message, [], t)
  }
}

/** Says that the answer is in the direct messages, with a way there. */
function pointerTo(channel: string, { sender, locale }: Requester): SlackMessage {
  const t = translator(locale)
  const { text: fallback, blocks } = renderMessage(
    { summary: t('direct.sent'), blocks: [text(t.rich('direct.sent'))] },
    { t },
  )
  const link = {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'open-messages',
        text: { type: 'plain_text', text: t('direct.open'), emoji: false },
        url: `slack://channel?team=${sender.team}&id=${channel}`,
      },
    ],
  } as const
  return { text: fallback, blocks: [...blocks, { ...link, elements: [...link.elements] }] }
}

/** Opens a form as a modal. What its values belong to comes back with them. */
export async function openForm(
  form: Form,
  triggerId: string | undefined,
  spot: ReplyTarget | undefined,
  { sender, locale }: Requester,
  { webApi: calls }: HandlerContext,
): Promise<void> {
  const origin = { p: form.payload, ...(spot && { u: spot.url, c: spot.channel, m: spot.ts, e: spot.ephemeral }) }
  const view = renderModal(form, { t: translator(locale), privateMetadata: JSON.stringify(origin) })
  await calls.call({
    token: sender.token,
    method: 'views.open',
    queueKey: `view/${sender.user}`,
    args: { trigger_id: triggerId ?? '', view },
    ...OPEN_VIEW_RETRY,
  })
}

/** A trigger opens one modal, however often it is tried (docs.slack.dev/reference/methods/views.open). */
export const OPEN_VIEW_RETRY = { retry: 'harmless', alreadyDoneCode: 'exchanged_trigger_id' } as const

/** A form where nothing opens a modal: a button that does. */
export function renderFormButton(form: Form, { locale }: Requester, { desk }: HandlerContext): SlackMessage {
  const t = translator(locale)
  const summary = t('direct.fill', { title: form.title })
  return desk.draw(
    {
      summary,
      blocks: [
        text(plain(summary)),
        { type: 'actions', actions: [{ label: form.title, payload: form.payload, style: 'primary' }] },
      ],
    },
    { locale },
  )
}

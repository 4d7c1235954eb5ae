import type { Outcome } from '../../bot/index.ts'
import { translator } from '../../i18n/index.ts'
import { type Form, plain, text } from '../../message/index.ts'
import type { Again } from './again.ts'
import { renderModal } from './blocks/modal.ts'
import { renderMessage, type SlackMessage } from './blocks/render.ts'
import type { Asker, Parts } from './context.ts'
import type { Once, Spot } from './delivering.ts'
import { troubleMessage } from './error-messages.ts'

export type Reply = Extract<Outcome, { type: 'reply' }>

/** Whether an answer goes to the direct message: it belongs there, or carries files. */
export function isDirect({ direct, message }: Reply): boolean {
  return direct === true || (message.files?.length ?? 0) > 0
}

/** Posts an answer to the direct message; resolves with what stands where it was asked for, undefined where that is there. */
export async function placeDirect(
  { message }: Reply,
  { sender, locale }: Asker,
  askedIn: string | undefined,
  { desk, delivering }: Parts,
  options: { readonly again?: Again; readonly once?: Once } = {},
): Promise<SlackMessage | undefined> {
  const t = translator(locale)
  const drawn = desk.draw(message, { locale, ...(options.again && { again: options.again }) })
  const channel = await delivering.direct(sender, drawn, message.files ?? [], t, options.once)
  return channel === askedIn ? undefined : pointerTo(channel, { sender, locale })
}

/**
 * Tells a person what went wrong: where they asked, or in the direct message if Slack does not confirm that either. Rejects if Slack
 * takes neither.
 */
export async function tellTrouble(
  error: unknown,
  { sender, locale }: Asker,
  spot: Spot,
  { delivering, report }: Parts,
): Promise<void> {
  const t = translator(locale)
  const message = troubleMessage(error, t)
  try {
    await delivering.beside(sender, spot, message, { shared: false })
  } catch (cause) {
    report('a person could not be told in the channel that something went wrong', { err: cause })
    await delivering.direct(sender, message, [], t)
  }
}

/** Says that the answer is in the direct messages, with a way there. */
function pointerTo(channel: string, { sender, locale }: Asker): SlackMessage {
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
  spot: Spot | undefined,
  { sender, locale }: Asker,
  { calls }: Parts,
): Promise<void> {
  const origin = { p: form.payload, ...(spot && { u: spot.url, c: spot.channel, m: spot.ts, e: spot.ephemeral }) }
  const view = renderModal(form, { t: translator(locale), privateMetadata: JSON.stringify(origin) })
  await calls.call({
    token: sender.token,
    method: 'views.open',
    key: `view/${sender.user}`,
    args: { trigger_id: triggerId ?? '', view },
    ...OPEN_ONCE,
  })
}

/** A trigger opens one modal, however often it is tried (docs.slack.dev/reference/methods/views.open). */
export const OPEN_ONCE = { again: 'harmless', done: 'exchanged_trigger_id' } as const

/** A form where nothing opens a modal: a button that does. */
export function formButton(form: Form, { locale }: Asker, { desk }: Parts): SlackMessage {
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

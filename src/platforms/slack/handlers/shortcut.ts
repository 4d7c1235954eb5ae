import type { ModalView } from '@slack/types'
import type { PageRequest } from '../../../bot/index.ts'
import { type Locale, translator } from '../../../i18n/index.ts'
import type { Message } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { LIMITS } from '../blocks/limits.ts'
import { renderModal, submittedValues } from '../blocks/modal.ts'
import { renderBlocks, type SlackMessage } from '../blocks/render.ts'
import { askBot, type HandlerContext } from '../context.ts'
import { decodeText } from '../decode.ts'
import { at, textAt } from '../json.ts'
import { encodePageToken } from '../render-reply.ts'
import { openView, sendToDirectMessage } from '../reply.ts'
import type { Requester } from '../sender.ts'

// The global shortcuts, which people find with the lightning bolt or the search. Slack says nothing of a conversation in which they were
// picked, so an assessment goes to the direct message, and a look-up is answered in its modal.

/** The callback ids of the global shortcuts. */
export const GLOBAL_SHORTCUTS = { assess: 'assess', lookUp: 'look-up' } as const

/** The callback id of the modal that asks what to look up. */
export const LOOK_UP_VIEW = 'look-up'

const WORDS = 'words'
const MAX_WORDS = 300
const MAX_EXAMPLES = 3

/** Handles a global shortcut; undefined for another callback id. */
export function globalShortcut(
  callback: string | undefined,
):
  | ((
      body: unknown,
      requester: Requester,
      ack: () => Promise<void>,
      context: HandlerContext,
    ) => Promise<DeliveryResult>)
  | undefined {
  if (callback === GLOBAL_SHORTCUTS.assess) return startAssessment
  return callback === GLOBAL_SHORTCUTS.lookUp ? openLookUp : undefined
}

async function startAssessment(
  body: unknown,
  requester: Requester,
  ack: () => Promise<void>,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const { sender, locale } = requester
  const triggerId = textAt(body, 'trigger_id') ?? ''
  const command = { type: 'command', id: triggerId, name: GLOBAL_SHORTCUTS.assess, text: '' } as const
  const response = await askBot({ ...command, person: sender.person, locale }, requester, context)
  await ack()
  if (response.type !== 'reply') return 'ignored'
  const pointer = await sendToDirectMessage(response, requester, undefined, context)
  if (pointer) await openView(pointerView(pointer, locale), triggerId, sender, context.webApi)
  return deliveryResultOf(response)
}

/** A small modal that says that the answer is in the direct message. */
export function pointerView({ blocks }: Pick<SlackMessage, 'blocks'>, locale: Locale): ModalView {
  const t = translator(locale)
  return {
    type: 'modal',
    title: { type: 'plain_text', text: t('slack.inMessages.title'), emoji: false },
    close: { type: 'plain_text', text: t('slack.close'), emoji: false },
    blocks: [...blocks],
  }
}

async function openLookUp(
  body: unknown,
  { sender, locale }: Requester,
  ack: () => Promise<void>,
  { webApi, bot }: HandlerContext,
): Promise<DeliveryResult> {
  const t = translator(locale)
  const form = {
    title: t('slack.lookUp'),
    payload: '',
    submit: t('slack.lookUp.submit'),
    fields: [
      {
        type: 'text',
        name: WORDS,
        label: t('slack.lookUp.words'),
        hint: t('slack.lookUp.hint', {
          examples: t.all(bot.examplesOf(bot.commands[0]?.name ?? '', locale).slice(0, MAX_EXAMPLES)),
        }),
        optional: false,
        maxLength: MAX_WORDS,
      },
    ],
  } as const
  const view = { ...renderModal(form, { t, privateMetadata: '' }), callback_id: LOOK_UP_VIEW }
  await openView(view, textAt(body, 'trigger_id') ?? '', sender, webApi)
  await ack()
  return 'answered'
}

/** Answers a look-up in the modal that asked for it. */
export async function answerLookUp(
  body: unknown,
  requester: Requester,
  ack: (response: { readonly response_action: 'update'; readonly view: ModalView }) => Promise<void>,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const { sender, locale } = requester
  const text = decodeText(submittedValues(at(body, 'view'))[WORDS] ?? '')
  const request = { command: context.bot.commands[0]?.name ?? '', text }
  const id = textAt(body, 'view', 'id') ?? ''
  const event = { type: 'command', id, person: sender.person, locale, name: request.command, text } as const
  const response = await askBot(event, requester, context)
  if (response.type !== 'reply') return 'ignored'
  await ack({ response_action: 'update', view: lookUpView(response.message, locale, request) })
  return deliveryResultOf(response)
}

/** The modal that shows a page of an answer to a look-up. */
export function lookUpView(message: Message, locale: Locale, request: PageRequest, page = 0): ModalView {
  const t = translator(locale)
  const pageToken = (target: number): string => encodePageToken(request, target) ?? ''
  const blocks = renderBlocks(message, {
    t,
    page,
    most: LIMITS.viewBlocks,
    ...(pageToken(0) !== '' && { pageToken }),
  })
  return {
    type: 'modal',
    callback_id: LOOK_UP_VIEW,
    title: { type: 'plain_text', text: t('slack.lookUp'), emoji: false },
    close: { type: 'plain_text', text: t('slack.close'), emoji: false },
    blocks: [...blocks],
  }
}

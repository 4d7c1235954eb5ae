import { createHash } from 'node:crypto'
import type { ViewResponseAction } from '@slack/bolt'
import { z } from 'zod'
import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { withTimeout } from '../../delivery/deliver.ts'
import { fieldErrors, fieldNames, submittedValues } from '../blocks/modal.ts'
import { askBot, type HandlerContext } from '../context.ts'
import { decodeText } from '../decode.ts'
import { at, parseJson, textAt } from '../json.ts'
import { renderReply } from '../render-reply.ts'
import {
  goesToDirectMessage,
  isInDirectMessage,
  type ReplyResponse,
  type ReplyTarget,
  recordReplacement,
  renderForm,
  renderSentence,
  sendToDirectMessage,
  withErrorReply,
} from '../reply.ts'
import { type Authorization, identifyRequester, type Requester } from '../sender.ts'
import { answerLookUp, LOOK_UP_VIEW } from './shortcut.ts'

/** What `openForm` put into the modal: the form's payload, and the target of the answer. */
const Origin = z.object({
  p: z.string().max(100),
  u: z.string().optional(),
  c: z.string().optional(),
  m: z.string().optional(),
  e: z.boolean().optional(),
})

/** Slack waits three seconds for an acknowledgement. One that comes later than this after the delivery may be too late. */
const ANSWER_MS = 2000

/**
 * Handles a submitted form. Errors are shown in the form, which keeps its values. A form is acknowledged, and so closes, once its
 * effect is stored; if that takes longer than three seconds, Slack keeps it open.
 */
export async function handleViewSubmission(
  body: unknown,
  authorization: Authorization,
  ack: (response?: ViewResponseAction) => Promise<void>,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const deadline = context.now() + ANSWER_MS
  const view = at(body, 'view')
  const { data: origin } = Origin.safeParse(parseJson(textAt(view, 'private_metadata') ?? ''))
  const requester = await identifyRequester(body, authorization, context)
  const isLookUp = textAt(view, 'callback_id') === LOOK_UP_VIEW
  if (!requester || (!origin && !isLookUp)) {
    await ack(fieldError(view, translator('en')('error.action.unreadable')))
    return 'ignored'
  }
  if (typeof requester === 'string') {
    await ack(fieldError(view, renderSentence(translator('en'), requester).text))
    return 'failed'
  }
  if (!origin) return answerLookUp(body, requester, ack, context)
  const { sender, locale } = requester
  const values = decodedValues(view)
  const id = submissionId(sender.team, view, values)
  const target = { responseUrl: origin.u, channel: origin.c, ts: origin.m, isEphemeral: origin.e === true }

  const claim = await context.deliverer.claim(id, deadline - context.now())
  if (claim.status === 'done') {
    await ack()
    return 'ignored'
  }
  if (claim.status === 'busy') {
    await ack(fieldError(view, renderSentence(translator(locale), 'slack.formBusy').text))
    return 'failed'
  }
  const event = { type: 'form', id, person: sender.person, locale, payload: origin.p, values } as const
  const handling = askBot(event, requester, context)
  const inTime = await withTimeout(handling, deadline - context.now())
  const response = inTime ?? (await handling)
  if (response.type === 'reply' && response.failed !== undefined) {
    await claim.release()
    await ack(fieldError(view, response.message.summary, response.field))
    // Slack may have given up waiting for the acknowledgement.
    if (inTime === undefined) await sendReply(response, requester, target, context)
    return deliveryResultOf(response)
  }
  const next = response.type === 'reply' ? response.nextForm : undefined
  await ack(next && { response_action: 'update', view: renderForm(next, target, locale) })
  await claim.complete()
  if (response.type !== 'reply') return 'answered'
  return withErrorReply('the answer to a form could not be sent', requester, target, context, async () => {
    await sendReply(response, requester, target, context)
    return deliveryResultOf(response)
  })
}

async function sendReply(
  response: ReplyResponse,
  requester: Requester,
  target: ReplyTarget,
  context: HandlerContext,
): Promise<void> {
  const { sender, locale } = requester
  if (!isInDirectMessage(target) && (goesToDirectMessage(response) || target.channel === undefined)) {
    await sendToDirectMessage(response, requester, undefined, context)
    return
  }
  const message = renderReply(response.message, { locale })
  if (response.inPlace) {
    await context.replies.replaceMessage(sender, target, message)
    recordReplacement(response, requester, target, context)
  } else await context.replies.reply(sender, target, message)
}

/** Returns the submitted values, decoded. The values of options contain nothing to decode. */
function decodedValues(view: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(submittedValues(view)).map(([name, value]) => [name, decodeText(value)]))
}

/** Returns an id that is the same for the same values of the same form. */
function submissionId(team: string, view: unknown, values: Readonly<Record<string, string>>): string {
  // One modal shows several forms in turn.
  const content = JSON.stringify([values, textAt(view, 'private_metadata')])
  const digest = createHash('sha256').update(content).digest('base64url')
  return `slack/${team}/view/${textAt(view, 'id') ?? ''}/${digest}`
}

/** Returns an acknowledgement that shows an error on a field of the form: the named one, else the first. */
function fieldError(view: unknown, problem: string, field?: string): ViewResponseAction {
  const fields = fieldNames(view)
  const [first = 'value'] = fields
  const name = field !== undefined && fields.includes(field) ? field : first
  return { response_action: 'errors', errors: fieldErrors({ [name]: problem }) }
}

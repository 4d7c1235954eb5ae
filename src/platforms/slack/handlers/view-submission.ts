import { createHash } from 'node:crypto'
import type { ViewResponseAction } from '@slack/bolt'
import { z } from 'zod'
import { type Locale, translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { withTimeout } from '../../delivery/timeout.ts'
import { fieldErrors, submittedValues } from '../blocks/modal.ts'
import type { HandlerContext } from '../context.ts'
import { decodeText } from '../decode.ts'
import { type AuthorizedSender, type ReplyTarget, renderSentence } from '../reply.ts'
import { at, textAt } from '../json.ts'
import { goesToDirectMessage, type ReplyResponse, replyWithError, sendToDirectMessage } from '../placing.ts'
import { type Authorization, authorizationProblem, readSender } from '../sender.ts'

/** What `openForm` put into the modal: whose form it is, and where it was opened from. */
const Origin = z.object({
  p: z.string().max(100),
  u: z.string().optional(),
  c: z.string().optional(),
  m: z.string().optional(),
  e: z.boolean().optional(),
})

/** Slack waits three seconds for an acknowledgement. */
const ANSWER_MS = 2000

/**
 * Takes a form that was filled in. What is wrong with it is shown in it, with everything typed still there. It is acknowledged, and so
 * closes, once what it does is stored; if that takes longer than three seconds, Slack keeps it open.
 */
export async function handleViewSubmission(
  body: unknown,
  authorized: Authorization,
  ack: (answer?: ViewResponseAction) => Promise<void>,
  parts: HandlerContext,
): Promise<DeliveryResult> {
  const sender = readSender(body, authorized)
  const view = at(body, 'view')
  const origin = originOf(textAt(view, 'private_metadata'))
  if (!sender || !origin) {
    await ack(inForm(view, translator('en')('error.action.unreadable')))
    return 'ignored'
  }
  const values = decodedValues(view)
  const why = authorizationProblem(sender)
  if (sender.token === undefined || why !== undefined) {
    await ack(inForm(view, renderSentence(translator('en'), why ?? 'slack.notAuthorised').text))
    return 'failed'
  }
  const known: AuthorizedSender = { ...sender, token: sender.token }
  const found = parts.userInfo.localeOf(known.token, known.team, known.user)
  const locale = typeof found === 'string' ? found : await found
  const id = submissionId(known.team, view, values)
  const spot: ReplyTarget = { url: origin.u, channel: origin.c, ts: origin.m, ephemeral: origin.e === true }

  const claim = await parts.deliverer.claim(id, ANSWER_MS)
  if (claim.status === 'done') {
    await ack()
    return 'ignored'
  }
  if (claim.status === 'busy') {
    await ack(inForm(view, renderSentence(translator(locale), 'slack.formBusy').text))
    return 'failed'
  }
  const working = parts.deliverer.inOrder(`${known.team}/${known.user}`, () =>
    parts.desk.handle({ type: 'form', id, person: known.person, locale, payload: origin.p, values }),
  )
  const inFormTime = await withTimeout(working, ANSWER_MS)
  const ended = inFormTime ?? (await working)
  if (ended.type === 'reply' && ended.failed !== undefined) {
    await claim.release()
    await ack(inForm(view, ended.message.summary, ended.field))
    // Slack may have given up waiting for the acknowledgement.
    if (inFormTime === undefined) await give(ended, { sender: known, locale, spot }, parts)
    return deliveryResultOf(ended)
  }
  await ack()
  await claim.complete()
  if (ended.type !== 'reply') return 'answered'
  try {
    await give(ended, { sender: known, locale, spot }, parts)
    return deliveryResultOf(ended)
  } catch (error) {
    parts.report('the answer to a form could not be given', { err: error })
    await replyWithError(error, { sender: known, locale }, spot, parts)
    return 'failed'
  }
}

async function give(
  reply: ReplyResponse,
  { sender, locale, spot }: { readonly sender: AuthorizedSender; readonly locale: Locale; readonly spot: ReplyTarget },
  parts: HandlerContext,
): Promise<void> {
  const inDirect = spot.channel?.startsWith('D') === true && !spot.ephemeral
  if (!inDirect && (goesToDirectMessage(reply) || spot.channel === undefined)) {
    await sendToDirectMessage(reply, { sender, locale }, undefined, parts)
    return
  }
  const drawn = parts.desk.draw(reply.message, { locale })
  if (reply.inPlace) await parts.replies.replaceMessage(sender, spot, drawn)
  else await parts.replies.reply(sender, spot, drawn, { isPublic: false })
}

/** What was filled in: what is typed is decoded, and what is chosen has no character to decode. */
function decodedValues(view: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(submittedValues(view)).map(([name, value]) => [name, decodeText(value)]))
}

/** The same for the same values of the same form. */
function submissionId(team: string, view: unknown, values: Readonly<Record<string, string>>): string {
  const filled = createHash('sha256').update(JSON.stringify(values)).digest('base64url')
  return `slack/${team}/view/${textAt(view, 'id') ?? ''}/${filled}`
}

function originOf(metadata: string | undefined): z.infer<typeof Origin> | undefined {
  try {
    const parsed = Origin.safeParse(JSON.parse(metadata ?? ''))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** What went wrong, on the form's field that it is about, else on its first. */
function inForm(view: unknown, problem: string, field?: string): ViewResponseAction {
  const fields = Object.keys(submittedValues(view))
  const [first = 'value'] = fields
  const at = field !== undefined && fields.includes(field) ? field : first
  return { response_action: 'errors', errors: { ...fieldErrors({ [at]: problem }) } }
}

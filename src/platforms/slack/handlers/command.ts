import type { AckFn, SlashCommand } from '@slack/bolt'
import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { withTimeout } from '../../delivery/timeout.ts'
import type { SlackMessage } from '../blocks/render.ts'
import type { HandlerContext, Requester } from '../context.ts'
import { decodeText } from '../decode.ts'
import type { ReplyTarget } from '../reply.ts'
import { renderSentence } from '../reply.ts'
import type { CommandResponse } from '../render-reply.ts'
import { errorMessage } from '../error-messages.ts'
import { goesToDirectMessage, openForm, replyWithError, sendToDirectMessage } from '../placing.ts'
import { type Authorization, authorizationProblem, readSender } from '../sender.ts'

/** An answer that takes longer than this follows after the acknowledgement; Slack waits three seconds. */
const ANSWER_MS = 2000

/** Answers a slash command inside its acknowledgement: to the person alone. Says how that ended. */
export async function handleCommand(
  body: SlashCommand,
  authorized: Authorization,
  ack: AckFn<CommandResponse>,
  parts: HandlerContext,
): Promise<DeliveryResult> {
  const { desk, userInfo: locales, report } = parts
  const sender = readSender(body, authorized)
  const why = sender ? authorizationProblem(sender) : 'slack.notAuthorised'
  if (!sender || sender.token === undefined || why !== undefined) {
    await ack(toThem(renderSentence(translator('en'), why ?? 'slack.notAuthorised')))
    return 'failed'
  }
  const known = { ...sender, token: sender.token }
  const found = locales.localeOf(known.token, known.team, known.user)
  const locale = typeof found === 'string' ? found : await found
  const command = body.command.replace(/^\//u, '')
  const text = decodeText(body.text).trim()
  const share = desk.isPublic(command) && !body.channel_id.startsWith('D')
  const lookUp = { command, text, locale, share }
  const kept = desk.kept(lookUp)
  if (kept) {
    desk.seen(known.person)
    await ack(kept)
    return 'answered'
  }

  const asked = { asker: { sender: known, locale }, command, text, share, body }
  const answering = answer(asked, parts).catch((error: unknown): Answered => {
    report('an answer could not be given', { err: error, command })
    return { message: errorMessage(error, translator(locale)), result: 'failed' }
  })
  const answered = await withTimeout(answering, ANSWER_MS)
  const spot: ReplyTarget = { url: body.response_url, channel: body.channel_id, ts: undefined, ephemeral: true }
  if (answered === undefined) {
    await ack(toThem(renderSentence(translator(locale), 'direct.working')))
    const { message, result } = await answering
    return (await follow(message, { sender: known, locale }, spot, parts)) ? result : 'failed'
  }
  const { message, result } = answered
  try {
    if (!message) await ack()
    else if (desk.isPublic(command) && result === 'answered') await ack(desk.keep(lookUp, toThem(message)))
    else await ack(toThem(message))
  } catch (error) {
    report('an acknowledgement could not be sent; the answer follows', { err: error })
    if (!(await follow(message, { sender: known, locale }, spot, parts))) return 'failed'
  }
  return result
}

/** Gives an answer after the acknowledgement; false if the person was told that it may not have arrived. */
async function follow(
  message: SlackMessage | undefined,
  asker: Requester,
  spot: ReplyTarget,
  parts: HandlerContext,
): Promise<boolean> {
  if (!message) return true
  try {
    await parts.replies.reply(asker.sender, spot, message, { isPublic: false })
    return true
  } catch (error) {
    parts.report('an answer could not be given', { err: error })
    await replyWithError(error, asker, spot, parts)
    return false
  }
}

interface Asked {
  readonly asker: Requester
  readonly command: string
  readonly text: string
  readonly share: boolean
  readonly body: SlashCommand
}

interface Answered {
  /** Undefined where the answer is given elsewhere already. */
  readonly message: SlackMessage | undefined
  readonly result: DeliveryResult
}

async function answer({ asker, command, text, share, body }: Asked, parts: HandlerContext): Promise<Answered> {
  const { sender, locale } = asker
  const id = body.trigger_id
  const outcome = await parts.desk.handle({
    id,
    type: 'command',
    person: sender.person,
    locale,
    displayName: body.user_name,
    name: command,
    text,
  })
  switch (outcome.type) {
    case 'choices':
      return { message: undefined, result: 'answered' }
    case 'form':
      await openForm(outcome.form, body.trigger_id, undefined, asker, parts)
      return { message: undefined, result: 'answered' }
    case 'reply': {
      const result = deliveryResultOf(outcome)
      const again = { command, text }
      if (goesToDirectMessage(outcome)) {
        return { message: await sendToDirectMessage(outcome, asker, body.channel_id, parts, { again }), result }
      }
      return {
        message: parts.desk.draw(outcome.message, { locale, request: again, canShare: share && result === 'answered' }),
        result,
      }
    }
  }
}

function toThem(message: SlackMessage): CommandResponse {
  return { response_type: 'ephemeral', ...message }
}

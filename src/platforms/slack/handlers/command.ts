import type { AckFn, SlashCommand } from '@slack/bolt'
import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { withTimeout } from '../../delivery/timeout.ts'
import type { SlackMessage } from '../blocks/render.ts'
import type { CommandResponse, HandlerContext, Requester } from '../context.ts'
import { decodeText } from '../decode.ts'
import { errorMessage } from '../error-messages.ts'
import { preserialize } from '../preserialized.ts'
import { renderReply } from '../render-reply.ts'
import {
  goesToDirectMessage,
  openForm,
  type ReplyTarget,
  renderSentence,
  replyWithError,
  sendToDirectMessage,
} from '../reply.ts'
import { type Authorization, identifyRequester } from '../sender.ts'

/** An answer that takes longer follows after the acknowledgement, for which Slack waits three seconds. */
const ANSWER_MS = 2000

/** Answers a slash command in its acknowledgement, visible to the sender alone. */
export async function handleCommand(
  body: SlashCommand,
  authorization: Authorization,
  ack: AckFn<CommandResponse>,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const { bot, answers, isPublic, report } = context
  const requester = await identifyRequester(body, authorization, context)
  if (requester === undefined || typeof requester === 'string') {
    await ack(ephemeral(renderSentence(translator('en'), requester ?? 'slack.notAuthorized')))
    return 'failed'
  }
  const { sender, locale } = requester
  const command = body.command.replace(/^\//u, '')
  const text = decodeText(body.text).trim()
  const isCacheable = isPublic({ command, text })
  const canShare = isCacheable && !body.channel_id.startsWith('D')
  const key = { command, text, locale, variant: canShare ? '1' : '0' }
  const cached = isCacheable ? answers.get(key) : undefined
  if (cached) {
    bot.recordActivity(sender.person)
    await ack(cached)
    return 'answered'
  }

  const pendingAnswer = answer({ requester, command, text, canShare, body }, context).catch(
    (error: unknown): Answer => {
      report('a command could not be answered', { err: error, command })
      return { message: errorMessage(error, translator(locale)), result: 'failed' }
    },
  )
  const inTime = await withTimeout(pendingAnswer, ANSWER_MS)
  const target: ReplyTarget = {
    responseUrl: body.response_url,
    channel: body.channel_id,
    ts: undefined,
    isEphemeral: true,
  }
  if (inTime === undefined) {
    await ack(ephemeral(renderSentence(translator(locale), 'direct.working')))
    const { message, result } = await pendingAnswer
    return (await sendLate(message, requester, target, context)) ? result : 'failed'
  }
  const { message, result } = inTime
  try {
    if (!message) {
      await ack()
    } else {
      const response = ephemeral(message)
      if (isCacheable && result === 'answered') answers.set(key, preserialize(response))
      await ack(response)
    }
  } catch (error) {
    report('an acknowledgement could not be sent; the answer follows', { err: error })
    if (!(await sendLate(message, requester, target, context))) return 'failed'
  }
  return result
}

/** Sends an answer after the acknowledgement. Returns false if the sender was told instead that it may not have arrived. */
async function sendLate(
  message: SlackMessage | undefined,
  requester: Requester,
  target: ReplyTarget,
  context: HandlerContext,
): Promise<boolean> {
  if (!message) return true
  try {
    await context.replies.reply(requester.sender, target, message)
    return true
  } catch (error) {
    context.report('a late answer to a command could not be sent', { err: error })
    await replyWithError(error, requester, target, context)
    return false
  }
}

interface Answer {
  /** Undefined if the answer has been given elsewhere. */
  readonly message: SlackMessage | undefined
  readonly result: DeliveryResult
}

async function answer(
  {
    requester,
    command,
    text,
    canShare,
    body,
  }: {
    readonly requester: Requester
    readonly command: string
    readonly text: string
    readonly canShare: boolean
    readonly body: SlashCommand
  },
  context: HandlerContext,
): Promise<Answer> {
  const { sender, locale } = requester
  const response = await context.bot.handle({
    id: body.trigger_id,
    type: 'command',
    person: sender.person,
    locale,
    displayName: body.user_name,
    name: command,
    text,
  })
  switch (response.type) {
    case 'choices':
      return { message: undefined, result: 'answered' }
    case 'form':
      await openForm(response.form, body.trigger_id, undefined, requester, context)
      return { message: undefined, result: 'answered' }
    case 'reply': {
      const result = deliveryResultOf(response)
      const request = { command, text }
      if (goesToDirectMessage(response)) {
        return {
          message: await sendToDirectMessage(response, requester, body.channel_id, context, { request }),
          result,
        }
      }
      const message = renderReply(response.message, { locale, request, canShare: canShare && result === 'answered' })
      return { message, result }
    }
  }
}

function ephemeral(message: SlackMessage): CommandResponse {
  return { response_type: 'ephemeral', ...message }
}

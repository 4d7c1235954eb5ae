import type { AckFn, SlashCommand } from '@slack/bolt'
import { translator } from '../../../i18n/index.ts'
import type { Picture } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { withTimeout } from '../../delivery/deliver.ts'
import type { SlackMessage } from '../blocks/render.ts'
import type { CommandResponse, HandlerContext } from '../context.ts'
import { decodeText, mentionsIn } from '../decode.ts'
import { errorMessage } from '../error-messages.ts'
import { type AnswerPictures, picturesOf, SlackPictureError } from '../pictures.ts'
import { preserialize } from '../preserialized.ts'
import { renderReply } from '../render-reply.ts'
import { goesToDirectMessage, openForm, renderSentence, sendToDirectMessage, withErrorReply } from '../reply.ts'
import { type Authorization, type AuthorizedSender, identifyRequester, type Requester } from '../sender.ts'

/** Slack waits three seconds for an acknowledgement. An answer that takes longer than this after the delivery is sent after it. */
const ANSWER_MS = 2000

/** Answers a slash command in its acknowledgement, visible to the sender alone. */
export async function handleCommand(
  body: SlashCommand,
  authorization: Authorization,
  ack: AckFn<CommandResponse>,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const { bot, commandNames, answers, isPublic, report, now } = context
  const deadline = now() + ANSWER_MS
  const requester = await identifyRequester(body, authorization, context)
  if (requester === undefined || typeof requester === 'string') {
    await ack(ephemeral(renderSentence(translator('en'), requester ?? 'slack.notAuthorized')))
    return 'failed'
  }
  const { sender, locale } = requester
  const command = commandNames.nameOf(body.command)
  const text = decodeText(body.text).trim()
  const isCacheable = isPublic({ command, text })
  const canShare = isCacheable && !body.channel_id.startsWith('D')
  const version = isCacheable ? await context.catalogVersion(sender.person) : undefined
  const key = { version, command, text, locale, variant: canShare ? '1' : '0' }
  const cached = isCacheable ? answers.get(key) : undefined
  if (cached) {
    bot.recordActivity(sender.person)
    await ack(cached.response)
    sendBelow(body.response_url, { pictures: cached.pictures, isPublic: true }, sender, context)
    return 'answered'
  }

  const pendingAnswer = answer({ command, text }, canShare, body, requester, context).catch(
    (error: unknown): Answer => {
      report('a command could not be answered', { err: error, command })
      return { message: errorMessage(error, translator(locale)), result: 'failed' }
    },
  )
  const sendLate = ({ message, result, pictures = [] }: Answer): Promise<DeliveryResult> => {
    const target = { responseUrl: body.response_url, channel: body.channel_id, isEphemeral: true }
    const post = (late: SlackMessage): Promise<void> => context.replies.reply(sender, target, late)
    return withErrorReply('a late answer to a command could not be sent', requester, target, context, async () => {
      if (message) {
        const own = { pictures, isPublic: isCacheable }
        await context.pictures.send(message, own, sender, { send: post, below: post })
      }
      return result
    })
  }
  const inTime = await withTimeout(pendingAnswer, deadline - now())
  if (inTime === undefined) {
    await ack(ephemeral(renderSentence(translator(locale), 'direct.working')))
    return sendLate(await pendingAnswer)
  }
  const { message, result, pictures = [] } = inTime
  try {
    if (message) {
      const response = ephemeral(message)
      if (isCacheable && result === 'answered') answers.set(key, { response: preserialize(response), pictures })
      await ack(response)
      sendBelow(body.response_url, { pictures, isPublic: isCacheable }, sender, context)
    } else {
      await ack()
    }
    return result
  } catch (error) {
    report('an acknowledgement could not be sent; the answer follows', { err: error })
    return sendLate(inTime)
  }
}

interface Answer {
  /** Undefined if the answer was sent elsewhere. */
  readonly message?: SlackMessage | undefined
  readonly result: DeliveryResult
  readonly pictures?: readonly Picture[]
}

async function answer(
  request: { readonly command: string; readonly text: string },
  canShare: boolean,
  body: SlashCommand,
  requester: Requester,
  context: HandlerContext,
): Promise<Answer> {
  const { sender, locale } = requester
  const response = await context.bot.handle({
    id: body.trigger_id,
    type: 'command',
    person: sender.person,
    locale,
    displayName: body.user_name,
    name: request.command,
    text: request.text,
    mentions: mentionsIn(body.text),
  })
  switch (response.type) {
    case 'choices':
      return { result: 'answered' }
    case 'form':
      await openForm(response.form, body.trigger_id, {}, requester, context)
      return { result: 'answered' }
    case 'reply': {
      const result = deliveryResultOf(response)
      const message = goesToDirectMessage(response)
        ? await sendToDirectMessage(response, requester, body.channel_id, context, { request })
        : renderReply(response.message, { locale, request, canShare: canShare && result === 'answered' })
      const isHere = result === 'answered' && !goesToDirectMessage(response)
      return { message, result, pictures: isHere ? picturesOf(response.message) : [] }
    }
  }
}

/** Sends the pictures of a command's answer below it, visible to the sender alone. */
function sendBelow(
  responseUrl: string,
  answer: AnswerPictures,
  sender: AuthorizedSender,
  { pictures, responseUrls }: HandlerContext,
): void {
  pictures.sendBelow(answer, sender, async (message) => {
    const body = { ...ephemeral(message), replace_original: false }
    const result = await responseUrls.post(responseUrl, body)
    if (result !== 'done') throw new SlackPictureError(result)
  })
}

function ephemeral(message: SlackMessage): CommandResponse {
  return { response_type: 'ephemeral', ...message }
}

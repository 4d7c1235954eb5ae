import type { AckFn, SlashCommand } from '@slack/bolt'
import { translator } from '../../../i18n/index.ts'
import { type DeliveryResult, resultOf } from '../../../runtime/metrics.ts'
import { inTime } from '../../delivery/timeout.ts'
import type { SlackMessage } from '../blocks/render.ts'
import type { Asker, Parts } from '../context.ts'
import { decodeText } from '../decode.ts'
import type { Spot } from '../delivering.ts'
import { said } from '../delivering.ts'
import type { CommandAnswer } from '../desk.ts'
import { troubleMessage } from '../error-messages.ts'
import { isDirect, openForm, placeDirect, tellTrouble } from '../placing.ts'
import { type Authorized, senderOf, whyUnanswered } from '../sender.ts'

/** An answer that takes longer than this follows after the acknowledgement; Slack waits three seconds. */
const ANSWER_MS = 2000

/** Answers a slash command inside its acknowledgement: to the person alone. Says how that ended. */
export async function onCommand(
  body: SlashCommand,
  authorized: Authorized,
  ack: AckFn<CommandAnswer>,
  parts: Parts,
): Promise<DeliveryResult> {
  const { desk, locales, report } = parts
  const sender = senderOf(body, authorized)
  const why = sender ? whyUnanswered(sender) : 'slack.notAuthorised'
  if (!sender || sender.token === undefined || why !== undefined) {
    await ack(toThem(said(translator('en'), why ?? 'slack.notAuthorised')))
    return 'failed'
  }
  const known = { ...sender, token: sender.token }
  const found = locales.of(known.token, known.team, known.user)
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
    return { message: troubleMessage(error, translator(locale)), result: 'failed' }
  })
  const answered = await inTime(answering, ANSWER_MS)
  const spot: Spot = { url: body.response_url, channel: body.channel_id, ts: undefined, ephemeral: true }
  if (answered === undefined) {
    await ack(toThem(said(translator(locale), 'direct.working')))
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
async function follow(message: SlackMessage | undefined, asker: Asker, spot: Spot, parts: Parts): Promise<boolean> {
  if (!message) return true
  try {
    await parts.delivering.beside(asker.sender, spot, message, { shared: false })
    return true
  } catch (error) {
    parts.report('an answer could not be given', { err: error })
    await tellTrouble(error, asker, spot, parts)
    return false
  }
}

interface Asked {
  readonly asker: Asker
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

async function answer({ asker, command, text, share, body }: Asked, parts: Parts): Promise<Answered> {
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
      const result = resultOf(outcome)
      const again = { command, text }
      if (isDirect(outcome)) {
        return { message: await placeDirect(outcome, asker, body.channel_id, parts, { again }), result }
      }
      return {
        message: parts.desk.draw(outcome.message, { locale, again, share: share && result === 'answered' }),
        result,
      }
    }
  }
}

function toThem(message: SlackMessage): CommandAnswer {
  return { response_type: 'ephemeral', ...message }
}

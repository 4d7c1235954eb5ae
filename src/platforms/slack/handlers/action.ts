import type { BotEvent } from '../../../bot/index.ts'
import { type Locale, translator } from '../../../i18n/index.ts'
import { note, plain } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { decodePageToken } from '../page-token.ts'
import { readBlockAction, type SlackMessage } from '../blocks/render.ts'
import type { HandlerContext, Requester } from '../context.ts'
import { type AuthorizedSender, type ReplyTarget, renderSentence } from '../reply.ts'
import { isUnstored, SHARE_ACTION } from '../render-reply.ts'
import { at, textAt } from '../json.ts'
import {
  goesToDirectMessage,
  OPEN_VIEW_RETRY,
  openForm,
  type ReplyResponse,
  replyWithError,
  sendToDirectMessage,
} from '../placing.ts'
import type { ResponseUrlClient } from '../response-url.ts'
import { type Authorization, authorizationProblem, readSender } from '../sender.ts'
import { publishAppHome } from './app-home.ts'

/** Where a press came from. */
function spotOf(body: unknown): ReplyTarget {
  return {
    url: textAt(body, 'response_url'),
    channel: textAt(body, 'container', 'channel_id') ?? textAt(body, 'channel', 'id'),
    ts: textAt(body, 'container', 'message_ts'),
    ephemeral: at(body, 'container', 'is_ephemeral') === true,
  }
}

/**
 * Answers a press. Acknowledges it once what it does is stored, before the answer is sent: an acknowledgement cannot carry a message
 * here. One that cannot be stored is not acknowledged before the person is told; if that takes longer than three seconds, or if the
 * process ends meanwhile, Slack tells them.
 */
export async function handleAction(
  body: unknown,
  action: unknown,
  authorized: Authorization,
  ack: () => Promise<void>,
  parts: HandlerContext,
  responder: ResponseUrlClient,
): Promise<DeliveryResult> {
  const meant = readBlockAction(action)
  const sender = readSender(body, authorized)
  // A button that is a link only.
  if (!meant || !sender) return 'ignored'
  const spot = spotOf(body)
  const why = authorizationProblem(sender)
  if (sender.token === undefined || why !== undefined) {
    const told = {
      response_type: 'ephemeral',
      replace_original: false,
      ...renderSentence(translator('en'), why ?? 'slack.notAuthorised'),
    }
    if (spot.url !== undefined) await responder.post(spot.url, told)
    return 'failed'
  }
  const known: AuthorizedSender = { ...sender, token: sender.token }
  const found = parts.userInfo.localeOf(known.token, known.team, known.user)
  const asker: Requester = { sender: known, locale: typeof found === 'string' ? found : await found }
  const press: Press = { asker, spot, body, ack, id: textAt(body, 'trigger_id') ?? '' }
  try {
    switch (meant.kind) {
      case 'press':
        return await answerPress({ type: 'action', payload: meant.payload }, 0, press, parts)
      case 'page': {
        const turned = decodePageToken(meant.value)
        return turned ? await answerPress(askedAgain(turned.request), turned.page, press, parts) : 'ignored'
      }
      case 'extra':
        return meant.actionId === SHARE_ACTION ? await share(meant.value, press, parts) : 'ignored'
    }
  } catch (error) {
    parts.report('a press could not be answered', { err: error })
    await replyWithError(error, asker, spot, parts)
    return 'failed'
  }
}

interface Press {
  readonly asker: Requester
  readonly spot: ReplyTarget
  readonly body: unknown
  readonly ack: () => Promise<void>
  readonly id: string
}

type Ask =
  | { readonly type: 'action'; readonly payload: string }
  | { readonly type: 'command'; readonly name: string; readonly text: string }

function askedAgain(again: NonNullable<ReturnType<typeof decodePageToken>>['request']): Ask {
  return 'payload' in again
    ? { type: 'action', payload: again.payload }
    : { type: 'command', name: again.command, text: again.text }
}

function incoming(ask: Ask, { asker, id }: Press): BotEvent {
  return { ...ask, id, person: asker.sender.person, locale: asker.locale }
}

async function answerPress(ask: Ask, page: number, press: Press, parts: HandlerContext): Promise<DeliveryResult> {
  const { asker, spot } = press
  const { sender } = asker
  const outcome = await parts.deliverer.inOrder(`${sender.team}/${sender.user}`, () =>
    parts.desk.handle(incoming(ask, press)),
  )
  if (!isUnstored(outcome)) await press.ack()
  switch (outcome.type) {
    case 'choices':
      return 'answered'
    case 'form':
      await openForm(outcome.form, press.id, spot, asker, parts)
      return 'answered'
    case 'reply': {
      const again = ask.type === 'action' ? { payload: ask.payload } : { command: ask.name, text: ask.text }
      const share = ask.type === 'command' ? parts.desk.isPublic(ask.name) : parts.desk.isPublicPress(ask.payload)
      await giveReply(outcome, { request: again, page, canShare: share && spot.ephemeral }, press, parts)
      return deliveryResultOf(outcome)
    }
  }
}

interface Drawing {
  readonly request: NonNullable<ReturnType<typeof decodePageToken>>['request']
  readonly page: number
  readonly canShare: boolean
}

/** Gives the answer to a press the place that suits where it was pressed. */
async function giveReply(outcome: ReplyResponse, drawing: Drawing, press: Press, parts: HandlerContext): Promise<void> {
  const { asker, spot, body } = press
  const { sender, locale } = asker
  const { replies: delivering, desk } = parts
  const inDirect = spot.channel?.startsWith('D') === true && !spot.ephemeral
  const onHome = textAt(body, 'view', 'type') === 'home'
  const { request: again } = drawing
  if (onHome) {
    const pointer = await sendToDirectMessage(outcome, asker, undefined, parts, { again })
    if (pointer) await pointOnHome(pointer, press, parts)
    await publishAppHome(asker, at(body, 'view'), parts)
    return
  }
  if (goesToDirectMessage(outcome) && !inDirect) {
    const pointer = await sendToDirectMessage(outcome, asker, undefined, parts, { again })
    if (pointer && spot.ephemeral) await delivering.replaceMessage(sender, spot, pointer)
    else if (pointer) await delivering.reply(sender, spot, pointer, { isPublic: false })
    return
  }
  const files = outcome.message.files ?? []
  if (files.length > 0) {
    await sendToDirectMessage(outcome, asker, spot.channel, parts, { again })
    return
  }
  const message = desk.draw(outcome.message, {
    locale,
    ...drawing,
    canShare: drawing.canShare && outcome.failed === undefined,
  })
  // A look-up turned over and over would fill the channel: what only the person sees is replaced, also by the next page.
  const turned = drawing.page > 0 || (spot.ephemeral && outcome.failed === undefined)
  const replaces = outcome.inPlace === true || turned
  const othersRead = !spot.ephemeral && !inDirect
  if (replaces && !othersRead) await delivering.replaceMessage(sender, spot, message)
  else await delivering.reply(sender, spot, message, { isPublic: false })
}

/** On the Home tab nobody sees a direct message arrive: a small dialog says where the answer is. */
async function pointOnHome(
  pointer: SlackMessage,
  { asker, id }: Press,
  { webApi: calls }: HandlerContext,
): Promise<void> {
  const t = translator(asker.locale)
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: t('slack.inMessages.title'), emoji: false },
    close: { type: 'plain_text', text: t('slack.close'), emoji: false },
    blocks: pointer.blocks,
  }
  const { token, user } = asker.sender
  await calls.call({
    token,
    method: 'views.open',
    queueKey: `view/${user}`,
    args: { trigger_id: id, view },
    ...OPEN_VIEW_RETRY,
  })
}

/** Shows a look-up to the channel it was asked in, with the name of who shares it. */
async function share(value: string, press: Press, parts: HandlerContext): Promise<DeliveryResult> {
  const { asker, spot } = press
  const asked = decodePageToken(value)
  if (!asked) return 'ignored'
  const ask = askedAgain(asked.request)
  const { sender, locale } = asker
  // The value comes back from outside: what only one person may see is not shared, whatever it says.
  if (!(ask.type === 'command' ? parts.desk.isPublic(ask.name) : parts.desk.isPublicPress(ask.payload))) {
    const t = translator(locale)
    const refusal = { summary: t('error.share'), blocks: [note('error', t.rich('error.share'))] }
    await parts.replies.reply(sender, spot, parts.desk.draw(refusal, { locale }), { isPublic: false })
    return 'failed'
  }
  const outcome = await parts.desk.handle(incoming(ask, press))
  if (!isUnstored(outcome)) await press.ack()
  if (outcome.type !== 'reply') return 'ignored'
  const drawn = parts.desk.draw(outcome.message, { locale, request: asked.request, page: asked.page })
  const shared = outcome.failed === undefined
  const message = shared ? withSharer(drawn, sender.user, locale) : drawn
  await parts.replies.reply(sender, spot, message, { isPublic: shared })
  return shared ? 'answered' : 'failed'
}

function withSharer({ text, blocks }: SlackMessage, user: string, locale: Locale): SlackMessage {
  const [before = '', after = ''] = translator(locale)('share.by', { user: '\u0000' }).split('\u0000')
  const words = (said: string) =>
    plain(said)
      .filter((inline) => inline.text !== '')
      .map(({ text: own }) => ({ type: 'text' as const, text: own }))
  const line = {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [...words(before), { type: 'user', user_id: user }, ...words(after)] },
    ],
  } as const
  const [section] = line.elements
  return {
    text,
    blocks: [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...section.elements] }] },
      ...blocks,
    ],
  }
}

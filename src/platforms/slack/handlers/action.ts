import { type BotEvent, eventFor, type PageRequest } from '../../../bot/index.ts'
import { type Locale, translator } from '../../../i18n/index.ts'
import { note, plain } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { readBlockAction, type SlackMessage } from '../blocks/render.ts'
import { askBot, type HandlerContext, isUnstored } from '../context.ts'
import { at, textAt } from '../json.ts'
import { picturesOf } from '../pictures.ts'
import { decodePageToken, renderReply, SHARE_ACTION } from '../render-reply.ts'
import {
  goesToDirectMessage,
  isInDirectMessage,
  openForm,
  openView,
  type ReplyResponse,
  type ReplyTarget,
  recordReplacement,
  renderSentence,
  sendToDirectMessage,
  updateView,
  withErrorReply,
} from '../reply.ts'
import { type Authorization, identifyRequester, languageOf, type Requester } from '../sender.ts'
import { publishAppHome } from './app-home.ts'
import { lookUpView, pointerView } from './shortcut.ts'

/** The message whose button was pressed. */
function targetOf(body: unknown): ReplyTarget {
  return {
    responseUrl: textAt(body, 'response_url'),
    channel: textAt(body, 'container', 'channel_id') ?? textAt(body, 'channel', 'id'),
    ts: textAt(body, 'container', 'message_ts'),
    isEphemeral: at(body, 'container', 'is_ephemeral') === true,
  }
}

/**
 * Answers the press of a button or the choice of an option. Acknowledges it once its effect is stored, before the answer is sent: this
 * acknowledgement cannot carry a message. If the effect cannot be stored, the error message is sent before the acknowledgement; if that
 * takes longer than three seconds, or if the process ends meanwhile, Slack shows its own error.
 */
export async function handleAction(
  body: unknown,
  action: unknown,
  authorization: Authorization,
  ack: () => Promise<void>,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const blockAction = readBlockAction(action)
  // The button is only a link.
  if (!blockAction) return 'ignored'
  const requester = await identifyRequester(body, authorization, context)
  if (requester === undefined) return 'ignored'
  const target = targetOf(body)
  if (typeof requester === 'string') {
    const sentence = renderSentence(translator('en'), requester)
    const message = { response_type: 'ephemeral', replace_original: false, ...sentence }
    if (target.responseUrl !== undefined) await context.responseUrls.post(target.responseUrl, message)
    return 'failed'
  }
  const press: Press = { requester, target, body, ack, triggerId: textAt(body, 'trigger_id') ?? '' }
  return withErrorReply('an action could not be answered', requester, target, context, async () => {
    switch (blockAction.kind) {
      case 'press':
        return await answerPress({ payload: blockAction.payload }, 0, press, context)
      case 'page': {
        const token = decodePageToken(blockAction.value)
        return token ? await answerPress(token.request, token.page, press, context) : 'ignored'
      }
      case 'extra':
        return blockAction.actionId === SHARE_ACTION ? await share(blockAction.value, press, context) : 'ignored'
    }
  })
}

interface Press {
  readonly requester: Requester
  readonly target: ReplyTarget
  readonly body: unknown
  readonly ack: () => Promise<void>
  readonly triggerId: string
}

function eventOf(request: PageRequest, { requester, triggerId }: Press): BotEvent {
  return { ...eventFor(request), id: triggerId, person: requester.sender.person, locale: requester.locale }
}

async function answerPress(
  request: PageRequest,
  page: number,
  press: Press,
  context: HandlerContext,
): Promise<DeliveryResult> {
  const { requester, target, triggerId } = press
  const response = await askBot(eventOf(request, press), requester, context)
  if (!isUnstored(response)) await press.ack()
  switch (response.type) {
    case 'choices':
      return 'answered'
    case 'form':
      await openForm(response.form, triggerId, target, requester, context)
      return 'answered'
    case 'reply':
      await sendReply(response, { request, page }, press, context)
      return deliveryResultOf(response)
  }
}

/** Sends the answer to a press where it belongs: in place, below it, or in the direct message. */
async function sendReply(
  response: ReplyResponse,
  { request, page }: { readonly request: PageRequest; readonly page: number },
  { requester, target, body, triggerId }: Press,
  context: HandlerContext,
): Promise<void> {
  const { sender, locale } = requester
  const { replies, isPublic } = context
  const inDirectMessage = isInDirectMessage(target)
  const isEphemeral = target.isEphemeral === true
  if (textAt(body, 'view', 'type') === 'home') {
    if (response.isOnHome) {
      // The press may have changed the language.
      await publishAppHome({ sender, locale: await languageOf(sender, context) }, at(body, 'view'), context)
      return
    }
    const pointer = await sendToDirectMessage(response, requester, undefined, context, { request })
    // Someone on the Home tab does not see a direct message arrive.
    if (pointer) await openView(pointerView(pointer, locale), triggerId, sender, context.webApi)
    await publishAppHome(requester, at(body, 'view'), context)
    return
  }
  if (textAt(body, 'view', 'type') === 'modal') {
    const view =
      isPublic(request) && !goesToDirectMessage(response)
        ? lookUpView(response.message, locale, request, page)
        : await sendToDirectMessage(response, requester, undefined, context, { request }).then(
            (pointer) => pointer && pointerView(pointer, locale),
          )
    if (view) await updateView(view, textAt(body, 'view', 'id') ?? '', sender, context.webApi)
    return
  }
  if (goesToDirectMessage(response) && !inDirectMessage) {
    const pointer = await sendToDirectMessage(response, requester, undefined, context, { request })
    if (pointer && isEphemeral) await replies.replaceMessage(sender, target, pointer)
    else if (pointer) await replies.reply(sender, target, pointer)
    return
  }
  if ((response.message.files ?? []).length > 0) {
    await sendToDirectMessage(response, requester, target.channel, context, { request })
    return
  }
  const succeeded = response.failed === undefined
  const message = renderReply(response.message, {
    locale,
    request,
    page,
    canShare: isPublic(request) && isEphemeral && succeeded,
  })
  // Many pages of a look-up would fill the channel: each page replaces the one before it if only the person sees it.
  // The first card of an assessment replaces what it was started from.
  const isReplaced =
    response.inPlace === true || response.card?.isOpen === true || page > 0 || (isEphemeral && succeeded)
  const othersSeeIt = !isEphemeral && !inDirectMessage
  const answer = { pictures: page > 0 || !succeeded ? [] : picturesOf(response.message), isPublic: isPublic(request) }
  await context.pictures.send(message, answer, sender, {
    send: (withPictures) =>
      isReplaced && !othersSeeIt
        ? replies.replaceMessage(sender, target, withPictures)
        : replies.reply(sender, target, withPictures),
    below: (picture) => replies.reply(sender, target, picture),
  })
  if (isReplaced && !othersSeeIt) recordReplacement(response, requester, target, context)
}

/** Posts a look-up to the channel it was requested in, with the name of the person who shares it. */
async function share(value: string, press: Press, context: HandlerContext): Promise<DeliveryResult> {
  const { requester, target } = press
  const { sender, locale } = requester
  const { replies, isPublic, bot } = context
  const token = decodePageToken(value)
  if (!token) return 'ignored'
  // The value comes from outside, so it cannot make a private answer public.
  if (!isPublic(token.request)) {
    const t = translator(locale)
    const refusal = { summary: t('error.share'), blocks: [note('error', t.rich('error.share'))] }
    await replies.reply(sender, target, renderReply(refusal, { locale }))
    return 'failed'
  }
  const response = await bot.handle(eventOf(token.request, press))
  if (!isUnstored(response)) await press.ack()
  if (response.type !== 'reply') return 'ignored'
  const rendered = renderReply(response.message, { locale, ...token })
  const succeeded = response.failed === undefined
  const message = succeeded ? withSharer(rendered, sender.user, locale) : rendered
  const answer = { pictures: succeeded && token.page === 0 ? picturesOf(response.message) : [], isPublic: true }
  const post = (shared: SlackMessage) => replies.reply(sender, target, shared, { isPublic: succeeded })
  await context.pictures.send(message, answer, sender, { send: post, below: post })
  return succeeded ? 'answered' : 'failed'
}

function withSharer({ text, blocks }: SlackMessage, user: string, locale: Locale): SlackMessage {
  const [before = '', after = ''] = translator(locale)('share.by', { user: '\u0000' }).split('\u0000')
  const textElements = (part: string) =>
    plain(part)
      .filter((inline) => inline.text !== '')
      .map((inline) => ({ type: 'text' as const, text: inline.text }))
  const elements = [...textElements(before), { type: 'user' as const, user_id: user }, ...textElements(after)]
  return {
    text,
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }, ...blocks],
  }
}

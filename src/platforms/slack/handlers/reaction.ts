import type { ReadNominators } from '../../../bot/index.ts'
import { type Translator, translator } from '../../../i18n/index.ts'
import { actions, canonicalEmojiName, type Emoji, type Message, note } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { type EventDelivery, type HandlerContext, isUnstored, queueKeyOf } from '../context.ts'
import { decodeText } from '../decode.ts'
import { textAt } from '../json.ts'
import { listReactedUsers, type MessageLocation, messageRef, permalinkOf, readText } from '../messages.ts'
import { renderReply } from '../render-reply.ts'
import { openForm } from '../reply.ts'
import type { Requester } from '../sender.ts'
import { SlackUnreachableError } from '../web-api.ts'

/** The callback id of the message shortcut that nominates. */
export const NOMINATE_SHORTCUT = 'nominate'

export interface ReactionContext extends HandlerContext {
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  readonly nominators: ReadNominators | undefined
}

/** Whether the emoji of a reaction event is the one that nominates, in any skin tone. */
export function isNominatingReaction(event: unknown, emoji: Emoji): boolean {
  return canonicalEmojiName(textAt(event, 'reaction') ?? '') === emoji.shortName
}

/** Handles the nominating emoji, added to or removed from a message. */
export async function handleReaction(
  event: unknown,
  { id, isRetry }: EventDelivery,
  requester: Requester & { readonly botUser: string | undefined },
  context: ReactionContext,
): Promise<DeliveryResult> {
  const { sender, botUser } = requester
  const channel = textAt(event, 'item', 'channel')
  const ts = textAt(event, 'item', 'ts')
  if (channel === undefined || ts === undefined) return 'ignored'
  if ((await context.userInfo.membershipStatusOf(sender.token, sender.team, sender.user)) === 'bot') return 'ignored'
  const author = textAt(event, 'item_user')
  const nomination: Nomination = {
    id,
    isRetry,
    isAdded: textAt(event, 'type') === 'reaction_added',
    hasEmoji: true,
    location: { channel, ts },
    isOwn: author !== undefined && author === botUser,
    text: () =>
      readText({ channel, ts }, sender.token, context.webApi).catch((error: unknown) => {
        context.report('a nominated message could not be read', { err: error })
        return ''
      }),
  }
  return nominate(nomination, requester, {}, context)
}

/** Handles the message shortcut, which does the same as the emoji. The delivery contains the message. */
export async function handleShortcut(
  body: unknown,
  requester: Requester,
  ack: () => Promise<void>,
  context: ReactionContext,
): Promise<DeliveryResult> {
  const channel = textAt(body, 'channel', 'id')
  const ts = textAt(body, 'message', 'ts') ?? textAt(body, 'message_ts')
  const id = textAt(body, 'trigger_id')
  if (channel === undefined || ts === undefined || id === undefined) return 'ignored'
  const author = textAt(body, 'message', 'app_id')
  const nomination: Nomination = {
    id,
    isRetry: false,
    isAdded: true,
    hasEmoji: false,
    location: { channel, ts },
    isOwn: author !== undefined && author === requester.sender.appId,
    text: () => Promise.resolve(decodeText(textAt(body, 'message', 'text') ?? '')),
  }
  return nominate(nomination, requester, { responseUrl: textAt(body, 'response_url'), ack, opensForm: true }, context)
}

interface Nomination {
  readonly id: string
  /** Whether Slack has delivered it before. */
  readonly isRetry: boolean
  readonly isAdded: boolean
  readonly hasEmoji: boolean
  readonly location: MessageLocation
  /** Whether Rung posted the message. */
  readonly isOwn: boolean
  readonly text: () => Promise<string>
}

interface NominationSource {
  readonly responseUrl?: string | undefined
  readonly ack?: () => Promise<void>
  /** Set if the nomination's id is a trigger with which a form can be opened. */
  readonly opensForm?: true
}

async function nominate(
  { id, isRetry, isAdded, hasEmoji, location, isOwn, text }: Nomination,
  requester: Requester,
  { responseUrl, ack, opensForm }: NominationSource,
  context: ReactionContext,
): Promise<DeliveryResult> {
  const { bot, webApi, replies, deliverer, report, nominateEmoji, nominators } = context
  const { sender, locale } = requester
  const { token } = sender
  const once = { mark: id, repeated: isRetry }
  // Without its permalink, a nomination only has no link to the message.
  const link = (): Promise<string | null> =>
    permalinkOf(location, token, webApi).then(
      (permalink) => permalink ?? null,
      () => null,
    )
  const response = await deliverer.inOrder(queueKeyOf(sender), () =>
    bot.handleReaction({
      type: 'reaction',
      id,
      person: sender.person,
      locale,
      isAdded,
      hasEmoji,
      ...(opensForm && { opensForm }),
      message: {
        ref: messageRef(sender.team, location),
        own: isOwn,
        read: async () => ({ text: await text(), link: await link() }),
        hasReaction: async () =>
          (await listReactedUsers(location, nominateEmoji, token, webApi))?.includes(sender.user) ?? false,
      },
      nominators,
    }),
  )
  if (!response || !isUnstored(response)) await ack?.()
  if (response?.type === 'form') {
    const target = { responseUrl, channel: location.channel, isEphemeral: true }
    await openForm(response.form, id, target, requester, context)
    return 'answered'
  }
  if (response?.type !== 'reply') return 'ignored'
  const message = renderReply(response.message, { locale })
  const result = deliveryResultOf(response)
  const { channel } = location
  if (channel.startsWith('D')) {
    await webApi.postMessage(token, channel, message, once)
    return result
  }
  try {
    await replies.reply(sender, { responseUrl, channel, isEphemeral: true }, message)
  } catch (error) {
    if (!(error instanceof SlackUnreachableError)) throw error
    report('the answer to a nomination may not have arrived; the direct message says so', { err: error })
    const t = translator(locale)
    const notice = renderReply(unconfirmedNotice(response.message, await link(), t), { locale })
    await replies.sendDirect(sender, notice, [], t, once)
  }
  return result
}

/**
 * Says in the direct message that an answer in the channel may not have arrived. It has the answer's buttons but not its text, which
 * would appear twice if the answer has arrived.
 */
function unconfirmedNotice({ blocks }: Message, link: string | null, t: Translator): Message {
  const links = link === null ? [] : [{ label: t('proposal.source'), url: link }]
  return {
    summary: t('slack.nomination.unsure'),
    blocks: [
      note('warning', t.rich('slack.nomination.unsure')),
      ...blocks.filter((block) => block.type === 'actions'),
      ...actions([], undefined, links),
    ],
  }
}

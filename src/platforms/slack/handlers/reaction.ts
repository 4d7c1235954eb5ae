import type { ReadNominators } from '../../../bot/index.ts'
import { type Translator, translator } from '../../../i18n/index.ts'
import { actions, canonicalEmojiName, type Emoji, type Message, note } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { type EventDelivery, type HandlerContext, isUnstored, queueKeyOf, type Requester } from '../context.ts'
import { decodeText } from '../decode.ts'
import { at, textAt } from '../json.ts'
import { listReactedUsers } from '../reactions.ts'
import { renderReply } from '../render-reply.ts'
import type { ReplyTarget } from '../reply.ts'
import { SlackUnreachableError, type WebApi } from '../web-api.ts'

/** The callback id of the message shortcut. */
export const NOMINATE_SHORTCUT = 'nominate'

export interface ReactionContext extends HandlerContext {
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  readonly nominators: ReadNominators | undefined
}

/** Whether a reaction event is about the emoji that nominates, in any skin tone. */
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
    channel,
    ts,
    isOwn: author !== undefined && author === botUser,
    text: () => readText(channel, ts, requester, context),
  }
  return nominate(nomination, requester, {}, context)
}

/** Handles the message shortcut: the same as the emoji, with the message in the delivery. */
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
    channel,
    ts,
    isOwn: author !== undefined && author === requester.sender.appId,
    text: () => Promise.resolve(decodeText(textAt(body, 'message', 'text') ?? '')),
  }
  return nominate(nomination, requester, { responseUrl: textAt(body, 'response_url'), ack }, context)
}

interface Nomination {
  readonly id: string
  /** Whether Slack has delivered it before. */
  readonly isRetry: boolean
  readonly isAdded: boolean
  readonly hasEmoji: boolean
  readonly channel: string
  readonly ts: string
  /** Whether Rung posted the message. */
  readonly isOwn: boolean
  readonly text: () => Promise<string>
}

async function nominate(
  { id, isRetry, isAdded, hasEmoji, channel, ts, isOwn, text }: Nomination,
  { sender, locale }: Requester,
  { responseUrl, ack }: { readonly responseUrl?: string | undefined; readonly ack?: () => Promise<void> },
  { bot, webApi, replies, deliverer, report, nominateEmoji, nominators }: ReactionContext,
): Promise<DeliveryResult> {
  const { token } = sender
  const once = { mark: id, repeated: isRetry }
  const response = await deliverer.inOrder(queueKeyOf(sender), () =>
    bot.handleReaction({
      type: 'reaction',
      id,
      person: sender.person,
      locale,
      isAdded,
      hasEmoji,
      message: {
        ref: messageRef(sender.team, channel, ts),
        own: isOwn,
        read: async () => ({ text: await text(), link: await permalinkOf({ channel, ts }, token, webApi) }),
        hasReaction: async () =>
          (await listReactedUsers({ channel, ts }, nominateEmoji, token, webApi))?.includes(sender.user) ?? false,
      },
      nominators,
    }),
  )
  if (!response || !isUnstored(response)) await ack?.()
  if (response?.type !== 'reply') return 'ignored'
  const message = renderReply(response.message, { locale })
  const result = deliveryResultOf(response)
  if (channel.startsWith('D')) {
    await webApi.postMessage(token, channel, { ...message }, once)
    return result
  }
  const target: ReplyTarget = { responseUrl, channel, ts: undefined, isEphemeral: true }
  try {
    await replies.reply(sender, target, message)
  } catch (error) {
    if (!(error instanceof SlackUnreachableError)) throw error
    report('the answer to a nomination may not have arrived; the direct message says so', { err: error })
    const t = translator(locale)
    const link = await permalinkOf({ channel, ts }, token, webApi)
    const notice = renderReply(unconfirmedNotice(response.message, link, t), { locale })
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

/** The reference by which the rest of Rung knows a message. */
export function messageRef(team: string, channel: string, ts: string): string {
  return `slack/${team}/${channel}/${ts}`
}

/** The channel and timestamp in a reference; undefined if it is not one of Slack's. */
export function parseMessageRef(ref: string): { readonly channel: string; readonly ts: string } | undefined {
  const [platform, , channel, ts] = ref.split('/')
  return platform === 'slack' && channel !== undefined && ts !== undefined ? { channel, ts } : undefined
}

/**
 * Reads the text of a message; empty if the app may not read it. Unlike `conversations.history`, `conversations.replies` also returns a
 * reply in a thread (docs.slack.dev/reference/methods/conversations.replies).
 */
async function readText(
  channel: string,
  ts: string,
  { sender }: Requester,
  { webApi, report }: HandlerContext,
): Promise<string> {
  try {
    // In a thread, the parent message comes first, then the reply that was nominated.
    const args = { channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 2 }
    const response = await webApi.call({
      token: sender.token,
      method: 'conversations.replies',
      queueKey: `read/${channel}`,
      args,
      retry: 'idempotent',
    })
    const messages = at(response, 'messages')
    const message: unknown = Array.isArray(messages)
      ? messages.find((candidate: unknown) => textAt(candidate, 'ts') === ts)
      : undefined
    return decodeText(textAt(message, 'text') ?? '')
  } catch (error) {
    report('a nominated message could not be read', { err: error })
    return ''
  }
}

/** The permalink of a message; null if Slack does not give it. */
async function permalinkOf(
  { channel, ts }: { readonly channel: string; readonly ts: string },
  token: string,
  webApi: WebApi,
): Promise<string | null> {
  try {
    const args = { channel, message_ts: ts }
    const response = await webApi.call({ token, method: 'chat.getPermalink', queueKey: '', args, retry: 'idempotent' })
    return textAt(response, 'permalink') ?? null
  } catch {
    // The nomination works without it, only without a link to the message.
    return null
  }
}

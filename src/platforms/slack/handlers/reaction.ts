import type { Bot, ReadNominators } from '../../../bot/index.ts'
import { type Translator, translator } from '../../../i18n/index.ts'
import { actions, canonicalEmojiName, type Emoji, type Message, note } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import type { EventDelivery, HandlerContext, Requester } from '../context.ts'
import { decodeText } from '../decode.ts'
import type { ReplyTarget } from '../reply.ts'
import { isUnstored } from '../render-reply.ts'
import { at, textAt } from '../json.ts'
import { listReactedUsers } from '../reactions.ts'
import { SlackUnreachableError, type WebApi } from '../web-api.ts'

/** The name by which the message shortcut comes back. */
export const NOMINATE_SHORTCUT = 'nominate'

export interface ReactionContext extends HandlerContext {
  readonly bot: Bot
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  readonly nominators: ReadNominators | undefined
}

type Ended = DeliveryResult

/** Whether an event is about the emoji that nominates, in any skin tone. */
export function isNominatingReaction(event: unknown, emoji: Emoji): boolean {
  return canonicalEmojiName(textAt(event, 'reaction') ?? '') === emoji.shortName
}

/** Takes the nominating emoji on a message, put there or taken away. */
export async function handleReaction(
  event: unknown,
  { id, isRetry: repeated }: EventDelivery,
  asker: Requester & { readonly botUser: string | undefined },
  parts: ReactionContext,
): Promise<Ended> {
  const { sender } = asker
  const channel = textAt(event, 'item', 'channel')
  const ts = textAt(event, 'item', 'ts')
  if (channel === undefined || ts === undefined) return 'ignored'
  if ((await parts.userInfo.membershipStatusOf(sender.token, sender.team, sender.user)) === 'bot') return 'ignored'
  const on = textAt(event, 'type') === 'reaction_added'
  const words = (): Promise<string> => wordsIn(channel, ts, asker, parts)
  const own = textAt(event, 'item_user') !== undefined && textAt(event, 'item_user') === asker.botUser
  return nominate({ id, repeated, on, emoji: true, channel, ts, own, words }, asker, {}, parts)
}

/** Takes the message shortcut: the same as the emoji, with the message at hand. */
export async function handleShortcut(
  body: unknown,
  asker: Requester,
  ack: () => Promise<void>,
  parts: ReactionContext,
): Promise<Ended> {
  const { sender } = asker
  const channel = textAt(body, 'channel', 'id')
  const ts = textAt(body, 'message', 'ts') ?? textAt(body, 'message_ts')
  const id = textAt(body, 'trigger_id')
  if (channel === undefined || ts === undefined || id === undefined) return 'ignored'
  const words = (): Promise<string> => Promise.resolve(decodeText(textAt(body, 'message', 'text') ?? ''))
  const own = textAt(body, 'message', 'app_id') !== undefined && textAt(body, 'message', 'app_id') === sender.appId
  const nomination = { id, repeated: false, on: true, emoji: false, channel, ts, own, words }
  return nominate(nomination, asker, { url: textAt(body, 'response_url'), ack }, parts)
}

interface Nomination {
  readonly id: string
  /** Whether Slack delivers it again. */
  readonly repeated: boolean
  readonly on: boolean
  readonly emoji: boolean
  readonly channel: string
  readonly ts: string
  /** Whether Rung wrote it. */
  readonly own: boolean
  readonly words: () => Promise<string>
}

async function nominate(
  { id, repeated, on, emoji, channel, ts, own, words }: Nomination,
  { sender, locale }: Requester,
  { url, ack }: { readonly url?: string | undefined; readonly ack?: () => Promise<void> },
  parts: ReactionContext,
): Promise<Ended> {
  const { bot, webApi: calls, replies: delivering, desk, deliverer, report, nominateEmoji } = parts
  const once = { mark: id, repeated }
  const read = async () => ({ text: await words(), link: await linkTo({ channel, ts }, sender.token, parts.webApi) })
  const ref = messageRef(sender.team, channel, ts)
  const hasReaction = async (): Promise<boolean> =>
    (await listReactedUsers({ channel, ts }, nominateEmoji, sender.token, calls))?.includes(sender.user) ?? false
  const outcome = await deliverer.inOrder(`${sender.team}/${sender.user}`, () =>
    bot.handleReaction({
      type: 'reaction',
      id,
      person: sender.person,
      locale,
      isAdded: on,
      hasEmoji: emoji,
      message: { ref, own, read, hasReaction },
      nominators: parts.nominators,
    }),
  )
  if (!outcome || !isUnstored(outcome)) await ack?.()
  if (outcome?.type !== 'reply') return 'ignored'
  const message = desk.draw(outcome.message, { locale })
  const ended = deliveryResultOf(outcome)
  if (channel.startsWith('D')) {
    await calls.postMessage(sender.token, channel, { ...message }, once)
    return ended
  }
  const spot: ReplyTarget = { url, channel, ts: undefined, ephemeral: true }
  try {
    await delivering.reply(sender, spot, message, { isPublic: false })
  } catch (error) {
    if (!(error instanceof SlackUnreachableError)) throw error
    report('whether the answer to a nomination arrived is not known; the direct message says so', { err: error })
    const t = translator(locale)
    const link = await linkTo({ channel, ts }, sender.token, calls)
    await delivering.sendDirect(sender, desk.draw(unconfirmed(outcome.message, link, t), { locale }), [], t, once)
  }
  return ended
}

/**
 * Says in the direct message that an answer in the channel may not have arrived. Has the answer's buttons but not its words, which
 * would be there twice if it has.
 */
function unconfirmed({ blocks }: Message, link: string | null, t: Translator): Message {
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

/** A message, as it is referred to outside Slack. */
export function messageRef(team: string, channel: string, ts: string): string {
  return `slack/${team}/${channel}/${ts}`
}

/** Where a message lies, from its reference; undefined where it is not one of Slack's. */
export function parseMessageRef(ref: string): { readonly channel: string; readonly ts: string } | undefined {
  const [platform, , channel, ts] = ref.split('/')
  return platform === 'slack' && channel !== undefined && ts !== undefined ? { channel, ts } : undefined
}

/**
 * Reads the words of a message; empty if the app may not. Unlike `conversations.history`, `conversations.replies` also returns a
 * reply in a thread (docs.slack.dev/reference/methods/conversations.replies).
 */
async function wordsIn(
  channel: string,
  ts: string,
  { sender }: Requester,
  { webApi: calls, report }: HandlerContext,
): Promise<string> {
  try {
    // The first of a thread is the message it hangs on: of that one, or of a reply, no other is needed.
    const args = { channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 2 }
    const answer = await calls.call({
      token: sender.token,
      method: 'conversations.replies',
      queueKey: `read/${channel}`,
      args,
      retry: 'harmless',
    })
    const messages = at(answer, 'messages')
    const found: unknown = Array.isArray(messages)
      ? messages.find((message: unknown) => textAt(message, 'ts') === ts)
      : undefined
    return decodeText(textAt(found, 'text') ?? '')
  } catch (error) {
    report('a nominated message could not be read', { err: error })
    return ''
  }
}

/** The address of a message; null where Slack does not say it. */
async function linkTo(
  { channel, ts }: { readonly channel: string; readonly ts: string },
  token: string,
  calls: WebApi,
): Promise<string | null> {
  try {
    const args = { channel, message_ts: ts }
    const answer = await calls.call({ token, method: 'chat.getPermalink', queueKey: '', args, retry: 'harmless' })
    return textAt(answer, 'permalink') ?? null
  } catch {
    // The message is found without it, only not by a press.
    return null
  }
}

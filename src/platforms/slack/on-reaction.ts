import type { Bot } from '../../bot/index.ts'
import { canonicalName, type Emoji } from '../../message/index.ts'
import type { SlackCalls } from './calls.ts'
import { decodeText } from './decode.ts'
import type { Spot } from './delivering.ts'
import { isUnstored } from './desk.ts'
import type { Asker, Parts } from './parts.ts'
import { at, textAt } from './reading.ts'

/** The name by which the message shortcut comes back. */
export const NOMINATE = 'nominate'

export interface ReactionParts extends Parts {
  readonly bot: Bot
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
}

type Ended = 'answered' | 'failed' | 'ignored'

/** Longer than any answer takes; a process that dies meanwhile gives the delivery to the next one. */
const LEASE_MS = 30_000
const KEPT_MS = 60 * 60 * 1000

/** Whether an event is about the emoji that nominates, in any skin tone, on a message. */
export function isNomination(event: unknown, emoji: Emoji): boolean {
  return canonicalName(textAt(event, 'reaction') ?? '') === emoji.slack && textAt(event, 'item', 'type') === 'message'
}

/** Takes the nominating emoji on a message, put there or taken away. */
export async function onReaction(
  event: unknown,
  body: unknown,
  asker: Asker & { readonly botUser: string | undefined },
  parts: ReactionParts,
): Promise<Ended> {
  const { sender } = asker
  const channel = textAt(event, 'item', 'channel')
  const ts = textAt(event, 'item', 'ts')
  const id = textAt(body, 'event_id')
  if (channel === undefined || ts === undefined || id === undefined) return 'ignored'
  if (await parts.locales.isBot(sender.token, sender.team, sender.user)) return 'ignored'
  const on = textAt(event, 'type') === 'reaction_added'
  const claim = `slack/${sender.team}/${id}`
  const claimed = await parts.events.claim(claim, parts.now(), LEASE_MS)
  if (claimed !== 'claimed') return 'ignored'
  try {
    const words = (): Promise<string> => wordsIn(channel, ts, asker, parts)
    const own = textAt(event, 'item_user') !== undefined && textAt(event, 'item_user') === asker.botUser
    const ended = await nominate({ id, on, emoji: true, channel, ts, own, words }, asker, {}, parts)
    await parts.events.done(claim, KEPT_MS).catch(() => {})
    return ended
  } catch (error) {
    await parts.events.release(claim).catch(() => {})
    throw error
  }
}

/** Takes the message shortcut: the same as the emoji, with the message at hand. */
export async function onShortcut(
  body: unknown,
  asker: Asker,
  ack: () => Promise<void>,
  parts: ReactionParts,
): Promise<Ended> {
  const { sender } = asker
  const channel = textAt(body, 'channel', 'id')
  const ts = textAt(body, 'message', 'ts') ?? textAt(body, 'message_ts')
  const id = textAt(body, 'trigger_id')
  if (channel === undefined || ts === undefined || id === undefined) return 'ignored'
  const words = (): Promise<string> => Promise.resolve(decodeText(textAt(body, 'message', 'text') ?? ''))
  const own = textAt(body, 'message', 'app_id') !== undefined && textAt(body, 'message', 'app_id') === sender.appId
  const nomination = { id, on: true, emoji: false, channel, ts, own, words }
  return nominate(nomination, asker, { url: textAt(body, 'response_url'), ack }, parts)
}

interface Nomination {
  readonly id: string
  readonly on: boolean
  readonly emoji: boolean
  readonly channel: string
  readonly ts: string
  /** Whether Rung wrote it. */
  readonly own: boolean
  readonly words: () => Promise<string>
}

async function nominate(
  { id, on, emoji, channel, ts, own, words }: Nomination,
  { sender, locale }: Asker,
  { url, ack }: { readonly url?: string | undefined; readonly ack?: () => Promise<void> },
  parts: ReactionParts,
): Promise<Ended> {
  const { bot, calls, delivering, desk, turns } = parts
  const read = async () => ({ text: await words(), link: await linkTo({ channel, ts }, sender.token, parts.calls) })
  const ref = messageRef(sender.team, channel, ts)
  const outcome = await turns.run(`${sender.team}/${sender.user}`, () =>
    bot.react({ type: 'reaction', id, person: sender.person, locale, on, emoji, message: { ref, own, read } }),
  )
  if (!outcome || !isUnstored(outcome)) await ack?.()
  if (outcome?.type !== 'reply') return 'ignored'
  const message = desk.draw(outcome.message, { locale })
  const ended = outcome.failed === undefined ? 'answered' : 'failed'
  if (channel.startsWith('D')) {
    await calls.post(sender.token, channel, { ...message })
    return ended
  }
  const spot: Spot = { url, channel, ts: undefined, ephemeral: true }
  await delivering.beside({ ...sender }, spot, message, { shared: false })
  return ended
}

/** A message, as it is referred to outside Slack. */
export function messageRef(team: string, channel: string, ts: string): string {
  return `slack/${team}/${channel}/${ts}`
}

/** Where a message lies, from its reference; undefined where it is not one of Slack's. */
export function placeOf(ref: string): { readonly channel: string; readonly ts: string } | undefined {
  const [platform, , channel, ts] = ref.split('/')
  return platform === 'slack' && channel !== undefined && ts !== undefined ? { channel, ts } : undefined
}

/** The words of a message, empty where the app may not read them. */
async function wordsIn(channel: string, ts: string, { sender }: Asker, { calls, report }: Parts): Promise<string> {
  try {
    const args = { channel, latest: ts, inclusive: true, limit: 1 }
    const answer = await calls.call({
      token: sender.token,
      method: 'conversations.history',
      key: `read/${channel}`,
      args,
      again: 'harmless',
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
  calls: SlackCalls,
): Promise<string | null> {
  try {
    const args = { channel, message_ts: ts }
    const answer = await calls.call({ token, method: 'chat.getPermalink', key: '', args, again: 'harmless' })
    return textAt(answer, 'permalink') ?? null
  } catch {
    // The message is found without it, only not by a press.
    return null
  }
}

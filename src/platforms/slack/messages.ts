import { canonicalEmojiName, type Emoji } from '../../message/index.ts'
import { decodeText } from './decode.ts'
import { at, listAt, textAt } from './json.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

/** Where a message is. */
export interface MessageLocation {
  readonly channel: string
  readonly ts: string
}

/** The reference by which the rest of Rung knows a message. */
export function messageRef(team: string, { channel, ts }: MessageLocation): string {
  return `slack/${team}/${channel}/${ts}`
}

/** The location in a reference; undefined if it is not one of Slack's. */
export function parseMessageRef(ref: string): MessageLocation | undefined {
  const [platform, , channel, ts] = ref.split('/')
  return platform === 'slack' && channel !== undefined && ts !== undefined ? { channel, ts } : undefined
}

/** Returns the permalink of a message; undefined if Slack does not return one. */
export async function permalinkOf(
  { channel, ts }: MessageLocation,
  token: string,
  webApi: WebApi,
): Promise<string | undefined> {
  const args = { channel, message_ts: ts }
  return textAt(await webApi.call({ token, method: 'chat.getPermalink', queueKey: '', args }), 'permalink')
}

/**
 * Returns the text of a message; empty if Slack does not return it. Unlike `conversations.history`, `conversations.replies` also
 * returns a reply in a thread (docs.slack.dev/reference/methods/conversations.replies).
 */
export async function readText({ channel, ts }: MessageLocation, token: string, webApi: WebApi): Promise<string> {
  // In a thread, the parent message comes first, then the reply.
  const args = { channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 2 }
  const response = await webApi.call({ token, method: 'conversations.replies', queueKey: `read/${channel}`, args })
  const message = listAt(response, 'messages').find((candidate) => textAt(candidate, 'ts') === ts)
  return decodeText(textAt(message, 'text') ?? '')
}

/** Errors of reactions.get that mean that a message was deleted or that Rung no longer sees it. */
const MISSING_MESSAGE_CODES: ReadonlySet<string> = new Set(['message_not_found', 'channel_not_found', 'not_in_channel'])

/** Lists the users, including apps, who reacted to a message with an emoji in any skin tone; undefined if the message is missing. */
export async function listReactedUsers(
  { channel, ts }: MessageLocation,
  emoji: Emoji,
  token: string,
  webApi: WebApi,
): Promise<string[] | undefined> {
  try {
    const args = { channel, timestamp: ts, full: true }
    const response = await webApi.call({ token, method: 'reactions.get', queueKey: 'reactions', args })
    return listAt(response, 'message', 'reactions')
      .filter((reaction) => canonicalEmojiName(textAt(reaction, 'name') ?? '') === emoji.shortName)
      .flatMap((reaction) => at(reaction, 'users'))
      .filter((user) => typeof user === 'string')
  } catch (error) {
    if (error instanceof SlackApiError && MISSING_MESSAGE_CODES.has(error.code)) return undefined
    throw error
  }
}

import { canonicalEmojiName, type Emoji } from '../../message/index.ts'
import { at, textAt } from './json.ts'
import { SlackApiError, type WebApi } from './web-api.ts'

/** A message that is no more, or that Rung does not see any more. */
const MISSING_MESSAGE_CODES: ReadonlySet<string> = new Set(['message_not_found', 'channel_not_found', 'not_in_channel'])

/** The users, apps among them, whose emoji, in any skin tone, is on a message now; undefined if the message is gone. */
export async function listReactedUsers(
  { channel, ts }: { readonly channel: string; readonly ts: string },
  emoji: Emoji,
  token: string,
  calls: WebApi,
): Promise<string[] | undefined> {
  const args = { channel, timestamp: ts, full: true }
  try {
    const answer = await calls.call({
      token,
      method: 'reactions.get',
      queueKey: 'reactions',
      args,
      retry: 'idempotent',
    })
    const reactions = at(answer, 'message', 'reactions')
    return (Array.isArray(reactions) ? reactions : [])
      .filter((reaction: unknown) => canonicalEmojiName(textAt(reaction, 'name') ?? '') === emoji.shortName)
      .flatMap((reaction: unknown) => at(reaction, 'users'))
      .filter((user) => typeof user === 'string')
  } catch (error) {
    if (error instanceof SlackApiError && MISSING_MESSAGE_CODES.has(error.code)) return undefined
    throw error
  }
}

import { type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type Emoji, isSameEmoji } from '../../message/index.ts'
import { isRefusal } from './api-error.ts'

/** resources/message, get reactions: the largest page. */
const PAGE_SIZE = 100
const Users = z.array(z.object({ id: z.string(), bot: z.boolean().optional() }))

/** The emoji of a reaction (resources/emoji): a standard one has no id, a deleted one no name. */
export const ReactionEmoji = z.object({ id: z.string().nullish(), name: z.string().nullable() })

/** An emoji as a path segment: a standard one by its character, a custom one as `name:id` (resources/message, create reaction). */
function routeEmoji({ id, name }: z.infer<typeof ReactionEmoji>): string {
  return encodeURIComponent(typeof id === 'string' ? `${name ?? '_'}:${id}` : (name ?? ''))
}

/** Whether a reaction is this emoji, in any skin tone. */
export function isReactionOf({ sign }: Emoji, { id, name }: z.infer<typeof ReactionEmoji>): boolean {
  if (sign === undefined) return false
  if (typeof id === 'string') return sign.split(':')[1] === id
  return name !== null && isSameEmoji(name, sign)
}

/** Messages, and people on messages, whose removals are remembered. */
const MAX_COUNTED = 10_000

/** Counts removed reactions. Discord's events have no id, so this tells a reaction that is added again from one that is delivered twice. */
export interface RemovalCounter {
  /** Counts a removal by a user or, without one, of all reactions by a moderator. */
  count(message: string, user?: string): void
  /** The removals that a user's reaction has had; the same in every process that has received them. */
  of(message: string, user: string): string
}

export function createRemovalCounter(): RemovalCounter {
  const counts = new LRUCache<string, number>({ max: MAX_COUNTED })
  const keyOf = (message: string, user?: string): string => `${message}/${user ?? ''}`
  const countOf = (key: string): number => counts.get(key) ?? 0
  return {
    count(message, user) {
      const key = keyOf(message, user)
      counts.set(key, countOf(key) + 1)
    },
    of: (message, user) => `${countOf(keyOf(message, user))}-${countOf(keyOf(message))}`,
  }
}

/** resources/message: a message without reactions has no such field. */
const ReactedMessage = z.object({ reactions: z.array(z.object({ emoji: ReactionEmoji })).optional() })

const { MissingAccess, UnknownChannel, UnknownMessage } = RESTJSONErrorCodes

interface MessageLocation {
  readonly channel: string
  readonly id: string
}

/** Lists the users, bots excluded, who have this emoji on a message; undefined if the message is gone. */
export async function listReactedUsers(
  message: MessageLocation,
  emoji: Emoji,
  rest: REST,
): Promise<string[] | undefined> {
  try {
    // Each skin tone is a separate reaction; the message lists which ones there are.
    const { reactions = [] } = ReactedMessage.parse(await rest.get(Routes.channelMessage(message.channel, message.id)))
    const matching = reactions.map((reaction) => reaction.emoji).filter((each) => isReactionOf(emoji, each))
    const users = await Promise.all(matching.map((each) => usersOf(message, each, rest)))
    return [...new Set(users.flat())]
  } catch (error) {
    // The message was deleted, or Rung can no longer view it.
    if (isRefusal(error, UnknownMessage, UnknownChannel, MissingAccess)) return undefined
    throw error
  }
}

async function usersOf(
  { channel, id }: MessageLocation,
  emoji: z.infer<typeof ReactionEmoji>,
  rest: REST,
): Promise<string[]> {
  const route = Routes.channelMessageReaction(channel, id, routeEmoji(emoji))
  const users: string[] = []
  for (let after = '0'; ; ) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), after })
    const page = Users.parse(await rest.get(route, { query }))
    users.push(...page.filter(({ bot }) => bot !== true).map((user) => user.id))
    after = page.at(-1)?.id ?? after
    if (page.length < PAGE_SIZE) return users
  }
}

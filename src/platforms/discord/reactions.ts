import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Emoji } from '../../message/index.ts'
import { isReactionOf, ReactionEmoji, routeEmoji } from './emoji.ts'
import { withRetries } from './retry.ts'

/** resources/message, get reactions: at most so many at once. */
const PAGE = 100
const Users = z.array(z.object({ id: z.string(), bot: z.boolean().optional() }))

/** resources/message: there are none where nobody has reacted. */
const Reacted = z.object({ reactions: z.array(z.object({ emoji: ReactionEmoji })).optional() })

/** A message that is no more, or that Rung does not see any more. */
const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
])

interface Place {
  readonly channel: string
  readonly id: string
}

/** The users, without bots, whose emoji is on a message now; undefined if the message is gone. */
export async function listReactedUsers(place: Place, emoji: Emoji, rest: REST): Promise<string[] | undefined> {
  try {
    // Which tones and which spelling of the sign there are, the message says: each is a reaction of its own.
    const { reactions } = await withRetries(async () =>
      Reacted.parse(await rest.get(Routes.channelMessage(place.channel, place.id))),
    )
    const own = (reactions ?? []).map((reaction) => reaction.emoji).filter((each) => isReactionOf(emoji, each))
    const users = await Promise.all(own.map((each) => usersOf(place, each, rest)))
    return [...new Set(users.flat())]
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.has(error.code)) return undefined
    throw error
  }
}

async function usersOf({ channel, id }: Place, emoji: z.infer<typeof ReactionEmoji>, rest: REST): Promise<string[]> {
  const route = Routes.channelMessageReaction(channel, id, routeEmoji(emoji))
  const people: string[] = []
  for (let after = '0'; ; ) {
    const query = new URLSearchParams({ limit: String(PAGE), after })
    const page = await withRetries(async () => Users.parse(await rest.get(route, { query })))
    people.push(...page.filter(({ bot }) => bot !== true).map((user) => user.id))
    after = page.at(-1)?.id ?? after
    if (page.length < PAGE) return people
  }
}

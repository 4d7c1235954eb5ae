import { DiscordAPIError, MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Showcase } from '../../bot/index.ts'
import type { Locale } from '../../i18n/index.ts'
import { translator } from '../../i18n/index.ts'
import { type Emoji, isInDiscord, type Message } from '../../message/index.ts'
import { cut } from '../words.ts'
import { ChannelError, channelError } from './channel-check.ts'
import type { Home } from './community.ts'
import { emojiInRoute, ReactionEmoji } from './emoji.ts'
import { persistently } from './persistent.ts'
import { renderMessage } from './render.ts'
import { noted } from './told.ts'

export interface ShowcaseParts {
  readonly rest: REST
  readonly home: () => Home | undefined
  readonly tell: Showcase['tell']
  /** The roles whose holders may decide about a domain and are not all known. */
  readonly unlisted: (domain: string | null) => readonly string[]
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  /** The language of what everybody reads. */
  readonly locale: Locale
}

/** resources/message, get reactions: at most so many at once. */
const PAGE = 100
const Users = z.array(z.object({ id: z.string(), bot: z.boolean().optional() }))

/** resources/message: there are none where nobody has reacted. */
const Reacted = z.object({ reactions: z.array(z.object({ emoji: ReactionEmoji })).optional() })

const Posted = z.object({ id: z.string() })
const Earlier = z.array(z.looseObject({ id: z.string() }))

/** resources/message: a nonce has 25 characters. */
const MAX_NONCE = 25
/** resources/channel: a thread's name has 100, and it is put away after a week in which nobody says anything. */
const MAX_THREAD = 100
const WEEK_MIN = 7 * 24 * 60

/** The channel in Discord that proposals are shown in; each card has a thread for comments. */
export function createShowcase({ rest, home, tell, unlisted, nominateEmoji, locale }: ShowcaseParts): Showcase {
  const t = translator(locale)
  const bodyOf = (message: Message) => ({
    flags: MessageFlags.IsComponentsV2,
    components: renderMessage(message, { t }),
    allowed_mentions: { parse: [] },
  })
  const there = (): Home => {
    const found = home()
    if (!found) throw new ChannelError('DISCORD_PROPOSALS_CHANNEL cannot be seen yet')
    return found
  }

  /** A card that a process has posted before it died: it carries the payloads of its proposal. */
  const earlier = async (channel: string, message: Message): Promise<string | undefined> => {
    const payload = message.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])).at(-1)?.payload
    const query = new URLSearchParams({ limit: '100' })
    const found = await persistently(async () =>
      Earlier.parse(await rest.get(Routes.channelMessages(channel), { query })),
    )
    return found.find((each) => payload !== undefined && JSON.stringify(each).includes(JSON.stringify(payload)))?.id
  }

  /** The people, without bots, who have put an emoji on a message. */
  const usersOf = async ({ channel, id }: Place, emoji: z.infer<typeof ReactionEmoji>): Promise<string[]> => {
    const route = Routes.channelMessageReaction(channel, id, emojiInRoute(emoji))
    const people: string[] = []
    for (let after = '0'; ; ) {
      const query = new URLSearchParams({ limit: String(PAGE), after })
      const page = await persistently(async () => Users.parse(await rest.get(route, { query })))
      people.push(...page.filter(({ bot }) => bot !== true).map((user) => user.id))
      after = page.at(-1)?.id ?? after
      if (page.length < PAGE) return people
    }
  }

  return {
    platform: 'discord',
    tell,
    async post(message, mark, again) {
      const { server, channel } = there()
      try {
        const known = again ? await earlier(channel, message) : undefined
        if (known !== undefined) return messageRef(server, channel, known)
        const body = { ...bodyOf(message), nonce: mark.slice(-MAX_NONCE), enforce_nonce: true }
        const { id } = await persistently(async () =>
          Posted.parse(await rest.post(Routes.channelMessages(channel), { body })),
        )
        return messageRef(server, channel, id)
      } catch (error) {
        throw channelError(error)
      }
    },
    async thread(ref, message) {
      const place = placeOf(ref)
      if (!place) return undefined
      const body = { name: cut(message.summary, MAX_THREAD), auto_archive_duration: WEEK_MIN }
      try {
        await persistently(() => rest.post(Routes.threads(place.channel, place.id), { body }))
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error
        // Where threads are not allowed here, people comment in the channel.
        if (error.code !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return undefined
      }
      // resources/channel: a thread that comes from a message has the message's id.
      return `https://discord.com/channels/${place.server}/${place.id}`
    },
    async summon(ref, domain, said, mark) {
      const place = placeOf(ref)
      const roles = [...new Set(unlisted(domain))]
      if (!place || roles.length === 0) return
      const body = {
        flags: MessageFlags.IsComponentsV2,
        components: [...noted(roles.map((role) => `<@&${role}>`).join(' ')), ...renderMessage(said(t), { t })],
        allowed_mentions: { roles },
        nonce: `${place.id}-${mark}`.slice(-MAX_NONCE),
        enforce_nonce: true,
      }
      const inThread = (): Promise<unknown> => rest.post(Routes.channelMessages(place.id), { body })
      await persistently(inThread).catch((error: unknown) => {
        if (!(error instanceof DiscordAPIError) || !UNREACHED.has(error.code)) throw error
        // The card has no thread.
        return persistently(() => rest.post(Routes.channelMessages(place.channel), { body }))
      })
    },
    async nominators(ref) {
      const place = placeOf(ref)
      if (!place) return undefined
      try {
        // Which tones and which spelling of the sign there are, the message says: each is a reaction of its own.
        const { reactions } = await persistently(async () =>
          Reacted.parse(await rest.get(Routes.channelMessage(place.channel, place.id))),
        )
        const own = (reactions ?? []).map(({ emoji }) => emoji).filter((emoji) => isInDiscord(nominateEmoji, emoji))
        const users = await Promise.all(own.map((emoji) => usersOf(place, emoji)))
        return [...new Set(users.flat())].map((user) => ({ platform: 'discord', workspace: place.server, user }))
      } catch (error) {
        if (error instanceof DiscordAPIError && GONE.has(error.code)) return undefined
        throw error
      }
    },
    async update(ref, message) {
      const place = placeOf(ref)
      if (!place) return
      await persistently(() =>
        rest.patch(Routes.channelMessage(place.channel, place.id), { body: bodyOf(message) }),
      ).catch((error: unknown) => {
        // Whoever removes a card has a reason; the proposal goes on without it.
        if (!(error instanceof DiscordAPIError) || error.code !== RESTJSONErrorCodes.UnknownMessage) {
          throw channelError(error)
        }
      })
    },
  }
}

/** A message that is no more, or that Rung does not see any more. */
const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
])

const UNREACHED: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
])

/** A message, as it is referred to outside Discord. */
export function messageRef(server: string, channel: string, id: string): string {
  return `discord/${server}/${channel}/${id}`
}

interface Place {
  readonly server: string
  readonly channel: string
  readonly id: string
}

function placeOf(ref: string): Place | undefined {
  const [platform, server = '', channel, id] = ref.split('/')
  return platform === 'discord' && channel !== undefined && id !== undefined ? { server, channel, id } : undefined
}

import { DiscordAPIError, MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Locale } from '../../i18n/index.ts'
import { translator } from '../../i18n/index.ts'
import type { Emoji, Message } from '../../message/index.ts'
import { truncate } from '../../message/sanitize.ts'
import type { ProposalsChannel } from '../../proposals/index.ts'
import { ChannelError, toChannelError } from './channel-check.ts'
import { renderMessage } from './components/render.ts'
import type { ChannelLocation } from './members.ts'
import { markdownNotice } from './notices.ts'
import { listReactedUsers } from './reactions.ts'
import { withRetries } from './retry.ts'

export interface ProposalsChannelDeps {
  readonly rest: REST
  readonly channel: () => ChannelLocation | undefined
  /** The roles whose holders may decide about a domain and are not all known. */
  readonly unlistedRoles: (domain: string | null) => readonly string[]
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  /** The language of what everybody reads. */
  readonly locale: Locale
}

const Posted = z.object({ id: z.string() })
const Earlier = z.array(z.looseObject({ id: z.string() }))

/** resources/message: a nonce has 25 characters. */
const MAX_NONCE = 25
/** resources/channel: a thread's name has 100, and it is put away after a week in which nobody says anything. */
const MAX_THREAD = 100
const WEEK_MIN = 7 * 24 * 60

/** The channel in Discord that proposals are shown in; each card has a thread for comments. */
export function createProposalsChannel({
  rest,
  channel: home,
  unlistedRoles: unlisted,
  nominateEmoji,
  locale,
}: ProposalsChannelDeps): ProposalsChannel {
  const t = translator(locale)
  const bodyOf = (message: Message) => ({
    flags: MessageFlags.IsComponentsV2,
    components: renderMessage(message, { t }),
    allowed_mentions: { parse: [] },
  })
  const there = (): ChannelLocation => {
    const found = home()
    if (!found) throw new ChannelError('DISCORD_PROPOSALS_CHANNEL cannot be seen yet')
    return found
  }

  /** A card that a process has posted before it died: it carries the payloads of its proposal. */
  const earlier = async (channel: string, message: Message): Promise<string | undefined> => {
    const payload = message.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])).at(-1)?.payload
    const query = new URLSearchParams({ limit: '100' })
    const found = await withRetries(async () =>
      Earlier.parse(await rest.get(Routes.channelMessages(channel), { query })),
    )
    return found.find((each) => payload !== undefined && JSON.stringify(each).includes(JSON.stringify(payload)))?.id
  }

  return {
    platform: 'discord',
    async post(message, mark, again) {
      const { server, channel } = there()
      try {
        const known = again ? await earlier(channel, message) : undefined
        if (known !== undefined) return messageRef(server, channel, known)
        const body = { ...bodyOf(message), nonce: mark.slice(-MAX_NONCE), enforce_nonce: true }
        const { id } = await withRetries(async () =>
          Posted.parse(await rest.post(Routes.channelMessages(channel), { body })),
        )
        return messageRef(server, channel, id)
      } catch (error) {
        throw toChannelError(error)
      }
    },
    async openThread(ref, message) {
      const place = placeOf(ref)
      if (!place) return undefined
      const body = { name: truncate(message.summary, MAX_THREAD), auto_archive_duration: WEEK_MIN }
      try {
        await withRetries(() => rest.post(Routes.threads(place.channel, place.id), { body }))
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error
        // Where threads are not allowed here, people comment in the channel.
        if (error.code !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return undefined
      }
      // resources/channel: a thread that comes from a message has the message's id.
      return `https://discord.com/channels/${place.server}/${place.id}`
    },
    async mentionReviewers(ref, domain, said, mark) {
      const place = placeOf(ref)
      const roles = [...new Set(unlisted(domain))]
      if (!place || roles.length === 0) return
      const body = {
        flags: MessageFlags.IsComponentsV2,
        components: [...markdownNotice(roles.map((role) => `<@&${role}>`).join(' ')), ...renderMessage(said(t), { t })],
        allowed_mentions: { roles },
        nonce: `${place.id}-${mark}`.slice(-MAX_NONCE),
        enforce_nonce: true,
      }
      const inThread = (): Promise<unknown> => rest.post(Routes.channelMessages(place.id), { body })
      await withRetries(inThread).catch((error: unknown) => {
        if (!(error instanceof DiscordAPIError) || !UNREACHED.has(error.code)) throw error
        // The card has no thread.
        return withRetries(() => rest.post(Routes.channelMessages(place.channel), { body }))
      })
    },
    async listNominators(ref) {
      const place = placeOf(ref)
      if (!place) return undefined
      const users = await listReactedUsers(place, nominateEmoji, rest)
      return users?.map((user) => ({ platform: 'discord', workspace: place.server, user }))
    },
    async update(ref, message) {
      const place = placeOf(ref)
      if (!place) return
      await withRetries(() =>
        rest.patch(Routes.channelMessage(place.channel, place.id), { body: bodyOf(message) }),
      ).catch((error: unknown) => {
        // Whoever removes a card has a reason; the proposal goes on without it.
        if (!(error instanceof DiscordAPIError) || error.code !== RESTJSONErrorCodes.UnknownMessage) {
          throw toChannelError(error)
        }
      })
    },
  }
}

const UNREACHED: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
])

/** A message, as it is referred to outside Discord. */
export function messageRef(server: string, channel: string, id: string): string {
  return `discord/${server}/${channel}/${id}`
}

interface MessageLocation {
  readonly server: string
  readonly channel: string
  readonly id: string
}

function placeOf(ref: string): MessageLocation | undefined {
  const [platform, server = '', channel, id] = ref.split('/')
  return platform === 'discord' && channel !== undefined && id !== undefined ? { server, channel, id } : undefined
}

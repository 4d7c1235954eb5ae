import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Locale } from '../../i18n/index.ts'
import { translator } from '../../i18n/index.ts'
import type { Emoji, Message } from '../../message/index.ts'
import { truncate } from '../../message/sanitize.ts'
import type { ProposalsChannel } from '../../proposals/index.ts'
import { isRefusal } from './api-error.ts'
import { ChannelError, toChannelError } from './channel-check.ts'
import { messageBody, postMessage } from './channel-messages.ts'
import type { CommandMentions } from './command-mentions.ts'
import { renderMessage } from './components/render.ts'
import type { ChannelLocation } from './members.ts'
import { markdownNotice } from './notices.ts'
import { listReactedUsers } from './reactions.ts'
import { NO_SERVER } from './user-profiles.ts'

export interface ProposalsChannelDeps {
  readonly rest: REST
  /** Undefined until the channel has been read. */
  readonly channel: () => ChannelLocation | undefined
  /** The roles whose holders may decide about a domain, if Discord does not list all holders. */
  readonly unlistedRoles: (domain: string | null) => readonly string[]
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  /** The language of the cards. */
  readonly locale: () => Locale
  readonly commandMentions: CommandMentions
}

const {
  MissingAccess,
  MissingPermissions,
  InvalidActionOnArchivedThread,
  ThreadLocked,
  UnknownChannel,
  UnknownMessage,
} = RESTJSONErrorCodes

/** Why a thread accepts no messages: it is missing, or Rung may not post in it. */
const CLOSED_THREAD = [
  MissingAccess,
  MissingPermissions,
  UnknownChannel,
  InvalidActionOnArchivedThread,
  ThreadLocked,
] as const

const Messages = z.array(z.looseObject({ id: z.string() }))

/** resources/channel: a thread's name has at most 100 characters. */
const MAX_THREAD_NAME = 100
/** resources/channel: the longest time without a message until a thread is archived. */
const ARCHIVE_MINUTES = 7 * 24 * 60

/** The Discord channel in which proposals are posted; each card has a thread for comments. */
export function createProposalsChannel({
  rest,
  channel: channelLocation,
  unlistedRoles,
  nominateEmoji,
  locale,
  commandMentions,
}: ProposalsChannelDeps): ProposalsChannel {
  const locate = (): ChannelLocation => {
    const location = channelLocation()
    if (!location) throw new ChannelError('DISCORD_PROPOSALS_CHANNEL cannot be seen yet')
    return location
  }

  const render = (message: Message) => {
    const t = translator(locale())
    return renderMessage(message, { t, nativeForm: commandMentions.formsIn(channelLocation()?.server, t) })
  }

  /** Finds a card that was posted before its process died, by the payload of its last button. */
  const findCard = async (channel: string, message: Message): Promise<string | undefined> => {
    const payload = message.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : [])).at(-1)?.payload
    const query = new URLSearchParams({ limit: '100' })
    const messages = Messages.parse(await rest.get(Routes.channelMessages(channel), { query }))
    return messages.find((each) => payload !== undefined && JSON.stringify(each).includes(JSON.stringify(payload)))?.id
  }

  return {
    platform: 'discord',
    async post(message, mark, again) {
      const { server, channel } = locate()
      try {
        const posted = again ? await findCard(channel, message) : undefined
        if (posted !== undefined) return messageRef(server, channel, posted)
        const components = render(message)
        return messageRef(server, channel, await postMessage(rest, channel, { components, nonce: mark }))
      } catch (error) {
        throw toChannelError(error)
      }
    },
    async openThread(ref, message) {
      const target = parseMessageRef(ref)
      if (!target) return undefined
      const body = { name: truncate(message.summary, MAX_THREAD_NAME), auto_archive_duration: ARCHIVE_MINUTES }
      try {
        await rest.post(Routes.threads(target.channel, target.id), { body })
      } catch (error) {
        if (!(error instanceof DiscordAPIError)) throw error
        // Without permission for threads, people comment in the channel.
        if (error.code !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return undefined
      }
      // resources/channel: a thread started from a message has the id of the message.
      return `https://discord.com/channels/${target.server}/${target.id}`
    },
    async mentionReviewers(ref, domain, message, mark) {
      const target = parseMessageRef(ref)
      const roles = [...new Set(unlistedRoles(domain))]
      if (!target || roles.length === 0) return
      const post = {
        components: [
          ...markdownNotice(roles.map((role) => `<@&${role}>`).join(' ')),
          ...render(message(translator(locale()))),
        ],
        mentions: { roles },
        nonce: `${target.id}-${mark}`,
      }
      await postMessage(rest, target.id, post).catch((error: unknown) => {
        if (!isRefusal(error, ...CLOSED_THREAD)) throw error
        return postMessage(rest, target.channel, post)
      })
    },
    async postInThread(ref, message, mark) {
      const target = parseMessageRef(ref)
      if (!target) return
      // Discord compares the nonces of the last minutes, longer than another process takes to try again.
      const post = { components: renderMessage(message, { t: translator(locale()) }), nonce: mark }
      await postMessage(rest, target.id, post).catch((error: unknown) => {
        if (!isRefusal(error, ...CLOSED_THREAD)) throw error
      })
    },
    async listNominators(ref) {
      const target = parseMessageRef(ref)
      if (!target) return undefined
      const users = await listReactedUsers(target, nominateEmoji, rest)
      return users?.map((user) => ({ platform: 'discord', workspace: target.server, user }))
    },
    update: (ref, message) => replace(ref, render(message)),
    async updateLine(ref, message, language) {
      const server = parseMessageRef(ref)?.server
      // In direct messages ids of buttons name the server.
      const isInServer = server !== undefined && server !== NO_SERVER
      await replace(ref, renderMessage(message, { t: translator(language), ...(isInServer && { server }) }))
    },
  }

  async function replace(ref: string, components: ReturnType<typeof renderMessage>): Promise<void> {
    const target = parseMessageRef(ref)
    if (!target) return
    const body = messageBody({ components })
    await rest.patch(Routes.channelMessage(target.channel, target.id), { body }).catch((error: unknown) => {
      // A moderator has deleted the card; the proposal continues without it.
      if (!isRefusal(error, UnknownMessage)) throw toChannelError(error)
    })
  }
}

/** The reference of a message outside this platform. */
export function messageRef(server: string, channel: string, id: string): string {
  return `discord/${server}/${channel}/${id}`
}

interface MessageLocation {
  readonly server: string
  readonly channel: string
  readonly id: string
}

function parseMessageRef(ref: string): MessageLocation | undefined {
  const [platform, server = '', channel, id] = ref.split('/')
  return platform === 'discord' && channel !== undefined && id !== undefined ? { server, channel, id } : undefined
}

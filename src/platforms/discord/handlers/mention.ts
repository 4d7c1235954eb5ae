import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Person } from '../../../bot/index.ts'
import { type Locale, translator } from '../../../i18n/index.ts'
import { truncate } from '../../../message/sanitize.ts'
import { withOrigin } from '../../../runtime/logger.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { isRefusal } from '../api-error.ts'
import { postMessage } from '../channel-messages.ts'
import { pageIds } from '../components/custom-id.ts'
import { renderMessage, renderPage } from '../components/render.ts'
import { decodeText, mentionsIn } from '../decode.ts'
import { DirectMessagesClosedError } from '../direct-messages.ts'
import { directMessageNotice, errorNotice, noticeOf } from '../notices.ts'
import { channelMessage } from '../picture-edits.ts'
import { knownLocale } from '../user-profiles.ts'
import type { HandlerDeps } from './deps.ts'
import { formButton } from './direct-message.ts'

/**
 * A message in a server (gateway-events, message create), as the raw event has it: discord.js drops it without the channels of the
 * server. Discord gives the content of messages that mention the bot also without the privileged intent.
 */
const ServerMessage = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string(),
  content: z.string(),
  type: z.int(),
  author: z.object({ id: z.string(), bot: z.boolean().optional(), global_name: z.string().nullish() }),
  webhook_id: z.string().optional(),
  mentions: z.array(z.object({ id: z.string() })),
  /** Only messages in threads have it. */
  position: z.int().optional(),
})

type ServerMessage = z.infer<typeof ServerMessage>

/** Messages that people type: an ordinary one and a reply (resources/message, message types). */
const TYPED: ReadonlySet<number> = new Set([0, 19])

/** channel/start-thread-from-message: a name has 100 characters; a thread is archived after a day without messages. */
const MAX_THREAD_NAME = 100
const ARCHIVE_MINUTES = 1440

/** Where an answer is posted: the thread, or below the message where none can be made. */
interface AnswerPlace {
  readonly channel: string
  readonly replyTo?: string
}

/** Creates the handler of messages in servers, which takes those that mention the bot. It never rejects. */
export function createMentionHandler(deps: HandlerDeps): (data: unknown) => Promise<void> {
  const { bot, rest, commandMentions, deliverer, directMessages, pictureEdits, userProfiles, openCards, report } = deps

  /** The thread that the message is in or begins. Where the bot may not make one, the answer is a reply. */
  const placeFor = async ({ id, channel_id: channel, position }: ServerMessage, name: string): Promise<AnswerPlace> => {
    if (position !== undefined) return { channel, replyTo: id }
    try {
      const body = { name: truncate(name, MAX_THREAD_NAME), auto_archive_duration: ARCHIVE_MINUTES }
      await rest.post(Routes.threads(channel, id), { body })
      return { channel: id }
    } catch (error) {
      // A repeated delivery, or a repeated call whose response was lost.
      if (isRefusal(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return { channel: id }
      if (!(error instanceof DiscordAPIError)) throw error
      return { channel, replyTo: id }
    }
  }

  const post = (
    { channel, replyTo }: AnswerPlace,
    components: Parameters<typeof postMessage>[2]['components'],
    nonce: string,
  ): Promise<string> => postMessage(rest, channel, { components, nonce, ...(replyTo !== undefined && { replyTo }) })

  const respond = async (message: ServerMessage, person: Person, locale: Locale): Promise<DeliveryResult> => {
    const { id, guild_id: server, author } = message
    const t = translator(locale)
    const words = withoutMention(message.content, deps.botId() ?? '')
    const text = decodeText(words).trim()
    const event = { id, person, locale, ...(author.global_name && { displayName: author.global_name }) }
    const response = await deliverer.inOrder(author.id, () =>
      text === ''
        ? bot.handleWelcome({ ...event, type: 'welcome', occasion: 'mentioned' })
        : bot.handle({ ...event, type: 'text', text, mentions: mentionsIn(words), isPublic: true }),
    )
    if (response === undefined || response.type === 'choices') return 'ignored'
    const answer = response.type === 'form' ? formButton(response.form, locale) : response.message
    const isPrivate = response.type === 'form' || response.direct === true || (answer.files ?? []).length > 0
    if (isPrivate) {
      const components = renderMessage(answer, { t, server, nativeForm: commandMentions.formsIn(undefined, t) })
      let channel = ''
      try {
        const sent = await directMessages.send(author.id, components, { files: answer.files ?? [], nonce: id })
        channel = sent.channel
        if (response.type === 'reply') openCards.record(person, response.card, { ...sent, locale })
      } catch (error) {
        if (!(error instanceof DirectMessagesClosedError)) throw error
        const notice = renderMessage(noticeOf('warning', 'inDiscord.mention.closed', t), { t })
        await post({ channel: message.channel_id, replyTo: id }, notice, `${id}m`)
        return 'failed'
      }
      await post({ channel: message.channel_id, replyTo: id }, directMessageNotice(channel, t), `${id}m`)
      return response.type === 'reply' ? deliveryResultOf(response) : 'answered'
    }
    const request = { command: bot.commands[0]?.name ?? '', text }
    const page = renderPage(answer, {
      t,
      nativeForm: commandMentions.formsIn(server, t),
      ...pageIds(request, undefined),
    })
    const name = text === '' ? t('conversation.greeting.title') : text.replaceAll(/\s+/gu, ' ')
    const place = await placeFor(message, name)
    await pictureEdits.send(page, async () => {
      const below = { channel: message.channel_id, replyTo: id }
      try {
        return channelMessage(place.channel, await post(place, page.components, `${id}m`))
      } catch (error) {
        // Threads have a permission of their own.
        if (!(error instanceof DiscordAPIError) || place.replyTo !== undefined) throw error
        return channelMessage(below.channel, await post(below, page.components, `${id}r`))
      }
    })
    return deliveryResultOf(response)
  }

  /** Tells the person that their mention could not be answered, where they can read it. */
  const sendError = async (message: ServerMessage, error: unknown, locale: Locale): Promise<void> => {
    const components = errorNotice(error, translator(locale))
    const place = { channel: message.channel_id, replyTo: message.id }
    await post(place, components, `${message.id}e`).catch(() =>
      directMessages.send(message.author.id, components, { nonce: `${message.id}e` }),
    )
  }

  const answer = async (message: ServerMessage): Promise<DeliveryResult> => {
    const { author, guild_id: server } = message
    const person = { platform: 'discord', workspace: server, user: author.id }
    const profile = await userProfiles.get(author.id)
    const usual =
      knownLocale(profile) ?? bot.guessLanguage(withoutMention(message.content, deps.botId() ?? '')) ?? profile.locale
    const locale = (await bot.languageOf(person)) ?? usual
    try {
      userProfiles.recordInteraction(author.id, { locale: usual, server })
      return await respond(message, person, locale)
    } catch (error) {
      report('a mention could not be answered', { err: error })
      await sendError(message, error, locale).catch((cause: unknown) =>
        report('a person could not be told that their mention was not answered', { err: cause }),
      )
      return 'failed'
    }
  }

  return async (data) => {
    const own = deps.botId()
    // Most messages of a server mention someone else or no one: they are not parsed.
    if (own === undefined || !mentionsUser(data, own)) return
    const parsed = ServerMessage.safeParse(data)
    if (!parsed.success) return
    const message = parsed.data
    const { id, guild_id: server, author, webhook_id: webhook, type, content } = message
    if (author.bot === true || webhook !== undefined || !TYPED.has(type)) return
    // A reply to the bot mentions it without naming it: people talk among themselves there.
    if (!new RegExp(`<@!?${own}>`, 'u').test(content)) return
    const origin = { platform: 'discord', workspace: server, user: author.id, delivery: id }
    await withOrigin(origin, async () => {
      // Overlapping shards may both deliver an event.
      await deliverer.deliver({ kind: 'mention', id: `discord/${id}` }, () => answer(message))
    })
  }
}

/** Whether a raw message of a server mentions a user. */
function mentionsUser(data: unknown, user: string): boolean {
  const { success, data: message } = Mentions.safeParse(data)
  return success && message.mentions.some(({ id }) => id === user)
}

const Mentions = ServerMessage.pick({ guild_id: true, mentions: true })

function withoutMention(content: string, user: string): string {
  return content.replaceAll(new RegExp(`<@!?${user}>`, 'gu'), ' ')
}

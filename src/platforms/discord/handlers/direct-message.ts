import { type Message as IncomingMessage, MessageType, type OmitPartialGroupDMChannel } from 'discord.js'
import { z } from 'zod'
import { type Locale, translator } from '../../../i18n/index.ts'
import { type Form, type Message, plain, text } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { pageIds } from '../components/custom-id.ts'
import { renderMessage, renderPage } from '../components/render.ts'
import { decodeText, mentionsIn } from '../decode.ts'
import { DirectMessagesClosedError } from '../direct-messages.ts'
import { noticeOf } from '../notices.ts'
import { channelMessage } from '../picture-edits.ts'
import { knownLocale, NO_SERVER } from '../user-profiles.ts'
import type { HandlerDeps } from './deps.ts'

/** An edit (gateway-events, message update). Discord also sends one when it adds a preview: that has no time of an edit. */
const Edit = z.object({
  id: z.string(),
  guild_id: z.string().optional(),
  author: z.object({ id: z.string(), bot: z.boolean().optional() }),
  edited_timestamp: z.string(),
})

/** Claims expire after an hour, so an older edit may have been answered. */
const MAX_EDIT_AGE_MS = 60 * 60 * 1000

interface DirectMessageHandlers {
  readonly onText: (message: OmitPartialGroupDMChannel<IncomingMessage>) => Promise<void>
  /** Takes the raw gateway event of an edit. */
  readonly onEdit: (data: unknown) => Promise<void>
}

/** Creates the handlers of direct messages to the bot and of edits of them. They never reject. */
export function createDirectMessageHandlers(deps: HandlerDeps): DirectMessageHandlers {
  const { bot, commandMentions, now, report, userProfiles, directMessages, deliverer, conversations } = deps
  const { pictureEdits, openCards } = deps

  /** Sends a sentence to a user. The nonce keeps it from being posted twice. */
  const sendNotice = async (
    user: string,
    tone: 'info' | 'warning',
    key: 'inDiscord.onlyText' | 'inDiscord.edited' | 'inDiscord.unsure',
    nonce: string,
  ): Promise<void> => {
    const { server, locale } = await userProfiles.get(user)
    const chosen = await bot.languageOf({ platform: 'discord', workspace: server ?? NO_SERVER, user })
    const t = translator(chosen ?? locale)
    await directMessages.send(user, renderMessage(noticeOf(tone, key, t), { t }), { nonce })
  }

  /** Finds the user's language, the server they last used, and the server whose conversation the text continues. */
  const locate = async (user: string, typed: string) => {
    const profile = await userProfiles.getLatest(user)
    const { server: usual } = profile
    const chosen = await bot.languageOf({ platform: 'discord', workspace: usual ?? NO_SERVER, user })
    const locale = chosen ?? knownLocale(profile) ?? bot.guessLanguage(typed) ?? profile.locale
    const request = { user, locale, usual, isDirect: true, profile }
    return { locale, usual, choice: await conversations.resolveServer(request, { type: 'text', text: typed }) }
  }

  const respond = async ({ author, id }: IncomingMessage, content: string): Promise<DeliveryResult> => {
    const typed = decodeText(content)
    // In one turn, so that a text is about the server whose conversation is open after the texts before it.
    const { locale, person, response } = await deliverer.inOrder(author.id, async () => {
      const { locale, usual, choice } = await locate(author.id, typed)
      const server = choice.type === 'server' ? (choice.server ?? usual) : usual
      const person = { platform: 'discord', workspace: server ?? NO_SERVER, user: author.id }
      if (choice.type === 'ask') return { locale, person, response: choice }
      const { displayName } = author
      const event = {
        type: 'text',
        id,
        person,
        locale,
        displayName,
        text: typed,
        mentions: mentionsIn(content),
      } as const
      return { locale, person, response: await bot.handle(event) }
    })
    if (response.type === 'ask') {
      await directMessages.send(author.id, response.components, { nonce: id })
      return 'answered'
    }
    if (response.type === 'choices') throw new RangeError('choices answer an autocomplete only')
    const message = response.type === 'form' ? formButton(response.form, locale) : response.message
    const request = { command: bot.commands[0]?.name ?? '', text: typed.trim() }
    const isLookUp = response.type === 'reply' && !/^\s*\//u.test(typed)
    const t = translator(locale)
    const server = person.workspace === NO_SERVER ? undefined : person.workspace
    const page = renderPage(message, {
      t,
      nativeForm: commandMentions.formsIn(undefined, t),
      ...(server !== undefined && { server }),
      ...(isLookUp && pageIds(request, server)),
    })
    await pictureEdits.send(page, async () => {
      const sent = await directMessages.send(author.id, page.components, { files: message.files ?? [], nonce: id })
      if (response.type === 'reply') openCards.record(person, response.card, { ...sent, locale })
      return channelMessage(sent.channel, sent.id)
    })
    return response.type === 'reply' ? deliveryResultOf(response) : 'answered'
  }

  const answer = async (message: IncomingMessage, content: string): Promise<DeliveryResult> => {
    try {
      return await respond(message, content)
    } catch (error) {
      if (error instanceof DirectMessagesClosedError) return 'failed'
      report('a direct message could not be answered', { err: error })
      await sendNotice(message.author.id, 'warning', 'inDiscord.unsure', `${message.id}t`)
      return 'failed'
    }
  }

  return {
    async onText(message) {
      if (message.author.bot || message.guildId !== null || !TYPED.has(message.type)) return
      const content = contentOf(message)
      // Overlapping shards may both deliver an event.
      await deliverer.deliver({ kind: 'text', id: `discord/${message.id}` }, async () => {
        if (content.trim() !== '') return answer(message, content)
        await sendNotice(message.author.id, 'info', 'inDiscord.onlyText', message.id)
        return 'answered'
      })
    },
    async onEdit(data) {
      const parsed = Edit.safeParse(data)
      if (!parsed.success || parsed.data.guild_id !== undefined || parsed.data.author.bot === true) return
      const { id, author, edited_timestamp: at } = parsed.data
      // A preview or a pin delivers an old edit again, perhaps after its claim has expired.
      if (now() - Date.parse(at) > MAX_EDIT_AGE_MS) return
      const edit = `${id}/${Date.parse(at)}`
      await deliverer.deliver({ kind: 'text', id: `discord/${edit}` }, async () => {
        await sendNotice(author.id, 'info', 'inDiscord.edited', edit)
        return 'answered'
      })
    },
  }
}

/** Messages that people type. Other types are notices of Discord, such as a pin or a call (resources/message, message types). */
const TYPED: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply])

/** The text of a message and of the one it forwards; empty for files, stickers, voice messages and polls. */
function contentOf({ content, messageSnapshots }: IncomingMessage): string {
  return [content, ...messageSnapshots.map((snapshot) => snapshot.content)].filter((part) => part).join('\n')
}

/** A message with a button that opens the form: a direct message itself cannot open a modal. */
export function formButton({ title, payload }: Form, locale: Locale): Message {
  const summary = translator(locale)('direct.fill', { title })
  return {
    summary,
    blocks: [text(plain(summary)), { type: 'actions', actions: [{ label: title, payload, style: 'primary' }] }],
  }
}

import { MessageFlags } from 'discord.js'
import { type BotEvent, type BotResponse, isPublicRequest, type PageRequest, type Person } from '../../../bot/index.ts'
import type { Locale, Translator } from '../../../i18n/index.ts'
import type { Message } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { pageId, pageIds } from '../components/custom-id.ts'
import { type RenderedPage, renderPage } from '../components/render.ts'
import { DirectMessagesClosedError } from '../direct-messages.ts'
import { sourceMessageOf } from '../interaction-input.ts'
import type { AnswerableInteraction, InteractionReply, ReplyContent } from '../interaction-reply.ts'
import { directMessageNotice, markdownNotice } from '../notices.ts'
import { channelMessage, type SentMessage } from '../picture-edits.ts'
import { messageRef } from '../proposals-channel.ts'
import { NO_SERVER } from '../user-profiles.ts'
import type { HandlerDeps } from './deps.ts'

/** An interaction with its user and server. */
export interface InteractionContext {
  readonly interaction: AnswerableInteraction
  readonly reply: InteractionReply
  readonly person: Person
  readonly locale: Locale
  readonly t: Translator
  /** Whether it comes from the direct messages with the bot. */
  readonly isDirect: boolean
  /** The server whose data the answer shows. */
  readonly server: string | undefined
}

/** A request to the bot, without the fields from the context. */
export type BotRequest =
  | Pick<Extract<BotEvent, { type: 'command' }>, 'type' | 'name' | 'text' | 'mentions'>
  | Pick<Extract<BotEvent, { type: 'action' }>, 'type' | 'payload'>
  | Pick<Extract<BotEvent, { type: 'form' }>, 'type' | 'payload' | 'values'>

type MessageResponse = Extract<BotResponse, { type: 'reply' }>

interface RenderOptions {
  /** The request that the message answers, for its other pages. */
  readonly request?: PageRequest
  readonly page?: number
  /** Adds a button that shows the answer to the channel. */
  readonly isShareable?: boolean
  readonly header?: string
}

/** Asks the bot and answers interactions. */
export interface Responder {
  /** Whether everyone gets the same answer to a request, so that it may be cached and shared. */
  isPublic(request: PageRequest): boolean
  /** Lets the bot handle a request after the earlier events of the same user. */
  handle(context: InteractionContext, request: BotRequest): Promise<BotResponse>
  /** The same at once, for a task that is in order already. */
  handleInTurn(context: InteractionContext, request: BotRequest): Promise<BotResponse>
  render(message: Message, context: InteractionContext, options?: RenderOptions): RenderedPage
  /** Sends an answer and later its pictures, in a direct message if Discord accepts none for the interaction any more. In a server it is ephemeral unless `isVisible`. */
  send(
    context: InteractionContext,
    content: Omit<ReplyContent, 'ephemeral' | 'inPlace'> &
      Partial<Pick<RenderedPage, 'pictures'>> & { readonly inPlace?: boolean; readonly isVisible?: boolean },
  ): Promise<void>
  /** Sends a reply to where it belongs: in place, below, or in the direct messages. */
  sendReply(
    context: InteractionContext,
    response: MessageResponse,
    options: { readonly request: PageRequest; readonly page?: number },
  ): Promise<DeliveryResult>
}

export function createResponder({
  bot,
  commandMentions,
  deliverer,
  directMessages,
  pictureEdits,
  openCards,
  outcomeLines,
  userProfiles,
}: HandlerDeps): Responder {
  const isPublic = (request: PageRequest): boolean => isPublicRequest(bot.commands, request)

  const render: Responder['render'] = (message, context, options = {}) => {
    const { t, isDirect } = context
    const { request, page = 0, isShareable = false, header } = options
    const server = serverInIds(context)
    const shareId = isShareable && !isDirect && request ? pageId('share', request, page) : undefined
    return renderPage(message, {
      t,
      page,
      nativeForm: commandMentions.formsIn(isDirect ? undefined : (context.interaction.guildId ?? undefined), t),
      ...(server !== undefined && { server }),
      ...(request && pageIds(request, server)),
      ...(shareId !== undefined && { buttons: [{ label: t('share.button'), id: shareId }] }),
      ...(header !== undefined && { header }),
    })
  }

  const send: Responder['send'] = async (context, { inPlace = false, isVisible = false, pictures, ...content }) => {
    const { reply, isDirect, t, person, interaction } = context
    const replaces = inPlace ? sourceMessageOf(interaction)?.id : undefined
    const sent = await pictureEdits.send({ components: content.components, pictures, replaces }, async () => {
      const result = await reply.send({ ...content, inPlace, ephemeral: !isDirect && !isVisible })
      return result === 'expired' ? undefined : result
    })
    if (sent) return
    await directMessages.send(
      person.user,
      [...markdownNotice(`⚠️ ${t('inDiscord.late')}`), ...content.components],
      content.files ? { files: content.files } : {},
    )
  }

  /** Sends a message to the direct messages. Resolves with their channel; undefined if the user does not accept any. */
  const sendDirect = async (context: InteractionContext, { message, card }: MessageResponse, request: PageRequest) => {
    const { user, workspace } = context.person
    if (directMessages.isClosed(user) && sourceMessageOf(context.interaction)) return undefined
    try {
      const server = workspace === NO_SERVER ? undefined : workspace
      userProfiles.clearFocusUnless(user, server)
      const page = render(message, { ...context, isDirect: true, server }, { request })
      let channel: string | undefined
      await pictureEdits.send(page, async (): Promise<SentMessage> => {
        const options = { files: message.files ?? [], nonce: context.interaction.id }
        const sent = await directMessages.send(user, page.components, options)
        channel = sent.channel
        openCards.record(context.person, card, { ...sent, locale: context.locale })
        return channelMessage(sent.channel, sent.id)
      })
      return channel
    } catch (error) {
      if (error instanceof DirectMessagesClosedError) return undefined
      throw error
    }
  }

  const sendReply: Responder['sendReply'] = async (context, response, options) => {
    const { message, failed } = response
    const { isDirect, t } = context
    const files = message.files ?? []
    const isEphemeral = sourceMessageOf(context.interaction)?.flags.has(MessageFlags.Ephemeral) === true
    const isPrivate = response.direct === true || files.length > 0
    if (isPrivate && !isDirect && failed === undefined) {
      const channel = await sendDirect(context, response, options.request)
      if (channel !== undefined) {
        await send(context, { components: directMessageNotice(channel, t), inPlace: isEphemeral })
      } else {
        const header = response.inPlace === true && isEphemeral ? {} : { header: `🔒 ${t('inDiscord.closed')}` }
        await send(context, { ...render(message, context, { ...options, ...header }), files, inPlace: isEphemeral })
      }
      return deliveryResultOf(response)
    }
    const isShareable = isPublic(options.request) && failed === undefined
    const page = render(message, context, { ...options, isShareable })
    // An ephemeral message is replaced by its next page; what others read stays.
    const isNextPage = (options.page ?? 0) > 0 || (isEphemeral && isShareable)
    // The first card of an assessment replaces what it was started from, if that stays between the two.
    const isReplaced = response.inPlace === true || isNextPage || (isDirect && response.card?.isOpen === true)
    const inPlace = isReplaced && (isEphemeral || isDirect)
    await send(context, { ...page, files, inPlace })
    if (isDirect) {
      const source = inPlace ? sourceMessageOf(context.interaction) : undefined
      const place = source && { channel: source.channelId, id: source.id, locale: context.locale }
      openCards.record(context.person, response.card, place)
      if (place) {
        const ref = messageRef(context.server ?? NO_SERVER, place.channel, place.id)
        outcomeLines.record(context.person, response.line, { ref, locale: context.locale })
      }
    }
    return deliveryResultOf(response)
  }

  const handleInTurn: Responder['handleInTurn'] = ({ interaction, person, locale }, request) =>
    bot.handle({ ...request, id: interaction.id, person, locale, displayName: interaction.user.displayName })

  return {
    isPublic,
    render,
    send,
    sendReply,
    handle: (context, request) => deliverer.inOrder(context.person.user, () => handleInTurn(context, request)),
    handleInTurn,
  }
}

/** The server that custom ids name: in a server, only one that differs from it. */
export function serverInIds({ isDirect, server, interaction }: InteractionContext): string | undefined {
  return isDirect || server !== (interaction.guildId ?? undefined) ? server : undefined
}

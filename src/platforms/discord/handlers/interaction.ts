import {
  type BaseInteraction,
  InteractionContextType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js'
import { eventFor, type PageRequest } from '../../../bot/index.ts'
import { localeFrom, translator } from '../../../i18n/index.ts'
import { type DeliveryResult, deliveryResultOf } from '../../../runtime/metrics.ts'
import { createAnswerCache } from '../../delivery/answer-cache.ts'
import { type CustomId, parseCustomId, splitServer } from '../components/custom-id.ts'
import type { RenderedPage } from '../components/render.ts'
import { DirectMessagesClosedError } from '../direct-messages.ts'
import { deliveryKindOf, readCommand } from '../interaction-input.ts'
import { type AnswerableInteraction, createInteractionReply, encodeReply } from '../interaction-reply.ts'
import { errorNotice, noticeOf } from '../notices.ts'
import { NO_SERVER } from '../user-profiles.ts'
import { answerAutocomplete } from './autocomplete.ts'
import type { HandlerDeps } from './deps.ts'
import { openForm, sendResponse, submitForm } from './form.ts'
import { nominationFrom } from './reaction.ts'
import { createResponder, type InteractionContext } from './responder.ts'

type TypedCommand = ReturnType<typeof readCommand>

/** The answer to a look-up, rendered and encoded. */
interface CachedLookUp extends RenderedPage {
  readonly encoded: Buffer
}

/** Creates the handler of all interactions. It never rejects: an error is shown to the user, or else reported. */
export function createInteractionHandler(deps: HandlerDeps): (interaction: BaseInteraction) => Promise<void> {
  const { bot, commandMentions, report, userProfiles } = deps
  const responder = createResponder(deps)
  const lookUps = createAnswerCache<CachedLookUp>()

  /** Answers a command that is about no conversation or community, from the cache if that has the answer. */
  const onCommand = async (
    context: InteractionContext,
    { name, text, mentions }: TypedCommand,
  ): Promise<DeliveryResult> => {
    const { locale, isDirect, server } = context
    const request = { command: name, text }
    const version = responder.isPublic(request) ? await deps.catalogVersion(context.person) : undefined
    const key = {
      ...request,
      version,
      locale,
      variant: `${isDirect ? (server ?? 'd') : 's'}${commandMentions.hasIds() ? '' : '?'}`,
    }
    const cached = lookUps.get(key)
    if (cached) {
      bot.recordActivity(context.person)
      await responder.send(context, { ...cached })
      return 'answered'
    }
    const response = await responder.handle(context, { type: 'command', name, text, mentions })
    const isLookUp = response.type === 'reply' && response.failed === undefined && response.direct !== true
    if (!isLookUp || !responder.isPublic(request)) return sendResponse(responder, context, response, request)
    const page = responder.render(response.message, context, { request, isShareable: true })
    lookUps.set(key, { ...page, encoded: encodeReply(page.components, !isDirect) })
    await responder.send(context, page)
    return 'answered'
  }

  /**
   * Answers a command of a conversation or a community. Finds its server in the same turn, so that it is the one whose conversation is
   * open after the user's earlier events.
   */
  const onConversationCommand = async (
    contextFor: (server: string | undefined) => InteractionContext,
    usual: string | undefined,
    command: TypedCommand,
  ): Promise<DeliveryResult> => {
    const { person, locale, isDirect } = contextFor(usual)
    const { user } = person
    const { context, response } = await deps.deliverer.inOrder(user, async () => {
      const choice = await deps.conversations.resolveServer({ user, locale, usual, isDirect }, command)
      const context = contextFor(choice.type === 'server' ? choice.server : usual)
      return { context, response: choice.type === 'ask' ? choice : await responder.handleInTurn(context, command) }
    })
    if (response.type !== 'ask')
      return sendResponse(responder, context, response, { command: command.name, text: command.text })
    await responder.send(context, { components: response.components })
    return 'answered'
  }

  const act = async (context: InteractionContext, payload: string, request: PageRequest = { payload }) =>
    sendResponse(responder, context, await responder.handle(context, { type: 'action', payload }), request)

  /** Answers a custom id that Rung does not use: the bot says that it cannot read it. */
  const rejectId = (context: InteractionContext, id = ''): Promise<DeliveryResult> => act(context, id, { payload: '' })

  const onComponent = async (
    context: InteractionContext & { readonly interaction: MessageComponentInteraction },
    id: CustomId,
  ): Promise<DeliveryResult> => {
    const { interaction, person } = context
    switch (id.kind) {
      case 'menu': {
        const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
        if (value === undefined) return rejectId(context, interaction.customId)
        const { server, rest } = splitServer(value)
        if (server === undefined) return act(context, rest)
        return act({ ...context, server, person: { ...person, workspace: server } }, rest)
      }
      case 'press':
        return act(context, id.payload)
      case 'page': {
        const { request, page } = id
        const response = await responder.handle(context, eventFor(request))
        if (response.type !== 'reply') return sendResponse(responder, context, response, request)
        return responder.sendReply(context, { ...response, inPlace: true }, { request, page })
      }
      case 'share':
        return share(context, id)
      case 'part': {
        const response = await responder.handle(context, { type: 'action', payload: id.payload })
        return response.type === 'form'
          ? openForm(responder, context, response.form, id.part)
          : sendResponse(responder, context, response, { payload: id.payload })
      }
      case 'form':
        return rejectId(context, interaction.customId)
    }
  }

  /** Shows an answer to the channel. Clients can forge the id, so an answer that is not public is refused. */
  const share = async (
    context: InteractionContext,
    { request, page }: Extract<CustomId, { kind: 'page' | 'share' }>,
  ): Promise<DeliveryResult> => {
    const { t, person } = context
    if (!responder.isPublic(request)) {
      await responder.send(context, responder.render(noticeOf('error', 'error.share', t), context))
      return 'failed'
    }
    const response = await responder.handle(context, eventFor(request))
    if (response.type !== 'reply' || response.failed !== undefined) {
      return sendResponse(responder, context, response, request)
    }
    const header = t('share.by', { user: `<@${person.user}>` })
    const shared = responder.render(response.message, context, { request, page, header })
    await responder.send(context, { ...shared, isVisible: true })
    return 'answered'
  }

  /** Handles the command in a message's menu, which does the same as the nominating emoji. */
  const onMessageMenu = async (
    context: InteractionContext & { readonly interaction: MessageContextMenuCommandInteraction },
  ): Promise<DeliveryResult> => {
    const { person, locale, t } = context
    const nomination = nominationFrom(context.interaction)
    const response = await deps.deliverer.inOrder(person.user, () =>
      bot.handleReaction({ ...nomination, person, locale }),
    )
    const message = response?.type === 'reply' ? response.message : noticeOf('warning', 'error.proposals.elsewhere', t)
    await responder.send(context, responder.render(message, context))
    return response?.type === 'reply' ? deliveryResultOf(response) : 'user_error'
  }

  /** Sends an error notice, in a direct message if the interaction accepts no answer. */
  const sendError = async (context: InteractionContext, error: unknown): Promise<void> => {
    const components = errorNotice(error, context.t)
    try {
      await responder.send(context, { components })
    } catch (sendingError) {
      if (sendingError instanceof DirectMessagesClosedError) throw sendingError
      await deps.directMessages.send(context.person.user, components, { nonce: `${context.interaction.id}t` })
    }
  }

  const answer = async (interaction: AnswerableInteraction): Promise<DeliveryResult> => {
    const isDirect = interaction.context === InteractionContextType.BotDM
    const id = interaction.isCommand() ? undefined : splitServer(interaction.customId)
    const customId = id && parseCustomId(id.rest)
    const { user } = interaction
    const reply = createInteractionReply(interaction, !isDirect, deps.restWithoutRetries)
    const ownServer = interaction.guildId ?? undefined
    const lastServer = isDirect ? (await userProfiles.get(user.id)).server : ownServer
    const person = { platform: 'discord', workspace: id?.server ?? lastServer ?? NO_SERVER, user: user.id }
    const locale = (await bot.languageOf(person)) ?? localeFrom(interaction.locale)
    const contextFor = (server: string | undefined) => ({
      interaction,
      reply,
      person: { platform: 'discord', workspace: server ?? NO_SERVER, user: user.id },
      locale,
      t: translator(locale),
      isDirect,
      server,
    })
    try {
      userProfiles.recordInteraction(user.id, { locale, server: ownServer })
      const usual = id?.server ?? lastServer
      if (isDirect && id?.server !== undefined) userProfiles.focusOn(user.id, id.server)
      if (interaction.isChatInputCommand()) {
        const command = readCommand(interaction, bot.commands, translator(locale))
        return await (bot.scopeOf(command) === 'other'
          ? onCommand(contextFor(usual), command)
          : onConversationCommand(contextFor, usual, command))
      }
      const context = contextFor(usual)
      if (interaction.isMessageContextMenuCommand()) return await onMessageMenu({ ...context, interaction })
      if (interaction.isModalSubmit()) {
        return await (customId?.kind === 'form'
          ? submitForm(responder, { ...context, interaction }, customId)
          : rejectId(context, id?.rest))
      }
      return await (customId ? onComponent({ ...context, interaction }, customId) : rejectId(context, id?.rest))
    } catch (error) {
      report('an interaction could not be answered', { err: error })
      await sendError(contextFor(id?.server ?? ownServer), error)
      return 'failed'
    } finally {
      reply.cancelDeferral()
    }
  }

  const handle = async (interaction: BaseInteraction): Promise<DeliveryResult> => {
    if (interaction.isAutocomplete()) return answerAutocomplete(interaction, deps)
    const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()
    if (!isCommand && !interaction.isMessageComponent() && !interaction.isModalSubmit()) return 'ignored'
    return answer(interaction)
  }

  return async (interaction) => {
    await deps.deliverer.deliver({ kind: deliveryKindOf(interaction) }, () => handle(interaction))
  }
}

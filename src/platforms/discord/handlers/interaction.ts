import {
  type APIMessageTopLevelComponent,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type REST,
} from 'discord.js'
import { LRUCache } from 'lru-cache'
import type { Bot, BotEvent, BotResponse, Person } from '../../../bot/index.ts'
import { type Locale, localeFrom, type Translator, translator } from '../../../i18n/index.ts'
import { type Form, type Message, note, plain, text } from '../../../message/index.ts'
import { type DeliveryResult, deliveryResultOf, type Metrics } from '../../../runtime/metrics.ts'
import type { KeyedQueue } from '../../delivery/keyed-queue.ts'
import {
  type CustomId,
  formPartId,
  type PageRequest,
  pageId,
  parseCustomId,
  splitServer,
} from '../components/custom-id.ts'
import { LIMITS } from '../components/limits.ts'
import { countParts, labelsInPart, renderModal } from '../components/modal.ts'
import { renderMessage } from '../components/render.ts'
import type { Conversations } from '../conversations.ts'
import { type DirectMessages, DirectMessagesClosedError } from '../direct-messages.ts'
import { deliveryKindOf, readCommand, readFormValues, readOptions, sourceMessageOf } from '../interaction-input.ts'
import {
  type AnswerableInteraction,
  createInteractionReply,
  encodeReply,
  type InteractionReply,
  type ReplyContent,
} from '../interaction-reply.ts'
import { directMessageNotice, errorNotice, markdownNotice } from '../notices.ts'
import { NO_SERVER, type UserProfiles } from '../user-profiles.ts'
import { answerAutocomplete } from './autocomplete.ts'
import { nominationFrom } from './reaction.ts'

export interface InteractionHandlerDeps {
  readonly bot: Bot
  readonly catalogVersion: () => string
  readonly sending: DirectMessages
  readonly origins: UserProfiles
  readonly conversations: Conversations
  /** Makes each call a single time. */
  readonly once: REST
  readonly turns: KeyedQueue
  readonly metrics: Metrics
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
}

type Ended = DeliveryResult
type Reply = Extract<BotResponse, { type: 'reply' }>

/** One interaction, and what is known of who it is from. */
interface InteractionContext {
  readonly interaction: AnswerableInteraction
  readonly answering: InteractionReply
  readonly person: Person
  readonly locale: Locale
  readonly t: Translator
  /** In the direct conversation with the bot. */
  readonly direct: boolean
  /** The server that what is said belongs to, where it is said in a direct message. */
  readonly server: string | undefined
}

/** A look-up that is given again. */
interface CachedLookUp {
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly raw: Buffer
}

const MOST_KEPT = 500
const MAX_KEPT_WORDS = 120

/** Makes the handler of every interaction. It never rejects: what goes wrong is told to the person, or else reported. */
export function createInteractionHandler(
  parts: InteractionHandlerDeps,
): (interaction: BaseInteraction) => Promise<void> {
  const { bot, metrics, now, report, origins } = parts
  const publicCommands = new Set(bot.commands.filter((command) => command.isPublic).map(({ name }) => name))
  const publicCodes = new Set(bot.commands.filter((command) => command.isPublic).map(({ code }) => code))
  const lookUps = new LRUCache<string, CachedLookUp>({ max: MOST_KEPT })

  const isPublic = (again: PageRequest | undefined): boolean =>
    again !== undefined &&
    ('payload' in again ? publicCodes.has(again.payload.charAt(1)) : publicCommands.has(again.command))

  const draw = (
    message: Message,
    of: InteractionContext,
    options: {
      readonly again?: PageRequest
      readonly page?: number
      readonly share?: boolean
      readonly above?: string
    } = {},
  ): readonly APIMessageTopLevelComponent[] => {
    const { t, direct } = of
    const { again, page = 0, share = false, above } = options
    const server = prefixOf(of)
    const turns = again !== undefined && pageId('page', again, 9999, server) !== undefined
    const shared = share && !direct && again ? pageId('share', again, page) : undefined
    return renderMessage(message, {
      t,
      page,
      ...(server !== undefined && { server }),
      ...(turns && { pageId: (to: number) => pageId('page', again, to, server) ?? '' }),
      ...(shared !== undefined && { buttons: [{ label: t('share.button'), id: shared }] }),
      ...(above !== undefined && { header: above }),
    })
  }

  const ask = (of: InteractionContext, incoming: Asked): Promise<BotResponse> =>
    parts.turns.run(of.person.user, () =>
      bot.handle({
        ...incoming,
        id: of.interaction.id,
        person: of.person,
        locale: of.locale,
        displayName: of.interaction.user.displayName,
      }),
    )

  const give = async (
    of: InteractionContext,
    given: Omit<ReplyContent, 'ephemeral'> & { readonly shown?: boolean },
  ): Promise<void> => {
    const { shown = false, ...rest } = given
    const ended = await of.answering.send({ ...rest, ephemeral: !of.direct && !shown })
    if (ended === 'done') return
    // Discord has stopped waiting: the answer finds the person in their direct messages.
    const above = `⚠️ ${of.t('inDiscord.late')}`
    await parts.sending.send(
      of.person.user,
      [...markdownNotice(above), ...rest.components],
      rest.files ? { files: rest.files } : {},
    )
  }

  /** Gives a reply the place that suits where it was asked for. */
  const place = async (
    of: InteractionContext,
    outcome: Reply,
    options: { readonly again?: PageRequest; readonly page?: number },
  ): Promise<Ended> => {
    const { message, failed } = outcome
    const files = message.files ?? []
    const ended = deliveryResultOf(outcome)
    const belongsThere = outcome.direct === true || files.length > 0
    const pressed = sourceMessageOf(of.interaction)
    const mine = pressed?.flags.has(MessageFlags.Ephemeral) === true
    if (belongsThere && !of.direct && failed === undefined) {
      const channel = await toDirect(of, message, options.again)
      if (channel !== undefined) {
        await give(of, { components: directMessageNotice(channel, of.t), inPlace: mine })
        return ended
      }
      const above = outcome.inPlace === true && mine ? undefined : `🔒 ${of.t('inDiscord.closed')}`
      const components = draw(message, of, { ...options, ...(above !== undefined && { above }) })
      await give(of, { components, files, inPlace: mine })
      return ended
    }
    const share = isPublic(options.again) && failed === undefined
    const components = draw(message, of, { ...options, share })
    // What only the person sees is turned over rather than piled up; what others read stays.
    const turned = (options.page ?? 0) > 0 || (mine && failed === undefined && share)
    const inPlace = (outcome.inPlace === true || turned) && (mine || of.direct)
    await give(of, { components, files, inPlace })
    return ended
  }

  /** Sends it to the direct conversation: its channel, or undefined where the person takes no messages there. */
  const toDirect = async (
    of: InteractionContext,
    message: Message,
    again: PageRequest | undefined,
  ): Promise<string | undefined> => {
    const { user } = of.person
    if (parts.sending.isClosed(user) && sourceMessageOf(of.interaction)) return undefined
    try {
      const there: InteractionContext = { ...of, direct: true, server: serverOf(of.person) }
      const files = message.files ?? []
      origins.clearFocusUnless(user, there.server)
      return await parts.sending.send(user, draw(message, there, again ? { again } : {}), {
        files,
        nonce: of.interaction.id,
      })
    } catch (error) {
      if (error instanceof DirectMessagesClosedError) return undefined
      throw error
    }
  }

  const onCommand = async (
    of: InteractionContext & { readonly interaction: ChatInputCommandInteraction },
  ): Promise<Ended> => {
    const { interaction, locale, direct } = of
    const options = readOptions(interaction)
    const words = readCommand(interaction).text
    const again: PageRequest = { command: interaction.commandName, text: words }
    const key = `${parts.catalogVersion()} ${locale} ${direct ? (of.server ?? 'd') : 's'} ${interaction.commandName} ${words}`
    const kept = lookUps.get(key)
    if (kept) {
      bot.recordActivity(of.person)
      await give(of, { ...kept, inPlace: false })
      return 'answered'
    }
    const outcome = await ask(of, { type: 'command', name: interaction.commandName, text: '', options })
    if (outcome.type === 'reply' && isPublic(again) && outcome.failed === undefined && outcome.direct !== true) {
      const components = draw(outcome.message, of, { again, share: true })
      if (words.length <= MAX_KEPT_WORDS) lookUps.set(key, { components, raw: encodeReply(components, !direct) })
      await give(of, { components, inPlace: false })
      return 'answered'
    }
    return settle(of, outcome, again)
  }

  const settle = async (of: InteractionContext, outcome: BotResponse, again: PageRequest): Promise<Ended> => {
    switch (outcome.type) {
      case 'choices':
        throw new RangeError('choices are for completion alone')
      case 'form':
        return openForm(of, outcome.form, undefined)
      case 'reply':
        return place(of, outcome, { again })
    }
  }

  /** Opens a form's dialog, or offers its parts where one does not hold it. */
  const openForm = async (of: InteractionContext, form: Form, part: number | undefined): Promise<Ended> => {
    const { interaction } = of
    const server = prefixOf(of)
    if ((part !== undefined || countParts(form) === 1) && of.answering.canOpenModal() && !interaction.isModalSubmit()) {
      await of.answering.openModal(renderModal(form, part ?? 0, server))
      return 'answered'
    }
    await give(of, { components: offerParts(form, of, 0), inPlace: false })
    return 'answered'
  }

  const offerParts = (
    form: Form,
    of: InteractionContext,
    from: number,
    above?: string,
  ): readonly APIMessageTopLevelComponent[] => {
    const count = form.fields.length
    const summary = of.t('inDiscord.parts', { title: form.title, count })
    const message: Message = {
      summary,
      blocks: above === undefined ? [text(plain(summary))] : [note('success', plain(above))],
    }
    const buttons = Array.from({ length: countParts(form) }, (_, part) => part)
      .slice(from)
      .flatMap((part) => {
        const id = formPartId('part', form.payload, part, prefixOf(of)) ?? formPartId('part', form.payload, part)
        const labels = labelsInPart(form, part)
        const label = labels.length > 1 ? `${labels[0]} … ${labels.at(-1)}` : (labels[0] ?? '…')
        return id === undefined ? [] : [{ label: `${part + 1}. ${label}`, id }]
      })
    return renderMessage(message, { t: of.t, buttons: buttons.slice(0, LIMITS.buttonsInARow) })
  }

  const onPress = async (
    of: InteractionContext & { readonly interaction: MessageComponentInteraction },
    id: CustomId,
  ): Promise<Ended> => {
    const { interaction } = of
    switch (id.kind) {
      case 'menu': {
        const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
        if (chosen === undefined) return unreadable(of, interaction.customId)
        const { server, rest } = splitServer(chosen)
        const belonging = server === undefined ? of : { ...of, ...belongingTo(of, server) }
        return settle(belonging, await ask(belonging, { type: 'action', payload: rest }), { payload: rest })
      }
      case 'press':
        return settle(of, await ask(of, { type: 'action', payload: id.payload }), { payload: id.payload })
      case 'page':
      case 'share': {
        const { again, page } = id
        // The id comes back from outside: what only one person may see is not shared, whatever it says.
        if (id.kind === 'share' && !isPublic(again)) {
          const refusal = { summary: of.t('error.share'), blocks: [note('error', of.t.rich('error.share'))] }
          await give(of, { components: draw(refusal, of), inPlace: false })
          return 'failed'
        }
        const outcome = await ask(of, askedAgain(again))
        if (outcome.type !== 'reply') return settle(of, outcome, again)
        if (id.kind === 'page') return place(of, { ...outcome, inPlace: true }, { again, page })
        if (outcome.failed !== undefined) return place(of, outcome, { again })
        const above = of.t('share.by', { user: `<@${of.person.user}>` })
        await give(of, { components: draw(outcome.message, of, { again, page, above }), inPlace: false, shown: true })
        return 'answered'
      }
      case 'part': {
        const outcome = await ask(of, { type: 'action', payload: id.payload })
        return outcome.type === 'form'
          ? openForm(of, outcome.form, id.part)
          : settle(of, outcome, { payload: id.payload })
      }
      case 'form':
        return unreadable(of, interaction.customId)
    }
  }

  /** Answers a component or a dialog with an id that Rung never gives to one. */
  const unreadable = async (of: InteractionContext, id = ''): Promise<Ended> =>
    settle(of, await ask(of, { type: 'action', payload: id }), { payload: '' })

  /** Tells a person in their direct messages if the interaction takes no answer. */
  const tellTrouble = async (
    of: InteractionContext,
    components: readonly APIMessageTopLevelComponent[],
  ): Promise<void> => {
    try {
      await give(of, { components, inPlace: false })
    } catch (error) {
      if (error instanceof DirectMessagesClosedError) throw error
      await parts.sending.send(of.person.user, components, { nonce: `${of.interaction.id}t` })
    }
  }

  /** The command in a message's menu: the same as the nominating emoji, with the message at hand. */
  const onMenu = async (
    of: InteractionContext & { readonly interaction: MessageContextMenuCommandInteraction },
  ): Promise<Ended> => {
    const { person, locale } = of
    const nomination = nominationFrom(of.interaction)
    const outcome = await parts.turns.run(person.user, () => bot.handleReaction({ ...nomination, person, locale }))
    const said = of.t.rich('error.proposals.elsewhere')
    const told =
      outcome?.type === 'reply'
        ? outcome.message
        : { summary: of.t('error.proposals.elsewhere'), blocks: [note('warning', said)] }
    await give(of, { components: draw(told, of), inPlace: false })
    return outcome?.type === 'reply' ? deliveryResultOf(outcome) : 'user_error'
  }

  const onSubmit = async (
    of: InteractionContext & { readonly interaction: ModalSubmitInteraction },
    { payload, part }: Extract<CustomId, { kind: 'part' | 'form' }>,
  ): Promise<Ended> => {
    const values = readFormValues(of.interaction)
    const outcome = await ask(of, { type: 'form', payload, values })
    if (outcome.type !== 'reply') return settle(of, outcome, { payload })
    if (outcome.failed !== undefined) {
      // Discord shows no errors in a dialog, and it is closed: what was written must not be lost with it.
      const written = Object.values(values).filter((value) => value.length > 2)
      const message: Message = {
        ...outcome.message,
        blocks: [
          ...outcome.message.blocks,
          ...(written.length > 0
            ? [text(plain(of.t('inDiscord.typed'))), ...written.map((value) => text([{ type: 'code', text: value }]))]
            : []),
        ],
      }
      await give(of, { components: draw(message, of), inPlace: false })
      return deliveryResultOf(outcome)
    }
    const form = await ask(of, { type: 'action', payload })
    if (form.type === 'form' && part + 1 < countParts(form.form)) {
      await give(of, { components: offerParts(form.form, of, part + 1, of.t('inDiscord.kept')), inPlace: true })
      return 'answered'
    }
    return place(of, outcome, { again: { payload } })
  }

  const handle = async (interaction: BaseInteraction): Promise<Ended> => {
    if (interaction.isAutocomplete()) return answerAutocomplete(interaction, bot)
    const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()
    if (!isCommand && !interaction.isMessageComponent() && !interaction.isModalSubmit()) return 'ignored'
    const direct = interaction.context === InteractionContextType.BotDM
    const locale = localeFrom(interaction.locale)
    const told = interaction.isCommand() ? undefined : splitServer(interaction.customId)
    const id = told && parseCustomId(told.rest)
    const { user } = interaction
    const open = createInteractionReply(interaction, !direct, parts.once)
    const here = interaction.guildId ?? undefined
    const caseIn = (server: string | undefined) => ({
      interaction,
      answering: open,
      person: { platform: 'discord', workspace: server ?? NO_SERVER, user: user.id },
      locale,
      t: translator(locale),
      direct,
      server,
    })
    try {
      origins.recordInteraction(user.id, { locale, server: here })
      const usual = told?.server ?? (direct ? (await origins.get(user.id)).server : here)
      if (direct && told?.server !== undefined) origins.focusOn(user.id, told.server)
      const place = interaction.isChatInputCommand()
        ? await parts.conversations.resolveServer({ user: user.id, locale, usual, direct }, readCommand(interaction))
        : undefined
      const of = caseIn(place?.type === 'server' ? place.server : usual)
      if (place?.type === 'ask') {
        await give(of, { components: place.components, inPlace: false })
        return 'answered'
      }
      if (interaction.isMessageContextMenuCommand()) return await onMenu({ ...of, interaction })
      if (interaction.isChatInputCommand()) return await onCommand({ ...of, interaction })
      if (interaction.isModalSubmit()) {
        return await (id?.kind === 'form' ? onSubmit({ ...of, interaction }, id) : unreadable(of, told?.rest))
      }
      return await (id ? onPress({ ...of, interaction }, id) : unreadable(of, told?.rest))
    } catch (error) {
      report('an interaction could not be answered', { err: error })
      const of = caseIn(told?.server ?? here)
      await tellTrouble(of, errorNotice(error, of.t))
      return 'failed'
    } finally {
      open.cancelDeferral()
    }
  }

  return async (interaction) => {
    const from = now()
    const kind = deliveryKindOf(interaction)
    let result: Ended = 'failed'
    try {
      result = await handle(interaction)
    } catch (error) {
      report('a person could not be answered', { kind, err: error })
    }
    metrics.recordDelivery({ platform: 'discord', kind, result, seconds: (now() - from) / 1000 })
  }
}

type Asked =
  | Pick<Extract<BotEvent, { type: 'command' }>, 'type' | 'name' | 'text' | 'options'>
  | Pick<Extract<BotEvent, { type: 'action' }>, 'type' | 'payload'>
  | Pick<Extract<BotEvent, { type: 'form' }>, 'type' | 'payload' | 'values'>

function askedAgain(again: PageRequest): Asked {
  return 'payload' in again
    ? { type: 'action', payload: again.payload }
    : { type: 'command', name: again.command, text: again.text }
}

function belongingTo({ person }: InteractionContext, server: string): Pick<InteractionContext, 'person' | 'server'> {
  return { server, person: { ...person, workspace: server } }
}

/** The server that the ids of an answer name: what stands in a server is about that one unless they name another. */
function prefixOf({ direct, server, interaction }: InteractionContext): string | undefined {
  return direct || server !== (interaction.guildId ?? undefined) ? server : undefined
}

function serverOf({ workspace }: Person): string | undefined {
  return workspace === NO_SERVER ? undefined : workspace
}

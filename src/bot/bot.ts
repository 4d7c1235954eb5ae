import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type CatalogIndex, normalize } from '../catalog/index.ts'
import { languages as defaultLanguages, type Locale } from '../i18n/index.ts'
import { actions } from '../message/index.ts'
import { createNullStore } from '../store/null-store.ts'
import { type Person, personKey } from '../store/person.ts'
import type { Session } from '../store/records.ts'
import { StoreUnavailable } from '../store/store.ts'
import { decodeAction } from './action-id.ts'
import { completeOption } from './autocomplete.ts'
import {
  type Command,
  type CommandContext,
  type Conversation,
  HOME_PARTS,
  type OwnQuestion,
  type Services,
} from './command.ts'
import { optionsOf } from './command-line.ts'
import type { View } from './conversation/index.ts'
import { UserError } from './errors.ts'
import {
  type BotEvent,
  type BotResponse,
  type CommandEvent,
  type EmojiRemoval,
  inDirectMessage,
  type ReactionEvent,
  type RevokedNomination,
  reply,
  type TextEvent,
  type WelcomeEvent,
} from './events.ts'
import { createFormerRoles } from './former-roles.ts'
import { examplesOf } from './help.ts'
import { createVocabulary, limitInput, type Vocabulary } from './input.ts'
import { createLanguageChoices } from './language-choices.ts'
import { createLanguageGuess } from './language-guess.ts'
import { createLastButtons } from './last-buttons.ts'
import { commandIn, createLineReader } from './lines.ts'
import { accountsOf, withLinkedAccounts } from './linked-accounts.ts'
import { failureMessage } from './views/failure.ts'
import { noticeMessage } from './views/notice.ts'

/** A command, or a line typed without the platform's help. */
export type TypedInput = Pick<CommandEvent, 'type' | 'name' | 'text'> | Pick<TextEvent, 'type' | 'text'>

export interface Bot {
  readonly commands: readonly Command[]
  /** What can be typed after a command, with names of the current catalog; with those of the person's ladder, if there are several. */
  examplesOf(command: string, locale: Locale, person?: Person): readonly string[]
  /** The words that people type, of all languages. */
  readonly vocabulary: Vocabulary
  /** Records activity for a person whose answer came from a cache. Fire-and-forget. */
  recordActivity(person: Person): void
  /**
   * The language that a person has chosen, which platforms answer in instead of their own; undefined if there is none. It is cached, so
   * only the first call for a person waits for the store, for at most half a second. Never rejects.
   */
  languageOf(person: Person): Locale | undefined | Promise<Locale | undefined>
  /** The language that a text is in, for a person whose language is unknown; undefined if it cannot be told. */
  guessLanguage(text: string): Locale | undefined
  /** The person's open conversations. Rejects if the store is unavailable. */
  conversations(person: Person, locale: Locale): Promise<readonly Conversation[]>
  /**
   * Whether an input belongs to an open conversation (words without a command, or a command such as `/assess resume`), to the ladder
   * of a community, or to neither.
   */
  scopeOf(typed: TypedInput): 'conversation' | 'community' | 'other'
  /** Answers an event. Never rejects: errors become answers. */
  handle(incoming: BotEvent): Promise<BotResponse>
  /** Handles the nominating emoji. Resolves with undefined if no answer is needed. Never rejects. */
  handleReaction(reaction: ReactionEvent): Promise<BotResponse | undefined>
  /** Greets a person. Resolves with undefined if there is no reason to. Never rejects. */
  handleWelcome(welcome: WelcomeEvent): Promise<BotResponse | undefined>
  /** Handles the removal of all nominating emojis from a message. Rejects if nothing could be saved. */
  handleEmojiRemoval(removal: EmojiRemoval): Promise<readonly RevokedNomination[]>
  /** Whether an action, or a message, is about something that this bot's ladder has; undefined if it is about nothing in particular. */
  owns(target: { readonly payload: string } | { readonly ref: string }): boolean | undefined
  /** The answer to an event that could not be handled. */
  fail(incoming: BotEvent | ReactionEvent | WelcomeEvent, error: unknown): Promise<BotResponse>
}

type Failure = Extract<BotResponse, { type: 'reply' }>

export interface BotOptions {
  readonly commands: readonly Command[]
  /** The current catalog index; a change replaces it as a whole. */
  readonly catalogIndex: () => CatalogIndex
  /** Without services only look-ups are answered. */
  readonly services?: Services
  /** Logs an internal error with the id that the person was given. */
  readonly report: (failure: {
    id: string
    error: unknown
    incoming: (BotEvent | ReactionEvent | WelcomeEvent)['type']
  }) => void
}

export function createBot(options: BotOptions): Bot {
  const byName = new Map(options.commands.map((command) => [command.name, command]))
  const byCode = new Map(options.commands.map((command) => [command.code, command]))
  if (byName.size !== options.commands.length || byCode.size !== options.commands.length) {
    throw new Error('two commands share a name or a code')
  }

  const baseServices: Services = options.services ?? {
    store: createNullStore(),
    now: () => 0,
    newId: () => 'none',
    sessionMs: 0,
  }
  const languageChoices = createLanguageChoices(baseServices.store, baseServices.now)
  const services = {
    ...baseServices,
    store: withLinkedAccounts(languageChoices.store, (person) => accountsOf(person, baseServices.proposals)),
    lastSessions: new Map<string, Session>(),
    formerRoles: createFormerRoles(),
  }

  // Only of commands that read typed words: other labels may be questions.
  const lastButtons = createLastButtons((payload) => byCode.get(decodeAction(payload).code)?.readsText !== undefined)
  const languages = baseServices.languages ?? defaultLanguages
  const vocabulary = createVocabulary(languages)
  const lines = createLineReader(options.commands, languages)

  const contextFor = (
    person: Person,
    locale: Locale,
    event: string,
    { displayName, mentions }: Pick<CommandContext, 'displayName' | 'mentions'> = {},
  ): Omit<CommandContext, 'catalogIndex'> => ({
    t: languages.translator(locale),
    vocabulary,
    person,
    event,
    services,
    ...(displayName !== undefined && { displayName }),
    ...(mentions && { mentions }),
  })

  const dispatch = (incoming: BotEvent, context: CommandContext): BotResponse | Promise<BotResponse> => {
    switch (incoming.type) {
      case 'command': {
        const command = byName.get(incoming.name)
        if (!command) throw lines.unknownCommand(incoming.name, context.t)
        return command.run(incoming.text, context)
      }
      case 'action':
        return handlePress(incoming.payload, context)
      case 'form': {
        const action = decodeAction(incoming.payload)
        const command = byCode.get(action.code)
        if (!command?.handleForm) throw new UserError('error.action.unreadable')
        return command.handleForm(action.args, incoming.values, context)
      }
      case 'text':
        return incoming.isPublic ? handlePublicLine(incoming.text, context) : handleLine(incoming.text, context)
      case 'home':
        return home(context)
      case 'autocomplete': {
        const option = optionsOf(options.commands, incoming).find(({ name }) => name === incoming.option)
        return option ? completeOption(option, incoming, context) : { type: 'choices', choices: [] }
      }
    }
  }

  const handlePress = (payload: string, context: CommandContext): BotResponse | Promise<BotResponse> => {
    const action = decodeAction(payload)
    const command = byCode.get(action.code)
    if (!command) throw new UserError('error.action.unreadable')
    return command.handleAction(action.args, context)
  }

  /** What "yes" or "no" presses, where the last answer asks to confirm: an open question has other uses for "no". */
  const confirmationIn = (line: string, { person }: CommandContext): string | undefined => {
    const key = normalize(line)
    if (vocabulary.words('confirmations').has(key)) return lastButtons.confirmationOf(person, true)
    return vocabulary.words('refusals').has(key) ? lastButtons.confirmationOf(person, false) : undefined
  }

  /**
   * Handles a typed line: a command if it has a slash, else part of an open conversation, else the label of a button of the last
   * answer, else a question. A question that is asked while a conversation is open is answered, with what is open below.
   */
  const handleLine = async (line: string, context: CommandContext): Promise<BotResponse> => {
    const typed = lines.typed(line, context)
    if (typed) return typed.command.run(typed.text, context)
    const confirmed = confirmationIn(line, context)
    if (confirmed !== undefined) return handlePress(confirmed, context)
    const payload = lastButtons.payloadOf(context.person, line)
    let open: OwnQuestion | undefined
    for (const command of options.commands) {
      if (payload !== undefined && command.readsText?.(line, vocabulary) !== true) continue
      const response = await command.handleText?.(line, context)
      if (response?.type === 'question') open = response
      else if (response) return response
    }
    if (payload !== undefined) return handlePress(payload, context)
    const request = lines.plain(line, context)
    return withBelow(withFacts(await request.command.run(request.text, context), request.view), open)
  }

  /** Handles a line whose answer others read: what is not the same for everyone is answered in the direct messages. */
  const handlePublicLine = async (line: string, context: CommandContext): Promise<BotResponse> => {
    const request = lines.typed(line, context) ?? lines.plain(line, context, false)
    const response = withFacts(await request.command.run(request.text, context), request.view)
    return request.command.isPublic ? response : inDirectMessage(response)
  }

  /** Renders the home page, part by part. */
  const home = async (context: CommandContext): Promise<BotResponse> => {
    const shares = await Promise.all(
      options.commands.map(async (command) => (await command.renderHome?.(context)) ?? {}),
    )
    return reply({
      summary: 'Rung',
      blocks: HOME_PARTS.flatMap((part) => shares.flatMap((share) => share[part] ?? [])),
    })
  }

  /** Does the work of a delivery and turns errors into answers. */
  const answer = async <T>(
    incoming: BotEvent | ReactionEvent | WelcomeEvent,
    work: (context: CommandContext) => T | Promise<T>,
  ): Promise<T | Failure> => {
    const { locale, person, id: event } = incoming
    services.proposals?.recordActivity(person)
    const context = contextFor(person, locale, event, incoming)
    const { t } = context
    try {
      const catalogIndex = options.catalogIndex()
      services.formerRoles.observe(catalogIndex.catalog)
      if (isPlainText(incoming)) await catalogIndex.prepare(setImmediate)
      else if (!isPress(incoming)) await catalogIndex.prepareNames(setImmediate)
      return await work({ ...context, catalogIndex })
    } catch (error) {
      if (error instanceof UserError) {
        if (error.key === 'error.action.unreadable') {
          services.proposals?.logRefusal({ action: incoming.type, id: '', by: personKey(person), why: 'unreadable' })
        }
        const field = error.field === undefined ? {} : { field: error.field }
        return {
          type: 'reply',
          message: noticeMessage(t, error.tone, error.key, error.params, actions(error.actions)),
          failed: 'user',
          ...field,
          ...(error.facts && { facts: error.facts }),
        }
      }
      const id = error instanceof StoreUnavailable ? 'store' : randomBytes(4).toString('hex')
      try {
        options.report({ id, error, incoming: incoming.type })
      } catch {
        // The person gets an answer even if the log cannot be written.
      }
      return {
        type: 'reply',
        message: failureMessage(error, id, incoming, options.catalogIndex, t),
        failed: 'internal',
      }
    }
  }

  return {
    commands: options.commands,
    vocabulary,
    recordActivity(person) {
      // What the person got instead was answered from the cache, without the bot.
      lastButtons.forget(person)
      services.proposals?.recordActivity(person)
    },
    examplesOf(name, locale) {
      const command = byName.get(name)
      return command ? examplesOf(command, options.catalogIndex().catalog, languages.translator(locale)) : []
    },
    languageOf: (person) => languageChoices.choiceOf(person),
    guessLanguage: createLanguageGuess(languages),
    async conversations(person, locale) {
      const context = { ...contextFor(person, locale, ''), catalogIndex: options.catalogIndex() }
      const lists = await Promise.all(
        options.commands.map(async (command) => (await command.conversations?.(context)) ?? []),
      )
      return lists.flat()
    },
    scopeOf(typed) {
      const { name, text } = typed.type === 'command' ? typed : commandIn(typed.text)
      if (name === undefined) return 'conversation'
      const command = byName.get(name)
      if (command?.continuesConversation?.(text, vocabulary) === true) return 'conversation'
      return command?.isCommunity === true ? 'community' : 'other'
    },
    owns(target) {
      if ('ref' in target)
        return options.commands.some((command) => command.ownsMessage?.(target.ref, services) === true)
      try {
        const { code, args } = decodeAction(target.payload)
        return byCode.get(code)?.ownsAction?.(args, services)
      } catch {
        return undefined
      }
    },
    fail: (incoming, error) =>
      answer(incoming, (): never => {
        throw error
      }),
    async handle(incoming) {
      const response = await answer(incoming, (context) => dispatch(limitInput(incoming), context))
      const isOwn = incoming.type !== 'home' && !(incoming.type === 'text' && incoming.isPublic)
      if (response.type === 'reply' && isOwn) lastButtons.remember(incoming.person, response)
      return response
    },
    handleReaction: (reaction) =>
      answer(reaction, async (context) => {
        for (const command of options.commands) {
          const response = await command.handleReaction?.(reaction, context)
          if (response) return response
        }
        return undefined
      }),
    handleWelcome: (welcome) =>
      answer(welcome, async (context) => {
        for (const command of options.commands) {
          const response = await command.handleWelcome?.(welcome, context)
          if (response) return response
        }
        return undefined
      }),
    async handleEmojiRemoval(removal) {
      const revoked: RevokedNomination[] = []
      for (const command of options.commands) {
        revoked.push(
          ...((await command.handleEmojiRemoval?.(removal, { catalogIndex: options.catalogIndex(), services })) ?? []),
        )
      }
      return revoked
    },
  }
}

/** Whether an event has no typed words, so that the name indexes of the catalog are not needed. */
function isPress({ type }: BotEvent | ReactionEvent | WelcomeEvent): boolean {
  return type === 'action' || type === 'home' || type === 'welcome'
}

/** Whether a delivery is typed words, which may have to be searched for. */
function isPlainText(incoming: BotEvent | ReactionEvent | WelcomeEvent): boolean {
  return incoming.type === 'text' && !incoming.text.trimStart().startsWith('/')
}

/** Says below an answer what is open. A card of a conversation says it itself. */
function withBelow(response: BotResponse, open: OwnQuestion | undefined): BotResponse {
  if (!open || response.type !== 'reply' || response.card) return response
  const { below, lastAnswerNumber } = open
  return {
    ...response,
    message: { ...response.message, blocks: [...response.message.blocks, ...below] },
    ...(lastAnswerNumber !== undefined && { lastAnswerNumber }),
  }
}

/** Says which command answered a question. */
function withFacts(response: BotResponse, view: View | undefined): BotResponse {
  if (view === undefined || response.type !== 'reply' || response.failed !== undefined) return response
  return { ...response, facts: response.facts ?? { view, ignored: [] } }
}

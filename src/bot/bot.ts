import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { CatalogIndex } from '../catalog/index.ts'
import { languages as defaultLanguages, type Locale, type Translator } from '../i18n/index.ts'
import { actions, type Message, note } from '../message/index.ts'
import { createNullStore } from '../store/null-store.ts'
import { type Person, personKey } from '../store/person.ts'
import { NewerSchemaError, StoreUnavailable } from '../store/store.ts'
import { accountsOf } from './accounts.ts'
import { decodeAction } from './action-id.ts'
import { completeOption } from './autocomplete.ts'
import type { Command, CommandContext, Conversation, Services } from './command.ts'
import { UserError } from './errors.ts'
import {
  type BotEvent,
  type BotResponse,
  type CommandEvent,
  type EmojiRemoval,
  type ReactionEvent,
  type RevokedNomination,
  reply,
  type TextEvent,
} from './events.ts'
import { limitInput } from './input.ts'
import { withLinkedAccounts } from './linked-store.ts'
import { quoteInput } from './quote.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** A command, or a line typed without the platform's help. */
export type TypedInput = Pick<CommandEvent, 'type' | 'name' | 'text'> | Pick<TextEvent, 'type' | 'text'>

export interface Bot {
  readonly commands: readonly Command[]
  /** The words that people type, of all languages. */
  readonly vocabulary: Vocabulary
  /** Notes that somebody is about, where they are answered without the bot. Nobody waits for it. */
  recordActivity(person: Person): void
  /** What a person has open in their workspace. Rejects if the store is unavailable. */
  conversations(person: Person, locale: Locale): Promise<readonly Conversation[]>
  /**
   * What typed words or a command concern: an open conversation (words without a command, or a command such as `/assess resume`), the
   * ladder of a community, or neither.
   */
  scopeOf(typed: TypedInput): 'conversation' | 'community' | 'other'
  /** Answers whatever a platform brings in. Never rejects: what goes wrong is an answer too. */
  handle(incoming: BotEvent): Promise<BotResponse>
  /** Takes the nominating emoji. Undefined where there is nothing to say about it. */
  handleReaction(reaction: ReactionEvent): Promise<BotResponse | undefined>
  /** Takes the removal of all nominating emojis from a message. Rejects if nothing could be saved. */
  handleEmojiRemoval(removal: EmojiRemoval): Promise<readonly RevokedNomination[]>
}

type Failure = Extract<BotResponse, { type: 'reply' }>

export interface BotOptions {
  readonly commands: readonly Command[]
  /** The catalogue as it is now; a change swaps the whole library. */
  readonly catalogIndex: () => CatalogIndex
  /** Left out where nobody's data is at hand: only look-ups are answered then. */
  readonly services?: Services
  /** Told of every failure that is ours, with the id the person was given. */
  readonly report: (failure: { id: string; error: unknown; incoming: (BotEvent | ReactionEvent)['type'] }) => void
}

export function createBot(parts: BotOptions): Bot {
  const byName = new Map(parts.commands.map((command) => [command.name, command]))
  const byCode = new Map(parts.commands.map((command) => [command.code, command]))
  if (byName.size !== parts.commands.length || byCode.size !== parts.commands.length) {
    throw new Error('two commands share a name or a code')
  }

  const baseServices: Services = parts.services ?? {
    store: createNullStore(),
    now: () => 0,
    newId: () => 'none',
    sessionMs: 0,
  }
  const services = {
    ...baseServices,
    store: withLinkedAccounts(baseServices.store, (person) => accountsOf(person, baseServices.proposals)),
  }

  const languages = baseServices.languages ?? defaultLanguages
  const vocabulary = createVocabulary(languages)

  const dispatch = (incoming: BotEvent, context: CommandContext): BotResponse | Promise<BotResponse> => {
    switch (incoming.type) {
      case 'command': {
        const command = byName.get(incoming.name)
        if (!command) throw unknownCommand(incoming.name, parts.commands, context.t)
        return command.run(textOf(incoming.text, incoming.options), context)
      }
      case 'action': {
        const action = decodeAction(incoming.payload)
        const command = byCode.get(action.code)
        if (!command) throw new UserError('error.action.unreadable')
        return command.handleAction(action.args, context)
      }
      case 'form': {
        const action = decodeAction(incoming.payload)
        const command = byCode.get(action.code)
        if (!command?.handleForm) throw new UserError('error.action.unreadable')
        return command.handleForm(action.args, incoming.values, context)
      }
      case 'text':
        return hear(incoming.text, context)
      case 'home':
        return home(context)
      case 'autocomplete': {
        const option = byName.get(incoming.command)?.options.find((entry) => entry.name === incoming.option)
        return { type: 'choices', choices: option ? completeOption(option, incoming, context) : [] }
      }
    }
  }

  /** A line with a slash is a command; one without goes to a conversation that is going on, else it is a question. */
  const hear = async (line: string, context: CommandContext): Promise<BotResponse> => {
    const { name, text } = commandIn(line)
    if (name !== undefined) {
      const command = byName.get(name)
      if (!command) throw unknownCommand(name, parts.commands, context.t)
      return command.run(text, context)
    }
    for (const command of parts.commands) {
      const response = await command.handleText?.(line, context)
      if (response) return response
    }
    const [first] = parts.commands
    if (!first) throw unknownCommand('', parts.commands, context.t)
    return first.run(line, context)
  }

  /** What a person has going on comes before what can be looked up. */
  const home = async (context: CommandContext): Promise<BotResponse> => {
    const shares = await Promise.all(
      parts.commands.toReversed().map(async (command) => (await command.renderHome?.(context)) ?? []),
    )
    return reply({ summary: 'Rung', blocks: shares.flat() })
  }

  /** Does the work of a delivery; what goes wrong is an answer too. */
  const answer = async <T>(
    incoming: BotEvent | ReactionEvent,
    work: (context: CommandContext) => T | Promise<T>,
  ): Promise<T | Failure> => {
    const { locale, person, id: event, displayName } = incoming
    const t = languages.translator(locale)
    services.proposals?.recordActivity(person)
    try {
      const catalogIndex = parts.catalogIndex()
      if (!isPress(incoming)) await catalogIndex.prepare(setImmediate)
      return await work({
        catalogIndex,
        t,
        vocabulary,
        person,
        event,
        services,
        ...(displayName !== undefined && { displayName }),
      })
    } catch (error) {
      if (error instanceof UserError) {
        if (error.key === 'error.action.unreadable') {
          services.proposals?.logRefusal({ action: incoming.type, id: '', by: personKey(person), why: 'unreadable' })
        }
        const field = error.field === undefined ? {} : { field: error.field }
        return { type: 'reply', message: userErrorMessage(error, t), failed: 'user', ...field }
      }
      const id = error instanceof StoreUnavailable ? 'store' : randomBytes(4).toString('hex')
      try {
        parts.report({ id, error, incoming: incoming.type })
      } catch {
        // A log that cannot be written must not cost the person their answer.
      }
      return { type: 'reply', message: failureMessage(error, id, incoming, parts.catalogIndex, t), failed: 'internal' }
    }
  }

  return {
    commands: parts.commands,
    vocabulary,
    recordActivity: (person) => services.proposals?.recordActivity(person),
    async conversations(person, locale) {
      const context = {
        catalogIndex: parts.catalogIndex(),
        t: languages.translator(locale),
        vocabulary,
        person,
        event: '',
        services,
      }
      const lists = await Promise.all(
        parts.commands.map(async (command) => (await command.conversations?.(context)) ?? []),
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
    handle: (incoming) => answer(incoming, (context) => dispatch(limitInput(incoming), context)),
    handleReaction: (reaction) =>
      answer(reaction, async (context) => {
        for (const command of parts.commands) {
          const response = await command.handleReaction?.(reaction, context)
          if (response) return response
        }
        return undefined
      }),
    async handleEmojiRemoval(removal) {
      const withdrawals: RevokedNomination[] = []
      for (const command of parts.commands) {
        withdrawals.push(
          ...((await command.handleEmojiRemoval?.(removal, { catalogIndex: parts.catalogIndex(), services })) ?? []),
        )
      }
      return withdrawals
    },
  }
}

/** Whether a delivery holds no words of a person, which are read with the indexes of the library. */
function isPress({ type }: BotEvent | ReactionEvent): boolean {
  return type === 'action' || type === 'home'
}

/** The command at the start of a line (`/skills ml-engineer` or with no slash at all), and what follows it. */
function commandIn(line: string): { readonly name: string | undefined; readonly text: string } {
  const match = /^\s*\/(\S*)\s*([\s\S]*)$/u.exec(line)
  return match ? { name: match[1]?.toLowerCase() ?? '', text: match[2] ?? '' } : { name: undefined, text: line }
}

/** Options are one more way to type the same words. */
function textOf(text: string, options: Readonly<Record<string, string>> | undefined): string {
  return [text, ...Object.values(options ?? {})].join(' ').trim()
}

function unknownCommand(name: string, commands: readonly Command[], t: Translator): UserError {
  return new UserError('error.command.unknown', {
    name: quoteInput(name),
    commands: t.all(commands.map((command) => `/${command.name}`)),
  })
}

function userErrorMessage(error: UserError, t: Translator): Message {
  return {
    summary: t(error.key, error.params),
    blocks: [note('error', t.rich(error.key, error.params)), ...actions(error.actions)],
  }
}

/** What a person is told of a failure that is not theirs. */
function failureMessage(
  error: unknown,
  id: string,
  incoming: BotEvent | ReactionEvent,
  catalogIndex: () => CatalogIndex,
  t: Translator,
): Message {
  if (error instanceof StoreUnavailable) return retryMessage(incoming, 'error.store', {}, t)
  if (!(error instanceof NewerSchemaError)) return internalErrorMessage(id, t)
  if (error.role === undefined) return retryMessage(incoming, 'error.newer.settings', {}, t)
  const role = catalogIndex().catalog.roles.get(error.role)?.name ?? error.role
  return retryMessage(incoming, 'error.newer.session', { role }, t)
}

/** What a person is told while something cannot be done; a press can be tried again as it was. */
function retryMessage(
  incoming: BotEvent | ReactionEvent,
  key: 'error.store' | 'error.newer.session' | 'error.newer.settings',
  params: UserError['params'],
  t: Translator,
): Message {
  const again = incoming.type === 'action' ? [{ label: t('action.tryAgain'), payload: incoming.payload }] : []
  return { summary: t(key, params), blocks: [note('error', t.rich(key, params)), ...actions(again)] }
}

function internalErrorMessage(id: string, t: Translator): Message {
  return { summary: t('error.internal', { id }), blocks: [note('error', t.rich('error.internal', { id }))] }
}

import type { Catalog, CatalogIndex } from '../catalog/index.ts'
import type { Languages, MessageKey, Params, Translator } from '../i18n/index.ts'
import type { Block } from '../message/index.ts'
import type { ProposalService } from '../proposals/service.ts'
import type { Store } from '../store/store.ts'
import type { BotResponse, EmojiRemoval, Person, ReactionEvent, RevokedNomination } from './events.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a command's handler is given: the live catalogue, the reader's language, who asks, and where things are kept. */
export interface CommandContext {
  readonly catalogIndex: CatalogIndex
  readonly t: Translator
  /** The words that people type, of all languages. */
  readonly vocabulary: Vocabulary
  readonly person: Person
  /** See `Delivery.displayName`. */
  readonly displayName?: string
  /** The delivery's id, for what must not be done twice. */
  readonly event: string
  readonly services: Services
}

/** What handlers may use beyond the catalogue. Time and chance are given, so that a test can give its own. */
export interface Services {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A short id that nobody has used. */
  readonly newId: () => string
  /** How long an assessment nobody touches is kept, in milliseconds. */
  readonly sessionMs: number
  /** The ladder that people change together; undefined where nothing is kept. */
  readonly proposals?: ProposalService
  /** The languages to answer in; those of Rung unless given. */
  readonly languages?: Languages
}

export interface CommandOption {
  readonly name: string
  readonly summary: MessageKey
  /** What the option's value is completed from; `text` is not completed. */
  readonly completes: 'role' | 'level' | 'domain' | 'skill' | 'text'
}

/** Something a person has open and can continue, such as an assessment. */
export interface Conversation {
  /** A button's label that says what would be continued. */
  readonly label: string
  /** The payload that continues it. */
  readonly payload: string
  /** Whether words typed without a command belong to it. */
  readonly takesText: boolean
}

/** One way to use a command, for its help: what to type, what comes back, and an example made of the catalogue's names. */
export interface Usage {
  readonly input: MessageKey
  readonly answer: MessageKey
  /** What `answer` takes. */
  readonly params?: (context: Pick<CommandContext, 'services'>) => Params
  /** Undefined where the catalogue has nothing to show it with (two roles of a catalogue with one). */
  example(catalog: Catalog): string | undefined
}

/**
 * One declaration a command. The text parser, the platforms' registrations, completion and help all derive from it.
 */
export interface Command {
  readonly name: string
  /** One letter, unique among the commands, that begins the payloads of its actions. */
  readonly code: string
  readonly summary: MessageKey
  readonly options: readonly CommandOption[]
  readonly usages: readonly Usage[]
  /**
   * Whether an answer depends on nothing but what was asked, the language and the catalogue: it may then be kept and given
   * again, and shown to others.
   */
  readonly isPublic?: true
  /** Whether the command is about the ladder that a community keeps, rather than about the person. */
  readonly isCommunity?: true
  /** Answers what was typed after the command. Throws a UserError for what the person can put right. */
  run(text: string, context: CommandContext): BotResponse | Promise<BotResponse>
  /** Answers one of the command's own actions, given the action's arguments. */
  handleAction(args: readonly string[], context: CommandContext): BotResponse | Promise<BotResponse>
  /** Answers one of the command's own forms. */
  handleForm?(
    args: readonly string[],
    values: Readonly<Record<string, string>>,
    context: CommandContext,
  ): BotResponse | Promise<BotResponse>
  /** Takes words typed with no command, where a conversation of the command's is going on; undefined where none is. */
  handleText?(text: string, context: CommandContext): Promise<BotResponse | undefined>
  /** The person's open conversations. */
  conversations?(context: CommandContext): Promise<readonly Conversation[]>
  /** Whether what was typed after the command is about a conversation that is open already. */
  continuesConversation?(text: string, vocabulary: Vocabulary): boolean
  /** Takes the nominating emoji on a message. Undefined where there is nothing to say about it. */
  handleReaction?(
    reaction: Pick<ReactionEvent, 'isAdded' | 'hasEmoji' | 'message' | 'nominators'>,
    context: CommandContext,
  ): Promise<BotResponse | undefined>
  /** Takes back the nominations given with a platform's emojis on a message from which all were removed. */
  handleEmojiRemoval?(
    removal: EmojiRemoval,
    context: Pick<CommandContext, 'catalogIndex' | 'services'>,
  ): Promise<readonly RevokedNomination[]>
  /** The command's part of the bot's own page for a person. */
  renderHome?(context: CommandContext): Promise<readonly Block[]> | readonly Block[]
}

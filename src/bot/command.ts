import type { CardKind } from '../assessment/index.ts'
import type { Catalog, CatalogIndex } from '../catalog/index.ts'
import type { Languages, Locale, MessageKey, Params, Translator } from '../i18n/index.ts'
import type { Block } from '../message/index.ts'
import type { CommunitySettings } from '../proposals/index.ts'
import type { ProposalService } from '../proposals/service.ts'
import type { Session } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { commandCodeOf } from './action-id.ts'
import type { CardStatistics } from './card-statistics.ts'
import type {
  BotResponse,
  Choice,
  EmojiRemoval,
  Mention,
  Person,
  ReactionEvent,
  RevokedNomination,
  WelcomeEvent,
} from './events.ts'
import type { FormerRoles } from './former-roles.ts'
import type { Vocabulary } from './input.ts'
import type { Ladders } from './ladders.ts'

/** The context of a request: the current catalog, the language of the answer, the person, and the services. */
export interface CommandContext {
  readonly catalogIndex: CatalogIndex
  readonly t: Translator
  /** The words that people type, of all languages. */
  readonly vocabulary: Vocabulary
  readonly person: Person
  /** See `BotEvent`. */
  readonly displayName?: string
  /** See `BotEvent`. */
  readonly mentions?: readonly Mention[]
  /** The id of the delivery, for changes that must not be made twice. */
  readonly event: string
  readonly services: Services
}

/** What handlers use besides the catalog. Tests set their own time and ids. */
export interface Services {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Makes a short id that is not in use. */
  readonly newId: () => string
  /** Time in milliseconds until an untouched assessment expires. */
  readonly sessionMs: number
  /** Time in milliseconds until a result is deleted; undefined if nothing is stored. */
  readonly resultMs?: number
  /** The card of a question in an assessment; all four statements by default. */
  readonly assessmentCard?: CardKind
  /** How long cards of assessments take; undefined without a store. */
  readonly cardStatistics?: CardStatistics
  /** The state of the process, one line for each problem and each note; undefined where no process runs. */
  readonly checkStatus?: () => Promise<{ readonly problems: readonly string[]; readonly notes: readonly string[] }>
  /** The proposals to change the ladder; undefined without a store. */
  readonly proposals?: ProposalService
  /** What admins set in chat about the community; undefined without a store. */
  readonly communitySettings?: CommunitySettings
  /** All ladders; undefined if there is one. */
  readonly ladders?: Ladders
  /** The languages to answer in; default: those of Rung. */
  readonly languages?: Languages
  /** The session of an assessment that each person saw last in this process, by person key. Set by `createBot`. */
  readonly lastSessions?: Map<string, Session>
  /** Roles as they were before the ladder changed. Set by `createBot`. */
  readonly formerRoles?: FormerRoles
}

/**
 * A value that a command takes. Platforms that name options show it by its name; where commands are typed, the values of all options
 * follow the command in the order of the declaration.
 */
export interface CommandOption {
  readonly name: string
  readonly summary: MessageKey
  /** The names that complete the option's value; `name` is any name of the catalog. `text` is not completed. */
  readonly completes: 'role' | 'level' | 'domain' | 'skill' | 'levelOrRole' | 'name' | 'text'
  readonly isRequired?: true
  /** The only values that it takes. */
  readonly choices?: readonly { readonly value: string; readonly label: MessageKey }[]
  /** The word typed before the value. */
  readonly before?: MessageKey
  /** Values offered before those of `completes`. */
  suggest?(typed: string, context: CommandContext): readonly Choice[] | Promise<readonly Choice[]>
}

/** A part of a command, where platforms have such parts. Its name is typed as the first word. */
export interface Subcommand {
  readonly name: string
  readonly summary: MessageKey
  /** Required options come first. */
  readonly options: readonly CommandOption[]
}

/** Says of typed words that they ask something of their own, although a conversation is open. */
export interface OwnQuestion {
  readonly type: 'question'
  /** What to show below their answer: that the conversation is still open. */
  readonly below: readonly Block[]
  /** The highest number that, typed, answers the open conversation, if numbers do. */
  readonly lastAnswerNumber?: number
}

/** Something a person has open and can continue, such as an assessment. */
export interface Conversation {
  /** Label of the button that continues it. */
  readonly label: string
  /** Payload of the button that continues it. */
  readonly payload: string
  /** Whether words typed without a command belong to it. */
  readonly takesText: boolean
}

/** One way to use a command, for its help: an example with names of the catalog, and what comes back. */
export interface Usage {
  readonly subcommand?: string
  /** The values of the example's options; none by default. Undefined if the catalog has no names for it, such as two roles. */
  readonly options?: (catalog: Catalog, locale: Locale) => Readonly<Record<string, string>> | undefined
  readonly answer: MessageKey
  /** Parameters of `answer`. */
  readonly params?: (context: Pick<CommandContext, 'services'>) => Params
}

/** The declaration of a command. Parsing, the platforms' registrations, completion and help derive from it. */
export interface Command {
  readonly name: string
  /** The name is that of the product, so it needs no prefix where other apps have commands, too. */
  readonly isProductName?: true
  /** One letter, unique among the commands, that begins the payloads of its actions. */
  readonly code: string
  readonly summary: MessageKey
  /** What can be typed after the command and, without subcommands, the options of its native form. */
  readonly options: readonly CommandOption[]
  /** The native form of a command whose first word says what to do. The first one does what the command without words does. */
  readonly subcommands?: readonly Subcommand[]
  readonly usages: readonly Usage[]
  /** Whether people, groups and channels are typed after it, so that a platform delivers their ids. */
  readonly takesMentions?: true
  /** Whether answers depend on nothing but the input, the language and the catalog, so that they may be cached and shared. */
  readonly isPublic?: true
  /** Whether the command concerns the ladder of a community rather than the person. */
  readonly isCommunity?: true
  /** Answers the text typed after the command. Throws a UserError if the person can correct it. */
  run(text: string, context: CommandContext): BotResponse | Promise<BotResponse>
  /** Handles one of the command's actions. */
  handleAction(args: readonly string[], context: CommandContext): BotResponse | Promise<BotResponse>
  /** Handles a submitted form of the command. */
  handleForm?(
    args: readonly string[],
    values: Readonly<Record<string, string>>,
    context: CommandContext,
  ): BotResponse | Promise<BotResponse>
  /** Whether words typed without a command mean something to this command, whatever they are the label of. */
  readsText?(text: string, vocabulary: Vocabulary): boolean
  /** Handles words typed without a command in an open conversation of this command; undefined if there is none. */
  handleText?(text: string, context: CommandContext): Promise<BotResponse | OwnQuestion | undefined>
  /** The person's open conversations. */
  conversations?(context: CommandContext): Promise<readonly Conversation[]>
  /** Whether the text typed after the command continues an open conversation. */
  continuesConversation?(text: string, vocabulary: Vocabulary): boolean
  /** Handles the nominating emoji on a message; undefined if no answer is needed. */
  handleReaction?(
    reaction: Pick<ReactionEvent, 'isAdded' | 'hasEmoji' | 'opensForm' | 'message' | 'nominators'>,
    context: CommandContext,
  ): Promise<BotResponse | undefined>
  /** Revokes the nominations by emoji on a message from which a moderator removed all emojis. */
  handleEmojiRemoval?(
    removal: EmojiRemoval,
    context: Pick<CommandContext, 'catalogIndex' | 'services'>,
  ): Promise<readonly RevokedNomination[]>
  /** Whether an action is about something that the ladder has, such as a proposal; undefined if it is about nothing in particular. */
  ownsAction?(args: readonly string[], services: Services): boolean | undefined
  /** Whether a message, as in a reaction, is about something that the ladder has. */
  ownsMessage?(ref: string, services: Services): boolean
  /** Greets a person; undefined if there is no reason to. */
  handleWelcome?(welcome: Pick<WelcomeEvent, 'occasion'>, context: CommandContext): Promise<BotResponse | undefined>
  /** What the command shows on the home page. */
  renderHome?(context: CommandContext): Promise<HomeBlocks> | HomeBlocks
}

/** The parts of the home page, from top to bottom. */
export const HOME_PARTS = ['welcome', 'start', 'waiting', 'result', 'lookUp', 'settings'] as const

/** What a command shows in each part of the home page. */
export type HomeBlocks = Readonly<Partial<Record<(typeof HOME_PARTS)[number], readonly Block[]>>>

/** Whether everyone gets the same answer to a command or an action, so that platforms may cache and share it. */
export function isPublicRequest(
  commands: readonly Command[],
  request: { readonly command: string } | { readonly payload: string },
): boolean {
  return commands.some(
    ({ isPublic, name, code }) =>
      isPublic === true && ('payload' in request ? code === commandCodeOf(request.payload) : name === request.command),
  )
}

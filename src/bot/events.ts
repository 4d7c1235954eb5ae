import type { Locale, Translator } from '../i18n/index.ts'
import type { Form, Message } from '../message/index.ts'
import type { Person } from '../store/person.ts'
import type { Facts } from './conversation/facts.ts'

export type { Person } from '../store/person.ts'

interface EventBase {
  /** The platform's id of the delivery; a repeated delivery has the same id. */
  readonly id: string
  readonly person: Person
  readonly locale: Locale
  /** The person's name on the platform, if the delivery has it. People choose it themselves, so it proves nothing. */
  readonly displayName?: string
}

/** A user, a group of users or a channel that a typed text names, with the words that stand for it in the text. */
export interface Mention {
  readonly kind: 'user' | 'group' | 'channel'
  readonly id: string
  readonly text: string
}

/** A command with the text typed after it. */
export interface CommandEvent extends EventBase {
  readonly type: 'command'
  readonly name: string
  readonly text: string
  /** What the text mentions, if anything. */
  readonly mentions?: readonly Mention[]
}

/** A button press or a choice. */
export interface ActionEvent extends EventBase {
  readonly type: 'action'
  readonly payload: string
}

/** Text without a command, from a direct message, a mention or the terminal. */
export interface TextEvent extends EventBase {
  readonly type: 'text'
  readonly text: string
  /** What the text mentions, if anything. */
  readonly mentions?: readonly Mention[]
  /** Others read the answer, unless it is sent as a direct message. Such a text belongs to no conversation. */
  readonly isPublic?: true
}

/** A request for completions of an option while it is typed. */
export interface AutocompleteEvent extends EventBase {
  readonly type: 'autocomplete'
  readonly command: string
  readonly subcommand?: string | undefined
  readonly option: string
  readonly typed: string
  readonly options: Readonly<Record<string, string>>
}

/** A submitted form: its payload and the values of its fields. */
export interface FormEvent extends EventBase {
  readonly type: 'form'
  readonly payload: string
  readonly values: Readonly<Record<string, string>>
}

/** A person opened the bot's home page. */
export interface HomeEvent extends EventBase {
  readonly type: 'home'
}

/**
 * A reason to greet a person: they opened the direct messages, mentioned the bot without a question, or installed the app. A person who
 * opens the direct messages is greeted once.
 */
export interface WelcomeEvent extends EventBase {
  readonly type: 'welcome'
  readonly occasion: 'opened' | 'mentioned' | 'installed'
}

/** The nominating emoji was added to a message or removed from it, or the message was nominated from its menu. */
export interface ReactionEvent extends EventBase {
  readonly type: 'reaction'
  readonly isAdded: boolean
  /** Whether the message has the emoji; false for a nomination from its menu. */
  readonly hasEmoji: boolean
  /** Whether the platform can open a form at once. */
  readonly opensForm?: true
  readonly message: {
    /** Platform, workspace, channel and message as one string. */
    readonly ref: string
    /** Whether the bot posted the message, so that it cannot become a proposal. */
    readonly own: boolean
    /** Reads its text, empty if the platform does not provide it, and a link to it. */
    read(): Promise<{ readonly text: string; readonly link: string | null }>
    /** Asks the platform whether the person's nominating emoji is on the message now; false if the message is gone. */
    hasReaction(): Promise<boolean>
  }
  /** Needed only when an emoji was taken away. */
  readonly nominators?: ReadNominators | undefined
}

/**
 * Reads who has the nominating emoji, in any skin tone, on a message now. Resolves with undefined if the message is gone or could not
 * be read.
 */
export type ReadNominators = (ref: string) => Promise<readonly Person[] | undefined>

/** The removal of all nominating emojis from a message by a moderator. */
export interface EmojiRemoval {
  readonly platform: string
  /** The message, as in a reaction. */
  readonly ref: string
  readonly nominators: ReadNominators | undefined
}

/** A nomination that was revoked because a moderator removed its emoji, and the message for the person. */
export interface RevokedNomination {
  readonly person: Person
  readonly message: (t: Translator) => Message
}

export type BotEvent = CommandEvent | ActionEvent | TextEvent | AutocompleteEvent | FormEvent | HomeEvent

export interface Choice {
  readonly name: string
  readonly value: string
}

/** Of an assessment, one card is open at a time. */
export interface CardState {
  /** Whether the message has buttons that answer. */
  readonly isOpen: boolean
  /** What becomes of the card that the person had before, unless it is replaced: one line. */
  readonly before: Message
}

/** The message is one line: what its person did with a proposal that is not decided yet. */
export interface ProposalLine {
  readonly proposal: string
  /** What they did, for `ProposalViews.outcome`. */
  readonly done: string
}

/** What an answer is about, and the words of the question that have no part in it. */
export type AnswerFacts = Facts & { readonly ignored: readonly string[] }

/** The bot's answer. `failed` marks an error message: the person's error or an internal one. */
export type BotResponse =
  | {
      readonly type: 'reply'
      readonly message: Message
      readonly failed?: 'user' | 'internal'
      /** The form field with the error. */
      readonly field?: string
      /** Asks whether to do what can’t be undone: in a terminal its choices have the first numbers, whatever else is open. */
      readonly isConfirmation?: true
      /** The message says that numbers up to this one, typed, answer the question that is open. */
      readonly lastAnswerNumber?: number
      /** Replaces the message that was acted on, instead of following it. */
      readonly inPlace?: true
      /** Belongs in a direct message, wherever the request came from. */
      readonly direct?: true
      /** What the person is likely to fill in next: a platform that can shows it where they have just submitted a form. */
      readonly nextForm?: Form
      /** The home page shows the same: a person who pressed it there gets the page again instead of the message. */
      readonly isOnHome?: true
      /** The message is a card of an assessment, or what comes after the last one. */
      readonly card?: CardState
      /** What the message says of a proposal: a platform that can change the message later does so once the proposal is decided. */
      readonly line?: ProposalLine
      /** What the answer is about, as data. */
      readonly facts?: AnswerFacts
    }
  | { readonly type: 'form'; readonly form: Form }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }

export function reply(message: Message, facts?: AnswerFacts): BotResponse {
  return { type: 'reply', message, ...(facts && { facts }) }
}

/** Asks to confirm what can’t be undone. */
export function askToConfirm(message: Message): BotResponse {
  return { type: 'reply', message, isConfirmation: true }
}

/** Replaces the message that was acted on. */
export function replaceWith(message: Message): BotResponse {
  return { type: 'reply', message, inPlace: true }
}

/** Sends a response as a direct message, unless it is an error. */
export function inDirectMessage(response: BotResponse): BotResponse {
  return response.type === 'reply' && response.failed === undefined ? { ...response, direct: true } : response
}

/** How an answer is requested again, for another of its pages or to share it: by a command, or by a button's payload. */
export type PageRequest = { readonly command: string; readonly text: string } | { readonly payload: string }

/** The part of a BotEvent that a page request stands for. */
export type RequestedEvent =
  | { readonly type: 'action'; readonly payload: string }
  | { readonly type: 'command'; readonly name: string; readonly text: string }

export function eventFor(request: PageRequest): RequestedEvent {
  return 'payload' in request
    ? { type: 'action', payload: request.payload }
    : { type: 'command', name: request.command, text: request.text }
}

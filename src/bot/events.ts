import type { Locale, Translator } from '../i18n/index.ts'
import type { Form, Message } from '../message/index.ts'
import type { Person } from '../store/person.ts'

export type { Person } from '../store/person.ts'

interface EventBase {
  /** The platform's id of this delivery; a repeated delivery has the same one. */
  readonly id: string
  readonly person: Person
  readonly locale: Locale
  /** What the platform calls the person, if the delivery says so. People choose it themselves: it proves nothing. */
  readonly displayName?: string
}

/** A command with what followed it: text as typed, or options by name where the platform has them. */
export interface CommandEvent extends EventBase {
  readonly type: 'command'
  readonly name: string
  readonly text: string
  readonly options?: Readonly<Record<string, string>>
}

/** A button pressed or a choice made: the payload that the message carried. */
export interface ActionEvent extends EventBase {
  readonly type: 'action'
  readonly payload: string
}

/** Something typed to the bot with no command, in a direct message or at the terminal's prompt. */
export interface TextEvent extends EventBase {
  readonly type: 'text'
  readonly text: string
}

/** An option being typed, for which the platform wants the likeliest completions. */
export interface AutocompleteEvent extends EventBase {
  readonly type: 'autocomplete'
  readonly command: string
  readonly option: string
  readonly typed: string
  readonly options: Readonly<Record<string, string>>
}

/** A form filled in: its payload and what each field holds. */
export interface FormEvent extends EventBase {
  readonly type: 'form'
  readonly payload: string
  readonly values: Readonly<Record<string, string>>
}

/** Somebody opens the bot's own page: where they stand and what they can do. */
export interface HomeEvent extends EventBase {
  readonly type: 'home'
}

/** The nominating emoji on a message, put there or taken away; or the message picked from a menu, which is the same. */
export interface ReactionEvent extends EventBase {
  readonly type: 'reaction'
  readonly isAdded: boolean
  /** Whether the emoji is on the message; not where the same was picked from its menu. */
  readonly hasEmoji: boolean
  readonly message: {
    /** Platform, workspace, channel and message, as one text. */
    readonly ref: string
    /** Whether the bot wrote it: then it is a card, or nothing that could become a proposal. */
    readonly own: boolean
    /** Its words, empty where the platform does not tell, and an address that leads to it. Asked for only where needed. */
    read(): Promise<{ readonly text: string; readonly link: string | null }>
    /** Asks the platform whether the person's nominating emoji is on the message now; false if the message is gone. */
    hasReaction(): Promise<boolean>
  }
  /** Needed only when an emoji was taken away. */
  readonly nominators?: ReadNominators | undefined
}

/**
 * Reads who has the nominating emoji, in any skin tone, on a message of the platform now; undefined if the message is gone or could
 * not be read.
 */
export type ReadNominators = (ref: string) => Promise<readonly Person[] | undefined>

/** The removal of all nominating emojis from a message by a moderator. */
export interface EmojiRemoval {
  readonly platform: string
  /** The message, as in a reaction. */
  readonly ref: string
  readonly nominators: ReadNominators | undefined
}

/** A nomination that was taken back because its emoji was removed by someone else, and what to tell the person. */
export interface RevokedNomination {
  readonly person: Person
  readonly message: (t: Translator) => Message
}

export type BotEvent = CommandEvent | ActionEvent | TextEvent | AutocompleteEvent | FormEvent | HomeEvent

export interface Choice {
  readonly name: string
  readonly value: string
}

/** What the bot answers. `failed` tells an answer that says what went wrong from one that gives what was asked. */
export type BotResponse =
  | {
      readonly type: 'reply'
      readonly message: Message
      readonly failed?: 'user' | 'internal'
      /** The field of a form that what went wrong is about. */
      readonly field?: string
      /** Takes the place of the message that was acted on, instead of following it. */
      readonly inPlace?: true
      /** Belongs in a direct message between the person and the bot, wherever it was asked for. */
      readonly direct?: true
    }
  | { readonly type: 'form'; readonly form: Form }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }

export function reply(message: Message): BotResponse {
  return { type: 'reply', message }
}

/** A message that takes the place of the one that was acted on. */
export function replaceWith(message: Message): BotResponse {
  return { type: 'reply', message, inPlace: true }
}

/** An outcome that belongs in a direct message. */
export function inDirectMessage(response: BotResponse): BotResponse {
  return response.type === 'reply' && response.failed === undefined ? { ...response, direct: true } : response
}

import type { Locale } from '../i18n/index.ts'
import type { Message } from '../message/index.ts'

/** Who did something, and where. Ids are the platform's own; a person is known by all three together. */
export interface Person {
  readonly platform: string
  readonly workspace: string
  readonly user: string
}

interface Delivery {
  /** The platform's id of this delivery; a repeated delivery has the same one. */
  readonly id: string
  readonly person: Person
  readonly locale: Locale
}

/** A command with what followed it: text as typed, or options by name where the platform has them. */
export interface IncomingCommand extends Delivery {
  readonly type: 'command'
  readonly name: string
  readonly text: string
  readonly options?: Readonly<Record<string, string>>
}

/** A button pressed or a choice made: the payload that the message carried. */
export interface IncomingAction extends Delivery {
  readonly type: 'action'
  readonly payload: string
}

/** Something typed to the bot with no command, in a direct message or at the terminal's prompt. */
export interface IncomingText extends Delivery {
  readonly type: 'text'
  readonly text: string
}

/** An option being typed, for which the platform wants the likeliest completions. */
export interface IncomingAutocomplete extends Delivery {
  readonly type: 'autocomplete'
  readonly command: string
  readonly option: string
  readonly typed: string
  readonly options: Readonly<Record<string, string>>
}

export type Incoming = IncomingCommand | IncomingAction | IncomingText | IncomingAutocomplete

export interface Choice {
  readonly name: string
  readonly value: string
}

/** What the bot answers. `failed` tells an answer that says what went wrong from one that gives what was asked. */
export type Outcome =
  | {
      readonly type: 'reply'
      readonly message: Message
      readonly failed?: 'user' | 'internal'
    }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }

export function reply(message: Message): Outcome {
  return { type: 'reply', message }
}

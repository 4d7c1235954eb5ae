import type { Catalog, Library } from '../catalog/index.ts'
import type { MessageKey, Translator } from '../i18n/index.ts'
import type { Outcome, Person } from './incoming.ts'

/** What a command's handler is given: the live catalogue, the reader's language and who asks. */
export interface Asking {
  readonly library: Library
  readonly t: Translator
  readonly person: Person
}

export interface CommandOption {
  readonly name: string
  readonly summary: MessageKey
  /** What the option's value is completed from; `text` is not completed. */
  readonly completes: 'role' | 'level' | 'domain' | 'skill' | 'text'
}

/** One way to use a command, for its help: what to type, what comes back, and an example made of the catalogue's names. */
export interface Usage {
  readonly input: MessageKey
  readonly answer: MessageKey
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
  /** Answers what was typed after the command. Throws a UserError for what the person can put right. */
  run(text: string, asking: Asking): Outcome | Promise<Outcome>
  /** Answers one of the command's own actions, given the action's arguments. */
  act(args: readonly string[], asking: Asking): Outcome | Promise<Outcome>
}

import type { Languages, Translator } from '../i18n/index.ts'
import type { Command, CommandContext } from './command.ts'
import { commandFor, type View } from './conversation/index.ts'
import { UserError } from './errors.ts'
import { isHelpRequest } from './input.ts'
import { quoteInput } from './quote.ts'

/** A command with what is typed after it, and what the answer is about if plain words asked for it. */
export interface CommandLine {
  readonly command: Command
  readonly text: string
  readonly view?: View
}

export interface LineReader {
  /** The command of a line with a slash; undefined for any other line. Throws a UserError if there is no such command. */
  typed(line: string, context: CommandContext): CommandLine | undefined
  /** The command that plain words ask for: the first one, unless they ask for another. `isOwn`: only the person reads the answer. */
  plain(line: string, context: CommandContext, isOwn?: boolean): CommandLine
  unknownCommand(name: string, t: Translator): UserError
}

/** Reads lines that people type without the help of their platform. Commands have their names of all languages. */
export function createLineReader(commands: readonly Command[], { byLocale }: Pick<Languages, 'byLocale'>): LineReader {
  const byName = new Map(
    commands.flatMap((command) => {
      const names = [...byLocale.values()].flatMap(({ commandNames }) => commandNames[command.name] ?? [])
      return [command.name, ...names].map((name) => [name, command] as const)
    }),
  )
  const unknownCommand = (name: string, t: Translator): UserError =>
    new UserError('error.command.unknown', {
      name: quoteInput(name),
      commands: t.any(commands.map((command) => `/${command.name}`)),
    })

  const plain: LineReader['plain'] = (line, context, isOwn) => {
    const [first] = commands
    if (!first) throw unknownCommand('', context.t)
    const request = commandFor(line, context, isOwn)
    const command = request && byName.get(request.name)
    return command ? { command, text: request.text, view: request.view } : { command: first, text: line }
  }

  return {
    plain,
    typed(line, context) {
      const { name, text } = commandIn(line)
      if (name === undefined) return undefined
      if (isHelpRequest(name, context.vocabulary)) return plain(name, context)
      const command = byName.get(name)
      if (!command) throw unknownCommand(name, context.t)
      return { command, text }
    },
    unknownCommand,
  }
}

/** Splits a line such as `/skills ml-engineer` into command and text. The name is undefined for a line without a slash. */
export function commandIn(line: string): { readonly name: string | undefined; readonly text: string } {
  const match = /^\s*\/(\S*)\s*([\s\S]*)$/u.exec(line)
  return match ? { name: match[1]?.toLowerCase() ?? '', text: match[2] ?? '' } : { name: undefined, text: line }
}

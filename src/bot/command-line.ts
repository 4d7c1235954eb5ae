import type { Translator } from '../i18n/index.ts'
import type { Command, CommandOption } from './command.ts'

/** A command as platforms with native forms deliver it. */
export interface CommandInvocation {
  readonly command: string
  readonly subcommand?: string | undefined
  /** The values by the names of their options. */
  readonly options: Readonly<Record<string, string>>
}

/** The options of a command or of one of its subcommands. */
export function optionsOf(
  commands: readonly Command[],
  { command, subcommand }: Pick<CommandInvocation, 'command' | 'subcommand'>,
): readonly CommandOption[] {
  const declared = commands.find(({ name }) => name === command)
  if (subcommand === undefined) return declared?.options ?? []
  return declared?.subcommands?.find(({ name }) => name === subcommand)?.options ?? []
}

/** The text that does the same if it is typed after the command. Values of options that no longer exist come last. */
export function typedText(commands: readonly Command[], invocation: CommandInvocation, t: Translator): string {
  const { subcommand, options } = invocation
  const declared = optionsOf(commands, invocation)
  const names = new Set(declared.map(({ name }) => name))
  const words = [
    ...(subcommand === undefined ? [] : [subcommand]),
    ...declared.flatMap(({ name, before }) => {
      const value = options[name]
      return value === undefined ? [] : [...(before === undefined ? [] : [t(before)]), value]
    }),
    ...Object.entries(options).flatMap(([name, value]) => (names.has(name) ? [] : [value])),
  ]
  return words.join(' ').trim()
}

import type { Translator } from '../i18n/index.ts'
import type { UsageInline } from '../message/index.ts'
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

/** The text that does the same if it is typed after the command. */
export function typedText(commands: readonly Command[], invocation: CommandInvocation, t: Translator): string {
  const { subcommand, options } = invocation
  return wordsOf(subcommand, options, optionsOf(commands, invocation), t).join(' ').trim()
}

/** A command to use, as a message shows it. */
export function usageOf(
  command: Command,
  { subcommand, options }: Omit<CommandInvocation, 'command'>,
  t: Translator,
): UsageInline {
  const declared = optionsOf([command], { command: command.name, subcommand })
  const words = wordsOf(subcommand === undefined ? undefined : t.commandName(subcommand), options, declared, t)
  return { type: 'usage', text: [`/${command.name}`, ...words].join(' '), command: command.name, subcommand, options }
}

/** What to type after a command. Values of options that no longer exist come last. */
function wordsOf(
  subcommand: string | undefined,
  values: Readonly<Record<string, string>>,
  declared: readonly CommandOption[],
  t: Translator,
): readonly string[] {
  const names = new Set(declared.map(({ name }) => name))
  return [
    ...(subcommand === undefined ? [] : [subcommand]),
    ...declared.flatMap(({ name, before }) => {
      const value = values[name]
      return value === undefined ? [] : [...(before === undefined ? [] : [t(before)]), value]
    }),
    ...Object.entries(values).flatMap(([name, value]) => (names.has(name) ? [] : [value])),
  ]
}

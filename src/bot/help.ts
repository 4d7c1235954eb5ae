import type { Catalog } from '../catalog/index.ts'
import type { Translator } from '../i18n/index.ts'
import { type List, list, plain } from '../message/index.ts'
import type { Command, CommandContext, Subcommand } from './command.ts'
import { typedText, usageOf } from './command-line.ts'

/** The help of a command with subcommands. */
export const HELP_SUBCOMMAND: Subcommand = { name: 'help', summary: 'help.summary', options: [] }

/** Lists the ways to use a command, each as its platform writes it. Those for which the catalog has no example are left out. */
export function usageList(command: Command, context: CommandContext): readonly List[] {
  const { catalogIndex, t } = context
  const items = command.usages.flatMap(({ subcommand, options, answer, params }) => {
    const values = options ? options(catalogIndex.catalog, t.locale) : {}
    if (values === undefined) return []
    const usage = usageOf(command, { subcommand, options: values }, t)
    return [{ text: [usage, ...plain(` — ${t(answer, params?.(context))}`)] }]
  })
  return list(items)
}

/** What can be typed after a command, in the order of its help, with names of a catalog. */
export function examplesOf(command: Command, catalog: Catalog, t: Translator): readonly string[] {
  const examples = command.usages.map(({ subcommand, options }) => {
    const values = options ? options(catalog, t.locale) : {}
    return values === undefined ? '' : typedText([command], { command: command.name, subcommand, options: values }, t)
  })
  return [...new Set(examples)].filter((example) => example !== '')
}

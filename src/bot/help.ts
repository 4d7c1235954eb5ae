import type { Catalog } from '../catalog/index.ts'
import type { Table } from '../message/index.ts'
import type { Command, CommandContext, Subcommand, Usage } from './command.ts'

/** The help of a command with subcommands. */
export const HELP_SUBCOMMAND: Subcommand = { name: 'help', summary: 'help.summary', options: [] }

/** Shown if the catalog has no entries for an example. */
const NO_EXAMPLE = '—'

/** Builds the help table of a command from its declaration. */
export function usageTable(command: Pick<Command, 'name' | 'usages'>, context: CommandContext): Table {
  const { catalogIndex, t } = context
  return {
    type: 'table',
    columns: [t('help.input'), t('help.answer'), t('help.example')],
    rows: command.usages.map((usage) => [
      t(usage.input),
      t(usage.answer, usage.params?.(context)),
      exampleOf(command.name, usage, catalogIndex.catalog),
    ]),
  }
}

function exampleOf(command: string, usage: Usage, catalog: Catalog): string {
  const example = usage.example(catalog)
  return example === undefined ? NO_EXAMPLE : `/${command} ${example}`.trim()
}

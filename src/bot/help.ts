import type { Catalog } from '../catalog/index.ts'
import type { Translator } from '../i18n/index.ts'
import type { Table } from '../message/index.ts'
import type { Command, Usage } from './command.ts'

/** Shown where the catalogue has nothing to make an example of. */
const NO_EXAMPLE = '—'

/** The ways to use a command, from its own declaration. */
export function usageTable(command: Pick<Command, 'name' | 'usages'>, catalog: Catalog, t: Translator): Table {
  return {
    type: 'table',
    columns: [t('help.input'), t('help.answer'), t('help.example')],
    rows: command.usages.map((usage) => [t(usage.input), t(usage.answer), exampleOf(command.name, usage, catalog)]),
  }
}

function exampleOf(command: string, usage: Usage, catalog: Catalog): string {
  const example = usage.example(catalog)
  return example === undefined ? NO_EXAMPLE : `/${command} ${example}`.trim()
}

import { closestNames } from '../../catalog/index.ts'
import type { TextInFile } from '../../catalog/schema.ts'
import type { Findings, Place } from '../draft.ts'
import type { Cell, Table } from '../table.ts'
import { languageIn } from './table-text.ts'
import { columnsOf, type TableName } from './tables.ts'

/** A row of a table, by column. */
export interface TableRow {
  readonly place: Place
  /** The text of a column; empty if the row or the table has none. */
  readonly text: (column: string) => string
  /** The cell of a column, for its position: the row's first if the table has no such column. */
  readonly cell: (column: string) => Cell
  /** A text of a column for each language; undefined if it has none. */
  readonly local: (column: string) => TextInFile | undefined
}

/** The filled rows of a table, below the first, which has the names of its columns. */
export function rowsOf(
  table: Table | undefined,
  name: TableName,
  first: string,
  findings: Findings,
): readonly TableRow[] {
  if (!table) return []
  const [head, ...rows] = table.rows.filter(isFilled)
  if (!head) return []
  const columns = columnsOf(name).map(({ column, ...rest }) => ({ name: column, ...rest }))
  const indexes = new Map<string, number>()
  const languages = new Map<string, Map<string, number>>()
  for (const [index, cell] of head.entries()) {
    if (cell.text === '') continue
    const match = columns.flatMap((column) => {
      const language = languageIn(cell.text, column.name)
      return language === null || (column.isText && language !== undefined)
        ? [{ ...column, language: language ?? first }]
        : []
    })[0]
    if (!match) {
      const all = columns.map((column) => column.name)
      const hint = closestNames(cell.text, all, 1)[0]
      const list = hint === undefined ? `the columns are ${all.join(', ')}` : `did you mean "${hint}"?`
      findings.problem(cell, `"${cell.text.slice(0, 60)}" is not a column of ${name}; ${list}`)
      continue
    }
    const own = languages.get(match.name) ?? new Map<string, number>()
    const isRepeated = match.isText ? own.has(match.language) : indexes.has(match.name)
    if (isRepeated) findings.problem(cell, `the column "${cell.text}" appears twice`)
    if (match.isText) languages.set(match.name, own.set(match.language, index))
    else indexes.set(match.name, index)
  }
  const [missing] = columns.filter(({ name: each, isText, isOptional }) => !isText && !isOptional && !indexes.has(each))
  const start = head[0]
  if (missing && start) findings.problem(start, `${name} has no column "${missing.name}"`)
  return rows.map((row) => {
    const lead = row.find(({ text }) => text !== '') ?? row[0] ?? { file: table.file, line: 1, column: 1, text: '' }
    const cell = (column: string): Cell =>
      row[indexes.get(column) ?? [...(languages.get(column)?.values() ?? [])][0] ?? -1] ?? { ...lead, text: '' }
    return {
      place: lead,
      cell,
      text: (column) => cell(column).text,
      local(column) {
        const own = [...(languages.get(column) ?? [])].flatMap(([language, index]) => {
          const text = row[index]?.text ?? ''
          return text === '' ? [] : [[language, text] as const]
        })
        const [only] = own
        if (only && own.length === 1 && only[0] === first) return only[1]
        return own.length === 0 ? undefined : Object.fromEntries(own)
      },
    }
  })
}

export const isFilled = (row: readonly Cell[]): boolean => row.some(({ text }) => text !== '')

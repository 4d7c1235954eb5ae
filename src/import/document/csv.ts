import { readCsv } from '../csv.ts'
import type { Findings } from '../draft.ts'
import type { Cell, Table } from '../table.ts'
import type { DocumentSource } from './check.ts'
import { readDocumentTables } from './read-tables.ts'
import { isFilled } from './table-reader.ts'
import { asWritten, withoutFormula } from './table-text.ts'
import type { DocumentTable } from './tables.ts'

// All tables of a document in one CSV file, one below the other: the name of a table in brackets, its rows, an empty row.

/** Excel reads a CSV file as UTF-8 only with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

export function csvText(tables: readonly DocumentTable[]): string {
  const rows = tables.flatMap(({ name, rows: own }) => [[`[${name}]`], ...own, []])
  const width = Math.max(...rows.map((row) => row.length))
  const lines = rows.map((row) => Array.from({ length: width }, (_, index) => csvCell(row[index] ?? '')).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function csvCell(text: string): string {
  const safe = withoutFormula(text)
  return /[",;\t\r\n|]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Whether a text begins as `csvText` writes it. */
export const isDocumentCsv = (text: string): boolean =>
  /^\uFEFF?(?:sep=.\r?\n)?"?\[Ladder\]"?[,;\t|\r\n][^\n]*\n+(?:[^\n]*\n){0,3}"?format"?[,;\t|]/u.test(text)

const TABLE_NAME = /^\[(.+)\]$/su

export function readDocumentCsv(file: string, text: string, findings: Findings): DocumentSource | undefined {
  const whole = readCsv(file, text, findings, (cell) => asWritten(cell.replaceAll(/\r\n?/gu, '\n').trim()))
  if (!whole) return undefined
  const tables: { name: string; rows: (readonly Cell[])[] }[] = []
  for (const row of whole.rows) {
    const [first] = row
    const name =
      first && row.every(({ text: other }, index) => index === 0 || other === '') && TABLE_NAME.exec(first.text)?.[1]
    if (name) {
      if (tables.some((table) => table.name === name)) findings.problem(first, `the table "${name}" appears twice`)
      tables.push({ name, rows: [] })
    } else if (isFilled(row)) tables.at(-1)?.rows.push(row)
  }
  const named: readonly Table[] = tables.map((table) => ({ ...table, file }))
  return readDocumentTables(file, named, 'a ladder that was exported as CSV', findings)
}

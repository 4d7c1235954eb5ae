import { normalize } from '../catalog/index.ts'
import type { Place } from './draft.ts'

/** A cell of a table, with its position. The text has no blank at its start or end. */
export interface Cell extends Place {
  readonly text: string
}

/** A table of any source: a CSV file, a sheet of a workbook, or a table of a Markdown page. */
export interface Table {
  readonly file: string
  /** The name of the sheet, of the heading above, or of the file: a role, if no column names one. */
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Invisible characters that spreadsheets and web pages leave in texts. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]|[^\P{Cc}\n]/gu

/** Cleans the text of a cell: no blank at an end, no control characters, `<br>` as a line break. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/<br\s*\/?>/giu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/ *\n */gu, '\n')
    .trim()
}

/** A text on one line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

const BLANKS = new Set([
  '-',
  '--',
  '–',
  '—',
  '/',
  '.',
  'n/a',
  'na',
  'none',
  'nil',
  'absent',
  'no',
  'false',
  '✗',
  '✘',
  '❌',
  '0',
  '0.0',
])

/** Whether a value expects nothing: an empty cell, a dash, 0, "n/a", "no" or "none". */
export const isBlank = (text: string): boolean => text === '' || BLANKS.has(text.toLowerCase())

/** A key that is equal for names that people mean as the same. */
export const keyOf = (name: string): string => normalize(name) || name.trim().toLowerCase()

/** A file's name without its folder and ending, as a title: "data-team.csv" is "Data team". */
export function titleOfFile(file: string): string {
  const bare = file.replace(/^.*[\\/]/u, '').replace(/\.[^.]+$/u, '')
  const words = oneLine(bare.replaceAll(/[-_]+/gu, ' '))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

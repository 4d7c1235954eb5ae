import { type Cell, cleanText, type Table, titleOfFile } from './table.ts'

/** A heading, a list item or a paragraph of a Markdown page, with its line. */
export interface Block {
  readonly kind: 'heading' | 'item' | 'paragraph'
  /** The depth of a heading; 0 for anything else. */
  readonly depth: number
  readonly text: string
  readonly isOrdered: boolean
  readonly line: number
}

/** The text of Markdown without links, emphasis and code marks. */
export function plainMarkdown(text: string): string {
  return text
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/<(?!br\b)[^>]*>/giu, '')
    .replaceAll(/\*\*|__|`/gu, '')
    .trim()
}

/** The headings, list items and paragraphs of a page, in order. Tables and HTML are left out. */
export function blocksOf(text: string): readonly Block[] {
  return text.split(/\r?\n/u).flatMap((raw, index): Block[] => {
    const line = index + 1
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/u.exec(raw)
    if (heading)
      return [{ kind: 'heading', depth: heading[1]?.length ?? 1, text: heading[2] ?? '', isOrdered: false, line }]
    const item = /^\s*(?:([-*+])|\d+[.)])\s+(.*)$/u.exec(raw)
    if (item) return [{ kind: 'item', depth: 0, text: item[2] ?? '', isOrdered: item[1] === undefined, line }]
    if (raw.trim() === '' || /^\s*[|<]/u.test(raw)) return []
    return [{ kind: 'paragraph', depth: 0, text: raw.trim(), isOrdered: false, line }]
  })
}

/** The tables of a page, each with the nearest heading above it as its name. */
export function markdownTables(file: string, text: string): readonly Table[] {
  const tables: { name: string; rows: Cell[][] }[] = []
  let name = titleOfFile(file)
  let isInTable = false
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/u.exec(raw)?.[1]
    if (heading !== undefined) name = plainMarkdown(heading)
    const isRow = /^\s*\|.*\|\s*$/u.test(raw)
    if (isRow && !isInTable) tables.push({ name, rows: [] })
    isInTable = isRow
    if (isRow && !/^[\s|:-]+$/u.test(raw)) tables.at(-1)?.rows.push(rowCells(file, raw, index + 1))
  }
  return tables.filter(({ rows }) => rows.length > 1).map((table) => ({ file, ...table }))
}

/** The cells of a row. A pipe in a text is written with a backslash. */
function rowCells(file: string, raw: string, line: number): Cell[] {
  const cells: Cell[] = []
  let column = raw.indexOf('|') + 1
  for (const part of raw
    .slice(column)
    .split(/(?<!\\)\|/u)
    .slice(0, -1)) {
    const lead = part.length - part.trimStart().length
    const text = cleanText(plainMarkdown(part.replaceAll('\\|', '|')))
    cells.push({ file, line, column: column + lead + 1, text })
    column += part.length + 1
  }
  return cells
}

import type { RawTextElement, RichTextBlock } from '@slack/types'
import type { Translator } from '../../../i18n/index.ts'
import type { Matrix, MatrixCell, RichText, Table } from '../../../message/index.ts'
import { columnWidth, oneLine } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'
import {
  type Cell,
  contextBlock,
  itemPieces,
  type LinePiece,
  type Piece,
  type RowPiece,
  sectionPieces,
  type TableFrame,
} from './pieces.ts'

/** A matrix or a table, before it is known how it will be drawn. */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly GridRow[]
  /** What the signs mean. */
  readonly legend: string
  readonly align: 'left' | 'center'
  /** Whether it keeps the limits of Slack's own tables, whatever the number of rows. */
  readonly tabular: boolean
}

export interface GridRow {
  /** One text a column; a group has only its label. */
  readonly cells: readonly string[]
  readonly isGroup: boolean
}

/** A matrix with one column says its proficiencies in words, one with several their letters. */
export function toGrid(block: Matrix | Table, t: Translator): Grid {
  switch (block.type) {
    case 'matrix':
      return matrixGrid(block, t)
    case 'table': {
      const rows = block.rows.map((row) => ({
        cells: block.columns.map((_, at) => oneLine(row[at] ?? '')),
        isGroup: false,
      }))
      return measured({ columns: block.columns.map(oneLine), rows, legend: '', align: 'left' })
    }
  }
}

/** Up to this many columns have room for their whole names. */
const FEW_COLUMNS = 3

function matrixGrid({ columns, groups, legend }: Matrix, t: Translator): Grid {
  const wordy = columns.length === 1
  const heads = columns.map(({ label, short }) => oneLine(columns.length <= FEW_COLUMNS ? label : short))
  const rows = groups.flatMap((group) => [
    ...(oneLine(group.label) === '' ? [] : [{ cells: [oneLine(group.label)], isGroup: true }]),
    ...group.rows.map((row) => {
      const cells = columns.map((_, at) => cellText(row.cells[at], wordy))
      return { cells: [oneLine(row.label), ...cells], isGroup: false }
    }),
  ])
  return measured({
    columns: [t('field.skill'), ...heads],
    rows,
    legend: oneLine(legend.map(({ sign, means }) => `${sign} ${means}`).join(' · ')),
    align: wordy ? 'left' : 'center',
  })
}

function cellText(cell: MatrixCell | undefined, wordy: boolean): string {
  if (!cell) return ''
  if (!wordy) return oneLine(`${cell.letter}${cell.rises ? '↑' : ''}${cell.mandatory === true ? '●' : ''}`)
  const marks = cell.proficiency === null ? '' : `${cell.rises ? ' ↑' : ''}${cell.mandatory === true ? ' ●' : ''}`
  return oneLine(`${cell.letter} ${cell.word}${marks}`)
}

function measured(grid: Omit<Grid, 'tabular'>): Grid {
  const lines = [grid.columns, ...grid.rows.map((row) => row.cells)]
  const longest = Math.max(...lines.map((cells) => sum(cells.map((text) => text.length)) + grid.columns.length))
  const tabular = grid.columns.length > 0 && grid.columns.length <= LIMITS.tableColumns
  return { ...grid, tabular: tabular && longest <= LIMITS.tableRowText }
}

/** Whether it reads well drawn in letters of one width. */
export function fitsMonospace(grid: Grid): boolean {
  return grid.tabular && sum(widthsOf(grid)) + GAP.length * (grid.columns.length - 1) <= LIMITS.drawnWidth
}

/** As a native table, in letters of one width where that is narrow enough, else as a list with one row an item. */
export function gridPieces(grid: Grid, of: number, isNative: boolean): Piece[] {
  if (grid.rows.length === 0) return []
  const legend: Piece[] = grid.legend === '' ? [] : [{ kind: 'whole', of, count: 0, block: contextBlock(grid.legend) }]
  if (isNative && grid.tabular) return nativeRows(grid, of)
  return [...(fitsMonospace(grid) ? drawnLines(grid, of) : listedRows(grid, of)), ...legend]
}

/** Slack refuses a cell with no text. */
const NOTHING = ' '

function nativeRows({ columns, rows, legend, align }: Grid, of: number): RowPiece[] {
  const drawing: TableFrame = {
    header: columns.map((text) => raw(text)),
    columns: columns.map((_, at) => {
      const isText = at === 0 || align === 'left'
      return { align: isText ? 'left' : 'center', is_wrapped: isText }
    }),
    ...(legend !== '' && { footer: contextBlock(legend) }),
  }
  let group: readonly Cell[] | undefined
  return rows.map((row): RowPiece => {
    if (row.isGroup) {
      const cells = columns.map((_, at) => (at === 0 ? bold(row.cells[0] ?? NOTHING) : raw(NOTHING)))
      group = cells
      return { kind: 'row', of, count: 0, keepWithNext: true, cells, table: drawing }
    }
    const cells = columns.map((_, at) => raw(row.cells[at] ?? ''))
    return { kind: 'row', of, count: 1, cells, table: drawing, ...(group && { group }) }
  })
}

function raw(text: string): RawTextElement {
  return { type: 'raw_text', text: text === '' ? NOTHING : text }
}

function bold(text: string): RichTextBlock {
  const elements = [{ type: 'text' as const, text, style: { bold: true } }]
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

const GAP = '  '

function widthsOf({ columns, rows }: Pick<Grid, 'columns' | 'rows'>): number[] {
  const whole = [columns, ...rows.filter((row) => !row.isGroup).map((row) => row.cells)]
  return columns.map((_, at) => Math.max(...whole.map((cells) => columnWidth(cells[at] ?? ''))))
}

function drawnLines(grid: Grid, of: number): LinePiece[] {
  const widths = widthsOf(grid)
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, at) => `${cells[at] ?? ''}${' '.repeat(Math.max(0, width - columnWidth(cells[at] ?? '')))}`)
      .join(GAP)
      .trimEnd() || NOTHING
  const head = `${line(grid.columns)}\n${widths.map((width) => '─'.repeat(width)).join(GAP)}`
  return grid.rows.map((row): LinePiece => {
    const made = { kind: 'line', of, text: row.isGroup ? (row.cells[0] ?? NOTHING) : line(row.cells), head } as const
    return row.isGroup ? { ...made, count: 0, keepWithNext: true } : { ...made, count: 1 }
  })
}

function listedRows({ columns, rows }: Grid, of: number): Piece[] {
  return rows.flatMap((row): Piece[] => {
    const [first = '', ...cells] = row.cells
    const name: RichText = [{ type: 'strong', text: first }]
    if (row.isGroup)
      return sectionPieces(name, of).map((piece) => ({ ...piece, keepWithNext: true, count: 0 }) as const)
    const details = cells.flatMap((text, at) => (text === '' ? [] : [`${columns[at + 1] ?? ''} ${text}`.trim()]))
    return itemPieces(name, [[{ type: 'text', text: details.join(' · ') }]], of, undefined)
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

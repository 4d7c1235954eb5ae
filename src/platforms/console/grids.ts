import wrapAnsi from 'wrap-ansi'
import type { Matrix, MatrixCell, Table } from '../../message/index.ts'
import { columnWidth } from '../../message/sanitize.ts'
import { clip, GAP, type Pen, PLAIN_PEN, pad, printable } from './pen.ts'

// Rows and columns in a terminal.

/** The narrowest label column. */
const MIN_LABEL = 12

/** A single column shows words beside the letter; several show letters only, under short headings. */
export function drawMatrix({ columns, groups, legend }: Matrix, pen: Pen): string {
  const rows = groups.flatMap((group) => group.rows)
  const wordy = columns.length === 1
  const widestOf = (each: typeof drawCell): number =>
    Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => columnWidth(each(cell, PLAIN_PEN)))))
  const hasShades = fitsNaturally(widestOf(drawShadedCell), columns.length, pen.width)
  const draw = wordy ? drawWordyCell : hasShades ? drawShadedCell : drawCell
  const widest = widestOf(draw)
  const heads = wordy ? [] : columns.map((column) => printable(column.short))
  const { cellWidth, gap } = fitColumns(
    Math.max(widest, ...heads.map((head) => columnWidth(head))),
    columns.length,
    pen.width,
  )
  const room = pen.width - GAP.length - columns.length * (cellWidth + gap.length)
  const labelWidth = Math.max(1, Math.min(Math.max(0, ...rows.map((row) => columnWidth(printable(row.label)))), room))
  const lines: string[] = []
  if (!wordy) {
    const header = heads.map((head) => pad(clip(head, cellWidth), cellWidth)).join(gap)
    lines.push(pen.style('dim', `${' '.repeat(GAP.length + labelWidth)}${gap}${header}`.trimEnd()))
  }
  for (const group of groups) {
    lines.push(pen.style('bold', pen.wrap(printable(group.label))))
    for (const row of group.rows) {
      const label = pad(clip(printable(row.label), labelWidth), labelWidth)
      const cells = row.cells.map((cell) => pad(draw(cell, pen), cellWidth)).join(gap)
      lines.push(`${GAP}${label}${gap}${cells}`.trimEnd())
    }
  }
  const key = legend.map(({ sign, means }) => `${sign} ${means}`).join(' · ')
  return [...lines, '', pen.style('dim', pen.wrap(key))].join('\n')
}

/** The room for the cells of a row. */
const roomOf = (width: number): number => width - GAP.length - MIN_LABEL

/** Whether columns of a width leave room for labels. */
function fitsNaturally(wanted: number, count: number, width: number): boolean {
  return count * (Math.max(3, wanted) + GAP.length) <= roomOf(width)
}

/** As wide as the widest cell if that leaves room for labels, else as wide as the terminal allows. */
function fitColumns(wanted: number, count: number, width: number): { cellWidth: number; gap: string } {
  const room = roomOf(width)
  if (fitsNaturally(wanted, count, width)) return { cellWidth: Math.max(3, wanted), gap: GAP }
  return { cellWidth: Math.max(1, Math.min(wanted, Math.floor(room / Math.max(1, count)) - 1)), gap: ' ' }
}

/** The heat of a proficiency, so that a grid reads as a map even without colors. */
const CELL_SHADE = { awareness: '░', working: '▒', advanced: '▓', expert: '█' } as const
const CELL_STYLE = { awareness: 'dim', working: 'cyan', advanced: 'green', expert: 'yellow' } as const
const HEATS = ['awareness', 'working', 'advanced', 'expert'] as const

/** Which of the four heats a cell has: its own step, or the one as far up its scale. */
function heatOf({ proficiency, step: [rank, steps] = [1, 1] }: MatrixCell) {
  const own = HEATS.find((heat) => heat === proficiency)
  const at = steps === 1 ? 0 : Math.round(((rank - 1) / (steps - 1)) * (HEATS.length - 1))
  return own ?? HEATS[at] ?? 'expert'
}

function drawCell(cell: MatrixCell, pen: Pen): string {
  return `${drawSign(cell, cell.letter, pen)}${cell.rises ? '↑' : ''}${cell.mandatory === true ? '●' : ''}`
}

function drawShadedCell(cell: MatrixCell, pen: Pen): string {
  const shade = cell.proficiency === null ? ' ' : CELL_SHADE[heatOf(cell)]
  return `${drawSign(cell, shade, pen)}${drawCell(cell, pen)}`
}

function drawSign(cell: MatrixCell, sign: string, pen: Pen): string {
  return pen.style(cell.proficiency === null ? 'dim' : CELL_STYLE[heatOf(cell)], sign)
}

function drawWordyCell(cell: MatrixCell, pen: Pen): string {
  if (cell.proficiency === null) return pen.style('dim', `${cell.letter} ${cell.word}`)
  const marks = `${cell.rises ? ' ↑' : ''}${cell.mandatory === true ? ' ●' : ''}`
  return `${pen.style(CELL_STYLE[heatOf(cell)], `${cell.letter} ${cell.word}`)}${marks}`
}

/** The narrowest text column of a table. */
const MIN_COLUMN = 12

export function drawTable({ columns, rows }: Table, pen: Pen): string {
  const all = [columns, ...rows].map((row) => columns.map((_, at) => printable(row[at] ?? '')))
  const widths = columns.map((_, at) => Math.max(...all.map((row) => columnWidth(row[at] ?? ''))))
  const room = pen.width - GAP.length * (columns.length - 1)
  while (sum(widths) > room && Math.max(...widths) > MIN_COLUMN) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  const lines = all.map((row) => drawTableRow(row, widths))
  const [header = '', ...body] = lines
  return [
    pen.style('bold', header),
    pen.style('dim', widths.map((width) => '─'.repeat(width)).join(GAP)),
    ...body,
  ].join('\n')
}

function drawTableRow(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, at) => wrapAnsi(cell, widths[at] ?? MIN_COLUMN, { hard: true }).split('\n'))
  const height = Math.max(...cells.map((lines) => lines.length))
  const lines: string[] = []
  for (let at = 0; at < height; at += 1) {
    lines.push(
      cells
        .map((cell, column) => pad(cell[at] ?? '', widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    )
  }
  return lines.join('\n')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

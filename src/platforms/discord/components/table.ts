import type { Translator } from '../../../i18n/index.ts'
import type { Matrix, MatrixCell, Table } from '../../../message/index.ts'
import { columnWidth, isBlank, oneLine, prefixOfWidth, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'
import { codeLine, escapeMarkdown } from './markdown.ts'
import { linesOf, type Piece, smallLine, titleLine } from './pieces.ts'

/** A matrix with one column becomes a list in words; one with several becomes a table of letters. */
export function matrixPieces(block: Matrix, of: number, t: Translator): readonly Piece[] {
  if (block.columns.length === 1) {
    return block.groups.flatMap((group): Piece[] => [
      ...(isBlank(group.label) ? [] : [titleLine(group.label, of)]),
      ...group.rows.map((row): Piece => {
        const label = escapeMarkdown(truncate(oneLine(row.label), LIMITS.heading))
        return { kind: 'line', of, text: `- ${label}: ${wordsFor(row.cells[0])}`, count: 1 }
      }),
    ])
  }
  const legend = block.legend.map(({ sign, means }) => `${sign} ${means}`).join(' · ')
  const heads = block.columns.map(({ short }) => short)
  const rows = block.groups.flatMap((group) => [
    ...(isBlank(group.label) ? [] : [{ cells: [oneLine(group.label).toUpperCase()], isGroup: true }]),
    ...group.rows.map((row) => ({
      cells: [oneLine(row.label), ...block.columns.map((_, at) => lettersFor(row.cells[at]))],
      isGroup: false,
    })),
  ])
  return [...gridPieces([t('field.skill'), ...heads], rows, of), ...(legend === '' ? [] : [smallLine(legend, of)])]
}

function wordsFor(cell: MatrixCell | undefined): string {
  if (!cell || cell.proficiency === null) return '–'
  return `**${escapeMarkdown(truncate(oneLine(cell.word), LIMITS.heading) || '…')}**${cell.rises ? ' ↑' : ''}${cell.mandatory === true ? ' ●' : ''}`
}

function lettersFor(cell: MatrixCell | undefined): string {
  if (!cell) return ''
  return `${cell.letter}${cell.rises ? '↑' : ''}${cell.mandatory === true ? '●' : ''}`
}

export function tablePieces({ columns, rows }: Table, of: number): readonly Piece[] {
  const lines = rows.map((row) => ({ cells: columns.map((_, at) => oneLine(row[at] ?? '')), isGroup: false }))
  return gridPieces(columns, lines, of)
}

const GAP = 2
/** The narrowest first column, which shrinks when the others need the room. */
const MIN_FIRST_WIDTH = 14

interface GridRow {
  readonly cells: readonly string[]
  readonly isGroup: boolean
}

/** Aligned text; if even that is too wide, each row becomes a list item. */
function gridPieces(columns: readonly string[], rows: readonly GridRow[], of: number): readonly Piece[] {
  const measured = [columns, ...rows.filter(({ isGroup }) => !isGroup).map(({ cells }) => cells)]
  const widths = columns.map((_, at) => Math.max(...measured.map((cells) => columnWidth(cells[at] ?? ''))))
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP, 0)
  if (others + MIN_FIRST_WIDTH > LIMITS.drawnWidth) {
    return rows.flatMap(({ cells: [first = '', ...cells], isGroup }): readonly Piece[] => {
      if (isGroup) return [titleLine(first, of)]
      const text = cells.map((cell, at) => `${columns[at + 1] ?? ''}: ${cell}`).join(' · ')
      return linesOf(
        [
          { type: 'strong', text: first },
          { type: 'text', text: ` ${text}` },
        ],
        of,
        { before: '- ' },
      )
    })
  }
  const first = Math.min(widths[0] ?? 0, LIMITS.drawnWidth - others)
  const line = (cells: readonly string[]): string =>
    codeLine(
      cells
        .map((cell, at) => (at === 0 ? padded(narrowed(cell, first), first) : padded(cell, widths[at] ?? 0)))
        .join(' '.repeat(GAP)),
    )
  const head = line(columns)
  return rows.map(({ cells, isGroup }) => ({
    kind: 'code',
    of,
    text: isGroup ? codeLine(truncate(cells[0] ?? '', LIMITS.drawnWidth)) : line(cells),
    head,
    count: isGroup ? 0 : 1,
    keepWithNext: isGroup,
  }))
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnWidth(text)))
}

function narrowed(text: string, width: number): string {
  return columnWidth(text) <= width ? text : `${prefixOfWidth(text, width - 1).trimEnd()}…`
}

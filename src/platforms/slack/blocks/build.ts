import type {
  KnownBlock,
  RichTextBlock,
  RichTextList,
  RichTextPreformatted,
  RichTextSection,
  TableBlock,
} from '@slack/types'
import { isRecord } from '../json.ts'
import { LIMITS } from './limits.ts'
import type { ItemPiece, LinePiece, Piece, RowPiece, SectionPiece } from './pieces.ts'

/** Puts pieces together as blocks: neighbours of one kind that come from one block of the message become one again. */
export function buildBlocks(pieces: readonly Piece[]): readonly KnownBlock[] {
  const blocks: KnownBlock[] = []
  let rest = pieces
  while (rest.length > 0) {
    const [first] = rest
    if (!first) break
    if (first.kind === 'whole') {
      blocks.push(first.block)
      rest = rest.slice(1)
    } else if (first.kind === 'row') {
      const rows = run(rest, first.of, (piece) => piece.kind === 'row')
      blocks.push(...tableOf(first, rows))
      rest = rest.slice(rows.length)
    } else {
      const words = run(rest, first.of, (piece) => piece.kind !== 'row' && piece.kind !== 'whole')
      blocks.push(richTextOf(words))
      rest = rest.slice(words.length)
    }
  }
  return blocks
}

function run<P extends Piece>(
  pieces: readonly Piece[],
  of: number,
  isKind: (piece: Piece) => piece is P,
): readonly P[] {
  const found: P[] = []
  for (const piece of pieces) {
    if (piece.of !== of || !isKind(piece)) break
    found.push(piece)
  }
  return found
}

/** A table of the rows, whose group is said first where they begin inside it. */
function tableOf({ table: drawing, group }: RowPiece, rows: readonly RowPiece[]): KnownBlock[] {
  const lines = [drawing.header, ...(group ? [group] : []), ...rows.map((row) => row.cells)]
  const table: TableBlock = {
    type: 'table',
    column_settings: [...drawing.columns],
    rows: lines.map((cells) => [...cells]),
  }
  return drawing.footer ? [table, drawing.footer] : [table]
}

function richTextOf(pieces: readonly (SectionPiece | ItemPiece | LinePiece)[]): RichTextBlock {
  const elements: RichTextBlock['elements'] = []
  let list: RichTextList | undefined
  let lines: { element: RichTextPreformatted; length: number } | undefined
  for (const piece of pieces) {
    if (piece.kind === 'line') {
      const added = piece.text.length + 1
      if (!lines || lines.length + added > LIMITS.text) {
        const text = `${piece.head}\n${piece.text}`
        lines = { element: { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }, length: text.length }
        elements.push(lines.element)
      } else {
        lines.element.elements.push({ type: 'text', text: `\n${piece.text}` })
        lines.length += added
      }
      continue
    }
    const section: RichTextSection = { type: 'rich_text_section', elements: [...piece.elements] }
    if (piece.kind === 'section') {
      list = undefined
      elements.push(section)
    } else if (list) {
      list.elements.push(section)
    } else {
      list = listFrom(piece.number)
      list.elements.push(section)
      elements.push(list)
    }
  }
  return { type: 'rich_text', elements }
}

/** `offset` is how many numbers are left out before the first (block-elements/rich-text-list-element). */
function listFrom(number: number | undefined): RichTextList {
  if (number === undefined) return { type: 'rich_text_list', style: 'bullet', elements: [] }
  const offset = number > 1 ? { offset: number - 1 } : {}
  return { type: 'rich_text_list', style: 'ordered', elements: [], ...offset }
}

/** What a page may hold. */
export interface PageLimits {
  readonly blocks: number
  /** What a block weighs besides its text. */
  readonly blockWeight: number
}

/** Whether blocks fit a page together. */
export function fitsPage(blocks: readonly KnownBlock[], room: PageLimits): boolean {
  const tables = blocks.filter((block) => block.type === 'table')
  const text = textLength(blocks)
  return (
    blocks.length <= room.blocks &&
    tables.length <= 1 &&
    tables.every((table) => table.rows.length <= LIMITS.tableRows) &&
    text <= LIMITS.messageText &&
    text + blocks.length * room.blockWeight <= LIMITS.messageTextAndBlocks
  )
}

/** All that is said in blocks, addresses included, in UTF-16 units. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((total: number, each) => total + textLength(each), 0)
  if (!isRecord(value)) return 0
  let total = 0
  for (const [key, inner] of Object.entries(value)) {
    total += typeof inner === 'string' ? (key === 'text' || key === 'url' ? inner.length : 0) : textLength(inner)
  }
  return total
}

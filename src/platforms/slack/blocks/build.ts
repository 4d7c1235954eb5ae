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

/** Builds blocks from pieces, joining adjacent pieces of one kind that belong to the same block of the message. */
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
  const end = pieces.findIndex((piece) => piece.of !== of || !isKind(piece))
  return (end < 0 ? pieces : pieces.slice(0, end)).filter(isKind)
}

/** A table of rows. If they begin inside a group, the row of the group is repeated first. */
function tableOf({ table: frame, group }: RowPiece, rows: readonly RowPiece[]): KnownBlock[] {
  const lines = [frame.header, ...(group ? [group] : []), ...rows.map((row) => row.cells)]
  const table: TableBlock = {
    type: 'table',
    column_settings: [...frame.columns],
    rows: lines.map((cells) => [...cells]),
  }
  return frame.footer ? [table, frame.footer] : [table]
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

/** `offset` is the number before the first (block-elements/rich-text-list-element). */
function listFrom(number: number | undefined): RichTextList {
  if (number === undefined) return { type: 'rich_text_list', style: 'bullet', elements: [] }
  const offset = number > 1 ? { offset: number - 1 } : {}
  return { type: 'rich_text_list', style: 'ordered', elements: [], ...offset }
}

/** The limits of one message or view. */
export interface PageLimits {
  readonly blocks: number
  /** What each block counts in characters, besides its text. */
  readonly blockWeight: number
}

/** Whether blocks are within the limits of one message or view. */
export function fitsPage(blocks: readonly KnownBlock[], limits: PageLimits): boolean {
  const tables = blocks.filter((block) => block.type === 'table')
  const text = textLength(blocks)
  return (
    blocks.length <= limits.blocks &&
    tables.length <= 1 &&
    tables.every((table) => table.rows.length <= LIMITS.tableRows) &&
    text <= LIMITS.messageText &&
    text + blocks.length * limits.blockWeight <= LIMITS.messageTextAndBlocks
  )
}

/** The fields of blocks that hold what people read, or an address. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['text', 'url', 'fallback'])

/** The length of all texts and URLs in blocks, in UTF-16 code units. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((total: number, each) => total + textLength(each), 0)
  if (!isRecord(value)) return 0
  let total = 0
  for (const key of Object.keys(value)) {
    const inner = value[key]
    total += typeof inner === 'string' ? (TEXT_KEYS.has(key) ? inner.length : 0) : textLength(inner)
  }
  return total
}

import type { Button, KnownBlock, RawTextElement, RichTextBlock, RichTextElement, TableBlock } from '@slack/types'
import type { ActionButton, RichText } from '../../../message/index.ts'
import type { Piece as LayoutPiece } from '../../../message/layout.ts'
import { splitRichText } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'
import { plainTextObject, richTextElements } from './rich-text.ts'

/** The pieces of a message on Slack. Adjacent pieces of one block of the message are joined when blocks are built. */
export type Piece = BlockPiece | SectionPiece | ItemPiece | LinePiece | RowPiece

export interface BlockPiece extends LayoutPiece {
  readonly kind: 'whole'
  readonly block: KnownBlock
}

export interface SectionPiece extends LayoutPiece {
  readonly kind: 'section'
  readonly elements: RichTextElement[]
}

export interface ItemPiece extends LayoutPiece {
  readonly kind: 'item'
  readonly elements: RichTextElement[]
  /** Its number in a numbered list. */
  readonly number?: number
}

/** A line of a table in monospace text. */
export interface LinePiece extends LayoutPiece {
  readonly kind: 'line'
  readonly text: string
  /** Repeated above the first line of each page. */
  readonly head: string
}

/** A row of a native table. */
export interface RowPiece extends LayoutPiece {
  readonly kind: 'row'
  readonly cells: readonly Cell[]
  readonly table: TableFrame
  /** The row of its group, repeated on a page that begins inside the group. */
  readonly group?: readonly Cell[]
}

export type Cell = RawTextElement | RichTextBlock

/** What all rows of a native table share. */
export interface TableFrame {
  readonly header: readonly Cell[]
  readonly columns: NonNullable<TableBlock['column_settings']>
  /** Repeated below the rows of each page. */
  readonly footer?: KnownBlock
}

/** Prefixes of action_id. The number after the colon makes an id unique within a message. */
export const ACTION_PREFIX = { press: 'press', page: 'page', pick: 'pick', link: 'link' } as const

/** Small gray text. */
export function contextBlock(text: string): KnownBlock {
  return { type: 'context', elements: [plainTextObject(text, LIMITS.text)] }
}

/** Paragraphs of rich text. */
export function sectionPieces(text: RichText, of: number, most: number = LIMITS.text): SectionPiece[] {
  return splitRichText(text, most).map((part) => ({ kind: 'section', of, count: 1, elements: richTextElements(part) }))
}

/** A list item with its detail; text that is too long for an item continues in sections. */
export function itemPieces(
  text: RichText,
  detail: RichText | undefined,
  of: number,
  number: number | undefined,
): (ItemPiece | SectionPiece)[] {
  const lines = splitRichText(text, LIMITS.text / 2).map((part) => richTextElements(part))
  const below = detail ? splitRichText(detail, LIMITS.text / 2 - 1).map((part) => richTextElements(part, true)) : []
  const [first = [{ type: 'text', text: '…' } as const], ...more] = lines
  const [under, ...rest] = below
  const own = more.length === 0 && under ? [...first, { type: 'text', text: '\n' } as const, ...under] : first
  const others = more.length === 0 ? rest : [...more, ...below]
  if (lines.length + below.length === 0) return []
  return [
    { kind: 'item', of, count: 1, elements: own, ...(number !== undefined && { number }) },
    ...others.map((elements): SectionPiece => ({ kind: 'section', of, count: 1, elements })),
  ]
}

export function button(
  label: string,
  actionId: string,
  value: string,
  { style, emoji }: Pick<ActionButton, 'style' | 'emoji'> = {},
): Button {
  // A button shows an emoji by its short name (reference/block-kit/composition-objects/text-object).
  const text =
    emoji?.shortName === undefined
      ? plainTextObject(emoji ? `${emoji.text} ${label}` : label, LIMITS.buttonText)
      : { ...plainTextObject(`:${emoji.shortName}: ${label}`, LIMITS.buttonText), emoji: true }
  return { type: 'button', text, action_id: actionId, value, ...(style && { style }) }
}

/** A button that opens a URL. Slack sends a block action for it as well, which is acknowledged and ignored. */
export function linkButton(label: string, actionId: string, url: string): Button {
  return { type: 'button', text: plainTextObject(label, LIMITS.buttonText), action_id: actionId, url }
}

import type { Button, KnownBlock, RawTextElement, RichTextBlock, RichTextElement, TableBlock } from '@slack/types'
import type { ActionButton, RichText } from '../../../message/index.ts'
import { splitRichText } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'
import { plainTextObject, richTextElements } from './rich-text.ts'

/**
 * What a message is taken apart into: nothing in it has to be broken to make it fit a page, and neighbours of one block
 * of the message are put together again.
 */
export type Piece = BlockPiece | SectionPiece | ItemPiece | LinePiece | RowPiece

interface PieceBase {
  /** Which block of the message it belongs to. */
  readonly of: number
  /** How many lines a person would say it has. */
  readonly count: number
  /** Is not to be the last of a page: what it introduces comes next. */
  readonly leads?: true
  /** Something to press. */
  readonly choice?: true
}

export interface BlockPiece extends PieceBase {
  readonly kind: 'whole'
  readonly block: KnownBlock
}

export interface SectionPiece extends PieceBase {
  readonly kind: 'section'
  readonly elements: RichTextElement[]
}

export interface ItemPiece extends PieceBase {
  readonly kind: 'item'
  readonly elements: RichTextElement[]
  /** Its number, where the items have numbers. */
  readonly number?: number
}

/** A line of a table drawn in letters of one width. */
export interface LinePiece extends PieceBase {
  readonly kind: 'line'
  readonly text: string
  /** Stands above the first line wherever lines begin. */
  readonly head: string
}

/** A row of a native table. */
export interface RowPiece extends PieceBase {
  readonly kind: 'row'
  readonly cells: readonly Cell[]
  readonly table: TableFrame
  /** The row of its group, which is said again where a page begins inside the group. */
  readonly group?: readonly Cell[]
}

export type Cell = RawTextElement | RichTextBlock

/** What the rows of one native table share. */
export interface TableFrame {
  readonly header: readonly Cell[]
  readonly columns: NonNullable<TableBlock['column_settings']>
  /** Stands below the table wherever rows end. */
  readonly footer?: KnownBlock
}

/** action_id prefixes. What follows the colon makes them unique within a message. */
export const ACTION_PREFIX = { press: 'press', page: 'page', pick: 'pick', link: 'link' } as const

/** Small grey words. */
export function contextBlock(text: string): KnownBlock {
  return { type: 'context', elements: [plainTextObject(text, LIMITS.text)] }
}

/** Paragraphs of rich text. */
export function sectionPieces(text: RichText, of: number, most: number = LIMITS.text): SectionPiece[] {
  return splitRichText(text, most).map((part) => ({ kind: 'section', of, count: 1, elements: richTextElements(part) }))
}

/** An item with what is said below it; what is too long for one goes on below. */
export function itemPieces(
  text: RichText,
  detail: RichText | undefined,
  of: number,
  number: number | undefined,
): (ItemPiece | SectionPiece)[] {
  const said = splitRichText(text, LIMITS.text / 2).map((part) => richTextElements(part))
  const below = detail ? splitRichText(detail, LIMITS.text / 2 - 1).map((part) => richTextElements(part, true)) : []
  const [first = [{ type: 'text', text: '…' } as const], ...more] = said
  const [under, ...rest] = below
  const own = more.length === 0 && under ? [...first, { type: 'text', text: '\n' } as const, ...under] : first
  const others = more.length === 0 ? rest : [...more, ...below]
  if (said.length + below.length === 0) return []
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
  // The text of a button has an emoji where it has its name (reference/block-kit/composition-objects/text-object).
  const text =
    emoji?.shortName === undefined
      ? plainTextObject(emoji ? `${emoji.text} ${label}` : label, LIMITS.buttonText)
      : { ...plainTextObject(`:${emoji.shortName}: ${label}`, LIMITS.buttonText), emoji: true }
  const made = { type: 'button', text, action_id: actionId, value } as const
  return style ? { ...made, style } : made
}

/** A button that opens an address. Slack tells of a press all the same, and nothing is to follow from it. */
export function linkButton(label: string, actionId: string, url: string): Button {
  return { type: 'button', text: plainTextObject(label, LIMITS.buttonText), action_id: actionId, url }
}

export function chunk<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const rows: T[][] = []
  for (let at = 0; at < all.length; at += most) rows.push(all.slice(at, at + most))
  return rows
}

import type { APIActionRowComponent, APIButtonComponent, APIComponentInMessageActionRow } from 'discord.js'
import type { Picture, RichText } from '../../../message/index.ts'
import type { Piece as LayoutPiece } from '../../../message/layout.ts'
import { oneLine, splitRichText, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'
import { escapeMarkdown, type ReadNativeForm, toMarkdown } from './markdown.ts'

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>

/** The pieces of a message on Discord. Adjacent lines become one text, adjacent rows of one table a code block. */
export type Piece = LayoutPiece &
  (
    | LinePiece
    /** A row of a table in monospace text, under the table's head. */
    | { readonly kind: 'code'; readonly text: string; readonly head: string }
    | { readonly kind: 'rule' }
    | { readonly kind: 'row'; readonly row: ActionRow }
    /** A line with one button beside it. */
    | { readonly kind: 'section'; readonly text: string; readonly button: APIButtonComponent }
    | PicturePiece
  )

/** A picture under the name that its file has in the message. */
export interface PicturePiece extends LayoutPiece {
  readonly kind: 'picture'
  readonly name: string
  /** What it shows in words, for people who do not see it. */
  readonly description: string
  readonly picture: Picture
}

export interface LinePiece extends LayoutPiece {
  readonly kind: 'line'
  readonly text: string
  /** Whether it belongs to a list or is its title. A blank line keeps a list apart from other text. */
  readonly isListed?: boolean
}

/** Rich text as lines of markdown, the first one after `before`. */
export function linesOf(
  text: RichText,
  of: number,
  { before = '', nativeForm }: { readonly before?: string; readonly nativeForm?: ReadNativeForm | undefined } = {},
): readonly LinePiece[] {
  return splitRichText(text, LIMITS.line).map((part, at) => ({
    kind: 'line',
    of,
    text: `${at === 0 ? before : ''}${toMarkdown(part, nativeForm)}`,
    count: 1,
  }))
}

/** A line in bold that introduces what follows. */
export function titleLine(title: string, of: number): Piece {
  const text = `**${escapeMarkdown(truncate(oneLine(title), LIMITS.heading))}**`
  return { kind: 'line', of, text, count: 0, keepWithNext: true }
}

/** Small text in gray. */
export function smallLine(text: string, of: number): Piece {
  return { kind: 'line', of, text: `-# ${escapeMarkdown(truncate(oneLine(text), LIMITS.line))}`, count: 0 }
}

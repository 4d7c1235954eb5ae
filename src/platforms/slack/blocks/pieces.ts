import type {
  Button,
  KnownBlock,
  PlainTextElement,
  RawTextElement,
  RichTextBlock,
  RichTextElement,
  TableBlock,
} from '@slack/types'
import { type ActionButton, type Inline, plainText, type RichText, type UsageInline } from '../../../message/index.ts'
import type { Piece as LayoutPiece } from '../../../message/layout.ts'
import { isDate, oneLine, sanitize, splitRichText, truncate } from '../../../message/sanitize.ts'
import { LIMITS } from './limits.ts'

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

const LINE_BREAK: RichTextElement = { type: 'text', text: '\n' }

/** A list item with the lines below it; text that is too long for an item continues in sections. */
export function itemPieces(
  text: RichText,
  details: readonly RichText[],
  of: number,
  number: number | undefined,
): (ItemPiece | SectionPiece)[] {
  const lines = splitRichText(text, LIMITS.text / 2).map((part) => richTextElements(part))
  const below = details.flatMap((detail) => splitRichText(detail, LIMITS.text / 2 - 1))
  const [first = [{ type: 'text', text: '…' } as const], ...more] = lines
  // Lines below stay in the item as long as they fit, each with the line break before it.
  let room = more.length === 0 ? LIMITS.text / 2 : 0
  const inside = below.findIndex((part) => {
    room -= 1 + plainText(part).length
    return room < 0
  })
  const rendered = below.map((part) => richTextElements(part, true)).filter((elements) => elements.length > 0)
  const count = inside < 0 ? rendered.length : Math.min(inside, rendered.length)
  const own = [...first, ...rendered.slice(0, count).flatMap((elements) => [LINE_BREAK, ...elements])]
  const others = [...more, ...rendered.slice(count)]
  if (lines.length + rendered.length === 0) return []
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

// All text becomes Slack's text here. Elements of rich text and plain_text are literal: a person's text cannot contain markup, a mention
// or a broadcast there. Slack parses markup only in `text`, which notifications show.

const graphemes = new Intl.Segmenter()

/** Escapes Slack's three control characters (docs.slack.dev/messaging/formatting-message-text). */
function escapeText(text: string): string {
  return sanitize(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Escapes a text and cuts it between graphemes to at most `maxLength` characters. */
export function truncateEscaped(text: string, maxLength: number): string {
  const whole = escapeText(text)
  if (whole.length <= maxLength) return whole
  let truncated = ''
  for (const { segment } of graphemes.segment(sanitize(text))) {
    const next = escapeText(segment)
    if (truncated.length + next.length > maxLength - 1) break
    truncated += next
  }
  return `${truncated.trimEnd()}…`
}

/** A literal text object on one line, of at most `maxLength` characters. Never empty: Slack refuses that. */
export function plainTextObject(text: string, maxLength: number): PlainTextElement {
  const line = oneLine(text)
  return { type: 'plain_text', text: (line.length > maxLength ? truncate(line, maxLength) : line) || '…', emoji: false }
}

/** Converts rich text to Slack's elements, none of them empty. A detail is less prominent: in italics. */
export function richTextElements(text: RichText, isDetail = false): RichTextElement[] {
  return text.flatMap((inline) => {
    const literal = sanitize(inline.type === 'usage' ? commandToType(inline) : inline.text)
    return literal === '' && inline.type !== 'link' ? [] : [elementOf(inline, literal, isDetail)]
  })
}

/** A command as it is typed here. */
function commandToType({ text }: UsageInline): string {
  return text
}

function elementOf(inline: Inline, text: string, isDetail: boolean): RichTextElement {
  const italic = isDetail ? { italic: true } : {}
  switch (inline.type) {
    case 'text':
      return isDetail ? { type: 'text', text, style: { italic: true } } : { type: 'text', text }
    case 'strong':
      return { type: 'text', text, style: { bold: true, ...italic } }
    case 'emphasis':
      return { type: 'text', text, style: { italic: true } }
    case 'code':
    case 'usage':
      return { type: 'text', text, style: { code: true, ...italic } }
    case 'link': {
      const url = safeUrl(inline.url)
      if (url === undefined) return { type: 'text', text: text || '…' }
      return text === '' ? { type: 'link', url } : { type: 'link', url, text }
    }
    case 'emoji': {
      const { shortName } = inline.emoji
      return shortName === undefined ? { type: 'text', text } : { type: 'emoji', name: shortName }
    }
    case 'time': {
      if (!isDate(inline.at)) return { type: 'text', text }
      const format = DATE_FORMATS[inline.style]
      return {
        type: 'date',
        timestamp: Math.floor(inline.at / 1000),
        format,
        fallback: text,
        ...(isDetail && { style: italic }),
      }
    }
    case 'person':
      return inline.platform === 'slack' ? { type: 'user', user_id: inline.user } : { type: 'text', text }
    case 'mention':
      // A mention of a user group could notify its people.
      return inline.platform === 'slack' && inline.kind === 'channel'
        ? { type: 'channel', channel_id: inline.id }
        : { type: 'text', text }
  }
}

/**
 * Formats of block-elements/date-element. `{ago}` is for the past only, so what is near is a day by name with the time. Slack starts a
 * date with a capital, but not after a space of no width.
 */
const DATE_FORMATS = { relative: '\u200b{date_short_pretty}, {time}', date: '\u200b{date_long_full}' } as const

/** Normalizes a URL that Slack can link to; undefined for any other. */
function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return ['http:', 'https:', 'mailto:'].includes(protocol) && href.length <= LIMITS.url ? href : undefined
}

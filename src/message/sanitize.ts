import stringWidth from 'string-width'
import type { Inline, RichText } from './index.ts'

// What every renderer does with text before it draws it.

/** Control characters except line feed and tab, and characters that change the direction of the text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu

const graphemes = new Intl.Segmenter()

/** Makes text safe to send: well-formed, without control characters. */
export function sanitize(text: string): string {
  return text.toWellFormed().replaceAll(UNPRINTABLE, ' ')
}

/** White space that is not a single blank. */
const WIDE_SPACE = / \s+|[^\S ]\s*/gu

/** Sanitized text on one line. */
export function oneLine(text: string): string {
  return sanitize(text).replaceAll(WIDE_SPACE, ' ').trim()
}

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  return sanitize(text).trim() === ''
}

/** Sanitized text of at most `most` UTF-16 code units, cut between graphemes and ended with an ellipsis. */
export function truncate(text: string, most: number): string {
  const whole = sanitize(text)
  return whole.length <= most ? whole : `${prefixOfLength(whole, most - 1).trimEnd()}…`
}

/** The first graphemes of a text, of at most `most` UTF-16 code units. */
export function prefixOfLength(text: string, most: number): string {
  return text.slice(0, boundary(text, most))
}

/** Longer than any line that is drawn, in UTF-16 code units. */
const MAX_MEASURED = 400

/** The columns of a text in a monospace font. A text longer than any line counts its length, because measuring it is slow. */
export function columnWidth(text: string): number {
  return text.length > MAX_MEASURED ? text.length : stringWidth(text)
}

/** The first graphemes of a text that take at most `columns` columns. Linear time, even if many graphemes have no width. */
export function prefixOfWidth(text: string, columns: number): string {
  let end = 0
  let width = 0
  for (const { segment, index } of graphemes.segment(text)) {
    width += stringWidth(segment)
    if (width > columns) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** The end of the last grapheme within `most` code units. A longer grapheme is cut after its last whole code point. */
function boundary(text: string, most: number): number {
  if (text.length <= most) return text.length
  // Only the start is segmented: long texts are broken many times.
  const start = graphemes.segment(text.slice(0, most + 2)).containing(most)?.index ?? most
  if (start > 0) return start
  const before = text.codePointAt(most - 1) ?? 0
  return before > 0xffff ? most - 1 : most
}

/** Where to break a text of which `most` code units fit: after a blank in the second half, else between graphemes. */
function breakAt(text: string, most: number): number {
  for (let at = most; at > most / 2; at -= 1) if (/\s/u.test(text.charAt(at - 1))) return at
  return boundary(text, most)
}

/** Splits rich text into parts of at most `most` code units, between words if possible. Nothing is lost. */
export function splitRichText(text: RichText, most: number): readonly RichText[] {
  const parts: Inline[][] = [[]]
  let room = most
  for (const inline of text) {
    let rest = sanitize(inline.text)
    if (rest.length > room && rest.length <= most && rest.length < most / 4) {
      parts.push([])
      room = most
    }
    while (rest !== '') {
      if (room === 0) {
        parts.push([])
        room = most
      }
      const end = rest.length <= room ? rest.length : breakAt(rest, room)
      parts.at(-1)?.push({ ...inline, text: rest.slice(0, end) })
      room = end < rest.length ? 0 : room - end
      rest = rest.slice(end)
    }
  }
  return parts.filter((part) => !isBlank(part.map((inline) => inline.text).join('')))
}

/** Whether a number of milliseconds is a moment that a platform can show as a date. */
export function isDate(millis: number): boolean {
  return Number.isSafeInteger(Math.floor(millis)) && millis >= 0 && millis < LAST_DATE_MS
}

/** The year 9999: what comes later, platforms do not show. */
const LAST_DATE_MS = Date.UTC(9999, 0)

/** A normalized HTTP URL. Undefined for any other text, and for one longer than `most`. */
export function httpUrl(url: string, most: number): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && href.length <= most ? href : undefined
}

import stringWidth from 'string-width'
import type { Inline, RichText } from './index.ts'

// What every platform does with words before it draws them.

/** Control characters but line feed and tab, and what turns the direction of the text around it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu

const graphemes = new Intl.Segmenter()

/** Text as it may be sent: well-formed, and without what steers a display. */
export function sanitize(text: string): string {
  return text.toWellFormed().replaceAll(UNPRINTABLE, ' ')
}

/** Clean text on one line. */
export function oneLine(text: string): string {
  return sanitize(text).replaceAll(/\s+/gu, ' ').trim()
}

/** Whether there is anything to see in a text. */
export function isBlank(text: string): boolean {
  return sanitize(text).trim() === ''
}

/** Clean text of at most `most` characters; what is cut, between whole signs, ends with an ellipsis. */
export function truncate(text: string, most: number): string {
  const whole = sanitize(text)
  return whole.length <= most ? whole : `${prefixOfLength(whole, most - 1).trimEnd()}…`
}

/** The whole signs at the start of a text that are at most `most` characters. */
export function prefixOfLength(text: string, most: number): string {
  return text.slice(0, boundary(text, most))
}

/** Longer than any line that is drawn. */
const MAX_MEASURED = 400

/** The columns that a text takes. One too long for a line counts its length, and its signs are not looked at, which takes long. */
export function columnWidth(text: string): number {
  return text.length > MAX_MEASURED ? text.length : stringWidth(text)
}

/** The whole signs at the start of a text that take at most so many columns. Takes linear time, however many have no width. */
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

/** The end of the last whole sign within `most` characters; within a sign that is longer, of its last letter. */
function boundary(text: string, most: number): number {
  if (text.length <= most) return text.length
  // No more than decides it is looked at: long texts are broken many times.
  const start = graphemes.segment(text.slice(0, most + 2)).containing(most)?.index ?? most
  if (start > 0) return start
  const before = text.codePointAt(most - 1) ?? 0
  return before > 0xffff ? most - 1 : most
}

/** Where to break a text of which `most` characters fit: after a blank in its second half, else between signs. */
function breakAt(text: string, most: number): number {
  for (let at = most; at > most / 2; at -= 1) if (/\s/u.test(text.charAt(at - 1))) return at
  return boundary(text, most)
}

/** Rich text in parts of at most `most` characters, broken between words where there are any; nothing is lost. */
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

/** A web address as it is sent; undefined for what is none, or is longer than the platform takes. */
export function httpUrl(url: string, most: number): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && href.length <= most ? href : undefined
}

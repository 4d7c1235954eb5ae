import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** Style escapes, which have no width and are not part of a word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes begin with one
const STYLE = /(\u001b\[[0-9;]*m)/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes begin with one
const STYLE_AT_INDEX = /\u001b\[[0-9;]*m/uy

const ASCII = /^[ -~]*$/u

/** Signs of one column: Latin letters, punctuation, arrows, lines and blocks. The first measurement of others takes 30 milliseconds. */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u259f]$/u

/** A grapheme, with the zero-width ones that follow it. */
interface Grapheme {
  text: string
  readonly width: number
}

/**
 * Wraps text between words as wrapAnsi does, which takes some 15 microseconds to measure a grapheme. Here, placeholder letters of the
 * same width stand for the graphemes, and each different grapheme is measured once.
 */
export function createTextWrapper(
  measure: (grapheme: string) => number = stringWidth,
): (text: string, columns: number) => string {
  const segmenter = new Intl.Segmenter()
  const widths = new Map<string, number>([['', 0]])
  const widthOf = (grapheme: string): number => {
    if (NARROW.test(grapheme)) return 1
    const width = widths.get(grapheme) ?? measure(grapheme)
    widths.set(grapheme, width)
    return width
  }
  return (text, columns) => {
    const parts = text.normalize().split(STYLE)
    if (parts.every((part, at) => at % 2 === 1 || ASCII.test(part))) return wrapAnsi(text, columns)
    const graphemes: Grapheme[] = []
    let letters = ''
    let pending = ''
    for (const [at, part] of parts.entries()) {
      if (at % 2 === 1) {
        letters += part
        continue
      }
      for (const { segment } of segmenter.segment(part)) {
        const space = /^[ \n]/u.test(segment) ? segment.charAt(0) : ''
        const grapheme = segment.slice(space.length)
        letters += space
        const width = widthOf(grapheme)
        const visible = pending + grapheme
        pending = width > 0 ? '' : visible
        if (width > 0) {
          graphemes.push({ text: visible, width })
          letters += 'x'.repeat(width)
        } else if (pending !== '' && letters.endsWith('x')) {
          const last = graphemes.at(-1)
          if (last) last.text += pending
          pending = ''
        }
      }
    }
    return restoreGraphemes(wrapAnsi(letters, columns), graphemes) + pending
  }
}

/** Replaces placeholder letters with their graphemes. */
function restoreGraphemes(letters: string, graphemes: readonly Grapheme[]): string {
  let text = ''
  let next = 0
  for (let at = 0; at < letters.length; ) {
    const letter = letters.charAt(at)
    STYLE_AT_INDEX.lastIndex = at
    const style = letter === '\u001b' ? STYLE_AT_INDEX.exec(letters)?.[0] : undefined
    const grapheme = style === undefined && letter === 'x' ? graphemes[next] : undefined
    if (grapheme) next += 1
    text += style ?? grapheme?.text ?? letter
    at += style?.length ?? grapheme?.width ?? 1
  }
  return text
}

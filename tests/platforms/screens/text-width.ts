// How wide a text is on a screen, near enough to tell how many lines it takes.

/** Width of a character as a share of the font's size: averages of Lato and Noto Sans, which Slack's and Discord's fonts resemble. */
const WIDTHS = { narrow: 0.27, usual: 0.53, capital: 0.64, wide: 0.84, full: 1 } as const

const NARROW = /[iljtfrI.,:;'’|!()[\] ·-]/u
const WIDE = /[mwMW%@—…▰▱]/u
const CAPITAL = /[\p{Lu}\d]/u
/** East Asian characters and emojis take the whole square. */
const FULL = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u

/** Pixels that a text takes on one line. Bold letters are a little wider. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0
  for (const char of text) width += shareOf(char)
  return width * size * (isBold ? 1.06 : 1)
}

function shareOf(char: string): number {
  if (NARROW.test(char)) return WIDTHS.narrow
  if (WIDE.test(char)) return WIDTHS.wide
  if (CAPITAL.test(char)) return WIDTHS.capital
  return FULL.test(char) ? WIDTHS.full : WIDTHS.usual
}

/** A piece of text in one style. */
export interface Run {
  readonly text: string
  readonly isBold?: boolean
}

/** The number of lines that words take in a width; a line break in a text begins a new one. A word that is too long is broken. */
export function countLines(runs: readonly Run[], size: number, width: number): number {
  let lines = 1
  let used = 0
  for (const { text, isBold = false } of runs) {
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) {
        lines += 1
        used = 0
      }
      for (const [word] of line.matchAll(/\S+\s*|\s+/gu)) {
        const wide = textWidth(word.trimEnd(), size, isBold)
        if (used > 0 && used + wide > width) {
          lines += 1
          used = 0
        }
        lines += Math.max(0, Math.ceil(wide / width) - 1)
        used += textWidth(word, size, isBold) % width
      }
    }
  }
  return lines
}

/** The number of rows that boxes of some widths take side by side. */
export function countRows(boxes: readonly number[], gap: number, width: number): number {
  let rows = boxes.length > 0 ? 1 : 0
  let used = 0
  for (const box of boxes) {
    if (used > 0 && used + box > width) {
      rows += 1
      used = 0
    }
    used += box + gap
  }
  return rows
}

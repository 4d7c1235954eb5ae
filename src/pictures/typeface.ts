import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { oneLine } from '../message/sanitize.ts'
import { type Font, readFont } from './font.ts'

// The fonts of pictures, from npm packages, so that no picture depends on the fonts of a machine: Roboto Condensed, which is narrow,
// and DejaVu Sans Condensed for the characters that it lacks (Greek and Cyrillic are in both; Armenian, Georgian, Arabic, Hebrew,
// arrows and signs in the second only).

export type Weight = 'regular' | 'bold'

const require = createRequire(import.meta.url)

/** The files of each weight in the order in which they are tried. */
const FILES: Readonly<Record<Weight, readonly [string, string]>> = {
  regular: [
    require.resolve('@expo-google-fonts/roboto-condensed/400Regular/RobotoCondensed_400Regular.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  ],
  bold: [
    require.resolve('@expo-google-fonts/roboto-condensed/600SemiBold/RobotoCondensed_600SemiBold.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  ],
}

/** The family name of the first font, and the number that its weights have in SVG. */
export const FAMILY = 'Roboto Condensed'
export const FONT_WEIGHT = { regular: 400, bold: 600 } as const satisfies Record<Weight, number>

/** The files of the first fonts, and of those for the characters that these lack. */
export const MAIN_FONT_FILES = [FILES.regular[0], FILES.bold[0]] as const
export const FALLBACK_FONT_FILES = [FILES.regular[1], FILES.bold[1]] as const

/** Fonts that were read, by their file. They do not change while a process runs. */
const fonts = new Map<string, Font>()

function fontOf(file: string): Font {
  const font = fonts.get(file) ?? readFont(readFileSync(file))
  fonts.set(file, font)
  return font
}

/** Stands for a grapheme that no font has. Both fonts of the second package have it. */
export const UNAVAILABLE_SIGN = '▯'

/** Characters that show nothing by themselves: joiners and variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

const graphemes = new Intl.Segmenter()

/** A text as it can be drawn. */
export interface DrawableText {
  readonly text: string
  /** Whether a grapheme was replaced because no font has it. */
  readonly isIncomplete: boolean
  /** Whether the first font lacks a character, so that the other one is needed. */
  readonly needsFallback: boolean
}

/** Texts of these characters only are drawn as they are: both fonts have all of them. */
const PRINTABLE_ASCII = /^[!-~]+(?: [!-~]+)*$/u

/** Makes a text drawable: on one line, and with a sign in place of each grapheme that no font has. */
export function drawableText(raw: string): DrawableText {
  if (PRINTABLE_ASCII.test(raw)) return { text: raw, isIncomplete: false, needsFallback: false }
  const [main, fallback] = FILES.regular.map(fontOf)
  const has = (font: Font | undefined, text: string): boolean =>
    Array.from(text).every((character) => font?.widthOf(character.codePointAt(0) ?? 0) !== undefined)
  let isIncomplete = false
  let needsFallback = false
  let text = ''
  for (const { segment } of graphemes.segment(oneLine(raw.normalize('NFC')))) {
    const visible = segment.replaceAll(INVISIBLE, '')
    if (visible === '') continue
    const isInMain = has(main, visible)
    const isAvailable = isInMain || has(fallback, visible)
    if (!isAvailable) isIncomplete = true
    if (!isInMain) needsFallback = true
    text += isAvailable ? visible : UNAVAILABLE_SIGN
  }
  return { text, isIncomplete, needsFallback }
}

/** What a script writes otherwise than one letter after the other, from left to right. */
const SHAPED = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u

/**
 * Returns a drawable text as the data of an SVG path, in the unit of OUTLINE_UNITS, upwards, from the start of its baseline; undefined
 * if the first font lacks a character or a script has to be shaped. Letters are not kerned.
 */
export function outlineText(text: string, weight: Weight): string | undefined {
  if (SHAPED.test(text)) return undefined
  const font = fontOf(FILES[weight][0])
  let path = ''
  let pen = 0
  for (const character of text) {
    const outline = font.outlineOf(character.codePointAt(0) ?? 0)
    if (!outline) return undefined
    for (const { x, y, path: rest } of outline.contours) path += `M${Math.round(pen + x)} ${y}${rest}`
    pen += outline.advance
  }
  return path
}

/** The width of a drawable text, in the unit of the font size. Kerning is not counted; it makes texts a little narrower. */
export function textWidth(text: string, size: number, weight: Weight): number {
  const [main, fallback] = FILES[weight].map(fontOf)
  let thousandths = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    thousandths += main?.widthOf(codePoint) ?? fallback?.widthOf(codePoint) ?? 0
  }
  return (thousandths * size) / 1000
}

/** The longest start of a drawable text that is at most `most` wide, ended with an ellipsis if it is not the whole. */
export function fitText(text: string, most: number, size: number, weight: Weight): string {
  if (textWidth(text, size, weight) <= most) return text
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment)
  for (let count = Math.min(parts.length - 1, Math.ceil(most)); count > 0; count -= 1) {
    const cut = `${parts.slice(0, count).join('').trimEnd()}…`
    if (textWidth(cut, size, weight) <= most) return cut
  }
  return '…'
}

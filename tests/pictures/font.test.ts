import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { readFont } from '../../src/pictures/font.ts'
import { OUTLINE_UNITS } from '../../src/pictures/glyf.ts'
import {
  drawableText,
  FALLBACK_FONT_FILES,
  FAMILY,
  FONT_WEIGHT,
  fitText,
  MAIN_FONT_FILES,
  outlineText,
  textWidth,
} from '../../src/pictures/typeface.ts'

const code = (character: string): number => character.codePointAt(0) ?? 0

test.each(['regular', 'bold'] as const)('widths are those with which a %s text is drawn', (weight) => {
  const text = 'OWASP & Programación 123'
  const [main, bold] = MAIN_FONT_FILES
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><text y="40" font-size="40" font-family="${FAMILY}" font-weight="${FONT_WEIGHT[weight]}" font-kerning="none">${text.replace('&', '&amp;')}</text></svg>`
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [main, bold] } }).innerBBox()
  // What is drawn lacks the space before the first letter and after the last.
  expect(Math.abs((drawn?.width ?? 0) - textWidth(text, 40, weight))).toBeLessThan(6)
})

test.each([...MAIN_FONT_FILES, ...FALLBACK_FONT_FILES])(
  '%s has the letters of Europe, and no Chinese',
  async (file) => {
    const font = readFont(await readFile(file))
    const lacks = (text: string): string[] => Array.from(text).filter((each) => font.widthOf(code(each)) === undefined)
    expect(lacks('AZaz09áéíóúñü¿¡ßøåčęłőžАЯаяΑΩαω—−±…·+=/?~&’“”')).toEqual([])
    expect(lacks('中😺\u{10ffff}')).toEqual(
      ['中', '😺', '\u{10ffff}'].filter((each) => font.widthOf(code(each)) === undefined),
    )
    expect(font.widthOf(code('中'))).toBeUndefined()
  },
)

test.each(['regular', 'bold'] as const)('the %s outlines are those that the library draws', (weight) => {
  const letters = Array.from('AZagijmqw09áéíóúñü¿¡ßøåčęłőžАЯжщΑΩαω—−±…·+=/?~&’“”ǻ%@')
  const font = { loadSystemFonts: false, fontFiles: [...MAIN_FONT_FILES] }
  const boxOf = (shape: string): readonly number[] => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">${shape}</svg>`
    const box = new Resvg(svg, { font }).getBBox()
    return [box?.x ?? 0, box?.y ?? 0, (box?.x ?? 0) + (box?.width ?? 0), (box?.y ?? 0) + (box?.height ?? 0)]
  }
  const differing = letters.filter((letter) => {
    const outline = outlineText(letter, weight)
    const style = `font-family="${FAMILY}" font-weight="${FONT_WEIGHT[weight]}" font-size="100" font-kerning="none"`
    const text = boxOf(`<text x="20" y="150" ${style}>${letter === '&' ? '&amp;' : letter}</text>`)
    const scale = 100 / OUTLINE_UNITS
    const path = boxOf(`<path transform="translate(20 150) scale(${scale} ${-scale})" d="${outline ?? ''}"/>`)
    return text.some((edge, at) => Math.abs(edge - (path[at] ?? 0)) > 1)
  })
  expect(differing).toEqual([])
})

test('a text is left to the library if the first font lacks a character, or if its letters join', () => {
  expect(outlineText('Programación, Οδηγός & Руководство…', 'regular')).toMatch(/^M[-\d]/u)
  expect(outlineText('', 'regular')).toBe('')
  for (const text of ['→ Senior', 'Հայ', 'العربية', 'עברית']) expect(outlineText(text, 'bold')).toBeUndefined()
})

test('a compressed web font is refused, which the library would draw without text', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rung-font-'))
  try {
    const path = join(folder, 'font.woff')
    await writeFile(path, Buffer.concat([Buffer.from('wOFF'), Buffer.alloc(100)]))
    expect(() => readFont(Buffer.alloc(0))).toThrow('not a TrueType font')
    const file = await readFile(path)
    expect(() => readFont(file)).toThrow('not a TrueType font')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a text that is too wide is cut between characters and gets an ellipsis', () => {
  const cut = fitText('Machine Learning 👩‍💻👩‍💻👩‍💻', 100, 18, 'regular')
  expect(cut).toMatch(/^Machine.*…$/u)
  expect(textWidth(cut, 18, 'regular')).toBeLessThanOrEqual(100)
  expect(fitText('Machine', 100, 18, 'regular')).toBe('Machine')
  expect(fitText('Machine', 0, 18, 'regular')).toBe('…')
})

test('joiners and variation selectors take no place of their own', () => {
  expect(drawableText('a\u200db\ufe0f').text).toBe('ab')
  expect(drawableText('n\u0303').text).toBe('ñ')
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelsHeatMap, roleHeatMap } from '../../src/bot/views/heat-maps.ts'
import { levelsRadar } from '../../src/bot/views/radars.ts'
import { translator } from '../../src/i18n/index.ts'
import { isLegible, type Picture } from '../../src/message/index.ts'
import { type Drawing, type Label, toSvg } from '../../src/pictures/drawing.ts'
import { PictureError } from '../../src/pictures/index.ts'
import { drawPicture } from '../../src/pictures/renderer.ts'
import { textWidth, UNAVAILABLE_SIGN } from '../../src/pictures/typeface.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { anyHeatMap, anyRadar } from './any-picture.ts'

const { catalog } = await openCatalog(ownCatalog)
const role = catalog.roles.get('ml-engineer')
if (!role) throw new Error('no ML Engineer')
const [junior, , senior] = role.levels
if (!junior || !senior) throw new Error('no levels')

const labelsOf = ({ shapes }: Drawing): readonly Label[] => shapes.filter((shape) => shape.type === 'label')

/** The left, top, right and bottom of a label. */
function boxOf({ x, y, text, size, weight, anchor, angle }: Label): readonly [number, number, number, number] {
  const width = textWidth(text, size, weight)
  if (angle === -90) return [x - size * 0.75, y - width, x + size * 0.25, y]
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return [left, y - size * 0.75, left + width, y + size * 0.25]
}

const textsOf = (drawing: Drawing): readonly string[] => labelsOf(drawing).map(({ text }) => text)

describe.each(['en', 'es'])('the heat map of the ladder’s own role in %s', (locale) => {
  const map = roleHeatMap(role, translator(locale))
  const drawing = drawPicture(map, 'light')

  test('has every name whole, every letter and every head', () => {
    const texts = textsOf(drawing)
    const names = map.groups.flatMap(({ label, rows }) => [label, ...rows.map((row) => row.label)])
    expect(names).toHaveLength(58 + 14)
    expect(names.filter((name) => !texts.includes(name))).toEqual([])
    const letters = map.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ sign }) => sign)))
    expect(texts.filter((text) => (locale === 'es' ? /^[NCVE—]$/u : /^[AWVE—]$/u).test(text))).toHaveLength(
      letters.length + map.legend.length,
    )
    for (const { short } of map.columns) expect(texts.filter((text) => text === short)).toHaveLength(2)
  })

  test('fits a screen: two panels of the same height, give or take a few rows', () => {
    expect(drawing.height).toBeLessThan(1100)
    expect(drawing.height).toBeGreaterThan(900)
  })
})

test('text is at least 9 pixels high where a phone shows a picture 360 pixels wide', () => {
  const t = translator('en')
  const pictures = [
    roleHeatMap(role, t),
    levelsHeatMap(role, junior, senior, t),
    levelsRadar(role, [senior, junior], t),
  ]
  const sizes = pictures.flatMap((picture) => labelsOf(drawPicture(picture, 'dark')).map(({ size }) => size))
  expect((Math.min(...sizes) * 360) / 720).toBeGreaterThanOrEqual(9)
})

test.each([
  ['heat map', anyHeatMap],
  ['radar', anyRadar],
])('any %s keeps every text within its edges, and away from the others', (_, anyPicture) => {
  fc.assert(
    fc.property(
      anyPicture as fc.Arbitrary<Picture>,
      fc.constantFrom('light' as const, 'dark' as const),
      (picture, theme) => {
        fc.pre(isLegible(picture))
        const drawing = drawPicture(picture, theme)
        const boxes = labelsOf(drawing).map(boxOf)
        for (const [left, top, right, bottom] of boxes) {
          expect(left).toBeGreaterThanOrEqual(0)
          expect(top).toBeGreaterThanOrEqual(0)
          expect(right).toBeLessThanOrEqual(drawing.width)
          expect(bottom).toBeLessThanOrEqual(drawing.height)
        }
        // Labels of a radar may touch where there are many long ones.
        const overlaps = (picture.type === 'radar' ? [] : boxes).flatMap((a, at) =>
          boxes
            .slice(at + 1)
            .filter((b) => a[0] < b[2] - 0.5 && b[0] < a[2] - 0.5 && a[1] < b[3] - 4 && b[1] < a[3] - 4),
        )
        expect(overlaps).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
})

test('any text is well-formed XML without control characters', () => {
  fc.assert(
    fc.property(anyHeatMap, (map) => {
      fc.pre(isLegible(map))
      const svg = toSvg(drawPicture(map, 'light'))
      expect(svg.isWellFormed()).toBe(true)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(svg).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]/u)
      expect(svg.replaceAll(/<[^<>]*>/gu, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u)
    }),
    { numRuns: 40 },
  )
})

describe('a character that no font has', () => {
  const map = roleHeatMap(role, translator('en'))

  test('is replaced by a sign that the picture explains', () => {
    const drawing = drawPicture({ ...map, title: 'ML 模型 👩‍💻' }, 'light')
    expect(textsOf(drawing)).toContain(`ML ${UNAVAILABLE_SIGN.repeat(2)} ${UNAVAILABLE_SIGN}`)
    expect(textsOf(drawing).some((text) => text.startsWith(UNAVAILABLE_SIGN) && text.endsWith(map.unavailable))).toBe(
      true,
    )
    expect(drawing.needsFallback).toBe(true)
  })

  test('is not mentioned if all characters are there', () => {
    const drawing = drawPicture({ ...map, title: 'Machine Learning: Οδηγός, Руководство, Programación' }, 'light')
    expect(textsOf(drawing).join('')).not.toContain(UNAVAILABLE_SIGN)
    expect(drawing.needsFallback).toBe(false)
  })
})

test('a matrix that would be too tall to read is refused', () => {
  const map = roleHeatMap(role, translator('en'))
  const tall = { ...map, groups: [...map.groups, ...map.groups, ...map.groups] }
  expect(isLegible(tall)).toBe(false)
  expect(() => drawPicture(tall, 'light')).toThrow(PictureError)
})

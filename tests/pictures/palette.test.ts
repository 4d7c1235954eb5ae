import { describe, expect, test } from 'vitest'
import { type Color, DIFFERENCE_SHADES, PROFICIENCY_SHADES } from '../../src/message/index.ts'
import { PALETTES } from '../../src/pictures/palette.ts'

type Linear = readonly [number, number, number]

function linear(color: Color): Linear {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return [red, green, blue]
}

/** Contrast as WCAG 2.2 defines it. */
function contrast(a: Color, b: Color): number {
  const [high = 0, low = 0] = [a, b]
    .map(linear)
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/**
 * What people without one kind of cone see, by the matrices of Machado, Oliveira and Fernandes (2009, severity 1), which are for linear
 * colors; the first is what everyone else sees.
 */
const VISIONS: Readonly<Record<string, readonly Linear[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** CIE L*a*b* of a linear color, with the white of sRGB. */
function lab([red, green, blue]: Linear): Linear {
  const root = (share: number): number => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116)
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function difference(a: Color, b: Color, vision: readonly Linear[]): number {
  const [one, other] = [a, b].map((color) => {
    const from = linear(color)
    const [red = 0, green = 0, blue = 0] = vision.map((row) =>
      Math.min(1, Math.max(0, row[0] * from[0] + row[1] * from[1] + row[2] * from[2])),
    )
    return lab([red, green, blue])
  })
  return one && other ? Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]) : 0
}

test('the formulas give the known values', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(difference('#000000', '#ffffff', VISIONS['all'] ?? [])).toBeCloseTo(100, 0)
  // Red and green of the same lightness, the pair that is confused most.
  expect(difference('#c05a3c', '#7a7a28', VISIONS['all'] ?? [])).toBeGreaterThan(40)
  expect(difference('#c05a3c', '#7a7a28', VISIONS['deuteranopia'] ?? [])).toBeLessThan(20)
})

describe.each(Object.entries(PALETTES))('on the %s theme', (_, palette) => {
  test('every letter has a contrast of at least 4.5 with what it is on', () => {
    const pairs = [
      ...Object.values(palette.shades).map(({ ink, fill }) => [ink, fill] as const),
      ...[palette.title, palette.text, palette.head].map((ink) => [ink, palette.background] as const),
    ]
    expect(pairs.length).toBeGreaterThan(10)
    expect(pairs.filter(([ink, fill]) => contrast(ink, fill) < 4.5)).toEqual([])
  })

  test('the lines of a radar have a contrast of at least 3 with the background', () => {
    expect(palette.series.filter((color) => contrast(color, palette.background) < 3)).toEqual([])
  })

  test.each(Object.entries(VISIONS))('neighboring shades are told apart with the vision %s', (__, vision) => {
    const scales = [PROFICIENCY_SHADES, DIFFERENCE_SHADES.filter((shade) => shade !== 'unknown')]
    const close = scales.flatMap((scale) =>
      scale.slice(1).filter((shade, at) => {
        const before = palette.shades[scale[at] ?? shade]
        return difference(palette.shades[shade].fill, before.fill, vision) < 10
      }),
    )
    expect(close).toEqual([])
    expect(difference(palette.shades.below.fill, palette.shades.above.fill, vision)).toBeGreaterThan(15)
    expect(
      difference(palette.series[0] ?? palette.background, palette.series[1] ?? palette.background, vision),
    ).toBeGreaterThan(15)
  })

  test('proficiencies get darker, or lighter, with every step', () => {
    const lightness = PROFICIENCY_SHADES.map((shade) => lab(linear(palette.shades[shade].fill))[0])
    const steps = lightness.slice(1).map((value, at) => value - (lightness[at] ?? 0))
    expect(new Set(steps.map(Math.sign)).size).toBe(1)
  })
})

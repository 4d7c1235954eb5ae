import { type Color, type DIFFERENCE_SHADES, isColor, type PROFICIENCY_SHADES, type Shade } from '../message/picture.ts'

// The colors of pictures. A picture has an opaque background, so that it is legible in a light and in a dark window; a platform that tells
// which one its reader has may ask for the other theme. Proficiencies go from light to dark (or dark to light) in one hue, and
// differences from orange to blue, which people who confuse colors tell apart too; tests/pictures/palette.test.ts simulates that.

export type Theme = 'light' | 'dark'

/** The fill of a cell and the color of the sign in it. */
export interface ShadeColors {
  readonly fill: Color
  readonly ink: Color
}

type NamedShade = (typeof PROFICIENCY_SHADES)[number] | (typeof DIFFERENCE_SHADES)[number]

export interface Palette {
  readonly background: Color
  readonly title: Color
  readonly text: Color
  /** Heads of columns and groups. */
  readonly head: Color
  readonly line: Color
  readonly shades: Readonly<Record<NamedShade, ShadeColors>>
  /** The color of each series of a radar. */
  readonly series: readonly Color[]
}

const LIGHT: Palette = {
  background: '#ffffff',
  title: '#10202e',
  text: '#24313d',
  head: '#0f5c80',
  line: '#ccd5dd',
  shades: {
    absent: { fill: '#f3f4f6', ink: '#5c6772' },
    awareness: { fill: '#b9dfec', ink: '#12303f' },
    working: { fill: '#7cbfd8', ink: '#0c2836' },
    advanced: { fill: '#1c7699', ink: '#ffffff' },
    expert: { fill: '#0c3550', ink: '#ffffff' },
    farBelow: { fill: '#d9711c', ink: '#1d0e02' },
    below: { fill: '#f8d3a4', ink: '#4a2705' },
    equal: { fill: '#e9edf0', ink: '#4c5863' },
    above: { fill: '#9bd0e4', ink: '#0c2836' },
    farAbove: { fill: '#1c7699', ink: '#ffffff' },
    unknown: { fill: '#ffffff', ink: '#5c6772' },
  },
  series: ['#0f5c80', '#b4500b', '#4c5863'],
}

const DARK: Palette = {
  background: '#1b2026',
  title: '#f3f7fa',
  text: '#dbe3ea',
  head: '#8fd0ea',
  line: '#414b56',
  shades: {
    absent: { fill: '#262d35', ink: '#9eabb7' },
    awareness: { fill: '#17405a', ink: '#e6f3fa' },
    working: { fill: '#20708f', ink: '#ffffff' },
    advanced: { fill: '#6cbbdb', ink: '#08222f' },
    expert: { fill: '#d9f1fb', ink: '#0a2a3a' },
    farBelow: { fill: '#f2a047', ink: '#2a1502' },
    below: { fill: '#7a4d16', ink: '#fff0dd' },
    equal: { fill: '#333c46', ink: '#c3cdd6' },
    above: { fill: '#20708f', ink: '#ffffff' },
    farAbove: { fill: '#8fd0ea', ink: '#08222f' },
    unknown: { fill: '#1b2026', ink: '#9eabb7' },
  },
  series: ['#8fd0ea', '#f2a047', '#c3cdd6'],
}

/** The colors of any shade: of a step of another scale, a mixture of those of the default one; a color with a legible ink. */
export function shadeColors({ shades }: Palette, shade: Shade): ShadeColors {
  if (isColor(shade)) return withInk(shade)
  if (!isStepShade(shade)) return shades[shade]
  const [rank = 1, steps = 1] = shade.split('-').slice(1).map(Number)
  const ramp = [shades.awareness, shades.working, shades.advanced, shades.expert].map(({ fill }) => fill)
  const at = steps === 1 ? ramp.length - 1 : ((rank - 1) / (steps - 1)) * (ramp.length - 1)
  const [below = shades.expert.fill, above = below] = ramp.slice(Math.floor(at))
  return withInk(mixture(below, above, at - Math.floor(at)))
}

const isStepShade = (shade: Exclude<Shade, Color>): shade is Exclude<Shade, Color | NamedShade> =>
  shade.startsWith('step-')

const DARK_INK: Color = '#0a1a24'
const LIGHT_INK: Color = '#ffffff'

/** A fill with the ink that contrasts more with it. */
function withInk(fill: Color): ShadeColors {
  const contrast = (ink: Color): number => {
    const [darker = 0, lighter = 0] = [luminance(ink), luminance(fill)].toSorted((a, b) => a - b)
    return (lighter + 0.05) / (darker + 0.05)
  }
  return { fill, ink: contrast(DARK_INK) >= contrast(LIGHT_INK) ? DARK_INK : LIGHT_INK }
}

const channelsOf = (color: Color): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

/** The relative luminance of a color (WCAG 2.2). */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A color between two, at a share of the way. */
function mixture(from: Color, to: Color, share: number): Color {
  const ends = channelsOf(to)
  const channels = channelsOf(from).map((channel, at) =>
    Math.round(channel + ((ends[at] ?? channel) - channel) * share),
  )
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK }

import type { Shade } from '../message/picture.ts'

// The colors of pictures. A picture has an opaque background, so that it is legible in a light and in a dark window; a platform that tells
// which one its reader has may ask for the other theme. Proficiencies go from light to dark (or dark to light) in one hue, and
// differences from orange to blue, which people who confuse colors tell apart too; tests/pictures/palette.test.ts simulates that.

export type Theme = 'light' | 'dark'

/** A color as `#rrggbb`. */
export type Color = `#${string}`

/** The fill of a cell and the color of the sign in it. */
export interface ShadeColors {
  readonly fill: Color
  readonly ink: Color
}

export interface Palette {
  readonly background: Color
  readonly title: Color
  readonly text: Color
  /** Heads of columns and groups. */
  readonly head: Color
  readonly line: Color
  readonly shades: Readonly<Record<Shade, ShadeColors>>
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

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK }

import type { Color } from '../message/picture.ts'
import { OUTLINE_UNITS } from './glyf.ts'
import { FAMILY, FONT_WEIGHT, outlineText, textWidth, type Weight } from './typeface.ts'

// A picture as shapes with their places, and those as SVG.

/** Shapes in the order in which they are drawn. The unit is a 720th of the picture's width. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly background: Color
  readonly shapes: readonly Shape[]
  /** Whether a text needs the fonts for characters that the first fonts lack. */
  readonly needsFallback: boolean
}

export type Shape = Rectangle | Label | Path | Circle

export interface Rectangle {
  readonly type: 'rectangle'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: Color
  readonly stroke?: Color
  readonly radius?: number
}

/** One line of text. `y` is its baseline; `angle` turns it around its anchor, in degrees clockwise. */
export interface Label {
  readonly type: 'label'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: Weight
  readonly anchor: 'start' | 'middle' | 'end'
  readonly ink: Color
  /** The color it is drawn on. */
  readonly on: Color
  readonly angle?: number
}

/** Straight lines through points; a filled path is closed. */
export interface Path {
  readonly type: 'path'
  readonly points: readonly (readonly [number, number])[]
  readonly stroke: Color
  readonly strokeWidth: number
  readonly isClosed?: boolean
  readonly fill?: { readonly color: Color; readonly opacity: number }
  readonly dash?: string
}

export interface Circle {
  readonly type: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly fill: Color
  readonly stroke?: Color
}

/**
 * Serializes a drawing. Equal drawings give equal text. Texts are outlines: the library reads the file of the font for each letter
 * that it lays out, which took half of the time of a picture.
 */
export function toSvg({ width, height, background, shapes }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" font-family="${FAMILY}">`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...shapes.map(shapeToSvg),
    '</svg>',
  ].join('\n')
}

function shapeToSvg(shape: Shape): string {
  switch (shape.type) {
    case 'rectangle': {
      const { x, y, width, height, fill, stroke, radius } = shape
      const corners = radius === undefined ? '' : ` rx="${number(radius)}"`
      const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
      return `<rect ${box}${corners} fill="${fill}"${strokeOf(stroke)}/>`
    }
    case 'label':
      return labelToSvg(shape)
    case 'path': {
      const { points, stroke, strokeWidth, isClosed, fill, dash } = shape
      const places = points.map(([x, y]) => `${number(x)} ${number(y)}`).join(' L ')
      const inside = fill ? `fill="${fill.color}" fill-opacity="${number(fill.opacity)}"` : 'fill="none"'
      const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash}"`
      return `<path d="M ${places}${isClosed ? ' Z' : ''}" ${inside} stroke="${stroke}" stroke-width="${number(strokeWidth)}"${dashes}/>`
    }
    case 'circle': {
      const { x, y, radius, fill, stroke } = shape
      return `<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius)}" fill="${fill}"${strokeOf(stroke)}/>`
    }
  }
}

function strokeOf(stroke: Color | undefined): string {
  return stroke === undefined ? '' : ` stroke="${stroke}"`
}

function labelToSvg(label: Label): string {
  const { x, y, text, size, weight, anchor, ink, angle } = label
  const outline = outlineText(text, weight)
  if (!outline) return textToSvg(label)
  const side = anchor === 'start' ? 0 : textWidth(text, size, weight) / (anchor === 'middle' ? 2 : 1)
  const place =
    angle === undefined
      ? `translate(${number(x - side)} ${number(y)})`
      : `translate(${number(x)} ${number(y)}) rotate(${number(angle)}) translate(${number(-side)} 0)`
  const scale = Math.round((1e6 * size) / OUTLINE_UNITS) / 1e6
  return `<path transform="${place} scale(${scale} ${-scale})" fill="${ink}" d="${outline}"/>`
}

/** A text that the library lays out. */
function textToSvg({ x, y, text, size, weight, anchor, ink, angle }: Label): string {
  const turn = angle === undefined ? '' : ` transform="rotate(${number(angle)} ${number(x)} ${number(y)})"`
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  const font = `font-size="${number(size)}" font-weight="${FONT_WEIGHT[weight]}"`
  return `<text x="${number(x)}" y="${number(y)}"${turn} ${font}${side} fill="${ink}">${escapeXml(text)}</text>`
}

/** At most two decimals, so that rounding differences between machines do not show. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

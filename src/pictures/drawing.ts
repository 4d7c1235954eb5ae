import type { Color } from '../message/picture.ts'
import { FAMILY, FONT_WEIGHT, textWidth, type Weight } from './typeface.ts'

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

export type Shape = Rectangle | Label | Signs | Path | Circle

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

/**
 * Short labels on one baseline with the same font, such as the letters of a row of cells. They are one text in SVG: setting up a text
 * takes most of the time of drawing it.
 */
export interface Signs {
  readonly type: 'signs'
  /** From left to right, anchored at their start. */
  readonly labels: readonly Label[]
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

/** Serializes a drawing. Equal drawings give equal text. */
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
    case 'signs':
      return signsToSvg(shape)
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

function labelToSvg({ x, y, text, size, weight, anchor, ink, angle }: Label): string {
  const place = `x="${number(x)}" y="${number(y)}"`
  const turn = angle === undefined ? '' : ` transform="rotate(${number(angle)} ${number(x)} ${number(y)})"`
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  const font = `font-size="${number(size)}" font-weight="${FONT_WEIGHT[weight]}"`
  return `<text ${place}${turn}${side} ${font} fill="${ink}">${escapeXml(text)}</text>`
}

/** One text in which each label is moved from where the one before it ends. Kerning is off, so that the ends are where they are computed. */
function signsToSvg({ labels }: Signs): string {
  const [first] = labels
  if (!first) return ''
  let end = first.x
  const parts = labels.map(({ x, text, size, weight, ink }) => {
    const move = x - end
    end = x + textWidth(text, size, weight)
    return `<tspan dx="${number(move)}" fill="${ink}">${escapeXml(text)}</tspan>`
  })
  const font = `font-size="${number(first.size)}" font-weight="${FONT_WEIGHT[first.weight]}" font-kerning="none"`
  return `<text x="${number(first.x)}" y="${number(first.y)}" ${font}>${parts.join('')}</text>`
}

/** At most two decimals, so that rounding differences between machines do not show. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

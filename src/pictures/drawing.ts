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
 * Short labels on one baseline with the same font, such as the letters of a row of cells. They are laid out together: setting up a text
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

/** Serializes a drawing. Equal drawings give equal text. Lines of text come last, those of a font together. */
export function toSvg({ width, height, background, shapes }: Drawing): string {
  const lines = new Map<string, string[]>()
  const others: string[] = []
  for (const shape of shapes) {
    if (shape.type === 'label' && shape.angle !== undefined) others.push(turnedLabelToSvg(shape, shape.angle))
    else if (shape.type === 'label') addLine(lines, fontOf(shape), labelToSvg(shape))
    else if (shape.type === 'signs') addLine(lines, `${fontOf(shape.labels[0])} font-kerning="none"`, signsToSvg(shape))
    else others.push(shapeToSvg(shape))
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" font-family="${FAMILY}">`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...others,
    ...[...lines].map(([font, parts]) => `<text ${font}>${parts.join('')}</text>`),
    '</svg>',
  ].join('\n')
}

function addLine(lines: Map<string, string[]>, font: string, line: string): void {
  lines.set(font, [...(lines.get(font) ?? []), line])
}

function shapeToSvg(shape: Exclude<Shape, Label | Signs>): string {
  switch (shape.type) {
    case 'rectangle': {
      const { x, y, width, height, fill, stroke, radius } = shape
      const corners = radius === undefined ? '' : ` rx="${number(radius)}"`
      const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
      return `<rect ${box}${corners} fill="${fill}"${strokeOf(stroke)}/>`
    }
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

function fontOf(label: Pick<Label, 'size' | 'weight'> | undefined): string {
  return label ? `font-size="${number(label.size)}" font-weight="${FONT_WEIGHT[label.weight]}"` : ''
}

function labelToSvg({ x, y, text, anchor, ink }: Label): string {
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  return `<tspan x="${number(x)}" y="${number(y)}"${side} fill="${ink}">${escapeXml(text)}</tspan>`
}

function turnedLabelToSvg(label: Label, angle: number): string {
  const turn = `rotate(${number(angle)} ${number(label.x)} ${number(label.y)})`
  return `<text transform="${turn}" ${fontOf(label)}>${labelToSvg(label)}</text>`
}

function signsToSvg({ labels }: Signs): string {
  let end: number | undefined
  const parts = labels.map(({ x, y, text, size, weight, ink }) => {
    const place = end === undefined ? `x="${number(x)}" y="${number(y)}"` : `dx="${number(x - end)}"`
    end = x + textWidth(text, size, weight)
    return `<tspan ${place} fill="${ink}">${escapeXml(text)}</tspan>`
  })
  return parts.join('')
}

/** At most two decimals, so that rounding differences between machines do not show. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

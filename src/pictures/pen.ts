import type { Drawing, Label, Shape } from './drawing.ts'
import type { Palette } from './palette.ts'
import { drawableText, fitText, textWidth, UNAVAILABLE_SIGN, type Weight } from './typeface.ts'

/** The width of every picture, in its own unit. */
export const WIDTH = 720

/** The space between the edge of a picture and what is in it. */
export const PADDING = 12

/** The sizes of text. The smallest is 9 pixels high where a phone shows a picture 360 pixels wide. */
export const SIZE = { title: 25, text: 19, smallest: 18 } as const

/** Where a label is put, and how. */
export interface LabelStyle {
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly size?: number
  readonly weight?: Weight
  readonly anchor?: Label['anchor']
  readonly ink: Label['ink']
  readonly on?: Label['on']
  readonly angle?: number
  /** The room for the text; it gets smaller, down to the smallest size, and is then cut. */
  readonly most?: number
}

/** Collects the shapes of one picture. */
export interface Pen {
  readonly palette: Palette
  add(shape: Shape): void
  /** Adds a text and returns its width. */
  label(text: string, style: LabelStyle): number
  /** The width that a text would have. */
  measure(text: string, size?: number, weight?: Weight): number
  /** Whether a text so far has a character that no font has. */
  readonly isIncomplete: () => boolean
  finish(height: number): Drawing
}

export function createPen(palette: Palette): Pen {
  const shapes: Shape[] = []
  let isIncomplete = false
  let needsFallback = false
  return {
    palette,
    add: (shape) => void shapes.push(shape),
    label(raw, { x, y, size = SIZE.text, weight = 'regular', anchor = 'start', ink, on, angle, most }) {
      const drawable = drawableText(raw)
      isIncomplete ||= drawable.isIncomplete
      needsFallback ||= drawable.needsFallback
      const room = most ?? Number.POSITIVE_INFINITY
      const wanted = textWidth(drawable.text, size, weight)
      const fitted = wanted > room ? Math.max(SIZE.smallest, Math.floor((size * room * 10) / wanted) / 10) : size
      const text = most === undefined ? drawable.text : fitText(drawable.text, room, fitted, weight)
      const style = { size: fitted, weight, anchor, ink, on: on ?? palette.background }
      if (text !== '') shapes.push({ type: 'label', x, y, text, ...style, ...(angle !== undefined && { angle }) })
      return textWidth(text, fitted, weight)
    },
    measure: (text, size = SIZE.text, weight = 'regular') => textWidth(drawableText(text).text, size, weight),
    isIncomplete: () => isIncomplete,
    finish: (height) => ({
      width: WIDTH,
      height: Math.ceil(height),
      background: palette.background,
      shapes,
      needsFallback,
    }),
  }
}

/** The line that says what the sign of a missing character means, or nothing. */
export function unavailableLine(pen: Pen, means: string): readonly string[] {
  return pen.isIncomplete() ? [`${UNAVAILABLE_SIGN} ${means}`] : []
}

import type { Radar } from '../message/picture.ts'
import type { Drawing, Path } from './drawing.ts'
import { drawTitle } from './heat-map.ts'
import type { Palette } from './palette.ts'
import { createPen, PADDING, type Pen, SIZE, unavailableLine, WIDTH } from './pen.ts'

// A radar: axes around a center, rings for the steps of the scale, and a line for each series. Series differ by the dashes of their line
// and by their marks as well as by color, and every axis has its values in figures.

const RADIUS = 212
const LINE_HEIGHT = 21
/** The space between the outermost ring and the labels. */
const LABEL_GAP = 14
const MAX_LABEL_WIDTH = 150
const DASHES: readonly (string | undefined)[] = [undefined, '9 6', '2 5']

/** Draws a radar that is legible. */
export function drawRadar(radar: Radar, palette: Palette): Drawing {
  const { axes, series, rings } = radar
  const pen = createPen(palette)
  const top = drawTitle(pen, radar.title)
  const center: Point = [WIDTH / 2, top + 3.2 * LINE_HEIGHT + RADIUS]
  const place = (axis: number, value: number): Point =>
    placeOf(center, axis / axes.length, (RADIUS * value) / rings.length)
  drawGrid(pen, radar, place)
  for (const at of series.keys()) drawSeries(pen, radar, at, place)
  for (const at of axes.keys()) drawAxisLabel(pen, radar, at, center)
  const end = drawKey(pen, radar, center[1] + RADIUS + 4.2 * LINE_HEIGHT)
  return pen.finish(end + PADDING)
}

type Point = readonly [number, number]

/** A point at a share of a turn, clockwise from the top. */
function placeOf([x, y]: Point, turn: number, distance: number): Point {
  const angle = 2 * Math.PI * turn
  return [x + distance * Math.sin(angle), y - distance * Math.cos(angle)]
}

type Place = (axis: number, value: number) => Point

function drawGrid(pen: Pen, { axes, rings }: Radar, place: Place): void {
  const stroke = pen.palette.line
  for (const ring of rings.keys()) {
    const points = axes.map((_, axis) => place(axis, ring + 1))
    pen.add({ type: 'path', points, stroke, strokeWidth: 1.5, isClosed: true })
  }
  for (const axis of axes.keys()) {
    pen.add({ type: 'path', points: [place(axis, 0), place(axis, rings.length)], stroke, strokeWidth: 1 })
  }
}

function drawSeries(pen: Pen, { axes }: Radar, at: number, place: Place): void {
  const color = pen.palette.series[at] ?? pen.palette.text
  const dash = DASHES[at]
  const line = { type: 'path', stroke: color, strokeWidth: 3.5, ...(dash !== undefined && { dash }) } as const
  const points = axes.map(({ values }, axis) => {
    const value = values[at]?.at ?? null
    return value === null ? undefined : place(axis, value)
  })
  const there = points.filter((point) => point !== undefined)
  if (there.length === points.length) {
    pen.add({ ...line, points: there, isClosed: true, ...(at === 0 && { fill: { color, opacity: 0.16 } }) })
  } else {
    // No line leads across an axis without a value.
    for (const [axis, point] of points.entries()) {
      const next = points[(axis + 1) % points.length]
      if (point && next) pen.add({ ...line, points: [point, next] })
    }
  }
  for (const point of there) drawMark(pen, at, point)
}

/** A disc for the first series, a square for the second, a ring for the third. */
function drawMark(pen: Pen, series: number, [x, y]: Point): void {
  const color = pen.palette.series[series] ?? pen.palette.text
  if (series === 1) {
    pen.add({
      type: 'rectangle',
      x: x - 6,
      y: y - 6,
      width: 12,
      height: 12,
      fill: color,
      stroke: pen.palette.background,
    })
  } else {
    const fill = series === 0 ? color : pen.palette.background
    pen.add({ type: 'circle', x, y, radius: 6.5, fill, stroke: series === 0 ? pen.palette.background : color })
  }
}

function drawAxisLabel(pen: Pen, { axes }: Radar, at: number, center: Point): void {
  const axis = axes[at]
  if (!axis) return
  const turn = at / axes.length
  const [x, y] = placeOf(center, turn, RADIUS + LABEL_GAP)
  const side = Math.sin(2 * Math.PI * turn)
  const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end'
  const most =
    anchor === 'middle'
      ? MAX_LABEL_WIDTH
      : Math.min(MAX_LABEL_WIDTH, (anchor === 'start' ? WIDTH - x : x) - PADDING / 2)
  const lines = wrap(pen, axis.label, most).map((text) => ({ text, ink: pen.palette.text, isBold: false }))
  const all = [...lines, { text: axis.values.map(({ text }) => text).join(' / '), ink: pen.palette.head, isBold: true }]
  const up = (1 + Math.cos(2 * Math.PI * turn)) / 2
  const first = y - up * (all.length - 1) * LINE_HEIGHT + 6 + (1 - up) * 6
  for (const [line, { text, ink, isBold }] of all.entries()) {
    pen.label(text, {
      ...{ x, y: first + line * LINE_HEIGHT, size: SIZE.smallest, anchor, ink, most },
      weight: isBold ? 'bold' : 'regular',
    })
  }
}

/** Breaks a label into two lines between words if it is too wide for one. */
function wrap(pen: Pen, label: string, most: number): readonly string[] {
  const words = label.split(/\s+/u)
  if (words.length < 2 || pen.measure(label, SIZE.smallest) <= most) return [label]
  const widest = (at: number): number =>
    Math.max(...[words.slice(0, at), words.slice(at)].map((part) => pen.measure(part.join(' '), SIZE.smallest)))
  const at = words.slice(1).reduce((best, _, index) => (widest(index + 1) < widest(best) ? index + 1 : best), 1)
  return [words.slice(0, at).join(' '), words.slice(at).join(' ')]
}

/** Draws the key of the series and the note on the scale, and returns the height below them. */
function drawKey(pen: Pen, { series, rings, note, unavailable }: Radar, top: number): number {
  let y = top
  let x = PADDING
  for (const [at, { label }] of series.entries()) {
    const width = 44 + Math.min(WIDTH - 2 * PADDING - 44, pen.measure(label)) + 24
    if (x > PADDING && x + width > WIDTH) {
      x = PADDING
      y += LINE_HEIGHT + 5
    }
    const dash = DASHES[at]
    pen.add({
      ...{
        type: 'path',
        points: [
          [x, y - 6],
          [x + 36, y - 6],
        ],
        stroke: pen.palette.series[at] ?? pen.palette.text,
      },
      strokeWidth: 3.5,
      ...(dash !== undefined && { dash }),
    } satisfies Path)
    drawMark(pen, at, [x + 18, y - 6])
    pen.label(label, { x: x + 44, y, ink: pen.palette.text, most: WIDTH - 2 * PADDING - 44 })
    x += width
  }
  const scale = rings.map((name, at) => `${at + 1} ${name}`).join(' · ')
  for (const line of [note, scale, ...unavailableLine(pen, unavailable)]) {
    y += LINE_HEIGHT + 5
    pen.label(line, { x: PADDING, y, size: SIZE.smallest, ink: pen.palette.text, most: WIDTH - 2 * PADDING })
  }
  return y + 6
}

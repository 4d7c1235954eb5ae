import type { HeatMap, HeatMapCell, HeatMapRow } from '../message/picture.ts'
import type { Drawing } from './drawing.ts'
import { type Palette, shadeColors } from './palette.ts'
import { createPen, PADDING, type Pen, SIZE, unavailableLine, WIDTH } from './pen.ts'

// A heat map: the title, one or two panels of rows with their cells on the right, and the legend.

const ROW_HEIGHT = 23
const GROUP_HEIGHT = 29
const CELL_HEIGHT = 21
/** The space between panels, and between labels and cells. */
const PANEL_GAP = 14
const LABEL_GAP = 6
/** The height of a heading of a column, which is turned, at most. */
const MAX_HEAD = 90
/** With more rows than this, there are two panels if the labels have room beside the cells. */
const MAX_ROWS_ALONE = 20
const MIN_LABEL_WIDTH = 200
/** What the longest names of skills take; cells get wider only if that is left. */
const LABEL_WIDTH = 232
const NARROW_CELL = 20.6
const WIDE_CELL = 28
/** From the top of a line to the baseline of its text. */
const BASELINE = 17

type Line = { readonly type: 'group'; readonly label: string } | { readonly type: 'row'; readonly row: HeatMapRow }

/** Draws a heat map that is legible. */
export function drawHeatMap(map: HeatMap, palette: Palette): Drawing {
  const rowCount = map.groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const columnCount = map.columns.length
  const halfWidth = (WIDTH - 2 * PADDING - PANEL_GAP) / 2
  const isDouble = rowCount > MAX_ROWS_ALONE && halfWidth - columnCount * NARROW_CELL - LABEL_GAP >= MIN_LABEL_WIDTH
  const panelWidth = isDouble ? halfWidth : WIDTH - 2 * PADDING
  const room = panelWidth - LABEL_GAP
  const cellWidth = Math.max(NARROW_CELL, Math.min(WIDE_CELL, (room - LABEL_WIDTH) / columnCount))

  const pen = createPen(palette)
  const top = drawTitle(pen, map.title)
  const heads = headHeight(pen, map, cellWidth)
  const lines = linesOf(map)
  const panels = isDouble ? splitInTwo(lines) : [lines]
  const bottoms = panels.map((panel, at) => {
    const x = PADDING + at * (panelWidth + PANEL_GAP)
    const cellsAt = x + panelWidth - columnCount * cellWidth
    drawHeads(pen, map, { x: cellsAt, y: top + heads, cellWidth })
    let y = top + heads + 4
    for (const line of panel) {
      if (line.type === 'group') {
        drawGroup(pen, line.label, { x, y, width: panelWidth })
        y += GROUP_HEIGHT
      } else {
        drawRow(pen, line.row, { x, y, cellsAt, cellWidth })
        y += ROW_HEIGHT
      }
    }
    return y
  })
  const end = drawLegend(pen, map, Math.max(...bottoms) + 14)
  return pen.finish(end + PADDING)
}

/** Draws the title and returns the height below it. */
export function drawTitle(pen: Pen, title: string): number {
  const baseline = PADDING + 20
  pen.label(title, {
    ...{ x: PADDING, y: baseline, size: SIZE.title, weight: 'bold', ink: pen.palette.title },
    most: WIDTH - 2 * PADDING,
  })
  return baseline + 12
}

function linesOf({ groups }: HeatMap): readonly Line[] {
  return groups.flatMap(({ label, rows }) => [
    { type: 'group', label } as const,
    ...rows.map((row) => ({ type: 'row', row }) as const),
  ])
}

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { type }) => sum + (type === 'group' ? GROUP_HEIGHT : ROW_HEIGHT), 0)

/** How much taller a picture may get so that a group is not divided. */
const TOLERANCE = 3 * ROW_HEIGHT

/** Splits lines into two panels of nearly the same height, between groups if that makes the picture little taller. */
function splitInTwo(lines: readonly Line[]): readonly (readonly Line[])[] {
  const splitAt = (at: number): readonly (readonly Line[])[] => {
    const [before, after] = [lines.slice(0, at), lines.slice(at)]
    if (after[0]?.type !== 'row') return [before, after]
    const group = before.findLast((line) => line.type === 'group')
    return [before, group ? [{ type: 'group', label: `${group.label} …` }, ...after] : after]
  }
  let best: readonly (readonly Line[])[] = [lines]
  let cost = Number.POSITIVE_INFINITY
  for (let at = 1; at < lines.length; at += 1) {
    if (lines[at - 1]?.type === 'group') continue
    const panels = splitAt(at)
    const height = Math.max(...panels.map(heightOf)) + (lines[at]?.type === 'group' ? 0 : TOLERANCE)
    if (height < cost) {
      best = panels
      cost = height
    }
  }
  return best
}

/** The height of the heads of the columns, which are turned if they are wider than their cells. */
function headHeight(pen: Pen, { columns }: HeatMap, cellWidth: number): number {
  const turned = columns.filter(({ short }) => !isUpright(pen, short, cellWidth))
  const widths = turned.map(({ short }) => pen.measure(short, SIZE.smallest, 'bold'))
  return Math.min(MAX_HEAD, Math.max(SIZE.smallest, ...widths)) + 4
}

function isUpright(pen: Pen, short: string, cellWidth: number): boolean {
  return pen.measure(short, SIZE.smallest, 'bold') <= cellWidth - 2
}

function drawHeads(
  pen: Pen,
  { columns }: HeatMap,
  { x, y, cellWidth }: { readonly x: number; readonly y: number; readonly cellWidth: number },
): void {
  for (const [at, { short }] of columns.entries()) {
    const middle = x + (at + 0.5) * cellWidth
    const style = { y, size: SIZE.smallest, weight: 'bold', ink: pen.palette.head } as const
    if (isUpright(pen, short, cellWidth)) pen.label(short, { ...style, x: middle, anchor: 'middle' })
    else pen.label(short, { ...style, x: middle + SIZE.smallest * 0.34, angle: -90, most: MAX_HEAD })
  }
}

function drawGroup(
  pen: Pen,
  label: string,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  pen.label(label, {
    ...{ x, y: y + GROUP_HEIGHT - 8, size: SIZE.smallest, weight: 'bold', ink: pen.palette.head, most: width },
  })
  const line = y + GROUP_HEIGHT - 2.5
  pen.add({
    type: 'path',
    points: [
      [x, line],
      [x + width, line],
    ],
    stroke: pen.palette.line,
    strokeWidth: 1.5,
  })
}

interface RowPlace {
  readonly x: number
  readonly y: number
  readonly cellsAt: number
  readonly cellWidth: number
}

function drawRow(pen: Pen, { label, cells }: HeatMapRow, { x, y, cellsAt, cellWidth }: RowPlace): void {
  pen.label(label, { x, y: y + BASELINE, ink: pen.palette.text, most: cellsAt - x - LABEL_GAP })
  drawCells(pen, cells, { x: cellsAt, y, cellWidth })
}

/** Draws cells side by side. */
function drawCells(
  pen: Pen,
  cells: readonly HeatMapCell[],
  { x, y, cellWidth }: { readonly x: number; readonly y: number; readonly cellWidth: number },
): void {
  for (const [at, { shade, sign }] of cells.entries()) {
    const { fill, ink } = shadeColors(pen.palette, shade)
    const left = x + at * cellWidth
    pen.add({
      type: 'rectangle',
      ...{ x: left + 1, y: y + 1, width: cellWidth - 2, height: CELL_HEIGHT, fill, radius: 3 },
      ...(fill === pen.palette.background && { stroke: pen.palette.line }),
    })
    pen.label(sign, {
      ...{ x: left + cellWidth / 2, y: y + BASELINE, size: SIZE.smallest, weight: 'bold', anchor: 'middle' },
      ...{ ink, on: fill, most: cellWidth },
    })
  }
}

const LEGEND_HEIGHT = 28
const LEGEND_CELL = 26
const LEGEND_GAP = 20

/** Draws what the signs mean, in as many lines as they take, and returns the height below them. */
function drawLegend(pen: Pen, { legend, unavailable }: HeatMap, top: number): number {
  let x = PADDING
  let y = top
  const most = WIDTH - 2 * PADDING - LEGEND_CELL - 6
  for (const { means, ...cell } of legend) {
    const width = LEGEND_CELL + 6 + Math.min(most, pen.measure(means))
    if (x > PADDING && x + width > WIDTH - PADDING) {
      x = PADDING
      y += LEGEND_HEIGHT
    }
    drawCells(pen, [cell], { x, y, cellWidth: LEGEND_CELL })
    pen.label(means, { x: x + LEGEND_CELL + 6, y: y + BASELINE, ink: pen.palette.text, most })
    x += width + LEGEND_GAP
  }
  let end = y + LEGEND_HEIGHT - 4
  for (const line of unavailableLine(pen, unavailable)) {
    end += LEGEND_HEIGHT - 4
    pen.label(line, { x: PADDING, y: end - 6, ink: pen.palette.text, most: WIDTH - 2 * PADDING })
  }
  return end
}

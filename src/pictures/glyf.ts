// Reads the outlines of a TrueType font's glyphs. Table: learn.microsoft.com/typography/opentype/spec/glyf.

/**
 * A closed contour in the unit of OUTLINE_UNITS, upwards: where it starts, and its path data from there, in relative commands with whole
 * numbers.
 */
export interface Contour {
  readonly x: number
  readonly y: number
  readonly path: string
}

/** Units of an outline for each unit of the font size. At the largest size of a picture, the grid is a tenth of a pixel. */
export const OUTLINE_UNITS = 512

interface Point {
  readonly x: number
  readonly y: number
  readonly isOnCurve: boolean
}

/** The bytes of the tables `glyf` and `loca`, and whether the latter has offsets of 32 bits. */
export interface GlyphTables {
  readonly glyf: Buffer
  readonly loca: Buffer
  readonly hasLongOffsets: boolean
}

/** Flags of a point. */
const ON_CURVE = 0x01
const X_IS_BYTE = 0x02
const Y_IS_BYTE = 0x04
const REPEATS = 0x08
const X_IS_SAME_OR_POSITIVE = 0x10
const Y_IS_SAME_OR_POSITIVE = 0x20

/** Flags of a component. */
const ARGUMENTS_ARE_WORDS = 0x0001
const ARGUMENTS_ARE_OFFSETS = 0x0002
const HAS_SCALE = 0x0008
const HAS_MORE = 0x0020
const HAS_TWO_SCALES = 0x0040
const HAS_MATRIX = 0x0080

/** A glyph made of glyphs is at most this deep; fonts have one or two. */
const MAX_DEPTH = 4

/** Returns the contours of a glyph of a font with so many units for its size; none for one that shows nothing, such as a space. */
export function readContours(tables: GlyphTables, glyph: number, unitsPerEm: number): readonly Contour[] {
  return pointsOf(tables, glyph, MAX_DEPTH).map((points) => contourOf(points, OUTLINE_UNITS / unitsPerEm))
}

function pointsOf(tables: GlyphTables, glyph: number, depth: number): readonly (readonly Point[])[] {
  const { glyf, loca, hasLongOffsets } = tables
  const offsetOf = (at: number): number => (hasLongOffsets ? loca.readUInt32BE(4 * at) : 2 * loca.readUInt16BE(2 * at))
  const data = glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1))
  if (data.length === 0 || depth === 0) return []
  const contours = data.readInt16BE(0)
  return contours >= 0 ? simplePoints(data, contours) : componentPoints(tables, data, depth)
}

/** The points of each contour of a glyph that is drawn by itself. */
function simplePoints(data: Buffer, contours: number): readonly (readonly Point[])[] {
  const ends = Array.from({ length: contours }, (_, at) => data.readUInt16BE(10 + 2 * at))
  const count = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * contours
  at += 2 + data.readUInt16BE(at)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = data.readUInt8(at)
    at += 1
    flags.push(flag)
    if (!(flag & REPEATS)) continue
    for (let left = data.readUInt8(at); left > 0; left -= 1) flags.push(flag)
    at += 1
  }
  const coordinates = (isByte: number, isSameOrPositive: number): readonly number[] => {
    let value = 0
    return flags.slice(0, count).map((flag) => {
      if (flag & isByte) {
        value += flag & isSameOrPositive ? data.readUInt8(at) : -data.readUInt8(at)
        at += 1
      } else if (!(flag & isSameOrPositive)) {
        value += data.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = coordinates(X_IS_BYTE, X_IS_SAME_OR_POSITIVE)
  const ys = coordinates(Y_IS_BYTE, Y_IS_SAME_OR_POSITIVE)
  const points = xs.map((x, index) => ({ x, y: ys[index] ?? 0, isOnCurve: ((flags[index] ?? 0) & ON_CURVE) !== 0 }))
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1))
}

/** The points of a glyph made of others, such as a letter and its accent. */
function componentPoints(tables: GlyphTables, data: Buffer, depth: number): readonly (readonly Point[])[] {
  const contours: (readonly Point[])[] = []
  let at = 10
  let flags = HAS_MORE
  const fraction = (offset: number): number => data.readInt16BE(at + offset) / 0x4000
  while (flags & HAS_MORE) {
    flags = data.readUInt16BE(at)
    const glyph = data.readUInt16BE(at + 2)
    at += 4
    const areWords = flags & ARGUMENTS_ARE_WORDS
    const areOffsets = flags & ARGUMENTS_ARE_OFFSETS
    // Components that are placed by the numbers of two points stay where they are: the fonts in use have none.
    const dx = !areOffsets ? 0 : areWords ? data.readInt16BE(at) : data.readInt8(at)
    const dy = !areOffsets ? 0 : areWords ? data.readInt16BE(at + 2) : data.readInt8(at + 1)
    at += areWords ? 4 : 2
    let [a, b, c, d] = [1, 0, 0, 1]
    if (flags & HAS_SCALE) {
      a = fraction(0)
      d = a
      at += 2
    } else if (flags & HAS_TWO_SCALES) {
      a = fraction(0)
      d = fraction(2)
      at += 4
    } else if (flags & HAS_MATRIX) {
      a = fraction(0)
      b = fraction(2)
      c = fraction(4)
      d = fraction(6)
      at += 8
    }
    for (const points of pointsOf(tables, glyph, depth - 1)) {
      contours.push(
        points.map(({ x, y, isOnCurve }) => ({
          x: Math.round(a * x + c * y + dx),
          y: Math.round(b * x + d * y + dy),
          isOnCurve,
        })),
      )
    }
  }
  return contours
}

const middle = (one: Point, other: Point): Point => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
  isOnCurve: true,
})

/** Between two points off the curve there is one on it, in their middle. */
function contourOf(points: readonly Point[], scale: number): Contour {
  const complete = points
    .flatMap((point, at) => {
      const before = points.at(at - 1)
      return before && !before.isOnCurve && !point.isOnCurve ? [middle(before, point), point] : [point]
    })
    .map(({ x, y, isOnCurve }) => ({ x: Math.round(x * scale), y: Math.round(y * scale), isOnCurve }))
  const first = complete.findIndex(({ isOnCurve }) => isOnCurve)
  const start = complete[first]
  if (!start) return { x: 0, y: 0, path: '' }
  let path = ''
  let command = ''
  let pen = start
  let control: Point | undefined
  const to = ({ x, y }: Point): string => `${spaced(x - pen.x)}${spaced(y - pen.y)}`
  for (const point of [...complete.slice(first + 1), ...complete.slice(0, first + 1)]) {
    if (!point.isOnCurve) {
      control = point
      continue
    }
    const next = control ? 'q' : 'l'
    path += `${next === command ? '' : next}${control ? to(control) : ''}${to(point)}`
    command = next
    control = undefined
    pen = point
  }
  return { x: start.x, y: start.y, path: `${path}z` }
}

/** A number of path data: a minus needs no space before it. */
function spaced(value: number): string {
  return value < 0 ? String(value) : ` ${value}`
}

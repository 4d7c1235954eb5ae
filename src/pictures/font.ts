import { type Contour, OUTLINE_UNITS, readContours } from './glyf.ts'

// Reads what a picture needs of a TrueType font: which characters it has, how wide they are and their outlines.
// Tables: learn.microsoft.com/typography/opentype/spec (head, hhea, hmtx, loca, cmap formats 4 and 12).

export interface Font {
  /** The advance width of a character in thousandths of the font size; undefined if the font does not have it. */
  widthOf(codePoint: number): number | undefined
  /** The outline of a character, and its advance width, in the unit of OUTLINE_UNITS; undefined if the font does not have it. */
  outlineOf(codePoint: number): Outline | undefined
}

export interface Outline {
  readonly advance: number
  readonly contours: readonly Contour[]
}

/** Reads a TrueType font. Throws an Error for a file that is none, such as a compressed web font. */
export function readFont(file: Buffer): Font {
  const tables = tablesOf(file)
  const table = (tag: string): Buffer => {
    const content = tables.get(tag)
    if (!content) throw new Error(`the font has no table ${tag}`)
    return content
  }
  const unitsPerEm = table('head').readUInt16BE(18)
  const metrics = table('hmtx')
  const metricCount = table('hhea').readUInt16BE(34)
  const glyphOf = readCharacterMap(table('cmap'))
  const glyphs = { glyf: table('glyf'), loca: table('loca'), hasLongOffsets: table('head').readInt16BE(50) === 1 }
  const advanceOf = (glyph: number): number => metrics.readUInt16BE(4 * Math.min(glyph, metricCount - 1))
  // By character. A font does not change, and has some thousand characters.
  const widths = new Map<number, number>()
  const outlines = new Map<number, Outline>()
  return {
    widthOf(codePoint) {
      const before = widths.get(codePoint)
      if (before !== undefined) return before
      const glyph = glyphOf(codePoint)
      if (glyph === 0) return undefined
      const width = (1000 * advanceOf(glyph)) / unitsPerEm
      widths.set(codePoint, width)
      return width
    },
    outlineOf(codePoint) {
      const before = outlines.get(codePoint)
      if (before) return before
      const glyph = glyphOf(codePoint)
      if (glyph === 0) return undefined
      const advance = (OUTLINE_UNITS * advanceOf(glyph)) / unitsPerEm
      const outline = { advance, contours: readContours(glyphs, glyph, unitsPerEm) }
      outlines.set(codePoint, outline)
      return outline
    },
  }
}

const TRUE_TYPE = 0x00010000

function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  if (file.length < 12 || file.readUInt32BE(0) !== TRUE_TYPE) throw new Error('the file is not a TrueType font')
  const count = file.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const record = 12 + 16 * at
      const start = file.readUInt32BE(record + 8)
      return [file.toString('latin1', record, record + 4), file.subarray(start, start + file.readUInt32BE(record + 12))]
    }),
  )
}

type GlyphOf = (codePoint: number) => number

/** The largest subtable of the formats that Unicode fonts have. The glyph of a character that it lacks is 0. */
function readCharacterMap(cmap: Buffer): GlyphOf {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(8 + 8 * at))
  const ofFormat = (format: number) => offsets.find((offset) => cmap.readUInt16BE(offset) === format)
  const full = ofFormat(12)
  if (full !== undefined) return segmentedCoverage(cmap.subarray(full))
  const basic = ofFormat(4)
  if (basic !== undefined) return segmentMapping(cmap.subarray(basic))
  throw new Error('the font has no character map of format 4 or 12')
}

/** The first index below `count` for which `isAtOrAfter` holds; `count` if there is none. */
function firstIndex(count: number, isAtOrAfter: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAtOrAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Format 4: segments of the characters up to U+FFFF. */
function segmentMapping(table: Buffer): GlyphOf {
  const segments = table.readUInt16BE(6) / 2
  const ends = 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const rangeOffsets = deltas + 2 * segments
  return (codePoint) => {
    if (codePoint > 0xffff) return 0
    const at = firstIndex(segments, (index) => table.readUInt16BE(ends + 2 * index) >= codePoint)
    if (at === segments) return 0
    const start = table.readUInt16BE(starts + 2 * at)
    if (start > codePoint) return 0
    const delta = table.readUInt16BE(deltas + 2 * at)
    const offset = table.readUInt16BE(rangeOffsets + 2 * at)
    if (offset === 0) return (codePoint + delta) & 0xffff
    const glyph = table.readUInt16BE(rangeOffsets + 2 * at + offset + 2 * (codePoint - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** Format 12: groups of the characters of all planes. */
function segmentedCoverage(table: Buffer): GlyphOf {
  const groups = table.readUInt32BE(12)
  return (codePoint) => {
    const at = firstIndex(groups, (index) => table.readUInt32BE(16 + 12 * index + 4) >= codePoint)
    if (at === groups) return 0
    const record = 16 + 12 * at
    const start = table.readUInt32BE(record)
    return start > codePoint ? 0 : table.readUInt32BE(record + 8) + codePoint - start
  }
}

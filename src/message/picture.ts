// A picture as data: what it shows, in the reader's language. src/pictures draws it; no bytes are in a message.

export type Picture = HeatMap | Radar

/** Rows of shaded cells, in groups. */
export interface HeatMap {
  readonly type: 'heatMap'
  readonly title: string
  readonly columns: readonly HeatMapColumn[]
  readonly groups: readonly HeatMapGroup[]
  /** Every sign that occurs in the cells, and what it means. */
  readonly legend: readonly HeatMapLegendEntry[]
  /** What the sign means that stands for a character no font has. */
  readonly unavailable: string
}

export interface HeatMapColumn {
  readonly label: string
  /** A few letters for the head of the column. */
  readonly short: string
}

export interface HeatMapGroup {
  readonly label: string
  readonly rows: readonly HeatMapRow[]
}

export interface HeatMapRow {
  readonly label: string
  readonly cells: readonly HeatMapCell[]
}

export interface HeatMapCell {
  readonly shade: Shade
  /** One or two characters that say the same as the shade. */
  readonly sign: string
}

export interface HeatMapLegendEntry extends HeatMapCell {
  readonly means: string
}

/** The shades of proficiencies, lowest first. `absent` is a cell that expects nothing. */
export const PROFICIENCY_SHADES = ['absent', 'awareness', 'working', 'advanced', 'expert'] as const

/** The shades of a difference: far below, below, equal, above and far above what it is compared with, and not known. */
export const DIFFERENCE_SHADES = ['farBelow', 'below', 'equal', 'above', 'farAbove', 'unknown'] as const

/** A color as `#rrggbb`. */
export type Color = `#${string}`

/** The shade of a step of a scale of its own: its rank from 1, and the number of steps. */
export type StepShade = `step-${number}-${number}`

export type Shade = (typeof PROFICIENCY_SHADES)[number] | (typeof DIFFERENCE_SHADES)[number] | StepShade | Color

export function isColor(text: string | null): text is Color {
  return text !== null && /^#[0-9a-f]{6}$/iu.test(text)
}

/** One or more series of values over axes. */
export interface Radar {
  readonly type: 'radar'
  readonly title: string
  readonly series: readonly { readonly label: string }[]
  readonly axes: readonly RadarAxis[]
  /** The names of the rings, from the innermost; a value of 1 is on the first one. */
  readonly rings: readonly string[]
  /** What the values are. */
  readonly note: string
  /** See `HeatMap`. */
  readonly unavailable: string
}

export interface RadarAxis {
  readonly label: string
  /** One for each series. */
  readonly values: readonly RadarValue[]
}

export interface RadarValue {
  /** From 0, the center, to the number of rings; null if there is none. */
  readonly at: number | null
  /** The same as the reader writes it. */
  readonly text: string
}

/** What is legible where a phone shows a picture 360 pixels wide. */
const PICTURE_LIMITS = { rows: 120, columns: 23, leastAxes: 3, axes: 16, series: 3, rings: 7 } as const

/** Whether a picture is drawn. One with more rows than fit, or a radar of two domains, is not: its message has the words. */
export function isLegible(picture: Picture): boolean {
  const most = PICTURE_LIMITS
  if (picture.type === 'heatMap') {
    const rows = picture.groups.reduce((sum, group) => sum + group.rows.length, 0)
    return rows > 0 && rows <= most.rows && picture.columns.length > 0 && picture.columns.length <= most.columns
  }
  const { axes, series, rings } = picture
  if (axes.length < most.leastAxes || axes.length > most.axes) return false
  return series.length > 0 && series.length <= most.series && rings.length > 0 && rings.length <= most.rings
}

/**
 * The facts of a picture in words, for people who do not see it. The longest of these that has at most `most` UTF-16 units: every
 * row, then the counts of each group, then the title alone.
 */
export function altText(picture: Picture, most: number): string {
  const versions = picture.type === 'heatMap' ? heatMapTexts(picture) : radarTexts(picture)
  return versions.find((text) => text.length <= most) ?? picture.title.slice(0, most)
}

function heatMapTexts({ title, columns, groups, legend }: HeatMap): readonly string[] {
  const heads = `${columns.map(({ label }) => label).join(', ')}.`
  const signs = `${legend.map(({ sign, means }) => `${sign} = ${means}`).join(', ')}.`
  const rows = groups.map(({ label, rows: all }) => {
    const lines = all.map((row) => `${row.label} ${row.cells.map(({ sign }) => sign).join(' ')}`)
    return `${label}: ${lines.join('; ')}.`
  })
  const counts = groups.map(({ label, rows: all }) => {
    const ofColumns = columns.map((_, at) =>
      countSigns(
        all.map(({ cells }) => cells[at]?.sign ?? ''),
        legend,
      ),
    )
    return `${label}: ${ofColumns.join('; ')}.`
  })
  return [
    [`${title}.`, heads, signs, ...rows].join(' '),
    [`${title}.`, heads, signs, ...counts].join(' '),
    [`${title}.`, heads].join(' '),
    title,
  ]
}

/** The signs of a column in the order of the legend: `2 A, 5 W`. */
function countSigns(signs: readonly string[], legend: HeatMap['legend']): string {
  return legend
    .map(({ sign }) => ({ sign, count: signs.filter((each) => each === sign).length }))
    .filter(({ count }) => count > 0)
    .map(({ sign, count }) => `${count} ${sign}`)
    .join(', ')
}

function radarTexts({ title, series, axes, rings, note }: Radar): readonly string[] {
  const scale = rings.map((name, at) => `${at + 1} = ${name}`).join(', ')
  const heads = `${series.map(({ label }) => label).join(', ')}.`
  const lines = axes.map(({ label, values }) => `${label}: ${values.map(({ text }) => text).join(', ')}.`)
  return [[`${title}.`, `${note} (${scale}).`, heads, ...lines].join(' '), [`${title}.`, heads].join(' '), title]
}

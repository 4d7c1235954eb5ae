import type { Place } from './draft.ts'
import type { Column, TableHead } from './head.ts'
import { oneLine, type Table } from './table.ts'

// Tables beside a ladder that explain it: what the numbers of its steps mean, and how many points a level takes.

/** What a step means. */
export interface LegendStep {
  readonly number: number
  readonly name: string | null
  readonly description: string | null
  readonly place: Place
}

/** A table that isn't a ladder itself. */
export type Legend = { readonly kind: 'steps'; readonly steps: readonly LegendStep[] } | PointsLegend

/** Points by the name of a level, or by the number of a step. */
export interface PointsLegend {
  readonly kind: 'points'
  readonly of: 'level' | 'step'
  readonly points: readonly (readonly [string, number])[]
}

const POINTS = /^(?:total\s+)?(?:points?|puntos|punkte)(?:\s+(?:total|required|needed))?$/iu
const STEP_HEAD = /^(?:milestone|step|score|value|rating|number|no|nr|#|level|stufe|nivel|paso|hito)$/iu
const NAME_HEAD = /^(?:name|title|label|step name|nombre)$/iu

/** A name of a step that stands before its description: "Expert: leads others". */
const NAMED = /^(\p{L}[^:.;]{0,22}?)\s*(?::|\s[-–—])\s+(.+)$/u

const NUMBERED = /^(?:level|step|l)?\s*(\d{1,2})$/iu

/** Reads a table with a row for each step, by its number, or each level, by its points. Undefined for other tables. */
export function readLegend(table: Table, { columns, first }: TableHead): Legend | undefined {
  const [key, ...others] = columns.filter(({ name }) => name !== '')
  if (!key || columns.some(({ kind }) => kind === 'domain' || kind === 'role')) return undefined
  const rows = table.rows.slice(first).filter((row) => row.some(({ text }) => text !== ''))
  const textIn = (row: (typeof rows)[number], column: Column | undefined): string =>
    oneLine(row[column?.index ?? -1]?.text ?? '')
  const [only] = others
  if (others.length === 1 && only && POINTS.test(only.name)) {
    const arePoints = rows.every((row) => /^\d+$/u.test(textIn(row, only)))
    const of = key.kind === 'level' ? 'level' : 'step'
    const points = rows.map((row) => [textIn(row, key), Number(textIn(row, only))] as const)
    return arePoints && rows.length > 1 ? { kind: 'points', of, points } : undefined
  }
  if (key.kind === 'skill' && !STEP_HEAD.test(key.name)) return undefined
  const name = others.find((column) => NAME_HEAD.test(column.name))
  const [text, more] = others.filter((column) => column !== name)
  if (more || (!text && !name)) return undefined
  const steps = rows.flatMap((row): LegendStep[] => {
    const digits = NUMBERED.exec(textIn(row, key))?.[1]
    const cell = row[(text ?? name)?.index ?? -1]
    if (digits === undefined || !cell) return []
    const whole = textIn(row, text)
    const [, before, after] = name ? [] : (NAMED.exec(whole) ?? [])
    const named = textIn(row, name) || (before ?? (whole.length <= 24 ? whole : ''))
    const described = after ?? (named === whole ? '' : whole)
    return [{ number: Number(digits), name: named || null, description: described || null, place: cell }]
  })
  const areInOrder = steps.every(({ number }, index) => index === 0 || number === (steps[index - 1]?.number ?? 0) + 1)
  const areWords = steps.every(({ name: own, description }) => /\p{L}{2}/u.test(own ?? description ?? ''))
  const isWhole = steps.length === rows.length && steps.length > 1 && (steps[0]?.number ?? 2) <= 1
  return isWhole && areInOrder && areWords ? { kind: 'steps', steps } : undefined
}

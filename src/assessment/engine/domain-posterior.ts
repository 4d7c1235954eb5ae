import { at, entry } from './math.ts'
import type { Shape, Tables } from './tables.ts'

/** By skill index: UNASKED, SKIPPED, or the rating 0..4. */
export type Ratings = Int8Array
export const UNASKED = -2
export const SKIPPED = -1

export const ratingAt = (ratings: Ratings, skill: number): number => ratings[skill] ?? Number.NaN

/** The posterior of one person in one domain; each table is indexed by cell (style · abilities + ability). */
export interface DomainPosterior {
  /** Unique within the process. */
  readonly id: number
  /** The tables that are summed over domains, in one array that `readSums` splits. */
  readonly sums: Float64Array
  /** P(deviation | cell, ratings), at cell · deviations + deviation. */
  readonly deviations: Float64Array
  /** By threshold: mean of the count met among the unasked skills. */
  readonly mean: readonly Float64Array[]
  /** By threshold: expected count met among the unasked skills, at style · places + place. */
  readonly expected: readonly Float64Array[]
}

/**
 * Given the place in the domain, ratings are independent. So the evidence is a product over the answered skills, and the
 * moments of a count are sums over the unasked ones, both by place; then both are averaged over the deviations that lead from
 * a cell to its places.
 */
export function computeDomainPosterior(tables: Tables, domain: number, ratings: Ratings): DomainPosterior {
  const skills = tables.skillsOf[domain] ?? []
  const sums = emptySums(tables)
  const { logEvidence, moments } = readSums(tables, sums)
  const deviations = weighDeviations(tables, logLikelihood(tables, skills, ratings), logEvidence)
  const unasked = countByShape(tables, skills, ratings)
  const expected = moments.map((moment, threshold) => {
    const count = countByPlace(tables, unasked, threshold)
    averageCount(tables, count, deviations, moment)
    return count.expected
  })
  for (let i = 0; i < sums.length; i++) sums[i] = Math.round(Math.max(MIN_SUM, at(sums, i)) * FRACTIONS) / FRACTIONS
  lastId += 1
  return { id: lastId, sums, deviations, mean: moments.map(({ mean }) => mean), expected }
}

let lastId = 0

/**
 * Sums are rounded to this fraction, so that they are exact in any order and after subtraction. A posterior can therefore be
 * updated by the changed domain alone and still depends on the ratings only. 53 bits hold sums up to two million.
 */
const FRACTIONS = 2 ** 32
/** Far less probable than any answers: minus infinity could not be subtracted again. */
const MIN_SUM = -10_000

/** Mean and variance, by cell, of the count met among the unasked skills. */
interface Moment {
  readonly mean: Float64Array
  readonly variance: Float64Array
}

export interface Sums {
  /** log P(ratings | cell), with the domains' deviations summed out exactly. */
  readonly logEvidence: Float64Array
  /** By threshold. */
  readonly moments: readonly Moment[]
}

export function emptySums({ grid, thresholds }: Tables): Float64Array {
  return new Float64Array(grid.cells * (1 + 2 * thresholds.length))
}

/** Splits sums into their tables. */
export function readSums({ grid: { cells }, thresholds }: Tables, sums: Float64Array): Sums {
  const table = (nth: number): Float64Array => sums.subarray(nth * cells, (nth + 1) * cells)
  return {
    logEvidence: table(0),
    moments: thresholds.map((_, index) => ({ mean: table(1 + 2 * index), variance: table(2 + 2 * index) })),
  }
}

/** log P(ratings | style, place), at style · places + place. A skipped skill carries no information. */
function logLikelihood(tables: Tables, skills: readonly number[], ratings: Ratings): Float64Array {
  const { grid, shapes, shapeOf } = tables
  const sum = new Float64Array(grid.styles.length * grid.places)
  for (const skill of skills) {
    const rating = ratingAt(ratings, skill)
    const logChance = rating < 0 ? undefined : shapes[entry(shapeOf, skill)]?.logChance[rating]
    if (logChance === undefined) continue
    for (let i = 0; i < sum.length; i++) sum[i] = at(sum, i) + at(logChance, i)
  }
  return sum
}

function weighDeviations({ grid }: Tables, likelihood: Float64Array, logEvidence: Float64Array): Float64Array {
  const weights = new Float64Array(grid.cells * grid.deviations)
  for (let cell = 0; cell < grid.cells; cell++) {
    const style = Math.floor(cell / grid.abilities)
    const firstPlace = entry(grid.firstPoint, cell)
    const first = cell * grid.deviations
    let highest = Number.NEGATIVE_INFINITY
    for (let d = 0; d < grid.deviations; d++) highest = Math.max(highest, at(likelihood, firstPlace + d))
    let total = 0
    for (let d = 0; d < grid.deviations; d++) {
      const prior = at(grid.deviationWeights, style * grid.deviations + d)
      const weight = prior * Math.exp(at(likelihood, firstPlace + d) - highest)
      weights[first + d] = weight
      total += weight
    }
    for (let d = 0; d < grid.deviations; d++) weights[first + d] = at(weights, first + d) / total
    logEvidence[cell] = highest + Math.log(total)
  }
  return weights
}

/** The number of unasked skills of each shape in a domain, without shapes that have none. */
function countByShape(
  tables: Tables,
  skills: readonly number[],
  ratings: Ratings,
): readonly (readonly [shape: Shape, count: number])[] {
  const counts = new Map<Shape, number>()
  for (const skill of skills) {
    const shape = tables.shapes[entry(tables.shapeOf, skill)]
    if (shape !== undefined && ratingAt(ratings, skill) === UNASKED) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return [...counts]
}

interface CountByPlace {
  readonly expected: Float64Array
  readonly variance: Float64Array
}

function countByPlace(
  { grid }: Tables,
  unasked: readonly (readonly [Shape, number])[],
  threshold: number,
): CountByPlace {
  const size = grid.styles.length * grid.places
  const expected = new Float64Array(size)
  const variance = new Float64Array(size)
  for (const [shape, count] of unasked) {
    const cell = entry(shape.cells, threshold)
    const chances = cell === 0 ? undefined : shape.chanceAtLeast[cell]
    if (chances === undefined) continue
    for (let i = 0; i < size; i++) {
      const chance = at(chances, i)
      expected[i] = at(expected, i) + count * chance
      variance[i] = at(variance, i) + count * chance * (1 - chance)
    }
  }
  return { expected, variance }
}

/** Moments by cell: the variance within places plus the variance of the expectation between places. */
function averageCount(
  { grid }: Tables,
  { expected, variance }: CountByPlace,
  deviations: Float64Array,
  moment: Moment,
): void {
  for (let cell = 0; cell < grid.cells; cell++) {
    const firstPlace = entry(grid.firstPoint, cell)
    let mean = 0
    let square = 0
    let within = 0
    for (let d = 0; d < grid.deviations; d++) {
      const weight = at(deviations, cell * grid.deviations + d)
      const count = at(expected, firstPlace + d)
      mean += weight * count
      square += weight * count * count
      within += weight * at(variance, firstPlace + d)
    }
    moment.mean[cell] = mean
    moment.variance[cell] = Math.max(0, within + square - mean * mean)
  }
}

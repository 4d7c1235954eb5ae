import { at, entry } from './math.ts'
import type { PartTables, Shape } from './tables.ts'

/** By skill index: UNASKED, SKIPPED, or the rating from 0. */
export type Ratings = Int8Array
export const UNASKED = -2
export const SKIPPED = -1

export const ratingAt = (ratings: Ratings, skill: number): number => ratings[skill] ?? Number.NaN

/** The posterior of one person in one domain of one part. A cell is style · abilities + ability. */
export interface DomainPosterior {
  /** The tables that are summed over domains, one after another, each by cell: see `evidenceAt`, `meanAt` and `varianceAt`. */
  readonly sums: Float64Array
  /** P(deviation | cell, ratings), at cell · deviations + deviation. */
  readonly deviations: Float64Array
  /** Expected count met among the unasked skills, at (threshold · styles + style) · places + place. */
  readonly expected: Float64Array
  /** By shape and threshold, what choosing a question has computed so far: see `effectsOf`. */
  readonly effects: Map<number, Float64Array>
}

/** The index in the sums of log P(ratings | cell), with the domains' deviations summed out exactly. */
export const evidenceAt = (cell: number): number => cell

/** The index in the sums of the mean of the count met among the unasked skills, by threshold. */
export const meanAt = ({ grid }: PartTables, threshold: number, cell: number): number =>
  (1 + 2 * threshold) * grid.cells + cell

/** The index in the sums of the variance of that count. */
export const varianceAt = ({ grid }: PartTables, threshold: number, cell: number): number =>
  (2 + 2 * threshold) * grid.cells + cell

export function emptySums({ grid, thresholds }: PartTables): Float64Array {
  return new Float64Array(grid.cells * (1 + 2 * thresholds.length))
}

/**
 * Given the place in the domain, ratings are independent. So the evidence is a product over the answered skills, and the
 * moments of a count are sums over the unasked ones, both by place; then both are averaged over the deviations that lead from
 * a cell to its places.
 */
export function computeDomainPosterior(tables: PartTables, domain: number, ratings: Ratings): DomainPosterior {
  const { grid, thresholds } = tables
  const skills = tables.skillsOf[domain] ?? []
  const sums = emptySums(tables)
  const deviations = weighDeviations(tables, logLikelihood(tables, skills, ratings), sums)
  const places = grid.styles.length * grid.places
  const expected = new Float64Array(thresholds.length * places)
  const unasked = countByShape(tables, skills, ratings)
  if (unasked.length > 0) {
    const variance = new Float64Array(places)
    for (let threshold = 0; threshold < thresholds.length; threshold++) {
      variance.fill(0)
      countByPlace(unasked, threshold, expected, variance)
      averageCount(tables, threshold, expected, variance, deviations, sums)
    }
  }
  for (let i = 0; i < sums.length; i++) sums[i] = Math.round(Math.max(MIN_SUM, at(sums, i)) * FRACTIONS) / FRACTIONS
  return { sums, deviations, expected, effects: new Map() }
}

/**
 * Sums are rounded to this fraction, so that they are exact in any order and after subtraction. A posterior can therefore be
 * updated by the changed domain alone and still depends on the ratings only. 53 bits hold sums up to two million.
 */
const FRACTIONS = 2 ** 32
/** Far less probable than any answers: minus infinity could not be subtracted again. */
const MIN_SUM = -10_000

/** log P(answers | style, place), at style · places + place. */
function logLikelihood(tables: PartTables, skills: readonly number[], ratings: Ratings): Float64Array {
  const { grid, shapes, shapeOf } = tables
  const sum = new Float64Array(grid.styles.length * grid.places)
  for (const skill of skills) {
    const rating = ratingAt(ratings, skill)
    const shape = shapes[entry(shapeOf, skill)]
    const logChance = rating === SKIPPED ? shape?.logSkip : shape?.logChance[rating]
    if (logChance === undefined) continue
    for (let i = 0; i < sum.length; i++) sum[i] = at(sum, i) + at(logChance, i)
  }
  return sum
}

/** Returns the weights of the deviations, and writes the evidence into the sums. */
function weighDeviations({ grid }: PartTables, likelihood: Float64Array, sums: Float64Array): Float64Array {
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
    sums[evidenceAt(cell)] = highest + Math.log(total)
  }
  return weights
}

/** The number of unasked skills of each shape in a domain, without shapes that have none. */
function countByShape(
  tables: PartTables,
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

/** Adds mean and variance of a threshold's count at each place. */
function countByPlace(
  unasked: readonly (readonly [Shape, number])[],
  threshold: number,
  expected: Float64Array,
  variance: Float64Array,
): void {
  const size = variance.length
  const first = threshold * size
  for (const [shape, count] of unasked) {
    const cell = entry(shape.cells, threshold)
    const chances = cell === 0 ? undefined : shape.chanceAtLeast[cell]
    if (chances === undefined) continue
    for (let i = 0; i < size; i++) {
      const chance = at(chances, i)
      expected[first + i] = at(expected, first + i) + count * chance
      variance[i] = at(variance, i) + count * chance * (1 - chance)
    }
  }
}

/** Writes the moments by cell into the sums: the variance within places plus that of the expectation between places. */
function averageCount(
  tables: PartTables,
  threshold: number,
  expected: Float64Array,
  variance: Float64Array,
  deviations: Float64Array,
  sums: Float64Array,
): void {
  const { grid } = tables
  const first = threshold * variance.length
  for (let cell = 0; cell < grid.cells; cell++) {
    const firstPlace = entry(grid.firstPoint, cell)
    let mean = 0
    let square = 0
    let within = 0
    for (let d = 0; d < grid.deviations; d++) {
      const weight = at(deviations, cell * grid.deviations + d)
      const count = at(expected, first + firstPlace + d)
      mean += weight * count
      square += weight * count * count
      within += weight * at(variance, firstPlace + d)
    }
    sums[meanAt(tables, threshold, cell)] = mean
    sums[varianceAt(tables, threshold, cell)] = Math.max(0, within + square - mean * mean)
  }
}

import { meanAt } from './domain-posterior.ts'
import { slopes, type UndecidedOutlook } from './forecast.ts'
import { at, entry, NO_TABLE } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import type { PartPosterior } from './posterior.ts'
import { chanceMet, likelyCells, type SkillGroup, unaskedGroups } from './skill-groups.ts'
import type { PartTables } from './tables.ts'

/**
 * The skill of a part, by its index there, whose answer tells most about one of its thresholds. Among almost equally telling
 * ones, the one whose gap at `target` (a level index) is most uncertain. Undefined if the threshold counts no unasked skill.
 */
export function mostInformative(
  posterior: PartPosterior,
  threshold: number,
  outlook: UndecidedOutlook,
  target: number,
): number | undefined {
  const support = likelyCells(posterior)
  const tally = posterior.tallies[threshold]
  if (tally === undefined) return undefined
  const weights = weigh(posterior, outlook.chance, slopes(posterior, tally), support)
  const groups = unaskedGroups(posterior, (shape) => shape.cells[threshold])
  const candidates = shortlist(posterior, groups, support).map((group) => ({
    group,
    information: varianceReduction(posterior.tables, group, threshold, weights, outlook.probability),
  }))
  const most = Math.max(...candidates.map((each) => each.information))
  const nearTies = candidates.filter((each) => each.information >= PARAMETERS.nearTieRatio * most)
  return mostUncertainGap(
    posterior,
    nearTies.map((each) => each.group),
    target,
    support,
  )?.skills[0]
}

/** The unasked skill of a part with the least predictable answer to what a level expects; undefined if there is none. */
export function mostUncertain(posterior: PartPosterior, level: number): number | undefined {
  const groups = unaskedGroups(posterior, (shape) => shape.required[level])
  return mostUncertainGap(posterior, groups, level, likelyCells(posterior))?.skills[0]
}

/** Groups that are evaluated in full, which bounds the time of a question in a role of any size. */
const MAX_CANDIDATES = 64

/** The groups with the least predictable answers: an answer that is almost certain carries no information. */
function shortlist(
  posterior: PartPosterior,
  groups: readonly SkillGroup[],
  support: readonly number[],
): readonly SkillGroup[] {
  if (groups.length <= MAX_CANDIDATES) return groups
  return groups
    .map((group) => ({ group, open: Math.abs(chanceMet(posterior, group, support) - 0.5) }))
    .sort((a, b) => a.open - b.open)
    .slice(0, MAX_CANDIDATES)
    .map((each) => each.group)
}

/** Among groups that settle the grade equally well, the one with the most information about the gap list. */
function mostUncertainGap(
  posterior: PartPosterior,
  groups: readonly SkillGroup[],
  target: number,
  support: readonly number[],
): SkillGroup | undefined {
  let best: SkillGroup | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const group of groups) {
    const cell = group.shape.required[target] ?? 0
    const met = cell === 0 ? 1 : chanceMet(posterior, { ...group, cell }, support)
    if (met * (1 - met) <= most) continue
    most = met * (1 - met)
    best = group
  }
  return best
}

/** Ratings of the longest scale. */
const MOST_RATINGS = 8

/** What the evaluation of all groups has in common, each by position in `support`. */
interface Weights {
  /** The cells that are not negligible. */
  readonly support: readonly number[]
  /** P(cell). */
  readonly cell: Float64Array
  /** P(cell) times the chance that the threshold is reached there, and times what one more met skill adds to that. */
  readonly reached: Float64Array
  readonly slope: Float64Array
  /** Room for the sums of one group, by rating. */
  readonly chances: Float64Array
  readonly together: Float64Array
}

function weigh(
  { cells }: PartPosterior,
  chance: Float64Array,
  slope: Float64Array,
  support: readonly number[],
): Weights {
  const weights = {
    support,
    cell: new Float64Array(support.length),
    reached: new Float64Array(support.length),
    slope: new Float64Array(support.length),
    chances: new Float64Array(MOST_RATINGS),
    together: new Float64Array(MOST_RATINGS),
  }
  for (let i = 0; i < support.length; i++) {
    const index = entry(support, i)
    const weight = at(cells, index)
    weights.cell[i] = weight
    weights.reached[i] = weight * at(chance, index)
    weights.slope[i] = weight * at(slope, index)
  }
  return weights
}

/**
 * The variance about a threshold that an answer is expected to remove: over the ratings, the variance of the probability
 * that the threshold is reached. For a rating r that is Cov(r, reached)² / P(r), summed. The covariance has two parts: between
 * cells, r tells the cell; within a cell, it tells the place in the domain and whether this skill is met, and each additional
 * skill in the count raises the chance by the outlook's slope.
 */
function varianceReduction(
  tables: PartTables,
  group: SkillGroup,
  threshold: number,
  { support, cell, reached, slope, chances, together }: Weights,
  probability: number,
): number {
  const { sums } = group.domain
  const ratings = group.shape.chance.length
  const effects = effectsOf(tables, group, threshold)
  chances.fill(0)
  together.fill(0)
  for (let i = 0; i < support.length; i++) {
    const index = entry(support, i)
    const first = 2 * ratings * index
    if (Number.isNaN(at(effects, first))) computeEffects(tables, group, threshold, index, effects)
    const mean = at(sums, meanAt(tables, threshold, index))
    for (let rating = 0; rating < ratings; rating++) {
      const inCell = at(effects, first + 2 * rating)
      // How many more of the other skills are met where this rating is given than in the cell on average.
      let surplus = at(effects, first + 2 * rating + 1) - mean * inCell
      if (rating >= group.cell) surplus += inCell
      chances[rating] = at(chances, rating) + at(cell, i) * inCell
      together[rating] = at(together, rating) + at(reached, i) * inCell + at(slope, i) * surplus
    }
  }
  let sum = 0
  for (let rating = 0; rating < ratings; rating++) {
    const covariance = at(together, rating) - at(chances, rating) * probability
    if (at(chances, rating) >= 1e-9) sum += covariance ** 2 / at(chances, rating)
  }
  return sum
}

/**
 * What the ratings of a group have to do with a threshold, by cell and rating: P(rating | cell), and that times the expected count of
 * the other skills that are met where the rating is given. It depends on the answers of the domain alone, so that only the domain of
 * the last answer is computed again; NaN where it was not needed yet.
 */
function effectsOf({ grid, thresholds }: PartTables, { domain, shape }: SkillGroup, threshold: number): Float64Array {
  const key = shape.id * thresholds.length + threshold
  const computed = domain.effects.get(key)
  if (computed) return computed
  const effects = new Float64Array(2 * shape.chance.length * grid.cells).fill(Number.NaN)
  domain.effects.set(key, effects)
  return effects
}

function computeEffects(
  { grid }: PartTables,
  { domain, shape, cell }: SkillGroup,
  threshold: number,
  index: number,
  effects: Float64Array,
): void {
  const { deviations, expected } = domain
  const ratings = shape.chance.length
  const own = shape.chanceAtLeast[cell] ?? NO_TABLE
  const point = entry(grid.firstPoint, index)
  const counts = threshold * grid.styles.length * grid.places + point
  const weights = index * grid.deviations
  for (let rating = 0; rating < ratings; rating++) {
    const table = shape.chance[rating] ?? NO_TABLE
    let inCell = 0
    let others = 0
    for (let d = 0; d < grid.deviations; d++) {
      const weight = at(deviations, weights + d) * at(table, point + d)
      inCell += weight
      others += weight * (at(expected, counts + d) - at(own, point + d))
    }
    const first = 2 * (ratings * index + rating)
    effects[first] = inCell
    effects[first + 1] = others
  }
}

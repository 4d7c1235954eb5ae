import { caches } from './caches.ts'
import type { Forecast, OpenOutlook } from './forecast.ts'
import { at, entry, NO_TABLE } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import type { Posterior } from './posterior.ts'
import { chanceMet, likelyCells, openGroups, type SkillGroup } from './skill-groups.ts'
import { type Tables, targetThreshold } from './tables.ts'

/** The skill whose answer is expected to settle the grade soonest; undefined once the grade is settled. */
export function mostInformative(posterior: Posterior, forecast: Forecast): number | undefined {
  const threshold = mostOpenThreshold(posterior, forecast)
  const outlook = threshold === undefined ? undefined : forecast.outlooks[threshold]
  if (threshold === undefined || outlook === undefined || outlook.decided) return undefined
  const support = likelyCells(posterior)
  const weights = weigh(posterior, outlook, support)
  const candidates = shortlist(posterior, openGroups(posterior, threshold), support).map((group) => ({
    group,
    information: varianceReduction(ratingEffect(posterior.tables, group, threshold), weights, outlook.probability),
  }))
  const most = Math.max(...candidates.map((each) => each.information))
  const nearTies = candidates.filter((each) => each.information >= PARAMETERS.nearTieRatio * most)
  return mostUncertainGap(
    posterior,
    nearTies.map((each) => each.group),
    targetThreshold(posterior.tables, forecast.grade),
    support,
  )?.skills[0]
}

/** Groups that are evaluated in full, which bounds the time of a question in a role of any size. */
const MAX_CANDIDATES = 64

/** The groups with the least predictable answers: an answer that is almost certain carries no information. */
function shortlist(
  posterior: Posterior,
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
  posterior: Posterior,
  groups: readonly SkillGroup[],
  target: number,
  support: readonly number[],
): SkillGroup | undefined {
  let best: SkillGroup | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const group of groups) {
    const cell = group.shape.cells[target] ?? 0
    const met = cell === 0 ? 1 : chanceMet(posterior, { ...group, cell }, support)
    if (met * (1 - met) <= most) continue
    most = met * (1 - met)
    best = group
  }
  return best
}

/** The threshold least likely to be reached, of the most uncertain level by p(1 - p). */
function mostOpenThreshold({ tables }: Posterior, { levels, outlooks }: Forecast): number | undefined {
  const [level] = levels
    .filter(({ atLeast }) => atLeast > 0 && atLeast < 1)
    .sort((a, b) => b.atLeast * (1 - b.atLeast) - a.atLeast * (1 - a.atLeast) || a.level - b.level)
  if (level === undefined) return undefined
  const [least] = [...outlooks.entries()]
    .filter(([index, { decided }]) => !decided && (tables.thresholds[index]?.level ?? 0) <= level.level)
    .sort(([i, a], [j, b]) => a.probability - b.probability || i - j)
  return least?.[0]
}

/** What the evaluation of all groups has in common, each by position in `support`. */
interface Weights {
  /** The cells that are not negligible. */
  readonly support: readonly number[]
  /** P(cell). */
  readonly cell: Float64Array
  /** P(cell) times the chance that the threshold is reached there, and times what one more met skill adds to that. */
  readonly reached: Float64Array
  readonly slope: Float64Array
}

function weigh({ cells }: Posterior, { chance, slope }: OpenOutlook, support: readonly number[]): Weights {
  return {
    support,
    cell: Float64Array.from(support, (cell) => at(cells, cell)),
    reached: Float64Array.from(support, (cell) => at(cells, cell) * at(chance, cell)),
    slope: Float64Array.from(support, (cell) => at(cells, cell) * at(slope, cell)),
  }
}

/**
 * The variance about a threshold that an answer is expected to remove: over the five ratings, the variance of the probability
 * that the threshold is reached. For a rating r that is Cov(r, reached)² / P(r), summed. The covariance has two parts: between
 * cells, r tells the cell; within a cell, it tells the place in the domain and whether this skill is met, and each additional
 * skill in the count raises the chance by the outlook's slope.
 */
function varianceReduction(
  { ratingChance, surplus }: RatingEffect,
  { support, cell, reached, slope }: Weights,
  probability: number,
): number {
  const size = ratingChance.length / RATINGS
  const count = support.length
  let sum = 0
  for (let rating = 0; rating < RATINGS; rating++) {
    const first = rating * size
    let p = 0
    let together = 0
    for (let i = 0; i < count; i++) {
      const index = first + entry(support, i)
      const inCell = at(ratingChance, index)
      p += at(cell, i) * inCell
      together += at(reached, i) * inCell + at(slope, i) * at(surplus, index)
    }
    const covariance = together - p * probability
    if (p >= 1e-9) sum += covariance ** 2 / p
  }
  return sum
}

const RATINGS = 5

/** What a rating of one more skill of a group implies, both at rating · cells + cell. */
export interface RatingEffect {
  /** P(rating | cell). */
  readonly ratingChance: Float64Array
  /** How much this rating raises the expected remaining count, times P(rating | cell). */
  readonly surplus: Float64Array
}

/** The effect of a rating, cached: it depends on the posterior of its domain only. */
function ratingEffect(tables: Tables, group: SkillGroup, threshold: number): RatingEffect {
  const { shapes, thresholds } = tables
  const key = group.domain.id * MAX_KEYS + group.shape.id * thresholds.length + threshold
  // Keys would collide; no real role has this many.
  if (shapes.length * thresholds.length > MAX_KEYS) return computeEffect(tables, group, threshold)
  const cached = caches.effects.get(key)
  if (cached) return cached
  const effect = computeEffect(tables, group, threshold)
  caches.effects.set(key, effect)
  return effect
}

/** Limit of shapes times thresholds of one role. */
const MAX_KEYS = 100_000

function computeEffect({ grid }: Tables, group: SkillGroup, threshold: number): RatingEffect {
  const { chance } = group.shape
  const own = group.shape.chanceAtLeast[group.cell] ?? NO_TABLE
  const { deviations } = group.domain
  const expected = group.domain.expected[threshold] ?? NO_TABLE
  const mean = group.domain.mean[threshold] ?? NO_TABLE
  const ratingChance = new Float64Array(grid.cells * RATINGS)
  const surplus = new Float64Array(grid.cells * RATINGS)
  for (let rating = 0; rating < RATINGS; rating++) {
    const more = rating >= group.cell ? 1 : 0
    for (let cell = 0; cell < grid.cells; cell++) {
      const point = entry(grid.firstPoint, cell)
      let inCell = 0
      let counted = 0
      for (let d = 0; d < grid.deviations; d++) {
        const others = at(expected, point + d) - at(own, point + d)
        const share = at(deviations, cell * grid.deviations + d) * at(chance, (point + d) * RATINGS + rating)
        inCell += share
        counted += share * (others + more)
      }
      ratingChance[rating * grid.cells + cell] = inCell
      surplus[rating * grid.cells + cell] = counted - inCell * at(mean, cell)
    }
  }
  return { ratingChance, surplus }
}

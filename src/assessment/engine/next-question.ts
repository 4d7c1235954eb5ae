import { LRUCache } from 'lru-cache'
import type { Forecast, OpenOutlook } from './forecast.ts'
import { at, entry, NO_TABLE } from './math.ts'
import type { Posterior } from './posterior.ts'
import { chanceMet, likelyCells, openGroups, type SkillGroup } from './skill-groups.ts'
import { type Tables, targetThreshold } from './tables.ts'

/** The skill whose answer is expected to settle the grade soonest; undefined once the grade is decided. */
export function mostInformative(belief: Posterior, forecast: Forecast): number | undefined {
  const threshold = mostOpenThreshold(belief, forecast)
  const outlook = threshold === undefined ? undefined : forecast.outlooks[threshold]
  if (threshold === undefined || outlook === undefined || outlook.decided) return undefined
  const live = likelyCells(belief)
  const weights = weigh(belief, outlook, live)
  const weighed = shortlist(belief, openGroups(belief, threshold), live).map((kind) => ({
    kind,
    telling: varianceReduction(rated(belief.tables, kind, threshold), weights, outlook.probability),
  }))
  const most = Math.max(...weighed.map((each) => each.telling))
  const nearly = weighed.filter((each) => each.telling >= belief.tables.parameters.nearTieRatio * most)
  return mostUncertainGap(
    belief,
    nearly.map((each) => each.kind),
    targetThreshold(belief.tables, forecast.grade),
    live,
  )?.skills[0]
}

/** More kinds than this are not weighed closely, so that a question costs a bounded time in a role of any size. */
const SHORTLIST = 64

/** The kinds whose answer is least foreseeable: what is as good as known tells nothing. */
function shortlist(belief: Posterior, kinds: readonly SkillGroup[], live: readonly number[]): readonly SkillGroup[] {
  if (kinds.length <= SHORTLIST) return kinds
  return kinds
    .map((kind) => ({ kind, open: Math.abs(chanceMet(belief, kind, live) - 0.5) }))
    .sort((a, b) => a.open - b.open)
    .slice(0, SHORTLIST)
    .map((each) => each.kind)
}

/** Among kinds that settle the grade alike, the one that says most about the list of gaps besides. */
function mostUncertainGap(
  belief: Posterior,
  kinds: readonly SkillGroup[],
  target: number,
  live: readonly number[],
): SkillGroup | undefined {
  let best: SkillGroup | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const kind of kinds) {
    const cell = kind.shape.cells[target] ?? 0
    const met = cell === 0 ? 1 : chanceMet(belief, { ...kind, cell }, live)
    if (met * (1 - met) <= most) continue
    most = met * (1 - met)
    best = kind
  }
  return best
}

/** Of the level that is most uncertain, p(1 - p), the threshold least likely to be reached. */
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

/** What the weighing of every kind has in common, each by position in `live`. */
interface Weights {
  readonly live: readonly number[]
  /** P(cell). */
  readonly cell: Float64Array
  /** That times the chance that the threshold is reached there, and times what one skill more adds to it. */
  readonly reached: Float64Array
  readonly slope: Float64Array
}

function weigh({ cells }: Posterior, { chance, slope }: OpenOutlook, live: readonly number[]): Weights {
  return {
    live,
    cell: Float64Array.from(live, (cell) => at(cells, cell)),
    reached: Float64Array.from(live, (cell) => at(cells, cell) * at(chance, cell)),
    slope: Float64Array.from(live, (cell) => at(cells, cell) * at(slope, cell)),
  }
}

/**
 * How much doubt about a threshold an answer is expected to remove: the variance, over the five ratings, of the
 * probability that the threshold is reached. For a rating r that is Cov(r, reached)² / P(r), summed. The
 * covariance has two parts: between cells, r says which cell; within one, it says where the domain stands and
 * whether this skill is met, and each skill more in the count raises the chance by the outlook's slope.
 */
function varianceReduction(
  { likely, surplus }: Rated,
  { live, cell, reached, slope }: Weights,
  probability: number,
): number {
  const size = likely.length / RATINGS
  const count = live.length
  let sum = 0
  for (let rating = 0; rating < RATINGS; rating++) {
    const first = rating * size
    let p = 0
    let together = 0
    for (let i = 0; i < count; i++) {
      const index = first + entry(live, i)
      const inCell = at(likely, index)
      p += at(cell, i) * inCell
      together += at(reached, i) * inCell + at(slope, i) * at(surplus, index)
    }
    const covariance = together - p * probability
    if (p >= 1e-9) sum += covariance ** 2 / p
  }
  return sum
}

const RATINGS = 5

/** What a rating of one more skill of a kind says, both at rating · cells + cell. */
interface Rated {
  /** P(rating | cell). */
  readonly likely: Float64Array
  /** Of the count to come, what is more than usual where the skill is rated so, times P(rating | cell). */
  readonly surplus: Float64Array
}

/** Bytes kept: what a rating says follows from what is believed in its domain alone, and one domain changes at a time. */
const MOST_BYTES = 32 * 1024 * 1024

const kept = new LRUCache<number, Rated>({
  maxSize: MOST_BYTES,
  sizeCalculation: ({ likely, surplus }) => likely.byteLength + surplus.byteLength,
})

function rated(tables: Tables, kind: SkillGroup, threshold: number): Rated {
  const { shapes, thresholds } = tables
  const key = kind.domain.id * MOST_CASES + kind.shape.id * thresholds.length + threshold
  // Too many cases to be told apart by a number; no role has so many.
  if (shapes.length * thresholds.length > MOST_CASES) return rate(tables, kind, threshold)
  const before = kept.get(key)
  if (before) return before
  const made = rate(tables, kind, threshold)
  kept.set(key, made)
  return made
}

/** Shapes times thresholds of one role. */
const MOST_CASES = 100_000

function rate({ grid }: Tables, kind: SkillGroup, threshold: number): Rated {
  const { chance } = kind.shape
  const own = kind.shape.chanceAtLeast[kind.cell] ?? NO_TABLE
  const { deviations } = kind.domain
  const expected = kind.domain.expected[threshold] ?? NO_TABLE
  const usual = kind.domain.mean[threshold] ?? NO_TABLE
  const likely = new Float64Array(grid.cells * RATINGS)
  const surplus = new Float64Array(grid.cells * RATINGS)
  for (let rating = 0; rating < RATINGS; rating++) {
    const more = rating >= kind.cell ? 1 : 0
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
      likely[rating * grid.cells + cell] = inCell
      surplus[rating * grid.cells + cell] = counted - inCell * at(usual, cell)
    }
  }
  return { likely, surplus }
}

import type { Belief } from './belief.ts'
import type { Forecast, OpenOutlook } from './forecast.ts'
import { chanceMet, type Kind, liveCells, openKinds } from './kinds.ts'
import { at } from './numbers.ts'
import { targetThreshold } from './tables.ts'

/** The skill whose answer is expected to settle the grade soonest; undefined once the grade is decided. */
export function mostTelling(belief: Belief, forecast: Forecast): number | undefined {
  const threshold = mostOpenThreshold(belief, forecast)
  const outlook = threshold === undefined ? undefined : forecast.outlooks[threshold]
  if (threshold === undefined || outlook === undefined || outlook.decided) return undefined
  const live = liveCells(belief.cells)
  const rated = shortlist(belief, openKinds(belief, threshold), live).map((kind) => ({
    kind,
    telling: doubtRemoved(belief, kind, threshold, outlook, live),
  }))
  const most = Math.max(...rated.map((each) => each.telling))
  const nearly = rated.filter((each) => each.telling >= belief.tables.tuning.nearlyAsTelling * most)
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
function shortlist(belief: Belief, kinds: readonly Kind[], live: readonly number[]): readonly Kind[] {
  if (kinds.length <= SHORTLIST) return kinds
  return kinds
    .map((kind) => ({ kind, open: Math.abs(chanceMet(belief, kind, live) - 0.5) }))
    .sort((a, b) => a.open - b.open)
    .slice(0, SHORTLIST)
    .map((each) => each.kind)
}

/** Among kinds that settle the grade alike, the one that says most about the list of gaps besides. */
function mostUncertainGap(
  belief: Belief,
  kinds: readonly Kind[],
  target: number,
  live: readonly number[],
): Kind | undefined {
  let best: Kind | undefined
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
function mostOpenThreshold({ tables }: Belief, { levels, outlooks }: Forecast): number | undefined {
  const [level] = levels
    .filter(({ atLeast }) => atLeast > 0 && atLeast < 1)
    .sort((a, b) => b.atLeast * (1 - b.atLeast) - a.atLeast * (1 - a.atLeast) || a.level - b.level)
  if (level === undefined) return undefined
  const [least] = [...outlooks.entries()]
    .filter(([index, { decided }]) => !decided && (tables.thresholds[index]?.level ?? 0) <= level.level)
    .sort(([i, a], [j, b]) => a.probability - b.probability || i - j)
  return least?.[0]
}

/**
 * How much doubt about a threshold an answer is expected to remove: the variance, over the five ratings, of the
 * probability that the threshold is reached. For a rating r that is Cov(r, reached)² / P(r), summed. The
 * covariance has two parts: between cells, r says which cell; within one, it says where the domain stands and
 * whether this skill is met, and each skill more in the count raises the chance by the outlook's slope.
 */
function doubtRemoved(
  { tables: { grid }, cells }: Belief,
  kind: Kind,
  threshold: number,
  outlook: OpenOutlook,
  live: readonly number[],
): number {
  const { chance } = kind.shape
  const own = kind.shape.chanceAtLeast[kind.cell] ?? []
  const { deviations } = kind.domain
  const expected = kind.domain.expected[threshold] ?? []
  const usual = kind.domain.mean[threshold] ?? []
  const likely = [0, 0, 0, 0, 0]
  const together = [0, 0, 0, 0, 0]
  const inCell = new Float64Array(5)
  const counted = new Float64Array(5)
  for (const cell of live) {
    inCell.fill(0)
    counted.fill(0)
    const point = Math.floor(cell / grid.abilities) * grid.places + (cell % grid.abilities)
    for (let d = 0; d < grid.deviations; d++) {
      const weight = at(deviations, cell * grid.deviations + d)
      const others = at(expected, point + d) - at(own, point + d)
      for (let rating = 0; rating < 5; rating++) {
        const share = weight * at(chance, (point + d) * 5 + rating)
        inCell[rating] = at(inCell, rating) + share
        counted[rating] = at(counted, rating) + share * (rating >= kind.cell ? others + 1 : others)
      }
    }
    for (let rating = 0; rating < 5; rating++) {
      const surplus = at(counted, rating) - at(inCell, rating) * at(usual, cell)
      const reached = at(inCell, rating) * at(outlook.chance, cell) + surplus * at(outlook.slope, cell)
      likely[rating] = at(likely, rating) + at(cells, cell) * at(inCell, rating)
      together[rating] = at(together, rating) + at(cells, cell) * reached
    }
  }
  return likely.reduce((sum, p, rating) => {
    const covariance = at(together, rating) - p * outlook.probability
    return p < 1e-9 ? sum : sum + covariance ** 2 / p
  }, 0)
}

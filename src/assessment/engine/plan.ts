import type { Forecast, Outlook } from './forecast.ts'
import { forecastScores, leastScore, scoreTable } from './forecast.ts'
import type { Gap, GapList } from './gap-list.ts'
import type { Part } from './grade.ts'
import { at, normalCdf, normalDensity } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import { type PartPosterior, type Posterior, partOf, type Tally } from './posterior.ts'

/** How many skills a level still requires, and how certain that estimate is. */
export interface Plan {
  /** How many more core skills must be met. */
  readonly core: number
  /** How many more others must be met: an estimate with this standard deviation, 0 if nothing is left to ask. */
  readonly others: number
  readonly sd: number
  /** Whether the plan can be made of answered gaps: as many as are needed and a few to choose from. */
  readonly confirmed: boolean
  /** Unasked others that count for the level, most probable gap first: what to ask until the plan is confirmed. */
  readonly candidates: readonly Gap[]
  /** How many of them must turn out to be gaps. */
  readonly wanted: number
  /** The standard deviation at which the estimate of `others` is good enough. */
  readonly sdWanted: number
}

/** The plan for a level, by its number from 1. */
export function planOf(posterior: Posterior, forecast: Forecast, level: number | undefined, gaps: GapList): Plan {
  const core = missing(posterior.core, level)
  const others = missing(posterior.breadth, level)
  const needed = { core: Math.round(core.mean), others: Math.round(others.mean) }
  const isCounted = countedAt(posterior.breadth, level)
  const candidates = gaps.open
    .filter(({ part, skill }) => part === 'breadth' && isCounted(skill))
    .toSorted((a, b) => b.chance - a.chance || a.skill - b.skill)
  const answered = gaps.answered.filter(({ part, skill }) => part === 'breadth' && isCounted(skill)).length
  const limit = Math.max(1, PARAMETERS.planSkills - needed.core)
  const wanted = Math.max(0, Math.min(needed.others + PARAMETERS.planSpare, limit) - answered)
  const isReached = chanceAt(posterior, forecast, 'breadth', level) >= PARAMETERS.planBreadth
  const { most, share } = PARAMETERS.planDeviation
  const sdWanted = Math.max(most, share * others.expected)
  const isEnough = wanted === 0 && others.deviation <= sdWanted
  return {
    core: needed.core,
    others: isReached ? 0 : needed.others,
    sd: others.deviation,
    confirmed: candidates.length === 0 || isReached || isEnough,
    candidates,
    wanted,
    sdWanted,
  }
}

function tallyAt({ tallies }: PartPosterior, level: number | undefined): Tally | undefined {
  return tallies.find(({ threshold }) => threshold.level === level)
}

function countedAt({ tallies }: PartPosterior, level: number | undefined): (skill: number) => boolean {
  const cells = tallies.find(({ threshold }) => threshold.level === level)?.threshold.cells
  return (skill) => (cells?.[skill] ?? null) !== null
}

function chanceAt(posterior: Posterior, forecast: Forecast, part: Part, level: number | undefined): number {
  const outlooks: readonly Outlook[] = forecast[part]
  const index = partOf(posterior, part).tables.thresholds.findIndex((threshold) => threshold.level === level)
  return index < 0 ? 1 : (outlooks[index]?.probability ?? 1)
}

/** How many more skills must be met to satisfy a threshold: the mean and standard deviation over all possible people. */
function missing(
  posterior: PartPosterior,
  level: number | undefined,
): { readonly mean: number; readonly deviation: number; readonly expected: number } {
  const tally = tallyAt(posterior, level)
  if (tally === undefined) return { mean: 0, deviation: 0, expected: 0 }
  const { expected } = tally.threshold
  const { cells, possible, skipShare } = posterior
  const scores = forecastScores(posterior, tally, scoreTable(posterior))
  const least = leastScore(tally, skipShare)
  let mean = 0
  let square = 0
  for (const cell of possible) {
    // The moments of the positive part of a normal variable.
    const shortfall = least - at(scores.mean, cell)
    const deviation = at(scores.deviation, cell)
    const z = shortfall / deviation
    const density = normalDensity(z)
    const chance = normalCdf(z, density)
    mean += at(cells, cell) * (shortfall * chance + deviation * density)
    square += at(cells, cell) * ((shortfall ** 2 + deviation ** 2) * chance + shortfall * deviation * density)
  }
  return { mean, deviation: tally.left === 0 ? 0 : Math.sqrt(Math.max(0, square - mean ** 2)), expected }
}

/**
 * About how many more questions until the plan is confirmed: the likeliest gaps first, until enough are expected, and until the estimate
 * of how many others are needed is good enough. Its deviation falls about evenly with the questions that are left.
 */
export function questionsForPlan({ confirmed, candidates, wanted, sd, sdWanted }: Plan): number {
  if (confirmed) return 0
  let expected = 0
  let count = 0
  while (count < candidates.length && (count === 0 || expected < wanted)) {
    expected += candidates[count]?.chance ?? 0
    count += 1
  }
  const forEstimate = Math.ceil(candidates.length * Math.max(0, 1 - sdWanted / sd))
  return Math.max(count, forEstimate)
}

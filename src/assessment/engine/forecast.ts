import { expectingLevels } from './grade.ts'
import { at, normalCdf, normalDensity } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import { isOpen, type Posterior, type Tally } from './posterior.ts'

/** Whether the ratings of the full questionnaire will reach one threshold. Tables are by possible cell. */
export type Outlook =
  | { readonly decided: true; readonly probability: 0 | 1 }
  | {
      readonly decided: false
      readonly probability: number
      readonly chance: Float64Array
      /** How much one more met skill raises the chance. */
      readonly slope: Float64Array
      /** By how many standard deviations the expected count exceeds the needed one. */
      readonly margins: Float64Array
    }

export type OpenOutlook = Extract<Outlook, { readonly decided: false }>

/** A level that can be awarded. */
export interface LevelForecast {
  readonly level: number
  /** P(the grade is this level or higher): exactly 0 or 1 once decided, strictly between before. */
  readonly atLeast: number
}

/** The grade that the full questionnaire would give: a forecast of its counts, not an estimate of ability. */
export interface Forecast {
  /** By threshold. */
  readonly outlooks: readonly Outlook[]
  readonly levels: readonly LevelForecast[]
  /** P(grade), by grade from 0; they sum to 1. */
  readonly grades: readonly number[]
  /** The most probable grade; of equals, the lower one. */
  readonly grade: number
  /** P(grade); exactly 1 once no answer can change it. */
  readonly confidence: number
}

export function forecast(posterior: Posterior): Forecast {
  const { thresholds, role } = posterior.tables
  const outlooks = posterior.tallies.map((tally) => outlook(posterior, tally))
  const levels = expectingLevels(role).map((level) => ({
    level,
    atLeast: chanceOfAll(
      posterior,
      outlooks.filter((_, index) => (thresholds[index]?.level ?? 0) <= level),
    ),
  }))
  const grades = new Array<number>(role.levels.length + 1).fill(0)
  const steps = [{ level: 0, atLeast: 1 }, ...levels]
  for (const [index, { level, atLeast }] of steps.entries()) {
    grades[level] = atLeast - (steps[index + 1]?.atLeast ?? 0)
  }
  const confidence = Math.max(...grades)
  return { outlooks, levels, grades, grade: grades.indexOf(confidence), confidence }
}

/**
 * P(all of these thresholds are reached). Within a cell, the counts of different levels rise and fall together, because a
 * rating that meets a cell meets the lower ones of its row. So their smallest chance stands for all, which is exact if they
 * move as one and never too low.
 */
function chanceOfAll({ cells, possible }: Posterior, outlooks: readonly Outlook[]): number {
  if (outlooks.some((each) => each.decided && each.probability === 0)) return 0
  const open = outlooks.filter((each) => !each.decided)
  if (open.length === 0) return 1
  let sum = 0
  for (const cell of possible) {
    let least = 1
    for (const each of open) least = Math.min(least, at(each.chance, cell))
    sum += at(cells, cell) * least
  }
  return sum
}

/** Keeps an open threshold from looking decided. */
const LEAST_CHANCE = 1e-9

function outlook(posterior: Posterior, tally: Tally): Outlook {
  if (!isOpen(tally)) return { decided: true, probability: tally.met >= tally.need ? 1 : 0 }
  const { cells, possible } = posterior
  const size = cells.length
  const tables = new Float64Array(3 * size)
  const chance = tables.subarray(0, size)
  const slope = tables.subarray(size, 2 * size)
  const margins = tables.subarray(2 * size)
  const { skipPrior } = PARAMETERS
  const q = skipShare(posterior)
  const ofShare = (q * (1 - q)) / (posterior.askedCount + skipPrior.skips + skipPrior.answers + 1)
  const error = (modelErrorOf(posterior) * tally.left) ** 2
  let probability = 0
  for (const cell of possible) {
    // People who skipped will skip again, and a skip is not met: a share q of the count is lost. q itself is uncertain, with
    // the variance of a beta distribution.
    const mean = at(tally.mean, cell)
    const thinned = (1 - q) ** 2 * at(tally.variance, cell) + q * (1 - q) * mean + ofShare * mean ** 2
    const deviation = Math.sqrt(thinned + error)
    // Continuity correction: counts are integers.
    const margin = (tally.met + (1 - q) * mean - tally.need + 0.5) / deviation
    const density = normalDensity(margin)
    margins[cell] = margin
    chance[cell] = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, normalCdf(margin, density)))
    slope[cell] = density / deviation
    probability += at(cells, cell) * at(chance, cell)
  }
  return { decided: false, probability, chance, slope, margins }
}

/** In a large role the deviation of the count is a small share of it, but the model error is not. */
function modelErrorOf({ ratings }: Posterior): number {
  return PARAMETERS.modelError * Math.sqrt(Math.max(1, ratings.length / PARAMETERS.referenceSkills))
}

/** The expected share of the remaining skills that will be skipped: the mean of a beta distribution. */
export function skipShare({ askedCount, skipped }: Posterior): number {
  const { skips, answers } = PARAMETERS.skipPrior
  return (skipped + skips) / (askedCount + skips + answers)
}

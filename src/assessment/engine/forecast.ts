import { expectingLevels } from './grade.ts'
import { at, normalCdf, normalDensity } from './math.ts'
import { isOpen, type Posterior, type Tally } from './posterior.ts'

/** Whether one threshold will be reached by the full questionnaire's ratings; by possible cell while it is open. */
export type Outlook =
  | { readonly decided: true; readonly probability: 0 | 1 }
  | {
      readonly decided: false
      readonly probability: number
      readonly chance: Float64Array
      /** How much the chance rises for one more skill met. */
      readonly slope: Float64Array
      /** By how many deviations the count to come exceeds what is needed. */
      readonly margins: Float64Array
    }

export type OpenOutlook = Extract<Outlook, { readonly decided: false }>

/** A level that can be awarded. */
export interface LevelForecast {
  readonly level: number
  /** P(the grade is this level or higher): exactly 0 or 1 once decided, and strictly between before. */
  readonly atLeast: number
}

/** What grade the full questionnaire would give: a forecast of its count, not an estimate of ability. */
export interface Forecast {
  /** By threshold. */
  readonly outlooks: readonly Outlook[]
  readonly levels: readonly LevelForecast[]
  /** P(grade), by grade from 0; they sum to 1. */
  readonly grades: readonly number[]
  /** The most probable grade, the lower one of two equals. */
  readonly grade: number
  /** P(grade); exactly 1 once nothing can change it. */
  readonly confidence: number
}

export function forecast(belief: Posterior): Forecast {
  const { thresholds, role } = belief.tables
  const outlooks = belief.tallies.map((tally) => outlook(belief, tally))
  const levels = expectingLevels(role).map((level) => ({
    level,
    atLeast: chanceOfAll(
      belief,
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
 * P(every one of these thresholds is reached). Within a cell the counts of different levels rise and fall
 * together, because a rating that meets a cell meets the lower ones of its row: so the least chance of them
 * stands for all, which is exact when they move as one and never too low.
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

/** Keeps what is open from looking decided. */
const LEAST_CHANCE = 1e-9

function outlook(belief: Posterior, tally: Tally): Outlook {
  if (!isOpen(tally)) return { decided: true, probability: tally.met >= tally.need ? 1 : 0 }
  const { cells, possible } = belief
  const size = cells.length
  const tables = new Float64Array(3 * size)
  const chance = tables.subarray(0, size)
  const slope = tables.subarray(size, 2 * size)
  const margins = tables.subarray(2 * size)
  const { skipPrior } = belief.tables.parameters
  const q = skipShare(belief)
  const ofShare = (q * (1 - q)) / (belief.asked + skipPrior.skips + skipPrior.answers + 1)
  const doubt = (doubtOf(belief) * tally.left) ** 2
  let probability = 0
  for (const cell of possible) {
    // Those who skipped will skip again, and a skip is not met: a share q of the count is lost, and q itself is uncertain,
    // with a beta distribution's variance.
    const mean = at(tally.mean, cell)
    const thinned = (1 - q) ** 2 * at(tally.variance, cell) + q * (1 - q) * mean + ofShare * mean ** 2
    const deviation = Math.sqrt(thinned + doubt)
    // A count is whole: half a skill less is enough for a continuous distribution.
    const margin = (tally.met + (1 - q) * mean - tally.need + 0.5) / deviation
    const density = normalDensity(margin)
    margins[cell] = margin
    chance[cell] = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, normalCdf(margin, density)))
    slope[cell] = density / deviation
    probability += at(cells, cell) * at(chance, cell)
  }
  return { decided: false, probability, chance, slope, margins }
}

/** In a large role the count's own deviation is a small share of it, and what the model gets wrong is not. */
function doubtOf({ tables: { parameters: tuning }, ratings }: Posterior): number {
  return tuning.modelError * Math.sqrt(Math.max(1, ratings.length / tuning.referenceSkills))
}

/** The share of the skills to come that will be skipped: the mean of a beta distribution. */
export function skipShare({ asked, skipped, tables }: Posterior): number {
  const { skips, answers } = tables.parameters.skipPrior
  return (skipped + skips) / (asked + skips + answers)
}

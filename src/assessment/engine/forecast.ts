import { meanAt, varianceAt } from './domain-posterior.ts'
import { at, indexAt, normalCdf, normalDensity } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import type { PartPosterior, Posterior, Tally } from './posterior.ts'

/** Whether the full questionnaire will satisfy one threshold, and leave it open to no doubt. `chance` is by possible cell. */
export type Outlook =
  | { readonly decided: true; readonly probability: 0 | 1 }
  | { readonly decided: false; readonly probability: number; readonly chance: Float64Array }

export type UndecidedOutlook = Extract<Outlook, { readonly decided: false }>

/** A level that can be awarded. */
export interface LevelForecast {
  readonly level: number
  /** P(the grade is this level or higher): exactly 0 or 1 once decided, strictly between before. */
  readonly atLeast: number
}

/** The grade that the full questionnaire would give: a forecast of its counts, not an estimate of ability. */
export interface Forecast {
  /** By threshold of the part. */
  readonly core: readonly Outlook[]
  readonly breadth: readonly Outlook[]
  readonly levels: readonly LevelForecast[]
  /** P(grade), by grade from 0; they sum to 1. */
  readonly grades: readonly number[]
  /** The most probable grade; of equals, the lower one. */
  readonly grade: number
  /** P(grade); exactly 1 once no answer can change it. */
  readonly confidence: number
}

export function forecast(posterior: Posterior): Forecast {
  const { tables } = posterior
  const core = outlooksOf(posterior.core)
  const breadth = outlooksOf(posterior.breadth)
  const inCore = runningMinimum(posterior.core, core)
  const inBreadth = runningMinimum(posterior.breadth, breadth)
  const levels = tables.expectingLevels.map((level) => ({
    level,
    atLeast: chanceOfBoth(posterior, inCore(level), inBreadth(level)),
  }))
  const grades = new Array<number>(tables.role.levels.length + 1).fill(0)
  const steps = [{ level: 0, atLeast: 1 }, ...levels]
  for (const [index, { level, atLeast }] of steps.entries()) {
    grades[level] = atLeast - (steps[index + 1]?.atLeast ?? 0)
  }
  const confidence = Math.max(...grades)
  return { core, breadth, levels, grades, grade: grades.indexOf(confidence), confidence }
}

/** The chance of all thresholds of a part up to a level, by cell; 0 or 1 if they are decided. */
type PartChance = 0 | 1 | Float64Array

/**
 * Within a cell, the counts of different levels rise and fall together, because a rating that meets a cell meets the lower ones
 * of its row. So their smallest chance stands for all, which is exact if they move as one and never too low.
 */
function runningMinimum({ tables, cells, possible }: PartPosterior, outlooks: readonly Outlook[]) {
  const levels = new Map<number, PartChance>()
  let lowest: PartChance = 1
  for (const [index, each] of outlooks.entries()) {
    lowest = each.decided ? (each.probability === 0 ? 0 : lowest) : smaller(lowest, each.chance, cells.length, possible)
    levels.set(tables.thresholds[index]?.level ?? 0, lowest)
  }
  const steps = [...levels]
  return (level: number): PartChance => steps.findLast(([own]) => own <= level)?.[1] ?? 1
}

function smaller(lowest: PartChance, chance: Float64Array, size: number, possible: readonly number[]): PartChance {
  if (lowest === 0) return 0
  if (lowest === 1) return chance
  const minimum = new Float64Array(size)
  for (const cell of possible) minimum[cell] = Math.min(at(lowest, cell), at(chance, cell))
  return minimum
}

/** P(core and breadth are reached): given the pair of cells, they are independent. */
function chanceOfBoth({ tables, pairs }: Posterior, core: PartChance, breadth: PartChance): number {
  if (core === 0 || breadth === 0) return 0
  if (core === 1 && breadth === 1) return 1
  const ofCore = tables.pairs.core
  const ofBreadth = tables.pairs.breadth
  const { indices, values } = pairs
  let sum = 0
  for (let i = 0; i < indices.length; i++) {
    const pair = indexAt(indices, i)
    const inCore = core === 1 ? 1 : at(core, indexAt(ofCore, pair))
    const inBreadth = breadth === 1 ? 1 : at(breadth, indexAt(ofBreadth, pair))
    sum += at(values, i) * inCore * inBreadth
  }
  return Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, sum))
}

/** Keeps an undecided threshold from looking decided. */
const LEAST_CHANCE = 1e-9

/**
 * What can no longer change. The score of a threshold is the count met less the share of the answered skills; here times the
 * share's denominator, so that it is whole. The threshold is satisfied from 0 on. Each skill left adds at most what a met one
 * does, and takes away at most what an unmet one does.
 */
function verdict({ threshold, met, answered, left }: Tally): 0 | 1 | undefined {
  const { numerator, denominator } = threshold.share
  const score = denominator * met - numerator * answered
  const isOpenForever = 2 * (answered + left) < threshold.expected
  if (isOpenForever || score + (denominator - numerator) * left < 0) return 0
  const isOpenNow = 2 * answered < threshold.expected
  return isOpenNow || score - numerator * left < 0 ? undefined : 1
}

function outlooksOf(posterior: PartPosterior): readonly Outlook[] {
  const scores = scoreTable(posterior)
  return posterior.tallies.map((tally) => outlook(posterior, tally, scores))
}

function outlook(posterior: PartPosterior, tally: Tally, scores: ScoreTable): Outlook {
  const decided = verdict(tally)
  if (decided !== undefined) return { decided: true, probability: decided }
  const { cells, possible } = posterior
  const { mean, deviation } = forecastScores(posterior, tally, scores)
  const claimed = chanceOfEnoughAnswers(posterior, tally)
  const least = leastMargin(posterior, tally)
  const chance = new Float64Array(cells.length)
  let probability = 0
  for (const cell of possible) {
    const reached = claimed * normalCdf((at(mean, cell) - least) / at(deviation, cell))
    chance[cell] = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, reached))
    probability += at(cells, cell) * at(chance, cell)
  }
  return { decided: false, probability, chance }
}

/** By possible cell: how much one more met skill raises the chance of a threshold. */
export function slopes(posterior: PartPosterior, tally: Tally): Float64Array {
  const { mean, deviation } = forecastScores(posterior, tally, scoreTable(posterior))
  const claimed = chanceOfEnoughAnswers(posterior, tally)
  const least = leastMargin(posterior, tally)
  for (const cell of posterior.possible) {
    const margin = (at(mean, cell) - least) / at(deviation, cell)
    mean[cell] = (claimed * normalDensity(margin)) / at(deviation, cell)
  }
  return mean
}

/** By possible cell: by how many standard deviations the expected score exceeds the least that is enough. */
export function marginsOf(posterior: PartPosterior, tally: Tally): Float64Array {
  const { mean, deviation } = forecastScores(posterior, tally, scoreTable(posterior))
  const least = leastMargin(posterior, tally)
  for (const cell of posterior.possible) mean[cell] = (at(mean, cell) - least) / at(deviation, cell)
  return mean
}

/** The least score that is enough, with a continuity correction: scores are whole steps apart. */
const leastMargin = ({ skipShare }: PartPosterior, tally: Tally): number => leastScore(tally, skipShare) - 0.5

/** Mean and standard deviation of the final score of a threshold, by possible cell. */
interface ScoreTable {
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

export const scoreTable = ({ cells }: PartPosterior): ScoreTable => ({
  mean: new Float64Array(cells.length),
  deviation: new Float64Array(cells.length),
})

/**
 * Fills a table for one threshold, and returns it. The score is the count met less the share of the answered skills: a skill left
 * adds 1 - share if it is met, takes away the share if it is not, and does nothing if it is skipped. The share of skips is itself
 * uncertain.
 */
export function forecastScores(posterior: PartPosterior, tally: Tally, table: ScoreTable): ScoreTable {
  const { tables, sums, possible, skipShare, skipVariance } = posterior
  const { index, met, answered, left, threshold } = tally
  const share = threshold.share.numerator / threshold.share.denominator
  const answers = 1 - skipShare
  const error = (modelErrorOf(posterior) * left) ** 2
  const square = share * share * left
  const score = met - share * answered
  for (const cell of possible) {
    const count = at(sums, meanAt(tables, index, cell))
    const toCome = count - share * left
    const spread =
      answers * (count * (1 - 2 * share) + square) +
      answers * answers * (at(sums, varianceAt(tables, index, cell)) - count + 2 * share * count - square) +
      skipVariance * toCome * toCome
    table.mean[cell] = score + answers * toCome
    table.deviation[cell] = Math.sqrt(Math.max(spread, MIN_VARIANCE) + error)
  }
  return table
}

const MIN_VARIANCE = 1e-6

/** The least score that satisfies a threshold: scores are whole steps apart, and which ones depends on the number of answers. */
export function leastScore({ threshold, answered, left }: Tally, skipShare: number): number {
  const { numerator, denominator } = threshold.share
  const total = answered + left
  const exact = (Math.ceil((numerator * total) / denominator) * denominator - numerator * total) / denominator
  const average = (denominator - 1) / (2 * denominator)
  const noSkip = (1 - skipShare) ** left
  return noSkip * exact + (1 - noSkip) * average
}

/** P(at least half of the counted skills will be answered), so that the level is not open. */
function chanceOfEnoughAnswers(
  { skipShare, skipVariance }: PartPosterior,
  { threshold, answered, left }: Tally,
): number {
  const missing = Math.ceil(threshold.expected / 2) - answered
  if (missing <= 0) return 1
  const deviation = Math.sqrt(left * skipShare * (1 - skipShare) + skipVariance * left * left)
  return normalCdf((left * (1 - skipShare) - missing + 0.5) / Math.max(deviation, MIN_VARIANCE))
}

/** In a large role the deviation of the count is a small share of it, but the model error is not. */
function modelErrorOf({ ratings }: PartPosterior): number {
  return PARAMETERS.modelError * Math.sqrt(Math.max(1, ratings.length / PARAMETERS.referenceSkills))
}

import { lazy } from './caches.ts'
import { type CourseEvaluation, requiredAnswers } from './course.ts'
import { type Forecast, marginsOf } from './forecast.ts'
import { questionsForGaps } from './gap-list.ts'
import { at, normalQuantile } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import { questionsForPlan } from './plan.ts'
import type { PartPosterior } from './posterior.ts'

export interface Progress {
  /** Answers so far, skips among them. */
  readonly askedCount: number
  readonly skipped: number
  /** Questions about the core that are left before a level can be told. */
  readonly coreLeft: number
  /** Whether an early stop can be offered: the core is done, and enough was asked. */
  readonly canStop: boolean
  /** About how many more answers until then. */
  readonly stopLeft: number
  /** How many answers an early stop takes, besides the core. */
  readonly stopAnswers: number
  /** What an early stop would say, and the probability that the full questionnaire would say the same. */
  readonly ifStop: { readonly grade: number; readonly confidence: number }
  /** Whether the level, or readiness for one, can be told. */
  readonly settled: boolean
  /** How many questions are left until then: at least, about, and at most if the person stands between two levels. */
  readonly left: QuestionsLeft
  /** About how many more questions the whole list of gaps takes once the level is settled; 0 when it is good enough. */
  readonly gapsLeft: number
  /** About how many more questions a plan of answered gaps takes once the level is settled; 0 when it is confirmed. */
  readonly planLeft: number
}

export interface QuestionsLeft {
  readonly least: number
  readonly likely: number
  readonly most: number
}

export function progressOf(evaluation: CourseEvaluation): Progress {
  const { posterior, forecast, coreLeft, isSettled } = evaluation
  const stopLeft = Math.max(coreLeft, PARAMETERS.earlyStopAnswers - posterior.askedCount, 0)
  const left = lazy(() => (isSettled ? NONE_LEFT : questionsLeft(evaluation)))
  const gapsLeft = lazy(() => questionsForGaps(evaluation.gaps))
  const planLeft = lazy(() => questionsForPlan(evaluation.plan))
  return {
    askedCount: posterior.askedCount,
    skipped: posterior.skipped,
    coreLeft,
    canStop: stopLeft === 0,
    stopLeft,
    stopAnswers: PARAMETERS.earlyStopAnswers,
    ifStop: { grade: forecast.grade, confidence: evaluation.verdict.confidence },
    settled: isSettled,
    get left() {
      return left()
    },
    get gapsLeft() {
      return gapsLeft()
    },
    get planLeft() {
      return planLeft()
    },
  }
}

const NONE_LEFT: QuestionsLeft = { least: 0, likely: 0, most: 0 }
/** The part of all people who need no more questions than `most`. */
const TAIL = 0.95
/** A person in a cell may need more than its mean: so much that `most` at the start holds for nearly all (bench/assessment prints it). */
const TAIL_MARGIN = 1.7

function questionsLeft(evaluation: CourseEvaluation): QuestionsLeft {
  const { posterior, course, coreLeft: core, breadthDue } = evaluation
  const unasked = posterior.tables.role.skills.length - posterior.askedCount
  const least = Math.max(1, core + breadthDue, requiredAnswers(posterior, course) - posterior.askedCount)
  const beyond = questionsToSettle(evaluation)
  const atMost = (count: number): number => Math.min(unasked, Math.ceil(count))
  return {
    least: atMost(least),
    likely: atMost(Math.max(least, core + beyond.mean)),
    most: atMost(Math.max(least, core + TAIL_MARGIN * beyond.tail)),
  }
}

/**
 * For a person in a given cell, asking a share f of the remaining skills moves the margin z of a threshold by a random step of
 * variance f, in deviations of the remaining count, and leaves a deviation of √(1 - f). On average the margin is settled when
 * z² + f = q²(1 - f), with q the quantile of the required confidence; so f = (q² - z²) / (1 + q²). By cell, for the threshold that
 * takes longest; the mean over people, and what nearly all stay below. The breadth of a level only matters if the core allows the level.
 */
function questionsToSettle({ posterior, forecast, course: { target } }: CourseEvaluation): {
  readonly mean: number
  readonly tail: number
} {
  const { core, breadth } = posterior
  const { tallies, possible, cells } = breadth
  const required = normalQuantile(PARAMETERS.confidence) ** 2
  const needs = new Float64Array(cells.length)
  for (const [index, tally] of tallies.entries()) {
    const { level } = tally.threshold
    if (forecast.breadth[index]?.decided !== false || (target !== undefined && level !== target + 1)) continue
    const margins = marginsOf(breadth, tally)
    const relevance = coreChance(core, forecast, level)
    for (const cell of possible) {
      const questions = (relevance * tally.left * (required - at(margins, cell) ** 2)) / (1 + required)
      needs[cell] = Math.max(at(needs, cell), questions)
    }
  }
  const mean = possible.reduce((sum, cell) => sum + at(cells, cell) * at(needs, cell), 0)
  let below = 0
  const tail = possible
    .toSorted((a, b) => at(needs, a) - at(needs, b))
    .find((cell) => {
      below += at(cells, cell)
      return below >= TAIL
    })
  return { mean, tail: tail === undefined ? mean : at(needs, tail) }
}

/** P(the core allows a level), as far as its least probable threshold tells. */
function coreChance({ tallies }: PartPosterior, { core }: Forecast, level: number): number {
  return core.reduce(
    (least, { probability }, index) =>
      (tallies[index]?.threshold.level ?? 0) <= level ? Math.min(least, probability) : least,
    1,
  )
}

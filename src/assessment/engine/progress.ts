import { lazy } from './caches.ts'
import type { Forecast } from './forecast.ts'
import { expectedAccuracy, type GapList, questionsForAccuracy } from './gap-list.ts'
import { at, normalQuantile } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import type { Posterior } from './posterior.ts'

export interface Progress {
  /** Answers so far, skips among them. */
  readonly askedCount: number
  readonly skipped: number
  /** Estimated number of questions until the grade is settled. */
  readonly estimatedLeft: number
  readonly settled: boolean
  /** Estimated number of questions, after those, until the gap list is settled; 0 once it is. */
  readonly estimatedGapsLeft: number
  /** Whether there are enough answers to offer an early stop. */
  readonly canStop: boolean
}

/** Whether there are enough answers and confidence, or no answer could change the grade anymore. */
export function gradeIsSettled(posterior: Posterior, { confidence }: Forecast): boolean {
  if (confidence === 1) return true
  return posterior.askedCount >= requiredAnswers(posterior) && confidence >= requiredConfidence(posterior)
}

/** Low at first: far from every threshold few answers suffice, and close to one, finishing costs few questions. */
function requiredConfidence({ askedCount, ratings }: Posterior): number {
  const { first, last } = PARAMETERS.confidence
  return first + ((last - first) * askedCount) / ratings.length
}

function requiredAnswers({ ratings }: Posterior): number {
  return Math.max(PARAMETERS.minAnswers, Math.ceil(PARAMETERS.minAnswerShare * ratings.length))
}

export function gapsAreSettled(gaps: GapList): boolean {
  return expectedAccuracy(gaps, PARAMETERS.gapProbability) >= PARAMETERS.gapAccuracy
}

export function progressOf(posterior: Posterior, forecast: Forecast, gaps: () => GapList): Progress {
  const settled = gradeIsSettled(posterior, forecast)
  const left = settled
    ? 0
    : Math.max(1, requiredAnswers(posterior) - posterior.askedCount, questionsToSettle(posterior, forecast))
  const unasked = posterior.ratings.length - posterior.askedCount
  const gapsLeft = lazy(() => {
    const forGaps = questionsForAccuracy(gaps(), PARAMETERS.gapProbability, PARAMETERS.gapAccuracy)
    return Math.max(0, Math.min(unasked, forGaps) - (settled ? 0 : left))
  })
  return {
    askedCount: posterior.askedCount,
    skipped: posterior.skipped,
    estimatedLeft: Math.min(unasked, left),
    settled,
    get estimatedGapsLeft() {
      return gapsLeft()
    },
    canStop: posterior.askedCount >= PARAMETERS.earlyStopAnswers,
  }
}

/**
 * For a person in a given cell, asking a share f of the remaining skills moves the margin z of a threshold by a random step of
 * variance f, in deviations of the remaining count, and leaves a deviation of √(1 - f). On average the margin is settled when
 * z² + f = q²(1 - f), with q the quantile of the required confidence; so f = (q² - z²) / (1 + q²). Averaged over cells, for
 * the threshold that takes longest.
 */
function questionsToSettle(posterior: Posterior, { outlooks }: Forecast): number {
  const required = normalQuantile(requiredConfidence(posterior)) ** 2
  const open = posterior.tallies.flatMap(({ left }, index) => {
    const outlook = outlooks[index]
    return outlook?.decided === false ? [{ left, margins: outlook.margins }] : []
  })
  let sum = 0
  for (const cell of posterior.possible) {
    let longest = 0
    for (const { left, margins } of open) {
      longest = Math.max(longest, (left * (required - at(margins, cell) ** 2)) / (1 + required))
    }
    sum += at(posterior.cells, cell) * longest
  }
  return Math.ceil(sum)
}

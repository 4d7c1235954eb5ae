import type { Forecast } from './forecast.ts'
import { expectedAccuracy, type GapList, questionsForAccuracy } from './gap-list.ts'
import { lazy } from './lazy.ts'
import { at, normalQuantile } from './math.ts'
import type { Posterior } from './posterior.ts'

export interface Progress {
  /** Answers so far, skips among them. */
  readonly asked: number
  readonly skipped: number
  /** About how many more questions until the grade is settled. */
  readonly estimatedLeft: number
  readonly settled: boolean
  /** About how many more, after the grade, until the list of gaps is settled too; 0 once it is. */
  readonly estimatedGapsLeft: number
  /** Whether there is enough to stop here by one's own choice. */
  readonly canStop: boolean
}

/** Enough answers and enough confidence, or nothing left that could change the grade. */
export function gradeIsSettled(belief: Posterior, { confidence }: Forecast): boolean {
  if (confidence === 1) return true
  return belief.asked >= leastAsked(belief) && confidence >= confidenceWanted(belief)
}

/** Far from every threshold little is enough; on the edge of one, finishing costs few questions. */
function confidenceWanted({ asked, ratings, tables }: Posterior): number {
  const { first, last } = tables.parameters.confidence
  return first + ((last - first) * asked) / ratings.length
}

function leastAsked({ tables, ratings }: Posterior): number {
  return Math.max(tables.parameters.minAnswers, Math.ceil(tables.parameters.minAnswerShare * ratings.length))
}

export function gapsAreSettled({ tables: { parameters: tuning } }: Posterior, gaps: GapList): boolean {
  return expectedAccuracy(gaps, tuning.gapProbability) >= tuning.gapAccuracy
}

export function progressOf(belief: Posterior, forecast: Forecast, gaps: () => GapList): Progress {
  const { parameters: tuning } = belief.tables
  const settled = gradeIsSettled(belief, forecast)
  const left = settled ? 0 : Math.max(1, leastAsked(belief) - belief.asked, questionsToSettle(belief, forecast))
  const unasked = belief.ratings.length - belief.asked
  const gapsLeft = lazy(() => {
    const forGaps = questionsForAccuracy(gaps(), tuning.gapProbability, tuning.gapAccuracy)
    return Math.max(0, Math.min(unasked, forGaps) - (settled ? 0 : left))
  })
  return {
    asked: belief.asked,
    skipped: belief.skipped,
    estimatedLeft: Math.min(unasked, left),
    settled,
    get estimatedGapsLeft() {
      return gapsLeft()
    },
    canStop: belief.asked >= tuning.earlyStopAnswers,
  }
}

/**
 * Were the person in a given cell, asking a share f of what is left would move a threshold's margin by a
 * random step of variance f, in deviations of the count to come, and leave a deviation of √(1 - f). The margin
 * is beyond doubt, on average, when z² + f = q²(1 - f), with q the quantile of the confidence wanted; so
 * f = (q² - z²) / (1 + q²). Averaged over cells, for the threshold that takes longest.
 */
function questionsToSettle(belief: Posterior, { outlooks }: Forecast): number {
  const wanted = normalQuantile(confidenceWanted(belief)) ** 2
  const open = belief.tallies.flatMap(({ left }, index) => {
    const outlook = outlooks[index]
    return outlook?.decided === false ? [{ left, margins: outlook.margins }] : []
  })
  let sum = 0
  for (const cell of belief.possible) {
    let longest = 0
    for (const { left, margins } of open) {
      longest = Math.max(longest, (left * (wanted - at(margins, cell) ** 2)) / (1 + wanted))
    }
    sum += at(belief.cells, cell) * longest
  }
  return Math.ceil(sum)
}

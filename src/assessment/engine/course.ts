import type { Evaluation } from './caches.ts'
import { ratingAt, UNASKED } from './domain-posterior.ts'
import type { Forecast, Outlook } from './forecast.ts'
import { type GapList, gapList } from './gap-list.ts'
import { targetLevel } from './grade.ts'
import { entry } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import { type Plan, planOf } from './plan.ts'
import type { PartPosterior, Posterior, Tally } from './posterior.ts'
import type { Tables } from './tables.ts'

/** What an assessment is for. */
export interface Course {
  /** Whether the person is ready for this level (an index) is asked, and nothing else; undefined to find the level. */
  readonly target: number | undefined
  /** What is asked after that: nothing, the whole list of gaps, or what a plan needs. */
  readonly refine: 'nothing' | 'gaps' | 'plan'
}

/** What the course has come to: the most probable outcome, and its probability. */
export interface Verdict {
  /** In a course with a target: whether that level is reached. */
  readonly ready: boolean | undefined
  readonly confidence: number
}

function verdictOf({ tables }: Posterior, forecast: Forecast, { target }: Course): Verdict {
  if (target === undefined) return { ready: undefined, confidence: forecast.confidence }
  const level = awardedLevel(tables, target)
  const chance = level === undefined ? 1 : (forecast.levels.find((each) => each.level === level)?.atLeast ?? 0)
  return { ready: chance >= 0.5, confidence: Math.max(chance, 1 - chance) }
}

/** The highest level up to a level index that can be awarded. */
const awardedLevel = ({ expectingLevels }: Tables, index: number): number | undefined =>
  expectingLevels.findLast((level) => level <= index + 1)

function gapLevel({ role }: Tables, { grade }: Forecast, { target }: Course): number | undefined {
  return target === undefined ? targetLevel(role, grade) : target + 1
}

function decidingLevels({ tables }: Posterior, { grade }: Forecast, { target }: Course): readonly number[] {
  const levels = target === undefined ? [grade, targetLevel(tables.role, grade)] : [awardedLevel(tables, target)]
  return [...new Set(levels)].filter((level) => level !== undefined && level > 0) as readonly number[]
}

/** The thresholds of a part at some levels, with their indices and outlooks. */
export function outlooksAt(
  { tables }: PartPosterior,
  outlooks: readonly Outlook[],
  levels: readonly number[],
): readonly { readonly index: number; readonly level: number; readonly outlook: Outlook }[] {
  return tables.thresholds.flatMap(({ level }, index) => {
    const outlook = outlooks[index]
    return outlook && levels.includes(level) ? [{ index, level, outlook }] : []
  })
}

/** How many core questions of the deciding levels are left. None once a large core has been asked enough to tell. */
function coreLeft({ core }: Posterior, forecast: Forecast, levels: readonly number[]): number {
  const { coreQuestions, coreVerdict } = PARAMETERS
  if (core.ratings.length > coreQuestions && core.askedCount >= coreQuestions) {
    const isClear = outlooksAt(core, forecast.core, levels).every(
      ({ outlook: { probability } }) => probability >= coreVerdict || probability <= 1 - coreVerdict,
    )
    if (isClear) return 0
  }
  return unaskedAt(core, levels)
}

/** The number of unasked skills of a part that any of the levels expects. */
function unaskedAt({ tables, ratings }: PartPosterior, levels: readonly number[]): number {
  let count = 0
  for (let skill = 0; skill < ratings.length; skill++) {
    if (ratingAt(ratings, skill) !== UNASKED) continue
    const required = tables.shapes[entry(tables.shapeOf, skill)]?.required ?? []
    if (levels.some((level) => entry(required, level - 1) > 0)) count++
  }
  return count
}

/**
 * How many questions about the breadth are still due before anything is settled: some are asked in any case, unless the core alone
 * rules out every deciding level or the breadth is decided at each.
 */
function breadthDue({ core, breadth }: Posterior, forecast: Forecast, levels: readonly number[]): number {
  const ofCore = outlooksAt(core, forecast.core, levels)
  const isRuledOut =
    ofCore.length > 0 && ofCore.every(({ outlook }) => outlook.probability < 1 - PARAMETERS.coreFailure)
  const isDecided = outlooksAt(breadth, forecast.breadth, levels).every(({ outlook }) => outlook.decided)
  if (isRuledOut || isDecided) return 0
  const due = Math.max(0, PARAMETERS.minBreadthAnswers - breadth.askedCount)
  return Math.min(due, unaskedAt(breadth, levels))
}

/** How many answers a level needs at least, whatever they are. */
export function requiredAnswers({ tables }: Posterior, { target }: Course): number {
  const { minAnswers, minAnswerShare } = PARAMETERS
  return target === undefined ? Math.max(minAnswers, Math.ceil(minAnswerShare * tables.role.skills.length)) : 0
}

/**
 * Whether a level is missed, the first one or the target, and only skips speak against it: a threshold of it or of a level below fails
 * of which more was skipped than answered, and none fails by its answers.
 */
function isMissedBySkips({ tables, core, breadth }: Posterior, forecast: Forecast, { target }: Course): boolean {
  const level = target === undefined ? tables.expectingLevels[0] : awardedLevel(tables, target)
  if (level === undefined) return false
  const chance = forecast.levels.find((each) => each.level === level)?.atLeast ?? 1
  if (target === undefined ? forecast.grade > 0 : chance >= 0.5) return false
  const failing = [
    ...core.tallies.filter((_, index) => (forecast.core[index]?.probability ?? 1) < 0.5),
    ...breadth.tallies.filter((_, index) => (forecast.breadth[index]?.probability ?? 1) < 0.5),
  ].filter(({ threshold }) => threshold.level <= level)
  const isMostlySkipped = ({ threshold, answered, left }: Tally): boolean => 2 * answered < threshold.expected - left
  return failing.some(isMostlySkipped) && !failing.some((tally) => tally.answered > 0 && !isMostlySkipped(tally))
}

/** Whether the verdict can be told: the core was asked, and no answer, or hardly any, would change it. */
function isSettled(evaluation: CourseEvaluation): boolean {
  if (evaluation.coreLeft > 0) return false
  const { confidence } = evaluation.verdict
  if (confidence === 1) return true
  if (evaluation.isMissedBySkips) return false
  return (
    confidence >= PARAMETERS.confidence &&
    evaluation.posterior.askedCount >= requiredAnswers(evaluation.posterior, evaluation.course) &&
    evaluation.breadthDue === 0
  )
}

/**
 * The answers so far, on a course. The next question, the progress and the result share what is computed of them, each when it is first
 * needed: not every message shows all.
 */
export class CourseEvaluation {
  readonly posterior: Posterior
  readonly forecast: Forecast
  readonly course: Course
  /** The level that gaps and plan refer to: the target, or else the one above the grade. Undefined for a role that expects nothing. */
  readonly gapLevel: number | undefined
  #decidingLevels: readonly number[] | undefined
  #coreLeft: number | undefined
  #verdict: Verdict | undefined
  #breadthDue: number | undefined
  #isMissedBySkips: boolean | undefined
  #isSettled: boolean | undefined
  readonly #lists: LevelLists

  constructor({ posterior, forecast, lists }: Evaluation, course: Course) {
    this.posterior = posterior
    this.forecast = forecast
    this.course = course
    this.gapLevel = gapLevel(posterior.tables, forecast, course)
    this.#lists = lists.get(this.gapLevel) ?? new LevelLists(posterior, forecast, this.gapLevel)
    lists.set(this.gapLevel, this.#lists)
  }

  /** The levels whose core is asked in full: the probable one and the next, or the target. */
  get decidingLevels(): readonly number[] {
    this.#decidingLevels ??= decidingLevels(this.posterior, this.forecast, this.course)
    return this.#decidingLevels
  }

  /** How many core questions of the deciding levels are left. */
  get coreLeft(): number {
    this.#coreLeft ??= coreLeft(this.posterior, this.forecast, this.decidingLevels)
    return this.#coreLeft
  }

  get verdict(): Verdict {
    this.#verdict ??= verdictOf(this.posterior, this.forecast, this.course)
    return this.#verdict
  }

  /** How many questions about the breadth are still due before anything is settled. */
  get breadthDue(): number {
    this.#breadthDue ??= breadthDue(this.posterior, this.forecast, this.decidingLevels)
    return this.#breadthDue
  }

  /** Whether only skips speak against the first level, or against the target. */
  get isMissedBySkips(): boolean {
    this.#isMissedBySkips ??= isMissedBySkips(this.posterior, this.forecast, this.course)
    return this.#isMissedBySkips
  }

  /** Whether the verdict can be told. */
  get isSettled(): boolean {
    this.#isSettled ??= isSettled(this)
    return this.#isSettled
  }

  get gaps(): GapList {
    return this.#lists.gaps
  }

  get plan(): Plan {
    return this.#lists.plan
  }
}

/** The gaps and the plan for a level, whatever the course; each is computed when it is first needed. */
export class LevelLists {
  readonly #posterior: Posterior
  readonly #forecast: Forecast
  readonly #level: number | undefined
  #gaps: GapList | undefined
  #plan: Plan | undefined

  constructor(posterior: Posterior, forecast: Forecast, level: number | undefined) {
    this.#posterior = posterior
    this.#forecast = forecast
    this.#level = level
  }

  get gaps(): GapList {
    this.#gaps ??= gapList(this.#posterior, this.#level)
    return this.#gaps
  }

  get plan(): Plan {
    this.#plan ??= planOf(this.#posterior, this.#forecast, this.#level, this.gaps)
    return this.#plan
  }
}

import { caches, lazy } from './caches.ts'
import { type Ratings, SKIPPED, UNASKED } from './domain-posterior.ts'
import { AssessmentError } from './errors.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type GapList, gapList } from './gap-list.ts'
import { targetLevel } from './grade.ts'
import { mostInformative } from './next-question.ts'
import { computePosterior, type Posterior, ratingsKey, updatePosterior } from './posterior.ts'
import { gapsAreSettled, gradeIsSettled, type Progress, progressOf } from './progress.ts'
import { type Tables, tablesOf } from './tables.ts'
import { type Answer, type Answers, type AssessedRole, isRating, type Rating } from './types.ts'

export interface AssessmentOptions {
  /** Continue after the grade is settled until the list of gaps is settled too. */
  readonly refineGaps?: boolean
}

export interface AssessmentResult {
  /** 0 is below the first level; otherwise `levels[grade - 1]`. */
  readonly grade: number
  /** Ids of the skills not met at the target level: answered ones, then estimated ones, most probable first. */
  readonly gaps: readonly string[]
  /** 0..1: the probability that the full questionnaire would give this grade. */
  readonly confidence: number
  /** The probability of each grade, from 0. */
  readonly grades: readonly number[]
  /** The level that the gaps refer to; undefined for a role that expects nothing. */
  readonly targetLevel: number | undefined
  readonly answeredGaps: readonly string[]
  readonly estimatedGaps: readonly { readonly skillId: string; readonly chance: number }[]
}

export interface Question {
  readonly skillId: string
}

export interface AssessmentState {
  readonly next: Question | null
  readonly result: AssessmentResult
  readonly progress: Progress
}

/**
 * The state of an assessment with these answers, which are all that needs to be stored. Without answers, it is that of a new one. A
 * role without skills is assessed at once, with grade 0 and confidence 1.
 *
 * @throws AssessmentError `bad-role`, `unknown-skill`, `already-answered` or `bad-rating`.
 */
export function assess(
  role: AssessedRole,
  answers: Answers,
  { refineGaps = false }: AssessmentOptions = {},
): AssessmentState {
  const tables = tablesOf(role)
  const ratings = ratingsOf(tables, answers)
  const key = keyOf(tables, ratings, refineGaps)
  const cached = caches.states.get(key)
  if (cached) return cached.state
  const posterior = posteriorFrom(tables, ratings, answers.at(-1), refineGaps)
  const state = stateOf(posterior, refineGaps)
  caches.states.set(key, { posterior, state })
  return state
}

/** The cache key: the ratings, not their order. */
function keyOf(tables: Tables, ratings: Ratings, refineGaps: boolean): string {
  return `${tables.id} ${refineGaps ? '+' : ''}${ratingsKey(ratings)}`
}

/** Updates the cached posterior from before the last answer, if there is one; else computes it from all ratings. */
function posteriorFrom(tables: Tables, ratings: Ratings, last: Answer | undefined, refineGaps: boolean): Posterior {
  if (last === undefined) return computePosterior(tables, ratings)
  const skill = skillIndex(tables, last[0])
  const before = ratings.slice()
  before[skill] = UNASKED
  const cached = caches.states.get(keyOf(tables, before, refineGaps))
  return cached ? updatePosterior(cached.posterior, skill, last[1] ?? SKIPPED) : computePosterior(tables, ratings)
}

/** Gaps, progress and result are computed on first access, because not every message shows them. */
function stateOf(posterior: Posterior, refineGaps: boolean): AssessmentState {
  const { role } = posterior.tables
  const outlook = forecast(posterior)
  const gaps = lazy(() => gapList(posterior, outlook.grade))
  const progress = lazy(() => progressOf(posterior, outlook, gaps))
  const result = lazy(() => resultOf(role, outlook, targetLevel(role, outlook.grade), gaps))
  return {
    next: question(role, nextSkill(posterior, outlook, refineGaps ? gaps : undefined)),
    get progress() {
      return progress()
    },
    get result() {
      return result()
    },
  }
}

/** Adds an answer after checking it against the role. Pure. */
export function withAnswer(role: AssessedRole, answers: Answers, skillId: string, rating: Rating | null): Answers {
  if (!role.skills.some((skill) => skill.id === skillId)) {
    throw new AssessmentError('unknown-skill', `Role ${role.id} has no skill ${skillId}`, { roleId: role.id, skillId })
  }
  if (answers.some(([answered]) => answered === skillId)) {
    throw new AssessmentError('already-answered', `Skill ${skillId} has an answer already`, { skillId })
  }
  if (rating !== null && !isRating(rating)) {
    throw new AssessmentError('bad-rating', `A rating is 0 to 4, or null for a skip`, { skillId, rating })
  }
  const answer: Answer = [skillId, rating]
  return [...answers, answer]
}

const skillIndex = (tables: Tables, skillId: string): number => tables.indexOf.get(skillId) ?? -1

/** @throws AssessmentError as `withAnswer` */
function ratingsOf(tables: Tables, answers: Answers): Ratings {
  const ratings = new Int8Array(tables.role.skills.length).fill(UNASKED)
  for (const [index, [skillId, rating]] of answers.entries()) {
    const skill = skillIndex(tables, skillId)
    const isValid = ratings[skill] === UNASKED && (rating === null || isRating(rating))
    // Throws the error that fits.
    if (!isValid) withAnswer(tables.role, answers.slice(0, index), skillId, rating)
    ratings[skill] = rating ?? SKIPPED
  }
  return ratings
}

/** First the skill that settles the grade, then, if `wanted`, the most uncertain gap. */
function nextSkill(posterior: Posterior, outlook: Forecast, wanted: (() => GapList) | undefined): number | undefined {
  if (!gradeIsSettled(posterior, outlook)) return mostInformative(posterior, outlook)
  if (!wanted) return undefined
  const gaps = wanted()
  return gapsAreSettled(gaps) ? undefined : gaps.open[0]?.skill
}

const skillId = (role: AssessedRole, skill: number): string => role.skills[skill]?.id ?? ''

const question = (role: AssessedRole, skill: number | undefined): Question | null =>
  skill === undefined ? null : { skillId: skillId(role, skill) }

function resultOf(
  role: AssessedRole,
  { grade, confidence, grades }: Forecast,
  target: number | undefined,
  gaps: () => GapList,
): AssessmentResult {
  const answered = lazy(() => gaps().answered.map((skill) => skillId(role, skill)))
  const all = lazy(() => [...answered(), ...estimated().map((gap) => gap.skillId)])
  const estimated = lazy(() => gaps().estimated.map(({ skill, chance }) => ({ skillId: skillId(role, skill), chance })))
  return {
    grade,
    get gaps() {
      return all()
    },
    confidence,
    grades,
    targetLevel: target,
    get answeredGaps() {
      return answered()
    },
    get estimatedGaps() {
      return estimated()
    },
  }
}

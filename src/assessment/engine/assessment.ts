import { caches, type Evaluation, lazy } from './caches.ts'
import { chooseQuestion } from './choose-question.ts'
import { type Course, CourseEvaluation } from './course.ts'
import { type Ratings, ratingAt, SKIPPED, UNASKED } from './domain-posterior.ts'
import { AssessmentError } from './errors.ts'
import { forecast } from './forecast.ts'
import { assessPoints } from './points-assessment.ts'
import { computePosterior, type Posterior, partOf, ratingsKey, updatePosterior } from './posterior.ts'
import { type Progress, progressOf } from './progress.ts'
import { type AssessmentResult, resultOf } from './result.ts'
import { ratingChances } from './skill-groups.ts'
import { type Tables, tablesOf } from './tables.ts'
import {
  type Answer,
  type Answers,
  type AssessedRole,
  checkRole,
  isRating,
  type Rating,
  type RoleSkill,
  stepsOfSkill,
} from './types.ts'

export interface AssessmentOptions {
  /** What to ask after the level is settled: nothing, the whole list of gaps (true), or what a plan needs. */
  readonly refineGaps?: boolean | 'plan'
  /** Asks only whether the person is ready for the level with this index, from 0. */
  readonly target?: number | undefined
}

export interface Question {
  readonly skillId: string
}

export interface AssessmentState {
  readonly next: Question | null
  readonly result: AssessmentResult
  readonly progress: Progress
  /**
   * P(rating), from 0, of a skill, as far as the other answers tell; the rating itself for an answered one.
   *
   * @throws AssessmentError `unknown-skill`
   */
  readonly chances: (skillId: string) => readonly number[]
}

/**
 * The state of an assessment with these answers, which are all that needs to be stored. Without answers, it is that of a new one. A
 * role without skills is assessed at once, with grade 0 and confidence 1. In a role with points every skill is asked, in its order: see
 * `assessPoints`.
 *
 * @throws AssessmentError `bad-role`, `bad-option`, `unknown-skill`, `already-answered` or `bad-rating`.
 */
export function assess(role: AssessedRole, answers: Answers, options: AssessmentOptions = {}): AssessmentState {
  if (role.points) {
    checkRole(role)
    const { target } = courseOf(role, options)
    checkAnswers(role, answers)
    return assessPoints(role, answers, target)
  }
  const tables = tablesOf(role)
  const course = courseOf(role, options)
  const ratings = ratingsOf(tables, answers)
  const evaluation = evaluate(tables, ratings, answers.at(-1))
  const key = `${course.target ?? ''} ${course.refine}`
  const state = evaluation.states.get(key) ?? stateOf(evaluation, course)
  evaluation.states.set(key, state)
  return state
}

function courseOf(role: AssessedRole, { refineGaps = false, target }: AssessmentOptions): Course {
  const refine = (
    [
      [false, 'nothing'],
      [true, 'gaps'],
      ['plan', 'plan'],
    ] as const
  ).find(([value]) => value === refineGaps)
  if (refine === undefined) {
    throw new AssessmentError('bad-option', 'refineGaps is true, false or "plan"', { refineGaps })
  }
  const isLevel = target === undefined || (Number.isInteger(target) && target >= 0 && target < role.levels.length)
  if (!isLevel) {
    const range = `from 0 to ${role.levels.length - 1}`
    throw new AssessmentError('bad-option', `The target of role ${role.id} is the index of a level, ${range}`, {
      target,
    })
  }
  return { target, refine: refine[1] }
}

/** The cache key: the ratings, not their order. */
const keyOf = ({ id }: Tables, ratings: Ratings): string => `${id} ${ratingsKey(ratings)}`

function evaluate(tables: Tables, ratings: Ratings, last: Answer | undefined): Evaluation {
  const key = keyOf(tables, ratings)
  const cached = caches.evaluations.get(key)
  if (cached) return cached
  const posterior = posteriorFrom(tables, ratings, last)
  const evaluation = { posterior, forecast: forecast(posterior), states: new Map(), lists: new Map() }
  caches.evaluations.set(key, evaluation)
  return evaluation
}

/** After so few answers, many people have given the same ones. */
const SHARED_ANSWERS = 3

/**
 * Evicts the cached evaluation of these answers, to make room for other people's. A later call of `assess` computes it again, with the
 * same result. The first few answers stay cached: many people give the same ones.
 */
export function forgetEvaluation(role: AssessedRole, answers: Answers): void {
  if (role.points || answers.length <= SHARED_ANSWERS) return
  const tables = tablesOf(role)
  caches.evaluations.delete(keyOf(tables, ratingsOf(tables, answers)))
}

/** Updates the cached posterior from before the last answer, if there is one; else computes it from all ratings. */
function posteriorFrom(tables: Tables, ratings: Ratings, last: Answer | undefined): Posterior {
  if (last === undefined) return computePosterior(tables, ratings)
  const skill = skillIndex(tables, last[0])
  const before = ratings.slice()
  before[skill] = UNASKED
  const cached = caches.evaluations.get(keyOf(tables, before))
  return cached ? updatePosterior(cached.posterior, skill, last[1] ?? SKIPPED) : computePosterior(tables, ratings)
}

/** What is computed on first access is not shown by every message. */
function stateOf(evaluation: Evaluation, course: Course): AssessmentState {
  const { posterior } = evaluation
  const onCourse = new CourseEvaluation(evaluation, course)
  const progress = lazy(() => progressOf(onCourse))
  const result = lazy(() => resultOf(onCourse))
  const next = lazy(() => {
    const skill = chooseQuestion(onCourse)
    return skill === undefined ? null : { skillId: posterior.tables.role.skills[skill]?.id ?? '' }
  })
  return {
    get next() {
      return next()
    },
    get progress() {
      return progress()
    },
    get result() {
      return result()
    },
    chances: (skillId) => chancesOf(posterior, skillId),
  }
}

function chancesOf(posterior: Posterior, skillId: string): readonly number[] {
  const { tables } = posterior
  const place = tables.places[skillIndex(tables, skillId)]
  if (place === undefined) throw unknownSkill(tables.role, skillId)
  const part = partOf(posterior, place.part)
  const rating = ratingAt(part.ratings, place.skill)
  const chances = ratingChances(part, place.skill)
  return rating < 0 ? chances : chances.map((_, each) => (each === rating ? 1 : 0))
}

/** Whether a value is a rating on the scale of a skill. */
function isRatingOf(skill: RoleSkill, value: unknown): boolean {
  return isRating(value) && value <= stepsOfSkill(skill)
}

/** Adds an answer after checking it against the role. Pure. */
export function withAnswer(role: AssessedRole, answers: Answers, skillId: string, rating: Rating | null): Answers {
  const skill = role.skills.find(({ id }) => id === skillId)
  if (!skill) throw unknownSkill(role, skillId)
  if (answers.some(([answered]) => answered === skillId)) {
    throw new AssessmentError('already-answered', `Skill ${skillId} has an answer already`, { skillId })
  }
  if (rating !== null && !isRatingOf(skill, rating)) {
    const most = stepsOfSkill(skill)
    throw new AssessmentError('bad-rating', `The rating of ${skillId} is 0 to ${most}, or null for a skip`, {
      skillId,
      rating,
    })
  }
  const answer: Answer = [skillId, rating]
  return [...answers, answer]
}

/** @throws AssessmentError as `withAnswer` */
function checkAnswers(role: AssessedRole, answers: Answers): void {
  const skills = new Map(role.skills.map((skill) => [skill.id, skill]))
  const seen = new Set<string>()
  for (const [index, [skillId, rating]] of answers.entries()) {
    const skill = skills.get(skillId)
    const isValid = skill !== undefined && !seen.has(skillId) && (rating === null || isRatingOf(skill, rating))
    // Throws the error that fits.
    if (!isValid) withAnswer(role, answers.slice(0, index), skillId, rating)
    seen.add(skillId)
  }
}

const unknownSkill = (role: AssessedRole, skillId: string): AssessmentError =>
  new AssessmentError('unknown-skill', `Role ${role.id} has no skill ${skillId}`, { roleId: role.id, skillId })

const skillIndex = (tables: Tables, skillId: string): number => tables.indexOf.get(skillId) ?? -1

/** @throws AssessmentError as `withAnswer` */
function ratingsOf(tables: Tables, answers: Answers): Ratings {
  const ratings = new Int8Array(tables.role.skills.length).fill(UNASKED)
  for (let index = 0; index < answers.length; index++) {
    const [skillId, rating] = answers[index] as Answer
    const skill = skillIndex(tables, skillId)
    const own = tables.role.skills[skill]
    const isValid = own !== undefined && ratings[skill] === UNASKED && (rating === null || isRatingOf(own, rating))
    // Throws the error that fits.
    if (!isValid) withAnswer(tables.role, answers.slice(0, index), skillId, rating)
    ratings[skill] = rating ?? SKIPPED
  }
  return ratings
}

import { LRUCache } from 'lru-cache'
import { type Ratings, SKIPPED, UNASKED } from './domain-posterior.ts'
import { AssessmentError } from './errors.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type GapList, gapList } from './gap-list.ts'
import { targetLevel } from './grade.ts'
import { lazy } from './lazy.ts'
import { mostInformative } from './next-question.ts'
import type { Parameters } from './parameters.ts'
import { computePosterior, type Posterior, ratingsKey, updatePosterior } from './posterior.ts'
import { gapsAreSettled, gradeIsSettled, type Progress, progressOf } from './progress.ts'
import { type Tables, tablesOf } from './tables.ts'
import { type Answer, type Answers, type AssessedRole, isRating, type Rating } from './types.ts'

export interface AssessmentOptions {
  /** Go on after the grade is settled until the list of gaps is settled too. */
  readonly refineGaps?: boolean
  /** Answers given earlier: the assessment goes on exactly where it was. */
  readonly answers?: Answers
  /** Other figures than the engine's own: for experiments. */
  readonly parameters?: Parameters
}

export interface AssessmentResult {
  /** 0 is below the first level; otherwise `levels[grade - 1]`. */
  readonly grade: number
  /** Ids of the skills not met at the target level: the answered ones, then the estimated ones, surest first. */
  readonly gaps: readonly string[]
  /** 0..1: the probability that the full questionnaire would give this grade. */
  readonly confidence: number
  /** The probability of each grade, from 0. */
  readonly grades: readonly number[]
  /** The level the gaps are about; undefined for a role that expects nothing. */
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

/** One person's assessment. Its whole state is `answers()`; everything else is computed from them. */
export interface Assessment {
  /** The next question, the same until something is answered or taken back; null when it is over. */
  readonly next: () => Question | null
  /** @throws AssessmentError `unknown-skill`, `already-answered` or `bad-rating`; nothing has changed then. */
  readonly answer: (skillId: string, rating: Rating | null) => void
  /** Takes the last answer back; nothing happens when there is none. */
  readonly back: () => void
  readonly result: () => AssessmentResult
  readonly progress: () => Progress
  readonly answers: () => Answers
}

/**
 * Starts an assessment, or resumes one. A role without skills is over at once, with grade 0 for certain.
 *
 * @throws AssessmentError `bad-role`, and for `options.answers` what `answer` throws.
 */
export function createAssessment(role: AssessedRole, options: AssessmentOptions = {}): Assessment {
  const tables = tablesOf(role, options.parameters)
  const refineGaps = options.refineGaps === true
  let answers = options.answers ?? []
  let belief = computePosterior(tables, ratingsOf(tables, answers))
  let standing = standingOf(belief, refineGaps)

  function rated(skillId: string, rating: number): void {
    belief = updatePosterior(belief, skillIndex(tables, skillId), rating)
    standing = standingOf(belief, refineGaps)
  }

  return {
    next: () => standing.next,
    answer(skillId, rating) {
      answers = withAnswer(role, answers, skillId, rating)
      rated(skillId, rating ?? SKIPPED)
    },
    back() {
      const last = answers.at(-1)
      answers = answers.slice(0, -1)
      if (last !== undefined) rated(last[0], UNASKED)
    },
    result: () => standing.result,
    progress: () => standing.progress,
    answers: () => answers,
  }
}

/**
 * How an assessment with these answers stands: the functional form, for callers that keep the list of answers.
 *
 * @throws AssessmentError `bad-role`, `unknown-skill`, `already-answered` or `bad-rating`.
 */
export function assess(
  role: AssessedRole,
  answers: Answers,
  options: Omit<AssessmentOptions, 'answers'> = {},
): AssessmentState {
  const tables = tablesOf(role, options.parameters)
  const ratings = ratingsOf(tables, answers)
  const refineGaps = options.refineGaps === true
  const key = keyOf(tables, ratings, refineGaps)
  const known = standings.get(key)
  if (known) return known.standing
  const belief = beliefFrom(tables, ratings, answers.at(-1), refineGaps)
  const standing = standingOf(belief, refineGaps)
  standings.set(key, { belief, standing })
  return standing
}

/**
 * How many are kept for all roles together, some 20 kB each for a role of 58 skills: what the last card showed is asked for
 * again when it is answered.
 */
const MOST_STANDINGS = 1000

const standings = new LRUCache<string, { readonly belief: Posterior; readonly standing: AssessmentState }>({
  max: MOST_STANDINGS,
})

/** It follows from the ratings, whatever the order in which they came. */
function keyOf(tables: Tables, ratings: Ratings, refineGaps: boolean): string {
  return `${tables.id} ${refineGaps ? '+' : ''}${ratingsKey(ratings)}`
}

/** The belief about these ratings, from the one before the last answer where that is still known. */
function beliefFrom(tables: Tables, ratings: Ratings, last: Answer | undefined, refineGaps: boolean): Posterior {
  if (last === undefined) return computePosterior(tables, ratings)
  const skill = skillIndex(tables, last[0])
  const before = ratings.slice()
  before[skill] = UNASKED
  const known = standings.get(keyOf(tables, before, refineGaps))
  return known ? updatePosterior(known.belief, skill, last[1] ?? SKIPPED) : computePosterior(tables, ratings)
}

/** What not every card shows is worked out when it is first asked for. */
function standingOf(belief: Posterior, refineGaps: boolean): AssessmentState {
  const { role } = belief.tables
  const outlook = forecast(belief)
  const gaps = lazy(() => gapList(belief, outlook.grade))
  const progress = lazy(() => progressOf(belief, outlook, gaps))
  const result = lazy(() => resultOf(role, outlook, targetLevel(role, outlook.grade), gaps))
  return {
    next: question(role, nextSkill(belief, outlook, refineGaps ? gaps : undefined)),
    get progress() {
      return progress()
    },
    get result() {
      return result()
    },
  }
}

/** `answers` and one more, checked against the role. Pure: for callers that keep the list themselves. */
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
    const isGood = ratings[skill] === UNASKED && (rating === null || isRating(rating))
    // Says what is wrong with it.
    if (!isGood) withAnswer(tables.role, answers.slice(0, index), skillId, rating)
    ratings[skill] = rating ?? SKIPPED
  }
  return ratings
}

/** First what settles the grade, then, where wanted, what settles the gaps: the most uncertain of them. */
function nextSkill(belief: Posterior, outlook: Forecast, wanted: (() => GapList) | undefined): number | undefined {
  if (!gradeIsSettled(belief, outlook)) return mostInformative(belief, outlook)
  if (!wanted) return undefined
  const gaps = wanted()
  return gapsAreSettled(belief, gaps) ? undefined : gaps.open[0]?.skill
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

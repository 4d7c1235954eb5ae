import { LRUCache } from 'lru-cache'
import { type Belief, beliefOf, rate } from './belief.ts'
import { mostTelling } from './choose.ts'
import { SKIPPED, UNASKED } from './domain-belief.ts'
import { AssessmentError } from './errors.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type GapList, gapList } from './gap-list.ts'
import { gapsAreSettled, gradeIsSettled, type Progress, progressOf } from './progress.ts'
import { type Answer, type Answers, type AssessedRole, checkRole, isRating, type Rating } from './role.ts'
import { type Tables, tablesOf } from './tables.ts'
import type { Tuning } from './tuning.ts'

export interface AssessmentOptions {
  /** Go on after the grade is settled until the list of gaps is settled too. */
  readonly refineGaps?: boolean
  /** Answers given earlier: the assessment goes on exactly where it was. */
  readonly answers?: Answers
  /** Other figures than the engine's own: for experiments. */
  readonly tuning?: Tuning
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

export interface Standing {
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
  checkRole(role)
  const tables = tablesOf(role, options.tuning)
  let answers = (options.answers ?? []).reduce<Answers>(
    (before, [skillId, rating]) => withAnswer(role, before, skillId, rating),
    [],
  )
  let belief = beliefOf(tables, ratingsOf(tables, answers))
  let outlook = forecast(belief)
  let gaps: GapList | undefined

  function gapsNow(): GapList {
    gaps ??= gapList(belief, outlook.grade)
    return gaps
  }

  function rated(skillId: string, rating: number): void {
    belief = rate(belief, skillIndex(tables, skillId), rating)
    outlook = forecast(belief)
    gaps = undefined
  }

  return {
    next: () => question(role, nextSkill(belief, outlook, options.refineGaps === true ? gapsNow : undefined)),
    answer(skillId, rating) {
      answers = withAnswer(role, answers, skillId, rating)
      rated(skillId, rating ?? SKIPPED)
    },
    back() {
      const last = answers.at(-1)
      answers = answers.slice(0, -1)
      if (last !== undefined) rated(last[0], UNASKED)
    },
    result: () => resultOf(role, outlook, gapsNow()),
    progress: () => progressOf(belief, outlook, gapsNow()),
    answers: () => answers,
  }
}

/** How an assessment with these answers stands: the functional form, for callers that keep the list of answers. */
export function assess(
  role: AssessedRole,
  answers: Answers,
  options: Omit<AssessmentOptions, 'answers'> = {},
): Standing {
  // Figures of an experiment are not those that others ask about.
  if (options.tuning) return standingOf(role, answers, options)
  const known = standings.get(role) ?? new LRUCache<string, Standing>({ max: MOST_STANDINGS })
  standings.set(role, known)
  const key = `${options.refineGaps === true} ${answers.map(([skillId, rating]) => `${skillId}=${rating}`).join()}`
  const before = known.get(key)
  if (before) return before
  const standing = standingOf(role, answers, options)
  known.set(key, standing)
  return standing
}

/** How many are kept a role: what the last card showed is asked for again when it is answered. */
const MOST_STANDINGS = 2000

const standings = new WeakMap<AssessedRole, LRUCache<string, Standing>>()

function standingOf(role: AssessedRole, answers: Answers, options: Omit<AssessmentOptions, 'answers'>): Standing {
  const assessment = createAssessment(role, { ...options, answers })
  return { next: assessment.next(), result: assessment.result(), progress: assessment.progress() }
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

function ratingsOf(tables: Tables, answers: Answers): Int8Array {
  const ratings = new Int8Array(tables.role.skills.length).fill(UNASKED)
  for (const [skillId, rating] of answers) ratings[skillIndex(tables, skillId)] = rating ?? SKIPPED
  return ratings
}

/** First what settles the grade, then, where wanted, what settles the gaps: the most uncertain of them. */
function nextSkill(belief: Belief, outlook: Forecast, wanted: (() => GapList) | undefined): number | undefined {
  if (!gradeIsSettled(belief, outlook)) return mostTelling(belief, outlook)
  if (!wanted) return undefined
  const gaps = wanted()
  return gapsAreSettled(belief, gaps) ? undefined : gaps.open[0]?.skill
}

const skillId = (role: AssessedRole, skill: number): string => role.skills[skill]?.id ?? ''

const question = (role: AssessedRole, skill: number | undefined): Question | null =>
  skill === undefined ? null : { skillId: skillId(role, skill) }

function resultOf(role: AssessedRole, outlook: Forecast, gaps: GapList): AssessmentResult {
  const answeredGaps = gaps.answered.map((skill) => skillId(role, skill))
  const estimatedGaps = gaps.estimated.map(({ skill, chance }) => ({ skillId: skillId(role, skill), chance }))
  return {
    grade: outlook.grade,
    gaps: [...answeredGaps, ...estimatedGaps.map((gap) => gap.skillId)],
    confidence: outlook.confidence,
    grades: outlook.grades,
    targetLevel: gaps.level,
    answeredGaps,
    estimatedGaps,
  }
}

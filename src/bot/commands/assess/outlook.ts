import { isDeepStrictEqual } from 'node:util'
import { LRUCache } from 'lru-cache'
import {
  type Answers,
  type AssessmentOptions,
  type AssessmentState,
  assess,
  forgetEvaluation,
  planQuestions,
} from '../../../assessment/index.ts'
import type { LoadedSession } from './loaded-session.ts'

/** How much is left to ask, as a card shows it. */
export interface Outlook {
  /** Questions before the level, the plan or the list is settled: about, or for a plan at most. At most one more than a question before. */
  readonly left: number
  /**
   * Two neighboring grades that the person stands between, the lower one first; null if there are none, or few questions are left. With
   * a target, the grades below it and of it. Once there are two, there are until the level is settled, and they stay the same until
   * one of them is ruled out.
   */
  readonly between: readonly [number, number] | null
  /** Whether the last answer brought the person between them. */
  readonly isNewlyBetween: boolean
  /** Whether the others decide between them, and about half of the others are met, as far as enough answers tell. */
  readonly isNearHalf: boolean
  /**
   * What is likely between the two, with the certainty at which a result no longer counts as close: a grade or, with a target, whether it
   * is reached. Null while it is close, or if there are no two.
   */
  readonly leaning: number | 'ready' | 'notReady' | null
  /** The most questions until it is clear: the number promised at the start while it holds, else all that are left. */
  readonly most: number
  /** The bar of the card. It does not shrink until the level is settled. */
  readonly bar: Bar
}

interface Bar {
  readonly done: number
  readonly total: number
}

const EMPTY_BAR: Bar = { done: 0, total: 1 }

/** A bar after some questions, not shorter than the one before. */
function barAfter(before: Bar, done: number, left: number): Bar {
  const total = done + Math.max(1, left)
  return { done, total: before.done === 0 ? total : Math.min(total, Math.floor((done * before.total) / before.done)) }
}

/** What the card of a question says about the way so far, after some answers. */
export interface CardCourse {
  readonly left: number
  readonly bar: Bar
  readonly between: Outlook['between']
  readonly betweenBefore: Outlook['between']
  readonly wasSettled: boolean
  /** The most probable grade, and the level that the gaps belong to. */
  readonly grade: number
  readonly targetLevel: number | undefined
}

const START: CardCourse = {
  left: Number.POSITIVE_INFINITY,
  bar: EMPTY_BAR,
  between: null,
  betweenBefore: null,
  wasSettled: false,
  grade: 0,
  targetLevel: undefined,
}

/** The courses of an assessment after no answer, after the first, and so on. */
interface Courses {
  /** What they depend on besides the answers. */
  readonly key: string
  readonly answers: Answers
  readonly after: readonly CardCourse[]
}

/** How many assessments the cache holds, a few kilobytes each. */
const MAX_COURSES = 2000

/** By session. An entry is a function of its key and its answers; what no longer fits is computed again. */
const coursesBySession = new LRUCache<string, Courses>({ max: MAX_COURSES })

/**
 * The courses after no answer, after the first, and so on. Only the state after a new answer is evaluated; the courses before it come
 * from the cache.
 */
export function coursesOf(loaded: LoadedSession): readonly CardCourse[] {
  const { session, answers, role, target } = loaded
  const key = [role.slug, role.version, target?.slug, session.refine, session.plan].join(' ')
  const cached = coursesBySession.get(session.id)
  const isSame = cached?.key === key
  if (isSame && isDeepStrictEqual(cached.answers, answers)) return cached.after
  const after = isSame ? cached.after.slice(0, sharedAnswers(cached.answers, answers) + 1) : []
  for (let count = after.length; count <= answers.length; count += 1) {
    after.push(nextCourse(loaded, after.at(-1) ?? START, count))
  }
  coursesBySession.set(session.id, { key, answers, after })
  // A card needs the states after this answer and the one before it.
  forgetEvaluation(loaded.assessedRole, answers.slice(0, -2))
  return after
}

/** How many answers two lists have in common at their start. */
function sharedAnswers(some: Answers, others: Answers): number {
  const differs = some.findIndex(([skill, rating], at) => skill !== others[at]?.[0] || rating !== others[at]?.[1])
  return differs === -1 ? some.length : differs
}

/** The course after the first `count` answers, given the one before the last of them. */
function nextCourse(loaded: LoadedSession, before: CardCourse, count: number): CardCourse {
  const { answers, assessedRole: assessed } = loaded
  const options = optionsOf(loaded)
  const state = assess(assessed, answers.slice(0, count), options)
  const { settled, left: toSettle } = state.progress
  // The questions for a plan or for the list are counted afresh.
  const { left: leftBefore, bar: barBefore } = settled && !before.wasSettled ? START : before
  const left = Math.min(leftBefore + 1, settled ? leftToRefine(state, loaded) : toSettle.likely)
  return {
    left,
    bar: barAfter(barBefore, count, left),
    between: betweenAfter(state, before.between, options.target),
    betweenBefore: before.between,
    wasSettled: before.wasSettled || settled,
    grade: state.result.grade,
    targetLevel: state.result.targetLevel,
  }
}

const optionsOf = ({ target, role }: LoadedSession): AssessmentOptions =>
  target ? { target: role.levels.indexOf(target) } : {}

/** Evaluates an assessment answer by answer, so that what its card shows does not depend on the last answer alone. */
export function outlookOf(loaded: LoadedSession): Outlook {
  const { assessedRole: assessed, session, domain, assessment, target } = loaded
  const { askedCount } = assessment.progress
  const unasked = assessed.skills.length - askedCount
  if (domain) {
    const bar = barAfter(EMPTY_BAR, askedCount, unasked)
    return { left: unasked, most: unasked, bar, between: null, isNewlyBetween: false, isNearHalf: false, leaning: null }
  }
  const { left, bar, between, betweenBefore, wasSettled } = coursesOf(loaded).at(-1) ?? START
  const stated = assess(assessed, [], optionsOf(loaded)).progress.left.most - askedCount
  const open = session.refine && wasSettled ? null : between
  return {
    left,
    most: stated >= Math.max(1, left) ? Math.min(stated, unasked) : unasked,
    bar,
    between: open,
    isNewlyBetween: open !== null && !isDeepStrictEqual(open, betweenBefore),
    isNearHalf: open !== null && isNearHalf(assessment, open[1], target !== null),
    leaning: open === null ? null : leaningOf(assessment),
  }
}

/** About how many questions are left, as the card says: until the level, the plan or the list; on a sheet and in a domain, all. */
export function questionsLeft(loaded: LoadedSession): number {
  const { session, assessedRole: assessed, answers } = loaded
  return session.mode === 'sheet' ? assessed.skills.length - answers.length : outlookOf(loaded).left
}

function leaningOf({ result: { confidence, ready, grade } }: AssessmentState): Outlook['leaning'] {
  if (1 - confidence >= NEAR_SHARE) return null
  if (ready === undefined) return grade
  return ready ? 'ready' : 'notReady'
}

/** The chances at one standard deviation below and above what is needed. */
const NEAR_CHANCE = 0.16
/** Fewer answers are not enough to speak of half of the others. */
const NEAR_ANSWERS = 5

/** Whether what is estimated of the others is within its deviation of what a grade takes. */
function isNearHalf({ result }: AssessmentState, grade: number, isTarget: boolean): boolean {
  const answered = result.levels.find(({ level }) => level === grade)?.breadth.answered ?? 0
  const atLeast = result.grades.slice(grade).reduce((sum, each) => sum + each, 0)
  const doubt = isTarget ? 1 - result.confidence : Math.min(atLeast, 1 - atLeast)
  return answered >= NEAR_ANSWERS && doubt >= NEAR_CHANCE
}

/** Least probability of each of two neighboring grades for a person to stand between them, and for them to be ruled out. */
const NEAR_SHARE = 0.25
const EXCLUDED_SHARE = 0.05
/** With fewer questions left, it is not worth a note. */
const NEAR_QUESTIONS = 5

function betweenAfter(
  { result, progress }: AssessmentState,
  before: Outlook['between'],
  target: number | undefined,
): Outlook['between'] {
  // A stop would tell no level if only skips speak against one.
  if (progress.settled || !progress.canStop || result.missedBySkips) return null
  if (before === null && progress.left.likely < NEAR_QUESTIONS) return null
  const doubt = 1 - result.confidence
  if (target !== undefined) return before ?? (doubt >= NEAR_SHARE ? [target, target + 1] : null)
  const shareOf = (grade: number): number => result.grades[grade] ?? 0
  if (before?.every((grade) => shareOf(grade) >= EXCLUDED_SHARE)) return before
  const { grade } = result
  const other = shareOf(grade + 1) > shareOf(grade - 1) ? grade + 1 : grade - 1
  if (before === null && shareOf(other) < NEAR_SHARE) return null
  return [Math.min(grade, other), Math.max(grade, other)]
}

function leftToRefine({ progress }: AssessmentState, { session, assessedRole: assessed }: LoadedSession): number {
  const { planLeft, gapsLeft, askedCount } = progress
  if (!session.refine) return 0
  return session.plan === true ? planQuestions(planLeft, assessed.skills.length - askedCount).most : gapsLeft
}

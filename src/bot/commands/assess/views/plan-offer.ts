import { type Answers, assess, assessedRole, planQuestions, type QuestionRange } from '../../../../assessment/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { ruleKey } from '../rule.ts'
import { focusOf } from './planned-gaps.ts'
import { asRating } from './ratings.ts'
import type { ResultContext, ResultDetails } from './result-details.ts'

/** "Make my plan (3 to 12 more)". */
export function planLabel({ least, most }: QuestionRange, t: Translator): string {
  return t('assess.plan', { least, most, range: least === most ? 'one' : 'many' })
}

/** How many questions would make the plan of a result one of answers; undefined if it is one already or cannot be continued. */
export function planOffer(details: OfferedResult, context: Pick<ResultContext, 'isRecent'>): QuestionRange | undefined {
  const progress = progressOf(details, context)
  if (!progress || progress.planLeft === 0) return undefined
  return planQuestions(progress.planLeft, details.role.rows.size - progress.askedCount)
}

/** About how many questions the list of all gaps of a result takes; undefined if it is good enough or cannot be continued. */
export function gapsOffer(details: OfferedResult, context: Pick<ResultContext, 'isRecent'>): number | undefined {
  const left = progressOf(details, context)?.gapsLeft ?? 0
  return left === 0 ? undefined : left
}

type OfferedResult = Pick<ResultDetails, 'result' | 'role' | 'domain'>

/**
 * The progress of the assessment that a result came from; undefined if it cannot be continued, because it tells no level, is too old, or
 * the role has changed since.
 */
function progressOf({ result, role, domain }: OfferedResult, { isRecent }: Pick<ResultContext, 'isRecent'>) {
  const isStated = result.grade !== null || result.ready !== undefined
  if (!isStated || !isRecent || domain || result.rule !== ruleKey(role) || result.roleVersion !== role.version)
    return undefined
  const { progress } = assess(assessedRole(role), answersOf(result), { target: targetOf(result, role) })
  return progress.settled ? progress : undefined
}

/**
 * Whether questions for the plan, or for all gaps, left the skills to work on as they were when the level was settled: `answered` if
 * they are answered only since then, `same` if all were before; undefined if they changed or nothing was asked since.
 */
export function keepsFocus(details: ResultDetails, { deferredSkills }: ResultContext) {
  const { result, role, domain } = details
  if (domain || result.mode !== 'guided' || result.rule !== ruleKey(role) || result.roleVersion !== role.version)
    return undefined
  const answers = answersOf(result)
  const target = targetOf(result, role)
  const settledAt = answers.findIndex(
    (_, index) => assess(assessedRole(role), answers.slice(0, index + 1), { target }).progress.settled,
  )
  if (settledAt < 0 || settledAt + 1 === answers.length) return undefined
  const before = answers.slice(0, settledAt + 1)
  const { gaps: estimated, targetLevel, plan } = assess(assessedRole(role), before, { target }).result
  const index = targetLevel === undefined ? undefined : targetLevel - 1
  if (index === undefined || role.levels[index]?.slug !== result.target) return undefined
  const earlier = {
    ...result,
    ratings: result.ratings.slice(0, before.length),
    gaps: estimated.map(({ skillId, status }) => ({
      skill: skillId,
      name: skillId,
      required: 1,
      estimated: status === 'estimated',
    })),
    need: { core: plan.core, others: plan.others, sd: plan.sd },
  }
  const focusBefore = new Map(
    focusOf({ result: earlier, role, target: index }, deferredSkills).map(({ row, rating }) => [row, rating]),
  )
  const focus = focusOf(details, deferredSkills)
  if (focus.length === 0) return undefined
  if (!focus.every(({ row, rating }) => focusBefore.has(row) && rating !== undefined)) return undefined
  return focus.every(({ row }) => focusBefore.get(row) !== undefined) ? ('same' as const) : ('answered' as const)
}

const answersOf = ({ ratings }: ResultDetails['result']): Answers =>
  ratings.map(({ skill, rating }) => [skill, asRating(rating)] as const)

function targetOf({ ready, target }: ResultDetails['result'], role: ResultDetails['role']): number | undefined {
  const index = role.levels.findIndex(({ slug }) => slug === target)
  return ready === undefined || index < 0 ? undefined : index
}

import { type Answers, assess, assessedRole, planQuestions, type QuestionRange } from '../../../../assessment/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { RULE } from '../rule.ts'
import { focusOf } from './planned-gaps.ts'
import { asRating } from './ratings.ts'
import type { ResultContext, ResultDetails } from './result-details.ts'

/** "Make my plan (3 to 12 more)". */
export function planLabel({ least, most }: QuestionRange, t: Translator): string {
  return t('assess.plan', { least, most, range: least === most ? 'one' : 'many' })
}

/**
 * How many questions would make the plan of a result one of answers; undefined if it is one already or cannot be continued, because it
 * tells no level, is too old, or the role has changed since.
 */
export function planOffer(
  { result, role, domain }: Pick<ResultDetails, 'result' | 'role' | 'domain'>,
  { isRecent }: Pick<ResultContext, 'isRecent'>,
): QuestionRange | undefined {
  const isStated = result.grade !== null || result.ready !== undefined
  if (!isStated || !isRecent || domain || result.rule !== RULE || result.roleVersion !== role.version) return undefined
  const answers = answersOf(result)
  const { planLeft, settled } = assess(assessedRole(role), answers, { target: targetOf(result, role) }).progress
  return settled && planLeft > 0 ? planQuestions(planLeft, role.rows.size - answers.length) : undefined
}

/**
 * Whether questions for the plan, or for all gaps, left the skills to work on as they were when the level was settled, except that they
 * are answered now.
 */
export function keepsFocus(details: ResultDetails, { deferredSkills }: ResultContext): boolean {
  const { result, role, domain } = details
  if (domain || result.mode !== 'guided' || result.rule !== RULE || result.roleVersion !== role.version) return false
  const answers = answersOf(result)
  const target = targetOf(result, role)
  const settledAt = answers.findIndex(
    (_, index) => assess(assessedRole(role), answers.slice(0, index + 1), { target }).progress.settled,
  )
  if (settledAt < 0 || settledAt + 1 === answers.length) return false
  const before = answers.slice(0, settledAt + 1)
  const { gaps: estimated, targetLevel, plan } = assess(assessedRole(role), before, { target }).result
  const index = targetLevel === undefined ? undefined : targetLevel - 1
  if (index === undefined || role.levels[index]?.slug !== result.target) return false
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
  const focusBefore = new Set(focusOf({ result: earlier, role, target: index }, deferredSkills).map(({ row }) => row))
  const focus = focusOf(details, deferredSkills)
  return focus.every(({ row, rating }) => focusBefore.has(row) && rating !== undefined) && focus.length > 0
}

const answersOf = ({ ratings }: ResultDetails['result']): Answers =>
  ratings.map(({ skill, rating }) => [skill, asRating(rating)] as const)

function targetOf({ ready, target }: ResultDetails['result'], role: ResultDetails['role']): number | undefined {
  const index = role.levels.findIndex(({ slug }) => slug === target)
  return ready === undefined || index < 0 ? undefined : index
}

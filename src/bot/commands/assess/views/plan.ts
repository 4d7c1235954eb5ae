import {
  answerCodes,
  type Gap,
  type LevelSteps,
  nextStep,
  stepsOf,
  stepsToLevel,
} from '../../../../assessment/index.ts'
import { type Effort, isCore, localized, stepAt } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  type ListItem,
  list,
  note,
  plain,
  type RichText,
  strong,
  text,
} from '../../../../message/index.ts'
import { skillLinks } from '../../../views/skill-links.ts'
import { statementOf } from '../../../views/statement.ts'
import { press } from '../actions.ts'
import { gapsOffer, keepsFocus, planLabel, planOffer } from './plan-offer.ts'
import { focusOf } from './planned-gaps.ts'
import { asRating, ratingLabel } from './ratings.ts'
import { isEarly, type ResultContext, type ResultDetails } from './result-details.ts'
import { assumedText, isVague } from './result-missing.ts'
import { gainMark, pointStepsBlock } from './result-points.ts'

// What to work on next: three skills, one step each, with an exercise and what shows that the step is made.

const DAY_MS = 24 * 60 * 60 * 1000
/** Milliseconds that a step takes beside other work. */
const STEP_MS: Readonly<Record<Effort, number>> = { days: 7 * DAY_MS, weeks: 28 * DAY_MS, quarter: 91 * DAY_MS }
/** Milliseconds until an assessment makes sense at the earliest: a step is made when people do it regularly. */
const MIN_RECHECK_MS = 21 * DAY_MS

/** The three skills to work on, what they lead to, when to check again, and a button that replaces each. */
export function planBlocks(details: ResultDetails, context: ResultContext): readonly Block[] {
  const { t, deferredSkills } = context
  const focus = focusOf(details, deferredSkills)
  if (focus.length === 0) return []
  const sameFocus = keepsFocus(details, context)
  return [
    ...list(
      focus.map((gap) => focusItem(gap, details, t)),
      strong(focusTitle(details, t)),
    ),
    ...(details.role.points ? pointStepsBlock(details, focus, deferredSkills, t) : stepsBlock(details, focus, t)),
    ...moreAnswersBlock(details, focus, context),
    ...recheckBlocks(details, focus, t),
    ...(sameFocus ? [note('info', t.rich('result.plan.same', { count: focus.length, reason: sameFocus }))] : []),
    ...actions([
      ...planButton(details, context),
      ...swapButtons(details, focus, t),
      ...restoreButton(details, deferredSkills, t),
    ]),
  ].filter((block) => block.type !== 'actions' || block.actions.length > 0)
}

/** The three skills to work on, one line each: what to do is in the plan. */
export function focusBlocks(details: ResultDetails, { t, deferredSkills }: ResultContext): readonly Block[] {
  return list(
    focusOf(details, deferredSkills).map((gap) => ({ text: focusText(gap, details, t) })),
    strong(focusTitle(details, t)),
  )
}

/** A domain's steps name the level that they lead to: nothing else in its result does. */
function focusTitle({ result, domain, role, target }: ResultDetails, t: Translator): string {
  const level = target === undefined ? undefined : role.levels[target]?.name
  if (domain && level !== undefined && !role.points) return t('result.plan.domain', { level })
  return result.ready === true ? t('result.plan.ready') : t('result.plan')
}

/** "These three are the first of about 9 steps to Senior": counted if the number of steps needed is certain enough. */
function stepsBlock(details: ResultDetails, focus: readonly Gap[], t: Translator): readonly Block[] {
  const { role, target, gaps, result } = details
  const level = target === undefined ? undefined : role.levels[target]?.name
  const { need } = result
  if (level === undefined || target === undefined || !countsSteps(details) || !need) return []
  if (isVague(need.core + need.others, need.sd))
    return [text(t.rich('result.steps.unknown', { level, count: focus.length }))]
  const { steps, leading: leadingGaps, choices, isEstimate } = stepsToLevel(role, target, gaps, focus, need)
  const leading = leadingGaps.length
  const isEnough = steps <= leading
  const skills = need.core + need.others
  const words = {
    ...{ level, steps, skills, leading, count: focus.length, about: isEstimate ? 'about' : 'exact' },
    several: steps > skills ? 'yes' : 'no',
    names: isEnough ? choiceNames(choices, focus, t) : t.all(namesOf(leadingGaps)),
  }
  const assumed = assumedText(details, t)
  return [text([...t.rich(stepsKey(words), words), ...(assumed.length > 0 ? [...plain(' '), ...assumed] : [])])]
}

const namesOf = (gaps: readonly Gap[]): readonly string[] => gaps.map(({ row }) => row.skill.name)

/** "MLflow and any of Docker or Kubernetes": which of the first skills suffice for a level. */
function choiceNames(choices: LevelSteps['choices'], focus: readonly Gap[], t: Translator): string {
  const names = choices.flatMap(({ need, gaps }) => {
    if (need === gaps.length) return namesOf(gaps)
    const skills = gaps.length === focus.length ? '' : t.any(namesOf(gaps))
    return [t('result.steps.any', { need, of: skills === '' ? 'whole' : 'listed', skills })]
  })
  return t.all(names)
}

/** What to say of the steps to a level, by how many of them are among the first ones (`leading` of `count`). */
function stepsKey({
  steps,
  leading,
  count,
}: {
  readonly steps: number
  readonly leading: number
  readonly count: number
}) {
  if (leading === 0) return 'result.steps.other' as const
  const isWhole = leading === count
  if (steps <= leading) return isWhole ? ('result.steps.whole' as const) : ('result.steps.enough' as const)
  return isWhole ? ('result.steps.first' as const) : ('result.steps.some' as const)
}

/** Whether a result says how much a level takes. One of one domain, or of too few answers, does not. */
const countsSteps = ({ result: { need, ready } }: ResultDetails): boolean =>
  need !== undefined && ready !== true && need.core + need.others > 0

/**
 * When to check again: when the steps that suffice for the level are made, and when all are. Nothing if the ladder does not say how
 * long a step takes, or if no level was told: then a few more answers are worth more than any step.
 */
function recheckBlocks(details: ResultDetails, focus: readonly Gap[], t: Translator): readonly Block[] {
  if (isEarly(details) || focus.some((gap) => growthOf(gap)?.effort === undefined)) return []
  const { role, target, gaps, result } = details
  const dateAfter = (steps: readonly Gap[]): string => t.date(result.finishedAt + recheckAfter(steps))
  const words = { count: focus.length, date: dateAfter(focus) }
  const whole = [text(t.rich('result.recheck', words))]
  const { need } = result
  if (target === undefined || !need || !countsSteps(details) || isVague(need.core + need.others, need.sd)) return whole
  const { steps, leading } = stepsToLevel(role, target, gaps, focus, need)
  if (steps > leading.length || leading.length === focus.length || dateAfter(leading) === words.date) return whole
  const early = { leading: leading.length, early: dateAfter(leading) }
  return [text(t.rich('result.recheck.enough', { ...words, ...early }))]
}

/**
 * When to check again: when the steps are made one after another, each taking its class of effort (a week, four weeks or a quarter),
 * and not before three weeks.
 */
function recheckAfter(focus: readonly Gap[]): number {
  return Math.max(
    MIN_RECHECK_MS,
    focus.reduce((sum, gap) => sum + STEP_MS[growthOf(gap)?.effort ?? 'quarter'], 0),
  )
}

/** "Make my plan", if the plan still rests on estimates and the assessment can be continued. */
function planButton(details: ResultDetails, context: ResultContext): readonly ActionButton[] {
  const range = planOffer(details, context)
  if (!range) return gapsButton(details, context)
  return [press(planLabel(range, context.t), { type: 'planFrom', id: details.result.id }, 'primary')]
}

/** "Answer the rest", if gaps are estimated and the assessment can be continued. */
export function gapsButton(details: ResultDetails, context: ResultContext): readonly ActionButton[] {
  const left = gapsOffer(details, context)
  const isEstimated = details.gaps.some(({ rating }) => rating === undefined)
  if (left === undefined || !isEstimated) return []
  return [press(context.t('result.gaps.answer', { left }), { type: 'gapsFrom', id: details.result.id })]
}

/** What more answers change, if the skills to work on are answered already. */
function moreAnswersBlock(details: ResultDetails, focus: readonly Gap[], context: ResultContext): readonly Block[] {
  const level = details.role.levels[details.target ?? 0]?.name ?? ''
  if (!focus.every(({ rating }) => rating !== undefined) || !planOffer(details, context)) return []
  return [text(context.t.rich('result.plan.more', { count: focus.length, level }))]
}

/** "Not now" for each skill, if there is another one to put in its place. */
function swapButtons({ gaps, role, result }: ResultDetails, focus: readonly Gap[], t: Translator): ActionButton[] {
  if (gaps.length <= focus.length) return []
  const codes = answerCodes(role).bySkill
  return focus.flatMap(({ row: { skill } }) => {
    const code = codes.get(skill.slug)
    const label = t('result.swap', { skill: skill.name })
    return code === undefined ? [] : [press(label, { type: 'swap', id: result.id, code })]
  })
}

/** "Put X back", for the skill that was deferred last. */
function restoreButton(
  { gaps, role, result }: ResultDetails,
  deferredSkills: readonly string[],
  t: Translator,
): readonly ActionButton[] {
  const last = deferredSkills.findLast((slug) => gaps.some(({ row }) => row.skill.slug === slug))
  const skill = last === undefined ? undefined : role.rows.get(last)?.skill
  const code = last === undefined ? undefined : answerCodes(role).bySkill.get(last)
  if (!skill || code === undefined) return []
  return [press(t('result.restore', { skill: skill.name }), { type: 'restore', id: result.id, code })]
}

function growthOf(gap: Gap) {
  const step = stepAt(gap.row.skill.scale, nextStep(gap))
  return step && gap.row.skill.growth[step.slug]
}

function focusText(gap: Gap, { role, target, domain }: ResultDetails, t: Translator): RichText {
  const { row, rating } = gap
  const growth = growthOf(gap)
  const from = rating === undefined ? undefined : ratingLabel(asRating(rating) ?? 0, row.skill.scale, t)
  const to = ratingLabel(asRating(nextStep(gap)) ?? 0, row.skill.scale, t)
  const steps = from === undefined ? 1 : stepsOf(gap, target ?? 0)
  const marks = [
    from === undefined ? t('result.focus.estimated', { to }) : t('result.focus.step', { from, to }),
    ...(steps > 1 ? [t('result.focus.firstOf', { steps })] : []),
    ...(!domain && isCore(role, row.skill) ? [t('result.core.mark')] : []),
    ...gainMark(role, gap, t),
    ...(growth ? [t(`effort.${growth.effort}`)] : []),
  ]
  return [...strong(row.skill.name), ...plain(`: ${marks.join(' · ')}`)]
}

function focusItem(gap: Gap, details: ResultDetails, t: Translator): ListItem {
  const { row } = gap
  const step = stepAt(row.skill.scale, nextStep(gap))
  const growth = growthOf(gap)
  const statement = step && statementOf(row.skill, step.slug, t)
  return {
    text: focusText(gap, details, t),
    ...(growth
      ? { detail: t.rich('result.focus.exercise', { text: localized(growth.exercise, t.locale) }) }
      : statement !== undefined && { detail: t.rich('result.focus.reached', { text: statement }) }),
    more: [
      ...(growth ? [t.rich('result.focus.evidence', { text: localized(growth.evidence, t.locale) })] : []),
      ...skillLinks(row.skill, t),
    ],
  }
}

import {
  answerCodes,
  assessedRole,
  type Gap,
  gapsInOrder,
  inPlanOrder,
  nextStep,
  type RatingOf,
} from '../../../../assessment/index.ts'
import { type Effort, isCore, localized, PROFICIENCIES, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  actions,
  type Block,
  type ListItem,
  list,
  plain,
  type RichText,
  strong,
  text,
} from '../../../../message/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { press } from '../actions.ts'
import { asRating, ratingLabel, ratingsIn } from './ratings.ts'

// What to work on next: three skills, one step each, with an exercise and what shows that the step is made.

/** More would not be followed. */
const MAX_FOCUS = 3

/** Milliseconds until the next assessment makes sense, by the longest step of the plan. */
const DAY_MS = 24 * 60 * 60 * 1000
const RECHECK_MS: Readonly<Record<Effort, number>> = { days: 21 * DAY_MS, weeks: 49 * DAY_MS, quarter: 91 * DAY_MS }

/** The gaps of a result in the order of a plan, skills that were skipped left out. `target` is the index of the level. */
export function plannedGaps(result: AssessmentResult, role: Role, target: number | undefined): readonly Gap[] {
  if (target === undefined) return []
  const ratingOf = ratingsIn(result)
  const mandatory = new Set(unmetMandatory(role, target - 1, ratingOf))
  const ids = [...result.gaps.map(({ skill }) => skill), ...mandatory]
  const coreSuffices = result.need !== undefined && result.need.core === 0 && result.need.others > 0
  return inPlanOrder(role, target, gapsInOrder(role, target, ids, ratingOf), mandatory, coreSuffices).filter(
    ({ rating, required }) => rating !== null && (rating ?? 0) < required,
  )
}

/** Skills by slug that a level marks as mandatory and that were answered and not met. They never change the grade. */
export function unmetMandatory(role: Role, level: number, ratingOf: RatingOf): readonly string[] {
  return assessedRole(role)
    .skills.filter(({ id, required, mandatory }) => {
      const rating = ratingOf(id)
      const cell = required[level] ?? null
      return mandatory?.[level] === true && typeof rating === 'number' && cell !== null && rating < cell
    })
    .map(({ id }) => id)
}

/** Whether the plan still names a skill when these are deferred. */
export function hasFocusLeft(result: AssessmentResult, role: Role, deferredSkills: readonly string[]): boolean {
  const target = role.levels.findIndex(({ slug }) => slug === result.target)
  return plannedGaps(result, role, target < 0 ? undefined : target).some(
    ({ row }) => !deferredSkills.includes(row.skill.slug),
  )
}

/** The three skills to work on, when to check again, and a button that replaces each. */
export function planBlocks(
  result: AssessmentResult,
  role: Role,
  gaps: readonly Gap[],
  deferredSkills: readonly string[],
  t: Translator,
): readonly Block[] {
  const focus = gaps.filter(({ row }) => !deferredSkills.includes(row.skill.slug)).slice(0, MAX_FOCUS)
  if (focus.length === 0) return []
  const canSwap = gaps.length > focus.length
  const codes = answerCodes(role).bySkill
  return [
    ...list(
      focus.map((gap) => focusItem(gap, role, t)),
      strong(t('result.plan')),
    ),
    text(t.rich('result.recheck', { date: t.date(result.finishedAt + recheckAfter(focus)) })),
    ...(canSwap
      ? actions(
          focus.flatMap(({ row: { skill } }) => {
            const code = codes.get(skill.slug)
            const label = t('result.swap', { skill: skill.name })
            return code === undefined ? [] : [press(label, { type: 'swap', id: result.id, code })]
          }),
        )
      : []),
  ]
}

function recheckAfter(focus: readonly Gap[]): number {
  return Math.max(...focus.map((gap) => RECHECK_MS[growthOf(gap)?.effort ?? 'quarter']))
}

function growthOf(gap: Gap) {
  const step = PROFICIENCIES[nextStep(gap)]
  return step && gap.row.skill.growth[step]
}

function focusItem(gap: Gap, role: Role, t: Translator): ListItem {
  const { row, rating } = gap
  const step = PROFICIENCIES[nextStep(gap)] ?? 'awareness'
  const growth = growthOf(gap)
  const from = rating === undefined ? undefined : ratingLabel(asRating(rating) ?? 0, t)
  const to = proficiencyName(step, t)
  const marks = [
    from === undefined ? t('result.focus.estimated', { to }) : t('result.focus.step', { from, to }),
    ...(isCore(role, row.skill) ? [t('result.core.mark')] : []),
    ...(growth ? [t(`effort.${growth.effort}`)] : []),
  ]
  return {
    text: [...strong(row.skill.name), ...plain(`: ${marks.join(' · ')}`)],
    detail: growth
      ? [
          ...t.rich('result.focus.exercise', { text: localized(growth.exercise, t.locale) }),
          ...plain(' '),
          ...t.rich('result.focus.evidence', { text: localized(growth.evidence, t.locale) }),
          ...linksText(gap, t),
        ]
      : [
          ...t.rich('result.focus.reached', { text: localized(row.skill.statements[step], t.locale) }),
          ...linksText(gap, t),
        ],
  }
}

function linksText({ row: { skill } }: Gap, t: Translator): RichText {
  if (skill.links.length === 0) return []
  const links = skill.links.flatMap(
    ({ title, url }, index): RichText => [...(index > 0 ? plain(', ') : []), { type: 'link', text: title, url }],
  )
  return [...plain(` ${t('result.focus.read')} `), ...links, ...plain('.')]
}

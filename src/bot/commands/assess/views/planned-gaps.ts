import {
  assessedRole,
  type Gap,
  gapsInOrder,
  inPlanOrder,
  pointGaps,
  type RatingOf,
} from '../../../../assessment/index.ts'
import { type Role, rankOf } from '../../../../catalog/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { ratingsIn } from './ratings.ts'

/** More skills to work on at a time would not be followed. */
const MAX_FOCUS = 3

/**
 * The gaps of a result in the order of a plan, skills that were skipped or deferred left out: what a level needs is then found among
 * the others. `target` is the index of the level. In a role with points they are the next steps that bring any.
 */
export function plannedGaps(
  result: AssessmentResult,
  role: Role,
  target: number | undefined,
  deferredSkills: readonly string[] = [],
): readonly Gap[] {
  if (target === undefined) return []
  const ratingOf = ratingsIn(result, role)
  const mandatory = mandatoryFirst(result, role, target, ratingOf)
  if (role.points)
    return pointGaps(role, ratingOf, mandatory).filter(({ row }) => !deferredSkills.includes(row.skill.slug))
  const ids = [...result.gaps.map(({ skill }) => skill), ...mandatory].filter((slug) => !deferredSkills.includes(slug))
  return inPlanOrder(role, target, gapsInOrder(role, target, ids, ratingOf), mandatory, result.need).filter(
    ({ rating, required }) => rating !== null && (rating ?? 0) < required,
  )
}

/** The skills by slug that come first among the gaps of a level (an index): those that the level below marks as mandatory. */
function mandatoryFirst(result: AssessmentResult, role: Role, level: number, ratingOf: RatingOf): ReadonlySet<string> {
  const isNext = result.ready === undefined && role.levels[level]?.slug === result.target
  return new Set([
    ...unmetMandatory(role, level - 1, ratingOf),
    // To a person who asks about one level, its own mandatory skills matter too.
    ...(isNext ? [] : unmetMandatory(role, level, ratingOf)),
  ])
}

/** What was answered and is not met at any level (an index), in the order of the plan and of all gaps if it is the level of those. */
export function gapsAt(result: AssessmentResult, role: Role, level: number): readonly Gap[] {
  const ratingOf = ratingsIn(result, role)
  const mandatory = mandatoryFirst(result, role, level, ratingOf)
  if (role.points) return pointGaps(role, ratingOf, mandatory)
  const unmet = [...role.rows.values()].filter(({ skill, cells }) => {
    const rating = ratingOf(skill.slug)
    return typeof rating === 'number' && rating < rankOf(cells[level] ?? null)
  })
  const ids = unmet.map(({ skill }) => skill.slug)
  const need = role.levels[level]?.slug === result.target ? result.need : undefined
  return inPlanOrder(role, level, gapsInOrder(role, level, ids, ratingOf), mandatory, need)
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

/** Skills by slug that a level marks as mandatory and that were neither answered nor skipped. */
export function unaskedMandatory(role: Role, level: number, ratingOf: RatingOf): readonly string[] {
  return assessedRole(role)
    .skills.filter(({ id, mandatory }) => mandatory?.[level] === true && ratingOf(id) === undefined)
    .map(({ id }) => id)
}

/** The skills that the plan of a result names for the role as it is today, those deferred left out. */
export function focusToday(result: AssessmentResult, role: Role, deferredSkills: readonly string[]): readonly Gap[] {
  const target = role.levels.findIndex(({ slug }) => slug === result.target)
  return focusOf({ result, role, target: target < 0 ? undefined : target }, deferredSkills)
}

/** Whether the plan still names a skill when these are deferred. */
export function hasFocusLeft(result: AssessmentResult, role: Role, deferredSkills: readonly string[]): boolean {
  return focusToday(result, role, deferredSkills).length > 0
}

interface PlannedResult {
  readonly result: AssessmentResult
  readonly role: Role
  /** The index of the level that the gaps belong to. */
  readonly target: number | undefined
}

/** The skills to work on first: those of the plan that are not deferred. */
export function focusOf({ result, role, target }: PlannedResult, deferredSkills: readonly string[]): readonly Gap[] {
  return plannedGaps(result, role, target, deferredSkills).slice(0, MAX_FOCUS)
}

import {
  assessedRole,
  type Gap,
  gapsInOrder,
  inPlanOrder,
  pointGaps,
  type RatingOf,
} from '../../../../assessment/index.ts'
import type { Role } from '../../../../catalog/index.ts'
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
  const mandatory = new Set([
    ...unmetMandatory(role, target - 1, ratingOf),
    // Whether the person is ready for a level, its own mandatory skills matter too.
    ...(result.ready === undefined ? [] : unmetMandatory(role, target, ratingOf)),
  ])
  if (role.points)
    return pointGaps(role, ratingOf, mandatory).filter(({ row }) => !deferredSkills.includes(row.skill.slug))
  const ids = [...result.gaps.map(({ skill }) => skill), ...mandatory].filter((slug) => !deferredSkills.includes(slug))
  return inPlanOrder(role, target, gapsInOrder(role, target, ids, ratingOf), mandatory, result.need).filter(
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

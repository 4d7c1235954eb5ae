import {
  assessedRole,
  type Gap,
  type LevelCounts,
  levelCounts,
  type PointsCount,
  pointsCount,
  type RatingOf,
} from '../../../../assessment/index.ts'
import type { Domain, Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { gradeName } from '../loaded-session.ts'
import { roleOfResult } from '../result-track.ts'
import { ruleKey } from '../rule.ts'
import { plannedGaps } from './planned-gaps.ts'
import { ratingsIn } from './ratings.ts'

/** What a view of results needs besides the result. */
export interface ResultContext {
  readonly t: Translator
  /** The skills of the role that the person does not want to work on now. */
  readonly deferredSkills: readonly string[]
  /** The last level that the person was told before or with this result; null if none was. */
  readonly ownLevel: { readonly name: string; readonly finishedAt: number } | null
  /** Whether the assessment can be continued: its answers are not older than those of a session that is kept. */
  readonly isRecent: boolean
}

/** A result against the current role. */
export interface ResultDetails {
  readonly result: AssessmentResult
  readonly role: Role
  readonly domain: Domain | null
  /** The grade among the levels of today; null if the result states no level. */
  readonly grade: number | null
  /** The index of the level that the gaps belong to; undefined if the role no longer has it. */
  readonly target: number | undefined
  readonly ratingOf: RatingOf
  /** In the order of a plan. */
  readonly gaps: readonly Gap[]
  /** Of the levels of today, lowest first, by the rule of today. */
  readonly counts: readonly LevelCounts[]
  /** What the answers bring, of the domain or of the role; null for a result by another rule. */
  readonly points: PointsCount | null
}

export function detailsOf(result: AssessmentResult, given: Role): ResultDetails {
  const role = roleOfResult(result, given)
  const index = role.levels.findIndex(({ slug }) => slug === result.target)
  const target = index < 0 ? undefined : index
  const domain = role.domains.find((group) => group.domain.slug === result.domain)?.domain ?? null
  const ratingOf = ratingsIn(result, role)
  const ratings = new Map(result.ratings.map(({ skill }) => [skill, ratingOf(skill) ?? null]))
  return {
    result,
    role,
    domain,
    grade: gradeNow(result, role),
    target,
    ratingOf,
    gaps: plannedGaps(result, role, target),
    counts: levelCounts(assessedRole(role), ratings),
    points: role.points && result.rule === ruleKey(role) ? pointsCount(assessedRole(role, domain), ratings) : null,
  }
}

/** The grade of a result among the current levels of its role; null if it states none. */
function gradeNow({ level, grade }: AssessmentResult, role: Role): number | null {
  if (grade === null) return null
  const index = role.levels.findIndex((entry) => entry.slug === level)
  return index < 0 ? Math.min(grade, level === null ? 0 : role.levels.length) : index + 1
}

/** The level that a result states, in words: two if neither is more likely than not. Empty if it states none. */
export function statedLevel(result: AssessmentResult, given: Role, t: Translator): string {
  const role = roleOfResult(result, given)
  const grade = gradeNow(result, role)
  if (grade === null) return ''
  // Of levels that were changed since, the likelier one is all that can be said.
  if (!result.between || grade !== result.grade) return gradeName(role, grade, t)
  return t.any(result.between.map((each) => gradeName(role, each, t)))
}

/** Whether a result tells no level because too little was answered. A sum of points tells one from any answers. */
export function isEarly({
  result,
  role,
  domain,
  grade,
}: Pick<ResultDetails, 'result' | 'role' | 'domain' | 'grade'>): boolean {
  return !domain && !role.points && grade === null && result.ready === undefined
}

/** The index of the level that a result tells of first: the one asked about, or the one reached (the first one if none is). */
export function mainLevel({ grade, target }: Pick<ResultDetails, 'grade' | 'target'>): number {
  return grade === null ? (target ?? 0) : Math.max(0, grade - 1)
}

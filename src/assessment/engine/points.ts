import type { AssessedRole, Rating, RoleSkill } from './types.ts'

// A level as a sum: what each rating brings, and the total that each level takes. In integers. What a level requires of a skill, and
// what is mandatory, does not matter here.

/** What the answers of a person bring. */
export interface PointsCount {
  /** The sum of what is answered. */
  readonly points: number
  /** The sum if everything that is skipped or not answered were at its highest. */
  readonly possible: number
  /** The sum of all skills at their highest. */
  readonly most: number
}

/** What a rating of a skill brings; nothing if it is skipped or not answered. */
export function pointsOfRating({ points }: Pick<RoleSkill, 'points'>, rating: Rating | null | undefined): number {
  return typeof rating === 'number' ? (points?.[rating] ?? 0) : 0
}

/** Counts the points of ratings. Raising a rating, or answering, never lowers `points`. */
export function pointsCount(
  { skills }: Pick<AssessedRole, 'skills'>,
  ratings: ReadonlyMap<string, Rating | null>,
): PointsCount {
  let points = 0
  let possible = 0
  let most = 0
  for (const skill of skills) {
    const rating = ratings.get(skill.id)
    const highest = skill.points?.at(-1) ?? 0
    points += pointsOfRating(skill, rating)
    possible += typeof rating === 'number' ? pointsOfRating(skill, rating) : highest
    most += highest
  }
  return { points, possible, most }
}

/** The highest level whose sum is reached; 0 if the first is not. */
export function gradeOfSum({ points: thresholds = [] }: Pick<AssessedRole, 'points'>, sum: number): number {
  return thresholds.findLastIndex((least) => sum >= least) + 1
}

/** The grade of ratings in a role with points: what is skipped or not answered brings nothing. */
export function gradeByPoints(role: AssessedRole, ratings: ReadonlyMap<string, Rating | null>): number {
  return gradeOfSum(role, pointsCount(role, ratings).points)
}

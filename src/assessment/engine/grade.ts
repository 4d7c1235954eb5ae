import type { AssessedRole, Proficiency, Rating, RoleSkill } from './types.ts'

/** Ratings by skill id. A skill that is missing or skipped (null) is not met. */
export type Ratings = ReadonlyMap<string, Rating | null>

/**
 * A count that a level requires: at least `need` of the counted skills, each at its own proficiency. A level has one over all
 * its cells and, if every mandatory flag is known, one over the mandatory cells.
 */
export interface Threshold {
  /** 1 for the lowest level. */
  readonly level: number
  /** By skill, in the role's order: the proficiency that meets the cell, or null if it is not counted. */
  readonly cells: readonly (Proficiency | null)[]
  readonly need: number
}

/** The smallest count that is at least four fifths of `cells`: 5 · met ≥ 4 · cells, in integers. For up to four cells, all. */
const fourFifths = (cells: number): number => Math.floor((4 * cells + 4) / 5)

/** A role's thresholds, lowest level first. A level that expects nothing has none, so it never blocks. */
export function thresholdsOf(role: AssessedRole): readonly Threshold[] {
  return role.levels.flatMap((_, index) => {
    const all = threshold(role, index, () => true)
    const mandatory = mandatoryIsKnown(role, index)
      ? threshold(role, index, (skill) => skill.mandatory?.[index] === true)
      : undefined
    return [all, mandatory].filter((each) => each !== undefined)
  })
}

function threshold(role: AssessedRole, index: number, counts: (skill: RoleSkill) => boolean): Threshold | undefined {
  const cells = role.skills.map((skill) => (counts(skill) ? (skill.required[index] ?? null) : null))
  const counted = cells.filter((cell) => cell !== null).length
  return counted === 0 ? undefined : { level: index + 1, cells, need: fourFifths(counted) }
}

function mandatoryIsKnown(role: AssessedRole, index: number): boolean {
  return role.skills.every(
    (skill) => (skill.required[index] ?? null) === null || (skill.mandatory?.[index] ?? null) !== null,
  )
}

/**
 * The highest level that is met together with every level below it; 0 if the first is not met. A level that expects nothing
 * is skipped and never awarded. Raising a rating never lowers the grade: it can only turn unmet cells into met ones.
 */
export function gradeOf(role: AssessedRole, ratings: Ratings): number {
  const missed = thresholdsOf(role).find((threshold) => countMet(role, threshold, ratings) < threshold.need)
  const reached = expectingLevels(role).filter((level) => level < (missed?.level ?? Number.POSITIVE_INFINITY))
  return reached.at(-1) ?? 0
}

function countMet(role: AssessedRole, threshold: Threshold, ratings: Ratings): number {
  return role.skills.filter((skill, i) => {
    const cell = threshold.cells[i] ?? null
    return cell !== null && meets(ratings.get(skill.id), cell)
  }).length
}

const meets = (rating: Rating | null | undefined, cell: Proficiency): boolean => (rating ?? 0) >= cell

/**
 * The level above a grade: the next one that expects anything; at the top, the top level itself. Undefined for a role that
 * expects nothing.
 */
export function targetLevel(role: AssessedRole, grade: number): number | undefined {
  const levels = expectingLevels(role)
  return levels.find((level) => level > grade) ?? levels.at(-1)
}

/** The levels that expect anything, lowest first: the only ones that can be awarded. */
export function expectingLevels(role: AssessedRole): readonly number[] {
  return role.levels
    .map((_, index) => index + 1)
    .filter((level) => role.skills.some((skill) => (skill.required[level - 1] ?? null) !== null))
}

/** Ids of the skills not met at the target level of `grade`, in the role's order. */
export function gapsOf(role: AssessedRole, ratings: Ratings, grade: number): readonly string[] {
  const level = targetLevel(role, grade)
  if (level === undefined) return []
  return role.skills
    .filter((skill) => {
      const cell = skill.required[level - 1] ?? null
      return cell !== null && !meets(ratings.get(skill.id), cell)
    })
    .map((skill) => skill.id)
}

/** The ratings of a person who matches a level exactly: each cell or, if it is absent, the highest one of the levels below. */
export function profileOf(role: AssessedRole, level: number): Ratings {
  return new Map(
    role.skills.map((skill) => {
      const reached = skill.required.slice(0, level).filter((cell) => cell !== null)
      return [skill.id, reached.at(-1) ?? 0]
    }),
  )
}

/**
 * Levels whose own profile gets a different grade. Happens in tiny roles whose adjacent levels require almost the same; worth
 * a warning when a role is loaded.
 */
export function misgradedLevels(role: AssessedRole): readonly number[] {
  return expectingLevels(role).filter((level) => gradeOf(role, profileOf(role, level)) !== level)
}

import { caches } from './caches.ts'
import { gradeByPoints } from './points.ts'
import type { AssessedRole, LevelShares, Proficiency, Rating, RoleSkill, Share } from './types.ts'

// The rule "core and breadth", in integers. A level is reached if enough of its core and enough of its other skills are met,
// there and at every level below. A skipped skill is not counted; a level at which too much was skipped is open, and neither it
// nor a level above it is claimed. Mandatory flags do not matter here.

/** Ratings by skill id. A skill that is missing or skipped (null) is not counted. */
export type Ratings = ReadonlyMap<string, Rating | null>

/** The core of a role, or its breadth: all other skills. A role without a core has a breadth only. */
export type Part = 'core' | 'breadth'

/** Three in four of the core and half of the breadth; four in five of all skills of a role that names no core. */
const DEFAULT_SHARES: LevelShares = {
  core: { numerator: 3, denominator: 4 },
  breadth: { numerator: 1, denominator: 2 },
  whole: { numerator: 4, denominator: 5 },
}

/** What a level requires of one part: a share of the counted skills that are answered, each met at its own proficiency. */
export interface Threshold {
  /** 1 for the lowest level. */
  readonly level: number
  readonly part: Part
  /** By skill, in the role's order: the proficiency that meets the cell, or null if it is not counted. */
  readonly cells: readonly (Proficiency | null)[]
  /** The number of counted skills. */
  readonly expected: number
  readonly share: Share
}

/** A role's thresholds, lowest level first; none in a role with points. A level that expects nothing has none, so it never blocks. */
export function thresholdsOf(role: AssessedRole): readonly Threshold[] {
  const computed = caches.thresholds.get(role) ?? computeThresholds(role)
  caches.thresholds.set(role, computed)
  return computed
}

function computeThresholds(role: AssessedRole): readonly Threshold[] {
  if (role.points) return []
  const hasCore = role.skills.some(isCore)
  const { core: ofCore, breadth: ofBreadth, whole } = role.shares ?? DEFAULT_SHARES
  return role.levels.flatMap((_, index) => {
    const core = threshold(index, 'core', ofCore, role, isCore)
    const share = hasCore ? (ofBreadth ?? (core.expected > 0 ? null : whole)) : whole
    const breadth = share && threshold(index, 'breadth', share, role, countedInBreadth(role, index))
    return [core, ...(breadth ? [breadth] : [])].filter(({ expected }) => expected > 0)
  })
}

const isCore = (skill: RoleSkill): boolean => skill.core === true

function threshold(
  index: number,
  part: Part,
  share: Share,
  { skills }: AssessedRole,
  isCounted: (skill: RoleSkill) => boolean,
): Threshold {
  const cells = skills.map((skill) => (isCounted(skill) ? (skill.required[index] ?? null) : null))
  return { level: index + 1, part, cells, expected: cells.filter((cell) => cell !== null).length, share }
}

/**
 * Tells which skills the breadth of a level counts: all that are not core. At a level whose core asks for nothing new, only those
 * that do ask for more than at the levels below, if there are any: otherwise the level below would be enough to reach it.
 */
function countedInBreadth({ skills }: AssessedRole, index: number): (skill: RoleSkill) => boolean {
  const expecting = skills.filter((skill) => (skill.required[index] ?? null) !== null)
  const core = expecting.filter(isCore)
  const rises = (skill: RoleSkill): boolean => (skill.required[index] ?? 0) > highestBelow(skill, index)
  const onlyNew = core.length > 0 && !core.some(rises) && expecting.some((skill) => !isCore(skill) && rises(skill))
  return (skill) => !isCore(skill) && (!onlyNew || rises(skill))
}

const highestBelow = ({ required }: RoleSkill, index: number): number =>
  required.slice(0, index).reduce<number>((highest, cell) => Math.max(highest, cell ?? 0), 0)

/** The counts of one part of one level. */
export interface PartCount {
  readonly met: number
  /** How many of the answered skills must be met. */
  readonly needed: number
  /** Answered and not skipped. */
  readonly answered: number
  readonly expected: number
}

export interface LevelCounts {
  /** 1 for the lowest level. */
  readonly level: number
  readonly core: PartCount
  readonly breadth: PartCount
}

/** The least number of `answered` skills that is the share, in integers. */
function neededOf({ numerator, denominator }: Share, answered: number): number {
  return Math.floor((numerator * answered + denominator - 1) / denominator)
}

/** Ids of the skills of a part that a level (an index) counts, in the role's order. */
export function countedSkills(role: AssessedRole, level: number, part: Part): readonly string[] {
  const cells = thresholdAt(role, level, part)?.cells ?? []
  return role.skills.filter((_, index) => (cells[index] ?? null) !== null).map(({ id }) => id)
}

/** How many of `answered` skills of a part must be met at a level (an index). */
export function neededAt(role: AssessedRole, level: number, part: Part, answered: number): number {
  const threshold = thresholdAt(role, level, part)
  return threshold === undefined ? 0 : neededOf(threshold.share, answered)
}

function thresholdAt(role: AssessedRole, level: number, part: Part): Threshold | undefined {
  return thresholdsOf(role).find((threshold) => threshold.level === level + 1 && threshold.part === part)
}

/** Counts what is answered and met. `ratingAt` returns the rating of a skill by its index; null if skipped or not asked. */
function countOf(threshold: Threshold, ratingAt: (skill: number) => number | null): PartCount {
  let met = 0
  let answered = 0
  const { cells } = threshold
  for (let skill = 0; skill < cells.length; skill++) {
    const cell = cells[skill] ?? null
    const rating = cell === null ? null : ratingAt(skill)
    if (cell === null || rating === null) continue
    answered += 1
    if (rating >= cell) met += 1
  }
  return { met, needed: neededOf(threshold.share, answered), answered, expected: threshold.expected }
}

const isSatisfied = ({ met, needed }: PartCount): boolean => met >= needed

/** Whether fewer than half of the counted skills are answered. */
export const isOpen = ({ answered, expected }: Pick<PartCount, 'answered' | 'expected'>): boolean =>
  2 * answered < expected

const NOTHING: PartCount = { met: 0, needed: 0, answered: 0, expected: 0 }

/** The counts of every level, lowest first; those of a level that expects nothing are 0. */
export function levelCounts(role: AssessedRole, ratings: Ratings): readonly LevelCounts[] {
  return countLevels(role, thresholdsOf(role), (skill) => ratings.get(role.skills[skill]?.id ?? '') ?? null)
}

/** `levelCounts` with the thresholds of the role and the ratings by index. */
export function countLevels(
  role: AssessedRole,
  thresholds: readonly Threshold[],
  ratingAt: (skill: number) => number | null,
): readonly LevelCounts[] {
  return role.levels.map((_, index) => {
    const count = (part: Part): PartCount => {
      const own = thresholds.find((each) => each.level === index + 1 && each.part === part)
      return own === undefined ? NOTHING : countOf(own, ratingAt)
    }
    return { level: index + 1, core: count('core'), breadth: count('breadth') }
  })
}

/**
 * The highest level that is reached together with every level below it; 0 if the first is not. A level that expects nothing is
 * passed over and never awarded. Raising a rating never lowers the grade: it can only turn unmet skills into met ones, or bring points.
 */
export function gradeOf(role: AssessedRole, ratings: Ratings): number {
  if (role.points) return gradeByPoints(role, ratings)
  const counts = levelCounts(role, ratings)
  let grade = 0
  for (const level of expectingLevels(role)) {
    const { core, breadth } = counts[level - 1] ?? { core: NOTHING, breadth: NOTHING }
    if (![core, breadth].every((count) => isSatisfied(count) && !isOpen(count))) break
    grade = level
  }
  return grade
}

/** The index of the lowest open level: too much of it was skipped or not answered to claim it. Null if there is none. */
export function openLevelOf(role: AssessedRole, ratings: Ratings): number | null {
  const open = levelCounts(role, ratings).findIndex(({ core, breadth }) => isOpen(core) || isOpen(breadth))
  return open < 0 ? null : open
}

/**
 * The level above a grade: the next one that expects anything; at the top, the top level itself. Undefined for a role that
 * expects nothing.
 */
export function targetLevel(role: AssessedRole, grade: number): number | undefined {
  const levels = expectingLevels(role)
  return levels.find((level) => level > grade) ?? levels.at(-1)
}

/** The levels that can be awarded, lowest first: those that expect anything or, in a role with points, take a sum. */
export function expectingLevels(role: AssessedRole): readonly number[] {
  return role.points ? role.points.map((_, index) => index + 1) : requiringLevels(role)
}

function requiringLevels({ levels, skills }: AssessedRole): readonly number[] {
  return levels
    .map((_, index) => index + 1)
    .filter((level) => skills.some((skill) => (skill.required[level - 1] ?? null) !== null))
}

/** Ids of the skills that are answered and not met at the target level of `grade`, in the role's order, whatever decides the level. */
export function gapsOf(role: AssessedRole, ratings: Ratings, grade: number): readonly string[] {
  const level = targetLevel(role, grade)
  if (level === undefined) return []
  return role.skills
    .filter((skill) => {
      const cell = skill.required[level - 1] ?? null
      const rating = ratings.get(skill.id) ?? null
      return cell !== null && rating !== null && rating < cell
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
 * Levels whose own profile gets a different grade: because they require almost the same as the next one, or because almost
 * nothing rises there. Worth a warning when a role is loaded.
 */
export function misgradedLevels(role: AssessedRole): readonly number[] {
  return requiringLevels(role).filter((level) => gradeOf(role, profileOf(role, level)) !== level)
}

/** Levels that expect something, but nothing of the core. All of them in a role that names no core. */
export function levelsWithoutCore(role: AssessedRole): readonly number[] {
  return expectingLevels(role).filter((level) =>
    role.skills.every((skill) => !isCore(skill) || (skill.required[level - 1] ?? null) === null),
  )
}

import { type Domain, isCore, type Role, type Row, rankOf } from '../catalog/index.ts'
import { type AssessedRole, countedSkills, neededAt, type Part, type Rating } from './engine/index.ts'

// What a finished assessment shows besides its grade. Only answers count as met or not met; unasked skills are counted
// separately and never presented as answered.

/** A person's rating of a skill: null if skipped, undefined if not asked. */
export type RatingOf = (skillId: string) => Rating | null | undefined

export interface Coverage {
  readonly met: number
  readonly unmet: number
  readonly skipped: number
  readonly notAsked: number
}

/** The coverage of each level's expectations, lowest level first; of one domain if it is given. */
export function coverageByLevel(role: Role, ratingOf: RatingOf, domain: Domain | null = null): readonly Coverage[] {
  const rows = [...role.rows.values()].filter(({ skill }) => domain === null || skill.domain === domain)
  return role.levels.map((_, index) => coverage(rows, index, ratingOf))
}

/** The coverage of one level's expectations in each domain that has any, in the role's order. */
export function coverageByDomain(
  role: Role,
  level: number,
  ratingOf: RatingOf,
): readonly { domain: Domain; coverage: Coverage }[] {
  return role.domains
    .filter((group) => group.rows.some((row) => row.cells[level]))
    .map((group) => ({ domain: group.domain, coverage: coverage(group.rows, level, ratingOf) }))
}

function coverage(rows: readonly Row[], level: number, ratingOf: RatingOf): Coverage {
  const counts = { met: 0, unmet: 0, skipped: 0, notAsked: 0 }
  for (const row of rows) {
    const cell = row.cells[level] ?? null
    if (cell === null) continue
    const rating = ratingOf(row.skill.slug)
    if (rating === undefined) counts.notAsked += 1
    else if (rating === null) counts.skipped += 1
    else if (rating >= rankOf(cell)) counts.met += 1
    else counts.unmet += 1
  }
  return counts
}

export interface Gap {
  readonly row: Row
  /** The rank of the step that the level expects, from 1. */
  readonly required: number
  /** The person's rating; undefined for an estimated gap, null for a skipped skill. */
  readonly rating: Rating | null | undefined
  readonly mandatory: boolean
}

/**
 * The gaps to a level in the order to close them: mandatory ones first, then answered before estimated ones, then the smallest
 * step, then the role's order.
 */
export function gapsInOrder(
  role: Role,
  level: number,
  skillIds: readonly string[],
  ratingOf: RatingOf,
): readonly Gap[] {
  const wanted = new Set(skillIds)
  const gaps: Gap[] = []
  for (const row of role.rows.values()) {
    const cell = row.cells[level] ?? null
    if (cell === null || !wanted.has(row.skill.slug)) continue
    gaps.push({
      row,
      required: rankOf(cell),
      rating: ratingOf(row.skill.slug),
      mandatory: cell.mandatory === true,
    })
  }
  return gaps.toSorted(
    (a, b) =>
      Number(b.mandatory) - Number(a.mandatory) ||
      Number(a.rating === undefined) - Number(b.rating === undefined) ||
      stepOf(a) - stepOf(b),
  )
}

function stepOf({ required, rating }: Gap): number {
  return required - (rating ?? 0)
}

export interface Strength {
  readonly row: Row
  readonly rating: Rating
  /** By how many proficiencies the rating exceeds the requirement. */
  readonly above: number
}

/** The answered skills that exceed a level's requirements, those that do most first, and of equal ones the core. */
export function strengthsOf(role: Role, level: number, ratingOf: RatingOf): readonly Strength[] {
  const strengths: Strength[] = []
  for (const row of role.rows.values()) {
    const rating = ratingOf(row.skill.slug)
    const above = (rating ?? 0) - rankOf(row.cells[level])
    if (rating && above > 0 && row.cells[level]) strengths.push({ row, rating, above })
  }
  const coreRank = ({ row }: Strength): number => Number(isCore(role, row.skill))
  return strengths.toSorted((a, b) => b.above - a.above || coreRank(b) - coreRank(a) || b.rating - a.rating)
}

/** How many more skills of each part a level takes, and of how many gaps. */
export interface StillNeeded {
  readonly core: PartNeed
  readonly breadth: PartNeed
}

export interface PartNeed {
  readonly need: number
  readonly gaps: number
}

/**
 * How many gaps of the core, and how many of the others, must be closed to reach a level, if everything else that it counts is
 * met or skipped. Gaps that the level does not count are left out: closing them does not help.
 */
export function stillNeeded(
  role: AssessedRole,
  level: number,
  gaps: readonly string[],
  isSkipped: (skillId: string) => boolean,
): StillNeeded {
  const unmet = new Set(gaps)
  const need = (part: Part): PartNeed => {
    const counted = countedSkills(role, level, part).filter((id) => !isSkipped(id))
    const open = counted.filter((id) => unmet.has(id)).length
    const needed = neededAt(role, level, part, counted.length)
    return { need: Math.max(0, needed - (counted.length - open)), gaps: open }
  }
  return { core: need('core'), breadth: need('breadth') }
}

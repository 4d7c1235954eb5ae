import {
  type Catalog,
  type Cell,
  type Domain,
  isCore,
  type Role,
  type RolePoints,
  type Row,
  rankOf,
  roleOnTrack,
  tracksOf,
} from '../catalog/index.ts'
import { codeCollision, roleData } from './answer-code.ts'
import {
  type AssessedRole,
  gradeOf,
  isRating,
  type LevelShares,
  levelsWithoutCore,
  misgradedLevels,
  type Proficiency,
  pointsCount,
  profileOf,
  type RoleSkill,
} from './engine/index.ts'

/**
 * Converts a catalog role, or one domain of it, for the engine. A domain alone has no core, and with points no level. Returns the same
 * object every time, because the engine caches its tables by it.
 */
export function assessedRole(role: Role, domain: Domain | null = null): AssessedRole {
  const { assessed } = roleData(role)
  const cached = assessed.get(domain)
  if (cached) return cached
  const converted = convertRole(role, domain)
  assessed.set(domain, converted)
  return converted
}

function convertRole(role: Role, domain: Domain | null): AssessedRole {
  const rows = domain === null ? role.rows.values() : role.domains.find((group) => group.domain === domain)?.rows
  const levels = role.levels.map((level) => level.name)
  const skills = [...(rows ?? [])].map((row) =>
    convertRow(row, domain === null && isCore(role, row.skill), role.points),
  )
  const shares = sharesOf(role)
  const points = role.points && { points: domain === null ? role.points.thresholds : [] }
  return { id: role.slug, levels, skills, ...(shares && { shares }), ...points }
}

/** The shares of the level rule; undefined for the default one and for points. */
function sharesOf({ levelRule }: Role): LevelShares | undefined {
  const all = { numerator: 1, denominator: 1 }
  switch (levelRule.kind) {
    case 'core-and-breadth':
    case 'points':
      return undefined
    case 'all-core':
      return { core: all, breadth: null, whole: all }
    case 'share': {
      const share = { numerator: Math.round(100 * levelRule.share), denominator: 100 }
      return { core: share, breadth: share, whole: share }
    }
  }
}

function convertRow({ skill, cells }: Row, core: boolean, points: RolePoints | undefined): RoleSkill {
  const own = points?.bySkill[skill.slug]
  return {
    id: skill.slug,
    steps: skill.scale.steps.length,
    name: skill.name,
    domain: skill.domain.slug,
    core,
    required: cells.map((cell) => (cell === null ? null : toProficiency(rankOf(cell)))),
    mandatory: cells.map((cell) => (cell === null || cell.mandatory === 'unknown' ? null : cell.mandatory)),
    ...(own && { points: own }),
  }
}

function toProficiency(rank: number): Proficiency {
  if (isRating(rank) && rank !== 0) return rank
  throw new RangeError(`no proficiency has the rank ${rank}`)
}

/**
 * Warnings for the maintainer of a valid role, one per line: rows that fall; levels whose own profile gets a different grade, because a
 * higher level requires almost the same or a lower one more; levels without core skills; and skills whose answer codes collide.
 */
export function roleWarnings(role: Role): readonly string[] {
  const ofTracks = tracksOf(role).flatMap((track) => {
    const own = roleOnTrack(role, track)
    return [...fallingRows(own), ...gradingWarnings(own)]
  })
  const collision = codeCollision(role)
  return [...new Set(ofTracks), ...(collision === undefined ? [] : [collision])]
}

/** The warnings of all roles; see `roleWarnings`. */
export function assessmentWarnings({ roles }: Catalog): readonly string[] {
  return [...roles.values()].flatMap(roleWarnings)
}

/** Rows that expect less at a level than at one below it. Each level counts as it is written. */
function fallingRows({ slug, rows, levels }: Role): readonly string[] {
  return [...rows.values()].flatMap(({ skill, cells }) => {
    let highest: Cell = null
    for (const [index, cell] of cells.entries()) {
      if (cell && rankOf(cell) < rankOf(highest)) {
        const level = levels[index]?.name ?? ''
        return [
          `${slug}: ${skill.slug} falls to "${cell.proficiency}" at ${level}; every level counts as it is written`,
        ]
      }
      highest = cell ?? highest
    }
    return []
  })
}

function gradingWarnings(role: Role): readonly string[] {
  // Most roles of a large ladder are not assessed before the process ends, so nothing is cached for them.
  const assessed = convertRole(role, null)
  const nameOf = (level: number): string => role.levels[level - 1]?.name ?? String(level)
  if (role.points) return pointsWarnings(role, assessed, nameOf)
  const misgraded = misgradedLevels(assessed).map((level) => {
    const grade = gradeOf(assessed, profileOf(assessed, level))
    const given = grade === 0 ? 'no level' : nameOf(grade)
    const reason =
      grade > level
        ? `${nameOf(grade)} asks for nearly the same things`
        : `a level below it asks for more than ${nameOf(level)} does`
    return `${role.slug}: someone who exactly meets ${nameOf(level)} would be given ${given}, because ${reason}`
  })
  if (role.levelRule.kind !== 'core-and-breadth') return misgraded
  if (assessed.skills.every((skill) => !skill.core)) {
    return [...misgraded, `${role.slug}: has no core skills, so each level takes four in five of all its skills`]
  }
  const coreless = levelsWithoutCore(assessed).map(
    (level) => `${role.slug}: ${nameOf(level)} expects no core skill, so half of the other skills are enough for it`,
  )
  return [...misgraded, ...coreless]
}

/** Levels whose requirements, met exactly, bring the points of another level. */
function pointsWarnings({ slug }: Role, assessed: AssessedRole, nameOf: (level: number) => string): readonly string[] {
  return misgradedLevels(assessed).map((level) => {
    const profile = profileOf(assessed, level)
    const grade = gradeOf(assessed, profile)
    const { points } = pointsCount(assessed, profile)
    const takes = assessed.points?.[level - 1] ?? 0
    const other = grade === 0 ? 'below the first level' : `at ${nameOf(grade)}`
    return `${slug}: someone who exactly meets ${nameOf(level)} has ${points} points and is ${other}, because ${nameOf(level)} takes ${takes}`
  })
}

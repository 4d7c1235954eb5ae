import { type Catalog, type Domain, isCore, type Role, type Row, rankOf } from '../catalog/index.ts'
import { answerCodes, roleData } from './answer-code.ts'
import {
  type AssessedRole,
  levelsWithoutCore,
  misgradedLevels,
  type Proficiency,
  type RoleSkill,
} from './engine/index.ts'

/**
 * Converts a catalog role, or one domain of it, for the engine. A domain alone has no core. Returns the same object every time,
 * because the engine caches its tables by it.
 */
export function assessedRole(role: Role, domain: Domain | null = null): AssessedRole {
  const { assessed } = roleData(role)
  const cached = assessed.get(domain)
  if (cached) return cached
  const rows = domain === null ? role.rows.values() : role.domains.find((group) => group.domain === domain)?.rows
  const levels = role.levels.map((level) => level.name)
  const skills = [...(rows ?? [])].map((row) => convertRow(row, domain === null && isCore(role, row.skill)))
  const converted = { id: role.slug, levels, skills }
  assessed.set(domain, converted)
  return converted
}

function convertRow({ skill, cells }: Row, core: boolean): RoleSkill {
  return {
    id: skill.slug,
    name: skill.name,
    domain: skill.domain.slug,
    core,
    required: cells.map((cell) => (cell === null ? null : proficiencyRank(rankOf(cell.proficiency)))),
    mandatory: cells.map((cell) => (cell === null || cell.mandatory === 'unknown' ? null : cell.mandatory)),
  }
}

function proficiencyRank(rank: number): Proficiency {
  if (rank === 1 || rank === 2 || rank === 3 || rank === 4) return rank
  throw new RangeError(`no proficiency has the rank ${rank}`)
}

/**
 * Warnings for the maintainer of a valid catalog, one per line: levels whose own profile gets a different grade, because they
 * require almost the same as the next one; levels without core skills; and skills whose answer codes collide.
 */
export function assessmentWarnings({ roles }: Catalog): readonly string[] {
  return [...roles.values()].flatMap((role) => [...gradingWarnings(role), ...codeWarnings(role)])
}

function gradingWarnings(role: Role): readonly string[] {
  const assessed = assessedRole(role)
  const nameOf = (level: number): string => role.levels[level - 1]?.name ?? String(level)
  const misgraded = misgradedLevels(assessed).map(
    (level) =>
      `${role.slug}: someone who exactly meets ${nameOf(level)} would be given another level, because its levels ask for nearly the same things`,
  )
  if (assessed.skills.every((skill) => !skill.core)) {
    return [...misgraded, `${role.slug}: has no core skills, so each level takes four in five of all its skills`]
  }
  const coreless = levelsWithoutCore(assessed).map(
    (level) => `${role.slug}: ${nameOf(level)} expects no core skill, so half of the other skills are enough for it`,
  )
  return [...misgraded, ...coreless]
}

function codeWarnings(role: Role): readonly string[] {
  try {
    answerCodes(role)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

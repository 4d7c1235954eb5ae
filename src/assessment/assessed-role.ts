import { type Catalog, type Domain, type Role, type Row, rankOf } from '../catalog/index.ts'
import { answerCodes, roleData } from './answer-code.ts'
import { type AssessedRole, misgradedLevels, type Proficiency, type RoleSkill } from './engine/index.ts'

/**
 * Converts a catalog role, or one domain of it, for the engine. Returns the same object every time, because the engine caches
 * its tables by it.
 */
export function assessedRole(role: Role, domain: Domain | null = null): AssessedRole {
  const { assessed } = roleData(role)
  const cached = assessed.get(domain)
  if (cached) return cached
  const rows = domain === null ? role.rows.values() : role.domains.find((group) => group.domain === domain)?.rows
  const levels = role.levels.map((level) => level.name)
  const converted = { id: role.slug, levels, skills: [...(rows ?? [])].map(convertRow) }
  assessed.set(domain, converted)
  return converted
}

function convertRow({ skill, cells }: Row): RoleSkill {
  return {
    id: skill.slug,
    name: skill.name,
    domain: skill.domain.slug,
    required: cells.map((cell) => (cell === null ? null : proficiencyRank(rankOf(cell.proficiency)))),
    mandatory: cells.map((cell) => (cell === null || cell.mandatory === 'unknown' ? null : cell.mandatory)),
  }
}

function proficiencyRank(rank: number): Proficiency {
  if (rank === 1 || rank === 2 || rank === 3 || rank === 4) return rank
  throw new RangeError(`no proficiency has the rank ${rank}`)
}

/**
 * Warnings for the maintainer of a valid catalog, one per line: levels whose own profile gets a different grade (two levels of a
 * small role that require almost the same), and skills whose answer codes collide.
 */
export function assessmentWarnings({ roles }: Catalog): readonly string[] {
  const warnings: string[] = []
  for (const role of roles.values()) {
    for (const level of misgradedLevels(assessedRole(role))) {
      const name = role.levels[level - 1]?.name ?? String(level)
      warnings.push(
        `${role.slug}: a person who meets ${name} exactly gets another grade; its levels have too similar requirements`,
      )
    }
    try {
      answerCodes(role)
    } catch (error) {
      warnings.push(error instanceof Error ? error.message : String(error))
    }
  }
  return warnings
}

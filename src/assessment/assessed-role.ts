import { type Domain, type Role, type Row, rankOf } from '../catalog/index.ts'
import type { AssessedRole, Proficiency, RoleSkill } from './engine/index.ts'

const whole = new WeakMap<Role, AssessedRole>()
const parts = new WeakMap<Role, Map<Domain, AssessedRole>>()

/**
 * A role of the catalogue as the engine takes it, whole or one domain of it. The same object every time, since the engine
 * keeps its tables by it.
 */
export function assessedRole(role: Role, domain: Domain | null = null): AssessedRole {
  if (domain === null) {
    const known = whole.get(role)
    if (known) return known
    const made = convert(role, [...role.rows.values()])
    whole.set(role, made)
    return made
  }
  const known = parts.get(role) ?? new Map<Domain, AssessedRole>()
  parts.set(role, known)
  const made = known.get(domain) ?? convert(role, role.domains.find((group) => group.domain === domain)?.rows ?? [])
  known.set(domain, made)
  return made
}

function convert(role: Role, rows: readonly Row[]): AssessedRole {
  return { id: role.slug, levels: role.levels.map((level) => level.name), skills: rows.map(convertRow) }
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

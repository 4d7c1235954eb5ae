import type { Domain, Role } from '../catalog/index.ts'
import type { RoleCodes } from './answer-code.ts'
import type { AssessedRole } from './engine/index.ts'

/** What is computed from a role, when it is first needed. */
interface RoleData {
  codes?: RoleCodes
  /** The role as the engine sees it, by domain; null for all of it. */
  readonly assessed: Map<Domain | null, AssessedRole>
}

const cache = new WeakMap<Role, RoleData>()

/** Returns the data of a role. Never stale: roles are immutable, and an entry goes with its role. */
export function roleData(role: Role): RoleData {
  const cached = cache.get(role) ?? { assessed: new Map() }
  cache.set(role, cached)
  return cached
}

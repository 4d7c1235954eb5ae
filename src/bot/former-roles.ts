import { LRUCache } from 'lru-cache'
import type { Catalog, Role } from '../catalog/index.ts'

/** Roles as they were before the ladder changed, so that an answer is about the question that its person saw. */
export interface FormerRoles {
  /** Takes note of the catalog in use. */
  observe(catalog: Catalog): void
  /** The role of a version that was in use before; undefined if this process has not seen it, or too long ago. */
  find(version: string): Role | undefined
}

/** Most roles that are remembered. */
const MAX_ROLES = 200

export function createFormerRoles(): FormerRoles {
  const roles = new LRUCache<string, Role>({ max: MAX_ROLES })
  let latest: Catalog | undefined
  return {
    observe(catalog) {
      if (catalog === latest) return
      for (const role of latest?.roles.values() ?? []) {
        if (catalog.roles.get(role.slug)?.version !== role.version) roles.set(role.version, role)
      }
      latest = catalog
    },
    find: (version) => roles.get(version),
  }
}

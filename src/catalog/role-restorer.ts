import type { BuildContext } from './build-context.ts'
import type { Interner } from './build-role.ts'
import { restoreRole, sharedDependencies } from './compiled-role.ts'
import type { Role } from './model.ts'
import type { RoleFile } from './schema.ts'
import type { Source } from './yaml-source.ts'

/** Finds the role that was built from the same file and the same entries before, here or in another process. */
export function createRoleRestorer(
  context: BuildContext,
  interner: Interner,
): (source: Source<RoleFile>) => Role | undefined {
  const { roles, compiledRoles, compiledWith, restoredWith } = context.built
  const shared = sharedDependencies(context)
  const entries: Entries = { domains: context.domains, skills: context.skills }
  const isSame = createEntryComparison(entries)
  return (source) => {
    const before = roles.get(source)
    if (before && isSame(before, restoredWith.get(before))) return before
    const compiled = compiledRoles.get(source)
    const restored =
      compiled && restoreRole(compiled, shared, interner, compiledWith?.entriesHash === shared.entriesHash)
    if (restored) {
      roles.set(source, restored)
      restoredWith.set(restored, entries)
    }
    return restored
  }
}

type Entries = Pick<BuildContext, 'domains' | 'skills'>

/** Tells whether a role was built from exactly the domain and skill objects of today. A restored one is compared without its rows. */
function createEntryComparison({
  domains,
  skills,
}: Entries): (role: Role, restoredWith: Entries | undefined) => boolean {
  const changed = new Map<Entries, ReadonlySet<string>>()
  const changedSince = (before: Entries): ReadonlySet<string> => {
    const slugs = changed.get(before) ?? changedKeys(before.skills, skills)
    changed.set(before, slugs)
    return slugs
  }
  return (role, before) => {
    if (!before) {
      return role.domains.every(
        ({ domain, rows }) =>
          domains.get(domain.slug) === domain && rows.every(({ skill }) => skills.get(skill.slug) === skill),
      )
    }
    if (before.domains !== domains && changedKeys(before.domains, domains).size > 0) return false
    const slugs = changedSince(before)
    return slugs.size === 0 || !role.skillSlugs.some((slug) => slugs.has(slug))
  }
}

/** The keys of values that are other objects now. */
function changedKeys<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): ReadonlySet<string> {
  return new Set([...before].flatMap(([key, value]) => (now.get(key) === value ? [] : [key])))
}

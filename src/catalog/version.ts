import { createHash } from 'node:crypto'
import type { Domain, Role, Skill } from './model.ts'

// A version is a hash of what the content says, not of how its files are written: comments, quoting and file
// order do not change it, the order of levels, domains and rows does.

/** The version of one role with all that its readers see: 12 hexadecimal digits. */
export function roleVersion(role: Omit<Role, 'version'>): string {
  const { slug, name, family, aliases, description, stated, keyDomains, levels, domains } = role
  const rows = domains.map((group) => [group.domain, group.rows.map((row) => [skillVersion(row.skill), row.cells])])
  return hash([slug, name, family, aliases, description, stated, keyDomains.map((domain) => domain.slug), levels, rows])
}

/** The version of a whole catalogue: 12 hexadecimal digits. */
export function catalogVersion(
  roles: ReadonlyMap<string, Role>,
  skills: ReadonlyMap<string, Skill>,
  domains: ReadonlyMap<string, Domain>,
): string {
  return hash([
    bySlug(roles).map((role) => [role.slug, role.version]),
    bySlug(skills).map((skill) => skillVersion(skill)),
    bySlug(domains),
  ])
}

const skillVersions = new WeakMap<Skill, string>()

/** The version of a skill: 12 hexadecimal digits. Kept a skill object, since a skill stands in very many roles. */
export function skillVersion(skill: Skill): string {
  const known = skillVersions.get(skill)
  if (known) return known
  const { slug, name, domain, aliases, statements } = skill
  const version = hash([slug, name, domain.slug, aliases, statements])
  skillVersions.set(skill, version)
  return version
}

function bySlug<T extends { readonly slug: string }>(entries: ReadonlyMap<string, T>): T[] {
  return [...entries.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
}

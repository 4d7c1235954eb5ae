import { createHash } from 'node:crypto'
import { DEFAULT_LADDER, type Ladder } from './build-ladder.ts'
import { type Cell, DEFAULT_LEVEL_RULE, type Domain, type Role, type Skill } from './model.ts'
import { DEFAULT_SCALE } from './scale.ts'

// A version is a hash of the content. Comments, quoting and the order of files do not change it; the order of levels, domains
// and rows does.

/** The version of a role and everything shown with it: 12 hexadecimal digits. */
export function roleVersion(role: Omit<Role, 'version'>): string {
  const { slug, name, family, aliases, description, stated, keyDomains, core, levelRule, levels, domains } = role
  const former = role.formerly ? [{ formerly: role.formerly }] : []
  const rows = domains.map((group) => [
    group.domain,
    group.rows.map((row) => [row.skill.version, row.cells.map(contentOf), ...(row.criteria ? [row.criteria] : [])]),
  ])
  const keySlugs = keyDomains.map((domain) => domain.slug)
  const coreSlugs = [core.domains, core.skills].map((entries) => entries.map((entry) => entry.slug))
  const ownRule = levelRule === DEFAULT_LEVEL_RULE ? [] : [role.points ?? levelRule]
  return hash([
    slug,
    name,
    family,
    aliases,
    description,
    stated,
    keySlugs,
    coreSlugs,
    levels,
    rows,
    ...ownRule,
    ...former,
  ])
}

function contentOf(cell: Cell) {
  return cell && { proficiency: cell.proficiency, mandatory: cell.mandatory }
}

/** The version of a whole catalog: 12 hexadecimal digits. */
export function catalogVersion(
  roles: ReadonlyMap<string, Role>,
  skills: ReadonlyMap<string, Skill>,
  domains: ReadonlyMap<string, Domain>,
  ladder: Ladder,
): string {
  const isDefault = ladder === DEFAULT_LADDER
  return hash([
    bySlug(roles).map((role) => [role.slug, role.version]),
    bySlug(skills).map((skill) => skill.version),
    bySlug(domains),
    ...(isDefault ? [] : [ladder]),
  ])
}

/** The version of a skill: 12 hexadecimal digits. Without growth, links and a scale of its own it is the one of a catalog that cannot have them. */
export function skillVersion(skill: Omit<Skill, 'version'>): string {
  const { slug, name, domain, aliases, statements, examples, growth, links, scale } = skill
  const guidance = links.length > 0 || Object.keys(growth).length > 0 ? [growth, links] : []
  const ownScale = scale === DEFAULT_SCALE ? [] : [scale]
  const ownExamples = Object.keys(examples).length > 0 ? [{ examples }] : []
  const former = skill.formerly ? [{ formerly: skill.formerly }] : []
  return hash([slug, name, domain.slug, aliases, statements, ...guidance, ...ownScale, ...ownExamples, ...former])
}

/** Entries in the order of their slugs. */
export function bySlug<T extends { readonly slug: string }>(entries: ReadonlyMap<string, T>): T[] {
  return [...entries.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
}

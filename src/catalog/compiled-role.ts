import type { BuildContext } from './build-context.ts'
import type { Interner } from './build-role.ts'
import { compress, contentHash, decompress } from './compiled.ts'
import { rowsBySlug } from './former-slugs.ts'
import type { Cell, Domain, Role, RoleDomain, Row, Skill } from './model.ts'

// A built role without the objects that it shares with others: it is valid for the same skills, domains and ladder.

interface CompiledRole extends Omit<Role, 'scale' | 'levelRule' | 'keyDomains' | 'core' | 'domains' | 'rows'> {
  /** Of everything that the role was built from besides its own file. */
  readonly dependencies: string
  readonly keyDomains: readonly string[]
  readonly coreDomains: readonly string[]
  readonly coreSkills: readonly string[]
  /** By domain: its slug, the slugs of the skills, and the codes of their cells. */
  readonly groups: readonly (readonly [domain: string, skills: string, cells: string])[]
  /** By skill. */
  readonly criteria: Readonly<Record<string, NonNullable<Row['criteria']>>>
}

/** What every role of a catalog depends on. */
export type SharedDependencies = Pick<BuildContext, 'ladder' | 'domains' | 'skills'> & { readonly hash: string }

export function sharedDependencies({
  ladder,
  domains,
  skills,
}: Pick<BuildContext, 'ladder' | 'domains' | 'skills'>): SharedDependencies {
  const { scale, levelRule, languages, facts } = ladder
  const content = [scale, levelRule, languages, facts, [...domains.values()]]
  return { ladder, domains, skills, hash: contentHash(JSON.stringify(content)) }
}

/** The cells of a row as text: the rank and the first letter of `mandatory`, or `-`. */
export function cellsCode(cells: readonly Cell[]): string {
  return cells.map((cell) => (cell === null ? '-' : `${cell.step.rank}${String(cell.mandatory).charAt(0)}`)).join('')
}

export function compileRole(role: Role, shared: SharedDependencies): Uint8Array {
  const { scale: _, levelRule: __, rows, keyDomains, core, domains, ...content } = role
  const slugs = [...rows.keys()]
  const compiled: CompiledRole = {
    ...content,
    dependencies: dependenciesHash(slugs, shared) ?? '',
    keyDomains: keyDomains.map(({ slug }) => slug),
    coreDomains: core.domains.map(({ slug }) => slug),
    coreSkills: core.skills.map(({ slug }) => slug),
    groups: domains.map((group) => [
      group.domain.slug,
      group.rows.map(({ skill }) => skill.slug).join(' '),
      group.rows.map(({ cells }) => cellsCode(cells)).join(' '),
    ]),
    criteria: Object.fromEntries(
      [...rows.values()].flatMap(({ skill, criteria }) => (criteria ? [[skill.slug, criteria] as const] : [])),
    ),
  }
  return compress(JSON.stringify(compiled))
}

/** Builds a compiled role with the entries of a catalog; undefined if it was compiled with other ones. */
export function restoreRole(bytes: Uint8Array, shared: SharedDependencies, interner: Interner): Role | undefined {
  const compiled: CompiledRole = JSON.parse(decompress(bytes))
  const { dependencies, keyDomains, coreDomains, coreSkills, groups, criteria, levels, ...content } = compiled
  const { ladder, domains, skills } = shared
  const slugsOf = groups.map(([, own]) => own.split(' '))
  if (dependenciesHash(slugsOf.flat(), shared) !== dependencies) return undefined
  const restored: RoleDomain[] = []
  for (const [at, [domainSlug, , codes]] of groups.entries()) {
    const domain = domains.get(domainSlug)
    const cells = codes.split(' ')
    const members: Row[] = []
    for (const [index, slug] of (slugsOf[at] ?? []).entries()) {
      const skill = skills.get(slug)
      if (!skill) continue
      members.push(interner.row(skill, interner.codedCells(cells[index] ?? '', skill.scale), criteria[slug]))
    }
    if (domain) restored.push(Object.freeze({ domain, rows: Object.freeze(members) }))
  }
  const entriesOf = <T extends Domain | Skill>(all: ReadonlyMap<string, T>, names: readonly string[]): readonly T[] =>
    Object.freeze(names.flatMap((name) => all.get(name) ?? []))
  return Object.freeze({
    ...content,
    family: interner.text(content.family),
    scale: ladder.scale,
    levelRule: ladder.levelRule,
    keyDomains: entriesOf(domains, keyDomains),
    core: Object.freeze({ domains: entriesOf(domains, coreDomains), skills: entriesOf(skills, coreSkills) }),
    levels: Object.freeze(
      levels.map((level) =>
        Object.freeze({
          ...level,
          slug: interner.text(level.slug),
          name: interner.text(level.name),
          short: interner.text(level.short),
          aliases: Object.freeze(level.aliases.map(interner.text)),
        }),
      ),
    ),
    domains: Object.freeze(restored),
    rows: rowsBySlug(restored),
  })
}

/** Whether a role was compiled with the entries of a catalog. */
export function isCompiledWith(bytes: Uint8Array, shared: SharedDependencies): boolean {
  const { groups, dependencies }: CompiledRole = JSON.parse(decompress(bytes))
  return (
    dependenciesHash(
      groups.flatMap(([, own]) => own.split(' ')),
      shared,
    ) === dependencies
  )
}

/** A hash of the skills of a role and of what all roles depend on; undefined if a skill is missing. */
function dependenciesHash(slugs: readonly string[], { hash, skills }: SharedDependencies): string | undefined {
  const versions = slugs.map((slug) => skills.get(slug)?.version)
  return versions.includes(undefined) ? undefined : contentHash(`${hash} ${versions.join(' ')}`)
}

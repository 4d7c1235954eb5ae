import type { BuildContext } from './build-context.ts'
import type { Interner } from './build-role.ts'
import { type CompiledRole, compress, contentHash, decompress } from './compiled.ts'
import { rowsBySlug } from './former-slugs.ts'
import type { Cell, Domain, Role, RoleDomain, Row, Skill } from './model.ts'

// A built role without the objects that it shares with others: it is valid for the same skills, domains and ladder.

/** What is read of every role at the start. */
interface CompiledHead
  extends Omit<Role, 'scale' | 'levelRule' | 'keyDomains' | 'core' | 'domains' | 'skillSlugs' | 'rows'> {
  /** Of everything that the role was built from besides its own file. */
  readonly dependencies: string
  readonly keyDomains: readonly string[]
  readonly coreDomains: readonly string[]
  readonly coreSkills: readonly string[]
  /** The slugs of the skills, separated by blanks. */
  readonly skills: string
}

/** What is read of a role when it is asked for. */
interface CompiledRows {
  /** By domain: its slug, and the codes of the cells of its skills. */
  readonly groups: readonly (readonly [domain: string, cells: string])[]
  /** By skill. */
  readonly criteria: Readonly<Record<string, NonNullable<Row['criteria']>>>
}

/** What every role of a catalog depends on. */
export interface SharedDependencies extends Pick<BuildContext, 'ladder' | 'domains' | 'skills'> {
  /** Of the ladder and the domains. */
  readonly hash: string
  /** Of all of it, the skills too. */
  readonly entriesHash: string
}

export function sharedDependencies({
  ladder,
  domains,
  skills,
}: Pick<BuildContext, 'ladder' | 'domains' | 'skills'>): SharedDependencies {
  const { scale, levelRule, languages, facts } = ladder
  const content = [scale, levelRule, languages, facts, [...domains.values()]]
  const hash = contentHash(JSON.stringify(content))
  const versions = [...skills].map(([slug, { version }]) => `${slug} ${version}`)
  return { ladder, domains, skills, hash, entriesHash: contentHash([hash, ...versions].join('\n')) }
}

/** The cells of a row as text: the rank and the first letter of `mandatory`, or `-`. */
export function cellsCode(cells: readonly Cell[]): string {
  return cells.map((cell) => (cell === null ? '-' : `${cell.step.rank}${String(cell.mandatory).charAt(0)}`)).join('')
}

export function compileRole(role: Role, shared: SharedDependencies): CompiledRole {
  const { scale: _, levelRule: __, rows, keyDomains, core, domains, skillSlugs, ...content } = role
  const head: CompiledHead = {
    ...content,
    dependencies: dependenciesHash(skillSlugs, shared) ?? '',
    keyDomains: keyDomains.map(({ slug }) => slug),
    coreDomains: core.domains.map(({ slug }) => slug),
    coreSkills: core.skills.map(({ slug }) => slug),
    skills: skillSlugs.join(' '),
  }
  const compiledRows: CompiledRows = {
    groups: domains.map((group) => [group.domain.slug, group.rows.map(({ cells }) => cellsCode(cells)).join(' ')]),
    criteria: Object.fromEntries(
      [...rows.values()].flatMap(({ skill, criteria }) => (criteria ? [[skill.slug, criteria] as const] : [])),
    ),
  }
  return { head: compress(JSON.stringify(head)), rows: compress(JSON.stringify(compiledRows)) }
}

/**
 * Builds a compiled role with the entries of a catalog; undefined if it was compiled with other ones. `isValid` tells that it was not,
 * so that nothing has to be compared. Its rows are built when they are first used.
 */
export function restoreRole(
  compiled: CompiledRole,
  shared: SharedDependencies,
  interner: Interner,
  isValid: boolean,
): Role | undefined {
  const head = readHead(compiled)
  const { dependencies, keyDomains, coreDomains, coreSkills, levels, skills: slugs, ...content } = head
  if (!isValid && dependenciesHash(slugs.split(' '), shared) !== dependencies) return undefined
  const { ladder, domains, skills } = shared
  let built: Pick<Role, 'domains' | 'rows'> | undefined
  const build = (): Pick<Role, 'domains' | 'rows'> => {
    built ??= restoreRows(compiled, slugs.split(' '), shared, interner)
    return built
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
    get domains() {
      return build().domains
    },
    get skillSlugs() {
      return slugs.split(' ')
    },
    get rows() {
      return build().rows
    },
  })
}

function restoreRows(
  compiled: CompiledRole,
  slugs: readonly string[],
  { domains, skills }: SharedDependencies,
  interner: Interner,
): Pick<Role, 'domains' | 'rows'> {
  const { groups, criteria }: CompiledRows = JSON.parse(decompress(compiled.rows))
  const restored: RoleDomain[] = []
  let at = 0
  for (const [domainSlug, codes] of groups) {
    const domain = domains.get(domainSlug)
    const members: Row[] = []
    for (const code of codes.split(' ')) {
      const slug = slugs[at] ?? ''
      at += 1
      const skill = skills.get(slug)
      if (!skill) continue
      members.push(interner.row(skill, interner.codedCells(code, skill.scale), criteria[slug]))
    }
    if (domain) restored.push(Object.freeze({ domain, rows: Object.freeze(members) }))
  }
  return { domains: Object.freeze(restored), rows: rowsBySlug(restored) }
}

/** Whether a role was compiled with the entries of a catalog. */
export function isCompiledWith(compiled: CompiledRole, shared: SharedDependencies): boolean {
  const { skills, dependencies } = readHead(compiled)
  return dependenciesHash(skills.split(' '), shared) === dependencies
}

function readHead({ head }: CompiledRole): CompiledHead {
  return JSON.parse(decompress(head))
}

/** A hash of the skills of a role and of what all roles depend on; undefined if a skill is missing. */
function dependenciesHash(slugs: readonly string[], { hash, skills }: SharedDependencies): string | undefined {
  const versions = slugs.map((slug) => skills.get(slug)?.version)
  return versions.includes(undefined) ? undefined : contentHash(`${hash} ${versions.join(' ')}`)
}

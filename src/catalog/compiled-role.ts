import type { BuildContext } from './build-context.ts'
import type { Interner } from './build-role.ts'
import { type CompiledDependencies, type CompiledEntry, compress, contentHash, decompress } from './compiled.ts'
import { ladderHash } from './compiled-skill.ts'
import { rowsBySlug } from './former-slugs.ts'
import type { Cell, Domain, Role, RoleDomain, Row, Skill } from './model.ts'

// A built role without the objects that it shares with others: it is valid for the same skills, domains and ladder.

/** What is read of every role at the start. */
interface RoleHead
  extends Omit<Role, 'scale' | 'levelRule' | 'keyDomains' | 'core' | 'domains' | 'skillSlugs' | 'rows'> {
  /** Of everything that the role was built from besides its own file. */
  readonly dependencies: string
  readonly keyDomains: readonly string[]
  readonly coreDomains: readonly string[]
  readonly coreSkills: readonly string[]
}

/** What is read of a role when it is asked for. */
interface CompiledRows {
  /** By domain: its slug, and the codes of the cells of its skills. */
  readonly groups: readonly (readonly [domain: string, cells: string])[]
  /** By skill. */
  readonly criteria: Readonly<Record<string, NonNullable<Row['criteria']>>>
}

export interface CompiledRole extends CompiledEntry<RoleHead> {
  /** The slugs of the skills, separated by blanks, in ASCII. */
  readonly skills: Uint8Array
}

function skillsOf({ skills }: CompiledRole): readonly string[] {
  return Buffer.from(skills.buffer, skills.byteOffset, skills.byteLength).toString('latin1').split(' ')
}

/** What every role of a catalog depends on. */
export type SharedDependencies = Pick<BuildContext, 'ladder' | 'domains' | 'skills'> & CompiledDependencies

export function sharedDependencies(context: Pick<BuildContext, 'ladder' | 'domains' | 'skills'>): SharedDependencies {
  const { ladder, domains, skills } = context
  const ofLadder = ladderHash(context)
  const versions = [...skills].map(([slug, { version }]) => `${slug} ${version}`)
  return { ladder, domains, skills, ladderHash: ofLadder, entriesHash: contentHash([ofLadder, ...versions].join('\n')) }
}

/** The cells of a row as text: the rank and the first letter of `mandatory`, or `-`. */
export function cellsCode(cells: readonly Cell[]): string {
  return cells.map((cell) => (cell === null ? '-' : `${cell.step.rank}${String(cell.mandatory).charAt(0)}`)).join('')
}

export function compileRole(role: Role, shared: SharedDependencies): CompiledRole {
  const { scale: _, levelRule: __, rows, keyDomains, core, domains, skillSlugs, ...content } = role
  const head: RoleHead = {
    ...content,
    dependencies: dependenciesHash(skillSlugs, shared) ?? '',
    keyDomains: keyDomains.map(({ slug }) => slug),
    coreDomains: core.domains.map(({ slug }) => slug),
    coreSkills: core.skills.map(({ slug }) => slug),
  }
  const compiledRows: CompiledRows = {
    groups: domains.map((group) => [group.domain.slug, group.rows.map(({ cells }) => cellsCode(cells)).join(' ')]),
    criteria: Object.fromEntries(
      [...rows.values()].flatMap(({ skill, criteria }) => (criteria ? [[skill.slug, criteria] as const] : [])),
    ),
  }
  return { head, body: compress(JSON.stringify(compiledRows)), skills: Buffer.from(skillSlugs.join(' '), 'latin1') }
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
  const { dependencies, keyDomains, coreDomains, coreSkills, levels, ...content } = compiled.head
  if (!isValid && dependenciesHash(skillsOf(compiled), shared) !== dependencies) return undefined
  const { ladder, domains, skills } = shared
  let built: Pick<Role, 'domains' | 'rows'> | undefined
  const build = (): Pick<Role, 'domains' | 'rows'> => {
    built ??= restoreRows(compiled, shared, interner)
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
      return skillsOf(compiled)
    },
    get rows() {
      return build().rows
    },
  })
}

function restoreRows(
  compiled: CompiledRole,
  { domains, skills }: SharedDependencies,
  interner: Interner,
): Pick<Role, 'domains' | 'rows'> {
  const { groups, criteria }: CompiledRows = JSON.parse(decompress(compiled.body))
  const slugs = skillsOf(compiled)
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
  return dependenciesHash(skillsOf(compiled), shared) === compiled.head.dependencies
}

/** A hash of the skills of a role and of what all roles depend on; undefined if a skill is missing. */
function dependenciesHash(slugs: readonly string[], { ladderHash, skills }: SharedDependencies): string | undefined {
  const versions = slugs.map((slug) => skills.get(slug)?.version)
  return versions.includes(undefined) ? undefined : contentHash(`${ladderHash} ${versions.join(' ')}`)
}

import type { Ladder } from './build-ladder.ts'
import type { CompiledDependencies } from './compiled.ts'
import type { CompiledRole } from './compiled-role.ts'
import type { CompiledSkill } from './compiled-skill.ts'
import { type Domain, NO_DOMAIN, type Role, type Skill } from './model.ts'
import { closestNames } from './names/normalize.ts'
import type { SearchData } from './names/search.ts'
import type { DomainFile, LadderFile, RoleFile, SkillFile } from './schema.ts'
import type { Problem, Source } from './yaml-source.ts'

/**
 * What was built from each file without problems. A change leaves nearly all files of a catalog alone, and rebuilding those would
 * be slow in a large one. Entries go with their source; a skill or role is rebuilt if what it refers to was rebuilt.
 */
export interface BuiltEntries {
  readonly ladders: WeakMap<Source<LadderFile>, Ladder>
  readonly domains: WeakMap<Source<DomainFile>, ReadonlyMap<string, Domain>>
  readonly skills: WeakMap<Source<SkillFile>, Skill>
  readonly roles: WeakMap<Source<RoleFile>, Role>
  /** What was built from the files in another process. */
  readonly compiledSkills: WeakMap<Source<SkillFile>, CompiledSkill>
  readonly compiledRoles: WeakMap<Source<RoleFile>, CompiledRole>
  /** What all of those were compiled with. */
  readonly compiledWith?: CompiledDependencies | undefined
  /** What the search over a catalog of this version was built from in another process. */
  readonly search?: (version: string) => SearchData | undefined
  /** The entries that a restored role is built with, whose rows may not be built yet. */
  readonly restoredWith: WeakMap<Role, Pick<BuildContext, 'domains' | 'skills'>>
  /** Normalized names. */
  readonly nameKeys: Map<string, string>
}

export function noBuiltEntries(): BuiltEntries {
  return {
    ladders: new WeakMap(),
    domains: new WeakMap(),
    skills: new WeakMap(),
    roles: new WeakMap(),
    compiledSkills: new WeakMap(),
    compiledRoles: new WeakMap(),
    restoredWith: new WeakMap(),
    nameKeys: new Map(),
  }
}

/** Files that could not be parsed: references to their content are not reported as problems too. */
export interface BrokenFiles {
  readonly domainsLoaded: boolean
  /** Slugs of skills whose files have problems; undefined if no skill could be read. */
  readonly brokenSkills: ReadonlySet<string> | undefined
  /** False if the file of a role could not be read. */
  readonly rolesLoaded?: boolean
}

/** What the entries of a catalog are built with, and may refer to. */
export interface BuildContext {
  readonly ladder: Ladder
  readonly domains: ReadonlyMap<string, Domain>
  readonly skills: ReadonlyMap<string, Skill>
  readonly broken: BrokenFiles
  readonly built: BuiltEntries
  readonly problems: Problem[]
}

/** Returns what was built from the same source before, if it is still valid; else builds it. */
export function buildOnce<S extends object, T>(
  cache: WeakMap<S, T>,
  source: S,
  isValid: (cached: T) => boolean,
  problems: readonly Problem[],
  build: () => T,
): T {
  const cached = cache.get(source)
  if (cached !== undefined && isValid(cached)) return cached
  const problemsBefore = problems.length
  const built = build()
  if (problems.length === problemsBefore) cache.set(source, built)
  return built
}

/** The domain of skills whose file names none: one name beside other domains, and one in a catalog without any. */
const OTHER_SKILLS: Domain = Object.freeze({
  slug: NO_DOMAIN,
  name: Object.freeze({ en: 'Other skills', es: 'Otras habilidades' }),
  aliases: Object.freeze([]),
})
const ALL_SKILLS: Domain = Object.freeze({ ...OTHER_SKILLS, name: Object.freeze({ en: 'Skills', es: 'Habilidades' }) })

/** The domains of a catalog and, if any skill names none, the one of such skills. */
export function withNoDomain(
  domains: ReadonlyMap<string, Domain>,
  skills: readonly Source<SkillFile>[],
  { compiledSkills }: Pick<BuiltEntries, 'compiledSkills'>,
): ReadonlyMap<string, Domain> {
  const hasNone = (source: Source<SkillFile>): boolean => {
    const compiled = compiledSkills.get(source)
    // A file may name a domain with the same slug.
    return (!compiled || compiled.head.domain === NO_DOMAIN) && source.value.domain === undefined
  }
  const isNeeded = !domains.has(NO_DOMAIN) && skills.some(hasNone)
  return isNeeded ? new Map([...domains, [NO_DOMAIN, domains.size > 0 ? OTHER_SKILLS : ALL_SKILLS]]) : domains
}

/** The problem of a reference to an entry that does not exist, with its new slug or similar ones as a hint. */
export function unknownName(kind: string, slug: string, existing: ReadonlyMap<string, unknown>): string {
  for (const [current, entry] of existing) {
    if (isFormerSlug(slug, entry)) return `there is no ${kind} "${slug}"; it is called "${current}" now`
  }
  const similar = closestNames(slug, existing.keys())
  const hint = similar.length > 0 ? `; did you mean ${similar.map((name) => `"${name}"`).join(' or ')}?` : ''
  return `there is no ${kind} "${slug}"${hint}`
}

function isFormerSlug(slug: string, entry: unknown): boolean {
  const former = typeof entry === 'object' && entry !== null && 'formerly' in entry ? entry.formerly : undefined
  return Array.isArray(former) && former.includes(slug)
}

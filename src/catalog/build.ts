import type { Catalog, Cell, Domain, Level, LocalText, Mandatory, Role, RoleDomain, Row, Skill } from './model.ts'
import { closestNames, normalize } from './names/normalize.ts'
import { reserveNames, UniqueNames } from './names/unique.ts'
import { PROFICIENCIES, type Proficiency, rankOf } from './proficiency.ts'
import type { DomainFile, RoleFile, SkillFile } from './schema.ts'
import { catalogVersion, roleVersion } from './version.ts'
import type { Path, Problem, Source } from './yaml-source.ts'

export interface CatalogSources {
  readonly domains: Source<DomainFile> | undefined
  readonly skills: readonly Source<SkillFile>[]
  readonly roles: readonly Source<RoleFile>[]
}

/** Files that could not be parsed: references to their content are not reported as problems too. */
export interface BrokenFiles {
  readonly domainsLoaded: boolean
  /** Slugs of skills whose files have problems; undefined if no skill could be read. */
  readonly brokenSkills: ReadonlySet<string> | undefined
}

/**
 * Builds a catalog from its files and checks the references between them. Returns every problem, and a catalog only if there
 * is none.
 */
export function buildCatalog(
  sources: CatalogSources,
  broken: BrokenFiles = { domainsLoaded: true, brokenSkills: new Set() },
): { readonly catalog?: Catalog; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const domains = buildDomains(sources.domains, problems)
  const skills = buildSkills(sources.skills, domains, broken, problems)
  const slugs = [...sources.skills.map((source) => source.value.slug), ...(broken.brokenSkills ?? [])]
  const brokenSkills = broken.brokenSkills && new Set(slugs.filter((slug) => !skills.has(slug)))
  const roles = buildRoles(sources.roles, { domains, skills, broken: { ...broken, brokenSkills } }, problems)
  if (problems.length > 0) return { problems }
  const catalog = Object.freeze({ version: catalogVersion(roles, skills, domains), roles, skills, domains })
  return { catalog, problems }
}

/**
 * What was built from each file without problems. A change leaves nearly all files of a catalog alone, and rebuilding those would
 * be slow in a large one. Entries go with their source; a skill or role is rebuilt if what it refers to was rebuilt.
 */
const BUILT = {
  domains: new WeakMap<Source<DomainFile>, ReadonlyMap<string, Domain>>(),
  skills: new WeakMap<Source<SkillFile>, Skill>(),
  roles: new WeakMap<Source<RoleFile>, Role>(),
}

/** Returns what was built from the same source before, if it is still valid; else builds it. */
function buildOnce<S extends object, T>(
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

/** A text of a file, where a plain string stands for English. */
function textOf(text: string | { en: string; es?: string | undefined }): LocalText {
  if (typeof text === 'string') return Object.freeze({ en: text })
  return Object.freeze(text.es === undefined ? { en: text.en } : { en: text.en, es: text.es })
}

function buildDomains(source: Source<DomainFile> | undefined, problems: Problem[]): ReadonlyMap<string, Domain> {
  if (!source) return new Map()
  return buildOnce(
    BUILT.domains,
    source,
    () => true,
    problems,
    () => domainsOf(source, problems),
  )
}

function domainsOf(source: Source<DomainFile>, problems: Problem[]): ReadonlyMap<string, Domain> {
  const domains = new Map<string, Domain>()
  const names = new UniqueNames()
  for (const [index, entry] of source.value.domains.entries()) {
    if (domains.has(entry.slug)) {
      problems.push(source.problemAt(['domains', index, 'slug'], `the domain "${entry.slug}" is there twice`))
      continue
    }
    const domain: Domain = Object.freeze({
      slug: entry.slug,
      name: textOf(entry.name),
      aliases: Object.freeze([...entry.aliases]),
    })
    reserveNames(names, source, ['domains', index], domain, problems)
    domains.set(domain.slug, domain)
  }
  return domains
}

function buildSkills(
  sources: readonly Source<SkillFile>[],
  domains: ReadonlyMap<string, Domain>,
  broken: BrokenFiles,
  problems: Problem[],
): Map<string, Skill> {
  const skills = new Map<string, Skill>()
  const files = new Map<string, string>()
  const names = new UniqueNames()
  for (const source of sources) {
    const entry = source.value
    if (!checkOwnSlug(source, entry.slug, 'skill', files, problems)) continue
    const domain = domains.get(entry.domain)
    if (!domain) {
      if (broken.domainsLoaded)
        problems.push(source.problemAt(['domain'], unknownName('domain', entry.domain, domains)))
      continue
    }
    const skill = buildOnce(
      BUILT.skills,
      source,
      (before) => before.domain === domain,
      problems,
      () => skillOf(source, domain, problems),
    )
    reserveNames(names, source, [], skill, problems)
    skills.set(skill.slug, skill)
  }
  return skills
}

function skillOf(source: Source<SkillFile>, domain: Domain, problems: Problem[]): Skill {
  const { slug, name, aliases, statements } = source.value
  const skill: Skill = Object.freeze({
    slug,
    name,
    domain,
    aliases: Object.freeze([...aliases]),
    statements: Object.freeze({
      awareness: textOf(statements.awareness),
      working: textOf(statements.working),
      advanced: textOf(statements.advanced),
      expert: textOf(statements.expert),
    }),
  })
  checkStatementsDiffer(source, skill, problems)
  return skill
}

/** A person who rates themselves could not tell two proficiencies with the same statement from each other. */
function checkStatementsDiffer(source: Source<SkillFile>, skill: Skill, problems: Problem[]): void {
  const seen = new Map<string, Proficiency>()
  for (const proficiency of PROFICIENCIES) {
    const key = normalize(skill.statements[proficiency].en)
    const earlier = seen.get(key)
    if (earlier) {
      problems.push(
        source.problemAt(['statements', proficiency], `says the same as "${earlier}"; each step must differ`),
      )
    }
    seen.set(key, proficiency)
  }
}

/** Checks that a file's slug is its name and that no other file has it. */
function checkOwnSlug(
  source: Source<{ slug: string }>,
  slug: string,
  kind: string,
  fileBySlug: Map<string, string>,
  problems: Problem[],
): boolean {
  const other = fileBySlug.get(slug)
  if (other !== undefined) {
    problems.push(source.problemAt(['slug'], `the ${kind} "${slug}" is there twice: ${other} has this slug too`))
    return false
  }
  fileBySlug.set(slug, source.file)
  const fileName = source.file
    .split('/')
    .at(-1)
    ?.replace(/\.yaml$/, '')
  if (fileName !== slug) {
    problems.push(
      source.problemAt(['slug'], `the slug "${slug}" and the file's name differ; call the file ${slug}.yaml`),
    )
  }
  return true
}

interface RoleInputs {
  readonly domains: ReadonlyMap<string, Domain>
  readonly skills: ReadonlyMap<string, Skill>
  readonly broken: BrokenFiles
}

function buildRoles(sources: readonly Source<RoleFile>[], inputs: RoleInputs, problems: Problem[]): Map<string, Role> {
  const roles = new Map<string, Role>()
  const files = new Map<string, string>()
  const names = new UniqueNames()
  const intern = createIntern()
  for (const source of sources) {
    const entry = source.value
    if (!checkOwnSlug(source, entry.slug, 'role', files, problems)) continue
    reserveNames(names, source, [], entry, problems)
    const build = (): Role => buildRole(source, inputs, intern, problems)
    // A role without the rows of its broken skills is not cached.
    const isComplete = inputs.broken.domainsLoaded && inputs.broken.brokenSkills?.size === 0
    const role = isComplete
      ? buildOnce(BUILT.roles, source, (before) => isBuiltFrom(before, inputs), problems, build)
      : build()
    roles.set(entry.slug, role)
  }
  return roles
}

/** Whether a role was built from exactly these domain and skill objects. */
function isBuiltFrom(role: Role, { domains, skills }: RoleInputs): boolean {
  return role.domains.every(
    ({ domain, rows }) =>
      domains.get(domain.slug) === domain && rows.every(({ skill }) => skills.get(skill.slug) === skill),
  )
}

/** Returns one shared string for equal texts, such as the level names that many roles repeat. Saves memory and cache misses. */
type Intern = (text: string) => string

function createIntern(): Intern {
  const texts = new Map<string, string>()
  return (text) => {
    const shared = texts.get(text)
    if (shared === undefined) texts.set(text, text)
    return shared ?? text
  }
}

function buildRole(source: Source<RoleFile>, inputs: RoleInputs, intern: Intern, problems: Problem[]): Role {
  const entry = source.value
  const levels = buildLevels(source, intern, problems)
  const domains = buildRoleDomains(source, inputs, problems)
  const rows = new Map(domains.flatMap((group) => group.rows.map((row) => [row.skill.slug, row] as const)))
  const inRole = new Set(entry.requirements.map((group) => group.domain))
  const keyDomains: Domain[] = []
  for (const [index, slug] of entry.keyDomains.entries()) {
    const domain = inputs.domains.get(slug)
    if (entry.keyDomains.indexOf(slug) < index) {
      problems.push(source.problemAt(['keyDomains', index], `"${slug}" is there twice`))
    } else if (!inRole.has(slug)) {
      const ownDomains = [...inRole].join(', ')
      problems.push(
        source.problemAt(['keyDomains', index], `"${slug}" is no domain of this role; its domains: ${ownDomains}`),
      )
    } else if (domain) keyDomains.push(domain)
  }
  const content = {
    slug: entry.slug,
    name: entry.name,
    family: intern(entry.family),
    aliases: Object.freeze([...entry.aliases]),
    description: textOf(entry.description),
    stated: Object.freeze({ ...entry.stated }),
    keyDomains: Object.freeze(keyDomains),
    levels,
    domains,
    rows,
  }
  return Object.freeze({ ...content, version: roleVersion(content) })
}

function buildLevels(source: Source<RoleFile>, intern: Intern, problems: Problem[]): readonly Level[] {
  const names = new UniqueNames()
  const seen = new Set<string>()
  const levels = source.value.levels.map((entry, index) => {
    const at = ['levels', index]
    if (seen.has(entry.slug))
      problems.push(source.problemAt([...at, 'slug'], `the level "${entry.slug}" is there twice`))
    seen.add(entry.slug)
    reserveNames(names, source, at, entry, problems)
    names.reserve(source, [...at, 'short'], entry.short, entry.slug, problems)
    return Object.freeze({
      slug: intern(entry.slug),
      name: intern(entry.name),
      short: intern(entry.short),
      aliases: Object.freeze(entry.aliases.map(intern)),
      focus: textOf(entry.focus),
      stack: textOf(entry.stack),
    })
  })
  return Object.freeze(levels)
}

function buildRoleDomains(source: Source<RoleFile>, inputs: RoleInputs, problems: Problem[]): readonly RoleDomain[] {
  const groups: RoleDomain[] = []
  const seenDomains = new Set<string>()
  const seenSkills = new Set<string>()
  for (const [index, group] of source.value.requirements.entries()) {
    const at = ['requirements', index]
    const domain = inputs.domains.get(group.domain)
    if (seenDomains.has(group.domain)) {
      problems.push(
        source.problemAt([...at, 'domain'], `the domain "${group.domain}" is there twice; put its skills together`),
      )
    }
    seenDomains.add(group.domain)
    if (!domain && inputs.broken.domainsLoaded) {
      problems.push(source.problemAt([...at, 'domain'], unknownName('domain', group.domain, inputs.domains)))
    }
    const rows: Row[] = []
    for (const [slug, shape] of Object.entries(group.skills)) {
      const path = [...at, 'skills', slug]
      const skill = inputs.skills.get(slug)
      if (!skill) {
        if (inputs.broken.brokenSkills?.has(slug) === false && inputs.broken.domainsLoaded) {
          problems.push(source.problemAt(path, unknownName('skill', slug, inputs.skills)))
        }
      } else if (domain && skill.domain !== domain) {
        problems.push(
          source.problemAt(path, `"${slug}" belongs to the domain "${skill.domain.slug}", not to "${group.domain}"`),
        )
      }
      if (seenSkills.has(slug)) problems.push(source.problemAt(path, `the skill "${slug}" is there twice in this role`))
      seenSkills.add(slug)
      const cells = buildCells(source, path, shape, problems)
      if (skill) rows.push(Object.freeze({ skill, cells }))
    }
    if (rows.length === 0 && Object.keys(group.skills).length === 0) {
      problems.push(source.problemAt([...at, 'skills'], 'a domain of a role needs at least one skill'))
    }
    if (domain) groups.push(Object.freeze({ domain, rows: Object.freeze(rows) }))
  }
  return Object.freeze(groups)
}

type RowShape = RoleFile['requirements'][number]['skills'][string]
type CellWord = Proficiency | 'absent'

function buildCells(source: Source<RoleFile>, path: Path, shape: RowShape, problems: Problem[]): readonly Cell[] {
  const bare = Array.isArray(shape)
  const words: readonly CellWord[] = bare ? shape : shape.proficiency
  const marks: readonly Mandatory[] | undefined = bare ? undefined : shape.mandatory
  const wordPath = bare ? path : [...path, 'proficiency']
  const levels = source.value.levels
  const levelNames = levels.map((level) => level.slug).join(', ')

  if (words.length !== levels.length) {
    problems.push(
      source.problemAt(
        wordPath,
        `has ${words.length} proficiencies; the role has ${levels.length} levels (${levelNames})`,
      ),
    )
  }
  if (marks && marks.length !== words.length) {
    problems.push(
      source.problemAt([...path, 'mandatory'], `has ${marks.length} values; there must be one a level (${levelNames})`),
    )
  }
  if (words.every((word) => word === 'absent')) {
    problems.push(source.problemAt(wordPath, 'is absent at every level; leave the skill out instead'))
  }

  let highest: Proficiency | null = null
  for (const [index, word] of words.entries()) {
    if (word === 'absent') {
      if (marks?.[index] === true) {
        problems.push(
          source.problemAt([...path, 'mandatory', index], 'cannot be mandatory: the level expects nothing here'),
        )
      }
      continue
    }
    if (rankOf(word) < rankOf(highest)) {
      problems.push(
        source.problemAt([...wordPath, index], `"${word}" is below "${highest}" before it; a row never decreases`),
      )
    }
    highest = word
  }
  return cellsOf(words.map((word, index) => cellOf(word, marks?.[index] ?? 'unknown')))
}

const CELL_ROWS = new Map<string, readonly Cell[]>()

/** Returns one shared list for equal rows of cells, which many skills have. Bounded by the distinct rows, never stale. */
function cellsOf(cells: readonly Cell[]): readonly Cell[] {
  const key = cells.map((cell) => (cell === null ? '-' : `${cell.proficiency} ${cell.mandatory}`)).join()
  const shared = CELL_ROWS.get(key)
  if (shared) return shared
  CELL_ROWS.set(key, Object.freeze(cells))
  return cells
}

const CELLS = new Map<string, Cell>()

/** Returns one shared object for equal cells: there are at most twelve distinct ones. Never stale. */
function cellOf(word: CellWord, mandatory: Mandatory): Cell {
  if (word === 'absent') return null
  const key = `${word} ${mandatory}`
  const shared = CELLS.get(key)
  if (shared) return shared
  const cell = Object.freeze({ proficiency: word, mandatory })
  CELLS.set(key, cell)
  return cell
}

function unknownName(kind: string, slug: string, existing: ReadonlyMap<string, unknown>): string {
  const similar = closestNames(slug, existing.keys())
  const hint = similar.length > 0 ? `; did you mean ${similar.map((name) => `"${name}"`).join(' or ')}?` : ''
  return `there is no ${kind} "${slug}"${hint}`
}

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

/** What could not be read, so that what refers to it is not reported a second time. */
export interface BrokenFiles {
  readonly domainsLoaded: boolean
  /** Slugs of skills whose files have problems of their own; undefined where the skills could not be read at all. */
  readonly brokenSkills: ReadonlySet<string> | undefined
}

/**
 * Joins the files into one catalogue and checks what no file can tell alone. Returns every problem found; a
 * catalogue only where there is none.
 */
export function buildCatalog(
  sources: CatalogSources,
  known: BrokenFiles = { domainsLoaded: true, brokenSkills: new Set() },
): { readonly catalog?: Catalog; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const domains = buildDomains(sources.domains, problems)
  const skills = buildSkills(sources.skills, domains, known, problems)
  const read = new Set([...sources.skills.map((source) => source.value.slug), ...(known.brokenSkills ?? [])])
  const brokenSkills = known.brokenSkills && new Set([...read].filter((slug) => !skills.has(slug)))
  const roles = buildRoles(sources.roles, { domains, skills, known: { ...known, brokenSkills } }, problems)
  if (problems.length > 0) return { problems }
  const catalog = Object.freeze({ version: catalogVersion(roles, skills, domains), roles, skills, domains })
  return { catalog, problems }
}

/**
 * What has been built of a file in which nothing was wrong. A change of a catalogue leaves nearly all of its files as they are, and
 * what is made of those is the same again: a large catalogue is not built anew for one cell.
 */
const BUILT = {
  domains: new WeakMap<Source<DomainFile>, ReadonlyMap<string, Domain>>(),
  skills: new WeakMap<Source<SkillFile>, Skill>(),
  roles: new WeakMap<Source<RoleFile>, Role>(),
}

/** Builds something, or gives what was built of the same file before, where it still stands. */
function builtOnce<S extends object, T>(
  known: WeakMap<S, T>,
  source: S,
  stands: (before: T) => boolean,
  problems: readonly Problem[],
  build: () => T,
): T {
  const before = known.get(source)
  if (before !== undefined && stands(before)) return before
  const found = problems.length
  const built = build()
  if (problems.length === found) known.set(source, built)
  return built
}

/** A text from a file, which may have been written as one string for every language. */
function textOf(text: string | { en: string; es?: string | undefined }): LocalText {
  if (typeof text === 'string') return Object.freeze({ en: text })
  return Object.freeze(text.es === undefined ? { en: text.en } : { en: text.en, es: text.es })
}

function buildDomains(source: Source<DomainFile> | undefined, problems: Problem[]): ReadonlyMap<string, Domain> {
  if (!source) return new Map()
  return builtOnce(
    BUILT.domains,
    source,
    () => true,
    problems,
    () => domainsOf(source, problems),
  )
}

function domainsOf(source: Source<DomainFile>, problems: Problem[]): ReadonlyMap<string, Domain> {
  const domains = new Map<string, Domain>()
  const register = new UniqueNames()
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
    reserveNames(register, source, ['domains', index], domain, problems)
    domains.set(domain.slug, domain)
  }
  return domains
}

function buildSkills(
  sources: readonly Source<SkillFile>[],
  domains: ReadonlyMap<string, Domain>,
  known: BrokenFiles,
  problems: Problem[],
): Map<string, Skill> {
  const skills = new Map<string, Skill>()
  const files = new Map<string, string>()
  const register = new UniqueNames()
  for (const source of sources) {
    const entry = source.value
    if (!checkOwnSlug(source, entry.slug, 'skill', files, problems)) continue
    const domain = domains.get(entry.domain)
    if (!domain) {
      if (known.domainsLoaded) problems.push(source.problemAt(['domain'], unknownName('domain', entry.domain, domains)))
      continue
    }
    const skill = builtOnce(
      BUILT.skills,
      source,
      (before) => before.domain === domain,
      problems,
      () => skillOf(source, domain, problems),
    )
    reserveNames(register, source, [], skill, problems)
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

/** Two steps with the same statement cannot be told apart by the person who rates themselves. */
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

/** A file's slug is its name, and no second file has it. */
function checkOwnSlug(
  source: Source<{ slug: string }>,
  slug: string,
  kind: string,
  taken: Map<string, string>,
  problems: Problem[],
): boolean {
  const other = taken.get(slug)
  if (other !== undefined) {
    problems.push(source.problemAt(['slug'], `the ${kind} "${slug}" is there twice: ${other} has this slug too`))
    return false
  }
  taken.set(slug, source.file)
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

interface Parts {
  readonly domains: ReadonlyMap<string, Domain>
  readonly skills: ReadonlyMap<string, Skill>
  readonly known: BrokenFiles
}

function buildRoles(sources: readonly Source<RoleFile>[], parts: Parts, problems: Problem[]): Map<string, Role> {
  const roles = new Map<string, Role>()
  const files = new Map<string, string>()
  const register = new UniqueNames()
  const shared = sharing()
  for (const source of sources) {
    const entry = source.value
    if (!checkOwnSlug(source, entry.slug, 'role', files, problems)) continue
    reserveNames(register, source, [], entry, problems)
    const build = (): Role => buildRole(source, parts, shared, problems)
    // Rows of skills that could not be read are left out, so that such a role is no whole one.
    const whole = parts.known.domainsLoaded && parts.known.brokenSkills?.size === 0
    const role = whole ? builtOnce(BUILT.roles, source, (before) => isOf(before, parts), problems, build) : build()
    roles.set(entry.slug, role)
  }
  return roles
}

/** Whether a role was built of these very domains and skills. */
function isOf(role: Role, { domains, skills }: Parts): boolean {
  return role.domains.every(
    ({ domain, rows }) =>
      domains.get(domain.slug) === domain && rows.every(({ skill }) => skills.get(skill.slug) === skill),
  )
}

/** Gives one string for a text that many roles repeat, such as the name of a level: it takes less memory and is found quicker. */
type Sharing = (text: string) => string

function sharing(): Sharing {
  const known = new Map<string, string>()
  return (text) => {
    const shared = known.get(text)
    if (shared === undefined) known.set(text, text)
    return shared ?? text
  }
}

function buildRole(source: Source<RoleFile>, parts: Parts, shared: Sharing, problems: Problem[]): Role {
  const entry = source.value
  const levels = buildLevels(source, shared, problems)
  const domains = buildRoleDomains(source, parts, problems)
  const rows = new Map(domains.flatMap((group) => group.rows.map((row) => [row.skill.slug, row] as const)))
  const inRole = new Set(entry.requirements.map((group) => group.domain))
  const keyDomains: Domain[] = []
  for (const [index, slug] of entry.keyDomains.entries()) {
    const domain = parts.domains.get(slug)
    if (entry.keyDomains.indexOf(slug) < index) {
      problems.push(source.problemAt(['keyDomains', index], `"${slug}" is there twice`))
    } else if (!inRole.has(slug)) {
      const known = [...inRole].join(', ')
      problems.push(
        source.problemAt(['keyDomains', index], `"${slug}" is no domain of this role; its domains: ${known}`),
      )
    } else if (domain) keyDomains.push(domain)
  }
  const content = {
    slug: entry.slug,
    name: entry.name,
    family: shared(entry.family),
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

function buildLevels(source: Source<RoleFile>, shared: Sharing, problems: Problem[]): readonly Level[] {
  const register = new UniqueNames()
  const seen = new Set<string>()
  const levels = source.value.levels.map((entry, index) => {
    const at = ['levels', index]
    if (seen.has(entry.slug))
      problems.push(source.problemAt([...at, 'slug'], `the level "${entry.slug}" is there twice`))
    seen.add(entry.slug)
    reserveNames(register, source, at, entry, problems)
    register.reserve(source, [...at, 'short'], entry.short, entry.slug, problems)
    return Object.freeze({
      slug: shared(entry.slug),
      name: shared(entry.name),
      short: shared(entry.short),
      aliases: Object.freeze(entry.aliases.map(shared)),
      focus: textOf(entry.focus),
      stack: textOf(entry.stack),
    })
  })
  return Object.freeze(levels)
}

function buildRoleDomains(source: Source<RoleFile>, parts: Parts, problems: Problem[]): readonly RoleDomain[] {
  const groups: RoleDomain[] = []
  const seenDomains = new Set<string>()
  const seenSkills = new Set<string>()
  for (const [index, group] of source.value.requirements.entries()) {
    const at = ['requirements', index]
    const domain = parts.domains.get(group.domain)
    if (seenDomains.has(group.domain)) {
      problems.push(
        source.problemAt([...at, 'domain'], `the domain "${group.domain}" is there twice; put its skills together`),
      )
    }
    seenDomains.add(group.domain)
    if (!domain && parts.known.domainsLoaded) {
      problems.push(source.problemAt([...at, 'domain'], unknownName('domain', group.domain, parts.domains)))
    }
    const rows: Row[] = []
    for (const [slug, shape] of Object.entries(group.skills)) {
      const path = [...at, 'skills', slug]
      const skill = parts.skills.get(slug)
      if (!skill) {
        if (parts.known.brokenSkills?.has(slug) === false && parts.known.domainsLoaded) {
          problems.push(source.problemAt(path, unknownName('skill', slug, parts.skills)))
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

const ROWS_OF_CELLS = new Map<string, readonly Cell[]>()

/** The one shared list for a row of cells: many skills have the same row. */
function cellsOf(cells: readonly Cell[]): readonly Cell[] {
  const key = cells.map((cell) => (cell === null ? '-' : `${cell.proficiency} ${cell.mandatory}`)).join()
  const known = ROWS_OF_CELLS.get(key)
  if (known) return known
  ROWS_OF_CELLS.set(key, Object.freeze(cells))
  return cells
}

const CELLS = new Map<string, Cell>()

/** The one shared object for a cell: a large catalogue has few distinct cells and very many places. */
function cellOf(word: CellWord, mandatory: Mandatory): Cell {
  if (word === 'absent') return null
  const key = `${word} ${mandatory}`
  const known = CELLS.get(key)
  if (known) return known
  const cell = Object.freeze({ proficiency: word, mandatory })
  CELLS.set(key, cell)
  return cell
}

function unknownName(kind: string, slug: string, known: ReadonlyMap<string, unknown>): string {
  const near = closestNames(slug, known.keys())
  const hint = near.length > 0 ? `; did you mean ${near.map((name) => `"${name}"`).join(' or ')}?` : ''
  return `there is no ${kind} "${slug}"${hint}`
}

import { basename } from 'node:path'
import {
  type BrokenFiles,
  type BuildContext,
  type BuiltEntries,
  buildOnce,
  noBuiltEntries,
  unknownName,
  withNoDomain,
} from './build-context.ts'
import { buildLadder, buildScale, createTextReader, type Ladder, readCriteria, stepWords } from './build-ladder.ts'
import { buildRole, createInterner } from './build-role.ts'
import { sharedDependencies } from './compiled-role.ts'
import { ladderHash, restoreSkill } from './compiled-skill.ts'
import { checkFormerSlugs, followingSlugs, formerlyField, type Renamed } from './former-slugs.ts'
import { type Catalog, type Domain, NO_DOMAIN, type Role, type Skill } from './model.ts'
import { normalize } from './names/normalize.ts'
import { UniqueNames } from './names/unique.ts'
import { checkPoints } from './points.ts'
import { createRoleRestorer } from './role-restorer.ts'
import type { Proficiency, Scale } from './scale.ts'
import type { DomainFile, LadderFile, RoleFile, SkillFile } from './schema.ts'
import { catalogVersion, skillVersion } from './version.ts'
import { type Path, type Problem, type Report, reporterFor, type Source } from './yaml-source.ts'

export interface CatalogSources {
  readonly ladder?: Source<LadderFile> | undefined
  readonly domains: Source<DomainFile> | undefined
  readonly skills: readonly Source<SkillFile>[]
  readonly roles: readonly Source<RoleFile>[]
  /** Set for files that will change, so that a change does not build the others again. */
  readonly built?: BuiltEntries
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
  const built = sources.built ?? noBuiltEntries()
  const ladder = buildLadder(sources.ladder, built, problems)
  // On a wrong scale, every row would be wrong too.
  if (problems.length > 0) return { problems }
  const base = { broken, built, problems, ladder }
  const domains = withNoDomain(buildDomains(sources.domains, base), sources.skills, built)
  const skills = buildSkills(sources.skills, { ...base, domains })
  const unbuilt = sources.skills.length === skills.size ? [] : sources.skills.map((source) => source.value.slug)
  const slugs = [...unbuilt, ...(broken.brokenSkills ?? [])]
  const brokenSkills = broken.brokenSkills && new Set(slugs.filter((slug) => !skills.has(slug)))
  const roles = buildRoles(sources.roles, { ...base, domains, skills, broken: { ...broken, brokenSkills } })
  checkPoints(sources, { ladder, skills, roles, broken: { ...broken, brokenSkills } }, problems)
  checkRenamed('skill', sources.skills, skills, problems, broken.brokenSkills)
  checkRenamed('role', sources.roles, roles, problems)
  if (problems.length > 0) return { problems }
  const version = catalogVersion(roles, skills, domains, ladder)
  const followed = <T extends Renamed>(entries: ReadonlyMap<string, T>) => followingSlugs(entries, (entry) => entry)
  const entries = { roles: followed(roles), skills: followed(skills), domains: followed(domains) }
  const catalog = Object.freeze({ version, ...entries, ...ladder })
  return { catalog, problems }
}

/** Checks the former slugs of skills or roles. The files of roles are not read for it. */
function checkRenamed<T extends { readonly slug: string }>(
  kind: string,
  sources: readonly Source<T>[],
  entries: ReadonlyMap<string, Renamed>,
  problems: Problem[],
  broken: Iterable<string> = [],
): void {
  const renamed = [...entries.values()].filter(({ formerly }) => formerly !== undefined)
  if (renamed.length === 0) return
  const files = new Map(sources.map((source) => [basename(source.file, '.yaml'), source]))
  checkFormerSlugs(
    kind,
    renamed.flatMap((entry) => {
      const source = files.get(entry.slug)
      return source ? [{ entry, at: [], report: reporterFor(source, problems) }] : []
    }),
    [...entries.keys(), ...broken],
  )
}

/** Names of one kind of entity across files: after a change nearly all of them are the same, so their keys are cached. */
function uniqueNames({ nameKeys }: BuiltEntries): UniqueNames {
  return new UniqueNames((name) => {
    const cached = nameKeys.get(name)
    if (cached !== undefined) return cached
    const key = normalize(name)
    nameKeys.set(name, key)
    return key
  })
}

function buildDomains(
  source: Source<DomainFile> | undefined,
  { built, problems, ladder }: Pick<BuildContext, 'built' | 'problems' | 'ladder'>,
): ReadonlyMap<string, Domain> {
  if (!source) return new Map()
  const build = (): ReadonlyMap<string, Domain> => domainsOf(source, ladder, reporterFor(source, problems))
  return buildOnce(built.domains, source, () => true, problems, build)
}

function domainsOf(source: Source<DomainFile>, { languages }: Ladder, report: Report): ReadonlyMap<string, Domain> {
  const domains = new Map<string, Domain>()
  const names = new UniqueNames()
  const text = createTextReader(languages, report)
  checkFormerSlugs(
    'domain',
    source.value.domains.map((entry, index) => ({ entry, at: ['domains', index], report })),
  )
  for (const [index, { slug, name, aliases, formerly }] of source.value.domains.entries()) {
    if (domains.has(slug)) {
      report(['domains', index, 'slug'], `the domain "${slug}" appears twice`)
      continue
    }
    const domain: Domain = Object.freeze({
      slug,
      name: text(name, ['domains', index, 'name']),
      aliases: Object.freeze([...aliases]),
      ...formerlyField(formerly),
    })
    names.reserveAll(domain, ['domains', index], report)
    domains.set(slug, domain)
  }
  return domains
}

function buildSkills(sources: readonly Source<SkillFile>[], context: Omit<BuildContext, 'skills'>): Map<string, Skill> {
  const { domains, broken, built, problems, ladder } = context
  const skills = new Map<string, Skill>()
  const files = new Map<string, string>()
  const reports = new Map<Skill, Report>()
  const skillBefore = createSkillRestorer(context)
  for (const source of sources) {
    const report = reporterFor(source, problems)
    const before = skillBefore(source)
    const entry = before ?? source.value
    if (!checkOwnSlug(source.file, entry.slug, 'skill', files, report)) continue
    const build = (file: SkillFile): Skill | undefined => {
      const domain = domains.get(file.domain ?? NO_DOMAIN)
      if (domain)
        return buildOnce(
          built.skills,
          source,
          () => false,
          problems,
          () => skillOf(file, domain, ladder, report),
        )
      if (broken.domainsLoaded) report(['domain'], unknownName('domain', file.domain ?? NO_DOMAIN, domains))
      return undefined
    }
    const skill = before ?? build(source.value)
    if (!skill) continue
    reports.set(skill, report)
    skills.set(skill.slug, skill)
  }
  // The names of all these together were checked before they were compiled.
  if (sharedDependencies({ ...context, skills }).entriesHash === built.compiledWith?.entriesHash) return skills
  const names = uniqueNames(built)
  for (const [skill, report] of reports) names.reserveAll(skill, [], report)
  return skills
}

/** Finds the skill that was built from the same file with the same domain before, here or in another process. */
function createSkillRestorer(context: Omit<BuildContext, 'skills'>): (source: Source<SkillFile>) => Skill | undefined {
  const { skills, compiledSkills, compiledWith } = context.built
  const isSameLadder = compiledWith?.ladderHash === ladderHash(context)
  return (source) => {
    const before = skills.get(source)
    if (before && context.domains.get(before.domain.slug) === before.domain) return before
    const compiled = isSameLadder ? compiledSkills.get(source) : undefined
    const restored = compiled && restoreSkill(compiled, context)
    if (restored) skills.set(source, restored)
    return restored
  }
}

function skillOf(file: SkillFile, domain: Domain, ladder: Ladder, report: Report): Skill {
  const { slug, name, aliases, links = [] } = file
  const text = createTextReader(ladder.languages, report)
  const scale = file.scale ? buildScale(file.scale, ['scale'], text, report) : ladder.scale
  const criteria = byStep(scale, 'statements', file.statements, report, (each, path) => readCriteria(each, path, text))
  const content = {
    slug,
    name,
    domain,
    aliases: Object.freeze([...aliases]),
    scale,
    statements: mapSteps(criteria, (each) => each.text),
    examples: mapSteps(criteria, (each) => each.examples),
    growth: byStep(scale, 'growth', file.growth, report, ({ effort, exercise, evidence }, path) =>
      Object.freeze({
        effort,
        exercise: text(exercise, [...path, 'exercise']),
        evidence: text(evidence, [...path, 'evidence']),
      }),
    ),
    links: Object.freeze(links.map(({ title, url }) => Object.freeze({ title, url }))),
    ...formerlyField(file.formerly),
  }
  checkStatementsDiffer(content.statements, report)
  return Object.freeze({ ...content, version: skillVersion(content) })
}

/** A part of what each step has; steps without it are left out. */
function mapSteps<T, R>(
  entries: Readonly<Record<Proficiency, T>>,
  part: (entry: T) => R | null,
): Readonly<Record<Proficiency, R>> {
  const parts = Object.entries(entries).flatMap(([slug, entry]) => {
    const own = part(entry)
    return own === null ? [] : [[slug, own] as const]
  })
  return Object.freeze(Object.fromEntries(parts))
}

/** What a skill says of each step, in the order of its scale. */
function byStep<T, R>(
  scale: Scale,
  key: 'statements' | 'growth',
  entries: Readonly<Record<string, T>> = {},
  report: Report,
  build: (entry: T, path: Path) => R,
): Readonly<Record<Proficiency, R>> {
  for (const slug of Object.keys(entries)) {
    if (!scale.steps.some((step) => step.slug === slug)) {
      report([key, slug], `"${slug}" is not a step of the scale; the steps are: ${stepWords(scale)}`)
    }
  }
  const built = scale.steps.flatMap(({ slug }) => {
    const entry = entries[slug]
    return entry === undefined ? [] : [[slug, build(entry, [key, slug])] as const]
  })
  return Object.freeze(Object.fromEntries(built))
}

/** A person who rates themselves could not tell two proficiencies with the same statement from each other. */
function checkStatementsDiffer(statements: Skill['statements'], report: Report): void {
  const seen = new Map<string, Proficiency>()
  for (const [proficiency, statement] of Object.entries(statements)) {
    const key = normalize(Object.values(statement ?? {})[0] ?? '')
    const earlier = seen.get(key)
    if (earlier) report(['statements', proficiency], `says the same as "${earlier}"; each step must differ`)
    seen.set(key, proficiency)
  }
}

/** Checks that a file's slug is its name and that no other file has it. */
function checkOwnSlug(
  file: string,
  slug: string,
  kind: string,
  fileBySlug: Map<string, string>,
  report: Report,
): boolean {
  const other = fileBySlug.get(slug)
  if (other !== undefined) {
    report(['slug'], `the ${kind} "${slug}" appears twice: ${other} has this slug too`)
    return false
  }
  fileBySlug.set(slug, file)
  if (basename(file, '.yaml') !== slug) {
    report(['slug'], `the slug "${slug}" and the file's name differ; call the file ${slug}.yaml`)
  }
  return true
}

function buildRoles(sources: readonly Source<RoleFile>[], context: BuildContext): Map<string, Role> {
  const { broken, built, problems } = context
  const roles = new Map<string, Role>()
  const files = new Map<string, string>()
  const names = uniqueNames(built)
  const interner = createInterner()
  // A role without the rows of its broken skills is not cached.
  const isComplete = broken.domainsLoaded && broken.brokenSkills?.size === 0
  const roleBefore = createRoleRestorer(context, interner)
  for (const source of sources) {
    const report = reporterFor(source, problems)
    const before = isComplete ? roleBefore(source) : undefined
    const { slug, name, aliases } = before ?? source.value
    if (!checkOwnSlug(source.file, slug, 'role', files, report)) continue
    names.reserveAll({ slug, name, aliases }, [], report)
    const build = (): Role => buildRole(source.value, context, interner, report)
    roles.set(slug, before ?? (isComplete ? buildOnce(built.roles, source, () => false, problems, build) : build()))
  }
  return roles
}

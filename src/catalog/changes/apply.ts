import type { z } from 'zod'
import { buildCatalog, type CatalogSources } from '../build.ts'
import type { Catalog, Cell, LocalText } from '../model.ts'
import type { Proficiency } from '../proficiency.ts'
import { RoleFile, SkillFile } from '../schema.ts'
import { skillVersion } from '../version.ts'
import type { Problem, Source } from '../yaml-source.ts'
import type { CatalogChange } from './change.ts'

/** A value as it is compared and kept: a proficiency or `absent` (one or one a level), a text, whether it is mandatory, or nothing. */
export type ChangeValue = string | boolean | readonly string[] | null

/** What a change is about in a catalogue as it is now, or the name in it that is not there. */
export type ChangeTarget =
  | {
      readonly exists: true
      readonly value: ChangeValue
      /** Of the role or the skill that is changed; null where it is new. */
      readonly version: string | null
      /** The domain whose experts know of it; null where it is about a role as a whole. */
      readonly domain: string | null
    }
  | { readonly exists: false; readonly missing: string }

/** What a change would replace in this catalogue. */
export function readTarget(catalog: Catalog, change: CatalogChange): ChangeTarget {
  const missing = (name: string): ChangeTarget => ({ exists: false, missing: name })
  switch (change.kind) {
    case 'requirement':
    case 'mandatory': {
      const role = catalog.roles.get(change.role)
      const at = role?.levels.findIndex(({ slug }) => slug === change.level) ?? -1
      const row = role?.rows.get(change.skill)
      if (!role) return missing(change.role)
      if (at < 0) return missing(change.level)
      if (!row) return missing(change.skill)
      const cell = row.cells[at] ?? null
      if (change.kind === 'mandatory' && cell === null) return missing(change.level)
      const value = change.kind === 'requirement' ? wordOf(cell) : String(cell?.mandatory ?? 'unknown')
      return { exists: true, value, version: role.version, domain: row.skill.domain.slug }
    }
    case 'addSkill': {
      const role = catalog.roles.get(change.role)
      const skill = catalog.skills.get(change.skill)
      if (!role) return missing(change.role)
      if (!skill) return missing(change.skill)
      const row = role.rows.get(change.skill)
      return {
        exists: true,
        value: row ? row.cells.map(wordOf) : null,
        version: role.version,
        domain: skill.domain.slug,
      }
    }
    case 'removeSkill': {
      const role = catalog.roles.get(change.role)
      const row = role?.rows.get(change.skill)
      if (!role) return missing(change.role)
      if (!row) return missing(change.skill)
      return { exists: true, value: row.cells.map(wordOf), version: role.version, domain: row.skill.domain.slug }
    }
    case 'statement': {
      const skill = catalog.skills.get(change.skill)
      if (!skill) return missing(change.skill)
      const value = textIn(skill.statements[change.proficiency], change.locale)
      return { exists: true, value, version: skillVersion(skill), domain: skill.domain.slug }
    }
    case 'focus':
    case 'stack': {
      const role = catalog.roles.get(change.role)
      const level = role?.levels.find(({ slug }) => slug === change.level)
      if (!role) return missing(change.role)
      if (!level) return missing(change.level)
      return { exists: true, value: textIn(level[change.kind], change.locale), version: role.version, domain: null }
    }
    case 'description': {
      const role = catalog.roles.get(change.role)
      if (!role) return missing(change.role)
      return { exists: true, value: textIn(role.description, change.locale), version: role.version, domain: null }
    }
    case 'alias': {
      if (change.of === 'role') {
        const role = catalog.roles.get(change.slug)
        if (!role) return missing(change.slug)
        const value = role.aliases.includes(change.to) ? change.to : null
        return { exists: true, value, version: role.version, domain: null }
      }
      const skill = catalog.skills.get(change.slug)
      if (!skill) return missing(change.slug)
      const value = skill.aliases.includes(change.to) ? change.to : null
      return { exists: true, value, version: skillVersion(skill), domain: skill.domain.slug }
    }
    case 'newSkill': {
      if (!catalog.domains.has(change.to.domain)) return missing(change.to.domain)
      const value = catalog.skills.has(change.to.slug) ? change.to.slug : null
      return { exists: true, value, version: null, domain: change.to.domain }
    }
  }
}

/** The value that a change asks for, in the form that `fitOf` tells today's in. */
export function proposedValue(change: CatalogChange): ChangeValue {
  switch (change.kind) {
    case 'removeSkill':
      return null
    case 'mandatory':
      return String(change.to)
    case 'newSkill':
      return change.to.slug
    case 'requirement':
    case 'addSkill':
    case 'statement':
    case 'focus':
    case 'stack':
    case 'description':
    case 'alias':
      return change.to
  }
}

/** Whether two values are the same one. */
export function isSameValue(one: ChangeValue, other: ChangeValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function wordOf(cell: Cell): string {
  return cell?.proficiency ?? 'absent'
}

function textIn(text: LocalText, locale: 'en' | 'es'): string | null {
  return text[locale] ?? null
}

/** What comes of changes to a catalogue: a whole valid one, or what they would break. */
export type ChangeResult =
  | { readonly ok: true; readonly catalog: Catalog; readonly sources: CatalogSources }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Makes changes one after the other. A change that has been made already, or that no longer fits what it is about, changes
 * nothing: so the changes of a log may be replayed over files that hold some of them.
 */
export function applyChanges(sources: CatalogSources, changes: readonly CatalogChange[]): ChangeResult {
  const changed = changes.reduce(changeSources, sources)
  const misshapen = [
    ...misshapenIn(sources.roles, changed.roles, RoleFile),
    ...misshapenIn(sources.skills, changed.skills, SkillFile),
  ]
  if (misshapen.length > 0) return { ok: false, problems: misshapen }
  const { catalog, problems } = buildCatalog(changed)
  return catalog ? { ok: true, catalog, sources: changed } : { ok: false, problems }
}

/** What is wrong with the shape of the files that differ: more aliases than a file may hold, or no skill left. */
function misshapenIn<T>(before: readonly Source<T>[], after: readonly Source<T>[], schema: z.ZodType<T>): Problem[] {
  const known = new Set(before)
  return after.flatMap((source) => {
    const parsed = known.has(source) ? undefined : schema.safeParse(source.value)
    return (parsed?.error?.issues ?? []).map(({ path, message }) =>
      source.problemAt(path, `${path.join('.')}: ${message}`),
    )
  })
}

function changeSources(sources: CatalogSources, change: CatalogChange): CatalogSources {
  switch (change.kind) {
    case 'statement':
      return inSkill(sources, change.skill, (skill) => ({
        ...skill,
        statements: {
          ...skill.statements,
          [change.proficiency]: withText(skill.statements[change.proficiency], change.locale, change.to),
        },
      }))
    case 'alias':
      return change.of === 'role'
        ? inRole(sources, change.slug, (role) => ({ ...role, aliases: withAlias(role.aliases, change.to) }))
        : inSkill(sources, change.slug, (skill) => ({ ...skill, aliases: withAlias(skill.aliases, change.to) }))
    case 'newSkill':
      if (sources.skills.some(({ value }) => value.slug === change.to.slug)) return sources
      return { ...sources, skills: [...sources.skills, sourceOf(`skills/${change.to.slug}.yaml`, change.to)] }
    case 'description':
      return inRole(sources, change.role, (role) => ({
        ...role,
        description: withText(role.description, change.locale, change.to),
      }))
    case 'focus':
    case 'stack':
      return inRole(sources, change.role, (role) => ({
        ...role,
        levels: role.levels.map((level) =>
          level.slug === change.level
            ? { ...level, [change.kind]: withText(level[change.kind], change.locale, change.to) }
            : level,
        ),
      }))
    case 'requirement':
      return inRow(sources, change, (row, at) => withWord(row, at, change.to))
    case 'mandatory':
      return inRow(sources, change, (row, at) => withMark(row, at, change.to))
    case 'addSkill':
      return inRole(sources, change.role, (role) => withSkill(role, change, sources))
    case 'removeSkill':
      return inRole(sources, change.role, (role) => withoutSkill(role, change.skill))
  }
}

type RowShape = RoleFile['requirements'][number]['skills'][string]
type Word = Proficiency | 'absent'

function inRole(sources: CatalogSources, slug: string, change: (role: RoleFile) => RoleFile): CatalogSources {
  return { ...sources, roles: sources.roles.map((source) => changing(source, slug, change)) }
}

function inSkill(sources: CatalogSources, slug: string, change: (skill: SkillFile) => SkillFile): CatalogSources {
  return { ...sources, skills: sources.skills.map((source) => changing(source, slug, change)) }
}

function changing<T extends { slug: string }>(source: Source<T>, slug: string, change: (value: T) => T): Source<T> {
  return source.value.slug === slug ? sourceOf(source.file, change(source.value)) : source
}

/** A source that no file is of: a problem of it has no place in one. */
function sourceOf<T>(file: string, value: T): Source<T> {
  return { file, value, problemAt: (_, message) => ({ file, line: 1, column: 1, message }) }
}

type Text = string | { en: string; es?: string | undefined }

function withText(text: Text, locale: 'en' | 'es', to: string): Text {
  const both = typeof text === 'string' ? { en: text } : text
  return { ...both, [locale]: to }
}

function withAlias(aliases: string[], alias: string): string[] {
  return aliases.includes(alias) ? aliases : [...aliases, alias]
}

function inRow(
  sources: CatalogSources,
  { role, level, skill }: { role: string; level: string; skill: string },
  change: (row: RowShape, at: number) => RowShape,
): CatalogSources {
  return inRole(sources, role, (file) => {
    const at = file.levels.findIndex(({ slug }) => slug === level)
    if (at < 0) return file
    return {
      ...file,
      requirements: file.requirements.map((group) => {
        const row = group.skills[skill]
        return row ? { ...group, skills: { ...group.skills, [skill]: change(row, at) } } : group
      }),
    }
  })
}

function withWord(row: RowShape, at: number, word: Word): RowShape {
  if (Array.isArray(row)) return row.with(at, word)
  const before = row.proficiency[at]
  const mandatory = row.mandatory
  // What nothing is expected of is not mandatory, and neither is what has just come to be expected.
  const unmarked = mandatory && (word === 'absent' || before === 'absent') ? mandatory.with(at, false) : mandatory
  return { proficiency: row.proficiency.with(at, word), ...(unmarked && { mandatory: unmarked }) }
}

function withMark(row: RowShape, at: number, mark: boolean): RowShape {
  const proficiency = Array.isArray(row) ? row : row.proficiency
  if (proficiency[at] === undefined || proficiency[at] === 'absent') return row
  const marks = (Array.isArray(row) ? undefined : row.mandatory) ?? proficiency.map(() => 'unknown' as const)
  return { proficiency, mandatory: marks.with(at, mark) }
}

function withSkill(role: RoleFile, { skill, to }: { skill: string; to: Word[] }, { skills }: CatalogSources): RoleFile {
  const domain = skills.find(({ value }) => value.slug === skill)?.value.domain
  if (domain === undefined || role.requirements.some((group) => skill in group.skills)) return role
  const known = role.requirements.some((group) => group.domain === domain)
  const requirements = known ? role.requirements : [...role.requirements, { domain, skills: {} }]
  return {
    ...role,
    requirements: requirements.map((group) =>
      group.domain === domain ? { ...group, skills: { ...group.skills, [skill]: to } } : group,
    ),
  }
}

/** A domain that has lost its last skill goes with it. */
function withoutSkill(role: RoleFile, skill: string): RoleFile {
  const requirements = role.requirements
    .map((group) => ({
      ...group,
      skills: Object.fromEntries(Object.entries(group.skills).filter(([slug]) => slug !== skill)),
    }))
    .filter((group) => Object.keys(group.skills).length > 0)
  const domains = new Set(requirements.map(({ domain }) => domain))
  return { ...role, requirements, keyDomains: role.keyDomains.filter((domain) => domains.has(domain)) }
}

import { basename } from 'node:path'
import type { CatalogSources } from '../build.ts'
import { findBySlug, hasSlug, type Renamed } from '../former-slugs.ts'
import type { Catalog } from '../model.ts'
import type { RoleFile, SkillFile } from '../schema.ts'
import type { Source } from '../yaml-source.ts'
import type { CatalogChange } from './change.ts'
import type { ChangeValue } from './kinds/kind.ts'

// A change names slugs as they were when it was proposed; it follows them to the entries of today.

/** Finds the slug of today. A slug that nothing has or had stays as it is. */
interface SlugLookup {
  role(slug: string): string
  skill(slug: string): string
  domain(slug: string): string
  level(role: string, slug: string): string
  /** The step of a skill's scale. */
  step(skill: string, slug: string): string
}

/** A change with the slugs that a catalog has today. */
export function changeToday(change: CatalogChange, catalog: Catalog): CatalogChange {
  return withSlugs(change, lookupIn(catalog))
}

/** A change and the value that it replaces, with the slugs that a catalog has today. */
export function requestToday<T extends { readonly change: CatalogChange; readonly from: ChangeValue }>(
  request: T,
  catalog: Catalog,
): T {
  const { change, from } = request
  const slugs = lookupIn(catalog)
  return { ...request, change: withSlugs(change, slugs), from: valueToday(change, from, slugs) }
}

function valueToday(change: CatalogChange, value: ChangeValue, slugs: SlugLookup): ChangeValue {
  if (change.kind !== 'requirement' && change.kind !== 'addSkill' && change.kind !== 'removeSkill') return value
  const step = (each: string): string => slugs.step(change.skill, each)
  if (typeof value === 'string') return step(value)
  return Array.isArray(value) ? value.map(step) : value
}

function lookupIn(catalog: Catalog): SlugLookup {
  return {
    role: (slug) => catalog.roles.get(slug)?.slug ?? slug,
    skill: (slug) => catalog.skills.get(slug)?.slug ?? slug,
    domain: (slug) => catalog.domains.get(slug)?.slug ?? slug,
    level: (role, slug) => findBySlug(catalog.roles.get(role)?.levels ?? [], slug)?.slug ?? slug,
    step: (skill, slug) => findBySlug((catalog.skills.get(skill) ?? catalog).scale.steps, slug)?.slug ?? slug,
  }
}

/** A change with the slugs that the files of a catalog have today. */
export function changeInSources(change: CatalogChange, sources: CatalogSources): CatalogChange {
  const { built } = sources
  const roleOf = (slug: string): Source<RoleFile> | undefined => sourceOf(sources.roles, slug, built?.roles)
  const skillOf = (slug: string): Source<SkillFile> | undefined => sourceOf(sources.skills, slug, built?.skills)
  return withSlugs(change, {
    role: (slug) => slugOf(roleOf(slug)) ?? slug,
    skill: (slug) => slugOf(skillOf(slug)) ?? slug,
    domain: (slug) => findBySlug(sources.domains?.value.domains ?? [], slug)?.slug ?? slug,
    level: (role, slug) => findBySlug(roleOf(role)?.value.levels ?? [], slug)?.slug ?? slug,
    step: (skill, slug) =>
      findBySlug(skillOf(skill)?.value.scale ?? sources.ladder?.value.scale ?? [], slug)?.slug ?? slug,
  })
}

/** The slug of an entry of a valid catalog is the name of its file. */
function slugOf(source: Source<unknown> | undefined): string | undefined {
  return source && basename(source.file, '.yaml')
}

/** The file of the entry with a slug, or that had it. The files of roles are decompressed only if they were not built. */
function sourceOf<T extends Renamed>(
  sources: readonly Source<T>[],
  slug: string,
  built: { get(source: Source<T>): Renamed | undefined } | undefined,
): Source<T> | undefined {
  return (
    sources.find((source) => slugOf(source) === slug) ??
    sources.find((source) => hasSlug(built?.get(source) ?? source.value, slug))
  )
}

function withSlugs(change: CatalogChange, slugs: SlugLookup): CatalogChange {
  switch (change.kind) {
    case 'requirement': {
      const { role, level, skill, to } = change
      return {
        ...change,
        role: slugs.role(role),
        level: slugs.level(role, level),
        skill: slugs.skill(skill),
        to: slugs.step(skill, to),
      }
    }
    case 'mandatory': {
      const { role, level, skill } = change
      return { ...change, role: slugs.role(role), level: slugs.level(role, level), skill: slugs.skill(skill) }
    }
    case 'addSkill': {
      const { role, skill, to } = change
      const steps = to.map((each) => slugs.step(skill, each))
      return { ...change, role: slugs.role(role), skill: slugs.skill(skill), to: steps }
    }
    case 'removeSkill':
      return { ...change, role: slugs.role(change.role), skill: slugs.skill(change.skill) }
    case 'statement': {
      const { skill, proficiency } = change
      return { ...change, skill: slugs.skill(skill), proficiency: slugs.step(skill, proficiency) }
    }
    case 'focus':
    case 'stack':
      return { ...change, role: slugs.role(change.role), level: slugs.level(change.role, change.level) }
    case 'description':
      return { ...change, role: slugs.role(change.role) }
    case 'alias':
      return { ...change, slug: change.of === 'role' ? slugs.role(change.slug) : slugs.skill(change.slug) }
    case 'newSkill': {
      const { slug, domain } = change.to
      const place = domain === undefined ? {} : { domain: slugs.domain(domain) }
      return { ...change, to: { ...change.to, slug: slugs.skill(slug), ...place } }
    }
  }
}

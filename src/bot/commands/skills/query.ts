import { type Catalog, type Domain, type Level, localized, type Role, type Skill } from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import { encodeAction } from '../../action-id.ts'
import { UserError } from '../../errors.ts'

/** A look-up in the catalog: one member for each row of the help table. Pages count from 1. */
export type SkillsQuery =
  | { readonly view: 'help' }
  | { readonly view: 'roles'; readonly page: number }
  | { readonly view: 'role'; readonly role: Role }
  | { readonly view: 'level'; readonly role: Role; readonly level: Level }
  | { readonly view: 'roleDomain'; readonly role: Role; readonly domain: Domain }
  | { readonly view: 'levelDomain'; readonly role: Role; readonly level: Level; readonly domain: Domain }
  | { readonly view: 'levels'; readonly role: Role; readonly from: Level; readonly to: Level }
  | { readonly view: 'row'; readonly role: Role; readonly skill: Skill }
  | { readonly view: 'cell'; readonly role: Role; readonly level: Level; readonly skill: Skill }
  | { readonly view: 'skill'; readonly skill: Skill; readonly page: number }
  | { readonly view: 'domain'; readonly domain: Domain }
  | { readonly view: 'changes'; readonly role: Role; readonly page: number }
  | { readonly view: 'twoRoles'; readonly first: Role; readonly second: Role; readonly level: string | null }

/** The first letter of the payloads of this command's actions. */
export const SKILLS_CODE = 's'

/** One letter per view, so that the longest slugs fit into an action's 100 characters. */
const VIEW_LETTERS = [
  ['help', 'h'],
  ['roles', 'a'],
  ['role', 'r'],
  ['level', 'l'],
  ['roleDomain', 'm'],
  ['levelDomain', 'd'],
  ['levels', 'c'],
  ['row', 'w'],
  ['cell', 'e'],
  ['skill', 's'],
  ['domain', 'o'],
  ['twoRoles', 't'],
  ['changes', 'v'],
] as const satisfies readonly (readonly [SkillsQuery['view'], string])[]

const LETTER_OF_VIEW: ReadonlyMap<SkillsQuery['view'], string> = new Map(VIEW_LETTERS)
const VIEW_OF_LETTER: ReadonlyMap<string, SkillsQuery['view']> = new Map(
  VIEW_LETTERS.map(([view, letter]) => [letter, view]),
)

export function queryPayload(query: SkillsQuery): string {
  return encodeAction({ code: SKILLS_CODE, args: [LETTER_OF_VIEW.get(query.view) ?? '', ...argumentsOf(query)] })
}

function argumentsOf(query: SkillsQuery): readonly string[] {
  switch (query.view) {
    case 'help':
      return []
    case 'roles':
      return [String(query.page)]
    case 'role':
      return [query.role.slug]
    case 'level':
      return [query.role.slug, query.level.slug]
    case 'roleDomain':
      return [query.role.slug, query.domain.slug]
    case 'levelDomain':
      return [query.role.slug, query.level.slug, query.domain.slug]
    case 'levels':
      return [query.role.slug, query.from.slug, query.to.slug]
    case 'row':
      return [query.role.slug, query.skill.slug]
    case 'cell':
      return [query.role.slug, query.level.slug, query.skill.slug]
    case 'skill':
      return [query.skill.slug, String(query.page)]
    case 'domain':
      return [query.domain.slug]
    case 'changes':
      return [query.role.slug, String(query.page)]
    case 'twoRoles':
      return query.level === null
        ? [query.first.slug, query.second.slug]
        : [query.first.slug, query.second.slug, query.level]
  }
}

/**
 * Parses the arguments of an action into a query, in the current catalog. Throws a UserError for arguments of another format, and for
 * names that the catalog no longer has.
 */
export function parseQuery(args: readonly string[], catalog: Catalog): SkillsQuery {
  const [letter, first = '', second = '', third = ''] = args
  const view = VIEW_OF_LETTER.get(letter ?? '')
  switch (view) {
    case 'help':
      return { view }
    case 'roles':
      return { view, page: pageFrom(first) }
    case 'role':
      return { view, role: entryOf(catalog.roles, first) }
    case 'level': {
      const role = entryOf(catalog.roles, first)
      return { view, role, level: levelOf(role, second) }
    }
    case 'roleDomain':
      return { view, role: entryOf(catalog.roles, first), domain: entryOf(catalog.domains, second) }
    case 'levelDomain': {
      const role = entryOf(catalog.roles, first)
      return { view, role, level: levelOf(role, second), domain: entryOf(catalog.domains, third) }
    }
    case 'levels': {
      const role = entryOf(catalog.roles, first)
      return { view, role, from: levelOf(role, second), to: levelOf(role, third) }
    }
    case 'row':
      return { view, role: entryOf(catalog.roles, first), skill: entryOf(catalog.skills, second) }
    case 'cell': {
      const role = entryOf(catalog.roles, first)
      return { view, role, level: levelOf(role, second), skill: entryOf(catalog.skills, third) }
    }
    case 'skill':
      return { view, skill: entryOf(catalog.skills, first), page: pageFrom(second) }
    case 'domain':
      return { view, domain: entryOf(catalog.domains, first) }
    case 'changes':
      return { view, role: entryOf(catalog.roles, first), page: pageFrom(second) }
    case 'twoRoles':
      return {
        view,
        first: entryOf(catalog.roles, first),
        second: entryOf(catalog.roles, second),
        level: third === '' ? null : third,
      }
    case undefined:
      throw new UserError('error.action.unreadable')
  }
}

/** A button that runs a query. */
export function queryButton(label: string, query: SkillsQuery, style?: ActionButton['style']): ActionButton {
  const payload = queryPayload(query)
  return style ? { label, payload, style } : { label, payload }
}

/** The query in words, for the label of a choice. */
export function describeQuery(query: SkillsQuery, t: Translator): string {
  switch (query.view) {
    case 'help':
      return t('skills.help.title')
    case 'roles':
      return t('skills.roles.title')
    case 'role':
      return query.role.name
    case 'level':
      return `${query.role.name} · ${query.level.name}`
    case 'roleDomain':
      return `${query.role.name} · ${localized(query.domain.name, t.locale)}`
    case 'levelDomain':
      return `${query.role.name} · ${query.level.name} · ${localized(query.domain.name, t.locale)}`
    case 'levels':
      return `${query.role.name}: ${query.from.name} → ${query.to.name}`
    case 'row':
      return `${query.skill.name} · ${query.role.name}`
    case 'cell':
      return `${query.skill.name} · ${query.role.name} · ${query.level.name}`
    case 'skill':
      return query.skill.name
    case 'domain':
      return localized(query.domain.name, t.locale)
    case 'changes':
      return `${query.role.name}: ${t('skills.changes.title')}`
    case 'twoRoles':
      return `${query.first.name} / ${query.second.name}`
  }
}

function entryOf<T>(entries: ReadonlyMap<string, T>, slug: string): T {
  const entry = entries.get(slug)
  if (entry === undefined) throw new UserError('error.action.gone', { name: slug })
  return entry
}

function levelOf(role: Role, slug: string): Level {
  const level = role.levels.find((entry) => entry.slug === slug)
  if (!level) throw new UserError('error.action.gone', { name: slug })
  return level
}

function pageFrom(text: string): number {
  const page = Number.parseInt(text, 10)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

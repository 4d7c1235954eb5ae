import {
  type Catalog,
  type Domain,
  type Level,
  localized,
  type Proficiency,
  type Role,
  type Skill,
  type Step,
  stepOf,
} from '../../../catalog/index.ts'
import type { Translator } from '../../../i18n/index.ts'
import { defineActions } from '../../action-id.ts'
import { UserError } from '../../errors.ts'
import { proficiencyName } from '../../views/proficiency.ts'

/** A question about the catalog. Pages count from 1. */
export type SkillsQuery =
  | { readonly view: 'help' }
  | { readonly view: 'roles'; readonly page: number }
  | { readonly view: 'role'; readonly role: Role }
  | { readonly view: 'roleSkills'; readonly role: Role }
  | { readonly view: 'roleAbout'; readonly role: Role }
  | { readonly view: 'level'; readonly role: Role; readonly level: Level }
  | { readonly view: 'levelSkills'; readonly role: Role; readonly level: Level }
  | { readonly view: 'levelStep'; readonly role: Role; readonly level: Level; readonly step: Step }
  | { readonly view: 'roleDomain'; readonly role: Role; readonly domain: Domain }
  | { readonly view: 'levelDomain'; readonly role: Role; readonly level: Level; readonly domain: Domain }
  | { readonly view: 'levels'; readonly role: Role; readonly from: Level; readonly to: Level }
  | { readonly view: 'levelsSkills'; readonly role: Role; readonly from: Level; readonly to: Level }
  | {
      readonly view: 'levelsDomain'
      readonly role: Role
      readonly from: Level
      readonly to: Level
      readonly domain: Domain
    }
  | { readonly view: 'row'; readonly role: Role; readonly skill: Skill }
  | { readonly view: 'cell'; readonly role: Role; readonly level: Level; readonly skill: Skill }
  | { readonly view: 'skill'; readonly skill: Skill; readonly page: number }
  | { readonly view: 'statement'; readonly skill: Skill; readonly step: Step }
  /** `proficiency`: the step whose statements are shown; the second one, if it is absent. */
  | { readonly view: 'domain'; readonly domain: Domain; readonly proficiency?: Proficiency }
  | { readonly view: 'changes' /** Null for the whole ladder. */; readonly role: Role | null; readonly page: number }
  | { readonly view: 'twoRoles'; readonly first: Role; readonly second: Role; readonly level: string | null }
  | { readonly view: 'twoRolesSkills'; readonly first: Role; readonly second: Role; readonly level: string | null }
  | {
      readonly view: 'twoRolesDomain'
      readonly first: Role
      readonly second: Role
      readonly domain: Domain
      readonly level: string | null
    }
  | {
      readonly view: 'twoRolesPart'
      readonly first: Role
      readonly second: Role
      /** The skills of both, or those that only the first has. */
      readonly part: 'both' | 'first'
    }
  | { readonly view: 'sharedSkills' }
  | { readonly view: 'ownSkills'; readonly role: Role }
  | { readonly view: 'nextLevel'; readonly role: Role; readonly level: Level | null }
  | {
      readonly view: 'several'
      /** Null for all roles. */
      readonly role: Role | null
      readonly level: Level | null
      readonly skills: readonly Skill[]
    }
  | { readonly view: 'usage'; readonly skill: Skill }
  | { readonly view: 'learning'; readonly skill: Skill }
  | { readonly view: 'levelNames' }
  | { readonly view: 'domains' }
  | { readonly view: 'stack'; readonly role: Role; readonly level: Level | null }
  | { readonly view: 'focus'; readonly role: Role; readonly level: Level | null }
  | { readonly view: 'core'; readonly role: Role; readonly level: Level | null }
  /** What the core of every role consists of. */
  | { readonly view: 'cores' }
  | { readonly view: 'rubric'; readonly proficiency: Proficiency | null }
  /** `about`: what someone finds wrong or wants to see changed. */
  | { readonly view: 'topic'; readonly topic: PlainTopic; readonly about?: SkillsQuery }

/** What is told about Rung itself, and answers to what is no question. */
const PLAIN_TOPICS = [
  'rule',
  'process',
  'coverage',
  'privacy',
  'greeting',
  'thanks',
  'bye',
  'unknown',
  'ownLadder',
  'answers',
  'marks',
] as const
export type PlainTopic = (typeof PLAIN_TOPICS)[number]

/** The letter that begins the payloads of this command's actions. */
export const SKILLS_CODE = 's'

type QueriesByView = { readonly [Q in SkillsQuery as Q['view']]: Q }

/** The codec of queries. Reading throws a UserError if the query names something that the catalog no longer has. */
export const {
  encode: queryPayload,
  decode: parseQuery,
  button: queryButton,
} = defineActions<QueriesByView, Catalog>(SKILLS_CODE, (query) => query.view, {
  help: ['h', () => [], () => ({ view: 'help' })],
  roles: ['a', ({ page }) => [String(page)], ([page]) => ({ view: 'roles', page: pageFrom(page) })],
  role: ['r', ({ role }) => [role.slug], ([role], { roles }) => ({ view: 'role', role: entryOf(roles, role) })],
  roleSkills: [
    'x',
    ({ role }) => [role.slug],
    ([role], { roles }) => ({ view: 'roleSkills', role: entryOf(roles, role) }),
  ],
  roleAbout: [
    'i',
    ({ role }) => [role.slug],
    ([role], { roles }) => ({ view: 'roleAbout', role: entryOf(roles, role) }),
  ],
  level: [
    'l',
    ({ role, level }) => [role.slug, level.slug],
    (args, { roles }) => ({ view: 'level', ...levelIn(roles, args) }),
  ],
  levelSkills: [
    'k',
    ({ role, level }) => [role.slug, level.slug],
    (args, { roles }) => ({ view: 'levelSkills', ...levelIn(roles, args) }),
  ],
  roleDomain: [
    'm',
    ({ role, domain }) => [role.slug, domain.slug],
    ([role, domain], { roles, domains }) => ({
      view: 'roleDomain',
      role: entryOf(roles, role),
      domain: entryOf(domains, domain),
    }),
  ],
  levelDomain: [
    'd',
    ({ role, level, domain }) => [role.slug, level.slug, domain.slug],
    ([slug, level, domain], { roles, domains }) => {
      const role = entryOf(roles, slug)
      return { view: 'levelDomain', role, level: levelOf(role, level), domain: entryOf(domains, domain) }
    },
  ],
  levels: [
    'c',
    ({ role, from, to }) => [role.slug, from.slug, to.slug],
    (args, { roles }) => ({ view: 'levels', ...levelsIn(roles, args) }),
  ],
  levelsSkills: [
    'g',
    ({ role, from, to }) => [role.slug, from.slug, to.slug],
    (args, { roles }) => ({ view: 'levelsSkills', ...levelsIn(roles, args) }),
  ],
  levelStep: [
    '5',
    ({ role, level, step }) => [role.slug, level.slug, step.slug],
    ([role, level, name = ''], { roles }) => {
      const at = levelIn(roles, [role ?? '', level ?? ''])
      const step = stepOf(at.role.scale, name)
      if (!step) throw new UserError('error.action.gone', { name })
      return { view: 'levelStep', ...at, step }
    },
  ],
  // The longest slugs would not fit, so that of the domain is cut.
  levelsDomain: [
    '2',
    ({ role, from, to, domain }) => [role.slug, from.slug, to.slug, domain.slug.slice(0, MAX_CUT_SLUG)],
    ([slug, from, to, start], { roles }) => ({
      view: 'levelsDomain',
      ...levelsIn(roles, [slug ?? '', from ?? '', to ?? '']),
      domain: domainIn(entryOf(roles, slug), start),
    }),
  ],
  row: [
    'w',
    ({ role, skill }) => [role.slug, skill.slug],
    ([role, skill], { roles, skills }) => ({ view: 'row', role: entryOf(roles, role), skill: entryOf(skills, skill) }),
  ],
  cell: [
    'e',
    ({ role, level, skill }) => [role.slug, level.slug, skill.slug],
    ([slug, level, skill], { roles, skills }) => {
      const role = entryOf(roles, slug)
      return { view: 'cell', role, level: levelOf(role, level), skill: entryOf(skills, skill) }
    },
  ],
  skill: [
    's',
    ({ skill, page }) => [skill.slug, String(page)],
    ([skill, page], { skills }) => ({ view: 'skill', skill: entryOf(skills, skill), page: pageFrom(page) }),
  ],
  statement: [
    'S',
    ({ skill, step }) => [skill.slug, step.slug],
    ([slug, name = ''], { skills }) => {
      const skill = entryOf(skills, slug)
      const step = stepOf(skill.scale, name)
      if (!step) throw new UserError('error.action.gone', { name })
      return { view: 'statement', skill, step }
    },
  ],
  domain: [
    'o',
    ({ domain, proficiency }) => [domain.slug, ...(proficiency === undefined ? [] : [proficiency])],
    ([domain, proficiency], { domains }) => ({
      view: 'domain',
      domain: entryOf(domains, domain),
      ...(proficiency !== undefined && { proficiency }),
    }),
  ],
  changes: [
    'v',
    ({ role, page }) => [role?.slug ?? '', String(page)],
    ([role = '', page], { roles }) => ({
      view: 'changes',
      role: role === '' ? null : entryOf(roles, role),
      page: pageFrom(page),
    }),
  ],
  twoRoles: [
    't',
    ({ first, second, level }) => [first.slug, second.slug, ...(level === null ? [] : [level])],
    (args, { roles }) => ({ view: 'twoRoles', ...twoRolesIn(roles, args) }),
  ],
  twoRolesSkills: [
    'u',
    ({ first, second, level }) => [first.slug, second.slug, ...(level === null ? [] : [level])],
    (args, { roles }) => ({ view: 'twoRolesSkills', ...twoRolesIn(roles, args) }),
  ],
  twoRolesDomain: [
    '6',
    ({ first, second, domain, level }) => [
      first.slug,
      second.slug,
      domain.slug.slice(0, MAX_SHORT_SLUG),
      ...(level === null ? [] : [level]),
    ],
    ([first = '', second = '', start, level = ''], { roles }) => {
      const two = twoRolesIn(roles, [first, second, level])
      const domains = [...two.first.domains, ...two.second.domains].map(({ domain }) => domain)
      return { view: 'twoRolesDomain', ...two, domain: domainStarting(domains, start, MAX_SHORT_SLUG) }
    },
  ],
  twoRolesPart: [
    '7',
    ({ first, second, part }) => [first.slug, second.slug, part],
    ([first, second, part], { roles }) => ({
      view: 'twoRolesPart',
      first: entryOf(roles, first),
      second: entryOf(roles, second),
      part: part === 'first' ? 'first' : 'both',
    }),
  ],
  nextLevel: ['n', ofRole, (args, { roles }) => ({ view: 'nextLevel', ...roleIn(roles, args) })],
  several: [
    'j',
    ({ role, level, skills }) => [role?.slug ?? '', level?.slug ?? '', ...skills.map(({ slug }) => slug)],
    ([slug = '', level = '', ...named], { roles, skills }) => ({
      view: 'several',
      ...(slug === '' ? { role: null, level: null } : roleIn(roles, [slug, level])),
      skills: named.map((name) => entryOf(skills, name)),
    }),
  ],
  usage: [
    'y',
    ({ skill }) => [skill.slug],
    ([skill], { skills }) => ({ view: 'usage', skill: entryOf(skills, skill) }),
  ],
  sharedSkills: ['9', () => [], () => ({ view: 'sharedSkills' })],
  ownSkills: [
    '1',
    ({ role }) => [role.slug],
    ([role], { roles }) => ({ view: 'ownSkills', role: entryOf(roles, role) }),
  ],
  learning: [
    '8',
    ({ skill }) => [skill.slug],
    ([skill], { skills }) => ({ view: 'learning', skill: entryOf(skills, skill) }),
  ],
  levelNames: ['3', () => [], () => ({ view: 'levelNames' })],
  domains: ['4', () => [], () => ({ view: 'domains' })],
  stack: ['q', ofRole, (args, { roles }) => ({ view: 'stack', ...roleIn(roles, args) })],
  focus: ['f', ofRole, (args, { roles }) => ({ view: 'focus', ...roleIn(roles, args) })],
  core: ['z', ofRole, (args, { roles }) => ({ view: 'core', ...roleIn(roles, args) })],
  cores: ['0', () => [], () => ({ view: 'cores' })],
  rubric: [
    'b',
    ({ proficiency }) => (proficiency === null ? [] : [proficiency]),
    ([name = ''], { scale }) => ({ view: 'rubric', proficiency: stepOf(scale, name)?.slug ?? null }),
  ],
  topic: [
    'p',
    ({ topic }) => [topic],
    ([name]) => ({ view: 'topic', topic: PLAIN_TOPICS.find((topic) => topic === name) ?? 'unknown' }),
  ],
})

/** The words that ask a query, as the label of its button. */
export function describeQuery(query: SkillsQuery, t: Translator): string {
  switch (query.view) {
    case 'help':
      return t('skills.help.title')
    case 'roles':
      return t('skills.roles.title')
    case 'role':
      return query.role.name
    case 'roleSkills':
      return `${query.role.name}: ${t('skills.all')}`
    case 'roleAbout':
      return t('action.about', { role: query.role.name })
    case 'levelSkills':
      return `${query.role.name} · ${query.level.name}: ${t('skills.all')}`
    case 'level':
      return `${query.role.name} · ${query.level.name}`
    case 'roleDomain':
      return `${query.role.name} · ${localized(query.domain.name, t.locale)}`
    case 'levelDomain':
      return `${query.role.name} · ${query.level.name} · ${localized(query.domain.name, t.locale)}`
    case 'levels':
      return `${query.role.name}: ${query.from.name} → ${query.to.name}`
    case 'levelsSkills':
      return `${query.role.name}: ${query.from.name} → ${query.to.name}: ${t('skills.all')}`
    case 'levelsDomain':
      return `${query.role.name} · ${localized(query.domain.name, t.locale)}: ${query.from.name} → ${query.to.name}`
    case 'row':
      return `${query.skill.name} · ${query.role.name}`
    case 'cell':
      return `${query.skill.name} · ${query.role.name} · ${query.level.name}`
    case 'skill':
      return query.skill.name
    case 'statement':
      return t('action.inFull', { step: proficiencyName(query.step, t) })
    case 'domain':
      return localized(query.domain.name, t.locale)
    case 'changes':
      return query.role ? `${query.role.name}: ${t('skills.changes.title')}` : t('action.changes')
    case 'twoRoles':
      return `${query.first.name} / ${query.second.name}`
    case 'twoRolesSkills':
      return `${query.first.name} / ${query.second.name}: ${t('skills.all')}`
    case 'levelStep':
      return `${query.role.name} · ${query.level.name}: ${proficiencyName(query.step, t)}`
    case 'twoRolesDomain':
      return `${query.first.name} / ${query.second.name} · ${localized(query.domain.name, t.locale)}`
    case 'twoRolesPart':
      return t(query.part === 'both' ? 'skills.twoRoles.both' : 'skills.twoRoles.onlyFirst', {
        first: query.first.name,
        second: query.second.name,
      })
    case 'sharedSkills':
      return t('skills.shared.title')
    case 'cores':
      return t('conversation.cores')
    case 'ownSkills':
      return t('skills.own.title', { role: query.role.name })
    case 'learning':
      return t('action.learn', { skill: query.skill.name })
    case 'levelNames':
      return t('skills.role.levels')
    case 'domains':
      return t('skills.domains.title')
    case 'nextLevel':
      return `${query.role.name}: ${query.level ? t('conversation.nextLevel', { level: query.level.name }) : t('conversation.nextLevel.any')}`
    case 'several':
      return query.skills.map(({ name }) => name).join(', ')
    case 'usage':
      return t('conversation.usage', { skill: query.skill.name })
    case 'stack':
    case 'focus':
    case 'core':
      return `${[query.role.name, query.level?.name].filter(Boolean).join(' · ')}: ${t(`conversation.${query.view}`)}`
    case 'rubric':
      return t('rubric.title')
    case 'topic':
      return t(`conversation.${query.topic}.title`)
  }
}

function entryOf<T>(entries: ReadonlyMap<string, T>, slug = ''): T {
  const entry = entries.get(slug)
  if (entry === undefined) throw new UserError('error.action.gone', { name: slug })
  return entry
}

function levelOf(role: Role, slug = ''): Level {
  const level = role.levels.find((entry) => entry.slug === slug)
  if (!level) throw new UserError('error.action.gone', { name: slug })
  return level
}

/** The letters of a domain's slug in a payload with two levels. */
const MAX_CUT_SLUG = 28
/** The same with two roles. */
const MAX_SHORT_SLUG = 12

function domainIn(role: Role, start = ''): Domain {
  return domainStarting(
    role.domains.map(({ domain }) => domain),
    start,
  )
}

function domainStarting(domains: readonly Domain[], start = '', letters = MAX_CUT_SLUG): Domain {
  const domain = domains.find(({ slug }) => slug.slice(0, letters) === start)
  if (!domain) throw new UserError('error.action.gone', { name: start })
  return domain
}

type Roles = Catalog['roles']

function ofRole({ role, level }: { readonly role: Role; readonly level: Level | null }): readonly string[] {
  return [role.slug, ...(level ? [level.slug] : [])]
}

function roleIn(roles: Roles, [slug, level]: readonly string[]) {
  const role = entryOf(roles, slug)
  return { role, level: level === undefined || level === '' ? null : levelOf(role, level) }
}

function levelIn(roles: Roles, [slug, level]: readonly string[]) {
  const role = entryOf(roles, slug)
  return { role, level: levelOf(role, level) }
}

function levelsIn(roles: Roles, [slug, from, to]: readonly string[]) {
  const role = entryOf(roles, slug)
  return { role, from: levelOf(role, from), to: levelOf(role, to) }
}

function twoRolesIn(roles: Roles, [first, second, level = '']: readonly string[]) {
  return { first: entryOf(roles, first), second: entryOf(roles, second), level: level === '' ? null : level }
}

function pageFrom(text = ''): number {
  const page = Number.parseInt(text, 10)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

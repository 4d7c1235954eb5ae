import { type Domain, type Level, localized, type NamedEntity, type Role, type Skill } from '../../../catalog/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { startButton } from '../assess/actions.ts'
import { describeQuery, queryButton, type SkillsQuery } from './query.ts'

// What names ask for together, each with one meaning.

/** The most options of a choice; with more, the question becomes a search. */
export const MOST_OPTIONS = 12

/** The most names suggested for an unknown word. */
export const MOST_SUGGESTIONS = 4

type NamedLevel = Extract<NamedEntity, { kind: 'level' }>

/** Combines names into a query, or into the queries to choose from. Throws a UserError if they cannot be combined. */
export function combine(meanings: readonly NamedEntity[], context: CommandContext): SkillsQuery | SkillsQuery[] {
  const roles = distinct(meanings.flatMap((named) => (named.kind === 'role' ? [named.role] : [])))
  const levels = distinct(meanings.flatMap((named) => (named.kind === 'level' ? [named] : [])))
  const skills = distinct(meanings.flatMap((named) => (named.kind === 'skill' ? [named.skill] : [])))
  const domains = distinct(meanings.flatMap((named) => (named.kind === 'domain' ? [named.domain] : [])))
  const subjects = { skills, domains: domains.filter((domain) => !skills.some((skill) => skill.domain === domain)) }

  const [first, second] = roles
  if (roles.length > 2 || levels.length > 2 || subjects.skills.length + subjects.domains.length > 1) {
    throw tooMany(meanings, context)
  }
  if (first && second) return betweenRoles(first, second, levels, subjects, meanings, context)
  if (first) return withinRole(first, levels, subjects, context)
  return withoutRole(levels, subjects, context)
}

interface Subjects {
  readonly skills: readonly Skill[]
  readonly domains: readonly Domain[]
}

function betweenRoles(
  first: Role,
  second: Role,
  levels: readonly NamedLevel[],
  { skills, domains }: Subjects,
  meanings: readonly NamedEntity[],
  context: CommandContext,
): SkillsQuery {
  const [skill] = skills
  if (levels.length > 1 && !skill && domains.length === 0) throw whichLevel(first, second, levels, context)
  if (levels.length > 1) throw tooMany(meanings, context)
  if (skill) return { view: 'skill', skill, page: 1 }
  const [level] = levels
  const [domain] = domains
  if (level !== undefined) {
    levelOf(first, level, context)
    levelOf(second, level, context)
  }
  if (domain) return { view: 'twoRolesDomain', first, second, domain, level: level?.slug ?? null }
  return { view: 'twoRoles', first, second, level: level?.slug ?? null }
}

function withinRole(
  role: Role,
  levels: readonly NamedLevel[],
  { skills, domains }: Subjects,
  context: CommandContext,
): SkillsQuery {
  const [level, other] = levels.map((named) => levelOf(role, named, context))
  const [skill] = skills
  const [domain] = domains
  if (skill && !role.rows.has(skill.slug)) throw notInRole(role, skill, context)
  if (domain && !role.domains.some((group) => group.domain === domain)) throw domainNotInRole(role, domain, context)
  if (skill && level && !other) return { view: 'cell', role, level, skill }
  if (skill) return { view: 'row', role, skill }
  if (domain && level && other) return { view: 'levelsDomain', role, from: level, to: other, domain }
  if (domain) return level ? { view: 'levelDomain', role, level, domain } : { view: 'roleDomain', role, domain }
  if (level && other) return { view: 'levels', role, from: level, to: other }
  return level ? { view: 'level', role, level } : { view: 'role', role }
}

/** Asks at which of several levels two roles are compared. */
function whichLevel(first: Role, second: Role, levels: readonly NamedLevel[], { t }: CommandContext): UserError {
  const has = (role: Role, { slug }: NamedLevel): boolean => role.levels.some((level) => level.slug === slug)
  const buttonOf = (level: NamedLevel | null): ActionButton =>
    queryButton(level?.name ?? t('action.allLevels', { domain: `${first.name} / ${second.name}` }), {
      view: 'twoRoles',
      first,
      second,
      level: level?.slug ?? null,
    })
  const shared = levels.filter((level) => has(first, level) && has(second, level))
  return new UserError('error.skills.oneLevel', {}, [...shared, null].map(buttonOf), undefined, 'info').withFacts({
    view: 'choice',
    ignored: [],
  })
}

/** Levels without a role: the choice is among the roles that have them, with the skill or domain. A single one is the answer. */
function withoutRole(
  levels: readonly NamedLevel[],
  { skills, domains }: Subjects,
  context: CommandContext,
): SkillsQuery | SkillsQuery[] {
  const [skill] = skills
  const [domain] = domains
  if (levels.length === 0) {
    if (skill) return { view: 'skill', skill, page: 1 }
    if (domain) return { view: 'domain', domain }
    return { view: 'roles', page: 1 }
  }
  const fitting: Role[] = []
  for (const role of context.catalogIndex.catalog.roles.values()) {
    if (!levels.every(({ slug }) => role.levels.some((level) => level.slug === slug))) continue
    if (skill && !role.rows.has(skill.slug)) continue
    if (domain && !role.domains.some((group) => group.domain === domain)) continue
    fitting.push(role)
    if (fitting.length > MOST_OPTIONS) break
  }
  const queries = fitting.map((role) => withinRole(role, levels, { skills, domains }, context))
  if (queries.length === 0) {
    const names = [
      ...levels.map((level) => level.name),
      ...[skill?.name ?? []].flat(),
      ...(domain ? [localized(domain.name, context.t.locale)] : []),
    ]
    const facts = { ...(skill && { skill: skill.slug }), ...(domain && { domain: domain.slug }) }
    throw new UserError('error.skills.noRoleHas', { names: context.t.all(names) }, startActions(context)).withFacts({
      view: 'unknown',
      ...facts,
      ignored: [],
    })
  }
  if (queries.length > MOST_OPTIONS) {
    throw new UserError('error.skills.whichRole', {}, [
      queryButton(context.t('action.roles'), { view: 'roles', page: 1 }),
    ]).withFacts({ view: 'choice', ignored: [] })
  }
  const [only] = queries
  return queries.length === 1 && only ? only : queries
}

function levelOf(role: Role, { slug, name }: NamedLevel, context: CommandContext): Level {
  const level = role.levels.find((entry) => entry.slug === slug)
  if (level) return level
  throw new UserError(
    'error.skills.levelNotInRole',
    { role: role.name, level: name, levels: context.t.all(role.levels.map((entry) => entry.name)) },
    role.levels.map((entry) => queryButton(`${role.name} · ${entry.name}`, { view: 'level', role, level: entry })),
  ).withFacts({ view: 'role', role: role.slug, ignored: [name] })
}

function notInRole(role: Role, skill: Skill, { t }: CommandContext): UserError {
  return new UserError('error.skills.skillNotInRole', { role: role.name, skill: skill.name }, [
    queryButton(t('action.everywhere', { skill: skill.name }), { view: 'skill', skill, page: 1 }),
    queryButton(role.name, { view: 'role', role }),
  ]).withFacts({ view: 'skill', role: role.slug, skill: skill.slug, ignored: [] })
}

function domainNotInRole(role: Role, domain: Domain, { t }: CommandContext): UserError {
  const name = localized(domain.name, t.locale)
  return new UserError('error.skills.domainNotInRole', { role: role.name, domain: name }, [
    queryButton(name, { view: 'domain', domain }),
    queryButton(role.name, { view: 'role', role }),
  ]).withFacts({ view: 'domain', role: role.slug, domain: domain.slug, ignored: [] })
}

function tooMany(meanings: readonly NamedEntity[], { t }: CommandContext): UserError {
  const names = distinct(meanings.map((named) => nameOf(named, t.locale)))
  const single = names.length > MOST_OPTIONS ? [] : meanings.flatMap((named) => queriesOf(named))
  return new UserError('error.skills.tooMany', { names: t.all(names.slice(0, MOST_OPTIONS)) }, [
    ...single.slice(0, MOST_SUGGESTIONS).map((query) => queryButton(describeQuery(query, t), query)),
    queryButton(t('action.help'), { view: 'help' }),
  ]).withFacts({ view: 'choice', ignored: [] })
}

/** The queries for one name by itself. */
function queriesOf(named: NamedEntity): readonly SkillsQuery[] {
  switch (named.kind) {
    case 'role':
      return [{ view: 'role', role: named.role }]
    case 'domain':
      return [{ view: 'domain', domain: named.domain }]
    case 'skill':
      return [{ view: 'skill', skill: named.skill, page: 1 }]
    case 'level':
      return []
  }
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}

/** The name of an entity in a language. */
export function nameOf(named: NamedEntity, locale: CommandContext['t']['locale']): string {
  switch (named.kind) {
    case 'role':
      return named.role.name
    case 'level':
      return named.name
    case 'domain':
      return localized(named.domain.name, locale)
    case 'skill':
      return named.skill.name
  }
}

/** What to look at if nothing fits. */
export function startActions({ t }: CommandContext): readonly ActionButton[] {
  return [
    queryButton(t('action.roles'), { view: 'roles', page: 1 }),
    startButton(t),
    queryButton(t('action.help'), { view: 'help' }),
  ]
}

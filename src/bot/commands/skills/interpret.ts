import {
  type Domain,
  type Level,
  localized,
  type NamedEntity,
  normalize,
  type ParsedPart,
  type Role,
  type SearchHit,
  type Skill,
} from '../../../catalog/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import { isInRole } from '../../autocomplete.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { isHelpRequest, stripUrls } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { describeQuery, queryButton, queryPayload, type SkillsQuery } from './query.ts'

/** What a typed question means. */
export type Interpretation =
  | { readonly type: 'query'; readonly query: SkillsQuery; readonly readAs: readonly Correction[] }
  | { readonly type: 'choice'; readonly text: string; readonly options: readonly SkillsQuery[] }
  | {
      readonly type: 'search'
      readonly text: string
      readonly within: Role | undefined
      readonly hits: readonly SearchHit[]
    }

/** A misspelled part and the name that it was read as, to be shown with the answer. */
export interface Correction {
  readonly typed: string
  readonly name: string
}

/** The most hits in one answer. */
const MOST_HITS = 10

/** The most options of a choice; with more, the question becomes a search. */
const MOST_OPTIONS = 12

/** The most names suggested for an unknown word. */
const MOST_SUGGESTIONS = 4

type NamedLevel = Extract<NamedEntity, { kind: 'level' }>

export type NamedPart = Exclude<ParsedPart, { match: 'none' }>

/**
 * Interprets a question. Names may come in any order. A name with several meanings is resolved by the role that is named with it,
 * else the person chooses. Throws a UserError for unknown words and for names that cannot be combined.
 */
export function interpret(typed: string, context: CommandContext): Interpretation {
  const text = stripUrls(typed).trim() || typed.trim()
  if (text === '') return certain({ view: 'roles', page: 1 })
  if (isHelpRequest(text, context.vocabulary)) return certain({ view: 'help' })

  const changed = changesOf(text, context)
  if (changed) return certain({ view: 'changes', role: changed, page: 1 })

  const parts = context.catalogIndex.parse(text, context.vocabulary.words('connectives'), context.vocabulary.isOrdinary)
  if (parts.length === 0) throw new UserError('error.skills.noWords', {}, startActions(context))
  const named = parts.filter((part): part is NamedPart => part.match !== 'none')
  const unknown = parts.filter((part) => part.match === 'none')

  if (unknown.length > 0) {
    const role = onlyRole(named)
    return searchOrFail(text, { settled: settle(named), unknown, role }, context)
  }
  return interpretNames(text, named, context)
}

/**
 * Interprets names without other words. Throws a UserError for names that cannot be combined.
 */
export function interpretNames(text: string, named: readonly NamedPart[], context: CommandContext): Interpretation {
  const settled = settle(named)
  if (settled.some(({ meanings }) => meanings.length > 1)) return choose(text, settled, context)

  const query = combine(
    settled.flatMap(({ meanings }) => meanings),
    context,
  )
  if (Array.isArray(query)) return { type: 'choice', text: quoteInput(text), options: query }
  return { type: 'query', query, readAs: misspellings(settled, context) }
}

function settle(named: readonly NamedPart[]): readonly ResolvedPart[] {
  const role = onlyRole(named)
  return named.map((part) => ({ part, meanings: resolveMeanings(part.meanings, role) }))
}

/** The role whose history is asked for: the text is its name and a word for history. */
export function changesOf(text: string, { catalogIndex, vocabulary }: CommandContext): Role | undefined {
  const history = vocabulary.words('history')
  const words = text.split(/\s+/u)
  const rest = words.filter((word) => !history.has(normalize(word)))
  if (rest.length === words.length || rest.length === 0) return undefined
  const [part, ...others] = catalogIndex.parse(rest.join(' '), vocabulary.words('connectives'))
  const [only, ...more] = part?.meanings ?? []
  return others.length === 0 && more.length === 0 && only?.kind === 'role' ? only.role : undefined
}

interface ResolvedPart {
  readonly part: NamedPart
  readonly meanings: readonly NamedEntity[]
}

function certain(query: SkillsQuery): Interpretation {
  return { type: 'query', query, readAs: [] }
}

/** The only role that the parts name unambiguously; undefined for none or several. */
function onlyRole(parts: readonly NamedPart[]): Role | undefined {
  const roles = new Set<Role>()
  for (const { meanings } of parts) {
    const [only] = meanings
    if (meanings.length === 1 && only?.kind === 'role') roles.add(only.role)
  }
  const [role] = roles
  return roles.size === 1 ? role : undefined
}

/** Narrows several meanings to those within the role. */
function resolveMeanings(meanings: readonly NamedEntity[], role: Role | undefined): readonly NamedEntity[] {
  if (meanings.length === 1 || !role) return meanings
  const within = meanings.filter((named) => named.kind !== 'role' && isInRole(named, role))
  return within.length > 0 ? within : meanings
}

function misspellings(settled: readonly ResolvedPart[], { t }: CommandContext): readonly Correction[] {
  return settled.flatMap(({ part, meanings }) => {
    const [named] = meanings
    return part.match === 'typo' && named ? [{ typed: quoteInput(part.text), name: nameOf(named, t.locale) }] : []
  })
}

function nameOf(named: NamedEntity, locale: CommandContext['t']['locale']): string {
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

/** Offers each valid combination of meanings as an option. */
function choose(text: string, settled: readonly ResolvedPart[], context: CommandContext): Interpretation {
  const options = new Map<string, SkillsQuery>()
  for (const meanings of waysToRead(settled)) {
    for (const query of makesSense(meanings, context)) options.set(queryPayload(query), query)
  }
  const [only] = options.values()
  if (options.size === 1 && only) return { type: 'query', query: only, readAs: misspellings(settled, context) }
  if (options.size === 0 || options.size > MOST_OPTIONS) {
    return { type: 'search', text, within: undefined, hits: context.catalogIndex.search.find(text, MOST_HITS) }
  }
  return { type: 'choice', text: quoteInput(text), options: [...options.values()] }
}

/** The most parts that one view shows: two roles, two levels, a skill and a domain. */
const MOST_PIECES = 6

/**
 * Every combination of one meaning a piece; beyond a screenful of them the rest is left out. A piece that is repeated
 * counts once; none if the pieces are more than any view shows.
 */
function waysToRead(settled: readonly ResolvedPart[]): readonly (readonly NamedEntity[])[] {
  const pieces = new Map(settled.map(({ meanings }) => [meanings.map(identityOf).join(' '), meanings]))
  if (pieces.size > MOST_PIECES) return []
  let ways: readonly (readonly NamedEntity[])[] = [[]]
  for (const meanings of pieces.values()) {
    ways = ways.flatMap((way) => meanings.map((meaning) => [...way, meaning])).slice(0, MOST_OPTIONS * 8)
  }
  return ways
}

function identityOf(named: NamedEntity): string {
  switch (named.kind) {
    case 'role':
      return `role/${named.role.slug}`
    case 'level':
      return `level/${named.slug}`
    case 'domain':
      return `domain/${named.domain.slug}`
    case 'skill':
      return `skill/${named.skill.slug}`
  }
}

/** The queries that names make together; none if they cannot be combined. */
function makesSense(meanings: readonly NamedEntity[], context: CommandContext): readonly SkillsQuery[] {
  if (meanings.length === 0) return []
  try {
    const query = combine(meanings, context)
    return Array.isArray(query) ? query : [query]
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

/** Searches for unknown words, within the role if one is named. Throws a UserError if nothing is found. */
function searchOrFail(
  text: string,
  read: { settled: readonly ResolvedPart[]; unknown: readonly ParsedPart[]; role: Role | undefined },
  context: CommandContext,
): Interpretation {
  const { search } = context.catalogIndex
  const onlyRoleNamed = read.role !== undefined && read.settled.length === 1
  const within = onlyRoleNamed ? read.role : undefined
  const wanted = within ? read.unknown.map((part) => part.text).join(' ') : text
  const everyWord = read.settled.length > 0 && !within
  const hits = search.find(wanted, MOST_HITS, { ...(within && { within }), everyWord })
  if (hits.length > 0) return { type: 'search', text: wanted, within, hits }
  throw unknownWord(read.unknown[0]?.text ?? text, read.settled, read.role, context)
}

/** The error for an unknown word, with buttons for the nearest names, else for what the other words alone show. */
function unknownWord(
  word: string,
  others: readonly ResolvedPart[],
  role: Role | undefined,
  context: CommandContext,
): UserError {
  const near = context.catalogIndex.suggest(word, MOST_SUGGESTIONS).filter((named) => !role || isInRole(named, role))
  const ways = waysToRead(others)
  const nearest = suggestions(
    near.flatMap((named) => ways.map((way) => [...way, named])),
    context,
  )
  if (nearest.length > 0) return new UserError('error.skills.unknownNear', { word: quoteInput(word) }, nearest)
  if (others.length === 0)
    return new UserError('error.skills.unknown', { word: quoteInput(word) }, startActions(context))
  const without = [...suggestions(ways, context), ...startActions(context)]
  return new UserError('error.skills.unknownHere', { word: quoteInput(word) }, without)
}

/** A button for each valid combination, MOST_OPTIONS at most. */
function suggestions(ways: readonly (readonly NamedEntity[])[], context: CommandContext): readonly ActionButton[] {
  const queries = ways.flatMap((way) => makesSense(way, context))
  const buttons = new Map(
    queries
      .map((query) => queryButton(describeQuery(query, context.t), query))
      .map((button) => [button.payload, button]),
  )
  return [...buttons.values()].slice(0, MOST_OPTIONS)
}

function startActions({ t }: CommandContext): readonly ActionButton[] {
  return [queryButton(t('action.roles'), { view: 'roles', page: 1 }), queryButton(t('action.help'), { view: 'help' })]
}

/** Combines names into a query, or into the queries to choose from. Throws a UserError if they cannot be combined. */
function combine(meanings: readonly NamedEntity[], context: CommandContext): SkillsQuery | SkillsQuery[] {
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
  if (first) return withinRole(first, levels, subjects, meanings, context)
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
  if (skill && levels.length === 0) return { view: 'skill', skill, page: 1 }
  if (skill || domains.length > 0 || levels.length > 1) throw tooMany(meanings, context)
  const [level] = levels
  if (level !== undefined) {
    levelOf(first, level, context)
    levelOf(second, level, context)
  }
  return { view: 'twoRoles', first, second, level: level?.slug ?? null }
}

function withinRole(
  role: Role,
  levels: readonly NamedLevel[],
  { skills, domains }: Subjects,
  meanings: readonly NamedEntity[],
  context: CommandContext,
): SkillsQuery {
  const [level, other] = levels.map((named) => levelOf(role, named, context))
  const [skill] = skills
  const [domain] = domains
  if (skill && !role.rows.has(skill.slug)) throw notInRole(role, skill, context)
  if (domain && !role.domains.some((group) => group.domain === domain)) throw domainNotInRole(role, domain, context)
  if (skill && level && !other) return { view: 'cell', role, level, skill }
  if (skill) return { view: 'row', role, skill }
  if (domain && other) throw tooMany(meanings, context)
  if (domain) return level ? { view: 'levelDomain', role, level, domain } : { view: 'roleDomain', role, domain }
  if (level && other) return { view: 'levels', role, from: level, to: other }
  return level ? { view: 'level', role, level } : { view: 'role', role }
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
  const queries = fitting.map((role) => withinRole(role, levels, { skills, domains }, [], context))
  if (queries.length === 0) {
    const names = [
      ...levels.map((level) => level.name),
      ...[skill?.name ?? []].flat(),
      ...(domain ? [localized(domain.name, context.t.locale)] : []),
    ]
    throw new UserError('error.skills.noRoleHas', { names: context.t.all(names) }, startActions(context))
  }
  if (queries.length > MOST_OPTIONS) {
    throw new UserError('error.skills.whichRole', {}, [
      queryButton(context.t('action.roles'), { view: 'roles', page: 1 }),
    ])
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
  )
}

function notInRole(role: Role, skill: Skill, { t }: CommandContext): UserError {
  return new UserError('error.skills.skillNotInRole', { role: role.name, skill: skill.name }, [
    queryButton(t('action.everywhere', { skill: skill.name }), { view: 'skill', skill, page: 1 }),
    queryButton(role.name, { view: 'role', role }),
  ])
}

function domainNotInRole(role: Role, domain: Domain, { t }: CommandContext): UserError {
  const name = localized(domain.name, t.locale)
  return new UserError('error.skills.domainNotInRole', { role: role.name, domain: name }, [
    queryButton(name, { view: 'domain', domain }),
    queryButton(role.name, { view: 'role', role }),
  ])
}

function tooMany(meanings: readonly NamedEntity[], { t }: CommandContext): UserError {
  const names = distinct(meanings.map((named) => nameOf(named, t.locale)))
  const single = names.length > MOST_OPTIONS ? [] : meanings.flatMap((named) => queriesOf(named))
  return new UserError('error.skills.tooMany', { names: t.all(names.slice(0, MOST_OPTIONS)) }, [
    ...single.slice(0, MOST_SUGGESTIONS).map((query) => queryButton(describeQuery(query, t), query)),
    queryButton(t('action.help'), { view: 'help' }),
  ])
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

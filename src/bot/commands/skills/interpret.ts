import { type NamedEntity, normalize, type ParsedPart, type Role, type SearchHit } from '../../../catalog/index.ts'
import type { ActionButton } from '../../../message/index.ts'
import { isInRole } from '../../autocomplete.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { isHelpRequest, stripUrls } from '../../input.ts'
import { quoteInput } from '../../quote.ts'
import { combine, MOST_OPTIONS, MOST_SUGGESTIONS, nameOf, startActions } from './combine.ts'
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
  if (parts.length === 0) {
    throw new UserError('error.skills.noWords', {}, startActions(context)).withFacts({ view: 'unknown', ignored: [] })
  }
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
  const hasLevel = named.some(({ meanings }) => meanings.every(({ kind }) => kind === 'level'))
  return named.map((part) => {
    const meanings = resolveMeanings(part.meanings, role)
    // A level is one of a role: "senior data eng" is no domain.
    const roles = role === undefined && hasLevel ? meanings.filter(({ kind }) => kind === 'role') : []
    return { part, meanings: roles.length > 0 ? roles : meanings }
  })
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
    return part.match === 'typo' && named
      ? [{ typed: quoteInput(part.text.replace(/^[¿¡]+/u, '')), name: nameOf(named, t.locale) }]
      : []
  })
}

/** Offers each valid combination of meanings as an option. */
function choose(text: string, settled: readonly ResolvedPart[], context: CommandContext): Interpretation {
  const options = new Map<string, SkillsQuery>()
  for (const meanings of waysToRead(settled)) {
    for (const query of queriesFor(meanings, context)) options.set(queryPayload(query), query)
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
function queriesFor(meanings: readonly NamedEntity[], context: CommandContext): readonly SkillsQuery[] {
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
  // Otherwise a text that has nothing of the question but "the" would be an answer to it.
  const content = wanted.split(/\s+/u).filter((word) => !context.vocabulary.fillers.has(normalize(word)))
  const searched = content.length > 0 ? content.join(' ') : wanted
  const hits = search.find(searched, MOST_HITS, { ...(within && { within }), everyWord })
  if (hits.length > 0) return { type: 'search', text: wanted, within, hits }
  // The name that nobody knows is told, and not a word of the question before it: "is azure included".
  const { vocabulary } = context
  const isOfQuestions = (word: string): boolean =>
    vocabulary.fillers.has(word) || vocabulary.phrases.words.has(word) || vocabulary.isOrdinary(word)
  const words = read.unknown.map((part) => part.text.replaceAll(/^[¿¡]+|[?!.,]+$/gu, ''))
  const name = words.find((word) => !normalize(word).split(' ').every(isOfQuestions)) ?? words[0]
  throw unknownWord(name ?? text, read.settled, read.role, context)
}

/** The error for an unknown word, with buttons for the nearest names, else for what the other words alone show. */
function unknownWord(
  word: string,
  others: readonly ResolvedPart[],
  role: Role | undefined,
  context: CommandContext,
): UserError {
  return nearestTo(word, others, role, context).withFacts({
    view: 'unknown',
    ...(role && { role: role.slug }),
    ignored: [word],
  })
}

function nearestTo(
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
  if (nearest.length > 0)
    return new UserError('error.skills.unknownNear', { word: quoteInput(word), count: nearest.length }, nearest)
  if (others.length === 0)
    return new UserError('error.skills.unknown', { word: quoteInput(word) }, startActions(context))
  const without = [...suggestions(ways, context), ...startActions(context)]
  return new UserError('error.skills.unknownHere', { word: quoteInput(word) }, without)
}

/** A button for each valid combination, MOST_OPTIONS at most. */
function suggestions(ways: readonly (readonly NamedEntity[])[], context: CommandContext): readonly ActionButton[] {
  const queries = ways.flatMap((way) => queriesFor(way, context))
  const buttons = new Map(
    queries
      .map((query) => queryButton(describeQuery(query, context.t), query))
      .map((button) => [button.payload, button]),
  )
  return [...buttons.values()].slice(0, MOST_OPTIONS)
}

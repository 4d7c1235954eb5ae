import { normalize, type Proficiency, type Skill } from '../../catalog/index.ts'
import type { CommandContext } from '../command.ts'
import { interpret, interpretNames, type NamedPart } from '../commands/skills/interpret.ts'
import type { SkillsQuery } from '../commands/skills/query.ts'
import { proficiencyNamed } from '../input.ts'
import { skillsOf } from './question-names.ts'
import type { Answer } from './resolution.ts'
import type { Question } from './understand.ts'

// What answers the names in a text, or its words if they are no names.

/** The most roles, or skills, to choose from. */
export const MOST_ROLES = 12

/** The most hits in one answer. */
const MOST_HITS = 10

/** The names of a question, with its other words if these may be misspelled names or are searched in a role. */
export function answerFromNames(
  text: string,
  { named, ignored, asks, isChatty, otherRoles, proficiencies }: Question,
  context: CommandContext,
): Answer {
  // A role with other words is a search in that role.
  const isInRole = ignored.length > 0 && named.every(({ meanings }) => meanings.every(({ kind }) => kind === 'role'))
  const isMistyped = ignored.length > 0 && !ignored.every((word) => context.vocabulary.isOrdinary(normalize(word)))
  const typed = [...named.map((part) => part.text), ...ignored].join(' ')
  const isSearched = ignored.some(
    (word) => !context.vocabulary.isOrdinary(normalize(word)) || context.catalogIndex.search.has(normalize(word)),
  )
  const isOtherRole = ignored.every((word) => otherRoles.join(' ').includes(normalize(word)))
  if (isInRole && !isOtherRole && (!isChatty || isSearched))
    return asTyped(withoutFillers(text, { named, asks }, context), context)
  // Beside a skill or a domain that is asked about, a word that the ladder does not have is left out.
  const hasSubject =
    asks && named.some(({ meanings }) => meanings.some(({ kind }) => kind === 'skill' || kind === 'domain'))
  if (isMistyped && !isOtherRole && !hasSubject && !isLong(text)) return asTyped(typed, context)
  const several = severalOf(named, context)
  if (several) return { type: 'query', query: several, readAs: [], ignored }
  const result = interpretNames(text, named, context)
  if (result.type === 'query') return { ...result, query: asAsked(result.query, proficiencies), ignored }
  if (result.type !== 'choice') return result
  return { ...result, options: result.options.map((option) => asAsked(option, proficiencies)) }
}

/** From so many words on, a text is a sentence: what it does not name is left out of the answer. */
const isLong = (text: string): boolean => normalize(text).split(' ').length >= 6

/** A query as a question means it: from the lower level to the higher one, and a domain at the step that is named. */
function asAsked(query: SkillsQuery, [step, ...others]: readonly Proficiency[]): SkillsQuery {
  if (query.view === 'levels' || query.view === 'levelsDomain') {
    const isDown = query.role.levels.indexOf(query.from) > query.role.levels.indexOf(query.to)
    return isDown ? { ...query, from: query.to, to: query.from } : query
  }
  return query.view === 'domain' && step !== undefined && others.length === 0 ? { ...query, proficiency: step } : query
}

/** A text without the words that name nothing, but with those of names: "do I need X for the data engineer". */
function withoutFillers(
  text: string,
  { named, asks }: Pick<Question, 'named' | 'asks'>,
  { vocabulary, catalogIndex }: CommandContext,
): string {
  const inNames = new Set(named.flatMap((part) => normalize(part.text).split(' ')))
  const isLeft = (word: string): boolean =>
    inNames.has(word) ||
    (!vocabulary.fillers.has(word) && !(asks && proficiencyNamed(word, catalogIndex, vocabulary) !== undefined))
  const words = text.split(/\s+/u).filter((word) => normalize(word).split(' ').some(isLeft))
  return words.length > 0 ? words.join(' ') : text
}

/** Several skills that are named together: of one role, for one level if one is named, or else of all roles. */
function severalOf(
  named: readonly NamedPart[],
  { catalogIndex: { catalog } }: CommandContext,
): SkillsQuery | undefined {
  const only = named.flatMap(({ meanings }) => (meanings.length === 1 ? meanings : []))
  const skills = [...new Set(only.flatMap((one) => (one.kind === 'skill' ? [one.skill] : [])))]
  const levels = new Set(only.flatMap((one) => (one.kind === 'level' ? [one.slug] : [])))
  const roles = new Set(only.flatMap((one) => (one.kind === 'role' ? [one.role] : [])))
  const [role = catalog.roles.size === 1 ? [...catalog.roles.values()][0] : undefined] = roles
  const isMixed = only.length < named.length || only.some(({ kind }) => kind === 'domain')
  if (skills.length < 2 || skills.length > MOST_SKILLS || levels.size > 1 || roles.size > 1 || isMixed) return undefined
  if (!role) return levels.size === 0 ? { view: 'several', role: null, level: null, skills } : undefined
  if (!skills.every(({ slug }) => role.rows.has(slug))) return undefined
  const [slug] = levels
  const level = role.levels.find((each) => each.slug === slug)
  return slug !== undefined && !level ? undefined : { view: 'several', role, level: level ?? null, skills }
}

/** The most skills in one answer. */
const MOST_SKILLS = 4

/** Two roles that are compared, at a level if one is named; other words are no part of it. */
export function betweenRoles(question: Question, context: CommandContext): Answer {
  const roles = question.named.filter(({ meanings }) =>
    meanings.some(({ kind }) => kind === 'role' || kind === 'level'),
  )
  const result = interpretNames(question.text, roles, context)
  return result.type === 'query' ? { ...result, ignored: [] } : result
}

/** How to learn the skill that is named, or one of the domain that is. */
export function learningOf(question: Question, { catalogIndex: { catalog } }: CommandContext): Answer | undefined {
  const query = (skill: Skill): SkillsQuery => ({ view: 'learning', skill })
  const skills = [...new Set(skillsOf(question))]
  const domains = new Set(
    question.named.flatMap(({ meanings }) => meanings.flatMap((one) => (one.kind === 'domain' ? [one.domain] : []))),
  )
  const all = skills.length > 0 ? skills : [...catalog.skills.values()].filter(({ domain }) => domains.has(domain))
  const [only] = all
  if (!only || all.length > MOST_ROLES) return undefined
  if (all.length === 1) return { type: 'query', query: query(only), readAs: [], ignored: [] }
  return { type: 'choice', text: '', options: all.map(query) }
}

/** Whether each word of a text is in a name, or begins or misspells one, and is no word of questions. */
export function hasOnlyNames(text: string, { catalogIndex, vocabulary }: CommandContext): boolean {
  const { fillers, isOrdinary } = vocabulary
  const isOfQuestions = (word: string): boolean => fillers.has(word) || vocabulary.phrases.words.has(word)
  return catalogIndex.parse(text, NO_WORDS, isOrdinary).every(({ text: raw, match }) => {
    const words = normalize(raw).split(' ')
    if (match === 'typo' && words.length === 1) return !words.some((word) => isOfQuestions(word) || isOrdinary(word))
    return match === 'exact' || (match !== 'none' && !words.every(isOfQuestions))
  })
}

const NO_WORDS: ReadonlySet<string> = new Set()

/** Whether a text is a name rather than a sentence. */
export function isShort(text: string): boolean {
  return normalize(text).split(' ').length <= 3
}

/** Words that are no question: names with several typos, words of a text, or nothing that the ladder knows. */
export function unknownOf(text: string, { ignored }: Question, context: CommandContext): Answer {
  const unknown: Answer = { type: 'query', query: { view: 'topic', topic: 'unknown' }, readAs: [], ignored }
  const { catalogIndex, vocabulary } = context
  const isEveryday = (word: string): boolean => vocabulary.isOrdinary(word) && !catalogIndex.search.has(word)
  const words = ignored.flatMap((raw) => normalize(raw).split(' '))
  if (words.length === 0 || words.some(isEveryday)) return unknown
  if (isShort(text)) return shortAnswer(text, context)
  const result = asSearch(ignored.join(' '), context)
  return result.type === 'search' ? result : unknown
}

/** Interprets a few words as names. An everyday word that begins a name is a search, since it may not be meant as one. */
export function shortAnswer(text: string, context: CommandContext): Answer {
  const key = normalize(text)
  const result = asTyped(text, context)
  if (result.type !== 'query' || key.includes(' ')) return result
  const { catalogIndex, vocabulary } = context
  const [part] = catalogIndex.parse(text, vocabulary.words('connectives'), vocabulary.isOrdinary)
  return part?.match === 'prefix' && vocabulary.isOrdinary(key) ? asSearch(text, context) : result
}

/** The texts that have all of the words, in the plural or not, or else those that are no everyday words. */
export function asSearch(text: string, { catalogIndex: { search }, vocabulary }: CommandContext): Answer {
  const singular = text.replaceAll(/(?<=\p{L}{3})s(?!\p{L})/gu, '')
  const rare = text.split(' ').filter((word) => !vocabulary.isOrdinary(normalize(word)))
  for (const wanted of new Set([text, singular, rare.join(' ')])) {
    const hits = search.find(wanted, MOST_HITS, { everyWord: true })
    if (hits.length > 0) return { type: 'search', text, within: undefined, hits }
  }
  return { type: 'query', query: { view: 'topic', topic: 'unknown' }, readAs: [], ignored: [] }
}

/** Interprets a text as names, or as words to search for. */
export function asTyped(text: string, context: CommandContext): Answer {
  const result = interpret(text, context)
  return result.type === 'query' ? { ...result, ignored: [] } : result
}

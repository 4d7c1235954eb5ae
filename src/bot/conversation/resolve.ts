import { type Level, normalize, type Role, type Skill, stepOf } from '../../catalog/index.ts'
import type { CommandContext } from '../command.ts'
import {
  type Correction,
  changesOf,
  type Interpretation,
  interpret,
  interpretNames,
  type NamedPart,
} from '../commands/skills/interpret.ts'
import type { PlainTopic, SkillsQuery } from '../commands/skills/query.ts'
import { UserError } from '../errors.ts'
import { isHelpRequest } from '../input.ts'
import { type Facts, factsOf } from './facts.ts'
import { areInStack } from './line-words.ts'
import { hasLevel, haveSameLevels, levelsOf, levelsWithLines, onlyOf, rolesOf, skillsOf } from './question-names.ts'
import { type Question, questionsIn, understand } from './understand.ts'

/** The most hits in one answer. */
const MOST_HITS = 10

/** What answers a question, and what else is to be said with it. */
export type Resolution = Answer & {
  /** Another question of the text, which is not answered. */
  readonly unanswered?: string
  /** Whether it is asked if a skill is mandatory. */
  readonly asksMandatory?: boolean
}

type Answer =
  | {
      readonly type: 'query'
      readonly query: SkillsQuery
      readonly readAs: readonly Correction[]
      readonly ignored: readonly string[]
    }
  | { readonly type: 'choice'; readonly text: string; readonly options: readonly SkillsQuery[] }
  | Extract<Interpretation, { type: 'search' }>
  /** Another command answers. */
  | { readonly type: 'command'; readonly view: 'assess' | 'profile' | 'proposals' | 'help' }
  | {
      readonly type: 'command'
      readonly view: 'gaps'
      readonly role?: Role
      readonly level?: Level
      readonly ignored: readonly string[]
    }

/** Finds what answers a question in plain words. Throws a UserError for names that cannot be combined. */
export function resolve(text: string, context: CommandContext): Resolution {
  // Names alone are not read as a question, which takes long for the first one.
  const typed = typedAnswer(text, context)
  if (typed) return typed
  const { first, second } = questionsIn(text, context)
  const question = understand(first, context)
  return {
    ...((second !== undefined && typedAnswer(first, context)) || answerTo(first, question, context)),
    ...(second !== undefined && { unanswered: second }),
    ...(question.asksMandatory && { asksMandatory: true }),
  }
}

/** The answer to what is no question in plain words: names, help, or the history of a role. */
function typedAnswer(text: string, context: CommandContext): Answer | undefined {
  const isPlain = normalize(text) === '' || isHelpRequest(text, context.vocabulary)
  if (isPlain || changesOf(text, context)) return asTyped(text, context)
  return hasOnlyNames(text, context) ? shortAnswer(text, context) : undefined
}

function answerTo(text: string, question: Question, context: CommandContext): Answer {
  const { topic, ignored } = question
  const query = (result: SkillsQuery): Answer => ({ type: 'query', query: result, readAs: [], ignored })
  switch (topic) {
    case 'greeting':
    case 'thanks':
    case 'privacy':
    case 'rule':
    case 'process':
    case 'answers':
    case 'marks':
      return topicAnswer(topic, question, context)
    case 'own-ladder':
      return topicAnswer('ownLadder', question, context)
    case 'people':
      return topicAnswer('coverage', question, context)
    case 'coverage': {
      // Everyday words beside what the ladder does not cover are no names.
      const names = ignored.filter((word) => !context.vocabulary.isOrdinary(normalize(word)))
      return { type: 'query', query: { view: 'topic', topic }, readAs: [], ignored: names }
    }
    case 'absent':
      return query({ view: 'topic', topic: 'coverage' })
    case 'other-role':
      return { type: 'query', query: { view: 'topic', topic: 'coverage' }, readAs: [], ignored: question.otherRoles }
    case 'unknown':
      return unknownOf(text, question, context)
    case 'settings':
      return { type: 'command', view: 'help' }
    case 'about':
      return { type: 'command', view: 'help' }
    case 'my-proposals':
    case 'recent-proposals':
    case 'propose':
      return { type: 'command', view: 'proposals' }
    case 'help':
    case 'assess':
    case 'profile':
    case 'proposals':
      return { type: 'command', view: topic }
    case 'gaps':
      // What is needed for a level is not topicAnswer if the words say what: "need rust for senior".
      if (hasLevel(question) && !ignored.every((word) => context.vocabulary.isOrdinary(normalize(word))))
        return unknownOf(text, question, context)
      // Several roles have the level: which of them is asked.
      if (hasLevel(question) && rolesOf(question).length === 0 && context.catalogIndex.catalog.roles.size > 1) {
        return ofEachRole(question, context, (role) => {
          const level = levelsOf(question, role).at(-1)
          return level && { view: 'nextLevel', role, level }
        })
      }
      return gapsOf(question, context)
    case 'rubric':
      return query({ view: 'rubric', proficiency: onlyOf(question.proficiencies) ?? null })
    case 'roles':
      return query({ view: 'roles', page: 1 })
    case 'role':
      return ofEachRole(question, context, (role) => ({ view: 'role', role }))
    case 'levels':
      if (hasLevel(question) && context.catalogIndex.catalog.roles.size === 1) return namesOf(text, question, context)
      return haveSameLevels(context)
        ? query({ view: 'levelNames' })
        : ofEachRole(question, context, (role) => ({ view: 'role', role }))
    case 'domains':
      return context.catalogIndex.catalog.roles.size > 1
        ? query({ view: 'domains' })
        : ofEachRole(question, context, (role) => ({ view: 'role', role }))
    case 'step': {
      const [slug = ''] = question.proficiencies
      return ofEachRole(question, context, (role) => {
        const [level] = levelsOf(question, role)
        const step = stepOf(role.scale, slug)
        return level && step && { view: 'levelStep', role, level, step }
      })
    }
    case 'shared':
    case 'only-first': {
      const [first, second] = rolesOf(question)
      if (!first || !second) return namesOf(text, question, context)
      return query({ view: 'twoRolesPart', first, second, part: topic === 'shared' ? 'both' : 'first' })
    }
    case 'shared-by-all':
      return query({ view: 'sharedSkills' })
    case 'only-here': {
      const [role] = rolesOf(question)
      return role ? query({ view: 'ownSkills', role }) : namesOf(text, question, context)
    }
    case 'two-roles':
      return betweenRoles(question, context)
    case 'statement': {
      const [skill] = skillsOf(question)
      const step = skill && stepOf(skill.scale, question.proficiencies[0] ?? '')
      return skill && step ? query({ view: 'statement', skill, step }) : namesOf(text, question, context)
    }
    case 'learning':
      return learningOf(question, context) ?? namesOf(text, question, context)
    case 'changes':
      if (rolesOf(question).length === 0 && context.catalogIndex.catalog.roles.size > 1)
        return query({ view: 'changes', role: null, page: 1 })
      return ofEachRole(question, context, (role) => ({ view: 'changes', role, page: 1 }))
    case 'usage': {
      const [skill] = skillsOf(question)
      return skill ? query({ view: 'usage', skill }) : query({ view: 'topic', topic: 'unknown' })
    }
    case 'stack':
    case 'focus': {
      const { lines } = question
      const result = ofEachRole(question, context, (role) => {
        const own = levelsWithLines(role, question)
        if (lines.length > 0 && own.length === 0) return undefined
        return { view: topic, role, level: levelsOf(question, role)[0] ?? onlyOf(own) ?? null }
      })
      const isAnswered =
        lines.length > 0 || (topic === 'stack' && areInStack(context.catalogIndex, ignored, rolesOf(question)))
      return result.type === 'query' && isAnswered ? { ...result, ignored: [] } : result
    }
    case 'core':
      return ofEachRole(question, context, (role) => ({
        view: topic,
        role,
        level: levelsOf(question, role)[0] ?? null,
      }))
    case 'next-level':
      if (rolesOf(question).length === 2) return betweenRoles(question, context)
      return ofEachRole(question, context, (role) => {
        const named = levelsOf(question, role)
        const isUnknownHere = named.length === 0 && hasLevel(question)
        return isUnknownHere ? undefined : { view: 'nextLevel', role, level: named.at(-1) ?? null }
      })
    case 'level-above':
      if (rolesOf(question).length === 0 && haveSameLevels(context)) return query({ view: 'levelNames' })
      return ofEachRole(question, context, (role) => {
        const highest = levelsOf(question, role).at(-1)
        const above = highest && role.levels[role.levels.indexOf(highest) + 1]
        return { view: 'nextLevel', role, level: above ?? null }
      })
    case 'search':
      return isShort(text) ? shortAnswer(text, context) : asSearch(question.wanted, context)
    case 'names':
      return namesOf(text, question, context)
  }
}

/** Two roles that are compared, at a level if one is named; other words are no part of it. */
function betweenRoles(question: Question, context: CommandContext): Answer {
  const roles = question.named.filter(({ meanings }) =>
    meanings.some(({ kind }) => kind === 'role' || kind === 'level'),
  )
  const result = interpretNames(question.text, roles, context)
  return result.type === 'query' ? { ...result, ignored: [] } : result
}

/** How to learn the skill that is named, or one of the domain that is. */
function learningOf(question: Question, { catalogIndex: { catalog } }: CommandContext): Answer | undefined {
  const query = (skill: Skill): SkillsQuery => ({ view: 'learning', skill })
  const skills = [...new Set(skillsOf(question))]
  const domains = new Set(
    question.named.flatMap(({ meanings }) => meanings.flatMap((one) => (one.kind === 'domain' ? [one.domain] : []))),
  )
  const all = skills.length > 0 ? skills : [...catalog.skills.values()].filter(({ domain }) => domains.has(domain))
  const [only] = all
  if (!only || all.length > MOST_ROLES) return undefined
  if (all.length === 1) return { type: 'query', query: query(only), readAs: [], ignored: question.ignored }
  return { type: 'choice', text: '', options: all.map(query) }
}

/** What is the same whatever else was said. */
function topicAnswer(topic: PlainTopic, { text, named }: Question, context: CommandContext): Answer {
  const about = topic === 'process' ? subjectOf(text, named, context) : undefined
  return { type: 'query', query: { view: 'topic', topic, ...(about && { about }) }, readAs: [], ignored: [] }
}

/** What the names of a question show; undefined if there are none or they cannot be combined. */
function subjectOf(text: string, named: readonly NamedPart[], context: CommandContext): SkillsQuery | undefined {
  if (named.length === 0) return undefined
  try {
    const result = interpretNames(text, named, context)
    return result.type === 'query' ? result.query : undefined
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** Whether each word of a text is in a name, or begins or misspells one, and is no word of questions. */
function hasOnlyNames(text: string, { catalogIndex, vocabulary }: CommandContext): boolean {
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
function isShort(text: string): boolean {
  return normalize(text).split(' ').length <= 3
}

/** What a resolution is about. */
export function factsIn(resolution: Resolution): Facts {
  switch (resolution.type) {
    case 'query':
      return factsOf(resolution.query)
    case 'choice':
    case 'search':
      return { view: resolution.type }
    case 'command':
      return {
        view: resolution.view,
        ...(resolution.view === 'gaps' && resolution.role && { role: resolution.role.slug }),
        ...(resolution.view === 'gaps' && resolution.level && { level: resolution.level.slug }),
      }
  }
}

function namesOf(text: string, { named, ignored, isChatty, otherRoles }: Question, context: CommandContext): Answer {
  // A role with other words is a search in that role.
  const isInRole = ignored.length > 0 && named.every(({ meanings }) => meanings.every(({ kind }) => kind === 'role'))
  const isMistyped = ignored.length > 0 && !ignored.every((word) => context.vocabulary.isOrdinary(normalize(word)))
  const typed = [...named.map((part) => part.text), ...ignored].join(' ')
  const isSearched = ignored.some(
    (word) => !context.vocabulary.isOrdinary(normalize(word)) || context.catalogIndex.search.has(normalize(word)),
  )
  const isOtherRole = ignored.every((word) => otherRoles.join(' ').includes(normalize(word)))
  if (isInRole && !isOtherRole && (!isChatty || isSearched))
    return asTyped(withoutFillers(text, named, context), context)
  if (isMistyped && !isOtherRole) return asTyped(typed, context)
  const several = severalOf(named, context)
  if (several) return { type: 'query', query: several, readAs: [], ignored }
  const result = interpretNames(text, named, context)
  return result.type === 'query' ? { ...result, ignored } : result
}

/** A text without the words that name nothing, but with those of names: "do I need X for the data engineer". */
function withoutFillers(text: string, named: readonly NamedPart[], { vocabulary }: CommandContext): string {
  const inNames = new Set(named.flatMap((part) => normalize(part.text).split(' ')))
  const isLeft = (word: string): boolean => inNames.has(word) || !vocabulary.fillers.has(word)
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

/** What a person lacks is topicAnswer by their results; what a level asks for more than the one below, by the ladder. */
function gapsOf(question: Question, { catalogIndex: { catalog } }: CommandContext): Answer {
  const [only, ...others] = catalog.roles.values()
  const role = rolesOf(question)[0] ?? (others.length === 0 ? only : undefined)
  const level = role && levelsOf(question, role).at(-1)
  const { ignored } = question
  return { type: 'command', view: 'gaps', ...(role && { role }), ...(level && { level }), ignored }
}

/** Words that are no question: names with several typos, words of a text, or nothing that the ladder knows. */
function unknownOf(text: string, { ignored }: Question, context: CommandContext): Answer {
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
function shortAnswer(text: string, context: CommandContext): Answer {
  const key = normalize(text)
  const result = asTyped(text, context)
  if (result.type !== 'query' || key.includes(' ')) return result
  const { catalogIndex, vocabulary } = context
  const [part] = catalogIndex.parse(text, vocabulary.words('connectives'), vocabulary.isOrdinary)
  return part?.match === 'prefix' && vocabulary.isOrdinary(key) ? asSearch(text, context) : result
}

/** The texts that have all of the words, in the plural or not, or else those that are no everyday words. */
function asSearch(text: string, { catalogIndex: { search }, vocabulary }: CommandContext): Answer {
  const singular = text.replaceAll(/(?<=\p{L}{3})s(?!\p{L})/gu, '')
  const rare = text.split(' ').filter((word) => !vocabulary.isOrdinary(normalize(word)))
  for (const wanted of new Set([text, singular, rare.join(' ')])) {
    const hits = search.find(wanted, MOST_HITS, { everyWord: true })
    if (hits.length > 0) return { type: 'search', text, within: undefined, hits }
  }
  return { type: 'query', query: { view: 'topic', topic: 'unknown' }, readAs: [], ignored: [] }
}

/** Interprets a text as names, or as words to search for. */
function asTyped(text: string, context: CommandContext): Answer {
  const result = interpret(text, context)
  return result.type === 'query' ? { ...result, ignored: [] } : result
}

/** The query of the only role that is named or that there is; else a choice. */
function ofEachRole(
  question: Question,
  { catalogIndex: { catalog } }: CommandContext,
  queryOf: (role: Role) => SkillsQuery | undefined,
): Answer {
  const { ignored } = question
  const namedRoles = rolesOf(question)
  const roles = namedRoles.length > 0 ? namedRoles : [...catalog.roles.values()]
  const options = roles.slice(0, MOST_ROLES).flatMap((role) => queryOf(role) ?? [])
  const [only] = options
  if (only && options.length === 1) return { type: 'query', query: only, readAs: [], ignored }
  if (options.length === 0) return { type: 'query', query: { view: 'roles', page: 1 }, readAs: [], ignored }
  return { type: 'choice', text: '', options }
}

/** The most roles to choose from. */
const MOST_ROLES = 12

import { nextLevels, normalize, type Role, stepOf } from '../../catalog/index.ts'
import type { CommandContext } from '../command.ts'
import { changesOf, interpretNames, type NamedPart } from '../commands/skills/interpret.ts'
import { type PlainTopic, queryButton, queryPayload, type SkillsQuery } from '../commands/skills/query.ts'
import { UserError } from '../errors.ts'
import { isHelpRequest } from '../input.ts'
import { areInStack } from './line-words.ts'
import {
  answerFromNames,
  asSearch,
  asTyped,
  betweenRoles,
  hasOnlyNames,
  isShort,
  learningOf,
  MOST_ROLES,
  shortAnswer,
  unknownOf,
} from './named-answers.ts'
import { hasLevel, haveSameLevels, levelsOf, levelsWithLines, onlyOf, rolesOf, skillsOf } from './question-names.ts'
import { stepsReadAs, toolsReadAs, typosReadAs } from './read-as.ts'
import type { Answer, CommandView, Resolution } from './resolution.ts'
import { questionsIn } from './two-questions.ts'
import { isProper, type Question, understand } from './understand.ts'

/** Finds what answers a question in plain words. Throws a UserError for names that cannot be combined. */
export function resolve(text: string, context: CommandContext): Resolution {
  // Names alone are not read as a question, which takes long for the first one.
  const typed = typedAnswer(text, context)
  if (typed) return typed
  const { first, second } = questionsIn(text, context)
  const question = understand(first, context)
  const answer = (second !== undefined && typedAnswer(first, context)) || answerTo(first, question, context)
  return {
    ...answer,
    ...(answer.type === 'query' && {
      readAs: [
        ...(answer.readAs.length > 0 ? answer.readAs : typosReadAs(question, answer.query)),
        ...(question.asks ? toolsReadAs(question, answer.query, context) : []),
      ],
    }),
    ...(second !== undefined && { unanswered: second }),
    ...(question.asksMandatory && { asksMandatory: true }),
    ...(question.asksCore && { asksCore: true }),
    ...(question.isNegated && { isNegated: true }),
  }
}

/** The answer to what is no question in plain words: names, help, or the history of a role. */
function typedAnswer(text: string, context: CommandContext): Answer | undefined {
  const isPlain = normalize(text) === '' || isHelpRequest(text, context.vocabulary)
  if (isPlain || changesOf(text, context)) return asTyped(text, context)
  return hasOnlyNames(text, context) ? shortAnswer(text, context) : undefined
}

/** The most words of something that is looked for and that the ladder does not have. */
const MOST_WANTED = 2

function answerTo(text: string, question: Question, context: CommandContext): Answer {
  const { topic, ignored, rivals } = question
  // The focus or the stack is what the level, or the role, says of it.
  const [line] = rivals.filter((rival) => rival === 'focus' || rival === 'stack')
  if (line && (line === question.ruled || question.ruled === 'names') && rivals.includes('names'))
    return answerTo(text, { ...question, topic: line, rivals: [] }, context)
  if (rivals.includes('unknown') && question.named.length === 0) return unknownOf(text, question, context)
  const choice = rivals.length > 0 ? choiceOf(text, question, context) : undefined
  if (choice) return choice
  const query = (result: SkillsQuery): Answer => ({ type: 'query', query: result, readAs: [], ignored })
  switch (topic) {
    case 'greeting':
    case 'thanks':
    case 'bye':
    case 'privacy':
    case 'rule':
    case 'process':
    case 'answers':
    case 'marks':
      return topicAnswer(topic, question, context)
    case 'examples':
      return query({ view: 'help' })
    case 'own-ladder':
      return topicAnswer('ownLadder', question, context)
    case 'people':
    case 'duration':
      return topicAnswer('coverage', question, context)
    case 'coverage': {
      // Everyday words beside what the ladder does not cover are no names.
      const isCompared = rolesOf(question).length === 1 && ignored.length === 1
      const isName = (word: string): boolean => isProper(word) || !context.vocabulary.isOrdinary(normalize(word))
      const names = ignored.filter((word) => isCompared || isName(word))
      return { type: 'query', query: { view: 'topic', topic }, readAs: [], ignored: names }
    }
    case 'absent': {
      // It may be a misspelled name.
      const [name = '', ...others] = ignored
      const isNear = others.length === 0 && context.catalogIndex.suggest(normalize(name), 1).length > 0
      return isNear && isShort(text) ? shortAnswer(text, context) : query({ view: 'topic', topic: 'coverage' })
    }
    case 'other-role':
      return { type: 'query', query: { view: 'topic', topic: 'coverage' }, readAs: [], ignored: question.otherRoles }
    case 'unknown':
      return unknownOf(text, question, context)
    case 'settings':
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
      // What is needed for a level is no answer if the words say what: "need rust for senior".
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
      return {
        type: 'query',
        query: { view: 'rubric', proficiency: onlyOf(question.proficiencies) ?? null },
        readAs: stepsReadAs(question, context),
        ignored,
      }
    case 'roles':
      return query({ view: 'roles', page: 1 })
    case 'role':
      if (context.catalogIndex.catalog.roles.size > 1) return query({ view: 'domains' })
      return ofEachRole(question, context, (role) => ({ view: 'role', role }))
    case 'levels':
      if (hasLevel(question) && context.catalogIndex.catalog.roles.size === 1)
        return answerFromNames(text, question, context)
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
    case 'only-first':
    case 'only-second': {
      const roles = rolesOf(question)
      const [first, second] = topic === 'only-second' ? roles.toReversed() : roles
      if (!first || !second) return answerFromNames(text, question, context)
      return query({ view: 'twoRolesPart', first, second, part: topic === 'shared' ? 'both' : 'first' })
    }
    case 'shared-by-all':
      return query({ view: 'sharedSkills' })
    case 'only-here': {
      const [role] = rolesOf(question)
      return role ? query({ view: 'ownSkills', role }) : answerFromNames(text, question, context)
    }
    case 'two-roles':
      return betweenRoles(question, context)
    case 'statement': {
      const [skill] = skillsOf(question)
      const step = skill && stepOf(skill.scale, question.proficiencies[0] ?? '')
      return skill && step ? query({ view: 'statement', skill, step }) : answerFromNames(text, question, context)
    }
    case 'learning':
      return learningOf(question, context) ?? answerFromNames(text, question, context)
    case 'changes':
      if (rolesOf(question).length === 0 && context.catalogIndex.catalog.roles.size > 1)
        return query({ view: 'changes', role: null, page: 1 })
      return ofEachRole(question, context, (role) => ({ view: 'changes', role, page: 1 }))
    case 'usage': {
      const [skill, ...others] = new Set(skillsOf(question))
      // In a role that is named, the skill by itself; or that the role does not have it.
      if (others.length > 0 || rolesOf(question).length === 1) return answerFromNames(text, question, context)
      return skill ? query({ view: 'usage', skill }) : query({ view: 'topic', topic: 'unknown' })
    }
    case 'usage-elsewhere': {
      const [skill] = skillsOf(question)
      return skill ? query({ view: 'usage', skill }) : answerFromNames(text, question, context)
    }
    case 'stack':
    case 'focus': {
      const { lines } = question
      if (rolesOf(question).length === 0 && new Set(lines.map(({ role }) => role)).size > 1)
        return { type: 'lines', text: question.wanted, lines }
      const result = ofEachRole(question, context, (role) => {
        const own = levelsWithLines(role, question)
        if (lines.length > 0 && own.length === 0) return undefined
        return { view: topic, role, level: levelsOf(question, role)[0] ?? onlyOf(own) ?? null }
      })
      const isAnswered =
        lines.length > 0 || (topic === 'stack' && areInStack(context.catalogIndex, ignored, rolesOf(question)))
      return isAnswered && (result.type === 'query' || result.type === 'choice') ? { ...result, ignored: [] } : result
    }
    case 'all-skills':
      return ofEachRole(question, context, (role) => {
        const [level] = levelsOf(question, role)
        if (level) return { view: 'levelSkills', role, level }
        return hasLevel(question) ? undefined : { view: 'roleSkills', role }
      })
    case 'core':
      if (rolesOf(question).length === 0 && !hasLevel(question) && !question.asksMandatory && haveCores(context))
        return query({ view: 'cores' })
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
        const above = highest ? nextLevels(role, highest) : []
        return above.length > 0
          ? above.map((level) => ({ view: 'nextLevel', role, level }))
          : [{ view: 'nextLevel', role, level: null }]
      })
    case 'search': {
      const result = isShort(text) ? shortAnswer(text, context) : asSearch(question.wanted, context)
      const isMissing = result.type === 'query' && result.query.view === 'topic' && result.query.topic === 'unknown'
      const words = question.wanted.split(' ')
      const isInTexts = words.some((word) => context.catalogIndex.search.has(normalize(word)))
      if (!isMissing || isInTexts || words.length > MOST_WANTED) return result
      return { type: 'query', query: { view: 'topic', topic: 'coverage' }, readAs: [], ignored: [question.wanted] }
    }
    case 'names':
      return answerFromNames(text, question, context)
  }
}

/** Whether there are several roles, no more than an answer shows, and some of them have a core. */
function haveCores({ catalogIndex: { catalog } }: CommandContext): boolean {
  const roles = [...catalog.roles.values()]
  return (
    roles.length > 1 &&
    roles.length <= MOST_ROLES &&
    roles.some(({ core: { domains, skills } }) => domains.length + skills.length > 0)
  )
}

/** What a question that is not clear may mean; undefined if it comes to one answer. */
function choiceOf(text: string, question: Question, context: CommandContext): Answer | undefined {
  const options = new Map<string, SkillsQuery>()
  const commands = new Set<CommandView>()
  for (const topic of question.rivals) {
    const answer = answerOrNone(text, { ...question, topic, rivals: [] }, context)
    // What someone lacks is in their results.
    if (answer?.type === 'command') commands.add(answer.view === 'gaps' ? 'profile' : answer.view)
    if (answer?.type === 'query' && answer.query.view === 'help') commands.add('help')
    else if (answer?.type === 'query' && answer.query.view === 'topic' && answer.query.topic === 'unknown')
      commands.add('help')
    else if (answer?.type === 'query') options.set(queryPayload(answer.query), answer.query)
    else if (answer?.type === 'lines') return answer
    // Which role is meant is asked first.
    else if (answer?.type === 'choice') return answer
  }
  if (options.size + commands.size < 2) return undefined
  return { type: 'choice', text: '', options: [...options.values()], commands: [...commands] }
}

/** The answer to a question; undefined if its names cannot be combined. */
function answerOrNone(text: string, question: Question, context: CommandContext): Answer | undefined {
  try {
    return answerTo(text, question, context)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** An answer that does not depend on the other words of the question. */
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

/** What a person lacks is in their results; what a level asks for more than the one below, by the ladder. */
function gapsOf(question: Question, { catalogIndex: { catalog } }: CommandContext): Answer {
  const [only, ...others] = catalog.roles.values()
  const role = rolesOf(question)[0] ?? (others.length === 0 ? only : undefined)
  const level = role && levelsOf(question, role).at(-1)
  const { ignored } = question
  return { type: 'command', view: 'gaps', ...(role && { role }), ...(level && { level }), ignored }
}

/** The query of the only role that is named or that there is; else a choice. */
function ofEachRole(
  question: Question,
  { catalogIndex: { catalog }, t }: CommandContext,
  queryOf: (role: Role) => SkillsQuery | readonly SkillsQuery[] | undefined,
): Answer {
  const { ignored } = question
  const namedRoles = rolesOf(question)
  const roles = namedRoles.length > 0 ? namedRoles : [...catalog.roles.values()]
  const options = roles.flatMap((role) => queryOf(role) ?? [])
  const [only] = options
  if (only && options.length === 1) return { type: 'query', query: only, readAs: [], ignored }
  if (options.length === 0) return { type: 'query', query: { view: 'roles', page: 1 }, readAs: [], ignored }
  if (options.length > MOST_ROLES) {
    throw new UserError('error.skills.whichRole', {}, [
      queryButton(t('action.roles'), { view: 'roles', page: 1 }),
    ]).withFacts({ view: 'choice', ignored: [] })
  }
  return { type: 'choice', text: '', options, ignored }
}

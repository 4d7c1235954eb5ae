import type { CatalogIndex } from '../../catalog/catalog-index.ts'
import { type LevelLine, type NamedEntity, normalize, type Proficiency } from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Vocabulary } from '../input.ts'
import { stripUrls } from '../input.ts'
import { MOST_GUESSED } from './clauses.ts'
import { REMARKS, type Topic } from './cues.ts'
import { bestLines } from './line-words.ts'
import { namesIn } from './names-in-words.ts'
import { type QuestionWords, wordsOfQuestion } from './question-words.ts'
import { type Reading, readingOf } from './reading.ts'
import { readAgain, type SecondReading } from './second-reading.ts'
import { speakerIn } from './speaker.ts'
import { onlyRolesOf } from './topic-rules.ts'
import { topicOf } from './topics.ts'

// What a question in plain words asks for: an intent from the phrases in it, from examples and from the names of the catalog. Both are fixed,
// so the same question has the same answer. Recognized names win over unknown words; an everyday word is never read as a misspelled name.

export interface Question {
  readonly topic: Topic
  /** What the rules alone make of it. */
  readonly ruled: Topic
  /** What it may mean, the likeliest first, if that is not clear; else empty. */
  readonly rivals: readonly Topic[]
  /** The text with the words that its chat spellings stand for. */
  readonly text: string
  /** The names in it, each with all its meanings. */
  readonly named: readonly NamedPart[]
  readonly proficiencies: readonly Proficiency[]
  /** Words that have no part in the answer, as typed. */
  readonly ignored: readonly string[]
  /** The items of focus and stack that answer it. */
  readonly lines: readonly LevelLine[]
  /** Whether it is asked if something is mandatory. */
  readonly asksMandatory: boolean
  /** Whether it is asked if something is in the core. */
  readonly asksCore: boolean
  /** Whether it is about what is not expected, or leaves something out. */
  readonly isNegated: boolean
  /** Whether it asks or demands something. */
  readonly asks: boolean
  /** Whether it is a question with everyday words beside its names. */
  readonly isChatty: boolean
  /** Roles that the ladder does not have, normalized: "data scientist". */
  readonly otherRoles: readonly string[]
  /** What to search for: the words after "what mentions", or else all of them. */
  readonly wanted: string
}

/** What questions are read with. */
export interface Understanding {
  readonly catalogIndex: CatalogIndex
  readonly vocabulary: Vocabulary
}

/** The last question of each bot: a message is read to find its command, and again by the command. */
const lastQuestions = new WeakMap<Vocabulary, { typed: string; catalogIndex: CatalogIndex; question: Question }>()

/** Reads a question. Never throws. */
export function understand(typed: string, { catalogIndex, vocabulary }: Understanding): Question {
  const last = lastQuestions.get(vocabulary)
  if (last && last.typed === typed && last.catalogIndex === catalogIndex) return last.question
  const question =
    afterTitle(stripUrls(typed), { catalogIndex, vocabulary }) ?? read(typed, { catalogIndex, vocabulary })
  lastQuestions.set(vocabulary, { typed, catalogIndex, question })
  return question
}

/** What a person may ask who says what they are and names another role. */
const MOVES: ReadonlySet<Topic> = new Set(['next-level', 'gaps', 'names', 'learning', 'two-roles', 'level-above'])

/**
 * The question of a person who says first what they are; undefined if they don't, or if their title is part of the question. A role of
 * the ladder is where they come from if they name another one; a title that is no role or level of it is left out.
 */
function afterTitle(typed: string, understanding: Understanding): Question | undefined {
  const { vocabulary, catalogIndex } = understanding
  const speaker = speakerIn(vocabulary.spelling.rewrite(typed, catalogIndex).text, vocabulary)
  if (!speaker) return undefined
  const exact = catalogIndex
    .parse(speaker.title, vocabulary.fillers, vocabulary.isOrdinary)
    .filter((part): part is NamedPart => part.match === 'exact')
  const has = (named: readonly NamedPart[], kind: NamedEntity['kind']): boolean =>
    named.some(({ meanings }) => meanings.some((one) => one.kind === kind))
  const rest = read(speaker.rest, understanding)
  if (!has(exact, 'role') && !has(exact, 'level'))
    return REMARKS.has(rest.topic) || rest.topic === 'search' ? undefined : rest
  const roles = new Set(
    [...exact, ...rest.named].flatMap(({ meanings }) =>
      meanings.flatMap((one) => (one.kind === 'role' ? [one.role] : [])),
    ),
  )
  const isOwnLevel = has(exact, 'level') && rest.named.length === 0
  if (isOwnLevel && rest.topic === 'next-level') {
    // "AI junior": the first word is a role beside the level.
    const { named } = read(speaker.title, understanding)
    return { ...rest, topic: 'level-above', ruled: 'level-above', rivals: [], named }
  }
  const isMove = has(exact, 'role') && has(rest.named, 'role') && roles.size === 2 && MOVES.has(rest.topic)
  if (!isMove || has(rest.named, 'skill') || has(rest.named, 'domain')) return undefined
  const own = has(rest.named, 'level')
    ? exact.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'role'))
    : exact
  return { ...rest, topic: 'two-roles', ruled: 'two-roles', rivals: [], named: [...own, ...rest.named] }
}

function read(typed: string, understanding: Understanding): Question {
  const question = wordsOfQuestion(typed, understanding)
  const { text, typedAs, words, asks } = question
  const { reading, tokens } = readingOf(question, namesIn(question, understanding), understanding)
  const { named, proficiencies, content, cues, aliasLines } = reading
  const ruled = topicOf(reading)
  const isOfAlias = aliasLines.some(({ kind }) => kind === ruled)
  const lines = isOfAlias ? aliasLines : reading.lines
  const second: SecondReading = isSettled(ruled, { ...reading, lines }, isOfAlias)
    ? { topic: ruled, byExamples: null, rivals: [] }
    : readAgain({ topic: ruled, named, isWhole: content.length === 0 }, tokens, understanding.vocabulary.classifier)
  const left = leftOver(reading, second, understanding)
  const isNothing = isAboutNothing(left, { question, reading, second })
  const topic = isNothing ? 'unknown' : second.topic
  return {
    topic,
    ruled,
    rivals: isNothing ? [] : second.rivals,
    text,
    named,
    proficiencies: [...new Set(proficiencies)],
    ignored: topic === 'search' || topic === 'people' ? [] : left.map((raw) => typedAs.get(normalize(raw)) ?? raw),
    lines: topic === ruled && (topic === 'focus' || topic === 'stack') ? bestLines({ ...reading, lines }) : [],
    asksMandatory: cues.has('askMandatory'),
    asksCore: cues.has('askCore') && !cues.has('askMandatory'),
    isNegated: cues.has('askNot') && (topic === 'usage' || (EXPECTATIONS.has(topic) && !named.some(isSkill))),
    asks,
    isChatty: asks && !cues.has('askSearch') && !cues.has('askNeed'),
    otherRoles: runsOf(words, (at) => cues.covers('askOtherRole', at)),
    wanted: (isOfAlias ? named.map((part) => part.text) : content).join(' ') || typed.trim(),
  }
}

/** What is answered by what is expected. */
const EXPECTATIONS: ReadonlySet<Topic> = new Set(['names', 'focus', 'stack', 'core', 'step', 'next-level'])

const isSkill = ({ meanings }: NamedPart): boolean => meanings.some(({ kind }) => kind === 'skill')

/** The most words beside names that are looked up. */
const MOST_BESIDE_NAMES = 1

/** Whether the rules alone decide, and examples are not compared. `isOfAlias`: the lines are those of another word for a skill. */
function isSettled(ruled: Topic, reading: Reading, isOfAlias: boolean): boolean {
  const { cues, words, named, content, lines, isQuestion, isOrdinary, roleWords } = reading
  switch (ruled) {
    case 'names': {
      // Names with hardly a word beside them, or with one that may be a misspelled name, are looked up.
      const isBrief = words.length < MOST_GUESSED / 2
      return !isQuestion && (content.length <= MOST_BESIDE_NAMES || (isBrief && !content.every(isOrdinary)))
    }
    case 'focus':
    case 'stack':
      // An item that has all the words is what they are about.
      return lines.length > 0 && (isOfAlias || content.length > 1 || !content.every(isOrdinary))
    case 'all-skills':
    case 'only-here':
      return true
    case 'duration':
      return named.every(({ meanings }) => meanings.every(({ kind }) => kind === 'level'))
    case 'people':
      return cues.has('askExperts')
    case 'core':
      return cues.has('askMandatory')
    case 'usage':
      return cues.has('askWhoNeeds') || words.some((word) => roleWords.has(word))
    case 'rule':
      return cues.has('askOwnLevel')
    case 'gaps': {
      const isOfLevel = named.length === 2 && cues.has('askNextLevel')
      return content.length === 0 && onlyRolesOf(named).length === 1 && (named.length === 1 || isOfLevel)
    }
    case 'greeting':
      return content.length === 0
    case 'absent':
      return content.every((raw) => isProper(raw) || !isOrdinary(raw))
    default:
      return false
  }
}

/** Whether a word begins with a capital, as names do: "Java" is no island here. */
export const isProper = (raw: string): boolean => /^\p{Lu}/u.test(raw)

/** In so many examples of a view a word is no chance. */
const LEAST_EXAMPLES = 2

/** The words that have no part in the answer. Where examples decide, those that some of them have are part of it. */
function leftOver(
  { content, isOrdinary }: Reading,
  { byExamples }: SecondReading,
  { catalogIndex, vocabulary }: Understanding,
): readonly string[] {
  if (byExamples === null) return content
  // What the ladder leaves out is named, whatever examples leave out.
  const isMissing = (raw: string): boolean =>
    !isOrdinary(raw) && !catalogIndex.search.has(normalize(raw)) && !catalogIndex.isInStack(normalize(raw))
  const isRead = (raw: string): boolean =>
    !(byExamples === 'coverage' && isMissing(raw)) &&
    vocabulary.phrases
      .tokensOf(normalize(raw).split(' '), [])
      .every((token) => vocabulary.classifier.countIn(byExamples, token) >= LEAST_EXAMPLES)
  return content.filter((raw) => !isRead(raw))
}

/** What people ask in words of their own, of which examples know some. */
const ABOUT_PERSON: ReadonlySet<Topic> = new Set(['assess', 'gaps', 'privacy', 'process', 'rule'])

/** Whether examples have no word of a question but those that every question has: of "how do I cook rice", only "how do I". */
function isAboutNothing(
  left: readonly string[],
  {
    question: { words, isFiller },
    reading: { named, cues, isOrdinary },
    second: { topic, byExamples },
  }: { readonly question: QuestionWords; readonly reading: Reading; readonly second: SecondReading },
): boolean {
  if (byExamples === null || left.length === 0 || named.length > 0) return false
  const leftWords = new Set(left.flatMap((raw) => normalize(raw).split(' ')))
  if (!words.every((word) => isFiller(word) || leftWords.has(word))) return false
  const isMissed = topic === 'coverage' && cues.has('askNeed') && !left.some(isOrdinary)
  return !isMissed && (left.length > 1 || !ABOUT_PERSON.has(topic))
}

/** The words next to each other whose indices fit, as texts. */
function runsOf(words: readonly string[], isIn: (at: number) => boolean): readonly string[] {
  const runs = words.map((word, at) => (isIn(at) ? word : '\n')).join(' ')
  return runs.split('\n').flatMap((run) => (run.trim() === '' ? [] : [run.trim()]))
}

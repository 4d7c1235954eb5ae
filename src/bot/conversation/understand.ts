import type { CatalogIndex } from '../../catalog/catalog-index.ts'
import { type NamedEntity, normalize, type Proficiency } from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Vocabulary } from '../input.ts'
import { proficiencyNamed, stripUrls } from '../input.ts'
import type { Cue, CueMatches } from './phrases.ts'

// What a question in plain words asks for: an intent from the phrases in it and from the names of the catalog. It is read by rules alone,
// so the same question has the same answer. Recognized names win over unknown words; an everyday word is never read as a misspelled name.

/** What a question is about. */
export type Topic =
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'privacy'
  | 'rule'
  | 'process'
  | 'proposals'
  | 'changes'
  | 'rubric'
  | 'coverage'
  | 'assess'
  | 'profile'
  | 'gaps'
  | 'next-level'
  | 'stack'
  | 'focus'
  | 'core'
  | 'usage'
  | 'roles'
  | 'role'
  | 'names'
  | 'search'
  | 'unknown'

export interface Question {
  readonly topic: Topic
  /** The names in it, each with all its meanings. */
  readonly named: readonly NamedPart[]
  readonly proficiencies: readonly Proficiency[]
  /** Words that have no part in the answer, as typed. */
  readonly ignored: readonly string[]
  /** What to search for: the words after "what mentions", or else all of them. */
  readonly wanted: string
}

/** What questions are read with. */
export interface Understanding {
  readonly catalogIndex: CatalogIndex
  readonly vocabulary: Vocabulary
}

/** The most words that have no part in an answer: with more of them the question is about something else. */
const MOST_IGNORED = 1

/** Reads a question. Never throws. */
export function understand(typed: string, { catalogIndex, vocabulary }: Understanding): Question {
  const text = stripUrls(typed)
  const words = normalize(text).split(' ').filter(Boolean)
  const isFiller = (word: string): boolean => vocabulary.fillers.has(word) || /^\d+$/u.test(word)
  const cues = vocabulary.phrases.match(words, isFiller)

  const parts = catalogIndex.parse(text, vocabulary.fillers, vocabulary.isOrdinary)
  const inPhrases = new Set(words.filter((_, at) => CUES.some((cue) => cues.covers(cue, at))))
  const isNoName = (word: string): boolean => isFiller(word) || inPhrases.has(word)
  const isGuess = ({ text: raw, match }: NamedPart): boolean => {
    const keys = normalize(raw).split(' ')
    if (match === 'exact') return false
    return keys.every(isNoName) || ((match === 'typo' || keys.length === 1) && keys.every(vocabulary.isOrdinary))
  }
  const named = parts.filter((part): part is NamedPart => part.match !== 'none' && !isGuess(part))
  const inNames = new Set(named.flatMap((part) => normalize(part.text).split(' ')))
  const proficiencies = words.flatMap((word) => proficiencyNamed(word, catalogIndex, vocabulary) ?? [])
  const rest = parts
    .filter((part) => part.match === 'none' || isGuess(part))
    .map(({ text: raw }) => raw.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, ''))
    .filter(
      (raw) =>
        !normalize(raw)
          .split(' ')
          .every((word) => isNoName(word) || inNames.has(word)),
    )
  const content = rest.filter((raw) => proficiencyNamed(normalize(raw), catalogIndex, vocabulary) === undefined)

  const topic = topicOf({
    cues,
    words,
    named,
    proficiencies,
    content,
    isNoName,
    isOrdinary: (raw) => vocabulary.isOrdinary(normalize(raw)),
    catalogIndex,
  })
  return {
    topic,
    named,
    proficiencies: [...new Set(proficiencies)],
    ignored: topic === 'search' ? [] : content,
    wanted: cues.has('askSearch') ? content.join(' ') : text.trim(),
  }
}

interface Reading {
  readonly cues: CueMatches
  readonly words: readonly string[]
  readonly named: readonly NamedPart[]
  readonly proficiencies: readonly Proficiency[]
  readonly content: readonly string[]
  /** Whether a word names nothing by itself or is part of a phrase. */
  readonly isNoName: (word: string) => boolean
  readonly isOrdinary: (raw: string) => boolean
  readonly catalogIndex: CatalogIndex
}

const kindsOf = (named: readonly NamedPart[]): ReadonlySet<NamedEntity['kind']> =>
  new Set(named.flatMap(({ meanings }) => meanings.map(({ kind }) => kind)))

function topicOf({ cues, words, named, proficiencies, content, isNoName, isOrdinary, catalogIndex }: Reading): Topic {
  const kinds = kindsOf(named)
  const hasSubject = kinds.has('skill') || kinds.has('domain')
  const isBusy = content.length > MOST_IGNORED
  const levels = named.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'level')).length
  const isInCatalog =
    content.length > 0 &&
    content.every((raw) =>
      normalize(raw)
        .split(' ')
        .every((word) => isIn(catalogIndex, word)),
    )

  if (words.length === 0) return 'unknown'
  if (named.length === 0 && words.length <= MAX_GREETING_WORDS && content.length <= MOST_IGNORED) {
    const isSmall = words.every((word, at) => isNoName(word) || cues.covers('askThanks', at) || content.length > 0)
    if (cues.isOnly('askThanks') || (isSmall && cues.covers('askThanks', 0) && !asksMore(cues))) return 'thanks'
    if (cues.isOnly('askGreeting') || (isSmall && cues.covers('askGreeting', 0) && !asksMore(cues))) return 'greeting'
  }
  if (cues.has('askSearch') && content.length > 0 && levels === 0 && (isInCatalog || !hasSubject)) return 'search'
  if (levels > 1 && cues.has('askCompare') && content.length <= MAX_OTHER_WORDS) return 'names'
  if (cues.has('askExport') && !hasSubject) return 'profile'
  if (!hasSubject) for (const [cue, topic] of SETTLED) if (cues.has(cue)) return topic
  if (cues.has('askProposals') && !isBusy) return 'proposals'
  if (cues.has('askCompare') && kinds.has('role') && levels === 0 && hasUnlikeRoles(named, content)) return 'coverage'
  if (hasSubject) return cues.has('askUsage') && kinds.has('skill') && levels === 0 ? 'usage' : 'names'
  const isRubric = cues.has('askRubric') || proficiencies.length > 1 || content.length === 0
  if (proficiencies.length > 0 && levels === 0 && isRubric) return 'rubric'
  if (cues.has('askCoverage')) return 'coverage'
  if (!isBusy && levels > 0 && cues.has('askAlready')) return 'names'
  for (const [cue, topic] of PERSONAL) if (cues.has(cue) && !isBusy && content.every(isOrdinary)) return topic
  if (cues.has('askNextLevel') && !cues.has('askAlready') && !isBusy) return 'next-level'
  if (levels > 1 && content.length <= MAX_OTHER_WORDS) return 'names'
  if (areInStack(catalogIndex, content)) return 'stack'
  if (!isBusy) {
    for (const [cue, topic] of FACTS) if (cues.has(cue) && (levels > 0 || topic !== 'focus')) return topic
    if (cues.has('askRubric') && levels === 0 && !kinds.has('role') && content.length === 0) return 'rubric'
    if (cues.has('askRoles') && levels === 0) return 'roles'
    if (named.length > 0) return 'names'
    if (content.length === 0 && cues.has('askRole')) return 'role'
  }
  if (isInCatalog && !cues.has('askHelp')) return 'search'
  if (content.length > 0 && content.length <= MOST_IGNORED && cues.has('askNeed')) return 'coverage'
  return 'unknown'
}

/** The most words of a greeting or of thanks with one other word. */
const MAX_GREETING_WORDS = 6

/** The most other words in a comparison. */
const MAX_OTHER_WORDS = 2

/** Whether a text that begins with a greeting or with thanks goes on to ask something. */
function asksMore(cues: CueMatches): boolean {
  return CUES.some((cue) => cue !== 'askGreeting' && cue !== 'askThanks' && cues.has(cue))
}

/** Whether a role is compared with something that is no role of the catalog. */
function hasUnlikeRoles(named: readonly NamedPart[], content: readonly string[]): boolean {
  const roles = named.filter(({ meanings }) => meanings.every(({ kind }) => kind === 'role'))
  return roles.length === 1 && (content.length > 0 || named.length > 1)
}

/** Whether a word, or its singular, is in the catalog's texts. */
function isIn({ search }: CatalogIndex, word: string): boolean {
  return search.has(word) || (word.length > 4 && word.endsWith('s') && search.has(word.slice(0, -1)))
}

/** Whether all of some words, as typed, are named by stack lines. */
export function areInStack(catalogIndex: CatalogIndex, typed: readonly string[]): boolean {
  const words = typed.flatMap((raw) => normalize(raw).split(' '))
  return words.length > 0 && words.every((word) => catalogIndex.isInStack(word))
}

/** What is asked of Rung itself, whatever else is in the question, the most specific first. */
const SETTLED: readonly (readonly [Cue, Topic])[] = [
  ['askPrivacy', 'privacy'],
  ['askRule', 'rule'],
  ['askProcess', 'process'],
  ['askChanges', 'changes'],
  ['askHelp', 'help'],
]

/** What is asked about the person. */
const PERSONAL: readonly (readonly [Cue, Topic])[] = [
  ['askGaps', 'gaps'],
  ['askAssess', 'assess'],
  ['askProfile', 'profile'],
]

/** What is asked about a level or a role. */
const FACTS: readonly (readonly [Cue, Topic])[] = [
  ['askStack', 'stack'],
  ['askCore', 'core'],
  ['askFocus', 'focus'],
]

const CUES: readonly Cue[] = [
  'askGreeting',
  'askThanks',
  'askHelp',
  'askPrivacy',
  'askRule',
  'askProcess',
  'askProposals',
  'askChanges',
  'askRubric',
  'askCoverage',
  'askAssess',
  'askProfile',
  'askExport',
  'askSearch',
  'askAlready',
  'askGaps',
  'askNextLevel',
  'askCompare',
  'askStack',
  'askFocus',
  'askCore',
  'askUsage',
  'askRoles',
  'askRole',
  'askNeed',
]

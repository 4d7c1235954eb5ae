import {
  type CatalogIndex,
  isFormOf,
  type LevelLine,
  type NamedEntity,
  normalize,
  type Proficiency,
} from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Cue, CueMatches } from './phrases.ts'

// The rules that decide what a question asks for, the most specific first: from the phrases in it, from the names of the catalog, and
// from how many other words there are. With too many of them a question is about something else.

/** What a question asks for. */
export type Topic =
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'settings'
  | 'privacy'
  | 'rule'
  | 'process'
  | 'proposals'
  | 'changes'
  | 'rubric'
  | 'coverage'
  | 'people'
  | 'assess'
  | 'profile'
  | 'gaps'
  | 'next-level'
  | 'level-above'
  | 'stack'
  | 'focus'
  | 'core'
  | 'usage'
  | 'roles'
  | 'role'
  | 'names'
  | 'search'
  | 'unknown'

export interface Reading {
  readonly cues: CueMatches
  readonly words: readonly string[]
  readonly named: readonly NamedPart[]
  readonly proficiencies: readonly Proficiency[]
  /** Words that are no names, no part of a phrase and no fillers, as typed. */
  readonly content: readonly string[]
  /** Whether a word names nothing by itself or is part of a phrase. */
  readonly isNoName: (word: string) => boolean
  readonly isOrdinary: (raw: string) => boolean
  /** Whether the text asks or demands anything. */
  readonly isQuestion: boolean
  /** The items of focus and stack that have the words that are no names. */
  readonly lines: readonly LevelLine[]
  readonly catalogIndex: CatalogIndex
}

/** The most words that have no part in an answer. */
const MOST_IGNORED = 1
/** The same, if names say what the question is about and the words are everyday words. */
const MOST_CHATTER = 4
/** The most words of a greeting or of thanks with one other word. */
const MAX_GREETING_WORDS = 6

/** What a reading has, for the rules. */
interface Case extends Reading {
  readonly kinds: ReadonlySet<NamedEntity['kind']>
  readonly hasSubject: boolean
  /** How many levels are named. */
  readonly levels: number
  readonly isBusy: boolean
  readonly isInCatalog: boolean
}

/** A rule: the topic, or undefined if another rule decides. */
type Rule = (reading: Case) => Topic | undefined

export function topicOf(reading: Reading): Topic {
  const { named, content, isOrdinary, isQuestion, catalogIndex } = reading
  const kinds = new Set(named.flatMap(({ meanings }) => meanings.map(({ kind }) => kind)))
  const slugs = named.flatMap(({ meanings }) => meanings.flatMap((one) => (one.kind === 'level' ? [one.slug] : [])))
  const most = named.length > 0 && isQuestion && content.every(isOrdinary) ? MOST_CHATTER : MOST_IGNORED
  const facts: Case = {
    ...reading,
    kinds,
    hasSubject: kinds.has('skill') || kinds.has('domain'),
    levels: new Set(slugs).size,
    isBusy: content.length > most,
    isInCatalog:
      content.length > 0 &&
      content.every((raw) =>
        normalize(raw)
          .split(' ')
          .every((word) => isIn(catalogIndex, word)),
      ),
  }
  if (reading.words.length === 0) return 'unknown'
  for (const rule of RULES) {
    const topic = rule(facts)
    if (topic) return topic
  }
  return 'unknown'
}

const RULES: readonly Rule[] = [
  smallWords,
  ({ cues, levels }) => (levels === 0 && cues.has('askBot') ? 'help' : undefined),
  ({ cues, levels, hasSubject }) => (levels === 0 && !hasSubject && cues.has('askSettings') ? 'settings' : undefined),
  ({ cues, hasSubject, levels }) => (hasSubject && levels === 0 && cues.has('askPeople') ? 'people' : undefined),
  ({ cues }) => (cues.has('askDisagree') ? (cues.has('askProposals') ? 'proposals' : 'process') : undefined),
  ({ cues, levels, content, isInCatalog, hasSubject }) =>
    cues.has('askSearch') &&
    content.length > 0 &&
    levels === 0 &&
    (isInCatalog || (!hasSubject && !cues.has('askCoverage')))
      ? 'search'
      : undefined,
  ({ cues, hasSubject }) => (cues.has('askExport') && !hasSubject ? 'profile' : undefined),
  ({ cues, hasSubject, levels }) => (levels > 0 && !hasSubject ? firstOf(ABOUT_LEVELS, cues) : undefined),
  twoLevels,
  sharedByRoles,
  ({ cues, hasSubject }) => (hasSubject ? undefined : firstOf(SETTLED, cues)),
  ({ cues, hasSubject, levels, kinds }) =>
    !hasSubject && levels === 0 && !kinds.has('role') && cues.has('askHelp') ? 'help' : undefined,
  ({ cues, isBusy }) => (cues.has('askProposals') && !isBusy ? 'proposals' : undefined),
  otherRoles,
  ({ cues, kinds }) =>
    cues.has('askIntro') && cues.has('askNextLevel') && kinds.has('role') ? 'next-level' : undefined,
  (reading) => (reading.hasSubject ? fromLines(reading) : undefined),
  ({ hasSubject, cues, kinds, levels }) =>
    hasSubject ? (cues.has('askUsage') && kinds.has('skill') && levels === 0 ? 'usage' : 'names') : undefined,
  ({ cues, proficiencies, levels, content }) =>
    proficiencies.length > 0 &&
    levels === 0 &&
    (cues.has('askRubric') || proficiencies.length > 1 || content.length === 0)
      ? 'rubric'
      : undefined,
  ({ cues }) => (cues.has('askCoverage') ? 'coverage' : undefined),
  ({ cues, levels, isBusy }) => (!isBusy && levels > 0 ? levelOf(cues) : undefined),
  ({ cues, isBusy, content, isOrdinary }) =>
    !isBusy && content.every(isOrdinary) ? firstOf(PERSONAL, cues) : undefined,
  ({ cues, isBusy }) => (cues.has('askNextLevel') && !isBusy ? 'next-level' : undefined),
  ({ cues, kinds, levels, isBusy }) =>
    cues.has('askCore') && kinds.has('role') && levels === 0 && !isBusy ? 'core' : undefined,
  fromLines,
  ({ catalogIndex, content }) => (areInStack(catalogIndex, content) ? 'stack' : undefined),
  aboutRole,
  ({ isInCatalog, cues }) => (isInCatalog && !cues.has('askHelp') ? 'search' : undefined),
  ({ content, cues }) =>
    content.length > 0 && content.length <= MOST_IGNORED && cues.has('askNeed') ? 'coverage' : undefined,
]

/** Greetings and thanks, with at most one other word. */
function smallWords({ cues, words, named, content, isNoName }: Case): Topic | undefined {
  if (named.length > 0 || words.length > MAX_GREETING_WORDS || content.length > MOST_IGNORED) return undefined
  const isSmall = words.every((word, at) => isNoName(word) || cues.covers('askThanks', at) || content.length > 0)
  const isOf = (cue: Cue): boolean => cues.isOnly(cue) || (isSmall && cues.covers(cue, 0) && !asksMore(cues))
  if (isOf('askThanks')) return 'thanks'
  return isOf('askGreeting') ? 'greeting' : undefined
}

/** Whether a text that begins with a greeting or with thanks goes on to ask something. */
function asksMore(cues: CueMatches): boolean {
  return CUES.some((cue) => cue !== 'askGreeting' && cue !== 'askThanks' && cues.has(cue))
}

/** Two levels are compared, unless one of them is where a person is and the other where they want to be. */
function twoLevels({ levels, cues, isBusy, hasSubject }: Case): Topic | undefined {
  if (levels < 2 || isBusy) return undefined
  return cues.has('askWant') && !hasSubject && !cues.has('askDifference') ? 'next-level' : 'names'
}

/** What two roles share, which is no question about what others see. */
function sharedByRoles(reading: Case): Topic | undefined {
  const { cues, isBusy, hasSubject } = reading
  return cues.has('askShared') && countRoles(reading) > 1 && !isBusy && !hasSubject ? 'names' : undefined
}

/** How many roles are named. */
function countRoles({ named }: Reading): number {
  const slugs = named.flatMap(({ meanings: [only, ...others] }) =>
    only?.kind === 'role' && others.length === 0 ? [only.role.slug] : [],
  )
  return new Set(slugs).size
}

/** A role and what else there is: other roles, or something that is no role of the catalog. */
function otherRoles(reading: Case): Topic | undefined {
  const { cues, kinds, levels, named, content } = reading
  if (!kinds.has('role') || levels > 0 || countRoles(reading) > 1) return undefined
  if (cues.has('askAlike')) return 'coverage'
  if (cues.has('askOthers')) return 'roles'
  return cues.has('askCompare') && hasUnlikeRoles(named, content) ? 'coverage' : undefined
}

/** Whether a role is compared with something that is no role of the catalog. */
function hasUnlikeRoles(named: readonly NamedPart[], content: readonly string[]): boolean {
  const roles = named.filter(({ meanings }) => meanings.every(({ kind }) => kind === 'role'))
  return roles.length === 1 && (content.length > 0 || named.length > 1)
}

/** An item of a focus or stack whose words a domain or a guess takes only one of: "LLM integration". */
function fromLines(reading: Case): Topic | undefined {
  return bestLines(reading)[0]?.kind
}

/** The items that have the most words of a text: of those as good, the stack for what may be a tool, and else the focus. */
export function bestLines({
  lines,
  words,
  content,
  isOrdinary,
}: Pick<Reading, 'lines' | 'words' | 'content' | 'isOrdinary'>): readonly LevelLine[] {
  const countOf = ({ words: all }: LevelLine): number =>
    words.filter((word) => [...all].some((each) => isFormOf(word, each))).length
  const counted = lines.map((line) => ({ line, count: countOf(line) }))
  const most = Math.max(...counted.map(({ count }) => count))
  const best = counted.filter(({ count }) => count === most).map(({ line }) => line)
  const isTool = (raw: string): boolean => !isOrdinary(raw) && lines.some((line) => line.words.has(normalize(raw)))
  const kind = content.some(isTool) ? 'stack' : 'focus'
  const preferred = best.filter((line) => line.kind === kind)
  return preferred.length > 0 ? preferred : best
}

/** What is asked of one level: what it is for someone who has just reached it, or how to get there or beyond. */
function levelOf(cues: CueMatches): Topic | undefined {
  if (cues.has('askGaps')) return 'gaps'
  if (cues.has('askWant')) return 'next-level'
  if (cues.has('askAfter')) return 'level-above'
  return cues.has('askAlready') ? 'names' : undefined
}

function aboutRole({ cues, levels, kinds, named, content, isBusy }: Case): Topic | undefined {
  if (isBusy) return undefined
  for (const [cue, topic] of FACTS) if (cues.has(cue) && (levels > 0 || topic !== 'focus')) return topic
  if (cues.has('askRubric') && levels === 0 && !kinds.has('role') && content.length === 0) return 'rubric'
  if (cues.has('askRoles') && levels === 0) return 'roles'
  if (named.length > 0) return 'names'
  return content.length === 0 && cues.has('askRole') ? 'role' : undefined
}

function firstOf(pairs: readonly (readonly [Cue, Topic])[], cues: CueMatches): Topic | undefined {
  return pairs.find(([cue]) => cues.has(cue))?.[1]
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

/** What is asked of Rung itself that may name levels. */
const ABOUT_LEVELS: readonly (readonly [Cue, Topic])[] = [
  ['askPrivacy', 'privacy'],
  ['askRule', 'rule'],
  ['askProcess', 'process'],
]

/** What is asked of Rung itself, whatever else is in the question. */
const SETTLED: readonly (readonly [Cue, Topic])[] = [...ABOUT_LEVELS, ['askChanges', 'changes']]

/** What is asked about the person. */
const PERSONAL: readonly (readonly [Cue, Topic])[] = [
  ['askGaps', 'gaps'],
  ['askPastResults', 'profile'],
  ['askAssess', 'assess'],
  ['askProfile', 'profile'],
]

/** What is asked about a level or a role. */
const FACTS: readonly (readonly [Cue, Topic])[] = [
  ['askStack', 'stack'],
  ['askCore', 'core'],
  ['askFocus', 'focus'],
]

export const CUES: readonly Cue[] = [
  'askGreeting',
  'askThanks',
  'askHelp',
  'askBot',
  'askSettings',
  'askPrivacy',
  'askRule',
  'askProcess',
  'askProposals',
  'askDisagree',
  'askPeople',
  'askChanges',
  'askRubric',
  'askCoverage',
  'askAssess',
  'askProfile',
  'askPastResults',
  'askExport',
  'askSearch',
  'askAlready',
  'askGaps',
  'askNextLevel',
  'askShared',
  'askIntro',
  'askWant',
  'askAfter',
  'askCompare',
  'askDifference',
  'askAlike',
  'askOthers',
  'askStack',
  'askFocus',
  'askCore',
  'askUsage',
  'askRoles',
  'askRole',
  'askNeed',
]

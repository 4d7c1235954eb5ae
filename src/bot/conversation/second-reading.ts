import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Classifier } from './classifier.ts'
import type { Topic } from './cues.ts'
import { VIEWS, type View } from './facts.ts'

// What a question asks for, by the rules and by examples of questions. Where both say the same, that is it. Else the examples are followed
// if they are clear; if neither is, the person chooses.

/** The topics of which a view is the answer, the usual one first. */
const TOPICS: Readonly<Record<View, readonly Topic[]>> = {
  roles: ['roles', 'levels'],
  role: ['names', 'role', 'domains', 'all-skills'],
  level: ['names', 'step'],
  domain: ['names'],
  cell: ['names'],
  skill: ['names', 'learning', 'statement'],
  usage: ['usage', 'usage-elsewhere'],
  'compare-levels': ['names'],
  'compare-roles': ['two-roles', 'shared', 'only-first', 'only-second', 'shared-by-all', 'only-here'],
  stack: ['stack'],
  focus: ['focus'],
  core: ['core'],
  changes: ['changes'],
  rubric: ['rubric', 'marks'],
  rule: ['rule'],
  process: ['process'],
  coverage: ['coverage', 'absent', 'other-role', 'people', 'duration'],
  'next-level': ['next-level', 'level-above'],
  gaps: ['gaps'],
  search: ['search'],
  choice: ['names'],
  unknown: ['unknown'],
  greeting: ['greeting'],
  thanks: ['thanks', 'bye'],
  help: ['help', 'settings', 'about', 'own-ladder', 'answers', 'examples'],
  privacy: ['privacy'],
  assess: ['assess'],
  profile: ['profile'],
  proposals: ['proposals', 'my-proposals', 'recent-proposals', 'propose'],
}

/** How many names of each kind a question has. */
interface NameCounts {
  readonly role: number
  readonly level: number
  readonly domain: number
  readonly skill: number
}

function countNames(named: readonly NamedPart[]): NameCounts {
  const count = (kind: keyof NameCounts): number =>
    new Set(
      named.flatMap(({ meanings }) =>
        meanings.flatMap((one) => {
          if (one.kind !== kind) return []
          if (one.kind === 'role') return [one.role.slug]
          if (one.kind === 'skill') return [one.skill.slug]
          return one.kind === 'domain' ? [one.domain.slug] : [one.slug]
        }),
      ),
    ).size
  return { role: count('role'), level: count('level'), domain: count('domain'), skill: count('skill') }
}

/** The view of the names of a question by themselves. */
function viewOfNames({ role, level, domain, skill }: NameCounts): View {
  if (skill > 0) return level > 0 ? 'cell' : 'skill'
  if (level > 1) return 'compare-levels'
  if (role > 1) return 'compare-roles'
  if (domain > 0) return 'domain'
  return level > 0 ? 'level' : 'role'
}

const VIEW_OF_TOPIC: ReadonlyMap<Topic, View> = new Map(
  VIEWS.flatMap((view) => TOPICS[view].filter((topic) => topic !== 'names').map((topic) => [topic, view] as const)),
)

/** Whether a view can be about the names of a question. */
function fitsNames(view: View, { role, level, domain, skill }: NameCounts): boolean {
  switch (view) {
    case 'role':
      return role === 1 && level === 0 && skill + domain === 0
    case 'level':
      return level === 1 && skill + domain === 0
    case 'domain':
      return domain > 0 && skill === 0
    case 'cell':
      return skill > 0 && level > 0
    case 'skill':
      return skill > 0
    case 'usage':
      return skill === 1 && role === 0
    case 'compare-levels':
      return level === 2
    case 'compare-roles':
      return role === 2
    case 'next-level':
      return skill === 0 && (domain === 0 || (role === 1 && level < 2))
    case 'stack':
    case 'focus':
    case 'core':
    case 'gaps':
      return skill + domain === 0
    case 'coverage':
      return (role === 0 || skill === 0) && domain === 0
    case 'search':
      return role + level + domain + skill === 0
    case 'choice':
      return false
    default:
      return true
  }
}

/** By how much the rules outweigh the examples, as a logarithm: chosen, like those below, by the held-out questions. */
const WEIGHT_OF_RULES = 1.5
/** The same where they understand every word. */
const WEIGHT_OF_WHOLE = 3
/** The same where the rules find nothing. */
const WEIGHT_OF_NOTHING = 0
/** What the rules find by phrases that hardly mean anything else. */
const PRECISE: ReadonlySet<Topic> = new Set<Topic>([
  'about',
  'people',
  'duration',
  'domains',
  'levels',
  'settings',
  'own-ladder',
  'marks',
  'answers',
  'examples',
  'only-first',
  'only-second',
  'shared',
  'shared-by-all',
  'only-here',
  'usage-elsewhere',
  'statement',
  'step',
  'my-proposals',
  'recent-proposals',
])
/** How much these outweigh the examples. */
const WEIGHT_OF_PRECISE = 6
/** From so many times the share of what fits on, what does not fit the names is too much. */
const MOST_UNFIT = 3
/** Below this share the best reading is not followed. */
const LEAST_SHARE = 0.65

/** The least share, by examples alone, of what may be meant instead of what the rules say. */
const LEAST_RIVAL = 0.15

/** The least part of a question's words that examples must have, or they tell nothing about it. */
const LEAST_KNOWN = 0.5
/** So few words that the rules find nothing in are looked for in the ladder, unless examples have them all. */
const FEW_WORDS = 3

function weightOf(ruled: Topic, isWhole: boolean): number {
  if (isNothing(ruled)) return WEIGHT_OF_NOTHING
  if (PRECISE.has(ruled)) return WEIGHT_OF_PRECISE
  return isWhole ? WEIGHT_OF_WHOLE : WEIGHT_OF_RULES
}

const isNothing = (ruled: Topic): boolean => ruled === 'unknown' || ruled === 'search'

export interface SecondReading {
  readonly topic: Topic
  /** The view that examples lead to; null if the rules decide. */
  readonly byExamples: View | null
  /** What it may mean, the likeliest first, if it is not clear; else empty. */
  readonly rivals: readonly Topic[]
}

/** What the rules make of a question. */
export interface FirstReading {
  readonly topic: Topic
  readonly named: readonly NamedPart[]
  /** Whether no word is left that the rules do not understand. */
  readonly isWhole: boolean
}

/** Reads a question by examples, given what the rules make of it. */
export function readAgain(
  { topic: ruled, named, isWhole }: FirstReading,
  tokens: readonly string[],
  classifier: Classifier,
): SecondReading {
  const names = countNames(named)
  const viewOfRules = ruled === 'names' ? viewOfNames(names) : (VIEW_OF_TOPIC.get(ruled) ?? 'unknown')
  // One word says little about what is asked of it.
  const leastWords = isNothing(ruled) ? FEW_WORDS : 2
  if (tokens.length < leastWords) return { topic: ruled, byExamples: null, rivals: [] }
  const least = isNothing(ruled) && tokens.length === FEW_WORDS ? 1 : LEAST_KNOWN
  if (classifier.knownPart(tokens) < least) return { topic: ruled, byExamples: null, rivals: [] }
  const shares = classifier.sharesOf(tokens)
  const fits = (view: View): boolean => view === viewOfRules || fitsNames(view, names)
  if (shares.size === 0) return { topic: ruled, byExamples: null, rivals: [] }
  const bonus = Math.exp(weightOf(ruled, isWhole))
  const weighted = [...shares]
    .filter(([view]) => fits(view))
    .map(([view, share]) => [view, (share + LEAST) * (view === viewOfRules ? bonus : 1)] as const)
    .toSorted(([, a], [, b]) => b - a)
  const total = weighted.reduce((sum, [, share]) => sum + share, 0)
  const others = [...shares].reduce((sum, [view, share]) => sum + (fits(view) ? 0 : share), 0)
  // What the examples say does not fit the names: they tell nothing.
  if (others > total * MOST_UNFIT) return { topic: ruled, byExamples: null, rivals: [] }
  const topicOf = (view: View): Topic => {
    if (view === viewOfRules) return ruled
    // The names say which domain of the two it is about.
    return view === 'compare-roles' && names.domain > 0 ? 'names' : (TOPICS[view][0] ?? 'names')
  }
  const [best] = weighted
  const topic = best ? topicOf(best[0]) : ruled
  const byExamples = best && best[0] !== viewOfRules ? best[0] : null
  if (!best || best[1] / total >= LEAST_SHARE) return { topic, byExamples, rivals: [] }
  // What examples hardly lead to is no rival of the rules: they have none of the words.
  const isRival = ([view]: readonly [View, number]): boolean =>
    view === viewOfRules || byExamples !== null || (shares.get(view) ?? 0) >= LEAST_RIVAL
  const rivals = weighted.slice(0, 2).filter(isRival)
  return { topic, byExamples, rivals: rivals.length > 1 ? rivals.map(([view]) => topicOf(view)) : [] }
}

/** Keeps a view that no example has from being out of the question. */
const LEAST = 1e-6

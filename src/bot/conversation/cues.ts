import type { Cue, CueMatches } from './phrases.ts'

// What a question can ask for, and the phrases that say so.

/** What a question asks for. */
export type Topic =
  | 'greeting'
  | 'thanks'
  | 'bye'
  | 'examples'
  | 'help'
  | 'settings'
  | 'privacy'
  | 'rule'
  | 'process'
  | 'about'
  | 'own-ladder'
  | 'answers'
  | 'marks'
  | 'proposals'
  | 'my-proposals'
  | 'recent-proposals'
  | 'propose'
  | 'changes'
  | 'rubric'
  | 'coverage'
  | 'absent'
  | 'other-role'
  | 'people'
  | 'duration'
  | 'assess'
  | 'profile'
  | 'gaps'
  | 'next-level'
  | 'level-above'
  | 'stack'
  | 'focus'
  | 'core'
  | 'all-skills'
  | 'usage'
  | 'usage-elsewhere'
  | 'roles'
  | 'role'
  | 'levels'
  | 'domains'
  | 'step'
  | 'shared'
  | 'only-first'
  | 'only-second'
  | 'shared-by-all'
  | 'only-here'
  | 'two-roles'
  | 'statement'
  | 'learning'
  | 'names'
  | 'search'
  | 'unknown'

/** What asks nothing by itself: words before or after a question. */
export const REMARKS: ReadonlySet<Topic> = new Set(['greeting', 'thanks', 'bye', 'help', 'unknown'])

/** The topic of the first phrase that is in a question. */
export function firstOf(pairs: readonly (readonly [Cue, Topic])[], cues: CueMatches): Topic | undefined {
  return pairs.find(([cue]) => cues.has(cue))?.[1]
}

/** What is asked of Rung itself that may name levels. */
export const ABOUT_LEVELS: readonly (readonly [Cue, Topic])[] = [
  ['askPrivacy', 'privacy'],
  ['askRule', 'rule'],
  ['askProcess', 'process'],
]

/** What is asked of Rung itself, whatever else is in the question. */
export const SETTLED: readonly (readonly [Cue, Topic])[] = [...ABOUT_LEVELS, ['askChanges', 'changes']]

/** What is asked about the person. */
export const PERSONAL: readonly (readonly [Cue, Topic])[] = [
  ['askGaps', 'gaps'],
  ['askPastResults', 'profile'],
  ['askAssess', 'assess'],
  ['askProfile', 'profile'],
]

/** What is asked about a level or a role. */
export const FACTS: readonly (readonly [Cue, Topic])[] = [
  ['askStack', 'stack'],
  ['askCore', 'core'],
  ['askFocus', 'focus'],
]

/** All lists of phrases that decide what a question asks for. */
export const CUES: readonly Cue[] = [
  'askGreeting',
  'askThanks',
  'askHelp',
  'askBot',
  'askSettings',
  'askAbout',
  'askOwnLadder',
  'askAnswers',
  'askOwnLevel',
  'askWhoNeeds',
  'askStep',
  'askLearning',
  'askLevels',
  'askDomains',
  'askHowLong',
  'askSwitch',
  'askPropose',
  'askMine',
  'askFit',
  'askOnlyFirst',
  'askOnlySecond',
  'askIAm',
  'askBye',
  'askExperts',
  'askExamples',
  'askAssessMe',
  'askBetween',
  'askScale',
  'askBesides',
  'askOnlyHere',
  'askOtherRole',
  'askAtStep',
  'askLook',
  'askRecent',
  'askNewAt',
  'askMandatory',
  'askNot',
  'askMarks',
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
  'askAllSkills',
  'askUsage',
  'askRoles',
  'askRole',
  'askNeed',
]

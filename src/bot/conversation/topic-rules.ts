import { isFormOf, normalize, type Role } from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import { ABOUT_LEVELS, CUES, FACTS, firstOf, type Topic } from './cues.ts'
import { bestLines, isIn } from './line-words.ts'
import type { Cue, CueMatches } from './phrases.ts'
import type { Case, Reading } from './reading.ts'

// The rules that need more than a line. ./topics.ts says in which order they decide.

/** The most words that have no part in an answer. */
export const MOST_IGNORED = 1
/** The most words of a greeting or of thanks with one other word. */
const MAX_GREETING_WORDS = 6
/** From so many other words on, an everyday word is no name. */
const MOST_CASUAL = 3
/** An item is about everyday words if these are more than this part of it: a third. */
const MOST_OF_LINE = 3
/** From so many words on, what asks nothing and has an everyday word for a name is no look-up. */
const MOST_BARE = 6
/** The most words for something that the ladder does not have. */
const MOST_ABSENT = 2

/** Greetings and thanks, with at most one other word. */
export function smallWords({ cues, words, named, content, isNoName, isQuestion }: Case): Topic | undefined {
  if (named.length > 0 || words.length > MAX_GREETING_WORDS || content.length > MOST_IGNORED) return undefined
  const isSmall = words.every((word, at) => isNoName(word) || cues.covers('askThanks', at) || content.length > 0)
  const isOf = (cue: Cue): boolean => cues.isOnly(cue) || (isSmall && cues.covers(cue, 0) && !asksMore(cues))
  if (isOf('askThanks') && !(isQuestion && asksMore(cues))) return cues.has('askBye') ? 'bye' : 'thanks'
  return isOf('askGreeting') ? 'greeting' : undefined
}

const SMALL: ReadonlySet<Cue> = new Set(['askGreeting', 'askThanks', 'askBye'])

/** Whether a text that begins with a greeting or with thanks goes on to ask something. */
function asksMore(cues: CueMatches): boolean {
  return CUES.some((cue) => !SMALL.has(cue) && cues.has(cue))
}

/** What Rung itself is, does and can be told. */
export function aboutRung({ cues, levels, hasSubject, named, content }: Case): Topic | undefined {
  if (levels === 0 && cues.has('askBot')) return 'about'
  if (named.length === 0 && content.length === 0 && cues.has('askAbout')) return 'about'
  if (named.length === 0 && content.length === 0 && cues.has('askExamples')) return 'examples'
  if (hasSubject) return undefined
  if (levels === 0 && named.length === 0 && cues.has('askScale')) return 'rubric'
  if (levels === 0 && cues.has('askMarks')) return 'marks'
  if (cues.has('askOwnLevel')) return 'rule'
  if (levels > 0) return undefined
  if (named.length === 0 && cues.has('askAnswers') && !cues.has('askPrivacy')) return 'answers'
  if (named.length === 0 && cues.has('askOwnLadder')) return 'own-ladder'
  return cues.has('askSettings') ? 'settings' : undefined
}

/** Where the tool is that stands for a skill, or at which level it is used: the focus or stack that names it. */
export function aboutAlias({ aliasLines, ...reading }: Case): Topic | undefined {
  const { cues, levels } = reading
  const skills = reading.named.flatMap(({ meanings: [one] }) => (one?.kind === 'skill' ? [one.skill] : []))
  const roles = onlyRolesOf(reading.named)
  // The role does not have the skill, but its stack names the tool.
  const isInStackOnly = roles.length === 1 && !skills.some((skill) => roles[0]?.rows.has(skill.slug))
  const isAsked =
    roles.length + levels === 0 &&
    !cues.has('askNeed') &&
    (cues.has('askLevels') || cues.has('askSearch') || cues.has('askFocus'))
  return isAsked || isInStackOnly ? bestLines({ ...reading, lines: aliasLines })[0]?.kind : undefined
}

/** What names nothing and has some words that an item of a focus or stack has, all of them: "who is responsible for capacity planning". */
export function aboutLine(reading: Case): Topic | undefined {
  const { named, content, cues } = reading
  const isOther =
    cues.has('askCoverage') || cues.has('askProposals') || cues.has('askPrivacy') || cues.has('askChanges')
  return named.length > 0 || content.length < 2 || isOther ? undefined : bestLines(reading)[0]?.kind
}

/** Who needs a skill: the roles that use it, or the levels whose focus or stack names it; but not people. */
export function whoNeeds(reading: Case): Topic | undefined {
  const { cues, kinds, levels, hasSubject, isBusy } = reading
  if (!cues.has('askWhoNeeds') || levels > 0) return undefined
  if (!hasSubject) return isBusy ? undefined : fromLines(reading)
  // "What is it, and who needs it": the skill by itself says both.
  return kinds.has('skill') && !kinds.has('role') && !cues.has('askRubric') ? 'usage' : 'names'
}

/** Who is good at something: nobody keeps that. Who uses it are roles. */
export function aboutPeople(reading: Case): Topic | undefined {
  const { cues, kinds, hasSubject, levels, isUsed, aliasLines } = reading
  if (!hasSubject || levels > 0 || kinds.has('role') || !cues.has('askPeople')) return undefined
  if (cues.has('askLook') || cues.has('askDisagree')) return undefined
  if (!isUsed) return 'people'
  return bestLines({ ...reading, lines: aliasLines })[0]?.kind ?? (kinds.has('skill') ? 'usage' : undefined)
}

/** Which role suits someone, or the way to another one. */
export function anotherRole(reading: Case): Topic | undefined {
  const { cues, levels, kinds, hasSubject, isBusy, named } = reading
  if (cues.has('askFit') && levels === 0) {
    const skills = named.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'skill'))
    return skills.length === 1 && !kinds.has('role') ? 'usage' : 'roles'
  }
  if (!cues.has('askSwitch') || cues.has('askChanges') || hasSubject || isBusy) return undefined
  if (countRoles(reading) === 2) return levels < 2 ? 'two-roles' : undefined
  return levels === 0 ? 'next-level' : undefined
}

/** What says which of all skills are meant, or asks something else of them. */
const NOT_ALL: readonly Cue[] = [
  'askCore',
  'askMandatory',
  'askShared',
  'askOnlyFirst',
  'askOnlySecond',
  'askOnlyHere',
  'askCompare',
  'askRule',
  'askOwnLevel',
  'askNot',
]

/** All skills of one role, or of one of its levels. */
export function allSkills(reading: Case): Topic | undefined {
  const { cues, hasSubject, levels, proficiencies } = reading
  if (!cues.has('askAllSkills') || hasSubject || levels > 1 || proficiencies.length > 0) return undefined
  return countRoles(reading) === 1 && !NOT_ALL.some((cue) => cues.has(cue)) ? 'all-skills' : undefined
}

/** Who finds the ladder wrong is told how it changes, or goes on to propose it. */
export function disagreement({ cues, named }: Case): Topic | undefined {
  if (!cues.has('askDisagree')) return undefined
  if (!cues.has('askProposals')) return 'process'
  if (cues.has('askPrivacy') && named.length === 0) return 'privacy'
  return cues.has('askProcess') && !cues.has('askPropose') ? 'process' : proposalsOf(cues)
}

/** Where words are in the texts of the ladder; the stack or focus of a level says it best. */
export function searched(reading: Case): Topic | undefined {
  const { cues, levels, content, isInCatalog, hasSubject } = reading
  if (!cues.has('askSearch') || content.length === 0 || levels > 0) return undefined
  if (!hasSubject && firstOf(ABOUT_LEVELS, cues)) return undefined
  if (!hasSubject && fromLines(reading) === 'stack') return 'stack'
  return isInCatalog || (!hasSubject && !cues.has('askCoverage')) ? 'search' : undefined
}

/** The skills of a level that it expects at one proficiency. */
export function ofOneStep({ cues, levels, hasSubject, proficiencies, isBusy }: Case): Topic | undefined {
  const isOne = new Set(proficiencies).size === 1 && levels === 1
  return isOne && !hasSubject && !isBusy && cues.has('askStep') && !cues.has('askRubric') ? 'step' : undefined
}

/** What is asked of a skill or a domain. */
export function aboutSubject(reading: Case): Topic | undefined {
  const { hasSubject, cues, kinds, levels, proficiencies, words, roleWords, workWords, isYesOrNo } = reading
  if (!hasSubject) return undefined
  if (kinds.has('role') && cues.has('askStack') && cues.has('askBesides')) return 'stack'
  if (isCasual(reading)) return 'unknown'
  if (levels > 0 || kinds.has('role')) return 'names'
  // "Do I have to learn Spark" asks whether, not how.
  if (cues.has('askLearning') && !(isYesOrNo && cues.has('askNeed'))) return 'learning'
  // "How do I reach Advanced in Spark".
  if (kinds.has('skill') && cues.has('askNextLevel') && proficiencies.length === 1 && !isYesOrNo) return 'learning'
  if (!kinds.has('skill')) return 'names'
  if (cues.has('askUsage') && words.some((word) => roleWords.has(word))) return 'usage'
  if (cues.has('askAtStep') && proficiencies.length === 1 && !words.some((word) => workWords.has(word)))
    return 'statement'
  return cues.has('askUsage') && !cues.has('askRubric') ? 'usage' : 'names'
}

/** Whether the only name is an everyday word that is hardly meant as one: "let's go over my strategy for the weekend". */
function isCasual({ named, words, content, isQuestion, isNoName, isOrdinary }: Case): boolean {
  const [only, ...others] = named
  if (!only || others.length > 0 || !isOrdinary(only.text)) return false
  if (!isQuestion && content.length > 0 && content.every(isOrdinary) && words.length >= MOST_BARE) return true
  const name = new Set(normalize(only.text).split(' '))
  return words.filter((word) => !name.has(word) && !isNoName(word)).length >= MOST_CASUAL
}

/** Something that someone asks whether a role or level needs, and that the ladder does not name. */
export function absent({
  cues,
  words,
  content,
  lines,
  named,
  levels,
  isQuestion,
  hasQuestionWord,
  isNoName,
  isOrdinary,
  isObject,
  catalogIndex,
}: Case): Topic | undefined {
  // "And rust?" asks of what it names, if nothing else is in it.
  const own = new Set(content.flatMap((raw) => normalize(raw).split(' ')))
  const isAlone =
    isQuestion &&
    !hasQuestionWord &&
    named.length === 0 &&
    content.length === 1 &&
    !content.some(isOrdinary) &&
    words.every((word) => isNoName(word) || own.has(word))
  if (
    !(cues.has('askNeed') || content.every(isObject) || isAlone) ||
    lines.length > 0 ||
    content.length === 0 ||
    content.length > MOST_ABSENT
  )
    return undefined
  const isWritten = (raw: string): boolean =>
    normalize(raw)
      .split(' ')
      .some((word) => isIn(catalogIndex, word))
  if (content.some(isWritten)) return undefined
  const isNoun = content.some((raw) => !isOrdinary(raw)) || (named.length > 0 && levels === 0)
  return isNoun || content.every(isObject) ? 'absent' : undefined
}

/** What became of a person's own proposals, which is nothing that others see. */
export function ofOwnProposals({ cues, hasSubject, words, roleWords }: Case): Topic | undefined {
  const isOwn = cues.has('askMine') && cues.has('askProposals') && !cues.has('askPropose')
  return isOwn && !hasSubject && !words.some((word) => roleWords.has(word)) ? 'my-proposals' : undefined
}

/** A person's own level in a skill or a domain. */
export function ownLevelIn({ cues, hasSubject, levels, kinds }: Case): Topic | undefined {
  if (!hasSubject || levels > 0 || kinds.has('role')) return undefined
  if (cues.has('askAssessMe') || (cues.has('askAssess') && cues.has('askProfile'))) return 'assess'
  return undefined
}

/** What is asked of proposals: to make one, to see one's own, or all of them. */
export function proposalsOf(cues: CueMatches): Topic {
  if (cues.has('askMine')) return 'my-proposals'
  if (cues.has('askRecent') && !cues.has('askPropose')) return 'recent-proposals'
  return cues.has('askPropose') ? 'propose' : 'proposals'
}

/** Two levels are compared, unless one of them is where a person is and the other where they want to be. */
export function twoLevels({ levels, cues, isBusy, hasSubject, named, kinds }: Case): Topic | undefined {
  // The same level by two of its names: "is lead the same as staff".
  if (levels === 1 && named.length > 1 && !hasSubject && !kinds.has('role') && cues.has('askCompare')) return 'levels'
  if (levels < 2 || isBusy) return undefined
  if (levels === 2 && !hasSubject && !kinds.has('role') && cues.has('askBetween')) return 'levels'
  const isWanted = cues.has('askWant') && !cues.has('askLook')
  return isWanted && !hasSubject && !cues.has('askDifference') ? 'next-level' : 'names'
}

/** What two roles or all of them share, which is no question about what others see; or what only one has. */
export function ofTwoRoles(reading: Case): Topic | undefined {
  const { cues, isBusy, hasSubject, levels } = reading
  const roles = countRoles(reading)
  if (isBusy || hasSubject) return undefined
  if (cues.has('askShared')) {
    if (roles === 2) return 'shared'
    // "The core skills of each role" are not what all of them share.
    return roles === 0 && levels === 0 && !cues.has('askCore') ? 'shared-by-all' : undefined
  }
  if (cues.has('askOnlySecond') && roles === 2) return 'only-second'
  if (cues.has('askOnlyFirst') && roles === 2) return 'only-first'
  if (!cues.has('askOnlyHere') || roles === 0) return undefined
  return roles === 2 ? 'only-first' : 'only-here'
}

/** How many roles are named. */
function countRoles({ named }: Reading): number {
  return onlyRolesOf(named).length
}

/** The roles that are named, and nothing else by the same name. */
export function onlyRolesOf(named: readonly NamedPart[]): readonly Role[] {
  const roles = named.flatMap(({ meanings: [only, ...others] }) =>
    only?.kind === 'role' && others.length === 0 ? [only.role] : [],
  )
  return [...new Set(roles)]
}

/** A role and what else there is: other roles, or something that is no role of the catalog. */
export function otherRoles(reading: Case): Topic | undefined {
  const { cues, kinds, levels, named, content } = reading
  if (!kinds.has('role') || levels > 0 || countRoles(reading) > 1) return undefined
  const isCompared = cues.has('askAlike') || cues.has('askCompare') || cues.has('askShared')
  if (isCompared && cues.has('askOtherRole') && !kinds.has('skill')) return 'other-role'
  if (cues.has('askAlike')) return 'coverage'
  if (cues.has('askOthers')) return kinds.has('skill') ? 'usage-elsewhere' : 'roles'
  return cues.has('askCompare') && !kinds.has('skill') && hasUnlikeRoles(named, content) ? 'coverage' : undefined
}

/** Whether a role is compared with something that is no role of the catalog. */
function hasUnlikeRoles(named: readonly NamedPart[], content: readonly string[]): boolean {
  const roles = named.filter(({ meanings }) => meanings.every(({ kind }) => kind === 'role'))
  return roles.length === 1 && (content.length > 0 || named.length > 1)
}

/** An item of a focus or stack whose words a domain or a guess takes only one of: "LLM integration". */
export function fromLines(reading: Case): Topic | undefined {
  const { cues, content, words, isOrdinary } = reading
  const [line] = bestLines(reading)
  if (!line || cues.has('askStack') || cues.has('askFocus') || cues.has('askSearch') || !content.every(isOrdinary))
    return line?.kind
  // An everyday word is not what a long item is about: "code" of "policy as code".
  const shared = words.filter((word) => [...line.words].some((each) => isFormOf(word, each))).length
  const least = line.words.size / MOST_OF_LINE
  return shared > least || (line.kind === 'focus' && shared === least) ? line.kind : undefined
}

/** What is asked of one level: what it is for someone who has just reached it, or how to get there or beyond. */
export function topicOfLevel(cues: CueMatches): Topic | undefined {
  if (cues.has('askIAm') && (cues.has('askGaps') || cues.has('askNextLevel')) && !cues.has('askWant'))
    return 'level-above'
  if (cues.has('askGaps')) return 'gaps'
  if (cues.has('askWant') && !cues.has('askLook')) return 'next-level'
  if (cues.has('askAfter')) return 'level-above'
  return cues.has('askAlready') ? 'names' : undefined
}

export function aboutRole({ cues, levels, kinds, named, content, isBusy }: Case): Topic | undefined {
  if (isBusy) return undefined
  for (const [cue, topic] of FACTS) if (cues.has(cue) && (levels > 0 || topic !== 'focus')) return topic
  if (cues.has('askDomains') && named.length === 0 && content.length === 0) return 'domains'
  if (cues.has('askRubric') && levels === 0 && !kinds.has('role') && content.length === 0) return 'rubric'
  if (cues.has('askRoles') && levels === 0) return 'roles'
  if (named.length > 0) return 'names'
  if (content.length > 0) return undefined
  if (cues.has('askLevels')) return 'levels'
  if (cues.has('askDomains')) return 'domains'
  return cues.has('askRole') ? 'role' : undefined
}

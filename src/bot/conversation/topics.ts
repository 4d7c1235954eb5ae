import { normalize } from '../../catalog/index.ts'
import { ABOUT_LEVELS, firstOf, PERSONAL, SETTLED, type Topic } from './cues.ts'
import { areInStack, isIn } from './line-words.ts'
import type { Case, Reading } from './reading.ts'
import {
  aboutAlias,
  aboutLine,
  aboutPeople,
  aboutRole,
  aboutRung,
  aboutSubject,
  absent,
  allSkills,
  anotherRole,
  disagreement,
  fromLines,
  MOST_IGNORED,
  ofOneStep,
  ofOwnProposals,
  ofTwoRoles,
  onlyRolesOf,
  otherRoles,
  ownLevelIn,
  proposalsOf,
  searched,
  smallWords,
  topicOfLevel,
  twoLevels,
  whoNeeds,
} from './topic-rules.ts'

// The rules that decide what a question asks for, the most specific first: from the phrases in it, from the names of the catalog, and
// from how many other words there are. With too many of them a question is about something else.

/** The same, if names say what the question is about and the words are everyday words. */
const MOST_CHATTER = 4

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
  aboutRung,
  aboutAlias,
  whoNeeds,
  aboutPeople,
  anotherRole,
  allSkills,
  ownLevelIn,
  disagreement,
  searched,
  ({ cues, hasSubject }) => (cues.has('askExport') && !hasSubject ? 'profile' : undefined),
  ofOneStep,
  ({ cues, hasSubject, levels }) => (cues.has('askNewAt') && !hasSubject && levels === 1 ? 'next-level' : undefined),
  ({ cues, hasSubject }) => (cues.has('askHowLong') && !hasSubject ? 'duration' : undefined),
  ({ cues, hasSubject, content, isOrdinary }) =>
    !hasSubject && cues.has('askExperts') && content.some((raw) => !isOrdinary(raw)) ? 'absent' : undefined,
  ({ cues, hasSubject, levels }) =>
    (levels === 1 || levels === 2) && !hasSubject && cues.has('askAssessMe') ? 'assess' : undefined,
  ({ cues, hasSubject, levels }) => (levels > 0 && !hasSubject ? firstOf(ABOUT_LEVELS, cues) : undefined),
  twoLevels,
  ofTwoRoles,
  aboutLine,
  ofOwnProposals,
  // "What changes" between two roles is no history.
  (reading) =>
    reading.cues.has('askChanges') && reading.cues.has('askCompare') && onlyRolesOf(reading.named).length === 2
      ? 'names'
      : undefined,
  ({ cues, hasSubject }) => (hasSubject ? undefined : firstOf(SETTLED, cues)),
  ({ cues, hasSubject, levels, proficiencies }) =>
    proficiencies.length === 1 && levels === 0 && !hasSubject && cues.has('askRubric') ? 'rubric' : undefined,
  ({ cues, hasSubject, levels, kinds, lines, content, isOrdinary }) =>
    !hasSubject &&
    levels === 0 &&
    !kinds.has('role') &&
    cues.has('askHelp') &&
    !cues.has('askCoverage') &&
    (lines.length === 0 || content.every(isOrdinary))
      ? 'help'
      : undefined,
  ({ cues, isBusy }) => (cues.has('askProposals') && !isBusy ? proposalsOf(cues) : undefined),
  otherRoles,
  ({ cues, kinds }) =>
    cues.has('askIntro') && cues.has('askNextLevel') && kinds.has('role') ? 'next-level' : undefined,
  (reading) => (reading.hasSubject ? fromLines(reading) : undefined),
  aboutSubject,
  ({ cues, proficiencies, levels, content }) =>
    proficiencies.length > 0 &&
    levels === 0 &&
    (cues.has('askRubric') || proficiencies.length > 1 || content.length === 0)
      ? 'rubric'
      : undefined,
  ({ cues }) => (cues.has('askCoverage') ? 'coverage' : undefined),
  ({ cues, kinds, levels }) =>
    cues.has('askOtherRole') && !kinds.has('role') && levels < 2 ? 'other-role' : undefined,
  absent,
  ({ cues, levels, isBusy }) => (!isBusy && levels > 0 ? topicOfLevel(cues) : undefined),
  ({ cues, isBusy, content, isOrdinary }) =>
    !isBusy && content.every(isOrdinary) ? firstOf(PERSONAL, cues) : undefined,
  ({ cues, isBusy }) => (cues.has('askNextLevel') && !isBusy ? 'next-level' : undefined),
  ({ cues, kinds, levels, isBusy }) =>
    cues.has('askCore') && kinds.has('role') && levels === 0 && !isBusy ? 'core' : undefined,
  fromLines,
  ({ catalogIndex, content, named, cues, isOrdinary }) =>
    (cues.has('askStack') || named.length === 0 || !content.every(isOrdinary)) &&
    areInStack(catalogIndex, content, onlyRolesOf(named))
      ? 'stack'
      : undefined,
  aboutRole,
  ({ isInCatalog, cues }) => (isInCatalog && !cues.has('askHelp') ? 'search' : undefined),
  ({ content, cues }) =>
    content.length > 0 && content.length <= MOST_IGNORED && cues.has('askNeed') ? 'absent' : undefined,
]

import { normalize } from '../../catalog/index.ts'
import type { Topic } from './cues.ts'
import { type Question, type Understanding, understand } from './understand.ts'

// Tells words that ask something of their own from words that may answer a question that is open: "do I need docker" from "docker,
// daily". What may be either is not taken for a question of its own; a question mark makes it one.

/** What a text may ask without the form of a question: no answer to an open question is about these. */
const REQUESTS: ReadonlySet<Topic> = new Set([
  'thanks',
  'bye',
  'greeting',
  'profile',
  'gaps',
  'next-level',
  'level-above',
  'roles',
  'role',
])

/** The same, but in the first person these may be about one's work: "we have a rule for that". */
const IMPERSONAL_TOPICS: ReadonlySet<Topic> = new Set(['privacy', 'rule', 'process', 'proposals', 'changes'])

/** What may be about the open question if words point at it and name nothing: "can I skip this". */
const POINTING: ReadonlySet<Topic> = new Set(['search', 'stack', 'focus', 'core', 'coverage', 'help', 'profile'])

/** What a word or two from the ladder's texts may ask for: "vertex ai". */
const MOST_TEXT_WORDS: Readonly<Partial<Record<Topic, number>>> = { stack: 3, focus: 3, search: 1 }

/** Whether a text is a question or a request of its own, rather than words about a question that is open. */
export function isOwnQuestion(text: string, understanding: Understanding): boolean {
  const { vocabulary } = understanding
  const question = understand(text, understanding)
  const { ruled: topic, named, proficiencies } = question
  const leadIns = vocabulary.words('leadIns')
  const clauses = question.text
    .split(/[.!?;,:()"“”«»]+|\s[-–—>]+\s/u)
    .map((clause) => normalize(clause).split(' ').filter(Boolean))
  const words = clauses.flat().filter((word) => !leadIns.has(word))
  if (topic === 'unknown' || !isAbout(question, words, understanding)) return false
  if (/[?¿]/u.test(text) || clauses.some((clause) => hasQuestionForm(clause, question, understanding))) return true
  if (REQUESTS.has(topic)) return true
  if (proficiencies.length > 0 || words.some((word) => vocabulary.words('speakers').has(word))) return false
  if (IMPERSONAL_TOPICS.has(topic)) return true
  return named.length > 0 ? isAboutNames(words, question, understanding) : isInTexts(words, question, understanding)
}

/** Whether a question is about the ladder or Rung, and not about the numbers and words of an open question. */
function isAbout(
  { ruled: topic, named, proficiencies }: Question,
  words: readonly string[],
  { vocabulary }: Understanding,
): boolean {
  if (named.length > 0) return true
  const phrase = ` ${words.join(' ')} `
  if ([...vocabulary.words('doubts')].some((doubt) => phrase.includes(` ${doubt} `))) return false
  if (words.some((word) => /^\d$/u.test(word))) return false
  if (topic === 'assess') return false
  if (topic === 'rubric')
    return proficiencies.length > 0 || words.some((word) => vocabulary.words('botNouns').has(word))
  const isPointer = (word: string, at: number): boolean =>
    vocabulary.words('deictics').has(word) && !vocabulary.words('botNouns').has(words[at + 1] ?? '')
  return !POINTING.has(topic) || !words.some(isPointer)
}

/** Whether a clause begins as a question or a request does: "which", "tell me", "do I", "is docker", "at what". */
function hasQuestionForm(
  clause: readonly string[],
  { named, lines }: Question,
  { vocabulary }: Understanding,
): boolean {
  const isLead = (word: string): boolean =>
    vocabulary.words('leadIns').has(word) || vocabulary.words('prepositions').has(word)
  const start = clause.findIndex((word) => !isLead(word))
  const words = start < 0 ? clause : clause.slice(start)
  const [first = '', second = ''] = words
  const speakers = vocabulary.words('speakers')
  // "What I do is" states something.
  const isOpening = (opening: string): boolean => {
    const parts = opening.split(' ')
    return parts.every((word, at) => words[at] === word) && (parts.length > 1 || !speakers.has(second))
  }
  if ([...vocabulary.words('questionOpenings')].some(isOpening)) return true
  if (!vocabulary.words('auxiliaries').has(first) || speakers.has(first)) return false
  return (
    vocabulary.words('questionSubjects').has(second) ||
    lines.some((line) => line.words.has(second)) ||
    named.some(({ text }) => normalize(text).split(' ')[0] === second)
  )
}

/** Whether words are two levels, a level with a noun such as "requirements", or names with nothing but "of" and the like between them. */
function isAboutNames(words: readonly string[], { named }: Question, { vocabulary }: Understanding): boolean {
  const levels = named.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'level'))
  if (levels.length > 1) return true
  if (levels.length > 0 && words.some((word) => vocabulary.words('questionNouns').has(word))) return true
  const inNames = new Set(named.flatMap(({ text }) => normalize(text).split(' ')))
  const isConnective = (word: string): boolean =>
    vocabulary.words('connectives').has(word) || vocabulary.words('levelNouns').has(word)
  return words.every((word) => inNames.has(word) || isConnective(word))
}

/** Whether words are a few that the ladder's texts have, and not everyday words alone. */
function isInTexts(
  words: readonly string[],
  { ruled: topic, lines }: Question,
  { vocabulary, catalogIndex }: Understanding,
): boolean {
  if (words.length > (MOST_TEXT_WORDS[topic] ?? 0)) return false
  const isIn = (word: string): boolean =>
    lines.some((line) => line.words.has(word)) || catalogIndex.search.has(word) || catalogIndex.isInStack(word)
  return words.every(isIn) && words.some((word) => !vocabulary.isOrdinary(word))
}

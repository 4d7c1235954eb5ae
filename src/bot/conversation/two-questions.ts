import { normalize } from '../../catalog/index.ts'
import { REMARKS } from './cues.ts'
import { type Question, type Understanding, understand } from './understand.ts'

// Tells two questions of one message from one question in two sentences.

/** The questions of a text: the first, or all of it if it is a single one, and the next one, if each asks something by itself. */
export function questionsIn(text: string, understanding: Understanding): { first: string; second?: string } {
  const [first = '', second = '', ...others] = text.split(/(?<=\?)\s+(?=\S)/u)
  if (!first.endsWith('?') || !second.endsWith('?') || others.length > 0) return { first: text }
  const asks = (each: string): boolean => !REMARKS.has(understand(each, understanding).topic)
  // "What does a senior need? As a data engineer?" is one question.
  const isRest = understand(second, understanding).named.every(({ meanings }) =>
    meanings.every(({ kind }) => kind === 'role' || kind === 'level'),
  )
  // "And backend people? Do they?" is one, too.
  if (second.split(' ').length < LEAST_WORDS) return { first: text }
  const goesOn = understand(second, understanding).topic === 'names' && isRest
  if (goesOn || !asks(second)) return { first: text }
  if (isSame(understand(first, understanding), understand(second, understanding))) return { first }
  // "Can you help?" before a question asks nothing by itself.
  return asks(first) ? { first, second } : { first: second }
}

/** With fewer words, a second question says little by itself. */
const LEAST_WORDS = 3

/** Whether two questions have the same answer: about no names, or the same ones. */
function isSame(one: Question, other: Question): boolean {
  const names = ({ named }: Question): string => named.map(({ text }) => normalize(text)).join('\n')
  return one.topic === other.topic && one.topic !== 'names' && names(one) === names(other)
}

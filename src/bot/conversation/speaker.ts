import { normalize } from '../../catalog/index.ts'
import type { Vocabulary } from '../input.ts'

// What people say of themselves before they ask: "I’m a data engineer and want to become an ML engineer. What do I need?" Their title is not
// what they ask about.

/** The most words of a title: "senior backend developer at a bank". */
const MOST_TITLE = 8
/** The fewest words of what follows it. */
const LEAST_REST = 3
/** The most words of an opening: "i have been working as a". */
const MOST_OPENING = 6

export interface Speaker {
  /** What the person is, in their words. */
  readonly title: string
  /** What follows, as typed. */
  readonly rest: string
}

/** The title that a text begins with, and what follows it; undefined if it does not begin so, or if hardly anything follows. */
export function speakerIn(text: string, vocabulary: Vocabulary): Speaker | undefined {
  const words = text.trim().split(/\s+/u)
  const openings = vocabulary.words('speakerOpenings')
  const joins = vocabulary.words('speakerJoins')
  const isJoin = (at: number): boolean => joins.has(normalize(words[at] ?? ''))
  const opening = Array.from({ length: MOST_OPENING }, (_, index) => MOST_OPENING - index).find((count) =>
    openings.has(normalize(words.slice(0, count).join(' '))),
  )
  if (opening === undefined) return undefined
  const last = Math.min(words.length - LEAST_REST, opening + MOST_TITLE)
  for (let at = opening; at < last; at += 1) {
    const endsHere = /[,.;:!]$/u.test(words[at] ?? '')
    if (!endsHere && !(at > opening && isJoin(at))) continue
    const title = words.slice(opening, endsHere ? at + 1 : at).join(' ')
    const from = endsHere && isJoin(at + 1) ? at + 2 : at + 1
    return { title: title.replace(/[,.;:!]+$/u, ''), rest: words.slice(from).join(' ') }
  }
  return undefined
}

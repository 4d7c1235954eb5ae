import { stripUrls } from '../input.ts'
import { type Clause, clausesOf, type LocatedPart, locate } from './clauses.ts'
import type { Understanding } from './understand.ts'

/** A question as its words, with the parts of it that may be names. */
export interface QuestionWords {
  /** The text with the words that its chat spellings stand for. */
  readonly text: string
  /** Words as typed, by the normalized words that they stand for. */
  readonly typedAs: ReadonlyMap<string, string>
  readonly clauses: readonly Clause[]
  /** The words of all clauses, normalized. */
  readonly words: readonly string[]
  /** The parts of all clauses, and where they are among the words. */
  readonly located: readonly LocatedPart[]
  /** Whether it asks or demands something. */
  readonly asks: boolean
  /** Whether a word names nothing by itself. */
  readonly isFiller: (word: string) => boolean
}

/** Splits a question into words. */
export function wordsOfQuestion(typed: string, { catalogIndex, vocabulary }: Understanding): QuestionWords {
  const { text, typedAs } = vocabulary.spelling.rewrite(stripUrls(typed), catalogIndex)
  const clauses = clausesOf(text, { catalogIndex, vocabulary })
  return {
    text,
    typedAs,
    clauses,
    words: clauses.flatMap((clause) => clause.words),
    located: clauses.flatMap(({ parts, words, start }) =>
      locate(parts, words).map(({ part, from, to }) => ({ part, from: from + start, to: to + start })),
    ),
    asks: clauses.some(({ isQuestion }) => isQuestion),
    isFiller: (word) => vocabulary.fillers.has(word) || /^\d+$/u.test(word),
  }
}

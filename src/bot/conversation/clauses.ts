import { normalize, type ParsedPart } from '../../catalog/index.ts'
import type { Understanding } from './understand.ts'

// The sentences and clauses of a text, and where the names are among their words.

/** Sentences, and clauses after a comma. */
const CLAUSE_ENDS = /(?<=[.!?;,:)])\s+|\n+/u

/** A part of a text that is a sentence or a clause. */
export interface Clause {
  readonly isQuestion: boolean
  /** The index of its first word. */
  readonly start: number
  readonly words: readonly string[]
  readonly parts: readonly ParsedPart[]
}

/** The clauses of a text, in order. */
export function clausesOf(text: string, { catalogIndex, vocabulary }: Understanding): readonly Clause[] {
  const interrogatives = vocabulary.words('questionWords')
  const auxiliaries = vocabulary.words('auxiliaries')
  let start = 0
  const isLong = text.split(/\s+/u, MOST_READ + 1).length > MOST_READ
  return (isLong ? [text] : text.split(CLAUSE_ENDS)).flatMap((written) => {
    const words = normalize(written).split(' ').filter(Boolean)
    if (words.length === 0) return []
    const clause: Clause = {
      start,
      words,
      isQuestion:
        /[?¿]/u.test(written) || auxiliaries.has(words[0] ?? '') || words.some((word) => interrogatives.has(word)),
      parts: isLong
        ? catalogIndex.parse(written, vocabulary.fillers, vocabulary.isOrdinary)
        : partsOf(written, { catalogIndex, vocabulary }),
    }
    start += words.length
    return [clause]
  })
}

/** The parts of a clause. In a long one only exact names are matched, so its unknown words are parsed again by themselves. */
function partsOf(written: string, { catalogIndex, vocabulary }: Understanding): readonly ParsedPart[] {
  const parse = (text: string): readonly ParsedPart[] =>
    catalogIndex.parse(text, vocabulary.fillers, vocabulary.isOrdinary)
  const parts = parse(written)
  if (written.split(/\s+/u).length <= MOST_GUESSED) return parts
  const runs: ParsedPart[][] = []
  for (const part of parts) {
    const run = runs.at(-1)
    if (run && part.match === 'none' && run.length < MOST_GUESSED && run.every(({ match }) => match === 'none'))
      run.push(part)
    else runs.push([part])
  }
  return runs.flatMap((run) => (run[0]?.match === 'none' ? parse(run.map(({ text }) => text).join(' ')) : run))
}

/** The most words of a text that is read clause by clause; a longer one is no question. */
const MOST_READ = 40

/** The most words of a clause in which names are guessed. */
export const MOST_GUESSED = 12

/** A part of a clause and its place. */
export interface LocatedPart<Part = ParsedPart> {
  readonly part: Part
  /** The indices of its words; `to` is exclusive. */
  readonly from: number
  readonly to: number
}

/** Where the parts of a clause are among its words, in order. */
export function locate(parts: readonly ParsedPart[], words: readonly string[]): readonly LocatedPart[] {
  let at = 0
  return parts.map((part) => {
    const keys = normalize(part.text).split(' ')
    const isHere = (index: number): boolean => keys.every((key, offset) => words[index + offset] === key)
    let from = at
    while (from < words.length && !isHere(from)) from += 1
    if (from >= words.length) return { part, from: at, to: at }
    at = from + keys.length
    return { part, from, to: at }
  })
}

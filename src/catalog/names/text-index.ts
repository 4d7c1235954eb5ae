import { distance } from 'fastest-levenshtein'
import type { Steps } from '../steps.ts'
import { countBits, createFuzzyIndex, type FuzzyIndex } from './fuzzy.ts'
import { withPrefix } from './prefix.ts'

// Full-text search by BM25+ (Lv, Zhai: Lower-bounding term frequency normalization, CIKM 2011). Every posting costs a few
// nanoseconds and is visited at most once for each word of a query, so that common words of a large catalog stay cheap.

/** BM25+ as MiniSearch sets it by default. */
const SATURATION = 1.2
const LENGTH_SHARE = 0.7
const LOWER_BOUND = 0.5

/** What an unfinished and a misspelt word count, compared with the same word spelt out. */
const PREFIX_WEIGHT = 0.375
const MISSPELT_WEIGHT = 0.45

/** Fewer letters begin too many words. */
const MIN_PREFIX = 3

/** Shorter words are taken as they are; longer ones may have a wrong letter in five, and three at most. */
const MIN_MISSPELT = 5
const WRONG_LETTERS = 0.2
const MAX_WRONG_LETTERS = 3

/** A bit of a mask says whether a document has a word; shifts leave 31 bits without a sign. */
const MAX_QUERY_WORDS = 31

export interface TextIndex {
  /** Finds documents by words; the first 31 different ones count. */
  search(words: readonly string[]): TextMatches
}

/** The documents that have some word of a query. */
export interface TextMatches {
  /** Numbers of documents, by how well they match, those that came first before others that match as well. */
  readonly ranked: (accepts: (document: number) => boolean) => readonly number[]
  readonly hasEveryWord: (document: number) => boolean
}

/** Collects documents, then makes an index of them. Documents are numbered from 0 in the order they are added. */
export interface TextIndexBuilder {
  /** Adds a document: the words of each field. */
  add(fields: readonly (readonly string[])[]): void
  build(): Steps<TextIndex>
}

/** Where a word stands: in which documents, and how many times in each. */
interface Postings {
  readonly documents: number[]
  readonly counts: number[]
}

interface Field {
  readonly boost: number
  /** Different words of each document. */
  readonly lengths: number[]
  averageLength: number
}

/** A word of the index that a word of a query stands for. */
interface WordMatch {
  readonly word: string
  readonly weight: number
}

/** Starts an index whose fields count by `boosts`. */
export function createTextIndex(boosts: readonly number[]): TextIndexBuilder {
  const fields = boosts.map((boost): Field => ({ boost, lengths: [], averageLength: 0 }))
  const vocabulary = new Map<string, (Postings | undefined)[]>()
  let size = 0
  return {
    add(texts) {
      for (const [at, field] of fields.entries()) {
        const words = texts[at] ?? []
        const length = new Set(words).size
        field.averageLength = (field.averageLength * size + length) / (size + 1)
        field.lengths.push(length)
        for (const word of words) if (word !== '') post(vocabulary, word, at, size)
      }
      size += 1
    },
    *build() {
      const sorted = [...vocabulary.keys()].toSorted()
      yield
      const near = createFuzzyIndex(sorted, distance)
      return { search: (words) => search(words, (word) => sensesOf(word, sorted, near)) }
    },
  }

  function search(words: readonly string[], senses: (word: string) => readonly WordMatch[]): TextMatches {
    const scores = new Float64Array(size)
    const masks = new Uint32Array(size)
    const times = new Map<string, number>()
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
    for (const [nth, [word, count]] of [...times].slice(0, MAX_QUERY_WORDS).entries()) {
      for (const sense of senses(word)) score(sense.word, sense.weight * count, 1 << nth, scores, masks)
    }
    const all = 2 ** Math.min(times.size, MAX_QUERY_WORDS) - 1
    return {
      hasEveryWord: (document) => masks[document] === all,
      ranked(accepts) {
        const documents: number[] = []
        for (let document = 0; document < size; document += 1) {
          if (masks[document] !== 0 && accepts(document)) documents.push(document)
        }
        const rank = (document: number): number => (scores[document] ?? 0) * countBits(masks[document] ?? 0)
        return documents.toSorted((a, b) => rank(b) - rank(a) || a - b)
      },
    }
  }

  function score(word: string, weight: number, bit: number, scores: Float64Array, masks: Uint32Array): void {
    const postings = vocabulary.get(word)
    if (!postings) return
    for (const [at, { boost, lengths, averageLength }] of fields.entries()) {
      const { documents, counts } = postings[at] ?? NOWHERE
      const rarity = Math.log(1 + (size - documents.length + 0.5) / (documents.length + 0.5))
      for (let nth = 0; nth < documents.length; nth += 1) {
        const document = documents[nth] ?? 0
        const count = counts[nth] ?? 0
        const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[document] ?? 0)) / averageLength
        const frequency = (count * (SATURATION + 1)) / (count + SATURATION * length)
        scores[document] = (scores[document] ?? 0) + weight * boost * rarity * (LOWER_BOUND + frequency)
        masks[document] = (masks[document] ?? 0) | bit
      }
    }
  }
}

const NOWHERE: Postings = { documents: [], counts: [] }

function post(vocabulary: Map<string, (Postings | undefined)[]>, word: string, field: number, document: number): void {
  let postings = vocabulary.get(word)
  if (!postings) {
    postings = []
    vocabulary.set(word, postings)
  }
  postings[field] ??= { documents: [], counts: [] }
  const { documents, counts } = postings[field]
  const last = documents.length - 1
  if (documents[last] === document) counts[last] = (counts[last] ?? 0) + 1
  else {
    documents.push(document)
    counts.push(1)
  }
}

/** The words of the index that a word of a query stands for: itself, those it begins, and those it nearly spells. */
function sensesOf(word: string, sorted: readonly string[], near: FuzzyIndex): readonly WordMatch[] {
  const senses = new Map([[word, 1]])
  if (word.length >= MIN_PREFIX) {
    for (const longer of withPrefix(sorted, word)) {
      const missing = longer.length - word.length
      if (missing > 0) senses.set(longer, (PREFIX_WEIGHT * longer.length) / (longer.length + 0.3 * missing))
    }
  }
  const wrong = Math.min(MAX_WRONG_LETTERS, Math.round(word.length * WRONG_LETTERS))
  if (word.length >= MIN_MISSPELT) {
    for (const { name, count } of near.search(word, wrong)) {
      if (!senses.has(name)) senses.set(name, (MISSPELT_WEIGHT * name.length) / (name.length + count))
    }
  }
  return [...senses].map(([sense, weight]) => ({ word: sense, weight }))
}

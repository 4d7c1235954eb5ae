import { distance } from 'fastest-levenshtein'
import type { Steps } from '../model.ts'
import { countBits, createFuzzyIndex, type FuzzyIndex } from './fuzzy.ts'
import { withPrefix } from './prefix.ts'

// Full-text search ranked by BM25+ (Lv, Zhai: Lower-bounding term frequency normalization, CIKM 2011). Each word of a query
// visits a posting at most once, at a few nanoseconds, so common words of a large catalog stay cheap.

/** BM25+ parameters: the defaults of MiniSearch. */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.7
const LOWER_BOUND = 0.5

/** Weights of an unfinished word and of one with a typo, relative to the exact word. */
const PREFIX_WEIGHT = 0.375
const TYPO_WEIGHT = 0.45

/** Shorter prefixes match too many words. */
const MIN_PREFIX = 3

/** Shorter words must match exactly. Longer ones may have one wrong letter in five, three at most. */
const MIN_TYPO_LENGTH = 5
const TYPO_RATIO = 0.2
const MAX_TYPOS = 3

/** Each word has a bit in the mask of a document; shifts leave 31 bits without the sign. */
const MAX_QUERY_WORDS = 31

export interface TextIndex {
  /** Finds documents by words. Only the first 31 distinct words count. */
  search(words: readonly string[]): TextMatches
  /** Whether a document has a word as it is. */
  has(word: string): boolean
}

/** The documents that have at least one word of a query. */
export interface TextMatches {
  /** Document numbers, best match first; equal matches in the order they were added. */
  readonly ranked: (accepts: (document: number) => boolean) => readonly number[]
  readonly hasEveryWord: (document: number) => boolean
}

/** Collects documents and builds their index. Documents are numbered from 0 in the order they are added. */
export interface TextIndexBuilder {
  /** Adds a document, given as the words of each field. */
  add(fields: readonly (readonly string[])[]): void
  build(): Steps<TextIndex>
}

/** The documents that contain a word, and how many times each does. */
interface Postings {
  readonly documents: number[]
  readonly counts: number[]
}

interface Field {
  readonly boost: number
  /** The number of distinct words of each document. */
  readonly lengths: number[]
  averageLength: number
}

/** A word of the index that matches a word of a query. */
interface WordMatch {
  readonly word: string
  readonly weight: number
}

/** Creates a builder for documents with one field per boost. */
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
        for (const word of words) if (word !== '') addPosting(vocabulary, word, at, size)
      }
      size += 1
    },
    *build() {
      const sorted = [...vocabulary.keys()].toSorted()
      yield
      const fuzzy = createFuzzyIndex(sorted, distance)
      return {
        search: (words) => search(words, (word) => matchesOf(word, sorted, fuzzy)),
        has: (word) => vocabulary.has(word),
      }
    },
  }

  function search(words: readonly string[], matchesFor: (word: string) => readonly WordMatch[]): TextMatches {
    const scores = new Float64Array(size)
    const masks = new Uint32Array(size)
    const repeats = new Map<string, number>()
    for (const word of words) repeats.set(word, (repeats.get(word) ?? 0) + 1)
    for (const [nth, [word, count]] of [...repeats].slice(0, MAX_QUERY_WORDS).entries()) {
      for (const match of matchesFor(word)) score(match.word, match.weight * count, 1 << nth, scores, masks)
    }
    const all = 2 ** Math.min(repeats.size, MAX_QUERY_WORDS) - 1
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
      const { documents, counts } = postings[at] ?? NO_POSTINGS
      const rarity = Math.log(1 + (size - documents.length + 0.5) / (documents.length + 0.5))
      for (let nth = 0; nth < documents.length; nth += 1) {
        const document = documents[nth] ?? 0
        const count = counts[nth] ?? 0
        const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (lengths[document] ?? 0)) / averageLength
        const frequency = (count * (SATURATION + 1)) / (count + SATURATION * length)
        scores[document] = (scores[document] ?? 0) + weight * boost * rarity * (LOWER_BOUND + frequency)
        masks[document] = (masks[document] ?? 0) | bit
      }
    }
  }
}

const NO_POSTINGS: Postings = { documents: [], counts: [] }

function addPosting(
  vocabulary: Map<string, (Postings | undefined)[]>,
  word: string,
  field: number,
  document: number,
): void {
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

/** The words of the index that match a word of a query: the word itself, those it is a prefix of, and those it may be a typo of. */
function matchesOf(word: string, sorted: readonly string[], fuzzy: FuzzyIndex): readonly WordMatch[] {
  const weights = new Map([[word, 1]])
  if (word.length >= MIN_PREFIX) {
    for (const longer of withPrefix(sorted, word)) {
      const missing = longer.length - word.length
      if (missing > 0) weights.set(longer, (PREFIX_WEIGHT * longer.length) / (longer.length + 0.3 * missing))
    }
  }
  const maxDistance = Math.min(MAX_TYPOS, Math.round(word.length * TYPO_RATIO))
  if (word.length >= MIN_TYPO_LENGTH) {
    for (const { name, distance: edits } of fuzzy.search(word, maxDistance)) {
      if (!weights.has(name)) weights.set(name, (TYPO_WEIGHT * name.length) / (name.length + edits))
    }
  }
  return [...weights].map(([match, weight]) => ({ word: match, weight }))
}

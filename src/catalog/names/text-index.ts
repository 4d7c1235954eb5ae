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
  build(): Steps<TextIndexData>
}

/** What an index is opened from; plain numbers and words, which can be stored. */
export interface TextIndexData {
  /** The words by their numbers. */
  readonly words: readonly string[]
  readonly fields: readonly IndexedField[]
}

/** The documents whose field has a word, word by word: those of the word `id` from `starts[id]` on, before `starts[id + 1]`. */
interface Postings {
  readonly starts: Int32Array
  readonly documents: Int32Array
  /** How many times the field of the document has the word. */
  readonly counts: Int32Array
}

interface Field {
  readonly boost: number
  /** The number of distinct words of each document. */
  readonly lengths: number[]
  averageLength: number
  readonly entries: PostingList
}

/** A field with its postings, when all documents are there. */
interface IndexedField extends Pick<Field, 'boost' | 'averageLength'> {
  readonly lengths: Int32Array
  readonly postings: Postings
}

/** A word of the index that matches a word of a query. */
interface WordMatch {
  readonly word: string
  readonly weight: number
}

/** Creates a builder for documents with one field per boost. */
export function createTextIndex(boosts: readonly number[]): TextIndexBuilder {
  const fields = boosts.map((boost): Field => ({ boost, lengths: [], averageLength: 0, entries: createPostingList() }))
  /** The words by the order in which they came. */
  const vocabulary = new Map<string, number>()
  let size = 0
  return {
    add(texts) {
      for (const [at, field] of fields.entries()) {
        let length = 0
        for (const word of texts[at] ?? []) {
          let id = vocabulary.get(word)
          if (id === undefined) {
            id = vocabulary.size
            vocabulary.set(word, id)
          }
          if (field.entries.add(id, size)) length += 1
        }
        field.averageLength = (field.averageLength * size + length) / (size + 1)
        field.lengths.push(length)
      }
      size += 1
    },
    *build() {
      const indexed: IndexedField[] = []
      for (const { entries, lengths, ...field } of fields) {
        indexed.push({ ...field, lengths: Int32Array.from(lengths), postings: entries.build(vocabulary.size) })
        yield
      }
      return { words: [...vocabulary.keys()], fields: indexed }
    },
  }
}

/** Opens an index that was built here or in another process. */
export function* openTextIndex({ words: vocabularyWords, fields }: TextIndexData): Steps<TextIndex> {
  const size = fields[0]?.lengths.length ?? 0
  // An empty text is one empty word, which counts as its length and matches nothing.
  const sorted = vocabularyWords.filter((word) => word !== '').toSorted()
  yield
  const vocabulary = new Map(vocabularyWords.map((word, id) => [word, id]))
  yield
  const fuzzy = createFuzzyIndex(sorted, distance)
  return {
    search: (words) => search(words, (word) => matchesOf(word, sorted, fuzzy)),
    has: (word) => word !== '' && vocabulary.has(word),
  }

  function search(words: readonly string[], matchesFor: (word: string) => readonly WordMatch[]): TextMatches {
    const scores = new Float64Array(size)
    const masks = new Uint32Array(size)
    const repeats = new Map<string, number>()
    for (const word of words) repeats.set(word, (repeats.get(word) ?? 0) + 1)
    for (const [nth, [word, count]] of [...repeats].slice(0, MAX_QUERY_WORDS).entries()) {
      for (const match of matchesFor(word)) {
        const id = vocabulary.get(match.word)
        if (id !== undefined) score(id, match.weight * count, 1 << nth, scores, masks)
      }
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

  function score(word: number, weight: number, bit: number, scores: Float64Array, masks: Uint32Array): void {
    for (const { boost, lengths, averageLength, postings } of fields) {
      const { starts, documents, counts } = postings
      const [start = 0, end = 0] = [starts[word], starts[word + 1]]
      const rarity = Math.log(1 + (size - (end - start) + 0.5) / (end - start + 0.5))
      for (let at = start; at < end; at += 1) {
        const document = documents[at] ?? 0
        const count = counts[at] ?? 0
        const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (lengths[document] ?? 0)) / averageLength
        const frequency = (count * (SATURATION + 1)) / (count + SATURATION * length)
        scores[document] = (scores[document] ?? 0) + weight * boost * rarity * (LOWER_BOUND + frequency)
        masks[document] = (masks[document] ?? 0) | bit
      }
    }
  }
}

/** Collects which words documents have. Numbers in flat arrays: a large catalog has half a million of them. */
interface PostingList {
  /** Counts a word of a document. Returns whether it is the first one there; documents come in their order. */
  add(word: number, document: number): boolean
  /** Orders what was added by words, of which there are `wordCount`. */
  build(wordCount: number): Postings
}

function createPostingList(): PostingList {
  let entries = { words: new Int32Array(64), documents: new Int32Array(64), counts: new Int32Array(64) }
  let size = 0
  /** By word, the last entry of it and one. */
  let lastOf = new Int32Array(64)
  return {
    add(word, document) {
      if (word >= lastOf.length) lastOf = grown(lastOf, word + 1)
      const last = (lastOf[word] ?? 0) - 1
      if (last >= 0 && entries.documents[last] === document) {
        entries.counts[last] = (entries.counts[last] ?? 0) + 1
        return false
      }
      if (size === entries.words.length) {
        const { words, documents, counts } = entries
        entries = {
          words: grown(words, size + 1),
          documents: grown(documents, size + 1),
          counts: grown(counts, size + 1),
        }
      }
      entries.words[size] = word
      entries.documents[size] = document
      entries.counts[size] = 1
      size += 1
      lastOf[word] = size
      return true
    },
    build(wordCount) {
      const starts = new Int32Array(wordCount + 1)
      for (let at = 0; at < size; at += 1) {
        const next = (entries.words[at] ?? 0) + 1
        starts[next] = (starts[next] ?? 0) + 1
      }
      for (let word = 0; word < wordCount; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
      const ends = starts.slice()
      const documents = new Int32Array(size)
      const counts = new Int32Array(size)
      for (let at = 0; at < size; at += 1) {
        const word = entries.words[at] ?? 0
        const place = ends[word] ?? 0
        documents[place] = entries.documents[at] ?? 0
        counts[place] = entries.counts[at] ?? 0
        ends[word] = place + 1
      }
      entries = { words: new Int32Array(0), documents: new Int32Array(0), counts: new Int32Array(0) }
      return { starts, documents, counts }
    },
  }
}

/** A copy with room for at least `length` numbers. */
function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, numbers.length * 2))
  larger.set(numbers)
  return larger
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

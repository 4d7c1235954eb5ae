import { normalize } from '../../catalog/index.ts'
import type { Language, WordList } from '../../i18n/index.ts'

/** The lists of phrases that questions are recognized by. */
export type Cue = Extract<WordList, `ask${string}`>

/** A normalized text with what it asks for. */
export interface CueMatches {
  /** Whether a phrase of a list is in the text. */
  has(cue: Cue): boolean
  /** Whether the phrases of a list and words that name nothing are all there is in the text. */
  isOnly(cue: Cue): boolean
  /** Whether a phrase of a list covers a word, by its index. */
  covers(cue: Cue, word: number): boolean
}

/** Finds phrases in questions, in all languages at once. */
export interface Phrases {
  match(words: readonly string[], isFiller: (word: string) => boolean): CueMatches
}

/** A gap of up to MAX_GAP words. */
const GAP = '_'
/** The mark of a word that matches in this form only. */
const AS_IT_IS = '='
const MAX_GAP = 4

type Phrase = readonly string[]

/** Compiles the phrases of languages: each word as its stem, by the first word of the phrase. */
export function createPhrases(languages: Iterable<Language>): Phrases {
  const compiled = [...languages].map(({ vocabulary, stem = (word: string) => word }) => ({
    stemOf: memoized(stem),
    lists: new Map<Cue, ReadonlyMap<string, readonly Phrase[]>>(
      Object.entries(vocabulary)
        .filter((entry): entry is [Cue, string] => entry[0].startsWith('ask'))
        .map(([cue, list]) => [cue, byFirstWord(list.split(','), stem)]),
    ),
  }))
  return {
    match(words, isFiller) {
      const texts = compiled.map(({ stemOf, lists }) => ({ words, stems: words.map(stemOf), lists }))
      const matched = new Map<Cue, ReadonlySet<number>>()
      const covered = (cue: Cue): ReadonlySet<number> => {
        const cached = matched.get(cue)
        if (cached) return cached
        const all = new Set<number>()
        for (const { lists, ...text } of texts)
          coverBy(text, lists.get(cue) ?? new Map(), cue === 'askCompare' ? () => false : isFiller, all)
        matched.set(cue, all)
        return all
      }
      return {
        has: (cue) => covered(cue).size > 0,
        covers: (cue, word) => covered(cue).has(word),
        isOnly: (cue) => covered(cue).size > 0 && words.every((word, at) => covered(cue).has(at) || isFiller(word)),
      }
    },
  }
}

function byFirstWord(
  phrases: readonly string[],
  stem: (word: string) => string,
): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>()
  for (const written of phrases) {
    const phrase = written
      .trim()
      .split(/\s+/u)
      .flatMap((word) => writtenWord(word, stem))
    const [first = ''] = phrase
    groups.set(first, [...(groups.get(first) ?? []), phrase])
  }
  return groups
}

function writtenWord(word: string, stem: (word: string) => string): readonly string[] {
  if (word === GAP) return [GAP]
  const words = normalize(word).split(' ')
  return word.startsWith(AS_IT_IS) ? words.map((each) => `${AS_IT_IS}${each}`) : words.map(stem)
}

/** A text as its words and as their stems in a language. */
interface Text {
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

/**
 * Adds the indices of all words that phrases cover. Words in gaps are not covered. A phrase of one word that names nothing by itself
 * counts only if the text has nothing else.
 */
function coverBy(
  text: Text,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  isFiller: (word: string) => boolean,
  all: Set<number>,
): void {
  const { words, stems } = text
  const isBare = words.every(isFiller)
  for (const [start, stem] of stems.entries()) {
    const word = words[start] ?? ''
    for (const phrase of [...(phrases.get(stem) ?? []), ...(phrases.get(`${AS_IT_IS}${word}`) ?? [])]) {
      if (phrase.length === 1 && isFiller(word) && !isBare) continue
      const indices = matchFrom(text, start, phrase, 0)
      if (indices) for (const index of indices) all.add(index)
    }
  }
}

/** The indices of the words that a phrase matches, from a word on; undefined if it does not match. */
function matchFrom(text: Text, at: number, phrase: Phrase, from: number): readonly number[] | undefined {
  const word = phrase[from]
  if (word === undefined) return []
  if (word !== GAP) {
    if (text.stems[at] !== word && `${AS_IT_IS}${text.words[at]}` !== word) return undefined
    const rest = matchFrom(text, at + 1, phrase, from + 1)
    return rest && [at, ...rest]
  }
  for (let skipped = 0; skipped <= MAX_GAP; skipped += 1) {
    const rest = matchFrom(text, at + skipped, phrase, from + 1)
    if (rest) return rest
  }
  return undefined
}

const MAX_MEMOIZED = 5000

function memoized(stem: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>()
  return (word) => {
    const cached = stems.get(word)
    if (cached !== undefined) return cached
    const value = stem(word)
    if (stems.size < MAX_MEMOIZED) stems.set(word, value)
    return value
  }
}

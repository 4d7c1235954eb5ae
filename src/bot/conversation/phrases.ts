import { normalize } from '../../catalog/index.ts'
import type { Language, WordList } from '../../i18n/index.ts'

/** The lists of phrases that questions are recognized by. */
export type Cue = Extract<WordList, `ask${string}`>

/** What a word of a phrase stands for if it is in braces: a name of a kind, or a proficiency. */
export type WordKind = 'role' | 'level' | 'domain' | 'skill' | 'proficiency'

/** Words of a text that are a name together, by their indices; `to` is exclusive. */
export interface NamedWords {
  readonly from: number
  readonly to: number
  readonly kinds: ReadonlySet<WordKind>
}

/** A normalized text with what it asks for. */
export interface CueMatches {
  /** Whether a phrase of a list is in the text. */
  has(cue: Cue): boolean
  /** Whether the phrases of a list and words that name nothing are all there is in the text. */
  isOnly(cue: Cue): boolean
  /** Whether a phrase of a list covers a word, by its index. */
  covers(cue: Cue, word: number): boolean
}

/** The lists whose words may as well be those of names: "data", "model", "security". */
const OF_NAMES: ReadonlySet<Cue> = new Set(['askOtherRole', 'askBot', 'askMarks', 'askOwnLadder'])

/** Finds phrases in questions, in all languages at once. */
export interface Phrases {
  match(words: readonly string[], names: readonly NamedWords[], isFiller: (word: string) => boolean): CueMatches
  /** The stems of words in the language that most of them are of, and the kind of each name in their place. */
  tokensOf(words: readonly string[], names: readonly NamedWords[]): readonly string[]
  /** The words that phrases are written with, normalized. */
  readonly words: ReadonlySet<string>
}

/** Gaps, by how many words they have at most. */
const GAPS: ReadonlyMap<string, number> = new Map([
  ['_', 4],
  ['..', 2],
])
/** The mark of a word that matches in this form only. */
const AS_IT_IS = '='
/** Separates words of which any may be in a place of a phrase. */
const OR = '|'

/** A place in a phrase: the stems and the words as they are that fit it, and the kinds of names. */
interface Place {
  /** The most words of a gap; 0 for any other place. */
  readonly gap: number
  readonly keys: ReadonlySet<string>
}

type Phrase = readonly Place[]

interface CompiledLanguage {
  /** Words that tell the language: those of its phrases, and those that name nothing. */
  readonly words: ReadonlySet<string>
  readonly stemOf: (word: string) => string
  /** The phrases of each list by each key that fits their first place. */
  readonly lists: ReadonlyMap<Cue, ReadonlyMap<string, readonly Phrase[]>>
}

/** Compiles the phrases of languages. */
export function createPhrases(languages: Iterable<Language>): Phrases {
  const compiled = [...languages].map(({ vocabulary, stem = (word: string) => word }): CompiledLanguage => {
    const words = new Set(vocabulary.fillers?.split(',').map(normalize))
    const lists = Object.entries(vocabulary).filter((entry): entry is [Cue, string] => entry[0].startsWith('ask'))
    return {
      words,
      stemOf: memoized(stem),
      lists: new Map(
        lists.map(([cue, list]) => [cue, byFirstKey(phrasesIn(list, stem, OF_NAMES.has(cue) ? new Set() : words))]),
      ),
    }
  })
  return {
    words: new Set(compiled.flatMap(({ words }) => [...words])),
    tokensOf(typed, names) {
      const [language] = likelyLanguages(compiled, typed)
      const nameAt = new Map(names.map((name) => [name.from, name]))
      const tokens: string[] = []
      for (let at = 0; at < typed.length; ) {
        const name = nameAt.get(at)
        tokens.push(name ? `{${kindOf(name)}}` : (language?.stemOf(typed[at] ?? '') ?? ''))
        at = Math.max(at + 1, name?.to ?? 0)
      }
      return tokens
    },
    match(typed, names, isFiller) {
      const nameAt = new Map(names.map((name) => [name.from, name]))
      const inNames = new Set<number>()
      for (const { from, to } of names) for (let at = from; at < to; at += 1) inNames.add(at)
      const texts = likelyLanguages(compiled, typed).map(({ stemOf, lists }) => {
        const keys = typed.map((word, at) => {
          const kinds = nameAt.get(at)?.kinds ?? []
          return [stemOf(word), `${AS_IT_IS}${word}`, ...[...kinds].map((kind) => `{${kind}}`)]
        })
        return { words: typed, nameAt, keys, inNames, lists }
      })
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
        isOnly: (cue) => covered(cue).size > 0 && typed.every((word, at) => covered(cue).has(at) || isFiller(word)),
      }
    },
  }
}

/** The kinds of names, the one first that a name with several is counted as. */
const KINDS = ['skill', 'domain', 'level', 'role', 'proficiency'] as const satisfies readonly WordKind[]

const kindOf = ({ kinds }: NamedWords): WordKind => KINDS.find((kind) => kinds.has(kind)) ?? 'skill'

/** A text is of the languages that have at least this share of the words of the one that has the most. */
const LEAST_SHARE = 0.7

function likelyLanguages(compiled: readonly CompiledLanguage[], typed: readonly string[]): readonly CompiledLanguage[] {
  const counted = compiled.map((language) => ({
    language,
    count: typed.filter((word) => language.words.has(word)).length,
  }))
  const most = Math.max(...counted.map(({ count }) => count))
  return counted
    .filter(({ count }) => count >= most * LEAST_SHARE)
    .toSorted((a, b) => b.count - a.count)
    .map(({ language }) => language)
}

/** The phrases of a list, and in `all` the words they are written with. */
function phrasesIn(list: string, stem: (word: string) => string, all: Set<string>): readonly Phrase[] {
  return list.split(',').map((written) =>
    written
      .trim()
      .split(/\s+/u)
      .flatMap((place) => placesOf(place, stem, all)),
  )
}

/** The places that a written word stands for: a word with a hyphen or an apostrophe is several. */
function placesOf(written: string, stem: (word: string) => string, all: Set<string>): readonly Place[] {
  const gap = GAPS.get(written)
  if (gap !== undefined) return [{ gap, keys: new Set() }]
  const alternatives = written.split(OR)
  const single = alternatives.map((word) => keysOf(word, stem, all))
  const [only = [], ...others] = single
  if (others.length === 0) return only.map((key) => ({ gap: 0, keys: new Set([key]) }))
  return [{ gap: 0, keys: new Set(single.flat()) }]
}

function keysOf(word: string, stem: (word: string) => string, all: Set<string>): readonly string[] {
  if (word.startsWith('{')) return [word]
  const words = normalize(word).split(' ')
  for (const each of words) all.add(each)
  return word.startsWith(AS_IT_IS) ? words.map((each) => `${AS_IT_IS}${each}`) : words.map(stem)
}

function byFirstKey(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    for (const key of phrase[0]?.keys ?? []) groups.set(key, [...(groups.get(key) ?? []), phrase])
  }
  return groups
}

/** A text as its words, and the names in it by their first word. */
interface Text {
  readonly words: readonly string[]
  readonly nameAt: ReadonlyMap<number, NamedWords>
  /** What each word can be in a phrase: its stem, itself, and the kinds of a name that begins with it. */
  readonly keys: readonly (readonly string[])[]
  /** The indices of the words of names. */
  readonly inNames: ReadonlySet<number>
}

/**
 * Adds the indices of all words that phrases cover. Words in gaps and of names are not covered. A phrase of one word that names nothing
 * by itself counts only if the text has nothing else.
 */
function coverBy(
  text: Text,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  isFiller: (word: string) => boolean,
  all: Set<number>,
): void {
  const { words, keys, inNames } = text
  const isBare = words.every(isFiller)
  for (const [start, word] of words.entries()) {
    for (const key of keys[start] ?? []) {
      for (const phrase of phrases.get(key) ?? []) {
        if (phrase.length === 1 && (inNames.has(start) || (isFiller(word) && !isBare))) continue
        const indices = matchFrom(text, start, phrase, 0)
        if (indices) for (const index of indices) all.add(index)
      }
    }
  }
}

/** The indices of the words that a phrase matches, from a word on; undefined if it does not match. */
function matchFrom(text: Text, at: number, phrase: Phrase, from: number): readonly number[] | undefined {
  const place = phrase[from]
  if (place === undefined) return []
  if (place.gap > 0) {
    for (let skipped = 0; skipped <= place.gap && at + skipped < text.words.length; skipped += 1) {
      const rest = matchFrom(text, at + skipped, phrase, from + 1)
      if (rest) return rest
    }
    return undefined
  }
  const [stem = '', word = '', ...kinds] = text.keys[at] ?? []
  const name = kinds.some((kind) => place.keys.has(kind)) ? text.nameAt.get(at) : undefined
  const following = name && matchFrom(text, name.to, phrase, from + 1)
  if (following) return following
  const isWord = place.keys.has(stem) || place.keys.has(word)
  const rest = isWord ? matchFrom(text, at + 1, phrase, from + 1) : undefined
  return rest && [at, ...rest]
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

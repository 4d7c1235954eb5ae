import type { MatchKind, NamedEntity, NameIndex } from './index-names.ts'
import { normalize } from './normalize.ts'
import { childOf, meaningsOf, type TrieNode } from './trie.ts'

/** A part of typed text with its possible meanings; `none` if it matches no name. */
export type ParsedPart =
  | { readonly text: string; readonly match: MatchKind; readonly meanings: readonly NamedEntity[] }
  | { readonly text: string; readonly match: 'none'; readonly meanings: readonly [] }

/** In longer texts only exact names are matched. */
const MAX_WORDS_FOR_GUESSES = 12

/** Shorter prefixes match too many names. */
const MIN_PREFIX = 3

/**
 * The cost of each kind of part; the parse with the lowest total wins. An exact name costs next to nothing (so one long name
 * beats two short ones), a prefix more, a typo more still, and an unknown word most: "ml enginer" is the role with a typo, not
 * the alias "ml" and an unknown word.
 */
const COST = { exact: 0.1, prefix: 1.1, typo: 2.1, connective: 0.5, unknown: 3 } as const

interface Word {
  readonly raw: string
  readonly key: string
}

/**
 * Parses typed words, in any order, as names of a catalog, each exact, unfinished or with a typo. `connectives` are normalized
 * words that connect names and mean nothing by themselves ("what does a … need"); they are dropped if there is anything else.
 * A single word that `isOrdinary` is never read as a misspelled name, unless it is that of a level ("senor").
 * Takes linear time: from each word it looks at most as far as the longest name has words.
 */
export function parseNames(
  index: NameIndex,
  text: string,
  connectives: ReadonlySet<string>,
  isOrdinary: (word: string) => boolean = () => false,
): readonly ParsedPart[] {
  const words = splitWords(text)
  const first = exactFrom(index.trie, words, 0)
  const whole = first[words.length - 1]
  // The whole text is one name: no other parse is cheaper.
  if (whole) return [{ text: rawOf(words), match: 'exact', meanings: whole }]
  const exact = words.map((_, start) => (start === 0 ? first : exactFrom(index.trie, words, start)))
  const exactPart = (start: number, end: number): ParsedPart | undefined => {
    const meanings = exact[start]?.[end - start - 1]
    return meanings && { text: rawOf(words.slice(start, end)), match: 'exact', meanings }
  }
  const exactPieces = cheapest(words, exactPart, index.maxWords, connectives)
  const isComplete = exactPieces.every(({ part, isConnective }) => part.match !== 'none' || isConnective)
  const pieces =
    isComplete || words.length > MAX_WORDS_FOR_GUESSES
      ? exactPieces
      : cheapest(
          words,
          (start, end) => exactPart(start, end) ?? guessPart(index, words.slice(start, end), connectives, isOrdinary),
          index.maxWords + 1,
          connectives,
        )
  const named = pieces.filter(({ part, isConnective }) => part.match !== 'none' || !isConnective)
  return (named.length > 0 ? named : pieces).map(({ part }) => part)
}

/** Separators of words: blanks, punctuation and zero-width characters. */
const WORD_SEPARATORS = /[\s\-_/,;:|\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/u

function splitWords(text: string): readonly Word[] {
  return text
    .split(WORD_SEPARATORS)
    .map((raw) => ({ raw, key: normalize(raw) }))
    .filter((word) => word.key !== '')
}

interface Piece {
  readonly part: ParsedPart
  readonly isConnective: boolean
}

/** The cheapest parse of the words up to one: its last piece and the index of that piece's first word. */
interface Candidate {
  readonly cost: number
  readonly piece: Piece
  readonly start: number
}

/** The cheapest parse of all words by dynamic programming: the best parse up to each word, extended by every piece that ends there. */
function cheapest(
  words: readonly Word[],
  partAt: (start: number, end: number) => ParsedPart | undefined,
  longest: number,
  connectives: ReadonlySet<string>,
): readonly Piece[] {
  const best: Candidate[] = []
  for (const [at, word] of words.entries()) {
    let cheapestHere: Candidate | undefined
    for (let start = at; start >= Math.max(0, at + 1 - longest); start -= 1) {
      const part = partAt(start, at + 1) ?? (start === at ? unknownPart(word) : undefined)
      if (!part) continue
      const piece = { part, isConnective: start === at && connectives.has(word.key) }
      const cost = (best[start - 1]?.cost ?? 0) + costOf(piece)
      if (!cheapestHere || cost < cheapestHere.cost) cheapestHere = { cost, piece, start }
    }
    if (cheapestHere) best.push(cheapestHere)
  }
  const pieces: Piece[] = []
  for (let end = best.at(-1); end; end = best[end.start - 1]) pieces.push(end.piece)
  return pieces.reverse()
}

function costOf({ part, isConnective }: Piece): number {
  if (part.match === 'none') return isConnective ? COST.connective : COST.unknown
  return COST[part.match]
}

function unknownPart(word: Word): ParsedPart {
  return { text: word.raw, match: 'none', meanings: [] }
}

/** Exact meanings of the words from an index on: entry n for the next n + 1 words, undefined if those are no name. */
function exactFrom(
  root: TrieNode,
  words: readonly Word[],
  start: number,
): readonly (readonly NamedEntity[] | undefined)[] {
  const meaningsByLength: (readonly NamedEntity[] | undefined)[] = []
  let node: TrieNode | undefined = root
  for (let next = start; next < words.length && node; next += 1) {
    const key: string = words[next]?.key ?? ''
    for (const word of key.includes(' ') ? key.split(' ') : [key]) node &&= childOf(node, word)
    if (!node) break
    const meanings = meaningsOf(node)
    meaningsByLength.push(meanings.length > 0 ? meanings : undefined)
  }
  return meaningsByLength
}

function guessPart(
  index: NameIndex,
  span: readonly Word[],
  connectives: ReadonlySet<string>,
  isOrdinary: (word: string) => boolean,
): ParsedPart | undefined {
  const key = keyOf(span)
  const text = rawOf(span)
  if (connectives.has(key) || key.length < MIN_PREFIX) return undefined
  const prefixed = index.prefixMatches(key)
  if (prefixed.length > 0) return { text, match: 'prefix', meanings: prefixed }
  const isEveryday = span.length === 1 && isOrdinary(key)
  const typos = index.typoMatches(key).filter(({ kind }) => !isEveryday || kind === 'level')
  return typos.length > 0 ? { text, match: 'typo', meanings: typos } : undefined
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.key).join(' ')
}

function rawOf(words: readonly Word[]): string {
  return words.map((word) => word.raw).join(' ')
}

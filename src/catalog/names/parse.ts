import type { MatchKind, NamedEntity, NameIndex } from './index-names.ts'
import { normalize } from './normalize.ts'
import { childOf, meaningsOf, type TrieNode } from './trie.ts'

/** A piece of what somebody typed: what it can mean, or that it means nothing known. */
export type ParsedPart =
  | { readonly text: string; readonly match: MatchKind; readonly meanings: readonly NamedEntity[] }
  | { readonly text: string; readonly match: 'none'; readonly meanings: readonly [] }

/** Beyond this many words nobody is naming things; only exact names are looked for. */
const MAX_WORDS_FOR_GUESSES = 12

/** Fewer letters start too many names to say anything. */
const MIN_PREFIX = 3

/**
 * What a way of reading costs; the cheapest reading of the whole line wins. A name spelt right costs next to nothing (so
 * that one long name beats two short ones), the start of one more, a misspelling more still, and a word left unread most:
 * so "ml enginer" is the misspelt role, not the alias "ml" and a word nobody knows.
 */
const COST = { exact: 0.1, prefix: 1.1, typo: 2.1, tie: 0.5, unread: 3 } as const

interface Word {
  readonly raw: string
  readonly key: string
}

/**
 * Reads typed words, in any order, as names of a catalogue, each spelt out, unfinished or misspelt. Words that only tie
 * names together are left out once names are found. Takes linear time: at most as many words as the longest name has are
 * looked at from each. `connectives` are the words, normalized, that tie names together and say nothing by themselves ("what does
 * a … need").
 */
export function parseNames(index: NameIndex, text: string, connectives: ReadonlySet<string>): readonly ParsedPart[] {
  const words = splitWords(text)
  const first = speltFrom(index.trie, words, 0)
  const whole = first[words.length - 1]
  // One name and nothing else: no other reading is cheaper.
  if (whole) return [{ text: rawOf(words), match: 'exact', meanings: whole }]
  const spelt = words.map((_, start) => (start === 0 ? first : speltFrom(index.trie, words, start)))
  const exactPart = (start: number, end: number): ParsedPart | undefined => {
    const meanings = spelt[start]?.[end - start - 1]
    return meanings && { text: rawOf(words.slice(start, end)), match: 'exact', meanings }
  }
  const exactly = cheapest(words, exactPart, index.maxWords, connectives)
  const isRead = exactly.every(({ part, isTie }) => part.match !== 'none' || isTie)
  const pieces =
    isRead || words.length > MAX_WORDS_FOR_GUESSES
      ? exactly
      : cheapest(
          words,
          (start, end) => exactPart(start, end) ?? guess(index, words.slice(start, end), connectives),
          index.maxWords + 1,
          connectives,
        )
  const named = pieces.filter(({ part, isTie }) => part.match !== 'none' || !isTie)
  return (named.length > 0 ? named : pieces).map(({ part }) => part)
}

/** What stands between words: blanks, signs, and characters of no width. */
const BETWEEN_WORDS = /[\s\-_/,;:|\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/u

function splitWords(text: string): readonly Word[] {
  return text
    .split(BETWEEN_WORDS)
    .map((raw) => ({ raw, key: normalize(raw) }))
    .filter((word) => word.key !== '')
}

/** A part, and whether it is no more than a tie between others. */
interface Piece {
  readonly part: ParsedPart
  readonly isTie: boolean
}

/** The cheapest way to read the words up to one: its last piece, and where that begins. */
interface Reading {
  readonly cost: number
  readonly piece: Piece
  readonly start: number
}

/** The cheapest way to read all the words, from the left: the best reading up to each word, extended by every piece that ends there. */
function cheapest(
  words: readonly Word[],
  read: (start: number, end: number) => ParsedPart | undefined,
  longest: number,
  connectives: ReadonlySet<string>,
): readonly Piece[] {
  const best: Reading[] = []
  for (const [at, word] of words.entries()) {
    let reading: Reading | undefined
    for (let start = at; start >= Math.max(0, at + 1 - longest); start -= 1) {
      const part = read(start, at + 1) ?? (start === at ? unread(word) : undefined)
      if (!part) continue
      const piece = { part, isTie: start === at && connectives.has(word.key) }
      const cost = (best[start - 1]?.cost ?? 0) + costOf(piece)
      if (!reading || cost < reading.cost) reading = { cost, piece, start }
    }
    if (reading) best.push(reading)
  }
  const pieces: Piece[] = []
  for (let end = best.at(-1); end; end = best[end.start - 1]) pieces.push(end.piece)
  return pieces.reverse()
}

function costOf({ part, isTie }: Piece): number {
  if (part.match === 'none') return isTie ? COST.tie : COST.unread
  return COST[part.match]
}

function unread(word: Word): ParsedPart {
  return { text: word.raw, match: 'none', meanings: [] }
}

/** What the words from one on mean, spelt out: the nth for n + 1 words of them, undefined where so many are no name. */
function speltFrom(
  root: TrieNode,
  words: readonly Word[],
  start: number,
): readonly (readonly NamedEntity[] | undefined)[] {
  const found: (readonly NamedEntity[] | undefined)[] = []
  let at: TrieNode | undefined = root
  for (let next = start; next < words.length && at; next += 1) {
    const key: string = words[next]?.key ?? ''
    for (const word of key.includes(' ') ? key.split(' ') : [key]) at &&= childOf(at, word)
    if (!at) break
    const meanings = meaningsOf(at)
    found.push(meanings.length > 0 ? meanings : undefined)
  }
  return found
}

function guess(index: NameIndex, span: readonly Word[], connectives: ReadonlySet<string>): ParsedPart | undefined {
  const key = keyOf(span)
  const text = rawOf(span)
  if (connectives.has(key) || key.length < MIN_PREFIX) return undefined
  const starting = index.prefixMatches(key)
  if (starting.length > 0) return { text, match: 'prefix', meanings: starting }
  const misspelt = index.typoMatches(key)
  return misspelt.length > 0 ? { text, match: 'typo', meanings: misspelt } : undefined
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.key).join(' ')
}

function rawOf(words: readonly Word[]): string {
  return words.map((word) => word.raw).join(' ')
}

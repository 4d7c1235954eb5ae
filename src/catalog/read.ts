import type { Match, Named, NameIndex } from './name-index.ts'
import { normalize } from './names.ts'

/** A piece of what somebody typed: what it can mean, or that it means nothing known. */
export type ReadPart =
  | { readonly text: string; readonly match: Match; readonly meanings: readonly Named[] }
  | { readonly text: string; readonly match: 'none'; readonly meanings: readonly [] }

/** Beyond this many words nobody is naming things; only exact names are looked for. */
const MAX_WORDS_FOR_GUESSES = 12

/** One letter starts too many names to say anything. */
const MIN_PREFIX = 2

/** Words that tie names together in a question and say nothing by themselves, in English and Spanish. */
const TIES = new Set(
  (
    'a an and are as at be between by compare compared compara comparar con contra cual cuales como de del desde does ' +
    'el en entre es espera esperan expect expected expects for from hasta in is it la las level levels lo los must ' +
    'necesita necesitan need needed needs nivel niveles o of on or para por que role rol se should skill skills ' +
    'habilidad habilidades than that the to un una unos unas versus vs what which with y'
  ).split(' '),
)

interface Word {
  readonly raw: string
  readonly key: string
}

/**
 * Reads typed words, in any order, as names of a catalogue. Names of several words are found first and longest first;
 * what no name spells exactly is tried as the start of a name, then as a misspelling. Words that only tie names together
 * are left out once names are found.
 */
export function readNames(index: NameIndex, text: string): readonly ReadPart[] {
  const words = splitWords(text)
  const slots: (ReadPart | Word)[] = []
  let read = 0
  for (const [at, word] of words.entries()) {
    if (at < read) continue
    const found = longestExact(index, words, at)
    slots.push(found ? found.part : word)
    read = at + (found ? found.length : 1)
  }
  const guessing = words.length <= MAX_WORDS_FOR_GUESSES
  const parts = joinRuns(slots).flatMap((run) => ('text' in run ? [run] : readRun(index, run, guessing)))
  const named = parts.filter((part) => part.match !== 'none' || !isTie(part.text))
  return named.length > 0 ? named : parts
}

function splitWords(text: string): readonly Word[] {
  return text
    .split(/[\s\-_/,;:|]+/u)
    .map((raw) => ({ raw, key: normalize(raw) }))
    .filter((word) => word.key !== '')
}

function longestExact(
  index: NameIndex,
  words: readonly Word[],
  at: number,
): { readonly part: ReadPart; readonly length: number } | undefined {
  for (let length = Math.min(index.longest, words.length - at); length >= 1; length -= 1) {
    const span = words.slice(at, at + length)
    const meanings = index.exact(keyOf(span))
    if (meanings.length > 0) return { part: { text: rawOf(span), match: 'exact', meanings }, length }
  }
  return undefined
}

/** Neighbouring words that are still unread, as one run. */
function joinRuns(slots: readonly (ReadPart | Word)[]): (ReadPart | readonly Word[])[] {
  const runs: (ReadPart | Word[])[] = []
  for (const slot of slots) {
    const last = runs.at(-1)
    if ('match' in slot) runs.push(slot)
    else if (Array.isArray(last)) last.push(slot)
    else runs.push([slot])
  }
  return runs
}

/** Longest readable piece of a run first, then what is left of and right of it. */
function readRun(index: NameIndex, run: readonly Word[], guessing: boolean): readonly ReadPart[] {
  if (run.length === 0) return []
  if (guessing) {
    for (let length = Math.min(index.longest + 1, run.length); length >= 1; length -= 1) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const part = guess(index, run.slice(at, at + length))
        if (part) {
          return [
            ...readRun(index, run.slice(0, at), guessing),
            part,
            ...readRun(index, run.slice(at + length), guessing),
          ]
        }
      }
    }
  }
  return run.map((word) => ({ text: word.raw, match: 'none', meanings: [] }))
}

function guess(index: NameIndex, span: readonly Word[]): ReadPart | undefined {
  const key = keyOf(span)
  const text = rawOf(span)
  if (isTie(text) || key.length < MIN_PREFIX) return undefined
  const starting = index.startingWith(key)
  if (starting.length > 0) return { text, match: 'prefix', meanings: starting }
  const misspelt = index.misspelt(key)
  return misspelt.length > 0 ? { text, match: 'typo', meanings: misspelt } : undefined
}

function isTie(text: string): boolean {
  return TIES.has(normalize(text))
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.key).join(' ')
}

function rawOf(words: readonly Word[]): string {
  return words.map((word) => word.raw).join(' ')
}

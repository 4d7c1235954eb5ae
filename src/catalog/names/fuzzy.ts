import { typoDistance } from './normalize.ts'

/** Finds the names within a number of slips of a word without comparing it with every name letter by letter. */
export interface FuzzyIndex {
  /** The names at most `reach` slips from a word (itself among them), in no order. */
  search(word: string, maxDistance: number): readonly { readonly name: string; readonly count: number }[]
}

/**
 * The names of one length, and which letters each has: four numbers a name, one bit a letter, for the letters that it has
 * once at least, twice, three times, and more often. A flat array, because every guess goes through all of it.
 */
interface Group {
  readonly names: readonly string[]
  readonly letters: Int32Array
}

const NUMBERS_A_NAME = 4

/**
 * Only names of about the same length and the same letters can be near; those alone are compared. `measure` counts the slips
 * between two words, each of which changes one letter, adds or takes one, or swaps two.
 */
export function createFuzzyIndex(names: Iterable<string>, measure = typoDistance): FuzzyIndex {
  const groups = new Map([...namesByLength(names)].map(([length, group]) => [length, groupOf(group)]))
  const wanted = new Int32Array(NUMBERS_A_NAME)
  return {
    search(word, reach) {
      writeLetters(word, wanted, 0)
      const near: { name: string; count: number }[] = []
      for (let length = Math.max(1, word.length - reach); length <= word.length + reach; length += 1) {
        const group = groups.get(length)
        if (!group) continue
        for (const [at, name] of group.names.entries()) {
          if (!isPossible(wanted, group.letters, at * NUMBERS_A_NAME, reach)) continue
          const count = measure(word, name)
          if (count <= reach) near.push({ name, count })
        }
      }
      return near
    },
  }
}

function namesByLength(names: Iterable<string>): Map<number, string[]> {
  const byLength = new Map<number, string[]>()
  for (const name of names) {
    const group = byLength.get(name.length)
    if (group) group.push(name)
    else byLength.set(name.length, [name])
  }
  return byLength
}

function groupOf(names: readonly string[]): Group {
  const letters = new Int32Array(names.length * NUMBERS_A_NAME)
  for (const [at, name] of names.entries()) writeLetters(name, letters, at * NUMBERS_A_NAME)
  return { names, letters }
}

/** Writes which letters a word has into four numbers from a place on. */
function writeLetters(word: string, letters: Int32Array, from: number): void {
  let once = 0
  let twice = 0
  let thrice = 0
  let more = 0
  for (let at = 0; at < word.length; at += 1) {
    const letter = 1 << (word.charCodeAt(at) & 31)
    if ((once & letter) === 0) once |= letter
    else if ((twice & letter) === 0) twice |= letter
    else if ((thrice & letter) === 0) thrice |= letter
    else more |= letter
  }
  letters[from] = once
  letters[from + 1] = twice
  letters[from + 2] = thrice
  letters[from + 3] = more
}

/**
 * False if the word or the name lacks more letters of the other than `reach`, as far as the bits tell: one slip changes at
 * most one bit each way.
 */
function isPossible(word: Int32Array, letters: Int32Array, from: number, reach: number): boolean {
  let lacking = 0
  let extra = 0
  for (let nth = 0; nth < NUMBERS_A_NAME; nth += 1) {
    const ours = word[nth] ?? 0
    const theirs = letters[from + nth] ?? 0
    lacking += countBits(ours & ~theirs)
    extra += countBits(theirs & ~ours)
    if (lacking > reach || extra > reach) return false
  }
  return true
}

/** How many bits are set in 32 (Hacker's Delight, 5-1). */
export function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

import { typoDistance } from './normalize.ts'

/** Finds names similar to a word without computing the distance to each of them. */
export interface FuzzyIndex {
  /** The names at most `maxDistance` from a word (the word itself included), in no particular order. */
  search(word: string, maxDistance: number): readonly { readonly name: string; readonly distance: number }[]
}

/**
 * The names of one length with a bit mask of their letters: four numbers per name for the letters that occur at least once,
 * twice, three times and four times. A flat array, because every search scans all of it.
 */
interface LengthGroup {
  readonly names: readonly string[]
  readonly letters: Int32Array
}

const MASKS_PER_NAME = 4

/**
 * Only names of similar length and letters are compared in full. One unit of `distanceOf` must replace, add or remove one
 * letter, or swap two.
 */
export function createFuzzyIndex(names: Iterable<string>, distanceOf = typoDistance): FuzzyIndex {
  const groups = new Map([...namesByLength(names)].map(([length, group]) => [length, lengthGroup(group)]))
  const wordLetters = new Int32Array(MASKS_PER_NAME)
  return {
    search(word, maxDistance) {
      writeLetters(word, wordLetters, 0)
      const matches: { name: string; distance: number }[] = []
      for (let length = Math.max(1, word.length - maxDistance); length <= word.length + maxDistance; length += 1) {
        const group = groups.get(length)
        if (!group) continue
        // By index: an iterator of entries makes a search a third slower.
        for (let at = 0; at < group.names.length; at += 1) {
          if (!isPossible(wordLetters, group.letters, at * MASKS_PER_NAME, maxDistance)) continue
          const name = group.names[at] ?? ''
          const distance = distanceOf(word, name)
          if (distance <= maxDistance) matches.push({ name, distance })
        }
      }
      return matches
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

function lengthGroup(names: readonly string[]): LengthGroup {
  const letters = new Int32Array(names.length * MASKS_PER_NAME)
  for (const [at, name] of names.entries()) writeLetters(name, letters, at * MASKS_PER_NAME)
  return { names, letters }
}

/** Writes the four letter masks of a word at an offset. */
function writeLetters(word: string, letters: Int32Array, offset: number): void {
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
  letters[offset] = once
  letters[offset + 1] = twice
  letters[offset + 2] = thrice
  letters[offset + 3] = more
}

/**
 * False if either word lacks more than `maxDistance` letters of the other, as far as the masks show: one unit of distance
 * changes at most one bit in each direction.
 */
function isPossible(word: Int32Array, letters: Int32Array, offset: number, maxDistance: number): boolean {
  let missing = 0
  let extra = 0
  for (let nth = 0; nth < MASKS_PER_NAME; nth += 1) {
    const ours = word[nth] ?? 0
    const theirs = letters[offset + nth] ?? 0
    missing += countBits(ours & ~theirs)
    extra += countBits(theirs & ~ours)
    if (missing > maxDistance || extra > maxDistance) return false
  }
  return true
}

/** The number of bits set in 32 (Hacker's Delight, 5-1). */
export function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

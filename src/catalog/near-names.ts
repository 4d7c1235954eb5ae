import { slips } from './names.ts'

/** Finds the names within a number of slips of a word without comparing it with every name letter by letter. */
export interface NearNames {
  /** The names at most `reach` slips from a word (itself among them), in no order. */
  within(word: string, reach: number): readonly { readonly name: string; readonly count: number }[]
}

interface Entry {
  readonly name: string
  readonly letters: Letters
}

/** Which letters a word has, a bit each: once at least, twice, and so on. The last takes all further ones. */
type Letters = readonly [number, number, number, number]

/**
 * Only names of about the same length and the same letters can be near; those alone are compared. `measure` counts the slips
 * between two words, each of which changes one letter, adds or takes one, or swaps two.
 */
export function nearNames(names: Iterable<string>, measure = slips): NearNames {
  const byLength = new Map<number, Entry[]>()
  for (const name of names) {
    const entry = { name, letters: lettersIn(name) }
    const group = byLength.get(name.length)
    if (group) group.push(entry)
    else byLength.set(name.length, [entry])
  }
  return {
    within(word, reach) {
      const letters = lettersIn(word)
      const near: { name: string; count: number }[] = []
      for (let length = Math.max(1, word.length - reach); length <= word.length + reach; length += 1) {
        for (const entry of byLength.get(length) ?? []) {
          if (missing(letters, entry.letters) > reach || missing(entry.letters, letters) > reach) continue
          const count = measure(word, entry.name)
          if (count <= reach) near.push({ name: entry.name, count })
        }
      }
      return near
    },
  }
}

function lettersIn(word: string): Letters {
  const letters: [number, number, number, number] = [0, 0, 0, 0]
  for (let at = 0; at < word.length; at += 1) {
    const letter = 1 << (word.charCodeAt(at) & 31)
    if ((letters[0] & letter) === 0) letters[0] |= letter
    else if ((letters[1] & letter) === 0) letters[1] |= letter
    else if ((letters[2] & letter) === 0) letters[2] |= letter
    else letters[3] |= letter
  }
  return letters
}

/** How many letters of a word another one lacks, as far as their bits tell; one slip changes at most one bit each way. */
function missing(word: Letters, other: Letters): number {
  return (
    bitsIn(word[0] & ~other[0]) +
    bitsIn(word[1] & ~other[1]) +
    bitsIn(word[2] & ~other[2]) +
    bitsIn(word[3] & ~other[3])
  )
}

/** How many bits are set in 32 (Hacker's Delight, 5-1). */
export function bitsIn(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

import { slips } from './names.ts'

/** Finds the names within a number of slips of a word without comparing it with every name letter by letter. */
export interface NearNames {
  /** The names at most `reach` slips from a word (itself among them), in no order. */
  within(word: string, reach: number): readonly { readonly name: string; readonly count: number }[]
}

interface Entry {
  readonly name: string
  readonly letters: number
}

/** Only names of about the same length and the same letters can be near; those alone are compared. */
export function nearNames(names: Iterable<string>): NearNames {
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
          if (bitsIn(letters & ~entry.letters) > reach || bitsIn(entry.letters & ~letters) > reach) continue
          const count = slips(word, entry.name)
          if (count <= reach) near.push({ name: entry.name, count })
        }
      }
      return near
    },
  }
}

/** Which letters a word has, a bit each; one slip changes at most one bit each way. */
function lettersIn(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** How many bits are set in 32. */
function bitsIn(word: number): number {
  let count = 0
  for (let left = word; left !== 0; left &= left - 1) count += 1
  return count
}

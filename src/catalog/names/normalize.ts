import { distance } from 'fastest-levenshtein'

/**
 * A name as it is compared: lower case, no accents, words of letters and digits (and + and #, which tell C from
 * C++ and C#) with one blank between. A soft hyphen, which shows only where a line breaks, is no part of a word. "GitHub Actions / GitLab CI" and "github-actions-gitlab-ci" become the same.
 */
export function normalize(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}

/**
 * How many slips of a finger lie between two words: letters added, left out, replaced, or two neighbours swapped
 * (a swap counts as one, which plain edit distance counts as two).
 */
export function typoDistance(typed: string, name: string): number {
  const edits = distance(typed, name)
  return edits === 2 && isSwap(typed, name) ? 1 : edits
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/**
 * How many slips still count as the same name, by the length of what was typed. Short words get none or one, and then only
 * one that leaves all letters in place, since a replaced letter makes another word there: "rust" is not "rest", "touch" not
 * "torch".
 */
export function maxTypos(length: number): number {
  if (length < 4) return 0
  if (length < 8) return 1
  return length < 14 ? 2 : 3
}

/** Below this length a replaced letter makes another word. */
const LETTERS_TO_REPLACE_ONE = 6

/** Shorter names are too near to too many words. */
const SHORTEST_MISSPELT = 4

/** Whether a typed word is a misspelling of a name, and by how many slips; undefined where it is not. */
export function countTypos(typed: string, name: string): number | undefined {
  const allowed = maxTypos(typed.length)
  if (name.length < SHORTEST_MISSPELT || Math.abs(typed.length - name.length) > allowed) return undefined
  const count = typoDistance(typed, name)
  if (count === 0 || count > allowed) return undefined
  if (typed.length < LETTERS_TO_REPLACE_ONE && typed.length === name.length && !isSwap(typed, name)) return undefined
  return count
}

/** Names are shorter; comparing more letters would only cost time. */
const MOST_COMPARED = 100

/** Up to three of the names nearest to a word, best first; none where nothing is near enough to be meant. */
export function closestNames(word: string, names: Iterable<string>, limit = 3): string[] {
  const typed = normalize(word.slice(0, MOST_COMPARED))
  const near: { name: string; count: number }[] = []
  for (const name of names) {
    const key = normalize(name)
    const count = typoDistance(typed, key)
    if (count <= Math.max(1, Math.floor(Math.max(typed.length, key.length) / 3))) near.push({ name, count })
  }
  return near
    .toSorted((a, b) => a.count - b.count)
    .slice(0, limit)
    .map((entry) => entry.name)
}

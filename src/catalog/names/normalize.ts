import { distance } from 'fastest-levenshtein'

/**
 * Normalizes a name for comparison: lower case, without accents and soft hyphens, words of letters and digits (and + and #, to
 * tell C from C++ and C#) separated by one blank. "GitHub Actions / GitLab CI" and "github-actions-gitlab-ci" become equal.
 */
export function normalize(text: string): string {
  if (ASCII.test(text)) return asciiWords(text)
  const letters = text.normalize('NFKD').replace(ACCENTS, '')
  if (ASCII.test(letters)) return asciiWords(letters)
  return letters
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}

// Nearly all texts are ASCII but for accents, and patterns without properties of characters are several times as fast.

const ASCII = /^\p{ASCII}*$/u

/** The accents of Latin letters, and the soft hyphen. */
const ACCENTS = /[\u0300-\u036f\u00ad]+/gu

function asciiWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9+#]+/gu, ' ')
    .trim()
}

/** The words of a text as `normalize` writes them; one empty word if it has none. Much faster than splitting for long texts. */
export function normalizedWords(text: string): readonly string[] {
  const letters = ASCII.test(text) ? text : text.replace(FOLDED_RANGE, (sign) => FOLDED.get(sign) ?? sign)
  if (!ASCII.test(letters)) return normalize(text).split(' ')
  const lower = letters.toLowerCase()
  const words: string[] = []
  let start = -1
  for (let at = 0; at < lower.length; at += 1) {
    const isWord = isWordCode(lower.charCodeAt(at))
    if (isWord && start < 0) start = at
    else if (!isWord && start >= 0) {
      words.push(lower.slice(start, at))
      start = -1
    }
  }
  if (start >= 0) words.push(lower.slice(start))
  return words.length > 0 ? words : ['']
}

// Latin letters with an accent and the usual punctuation, each as what `normalize` makes of it: looked up, they cost a quarter of a
// normalization of the whole text.

const FOLDED_RANGE = /[\u0080-\u024f\u2010-\u2027]/gu

/** By sign, its letter or digit, or a blank if it separates words. Signs that are several letters, or none, are not there. */
const FOLDED: ReadonlyMap<string, string> = new Map(
  [...signs(0x80, 0x24f), ...signs(0x2010, 0x2027)].flatMap((sign): (readonly [string, string])[] => {
    const between = normalize(`a${sign}a`).slice(1, -1)
    return /^[a-z0-9+# ]$/u.test(between) ? [[sign, between]] : []
  }),
)

function signs(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index))
}

/** Whether a lower-case ASCII sign is a letter, a digit, + or #. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 43 || code === 35
}

/** Edit distance between two words in which a single swap of two neighboring letters counts as one edit instead of two. */
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

/** The most typos accepted in a typed word of this length. See `countTypos` for what else must hold in short words. */
export function maxTypos(length: number): number {
  if (length < 4) return 0
  if (length < 8) return 1
  return length < 14 ? 2 : 3
}

/** In shorter words a replaced letter makes another word: "rust" is not "rest", "touch" not "torch". */
const MIN_REPLACEMENT_LENGTH = 6

/** Shorter names are similar to too many words. */
const MIN_NAME_LENGTH = 4

/** The number of typos if a typed word is a misspelled name; undefined if it is not, or is the name itself. */
export function countTypos(typed: string, name: string): number | undefined {
  const allowed = maxTypos(typed.length)
  if (name.length < MIN_NAME_LENGTH || Math.abs(typed.length - name.length) > allowed) return undefined
  const count = typoDistance(typed, name)
  if (count === 0 || count > allowed) return undefined
  // With another beginning as well it is another word: "localidad" is not "calidad".
  if (count > 1 && typed[0] !== name[0] && typed[0] !== name[1] && typed[1] !== name[0]) return undefined
  if (typed.length < MIN_REPLACEMENT_LENGTH && typed.length === name.length && !isSwap(typed, name)) return undefined
  return count
}

/** Letters of a typed word that are compared; no name is longer. */
const MAX_COMPARED_LENGTH = 100

/** The names most similar to a word, best first; empty if none is similar enough. */
export function closestNames(word: string, names: Iterable<string>, limit = 3): string[] {
  const typed = normalize(word.slice(0, MAX_COMPARED_LENGTH))
  const similar: { name: string; distance: number }[] = []
  for (const name of names) {
    const key = normalize(name)
    const distance = typoDistance(typed, key)
    if (distance <= Math.max(1, Math.floor(Math.max(typed.length, key.length) / 3))) similar.push({ name, distance })
  }
  return similar
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map((entry) => entry.name)
}

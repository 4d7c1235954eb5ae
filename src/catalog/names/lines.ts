import type { Catalog, Level, Role, Steps } from '../model.ts'
import { normalizedWords } from './normalize.ts'

/** One item of a level's focus or stack: "Mentoring", "Triton Inference Server". */
export interface LevelLine {
  readonly kind: 'stack' | 'focus'
  readonly role: Role
  readonly level: Level
  /** The language that it is written in. */
  readonly locale: string
  readonly text: string
  /** Its normalized words. */
  readonly words: ReadonlySet<string>
}

/** Finds items of the focus and of the stack of levels by their words. */
export interface LineIndex {
  /** The items that have all of some normalized words, in any form ("mentors" for "mentoring"). */
  find(words: readonly string[]): readonly LevelLine[]
}

/** Words with as many first letters in common are forms of one word, if they go on for a few letters at most. */
const MIN_STEM = 5
const MAX_ENDING = 3
/** The same for words with more letters in common: "publish" and "publications". */
const MIN_LONG_STEM = 6
const MAX_LONG_ENDING = 6

const NONE: ReadonlySet<LevelLine> = new Set()

/** The items that have a word, by the word and by its first letters. */
type LinesByStart = Map<string, Map<string, LevelLine[]>>

export function* buildLines({ roles }: Catalog): Steps<LineIndex> {
  const byStart: LinesByStart = new Map()
  for (const role of roles.values()) {
    for (const level of role.levels) {
      for (const [kind, separator] of [['stack', /[,()]/u] as const, ['focus', /[.,()]\s/u] as const]) {
        for (const [locale, text] of Object.entries(level[kind] ?? {})) {
          for (const item of text.split(separator)) {
            // "On-call (nights) of the models" is cut after its parenthesis.
            const isCut = item.includes('(') && !item.includes(')')
            const written = `${item.trim()}${isCut ? ')' : ''}`
            const line = { kind, role, level, locale, text: written, words: new Set(normalizedWords(item)) }
            for (const word of line.words) put(byStart, word, line)
          }
        }
      }
    }
    yield
  }
  const linesOf = (word: string): ReadonlySet<LevelLine> => {
    const lines = new Set<LevelLine>()
    for (const [written, all] of byStart.get(word.slice(0, MIN_STEM)) ?? []) {
      if (isFormOf(word, written)) for (const line of all) lines.add(line)
    }
    return lines
  }
  return {
    find(words) {
      const [first = NONE, ...others] = words.map(linesOf)
      return [...first].filter((line) => others.every((lines) => lines.has(line)))
    },
  }
}

/** Whether two normalized words are forms of one word. */
export function isFormOf(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const ending = Math.max(a.length, b.length) - same
  return (same >= MIN_STEM && ending <= MAX_ENDING) || (same >= MIN_LONG_STEM && ending <= MAX_LONG_ENDING)
}

function put(byStart: LinesByStart, word: string, line: LevelLine): void {
  const start = word.slice(0, MIN_STEM)
  let words = byStart.get(start)
  if (!words) {
    words = new Map()
    byStart.set(start, words)
  }
  const lines = words.get(word)
  if (lines) lines.push(line)
  else words.set(word, [line])
}

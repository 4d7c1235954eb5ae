import { type CatalogIndex, isFormOf, type Level, type LevelLine, normalize, type Role } from '../../catalog/index.ts'
import type { Reading } from './reading.ts'

// What the words of a question have in the texts of the ladder.

/** The items that have the most words of a text: of those as good, the stack for what may be a tool, and else the focus. */
export function bestLines({
  lines,
  words,
  content,
  isOrdinary,
}: Pick<Reading, 'lines' | 'words' | 'content' | 'isOrdinary'>): readonly LevelLine[] {
  const countOf = ({ words: all }: LevelLine): number =>
    words.filter((word) => [...all].some((each) => isFormOf(word, each))).length
  const counted = lines.map((line) => ({ line, count: countOf(line) }))
  const most = Math.max(...counted.map(({ count }) => count))
  const best = counted.filter(({ count }) => count === most).map(({ line }) => line)
  const isTool = (raw: string): boolean => !isOrdinary(raw) && lines.some((line) => line.words.has(normalize(raw)))
  const kind = content.some(isTool) ? 'stack' : 'focus'
  const preferred = best.filter((line) => line.kind === kind)
  return preferred.length > 0 ? preferred : best
}

/** Whether an item of a focus or stack has all of some words, as typed. */
export function hasAll({ words }: LevelLine, typed: readonly string[]): boolean {
  return typed
    .flatMap((raw) => normalize(raw).split(' '))
    .every((word) => [...words].some((each) => isFormOf(word, each)))
}

/** Whether stack lines of some roles name all of some words, as typed; of any role, if none is given. */
export function areInStack(catalogIndex: CatalogIndex, typed: readonly string[], roles: readonly Role[]): boolean {
  const words = typed.flatMap((raw) => normalize(raw).split(' '))
  if (words.length === 0 || !words.every((word) => catalogIndex.isInStack(word))) return false
  const isIn = (role: Role, word: string): boolean => role.levels.some((level) => stackWords(level).has(word))
  return roles.length === 0 || roles.some((role) => words.every((word) => isIn(role, word)))
}

/** The words of a level's stack. */
export function stackWords({ stack }: Level): ReadonlySet<string> {
  return new Set(Object.values(stack ?? {}).flatMap((line) => normalize(line).split(' ')))
}

/** Whether a word, or its singular, is in the catalog's texts. */
export function isIn({ search }: CatalogIndex, word: string): boolean {
  return search.has(word) || (word.length > 4 && word.endsWith('s') && search.has(word.slice(0, -1)))
}

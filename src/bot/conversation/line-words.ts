import {
  type CatalogIndex,
  isFormOf,
  type Level,
  type LevelLine,
  type NamedEntity,
  normalize,
  type Role,
} from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
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

/** Pairs of letters that items of a focus or stack have, as typed: "A/B". */
export function pairsOfLetters(text: string, { lines }: CatalogIndex): readonly string[] {
  const pairs = text.match(/(?<![\p{L}\p{N}])\p{L}\/\p{L}(?![\p{L}\p{N}])/gu) ?? []
  return pairs.filter((pair) => lines.find(normalize(pair).split(' ')).length > 0)
}

/**
 * The items that have the word for the only skill that is named, if it is another word for it and no part of its own name; of the roles
 * and levels that are named, if any are.
 */
export function linesOfAlias(named: readonly NamedPart[], { lines }: CatalogIndex): readonly LevelLine[] {
  const skills = named.filter(({ meanings }) => !meanings.every(({ kind }) => kind === 'role' || kind === 'level'))
  const [only, ...others] = skills
  const [meaning, ...more] = only?.meanings ?? []
  if (only?.match !== 'exact' || others.length + more.length > 0 || meaning?.kind !== 'skill') return []
  const keys = normalize(only.text).split(' ')
  const own = new Set(normalize(meaning.skill.name).split(' '))
  return keys.every((key) => own.has(key)) ? [] : lines.find(keys).filter(isOfNames(named))
}

/** The items of focus and stack that have the other words of a text, with those of domains and of names that are only similar. */
export function linesOf(
  content: readonly string[],
  named: readonly NamedPart[],
  { lines }: CatalogIndex,
): readonly LevelLine[] {
  const others = named.filter(({ meanings }) => !meanings.every(({ kind }) => kind === 'level' || kind === 'role'))
  const areDomains = others.every(({ meanings }) => meanings.every(({ kind }) => kind === 'domain'))
  if (!areDomains || content.length === 0) return []
  return lines
    .find([...content, ...others.map(({ text }) => text)].flatMap((raw) => normalize(raw).split(' ')))
    .filter(isOfNames(named))
}

/** Whether an item is of a role and a level that are named, or none is. */
function isOfNames(named: readonly NamedPart[]): (line: LevelLine) => boolean {
  const only = (kind: NamedEntity['kind']): readonly NamedEntity[] =>
    named.flatMap(({ meanings }) => (meanings.every((each) => each.kind === kind) ? meanings : []))
  const roles = new Set(only('role').flatMap((one) => (one.kind === 'role' ? [one.role] : [])))
  const levels = new Set(only('level').flatMap((one) => (one.kind === 'level' ? [one.slug] : [])))
  return ({ role, level }) => (roles.size === 0 || roles.has(role)) && (levels.size === 0 || levels.has(level.slug))
}

import { type CatalogIndex, countTypos, normalize, type ParsedPart } from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Vocabulary } from '../input.ts'
import { namesOf } from './spelling.ts'

// Names that only the words beside them tell: a misspelled level, the number of one, the first word of a role.

/** The level that a part is a misspelled name of: "principle". */
export function nearLevel({ text }: ParsedPart, catalogIndex: CatalogIndex): NamedPart | undefined {
  const key = normalize(text)
  const meanings = key.length < MIN_LEVEL || key.includes(' ') ? [] : catalogIndex.complete(key, 'level')
  const isNear = meanings.some((level) => namesOf(level).some((name) => countTypos(key, normalize(name)) !== undefined))
  return isNear ? { text, match: 'typo', meanings } : undefined
}

/** The only role whose name begins with a word beside a level: "senior data", "mid in data". */
export function nearRole(
  { text }: ParsedPart,
  [before, after]: readonly [readonly string[], readonly string[]],
  { catalog }: CatalogIndex,
  { levelWords, vocabulary }: { readonly levelWords: ReadonlySet<string>; readonly vocabulary: Vocabulary },
): NamedPart | undefined {
  const key = normalize(text)
  if (key.includes(' ') || (key.length < MIN_ROLE && text !== text.toUpperCase())) return undefined
  const isLead = (word: string): boolean => vocabulary.words('prepositions').has(word)
  const last = before.findLast((word) => !isLead(word)) ?? ''
  if (!levelWords.has(last) && !levelWords.has(after[0] ?? '')) return undefined
  const roles = [...catalog.roles.values()].filter(({ name }) => normalize(name).startsWith(`${key} `))
  const [only] = roles
  return roles.length === 1 && only ? { text, match: 'prefix', meanings: [{ kind: 'role', role: only }] } : undefined
}

/** Shorter words begin too many names, unless they are capitals. */
const MIN_ROLE = 3

/** The level that a bare number after a role means: "backend 3" where the role has a "Level 3". */
export function numberedLevel({ text }: ParsedPart, before: ParsedPart | undefined): NamedPart | undefined {
  const [only, ...others] = before?.meanings ?? []
  if (!/^\d+$/u.test(text) || only?.kind !== 'role' || others.length > 0) return undefined
  const levels = only.role.levels.filter(({ name }) => /\d+$/u.exec(name)?.[0] === text)
  const meanings = levels.map(({ slug, name }) => ({ kind: 'level', slug, name }) as const)
  return meanings.length === 1 ? { text, match: 'exact', meanings } : undefined
}

/** Shorter words are near too many. */
const MIN_LEVEL = 5

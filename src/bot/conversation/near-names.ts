import {
  type Catalog,
  type CatalogIndex,
  countTypos,
  normalize,
  type ParsedPart,
  type Role,
} from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Vocabulary } from '../input.ts'
import type { LocatedPart } from './clauses.ts'
import { namesOf } from './spelling.ts'
import type { Understanding } from './understand.ts'

// Names that only the words beside them tell: a misspelled level, the number of one, the first word of a role.

/** The level that a part is a misspelled name of: "principle". */
export function nearLevel({ text }: ParsedPart, catalogIndex: CatalogIndex): NamedPart | undefined {
  const key = normalize(text)
  const meanings = key.length < MIN_LEVEL || key.includes(' ') ? [] : catalogIndex.complete(key, 'level')
  const isNear = meanings.some((level) => namesOf(level).some((name) => countTypos(key, normalize(name)) !== undefined))
  return isNear ? { text, match: 'typo', meanings } : undefined
}

/**
 * The only role that words beside a level stand for: "senior data", "mid in data", "junior de IA", "lead de machine learning". They are
 * what its names have and the names of all roles do not share.
 */
export function nearRole(
  { text, match, meanings }: ParsedPart,
  [before, after]: readonly [readonly string[], readonly string[]],
  { catalog }: CatalogIndex,
  { levelWords, vocabulary }: { readonly levelWords: ReadonlySet<string>; readonly vocabulary: Vocabulary },
): NamedPart | undefined {
  const key = normalize(text)
  const isDomain = match === 'exact' && meanings.every(({ kind }) => kind === 'domain')
  if (!isDomain && key.includes(' ')) return undefined
  const isShort = key.length < MIN_ROLE && text !== text.toUpperCase()
  const isLead = (word: string): boolean => vocabulary.words('prepositions').has(word)
  const last = before.findLast((word) => !isLead(word)) ?? ''
  if (!levelWords.has(last) && (isDomain || !levelWords.has(after[0] ?? ''))) return undefined
  const role = roleCalled(key, catalog, { canBegin: !isDomain && !isShort })
  return role && { text, match: isDomain ? 'exact' : 'prefix', meanings: [{ kind: 'role', role }] }
}

/** The only role whose names are some words, without what the names of all roles share; with `canBegin`, or begin with them. */
function roleCalled(key: string, catalog: Catalog, { canBegin }: { readonly canBegin: boolean }): Role | undefined {
  const roles = [...catalog.roles.values()]
  const shared = sharedWords(roles)
  const own = without(shared, key)
  const fitting = roles.filter(
    ({ name, aliases }) =>
      (canBegin && normalize(name).startsWith(`${key} `)) ||
      [name, ...aliases].some((each) => without(shared, normalize(each)) === own),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

/**
 * The role that a domain stands for beside a skill that the domain does not have: "do I need Terraform for data engineering". Undefined
 * if there is no such skill or role.
 */
export function roleOfDomain(
  { text, match, meanings }: ParsedPart,
  others: readonly ParsedPart[],
  { catalog }: CatalogIndex,
): NamedPart | undefined {
  const [domain, ...more] = meanings
  if (match !== 'exact' || domain?.kind !== 'domain' || more.length > 0) return undefined
  const skills = others.flatMap((part) =>
    // What only begins a name may be none.
    part.match === 'prefix' ? [] : part.meanings.flatMap((one) => (one.kind === 'skill' ? [one.skill] : [])),
  )
  if (skills.length === 0 || skills.some((skill) => skill.domain === domain.domain)) return undefined
  const role = roleCalled(normalize(text), catalog, { canBegin: false })
  return role && { text, match, meanings: [{ kind: 'role', role }] }
}

/**
 * The role that a part stands for that is joined to another role, with which it shares a word: "AI and ML engineer", "un ingeniero de IA
 * con uno de datos". Undefined if words between them join nothing.
 */
export function roleJoined(
  { part, from, to }: LocatedPart,
  [before, after]: readonly [LocatedPart | undefined, LocatedPart | undefined],
  words: readonly string[],
  { catalogIndex: { catalog }, vocabulary }: Understanding,
): NamedPart | undefined {
  const { text, match, meanings } = part
  if (match === 'exact' && !meanings.every(({ kind }) => kind === 'domain')) return undefined
  const joins = vocabulary.words('conjunctions')
  const areJoined = (between: readonly string[]): boolean =>
    between.some((word) => joins.has(word)) &&
    between.every((word) => joins.has(word) || vocabulary.words('prepositions').has(word))
  const isRole = (other: LocatedPart | undefined): other is LocatedPart =>
    other?.part.meanings.length === 1 && other.part.meanings[0]?.kind === 'role'
  const isBeside =
    (isRole(after) && areJoined(words.slice(to, after.from))) ||
    (isRole(before) && areJoined(words.slice(before.to, from)))
  const role = isBeside ? roleCalled(normalize(text), catalog, { canBegin: false }) : undefined
  return role && { text, match: 'exact', meanings: [{ kind: 'role', role }] }
}

/** The words that names of most roles have: "engineer". */
function sharedWords(roles: readonly Role[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { name, aliases } of roles) {
    const words = new Set([name, ...aliases].flatMap((each) => normalize(each).split(' ')))
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => roles.length > 1 && count > roles.length / 2).map(([word]) => word)
}

/** A name without words that are, or begin with, some others: "data engineering" is "data". */
function without(words: readonly string[], name: string): string {
  return name
    .split(' ')
    .filter((word) => !words.some((each) => word === each || (each.length >= MIN_STEM && word.startsWith(each))))
    .join(' ')
}

/** Shorter words begin others by chance. */
const MIN_STEM = 5

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

import { type Catalog, type CatalogIndex, normalize, PROFICIENCIES, type Role } from '../../src/catalog/index.ts'
import { CONNECTIVES } from '../../tests/fixtures/connectives.ts'
import type { SeededRandom } from '../../tests/seeded-random.ts'

/** A catalog with its index. */
export interface IndexedCatalog {
  readonly catalogIndex: CatalogIndex
  readonly catalog: Catalog
}

/** Questions of the same shape for two catalogs: as many words of about the same length. */
export interface Paired<T> {
  readonly small: readonly T[]
  readonly big: readonly T[]
}

/** A question about a role and level, and one about a skill of the role too. */
export interface RoleQuestion {
  readonly level: string
  readonly cell: string
  /** The heading of the cell's answer. */
  readonly heading: string
}

/** An entity with all its names. */
interface NamedEntry {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * Questions about roles and levels by any of their unambiguous names. The roles of the big catalog have as many levels as the
 * small one's, so that answers about one cell have the same size. Also returns questions for the big catalog with an ambiguous
 * name.
 */
export function roleQuestions(
  small: IndexedCatalog,
  big: IndexedCatalog,
  count: number,
  random: SeededRandom,
): Paired<RoleQuestion> & { readonly ambiguous: readonly RoleQuestion[] } {
  const smallRoles = [...small.catalog.roles.values()]
  const bigRoles = [...big.catalog.roles.values()]
  const paired = { small: [] as RoleQuestion[], big: [] as RoleQuestion[], ambiguous: [] as RoleQuestion[] }
  while (paired.small.length < count) {
    const role = random.pick(smallRoles)
    const levelAt = random.below(role.levels.length)
    const skill = random.pick([...role.rows.values()]).skill
    const typed = [role, role.levels[levelAt]!, skill].map((named) => random.pick(namesOf(named)))
    const [roleName = '', levelName = '', skillName = ''] = typed
    const alike = random.sample(bigRoles, 60).filter((entry) => entry.levels.length === role.levels.length)
    const twinRole = nearestOf(alike, roleName)
    if (!twinRole) continue
    const rows = random.sample([...twinRole.entry.rows.values()], 60)
    const twinLevel = nearestOf([twinRole.entry.levels[levelAt]!], levelName)
    const twinSkill = nearestOf(
      rows.map((row) => row.skill),
      skillName,
    )
    if (!twinLevel || !twinSkill) continue
    const smallQuestion = question(typed, role, levelAt, skill.name)
    const twinTyped = [twinRole.name, twinLevel.name, twinSkill.name]
    const twin = question(twinTyped, twinRole.entry, levelAt, twinSkill.entry.name)
    if (!isAsLong(smallQuestion.level, twin.level) || !isAsLong(smallQuestion.cell, twin.cell)) continue
    if (!isPlain(small, smallQuestion.cell)) continue
    if (!isPlain(big, twin.cell)) {
      paired.ambiguous.push(twin)
      continue
    }
    paired.small.push(smallQuestion)
    paired.big.push(twin)
  }
  return paired
}

/** The entry with the name closest in shape to another name, and that name. */
function nearestOf<T extends NamedEntry>(
  entries: readonly T[],
  name: string,
): { readonly entry: T; readonly name: string } | undefined {
  return nearest(
    name,
    entries.flatMap((entry) => namesOf(entry).map((other) => ({ entry, name: other }))),
  )
}

/** Whether every word is part of a name and every name is unambiguous. */
function isPlain({ catalogIndex }: IndexedCatalog, text: string): boolean {
  return catalogIndex.parse(text, CONNECTIVES).every((part) => part.match === 'exact' && part.meanings.length === 1)
}

function isAsLong(text: string, other: string): boolean {
  return Math.abs(text.length - other.length) <= 1
}

function question(typed: readonly string[], role: Role, levelAt: number, skill: string): RoleQuestion {
  return {
    level: typed.slice(0, 2).join(' '),
    cell: typed.join(' '),
    heading: `${skill} · ${role.name} · ${role.levels[levelAt]!.name}`,
  }
}

/** Exact names of roles, domains and skills. */
export function exactNames(
  small: IndexedCatalog,
  big: IndexedCatalog,
  count: number,
  random: SeededRandom,
): Paired<string> {
  return pairNames(small, big, count, random, (name) => name, 'exact')
}

/** Unfinished names. */
export function unfinishedNames(
  small: IndexedCatalog,
  big: IndexedCatalog,
  count: number,
  random: SeededRandom,
): Paired<string> {
  const cut = (name: string): string => name.slice(0, Math.max(4, Math.ceil(name.length * 0.6))).trim()
  return pairNames(small, big, count, random, cut, 'prefix')
}

/** Names with a typo. */
export function misspelledNames(
  small: IndexedCatalog,
  big: IndexedCatalog,
  count: number,
  random: SeededRandom,
): Paired<string> {
  return pairNames(small, big, count, random, (name) => withTypo(name, random), 'typo')
}

function pairNames(
  small: IndexedCatalog,
  big: IndexedCatalog,
  count: number,
  random: SeededRandom,
  typing: (name: string) => string,
  match: 'exact' | 'prefix' | 'typo',
): Paired<string> {
  const [smallNames, bigNames] = [allNames(small.catalog), allNames(big.catalog)]
  const reads = ({ catalogIndex }: IndexedCatalog, text: string): boolean => {
    const parts = catalogIndex.parse(text, CONNECTIVES)
    return parts.length === 1 && parts[0]?.match === match
  }
  const paired: { small: string[]; big: string[] } = { small: [], big: [] }
  while (paired.small.length < count) {
    const name = random.pick(smallNames)
    const other = nearest(name, sample(bigNames, 40, random))
    if (!other || name.length < 6) continue
    const typed = { small: typing(name), big: typing(other.name) }
    if (!reads(small, typed.small) || !reads(big, typed.big)) continue
    paired.small.push(typed.small)
    paired.big.push(typed.big)
  }
  return paired
}

/** Random names, possibly with duplicates, which is fast for long lists. */
function sample(names: readonly string[], count: number, random: SeededRandom): readonly { readonly name: string }[] {
  return Array.from({ length: count }, () => ({ name: random.pick(names) }))
}

function allNames({ roles, domains, skills }: Catalog): string[] {
  return [
    ...[...roles.values()].flatMap(namesOf),
    ...[...domains.values()].flatMap(({ slug, name, aliases }) => [slug, ...Object.values(name), ...aliases]),
    ...[...skills.values()].flatMap(namesOf),
  ]
}

function namesOf({ slug, name, aliases }: NamedEntry): string[] {
  return [slug, name, ...aliases]
}

/** The name nearest in length with the same number of words. */
function nearest<T extends { readonly name: string }>(name: string, others: readonly T[]): T | undefined {
  const words = wordCount(name)
  const difference = (other: T): number => Math.abs(other.name.length - name.length)
  let best: T | undefined
  for (const other of others) {
    if ((!best || difference(other) < difference(best)) && wordCount(other.name) === words) best = other
  }
  return best
}

function wordCount(name: string): number {
  return normalize(name).split(' ').length
}

function withTypo(name: string, random: SeededRandom): string {
  const at = 1 + random.below(name.length - 2)
  const letter = String.fromCharCode(97 + random.below(26))
  switch (random.below(4)) {
    case 0:
      return name.slice(0, at) + name.slice(at + 1)
    case 1:
      return name.slice(0, at) + letter + name.slice(at)
    case 2:
      return name.slice(0, at) + letter + name.slice(at + 1)
    default:
      return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
  }
}

export interface SearchQuery {
  readonly text: string
  readonly within?: Role
}

/**
 * Typical searches: words of a statement in either language, a name or its start, a word with a typo, a phrase with its stop
 * words; every fifth within a role.
 */
export function searches({ catalog }: IndexedCatalog, count: number, random: SeededRandom): readonly SearchQuery[] {
  const skills = [...catalog.skills.values()]
  const roles = [...catalog.roles.values()]
  return Array.from({ length: count }, (_, at) => {
    const role = random.pick(roles)
    const within = at % 5 === 4
    const skill = within ? random.pick([...role.rows.values()]).skill : random.pick(skills)
    const { en = '', es = en } = skill.statements[random.pick(PROFICIENCIES)] ?? {}
    const text = searchText(at % 10, { en, es, names: [skill.name, ...skill.aliases] }, random)
    return within ? { text, within: role } : { text }
  })
}

function searchText(
  kind: number,
  from: { readonly en: string; readonly es: string; readonly names: readonly string[] },
  random: SeededRandom,
): string {
  const [en, es] = [longWords(from.en), longWords(from.es)]
  switch (kind) {
    case 0:
    case 1:
      return random.sample(en, 2).join(' ')
    case 2:
      return random.sample(en, 3).join(' ')
    case 3:
      return random.sample(es, 2).join(' ')
    case 4:
      return random.pick(es)
    case 5:
      return random.pick(en)
    case 6:
      return from.names[0]!.toLowerCase().slice(0, -2).trim()
    case 7:
      return random.pick(from.names)
    case 8:
      return `${withTypo(random.pick(en), random)} ${random.pick(en)}`
    default: {
      const words = (random.happens(0.5) ? from.en : from.es).split(' ')
      return words.slice(2, 6).join(' ')
    }
  }
}

/** The long words of a text, without duplicates. */
function longWords(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{5,}/gu))]
}

import { type Catalog, type CatalogIndex, normalize, PROFICIENCIES, type Role } from '../../src/catalog/index.ts'
import { CONNECTIVES } from '../../tests/fixtures/connectives.ts'
import type { Random } from './random.ts'

/** A catalogue that questions are asked of. */
export interface Asked {
  readonly catalogIndex: CatalogIndex
  readonly catalog: Catalog
}

/** Questions of the same shape for two catalogues: as many words, of about the same length. */
export interface Paired<T> {
  readonly small: readonly T[]
  readonly big: readonly T[]
}

/** A question about a role and one of its levels, and about one of the role's skills too. */
export interface RoleQuestion {
  readonly level: string
  readonly cell: string
  /** The heading of the cell's answer. */
  readonly heading: string
}

/** Any name a thing answers to, slug and aliases included. */
interface Namable {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * Questions about roles and levels by any of their names that mean one thing only. The roles of the big catalogue are
 * those with as many levels as the small one's, so that answers about one cell are of one size. Apart from them, questions
 * of the big catalogue with a name that means several things.
 */
export function roleQuestions(
  small: Asked,
  big: Asked,
  count: number,
  chance: Random,
): Paired<RoleQuestion> & { readonly ambiguous: readonly RoleQuestion[] } {
  const smallRoles = [...small.catalog.roles.values()]
  const bigRoles = [...big.catalog.roles.values()]
  const paired = { small: [] as RoleQuestion[], big: [] as RoleQuestion[], ambiguous: [] as RoleQuestion[] }
  while (paired.small.length < count) {
    const role = chance.pick(smallRoles)
    const levelAt = chance.below(role.levels.length)
    const skill = chance.pick([...role.rows.values()]).skill
    const typed = [role, role.levels[levelAt]!, skill].map((named) => chance.pick(namesOf(named)))
    const [roleName = '', levelName = '', skillName = ''] = typed
    const alike = chance.some(bigRoles, 60).filter((entry) => entry.levels.length === role.levels.length)
    const twinRole = nearestOf(alike, roleName)
    if (!twinRole) continue
    const rows = chance.some([...twinRole.thing.rows.values()], 60)
    const twinLevel = nearestOf([twinRole.thing.levels[levelAt]!], levelName)
    const twinSkill = nearestOf(
      rows.map((row) => row.skill),
      skillName,
    )
    if (!twinLevel || !twinSkill) continue
    const asked = question(typed, role, levelAt, skill.name)
    const twinTyped = [twinRole.name, twinLevel.name, twinSkill.name]
    const twin = question(twinTyped, twinRole.thing, levelAt, twinSkill.thing.name)
    if (!isAsLong(asked.level, twin.level) || !isAsLong(asked.cell, twin.cell)) continue
    if (!isPlain(small, asked.cell)) continue
    if (!isPlain(big, twin.cell)) {
      paired.ambiguous.push(twin)
      continue
    }
    paired.small.push(asked)
    paired.big.push(twin)
  }
  return paired
}

/** Of some things, the one with the name most like another in shape, and that name. */
function nearestOf<T extends Namable>(
  things: readonly T[],
  name: string,
): { readonly thing: T; readonly name: string } | undefined {
  return nearest(
    name,
    things.flatMap((thing) => namesOf(thing).map((other) => ({ thing, name: other }))),
  )
}

/** Whether every word is part of a name, and every name means one thing. */
function isPlain({ catalogIndex }: Asked, text: string): boolean {
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

/** Names as they stand: of roles, domains and skills. */
export function exactNames(small: Asked, big: Asked, count: number, chance: Random): Paired<string> {
  return pairNames(small, big, count, chance, (name) => name, 'exact')
}

/** Names that were not typed to their end. */
export function unfinishedNames(small: Asked, big: Asked, count: number, chance: Random): Paired<string> {
  const cut = (name: string): string => name.slice(0, Math.max(4, Math.ceil(name.length * 0.6))).trim()
  return pairNames(small, big, count, chance, cut, 'prefix')
}

/** Names with a slip in them. */
export function misspeltNames(small: Asked, big: Asked, count: number, chance: Random): Paired<string> {
  return pairNames(small, big, count, chance, (name) => slip(name, chance), 'typo')
}

function pairNames(
  small: Asked,
  big: Asked,
  count: number,
  chance: Random,
  typing: (name: string) => string,
  match: 'exact' | 'prefix' | 'typo',
): Paired<string> {
  const [smallNames, bigNames] = [allNames(small.catalog), allNames(big.catalog)]
  const reads = ({ catalogIndex }: Asked, text: string): boolean => {
    const parts = catalogIndex.parse(text, CONNECTIVES)
    return parts.length === 1 && parts[0]?.match === match
  }
  const paired: { small: string[]; big: string[] } = { small: [], big: [] }
  while (paired.small.length < count) {
    const name = chance.pick(smallNames)
    const other = nearest(name, sample(bigNames, 40, chance))
    if (!other || name.length < 6) continue
    const typed = { small: typing(name), big: typing(other.name) }
    if (!reads(small, typed.small) || !reads(big, typed.big)) continue
    paired.small.push(typed.small)
    paired.big.push(typed.big)
  }
  return paired
}

/** Some of very many, with no care for one being there twice. */
function sample(names: readonly string[], count: number, chance: Random): readonly { readonly name: string }[] {
  return Array.from({ length: count }, () => ({ name: chance.pick(names) }))
}

function allNames({ roles, domains, skills }: Catalog): string[] {
  return [
    ...[...roles.values()].flatMap(namesOf),
    ...[...domains.values()].flatMap(({ slug, name, aliases }) => [slug, ...Object.values(name), ...aliases]),
    ...[...skills.values()].flatMap(namesOf),
  ]
}

function namesOf({ slug, name, aliases }: Namable): string[] {
  return [slug, name, ...aliases]
}

/** Of some names, the one nearest in length that has as many words. */
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

function slip(name: string, chance: Random): string {
  const at = 1 + chance.below(name.length - 2)
  const letter = String.fromCharCode(97 + chance.below(26))
  switch (chance.below(4)) {
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

export interface Searched {
  readonly text: string
  readonly within?: Role
}

/**
 * What people search for: words of a statement in either language, a name or its beginning, a slip in a word, a phrase
 * with its small words; now and then within a role.
 */
export function searches({ catalog }: Asked, count: number, chance: Random): readonly Searched[] {
  const skills = [...catalog.skills.values()]
  const roles = [...catalog.roles.values()]
  return Array.from({ length: count }, (_, at) => {
    const role = chance.pick(roles)
    const within = at % 5 === 4
    const skill = within ? chance.pick([...role.rows.values()]).skill : chance.pick(skills)
    const { en, es = en } = skill.statements[chance.pick(PROFICIENCIES)]
    const text = searchText(at % 10, { en, es, names: [skill.name, ...skill.aliases] }, chance)
    return within ? { text, within: role } : { text }
  })
}

function searchText(
  kind: number,
  from: { readonly en: string; readonly es: string; readonly names: readonly string[] },
  chance: Random,
): string {
  const [en, es] = [longWords(from.en), longWords(from.es)]
  switch (kind) {
    case 0:
    case 1:
      return chance.some(en, 2).join(' ')
    case 2:
      return chance.some(en, 3).join(' ')
    case 3:
      return chance.some(es, 2).join(' ')
    case 4:
      return chance.pick(es)
    case 5:
      return chance.pick(en)
    case 6:
      return from.names[0]!.toLowerCase().slice(0, -2).trim()
    case 7:
      return chance.pick(from.names)
    case 8:
      return `${slip(chance.pick(en), chance)} ${chance.pick(en)}`
    default: {
      const words = (chance.happens(0.5) ? from.en : from.es).split(' ')
      return words.slice(2, 6).join(' ')
    }
  }
}

/** The words of a text that say something. */
function longWords(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{5,}/gu))]
}

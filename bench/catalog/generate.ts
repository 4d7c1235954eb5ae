import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { normalize, PROFICIENCIES } from '../../src/catalog/index.ts'
import { type SeededRandom, seededRandom } from '../../tests/seeded-random.ts'
import {
  ACTIVITIES,
  DOMAINS,
  type DomainWords,
  ENGLISH_TERMS,
  LADDERS,
  type LevelWords,
  type Pair,
  PRODUCT_KINDS,
  PROFESSIONS,
  type Profession,
  QUALITIES,
  SPANISH_TERMS,
  SPECIALITIES,
  STATEMENTS,
  SYLLABLES,
} from './words.ts'

export interface Size {
  readonly roles: number
  readonly skillsPerRole: number
  readonly skills: number
}

/** Limits of src/catalog/schema.ts; longer texts are generated again or dropped. */
const MAX_LENGTHS = { roleSlug: 32, skillSlug: 40, name: 60, statement: 160 }

const DOMAINS_PER_ROLE = { min: 14, max: 24 }

/** Writes a valid catalog into an empty folder. The same size and seed give the same files. */
export async function writeCatalog(folder: string, size: Size, seed: number): Promise<void> {
  const random = seededRandom(seed)
  const domains = DOMAINS.map((words) => ({ words, slug: slugOf(words.en) }))
  const skills = makeSkills(domains, size.skills, random)
  const roles = makeRoles(domains, skills, size, random)
  await mkdir(join(folder, 'skills'))
  await mkdir(join(folder, 'roles'))
  await writeFile(join(folder, 'domains.yaml'), domainsFile(domains))
  for (const skill of skills) await writeFile(join(folder, 'skills', `${skill.slug}.yaml`), skillFile(skill))
  for (const role of roles) await writeFile(join(folder, 'roles', `${role.slug}.yaml`), roleFile(role))
}

interface DomainEntry {
  readonly slug: string
  readonly words: DomainWords
}

interface SkillEntry {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly domain: DomainEntry
  readonly statements: readonly Pair[]
}

interface RoleEntry {
  readonly slug: string
  readonly name: string
  readonly family: string
  readonly aliases: readonly string[]
  readonly description: Pair
  readonly keyDomains: readonly DomainEntry[]
  readonly levels: readonly (LevelWords & { readonly focus: Pair; readonly stack: string })[]
  readonly groups: readonly { readonly domain: DomainEntry; readonly rows: readonly RowEntry[] }[]
}

interface RowEntry {
  readonly skill: SkillEntry
  readonly cells: readonly string[]
  readonly mandatory: readonly boolean[] | undefined
}

/** The names taken so far within one kind of entry, which must be unique. */
class TakenNames {
  readonly #keys = new Set<string>()

  /** Takes the names and returns the aliases that are still free; undefined if the slug or the name is taken. */
  take(slug: string, name: string, aliases: readonly string[]): string[] | undefined {
    const own = new Set([normalize(slug), normalize(name)])
    if ([...own].some((key) => this.#keys.has(key))) return undefined
    const free = aliases.filter((alias) => {
      const key = normalize(alias)
      if (alias.length > MAX_LENGTHS.name || own.has(key) || this.#keys.has(key)) return false
      own.add(key)
      return true
    })
    for (const key of own) this.#keys.add(key)
    return free
  }
}

function makeSkills(domains: readonly DomainEntry[], count: number, random: SeededRandom): SkillEntry[] {
  const takenNames = new TakenNames()
  const skills: SkillEntry[] = []
  while (skills.length < count) {
    const domain = domains[skills.length % domains.length]!
    const { name, spanish } = skillName(domain.words, random)
    const slug = slugOf(name)
    if (slug.length > MAX_LENGTHS.skillSlug || name.length > MAX_LENGTHS.name) continue
    const own = { en: [1, 2, 3].map(() => englishTerm(random)), es: [1, 2, 3].map(() => spanishTerm(random)) }
    const aliases = takenNames.take(slug, name, skillAliases(name, spanish, own, random))
    if (!aliases) continue
    const statements = PROFICIENCIES.map((step) => statement(STATEMENTS[step], domain.words, own, random))
    skills.push({ slug, name, aliases, domain, statements })
  }
  return skills
}

function skillName(domain: DomainWords, random: SeededRandom): { readonly name: string; readonly spanish: string } {
  const noun = random.pick(domain.nouns)
  const quality = random.pick(QUALITIES)
  const activity = random.pick(ACTIVITIES)
  switch (random.below(10)) {
    case 0:
    case 1:
      return { name: brand(random), spanish: `${noun.es} ${quality.es}` }
    case 2:
    case 3: {
      const name = `${brand(random)} ${random.pick(PRODUCT_KINDS)}`
      return { name, spanish: `${noun.es} ${quality.es}` }
    }
    case 4:
    case 5:
    case 6:
      return {
        name: `${quality.en} ${noun.en} ${activity.en}`,
        spanish: `${activity.es} de ${noun.es} ${quality.es}`,
      }
    case 7:
    case 8:
      return { name: `${noun.en} ${activity.en}`, spanish: `${activity.es} de ${noun.es}` }
    default: {
      const other = random.pick(ACTIVITIES)
      return {
        name: `${noun.en} ${activity.en} & ${other.en}`,
        spanish: `${activity.es} y ${other.es} de ${noun.es}`,
      }
    }
  }
}

function skillAliases(name: string, spanish: string, own: Terms, random: SeededRandom): string[] {
  const words = normalize(name).split(' ')
  const [first = ''] = words
  const aliases = [spanish, `${first} ${own.en[0]}`, `${own.es[0]} ${own.es[1]}`, `${own.en[1]} ${own.en[2]}`]
  if (words.length > 2) aliases.push(words.map((word) => word[0]).join(''))
  if (random.happens(0.5)) aliases.push(`${first}${random.pick(['kit', 'js', 'ctl', 'lib', 'py', 'ops'])}`)
  if (random.happens(0.5)) aliases.push(brand(random).toLowerCase())
  return aliases
}

function makeRoles(
  domains: readonly DomainEntry[],
  skills: readonly SkillEntry[],
  size: Size,
  random: SeededRandom,
): RoleEntry[] {
  const all = SPECIALITIES.flatMap((speciality) => PROFESSIONS.map((profession) => ({ speciality, profession })))
  if (all.length < size.roles) throw new RangeError(`there are words for ${all.length} roles`)
  const takenNames = new TakenNames()
  const skillsOf = byDomain(skills)
  const roles: RoleEntry[] = []
  for (const { speciality, profession } of random.sample(all, all.length)) {
    if (roles.length === size.roles) break
    const slug = slugOf(`${speciality.en} ${profession.short}`)
    const name = `${speciality.en} ${profession.en}`
    if (slug.length > MAX_LENGTHS.roleSlug) continue
    const aliases = takenNames.take(slug, name, roleAliases(speciality, profession))
    if (aliases) roles.push(makeRole({ slug, name, aliases, profession }, skillsOf, domains, size, random))
  }
  if (roles.length < size.roles) throw new RangeError(`only ${roles.length} roles have names of their own`)
  return roles
}

function byDomain(skills: readonly SkillEntry[]): ReadonlyMap<DomainEntry, readonly SkillEntry[]> {
  const groups = new Map<DomainEntry, SkillEntry[]>()
  for (const skill of skills) {
    const group = groups.get(skill.domain)
    if (group) group.push(skill)
    else groups.set(skill.domain, [skill])
  }
  return groups
}

function roleAliases(speciality: Pair, profession: Profession): string[] {
  const spanish = `${profession.es} de ${speciality.es}`
  const initials = `${speciality.en.slice(0, 2)}${profession.en.charAt(0)}`.toLowerCase()
  return [initials, spanish, spanish.replace('ingeniero', 'ingeniera'), `${profession.short} ${speciality.en}`]
}

function makeRole(
  named: Pick<RoleEntry, 'slug' | 'name' | 'aliases'> & { readonly profession: Profession },
  skillsOf: ReadonlyMap<DomainEntry, readonly SkillEntry[]>,
  domains: readonly DomainEntry[],
  size: Size,
  random: SeededRandom,
): RoleEntry {
  const { slug, name, aliases, profession } = named
  const span = DOMAINS_PER_ROLE.max - DOMAINS_PER_ROLE.min + 1
  const own = random.sample(domains, DOMAINS_PER_ROLE.min + random.below(span))
  const skills = random.sample(
    own.flatMap((domain) => skillsOf.get(domain) ?? []),
    size.skillsPerRole,
  )
  if (skills.length < size.skillsPerRole)
    throw new RangeError(`the domains of a role have only ${skills.length} skills`)
  const ladder = random.pickSkewed(LADDERS)
  const grouped = byDomain(skills)
  const terms = { en: [1, 2, 3].map(() => englishTerm(random)), es: [1, 2, 3].map(() => spanishTerm(random)) }
  const levelText = (): Pair => statement(STATEMENTS[random.pick(PROFICIENCIES)], random.pick(own).words, terms, random)
  return {
    slug,
    name,
    family: profession.family,
    aliases,
    description: statement(STATEMENTS.working, random.pick(own).words, terms, random),
    keyDomains: [...grouped.keys()].slice(0, 3),
    levels: ladder.map((level) => ({
      ...level,
      focus: levelText(),
      stack: random
        .sample(skills, 6)
        .map((skill) => skill.name)
        .join(', '),
    })),
    groups: [...grouped].map(([domain, members]) => ({
      domain,
      rows: members.map((skill) => makeRow(skill, ladder.length, random)),
    })),
  }
}

/** A row that rises at its own pace; some rows start late, some end early, some have mandatory flags. */
function makeRow(skill: SkillEntry, levels: number, random: SeededRandom): RowEntry {
  let rank = random.happens(0.15) ? 0 : 1 + random.below(2)
  const ranks: number[] = []
  for (let level = 0; level < levels; level += 1) {
    ranks.push(rank)
    if (rank < PROFICIENCIES.length && (level === levels - 2 || random.happens(0.6))) rank += 1
  }
  if (random.happens(0.05) && ranks[levels - 2]! > 0) ranks[levels - 1] = 0
  const cells = ranks.map((step) => PROFICIENCIES[step - 1] ?? 'absent')
  const mandatory = random.happens(0.25) ? ranks.map((step) => step > 0 && random.happens(0.5)) : undefined
  return { skill, cells, mandatory }
}

interface Terms {
  readonly en: readonly string[]
  readonly es: readonly string[]
}

/** A sentence in both languages with the same noun and with terms of the skill or of the language in general. */
function statement(
  words: { readonly starts: readonly Pair[]; readonly ends: readonly Pair[] },
  domain: DomainWords,
  own: Terms,
  random: SeededRandom,
): Pair {
  for (;;) {
    const start = random.pick(words.starts)
    const end = random.pick(words.ends)
    const domainNoun = random.pick(domain.nouns)
    const fill = (from: Pair['en'], to: string, noun: string, terms: readonly string[], fresh: () => string): string =>
      `${from}${to.startsWith(',') ? '' : ' '}${to}`.replace(/\{(\w)\}/gu, (_, slot: string) => {
        if (slot === 'n') return noun.toLowerCase()
        return random.happens(0.4) ? random.pick(terms) : fresh()
      })
    const en = fill(start.en, end.en, domainNoun.en, own.en, () => englishTerm(random))
    const es = fill(start.es, end.es, domainNoun.es, own.es, () => spanishTerm(random))
    if (en.length <= MAX_LENGTHS.statement && es.length <= MAX_LENGTHS.statement) return { en, es }
  }
}

function englishTerm(random: SeededRandom): string {
  const { beginnings, stems, endings } = ENGLISH_TERMS
  return `${random.pick(beginnings)}${random.pickSkewed(stems)}${random.pickSkewed(endings)}`
}

function spanishTerm(random: SeededRandom): string {
  const { beginnings, stems, endings } = SPANISH_TERMS
  return `${random.pick(beginnings)}${random.pickSkewed(stems)}${random.pickSkewed(endings)}`
}

/** The name of a fictional product. */
function brand(random: SeededRandom): string {
  const { onset, nucleus, coda } = SYLLABLES
  const syllables = Array.from({ length: 2 + random.below(2) }, () => random.pick(onset) + random.pick(nucleus))
  const word = syllables.join('') + random.pick(coda)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function slugOf(name: string): string {
  return normalize(name).replaceAll(' ', '-')
}

// JSON strings and lists are valid YAML.

function localText({ en, es }: Pair): string {
  return `{ en: ${JSON.stringify(en)}, es: ${JSON.stringify(es)} }`
}

function flowList(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`
}

function domainsFile(domains: readonly DomainEntry[]): string {
  const entries = domains.map(({ slug, words }) => {
    const name = `{ en: ${JSON.stringify(words.en)}, es: ${JSON.stringify(words.es)} }`
    return `  - slug: ${slug}\n    name: ${name}\n    aliases: ${flowList([`${words.en} skills`])}\n`
  })
  return `domains:\n${entries.join('')}`
}

function skillFile({ slug, name, domain, aliases, statements }: SkillEntry): string {
  const steps = PROFICIENCIES.map(
    (step, at) =>
      `  ${step}:\n    en: ${JSON.stringify(statements[at]!.en)}\n    es: ${JSON.stringify(statements[at]!.es)}\n`,
  )
  return [
    `slug: ${slug}\nname: ${JSON.stringify(name)}\ndomain: ${domain.slug}\naliases: ${flowList(aliases)}\n`,
    `statements:\n${steps.join('')}`,
  ].join('')
}

function roleFile(role: RoleEntry): string {
  const levels = role.levels.map(({ slug, name, short, aliases, focus, stack }) =>
    [
      `  - slug: ${slug}\n    name: ${name}\n    short: ${short}\n    aliases: ${flowList(aliases)}\n`,
      `    focus: ${localText(focus)}\n    stack: ${JSON.stringify(stack)}\n`,
    ].join(''),
  )
  const groups = role.groups.map(
    ({ domain, rows }) => `  - domain: ${domain.slug}\n    skills:\n${rows.map(rowLines).join('')}`,
  )
  return [
    `# Generated for a benchmark.\nslug: ${role.slug}\nname: ${JSON.stringify(role.name)}\n`,
    `family: ${JSON.stringify(role.family)}\naliases: ${flowList(role.aliases)}\n`,
    `description: ${localText(role.description)}\n`,
    `keyDomains: [${role.keyDomains.map((domain) => domain.slug).join(', ')}]\n`,
    `levels:\n${levels.join('')}requirements:\n${groups.join('')}`,
  ].join('')
}

function rowLines({ skill, cells, mandatory }: RowEntry): string {
  const words = `[${cells.join(', ')}]`
  if (!mandatory) return `      ${skill.slug}: ${words}\n`
  return `      ${skill.slug}:\n        proficiency: ${words}\n        mandatory: [${mandatory.join(', ')}]\n`
}

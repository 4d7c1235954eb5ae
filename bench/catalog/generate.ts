import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { normalize, PROFICIENCIES } from '../../src/catalog/index.ts'
import { type Random, random } from './random.ts'
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
  readonly skillsARole: number
  readonly skills: number
}

/** What the files of a catalogue allow at most (src/catalog/schema.ts); what is longer is made anew or left out. */
const LONGEST = { roleSlug: 32, skillSlug: 40, name: 60, statement: 160 }

const DOMAINS_A_ROLE = { least: 14, most: 24 }

/** Writes a valid catalogue of a size into an empty folder. The same size and seed give the same files. */
export async function writeCatalog(folder: string, size: Size, seed: number): Promise<void> {
  const chance = random(seed)
  const domains = DOMAINS.map((words) => ({ words, slug: slugOf(words.en) }))
  const skills = makeSkills(domains, size.skills, chance)
  const roles = makeRoles(domains, skills, size, chance)
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

/** No two things of one kind may answer to the same words. */
class TakenNames {
  readonly #keys = new Set<string>()

  /** The aliases that are still free, or undefined where the slug or the name is not. */
  take(slug: string, name: string, aliases: readonly string[]): string[] | undefined {
    const own = new Set([normalize(slug), normalize(name)])
    if ([...own].some((key) => this.#keys.has(key))) return undefined
    const free = aliases.filter((alias) => {
      const key = normalize(alias)
      if (alias.length > LONGEST.name || own.has(key) || this.#keys.has(key)) return false
      own.add(key)
      return true
    })
    for (const key of own) this.#keys.add(key)
    return free
  }
}

function makeSkills(domains: readonly DomainEntry[], count: number, chance: Random): SkillEntry[] {
  const taken = new TakenNames()
  const skills: SkillEntry[] = []
  while (skills.length < count) {
    const domain = domains[skills.length % domains.length]!
    const { name, spanish } = skillName(domain.words, chance)
    const slug = slugOf(name)
    if (slug.length > LONGEST.skillSlug || name.length > LONGEST.name) continue
    const own = { en: [1, 2, 3].map(() => englishTerm(chance)), es: [1, 2, 3].map(() => spanishTerm(chance)) }
    const aliases = taken.take(slug, name, skillAliases(name, spanish, own, chance))
    if (!aliases) continue
    const statements = PROFICIENCIES.map((step) => statement(STATEMENTS[step], domain.words, own, chance))
    skills.push({ slug, name, aliases, domain, statements })
  }
  return skills
}

function skillName(domain: DomainWords, chance: Random): { readonly name: string; readonly spanish: string } {
  const thing = chance.pick(domain.things)
  const quality = chance.pick(QUALITIES)
  const activity = chance.pick(ACTIVITIES)
  switch (chance.below(10)) {
    case 0:
    case 1:
      return { name: brand(chance), spanish: `${thing.es} ${quality.es}` }
    case 2:
    case 3: {
      const name = `${brand(chance)} ${chance.pick(PRODUCT_KINDS)}`
      return { name, spanish: `${thing.es} ${quality.es}` }
    }
    case 4:
    case 5:
    case 6:
      return {
        name: `${quality.en} ${thing.en} ${activity.en}`,
        spanish: `${activity.es} de ${thing.es} ${quality.es}`,
      }
    case 7:
    case 8:
      return { name: `${thing.en} ${activity.en}`, spanish: `${activity.es} de ${thing.es}` }
    default: {
      const other = chance.pick(ACTIVITIES)
      return {
        name: `${thing.en} ${activity.en} & ${other.en}`,
        spanish: `${activity.es} y ${other.es} de ${thing.es}`,
      }
    }
  }
}

function skillAliases(name: string, spanish: string, own: Terms, chance: Random): string[] {
  const words = normalize(name).split(' ')
  const [first = ''] = words
  const aliases = [spanish, `${first} ${own.en[0]}`, `${own.es[0]} ${own.es[1]}`, `${own.en[1]} ${own.en[2]}`]
  if (words.length > 2) aliases.push(words.map((word) => word[0]).join(''))
  if (chance.happens(0.5)) aliases.push(`${first}${chance.pick(['kit', 'js', 'ctl', 'lib', 'py', 'ops'])}`)
  if (chance.happens(0.5)) aliases.push(brand(chance).toLowerCase())
  return aliases
}

function makeRoles(
  domains: readonly DomainEntry[],
  skills: readonly SkillEntry[],
  size: Size,
  chance: Random,
): RoleEntry[] {
  const all = SPECIALITIES.flatMap((speciality) => PROFESSIONS.map((profession) => ({ speciality, profession })))
  if (all.length < size.roles) throw new RangeError(`there are words for ${all.length} roles`)
  const taken = new TakenNames()
  const skillsOf = byDomain(skills)
  const roles: RoleEntry[] = []
  for (const { speciality, profession } of chance.some(all, all.length)) {
    if (roles.length === size.roles) break
    const slug = slugOf(`${speciality.en} ${profession.short}`)
    const name = `${speciality.en} ${profession.en}`
    if (slug.length > LONGEST.roleSlug) continue
    const aliases = taken.take(slug, name, roleAliases(speciality, profession))
    if (aliases) roles.push(makeRole({ slug, name, aliases, profession }, skillsOf, domains, size, chance))
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
  chance: Random,
): RoleEntry {
  const { slug, name, aliases, profession } = named
  const span = DOMAINS_A_ROLE.most - DOMAINS_A_ROLE.least + 1
  const own = chance.some(domains, DOMAINS_A_ROLE.least + chance.below(span))
  const skills = chance.some(
    own.flatMap((domain) => skillsOf.get(domain) ?? []),
    size.skillsARole,
  )
  if (skills.length < size.skillsARole) throw new RangeError(`the domains of a role have only ${skills.length} skills`)
  const ladder = chance.pickSkewed(LADDERS)
  const grouped = byDomain(skills)
  const terms = { en: [1, 2, 3].map(() => englishTerm(chance)), es: [1, 2, 3].map(() => spanishTerm(chance)) }
  const levelText = (): Pair => statement(STATEMENTS[chance.pick(PROFICIENCIES)], chance.pick(own).words, terms, chance)
  return {
    slug,
    name,
    family: profession.family,
    aliases,
    description: statement(STATEMENTS.working, chance.pick(own).words, terms, chance),
    keyDomains: [...grouped.keys()].slice(0, 3),
    levels: ladder.map((level) => ({
      ...level,
      focus: levelText(),
      stack: chance
        .some(skills, 6)
        .map((skill) => skill.name)
        .join(', '),
    })),
    groups: [...grouped].map(([domain, members]) => ({
      domain,
      rows: members.map((skill) => makeRow(skill, ladder.length, chance)),
    })),
  }
}

/** Rises from level to level at its own pace; some rows start late, some end early, some say what is mandatory. */
function makeRow(skill: SkillEntry, levels: number, chance: Random): RowEntry {
  let rank = chance.happens(0.15) ? 0 : 1 + chance.below(2)
  const ranks: number[] = []
  for (let level = 0; level < levels; level += 1) {
    ranks.push(rank)
    if (rank < PROFICIENCIES.length && (level === levels - 2 || chance.happens(0.6))) rank += 1
  }
  if (chance.happens(0.05) && ranks[levels - 2]! > 0) ranks[levels - 1] = 0
  const cells = ranks.map((step) => PROFICIENCIES[step - 1] ?? 'absent')
  const mandatory = chance.happens(0.25) ? ranks.map((step) => step > 0 && chance.happens(0.5)) : undefined
  return { skill, cells, mandatory }
}

interface Terms {
  readonly en: readonly string[]
  readonly es: readonly string[]
}

/** A sentence in both languages, with the same thing and with terms of the skill's own or of the language at large. */
function statement(
  words: { readonly starts: readonly Pair[]; readonly ends: readonly Pair[] },
  domain: DomainWords,
  own: Terms,
  chance: Random,
): Pair {
  for (;;) {
    const start = chance.pick(words.starts)
    const end = chance.pick(words.ends)
    const thing = chance.pick(domain.things)
    const fill = (from: Pair['en'], to: string, noun: string, terms: readonly string[], fresh: () => string): string =>
      `${from}${to.startsWith(',') ? '' : ' '}${to}`.replace(/\{(\w)\}/gu, (_, slot: string) => {
        if (slot === 'n') return noun.toLowerCase()
        return chance.happens(0.4) ? chance.pick(terms) : fresh()
      })
    const en = fill(start.en, end.en, thing.en, own.en, () => englishTerm(chance))
    const es = fill(start.es, end.es, thing.es, own.es, () => spanishTerm(chance))
    if (en.length <= LONGEST.statement && es.length <= LONGEST.statement) return { en, es }
  }
}

function englishTerm(chance: Random): string {
  const { beginnings, stems, endings } = ENGLISH_TERMS
  return `${chance.pick(beginnings)}${chance.pickSkewed(stems)}${chance.pickSkewed(endings)}`
}

function spanishTerm(chance: Random): string {
  const { beginnings, stems, endings } = SPANISH_TERMS
  return `${chance.pick(beginnings)}${chance.pickSkewed(stems)}${chance.pickSkewed(endings)}`
}

/** The name of a product nobody makes. */
function brand(chance: Random): string {
  const { onset, nucleus, coda } = SYLLABLES
  const syllables = Array.from({ length: 2 + chance.below(2) }, () => chance.pick(onset) + chance.pick(nucleus))
  const word = syllables.join('') + chance.pick(coda)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function slugOf(name: string): string {
  return normalize(name).replaceAll(' ', '-')
}

// JSON's quoted strings and lists are YAML's too.

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

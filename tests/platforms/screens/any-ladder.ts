import { buildCatalog, type CatalogSources } from '../../../src/catalog/build.ts'
import { noBuiltEntries } from '../../../src/catalog/build-context.ts'
import { type LoadedCatalog, PROFICIENCIES } from '../../../src/catalog/index.ts'
import { DomainFile, MAX_LENGTHS, RoleFile, SkillFile } from '../../../src/catalog/schema.ts'
import type { Source } from '../../../src/catalog/yaml-source.ts'
import type { SeededRandom } from '../../seeded-random.ts'

// Ladders of any size that the schema allows, with texts of any length up to its limits.

export interface LadderSize {
  readonly roles: number
  readonly levels: number
  readonly domains: number
  readonly skills: number
  /** Whether each text is as long as the schema allows, or usual, or anything between. */
  readonly texts: 'longest' | 'usual' | 'any'
}

/** Lengths of the texts that most ladders have. */
const USUAL = { name: 20, level: 9, short: 5, statement: 120, guide: 140, focus: 180, stack: 160, description: 150 }
const LONGEST = {
  ...{ name: MAX_LENGTHS.name, level: 40, short: 8, statement: MAX_LENGTHS.statement, guide: MAX_LENGTHS.exercise },
  ...{ focus: MAX_LENGTHS.focus, stack: MAX_LENGTHS.stack, description: MAX_LENGTHS.description },
}

/** A ladder with roles `role-0`, `role-1` and so on, all of which have the same levels; the first two have all the skills. */
export function anyLadder(random: SeededRandom, size: LadderSize): Extract<LoadedCatalog, { ok: true }> {
  const words = wordsFor(random, size)
  const domains = Array.from({ length: size.domains }, (_, at) => ({
    slug: `domain-${at}`,
    name: { en: words('name'), es: words('name') },
  }))
  const domainOf = (at: number) => domains[at % size.domains]?.slug ?? ''
  const skills = Array.from({ length: size.skills }, (_, at) => ({
    slug: `skill-${at}`,
    name: words('name'),
    domain: domainOf(at),
    statements: eachStep(() => ({ en: words('statement'), es: words('statement') })),
    growth: eachStep(() => ({
      effort: random.pick(['days', 'weeks', 'quarter'] as const),
      exercise: { en: words('guide'), es: words('guide') },
      evidence: { en: words('guide'), es: words('guide') },
    })),
    links: Array.from({ length: 2 }, (_, link) => ({
      title: words('name'),
      url: `https://docs.example.org/${at}/${link}`,
    })),
  }))
  const levels = Array.from({ length: size.levels }, (_, at) => ({
    slug: `level-${at}`,
    name: words('level'),
    short: words('short'),
    focus: { en: words('focus'), es: words('focus') },
    stack: words('stack'),
  }))
  const roles = Array.from({ length: size.roles }, (_, at) => {
    const own = at < 2 ? skills : random.sample(skills, Math.min(skills.length, 5))
    const used = domains.filter(({ slug }) => own.some(({ domain }) => domain === slug))
    return RoleFile.parse({
      slug: `role-${at}`,
      name: words('name'),
      family: `Family ${at % 4}`,
      description: { en: words('description'), es: words('description') },
      core: { domains: used.slice(0, 2).map(({ slug }) => slug) },
      levels,
      requirements: used.map(({ slug }) => ({
        domain: slug,
        skills: Object.fromEntries(
          own.filter(({ domain }) => domain === slug).map((skill) => [skill.slug, anyRow(random, size.levels)]),
        ),
      })),
    })
  })
  const sources: CatalogSources = {
    domains: source('domains.yaml', DomainFile.parse({ domains })),
    skills: skills.map((skill) => source(`skills/${skill.slug}.yaml`, SkillFile.parse(skill))),
    roles: roles.map((role) => source(`roles/${role.slug}.yaml`, role)),
    built: noBuiltEntries(),
  }
  const { catalog, problems } = buildCatalog(sources)
  if (!catalog) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('; '))
  return { ok: true, catalog, sources, recorded: [] }
}

/** A row that never decreases and ends with an expectation; some cells are mandatory. */
function anyRow(random: SeededRandom, levels: number) {
  let rank = random.below(3)
  const ranks = Array.from({ length: levels }, (_, at) => {
    if (at > 0 && rank < PROFICIENCIES.length && random.happens(0.5)) rank += 1
    return at === levels - 1 ? Math.max(1, rank) : rank
  })
  const proficiency = ranks.map((step) => PROFICIENCIES[step - 1] ?? 'absent')
  const mandatory = ranks.map((step) => step > 0 && random.happens(0.3))
  return random.happens(0.5) ? { proficiency } : { proficiency, mandatory }
}

function eachStep<T>(make: () => T) {
  return { awareness: make(), working: make(), advanced: make(), expert: make() }
}

function source<T>(file: string, value: T): Source<T> {
  return { file, value, problemAt: (_path, message) => ({ file, line: 1, column: 1, message }) }
}

const SYLLABLES = ['ra', 'to', 'men', 'li', 'ser', 'va', 'Con', 'pi', 'dor', 'ga', 'el', 'mo', 'trans', 'API', 'ne']

/** Makes texts of words, none of them twice, as long as a kind of text is in a ladder of this size. */
function wordsFor(random: SeededRandom, { texts }: LadderSize) {
  const seen = new Set<string>()
  return (kind: keyof typeof LONGEST): string => {
    for (;;) {
      const most = LONGEST[kind]
      const length =
        texts === 'longest'
          ? most
          : texts === 'usual'
            ? Math.min(most, USUAL[kind])
            : random.between(Math.min(4, most), most)
      let text = ''
      while (text.length < length) text += `${text === '' || random.happens(0.55) ? '' : ' '}${random.pick(SYLLABLES)}`
      const cut = text.slice(0, length).replace(/ $/u, 'x')
      if (seen.has(cut.toLowerCase())) continue
      seen.add(cut.toLowerCase())
      return cut
    }
  }
}

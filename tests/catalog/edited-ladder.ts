import { buildCatalog, type CatalogSources } from '../../src/catalog/build.ts'
import type { Catalog } from '../../src/catalog/index.ts'
import { DomainFile, LadderFile, RoleFile, SkillFile } from '../../src/catalog/schema.ts'
import type { Source } from '../../src/catalog/yaml-source.ts'
import type { SeededRandom } from '../seeded-random.ts'

// A small ladder whose files are edited at random, as someone would edit them under people who use it. An entry keeps its `id` whatever
// it is called.

interface Entry {
  readonly id: string
  readonly slug: string
  readonly formerly: readonly string[]
}

interface SkillDraft extends Entry {
  readonly name: string
  readonly domain: string
  /** Changes with the statements. */
  readonly wording: number
  /** By the id of a level: the rank of the step, or 0 for nothing. */
  readonly ranks: Readonly<Record<string, number>>
}

export interface LadderDraft {
  /** Slugs of steps, with the slugs that each had before. */
  readonly steps: readonly Entry[]
  readonly isDefaultScale: boolean
  readonly domains: readonly Entry[]
  readonly levels: readonly Entry[]
  readonly role: Entry
  readonly isRolePresent: boolean
  readonly skills: readonly SkillDraft[]
  /** Skills that were removed, as they were. */
  readonly removed: readonly SkillDraft[]
  readonly removedLevels: readonly Entry[]
  /** Names that were given so far, for new ones. */
  readonly names: number
}

const entry = (id: string): Entry => ({ id, slug: id, formerly: [] })

const DEFAULT_STEPS = ['awareness', 'working', 'advanced', 'expert']

export function newLadder(skills = 9): LadderDraft {
  const levels = ['junior', 'middle', 'senior'].map(entry)
  return {
    steps: DEFAULT_STEPS.map(entry),
    isDefaultScale: true,
    domains: ['craft', 'research', 'people'].map(entry),
    levels,
    role: entry('maker'),
    isRolePresent: true,
    skills: Array.from({ length: skills }, (_, at) => ({
      ...entry(`skill-${at}`),
      name: `Skill ${at}`,
      domain: ['craft', 'research', 'people'][at % 3] ?? 'craft',
      wording: 0,
      ranks: Object.fromEntries(levels.map(({ id }, level) => [id, Math.max(1, Math.min(4, level + 1 + (at % 2)))])),
    })),
    removed: [],
    removedLevels: [],
    names: 0,
  }
}

/** What can be edited; each returns the edited ladder, or the same one if there is nothing to edit. */
const EDITS = {
  renameSkill: (ladder, pick) => {
    const { id } = pick(ladder.skills)
    return { ...named(ladder), skills: change(ladder.skills, id, (skill) => renamed(skill, `talent-${ladder.names}`)) }
  },
  nameSkill: (ladder, pick) => {
    const { id } = pick(ladder.skills)
    const name = `Talent ${ladder.names}`
    return { ...named(ladder), skills: change(ladder.skills, id, (skill) => ({ ...skill, name })) }
  },
  removeSkill: (ladder, pick) => {
    if (ladder.skills.length <= 3) return ladder
    const removed = pick(ladder.skills)
    return {
      ...ladder,
      skills: ladder.skills.filter((skill) => skill !== removed),
      removed: [...ladder.removed, removed],
    }
  },
  returnSkill: (ladder, pick) => {
    if (ladder.removed.length === 0) return ladder
    const back = pick(ladder.removed)
    const isThere = ladder.domains.some(({ id }) => id === back.domain)
    return {
      ...ladder,
      skills: [...ladder.skills, { ...back, domain: isThere ? back.domain : (ladder.domains[0]?.id ?? '') }],
      removed: ladder.removed.filter((skill) => skill !== back),
    }
  },
  addSkill: (ladder, pick) => {
    const id = `new-${ladder.names}`
    const ranks = Object.fromEntries(
      ladder.levels.map((level, at) => [level.id, Math.min(ladder.steps.length, at + 1)]),
    )
    const domain = pick(ladder.domains).id
    const skill = { ...entry(id), name: `New ${ladder.names}`, domain, wording: 0, ranks }
    return { ...named(ladder), skills: [...ladder.skills, skill] }
  },
  requireMore: (ladder, pick) => {
    const { id } = pick(ladder.skills)
    const level = pick(ladder.levels)
    const rank = 1 + (ladder.names % ladder.steps.length)
    const skills = change(ladder.skills, id, (skill) => ({ ...skill, ranks: { ...skill.ranks, [level.id]: rank } }))
    return { ...named(ladder), skills }
  },
  reword: (ladder, pick) => {
    const { id } = pick(ladder.skills)
    return { ...ladder, skills: change(ladder.skills, id, (skill) => ({ ...skill, wording: (skill.wording + 1) % 2 })) }
  },
  renameLevel: (ladder, pick) => {
    const { id } = pick(ladder.levels)
    return { ...named(ladder), levels: change(ladder.levels, id, (level) => renamed(level, `level-${ladder.names}`)) }
  },
  removeLevel: (ladder, pick) => {
    if (ladder.levels.length <= 2) return ladder
    const removed = pick(ladder.levels)
    return {
      ...ladder,
      levels: ladder.levels.filter((level) => level !== removed),
      removedLevels: [...ladder.removedLevels, removed],
    }
  },
  returnLevel: (ladder) => {
    const [back, ...removedLevels] = ladder.removedLevels
    return back ? { ...ladder, levels: [...ladder.levels, back], removedLevels } : ladder
  },
  renameDomain: (ladder, pick) => {
    const { id } = pick(ladder.domains)
    return { ...named(ladder), domains: change(ladder.domains, id, (each) => renamed(each, `area-${ladder.names}`)) }
  },
  renameRole: (ladder) => ({ ...named(ladder), role: renamed(ladder.role, `role-${ladder.names}`) }),
  removeRole: (ladder) => ({ ...ladder, isRolePresent: false }),
  returnRole: (ladder) => ({ ...ladder, isRolePresent: true }),
  renameStep: (ladder, pick) => {
    const { id } = pick(ladder.steps)
    const steps = change(ladder.steps, id, (step) => renamed(step, `step-${ladder.names}`))
    return { ...named(ladder), isDefaultScale: false, steps }
  },
  changeScale: (ladder) => {
    if (ladder.steps.length <= 2) return { ...ladder, isDefaultScale: true, steps: DEFAULT_STEPS.map(entry) }
    return { ...ladder, isDefaultScale: false, steps: ladder.steps.slice(0, -1) }
  },
} satisfies Readonly<Record<string, (ladder: LadderDraft, pick: Pick) => LadderDraft>>

type Pick = <T>(all: readonly T[]) => T
export type EditName = keyof typeof EDITS

export const EDIT_NAMES = Object.keys(EDITS).filter((name): name is EditName => name in EDITS)

export function edit(ladder: LadderDraft, name: EditName, random: SeededRandom): LadderDraft {
  return EDITS[name](ladder, (all) => random.pick(all))
}

const named = (ladder: LadderDraft): LadderDraft => ({ ...ladder, names: ladder.names + 1 })

function change<T extends Entry>(entries: readonly T[], id: string, make: (each: T) => T): readonly T[] {
  return entries.map((each) => (each.id === id ? make(each) : each))
}

function renamed<T extends Entry>(each: T, slug: string): T {
  return { ...each, slug, formerly: [...each.formerly, each.slug] }
}

/** The ladder as it is loaded from files. A second role and a skill of its own are always there. */
export function loadLadder(ladder: LadderDraft): { readonly catalog: Catalog; readonly sources: CatalogSources } {
  const { steps, domains, levels, role, skills } = ladder
  const domainSlug = (id: string): string => domains.find((each) => each.id === id)?.slug ?? id
  const formerlyOf = ({ formerly }: Entry) => (formerly.length > 0 ? { formerly } : {})
  const scale = steps.map((step, at) => ({
    slug: step.slug,
    name: `Step ${step.slug}`,
    letter: String.fromCodePoint(65 + at),
    ...formerlyOf(step),
  }))
  const statements = (skill: SkillDraft) =>
    Object.fromEntries(steps.map((step, at) => [step.slug, `Shows ${at} of ${skill.id} in ${skill.wording}`]))
  const skillFiles = skills.map((skill) =>
    SkillFile.parse({
      slug: skill.slug,
      name: skill.name,
      domain: domainSlug(skill.domain),
      ...formerlyOf(skill),
      statements: statements(skill),
    }),
  )
  const other = SkillFile.parse({ slug: 'other-skill', name: 'Other', domain: domainSlug('craft') })
  const row = (skill: SkillDraft) =>
    levels.map(({ id }) => String(Math.min(steps.length, Math.max(1, skill.ranks[id] ?? 1))))
  const makerFile = () =>
    RoleFile.parse({
      slug: role.slug,
      name: 'Maker',
      family: 'Makers',
      ...formerlyOf(role),
      levels: levels.map((level, at) => ({
        slug: level.slug,
        name: `Level ${level.id}`,
        short: `L${at}`,
        ...formerlyOf(level),
      })),
      requirements: domains.flatMap((domain) => {
        const own = skills.filter((skill) => skill.domain === domain.id)
        const rows = Object.fromEntries(own.map((skill) => [skill.slug, row(skill)]))
        return own.length > 0 ? [{ domain: domain.slug, skills: rows }] : []
      }),
    })
  const otherRole = RoleFile.parse({
    slug: 'other',
    name: 'Other role',
    family: 'Others',
    levels: [{ slug: 'only', name: 'Only', short: 'O' }],
    requirements: [{ skills: { 'other-skill': ['1'] } }],
  })
  const sources: CatalogSources = {
    ladder: ladder.isDefaultScale ? undefined : source('ladder.yaml', LadderFile.parse({ scale })),
    domains: source(
      'domains.yaml',
      DomainFile.parse({
        domains: domains.map((domain) => ({ slug: domain.slug, name: `Domain ${domain.id}`, ...formerlyOf(domain) })),
      }),
    ),
    skills: [...skillFiles, other].map((file) => source(`skills/${file.slug}.yaml`, file)),
    roles: [...(ladder.isRolePresent ? [makerFile()] : []), otherRole].map((file) =>
      source(`roles/${file.slug}.yaml`, file),
    ),
  }
  const { catalog, problems } = buildCatalog(sources)
  if (!catalog) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('; '))
  return { catalog, sources }
}

function source<T>(file: string, value: T): Source<T> {
  return { file, value, problemAt: (_, message) => ({ file, line: 1, column: 1, message }) }
}

import type { AssessedRole, Rating, RoleSkill } from '../../src/assessment/engine/index.ts'
import type { SeededRandom } from '../../tests/seeded-random.ts'

/** A simulated person: their answer to every skill, in the role's order; null is a skip. */
export type Person = readonly (Rating | null)[]

export interface Population {
  readonly name: string
  /** False for populations without a bar, such as random answers. */
  readonly hasBar: boolean
  readonly person: (role: AssessedRole, random: SeededRandom) => Person
}

const clamp = (value: number, steps = 4): Rating => Math.max(0, Math.min(steps, Math.round(value))) as Rating

const stepsOf = ({ steps = 4 }: Pick<RoleSkill, 'steps'>): number => steps

/** The rating of a person at `place` (in levels) in this skill, without noise. */
function ratingAt(skill: RoleSkill, place: number): Rating {
  const top = skill.required.length
  const heldRanks = skill.required.filter((cell, index) => cell !== null && index + 0.5 <= place)
  const beyond = place > top + 0.75 ? 1 : 0
  const held = heldRanks.at(-1) ?? 0
  return clamp(held + beyond + onTheWay(skill, place, held), stepsOf(skill))
}

/** On a scale longer than the default one, people between two levels are between what these expect. */
function onTheWay(skill: RoleSkill, place: number, held: number): number {
  if (stepsOf(skill) <= 4) return 0
  const level = Math.floor(place + 0.5)
  const next = skill.required[level] ?? held
  return next > held ? Math.floor((place + 0.5 - level) * (next - held)) : 0
}

/** A general level from a little below the first to a little above the last. */
const randomLevel = (role: AssessedRole, random: SeededRandom): number =>
  0.2 + random.next() * (role.levels.length + 0.3)

const domainsOf = (role: AssessedRole): readonly string[] => [...new Set(role.skills.map((skill) => skill.domain))]

interface AnswerModel {
  readonly level?: (role: AssessedRole, random: SeededRandom) => number
  readonly domainSpread?: number
  /** The shift of each domain, in levels. */
  readonly domainShift?: (role: AssessedRole, random: SeededRandom) => (domain: string) => number
  /** The shift of the core and of all others, in levels. */
  readonly partShift?: (random: SeededRandom) => { readonly core: number; readonly others: number }
  readonly noise?: (random: SeededRandom) => number
  readonly afterwards?: (rating: Rating, random: SeededRandom, isCore: boolean, steps: number) => Rating | null
}

/** Tells the core of a role; in one that has none, a domain that stands in for it. */
function coreOf(role: AssessedRole, random: SeededRandom): (skill: RoleSkill) => boolean {
  if (role.skills.some((skill) => skill.core)) return (skill) => skill.core === true
  const chosen = random.pick(domainsOf(role))
  return (skill) => skill.domain === chosen
}

const gaussian =
  (deviation: number) =>
  (random: SeededRandom): number =>
    random.normal(deviation)

function people(model: AnswerModel): Population['person'] {
  const { level = randomLevel, domainSpread = 0.6, noise = gaussian(0.7), afterwards } = model
  return (role, random) => {
    const general = level(role, random)
    const shift = model.domainShift?.(role, random) ?? (() => 0)
    const isCore = coreOf(role, random)
    const part = model.partShift?.(random) ?? { core: 0, others: 0 }
    const places = new Map(
      domainsOf(role).map((domain) => [domain, general + random.normal(domainSpread) + shift(domain)]),
    )
    return role.skills.map((skill) => {
      const ofPart = isCore(skill) ? part.core : part.others
      const place = (places.get(skill.domain) ?? general) + ofPart + noise(random)
      const rating = random.happens(0.02)
        ? clamp(random.below(stepsOf(skill) + 1), stepsOf(skill))
        : ratingAt(skill, place)
      return afterwards === undefined ? rating : afterwards(rating, random, isCore(skill), stepsOf(skill))
    })
  }
}

/** Shifts a random share of the domains by `inside` and the others by `outside`. */
const someDomains =
  (share: number, inside: number, outside: number): NonNullable<AnswerModel['domainShift']> =>
  (role, random) => {
    const chosen = new Set(domainsOf(role).filter(() => random.happens(share)))
    return (domain) => (chosen.has(domain) ? inside : outside)
  }

const studentT3 = (random: SeededRandom): number => {
  const chi = random.normal(1) ** 2 + random.normal(1) ** 2 + random.normal(1) ** 2
  return (0.6 * random.normal(1)) / Math.sqrt(Math.max(chi, 0.01) / 3)
}

const mixedStyle: Population['person'] = (role, random) => {
  const spread = 0.2 + random.next() * 0.9
  return people({ domainSpread: 0.3 + random.next() * 0.8, noise: gaussian(spread) })(role, random)
}

const exactProfile: Population['person'] = (role, random) => {
  const level = 1 + random.below(role.levels.length)
  return role.skills.map((skill) => ratingAt(skill, level))
}

/** The name of the population of people at or below the first level. */
export const BEGINNERS = 'beginner'

export const POPULATIONS: readonly Population[] = [
  { name: 'mixed', hasBar: true, person: mixedStyle },
  { name: 'specialist', hasBar: true, person: people({ domainShift: someDomains(0.25, 1.4, -0.5) }) },
  {
    name: 'over-rating',
    hasBar: true,
    person: people({
      afterwards: (rating, random, _, steps) => (random.happens(0.35) ? clamp(rating + 1, steps) : rating),
    }),
  },
  {
    name: 'under-rating',
    hasBar: true,
    person: people({
      afterwards: (rating, random, _, steps) => (random.happens(0.35) ? clamp(rating - 1, steps) : rating),
    }),
  },
  { name: 'heavy-tailed', hasBar: true, person: people({ noise: studentT3 }) },
  {
    name: 'never touched',
    hasBar: true,
    person: people({ afterwards: (rating, random) => (random.happens(0.2) ? 0 : rating) }),
  },
  {
    name: 'between levels',
    hasBar: true,
    person: people({
      level: (role, random) => 0.5 + random.below(role.levels.length) + 0.3 + random.next() * 0.4,
      domainSpread: 0.35,
      noise: gaussian(0.4),
    }),
  },
  { name: 'T-shaped', hasBar: true, person: people({ domainShift: someDomains(0.1, 2.2, -0.1), domainSpread: 0.4 }) },
  { name: 'uneven by domain', hasBar: true, person: people({ domainSpread: 1.2, noise: gaussian(0.5) }) },
  {
    name: 'back from management',
    hasBar: true,
    person: people({
      level: (role, random) => role.levels.length * (0.5 + random.next() * 0.5),
      domainShift: someDomains(0.5, -1.2, 0),
    }),
  },
  {
    name: 'deep core',
    hasBar: true,
    person: people({ partShift: () => ({ core: 1, others: -0.8 }), noise: gaussian(0.5) }),
  },
  {
    name: 'deep rest',
    hasBar: true,
    person: people({ partShift: () => ({ core: -1.2, others: 0.5 }), noise: gaussian(0.5) }),
  },
  {
    name: BEGINNERS,
    hasBar: true,
    person: people({
      level: (_, random) => -0.2 + random.next() * 1.6,
      domainSpread: 0.4,
      afterwards: (rating, random, isCore) => (random.happens(isCore ? 0.08 : 0.3) ? 0 : rating),
    }),
  },
  {
    name: 'T-shaped in the core',
    hasBar: true,
    person: people({
      partShift: () => ({ core: 0.8, others: -0.5 }),
      domainShift: someDomains(0.12, 1.5, 0),
      domainSpread: 0.4,
    }),
  },
  {
    name: 'tool picker',
    hasBar: true,
    person: people({
      noise: gaussian(0.4),
      afterwards: (rating, random, isCore) => (random.happens(isCore ? 0.1 : 0.38) ? 0 : rating),
    }),
  },
  {
    name: 'one domain',
    hasBar: true,
    person: people({
      domainShift: (role, random) => {
        const own = random.pick(domainsOf(role))
        return (domain) => (domain === own ? 0.5 : -2.2)
      },
    }),
  },
  {
    name: 'mover',
    hasBar: true,
    person: people({
      level: (role, random) => 1 + random.next() * (role.levels.length - 1),
      partShift: (random) => ({ core: -1.5 - 1.5 * random.next(), others: 0 }),
    }),
  },
  {
    name: 'short of breadth',
    hasBar: true,
    person: people({
      partShift: (random) => ({ core: 0.4, others: -0.2 - 0.6 * random.next() }),
      noise: gaussian(0.45),
      domainSpread: 0.5,
    }),
  },
  {
    name: 'heavy skipper',
    hasBar: true,
    person: people({
      afterwards: (rating, random, isCore) => (random.happens(isCore ? 0.15 : 0.35) ? null : rating),
    }),
  },
  {
    name: 'skips the unknown',
    hasBar: true,
    person: people({ afterwards: (rating, random) => (rating === 0 && random.happens(0.7) ? null : rating) }),
  },
  {
    name: 'uneven core',
    hasBar: true,
    person: people({
      partShift: (random) => ({ core: random.normal(1), others: 0 }),
      noise: (random) => random.normal(random.happens(0.4) ? 1.2 : 0.5),
    }),
  },
  {
    name: 'flat',
    hasBar: false,
    person: (role, random) => {
      const usual = 1 + random.below(4)
      return role.skills.map(() => clamp(usual + (random.happens(0.15) ? random.below(3) - 1 : 0)))
    },
  },
  { name: 'exact profile', hasBar: false, person: exactProfile },
  {
    name: 'skipping',
    hasBar: false,
    person: people({ afterwards: (rating, random) => (random.happens(0.12) ? null : rating) }),
  },
  { name: 'random', hasBar: false, person: (role, random) => role.skills.map(() => clamp(random.below(5))) },
  {
    name: 'deep holes',
    hasBar: false,
    person: people({ domainShift: someDomains(0.15, -4, 0.3), domainSpread: 0.4 }),
  },
  { name: 'step by step', hasBar: false, person: steps },
  { name: 'in families', hasBar: false, person: families },
  { name: 'middle of the scale', hasBar: false, person: people({ afterwards: (rating) => centred(rating) }) },
]

/** Ratings in whole levels: the row's own cell, sometimes one level up or down. */
function steps(role: AssessedRole, random: SeededRandom): Person {
  const general = random.below(role.levels.length + 1)
  const off = new Map(domainsOf(role).map((domain) => [domain, random.happens(0.3) ? random.below(3) - 1 : 0]))
  return role.skills.map((skill) => {
    const own = random.happens(0.3) ? random.below(3) - 1 : 0
    return ratingAt(skill, general + (off.get(skill.domain) ?? 0) + own)
  })
}

/** Strengths that do not follow the domains: every third skill belongs together. */
function families(role: AssessedRole, random: SeededRandom): Person {
  const general = randomLevel(role, random)
  const shifts = [random.normal(0.8), random.normal(0.8), random.normal(0.8)]
  return role.skills.map((skill, i) => ratingAt(skill, general + (shifts[i % 3] ?? 0) + random.normal(0.6)))
}

const centred = (rating: Rating): Rating => (rating === 0 ? 1 : rating === 4 ? 3 : rating)

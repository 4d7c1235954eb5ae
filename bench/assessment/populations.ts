import type { AssessedRole, Rating, RoleSkill } from '../../src/assessment/engine/index.ts'
import type { Chance } from './chance.ts'

/** One simulated person: what they would answer to every skill, in the role's order; null is a skip. */
export type Person = readonly (Rating | null)[]

export interface Population {
  readonly name: string
  /** False for those on which no bar is set: answers at random, skips. */
  readonly core: boolean
  readonly person: (role: AssessedRole, chance: Chance) => Person
}

const clamp = (value: number): Rating => Math.max(0, Math.min(4, Math.round(value))) as Rating

/** The rating of somebody who stands at `place` (in levels) in this skill, with no noise. */
function ratingAt(skill: RoleSkill, place: number): Rating {
  const top = skill.required.length
  const held = skill.required.filter((cell, index) => cell !== null && index + 0.5 <= place)
  const beyond = place > top + 0.75 ? 1 : 0
  return clamp((held.at(-1) ?? 0) + beyond)
}

/** A general level from a little below the first to a little above the last. */
const somewhere = (role: AssessedRole, chance: Chance): number => 0.2 + chance.uniform() * (role.levels.length + 0.3)

const domainsOf = (role: AssessedRole): readonly string[] => [...new Set(role.skills.map((skill) => skill.domain))]

interface Kind {
  readonly level?: (role: AssessedRole, chance: Chance) => number
  readonly domainSpread?: number
  /** Moves a domain by so many levels. */
  readonly domainShift?: (role: AssessedRole, chance: Chance) => (domain: string) => number
  readonly noise?: (chance: Chance) => number
  readonly afterwards?: (rating: Rating, chance: Chance) => Rating | null
}

const gaussian =
  (deviation: number) =>
  (chance: Chance): number =>
    chance.normal(deviation)

function people(kind: Kind): Population['person'] {
  const { level = somewhere, domainSpread = 0.6, noise = gaussian(0.7), afterwards } = kind
  return (role, chance) => {
    const general = level(role, chance)
    const shift = kind.domainShift?.(role, chance) ?? (() => 0)
    const places = new Map(
      domainsOf(role).map((domain) => [domain, general + chance.normal(domainSpread) + shift(domain)]),
    )
    return role.skills.map((skill) => {
      const place = (places.get(skill.domain) ?? general) + noise(chance)
      const rating = chance.happens(0.02) ? clamp(chance.below(5)) : ratingAt(skill, place)
      return afterwards === undefined ? rating : afterwards(rating, chance)
    })
  }
}

/** Picks some domains and moves them by `inside`, the others by `outside`. */
const someDomains =
  (share: number, inside: number, outside: number): NonNullable<Kind['domainShift']> =>
  (role, chance) => {
    const chosen = new Set(domainsOf(role).filter(() => chance.happens(share)))
    return (domain) => (chosen.has(domain) ? inside : outside)
  }

const studentT3 = (chance: Chance): number => {
  const chi = chance.normal(1) ** 2 + chance.normal(1) ** 2 + chance.normal(1) ** 2
  return (0.6 * chance.normal(1)) / Math.sqrt(Math.max(chi, 0.01) / 3)
}

const mixedStyle: Population['person'] = (role, chance) => {
  const spread = 0.2 + chance.uniform() * 0.9
  return people({ domainSpread: 0.3 + chance.uniform() * 0.8, noise: gaussian(spread) })(role, chance)
}

const exactProfile: Population['person'] = (role, chance) => {
  const level = 1 + chance.below(role.levels.length)
  return role.skills.map((skill) => ratingAt(skill, level))
}

export const POPULATIONS: readonly Population[] = [
  { name: 'mixed', core: true, person: mixedStyle },
  { name: 'specialist', core: true, person: people({ domainShift: someDomains(0.25, 1.4, -0.5) }) },
  {
    name: 'over-rating',
    core: true,
    person: people({ afterwards: (rating, chance) => (chance.happens(0.35) ? clamp(rating + 1) : rating) }),
  },
  {
    name: 'under-rating',
    core: true,
    person: people({ afterwards: (rating, chance) => (chance.happens(0.35) ? clamp(rating - 1) : rating) }),
  },
  { name: 'heavy-tailed', core: true, person: people({ noise: studentT3 }) },
  {
    name: 'never touched',
    core: true,
    person: people({ afterwards: (rating, chance) => (chance.happens(0.2) ? 0 : rating) }),
  },
  {
    name: 'between levels',
    core: true,
    person: people({
      level: (role, chance) => 0.5 + chance.below(role.levels.length) + 0.3 + chance.uniform() * 0.4,
      domainSpread: 0.35,
      noise: gaussian(0.4),
    }),
  },
  { name: 'T-shaped', core: true, person: people({ domainShift: someDomains(0.1, 2.2, -0.1), domainSpread: 0.4 }) },
  { name: 'uneven by domain', core: true, person: people({ domainSpread: 1.2, noise: gaussian(0.5) }) },
  {
    name: 'back from management',
    core: true,
    person: people({
      level: (role, chance) => role.levels.length * (0.5 + chance.uniform() * 0.5),
      domainShift: someDomains(0.5, -1.2, 0),
    }),
  },
  {
    name: 'flat',
    core: false,
    person: (role, chance) => {
      const usual = 1 + chance.below(4)
      return role.skills.map(() => clamp(usual + (chance.happens(0.15) ? chance.below(3) - 1 : 0)))
    },
  },
  { name: 'exact profile', core: false, person: exactProfile },
  {
    name: 'skipping',
    core: false,
    person: people({ afterwards: (rating, chance) => (chance.happens(0.12) ? null : rating) }),
  },
  { name: 'random', core: false, person: (role, chance) => role.skills.map(() => clamp(chance.below(5))) },
  {
    name: 'deep holes',
    core: false,
    person: people({ domainShift: someDomains(0.15, -4, 0.3), domainSpread: 0.4 }),
  },
  { name: 'step by step', core: false, person: steps },
  { name: 'in families', core: false, person: families },
  { name: 'middle of the scale', core: false, person: people({ afterwards: (rating) => centred(rating) }) },
]

/** Ratings built from whole levels: the row's own cell, one level up or down at times. */
function steps(role: AssessedRole, chance: Chance): Person {
  const general = chance.below(role.levels.length + 1)
  const off = new Map(domainsOf(role).map((domain) => [domain, chance.happens(0.3) ? chance.below(3) - 1 : 0]))
  return role.skills.map((skill) => {
    const own = chance.happens(0.3) ? chance.below(3) - 1 : 0
    return ratingAt(skill, general + (off.get(skill.domain) ?? 0) + own)
  })
}

/** Strengths that follow something other than the domains: every third skill belongs together. */
function families(role: AssessedRole, chance: Chance): Person {
  const general = somewhere(role, chance)
  const shifts = [chance.normal(0.8), chance.normal(0.8), chance.normal(0.8)]
  return role.skills.map((skill, i) => ratingAt(skill, general + (shifts[i % 3] ?? 0) + chance.normal(0.6)))
}

const centred = (rating: Rating): Rating => (rating === 0 ? 1 : rating === 4 ? 3 : rating)

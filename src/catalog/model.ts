import type { DefaultProficiency, Proficiency, Scale, Step } from './scale.ts'

/** The languages of the content of a catalog that names none. */
export const CONTENT_LOCALES: readonly string[] = Object.freeze(['en', 'es'])

/** A text by language, in the order of the catalog's languages. It has at least one. */
export type LocalText = Readonly<Record<string, string>>

/** The text in a language; if there is no translation, in the first of the catalog's languages that has one. */
export function localized(text: LocalText, locale: string): string
export function localized(text: LocalText | null | undefined, locale: string): string | undefined
export function localized(text: LocalText | null | undefined, locale: string): string | undefined {
  if (!text) return undefined
  const own = text[locale]
  if (own !== undefined) return own
  for (const language in text) return text[language]
  return undefined
}

/** The language to write content in for a user's locale: theirs, or else the first of the catalog's languages. */
export function contentLocale(locale: string, languages: readonly string[] = CONTENT_LOCALES): string {
  return languages.includes(locale) ? locale : (languages[0] ?? locale)
}

/**
 * What reaches a level: three in four of its core and half of its other requirements; a share of all its requirements (0 to 1); every
 * requirement of its core, each together with every level below; or a sum of points over all skills, whatever the levels require.
 */
export type LevelRule =
  | { readonly kind: 'core-and-breadth' }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'all-core' }
  | PointsRule

/** What the steps of skills are worth, and what levels take. Lists have an entry for each step, or one more that begins with 0. */
export interface PointsRule {
  readonly kind: 'points'
  /** Null if a step is worth its number. */
  readonly steps: readonly number[] | null
  /** By skill: the points of its own steps. */
  readonly skillSteps: Readonly<Record<string, readonly number[]>>
  /** By skill: how many times its points count, if not once. */
  readonly weights: Readonly<Record<string, number>>
  /** By level of any role that names no points of its own. */
  readonly levels: Readonly<Record<string, number>>
}

/** The rule of points for one role. */
export interface RolePoints {
  /** The total that each level takes, lowest first; they rise. */
  readonly thresholds: readonly number[]
  /** By skill: what each rating brings, from "none yet", with its weight. They never fall. */
  readonly bySkill: Readonly<Record<string, readonly number[]>>
  /** Equal for equal rules, whichever skills the role has. */
  readonly key: string
}

/** The rule of a catalog that names none. */
export const DEFAULT_LEVEL_RULE: LevelRule = Object.freeze({ kind: 'core-and-breadth' })

/** A group of related skills. */
export interface Domain {
  readonly slug: string
  readonly name: LocalText
  readonly aliases: readonly string[]
  /** Slugs that it had before; absent if it had none. */
  readonly formerly?: readonly string[]
}

/** The slug of the domain of skills whose file names none. */
export const NO_DOMAIN = 'other'

/** Something a person can do, with statements of observable behavior at its proficiencies. */
export interface Skill {
  readonly slug: string
  readonly name: string
  readonly domain: Domain
  readonly aliases: readonly string[]
  /** Slugs that it had before; absent if it had none. */
  readonly formerly?: readonly string[]
  /** What the skill is measured on: the scale of the catalog, or one of its own. */
  readonly scale: Scale
  /** By the slug of a step, lowest first; one without a statement is left out. Criteria that must all be met are lines of it. */
  readonly statements: Readonly<Partial<Record<Proficiency, LocalText>>>
  /** Examples of a step, a line each; empty if the ladder has none. */
  readonly examples: Readonly<Partial<Record<Proficiency, LocalText>>>
  /** How to reach a proficiency from the one below; empty if the ladder does not say. */
  readonly growth: Readonly<Partial<Record<Proficiency, GrowthStep>>>
  /** Official pages to learn from, the most useful first. */
  readonly links: readonly Link[]
  /** Changes with everything shown with this skill. */
  readonly version: string
}

/** The way from the proficiency below to the next one. */
export interface GrowthStep {
  readonly effort: Effort
  /** One thing to do, in the imperative. */
  readonly exercise: LocalText
  /** What another person can look at afterwards. */
  readonly evidence: LocalText
}

/** How long a step takes beside other work: a few days, a few weeks, or about a quarter. Shortest first. */
export const EFFORTS = ['days', 'weeks', 'quarter'] as const

export type Effort = (typeof EFFORTS)[number]

export interface Link {
  readonly title: string
  /** An https address. */
  readonly url: string
}

/** Whether a requirement is mandatory; `unknown` if the source of the role does not say. */
export type Mandatory = boolean | 'unknown'

/** What a role expects of one skill at one level. */
export interface Requirement {
  /** The slug of the step. */
  readonly proficiency: Proficiency
  readonly step: Step
  readonly mandatory: Mandatory
}

/** A requirement, or null if the level expects nothing of the skill. */
export type Cell = Requirement | null

export interface Level {
  readonly slug: string
  readonly name: string
  /** A few letters for a column heading. */
  readonly short: string
  readonly aliases: readonly string[]
  /** Slugs that it had before; absent if it had none. */
  readonly formerly?: readonly string[]
  /** Null if the ladder does not say. */
  readonly focus: LocalText | null
  readonly stack: LocalText | null
  /** The level of a ladder that several roles share; absent if there is none. Levels of two roles with the same one are as high. */
  readonly sharedLevel?: string
  /** What the track that it belongs to is called; absent if the ladder does not say. */
  readonly track?: LocalText
  /** Slugs of the levels that follow; absent for the next one. See `tracksOf`. */
  readonly leadsTo?: readonly string[]
}

/** One skill of a role: a cell for each level, in the order of the role's levels. */
export interface Row {
  readonly skill: Skill
  readonly cells: readonly Cell[]
  /** By level: what the role itself says of the skill there, which stands before the statement; absent if it says nothing. */
  readonly criteria?: readonly (Criteria | null)[]
}

/** What shows that a level's requirement is met: criteria, a line each, and examples. */
export interface Criteria {
  readonly text: LocalText
  readonly examples: LocalText | null
}

/** The rows of a role that belong to one domain. */
export interface RoleDomain {
  readonly domain: Domain
  readonly rows: readonly Row[]
}

/** Totals that a role's source publishes about itself; they may differ from the sums of the rows. */
export interface StatedTotals {
  readonly skills?: number | undefined
  readonly requirements?: number | undefined
  readonly mandatory?: number | undefined
}

/** The skills that make the role what it is: whole domains, and single skills of others. */
export interface RoleCore {
  readonly domains: readonly Domain[]
  readonly skills: readonly Skill[]
}

export interface Role {
  readonly slug: string
  readonly name: string
  readonly family: string
  /** The scale of the catalog. */
  readonly scale: Scale
  /** The rule of the catalog. */
  readonly levelRule: LevelRule
  /** Absent under a rule without points. */
  readonly points?: RolePoints
  readonly aliases: readonly string[]
  /** Slugs that it had before; absent if it had none. */
  readonly formerly?: readonly string[]
  /** Null if the ladder does not say. */
  readonly description: LocalText | null
  readonly stated: StatedTotals
  readonly keyDomains: readonly Domain[]
  /** Decides the level together with the breadth, which is everything else. Empty if the role names no core. */
  readonly core: RoleCore
  /** Lowest first. */
  readonly levels: readonly Level[]
  readonly domains: readonly RoleDomain[]
  /** The slugs of the skills, in the order of the rows. Unlike rows, they are there at once for every role of a large catalog. */
  readonly skillSlugs: readonly string[]
  /** The same rows by skill slug, in the order of the domains; former slugs lead to them too. */
  readonly rows: ReadonlyMap<string, Row>
  /** Changes with everything shown with this role, including the statements of its skills. */
  readonly version: string
  /** The role with all its levels, if this one has those of a track alone. */
  readonly whole?: Role
}

/** Whether a skill belongs to the core of a role. */
export function isCore({ core }: Role, skill: Skill): boolean {
  return (
    core.domains.some(({ slug }) => slug === skill.domain.slug) || core.skills.some(({ slug }) => slug === skill.slug)
  )
}

/** Where a ladder comes from, as its authors say; null if they do not. */
export interface LadderFacts {
  readonly name: LocalText | null
  readonly version: string | null
  readonly author: string | null
  /** An address or a title. */
  readonly source: string | null
  readonly license: string | null
}

/** What people ask about a ladder as a whole: where it comes from, what it has, and how it measures. */
export interface LadderAbout extends LadderFacts {
  readonly roles: number
  readonly skills: number
  readonly domains: number
  readonly languages: readonly string[]
  readonly scale: Scale
  readonly levelRule: LevelRule
}

/** The facts of a catalog, for any view that tells about the ladder. */
export function ladderFacts({ facts, roles, skills, domains, languages, scale, levelRule }: Catalog): LadderAbout {
  const counts = { roles: roles.size, skills: skills.size, domains: domains.size }
  return { ...facts, ...counts, languages, scale, levelRule }
}

/** Roles, skills and domains by slug, immutable; former slugs lead to them too. Equal content has an equal version. */
export interface Catalog {
  readonly version: string
  readonly roles: ReadonlyMap<string, Role>
  readonly skills: ReadonlyMap<string, Skill>
  readonly domains: ReadonlyMap<string, Domain>
  /** What skills without a scale of their own are measured on. */
  readonly scale: Scale
  readonly levelRule: LevelRule
  readonly facts: LadderFacts
  /** The languages of the texts, the one to fall back to first. */
  readonly languages: readonly string[]
}

/** Sums over a role's rows. `mandatoryUnknown` counts the requirements whose source does not say. */
export interface RoleTotals {
  readonly skills: number
  readonly requirements: number
  readonly absent: number
  readonly mandatory: number
  readonly mandatoryUnknown: number
}

export function totalsOf(role: Role): RoleTotals {
  let requirements = 0
  let absent = 0
  let mandatory = 0
  let mandatoryUnknown = 0
  for (const row of role.rows.values()) {
    for (const cell of row.cells) {
      if (cell === null) absent += 1
      else requirements += 1
      if (cell?.mandatory === true) mandatory += 1
      if (cell?.mandatory === 'unknown') mandatoryUnknown += 1
    }
  }
  return { skills: role.rows.size, requirements, absent, mandatory, mandatoryUnknown }
}

/** The letter of a default proficiency in the payloads of buttons, which never change. What people read is in their language. */
export const PROFICIENCY_LETTER = {
  awareness: 'A',
  working: 'W',
  advanced: 'V',
  expert: 'E',
} as const satisfies Record<DefaultProficiency, string>

/** The rank of what a cell expects, from 1; 0 if it expects nothing. */
export function rankOf(cell: Cell | undefined): number {
  return cell ? cell.step.rank : 0
}

/** Work in short steps: yields after each step and returns the result. */
export type Steps<T> = Generator<undefined, T, undefined>

/** A lazily computed result. */
export interface Stepwise<T> {
  /** Returns the result; runs all remaining steps first. */
  result(): T
  /** Runs the steps one at a time and awaits `pause` after each, so the process can do other work. */
  prepare(pause: () => Promise<unknown>): Promise<void>
}

/** Starts the work on the first call of `result` or `prepare`. */
export function stepwise<T>(start: () => Steps<T>): Stepwise<T> {
  let steps: Steps<T> | undefined
  let made: { readonly result: T } | undefined
  const step = (): void => {
    steps ??= start()
    const { done, value } = steps.next()
    if (done) made = { result: value }
  }
  return {
    result() {
      while (!made) step()
      return made.result
    },
    async prepare(pause) {
      while (!made) {
        step()
        await pause()
      }
    },
  }
}

import { caches } from './caches.ts'
import { expectingLevels, type Part, type Threshold, thresholdsOf } from './grade.ts'
import { at, entry, NO_TABLE } from './math.ts'
import { type AnswerStyle, PARAMETERS } from './parameters.ts'
import { type QuadratureGrid, quadratureGrid } from './quadrature.ts'
import { boundariesOf, chanceAtLeast } from './rating-model.ts'
import { type AssessedRole, checkRole, proficienciesOf, type RoleSkill, stepsOfSkill } from './types.ts'

/**
 * What skills with the same row share: the engine does not distinguish them. "At a point" below means at index
 * style · places + place.
 */
export interface Shape {
  /** Its index among the shapes of its part. */
  readonly id: number
  /** By threshold of the part: the rating that meets it, or 0 if the skill is not counted. */
  readonly cells: readonly number[]
  /** By level index: the rating that meets it, or 0 if nothing is expected. */
  readonly required: readonly number[]
  /** By rating from 0: P(rating | style, place), at a point; and its logarithm. */
  readonly chance: readonly Float64Array[]
  readonly logChance: readonly Float64Array[]
  /** log of the likelihood of a skip, at a point. */
  readonly logSkip: Float64Array
  /** By rating from 0: P(at least that rating | style, place), at a point. */
  readonly chanceAtLeast: readonly Float64Array[]
}

/** Everything about one part of a role that does not depend on answers. Skills, domains and shapes are indices in the part. */
export interface PartTables {
  /** Unique within the process. */
  readonly id: number
  readonly part: Part
  readonly grid: QuadratureGrid
  /** Lowest level first, at most one a level. */
  readonly thresholds: readonly Threshold[]
  /** By skill: its index in the role. */
  readonly skills: readonly number[]
  readonly shapes: readonly Shape[]
  readonly shapeOf: readonly number[]
  readonly domainOf: readonly number[]
  readonly skillsOf: readonly (readonly number[])[]
}

/** What people are a priori: pairs of a cell of the core and one of the breadth, with the same answer style. */
export interface CellPairs {
  readonly core: Int32Array
  readonly breadth: Int32Array
  readonly logPrior: Float64Array
  /** Room for the logarithm of each pair's weight, overwritten for every posterior. */
  readonly logs: Float64Array
}

/** Everything about a role that does not depend on answers. */
export interface Tables {
  /** Unique within the process. */
  readonly id: number
  readonly role: AssessedRole
  readonly thresholds: readonly Threshold[]
  readonly expectingLevels: readonly number[]
  readonly core: PartTables
  readonly breadth: PartTables
  readonly pairs: CellPairs
  /** By skill index: its part, and its index there. */
  readonly places: readonly { readonly part: Part; readonly skill: number }[]
  readonly indexOf: ReadonlyMap<string, number>
}

let lastId = 0

/** @throws AssessmentError `bad-role` */
export function tablesOf(role: AssessedRole): Tables {
  const cached = caches.tables.get(role)
  if (cached) return cached
  checkRole(role)
  const tables = computeTables(role)
  caches.tables.set(role, tables)
  return tables
}

function computeTables(role: AssessedRole): Tables {
  const thresholds = thresholdsOf(role)
  const core = partTables(role, 'core', thresholds)
  const breadth = partTables(role, 'breadth', thresholds)
  const places = role.skills.map((_, index) => {
    const inCore = core.skills.indexOf(index)
    return inCore >= 0
      ? ({ part: 'core', skill: inCore } as const)
      : ({ part: 'breadth', skill: breadth.skills.indexOf(index) } as const)
  })
  lastId += 1
  return {
    id: lastId,
    role,
    thresholds,
    expectingLevels: expectingLevels(role),
    core,
    breadth,
    pairs: cellPairs(core, breadth),
    places,
    indexOf: new Map(role.skills.map((skill, index) => [skill.id, index])),
  }
}

function partTables(role: AssessedRole, part: Part, all: readonly Threshold[]): PartTables {
  const skills = [...role.skills.keys()].filter((index) => (role.skills[index]?.core === true) === (part === 'core'))
  const rows = skills.flatMap((index) => role.skills[index] ?? [])
  const thresholds = all.filter((threshold) => threshold.part === part)
  const grid = quadratureGrid(role.levels.length, stylesOf(part))
  const [shapeOf, firstOfShape] = numbered(
    rows.map((skill) => `${stepsOfSkill(skill)} ${JSON.stringify(skill.required)}`),
  )
  const [domainOf, firstOfDomain] = numbered(rows.map((skill) => skill.domain))
  lastId += 1
  return {
    id: lastId,
    part,
    grid,
    thresholds,
    skills,
    shapeOf,
    domainOf,
    shapes: firstOfShape.map((skill, id) => ({
      id,
      cells: thresholds.map((threshold) => threshold.cells[entry(skills, skill)] ?? 0),
      ...shape(rows[skill] as RoleSkill, grid),
    })),
    skillsOf: firstOfDomain.map((_, domain) => [...domainOf.keys()].filter((skill) => domainOf[skill] === domain)),
  }
}

function stylesOf(part: Part): readonly AnswerStyle[] {
  const { styles, coreUntouched } = PARAMETERS
  return part === 'breadth' ? styles : styles.map((style) => ({ ...style, untouched: style.untouched * coreUntouched }))
}

/** Pairs with the prior of their abilities' difference. In a part without skills ability means nothing: one cell a style. */
function cellPairs(core: PartTables, breadth: PartTables): CellPairs {
  const abilities = ({ skills, grid }: PartTables): readonly number[] =>
    skills.length === 0 ? [0] : Array.from({ length: grid.abilities }, (_, ability) => ability)
  const isSingle = core.skills.length === 0 || breadth.skills.length === 0
  const pairs = core.grid.styles.flatMap((_, style) =>
    abilities(core).flatMap((inCore) =>
      abilities(breadth).map((inBreadth) => ({
        core: style * core.grid.abilities + inCore,
        breadth: style * breadth.grid.abilities + inBreadth,
        logPrior: isSingle ? 0 : Math.log(advantageDensity((inCore - inBreadth) * core.grid.step)),
      })),
    ),
  )
  return {
    core: Int32Array.from(pairs, (pair) => pair.core),
    breadth: Int32Array.from(pairs, (pair) => pair.breadth),
    logPrior: Float64Array.from(pairs, (pair) => pair.logPrior),
    logs: new Float64Array(pairs.length),
  }
}

function advantageDensity(difference: number): number {
  return PARAMETERS.coreAdvantage.reduce(
    (sum, { share, deviation }) => sum + (share / deviation) * Math.exp(-0.5 * (difference / deviation) ** 2),
    0,
  )
}

/** Numbers distinct keys in order of first appearance. Also returns the index at which each number first appears. */
function numbered(keys: readonly string[]): readonly [readonly number[], readonly number[]] {
  const numbers = new Map<string, number>()
  const first: number[] = []
  const each = keys.map((key, index) => {
    const number = numbers.get(key)
    if (number !== undefined) return number
    numbers.set(key, first.length)
    return first.push(index) - 1
  })
  return [each, first]
}

function shape(skill: RoleSkill, grid: QuadratureGrid): Omit<Shape, 'id' | 'cells'> {
  const boundaries = boundariesOf(skill)
  const points = grid.styles.flatMap((style) => grid.placeValues.map((place) => ({ style, place })))
  const steps = stepsOfSkill(skill)
  const proficiencies = proficienciesOf(steps)
  const atLeast = proficiencies.map((proficiency) =>
    Float64Array.from(points, ({ style, place }) =>
      chanceAtLeast(proficiency, place, entry(boundaries, proficiency - 1), style, PARAMETERS.randomShare, steps),
    ),
  )
  const cumulative = [new Float64Array(points.length).fill(1), ...atLeast, new Float64Array(points.length)]
  const chance = [0, ...proficiencies].map((rating) =>
    Float64Array.from(
      points,
      (_, point) => at(cumulative[rating] ?? NO_TABLE, point) - at(cumulative[rating + 1] ?? NO_TABLE, point),
    ),
  )
  return {
    required: skill.required.map((cell) => cell ?? 0),
    chance,
    logChance: chance.map((table) => table.map(Math.log)),
    logSkip: Float64Array.from(points, (_, point) =>
      Math.log(1 - PARAMETERS.skipTilt * at(cumulative[1] ?? NO_TABLE, point)),
    ),
    chanceAtLeast: cumulative.slice(0, steps + 1),
  }
}

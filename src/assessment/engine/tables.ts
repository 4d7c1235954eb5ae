import { caches } from './caches.ts'
import { type Threshold, targetLevel, thresholdsOf } from './grade.ts'
import { at, entry, NO_TABLE } from './math.ts'
import { PARAMETERS } from './parameters.ts'
import { type QuadratureGrid, quadratureGrid } from './quadrature.ts'
import { boundariesOf, chanceAtLeast } from './rating-model.ts'
import { type AssessedRole, checkRole, RATINGS, type RoleSkill } from './types.ts'

/**
 * What skills with the same row and the same mandatory flags share: the engine does not distinguish them.
 * "At a point" below means at index style · places + place.
 */
export interface Shape {
  /** Its index among the role's shapes. */
  readonly id: number
  /** By threshold: the rating that meets it, or 0 if the skill is not counted. */
  readonly cells: readonly number[]
  /** P(rating | style, place), at point · 5 + rating. */
  readonly chance: Float64Array
  /** By rating 0..4: log P(rating | style, place), at a point. */
  readonly logChance: readonly Float64Array[]
  /** By rating 0..4: P(at least that rating | style, place), at a point. */
  readonly chanceAtLeast: readonly Float64Array[]
}

/** Everything about a role that does not depend on answers. Skills, domains and shapes are indices. */
export interface Tables {
  /** Unique within the process. */
  readonly id: number
  readonly role: AssessedRole
  readonly grid: QuadratureGrid
  readonly thresholds: readonly Threshold[]
  readonly shapes: readonly Shape[]
  readonly shapeOf: readonly number[]
  readonly domainOf: readonly number[]
  readonly skillsOf: readonly (readonly number[])[]
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
  const grid = quadratureGrid(role.levels.length, PARAMETERS.styles)
  const thresholds = thresholdsOf(role)
  const [shapeOf, firstOfShape] = numbered(role.skills.map(shapeKey))
  const [domainOf, firstOfDomain] = numbered(role.skills.map((skill) => skill.domain))
  lastId += 1
  return {
    id: lastId,
    role,
    grid,
    thresholds,
    shapeOf,
    domainOf,
    shapes: firstOfShape.map((skill, id) => ({ id, ...shape(role, skill, thresholds, grid) })),
    skillsOf: firstOfDomain.map((_, domain) => [...domainOf.keys()].filter((skill) => domainOf[skill] === domain)),
    indexOf: new Map(role.skills.map((skill, index) => [skill.id, index])),
  }
}

/** The index of the threshold over all cells of the level above a grade; -1 if there is none. */
export function targetThreshold({ role, thresholds }: Tables, grade: number): number {
  const level = targetLevel(role, grade)
  return thresholds.findIndex((threshold) => threshold.level === level)
}

const shapeKey = (skill: RoleSkill): string => JSON.stringify([skill.required, skill.mandatory ?? []])

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

function shape(
  role: AssessedRole,
  index: number,
  thresholds: readonly Threshold[],
  grid: QuadratureGrid,
): Omit<Shape, 'id'> {
  const boundaries = boundariesOf(role.skills[index] as RoleSkill)
  const points = grid.styles.flatMap((style) => grid.placeValues.map((place) => ({ style, place })))
  const atLeast = ([1, 2, 3, 4] as const).map((proficiency) =>
    Float64Array.from(points, ({ style, place }) =>
      chanceAtLeast(proficiency, place, entry(boundaries, proficiency - 1), style, PARAMETERS.randomShare),
    ),
  )
  const cumulative = [new Float64Array(points.length).fill(1), ...atLeast, new Float64Array(points.length)]
  const exactly = (rating: number, point: number): number =>
    at(cumulative[rating] ?? NO_TABLE, point) - at(cumulative[rating + 1] ?? NO_TABLE, point)
  return {
    cells: thresholds.map((threshold) => threshold.cells[index] ?? 0),
    chance: Float64Array.from({ length: points.length * 5 }, (_, i) => exactly(i % 5, Math.floor(i / 5))),
    logChance: RATINGS.map((rating) => Float64Array.from(points, (_, point) => Math.log(exactly(rating, point)))),
    chanceAtLeast: cumulative.slice(0, 5),
  }
}

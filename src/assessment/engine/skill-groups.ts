import { type DomainPosterior, ratingAt, UNASKED } from './domain-posterior.ts'
import { at, entry, NO_TABLE } from './math.ts'
import type { PartPosterior } from './posterior.ts'
import type { Shape } from './tables.ts'

/** Unasked skills of one part with the same domain and shape: the model treats them alike. */
export interface SkillGroup {
  /** Indices in the part, in the role's order. */
  readonly skills: readonly number[]
  readonly shape: Shape
  readonly domain: DomainPosterior
  /** The rating that meets the cell in question, from 1. */
  readonly cell: number
}

/** The groups whose cell is not 0, by their first skill in the role's order. */
export function unaskedGroups(
  { tables, ratings, domains }: PartPosterior,
  cellOf: (shape: Shape) => number | undefined,
): readonly SkillGroup[] {
  const groups = new Map<number, SkillGroup & { readonly skills: number[] }>()
  for (let skill = 0; skill < ratings.length; skill++) {
    if (ratingAt(ratings, skill) !== UNASKED) continue
    const shape = tables.shapes[entry(tables.shapeOf, skill)]
    const domain = domains[entry(tables.domainOf, skill)]
    if (shape === undefined || domain === undefined) continue
    const cell = cellOf(shape) ?? 0
    if (cell === 0) continue
    const key = entry(tables.domainOf, skill) * tables.shapes.length + entry(tables.shapeOf, skill)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { skills: [skill], shape, domain, cell })
    else group.skills.push(skill)
  }
  return [...groups.values()]
}

/** Cells below this probability are ignored when choosing a question and estimating an answer. */
const NEGLIGIBLE = 1e-3

export const likelyCells = ({ cells, possible }: PartPosterior): readonly number[] =>
  possible.filter((cell) => at(cells, cell) >= NEGLIGIBLE)

/** P(a skill of this group would be rated high enough). */
export function chanceMet(posterior: PartPosterior, group: SkillGroup, support: readonly number[]): number {
  return average(posterior, group.domain, group.shape.chanceAtLeast[group.cell] ?? NO_TABLE, support)
}

/** P(rating), from 0, of a skill that was not answered. */
export function ratingChances(posterior: PartPosterior, skill: number): readonly number[] {
  const { tables, domains } = posterior
  const shape = tables.shapes[entry(tables.shapeOf, skill)]
  const domain = domains[entry(tables.domainOf, skill)]
  if (shape === undefined || domain === undefined) return []
  const support = likelyCells(posterior)
  return shape.chance.map((table) => average(posterior, domain, table, support))
}

/** The average of a table by point over a person's cells and deviations. */
function average(
  { tables: { grid }, cells }: PartPosterior,
  domain: DomainPosterior,
  table: Float64Array,
  support: readonly number[],
): number {
  let sum = 0
  let total = 0
  for (const cell of support) {
    const point = entry(grid.firstPoint, cell)
    let chance = 0
    for (let d = 0; d < grid.deviations; d++) {
      chance += at(domain.deviations, cell * grid.deviations + d) * at(table, point + d)
    }
    sum += at(cells, cell) * chance
    total += at(cells, cell)
  }
  return sum / total
}

import { type DomainPosterior, UNASKED } from './domain-posterior.ts'
import { at, entry, NO_TABLE } from './math.ts'
import type { Posterior } from './posterior.ts'
import type { Shape } from './tables.ts'

/** Unasked skills with the same domain and shape: the model treats them alike. */
export interface SkillGroup {
  /** In the role's order. */
  readonly skills: readonly number[]
  readonly shape: Shape
  readonly domain: DomainPosterior
  /** The rating that meets the threshold, 1..4. */
  readonly cell: number
}

/** The groups that `threshold` counts, by their first skill in the role's order. */
export function openGroups({ tables, ratings, domains }: Posterior, threshold: number): readonly SkillGroup[] {
  const groups = new Map<number, SkillGroup & { readonly skills: number[] }>()
  for (const [skill, rating] of ratings.entries()) {
    const shape = tables.shapes[entry(tables.shapeOf, skill)]
    const domain = domains[entry(tables.domainOf, skill)]
    if (rating !== UNASKED || shape === undefined || domain === undefined) continue
    const cell = entry(shape.cells, threshold)
    if (cell === 0) continue
    const key = entry(tables.domainOf, skill) * tables.shapes.length + entry(tables.shapeOf, skill)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { skills: [skill], shape, domain, cell })
    else group.skills.push(skill)
  }
  return [...groups.values()]
}

/** Cells below this probability are ignored when choosing a question: together they weigh under 1%. */
const NEGLIGIBLE = 1e-4

export const likelyCells = ({ cells, possible }: Posterior): readonly number[] =>
  possible.filter((cell) => at(cells, cell) >= NEGLIGIBLE)

/** P(a skill of this group would be rated high enough). */
export function chanceMet(
  { tables: { grid }, cells }: Posterior,
  group: SkillGroup,
  support: readonly number[],
): number {
  const chances = group.shape.chanceAtLeast[group.cell] ?? NO_TABLE
  let sum = 0
  let total = 0
  for (const cell of support) {
    const point = entry(grid.firstPoint, cell)
    let chance = 0
    for (let d = 0; d < grid.deviations; d++) {
      chance += at(group.domain.deviations, cell * grid.deviations + d) * at(chances, point + d)
    }
    sum += at(cells, cell) * chance
    total += at(cells, cell)
  }
  return sum / total
}

import type { Cell, Level, Role, Row, Skill } from './model.ts'
import { rankOf } from './proficiency.ts'

/** How an expectation differs from one cell to another. */
export type RequirementChange = 'gained' | 'raised' | 'lowered' | 'dropped' | 'same'

/** How an expectation changes between two cells; null if neither expects anything. */
export function compareCells(from: Cell, to: Cell): RequirementChange | null {
  if (from === null && to === null) return null
  if (from === null) return 'gained'
  if (to === null) return 'dropped'
  const step = rankOf(to.proficiency) - rankOf(from.proficiency)
  if (step === 0) return 'same'
  return step > 0 ? 'raised' : 'lowered'
}

export interface LevelChange {
  readonly row: Row
  readonly from: Cell
  readonly to: Cell
  readonly change: RequirementChange
}

/** All expectations of two levels of a role, in the role's order, and how each changes between them. */
export function compareLevels(role: Role, from: Level, to: Level): readonly LevelChange[] {
  const a = role.levels.indexOf(from)
  const b = role.levels.indexOf(to)
  return [...role.rows.values()].flatMap((row) => {
    const before = row.cells[a] ?? null
    const after = row.cells[b] ?? null
    const change = compareCells(before, after)
    return change === null ? [] : [{ row, from: before, to: after, change }]
  })
}

/**
 * How one role's expectations of a skill compare with another's: `same`, `higher` (the first role expects more at every level
 * that differs), `lower`, `mixed` (more at one level, less at another), or expected by one role only.
 */
export type RequirementRelation = 'same' | 'higher' | 'lower' | 'mixed' | 'onlyFirst' | 'onlySecond'

export interface RoleDifference {
  readonly skill: Skill
  /** One pair of cells for each compared level. */
  readonly cells: readonly (readonly [Cell, Cell])[]
  readonly relation: RequirementRelation
}

/**
 * Compares two roles skill by skill at pairs of levels (an index into each role's levels). Skills of the first role come
 * first, in its order. Skills that neither role expects at these levels are left out.
 */
export function compareRoles(
  first: Role,
  second: Role,
  levelPairs: readonly (readonly [number, number])[],
): readonly RoleDifference[] {
  const slugs = new Set([...first.rows.keys(), ...second.rows.keys()])
  return [...slugs].flatMap((slug) => {
    const a = first.rows.get(slug)
    const b = second.rows.get(slug)
    const skill = (a ?? b)?.skill
    if (!skill) return []
    const cells = levelPairs.map(([i, j]) => [a?.cells[i] ?? null, b?.cells[j] ?? null] as const)
    const relation = relationOf(cells)
    return relation === null ? [] : [{ skill, cells, relation }]
  })
}

function relationOf(cells: readonly (readonly [Cell, Cell])[]): RequirementRelation | null {
  const inFirst = cells.some(([a]) => a !== null)
  const inSecond = cells.some(([, b]) => b !== null)
  if (!inFirst && !inSecond) return null
  if (!inSecond) return 'onlyFirst'
  if (!inFirst) return 'onlySecond'
  const steps = cells.map(([a, b]) => rankOf(a?.proficiency ?? null) - rankOf(b?.proficiency ?? null))
  const more = steps.some((step) => step > 0)
  const less = steps.some((step) => step < 0)
  if (more && less) return 'mixed'
  if (more) return 'higher'
  return less ? 'lower' : 'same'
}

/** The levels that two roles share by slug, as pairs of indices in the first role's order. */
export function sharedLevels(first: Role, second: Role): readonly (readonly [number, number])[] {
  return first.levels.flatMap((level, i) => {
    const j = second.levels.findIndex((other) => other.slug === level.slug)
    return j < 0 ? [] : [[i, j] as const]
  })
}

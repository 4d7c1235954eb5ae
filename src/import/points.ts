import type { Draft, Findings } from './draft.ts'
import type { PointsLegend } from './legend.ts'

// Ladders of milestones and points: a level is a total of points over all skills, whose steps are the milestones.

/** A ladder whose levels are those of a table of points. What were columns of levels are steps of the skills then. */
export function withPoints(draft: Draft, legends: readonly PointsLegend[], findings: Findings): Draft {
  const totals = legends.find(({ of }) => of === 'level')?.points
  if (!totals) return draft
  const steps = legends.find(({ of }) => of === 'step')?.points.map(([, points]) => points)
  if (!steps) {
    findings.choose('a step of a skill is worth its number in points; levelRule in ladder.yaml gives it other points')
  }
  const levels = totals.map(([name, points]) => ({ name, points }))
  const roles = draft.roles.map((role) => ({
    ...role,
    levels,
    rows: role.rows.map(({ skill, place }) => ({ skill, place, cells: [] })),
  }))
  return { ...draft, points: steps ? { steps } : {}, roles }
}

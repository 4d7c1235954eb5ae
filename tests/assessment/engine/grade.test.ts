import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AssessedRole,
  gapsOf,
  gradeOf,
  misgradedLevels,
  type Proficiency,
  profileOf,
  type Rating,
} from '../../../src/assessment/engine/index.ts'
import { roleAndRatings } from './arbitrary.ts'
import { mlEngineer } from './ml-engineer.ts'

/** A role whose skills all have the same row. */
const roleOf = (
  count: number,
  required: readonly (Proficiency | null)[],
  mandatory: (skill: number) => readonly (boolean | null)[] = () => required.map(() => null),
): AssessedRole => ({
  id: 'r',
  levels: required.map((_, i) => `L${i + 1}`),
  skills: Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    name: `S${i}`,
    domain: 'd',
    required,
    mandatory: mandatory(i),
  })),
})

const rated = (role: AssessedRole, each: (skill: number) => Rating | null): ReadonlyMap<string, Rating | null> =>
  new Map(role.skills.map((skill, i) => [skill.id, each(i)]))

describe('the ML Engineer table', () => {
  it('has the published counts', () => {
    const cells = mlEngineer.skills.flatMap((skill) => skill.required)
    const count = (cell: Proficiency | null): number => cells.filter((each) => each === cell).length
    expect(mlEngineer.skills).toHaveLength(58)
    expect([count(1), count(2), count(3), count(4), count(null)]).toEqual([59, 65, 86, 75, 5])
  })

  it.each([1, 2, 3, 4, 5])('grades a person exactly at level %i as that', (level) => {
    expect(gradeOf(mlEngineer, profileOf(mlEngineer, level))).toBe(level)
  })

  it('grades the profile of each level as that level', () => {
    expect(misgradedLevels(mlEngineer)).toEqual([])
  })
})

describe('the grade', () => {
  it.each([
    [1, 1],
    [4, 4],
    [5, 4],
    [6, 5],
    [9, 8],
    [10, 8],
    [11, 9],
    [58, 47],
  ])('of %i cells needs %i met', (cells, need) => {
    const role = roleOf(cells, [1])
    expect(
      gradeOf(
        role,
        rated(role, (i) => (i < need ? 1 : 0)),
      ),
    ).toBe(1)
    expect(
      gradeOf(
        role,
        rated(role, (i) => (i < need - 1 ? 1 : 0)),
      ),
    ).toBe(0)
  })

  it('counts a skip as not met', () => {
    const role = roleOf(4, [1])
    expect(
      gradeOf(
        role,
        rated(role, (i) => (i === 0 ? null : 4)),
      ),
    ).toBe(0)
  })

  it('passes over a level that expects nothing, and never awards it', () => {
    const role = roleOf(5, [null, 1, null, 2, null])
    expect(
      gradeOf(
        role,
        rated(role, () => 0),
      ),
    ).toBe(0)
    expect(
      gradeOf(
        role,
        rated(role, () => 1),
      ),
    ).toBe(2)
    expect(
      gradeOf(
        role,
        rated(role, () => 4),
      ),
    ).toBe(4)
  })

  it('of a role without skills is 0', () => {
    expect(gradeOf(roleOf(0, [1, 2]), new Map())).toBe(0)
  })

  it('requires four fifths of the mandatory cells too if every flag is known', () => {
    const role = roleOf(10, [1], (i) => [i < 2])
    expect(
      gradeOf(
        role,
        rated(role, (i) => (i === 0 ? 0 : 1)),
      ),
    ).toBe(0)
    expect(
      gradeOf(
        role,
        rated(role, (i) => (i === 9 ? 0 : 1)),
      ),
    ).toBe(1)
  })

  it('ignores the mandatory flags if one of them is unknown', () => {
    const role = roleOf(10, [1], (i) => [i === 9 ? null : i < 2])
    expect(
      gradeOf(
        role,
        rated(role, (i) => (i === 0 ? 0 : 1)),
      ),
    ).toBe(1)
  })

  it('never falls when an answer is raised', () => {
    fc.assert(
      fc.property(roleAndRatings(12), fc.nat(), ({ role, ratings }, pick) => {
        const skill = role.skills[pick % Math.max(1, role.skills.length)]
        if (skill === undefined) return
        const before = ratings.get(skill.id) ?? 0
        const raised = new Map(ratings).set(skill.id, Math.min(4, before + 1) as Rating)
        expect(gradeOf(role, raised)).toBeGreaterThanOrEqual(gradeOf(role, ratings))
      }),
    )
  })
})

describe('the gaps', () => {
  it('are the cells not met at the next level that expects anything', () => {
    const role = roleOf(5, [1, null, 2])
    expect(
      gapsOf(
        role,
        rated(role, (i) => (i < 3 ? 1 : 2)),
        1,
      ),
    ).toEqual(['s0', 's1', 's2'])
  })

  it('are those of the top level itself at the top', () => {
    const role = roleOf(5, [1, 2])
    const ratings = rated(role, (i) => (i === 4 ? 1 : 2))
    expect(gradeOf(role, ratings)).toBe(2)
    expect(gapsOf(role, ratings, 2)).toEqual(['s4'])
  })
})

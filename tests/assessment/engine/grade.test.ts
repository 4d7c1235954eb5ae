import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POPULATIONS } from '../../../bench/assessment/populations.ts'
import {
  type AssessedRole,
  assess,
  gapsOf,
  gradeOf,
  levelCounts,
  misgradedLevels,
  openLevelOf,
  type Proficiency,
  profileOf,
  type Rating,
  type RoleSkill,
} from '../../../src/assessment/engine/index.ts'
import { seededRandom } from '../../seeded-random.ts'
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

describe('the grade of a role without a core', () => {
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

  it('leaves skips out of the count, and leaves a level open if fewer than half are answered', () => {
    const role = roleOf(6, [1])
    const answered = (count: number, met: number) => rated(role, (i) => (i < met ? 1 : i < count ? 0 : null))
    expect(gradeOf(role, answered(5, 4))).toBe(1)
    expect(gradeOf(role, answered(3, 3))).toBe(1)
    expect(openLevelOf(role, answered(3, 3))).toBeNull()
    expect(gradeOf(role, answered(2, 2))).toBe(0)
    expect(openLevelOf(role, answered(2, 2))).toBe(0)
  })
})

describe('the grade', () => {
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

  it('does not depend on mandatory flags', () => {
    fc.assert(
      fc.property(roleAndRatings(12), ({ role, ratings }) => {
        const without = {
          ...role,
          skills: role.skills.map((skill) => ({ ...skill, mandatory: skill.required.map(() => null) })),
        }
        expect(gradeOf(without, ratings)).toBe(gradeOf(role, ratings))
      }),
    )
  })

  it('takes three in four of the core and half of the others', () => {
    const met = (core: number, others: number) => {
      const ratings = new Map<string, Rating>()
      const of = (isCore: boolean) => mlEngineer.skills.filter((skill) => (skill.core === true) === isCore)
      for (const [i, skill] of of(true).entries()) ratings.set(skill.id, i < core ? 2 : 1)
      for (const [i, skill] of of(false).entries()) ratings.set(skill.id, i < others ? 2 : 1)
      return ratings
    }
    // Seven skills are at Working at Junior already, so at least those must be met there.
    expect(gradeOf(mlEngineer, met(7, 49))).toBe(2)
    expect(gradeOf(mlEngineer, met(6, 49))).toBe(1)
    expect(levelCounts(mlEngineer, met(7, 40))[1]).toMatchObject({
      core: { met: 7, needed: 7, answered: 9, expected: 9 },
      breadth: { needed: 25, answered: 49, expected: 49 },
    })
  })

  it('counts only what rises at a level whose core asks for nothing new', () => {
    const counted = levelCounts(mlEngineer, profileOf(mlEngineer, 5)).map(({ core, breadth }) => [
      core.expected,
      breadth.expected,
      core.needed,
      breadth.needed,
    ])
    expect(counted).toEqual([
      [9, 49, 7, 25],
      [9, 49, 7, 25],
      [9, 49, 7, 25],
      [9, 47, 7, 24],
      [9, 18, 7, 9],
    ])
  })

  it('needs the levels below too', () => {
    const role: AssessedRole = {
      id: 'r',
      levels: ['L1', 'L2'],
      skills: [
        { id: 'a', name: 'A', domain: 'd', core: true, required: [2, null] },
        { id: 'b', name: 'B', domain: 'd', core: true, required: [null, 1] },
      ],
    }
    expect(
      gradeOf(
        role,
        new Map([
          ['a', 1],
          ['b', 4],
        ] as const),
      ),
    ).toBe(0)
  })

  it('never falls when an answer is raised', () => {
    fc.assert(
      fc.property(roleAndRatings(12), fc.nat(), ({ role, ratings }, pick) => {
        const skill = role.skills[pick % Math.max(1, role.skills.length)]
        if (skill === undefined) return
        const before = ratings.get(skill.id) ?? null
        if (before === null) return
        const raised = new Map(ratings).set(skill.id, Math.min(4, before + 1) as Rating)
        expect(gradeOf(role, raised)).toBeGreaterThanOrEqual(gradeOf(role, ratings))
      }),
    )
  })
})

/**
 * The rule again, written from its sentences and sharing nothing with the engine. Levels are numbered from 0; -1 is none.
 */
function gradeByTheBook({ levels, skills }: AssessedRole, ratings: ReadonlyMap<string, Rating | null>): number {
  const roleHasCore = skills.some((skill) => skill.core)
  let grade = 0
  for (let level = 0; level < levels.length; level++) {
    const expected = skills.filter((skill) => skill.required[level])
    if (expected.length === 0) continue
    const cell = (skill: RoleSkill) => Number(skill.required[level])
    const asksForMore = (skill: RoleSkill) =>
      skill.required.slice(0, level).every((below) => Number(below) < cell(skill))
    const core = expected.filter((skill) => skill.core)
    let others = expected.filter((skill) => !skill.core)
    if (level > 0 && core.length > 0 && !core.some(asksForMore) && others.some(asksForMore)) {
      others = others.filter(asksForMore)
    }
    const answered = (group: readonly RoleSkill[]) => group.filter((skill) => typeof ratings.get(skill.id) === 'number')
    const met = (group: readonly RoleSkill[]) =>
      answered(group).filter((skill) => Number(ratings.get(skill.id)) >= cell(skill)).length
    const isOpen = [core, others].some((group) => answered(group).length < group.length / 2)
    const isReached = roleHasCore
      ? 4 * met(core) >= 3 * answered(core).length && 2 * met(others) >= answered(others).length
      : 5 * met(others) >= 4 * answered(others).length
    if (isOpen || !isReached) return grade
    grade = level + 1
  }
  return grade
}

describe('on full answer sheets', () => {
  it('the grade is the one that the sentences of the rule give, for 1,000 sheets of any role', () => {
    fc.assert(
      fc.property(roleAndRatings(16), ({ role, ratings }) => {
        expect(gradeOf(role, ratings)).toBe(gradeByTheBook(role, ratings))
      }),
      { numRuns: 1000 },
    )
  })

  it('the engine’s grade is that too, for 2,000 sheets of ML Engineer with and without skips', () => {
    const grades = new Map<number, number>()
    for (let seed = 0; seed < 2000; seed++) {
      const random = seededRandom(seed)
      const population = random.pick(POPULATIONS)
      const person = population.person(mlEngineer, random)
      const skips = random.happens(0.5) ? 0 : random.next() * 0.7
      const ratings = new Map(
        mlEngineer.skills.map((skill, i) => [skill.id, random.happens(skips) ? null : (person[i] ?? null)]),
      )
      const { result } = assess(mlEngineer, [...ratings])
      const grade = gradeByTheBook(mlEngineer, ratings)
      expect(result.grade).toBe(grade)
      expect(result.confidence).toBe(1)
      expect(result.open).toBe(openLevelOf(mlEngineer, ratings))
      grades.set(grade, (grades.get(grade) ?? 0) + 1)
    }
    expect([...grades.keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('no pattern of skips claims an open level', () => {
    fc.assert(
      fc.property(roleAndRatings(16), fc.infiniteStream(fc.boolean()), ({ role, ratings }, skips) => {
        const some = new Map([...ratings].map(([id, rating]) => [id, skips.next().value ? null : rating]))
        const open = openLevelOf(role, some)
        const { result } = assess(role, [...some])
        expect(result.open).toBe(open)
        expect(result.grade).toBeLessThanOrEqual(open ?? role.levels.length)
      }),
    )
  })
})

describe('the gaps', () => {
  it('leave out what was skipped', () => {
    const role = roleOf(5, [1, 2])
    const ratings = rated(role, (i) => (i === 0 ? null : i === 1 ? 1 : 2))
    expect(gapsOf(role, ratings, 1)).toEqual(['s1'])
  })

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

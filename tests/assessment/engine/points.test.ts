import { describe, expect, test } from 'vitest'
import {
  type Answers,
  type AssessedRole,
  assess,
  createAssessment,
  gradeOf,
  pointsCount,
  type Rating,
} from '../../../src/assessment/index.ts'
import { seededRandom } from '../../seeded-random.ts'

// A level as a sum of points, against an implementation of its own and its laws.

const RATINGS = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** A random role: scales of any length, points that may stand still, and requirements that say something else. */
function randomRole(seed: number): AssessedRole {
  const random = seededRandom(seed)
  const levels = random.between(1, 8)
  const skills = Array.from({ length: random.between(1, 25) }, (_, index) => {
    const steps = random.between(2, 7)
    let sum = 0
    const points = [0, ...Array.from({ length: steps }, () => (sum += random.below(6)))]
    const cell = () =>
      random.happens(0.4) ? null : (RATINGS.find((each) => each !== 0 && each === 1 + random.below(2)) ?? null)
    return {
      id: `s${index}`,
      name: `S${index}`,
      domain: `d${index % 3}`,
      steps,
      points,
      required: Array.from({ length: levels }, cell).map((each) => (each === 0 ? null : each)),
    }
  })
  const most = skills.reduce((all, { points }) => all + (points.at(-1) ?? 0), 0)
  let least = random.below(4)
  const thresholds = Array.from(
    { length: levels },
    () => (least += 1 + random.below(Math.max(1, Math.ceil(most / levels)))),
  )
  return { id: `role-${seed}`, levels: thresholds.map((_, index) => `L${index}`), points: thresholds, skills }
}

function randomRatings({ skills }: AssessedRole, seed: number): Map<string, Rating | null> {
  const random = seededRandom(seed)
  const ratings = new Map<string, Rating | null>()
  for (const { id, steps = 4 } of skills) {
    if (random.happens(0.1)) continue
    ratings.set(id, random.happens(0.1) ? null : (RATINGS[random.below(steps + 1)] ?? 0))
  }
  return ratings
}

/** The level by the definition: the highest whose total is no more than the sum. */
function levelByHand(role: AssessedRole, ratings: ReadonlyMap<string, Rating | null>): number {
  let sum = 0
  for (const skill of role.skills) sum += skill.points?.[ratings.get(skill.id) ?? 0] ?? 0
  let level = 0
  while (level < role.levels.length && sum >= (role.points?.[level] ?? Number.POSITIVE_INFINITY)) level += 1
  return level
}

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed)

describe('a sum of points', () => {
  test('gives the level of its definition, for 300 random ladders and people', () => {
    const grades = new Set<number>()
    for (const seed of SEEDS) {
      const role = randomRole(seed)
      const ratings = randomRatings(role, seed + 1000)
      const grade = gradeOf(role, ratings)
      grades.add(grade)
      expect([seed, grade]).toEqual([seed, levelByHand(role, ratings)])
    }
    expect(grades.size).toBeGreaterThan(4)
  })

  test('never gives a lower level for a better answer, or for an answer instead of none', () => {
    for (const seed of SEEDS) {
      const role = randomRole(seed)
      const ratings = randomRatings(role, seed + 2000)
      const before = gradeOf(role, ratings)
      for (const { id, steps = 4 } of role.skills) {
        const own = ratings.get(id)
        const better = RATINGS.filter((rating) => rating <= steps && (typeof own !== 'number' || rating > own))
        for (const rating of better) {
          expect(gradeOf(role, new Map([...ratings, [id, rating]]))).toBeGreaterThanOrEqual(before)
        }
      }
    }
  })

  test('does not depend on what levels require', () => {
    for (const seed of SEEDS) {
      const role = randomRole(seed)
      const free = {
        ...role,
        skills: role.skills.map((skill) => ({ ...skill, required: role.levels.map(() => null) })),
      }
      const ratings = randomRatings(role, seed + 3000)
      expect(gradeOf(free, ratings)).toBe(gradeOf(role, ratings))
    }
  })
})

describe('an assessment of a role with points', () => {
  test('asks every skill in order, and ends with the level of the sheet, certain', () => {
    for (const seed of SEEDS.slice(0, 60)) {
      const role = randomRole(seed)
      const sheet = randomRatings(role, seed + 4000)
      const assessment = createAssessment(role)
      const order: string[] = []
      for (let next = assessment.next(); next; next = assessment.next()) {
        order.push(next.skillId)
        assessment.answer(next.skillId, sheet.get(next.skillId) ?? 0)
      }
      expect(order).toEqual(role.skills.map(({ id }) => id))
      expect(assessment.progress()).toMatchObject({ settled: true, askedCount: order.length, planLeft: 0, gapsLeft: 0 })
      const full = new Map(role.skills.map(({ id }) => [id, sheet.get(id) ?? 0] as const))
      expect(assessment.result()).toMatchObject({
        grade: levelByHand(role, full),
        confidence: 1,
        stated: true,
        open: null,
      })
    }
  })

  test('is certain as soon as no other answer can change the level, and not before', () => {
    for (const seed of SEEDS) {
      const role = randomRole(seed)
      const answers: Answers = [...randomRatings(role, seed + 5000)].slice(0, seed % 9)
      const { grade, confidence } = assess(role, answers).result
      const given = new Map(answers)
      const best = new Map(role.skills.map(({ id, steps = 4 }) => [id, given.get(id) ?? RATINGS[steps] ?? 0] as const))
      expect([seed, confidence]).toEqual([seed, levelByHand(role, best) === grade ? 1 : 0])
      for (const target of role.levels.keys()) {
        const checked = assess(role, answers, { target }).result
        expect(checked.ready).toBe(grade > target)
        expect(checked.confidence).toBe(levelByHand(role, best) > target === grade > target ? 1 : 0)
      }
    }
  })

  test('counts what is skipped as nothing, and says what it could bring', () => {
    const skill = { name: '', domain: 'd', steps: 2, required: [null], points: [0, 3, 5] }
    const role = {
      id: 'r',
      levels: ['One'],
      points: [6],
      skills: [
        { ...skill, id: 'a' },
        { ...skill, id: 'b' },
      ],
    }
    const { result } = assess(role, [
      ['a', 2],
      ['b', null],
    ])
    expect(result).toMatchObject({
      grade: 0,
      confidence: 0,
      skipped: ['b'],
      points: { points: 5, possible: 10, most: 10 },
    })
    expect(pointsCount(role, new Map([['b', 1]]))).toEqual({ points: 3, possible: 8, most: 10 })
  })

  test.each([
    ['an unknown skill', [['x', 1]], 'unknown-skill'],
    [
      'an answer twice',
      [
        ['a', 1],
        ['a', 1],
      ],
      'already-answered',
    ],
    ['a rating above the scale', [['a', 3]], 'bad-rating'],
  ] as const)('refuses %s as any other assessment does', (_, answers, code) => {
    const skills = [{ id: 'a', name: 'A', domain: 'd', steps: 2, required: [null], points: [0, 1, 2] }]
    const role = { id: 'r', levels: ['One'], points: [1], skills }
    expect(() => assess(role, answers)).toThrow(expect.objectContaining({ code }))
    expect(() => assess(role, [], { target: 1 })).toThrow(expect.objectContaining({ code: 'bad-option' }))
  })

  test.each([
    ['levels that do not rise', [2, 2], [0, 1, 2]],
    ['a level too many', [1, 2, 3], [0, 1, 2]],
    ['points that fall', [1, 2], [0, 2, 1]],
    ['points for too few ratings', [1, 2], [0, 1]],
    ['fractions', [1, 2], [0, 0.5, 1]],
  ])('refuses a role with %s', (_, points, own) => {
    const skills = [{ id: 'a', name: 'A', domain: 'd', steps: 2, required: [null, null], points: own }]
    expect(() => assess({ id: 'r', levels: ['One', 'Two'], points, skills }, [])).toThrow(
      expect.objectContaining({ code: 'bad-role' }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answers, type AssessedRole, assess, gradeOf, type Rating } from '../../../src/assessment/engine/index.ts'
import { roleAndRatings } from './arbitrary.ts'

const EVERY_RATING = [0, 1, 2, 3, 4, null] as const

/** The grades that the full questionnaire can still give, by trying every rating, and a skip, of every skill not answered. */
function reachable(role: AssessedRole, answers: Answers): ReadonlySet<number> {
  const open = role.skills.filter((skill) => !answers.some(([id]) => id === skill.id))
  const tried = (ratings: ReadonlyMap<string, Rating | null>, rest: typeof open): readonly number[] => {
    const [skill, ...others] = rest
    if (skill === undefined) return [gradeOf(role, ratings)]
    return EVERY_RATING.flatMap((rating) => tried(new Map(ratings).set(skill.id, rating), others))
  }
  return new Set(tried(new Map(answers), open))
}

const partly = roleAndRatings(5).chain((person) =>
  fc.integer({ min: Math.max(0, person.ratings.size - 3), max: person.ratings.size }).map((answered) => ({
    role: person.role,
    answers: [...person.ratings].slice(0, answered),
  })),
)

describe('the forecast', () => {
  it('is certain exactly when all possible further answers give one grade', () => {
    fc.assert(
      fc.property(partly, ({ role, answers }) => {
        const { result } = assess(role, answers)
        const possible = reachable(role, answers)
        expect(result.confidence === 1).toBe(possible.size === 1)
        expect(possible.size > 1 || possible.has(result.grade)).toBe(true)
      }),
    )
  })

  it('gives no probability to a grade that no further answers can give', () => {
    fc.assert(
      fc.property(partly, ({ role, answers }) => {
        const possible = [...reachable(role, answers)]
        const outside = assess(role, answers).result.grades.filter(
          (_, grade) => grade < Math.min(...possible) || grade > Math.max(...possible),
        )
        expect(outside.filter((chance) => chance !== 0)).toEqual([])
      }),
    )
  })

  it('gives probabilities that sum to one', () => {
    fc.assert(
      fc.property(roleAndRatings(20), fc.nat({ max: 20 }), ({ role, ratings }, answered) => {
        const { result } = assess(role, [...ratings].slice(0, answered))
        expect(result.grades.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
        expect(result.grades.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
        expect(result.confidence).toBe(result.grades[result.grade])
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answers,
  type AssessedRole,
  AssessmentError,
  assess,
  gapsOf,
  gradeOf,
  profileOf,
  type Rating,
  withAnswer,
} from '../../../src/assessment/engine/index.ts'
import { roleAndRatings } from './arbitrary.ts'
import { mlEngineer } from './ml-engineer.ts'
import { type Assessment, createAssessment } from './stepwise-assessment.ts'

/** Answers each question, until the assessment is over or `most` questions have been asked. */
function interview(
  assessment: Assessment,
  ratings: ReadonlyMap<string, Rating | null>,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const askedSkills: string[] = []
  for (let next = assessment.next(); next !== null && askedSkills.length < most; next = assessment.next()) {
    assessment.answer(next.skillId, ratings.get(next.skillId) ?? null)
    askedSkills.push(next.skillId)
  }
  return askedSkills
}

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    return error instanceof AssessmentError ? error.code : 'another error'
  }
}

const empty: AssessedRole = { id: 'empty', levels: ['A', 'B'], skills: [] }

describe('an assessment', () => {
  it.each([1, 2, 3, 4, 5])('of a person exactly at ML Engineer level %i ends soon, with that grade', (level) => {
    const assessment = createAssessment(mlEngineer)
    const askedSkills = interview(assessment, profileOf(mlEngineer, level))
    expect(assessment.result().grade).toBe(level)
    expect(askedSkills.length).toBeLessThanOrEqual(30)
    expect(assessment.result().confidence).toBeGreaterThanOrEqual(0.92)
  })

  it('never asks a skill twice, and ends', () => {
    fc.assert(
      fc.property(roleAndRatings(20), fc.boolean(), ({ role, ratings }, refineGaps) => {
        const askedSkills = interview(createAssessment(role, { refineGaps }), ratings)
        expect(new Set(askedSkills).size).toBe(askedSkills.length)
      }),
    )
  })

  it('gives the full questionnaire’s grade and gaps, for certain, once everything is answered', () => {
    fc.assert(
      fc.property(roleAndRatings(20), ({ role, ratings }) => {
        const { result, next } = assess(role, [...ratings], { refineGaps: true })
        expect(next).toBeNull()
        expect(result.grade).toBe(gradeOf(role, ratings))
        expect(result.confidence).toBe(1)
        expect(result.gaps).toEqual(gapsOf(role, ratings, result.grade))
      }),
    )
  })

  it('of a role without skills is over at once', () => {
    const assessment = createAssessment(empty, { refineGaps: true })
    expect(assessment.next()).toBeNull()
    expect(assessment.result()).toMatchObject({ grade: 0, gaps: [], confidence: 1 })
    assessment.back()
    expect(assessment.answers()).toEqual([])
  })

  it('accepts an answer to another skill than the next, and one after the end', () => {
    const assessment = createAssessment(mlEngineer)
    assessment.answer('docker', 3)
    interview(assessment, profileOf(mlEngineer, 3))
    expect(assessment.next()).toBeNull()
    const rest = mlEngineer.skills.filter((skill) => !assessment.answers().some(([id]) => id === skill.id))
    for (const skill of rest) assessment.answer(skill.id, 0)
    const ratings = new Map(assessment.answers())
    expect(assessment.result()).toMatchObject({ grade: gradeOf(mlEngineer, ratings), confidence: 1 })
  })

  it('continues for the gaps if requested, and lists answered ones first', () => {
    const person = profileOf(mlEngineer, 2)
    const short = interview(createAssessment(mlEngineer), person)
    const assessment = createAssessment(mlEngineer, { refineGaps: true })
    const long = interview(assessment, person)
    expect(long.slice(0, short.length)).toEqual(short)
    const { gaps, answeredGaps, estimatedGaps, targetLevel } = assessment.result()
    expect(targetLevel).toBe(3)
    expect(gaps).toEqual([...answeredGaps, ...estimatedGaps.map((gap) => gap.skillId)])
    expect(answeredGaps.every((id) => assessment.answers().some(([answered]) => answered === id))).toBe(true)
    const chances = estimatedGaps.map((gap) => gap.chance)
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(assessment.progress().estimatedGapsLeft).toBe(0)
  })

  it('reports its progress, and offers to stop from the tenth answer', () => {
    const assessment = createAssessment(mlEngineer)
    const person = profileOf(mlEngineer, 3)
    interview(assessment, person, 9)
    assessment.answer(assessment.next()?.skillId ?? '', null)
    expect(assessment.progress()).toMatchObject({ askedCount: 10, skipped: 1, canStop: true })
    assessment.back()
    expect(assessment.progress()).toMatchObject({ askedCount: 9, skipped: 0, canStop: false })
    interview(assessment, person)
    expect(assessment.progress()).toMatchObject({ settled: true, estimatedLeft: 0 })
  })
})

describe('taking back and resuming', () => {
  it('back restores the question and result before', () => {
    fc.assert(
      fc.property(roleAndRatings(20), fc.nat({ max: 20 }), ({ role, ratings }, most) => {
        const assessment = createAssessment(role, { refineGaps: true })
        interview(assessment, ratings, most)
        const before = { next: assessment.next(), result: assessment.result(), answers: assessment.answers() }
        if (before.next === null) return
        assessment.answer(before.next.skillId, 4)
        assessment.back()
        expect({ next: assessment.next(), result: assessment.result(), answers: assessment.answers() }).toEqual(before)
      }),
    )
  })

  it('back without an answer changes nothing', () => {
    const assessment = createAssessment(mlEngineer)
    const first = assessment.next()
    assessment.back()
    expect(assessment.next()).toEqual(first)
  })

  it('a resumed assessment continues with the same question', () => {
    fc.assert(
      fc.property(roleAndRatings(20), fc.nat({ max: 20 }), fc.boolean(), ({ role, ratings }, most, refineGaps) => {
        const assessment = createAssessment(role, { refineGaps })
        interview(assessment, ratings, most)
        const copy: AssessedRole = structuredClone(role)
        const resumed = assess(copy, assessment.answers(), { refineGaps })
        expect(resumed.next).toEqual(assessment.next())
        expect(resumed.result).toEqual(assessment.result())
        expect(resumed.progress).toEqual(assessment.progress())
      }),
    )
  })

  it('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(roleAndRatings(12), ({ role, ratings }) => {
        const some: Answers = [...ratings].slice(0, Math.ceil(ratings.size / 2))
        // A copy of the role, so that no cached state is returned.
        expect(assess(structuredClone(role), some.toReversed())).toEqual(assess(role, some))
      }),
    )
  })
})

describe('bad input', () => {
  const bad: readonly [string, string, unknown][] = [
    ['unknown-skill', 'telepathy', 2],
    ['already-answered', 'docker', 2],
    ['bad-rating', 'redis', 5],
    ['bad-rating', 'redis', 1.5],
    ['bad-rating', 'redis', Number.NaN],
    ['bad-rating', 'redis', '3'],
    ['bad-rating', 'redis', undefined],
  ]

  it.each(bad)('is refused as %s and changes nothing: %s, %s', (code, skillId, rating) => {
    const assessment = createAssessment(mlEngineer)
    assessment.answer('docker', 3)
    const before = { next: assessment.next(), result: assessment.result() }
    expect(codeOf(() => assessment.answer(skillId, rating as Rating))).toBe(code)
    expect({ next: assessment.next(), result: assessment.result() }).toEqual(before)
    expect(assessment.answers()).toEqual([['docker', 3]])
    expect(codeOf(() => withAnswer(mlEngineer, [['docker', 3]], skillId, rating as Rating))).toBe(code)
  })

  it.each([
    ['a falling row', [3, 2, 2]],
    ['a row too short', [1, 2]],
    ['an invalid proficiency', [1, 2, 5]],
  ])('a role with %s is refused', (_, required) => {
    const skill = { id: 's', name: 'S', domain: 'd', required: required as (1 | 2 | 3 | 4)[] }
    expect(codeOf(() => createAssessment({ id: 'r', levels: ['a', 'b', 'c'], skills: [skill] }))).toBe('bad-role')
  })

  it('a role with the same skill twice is refused', () => {
    const skill = { id: 's', name: 'S', domain: 'd', required: [1 as const] }
    expect(codeOf(() => createAssessment({ id: 'r', levels: ['a'], skills: [skill, skill] }))).toBe('bad-role')
  })
})

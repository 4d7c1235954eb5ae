import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shortCardSteps } from '../../src/assessment/index.ts'

const SURE_OF_ADVANCED = [0.05, 0.05, 0.2, 0.6, 0.1]

/** Five chances that add up to 1. */
const anyChances = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return weights.map((weight) => weight / sum)
  })

describe('the statements of a short card', () => {
  test('are all four for the first two questions', () => {
    const stepsAfter = (answers: number) => shortCardSteps({ answers, chances: SURE_OF_ADVANCED, expected: null })
    expect([0, 1, 2].map((answers) => stepsAfter(answers))).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [2, 3],
    ])
  })

  test('are the likeliest neighboring pair', () => {
    const pairOf = (chances: readonly number[]) => shortCardSteps({ answers: 9, chances, expected: null })
    expect(pairOf([0.1, 0.4, 0.4, 0.1, 0])).toEqual([1, 2])
    expect(pairOf([0, 0, 0.2, 0.3, 0.5])).toEqual([3, 4])
    expect(pairOf([0.9, 0, 0, 0, 0.1])).toEqual([3, 4])
  })

  test('are all four if the answer is more likely elsewhere', () => {
    expect(shortCardSteps({ answers: 9, chances: [0, 0.4, 0.05, 0.05, 0.4], expected: null })).toEqual([1, 2, 3, 4])
  })

  test('are the step that a level expects and the one below, whatever is likely', () => {
    const expecting = (expected: 1 | 2 | 3 | 4) => shortCardSteps({ answers: 9, chances: SURE_OF_ADVANCED, expected })
    expect(([1, 2, 3, 4] as const).map((step) => expecting(step))).toEqual([[1], [1, 2], [2, 3], [3, 4]])
  })

  test('hold the answer in at least half of all cases, whatever the chances are', () => {
    fc.assert(
      fc.property(anyChances, fc.nat(60), (chances, answers) => {
        const steps = shortCardSteps({ answers, chances, expected: null })
        const onCard = (chances[0] ?? 0) + steps.reduce((sum, step) => sum + (chances[step] ?? 0), 0)
        expect(onCard).toBeGreaterThanOrEqual(0.5 - 1e-9)
        expect(steps.length === 4 || (steps[1] ?? 0) - (steps[0] ?? 0) === 1).toBe(true)
      }),
    )
  })
})

import { expect, it } from 'vitest'
import { type Answers, assess, createAssessment, forgetEvaluation } from '../../../src/assessment/index.ts'
import { mlEngineer } from './ml-engineer.ts'

const answers: Answers = (() => {
  const assessment = createAssessment(mlEngineer)
  for (let count = 0; count < 8; count += 1) assessment.answer(assessment.next()?.skillId ?? '', 2)
  return assessment.answers()
})()

it('evicts the evaluation of some answers, which is computed again with the same result', () => {
  const before = assess(mlEngineer, answers)
  expect(assess(mlEngineer, answers)).toBe(before)
  forgetEvaluation(mlEngineer, answers)
  const again = assess(mlEngineer, answers)
  expect(again).not.toBe(before)
  expect(again.result).toEqual(before.result)
  expect(again.next).toEqual(before.next)
})

it('leaves the first few answers cached, which many people share', () => {
  const first = answers.slice(0, 3)
  const before = assess(mlEngineer, first)
  forgetEvaluation(mlEngineer, first)
  expect(assess(mlEngineer, first)).toBe(before)
})

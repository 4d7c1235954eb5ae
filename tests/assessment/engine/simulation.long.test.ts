import { describe, expect, it } from 'vitest'
import { runPopulations, summarize } from '../../../bench/assessment/measure.ts'
import { POPULATIONS } from '../../../bench/assessment/populations.ts'
import { generateRole } from '../../../bench/assessment/roles.ts'
import { mlEngineer } from './ml-engineer.ts'

// A small cousin of bench/assessment/simulate.ts: fewer people, so bars with room for chance. Seeds not tuned on.
const SEED = 31_415
const core = POPULATIONS.filter((population) => population.core)

describe('compared with the full questionnaire of the same simulated people', () => {
  it('the grade takes half the questions and agrees', () => {
    const summary = summarize(runPopulations(mlEngineer, core, 16, SEED, false))
    expect(summary.medianAsked).toBeLessThanOrEqual(29)
    expect(summary.asked95).toBeLessThanOrEqual(57)
    expect(summary.agreement).toBeGreaterThanOrEqual(0.95)
    expect(summary.withinOne).toBeGreaterThanOrEqual(0.99)
    expect(summary.overGraded).toBeLessThanOrEqual(0.03)
    expect(summary.gapF1).toBeGreaterThanOrEqual(0.75)
    expect(summary.firstTen).toBeGreaterThanOrEqual(0.9)
    expect(Math.abs(summary.statedOff)).toBeLessThanOrEqual(0.035)
  })

  it('with the gaps settled the list agrees too', () => {
    const summary = summarize(runPopulations(mlEngineer, core, 8, SEED, true))
    expect(summary.medianAsked).toBeLessThanOrEqual(41)
    expect(summary.agreement).toBeGreaterThanOrEqual(0.96)
    expect(summary.gapF1).toBeGreaterThanOrEqual(0.87)
    expect(summary.firstTen).toBeGreaterThanOrEqual(0.96)
  })

  it('the same people give the same figures', () => {
    const outcomes = () => runPopulations(mlEngineer, core, 1, SEED, true).map((run) => ({ ...run, cpu: [] }))
    expect(outcomes()).toEqual(outcomes())
  })

  it.each([1, 2, 5, 20, 120, 300])('a role of %i skills agrees nine times in ten', (size) => {
    const people = size > 100 ? 1 : 3
    const summary = summarize(runPopulations(generateRole(size, SEED + size), core, people, SEED, false))
    expect(summary.agreement).toBeGreaterThanOrEqual(0.9)
  })
})

import { describe, expect, it } from 'vitest'
import { runPopulations, summarize } from '../../../bench/assessment/measure.ts'
import { POPULATIONS } from '../../../bench/assessment/populations.ts'
import { generateRole } from '../../../bench/assessment/roles.ts'
import { mlEngineer } from './ml-engineer.ts'

// A small cousin of bench/assessment/simulate.ts: fewer people, so bars with room for chance. Seeds not tuned on.
const SEED = 31_415
const populations = POPULATIONS.filter((population) => population.hasBar)

describe('compared with the full questionnaire of the same simulated people', () => {
  it('the level takes a quarter of the questions and agrees', () => {
    const summary = summarize(runPopulations(mlEngineer, populations, 10, SEED, 'level'))
    expect(summary.medianAsked).toBeLessThanOrEqual(15)
    expect(summary.meanAsked).toBeLessThanOrEqual(21)
    expect(summary.agreement).toBeGreaterThanOrEqual(0.96)
    expect(summary.withinOne).toBeGreaterThanOrEqual(0.99)
    expect(summary.overGraded).toBeLessThanOrEqual(0.03)
    expect(summary.precision).toBeGreaterThanOrEqual(0.9)
    expect(summary.coreAsked).toBeGreaterThanOrEqual(0.995)
    expect(summary.coreFirst).toBe(1)
    expect(Math.abs(summary.statedOff)).toBeLessThanOrEqual(0.03)
  })

  it('readiness takes ten questions and agrees', () => {
    const summary = summarize(runPopulations(mlEngineer, populations, 10, SEED, 'target'))
    expect(summary.medianAsked).toBeLessThanOrEqual(10)
    expect(summary.agreement).toBeGreaterThanOrEqual(0.965)
    expect(summary.precision).toBeGreaterThanOrEqual(0.9)
  })

  it('with a plan, the answered gaps suffice to reach the level', () => {
    const summary = summarize(runPopulations(mlEngineer, populations, 5, SEED, 'plan'))
    expect(summary.medianAsked).toBeLessThanOrEqual(25)
    expect(summary.suffices).toBeGreaterThanOrEqual(0.85)
    expect(summary.othersWithinTwo).toBeGreaterThanOrEqual(0.78)
  })

  it('with the gaps settled the list agrees too', () => {
    const summary = summarize(runPopulations(mlEngineer, populations, 5, SEED, 'gaps'))
    expect(summary.medianAsked).toBeLessThanOrEqual(36)
    expect(summary.agreement).toBeGreaterThanOrEqual(0.97)
    expect(summary.gapF1).toBeGreaterThanOrEqual(0.86)
    expect(summary.precision).toBeGreaterThanOrEqual(0.89)
  })

  it('the same people give the same figures', () => {
    const outcomes = () => runPopulations(mlEngineer, populations, 1, SEED, 'gaps').map((run) => ({ ...run, cpu: [] }))
    expect(outcomes()).toEqual(outcomes())
  })

  const roles = [1, 2, 5, 12, 20, 120, 300].flatMap((size) => [
    { size, hasCore: false },
    { size, hasCore: true },
  ])

  it.each(roles)('a role agrees nine times in ten: %j', ({ size, hasCore }) => {
    const people = size > 100 ? 1 : 3
    const role = generateRole(size, SEED + size, { hasCore })
    expect(summarize(runPopulations(role, populations, people, SEED, 'level')).agreement).toBeGreaterThanOrEqual(0.9)
  })
})

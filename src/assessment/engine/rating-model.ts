import { logistic } from './math.ts'
import type { AnswerStyle } from './parameters.ts'
import { type Proficiency, proficienciesOf, type RoleSkill, stepsOfSkill } from './types.ts'

/**
 * The boundaries of the proficiencies of a skill's scale, lowest first, in levels. A proficiency first required at level L has a probability of ½ at
 * L - ½, so that a person at L has it and a person at L - 1 does not. One that the role never requires starts a level after
 * the one below it, and half a level above the top at the earliest.
 */
export function boundariesOf(skill: RoleSkill): readonly number[] {
  const boundaries: number[] = []
  for (const proficiency of proficienciesOf(stepsOfSkill(skill))) {
    const first = skill.required.findIndex((cell) => cell !== null && cell >= proficiency)
    const before = boundaries.at(-1) ?? Number.NEGATIVE_INFINITY
    boundaries.push(first >= 0 ? first + 0.5 : Math.max(skill.required.length + 0.5, before + 1))
  }
  return boundaries
}

/**
 * The probability that a rating is at least `proficiency`, for a person at `place` in the skill's domain: a graded response
 * model (Samejima 1969), in which each boundary is passed with a logistic probability, mixed with a share `randomShare` of
 * answers that are any of the ratings at random and the style's share of skills never used.
 */
export function chanceAtLeast(
  proficiency: Proficiency,
  place: number,
  boundary: number,
  style: AnswerStyle,
  randomShare: number,
  steps: number,
): number {
  const byAbility = logistic((place - boundary) / style.spread)
  const byChance = (steps + 1 - proficiency) / (steps + 1)
  return (1 - style.untouched) * ((1 - randomShare) * byAbility + randomShare * byChance)
}

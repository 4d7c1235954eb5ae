import { logistic } from './math.ts'
import type { AnswerStyle } from './parameters.ts'
import type { Proficiency, RoleSkill } from './types.ts'

/**
 * Where proficiencies 1 to 4 begin, in levels: one first required at level L is as likely as not at L - ½,
 * so that somebody at L has it and somebody at L - 1 has not. One that the role never requires begins a level
 * after the one below it, and half a level after the top at the earliest.
 */
export function boundariesOf(skill: RoleSkill): readonly number[] {
  const boundaries: number[] = []
  for (const proficiency of [1, 2, 3, 4] as const) {
    const first = skill.required.findIndex((cell) => cell !== null && cell >= proficiency)
    const before = boundaries.at(-1) ?? Number.NEGATIVE_INFINITY
    boundaries.push(first >= 0 ? first + 0.5 : Math.max(skill.required.length + 0.5, before + 1))
  }
  return boundaries
}

/**
 * The probability that a rating is at least `proficiency`, for a person at `place` in the skill's domain: a
 * graded response model (Samejima 1969), where each boundary is passed with a logistic probability, mixed with
 * a share `slip` of answers that are any of the five at random and the style's share of skills never touched.
 */
export function chanceAtLeast(
  proficiency: Proficiency,
  place: number,
  boundary: number,
  style: AnswerStyle,
  slip: number,
): number {
  const byAbility = logistic((place - boundary) / style.spread)
  const byChance = (5 - proficiency) / 5
  return (1 - style.untouched) * ((1 - slip) * byAbility + slip * byChance)
}

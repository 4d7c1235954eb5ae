import type { Proficiency } from './engine/index.ts'

/** A question's card: `full` with all four statements, `short` with two neighboring ones after the first questions. */
export const CARD_KINDS = ['full', 'short'] as const
export type CardKind = (typeof CARD_KINDS)[number]

const ALL_STEPS: readonly Proficiency[] = [1, 2, 3, 4]
/** Short cards begin after this many answers, so that a person sees all four steps first. */
export const FULL_CARDS_FIRST = 2
/** The least chance that the answer is on a short card, "none yet" included. Below it, all four statements are shown. */
const LEAST_CHANCE = 0.5

export interface ShortCardQuestion {
  /** Answers before this question. */
  readonly answers: number
  /** The chance of each rating, 0 to 4. */
  readonly chances: readonly number[]
  /** The step that the level asked about expects; null if the level is to be found. */
  readonly expected: Proficiency | null
}

/**
 * The steps whose statements a short card shows, lowest first: those of the likeliest neighboring pair, or the expected step and the
 * one below it ("none yet" is on every card). All four for the first questions, and if no pair is likely enough.
 */
export function shortCardSteps({ answers, chances, expected }: ShortCardQuestion): readonly Proficiency[] {
  if (answers < FULL_CARDS_FIRST) return ALL_STEPS
  if (expected !== null) return ALL_STEPS.filter((step) => step === expected || step === expected - 1)
  const chanceOf = (rating: number): number => chances[rating] ?? 0
  const pairs = ALL_STEPS.slice(0, -1).map((lower) => ({ lower, chance: chanceOf(lower) + chanceOf(lower + 1) }))
  const [likeliest] = pairs.toSorted((a, b) => b.chance - a.chance)
  if (!likeliest || chanceOf(0) + likeliest.chance < LEAST_CHANCE) return ALL_STEPS
  return ALL_STEPS.filter((step) => step === likeliest.lower || step === likeliest.lower + 1)
}

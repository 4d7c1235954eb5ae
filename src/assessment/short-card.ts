import { type Proficiency, proficienciesOf } from './engine/index.ts'

/** A question's card: `full` with all statements, `short` with two neighboring ones after the first questions. */
export const CARD_KINDS = ['full', 'short'] as const
export type CardKind = (typeof CARD_KINDS)[number]

/** Short cards begin after this many answers, so that a person sees all steps first. */
export const FULL_CARDS_FIRST = 2
/** The least chance that the answer is on a short card, "none yet" included. Below it, all statements are shown. */
const LEAST_CHANCE = 0.5

export interface ShortCardQuestion {
  /** Answers before this question. */
  readonly answers: number
  /** The chance of each rating, from 0 to the highest. */
  readonly chances: readonly number[]
  /** The step that the level asked about expects; null if the level is to be found. */
  readonly expected: Proficiency | null
}

/**
 * The steps whose statements a short card shows, lowest first: those of the likeliest neighboring pair, or the expected step and the
 * one below it ("none yet" is on every card). All for the first questions, and if no pair is likely enough.
 */
export function shortCardSteps({ answers, chances, expected }: ShortCardQuestion): readonly Proficiency[] {
  const all = proficienciesOf(chances.length - 1)
  if (answers < FULL_CARDS_FIRST) return all
  if (expected !== null) return all.filter((step) => step === expected || step === expected - 1)
  const chanceOf = (rating: number): number => chances[rating] ?? 0
  const pairs = all.slice(0, -1).map((lower) => ({ lower, chance: chanceOf(lower) + chanceOf(lower + 1) }))
  const [likeliest] = pairs.toSorted((a, b) => b.chance - a.chance)
  if (!likeliest || chanceOf(0) + likeliest.chance < LEAST_CHANCE) return all
  return all.filter((step) => step === likeliest.lower || step === likeliest.lower + 1)
}

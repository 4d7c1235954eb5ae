import { findBySlug } from './former-slugs.ts'
import type { LocalText } from './model.ts'

/** The steps of the default scale, lowest first. */
export const PROFICIENCIES = ['awareness', 'working', 'advanced', 'expert'] as const

/** A step of the default scale. The languages of the interface name these. */
export type DefaultProficiency = (typeof PROFICIENCIES)[number]

/** The slug of a step of a scale. */
export type Proficiency = string

/** The fewest and the most steps of a scale. */
export const MIN_STEPS = 2
export const MAX_STEPS = 7

/** One step of a scale. What is null is named by the languages of the interface: only steps of the default scale. */
export interface Step {
  readonly slug: Proficiency
  /** From 1, the lowest. */
  readonly rank: number
  /** The number of steps of its scale. */
  readonly steps: number
  readonly name: LocalText | null
  /** One or two characters that stand for it in a grid. */
  readonly letter: LocalText | null
  /** What the step means for any skill: the rubric. */
  readonly description: LocalText | null
  /** The color of its cells in pictures, as `#rrggbb`; null for one of the palette. */
  readonly color: string | null
  /** Slugs that it had before; absent if it had none. */
  readonly formerly?: readonly string[]
}

/** What proficiency is measured on: 2 to 7 steps, lowest first. Below the lowest is "none yet", with the rank 0. */
export interface Scale {
  readonly steps: readonly Step[]
  /** Equal for scales with the same slugs: a rating means the same on both. */
  readonly key: string
}

/** Creates a scale. Ranks follow the order of the steps. */
export function createScale(steps: readonly Omit<Step, 'rank' | 'steps'>[]): Scale {
  return Object.freeze({
    steps: Object.freeze(steps.map((step, index) => Object.freeze({ ...step, rank: index + 1, steps: steps.length }))),
    key: steps.map(({ slug }) => slug).join(' '),
  })
}

/** Awareness, Working, Advanced, Expert: the scale of a catalog that names none. */
export const DEFAULT_SCALE: Scale = createScale(
  PROFICIENCIES.map((slug) => ({ slug, name: null, letter: null, description: null, color: null })),
)

/** Whether ratings mean the same as on the default scale. */
export function isDefaultScale({ key }: Scale): boolean {
  return key === DEFAULT_SCALE.key
}

/** The step of a slug, or of a number from 1; undefined if the scale has no such step. */
export function stepOf({ steps }: Scale, slug: string): Step | undefined {
  return steps.find((step) => step.slug === slug) ?? steps.find((step) => String(step.rank) === slug)
}

/** The step of a rank; undefined for 0, and for a rank above the highest. */
export function stepAt({ steps }: Scale, rank: number): Step | undefined {
  return steps[rank - 1]
}

/** The rating of the step that has, or had, the same slug on another scale; undefined if there is none. 0, "none yet", is on every scale. */
export function ratingOnScale(rating: number, fromKey: string, to: Scale): number | undefined {
  if (rating === 0) return 0
  const slug = fromKey.split(' ')[rating - 1]
  return findBySlug(to.steps, slug)?.rank
}

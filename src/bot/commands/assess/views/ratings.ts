import type { Rating, RatingOf } from '../../../../assessment/index.ts'
import { PROFICIENCIES } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { proficiencyName } from '../../../views/proficiency.ts'

/** Every rating, lowest first. */
export const RATINGS: readonly Rating[] = [0, 1, 2, 3, 4]

export function ratingLabel(rating: Rating, t: Translator): string {
  const proficiency = PROFICIENCIES[rating - 1]
  return proficiency === undefined ? t('assess.none.short') : proficiencyName(proficiency, t)
}

/** The labels of the rating buttons by language, made once: they are on every card, and a sentence with words in it is not cached. */
const buttonLabels = new WeakMap<Translator, readonly string[]>()

/** The label of the button that gives a rating: its number on the card, 1 to 5, and its name. */
export function ratingButtonLabel(rating: Rating, t: Translator): string {
  const labels =
    buttonLabels.get(t) ??
    RATINGS.map((each) => t('assess.card.rating', { number: each + 1, rating: ratingLabel(each, t) }))
  buttonLabels.set(t, labels)
  return labels[rating] ?? ''
}

/** A stored number as a rating; null for none. */
export function asRating(rating: number | null | undefined): Rating | null {
  return RATINGS.find((each) => each === rating) ?? null
}

/** The ratings of a stored result. */
export function ratingsIn({ ratings }: AssessmentResult): RatingOf {
  const bySkill = new Map(ratings.map(({ skill, rating }) => [skill, asRating(rating)]))
  return (skill) => bySkill.get(skill)
}

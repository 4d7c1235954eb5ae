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

/** A stored number as a rating; null for none. */
export function asRating(rating: number | null | undefined): Rating | null {
  return RATINGS.find((each) => each === rating) ?? null
}

/** The ratings of a stored result. */
export function ratingsIn({ ratings }: AssessmentResult): RatingOf {
  const bySkill = new Map(ratings.map(({ skill, rating }) => [skill, asRating(rating)]))
  return (skill) => bySkill.get(skill)
}

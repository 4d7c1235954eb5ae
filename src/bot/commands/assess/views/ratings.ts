import { isRating, proficienciesOf, type Rating, type RatingOf } from '../../../../assessment/index.ts'
import { DEFAULT_SCALE, type Role, ratingOnScale, type Scale, stepAt } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { proficiencyName } from '../../../views/proficiency.ts'

/** Every rating on a scale, lowest first. */
export function ratingsOn({ steps }: Scale): readonly Rating[] {
  return [0, ...proficienciesOf(steps.length)]
}

export function ratingLabel(rating: Rating, scale: Scale, t: Translator): string {
  const step = stepAt(scale, rating)
  return step === undefined ? t('assess.none.short') : proficiencyName(step, t)
}

/**
 * The number of "none yet" on a card; those of the steps follow. It is 1, or 0 on a scale whose steps have their numbers in their names,
 * so that 3 is "Step 3".
 */
export function firstNumber({ steps }: Scale): 0 | 1 {
  const isNumbered = steps.every(({ name, rank }) => {
    const names = Object.values(name ?? {})
    return names.length > 0 && names.every((each) => /\d+/u.exec(each)?.[0] === String(rank))
  })
  return isNumbered ? 0 : 1
}

/** The labels of the rating buttons by language, made once: they are on every card, and a sentence with words in it is not cached. */
const buttonLabels = new WeakMap<Translator, WeakMap<Scale, readonly string[]>>()

/** The label of the button that gives a rating: its number on the card and its name. */
export function ratingButtonLabel(rating: Rating, scale: Scale, t: Translator): string {
  const byScale = buttonLabels.get(t) ?? new WeakMap<Scale, readonly string[]>()
  buttonLabels.set(t, byScale)
  const labels =
    byScale.get(scale) ??
    ratingsOn(scale).map((each) =>
      t('assess.card.rating', { number: each + firstNumber(scale), rating: ratingLabel(each, scale, t) }),
    )
  byScale.set(scale, labels)
  return labels[rating] ?? ''
}

/** A stored number as a rating; null for none. */
export function asRating(rating: number | null | undefined): Rating | null {
  return isRating(rating) ? rating : null
}

/** A rating of a result whose role is gone: a step of the default scale by its name, another one by its slug. */
export function storedRatingLabel(rating: number, { scale }: Pick<AssessmentResult, 'scale'>, t: Translator): string {
  const slug = scale?.split(' ')[rating - 1]
  return slug ?? ratingLabel(asRating(rating) ?? 0, DEFAULT_SCALE, t)
}

/** The ratings of a stored result on the scale that the role has now. Those of steps that it no longer has are left out. */
export function ratingsIn({ ratings, scale: ladderKey = DEFAULT_SCALE.key }: AssessmentResult, role: Role): RatingOf {
  const bySkill = new Map(
    ratings.flatMap(({ skill, rating, scale: from = ladderKey }) => {
      const scale = role.rows.get(skill)?.skill.scale ?? role.scale
      const current = rating === null || from === scale.key ? rating : ratingOnScale(rating, from, scale)
      return current === undefined ? [] : [[skill, asRating(current)] as const]
    }),
  )
  return (skill) => bySkill.get(skill)
}

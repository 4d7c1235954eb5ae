import type { Scale } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { type Block, list, plain, strong } from '../../message/index.ts'
import { proficiencyMeaning, proficiencyName } from './proficiency.ts'

/** Whether the steps of a scale have more than their names. */
export function hasRubric({ steps }: Scale, t: Translator): boolean {
  return steps.some((step) => proficiencyMeaning(step, t) !== undefined)
}

/** What the steps of a scale mean, lowest first. */
export function rubric({ steps }: Scale, t: Translator): readonly Block[] {
  return list(
    steps.map((step) => {
      const meaning = proficiencyMeaning(step, t)
      return { text: [...strong(proficiencyName(step, t)), ...plain(meaning === undefined ? '' : `: ${meaning}`)] }
    }),
    strong(t('rubric.title')),
  )
}

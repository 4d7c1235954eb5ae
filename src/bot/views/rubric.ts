import type { Scale } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { type Block, list, plain, strong } from '../../message/index.ts'
import { proficiencyMeaning, proficiencyName } from './proficiency.ts'

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

import { PROFICIENCIES } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { type Block, list, plain, strong } from '../../message/index.ts'
import { proficiencyName } from './proficiency.ts'

/** What the four proficiencies mean, lowest first. */
export function rubric(t: Translator): readonly Block[] {
  return list(
    PROFICIENCIES.map((proficiency) => ({
      text: [...strong(proficiencyName(proficiency, t)), ...plain(`: ${t(`rubric.${proficiency}`)}`)],
    })),
    strong(t('rubric.title')),
  )
}

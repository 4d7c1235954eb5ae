import type { Skill } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { plain, type RichText, strong } from '../../message/index.ts'

/** The pages to learn a skill from, as a line; none if the ladder names none. */
export function skillLinks({ links }: Skill, t: Translator): readonly RichText[] {
  if (links.length === 0) return []
  const all = links.flatMap(
    ({ title, url }, index): RichText => [...(index > 0 ? plain(', ') : []), { type: 'link', text: title, url }],
  )
  return [[...strong(t('result.focus.read')), ...plain(' '), ...all]]
}

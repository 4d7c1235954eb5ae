import { localized, type Skill } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, type Block, heading, list, type Message, plain, strong, text } from '../../../../message/index.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { skillLinks } from '../../../views/skill-links.ts'
import { queryButton } from '../query.ts'

/** Whether the ladder says how to learn a skill. */
export function isTaught({ growth, links }: Skill): boolean {
  return links.length > 0 || Object.keys(growth).length > 0
}

/** How to learn a skill: an exercise to reach each step, and pages to read. */
export function learningView(skill: Skill, t: Translator): Message {
  const title = t('action.learn', { skill: skill.name })
  const exercises = skill.scale.steps.flatMap((step) => {
    const growth = skill.growth[step.slug]
    return growth ? [{ step, growth }] : []
  })
  const blocks: readonly Block[] = isTaught(skill)
    ? [
        ...list(
          exercises.map(({ step, growth }) => ({
            text: [...strong(proficiencyName(step, t)), ...plain(` · ${t(`effort.${growth.effort}`)}`)],
            detail: plain(localized(growth.exercise, t.locale)),
          })),
          ...(exercises.length > 0 ? [strong(t('skills.learning.exercises'))] : []),
        ),
        ...skillLinks(skill, t).map((links) => text(links)),
      ]
    : [text(plain(t('skills.learning.none')))]
  return {
    summary: title,
    blocks: [heading(title), ...blocks, ...actions([queryButton(skill.name, { view: 'skill', skill, page: 1 })])],
  }
}

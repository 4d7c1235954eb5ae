import { type LocalText, localized, type Proficiency, type Skill, type Step } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { type ListItem, plain } from '../../message/index.ts'
import { proficiencyLine } from './proficiency.ts'

/** What a person at a proficiency can be seen doing with a skill; undefined if the ladder does not say. */
export function statementOf({ statements }: Skill, proficiency: Proficiency, t: Translator): string | undefined {
  const statement = statements[proficiency]
  return statement && localized(statement, t.locale)
}

/** The statement as the detail of an item; nothing if the ladder has none. */
export function statementDetail(skill: Skill, proficiency: Proficiency, t: Translator): Pick<ListItem, 'detail'> {
  const statement = statementOf(skill, proficiency, t)
  return statement === undefined ? {} : { detail: plain(statement) }
}

/** What stands for a step where people choose one: the statement, or the step and what it means for any skill. */
export function answerText(skill: Skill, step: Step, t: Translator): string {
  return statementOf(skill, step.slug, t) ?? proficiencyLine(step, t)
}

/** A text after a colon; nothing if the ladder has none. */
export function afterColon(text: LocalText | null, t: Translator, shorten: (text: string) => string = (all) => all) {
  return text ? plain(`: ${shorten(localized(text, t.locale))}`) : []
}

import {
  type LocalText,
  localized,
  MAX_LENGTHS,
  type Proficiency,
  type Row,
  type Skill,
  type Step,
} from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { type Block, type ListItem, list, plain, strong, text } from '../../message/index.ts'
import { excerpt } from './excerpt.ts'
import { proficiencyLine } from './proficiency.ts'

/** The gist of a text: its first line, and of a long line the first sentences, or else its first words. */
function gistOf(whole: string, most = MAX_LENGTHS.statement): string {
  const [line = '', ...others] = whole.split('\n')
  if (line.length <= most) return others.length > 0 ? `${line} …` : line
  const sentences = line.slice(0, most).match(/^.*[.!?](?=\s)/su)?.[0]
  return sentences === undefined ? excerpt(line, most) : `${sentences} …`
}

/** What a person at a proficiency can be seen doing with a skill, in short; undefined if the ladder does not say. */
export function statementOf({ statements }: Skill, proficiency: Proficiency, t: Translator): string | undefined {
  const statement = localized(statements[proficiency], t.locale)
  return statement === undefined ? undefined : gistOf(statement)
}

/** The gist of a statement as the detail of an item; nothing if the ladder has none. */
export function statementDetail(skill: Skill, proficiency: Proficiency, t: Translator): Pick<ListItem, 'detail'> {
  const statement = statementOf(skill, proficiency, t)
  return statement === undefined ? {} : { detail: plain(statement) }
}

/** The gist of what a level expects of a skill: of the role's own criteria, or else of the statement. */
export function cellDetail({ skill, cells, criteria }: Row, index: number, t: Translator): Pick<ListItem, 'detail'> {
  const own = localized(criteria?.[index]?.text, t.locale)
  if (own !== undefined) return { detail: plain(gistOf(own)) }
  const cell = cells[index]
  return cell ? statementDetail(skill, cell.proficiency, t) : {}
}

/** What stands for a step where people choose one: the statement, or the step and what it means for any skill. */
export function answerText(skill: Skill, step: Step, t: Translator): string {
  return statementOf(skill, step.slug, t) ?? proficiencyLine(step, t)
}

/** Whether there is more to read of a step than its gist. */
export function hasMore({ statements, examples }: Skill, proficiency: Proficiency, t: Translator): boolean {
  const statement = localized(statements[proficiency], t.locale) ?? ''
  return gistOf(statement) !== statement || examples[proficiency] !== undefined
}

/** The most characters of one block of a message. */
const MOST_IN_BLOCK = 2000

/** A statement or the criteria of a level as a whole, with the examples. */
export function wholeText(
  statement: LocalText | null | undefined,
  examples: LocalText | null | undefined,
  t: Translator,
): readonly Block[] {
  const lines = (localized(statement, t.locale) ?? '').split('\n').filter((line) => line.trim() !== '')
  const pieces = lines.flatMap(
    (line) => line.match(new RegExp(`.{1,${MOST_IN_BLOCK}}(?:\\s|$)|.{1,${MOST_IN_BLOCK}}`, 'gsu')) ?? [],
  )
  const exampleLines = (localized(examples, t.locale) ?? '').split('\n').filter((line) => line.trim() !== '')
  return [
    ...(pieces.length > 1
      ? list(pieces.map((piece) => ({ text: plain(piece.trim()) })))
      : pieces.map((piece) => text(plain(piece)))),
    ...list(
      exampleLines.map((line) => ({ text: plain(line) })),
      strong(t('skills.examples')),
    ),
  ]
}

/** A text after a colon; nothing if the ladder has none. */
export function afterColon(
  content: LocalText | null,
  t: Translator,
  shorten: (whole: string) => string = (all) => all,
) {
  return content ? plain(`: ${shorten(localized(content, t.locale))}`) : []
}

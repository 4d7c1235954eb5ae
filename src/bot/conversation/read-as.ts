import { normalize, stepOf } from '../../catalog/index.ts'
import type { CommandContext } from '../command.ts'
import type { Correction } from '../commands/skills/interpret.ts'
import type { SkillsQuery } from '../commands/skills/query.ts'
import { proficiencyNamed } from '../input.ts'
import { quoteInput } from '../quote.ts'
import { proficiencyName } from '../views/proficiency.ts'
import type { Question } from './understand.ts'

// Words that a question was read as something with another name, to be shown with the answer.

/** The proficiencies that a question names as another language does: "Working" where the rubric says "Competente". */
export function stepsReadAs(
  { text }: Question,
  { vocabulary, catalogIndex, t }: CommandContext,
): readonly Correction[] {
  return text.split(/[^\p{L}]+/u).flatMap((typed) => {
    const slug = proficiencyNamed(normalize(typed), catalogIndex, vocabulary)
    const step = slug && stepOf(catalogIndex.catalog.scale, slug)
    const name = step ? proficiencyName(step, t) : ''
    return name === '' || normalize(name) === normalize(typed) ? [] : [{ typed, name }]
  })
}

/** The skills of an answer whose names a question misspells. */
export function typosReadAs({ named }: Question, query: SkillsQuery): readonly Correction[] {
  return named.flatMap(({ text, match, meanings: [only] }) =>
    match === 'typo' && only?.kind === 'skill' && 'skill' in query && query.skill === only.skill
      ? [{ typed: quoteInput(bare(text)), name: only.skill.name }]
      : [],
  )
}

/** A text without the punctuation around it. */
const bare = (text: string): string => text.replaceAll(/^[¿¡]+|[?!.,;:]+$/gu, '')

/** Shorter ones are abbreviations ("k8s"), unless a stack names them: "dbt". */
const MIN_TOOL = 5

/** The skills of an answer that a question names by a tool that they are about and that their own names do not have: "langchain". */
export function toolsReadAs(
  { named }: Question,
  query: SkillsQuery,
  { vocabulary: { isOrdinary }, catalogIndex }: CommandContext,
): readonly Correction[] {
  return named.flatMap(({ text, match, meanings: [only, ...others] }) => {
    if (match !== 'exact' || only?.kind !== 'skill' || others.length > 0) return []
    const isShown =
      ('skill' in query && query.skill === only.skill) || ('skills' in query && query.skills.includes(only.skill))
    if (!isShown) return []
    const words = normalize(text).split(' ')
    const own = normalize(only.skill.name).split(' ')
    const isOwn = (word: string): boolean => own.some((each) => each.startsWith(word) || word.startsWith(each))
    const isNamed = words.join(' ').length >= MIN_TOOL || words.every((word) => catalogIndex.isInStack(word))
    const isTool = isNamed && !words.some(isOwn) && !words.every(isOrdinary)
    return isTool ? [{ typed: quoteInput(bare(text)), name: only.skill.name }] : []
  })
}

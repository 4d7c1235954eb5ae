import { assessedRole, countedSkills, type Part, type PartCount } from '../../../../assessment/index.ts'
import { isCore, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { type Block, note, plain, type RichText, text } from '../../../../message/index.ts'
import { gradeName, wholePercent } from '../loaded-session.ts'
import { ruleKey } from '../rule.ts'
import { mainLevel, type ResultDetails } from './result-details.ts'

// What a verdict rests on: the counts of a level with what is needed, what was asked, and how certain it is.

/** How many skills were asked, skipped and not asked. */
export function askedCounts({ result, role }: ResultDetails) {
  const skipped = result.ratings.filter(({ rating }) => rating === null).length
  const questions = result.ratings.length
  return {
    mode: result.mode,
    questions,
    skipped,
    skills: role.rows.size,
    left: Math.max(0, role.rows.size - questions),
  }
}

/** Options of the counts of a level. */
interface CountsOptions {
  /** The name of the level; default: that of the role. Empty beside a label that names it. */
  readonly level?: string
  /** Leaves out how many of the others were not answered, beside a paragraph that says how many were not asked. */
  readonly isBrief?: boolean
}

/** "Core: 8 of 9 met (7 needed). Others: 8 of the 11 you answered met (6 of those needed), 38 not asked." of a level by its index. */
export function countsText(
  details: ResultDetails,
  index: number,
  t: Translator,
  options: CountsOptions = {},
): RichText {
  const { role, counts } = details
  const { core, breadth } = counts[index] ?? { core: NO_COUNT, breadth: NO_COUNT }
  const { level = role.levels[index]?.name ?? '', isBrief = false } = options
  const others = othersCountedAt(role, index)
  const isOnlyNew = role.levelRule.kind === 'core-and-breadth' && others > 0 && others < othersExpectedAt(role, index)
  const wordsOf = (part: Part, count: PartCount) => countWords(details, index, part, count, level)
  const breadthWords = wordsOf('breadth', breadth)
  const sentences = [
    ...(core.expected > 0 ? [t.rich('result.count.core', wordsOf('core', core))] : []),
    ...(breadth.expected > 0
      ? [
          t.rich(core.expected > 0 ? 'result.count.others' : 'result.count.all', {
            ...breadthWords,
            ...(isBrief && { skipped: 0, left: 0 }),
          }),
        ]
      : []),
    ...(isOnlyNew ? [t.rich('result.count.onlyNew', { level: role.levels[index]?.name ?? '', count: others })] : []),
  ]
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [...plain(' '), ...sentence]))
}

const NO_COUNT: PartCount = { met: 0, needed: 0, answered: 0, expected: 0 }

function countWords(
  { role, ratingOf, result }: ResultDetails,
  index: number,
  part: Part,
  { met, needed, answered, expected }: PartCount,
  level: string,
) {
  const skipped = countedSkills(assessedRole(role), index, part).filter((skill) => ratingOf(skill) === null).length
  const left = expected - answered - skipped
  return {
    ...{ met, needed, answered, skipped, left, total: expected, mode: result.mode },
    // What is needed of a part of the skills is not what the rule takes of all.
    of: left > 0 ? 'some' : 'all',
    level: level === '' ? 'none' : level,
  }
}

/** Whether a role names a core. */
export function hasCore({ core }: Role): boolean {
  return core.domains.length + core.skills.length > 0
}

const othersCountedAt = (role: Role, index: number): number =>
  countedSkills(assessedRole(role), index, 'breadth').length

const othersExpectedAt = (role: Role, index: number): number =>
  [...role.rows.values()].filter(({ cells, skill }) => cells[index] && !isCore(role, skill)).length

/** Says so if one answer less would change the level, or if the level rests on what was not asked. */
function marginText({ role, grade, counts, result }: ResultDetails, t: Translator): RichText {
  const at = grade ? counts[grade - 1] : undefined
  if (!at || !grade) return []
  const below = gradeName(role, grade - 1, t)
  // The forecast of what was not asked makes up for it; a count below the need would look like a mistake.
  if (at.breadth.met < at.breadth.needed) {
    return t.rich('result.margin.unasked', { level: gradeName(role, grade, t), mode: result.mode })
  }
  if (at.core.expected > 0 && at.core.met === at.core.needed) return t.rich('result.margin.core', { below })
  const isWhole = at.breadth.answered === at.breadth.expected
  return isWhole && at.breadth.met === at.breadth.needed
    ? t.rich('result.margin.others', { below, part: hasCore(role) ? 'others' : 'all' })
    : []
}

/**
 * The certainty, with what it means; nothing if nothing was left to ask. What is certain by the rule has no percentage: no answer can
 * change it.
 */
function certaintyText(details: ResultDetails, t: Translator): RichText {
  const { left } = askedCounts(details)
  const { confidence } = details.result
  // `likelierBlock` states how likely the level is.
  if (left === 0 || details.result.between) return []
  if (confidence >= 1) return t.rich('result.certain')
  return t.rich('result.sure', { percent: wholePercent(confidence) })
}

/**
 * What a verdict rests on, in one paragraph: what was asked, how certain it is that the rest changes nothing, and how close the answers
 * are to another level. Said apart, a close verdict and a certain one read as a contradiction.
 */
export function basisBlock(details: ResultDetails, t: Translator): Block {
  const certainty = certaintyText(details, t)
  const margin = details.result.rule === ruleKey(details.role) ? marginText(details, t) : []
  return text([
    ...t.rich('result.asked', askedCounts(details)),
    ...(certainty.length > 0 ? [...plain(' '), ...certainty] : []),
    ...(margin.length > 0 ? [...plain(' '), ...margin] : []),
  ])
}

/** Names the likelier level, if none is more likely than not. */
export function likelierBlock({ role, grade, result }: ResultDetails, t: Translator): readonly Block[] {
  if (grade === null || !result.between) return []
  const words = { level: gradeName(role, grade, t), percent: wholePercent(result.confidence) }
  return [text(t.rich('result.likelier', words))]
}

/** With a lower chance that more answers change nothing, a result is called thin. */
const THIN_CONFIDENCE = 0.75

/** Says so if the result rests on few answers, as after an early stop. */
export function thinBlock(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, counts, result } = details
  const { breadth } = counts[mainLevel(details)] ?? { breadth: NO_COUNT }
  if (result.confidence >= THIN_CONFIDENCE || breadth.answered === breadth.expected) return []
  const part = hasCore(role) ? 'others' : 'all'
  const { answered, expected } = breadth
  return [note('warning', t.rich('result.thin', { mode: result.mode, part, answered, expected }))]
}

/** Says so if too much of the next level was skipped to tell whether it is reached too. */
export function openBlock({ role, grade, counts, result }: ResultDetails, t: Translator): readonly Block[] {
  const next = grade === null || result.rule !== ruleKey(role) ? undefined : counts[grade]
  const skipped = result.ratings.filter(({ rating }) => rating === null).map(({ skill }) => skill)
  const isOpen = (['core', 'breadth'] as const).some((part) => {
    const counted = next === undefined ? [] : countedSkills(assessedRole(role), next.level - 1, part)
    return 2 * counted.filter((slug) => skipped.includes(slug)).length > counted.length
  })
  const level = next && role.levels[next.level - 1]
  return level && isOpen ? [note('info', t.rich('result.open', { level: level.name }))] : []
}

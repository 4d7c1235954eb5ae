import type { Gap } from '../../../../assessment/index.ts'
import { isCore, localized } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { type Block, type ListItem, list, plain, strong, text } from '../../../../message/index.ts'
import { asRating, ratingLabel } from './ratings.ts'
import type { ResultDetails } from './result-details.ts'
import { gainMark } from './result-points.ts'

/** Most skills of a list in a sentence. */
const MAX_NAMED = 12

/** Every gap of the level: those answered, then those estimated, and apart from them what was skipped. */
export function gapBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, target, gaps, result, domain } = details
  if (role.points) return pointGapBlocks(details, t)
  const level = target === undefined ? undefined : role.levels[target]
  if (!level) return []
  const name = domain ? localized(domain.name, t.locale) : ''
  if (gaps.length === 0) return [text(t.rich('result.gaps.none', { level: level.name }))]
  const answered = gaps.filter(({ rating }) => rating !== undefined)
  const estimated = gaps.filter(({ rating }) => rating === undefined)
  const skipped = result.ratings.filter(({ rating }) => rating === null).map(({ name }) => name)
  return [
    ...list(
      answered.map((gap) => gapItem(gap, details, t)),
      strong(t(domain ? 'result.gaps.domain' : 'result.gaps', { level: level.name, domain: name })),
    ),
    ...list(
      estimated.map((gap) => gapItem(gap, details, t)),
      t.rich('result.gaps.estimated'),
    ),
    ...(skipped.length > 0 ? [text(t.rich('result.gaps.skipped', { skills: namesOf(skipped) }))] : []),
  ]
}

/** What brings more points, whatever the level is, and what was skipped. */
function pointGapBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { gaps, result } = details
  const skipped = result.ratings.filter(({ rating }) => rating === null).map(({ name }) => name)
  return [
    ...(gaps.length === 0 ? [text(t.rich('points.gaps.none'))] : []),
    ...list(
      gaps.map((gap) => gapItem(gap, details, t)),
      strong(t('points.gaps')),
    ),
    ...(skipped.length > 0 ? [text(t.rich('result.gaps.skipped', { skills: namesOf(skipped) }))] : []),
  ]
}

function namesOf(names: readonly string[]): string {
  return names.length > MAX_NAMED ? `${names.slice(0, MAX_NAMED).join(', ')} …` : names.join(', ')
}

/** A skill, what it is rated and what is expected. */
export function gapItem(gap: Gap, { role, domain }: ResultDetails, t: Translator): ListItem {
  const { row, required, rating, mandatory } = gap
  const to = ratingLabel(asRating(required) ?? 0, row.skill.scale, t)
  const from = asRating(rating)
  const marks = [
    from === null
      ? t('result.gaps.expected', { to })
      : t('result.focus.step', { from: ratingLabel(from, row.skill.scale, t), to }),
    // One domain has no core: it gives no level.
    ...(!domain && isCore(role, row.skill) ? [t('result.core.mark')] : []),
    ...gainMark(role, gap, t),
    ...(mandatory ? [`● ${t('legend.mandatory')}`] : []),
  ]
  return { text: [...strong(row.skill.name), ...plain(`: ${marks.join(' · ')}`)] }
}

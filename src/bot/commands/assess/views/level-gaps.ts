import { type Level, type Role, roleThrough } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, heading, list, type Message, plain, strong, text } from '../../../../message/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { profileButton } from '../../profile/actions.ts'
import { queryButton } from '../../skills/query.ts'
import { press } from '../actions.ts'
import { gapsAt } from './planned-gaps.ts'
import { countsText } from './result-counts.ts'
import { detailsOf } from './result-details.ts'
import { gapItem } from './result-gaps.ts'
import { missingBlock } from './result-missing.ts'
import { totalText } from './result-points.ts'

/** More gaps would not fit on the first screen; a button shows all. */
const MAX_GAPS = 10

/** What the answers of a result come to at any level of its role: the counts of the level, and what is not met. */
export function levelGapsView(
  result: AssessmentResult,
  given: Role,
  level: Level,
  t: Translator,
  most = MAX_GAPS,
): Message {
  // The level may be on another track than the one that was assessed.
  const role = roleThrough(given, level)
  const index = role.levels.indexOf(level)
  const details = detailsOf(result, role)
  const { ratingOf } = details
  const isRated = [...role.rows.values()].some(
    ({ skill, cells }) => cells[index] && typeof ratingOf(skill.slug) === 'number',
  )
  const gaps = gapsAt(result, role, index)
  const title = t('gaps.title', { level: level.name, role: role.name })
  const more = gaps.length - most
  return {
    summary: title,
    blocks: [
      heading(title),
      text([
        ...t.rich('gaps.basis', { date: t.date(result.finishedAt) }),
        ...plain(' '),
        ...(role.points ? totalText(details, index, t) : countsText(details, index, t)),
      ]),
      ...(index === details.target && index >= (details.grade ?? 0) && !role.points ? missingBlock(details, t) : []),
      ...(gaps.length === 0
        ? [
            text(
              role.points
                ? t.rich('points.gaps.none')
                : t.rich('gaps.none', { level: level.name, rated: isRated ? 'some' : 'none' }),
            ),
          ]
        : []),
      ...list(
        gaps.slice(0, most).map((gap) => gapItem(gap, details, t)),
        ...(role.points ? [strong(t('points.gaps'))] : []),
      ),
      ...(more > 0 ? [text(t.rich('gaps.more', { count: more }))] : []),
      ...actions([
        press(
          t('gaps.check', { level: level.name }),
          { type: 'target', role: role.slug, target: level.slug },
          'primary',
        ),
        ...(more > 0
          ? [
              profileButton(t('gaps.showAll', { count: gaps.length }), {
                type: 'gaps',
                id: result.id,
                level: level.slug,
              }),
            ]
          : []),
        queryButton(t('gaps.expects', { level: level.name }), { view: 'nextLevel', role, level }),
        profileButton(t('profile.open', { date: t.date(result.finishedAt) }), { type: 'result', id: result.id }),
      ]),
    ],
  }
}

import { coverageByDomain } from '../../../../assessment/index.ts'
import { localized, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  list,
  type Message,
  note,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { profileButton } from '../../profile/actions.ts'
import { queryButton } from '../../skills/query.ts'
import { press, type ResultSection } from '../actions.ts'
import { gradeName } from '../loaded-session.ts'
import { RULE } from '../rule.ts'
import { gapsButton, planBlocks } from './plan.ts'
import { asRating, ratingLabel } from './ratings.ts'
import {
  askedCounts,
  certaintyBlock,
  countsText,
  likelierBlock,
  marginBlock,
  openBlock,
  thinBlock,
} from './result-counts.ts'
import { detailsOf, mainLevel, type ResultContext, type ResultDetails, statedLevel } from './result-details.ts'
import { coverageText, domainBlocks } from './result-domains.ts'
import { gapBlocks } from './result-gaps.ts'
import { mandatoryBlock, missingBlock } from './result-missing.ts'

/** Shows a stored result, or one part of it, against the current role. */
export function resultView(
  result: AssessmentResult,
  role: Role,
  context: ResultContext,
  section: ResultSection = 'summary',
): Message {
  const { t } = context
  const details = detailsOf(result, role)
  const title = titleOf(details, t)
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(section === 'gaps'
        ? [...gapBlocks(details, t), ...actions(gapsButton(details, context))]
        : section === 'domains'
          ? domainBlocks(details, t)
          : summaryBlocks(details, context)),
      ...actions(sectionButtons(details, section, t)),
    ],
  }
}

function titleOf({ result, role, domain, grade, target }: ResultDetails, t: Translator): string {
  if (domain) return t('result.title.domain', { role: role.name, domain: localized(domain.name, t.locale) })
  if (grade !== null && result.between) {
    return t('result.title', { role: role.name, level: statedLevel(result, role, t) })
  }
  if (grade === 0) return t('result.title.below', { role: role.name, level: role.levels[0]?.name ?? '' })
  if (grade !== null) return t('result.title', { role: role.name, level: gradeName(role, grade, t) })
  if (result.ready === undefined) return t('result.early.title', { role: role.name })
  const level = target === undefined ? (result.target ?? '') : (role.levels[target]?.name ?? '')
  return t(result.ready ? 'result.ready.title' : 'result.notReady.title', { role: role.name, level })
}

function sectionButtons(
  { result, role, domain, gaps, target, grade }: ResultDetails,
  current: ResultSection,
  t: Translator,
) {
  const level = target === undefined ? undefined : role.levels[target]
  const sections: readonly (readonly [ResultSection, boolean])[] = [
    ['summary', current !== 'summary'],
    ['gaps', current !== 'gaps' && gaps.length > 0],
    ['domains', current !== 'domains' && !domain],
  ]
  return [
    ...sections
      .filter(([, isOffered]) => isOffered)
      .map(([section]) => press(t(`result.section.${section}`), { type: 'section', id: result.id, section })),
    // Too few answers point at no level.
    ...(level && !domain && (grade !== null || result.ready !== undefined)
      ? [queryButton(`${role.name} · ${level.name}`, { view: 'level', role, level })]
      : []),
    profileButton(t('result.profile'), { type: 'show' }),
    press(t('result.again'), { type: 'intro', role: role.slug }),
  ]
}

function summaryBlocks(details: ResultDetails, context: ResultContext): readonly Block[] {
  const { result, domain } = details
  const { t } = context
  return [
    ...verdictBlocks(details, context),
    ...planBlocks(details, context),
    ...(domain || result.rule === RULE ? [] : [note('info', t.rich('result.formerRule'))]),
    note('info', t.rich('assess.modest')),
    note('success', t.rich('result.saved')),
  ]
}

/** The answer: the level, what it rests on, and what is missing for the next one. */
function verdictBlocks(details: ResultDetails, context: ResultContext): readonly Block[] {
  const { result, role, domain, grade } = details
  const { t } = context
  if (domain) return [text(t.rich('result.domain.noLevel')), ...domainCount(details, t)]
  if (grade === null && result.ready === undefined) return earlyBlocks(details, t)
  const level = grade ? role.levels[grade - 1] : undefined
  return [
    ...likelierBlock(details, t),
    ...(level ? [text(t.rich('result.meaning', { level: level.name, focus: localized(level.focus, t.locale) }))] : []),
    ...(result.rule === RULE ? [text(countsText(details, mainLevel(details), t)), ...marginBlock(details, t)] : []),
    text(t.rich('result.asked', askedCounts(details))),
    ...certaintyBlock(details, t),
    ...thinBlock(details, t),
    ...(grade === null ? [ownLevelBlock(details, context)] : []),
    ...openBlock(details, t),
    ...mandatoryBlock(details, context),
    ...missingBlock(details, t),
  ]
}

/** Too little was answered to tell a level: what was answered, and what is missing. */
function earlyBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { result, role, counts } = details
  const [from, to] = result.between ?? [0, role.levels.length]
  const names = { from: gradeName(role, from, t), to: gradeName(role, to, t) }
  const first = counts[Math.max(0, from - 1)]
  return [
    text(t.rich('result.early', names)),
    ...(first ? [text(countsText(details, first.level - 1, t))] : []),
    text(t.rich('result.asked', askedCounts(details))),
    text(t.rich('result.early.more')),
  ]
}

/** A check of one level tells no other: the person's own level is what an earlier assessment told. */
function ownLevelBlock({ role, target }: ResultDetails, { t, ownLevel }: ResultContext): Block {
  const level = target === undefined ? '' : (role.levels[target]?.name ?? '')
  if (!ownLevel) return text(t.rich('result.ready.notAsked', { level }))
  return text(t.rich('result.ready.ownLevel', { level: ownLevel.name, date: t.date(ownLevel.finishedAt) }))
}

function domainCount({ domain, role, target, ratingOf }: ResultDetails, t: Translator): readonly Block[] {
  if (!domain || target === undefined) return []
  const own = coverageByDomain(role, target, ratingOf).find((entry) => entry.domain === domain)
  return own ? [text(coverageText(own.coverage, t))] : []
}

/** Shows a stored result whose role is no longer in the catalog. */
export function removedRoleResultView(result: AssessmentResult, { t }: Pick<ResultContext, 't'>): Message {
  const level = result.level ?? result.domain ?? ''
  const title = t('result.title', { role: result.roleName, level })
  return {
    summary: title,
    blocks: [
      heading(title),
      note('info', t.rich('result.gone', { role: result.roleName, date: t.date(result.finishedAt) })),
      ...list(
        result.ratings.map(({ name, rating }) => ({
          text: [
            ...strong(name),
            ...plain(`: ${rating === null ? t('assess.skip') : ratingLabel(asRating(rating) ?? 0, t)}`),
          ],
        })),
      ),
      note('info', t.rich('assess.modest')),
      ...actions([profileButton(t('result.profile'), { type: 'show' })]),
    ],
  }
}

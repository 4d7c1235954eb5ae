import { type Domain, localized, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  list,
  type Message,
  note,
  pictureBlocks,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { excerpt } from '../../../views/excerpt.ts'
import { resultHeatMap } from '../../../views/heat-maps.ts'
import { resultRadar } from '../../../views/radars.ts'
import { trackText } from '../../../views/tracks.ts'
import { profileButton } from '../../profile/actions.ts'
import { queryButton } from '../../skills/query.ts'
import { press, type ResultSection } from '../actions.ts'
import { gradeName } from '../loaded-session.ts'
import { ruleKey } from '../rule.ts'
import { focusBlocks, gapsButton, planBlocks } from './plan.ts'
import { focusOf } from './planned-gaps.ts'
import { storedRatingLabel } from './ratings.ts'
import { domainBars, levelBars } from './result-bars.ts'
import { askedCounts, basisBlock, countsText, hasCore, likelierBlock, openBlock, thinBlock } from './result-counts.ts'
import { detailsOf, isEarly, mainLevel, type ResultContext, type ResultDetails, statedLevel } from './result-details.ts'
import { domainBlocks } from './result-domains.ts'
import { gapBlocks } from './result-gaps.ts'
import { assumptionBlock, mandatoryBlock, missingBlock } from './result-missing.ts'
import { isOpenSum, pointsBlocks } from './result-points.ts'

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
      ...sectionBlocks(section, details, context),
      ...actions(sectionButtons(details, section, context)),
    ],
  }
}

function sectionBlocks(section: ResultSection, details: ResultDetails, context: ResultContext): readonly Block[] {
  const { t } = context
  switch (section) {
    case 'summary':
      return summaryBlocks(details, context)
    case 'plan':
      return planBlocks(details, context)
    case 'gaps':
      return [...gapBlocks(details, t), ...gapsPicture(details, t), ...actions(gapsButton(details, context))]
    case 'domains':
      return domainBlocks(details, t)
  }
}

/** A person's answers against the level of the gaps. */
function gapsPicture({ role, target, ratingOf, gaps, domain }: ResultDetails, t: Translator): readonly Block[] {
  // A level of points expects no step of a single skill.
  if (target === undefined || domain || gaps.length === 0 || role.points) return []
  const estimated = gaps.filter(({ rating }) => rating === undefined).map(({ row }) => row.skill.slug)
  return pictureBlocks(resultHeatMap(role, target, ratingOf, new Set(estimated), t))
}

/** The longest focus of the level; it is whole under "About" the role. */
const MAX_FOCUS = 320

/** Domains with an answer below which a radar shows next to nothing. */
const MIN_AXES = 3

/** A person's answers by domain against the level that the result tells of. */
function domainsPicture(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, ratingOf, domain } = details
  if (domain || role.points) return []
  const radar = resultRadar(role, mainLevel(details), ratingOf, t)
  const answered = radar.axes.filter(({ values }) => values.some(({ at }) => at !== null))
  return answered.length < MIN_AXES ? [] : pictureBlocks({ ...radar, axes: answered })
}

function titleOf(details: ResultDetails, t: Translator): string {
  const { result, role, domain, grade, target } = details
  if (domain) return t('result.title.domain', { role: role.name, domain: localized(domain.name, t.locale) })
  if (grade !== null && isOpenSum(details)) {
    return t('points.title.soFar', { role: role.name, level: gradeName(role, grade, t) })
  }
  if (grade !== null && result.between) {
    return t('result.title', { role: role.name, level: statedLevel(result, role, t) })
  }
  if (grade === 0) return t('result.title.below', { role: role.name, level: role.levels[0]?.name ?? '' })
  if (grade !== null) return t('result.title', { role: role.name, level: gradeName(role, grade, t) })
  if (result.ready === undefined) return t('result.early.title', { role: role.name })
  const level = target === undefined ? (result.target ?? '') : (role.levels[target]?.name ?? '')
  return t(result.ready ? 'result.ready.title' : 'result.notReady.title', { role: role.name, level })
}

function sectionButtons(details: ResultDetails, current: ResultSection, context: ResultContext) {
  const { result, role, domain, gaps, target, grade } = details
  const { t } = context
  const level = target === undefined ? undefined : role.levels[target]
  const hasPlan = focusOf(details, context.deferredSkills).length > 0
  const sections: readonly (readonly [ResultSection, boolean])[] = [
    ['summary', current !== 'summary'],
    ['plan', current !== 'plan' && hasPlan],
    ['gaps', current !== 'gaps' && gaps.length > 0],
    ['domains', current !== 'domains' && !domain],
  ]
  return [
    ...sections
      .filter(([, isOffered]) => isOffered)
      .map(([section]) => {
        const isMain = section === 'plan' && current === 'summary'
        const label = t(`result.section.${section}`)
        return press(label, { type: 'section', id: result.id, section }, isMain ? 'primary' : undefined)
      }),
    // Too few answers point at no level.
    ...(level && !domain && (grade !== null || result.ready !== undefined)
      ? [queryButton(`${role.name} · ${level.name}`, { view: 'level', role, level })]
      : []),
    ...(current === 'summary'
      ? [
          profileButton(t('result.export'), { type: 'export' }),
          profileButton(t('result.profile'), { type: 'show' }),
          press(t('result.again'), { type: 'intro', role: role.slug }),
        ]
      : []),
  ]
}

function summaryBlocks(details: ResultDetails, context: ResultContext): readonly Block[] {
  const { result, role, domain } = details
  const { t } = context
  return [
    ...(role.whole ? [text(trackText(role, t))] : []),
    ...verdictBlocks(details, context),
    ...focusBlocks(details, context),
    ...(domain ? [] : assumptionBlock(details, t)),
    ...(domain || result.rule === ruleKey(role)
      ? []
      : [note('info', t.rich(result.rule === undefined ? 'result.formerRule' : 'result.otherRule'))]),
    note('info', [...t.rich('assess.modest'), ...(isEarly(details) ? [] : [...plain(' '), ...t.rich('result.saved')])]),
  ]
}

/** The answer: the level, what it rests on, and what is missing for the next one. */
function verdictBlocks(details: ResultDetails, context: ResultContext): readonly Block[] {
  const { result, role, domain, grade } = details
  const { t } = context
  if (domain) return domainVerdict(details, domain, t)
  const ownLevel = grade === null ? [ownLevelBlock(details, context)] : []
  if (role.points) {
    return [...levelBars(details, t), ...pointsBlocks(details, t), ...ownLevel, ...mandatoryBlock(details, context)]
  }
  if (isEarly(details)) return earlyBlocks(details, t)
  const level = grade ? role.levels[grade - 1] : undefined
  return [
    ...likelierBlock(details, t),
    ...(level?.focus
      ? [
          text(
            t.rich('result.meaning', {
              level: level.name,
              focus: excerpt(localized(level.focus, t.locale), MAX_FOCUS),
            }),
          ),
        ]
      : []),
    ...levelBars(details, t),
    ...(result.rule === ruleKey(role) ? [text(countsText(details, mainLevel(details), t, { isBrief: true }))] : []),
    basisBlock(details, t),
    ...domainsPicture(details, t),
    ...thinBlock(details, t),
    ...ownLevel,
    ...openBlock(details, t),
    ...mandatoryBlock(details, context),
    ...missingBlock(details, t, false),
  ]
}

/**
 * Too little was answered to tell a level: what was answered, and what is missing. It names no range of levels: what was answered may be
 * outside the core, and then bounds nothing.
 */
function earlyBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, counts } = details
  const first = counts.findIndex(({ core, breadth }) => core.expected + breadth.expected > 0)
  const core = hasCore(role) ? 'some' : 'none'
  return [
    text(t.rich('result.early', { core })),
    ...(first >= 0 ? [text(countsText(details, first, t))] : []),
    text(t.rich('result.asked', askedCounts(details))),
    text(t.rich('result.early.more', { core })),
  ]
}

/** A check of one level tells no other: the person's own level is what an earlier assessment told. */
function ownLevelBlock({ role, target }: ResultDetails, { t, ownLevel }: ResultContext): Block {
  const level = target === undefined ? '' : (role.levels[target]?.name ?? '')
  if (!ownLevel) return text(t.rich('result.ready.notAsked', { level }))
  return text(t.rich('result.ready.ownLevel', { level: ownLevel.name, date: t.date(ownLevel.finishedAt) }))
}

/** What each level expects of one domain, and how much of it is met: a count without its level would fall with better answers. */
function domainVerdict(details: ResultDetails, domain: Domain, t: Translator): readonly Block[] {
  const name = localized(domain.name, t.locale)
  const { points } = details
  if (points) {
    return [text(t.rich('result.domain.noLevel')), text(t.rich('points.sum.domain', { domain: name, ...points }))]
  }
  const lead = [...t.rich('result.domain.noLevel'), ...plain(' '), ...t.rich('result.domain.levels', { domain: name })]
  return [text(lead), ...domainBars(details, t)]
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
        result.ratings.map(({ name, rating, scale = result.scale }) => ({
          text: [
            ...strong(name),
            ...plain(`: ${rating === null ? t('assess.skip') : storedRatingLabel(rating, { scale }, t)}`),
          ],
        })),
      ),
      note('info', t.rich('assess.modest')),
      ...actions([profileButton(t('result.profile'), { type: 'show' })]),
    ],
  }
}

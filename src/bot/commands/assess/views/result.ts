import {
  assessedRole,
  type Coverage,
  countedSkills,
  coverageByDomain,
  type Gap,
  type LevelCounts,
  levelCounts,
  type PartCount,
  type RatingOf,
  stillNeeded,
  strengthsOf,
} from '../../../../assessment/index.ts'
import { type Domain, isCore, localized, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  note,
  plain,
  type RichText,
  strong,
  text,
} from '../../../../message/index.ts'
import type { AssessmentResult } from '../../../../store/records.ts'
import { profileButton } from '../../profile/actions.ts'
import { queryButton } from '../../skills/query.ts'
import { press, type ResultSection } from '../actions.ts'
import { gradeName, wholePercent } from '../loaded-session.ts'
import { RULE, ruleText } from '../rule.ts'
import { planBlocks, plannedGaps, unmetMandatory } from './plan.ts'
import { asRating, ratingLabel, ratingsIn } from './ratings.ts'

const MAX_STRENGTHS = 5
/** Most skills of a list in a sentence. */
const MAX_NAMED = 12

/** What a view of results needs. */
export interface ResultContext {
  readonly t: Translator
  /** The skills of the role that the person does not want to work on now. */
  readonly deferredSkills: readonly string[]
}

/** A result against the current role. */
interface ResultDetails {
  readonly result: AssessmentResult
  readonly role: Role
  readonly domain: Domain | null
  /** The grade among the levels of today; null if the result states no level. */
  readonly grade: number | null
  /** The index of the level that the gaps belong to; undefined if the role no longer has it. */
  readonly target: number | undefined
  readonly ratingOf: RatingOf
  /** In the order of a plan. */
  readonly gaps: readonly Gap[]
  /** Of the levels of today, lowest first, by the rule of today. */
  readonly counts: readonly LevelCounts[]
}

function detailsOf(result: AssessmentResult, role: Role): ResultDetails {
  const index = role.levels.findIndex(({ slug }) => slug === result.target)
  const target = index < 0 ? undefined : index
  const domain = role.domains.find((group) => group.domain.slug === result.domain)?.domain ?? null
  const ratings = new Map(result.ratings.map(({ skill, rating }) => [skill, asRating(rating)]))
  return {
    result,
    role,
    domain,
    grade: gradeNow(result, role),
    target,
    ratingOf: ratingsIn(result),
    gaps: plannedGaps(result, role, target),
    counts: levelCounts(assessedRole(role), ratings),
  }
}

/** The grade of a result among the current levels of its role; null if it states none. */
function gradeNow({ level, grade }: AssessmentResult, role: Role): number | null {
  if (grade === null) return null
  const index = role.levels.findIndex((entry) => entry.slug === level)
  return index < 0 ? Math.min(grade, level === null ? 0 : role.levels.length) : index + 1
}

/** Shows a stored result, or one part of it, against the current role. */
export function resultView(
  result: AssessmentResult,
  role: Role,
  { t, deferredSkills }: ResultContext,
  section: ResultSection = 'summary',
): Message {
  const details = detailsOf(result, role)
  const title = titleOf(details, t)
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(section === 'gaps'
        ? gapBlocks(details, t)
        : section === 'domains'
          ? domainBlocks(details, t)
          : summaryBlocks(details, deferredSkills, t)),
      ...actions(sectionButtons(details, section, t)),
    ],
  }
}

function titleOf({ result, role, domain, grade, target }: ResultDetails, t: Translator): string {
  if (domain) return t('result.title.domain', { role: role.name, domain: localized(domain.name, t.locale) })
  if (grade !== null) return t('result.title', { role: role.name, level: gradeName(role, grade, t) })
  if (result.ready === undefined) return t('result.early.title', { role: role.name })
  const level = target === undefined ? (result.target ?? '') : (role.levels[target]?.name ?? '')
  return t(result.ready ? 'result.ready.title' : 'result.notReady.title', { role: role.name, level })
}

function sectionButtons({ result, role, domain, gaps, target }: ResultDetails, current: ResultSection, t: Translator) {
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
    ...(level && !domain ? [queryButton(`${role.name} · ${level.name}`, { view: 'level', role, level })] : []),
    profileButton(t('result.profile'), { type: 'show' }),
    press(t('result.again'), { type: 'intro', role: role.slug }),
  ]
}

function summaryBlocks(details: ResultDetails, deferredSkills: readonly string[], t: Translator): readonly Block[] {
  const { result, role, domain, gaps } = details
  return [
    ...verdictBlocks(details, t),
    ...planBlocks(result, role, gaps, deferredSkills, t),
    ...(domain || result.rule === RULE ? [] : [note('info', t.rich('result.formerRule'))]),
    note('info', t.rich('assess.modest')),
    note('success', t.rich('result.saved')),
  ]
}

/** The answer: the level, what it rests on, and what is missing for the next one. */
function verdictBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { result, role, domain, grade, target } = details
  if (domain) return [text(t.rich('result.domain.noLevel')), ...domainCount(details, t)]
  if (grade === null && result.ready === undefined) return earlyBlocks(details, t)
  const level = grade ? role.levels[grade - 1] : undefined
  // Asked for one level, the person is told about that level.
  const about = grade === null ? (target ?? 0) : Math.max(0, grade - 1)
  return [
    ...(level ? [text(t.rich('result.meaning', { level: level.name, focus: localized(level.focus, t.locale) }))] : []),
    ...(result.rule === RULE ? [text(countsText(details, about, t)), ...marginBlock(details, t)] : []),
    text(t.rich('result.asked', askedCounts(details))),
    ...certaintyBlock(details, t),
    ...openBlock(details, t),
    ...mandatoryBlock(details, t),
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

function askedCounts({ result, role }: ResultDetails) {
  const skipped = result.ratings.filter(({ rating }) => rating === null).length
  const questions = result.ratings.length
  return { questions, skipped, skills: role.rows.size, left: Math.max(0, role.rows.size - questions) }
}

/** "Core: 8 of 9 met, 7 needed. Others: 8 of 11 met, 6 needed; 38 not asked." of a level by its index. */
function countsText(
  { role, counts }: ResultDetails,
  index: number,
  t: Translator,
  level = role.levels[index]?.name ?? '',
): RichText {
  const { core, breadth } = counts[index] ?? { core: NO_COUNT, breadth: NO_COUNT }
  const others = othersCountedAt(role, index)
  return [
    ...(core.expected > 0 ? [...t.rich('result.count.core', countWords(core, level)), ...plain(' ')] : []),
    ...(breadth.expected > 0
      ? t.rich(core.expected > 0 ? 'result.count.others' : 'result.count.all', countWords(breadth, level))
      : []),
    ...(others < othersExpectedAt(role, index)
      ? [...plain(' '), ...t.rich('result.count.onlyNew', { level: role.levels[index]?.name ?? '', count: others })]
      : []),
  ]
}

const NO_COUNT: PartCount = { met: 0, needed: 0, answered: 0, expected: 0 }

const countWords = ({ met, needed, answered, expected }: PartCount, level: string) => ({
  ...{ met, needed, answered },
  level: level === '' ? 'none' : level,
  left: expected - answered,
})

const othersCountedAt = (role: Role, index: number): number =>
  countedSkills(assessedRole(role), index, 'breadth').length

const othersExpectedAt = (role: Role, index: number): number =>
  [...role.rows.values()].filter(({ cells, skill }) => cells[index] && !isCore(role, skill)).length

/** Says so if one answer less would change the level. */
function marginBlock({ role, grade, counts }: ResultDetails, t: Translator): readonly Block[] {
  const at = grade ? counts[grade - 1] : undefined
  if (!at || !grade) return []
  const below = gradeName(role, grade - 1, t)
  if (at.core.expected > 0 && at.core.met === at.core.needed) return [text(t.rich('result.margin.core', { below }))]
  const isWhole = at.breadth.answered === at.breadth.expected
  return isWhole && at.breadth.met === at.breadth.needed ? [text(t.rich('result.margin.others', { below }))] : []
}

/** The certainty, with what it means; nothing if nothing was left to ask. */
function certaintyBlock(details: ResultDetails, t: Translator): readonly Block[] {
  const { left } = askedCounts(details)
  if (left === 0) return []
  return [text(t.rich('result.sure', { percent: wholePercent(details.result.confidence), left }))]
}

/** Says so if too much of the next level was skipped to tell whether it is reached too. */
function openBlock({ role, grade, counts, result }: ResultDetails, t: Translator): readonly Block[] {
  const next = grade === null || result.rule !== RULE ? undefined : counts[grade]
  const skipped = result.ratings.filter(({ rating }) => rating === null).map(({ skill }) => skill)
  const isOpen = (['core', 'breadth'] as const).some((part) => {
    const counted = next === undefined ? [] : countedSkills(assessedRole(role), next.level - 1, part)
    return 2 * counted.filter((slug) => skipped.includes(slug)).length > counted.length
  })
  const level = next && role.levels[next.level - 1]
  return level && isOpen ? [note('info', t.rich('result.open', { level: level.name }))] : []
}

function mandatoryBlock({ role, grade, ratingOf }: ResultDetails, t: Translator): readonly Block[] {
  if (!grade) return []
  const names = unmetMandatory(role, grade - 1, ratingOf).map((slug) => role.rows.get(slug)?.skill.name ?? slug)
  const level = role.levels[grade - 1]?.name ?? ''
  return names.length === 0 ? [] : [note('warning', t.rich('result.mandatory', { level, skills: t.all(names) }))]
}

/** What is missing for the next level: how many of the core, and how many of the others. */
function missingBlock(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, target, grade, gaps, result, ratingOf } = details
  const level = target === undefined ? undefined : role.levels[target]
  if (target === undefined || !level || result.rule !== RULE || result.ready === true) return []
  if (grade !== null && target < grade) return [text(t.rich('result.top', { level: level.name }))]
  const answered = gaps.filter(({ rating }) => rating !== undefined)
  const { core, breadth } = stillNeeded(
    assessedRole(role),
    target,
    gaps.map(({ row }) => row.skill.slug),
    (skill) => ratingOf(skill) === null,
  )
  const need = result.need ?? { core: core.need, others: breadth.need, sd: 0 }
  const isEstimate = need.sd >= 1
  const range = { low: Math.max(0, Math.round(need.others - need.sd)), high: Math.round(need.others + need.sd) }
  const needs = [
    ...(need.core > 0 ? [t('result.need.core', { need: need.core, gaps: core.gaps })] : []),
    ...(need.others > 0 && isEstimate ? [t('result.need.othersAbout', { need: need.others, ...range })] : []),
    ...(need.others > 0 && !isEstimate ? [t('result.need.others', { need: need.others, gaps: breadth.gaps })] : []),
  ]
  const estimated = gaps.length - answered.length
  if (needs.length === 0) {
    const { left } = askedCounts(details)
    return left > 0 ? [text(t.rich('result.edge', { level: level.name, left }))] : []
  }
  return [
    text([
      ...t.rich('result.need', { needs: t.all(needs), level: level.name }),
      ...(estimated > 0 ? [...plain(' '), ...t.rich('result.need.estimated', { count: estimated })] : []),
    ]),
  ]
}

function domainCount({ domain, role, target, ratingOf }: ResultDetails, t: Translator): readonly Block[] {
  if (!domain || target === undefined) return []
  const own = coverageByDomain(role, target, ratingOf).find((entry) => entry.domain === domain)
  return own ? [text(coverageText(own.coverage, t))] : []
}

/** Every gap of the level: those answered, then those estimated, and apart from them what was skipped. */
function gapBlocks({ role, target, gaps, result }: ResultDetails, t: Translator): readonly Block[] {
  const level = target === undefined ? undefined : role.levels[target]
  if (!level) return []
  if (gaps.length === 0) return [text(t.rich('result.gaps.none', { level: level.name }))]
  const answered = gaps.filter(({ rating }) => rating !== undefined)
  const estimated = gaps.filter(({ rating }) => rating === undefined)
  const skipped = result.ratings.filter(({ rating }) => rating === null).map(({ name }) => name)
  return [
    ...list(
      answered.map((gap) => gapItem(gap, role, t)),
      strong(t('result.gaps', { level: level.name })),
    ),
    ...list(
      estimated.map((gap) => gapItem(gap, role, t)),
      t.rich('result.gaps.estimated'),
    ),
    ...(skipped.length > 0 ? [text(t.rich('result.gaps.skipped', { skills: namesOf(skipped) }))] : []),
  ]
}

function namesOf(names: readonly string[]): string {
  return names.length > MAX_NAMED ? `${names.slice(0, MAX_NAMED).join(', ')} …` : names.join(', ')
}

function gapItem({ row, required, rating, mandatory }: Gap, role: Role, t: Translator): ListItem {
  const to = ratingLabel(asRating(required) ?? 0, t)
  const from = asRating(rating)
  const marks = [
    from === null ? t('result.focus.estimated', { to }) : t('result.focus.step', { from: ratingLabel(from, t), to }),
    ...(isCore(role, row.skill) ? [t('result.core.mark')] : []),
    ...(mandatory ? [`● ${t('legend.mandatory')}`] : []),
  ]
  return { text: [...strong(row.skill.name), ...plain(`: ${marks.join(' · ')}`)] }
}

/** Each level and each domain, with what was met, and the strengths. */
function domainBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, target, ratingOf, grade } = details
  const level = target === undefined ? undefined : role.levels[target]
  return [
    text(ruleText(role, t)),
    text(strong(t('result.levels'))),
    {
      type: 'fields',
      fields: role.levels.map(({ name }, index) => ({ label: name, value: countsText(details, index, t, '') })),
    },
    ...(target !== undefined && level
      ? [
          text(strong(t('result.domains', { level: level.name }))),
          {
            type: 'fields' as const,
            fields: coverageByDomain(role, target, ratingOf).map(({ domain, coverage }) => ({
              label: localized(domain.name, t.locale),
              value: coverageText(coverage, t),
            })),
          },
        ]
      : []),
    ...strengthBlock(role, Math.max(0, (grade ?? 0) - 1), ratingOf, t),
  ]
}

/** "3 of 5 met, 2 not asked"; never "0 met" of what was not asked. */
function coverageText({ met, unmet, skipped, notAsked }: Coverage, t: Translator): RichText {
  const answered = met + unmet
  return t.rich('result.coverage', { met, answered, skipped, notAsked })
}

function strengthBlock(role: Role, level: number, ratingOf: RatingOf, t: Translator): readonly Block[] {
  const name = role.levels[level]?.name ?? ''
  const strengths = strengthsOf(role, level, ratingOf, MAX_STRENGTHS)
  return list(
    strengths.map(({ row, rating, above }) => ({
      text: [...strong(row.skill.name), ...plain(`: ${ratingLabel(rating, t)}`)],
      detail: t.rich('result.strength', { above, level: name }),
    })),
    strong(t('result.strengths')),
  )
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

import { assessedRole, countedSkills, neededAt, type PlanNeed, stillNeeded } from '../../../../assessment/index.ts'
import { isCore } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { type Block, note, plain, type RichText, text } from '../../../../message/index.ts'
import { coreNames, ruleKey } from '../rule.ts'
import { unaskedMandatory, unmetMandatory } from './planned-gaps.ts'
import { askedCounts, hasCore } from './result-counts.ts'
import { isEarly, mainLevel, type ResultContext, type ResultDetails } from './result-details.ts'

// What is missing for a level: its mandatory skills, and how many of the core and of the others.

/** More names of skills that were not asked would hide what matters. */
const MAX_UNASKED = 5

/** Names the mandatory skills that are not met, and those that were not asked: of the level reached, or of the one asked about. */
export function mandatoryBlock(details: ResultDetails, { t, deferredSkills }: ResultContext): readonly Block[] {
  const { role, grade, ratingOf, result } = details
  if (grade === 0 || (grade === null && result.ready === undefined)) return []
  const index = mainLevel(details)
  const namesOf = (slugs: readonly string[]) => slugs.map((slug) => role.rows.get(slug)?.skill.name ?? slug)
  const unmet = unmetMandatory(role, index, ratingOf)
  const place = unmet.some((slug) => deferredSkills.includes(slug)) ? 'deferred' : 'first'
  const level = role.levels[index]?.name ?? ''
  const unasked = unaskedMandatory(role, index, ratingOf)
  const names = namesOf(unasked.slice(0, MAX_UNASKED))
  const more = unasked.length - names.length
  const words = {
    level,
    count: unasked.length,
    more,
    skills: more > 0 ? names.join(', ') : t.all(names),
    mode: result.mode,
  }
  return [
    ...(unmet.length > 0
      ? [
          note(
            'warning',
            t.rich('result.mandatory', { level, count: unmet.length, place, skills: t.all(namesOf(unmet)) }),
          ),
        ]
      : []),
    ...(unasked.length > 0 ? [note('info', t.rich('result.mandatory.notAsked', words))] : []),
  ]
}

/** How many more of each part the level of the gaps takes; undefined for a result that does not tell. */
function needOf({ role, target, result, gaps, ratingOf }: ResultDetails): PlanNeed | undefined {
  if (target === undefined || result.rule !== ruleKey(role)) return undefined
  if (result.need) return result.need
  const ids = gaps.map(({ row }) => row.skill.slug)
  const { core, breadth } = stillNeeded(assessedRole(role), target, ids, (skill) => ratingOf(skill) === null)
  return { core: core.need, others: breadth.need, sd: 0 }
}

/** An estimate with a deviation of more than this share says hardly anything; not one that is good enough for a plan. */
const VAGUE_SHARE = 0.4
const VAGUE_FROM = 3.5

/** Whether the deviation of an estimate is too large to say a number. */
export function isVague(estimate: number, deviation: number): boolean {
  return deviation > VAGUE_FROM && deviation > VAGUE_SHARE * estimate
}

/** What is missing for the next level: how many of the core and of the others, and with `isWhole` what that assumes. */
export function missingBlock(details: ResultDetails, t: Translator, isWhole = true): readonly Block[] {
  const { role, target, grade, gaps, result, ratingOf } = details
  const level = target === undefined ? undefined : role.levels[target]
  const need = needOf(details)
  if (target === undefined || !level || !need || result.ready === true || isEarly(details)) return []
  if (grade !== null && target < grade) return [text(t.rich('result.top', { level: level.name }))]
  const ids = gaps.map(({ row }) => row.skill.slug)
  const { core, breadth } = stillNeeded(assessedRole(role), target, ids, (skill) => ratingOf(skill) === null)
  const needs = [
    ...(need.core > 0 ? [coreNeed(details, need.core, core.gaps, t)] : []),
    ...othersNeed(details, need, breadth.gaps, t),
  ]
  if (needs.length === 0) {
    const { left, mode } = askedCounts(details)
    return left > 0 ? [text(t.rich('result.edge', { level: level.name, left, mode }))] : []
  }
  const only = onlyCoreKey(details, need)
  const assumed = isWhole ? assumedText(details, t) : []
  return [
    text([
      ...t.rich('result.need', { needs: t.all(needs), level: level.name }),
      ...(only ? [...plain(' '), ...t.rich(only, { core: t.all(coreNames(role, t)) })] : []),
      ...(assumed.length > 0 ? [...plain(' '), ...assumed] : []),
    ]),
  ]
}

/** What `missingBlock` assumes, by itself: it stands below what to work on, which belongs on the first screen. */
export function assumptionBlock(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, target, grade, result } = details
  const isStated =
    result.ready !== true && !isEarly(details) && !(grade !== null && target !== undefined && target < grade)
  const level = target === undefined ? undefined : role.levels[target]?.name
  const assumed = isStated ? assumedText(details, t, level) : []
  return assumed.length > 0 ? [text(assumed)] : []
}

/**
 * Says how many of the skills that were not asked are taken as met, so that what a level still takes agrees with the counts of what was
 * answered. Nothing if none is, or if the estimate is too vague to count. `level` is named if the sentence stands by itself.
 */
export function assumedText(details: ResultDetails, t: Translator, level = ''): RichText {
  const { role, target, result, counts, ratingOf } = details
  const need = needOf(details)
  const count = target === undefined ? undefined : counts[target]
  if (target === undefined || !need || !count || isVague(need.others, need.sd)) return []
  // `onlyCoreKey` says that nothing is estimated about a part without an answer.
  if (count.breadth.expected > 0 && count.breadth.answered === 0) return []
  const assessed = assessedRole(role)
  const parts = [
    { part: 'core', needed: need.core, count: count.core },
    { part: 'breadth', needed: need.others, count: count.breadth },
  ] as const
  let assumed = 0
  let left = 0
  for (const { part, needed, count: own } of parts) {
    const counted = countedSkills(assessed, target, part).filter((skill) => ratingOf(skill) !== null).length
    left += counted - own.answered
    const unaccounted = neededAt(assessed, target, part, counted) - own.met - needed
    assumed += Math.min(counted - own.answered, Math.max(0, unaccounted))
  }
  return assumed === 0
    ? []
    : t.rich(level === '' ? 'result.need.assumed' : 'result.need.assumedFor', {
        assumed,
        left,
        mode: result.mode,
        level,
      })
}

/** More names would hide how many of them are needed. */
const MAX_NAMES = 4

/** "One more core skill (any of PyTorch, MLflow, or Feature Stores)". */
function coreNeed({ role, gaps }: ResultDetails, need: number, open: number, t: Translator): string {
  const names = gaps.filter(({ row }) => isCore(role, row.skill)).map(({ row }) => row.skill.name)
  const isNamed = names.length === open && open <= MAX_NAMES
  const list = isNamed ? (need === open ? 'all' : 'some') : 'count'
  return t('result.need.core', { need, gaps: open, list, skills: need === open ? t.all(names) : t.any(names) })
}

function othersNeed(
  details: ResultDetails,
  { core, others, sd }: PlanNeed,
  gaps: number,
  t: Translator,
): readonly string[] {
  // Nothing is estimated about a part that was not asked; `onlyCoreKey` says so.
  if (others === 0 || (core > 0 && details.counts[details.target ?? 0]?.breadth.answered === 0)) return []
  const part = hasCore(details.role) ? 'others' : 'all'
  if (isVague(others, sd)) return [t('result.need.othersVague', { part })]
  if (sd < 1 && others <= gaps) {
    const about = others === gaps ? 'all' : sd > 0 ? 'about' : 'exact'
    return [t('result.need.others', { need: others, gaps, about, part })]
  }
  const range = { low: Math.max(0, Math.round(others - sd)), high: Math.round(others + sd) }
  return [t('result.need.othersAbout', { need: others, ...range, part })]
}

/** What to say of the others if only the core is missing, as far as was asked; undefined if others are missing too. */
function onlyCoreKey({ counts, target }: ResultDetails, need: PlanNeed) {
  const breadth = counts[target ?? 0]?.breadth
  if (need.core === 0 || !breadth || breadth.expected === 0) return undefined
  if (breadth.answered === 0) return 'result.need.restNotAsked' as const
  return need.others === 0 && breadth.met === breadth.answered ? ('result.need.restMet' as const) : undefined
}

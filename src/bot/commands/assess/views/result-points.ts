import {
  assessedRole,
  type Gap,
  type PointsCount,
  pointGaps,
  pointsCount,
  type Rating,
  stepsForPoints,
} from '../../../../assessment/index.ts'
import { localized, type Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  type Block,
  type Fields,
  type Progress,
  plain,
  type RichText,
  strong,
  text,
} from '../../../../message/index.ts'
import { gradeName } from '../loaded-session.ts'
import { askedCounts } from './result-counts.ts'
import { mainLevel, type ResultDetails } from './result-details.ts'

// A result whose level is a sum of points: what the answers bring, what the next level takes, and which steps bring most.

/** Whether skills that were skipped or left blank could change the result. */
export function isOpenSum({ result, role, points }: Pick<ResultDetails, 'result' | 'role' | 'points'>): boolean {
  return role.points !== undefined && points !== null && result.confidence < 1
}

/** How many points of those that a level (an index) takes. */
export function pointsBar(
  { role, grade }: ResultDetails,
  { points }: PointsCount,
  index: number,
  t: Translator,
): Progress {
  const needed = role.points?.thresholds[index] ?? 0
  const reached = points >= needed && (grade === null || index < grade) ? 'yes' : 'no'
  const label = t('points.bar', { level: role.levels[index]?.name ?? '', points, needed, reached })
  return { type: 'progress', done: needed === 0 ? 1 : Math.min(points, needed), total: Math.max(1, needed), label }
}

/** The sum, what it rests on, and what is missing; of a result by another rule only what was asked. */
export function pointsBlocks(details: ResultDetails, t: Translator): readonly Block[] {
  const { points, target, grade, result } = details
  if (!points) return [text(t.rich('result.asked', askedCounts(details)))]
  const index = grade === null ? mainLevel(details) : target
  return [
    text([...t.rich('points.sum', { ...points }), ...plain(' '), ...t.rich('result.asked', askedCounts(details))]),
    ...openText(details, points, t),
    ...(index === undefined || (grade !== null && index < grade)
      ? [text(t.rich('points.top'))]
      : [text(result.ready === undefined ? missingText(details, points, index, t) : totalText(details, index, t))]),
  ]
}

/** What the skills without an answer could bring. */
function openText({ role, result, ratingOf }: ResultDetails, points: PointsCount, t: Translator): readonly Block[] {
  const open = [...role.rows.values()].filter(({ skill }) => typeof ratingOf(skill.slug) !== 'number')
  if (open.length === 0) return []
  const count = open.length
  if (result.confidence >= 1) return [text(t.rich('points.open.same', { count }))]
  const grade = (role.points?.thresholds ?? []).findLastIndex((least) => points.possible >= least) + 1
  const level = gradeName(role, grade, t)
  return [text(t.rich('points.open', { count, points: points.possible - points.points, level }))]
}

function missingText({ role }: ResultDetails, { points }: PointsCount, index: number, t: Translator): RichText {
  const needed = role.points?.thresholds[index] ?? 0
  return t.rich('points.missing', { level: role.levels[index]?.name ?? '', needed, missing: needed - points })
}

/** Where the answers stand against a level (an index): how many points are missing or to spare. */
export function totalText(details: ResultDetails, index: number, t: Translator): RichText {
  const { role, ratingOf } = details
  const points = details.points ?? countOf(role, [...role.rows.keys()], ratingOf)
  const needed = role.points?.thresholds[index] ?? 0
  if (points.points < needed) return missingText(details, points, index, t)
  return t.rich('points.spare', { level: role.levels[index]?.name ?? '', needed, spare: points.points - needed })
}

function countOf(role: Role, slugs: readonly string[], ratingOf: ResultDetails['ratingOf']): PointsCount {
  const ratings = new Map<string, Rating | null>(slugs.map((slug) => [slug, ratingOf(slug) ?? null]))
  const { skills } = assessedRole(role)
  return pointsCount({ skills: skills.filter(({ id }) => ratings.has(id)) }, ratings)
}

/** What closing a gap brings; nothing under a rule without points. */
export function gainMark({ points }: Role, { row, required, rating }: Gap, t: Translator): readonly string[] {
  const bySteps = points?.bySkill[row.skill.slug]
  if (!bySteps) return []
  const gain = (bySteps[required] ?? 0) - (bySteps[rating ?? 0] ?? 0)
  return gain > 0 ? [t('points.gain', { gain })] : []
}

/** What the steps to work on first bring, of what the level takes, and how many steps it takes in all. */
export function pointStepsBlock(
  details: ResultDetails,
  focus: readonly Gap[],
  deferredSkills: readonly string[],
  t: Translator,
): readonly Block[] {
  const { role, target, points, ratingOf, domain } = details
  const level = target === undefined || domain ? undefined : role.levels[target]
  const missing = (role.points?.thresholds[target ?? 0] ?? 0) - (points?.points ?? 0)
  if (!level || !points || missing <= 0) return []
  const all = pointGaps(role, ratingOf).filter(({ row }) => !deferredSkills.includes(row.skill.slug))
  const slugs = new Set(focus.map(({ row }) => row.skill.slug))
  const gain = all.reduce((sum, gap) => (slugs.has(gap.row.skill.slug) ? sum + gap.gain : sum), 0)
  const steps = stepsForPoints(role, all, missing)
  const words = { level: level.name, count: focus.length, gain, missing }
  if (gain >= missing) return [text(t.rich('points.steps.enough', words))]
  return [
    text(steps === undefined ? t.rich('points.steps.short', words) : t.rich('points.steps.part', { ...words, steps })),
  ]
}

/** Each level with its points, and what each domain brings. */
export function pointFields(details: ResultDetails, t: Translator): readonly Block[] {
  const { role, ratingOf, points } = details
  if (!points) return []
  const fields = (entries: Fields['fields']): Block => ({ type: 'fields', fields: entries })
  return [
    text(strong(t('points.levels'))),
    fields(
      role.levels.map(({ name }, index) => {
        const needed = role.points?.thresholds[index] ?? 0
        return { label: name, value: t.rich('points.level', { needed, missing: Math.max(0, needed - points.points) }) }
      }),
    ),
    text(strong(t('points.domains'))),
    fields(
      role.domains.map(({ domain, rows }) => {
        const slugs = rows.map(({ skill }) => skill.slug)
        const open = slugs.filter((slug) => typeof ratingOf(slug) !== 'number').length
        return {
          label: localized(domain.name, t.locale),
          value: t.rich('points.of', { ...countOf(role, slugs, ratingOf), open }),
        }
      }),
    ),
  ]
}

import type { RatingOf } from '../../assessment/index.ts'
import {
  type Cell,
  compareRoles,
  type Level,
  localized,
  type Role,
  rankOf,
  type Scale,
  type Skill,
  type Step,
  stepAt,
} from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import {
  type HeatMap,
  type HeatMapCell,
  type HeatMapGroup,
  type HeatMapLegendEntry,
  type HeatMapRow,
  isColor,
  PROFICIENCY_SHADES,
  type Shade,
} from '../../message/index.ts'
import { ABSENT_MARK, proficiencyLetter, proficiencyName } from './proficiency.ts'

// The heat maps of the ladder, and of a person's own result.

/** A minus sign, as wide as a plus sign. */
const MINUS = '−'
const SAME_SIGN = '='
const MET_SIGN = '✓'
const NONE_SIGN = '0'
const SKIPPED_SIGN = '/'
const UNKNOWN_SIGN = '?'
const ESTIMATED_SIGN = '~'

/** A role's requirements, by domain and level. */
export function roleHeatMap(role: Role, t: Translator): HeatMap {
  return heatMap(
    role.name,
    role.levels.map(({ name, short }) => ({ label: name, short })),
    [...role.rows.values()].map(({ skill, cells }) => ({
      skill,
      cells: role.levels.map((_, index) => requirementCell(cells[index] ?? null, skill.scale, t)),
    })),
    t,
  )
}

/** The requirements of two levels of a role side by side, and how far they differ. */
export function levelsHeatMap(role: Role, from: Level, to: Level, t: Translator): HeatMap {
  const a = role.levels.indexOf(from)
  const b = role.levels.indexOf(to)
  const rows = [...role.rows.values()].flatMap(({ skill, cells }) => {
    const [before, after] = [cells[a] ?? null, cells[b] ?? null]
    if (before === null && after === null) return []
    const steps = rankIn(after) - rankIn(before)
    const means = () => (steps > 0 ? t('picture.higher', { steps }) : t('picture.lower', { steps: -steps }))
    return [
      {
        skill,
        cells: [before, after].map((cell) => requirementCell(cell, skill.scale, t)).concat(stepsCell(steps, means, t)),
      },
    ]
  })
  const columns = [from, to].map(({ name, short }) => ({ label: name, short }))
  const title = t('picture.levels', { role: role.name, from: from.name, to: to.name })
  return heatMap(title, [...columns, differenceColumn(t)], rows, t)
}

/**
 * How far the second role's requirements differ from the first one's: at one level with both requirements beside the difference, at
 * several with the difference only. `pairs` are indices into each role's levels.
 */
export function rolesHeatMap(
  first: Role,
  second: Role,
  pairs: readonly (readonly [number, number])[],
  t: Translator,
): HeatMap {
  const difference = ([a, b]: readonly [Cell, Cell]): MeaningfulCell => {
    if (a === null && b === null) return requirementCell(null, first.scale, t)
    const steps = rankIn(b) - rankIn(a)
    const role = (steps > 0 ? second : first).name
    return stepsCell(steps, () => t('picture.higherIn', { steps: Math.abs(steps), role }), t)
  }
  const names = { first: first.name, second: second.name }
  const [pair, ...others] = pairs
  const level = pair && first.levels[pair[0]]
  const differences = compareRoles(first, second, pairs)
  if (level && others.length === 0) {
    const columns = [first, second].map(({ name }) => ({ label: name, short: name }))
    const rows = differences.map(({ skill, cells }) => {
      const both = cells[0] ?? [null, null]
      return { skill, cells: [...both.map((cell) => requirementCell(cell, skill.scale, t)), difference(both)] }
    })
    return heatMap(t('picture.rolesAt', { ...names, level: level.name }), [...columns, differenceColumn(t)], rows, t)
  }
  return heatMap(
    t('picture.roles', names),
    pairs.flatMap(([index]) => first.levels[index] ?? []).map(({ name, short }) => ({ label: name, short })),
    differences.map(({ skill, cells }) => ({ skill, cells: cells.map(difference) })),
    t,
  )
}

/**
 * A person's ratings against the requirements of a level, given as an index. Skills that were not asked are never shown as answered;
 * those in `estimatedGaps` are marked as estimates.
 */
export function resultHeatMap(
  role: Role,
  level: number,
  ratingOf: RatingOf,
  estimatedGaps: ReadonlySet<string>,
  t: Translator,
): HeatMap {
  const { name = '', short = '' } = role.levels[level] ?? {}
  const rows = [...role.rows.values()].flatMap(({ skill, cells }) => {
    const required = cells[level] ?? null
    if (required === null) return []
    const rating = ratingOf(skill.slug)
    const comparison = answerCell(rating, rankOf(required), estimatedGaps.has(skill.slug), skill.scale, t)
    return [
      { skill, cells: [ratingCell(rating, skill.scale, t), requirementCell(required, skill.scale, t), comparison] },
    ]
  })
  const columns = [
    { label: t('picture.you'), short: t('picture.you') },
    { label: name, short },
  ]
  return heatMap(t('picture.result', { role: role.name, level: name }), [...columns, differenceColumn(t)], rows, t)
}

/** A cell with the meaning of its sign, which is put into words once, for the legend. */
interface MeaningfulCell extends HeatMapCell {
  /** The place of a step on its scale, for the legend. */
  readonly rank?: number
  readonly means: () => string
}

interface SkillCells {
  readonly skill: Skill
  readonly cells: readonly MeaningfulCell[]
}

function differenceColumn(t: Translator): HeatMap['columns'][number] {
  return { label: t('picture.difference'), short: '±' }
}

const rankIn = (cell: Cell): number => rankOf(cell)

function requirementCell(cell: Cell, scale: Scale, t: Translator): MeaningfulCell {
  return rankCell(rankIn(cell), scale, { sign: ABSENT_MARK, means: () => t('proficiency.absent') }, t)
}

function rankCell(
  rank: number,
  scale: Scale,
  none: Pick<MeaningfulCell, 'sign' | 'means'>,
  t: Translator,
): MeaningfulCell {
  const step = stepAt(scale, rank)
  if (!step) return { shade: 'absent', ...none }
  return { shade: shadeOf(step), sign: proficiencyLetter(step, t), means: () => proficiencyName(step, t), rank }
}

/** The shade of a step: its own color, or one between the lightest and the darkest of the palette. */
function shadeOf({ slug, rank, steps, color }: Step): Shade {
  const own = PROFICIENCY_SHADES.find((shade) => shade === slug)
  if (isColor(color)) return color
  return own && steps === PROFICIENCY_SHADES.length - 1 ? own : `step-${rank}-${steps}`
}

function stepsCell(steps: number, means: () => string, t: Translator): MeaningfulCell {
  if (steps === 0) return { shade: 'equal', sign: SAME_SIGN, means: () => t('picture.same') }
  if (steps > 0) return { shade: steps > 1 ? 'farAbove' : 'above', sign: `+${steps}`, means }
  return { shade: steps < -1 ? 'farBelow' : 'below', sign: `${MINUS}${-steps}`, means }
}

function ratingCell(rating: ReturnType<RatingOf>, scale: Scale, t: Translator): MeaningfulCell {
  if (rating === undefined) return { shade: 'unknown', sign: UNKNOWN_SIGN, means: () => t('picture.notAsked') }
  if (rating === null) return { shade: 'unknown', sign: SKIPPED_SIGN, means: () => t('picture.skipped') }
  return rankCell(rating, scale, { sign: NONE_SIGN, means: () => t('picture.none') }, t)
}

function answerCell(
  rating: ReturnType<RatingOf>,
  required: number,
  isEstimatedGap: boolean,
  scale: Scale,
  t: Translator,
): MeaningfulCell {
  if (rating === undefined && isEstimatedGap) {
    return { shade: 'unknown', sign: ESTIMATED_SIGN, means: () => t('picture.estimated') }
  }
  if (rating === undefined || rating === null) return ratingCell(rating, scale, t)
  const steps = rating - required
  if (steps === 0) return { shade: 'above', sign: MET_SIGN, means: () => t('picture.met') }
  const means = () => (steps > 0 ? t('picture.exceeded', { steps }) : t('picture.short', { steps: -steps }))
  const cell = stepsCell(steps, means, t)
  return steps > 0 ? { ...cell, shade: 'farAbove' } : cell
}

/** Groups rows by domain, in the order of each domain's first row, and collects the legend. */
function heatMap(title: string, columns: HeatMap['columns'], rows: readonly SkillCells[], t: Translator): HeatMap {
  const groups = new Map<string, HeatMapGroup & { rows: HeatMapRow[] }>()
  const legend = new Map<string, HeatMapLegendEntry & { readonly rank: number }>()
  for (const { skill, cells } of rows) {
    const group = groups.get(skill.domain.slug) ?? { label: localized(skill.domain.name, t.locale), rows: [] }
    group.rows.push({ label: skill.name, cells: cells.map(({ shade, sign }) => ({ shade, sign })) })
    groups.set(skill.domain.slug, group)
    for (const { shade, sign, means, rank = 0 } of cells) {
      const key = rank > 0 ? `${sign} ${shade}` : sign
      if (!legend.has(key)) legend.set(key, { shade, sign, means: means(), rank })
    }
  }
  return {
    ...{ type: 'heatMap', title, columns, groups: [...groups.values()] },
    legend: [...legend.values()]
      .toSorted((a, b) => placeOf(a) - placeOf(b) || a.sign.localeCompare(b.sign, 'en'))
      .map(({ shade, sign, means }) => ({ shade, sign, means })),
    unavailable: t('picture.unavailable'),
  }
}

/** The place of a cell in a legend: proficiencies, the same, more from near to far, fewer from near to far, not known. */
function placeOf({ shade, sign, rank }: HeatMapCell & { readonly rank: number }): number {
  const steps = Number(sign.replace(MINUS, '-'))
  if (shade === 'unknown') return 40
  if (shade === 'absent') return 8
  if (rank > 0) return rank
  if (Number.isNaN(steps)) return 10
  return steps > 0 ? 20 + steps : 30 - steps
}

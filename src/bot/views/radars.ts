import type { Rating, RatingOf } from '../../assessment/index.ts'
import {
  type Level,
  localized,
  PROFICIENCIES,
  type Role,
  type RoleDomain,
  type Row,
  rankOf,
} from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import type { Radar, RadarAxis, RadarValue } from '../../message/index.ts'
import { ABSENT_MARK, proficiencyName } from './proficiency.ts'

/** The average proficiency that levels of a role expect in each domain. */
export function levelsRadar(role: Role, levels: readonly Level[], t: Translator): Radar {
  const indices = levels.map((level) => role.levels.indexOf(level))
  return radar(
    t('picture.domains', { role: role.name }),
    levels.map(({ name }) => name),
    role.domains.map(({ domain, rows }) => ({
      label: localized(domain.name, t.locale),
      values: indices.map((index) => radarValue(averageOf(rows.map((row) => requiredAt(row, index))), t)),
    })),
    t('picture.average'),
    t,
  )
}

/**
 * A person's average rating in each domain, and the average that a level, given as an index, expects of the same skills. Only skills
 * that were rated count; a domain without any has no values.
 */
export function resultRadar(role: Role, level: number, ratingOf: RatingOf, t: Translator): Radar {
  const axes = role.domains.flatMap(({ domain, rows }): RadarAxis[] => {
    const expected = rows.filter((row) => row.cells[level])
    if (expected.length === 0) return []
    const rated = ratedIn({ domain, rows: expected }, ratingOf)
    return [
      {
        label: localized(domain.name, t.locale),
        values: [
          radarValue(averageOf(rated.map(({ rating }) => rating)), t),
          radarValue(averageOf(rated.map(({ row }) => requiredAt(row, level))), t),
        ],
      },
    ]
  })
  const series = [t('picture.you'), role.levels[level]?.name ?? '']
  return radar(t('picture.domains', { role: role.name }), series, axes, t('picture.averageAnswered'), t)
}

function ratedIn({ rows }: RoleDomain, ratingOf: RatingOf): readonly { readonly row: Row; readonly rating: Rating }[] {
  return rows.flatMap((row) => {
    const rating = ratingOf(row.skill.slug)
    return rating === undefined || rating === null ? [] : [{ row, rating }]
  })
}

const requiredAt = ({ cells }: Row, level: number): number => rankOf(cells[level]?.proficiency ?? null)

function averageOf(ranks: readonly number[]): number | null {
  return ranks.length === 0 ? null : ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length
}

/** A value in tenths, with the decimal sign of the language. */
function radarValue(average: number | null, t: Translator): RadarValue {
  if (average === null) return { at: null, text: ABSENT_MARK }
  const at = Math.round(average * 10) / 10
  return { at, text: t.decimal(at) }
}

function radar(
  title: string,
  series: readonly string[],
  axes: readonly RadarAxis[],
  note: string,
  t: Translator,
): Radar {
  return {
    ...{ type: 'radar', title, series: series.map((label) => ({ label })), axes, note },
    rings: PROFICIENCIES.map((proficiency) => proficiencyName(proficiency, t)),
    unavailable: t('picture.unavailable'),
  }
}

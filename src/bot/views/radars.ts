import type { Rating, RatingOf } from '../../assessment/index.ts'
import { type Level, localized, type Role, type RoleDomain, type Row, rankOf } from '../../catalog/index.ts'
import type { Translator } from '../../i18n/index.ts'
import type { Radar, RadarAxis, RadarValue } from '../../message/index.ts'
import { ABSENT_MARK, proficiencyName } from './proficiency.ts'

/** The average proficiency that levels of a role expect in each domain. A skill with a scale of its own counts by its share of that scale. */
export function levelsRadar(role: Role, levels: readonly Level[], t: Translator): Radar {
  const indices = levels.map((level) => role.levels.indexOf(level))
  return radar(
    role,
    t('picture.domains', { role: role.name }),
    levels.map(({ name }) => name),
    role.domains.map(({ domain, rows }) => ({
      label: localized(domain.name, t.locale),
      values: indices.map((index) =>
        radarValue(averageOf(rows.map((row) => onRoleScale(role, row, requiredAt(row, index)))), t),
      ),
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
          radarValue(averageOf(rated.map(({ row, rating }) => onRoleScale(role, row, rating))), t),
          radarValue(averageOf(rated.map(({ row }) => onRoleScale(role, row, requiredAt(row, level)))), t),
        ],
      },
    ]
  })
  const series = [t('picture.you'), role.levels[level]?.name ?? '']
  return radar(role, t('picture.domains', { role: role.name }), series, axes, t('picture.averageAnswered'), t)
}

function ratedIn({ rows }: RoleDomain, ratingOf: RatingOf): readonly { readonly row: Row; readonly rating: Rating }[] {
  return rows.flatMap((row) => {
    const rating = ratingOf(row.skill.slug)
    return rating === undefined || rating === null ? [] : [{ row, rating }]
  })
}

const requiredAt = ({ cells }: Row, level: number): number => rankOf(cells[level])

/** A rank of a skill as a value on the scale of the role. */
function onRoleScale({ scale }: Role, { skill }: Row, rank: number): number {
  return (rank * scale.steps.length) / skill.scale.steps.length
}

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
  role: Role,
  title: string,
  series: readonly string[],
  axes: readonly RadarAxis[],
  note: string,
  t: Translator,
): Radar {
  return {
    ...{ type: 'radar', title, series: series.map((label) => ({ label })), axes, note },
    rings: role.scale.steps.map((step) => proficiencyName(step, t)),
    unavailable: t('picture.unavailable'),
  }
}

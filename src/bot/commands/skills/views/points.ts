import { type Level, localized, type Role, type RoleDomain, type Row } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { type Block, list, plain, type RichText, strong, text } from '../../../../message/index.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { statementDetail } from '../../../views/statement.ts'
import { mostPoints, pointsOfLevel, stepsInPoints } from '../../assess/points-rule.ts'
import { queryButton } from '../query.ts'

// Roles whose levels are sums of points. Their levels need not expect a step of any skill: then the steps of a skill are shown instead.

/** Whether any level expects a step of a skill, as under every other rule. */
export function expectsAnything({ rows, points }: Role): boolean {
  return points === undefined || [...rows.values()].some(({ cells }) => cells.some((cell) => cell !== null))
}

/** Whether no level expects a step of a skill, because only its points count. */
export const bringsOnlyPoints = ({ points }: Role, { cells }: Row): boolean =>
  points !== undefined && cells.every((cell) => cell === null)

/** What a level takes. */
export function levelPointsBlock(role: Role, level: Level, t: Translator): readonly Block[] {
  const points = pointsOfLevel(role, level)
  if (!role.points || points === undefined) return []
  return [text(t.rich('points.takes', { level: level.name, points, most: mostPoints(role.points) }))]
}

/** What a level takes, in a few words after its name. */
export function takesText(role: Role, level: Level, t: Translator): RichText {
  const points = pointsOfLevel(role, level)
  return points === undefined ? [] : plain(` · ${t('points.takes.from', { points })}`)
}

/** What each of two levels takes. */
export function twoLevelsBlock(role: Role, from: Level, to: Level, t: Translator): readonly Block[] {
  const [fromPoints, toPoints] = [pointsOfLevel(role, from), pointsOfLevel(role, to)]
  if (fromPoints === undefined || toPoints === undefined) return []
  return [text(t.rich('points.takes.two', { from: from.name, to: to.name, fromPoints, toPoints }))]
}

/** What each step of a skill brings in a role. */
export function rowPointsBlock(role: Role, { skill }: Row, t: Translator): readonly Block[] {
  return role.points ? [text(t.rich('points.row', { steps: stepsInPoints(skill, role.points, t) }))] : []
}

/** The steps of a skill with what they mean. */
export function stepsBlock({ skill }: Row, t: Translator): readonly Block[] {
  return list(
    skill.scale.steps.map((step) => ({
      text: strong(proficiencyName(step, t)),
      ...statementDetail(skill, step.slug, t),
    })),
  )
}

/** The skills of domains with what their steps bring. */
export function skillPointsBlocks(role: Role, groups: readonly RoleDomain[], t: Translator): readonly Block[] {
  const { points } = role
  if (!points) return []
  return groups.flatMap(({ domain, rows }) =>
    list(
      rows.map(({ skill }) => ({
        text: [...strong(skill.name), ...plain(`: ${stepsInPoints(skill, points, t)}`)],
        action: queryButton(skill.name, { view: 'row', role, skill }),
      })),
      strong(localized(domain.name, t.locale)),
    ),
  )
}

import type { Level, Role } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import type { ActionButton } from '../../../../message/index.ts'
import { queryButton, type SkillsQuery } from '../query.ts'

// The levels beside a level, and the buttons that lead to them.

export interface Neighbors {
  readonly index: number
  readonly below: Level | undefined
  readonly above: Level | undefined
}

export function neighborsOf(role: Role, level: Level): Neighbors {
  const index = role.levels.indexOf(level)
  return { index, below: role.levels[index - 1], above: role.levels[index + 1] }
}

/** The buttons to the level above and to the one below. */
export function stepActions(
  { above, below }: { above: Level | undefined; below: Level | undefined },
  queryFor: (level: Level) => SkillsQuery,
  t: Translator,
): readonly ActionButton[] {
  return [
    ...(above ? [queryButton(t('action.next', { level: above.name }), queryFor(above), 'primary')] : []),
    ...(below ? [queryButton(t('action.previous', { level: below.name }), queryFor(below))] : []),
  ]
}

/** The buttons that compare a level with the ones beside it. */
export function compareActions(
  role: Role,
  level: Level,
  { below, above }: { below: Level | undefined; above: Level | undefined },
  t: Translator,
): readonly ActionButton[] {
  return [
    ...(above
      ? [
          queryButton(t('action.compare', { from: level.name, to: above.name }), {
            view: 'levels',
            role,
            from: level,
            to: above,
          }),
        ]
      : []),
    ...(below
      ? [
          queryButton(t('action.compare', { from: below.name, to: level.name }), {
            view: 'levels',
            role,
            from: below,
            to: level,
          }),
        ]
      : []),
  ]
}

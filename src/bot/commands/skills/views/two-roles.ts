import {
  type Cell,
  compareRoles,
  PROFICIENCY_LETTER,
  type RequirementRelation,
  type Role,
  type RoleDifference,
  sharedLevels,
} from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, type Block, heading, type Message, note, strong, text } from '../../../../message/index.ts'
import { UserError } from '../../../errors.ts'
import { ABSENT_MARK, groupedByDomain, matrix, matrixCell } from '../../../views/proficiency.ts'
import { queryButton } from '../query.ts'

/** Differences first, then what is alike. */
const DISPLAY_ORDER = [
  'higher',
  'lower',
  'mixed',
  'onlyFirst',
  'onlySecond',
  'same',
] as const satisfies readonly RequirementRelation[]

/** Two roles side by side, at one level or over all the levels they share. */
export function twoRolesView(first: Role, second: Role, levelSlug: string | null, t: Translator): Message {
  const shared = sharedLevels(first, second)
  const pairs = levelSlug === null ? shared : shared.filter(([index]) => first.levels[index]?.slug === levelSlug)
  if (pairs.length === 0) {
    throw new UserError('error.skills.noSharedLevel', { first: first.name, second: second.name }, [
      queryButton(first.name, { view: 'role', role: first }),
      queryButton(second.name, { view: 'role', role: second }),
    ])
  }
  const differences = compareRoles(first, second, pairs)
  const levels = pairs.flatMap(([index]) => first.levels[index] ?? [])
  const [level] = levels
  const names = { first: first.name, second: second.name }
  const counts = DISPLAY_ORDER.map((relation) => ({ relation, count: withRelation(differences, relation).length }))
    .filter(({ count }) => count > 0)
    .map(({ relation, count }) => t(`standing.${relation}.count`, { ...names, count }))
  const title =
    levelSlug !== null && level ? `${first.name} / ${second.name} · ${level.name}` : `${first.name} / ${second.name}`
  return {
    summary: t('skills.twoRoles.summary', { ...names, count: differences.length }),
    blocks: [
      heading(title),
      text(t.rich('skills.twoRoles.counts', { counts: t.all(counts) })),
      ...(levelSlug === null
        ? [note('info', t.rich('skills.twoRoles.levels', { levels: t.all(levels.map((entry) => entry.short)) }))]
        : []),
      ...DISPLAY_ORDER.flatMap((relation) =>
        relationBlocks(relation, differences, { first, second, single: levelSlug !== null }, t),
      ),
      ...actions(
        shared
          .flatMap(([index]) => first.levels[index] ?? [])
          .filter((entry) => entry.slug !== levelSlug)
          .map((entry) => queryButton(entry.name, { view: 'twoRoles', first, second, level: entry.slug })),
        t('actions.compareAt'),
      ),
      ...actions([
        queryButton(first.name, { view: 'role', role: first }),
        queryButton(second.name, { view: 'role', role: second }),
        ...(levelSlug === null
          ? []
          : [queryButton(t('action.everyLevel'), { view: 'twoRoles', first, second, level: null })]),
      ]),
    ],
  }
}

function withRelation(
  differences: readonly RoleDifference[],
  relation: RequirementRelation,
): readonly RoleDifference[] {
  return differences.filter((entry) => entry.relation === relation)
}

function relationBlocks(
  relation: RequirementRelation,
  differences: readonly RoleDifference[],
  { first, second, single }: { first: Role; second: Role; single: boolean },
  t: Translator,
): readonly Block[] {
  const entries = withRelation(differences, relation)
  if (entries.length === 0) return []
  const title = text(strong(t(`standing.${relation}.title`, { first: first.name, second: second.name })))
  if (!single) {
    const rows = entries.map((entry) => [
      entry.skill.name,
      letters(entry.cells.map(([a]) => a)),
      letters(entry.cells.map(([, b]) => b)),
    ])
    return [title, { type: 'table', columns: [t('field.skill'), first.name, second.name], rows }]
  }
  const groups = groupedByDomain(
    entries,
    t,
    (entry) => entry.skill,
    (entry) => (entry.cells[0] ?? [null, null]).map((cell) => matrixCell(cell, t)),
  )
  return [
    title,
    matrix(
      [
        { label: first.name, short: first.name },
        { label: second.name, short: second.name },
      ],
      groups,
      t,
    ),
  ]
}

function letters(cells: readonly Cell[]): string {
  return cells.map((cell) => (cell ? PROFICIENCY_LETTER[cell.proficiency] : ABSENT_MARK)).join(' ')
}

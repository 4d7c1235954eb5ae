import {
  type Domain,
  type Level,
  localized,
  type Role,
  type RoleDomain,
  type Row,
  roleThrough,
} from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, heading, type ListItem, list, type Message, plain, strong } from '../../../../message/index.ts'
import {
  isRise,
  MANDATORY_MARK,
  matrix,
  matrixCell,
  matrixGroups,
  proficiencyName,
  RISES_MARK,
  stepsNote,
} from '../../../views/proficiency.ts'
import { cellDetail } from '../../../views/statement.ts'
import { queryButton } from '../query.ts'
import { neighborsOf, stepActions } from './level-buttons.ts'
import { expectsAnything, skillPointsBlocks } from './points.ts'

/** One domain at one level, each requirement with the behavior it means. */
export function levelDomainView(whole: Role, level: Level, domain: Domain, t: Translator): Message {
  const role = roleThrough(whole, level)
  if (!expectsAnything(role)) return roleDomainView(role, domain, t)
  const { index, below, above } = neighborsOf(role, level)
  const name = localized(domain.name, t.locale)
  const group = groupOf(role, domain)
  const at = role.domains.indexOf(group)
  const nextDomain = role.domains[at + 1]?.domain
  // A mark that stood on every row would tell nothing.
  const areAllRising = group.rows.every(({ cells }) => isRise(cells[index - 1] ?? null, cells[index] ?? null))
  const marked = areAllRising ? undefined : below
  return {
    summary: t('skills.levelDomain.summary', {
      role: role.name,
      level: level.name,
      domain: name,
      count: group.rows.length,
    }),
    blocks: [
      heading(`${role.name} · ${level.name} · ${name}`),
      ...list(group.rows.map((row) => expectationItem(row, index, marked, t))),
      ...actions([
        ...stepActions({ above, below }, (other) => ({ view: 'levelDomain', role, level: other, domain }), t),
        ...(nextDomain
          ? [
              queryButton(localized(nextDomain.name, t.locale), {
                view: 'levelDomain',
                role,
                level,
                domain: nextDomain,
              }),
            ]
          : []),
        ...(below
          ? [
              queryButton(t('action.compare', { from: below.name, to: level.name }), {
                view: 'levelsDomain',
                role,
                from: below,
                to: level,
                domain,
              }),
            ]
          : []),
        queryButton(t('action.allLevels', { domain: name }), { view: 'roleDomain', role, domain }),
        queryButton(t('action.wholeLevel', { level: level.name }), { view: 'level', role, level }),
      ]),
    ],
  }
}

function groupOf(role: Role, domain: Domain): RoleDomain {
  return role.domains.find((group) => group.domain === domain) ?? { domain, rows: [] }
}

function expectationItem(row: Row, index: number, below: Level | undefined, t: Translator): ListItem {
  const cell = row.cells[index] ?? null
  if (cell === null) return { text: [...strong(row.skill.name), ...plain(`: ${t('proficiency.absent')}`)] }
  const rises = below !== undefined && isRise(row.cells[index - 1] ?? null, cell)
  const marks = `${cell.mandatory === true ? ` ${MANDATORY_MARK} ${t('legend.mandatory')}` : ''}${rises ? ` ${RISES_MARK}` : ''}`
  return {
    text: [...strong(row.skill.name), ...plain(`: ${proficiencyName(cell.step, t)}${marks}`)],
    ...cellDetail(row, index, t),
  }
}

/** One domain of a role at every level. */
export function roleDomainView(role: Role, domain: Domain, t: Translator): Message {
  const name = localized(domain.name, t.locale)
  const group = groupOf(role, domain)
  const columns = role.levels.map((level) => ({ label: level.name, short: level.short }))
  return {
    summary: t('skills.roleDomain.summary', { role: role.name, domain: name, count: group.rows.length }),
    blocks: [
      heading(`${role.name} · ${name}`),
      ...(expectsAnything(role)
        ? [
            matrix(
              columns,
              matrixGroups([group], t, (row) => row.cells.map((cell) => matrixCell(cell, t))),
              role.scale,
              t,
            ),
            stepsNote(role.scale, t),
            ...actions(
              role.levels.map((level) => queryButton(level.name, { view: 'levelDomain', role, level, domain })),
              t('actions.statementsAt'),
            ),
          ]
        : skillPointsBlocks(role, [group], t)),
      ...actions(
        group.rows.map((row) => queryButton(row.skill.name, { view: 'row', role, skill: row.skill })),
        t('actions.skills'),
      ),
      ...actions([queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role })]),
    ],
  }
}

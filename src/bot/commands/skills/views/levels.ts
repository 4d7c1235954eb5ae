import {
  compareLevels,
  type Domain,
  type Level,
  type LevelChange,
  localized,
  PROFICIENCIES,
  type RequirementChange,
  type Role,
  type RoleDomain,
  type Row,
} from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  note,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import {
  groupedByDomain,
  isRise,
  MANDATORY_MARK,
  matrix,
  matrixCell,
  matrixGroups,
  proficiencyName,
  RISES_MARK,
} from '../../../views/proficiency.ts'
import { assessButton } from '../../assess/actions.ts'
import { queryButton, type SkillsQuery } from '../query.ts'
import { mandatoryLine } from './roles.ts'

interface Neighbors {
  readonly index: number
  readonly below: Level | undefined
  readonly above: Level | undefined
}

function neighborsOf(role: Role, level: Level): Neighbors {
  const index = role.levels.indexOf(level)
  return { index, below: role.levels[index - 1], above: role.levels[index + 1] }
}

/** All requirements of a role at one level, by domain. */
export function levelView(role: Role, level: Level, t: Translator): Message {
  const { index, below, above } = neighborsOf(role, level)
  const groups = matrixGroups(role.domains, t, (row) => [cellAt(row, index, below, t)])
  return {
    summary: t('skills.level.summary', { role: role.name, level: level.name, count: expectedAt(role, index) }),
    blocks: [
      heading(`${role.name} · ${level.name}`),
      text(plain(localized(level.focus, t.locale))),
      text(t.rich('skills.level.stack', { stack: localized(level.stack, t.locale) })),
      text(countLine(role, index, below, t)),
      ...mandatoryBlock(role, index, t),
      ...(expectedAt(role, index) > 0 ? [matrix([{ label: level.name, short: level.short }], groups, t)] : []),
      ...actions(stepActions({ above, below }, (other) => ({ view: 'level', role, level: other }), t)),
      ...actions([...compareActions(role, level, { below, above }, t), assessButton(role, t)]),
      ...actions(
        role.domains.map(({ domain }) =>
          queryButton(localized(domain.name, t.locale), { view: 'levelDomain', role, level, domain }),
        ),
        t('actions.statements'),
      ),
    ],
  }
}

function cellAt(row: Row, index: number, below: Level | undefined, t: Translator) {
  return matrixCell(row.cells[index] ?? null, t, below ? (row.cells[index - 1] ?? null) : undefined)
}

function expectedAt(role: Role, index: number): number {
  return [...role.rows.values()].filter((row) => row.cells[index]).length
}

function countLine(role: Role, index: number, below: Level | undefined, t: Translator) {
  const cells = [...role.rows.values()].map((row) => row.cells[index] ?? null)
  const steps = PROFICIENCIES.toReversed()
    .map((proficiency) => ({ proficiency, count: cells.filter((cell) => cell?.proficiency === proficiency).length }))
    .filter(({ count }) => count > 0)
    .map(({ proficiency, count }) => `${count} ${proficiencyName(proficiency, t)}`)
  const count = cells.filter((cell) => cell !== null).length
  if (count === 0) return t.rich('skills.level.none')
  const line = t.rich('skills.level.count', { count, steps: steps.join(' · ') })
  if (!below) return line
  const rising = [...role.rows.values()].filter((row) =>
    isRise(row.cells[index - 1] ?? null, row.cells[index] ?? null),
  ).length
  return [...line, ...plain(' '), ...t.rich('skills.level.rises', { rising, below: below.name })]
}

/** The mandatory requirements of a level, and how many may be mandatory. */
function mandatoryBlock(role: Role, index: number, t: Translator): readonly Block[] {
  const rows = [...role.rows.values()].filter((row) => row.cells[index])
  const mandatory = rows.filter((row) => row.cells[index]?.mandatory === true)
  const unknown = rows.filter((row) => row.cells[index]?.mandatory === 'unknown').length
  const names = mandatory.map((row) => row.skill.name)
  const blocks: Block[] = []
  if (names.length > 0)
    blocks.push(text(t.rich('skills.level.mandatory', { sign: MANDATORY_MARK, names: t.all(names) })))
  if (unknown > 0)
    blocks.push(note('info', t.rich('skills.level.mandatoryUnknown', { unknown, role: mandatoryLine(role, t) })))
  return blocks
}

function stepActions(
  { above, below }: { above: Level | undefined; below: Level | undefined },
  queryFor: (level: Level) => SkillsQuery,
  t: Translator,
): readonly ActionButton[] {
  return [
    ...(above ? [queryButton(t('action.next', { level: above.name }), queryFor(above), 'primary')] : []),
    ...(below ? [queryButton(t('action.previous', { level: below.name }), queryFor(below))] : []),
  ]
}

function compareActions(
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
    queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role }),
  ]
}

/** One domain at one level, each requirement with the behavior it means. */
export function levelDomainView(role: Role, level: Level, domain: Domain, t: Translator): Message {
  const { index, below, above } = neighborsOf(role, level)
  const name = localized(domain.name, t.locale)
  const group = groupOf(role, domain)
  const at = role.domains.indexOf(group)
  const nextDomain = role.domains[at + 1]?.domain
  return {
    summary: t('skills.levelDomain.summary', {
      role: role.name,
      level: level.name,
      domain: name,
      count: group.rows.length,
    }),
    blocks: [
      heading(`${role.name} · ${level.name} · ${name}`),
      ...list(group.rows.map((row) => expectationItem(row, index, below, t))),
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
    text: [...strong(row.skill.name), ...plain(`: ${proficiencyName(cell.proficiency, t)}${marks}`)],
    detail: plain(localized(row.skill.statements[cell.proficiency], t.locale)),
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
      matrix(
        columns,
        matrixGroups([group], t, (row) => row.cells.map((cell) => matrixCell(cell, t))),
        t,
      ),
      ...actions(
        role.levels.map((level) => queryButton(level.name, { view: 'levelDomain', role, level, domain })),
        t('actions.statementsAt'),
      ),
      ...actions(
        group.rows.map((row) => queryButton(row.skill.name, { view: 'row', role, skill: row.skill })),
        t('actions.skills'),
      ),
      ...actions([queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role })]),
    ],
  }
}

/** New requirements first. */
const DISPLAY_ORDER = ['gained', 'raised', 'lowered', 'dropped'] as const satisfies readonly RequirementChange[]

/** The requirements that differ between two levels, and how many are the same. */
export function levelsView(role: Role, from: Level, to: Level, t: Translator): Message {
  const changes = compareLevels(role, from, to)
  const same = changes.filter((entry) => entry.change === 'same').length
  const counts = DISPLAY_ORDER.map((change) => ({
    change,
    count: changes.filter((entry) => entry.change === change).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => t(`change.${change}.count`, { count }))
  const { below, above } = neighborsOf(role, to)
  return {
    summary: t('skills.levels.summary', {
      role: role.name,
      from: from.name,
      to: to.name,
      changes: changes.length - same,
    }),
    blocks: [
      heading(`${role.name}: ${from.name} → ${to.name}`),
      text(t.rich('skills.levels.counts', { counts: counts.length > 0 ? t.all(counts) : t('change.none'), same })),
      ...list([
        { text: [...strong(from.name), ...plain(`: ${localized(from.focus, t.locale)}`)] },
        { text: [...strong(to.name), ...plain(`: ${localized(to.focus, t.locale)}`)] },
      ]),
      ...DISPLAY_ORDER.flatMap((change) => changesOf(change, changes, [from, to], t)),
      ...actions([
        queryButton(to.name, { view: 'level', role, level: to }, 'primary'),
        queryButton(from.name, { view: 'level', role, level: from }),
        ...(above && above !== from
          ? [
              queryButton(t('action.compare', { from: to.name, to: above.name }), {
                view: 'levels',
                role,
                from: to,
                to: above,
              }),
            ]
          : []),
        ...(below && below !== from
          ? [
              queryButton(t('action.compare', { from: below.name, to: to.name }), {
                view: 'levels',
                role,
                from: below,
                to,
              }),
            ]
          : []),
        queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role }),
      ]),
    ],
  }
}

function changesOf(
  change: (typeof DISPLAY_ORDER)[number],
  changes: readonly LevelChange[],
  levels: readonly Level[],
  t: Translator,
): readonly Block[] {
  const entries = changes.filter((entry) => entry.change === change)
  if (entries.length === 0) return []
  const groups = groupedByDomain(
    entries,
    t,
    (entry) => entry.row.skill,
    (entry) => [matrixCell(entry.from, t), matrixCell(entry.to, t)],
  )
  const columns = levels.map((level) => ({ label: level.name, short: level.short }))
  return [text(strong(t(`change.${change}.title`))), matrix(columns, groups, t)]
}

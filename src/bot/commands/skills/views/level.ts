import {
  type Domain,
  type Level,
  localized,
  nextLevels,
  type Role,
  type Row,
  rankOf,
  roleThrough,
  type Step,
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
  pictureBlocks,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import { excerpt } from '../../../views/excerpt.ts'
import {
  isRise,
  MANDATORY_MARK,
  matrix,
  matrixCell,
  matrixGroups,
  proficiencyName,
} from '../../../views/proficiency.ts'
import { levelsRadar } from '../../../views/radars.ts'
import { levelPlaceBlocks } from '../../../views/tracks.ts'
import { assessButton } from '../../assess/actions.ts'
import { queryButton } from '../query.ts'
import { compareActions, neighborsOf, stepActions } from './level-buttons.ts'
import { expectsAnything, levelPointsBlock, skillPointsBlocks } from './points.ts'
import { someOf, spreadOf, stepsIn } from './summary.ts'

/** Most domains that a level lists; all of them are in the menu below it. */
const MAX_DOMAINS = 16
/** The longest focus and stack on the first screen; both are whole under "About" the role. */
const MAX_TEXT = 320
/** So few skills are listed by name: counts by proficiency would say less. */
const FEW_SKILLS = 6
/** Most mandatory skills that are named. */
const MAX_MANDATORY = 8

/** What a level expects, on one screen: in general, what is new, and each domain in a line. */
export function levelView(whole: Role, level: Level, t: Translator): Message {
  const role = roleThrough(whole, level)
  const { index, below, above } = neighborsOf(role, level)
  const rows = expectedAt(role, index)
  return {
    summary: t('skills.level.summary', { role: role.name, level: level.name, count: rows.length }),
    blocks: [
      heading(`${role.name} · ${level.name}`),
      ...(level.focus ? [text(plain(excerpt(localized(level.focus, t.locale), MAX_TEXT)))] : []),
      ...(level.stack
        ? [text(t.rich('skills.level.stack', { stack: excerpt(localized(level.stack, t.locale), MAX_TEXT) }))]
        : []),
      ...levelPlaceBlocks(role, level, t),
      ...levelPointsBlock(role, level, t),
      ...(rows.length > FEW_SKILLS || (rows.length === 0 && !role.points) ? [text(countLine(rows, index, t))] : []),
      ...(rows.length <= FEW_SKILLS ? skillsBlock(role, level, rows, t) : []),
      ...mandatoryBlock(rows, index, t),
      ...(below && expectsAnything(role) ? changesBlock(role, index, below, t) : []),
      ...(rows.length > FEW_SKILLS ? domainsBlock(role, level, t) : []),
      ...(rows.length > 0 ? pictureBlocks(levelsRadar(role, below ? [level, below] : [level], t)) : []),
      ...actions([
        ...(rows.length > 0
          ? [queryButton(t('action.allSkills', { count: rows.length }), { view: 'levelSkills', role, level })]
          : []),
        assessButton(role, t),
        ...stepActions({ above, below }, (other) => ({ view: 'level', role, level: other }), t),
        ...compareActions(role, level, { below, above }, t),
        ...branchActions(whole, level, above, t),
        queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role }),
      ]),
      ...actions(
        role.domains.map(({ domain }) =>
          expectsAnything(role)
            ? domainButton(role, level, domain, t)
            : queryButton(localized(domain.name, t.locale), { view: 'roleDomain', role, domain }),
        ),
        t('actions.statements'),
      ),
    ],
  }
}

/** The buttons to the levels that a level leads to, besides the one above it on its track. */
function branchActions(role: Role, level: Level, above: Level | undefined, t: Translator): readonly ActionButton[] {
  return nextLevels(role, level)
    .filter((other) => other !== above)
    .map((other) => queryButton(t('action.next', { level: other.name }), { view: 'level', role, level: other }))
}

/** Every skill of a level with its proficiency, by domain. */
export function levelSkillsView(whole: Role, level: Level, t: Translator): Message {
  const role = roleThrough(whole, level)
  const { index, below, above } = neighborsOf(role, level)
  const count = expectedAt(role, index).length
  // A mark that stood on every row would tell nothing.
  const marked = below && !expectedAt(role, index).every((row) => rises(row, index)) ? below : undefined
  const groups = matrixGroups(role.domains, t, (row) => [
    matrixCell(row.cells[index] ?? null, t, marked ? (row.cells[index - 1] ?? null) : undefined),
  ])
  return {
    summary: t('skills.level.summary', { role: role.name, level: level.name, count }),
    blocks: [
      heading(`${role.name} · ${level.name}: ${t('skills.all')}`),
      ...(below && !marked && count > 0 ? [text(t.rich('skills.level.allRise', { count, below: below.name }))] : []),
      ...(expectsAnything(role) ? [] : skillPointsBlocks(role, role.domains, t)),
      ...(count > 0
        ? [matrix([{ label: level.name, short: level.short }], groups, role.scale, t)]
        : expectsAnything(role)
          ? [text(t.rich('skills.level.none'))]
          : []),
      ...actions([
        queryButton(t('action.wholeLevel', { level: level.name }), { view: 'level', role, level }),
        ...stepActions({ above, below }, (other) => ({ view: 'levelSkills', role, level: other }), t),
      ]),
    ],
  }
}

/** The skills that a level expects at one proficiency, by domain. */
export function levelStepView(whole: Role, level: Level, step: Step, t: Translator): Message {
  const role = roleThrough(whole, level)
  if (!expectsAnything(role)) return levelView(whole, level, t)
  const { index, below, above } = neighborsOf(role, level)
  const proficiency = proficiencyName(step, t)
  const title = `${role.name} · ${level.name}: ${proficiency}`
  const groups = role.domains.flatMap(({ domain, rows }) => {
    const names = rows.filter(({ cells }) => cells[index]?.step.slug === step.slug).map(({ skill }) => skill.name)
    return names.length > 0 ? [{ domain, names }] : []
  })
  const count = groups.reduce((sum, { names }) => sum + names.length, 0)
  const expected = stepsIn(expectedAt(role, index).flatMap(({ cells }) => cells[index] ?? []))
  return {
    summary: t('skills.step.summary', { role: role.name, level: level.name, proficiency, count }),
    blocks: [
      heading(title),
      text(t.rich('skills.step.count', { level: level.name, proficiency, count })),
      ...list(
        groups.map(({ domain, names }) => ({
          text: [...strong(localized(domain.name, t.locale)), ...plain(`: ${t.all(names)}`)],
        })),
      ),
      ...actions([
        ...expected
          // A skill may have a scale of its own.
          .filter((other) => other.step !== step && role.scale.steps.includes(other.step))
          .map((other) =>
            queryButton(proficiencyName(other.step, t), { view: 'levelStep', role, level, step: other.step }),
          ),
        queryButton(t('action.wholeLevel', { level: level.name }), { view: 'level', role, level }),
        ...stepActions({ above, below }, (other) => ({ view: 'levelStep', role, level: other, step }), t),
      ]),
    ],
  }
}

function expectedAt(role: Role, index: number): readonly Row[] {
  return [...role.rows.values()].filter((row) => row.cells[index])
}

const rises = (row: Row, index: number): boolean => isRise(row.cells[index - 1] ?? null, row.cells[index] ?? null)

function countLine(rows: readonly Row[], index: number, t: Translator) {
  if (rows.length === 0) return t.rich('skills.level.none')
  const steps = stepsIn(rows.flatMap(({ cells }) => cells[index] ?? [])).map(
    ({ step, entries }) => `${entries.length} ${proficiencyName(step, t)}`,
  )
  return t.rich('skills.level.count', { count: rows.length, steps: steps.join(' · ') })
}

function mandatoryBlock(rows: readonly Row[], index: number, t: Translator): readonly Block[] {
  const names = rows.filter((row) => row.cells[index]?.mandatory === true).map((row) => row.skill.name)
  if (names.length === 0) return []
  // A source may not say it of all: the names alone would read as complete.
  const unstated = rows.filter((row) => row.cells[index]?.mandatory === 'unknown').length
  const list = someOf(names, t, MAX_MANDATORY)
  return [text(t.rich('skills.level.mandatory', { sign: MANDATORY_MARK, names: list, unstated }))]
}

/** What differs from the level below, in three lines at most: what is new, what steps up, and what is expected less or no more. */
function changesBlock(role: Role, index: number, below: Level, t: Translator): readonly Block[] {
  const rows = [...role.rows.values()]
  const stepOf = (row: Row): number => rankOf(row.cells[index]) - rankOf(row.cells[index - 1])
  const namesOf = (chosen: readonly Row[]): string =>
    someOf(
      chosen.map(({ skill }) => skill.name),
      t,
    )
  const gained = rows.filter((row) => row.cells[index] && !row.cells[index - 1])
  const raised = rows.filter((row) => row.cells[index - 1] && stepOf(row) > 0)
  const jumps = raised.filter((row) => stepOf(row) > 1)
  const less = rows.filter((row) => row.cells[index - 1] && stepOf(row) < 0)
  const lines: ListItem[] = []
  if (gained.length > 0)
    lines.push({ text: t.rich('skills.level.gained', { count: gained.length, names: namesOf(gained) }) })
  if (raised.length > 0) {
    const isWhole = raised.length === expectedAt(role, index).length && raised.length > 1
    const key = isWhole ? 'skills.level.allRaised' : 'skills.level.raised'
    const names = namesOf(raised)
    lines.push({
      text: [
        ...t.rich(key, { count: raised.length, names, below: below.name }),
        ...(jumps.length > 0 && jumps.length < raised.length
          ? [...plain(' '), ...t.rich('skills.level.jumps', { names: namesOf(jumps) })]
          : []),
      ],
    })
  }
  if (less.length > 0) lines.push({ text: t.rich('skills.level.less', { count: less.length, names: namesOf(less) }) })
  if (lines.length === 0) lines.push({ text: t.rich('skills.level.same', { below: below.name }) })
  return list(lines, strong(t('skills.level.changes', { below: below.name })))
}

function domainButton(role: Role, level: Level, domain: Domain, t: Translator): ActionButton {
  return queryButton(localized(domain.name, t.locale), { view: 'levelDomain', role, level, domain })
}

/** Each skill in a line, with the proficiency that the level expects. */
function skillsBlock(role: Role, level: Level, rows: readonly Row[], t: Translator): readonly Block[] {
  const index = role.levels.indexOf(level)
  return list(
    rows.flatMap(({ skill, cells }) => {
      const cell = cells[index]
      if (!cell) return []
      const text = [...strong(skill.name), ...plain(`: ${proficiencyName(cell.step, t)}`)]
      return [{ text, action: queryButton(skill.name, { view: 'cell', role, level, skill }) }]
    }),
  )
}

/** Each domain in a line: how many skills, at which proficiency, and the exceptions by name. */
function domainsBlock(role: Role, level: Level, t: Translator): readonly Block[] {
  const index = role.levels.indexOf(level)
  const expected = role.domains
    .map(({ domain, rows }) => ({
      domain,
      entries: rows.flatMap(({ skill, cells }) => {
        const step = cells[index]?.step
        return step ? [{ skill, step }] : []
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
  const left = expected.length - MAX_DOMAINS
  return list(
    [
      ...expected.slice(0, MAX_DOMAINS).map(({ domain, entries }) => ({
        text: [...strong(localized(domain.name, t.locale)), ...plain(` · ${entries.length} · ${spreadOf(entries, t)}`)],
        action: domainButton(role, level, domain, t),
      })),
      ...(left > 0 ? [{ text: plain(t('skills.moreDomains', { count: left })) }] : []),
    ],
    strong(t('actions.domains')),
  )
}

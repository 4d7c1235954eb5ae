import {
  compareLevels,
  type Domain,
  isCore,
  type Level,
  type LevelChange,
  localized,
  type RequirementChange,
  type Role,
  rankOf,
  roleThrough,
} from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  pictureBlocks,
  plain,
  type RichText,
  strong,
  text,
} from '../../../../message/index.ts'
import { excerpt } from '../../../views/excerpt.ts'
import { levelsHeatMap } from '../../../views/heat-maps.ts'
import { groupedByDomain, matrix, matrixCell, proficiencyName } from '../../../views/proficiency.ts'
import { afterColon, cellDetail } from '../../../views/statement.ts'
import { queryButton } from '../query.ts'
import { neighborsOf } from './level-buttons.ts'
import { expectsAnything, twoLevelsBlock } from './points.ts'
import { countsByDomain } from './summary.ts'

/** New requirements first. */
const DISPLAY_ORDER = ['gained', 'raised', 'lowered', 'dropped'] as const satisfies readonly RequirementChange[]
/** The longest focus of each level; it is whole under "About" the role. */
const MAX_FOCUS = 260
/** Most changes that are named; the rest is counted by domain. */
const MAX_NAMED = 10
/** Most changes to less that are named beside a full list of others. */
const MAX_LESS = 3

/** How two levels of a role differ: the largest changes by name, and the rest by domain. */
export function levelsView(role: Role, from: Level, to: Level, t: Translator): Message {
  const changes = compareLevels(role, from, to)
  const differing = changes.filter((entry) => entry.change !== 'same').toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const { below, above } = neighborsOf(roleThrough(role, to), to)
  return {
    summary: t('skills.levels.summary', { role: role.name, from: from.name, to: to.name, changes: differing.length }),
    blocks: [
      heading(`${role.name}: ${from.name} → ${to.name}`),
      ...twoLevelsBlock(role, from, to, t),
      ...(expectsAnything(role) ? [text(countsLine(changes, t))] : []),
      ...list(
        [from, to].flatMap(({ name, focus }) =>
          focus ? [{ text: [...strong(name), ...afterColon(focus, t, (all) => excerpt(all, MAX_FOCUS))] }] : [],
        ),
      ),
      ...changeBlocks(role, differing, t),
      ...(expectsAnything(role) ? pictureBlocks(levelsHeatMap(role, from, to, t)) : []),
      ...actions([
        ...(differing.length > MAX_NAMED
          ? [queryButton(t('action.allChanges', { count: differing.length }), { view: 'levelsSkills', role, from, to })]
          : []),
        queryButton(to.name, { view: 'level', role, level: to }, 'primary'),
        queryButton(from.name, { view: 'level', role, level: from }),
        ...(above && above !== from ? [comparison(role, to, above, t)] : []),
        ...(below && below !== from ? [comparison(role, below, to, t)] : []),
        queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role }),
      ]),
    ],
  }
}

/** Every requirement that differs between two levels. */
export function levelsSkillsView(role: Role, from: Level, to: Level, t: Translator): Message {
  const changes = compareLevels(role, from, to)
  const differing = changes.filter((entry) => entry.change !== 'same').length
  return {
    summary: t('skills.levels.summary', { role: role.name, from: from.name, to: to.name, changes: differing }),
    blocks: [
      heading(`${role.name}: ${from.name} → ${to.name}`),
      text(countsLine(changes, t)),
      ...DISPLAY_ORDER.flatMap((change) => changesOf(change, changes, role, [from, to], t)),
      ...actions([
        comparison(role, from, to, t),
        queryButton(to.name, { view: 'level', role, level: to }),
        queryButton(from.name, { view: 'level', role, level: from }),
      ]),
    ],
  }
}

/** How the expectations in one domain differ between two levels, each with the behavior that the second one means. */
export function levelsDomainView(
  role: Role,
  [from, to]: readonly [Level, Level],
  domain: Domain,
  t: Translator,
): Message {
  const changes = compareLevels(role, from, to).filter(({ row }) => row.skill.domain === domain)
  const name = localized(domain.name, t.locale)
  const title = `${role.name} · ${name}`
  return {
    summary: t('skills.levels.summary', {
      role: title,
      from: from.name,
      to: to.name,
      changes: changes.filter(({ change }) => change !== 'same').length,
    }),
    blocks: [
      heading(`${title}: ${from.name} → ${to.name}`),
      text(countsLine(changes, t)),
      ...list(
        changes.map((entry) => ({
          ...changeItem(entry, t),
          ...cellDetail(entry.row, role.levels.indexOf(to), t),
        })),
      ),
      ...actions([
        queryButton(to.name, { view: 'levelDomain', role, level: to, domain }, 'primary'),
        queryButton(from.name, { view: 'levelDomain', role, level: from, domain }),
        queryButton(t('action.allLevels', { domain: name }), { view: 'roleDomain', role, domain }),
        comparison(role, from, to, t),
      ]),
    ],
  }
}

function comparison(role: Role, from: Level, to: Level, t: Translator) {
  return queryButton(t('action.compare', { from: from.name, to: to.name }), { view: 'levels', role, from, to })
}

function countsLine(changes: readonly LevelChange[], t: Translator) {
  const countOf = (change: RequirementChange): number => changes.filter((entry) => entry.change === change).length
  const counts = DISPLAY_ORDER.filter((change) => countOf(change) > 0).map((change) =>
    t(`change.${change}.count`, { count: countOf(change) }),
  )
  return t.rich('skills.levels.counts', {
    counts: counts.length > 0 ? t.all(counts) : t('change.none'),
    same: countOf('same'),
  })
}

/** By how many proficiencies an expectation differs. */
function sizeOf({ from, to }: LevelChange): number {
  return Math.abs(rankOf(to) - rankOf(from))
}

/**
 * The changes by name if they are few, those of the core first. Of many, what the core expects more; without a core, the largest of the
 * rest. Then what is more than the most frequent change, such as "one step up", and what is expected less. The rest is counted by domain.
 */
function changeBlocks(role: Role, differing: readonly LevelChange[], t: Translator): readonly Block[] {
  const core = differing.filter(({ row }) => isCore(role, row.skill))
  const others = differing.filter((entry) => !core.includes(entry))
  const listOf = (entries: readonly LevelChange[], title: string): readonly Block[] =>
    list(
      entries.map((entry) => changeItem(entry, t)),
      strong(title),
    )
  if (differing.length <= MAX_NAMED) return listOf([...core, ...others], t('skills.levels.changes'))
  const less = differing.filter(isLess)
  const more = differing.filter((entry) => !isLess(entry))
  const room = MAX_NAMED - Math.min(less.length, MAX_LESS)
  const first = core.length > 0 ? core.filter((entry) => !isLess(entry)) : more
  const namedFirst = first.slice(0, core.length > 0 ? MAX_NAMED : room)
  const usual = mostFrequent(more.map(sizeOf)) ?? 0
  const largest = more.filter((entry) => !first.includes(entry) && sizeOf(entry) > usual)
  const namedLargest = largest.slice(0, Math.max(0, room - namedFirst.length))
  const namedLess = less.slice(0, Math.max(MAX_LESS, MAX_NAMED - namedFirst.length - namedLargest.length))
  const named = new Set([...namedFirst, ...namedLargest, ...namedLess])
  const rest = differing.filter((entry) => !named.has(entry))
  return [
    ...listOf(namedFirst, t(core.length > 0 ? 'skills.levels.core' : 'skills.levels.changes', { role: role.name })),
    ...listOf(namedLargest, t('skills.levels.largestOthers')),
    ...listOf(namedLess, t('skills.levels.less')),
    ...(rest.length > 0 ? [text(restText(rest, t))] : []),
  ]
}

const isLess = ({ change }: LevelChange): boolean => change === 'lowered' || change === 'dropped'

/** How many changes a domain has that are not named; says which change it is if all are alike. */
function restText(rest: readonly LevelChange[], t: Translator): RichText {
  const domains = countsByDomain(
    rest.map(({ row }) => row.skill),
    t,
  )
  const [first] = rest
  return first && rest.every(({ change }) => change === first.change) && first.change !== 'same'
    ? t.rich('skills.levels.rest', { change: t(`change.${first.change}.title`), domains })
    : t.rich('skills.levels.others', { domains })
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

function changeItem({ row, from, to }: LevelChange, t: Translator): ListItem {
  const word = (cell: LevelChange['from']): string => (cell ? proficiencyName(cell.step, t) : t('proficiency.absent'))
  return { text: [...strong(row.skill.name), ...plain(`: ${word(from)} → ${word(to)}`)] }
}

function changesOf(
  change: (typeof DISPLAY_ORDER)[number],
  changes: readonly LevelChange[],
  role: Role,
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
  return [text(strong(t(`change.${change}.title`))), matrix(columns, groups, role.scale, t)]
}

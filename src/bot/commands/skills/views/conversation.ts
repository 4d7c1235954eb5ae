import {
  indexBelow,
  isCore,
  type Level,
  type LevelLine,
  localized,
  nextLevels,
  type Role,
  roleThrough,
} from '../../../../catalog/index.ts'
import { actions, heading, list, type Message, plain, strong, text } from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import { quoteInput } from '../../../quote.ts'
import { matrix, matrixCell, matrixGroups } from '../../../views/proficiency.ts'
import { rubric } from '../../../views/rubric.ts'
import { assessButton, readinessButton, startButton } from '../../assess/actions.ts'
import { coreNames, ruleText } from '../../assess/rule.ts'
import { queryButton } from '../query.ts'
import { levelView } from './level.ts'
import { neighborsOf } from './level-buttons.ts'
import { levelsView } from './levels.ts'

// Answers to questions in plain words that are about more than one name.

/** Says what an assessment is, with a button that begins one. */
export function assessTopicView({ t }: CommandContext): Message {
  return {
    summary: t('conversation.assess.text'),
    blocks: [text(plain(t('conversation.assess.text'))), ...actions([startButton(t, 'primary')])],
  }
}

/** The proficiencies of the scale, and how a person rates themselves. */
export function rubricView({ t, catalogIndex: { catalog } }: CommandContext): Message {
  return {
    summary: t('rubric.title'),
    blocks: [
      ...rubric(catalog.scale, t),
      text(plain(t('rubric.most'))),
      ...actions([queryButton(t('action.help'), { view: 'help' })]),
    ],
  }
}

/** What it takes to reach a level: the rule, and how it differs from the level below. The lowest level stands for itself. */
export function nextLevelView(whole: Role, level: Level, context: CommandContext): Message {
  const { t } = context
  const role = roleThrough(whole, level)
  const { below } = neighborsOf(role, level)
  const message = below ? levelsView(role, below, level, t) : levelView(role, level, t)
  return {
    ...message,
    blocks: [
      heading(t('conversation.nextLevel', { level: level.name })),
      text(ruleText(role, t, level)),
      ...message.blocks,
      ...actions([readinessButton(role, level, t), assessButton(role, t)]),
    ],
  }
}

/** The steps from each level to the one above. */
export function nextLevelsView(role: Role, { t }: CommandContext): Message {
  const firstLevels = role.levels.filter((_, index) => indexBelow(role, index) === undefined)
  const steps = role.levels.flatMap((from) => nextLevels(role, from).map((to) => ({ from, to })))
  return {
    summary: t('conversation.nextLevel.any'),
    blocks: [
      heading(t('conversation.nextLevel.any')),
      text(ruleText(role, t)),
      ...actions([
        // Who is not in the role yet begins here.
        ...firstLevels.map((level) => queryButton(`${role.name} · ${level.name}`, { view: 'level', role, level })),
        ...steps.map(({ from, to }) =>
          queryButton(t('action.compare', { from: from.name, to: to.name }), { view: 'nextLevel', role, level: to }),
        ),
        assessButton(role, t),
      ]),
    ],
  }
}

/** The stack or the focus of one level, or of each. */
export function linesView(kind: 'stack' | 'focus', role: Role, only: Level | null, { t }: CommandContext): Message {
  const title = `${[role.name, only?.name].filter(Boolean).join(' · ')}: ${t(`conversation.${kind}`)}`
  const levels = only ? [only] : role.levels
  const lines = levels.flatMap(({ name, [kind]: line }) => (line ? [{ name, line: localized(line, t.locale) }] : []))
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length === 0 ? [text(plain(t(`conversation.${kind}.none`)))] : []),
      ...(only
        ? lines.map(({ line }) => text(plain(line)))
        : list(lines.map(({ name, line }) => ({ text: [...strong(name), ...plain(`: ${line}`)] })))),
      ...actions(levels.map((level) => queryButton(level.name, { view: 'level', role, level }))),
    ],
  }
}

/** The levels of several roles whose focus or stack names something, with the item that does. */
export function foundLinesView(typed: string, lines: readonly LevelLine[], { t }: CommandContext): Message {
  const title = t('conversation.lines', { text: quoteInput(typed) })
  const places = new Map<string, LevelLine>()
  for (const line of lines) {
    const key = `${line.role.slug} ${line.level.slug}`
    // Of an item there is one line in each language.
    if (!places.has(key) || line.locale === t.locale) places.set(key, line)
  }
  const visible = [...places.values()].slice(0, MOST_LINES)
  const left = places.size - visible.length
  const nameOf = ({ role, level }: LevelLine): string => `${role.name} · ${level.name}`
  return {
    summary: title,
    blocks: [
      heading(title),
      ...list(visible.map((line) => ({ text: [...strong(nameOf(line)), ...plain(`: ${line.text}`)] }))),
      ...(left > 0 ? [text(plain(t('conversation.lines.more', { count: left })))] : []),
      ...actions(
        visible.map((line) => queryButton(nameOf(line), { view: 'level', role: line.role, level: line.level })),
      ),
    ],
  }
}

/** The most levels in one answer. */
const MOST_LINES = 12

/** What the core of each role consists of. */
export function coresView({ catalogIndex: { catalog }, t }: CommandContext): Message {
  const roles = [...catalog.roles.values()]
  const title = t('conversation.cores')
  return {
    summary: title,
    blocks: [
      heading(title),
      ...list(
        roles.map((role) => {
          const names = coreNames(role, t)
          const core = names.length === 0 ? t('conversation.cores.none') : t.all(names)
          return { text: [...strong(role.name), ...plain(`: ${core}`)] }
        }),
      ),
      ...actions(roles.map((role) => queryButton(role.name, { view: 'core', role, level: null }))),
    ],
  }
}

/** What the core of a role consists of, and what it expects at one level, or at each. */
export function coreView(role: Role, only: Level | null, { t }: CommandContext): Message {
  const title = `${[role.name, only?.name].filter(Boolean).join(' · ')}: ${t('conversation.core')}`
  const names = coreNames(role, t)
  const levels = role.levels.filter((level) => only === null || level === only)
  const at = levels.map((level) => role.levels.indexOf(level))
  const rows = [...role.rows.values()]
  const core = rows.filter(({ skill, cells }) => isCore(role, skill) && at.some((level) => cells[level]))
  const mandatory = rows.filter(({ cells }) => at.some((level) => cells[level]?.mandatory === true))
  const unstated = rows.filter(
    (row) => !mandatory.includes(row) && at.some((level) => row.cells[level]?.mandatory === 'unknown'),
  ).length
  const groups = role.domains.map((group) => ({ ...group, rows: group.rows.filter((row) => core.includes(row)) }))
  return {
    summary: title,
    blocks: [
      heading(title),
      text(
        plain(
          names.length === 0
            ? t('conversation.core.none', { role: role.name })
            : t('conversation.core.text', {
                role: role.name,
                core: t.all(names),
                count: names.length,
                rule: role.levelRule.kind === 'all-core' ? 'core' : 'other',
              }),
        ),
      ),
      ...(mandatory.length > 0
        ? [
            text(
              t.rich('conversation.core.mandatory', {
                names: t.all(mandatory.map(({ skill }) => skill.name)),
                unstated,
              }),
            ),
          ]
        : []),
      ...(core.length > 0
        ? [
            matrix(
              levels.map(({ name, short }) => ({ label: name, short })),
              matrixGroups(
                groups.filter(({ rows: left }) => left.length > 0),
                t,
                (row) => at.map((level) => matrixCell(row.cells[level] ?? null, t)),
              ),
              role.scale,
              t,
            ),
          ]
        : []),
      ...actions([
        ...levels.map((level) => queryButton(level.name, { view: 'level', role, level })),
        assessButton(role, t),
      ]),
    ],
  }
}

import {
  isCore,
  type LadderAbout,
  type Level,
  ladderFacts,
  localized,
  nextLevels,
  type Role,
  roleThrough,
  type Skill,
} from '../../../../catalog/index.ts'
import type { MessageKey, Params, Translator } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  actions,
  type Block,
  heading,
  type ListItem,
  list,
  type Message,
  plain,
  type RichText,
  strong,
  text,
} from '../../../../message/index.ts'
import type { ProposalService } from '../../../../proposals/service.ts'
import type { CommandContext } from '../../../command.ts'
import {
  ABSENT_MARK,
  MANDATORY_MARK,
  matrix,
  matrixCell,
  matrixGroups,
  proficiencyName,
  RISES_MARK,
} from '../../../views/proficiency.ts'
import { rubric } from '../../../views/rubric.ts'
import { cellDetail } from '../../../views/statement.ts'
import { assessButton, startButton } from '../../assess/actions.ts'
import { coreNames, generalRule, ruleText } from '../../assess/rule.ts'
import { profileButton } from '../../profile/actions.ts'
import { proposalButton } from '../../proposals/actions.ts'
import { startButton as proposeButton } from '../../proposals/draft-change.ts'
import { rungButton } from '../../rung/actions.ts'
import { describeQuery, type PlainTopic, queryButton, type SkillsQuery } from '../query.ts'
import { levelView } from './level.ts'
import { neighborsOf } from './level-buttons.ts'
import { levelsView } from './levels.ts'

// Answers to questions in plain words that are about more than one name.

/** The most roles with a button. */
const MOST_ROLES = 3

/** What is told about Rung, and what answers a greeting or words that are no question. */
export function topicView(topic: PlainTopic, context: CommandContext, about?: SkillsQuery): Message {
  const { t } = context
  return {
    summary: t(`conversation.${topic}.title`),
    blocks: [
      ...topicBlocks(topic, context),
      ...(about ? actions([queryButton(describeQuery(about, t), about)]) : []),
      ...actions(topicActions(topic, context)),
    ],
  }
}

function topicBlocks(topic: PlainTopic, { t, catalogIndex: { catalog }, services }: CommandContext): readonly Block[] {
  const titled = (...keys: readonly MessageKey[]): readonly Block[] => [
    heading(t(`conversation.${topic}.title`)),
    ...keys.map((key) => text(t.rich(key))),
  ]
  switch (topic) {
    case 'greeting':
    case 'thanks':
    case 'unknown':
      return [text(plain(t(`conversation.${topic}.text`)))]
    case 'ownLadder':
      return titled('conversation.ownLadder.text')
    case 'answers':
      return titled('conversation.answers.text')
    case 'marks':
      return [
        heading(t('conversation.marks.title')),
        ...list([
          { text: [...strong(MANDATORY_MARK), ...plain(` ${t('legend.mandatory')}`)] },
          { text: [...strong(RISES_MARK), ...plain(` ${t('legend.rises')}`)] },
          { text: [...strong(ABSENT_MARK), ...plain(` ${t('proficiency.absent')}`)] },
        ]),
      ]
    case 'privacy':
      return titled('conversation.privacy.text', 'conversation.privacy.more')
    case 'process':
      return [
        ...titled('conversation.process.text'),
        ...(services.proposals
          ? [text(t.rich('conversation.process.numbers', numbersOf(services.proposals.policy)))]
          : []),
        text(t.rich('conversation.process.experts')),
        ...factsBlock(ladderFacts(catalog), t),
      ]
    case 'rule': {
      const [role] = catalog.roles.values()
      return [
        heading(t('conversation.rule.title')),
        text(role && catalog.roles.size === 1 ? ruleText(role, t) : generalRule(catalog.levelRule, t)),
        text(plain(t(catalog.levelRule.kind === 'points' ? 'points.rule.answers' : 'conversation.rule.answers'))),
      ]
    }
    case 'coverage':
      return [
        heading(t('conversation.coverage.title')),
        text(
          plain(
            t('conversation.coverage.text', {
              roles: catalog.roles.size,
              skills: catalog.skills.size,
              domains: catalog.domains.size,
            }),
          ),
        ),
        ...factsBlock(ladderFacts(catalog), t),
        text(plain(t('conversation.coverage.not'))),
        text(t.rich('conversation.coverage.propose')),
      ]
  }
}

/** The numbers of the decision process, for a sentence. */
function numbersOf({ minNominators, voteDays, minQuorum, pass, approvals }: ProposalService['policy']): Params {
  return { nominations: minNominators, days: voteDays, votes: minQuorum, share: `${pass.of}/${pass.in}`, approvals }
}

/** Where the ladder comes from: what its authors say of it, in fields; nothing if they say nothing. */
function factsBlock({ name, version, author, source, license }: LadderAbout, t: Translator): readonly Block[] {
  const fields = [
    ['field.ladder', localized(name, t.locale) ?? null],
    ['field.version', version],
    ['field.author', author],
    ['field.source', source],
    ['field.license', license],
  ] as const
  const stated = fields.flatMap(([key, value]) => (value === null ? [] : [{ label: t(key), value: factText(value) }]))
  return stated.length > 0 ? [{ type: 'fields', fields: stated }] : []
}

/** A fact; an address is a link. */
function factText(fact: string): RichText {
  return /^https:\/\/\S+$/u.test(fact) ? [{ type: 'link', text: fact, url: fact }] : plain(fact)
}

/** Three things to do next: a role, one's own level, and the help. */
function topicActions(
  topic: PlainTopic,
  { t, services, catalogIndex: { catalog } }: CommandContext,
): readonly ActionButton[] {
  if (topic === 'thanks') return []
  if (topic === 'process' && services.proposals)
    return [
      proposeButton(t('propose.action.start')),
      proposalButton(t('proposals.list.open'), { type: 'list', which: 'open', page: 1 }),
    ]
  if (topic === 'privacy')
    return [
      profileButton(t('profile.action.export'), { type: 'export' }),
      profileButton(t('profile.action.delete'), { type: 'askDelete' }, 'danger'),
    ]
  const roles = [...catalog.roles.values()]
  const few = roles.length <= MOST_ROLES ? roles : []
  return [
    ...few.map((role) => queryButton(role.name, { view: 'role', role })),
    ...(few.length === 0 ? [queryButton(t('action.roles'), { view: 'roles', page: 1 })] : []),
    startButton(t),
    rungButton(t('action.help'), { type: 'help' }),
  ]
}

/** Says what an assessment is, with a button that begins one. */
export function assessTopicView({ t }: CommandContext): Message {
  return {
    summary: t('conversation.assess.text'),
    blocks: [text(plain(t('conversation.assess.text'))), ...actions([startButton(t, 'primary')])],
  }
}

/** The four proficiencies. */
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
      ...actions([assessButton(role, t)]),
    ],
  }
}

/** The steps from each level to the one above. */
export function nextLevelsView(role: Role, { t }: CommandContext): Message {
  const steps = role.levels.flatMap((from) => nextLevels(role, from).map((to) => ({ from, to })))
  return {
    summary: t('conversation.nextLevel.any'),
    blocks: [
      heading(t('conversation.nextLevel.any')),
      text(ruleText(role, t)),
      ...actions([
        ...steps.map(({ from, to }) =>
          queryButton(t('action.compare', { from: from.name, to: to.name }), { view: 'nextLevel', role, level: to }),
        ),
        assessButton(role, t),
      ]),
    ],
  }
}

/** Several skills side by side: what one level expects of each, or what each level does. */
export function severalView(
  role: Role | null,
  level: Level | null,
  skills: readonly Skill[],
  context: CommandContext,
): Message {
  const { t } = context
  if (!role) return severalUsagesView(skills, context)
  const title = [role.name, level?.name].filter(Boolean).join(' · ')
  return {
    summary: `${title}: ${t.all(skills.map(({ name }) => name))}`,
    blocks: [
      heading(title),
      ...list(skills.map((skill) => (level ? cellItem(role, level, skill, t) : rowItem(role, skill, t)))),
      ...actions(
        skills.map((skill) =>
          queryButton(skill.name, level ? { view: 'cell', role, level, skill } : { view: 'row', role, skill }),
        ),
      ),
    ],
  }
}

/** Several skills, each with the roles that use it and what their levels expect. */
function severalUsagesView(skills: readonly Skill[], { t, catalogIndex: { catalog } }: CommandContext): Message {
  const title = skills.map(({ name }) => name).join(' / ')
  const rolesOf = (skill: Skill): readonly Role[] =>
    [...catalog.roles.values()].filter((role) => role.rows.has(skill.slug)).slice(0, MOST_USING_SEVERAL)
  return {
    summary: title,
    blocks: [
      heading(title),
      ...skills.flatMap((skill) =>
        list(
          rolesOf(skill).map((role) => ({ text: [...strong(role.name), ...plain(`: ${rowWords(role, skill, t)}`)] })),
          strong(skill.name),
        ),
      ),
      ...actions(skills.map((skill) => queryButton(skill.name, { view: 'skill', skill, page: 1 }))),
    ],
  }
}

const MOST_USING_SEVERAL = 6

function cellItem(role: Role, level: Level, skill: Skill, t: Translator): ListItem {
  const row = role.rows.get(skill.slug)
  const cell = row?.cells[role.levels.indexOf(level)] ?? null
  const word = cell ? proficiencyName(cell.step, t) : t('proficiency.absent')
  return {
    text: [...strong(skill.name), ...plain(`: ${word}`)],
    ...(row && cellDetail(row, role.levels.indexOf(level), t)),
  }
}

function rowItem(role: Role, skill: Skill, t: Translator): ListItem {
  return { text: strong(skill.name), detail: plain(rowWords(role, skill, t)) }
}

/** What each level expects: `Jun Awareness · Mid Working`. */
function rowWords(role: Role, skill: Skill, t: Translator): string {
  return role.levels
    .flatMap(({ short }, at) => {
      const cell = role.rows.get(skill.slug)?.cells[at]
      return cell ? [`${short} ${proficiencyName(cell.step, t)}`] : []
    })
    .join(' · ')
}

/** The roles that use a skill, with what each level of them expects. */
export function usageView(skill: Skill, { t, catalogIndex: { catalog } }: CommandContext): Message {
  const roles = [...catalog.roles.values()].filter((role) => role.skillSlugs.includes(skill.slug)).slice(0, MOST_USING)
  return {
    summary: t('skills.skill.summary', { skill: skill.name, roles: roles.length }),
    blocks: [
      heading(t('conversation.usage', { skill: skill.name })),
      ...(roles.length === 0 ? [text(plain(t('conversation.usage.none')))] : []),
      ...list(roles.map((role) => ({ text: strong(role.name), detail: plain(rowWords(role, skill, t)) }))),
      ...actions([
        ...roles.map((role) => queryButton(role.name, { view: 'row', role, skill })),
        queryButton(skill.name, { view: 'skill', skill, page: 1 }),
      ]),
    ],
  }
}

const MOST_USING = 20

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
                rule: role.levelRule.kind === 'all-core' ? 'core' : 'other',
              }),
        ),
      ),
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
      ...actions([
        ...levels.map((level) => queryButton(level.name, { view: 'level', role, level })),
        assessButton(role, t),
      ]),
    ],
  }
}

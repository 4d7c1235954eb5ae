import type { Level, Role, Skill } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, heading, type ListItem, list, type Message, plain, strong, text } from '../../../../message/index.ts'
import type { CommandContext } from '../../../command.ts'
import { proficiencyName } from '../../../views/proficiency.ts'
import { cellDetail } from '../../../views/statement.ts'
import { queryButton } from '../query.ts'

// Skills in several roles, or several skills in one.

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

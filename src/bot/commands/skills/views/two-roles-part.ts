import { type Catalog, localized, type Role, type Row } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, type Block, heading, list, type Message, plain, strong, text } from '../../../../message/index.ts'
import { queryButton } from '../query.ts'

/** The skills of both roles by domain, or those that only the first has. */
export function twoRolesPartView(first: Role, second: Role, part: 'both' | 'first', t: Translator): Message {
  const isIn = ({ skill }: Row): boolean => second.rows.has(skill.slug) === (part === 'both')
  const groups = groupsOf(first, isIn)
  const names = { first: first.name, second: second.name }
  const title = t(part === 'both' ? 'skills.twoRoles.both' : 'skills.twoRoles.onlyFirst', names)
  return {
    summary: title,
    blocks: [
      heading(title),
      ...groupBlocks(groups, t),
      ...actions([
        queryButton(`${first.name} / ${second.name}`, { view: 'twoRoles', first, second, level: null }),
        ...(part === 'both'
          ? [first, second].map((role, at) => {
              const query = {
                view: 'twoRolesPart',
                first: role,
                second: at === 0 ? second : first,
                part: 'first',
              } as const
              return queryButton(t('standing.onlyFirst.title', { first: role.name, second: '' }), query)
            })
          : [queryButton(t('skills.twoRoles.both', names), { view: 'twoRolesPart', first, second, part: 'both' })]),
      ]),
    ],
  }
}

/** The skills that every role of the ladder has. */
export function sharedSkillsView({ roles }: Catalog, t: Translator): Message {
  const [first, ...others] = roles.values()
  const groups = first ? groupsOf(first, ({ skill }) => others.every((role) => role.rows.has(skill.slug))) : []
  const title = t('skills.shared.title')
  return {
    summary: title,
    blocks: [
      heading(title),
      ...groupBlocks(groups, t),
      ...actions(
        [...roles.values()]
          .slice(0, MOST_ROLES)
          .map((role) => queryButton(ownTitle(role, t), { view: 'ownSkills', role })),
      ),
    ],
  }
}

/** The skills that no other role of the ladder has. */
export function ownSkillsView({ roles }: Catalog, role: Role, t: Translator): Message {
  const others = [...roles.values()].filter((other) => other !== role)
  const groups = groupsOf(role, ({ skill }) => !others.some((other) => other.rows.has(skill.slug)))
  const title = ownTitle(role, t)
  return {
    summary: title,
    blocks: [
      heading(title),
      ...groupBlocks(groups, t),
      ...actions([
        ...others
          .slice(0, MOST_ROLES)
          .map((other) =>
            queryButton(`${role.name} / ${other.name}`, { view: 'twoRoles', first: role, second: other, level: null }),
          ),
        queryButton(role.name, { view: 'role', role }),
      ]),
    ],
  }
}

/** The most roles with a button. */
const MOST_ROLES = 12

const ownTitle = (role: Role, t: Translator): string => t('skills.own.title', { role: role.name })

type Group = Role['domains'][number]

function groupsOf(role: Role, isIn: (row: Row) => boolean): readonly Group[] {
  return role.domains
    .map(({ domain, rows }) => ({ domain, rows: rows.filter(isIn) }))
    .filter(({ rows }) => rows.length > 0)
}

/** How many skills there are, and their names by domain. */
function groupBlocks(groups: readonly Group[], t: Translator): readonly Block[] {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return [
    text(t.rich('skills.twoRoles.part', { count })),
    ...list(
      groups.map(({ domain, rows }) => ({
        text: [
          ...strong(localized(domain.name, t.locale)),
          ...plain(`: ${t.all(rows.map(({ skill }) => skill.name))}`),
        ],
      })),
    ),
  ]
}

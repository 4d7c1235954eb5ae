import { localized, type Role, type Row } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, heading, list, type Message, plain, strong, text } from '../../../../message/index.ts'
import { queryButton } from '../query.ts'

/** The skills of both roles by domain, or those that only the first has. */
export function twoRolesPartView(first: Role, second: Role, part: 'both' | 'first', t: Translator): Message {
  const isIn = ({ skill }: Row): boolean => second.rows.has(skill.slug) === (part === 'both')
  const groups = first.domains
    .map(({ domain, rows }) => ({ domain, rows: rows.filter(isIn) }))
    .filter(({ rows }) => rows.length > 0)
  const names = { first: first.name, second: second.name }
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const title = t(part === 'both' ? 'skills.twoRoles.both' : 'skills.twoRoles.onlyFirst', names)
  return {
    summary: title,
    blocks: [
      heading(title),
      text(t.rich('skills.twoRoles.part', { count })),
      ...list(
        groups.map(({ domain, rows }) => ({
          text: [
            ...strong(localized(domain.name, t.locale)),
            ...plain(`: ${t.all(rows.map(({ skill }) => skill.name))}`),
          ],
        })),
      ),
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

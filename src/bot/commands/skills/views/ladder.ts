import { type Catalog, type Level, localized } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import { actions, heading, list, type Message, plain, strong, text } from '../../../../message/index.ts'
import { queryButton } from '../query.ts'
import { someOf } from './summary.ts'

// What all roles of a ladder have in common: their levels, and the domains of their skills.

/** The most roles with a button. */
const MOST_ROLES = 12

/** The levels of roles that have the same ones, lowest first. */
export function levelNamesView({ roles }: Catalog, t: Translator): Message {
  const all = [...roles.values()]
  const levels: readonly Level[] = all[0]?.levels ?? []
  return {
    summary: t('skills.levelNames', { count: levels.length, roles: all.length }),
    blocks: [
      heading(t('skills.role.levels')),
      text(plain(t('skills.levelNames', { count: levels.length, roles: all.length }))),
      ...list(levels.map(({ name }) => ({ text: strong(name) }))),
      ...actions(
        all.slice(0, MOST_ROLES).map((role) => queryButton(role.name, { view: 'role', role })),
        t('actions.roles'),
      ),
    ],
  }
}

/** The most domains in one answer. */
const MOST_DOMAINS = 40

/** The domains of the ladder, each with its skills. */
export function domainsView({ domains, skills }: Catalog, t: Translator): Message {
  const all = [...domains.values()].slice(0, MOST_DOMAINS)
  const namesOf = (slug: string): readonly string[] =>
    [...skills.values()].filter(({ domain }) => domain.slug === slug).map(({ name }) => name)
  return {
    summary: t('skills.domains', { domains: domains.size, skills: skills.size }),
    blocks: [
      heading(t('skills.domains.title')),
      text(plain(t('skills.domains', { domains: domains.size, skills: skills.size }))),
      ...list(
        all.map(({ slug, name }) => ({
          text: [...strong(localized(name, t.locale)), ...plain(`: ${someOf(namesOf(slug), t)}`)],
        })),
      ),
      ...actions(
        all.map((domain) => queryButton(localized(domain.name, t.locale), { view: 'domain', domain })),
        t('actions.domains'),
      ),
    ],
  }
}

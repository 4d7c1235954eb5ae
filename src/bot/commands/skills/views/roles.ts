import { type Catalog, type Level, localized, type Role, totalsOf } from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
  type ActionButton,
  type Actions,
  actions,
  type Block,
  heading,
  list,
  type Message,
  pictureBlocks,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import { excerpt } from '../../../views/excerpt.ts'
import { roleHeatMap } from '../../../views/heat-maps.ts'
import { pageButtons, pageNote, pageOf } from '../../../views/page.ts'
import { matrix, matrixCell, matrixGroups, stepsNote } from '../../../views/proficiency.ts'
import { afterColon } from '../../../views/statement.ts'
import { sharedMark, tracksBlock } from '../../../views/tracks.ts'
import { assessButton } from '../../assess/actions.ts'
import { ruleText } from '../../assess/rule.ts'
import { queryButton } from '../query.ts'
import { expectsAnything, skillPointsBlocks, takesText } from './points.ts'

const ROLES_A_PAGE = 24
/** The longest description in the list of roles; it is whole on the page of the role. */
const MAX_DESCRIPTION = 200

/** A page of the roles by family, with an example of a question. */
export function rolesView(catalog: Catalog, page: number, t: Translator): Message {
  const all = [...catalog.roles.values()].toSorted(
    (a, b) => a.family.localeCompare(b.family, 'en') || a.name.localeCompare(b.name, 'en'),
  )
  const current = pageOf(all, page, ROLES_A_PAGE)
  const roles = current.items
  const families = [...new Set(roles.map((role) => role.family))]
  const [example] = roles

  const blocks: Block[] = [heading(t('skills.roles.title'))]
  for (const family of families) {
    const members = roles.filter((role) => role.family === family)
    blocks.push(
      ...list(
        members.map((role) => roleItem(role, t)),
        strong(family),
      ),
    )
  }
  blocks.push(...pageNote(current, all.length, t))
  if (example) blocks.push(text(t.rich('skills.roles.hint', exampleParams(example))))
  blocks.push(
    ...actions([
      ...roles.map((role) => queryButton(role.name, { view: 'role', role })),
      ...pageButtons(current, (label, to) => queryButton(label, { view: 'roles', page: to }), t),
      queryButton(t('action.help'), { view: 'help' }),
    ]),
  )
  return { summary: t('skills.roles.summary', { count: all.length }), blocks }
}

function exampleParams(role: Role): { role: string; level: string } {
  return { role: role.slug, level: (role.levels[Math.floor(role.levels.length / 2)] ?? role.levels[0])?.slug ?? '' }
}

function roleItem(role: Role, t: Translator) {
  const { skills } = totalsOf(role)
  return {
    text: [...strong(role.name), ...afterColon(role.description, t, (all) => excerpt(all, MAX_DESCRIPTION))],
    detail: t.rich('skills.roles.item', { slug: role.slug, skills, levels: role.levels.length }),
  }
}

/** Most words of a level's focus on the page of a role. */
const FOCUS_WORDS = 12

/** A role on one screen: what it is, and its levels in a line each. */
export function roleView(role: Role, t: Translator): Message {
  const totals = totalsOf(role)
  return {
    summary: t('skills.role.summary', { role: role.name, skills: totals.skills, levels: role.levels.length }),
    blocks: [
      heading(role.name),
      ...(role.description ? [text(plain(localized(role.description, t.locale)))] : []),
      ...list(
        role.levels.map((level) => ({
          text: [
            ...strong(level.name),
            ...sharedMark(level),
            ...takesText(role, level, t),
            ...afterColon(level.focus, t, (all) => gistOf(all, FOCUS_WORDS)),
          ],
          action: levelButton(role, level),
        })),
        strong(
          t('skills.role.counted', { levels: role.levels.length, skills: totals.skills, domains: role.domains.length }),
        ),
      ),
      ...tracksBlock(role, t),
      ...(expectsAnything(role) ? pictureBlocks(roleHeatMap(role, t)) : []),
      ...actions([
        assessButton(role, t),
        queryButton(t('action.allSkills', { count: totals.skills }), { view: 'roleSkills', role }),
        queryButton(t('action.about', { role: role.name }), { view: 'roleAbout', role }),
      ]),
      ...levelActions(role, t),
      ...domainActions(role, t),
    ],
  }
}

/** The first sentences of a text, or the first words of a long sentence, up to a number of words. */
function gistOf(long: string, words: number): string {
  const all = long.split(/\s+/u)
  if (all.length <= words) return long
  const sentence = all.slice(0, words).findLastIndex((word) => /[.;]$/u.test(word))
  if (sentence >= 0)
    return all
      .slice(0, sentence + 1)
      .join(' ')
      .replace(/[.;]$/u, '')
  return `${all.slice(0, words).join(' ').replace(/[,:]$/u, '')} …`
}

/** Every skill of a role at every level. */
export function roleSkillsView(role: Role, t: Translator): Message {
  const totals = totalsOf(role)
  const columns = role.levels.map((level) => ({ label: level.name, short: level.short }))
  const groups = matrixGroups(role.domains, t, (row) => row.cells.map((cell) => matrixCell(cell, t)))
  return {
    summary: t('skills.role.summary', { role: role.name, skills: totals.skills, levels: role.levels.length }),
    blocks: [
      heading(`${role.name}: ${t('skills.all')}`),
      ...(expectsAnything(role)
        ? [matrix(columns, groups, role.scale, t), stepsNote(role.scale, t)]
        : skillPointsBlocks(role, role.domains, t)),
      ...actions([queryButton(role.name, { view: 'role', role })]),
      ...levelActions(role, t),
      ...domainActions(role, t),
    ],
  }
}

/** What only those need who look after a ladder: its counts, where it comes from, and what its core is. */
export function roleAboutView(role: Role, t: Translator): Message {
  const totals = totalsOf(role)
  return {
    summary: t('action.about', { role: role.name }),
    blocks: [
      heading(t('action.about', { role: role.name })),
      {
        type: 'fields',
        fields: [
          { label: t('field.family'), value: plain(role.family) },
          {
            label: t('field.skills'),
            value: t.rich('skills.role.counts', {
              ...totals,
              domains: role.domains.length,
              levels: role.levels.length,
            }),
          },
          { label: t('field.mandatory'), value: plain(mandatoryLine(role, t)) },
          ...(role.keyDomains.length > 0
            ? [
                {
                  label: t('field.keyDomains'),
                  value: plain(role.keyDomains.map((domain) => localized(domain.name, t.locale)).join(', ')),
                },
              ]
            : []),
        ],
      },
      text(ruleText(role, t)),
      ...list(
        role.levels.map((level) => ({
          text: [...strong(level.name), ...afterColon(level.focus, t)],
          ...(level.stack && { detail: t.rich('skills.level.stack', { stack: localized(level.stack, t.locale) }) }),
        })),
        strong(t('skills.role.levels')),
      ),
      ...actions([
        queryButton(role.name, { view: 'role', role }),
        queryButton(t('action.changes'), { view: 'changes', role, page: 1 }),
      ]),
    ],
  }
}

function levelButton(role: Role, level: Level): ActionButton {
  return queryButton(level.name, { view: 'level', role, level })
}

function levelActions(role: Role, t: Translator): readonly Actions[] {
  return actions(
    role.levels.map((level) => levelButton(role, level)),
    t('actions.levels'),
  )
}

function domainActions(role: Role, t: Translator): readonly Actions[] {
  return actions(
    role.domains.map(({ domain }) =>
      queryButton(localized(domain.name, t.locale), { view: 'roleDomain', role, domain }),
    ),
    t('actions.domains'),
  )
}

/** How many requirements are mandatory: those that the source names, and the total that it states. */
function mandatoryLine(role: Role, t: Translator): string {
  const { mandatory, mandatoryUnknown, requirements } = totalsOf(role)
  const stated = role.stated.mandatory
  if (mandatoryUnknown === 0) return t('mandatory.known', { mandatory, requirements })
  if (stated === undefined) return t('mandatory.unknown', { mandatory, mandatoryUnknown })
  return t('mandatory.stated', {
    stated,
    requirements: role.stated.requirements ?? requirements,
    mandatory,
    mandatoryUnknown,
  })
}

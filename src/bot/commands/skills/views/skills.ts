import {
  type Catalog,
  type Domain,
  type Level,
  localized,
  type Proficiency,
  type Role,
  type Row,
  roleThrough,
  type Skill,
  type Step,
  stepAt,
  stepOf,
} from '../../../../catalog/index.ts'
import type { Translator } from '../../../../i18n/index.ts'
import {
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
import { pageButtons, pageNote, pageOf } from '../../../views/page.ts'
import { cellLetter, letterLegend, MANDATORY_MARK, proficiencyName } from '../../../views/proficiency.ts'
import { cellDetail, hasMore, statementDetail, wholeText } from '../../../views/statement.ts'
import { queryButton } from '../query.ts'
import { isTaught } from './learning.ts'
import { bringsOnlyPoints, rowPointsBlock, stepsBlock } from './points.ts'

const ROLES_A_PAGE = 20

/** One skill of a role at every level: the proficiency and the behavior it means. */
export function rowView(role: Role, skill: Skill, t: Translator): Message {
  const row = rowOf(role, skill)
  const domain = localized(skill.domain.name, t.locale)
  return {
    summary: t('skills.row.summary', { role: role.name, skill: skill.name, row: rowInWords(role, row, t) }),
    blocks: [
      heading(`${skill.name} · ${role.name}`),
      text(t.rich('skills.row.domain', { domain })),
      ...rowPointsBlock(role, row, t),
      ...(bringsOnlyPoints(role, row)
        ? stepsBlock(row, t)
        : [
            ...list(withoutRepeats(role.levels.map((level, index) => levelItem(row, level, index, t)))),
            ...actions(
              role.levels.map((level) => queryButton(level.name, { view: 'cell', role, level, skill })),
              t('actions.levels'),
            ),
          ]),
      ...actions([
        queryButton(t('action.everywhere', { skill: skill.name }), { view: 'skill', skill, page: 1 }),
        queryButton(domain, { view: 'roleDomain', role, domain: skill.domain }),
        queryButton(t('action.wholeRole', { role: role.name }), { view: 'role', role }),
      ]),
    ],
  }
}

function rowOf(role: Role, skill: Skill): Row {
  return role.rows.get(skill.slug) ?? { skill, cells: role.levels.map(() => null) }
}

function levelItem(row: Row, level: Level, index: number, t: Translator): ListItem {
  const cell = row.cells[index] ?? null
  if (cell === null) return { text: [...strong(level.name), ...plain(`: ${t('proficiency.absent')}`)] }
  const mandatory = cell.mandatory === true ? ` ${MANDATORY_MARK} ${t('legend.mandatory')}` : ''
  return {
    text: [...strong(level.name), ...plain(`: ${proficiencyName(cell.step, t)}${mandatory}`)],
    ...cellDetail(row, index, t),
  }
}

/** Levels that expect the same proficiency have the same statement, which stands at the first of them. */
function withoutRepeats(items: readonly ListItem[]): readonly ListItem[] {
  const before = new Set<string>()
  return items.map(({ detail, ...item }) => {
    const key = JSON.stringify(detail)
    if (detail === undefined || before.has(key)) return item
    before.add(key)
    return { ...item, detail }
  })
}

/** A row in one line of levels and letters: `Jun A · Mid W · Sen V`. */
function rowInShort(role: Role, row: Row, t: Translator): string {
  return role.levels.map(({ short }, index) => `${short} ${cellLetter(row.cells[index] ?? null, t)}`).join(' · ')
}

/** A row in one line of levels and words, for a text that has no room for a legend. */
function rowInWords(role: Role, row: Row, t: Translator): string {
  const words = row.cells.map((cell) => (cell ? proficiencyName(cell.step, t) : t('proficiency.absent')))
  return role.levels.map(({ short }, index) => `${short} ${words[index] ?? ''}`).join(' · ')
}

/** One requirement, with those of the level below and the level above. */
export function cellView(whole: Role, level: Level, skill: Skill, t: Translator): Message {
  const role = roleThrough(whole, level)
  const row = rowOf(role, skill)
  if (bringsOnlyPoints(role, row)) return rowView(role, skill, t)
  const index = role.levels.indexOf(level)
  const cell = row.cells[index] ?? null
  const below = role.levels[index - 1]
  const above = role.levels[index + 1]
  const around = [below, above].filter((other) => other !== undefined)
  const word = cell === null ? t('proficiency.absent') : proficiencyName(cell.step, t)
  return {
    summary: t('skills.cell.summary', { role: role.name, level: level.name, skill: skill.name, proficiency: word }),
    blocks: [
      heading(`${skill.name} · ${role.name} · ${level.name}`),
      ...list([levelItem(row, level, index, t)]),
      ...(isCut(row, index, t) ? wholeCell(row, index, t) : []),
      // What the source does not say stands under "About" the role, not on every skill.
      ...(cell === null || cell.mandatory === 'unknown'
        ? []
        : [note('info', t.rich(`mandatory.cell.${cell.mandatory}`))]),
      ...list(
        around.map((other) => levelItem(row, other, role.levels.indexOf(other), t)),
        strong(t('skills.cell.around')),
      ),
      ...actions([
        ...(above
          ? [
              queryButton(
                t('action.next', { level: above.name }),
                { view: 'cell', role, level: above, skill },
                'primary',
              ),
            ]
          : []),
        ...(below
          ? [queryButton(t('action.previous', { level: below.name }), { view: 'cell', role, level: below, skill })]
          : []),
        queryButton(t('action.everyLevel'), { view: 'row', role, skill }),
        queryButton(t('action.wholeLevel', { level: level.name }), { view: 'level', role, level }),
        queryButton(t('action.everywhere', { skill: skill.name }), { view: 'skill', skill, page: 1 }),
      ]),
    ],
  }
}

/** A skill by itself: the behavior at each proficiency, and what each role expects of it. */
export function skillView(catalog: Catalog, skill: Skill, page: number, t: Translator): Message {
  const roles = [...catalog.roles.values()].filter((role) => role.skillSlugs.includes(skill.slug))
  const current = pageOf(roles, page, ROLES_A_PAGE)
  return {
    summary: t('skills.skill.summary', { skill: skill.name, roles: roles.length }),
    blocks: [
      heading(skill.name),
      text(t.rich('skills.row.domain', { domain: localized(skill.domain.name, t.locale) })),
      ...list(
        skill.scale.steps.map((step) => ({
          text: strong(proficiencyName(step, t)),
          ...statementDetail(skill, step.slug, t),
        })),
      ),
      ...list(
        current.items.map((role) => ({
          text: [
            ...strong(role.name),
            ...(bringsOnlyPoints(role, rowOf(role, skill))
              ? []
              : plain(`: ${rowInShort(role, rowOf(role, skill), t)}`)),
          ],
        })),
        strong(t('skills.skill.roles', { count: roles.length })),
      ),
      ...(current.items.length > 0
        ? [
            letterLegend(
              current.items.flatMap((role) => rowOf(role, skill).cells),
              skill.scale,
              t,
            ),
          ]
        : []),
      ...pageNote(current, roles.length, t),
      ...actions([
        ...skill.scale.steps
          .filter(({ slug }) => hasMore(skill, slug, t))
          .map((step) => queryButton(inFull(step, t), { view: 'statement', skill, step })),
        ...(isTaught(skill)
          ? [queryButton(t('action.learn', { skill: skill.name }), { view: 'learning', skill })]
          : []),
        ...current.items.map((role) => queryButton(role.name, { view: 'row', role, skill })),
        ...pageButtons(current, (label, to) => queryButton(label, { view: 'skill', skill, page: to }), t),
        queryButton(localized(skill.domain.name, t.locale), { view: 'domain', domain: skill.domain }),
      ]),
    ],
  }
}

const inFull = (step: Step, t: Translator): string => t('action.inFull', { step: proficiencyName(step, t) })

function isCut({ skill, cells, criteria }: Row, index: number, t: Translator): boolean {
  const cell = cells[index]
  return cell !== null && cell !== undefined && (Boolean(criteria?.[index]) || hasMore(skill, cell.proficiency, t))
}

/** What a level expects, in full: the role's own criteria, or else the statement. */
function wholeCell({ skill, cells, criteria }: Row, index: number, t: Translator): readonly Block[] {
  const own = criteria?.[index]
  const slug = cells[index]?.proficiency ?? ''
  return own ? wholeText(own.text, own.examples, t) : wholeText(skill.statements[slug], skill.examples[slug], t)
}

/** One step of a skill in full, with the steps beside it. */
export function statementView(skill: Skill, step: Step, t: Translator): Message {
  const title = `${skill.name} · ${proficiencyName(step, t)}`
  const beside = [step.rank - 1, step.rank + 1].flatMap((rank) => stepAt(skill.scale, rank) ?? [])
  return {
    summary: title,
    blocks: [
      heading(title),
      ...wholeText(skill.statements[step.slug], skill.examples[step.slug], t),
      ...actions([
        ...beside.map((other) => queryButton(inFull(other, t), { view: 'statement', skill, step: other })),
        queryButton(skill.name, { view: 'skill', skill, page: 1 }),
      ]),
    ],
  }
}

/** The most skills, and the most roles, in one answer about a domain. */
const MOST_IN_DOMAIN = 40

/** A domain by itself, with what a step of its skills looks like: its skills, and the roles that require any of them. */
export function domainView(
  catalog: Catalog,
  domain: Domain,
  proficiency: Proficiency | undefined,
  t: Translator,
): Message {
  const name = localized(domain.name, t.locale)
  const skills = [...catalog.skills.values()].filter((skill) => skill.domain === domain)
  // People work alone from the second step on.
  const typical = (proficiency !== undefined && stepOf(catalog.scale, proficiency)) || catalog.scale.steps[1]
  const roles = [...catalog.roles.values()].filter((role) => role.domains.some((group) => group.domain === domain))
  return {
    summary: t('skills.domain.summary', { domain: name, skills: skills.length, roles: roles.length }),
    blocks: [
      heading(name),
      text(t.rich('skills.domain.counts', { skills: skills.length, roles: roles.length })),
      ...list(
        skills.slice(0, MOST_IN_DOMAIN).map((skill) => ({
          text: strong(skill.name),
          ...statementDetail(
            skill,
            (proficiency !== undefined && stepOf(skill.scale, proficiency)?.slug) || (skill.scale.steps[1]?.slug ?? ''),
            t,
          ),
        })),
        ...(typical ? [t.rich('skills.domain.skills', { proficiency: proficiencyName(typical, t) })] : []),
      ),
      ...actions(
        skills.slice(0, MOST_IN_DOMAIN).map((skill) => queryButton(skill.name, { view: 'skill', skill, page: 1 })),
        t('actions.skills'),
      ),
      ...actions(
        roles.slice(0, MOST_IN_DOMAIN).map((role) => queryButton(role.name, { view: 'roleDomain', role, domain })),
        t('actions.roles'),
      ),
    ],
  }
}

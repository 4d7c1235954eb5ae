import {
  type Cell,
  compareRoles,
  type Domain,
  isCore,
  type Level,
  localized,
  type RequirementRelation,
  type Role,
  type RoleDifference,
  rankOf,
  type Scale,
  sharedLevels,
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
  pictureBlocks,
  plain,
  strong,
  text,
} from '../../../../message/index.ts'
import { UserError } from '../../../errors.ts'
import { rolesHeatMap } from '../../../views/heat-maps.ts'
import {
  cellLetter,
  groupedByDomain,
  letterLegend,
  matrix,
  matrixCell,
  proficiencyName,
} from '../../../views/proficiency.ts'
import { queryButton } from '../query.ts'
import { countsByDomain } from './summary.ts'

/** Differences first, then what is alike. */
const DISPLAY_ORDER = [
  'higher',
  'lower',
  'mixed',
  'onlyFirst',
  'onlySecond',
  'same',
] as const satisfies readonly RequirementRelation[]

/** Most differences that are named; the rest is counted by domain. */
const MAX_NAMED = 8

/** How two roles differ at one level, or over all the levels they share: the largest differences by name, the rest by domain. */
export function twoRolesView(first: Role, second: Role, levelSlug: string | null, t: Translator): Message {
  const { differences, blocks, summary, shared, pairs } = comparisonOf(first, second, levelSlug, t)
  const isInCore = ({ skill }: RoleDifference): boolean => isCore(first, skill) || isCore(second, skill)
  // The core of either role first; of equal size, in the order of the domains.
  const unequal = differences
    .filter(({ relation }) => relation !== 'same')
    .toSorted((a, b) => Number(isInCore(b)) - Number(isInCore(a)) || sizeOf(b) - sizeOf(a))
  const named = unequal.slice(0, MAX_NAMED)
  const rest = unequal.slice(MAX_NAMED)
  const largest = named.some(isInCore) ? 'skills.twoRoles.main' : 'skills.levels.largest'
  const titleKey = rest.length > 0 ? largest : 'skills.levels.differences'
  const view = { first, second, level: levelSlug }
  return {
    summary,
    blocks: [
      ...blocks,
      ...list(
        named.map((entry) => differenceItem(entry, first, second, t)),
        strong(t(titleKey)),
      ),
      ...legendOf(
        named.filter(({ cells }) => cells.length > 1),
        first.scale,
        levelSlug,
        t,
      ),
      ...(rest.length > 0
        ? [
            text(
              t.rich('skills.levels.others', {
                domains: countsByDomain(
                  rest.map(({ skill }) => skill),
                  t,
                ),
              }),
            ),
          ]
        : []),
      ...pictureBlocks(rolesHeatMap(first, second, pairs, t)),
      ...actions([
        queryButton(t('action.allSkills', { count: differences.length }), { view: 'twoRolesSkills', ...view }),
      ]),
      ...actions(
        shared
          .filter((entry) => entry.slug !== levelSlug)
          .map((entry) => queryButton(entry.name, { view: 'twoRoles', first, second, level: entry.slug })),
        t('actions.compareAt'),
      ),
      ...actions([
        queryButton(first.name, { view: 'role', role: first }),
        queryButton(second.name, { view: 'role', role: second }),
        ...(levelSlug === null
          ? []
          : [queryButton(t('action.everyLevel'), { view: 'twoRoles', first, second, level: null })]),
      ]),
    ],
  }
}

/** Every skill of two roles side by side, at one level or over all the levels they share. */
export function twoRolesSkillsView(first: Role, second: Role, levelSlug: string | null, t: Translator): Message {
  const { differences, blocks, summary } = comparisonOf(first, second, levelSlug, t)
  return {
    summary,
    blocks: [
      ...blocks,
      ...DISPLAY_ORDER.flatMap((relation) =>
        relationBlocks(relation, differences, { first, second, single: levelSlug !== null }, t),
      ),
      ...legendOf(differences, first.scale, levelSlug, t),
      ...actions([
        queryButton(`${first.name} / ${second.name}`, { view: 'twoRoles', first, second, level: levelSlug }),
        queryButton(first.name, { view: 'role', role: first }),
        queryButton(second.name, { view: 'role', role: second }),
      ]),
    ],
  }
}

/** The skills of one domain in two roles side by side, at one level or over all the levels they share. */
export function twoRolesDomainView(
  { first, second, domain, level }: { first: Role; second: Role; domain: Domain; level: string | null },
  t: Translator,
): Message {
  const { differences, pairs, shared, levelsNote } = comparisonOf(first, second, level, t)
  const own = differences.filter(({ skill }) => skill.domain === domain)
  const isInEither = [...first.domains, ...second.domains].some((group) => group.domain === domain)
  const name = localized(domain.name, t.locale)
  const names = pairs.length === 1 ? shared.filter(({ slug }) => slug === level).map((each) => each.name) : []
  const title = [`${first.name} / ${second.name}`, name, ...names].join(' · ')
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(own.length === 0
        ? [text(t.rich(isInEither ? 'skills.twoRoles.nothingIn' : 'skills.twoRoles.noneIn', { domain: name }))]
        : levelsNote),
      ...DISPLAY_ORDER.flatMap((relation) =>
        relationBlocks(relation, own, { first, second, single: level !== null }, t),
      ),
      ...legendOf(own, first.scale, level, t),
      ...actions([
        queryButton(`${first.name} / ${second.name}`, { view: 'twoRoles', first, second, level }),
        queryButton(`${first.name} · ${name}`, { view: 'roleDomain', role: first, domain }),
        queryButton(`${second.name} · ${name}`, { view: 'roleDomain', role: second, domain }),
      ]),
    ],
  }
}

/** The differences, and what both pages begin with. Throws a UserError if the roles share no such level. */
function comparisonOf(first: Role, second: Role, levelSlug: string | null, t: Translator) {
  const shared = sharedLevels(first, second)
  const pairs = levelSlug === null ? shared : shared.filter(([index]) => first.levels[index]?.slug === levelSlug)
  if (pairs.length === 0) {
    throw new UserError('error.skills.noSharedLevel', { first: first.name, second: second.name }, [
      queryButton(first.name, { view: 'role', role: first }),
      queryButton(second.name, { view: 'role', role: second }),
    ]).withFacts({ view: 'compare-roles', roles: [first.slug, second.slug], ignored: [] })
  }
  const differences = compareRoles(first, second, pairs)
  const levels = pairs.flatMap(([index, other]) => {
    const own = first.levels[index]
    return own ? [{ name: sharedName(own, second.levels[other]), short: sharedShort(own, second.levels[other]) }] : []
  })
  const [level] = levels
  const names = { first: first.name, second: second.name }
  const counts = DISPLAY_ORDER.map((relation) => ({ relation, count: withRelation(differences, relation).length }))
    .filter(({ count }) => count > 0)
    .map(({ relation, count }) => t(`standing.${relation}.count`, { ...names, count }))
  const levelsNote: readonly Block[] =
    levelSlug === null
      ? [note('info', t.rich('skills.twoRoles.levels', { levels: t.all(levels.map((entry) => entry.short)) }))]
      : []
  const title =
    levelSlug !== null && level ? `${first.name} / ${second.name} · ${level.name}` : `${first.name} / ${second.name}`
  return {
    differences,
    pairs,
    shared: shared.flatMap(([index, other]) => {
      const own = first.levels[index]
      return own ? [{ slug: own.slug, name: sharedName(own, second.levels[other]) }] : []
    }),
    levelsNote,
    summary: t('skills.twoRoles.summary', { ...names, count: differences.length }),
    blocks: [
      heading(title),
      text(t.rich('skills.twoRoles.counts', { counts: t.all(counts), total: differences.length })),
      ...levelsNote,
    ],
  }
}

/** The name of a level that two roles share; both names, if it is another one in each. */
const sharedName = (own: Level, other: Level | undefined): string =>
  other && other.slug !== own.slug && other.name !== own.name ? `${own.name} = ${other.name}` : own.name

const sharedShort = (own: Level, other: Level | undefined): string =>
  other && other.slug !== own.slug && other.short !== own.short ? `${own.short} = ${other.short}` : own.short

/** The largest distance between the roles in one skill, in proficiencies, over the compared levels. */
function sizeOf({ cells }: RoleDifference): number {
  return Math.max(...cells.map(([a, b]) => Math.abs(rankOf(a) - rankOf(b))))
}

/** At one level in words, over several in letters: "Kafka: A W W V E (ML Engineer) · W V V E E (Data Engineer)". */
function differenceItem({ skill, cells }: RoleDifference, first: Role, second: Role, t: Translator): ListItem {
  const inWords = (cell: Cell | undefined): string => (cell ? proficiencyName(cell.step, t) : t('proficiency.absent'))
  const side = (at: 0 | 1): string =>
    cells.length === 1
      ? inWords(cells[0]?.[at])
      : letters(
          cells.map((pair) => pair[at]),
          t,
        )
  return { text: [...strong(skill.name), ...plain(`: ${first.name} ${side(0)} · ${second.name} ${side(1)}`)] }
}

function withRelation(
  differences: readonly RoleDifference[],
  relation: RequirementRelation,
): readonly RoleDifference[] {
  return differences.filter((entry) => entry.relation === relation)
}

function relationBlocks(
  relation: RequirementRelation,
  differences: readonly RoleDifference[],
  { first, second, single }: { first: Role; second: Role; single: boolean },
  t: Translator,
): readonly Block[] {
  const entries = withRelation(differences, relation)
  if (entries.length === 0) return []
  const title = text(strong(t(`standing.${relation}.title`, { first: first.name, second: second.name })))
  if (!single) {
    const rows = entries.map((entry) => [
      entry.skill.name,
      letters(
        entry.cells.map(([a]) => a),
        t,
      ),
      letters(
        entry.cells.map(([, b]) => b),
        t,
      ),
    ])
    return [title, { type: 'table', columns: [t('field.skill'), first.name, second.name], rows }]
  }
  const groups = groupedByDomain(
    entries,
    t,
    (entry) => entry.skill,
    (entry) => (entry.cells[0] ?? [null, null]).map((cell) => matrixCell(cell, t)),
  )
  return [
    title,
    matrix(
      [
        { label: first.name, short: first.name },
        { label: second.name, short: second.name },
      ],
      groups,
      first.scale,
      t,
    ),
  ]
}

/** What the letters mean; over several levels, where letters stand instead of words. */
function legendOf(
  differences: readonly RoleDifference[],
  scale: Scale,
  level: string | null,
  t: Translator,
): readonly Block[] {
  const cells = differences.flatMap((entry) => entry.cells.flat())
  return level === null && cells.length > 0 ? [letterLegend(cells, scale, t)] : []
}

function letters(cells: readonly Cell[], t: Translator): string {
  return cells.map((cell) => cellLetter(cell, t)).join(' ')
}

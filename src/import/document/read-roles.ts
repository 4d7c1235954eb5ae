import type { Path } from '../../catalog/yaml-source.ts'
import { groupBy } from '../build-draft.ts'
import { type Cell, keyOf, type Table } from '../table.ts'
import { levelPoints } from './read-points.ts'
import { type SkillEntry, stepIn } from './read-skills.ts'
import { statementOf } from './read-statements.ts'
import {
  type Draft,
  entryFor,
  entryOf,
  findEntry,
  type NamedEntry,
  slugFor,
  type TableContext,
  withSlug,
} from './table-context.ts'
import { isFilled, type TableRow } from './table-reader.ts'
import { LEADS_NOWHERE, MANDATORY_WORDS, ROLE_COLUMNS } from './tables.ts'

export interface RoleReferences {
  readonly skills: readonly SkillEntry[]
  readonly domains: readonly NamedEntry[]
}

/** Reads the roles with their levels, their rows and their criteria. */
export function readRoles(context: TableContext, references: RoleReferences): readonly Draft[] {
  const { rows, take, findings } = context
  const bare = rows('Roles').map((row, index) => ({
    row,
    draft: withSlug(
      take(['roles', index], row, [
        ['slug', 'slug'],
        ['name', 'name'],
        ['family', 'family'],
        ['aliases', 'aliases', 'list'],
        ['formerly', 'formerly', 'list'],
        ['description', 'description', 'local'],
        ['key domains', 'keyDomains', 'list'],
      ]),
      32,
      'role',
    ),
  }))
  const names = bare.map(({ draft }) => entryOf(draft))
  const find = (row: TableRow): NamedEntry | undefined =>
    entryFor(row.cell('role'), names, { kind: 'role', table: 'Roles' }, findings)
  const ofRoles = rows('Points').filter((each) => each.text('role') !== '')
  const [levels, criteria, points] = [rows('Levels'), rows('Criteria'), ofRoles].map((all) =>
    all.flatMap((row) => ({ row, role: find(row)?.slug })),
  )
  const used = new Set(bare.map(({ row }) => row.text('table')))
  return bare.map(({ row, draft }, index) => {
    const { slug } = entryOf(draft)
    const ownRows = (all: typeof levels = []): readonly TableRow[] =>
      all.filter(({ role }) => role === slug).map((each) => each.row)
    const path = ['roles', index]
    const keyDomains = draft['keyDomains']
    const own = levelsOf(ownRows(levels), ownRows(points), path, context)
    const levelNames = own.map(entryOf)
    const table = tableOf(row, slug, used, context)
    const stated = take([...path, 'stated'], row, [
      ['stated skills', 'skills', 'number'],
      ['stated requirements', 'requirements', 'number'],
      ['stated mandatory', 'mandatory', 'number'],
    ])
    const core = coreOf(row, path, references, context)
    const requirements = table
      ? requirementsOf(table, path, { ...references, levels: levelNames, criteria: ownRows(criteria), slug }, context)
      : undefined
    return {
      ...draft,
      ...(Array.isArray(keyDomains) && {
        keyDomains: keyDomains.map((each) => slugFor(`${each}`, references.domains)),
      }),
      ...(Object.keys(stated).length > 0 && { stated }),
      ...(Object.keys(core).length > 0 && { core }),
      levels: own,
      ...(requirements && { requirements }),
    }
  })
}

function coreOf(row: TableRow, path: Path, { skills, domains }: RoleReferences, { take }: TableContext): Draft {
  const core = take([...path, 'core'], row, [
    ['core domains', 'domains', 'list'],
    ['core skills', 'skills', 'list'],
  ])
  const named = { domains, skills }
  return Object.fromEntries(
    Object.entries(core).map(([key, list]) => [
      key,
      Array.isArray(list)
        ? list.map((each) => slugFor(`${each}`, key === 'skills' ? named.skills : named.domains))
        : list,
    ]),
  )
}

function levelsOf(
  rows: readonly TableRow[],
  points: readonly TableRow[],
  path: Path,
  context: TableContext,
): readonly Draft[] {
  return rows.map((row, index) => {
    const at = [...path, 'levels', index]
    const level = withSlug(
      context.take(at, row, [
        ['slug', 'slug'],
        ['name', 'name'],
        ['short', 'short'],
        ['aliases', 'aliases', 'list'],
        ['formerly', 'formerly', 'list'],
        ['focus', 'focus', 'local'],
        ['stack', 'stack', 'local'],
        ['shared level', 'sharedLevel'],
        ['track', 'track', 'local'],
        ['leads to', 'leadsTo', 'list'],
      ]),
      16,
      'level',
    )
    const takes = levelPoints(entryOf(level), points, at, context)
    const { leadsTo } = level
    const names = rows.map((each) => entryOf({ slug: each.text('slug'), name: each.text('name') }))
    const following = Array.isArray(leadsTo)
      ? leadsTo.map(String).flatMap((each) => (each === LEADS_NOWHERE ? [] : [slugFor(each, names)]))
      : undefined
    return { ...level, ...(following && { leadsTo: following }), ...(takes !== undefined && { points: takes }) }
  })
}

/** The table of a role: the one that `Roles` names. */
function tableOf(row: TableRow, slug: string, used: ReadonlySet<string>, context: TableContext): Table | undefined {
  const name = row.text('table')
  const table = context.tables.get(name)
  if (table) return table
  const unused = [...context.tables.keys()].filter((each) => !used.has(each) && isRoleTable(context.tables.get(each)))
  const others =
    unused.length > 0 ? `; a table that no role names is ${unused.map((each) => `"${each}"`).join(', ')}` : ''
  const what = name === '' ? 'the row does not name a table' : `there is no table "${name}"`
  context.findings.problem(row.cell('table'), `${what} with what "${slug}" expects${others}`)
  return undefined
}

const isRoleTable = (table: Table | undefined): boolean => {
  const [head = []] = table?.rows.filter(isFilled) ?? []
  return ROLE_COLUMNS.every((column, index) => head[index]?.text.toLowerCase() === column)
}

interface RequirementOptions extends RoleReferences {
  readonly slug: string
  readonly levels: readonly NamedEntry[]
  /** The rows of criteria of this role. */
  readonly criteria: readonly TableRow[]
}

interface SkillRow {
  readonly domain: string
  readonly skill: string
  readonly start: Cell
  readonly cells: readonly Cell[]
  readonly steps: readonly NamedEntry[]
}

function requirementsOf(
  table: Table,
  path: Path,
  options: RequirementOptions,
  context: TableContext,
): readonly Draft[] | undefined {
  const [head = [], ...body] = table.rows.filter(isFilled)
  const columns = columnsOf(table, head, options, context)
  if (!columns) return undefined
  const rows = body.map((row): SkillRow => {
    const start = row.find(({ text }) => text !== '') ?? { file: table.file, line: 1, column: 1, text: '' }
    const at = (index: number): Cell => row[index] ?? { ...start, text: '' }
    const entry = findEntry(at(columns.skill).text, options.skills)
    const loose = row.find(({ text }, index) => text !== '' && !columns.all.has(index))
    if (loose) context.findings.problem(loose, `"${loose.text.slice(0, 40)}" is in a column without a level`)
    if (at(columns.skill).text === '') context.findings.problem(start, 'a row has no skill')
    return {
      domain: slugFor(at(columns.domain).text, options.domains),
      skill: entry?.slug ?? at(columns.skill).text,
      start: at(columns.skill).text === '' ? start : at(columns.skill),
      cells: columns.levels.map(at),
      steps: entry?.steps ?? [],
    }
  })
  const criteria = criteriaOf(rows, options, context)
  return groupRows(rows).map((own, index) => {
    const at = [...path, 'requirements', index]
    const [first] = own
    if (first) context.place(at, first.start)
    const skills = new Map<string, unknown>()
    for (const row of own) {
      if (skills.has(row.skill))
        context.findings.problem(row.start, `the skill "${row.skill}" appears twice in this role`)
      skills.set(row.skill, rowOf(row, [...at, 'skills', row.skill], criteria.get(row.skill) ?? [], context))
    }
    return { ...(first?.domain && { domain: first.domain }), skills: Object.fromEntries(skills) }
  })
}

interface RoleColumns {
  readonly domain: number
  readonly skill: number
  /** By level. */
  readonly levels: readonly number[]
  readonly all: ReadonlySet<number>
}

/** The columns of a role's table. Reports a missing one, and one that is no level. */
function columnsOf(
  table: Table,
  head: readonly Cell[],
  { slug, levels }: RequirementOptions,
  { findings }: TableContext,
): RoleColumns | undefined {
  const start = head[0] ?? { file: table.file, line: 1, column: 1 }
  const [domain, skill] = ROLE_COLUMNS.map((column) => head.findIndex(({ text }) => text.toLowerCase() === column))
  if (domain === undefined || skill === undefined || domain < 0 || skill < 0) {
    findings.problem(start, `the table "${table.name}" must begin with the columns ${ROLE_COLUMNS.join(' and ')}`)
    return undefined
  }
  const columnOfLevel = new Map<string, number>()
  for (const [index, cell] of head.entries()) {
    if (cell.text === '' || index === domain || index === skill) continue
    const level = findEntry(cell.text, levels)
    if (!level) {
      const message = `"${cell.text.slice(0, 60)}" is not a level of "${slug}"; add it to the table Levels`
      findings.problem(cell, message)
    } else if (columnOfLevel.has(level.slug)) findings.problem(cell, `the level "${level.slug}" appears twice`)
    else columnOfLevel.set(level.slug, index)
  }
  const missing = levels.find((level) => !columnOfLevel.has(level.slug))
  if (missing) findings.problem(start, `the table "${table.name}" has no column for the level "${missing.slug}"`)
  const indexes = levels.map((level) => columnOfLevel.get(level.slug) ?? -1)
  return { domain, skill, levels: indexes, all: new Set([domain, skill, ...indexes]) }
}

/** Rows of one domain together, where its first stands. Rows without a domain stay where they are. */
function groupRows(rows: readonly SkillRow[]): readonly (readonly SkillRow[])[] {
  let part = 0
  const keys = rows.map(({ domain }, index) => {
    if (domain === '' && rows[index - 1]?.domain !== '') part += 1
    return domain === '' ? `\n${part}` : domain
  })
  return groupBy(
    rows.map((row, index) => ({ row, key: keys[index] ?? '' })),
    ({ key }) => key,
  ).map((own) => own.map(({ row }) => row))
}

function rowOf(
  { cells, steps }: SkillRow,
  path: Path,
  criteriaRows: readonly (readonly TableRow[])[],
  context: TableContext,
): unknown {
  const { findings, place } = context
  const criteria = criteriaRows.map((own, index) =>
    own.length === 0 ? null : statementOf(own, [...path, 'criteria', index], context),
  )
  const read = cells.map((cell) => {
    const [word = '', flag = ''] = splitFlag(cell.text)
    const mandatory = Object.entries(MANDATORY_WORDS).find(([name]) => keyOf(name) === keyOf(flag))?.[1]
    if (flag !== '' && mandatory === undefined) {
      const words = Object.keys(MANDATORY_WORDS).join(' or ')
      findings.problem(cell, `"${flag.slice(0, 40)}" must be ${words}, after the proficiency and a comma`)
    }
    return { step: stepIn(word, steps), mandatory: mandatory ?? 'unknown' }
  })
  const proficiency = read.map(({ step }) => step)
  const mandatory = read.map((each) => each.mandatory)
  const isMarked = mandatory.some((each) => each !== 'unknown')
  const isBare = !isMarked && criteria.length === 0
  for (const [index, cell] of cells.entries()) {
    place([...path, ...(isBare ? [] : ['proficiency']), index], cell)
    place([...path, 'mandatory', index], cell)
  }
  return isBare
    ? proficiency
    : { proficiency, ...(isMarked && { mandatory }), ...(criteria.length > 0 && { criteria }) }
}

const splitFlag = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

/** The rows of criteria of each skill of a role, by level. */
function criteriaOf(
  rows: readonly SkillRow[],
  { criteria, skills, levels, slug }: RequirementOptions,
  context: TableContext,
): ReadonlyMap<string, readonly (readonly TableRow[])[]> {
  const bySkill = new Map<string, TableRow[][]>()
  for (const row of criteria) {
    const skill = entryFor(row.cell('skill'), skills, { kind: 'skill', table: 'Skills' }, context.findings)
    const level = entryFor(row.cell('level'), levels, { kind: 'level', table: 'Levels' }, context.findings)
    if (!skill || !level) continue
    if (!rows.some((each) => each.skill === skill.slug)) {
      context.findings.problem(row.cell('skill'), `"${skill.slug}" is not a skill of "${slug}"`)
    }
    const own = bySkill.get(skill.slug) ?? levels.map((): TableRow[] => [])
    own[levels.indexOf(level)]?.push(row)
    bySkill.set(skill.slug, own)
  }
  return bySkill
}

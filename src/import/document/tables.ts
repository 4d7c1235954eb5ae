import { CONTENT_LOCALES } from '../../catalog/index.ts'
import { ABSENT, type TextInFile } from '../../catalog/schema.ts'
import { keyOf } from '../table.ts'
import { pointsRows, ruleWord } from './points-table.ts'
import type { DocumentInFile, RoleInFile, RowInFile, StatementInDocument } from './schema.ts'
import { languageHead, listText, textIn } from './table-text.ts'

// A document as tables: the sheets of a workbook, or the parts of a CSV file.

/** A table: its name, and its rows with the head first. */
export interface DocumentTable {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/**
 * The tables that every ladder has, with their columns. A column that holds texts (*) has one for each language; one that no row needs (?)
 * is left out.
 */
export const TABLES = {
  Ladder: ['key', 'value'],
  Roles: [
    ...['slug', 'name', 'family', 'aliases', 'description*', 'core domains', 'core skills', 'key domains'],
    ...['stated skills', 'stated requirements', 'stated mandatory', 'table', 'formerly?'],
  ],
  Levels: [
    ...['role', 'slug', 'name', 'short', 'aliases', 'focus*', 'stack*'],
    ...['shared level?', 'track*?', 'leads to?', 'formerly?'],
  ],
  Domains: ['slug', 'name*', 'aliases', 'formerly?'],
  Skills: ['slug', 'name', 'domain', 'aliases', 'formerly?'],
  Statements: ['skill', 'step', 'kind', 'text*'],
  Growth: ['skill', 'step', 'effort', 'exercise*', 'evidence*'],
  Links: ['skill', 'title', 'url'],
  Scales: ['skill', 'slug', 'name*', 'letter*', 'description*', 'color', 'formerly?'],
  Criteria: ['role', 'skill', 'level', 'kind', 'text*'],
  Points: ['role', 'level', 'skill', 'step', 'points', 'weight'],
  Changes: ['proposal', 'number', 'date', 'reason', 'change'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type TableName = keyof typeof TABLES

/** The columns of the table of a role, before those of its levels. */
export const ROLE_COLUMNS = ['domain', 'skill'] as const

/** Stands for a level that leads to no other. */
export const LEADS_NOWHERE = '-'

/** The keys of the table `Ladder`, beside `name` in each language. */
export const LADDER_KEYS = {
  format: 'format',
  formatVersion: 'format version',
  exportedFrom: 'exported from',
  version: 'version',
  author: 'author',
  source: 'source',
  license: 'license',
  languages: 'languages',
  levelRule: 'level rule',
} as const

/** A value of a row: a text by language for a column with a star. */
type Value = string | number | undefined | { readonly text: TextInFile | undefined }

/** The columns of a table: whether they hold texts, and whether they are left out if no row needs them. */
export function columnsOf(name: TableName) {
  return TABLES[name].map((column) => ({
    column: column.replace(/[*?]+$/u, ''),
    isText: column.includes('*'),
    isOptional: column.endsWith('?'),
  }))
}

const isFilledValue = (value: Value): boolean =>
  typeof value === 'object' ? value.text !== undefined : value !== undefined && value !== ''

/** Writes the tables of a document: the ladder first, then the table of each role, then the rest. */
export function tablesOf(document: DocumentInFile): readonly DocumentTable[] {
  const all = document.ladder?.languages ?? CONTENT_LOCALES
  const [first = 'en'] = all
  const languages = all.filter((language, index) => index === 0 || usesLanguage(document, language))
  const table = (name: TableName, all: readonly (readonly Value[])[]): DocumentTable => {
    const isNeeded = columnsOf(name).map(
      ({ isOptional }, at) => !isOptional || all.some((row) => isFilledValue(row[at])),
    )
    const heads = columnsOf(name).filter((_, at) => isNeeded[at])
    const rows = all.map((row) => row.filter((_, at) => isNeeded[at]))
    return {
      name,
      rows: [
        heads.flatMap(({ column, isText }) =>
          isText ? languages.map((each) => languageHead(column, each, languages)) : [column],
        ),
        ...rows.map((row) =>
          row.flatMap((value) =>
            typeof value === 'object' ? languages.map((each) => textIn(value.text, each, first)) : [`${value ?? ''}`],
          ),
        ),
      ],
    }
  }
  const { skills, roles, domains = [], changes } = document
  const names = tableNames(roles)
  const points = pointsRows(document)
  const statements = (lead: readonly string[], statement: StatementInDocument): readonly (readonly Value[])[] =>
    statementRows(statement).map(({ kind, text }) => [...lead, kind, { text }])
  return [
    table('Ladder', ladderRows(document, languages, first)),
    ...roles.map((role, index) => ({ name: names[index] ?? '', rows: roleRows(role) })),
    table(
      'Roles',
      roles.map(({ slug, name, family, aliases, formerly, description, core = {}, keyDomains, stated = {} }, index) => [
        ...[slug, name, family, listText(aliases), { text: description }],
        ...[listText(core.domains), listText(core.skills), listText(keyDomains)],
        ...[stated.skills, stated.requirements, stated.mandatory, names[index], listText(formerly)],
      ]),
    ),
    table(
      'Levels',
      roles.flatMap(({ slug: role, levels }) =>
        levels.map(({ slug, name, short, aliases, formerly, focus, stack, sharedLevel, track, leadsTo }) => [
          ...[role, slug, name, short, listText(aliases), { text: focus }, { text: stack }],
          ...[sharedLevel, { text: track }, leadsTo?.length === 0 ? LEADS_NOWHERE : listText(leadsTo)],
          listText(formerly),
        ]),
      ),
    ),
    table(
      'Domains',
      domains.map(({ slug, name, aliases, formerly }) => [slug, { text: name }, listText(aliases), listText(formerly)]),
    ),
    table(
      'Skills',
      skills.map(({ slug, name, domain, aliases, formerly }) => [
        ...[slug, name, domain, listText(aliases), listText(formerly)],
      ]),
    ),
    table(
      'Statements',
      skills.flatMap(({ slug, statements: own = {} }) =>
        Object.entries(own).flatMap(([step, statement]) => statements([slug, step], statement)),
      ),
    ),
    table(
      'Growth',
      skills.flatMap(({ slug, growth = {} }) =>
        Object.entries(growth).map(([step, { effort, exercise, evidence }]) => [
          ...[slug, step, effort],
          ...[{ text: exercise }, { text: evidence }],
        ]),
      ),
    ),
    table(
      'Links',
      skills.flatMap(({ slug, links = [] }) => links.map(({ title, url }) => [slug, title, url])),
    ),
    table(
      'Scales',
      [{ slug: '', scale: document.ladder?.scale }, ...skills].flatMap(({ slug: skill, scale = [] }) =>
        scale.map(({ slug, name, letter, description, color, formerly }) => [
          ...[skill, slug, { text: name }, { text: letter }, { text: description }, color, listText(formerly)],
        ]),
      ),
    ),
    table(
      'Criteria',
      roles.flatMap((role) => criteriaRows(role, statements)),
    ),
    ...(points.length > 0 ? [table('Points', points)] : []),
    ...(changes
      ? [
          table(
            'Changes',
            changes.map(({ proposal, number, date, reason, change }) => [
              ...[proposal, number, date, reason, JSON.stringify(change)],
            ]),
          ),
        ]
      : []),
  ]
}

/** Whether any text of a value is in a language. */
function usesLanguage(value: unknown, language: string): boolean {
  if (Array.isArray(value)) return value.some((item) => usesLanguage(item, language))
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, language) || Object.values(value).some((item) => usesLanguage(item, language))
}

function ladderRows(
  { format, formatVersion, exportedFrom, ladder }: DocumentInFile,
  languages: readonly string[],
  first: string,
): readonly (readonly Value[])[] {
  const { name, version, author, source, license, languages: own, levelRule } = ladder ?? {}
  const names = languages.map((each) => [languageHead('name', each, languages), textIn(name, each, first)])
  const rows = [
    [LADDER_KEYS.format, format],
    [LADDER_KEYS.formatVersion, formatVersion],
    [LADDER_KEYS.exportedFrom, exportedFrom],
    ...names,
    [LADDER_KEYS.version, version],
    [LADDER_KEYS.author, author],
    [LADDER_KEYS.source, source],
    [LADDER_KEYS.license, license],
    [LADDER_KEYS.languages, listText(own)],
    [LADDER_KEYS.levelRule, ruleWord(levelRule)],
  ]
  return rows.filter(([, value]) => value !== undefined && value !== '')
}

/** What Excel does not take in the name of a sheet, and how a workbook writes other characters. */
const NOT_IN_A_SHEET = /[\\/?*[\]:]|_(?=x[0-9a-f]{4}_)/giu

const MAX_SHEET_NAME = 31

/** A name for the table of each role: its own, as a sheet may be called, and unlike any other. */
function tableNames(roles: readonly RoleInFile[]): readonly string[] {
  const taken = new Set([...Object.keys(TABLES), 'History'].map((name) => name.toLowerCase()))
  return roles.map(({ name, slug }) => {
    const bare = name.replaceAll(NOT_IN_A_SHEET, ' ').replaceAll(/^[\s']+|[\s']+$/gu, '') || slug
    let wanted = bare.slice(0, MAX_SHEET_NAME).trim()
    for (let number = 2; taken.has(wanted.toLowerCase()); number += 1) {
      const ending = ` ${number}`
      wanted = `${bare.slice(0, MAX_SHEET_NAME - ending.length).trim()}${ending}`
    }
    taken.add(wanted.toLowerCase())
    return wanted
  })
}

/** What each level expects: a row for each skill and a column for each level. */
function roleRows({ levels, requirements }: RoleInFile): readonly (readonly string[])[] {
  const keys = [...ROLE_COLUMNS, ...levels.map(({ name }) => keyOf(name))]
  const heads = new Set(keys).size === keys.length ? levels.map(({ name }) => name) : levels.map(({ slug }) => slug)
  return [
    [...ROLE_COLUMNS, ...heads],
    ...requirements.flatMap(({ domain = '', skills }) =>
      Object.entries(skills).map(([skill, row]) => [domain, skill, ...cellTexts(row)]),
    ),
  ]
}

/** The words of a requirement that says whether it is mandatory: `advanced, mandatory`. */
export const MANDATORY_WORDS = { mandatory: true, optional: false } as const

function cellTexts(row: RowInFile): readonly string[] {
  const { proficiency, mandatory = [] } = Array.isArray(row) ? { proficiency: row } : row
  return proficiency.map((step, index) => {
    if (step === ABSENT) return ''
    const flag = mandatory[index]
    return typeof flag === 'boolean' ? `${step}, ${flag ? 'mandatory' : 'optional'}` : `${step}`
  })
}

/** What a row of statements or criteria holds: a whole statement, a criterion that must be met, or an example. */
export const STATEMENT_KINDS = ['statement', 'must', 'example'] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

function statementRows(
  statement: StatementInDocument,
): readonly { readonly kind: StatementKind; readonly text: TextInFile }[] {
  if (typeof statement === 'string' || !isCriteria(statement)) return [{ kind: 'statement', text: statement }]
  return [
    ...statement.must.map((text) => ({ kind: 'must' as const, text })),
    ...(statement.examples ?? []).map((text) => ({ kind: 'example' as const, text })),
  ]
}

type CriteriaInDocument = Extract<StatementInDocument, { must: unknown }>

const isCriteria = (statement: Exclude<StatementInDocument, string>): statement is CriteriaInDocument =>
  Array.isArray(statement['must'])

function criteriaRows(
  { slug, levels, requirements }: RoleInFile,
  statements: (lead: readonly string[], statement: StatementInDocument) => readonly (readonly Value[])[],
): readonly (readonly Value[])[] {
  return requirements.flatMap(({ skills }) =>
    Object.entries(skills).flatMap(([skill, row]) => {
      const criteria = (Array.isArray(row) ? undefined : row.criteria) ?? []
      return criteria.flatMap((each, index) =>
        each === null ? [] : statements([slug, skill, levels[index]?.slug ?? ''], each),
      )
    }),
  )
}

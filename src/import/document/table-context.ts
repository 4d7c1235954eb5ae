import { CONTENT_LOCALES } from '../../catalog/index.ts'
import type { Path } from '../../catalog/yaml-source.ts'
import type { Findings, Place } from '../draft.ts'
import { slugOf } from '../names.ts'
import { type Cell, keyOf, type Table } from '../table.ts'
import { rowsOf, type TableRow } from './table-reader.ts'
import { languageIn, parseList } from './table-text.ts'
import { LADDER_KEYS, type TableName } from './tables.ts'

/** A part of a document that is being read, by key. It is checked when the document is complete. */
export type Draft = Readonly<Record<string, unknown>>

/** A column, the key of the document that it is, and what its cells hold: a text, if nothing is said. */
export type ColumnTarget = readonly [
  column: string,
  key: string,
  kind?: 'text' | 'local' | 'list' | 'number' | 'json' | undefined,
]

/** What the readers of all tables share. */
export interface TableContext {
  readonly tables: ReadonlyMap<string, Table>
  readonly findings: Findings
  /** The values of the table `Ladder`, by key. */
  readonly pairs: ReadonlyMap<string, Cell>
  /** The first language of the ladder. */
  readonly first: string
  /** The rows of one of the named tables. */
  readonly rows: (name: TableName) => readonly TableRow[]
  /** Remembers the cell of the value at a path. */
  readonly place: (path: Path, place: Place) => void
  /** Takes the filled cells of a row as the value at a path. */
  readonly take: (path: Path, row: TableRow, columns: readonly ColumnTarget[]) => Draft
}

export function createContext(
  tables: readonly Table[],
  place: TableContext['place'],
  findings: Findings,
): TableContext {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const pairs = ladderPairs(byName.get('Ladder'), findings)
  const languages = pairs.get(LADDER_KEYS.languages)
  const first = (languages ? parseList(languages.text) : CONTENT_LOCALES)[0] ?? 'en'
  return {
    tables: byName,
    findings,
    pairs,
    first,
    place,
    rows: (name) => rowsOf(byName.get(name), name, first, findings),
    take(path, row, columns) {
      place(path, row.place)
      const entries = columns.flatMap(([column, key, kind = 'text']) => {
        const cell = row.cell(column)
        const value = kind === 'local' ? row.local(column) : cellValue(cell, kind, findings)
        if (value === undefined) return []
        place([...path, key], cell)
        return [[key, value] as const]
      })
      return Object.fromEntries(entries)
    },
  }
}

function cellValue(cell: Cell, kind: 'text' | 'list' | 'number' | 'json', findings: Findings): unknown {
  const { text } = cell
  if (text === '') return undefined
  if (kind === 'list') return parseList(text)
  if (kind === 'number') return /^\d+$/u.test(text) ? Number(text) : text
  if (kind === 'text') return text
  try {
    return JSON.parse(text)
  } catch {
    findings.problem(cell, 'this is not valid JSON')
    return undefined
  }
}

/** The rows of the table `Ladder`, by key. */
function ladderPairs(table: Table | undefined, findings: Findings): ReadonlyMap<string, Cell> {
  const pairs = new Map<string, Cell>()
  const keys: readonly string[] = Object.values(LADDER_KEYS)
  for (const [key, value] of table?.rows ?? []) {
    if (!key || key.text === '' || (key.text === 'key' && value?.text === 'value')) continue
    const isKey = keys.includes(key.text) || languageIn(key.text, 'name') !== undefined
    if (!isKey) findings.problem(key, `"${key.text}" is not a key of Ladder; its keys are: ${keys.join(', ')}, name`)
    if (pairs.has(key.text)) findings.problem(key, `"${key.text}" appears twice`)
    if (value && value.text !== '') pairs.set(key.text, value)
  }
  return pairs
}

/** An entry of the ladder as cells name it. */
export interface NamedEntry {
  readonly slug: string
  readonly names: readonly string[]
}

/** The entry of a draft with a slug and a name. */
export function entryOf({ slug, name, short }: Draft): NamedEntry {
  return { slug: typeof slug === 'string' ? slug : '', names: [...textsOf(name), ...textsOf(short)] }
}

function textsOf(name: unknown): readonly string[] {
  if (typeof name === 'string') return [name]
  return typeof name === 'object' && name !== null ? Object.values(name).map(String) : []
}

/** A draft with a slug: its own, or one made from its name if a person added it without. */
export function withSlug(draft: Draft, max: number, kind: string): Draft {
  const [name] = textsOf(draft['name'])
  return draft['slug'] !== undefined || name === undefined ? draft : { slug: slugOf(name, max, kind), ...draft }
}

/** The entry that a cell names: by its slug, or by any of its names, however it is written. */
export function findEntry<T extends NamedEntry>(text: string, entries: readonly T[]): T | undefined {
  const key = keyOf(text)
  return (
    entries.find(({ slug }) => slug === text) ??
    entries.find(({ names }) => names.includes(text)) ??
    entries.find(({ slug, names }) => [slug, ...names].some((name) => keyOf(name) === key))
  )
}

/** The slug of the entry that a text names. Another text stays, and is reported when the document is checked. */
export const slugFor = (text: string, entries: readonly NamedEntry[]): string => findEntry(text, entries)?.slug ?? text

/** The entry that a cell names, which must exist; reports it otherwise. */
export function entryFor<T extends NamedEntry>(
  cell: Cell,
  entries: readonly T[],
  { kind, table }: { readonly kind: string; readonly table: TableName },
  findings: Findings,
): T | undefined {
  const entry = findEntry(cell.text, entries)
  if (!entry) {
    const what = cell.text === '' ? `a row has no ${kind}` : `there is no ${kind} "${cell.text.slice(0, 60)}"`
    findings.problem(cell, `${what}; the ${kind}s are in the table ${table}`)
  }
  return entry
}

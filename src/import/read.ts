import { basename } from 'node:path'
import { draftOfProficiencies } from './build-draft.ts'
import type { Draft, Findings } from './draft.ts'
import { readTable, type TableContent } from './read-table.ts'
import { readSources, type SourceFile, tablesOf } from './sources.ts'
import { type Table, titleOfFile } from './table.ts'

/** The kinds of ladders that can be imported, as `--as` takes them. */
export const KINDS = ['csv'] as const
export type Kind = (typeof KINDS)[number]

export interface ReadOptions {
  /** The kind; recognized if absent. */
  readonly kind?: Kind | undefined
  /** The name of the ladder. */
  readonly name?: string | undefined
  /** The role of a table that names none. */
  readonly role?: string | undefined
  /** The names of the steps, lowest first. */
  readonly scale?: readonly string[] | undefined
}

export interface ReadLadder {
  readonly draft: Draft
  /** How each file was read, one line each. */
  readonly shapes: readonly string[]
  /** Where the ladder comes from. */
  readonly origin: string
}

/** Reads a ladder from a file or a folder. Undefined if nothing could be read; the findings say why. */
export async function readLadder(
  path: string,
  options: ReadOptions,
  findings: Findings,
): Promise<ReadLadder | undefined> {
  const sources = await readSources(path, findings)
  if (sources.length === 0) return undefined
  return readTables(path, sources, options, findings)
}

async function readTables(
  path: string,
  sources: readonly SourceFile[],
  options: ReadOptions,
  findings: Findings,
): Promise<ReadLadder | undefined> {
  const tables = (await Promise.all(sources.map((source) => tablesOf(source, findings)))).flat()
  const contents = contentsOf(tables, options, findings)
  const entries = contents.flatMap(({ content }) => content.entries)
  const texts = contents.flatMap(({ content }) => content.texts)
  const start = { file: sources[0]?.file ?? path, line: 1, column: 1 }
  if (entries.length === 0) {
    const message =
      'no table says what a level expects: a row for each skill and a column for each level, or a row for each'
    if (findings.problems.length === 0) findings.problem(start, message)
    return undefined
  }
  const columns = contents.flatMap(({ content }) => content.steps ?? [])
  const name = options.name ?? titleOfFile(path)
  const draft = draftOfProficiencies(entries, texts, { name, family: name, scale: options.scale, columns }, findings)
  const shapes = contents.map(({ table, content }) => `${table.file}: ${content.shape}`)
  return { draft, shapes, origin: basename(path) }
}

/** Reads all tables. Those that use steps come first, so that columns with these names are read as steps. */
function contentsOf(
  tables: readonly Table[],
  options: ReadOptions,
  findings: Findings,
): readonly { readonly table: Table; readonly content: TableContent }[] {
  const steps = new Set<string>()
  return tables.flatMap((table) => {
    const content = readTable(table, { role: options.role ?? table.name, steps }, findings)
    if (!content) return []
    for (const { value } of content.entries) steps.add(value.toLowerCase())
    return [{ table, content }]
  })
}

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Catalog } from '../catalog/index.ts'
import { draftOfProficiencies } from './build-draft.ts'
import { createFindings, type Finding } from './draft.ts'
import { filesOf } from './files.ts'
import { type MergedChange, mergeFiles } from './merge.ts'
import { newEntries } from './new-ladder.ts'
import { type ReadOptions, readLadder } from './read.ts'
import { ladderFiles, writeLadder } from './write.ts'

export { type Finding, formatFinding } from './draft.ts'
export { formatChange, type MergedChange } from './merge.ts'
export { KINDS } from './read.ts'

/** The file beside an imported ladder with what the import wrote, to tell later changes by hand from those of the input. */
const RECORD_FILE = '.import.json'

const Record = z.object({ origin: z.string(), files: z.record(z.string(), z.string()) })

export interface ImportOptions extends ReadOptions {
  /** The folder of the new ladder. */
  readonly into: string
  /** Whether changes that were made in the folder by hand are lost. */
  readonly replace?: boolean
  /** Whether nothing is written. */
  readonly dryRun?: boolean
}

/** What an import did. With a problem, nothing was written. */
export interface ImportResult {
  /** How each file was read, one line each. */
  readonly shapes: readonly string[]
  readonly guesses: readonly Finding[]
  readonly problems: readonly Finding[]
  /** What differs from the ladder that was in the folder. */
  readonly changes: readonly MergedChange[]
  readonly files: number
  /** The ladder in the folder; undefined if there is a problem. */
  readonly catalog: Catalog | undefined
}

/** Imports a ladder from a file or a folder into a folder. An earlier import there is updated, and changes by hand stay. */
export async function importLadder(path: string, options: ImportOptions): Promise<ImportResult> {
  const findings = createFindings()
  const read = await readLadder(path, options, findings)
  const files = read && filesOf(read.draft, read.origin, findings)
  const { guesses, problems } = findings
  const result = {
    shapes: read?.shapes ?? [],
    guesses,
    problems,
    changes: [],
    files: files?.size ?? 0,
    catalog: undefined,
  }
  if (!files || problems.length > 0) return result
  const merged = await mergedWith(options, files)
  if (!merged) {
    const message = `the folder is not empty and was not imported; name another with --into, or write over its ladder with --replace`
    return { ...result, problems: [{ file: options.into, line: 1, column: 1, message }] }
  }
  const record = { origin: basename(path), files: Object.fromEntries(files) }
  const written = await writeLadder(options.into, merged.files, {
    extra: { name: RECORD_FILE, text: `${JSON.stringify(record, null, 1)}\n` },
    dryRun: options.dryRun ?? false,
  })
  if (written.ok) return { ...result, changes: merged.changes, catalog: written.catalog }
  const inFolder = written.problems.map((problem) => ({ ...problem, file: join(options.into, problem.file) }))
  return { ...result, changes: merged.changes, problems: inFolder }
}

/** The new files merged into those of the folder; undefined if the folder has others that no import wrote. */
async function mergedWith(
  { into, replace = false }: ImportOptions,
  files: ReadonlyMap<string, string>,
): Promise<{ files: ReadonlyMap<string, string>; changes: readonly MergedChange[] } | undefined> {
  const present = await readdir(into).catch((): string[] => [])
  if (present.length === 0) return { files, changes: [] }
  const mine = await ladderFiles(into)
  if (replace) return { files, changes: mergeFiles(mine, mine, files).changes }
  const base = await lastImport(into)
  return base && mergeFiles(base, mine, files)
}

/** What the last import wrote into a folder; undefined if none did. */
async function lastImport(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const text = await readFile(join(folder, RECORD_FILE), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const parsed = z
    .string()
    .transform((json): unknown => {
      try {
        return JSON.parse(json)
      } catch {
        return undefined
      }
    })
    .pipe(Record)
    .safeParse(text)
  return parsed.success ? new Map(Object.entries(parsed.data.files)) : undefined
}

/** Writes a small valid ladder to edit into a folder that is empty or does not exist. */
export async function createLadder(
  folder: string,
  { name = 'Our ladder', role }: { readonly name?: string | undefined; readonly role: string },
): Promise<Pick<ImportResult, 'catalog' | 'problems'>> {
  const findings = createFindings()
  const { entries, texts } = newEntries(role, folder)
  const draft = draftOfProficiencies(entries, texts, { name, family: name }, findings)
  const files = filesOf(draft, 'the template of `cli new`; edit everything, see docs/ladders.md', findings)
  if ((await readdir(folder).catch((): string[] => [])).length > 0) {
    return { catalog: undefined, problems: [{ file: folder, line: 1, column: 1, message: 'the folder is not empty' }] }
  }
  const written = await writeLadder(folder, files)
  return written.ok ? { catalog: written.catalog, problems: [] } : { catalog: undefined, problems: written.problems }
}

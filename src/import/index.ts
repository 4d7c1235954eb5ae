import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type Catalog, CHANGES_FILE } from '../catalog/index.ts'
import { documentFiles, documentOf, type LadderSources, openFiles } from './document/index.ts'
import { createFindings, type Finding } from './draft.ts'
import { filesOf } from './files.ts'
import { type Files, type MergedChange, type MergedFiles, mergeFiles } from './merge.ts'
import { NEW_LADDER, type NewLadder, newDraft } from './new-ladder.ts'
import { type ReadLadder, type ReadOptions, readLadder } from './read.ts'
import { ladderFiles, writeLadder } from './write.ts'

export { EXPORT_KINDS, type ExportKind } from './document/index.ts'
export { type Finding, formatFinding } from './draft.ts'
export { exportLadder, writeExport } from './export.ts'
export { formatChange, type MergedChange } from './merge.ts'
export { NEW_LADDER, NEW_LADDER_PARSERS, type NewLadder, type ParsedAnswer, suggestedShare } from './new-ladder.ts'
export { KINDS } from './read.ts'

/** The file beside an imported ladder with what the import wrote, to tell later changes by hand from those of the input. */
const RECORD_FILE = '.import.json'

const Record = z.object({
  origin: z.string(),
  files: z.record(z.string(), z.string()),
  /** What the import was told, and an import of the same file without it is told again. */
  options: z
    .object({ name: z.string(), role: z.string(), scale: z.array(z.string()) })
    .partial()
    .optional(),
})
type Record = z.infer<typeof Record>

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
  /** What the input doesn't say and the import decided, a sentence each. */
  readonly choices: readonly string[]
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
  const last = await lastImport(options.into)
  const isAgain = last?.origin === basename(path) && options.replace !== true
  const effective = { ...(isAgain ? last.options : {}), ...optionsOf(options) }
  const read = await readLadder(path, { kind: options.kind, ...effective }, findings)
  const files = read?.files
  const { guesses, problems, choices } = findings
  const result = {
    shapes: [...(read?.shapes ?? []), ...(isAgain ? rememberedLines(last, options) : [])],
    guesses,
    choices,
    problems,
    changes: [],
    files: files?.size ?? 0,
    catalog: undefined,
  }
  if (!files || problems.length > 0) return result
  const merged = await mergedWith(options, read, last)
  if (!merged) {
    const message = read.exported
      ? 'the folder is not empty and holds neither an import nor the unchanged ladder that this file was exported from; name another with --into, or overwrite its ladder with --replace'
      : 'the folder is not empty and does not hold an import; name another with --into, or overwrite its ladder with --replace'
    return { ...result, problems: [{ file: options.into, line: 1, column: 1, message }] }
  }
  const record: Record = { origin: basename(path), files: Object.fromEntries(files), options: effective }
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
  { files, exported }: ReadLadder,
  last: Record | undefined,
): Promise<MergedFiles | undefined> {
  const present = await readdir(into).catch((): string[] => [])
  if (present.length === 0) return { files, changes: [] }
  const written = await ladderFiles(into)
  if (replace) {
    const record = written.get(CHANGES_FILE)
    const all = record === undefined || files.has(CHANGES_FILE) ? files : new Map([...files, [CHANGES_FILE, record]])
    return { files: all, changes: mergeFiles(written, written, all).changes }
  }
  const base = last && new Map(Object.entries(last.files))
  if (!exported) return base && mergeFiles(base, written, files)
  return mergeExported({ base, written, files }, exported.from)
}

/**
 * Merges a file that was exported. What it holds is compared with the folder in one spelling, so that a number and the step that it
 * stands for are the same. If the folder is as it was when the file was exported, it needs no record of an import.
 */
function mergeExported(
  { base, written, files }: { readonly base: Files | undefined; readonly written: Files; readonly files: Files },
  from: string | undefined,
): MergedFiles | undefined {
  const mine = openFiles(written)
  if (!mine) return base && mergeFiles(base, written, files)
  const spelled = (ladder: LadderSources): Files => documentFiles(documentOf(ladder), '')
  const isUnchanged = mine.catalog.version === from
  const former = isUnchanged ? mine : base && openFiles(base)
  return former && mergeFiles(spelled(former), spelled(mine), files, written)
}

/** What the last import wrote into a folder; undefined if none did. */
async function lastImport(folder: string): Promise<Record | undefined> {
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
  return parsed.success ? parsed.data : undefined
}

/** The options that an import was given. */
function optionsOf({ name, role, scale }: ReadOptions): NonNullable<Record['options']> {
  return {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(scale !== undefined && { scale: [...scale] }),
  }
}

/** What an import takes from the one before, one line. */
function rememberedLines({ options = {} }: Record, given: ReadOptions): readonly string[] {
  const words = (['name', 'role', 'scale'] as const).flatMap((option) => {
    const value = options[option]
    return value === undefined || given[option] !== undefined ? [] : [`--${option} "${[value].flat().join(', ')}"`]
  })
  return words.length > 0 ? [`with ${words.join(' ')}, as last time`] : []
}

/** Why a new ladder cannot be written into a folder; undefined if it can. */
export async function findInFolder(folder: string): Promise<Finding | undefined> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : undefined,
  )
  if (files?.length === 0) return undefined
  const message = files ? 'the folder is not empty; name another' : 'this is not a folder'
  return { file: folder, line: 1, column: 1, message }
}

/** Writes a small valid ladder to edit into a folder that is empty or does not exist. */
export async function createLadder(
  folder: string,
  ladder: Partial<NewLadder>,
): Promise<Pick<ImportResult, 'catalog' | 'problems'>> {
  const findings = createFindings()
  const files = filesOf(
    newDraft({ ...NEW_LADDER, ...ladder }, folder),
    'the template of `cli new`; edit everything, see docs/ladders.md',
    findings,
  )
  const problem = await findInFolder(folder)
  if (problem) return { catalog: undefined, problems: [problem] }
  const written = await writeLadder(folder, files)
  return written.ok ? { catalog: written.catalog, problems: [] } : { catalog: undefined, problems: written.problems }
}

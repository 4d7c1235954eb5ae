import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import {
  applyChanges,
  CHANGES_FILE,
  ChangesFile,
  editYaml,
  type LoadedCatalog,
  lineEndingOf,
  loadCatalog,
  type RecordedChange,
  writeChange,
} from '../catalog/index.ts'
import { checkLog } from '../proposals/log-check.ts'
import type { Store } from '../store/index.ts'

// Writes accepted changes into the files of the catalog, to be reviewed and committed.

type Catalog = Extract<LoadedCatalog, { ok: true }>

/** The changes cannot be written: one line per problem. Nothing has been written. */
export class ChangesError extends Error {
  override readonly name = 'ChangesError'
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

export interface Written {
  /** The result of each change. */
  readonly changes: readonly { readonly change: RecordedChange; readonly done: 'written' | 'there' }[]
  readonly files: readonly string[]
  /** The version of the catalog in the folder afterwards. */
  readonly version: string
}

/** The accepted changes of a log, in order. */
export async function acceptedIn(store: Store): Promise<readonly RecordedChange[]> {
  const { state: board } = await checkLog(store)
  return board.appliedChanges.map(({ proposal, change, at }) => {
    const proposed = board.proposals.get(proposal)
    return {
      proposal,
      number: proposed?.number ?? 1,
      date: new Date(at).toISOString().slice(0, 10),
      reason: proposed?.request?.reason ?? '',
      change,
    }
  })
}

/** The changes that a file such as `changes.yaml` records. Throws a ChangesError if it is not such a file. */
export function recordedIn(text: string, parse: (text: string) => unknown): readonly RecordedChange[] {
  const parsed = ChangesFile.safeParse(parse(text))
  if (parsed.success) return parsed.data.changes
  throw new ChangesError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
}

/**
 * Writes changes into a catalog folder, preserving comments, and records them in its `changes.yaml`. Changes recorded there are
 * skipped. Everything is first written to a temporary folder and read back: if the result differs from the catalog with the changes
 * applied, nothing is written. Throws a ChangesError.
 */
export async function writeChanges(folder: string, changes: readonly RecordedChange[]): Promise<Written> {
  const loaded = await readCatalog(folder)
  const recordedNumbers = new Set(loaded.recorded.map(({ proposal }) => proposal))
  const wanted = changes.filter(({ proposal }) => !recordedNumbers.has(proposal))
  const outcomes = changes.map((change) => ({
    change,
    done: recordedNumbers.has(change.proposal) ? ('there' as const) : ('written' as const),
  }))
  const expected = applyChanges(
    loaded.sources,
    wanted.map(({ change }) => change),
  )
  if (!expected.ok) throw new ChangesError(expected.problems.map(({ file, message }) => `${file}: ${message}`))
  if (wanted.length === 0) return { changes: outcomes, files: [], version: loaded.catalog.version }

  const texts = new Map<string, string>()
  const originals = new Map<string, string>()
  for (const file of [...loaded.sources.roles, ...loaded.sources.skills].map((source) => source.file)) {
    originals.set(file, await readFile(join(folder, file), 'utf8'))
  }
  // New files get the line endings of the others.
  const inNewFile = (text: string): string => text.replaceAll('\n', lineEndingOf([...originals.values()].join('')))
  let { sources } = loaded
  for (const { change } of wanted) {
    const written = writeChange(change, sources, (file) => texts.get(file) ?? originals.get(file))
    if (written) texts.set(written.file, originals.has(written.file) ? written.text : inNewFile(written.text))
    const after = applyChanges(sources, [change])
    if (after.ok) sources = after.sources
  }
  const record = await readFile(join(folder, CHANGES_FILE), 'utf8').catch(() => undefined)
  texts.set(CHANGES_FILE, record === undefined ? inNewFile(changesText(wanted)) : withChanges(record, wanted))

  const copy = await mkdtemp(join(tmpdir(), 'rung-export-'))
  try {
    await cp(folder, copy, { recursive: true })
    await writeAll(copy, texts)
    const { catalog } = await readCatalog(copy)
    if (catalog.version !== expected.catalog.version) {
      throw new ChangesError([
        `the written files would have version ${catalog.version} instead of ${expected.catalog.version}; nothing was written`,
      ])
    }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  await writeAll(folder, texts)
  return { changes: outcomes, files: [...texts.keys()], version: expected.catalog.version }
}

async function readCatalog(folder: string): Promise<Catalog> {
  const loaded = await loadCatalog(folder)
  if (loaded.ok) return loaded
  throw new ChangesError(
    loaded.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
  )
}

function changesText(changes: readonly RecordedChange[]): string {
  const head =
    '# Accepted changes to the ladder that are written into these files, by proposal, in the order they were accepted.\n'
  return `${head}${stringify({ changes }, { lineWidth: 0 })}`
}

/** Appends changes to the text of `changes.yaml`. */
function withChanges(text: string, changes: readonly RecordedChange[]): string {
  return editYaml(text, (document) => {
    for (const change of changes) document.addIn(['changes'], document.createNode(change))
  })
}

/** Writes each file atomically. Existing files keep their permissions, and symbolic links are followed. */
async function writeAll(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of texts) {
    const named = join(folder, file)
    await mkdir(dirname(named), { recursive: true })
    const path = await realpath(named).catch(() => named)
    const mode = await stat(path).then(
      ({ mode: fileMode }) => fileMode,
      () => undefined,
    )
    await writeFile(`${path}.new`, text)
    if (mode !== undefined) await chmod(`${path}.new`, mode)
    await rename(`${path}.new`, path)
  }
}

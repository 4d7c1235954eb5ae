import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Catalog, loadCatalog, type Problem } from '../catalog/index.ts'

/** The result of writing: the catalog in the folder, or the problems that the loader has with it. Nothing is written then. */
export type WrittenLadder =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The files of a folder that are part of a ladder, by path. Empty if there is no such folder. */
export async function ladderFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => [])
  const own = names.map((name) => name.replaceAll('\\', '/')).filter((name) => LADDER_FILE.test(name))
  const files = await Promise.all(
    own.toSorted().map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  )
  return new Map(files)
}

const LADDER_FILE = /^(?:(?:ladder|domains|changes)\.yaml|(?:skills|roles)\/[^/]+\.yaml)$/u

/** A file beside the ladder, such as the record of the import. */
export interface ExtraFile {
  readonly name: string
  readonly text: string
}

export interface WriteOptions {
  readonly extra?: ExtraFile
  /** Only checks the files. */
  readonly dryRun?: boolean
}

/**
 * Gives a folder exactly these files of a ladder; other files stay. Everything is first written to a folder beside it and read back
 * with the catalog's loader, and then renamed: the folder is never half written.
 */
export async function writeLadder(
  folder: string,
  files: ReadonlyMap<string, string>,
  { extra, dryRun = false }: WriteOptions = {},
): Promise<WrittenLadder> {
  const target = resolve(folder)
  const copy = join(dirname(target), `.${basename(target)}-${randomUUID().slice(0, 8)}`)
  const before = await ladderFiles(target)
  const exists = (await readdir(target).catch(() => undefined)) !== undefined
  try {
    await mkdir(copy, { recursive: true })
    for (const name of ['skills', 'roles']) await mkdir(join(copy, name), { recursive: true })
    if (exists) await cp(target, copy, { recursive: true })
    for (const name of before.keys()) if (!files.has(name)) await rm(join(copy, name))
    for (const [name, text] of files) {
      await mkdir(dirname(join(copy, name)), { recursive: true })
      if (before.get(name) !== text) await writeFile(join(copy, name), text)
    }
    const loaded = await loadCatalog(copy)
    if (!loaded.ok) return { ok: false, problems: loaded.problems }
    if (extra) await writeFile(join(copy, extra.name), extra.text)
    if (!dryRun) await swap(copy, target, exists)
    return { ok: true, catalog: loaded.catalog }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** Puts a complete folder where another is. */
async function swap(copy: string, target: string, exists: boolean): Promise<void> {
  if (!exists) return rename(copy, target)
  const former = `${copy}-former`
  await rename(target, former)
  try {
    await rename(copy, target)
  } catch (error) {
    await rename(former, target)
    throw error
  }
  await rm(former, { recursive: true, force: true })
}

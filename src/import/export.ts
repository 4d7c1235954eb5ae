import { randomUUID } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Catalog } from '../catalog/index.ts'
import { loadCatalog, type Problem } from '../catalog/index.ts'
import { documentBytes, documentOf, type ExportKind } from './document/index.ts'
import { ladderFiles } from './write.ts'

/** A ladder as one file, or the problems of its folder. */
export type ExportedLadder =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly catalog: Catalog
      /** Whether the files of the folder have comments, which are not part of the ladder. */
      readonly hasComments: boolean
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the ladder of a folder and makes one file of it, from which `importLadder` makes the same ladder. */
export async function exportLadder(folder: string, kind: ExportKind): Promise<ExportedLadder> {
  const loaded = await loadCatalog(folder)
  if (!loaded.ok) return loaded
  const { format, formatVersion, ...content } = documentOf(loaded)
  const document = { format, formatVersion, exportedFrom: loaded.catalog.version, ...content }
  const files = await ladderFiles(folder)
  return {
    ok: true,
    bytes: await documentBytes(document, kind),
    catalog: loaded.catalog,
    hasComments: [...files.values()].some((text) => /^\s*#/mu.test(text)),
  }
}

/** Writes a file beside its place and renames it. Returns why it cannot be written, if so: a file that exists is only replaced if wanted. */
export async function writeExport(path: string, bytes: Uint8Array, replace: boolean): Promise<string | undefined> {
  const target = resolve(path)
  const [existing, folder] = await Promise.all(
    [target, dirname(target)].map((each) => stat(each).catch(() => undefined)),
  )
  if (existing?.isDirectory()) return 'this is a folder; --into takes a file'
  if (existing && !replace) return 'the file exists; name another, or overwrite it with --replace'
  if (!folder?.isDirectory()) return `there is no folder ${dirname(path)}`
  const copy = `${target}.${randomUUID().slice(0, 8)}`
  try {
    await writeFile(copy, bytes)
    await rename(copy, target)
    return undefined
  } catch (error) {
    return `the file cannot be written: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await rm(copy, { force: true })
  }
}

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Catalog, type Role, rankOf } from '../../src/catalog/index.ts'
import { formatFinding, type ImportOptions, type ImportResult, importLadder } from '../../src/import/index.ts'

/** A temporary folder with input files, and the ladder that is imported from it. */
export interface ImportFolder {
  readonly path: string
  /** The folder of the ladder. */
  readonly into: string
  readonly write: (file: string, content: string | Uint8Array) => Promise<string>
  /** The text of a file of the ladder. */
  readonly read: (file: string) => Promise<string>
  readonly run: (file: string, options?: Partial<ImportOptions>) => Promise<ImportResult>
  /** What is in the folder, with the input, sorted. */
  readonly list: () => Promise<readonly string[]>
}

export async function importFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<ImportFolder> {
  const path = await mkdtemp(join(tmpdir(), 'rung-import-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  const into = join(path, 'my-ladder')
  const write = async (file: string, content: string | Uint8Array): Promise<string> => {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), content)
    return join(path, file)
  }
  for (const [file, content] of Object.entries(files)) await write(file, content)
  return {
    path,
    into,
    write,
    read: (file) => readFile(join(into, file), 'utf8'),
    run: (file, options = {}) => importLadder(join(path, file), { into, ...options }),
    list: async () => (await readdir(path, { recursive: true })).toSorted(),
  }
}

/** The problems of an import, with the folder left out of their files. */
export function problemLines({ problems }: ImportResult, { path }: ImportFolder): readonly string[] {
  return problems.map((problem) => formatFinding(problem).replace(`${path}/`, ''))
}

/** Imports a file, which must succeed. */
export async function imported(
  folder: ImportFolder,
  file: string,
  options: Partial<ImportOptions> = {},
): Promise<Catalog> {
  const result = await folder.run(file, options)
  if (!result.catalog) throw new Error(problemLines(result, folder).join('\n'))
  return result.catalog
}

/** The ranks of a role's rows, by skill. */
export function ranksOf({ roles }: Catalog, role: string): Readonly<Record<string, readonly number[]>> {
  const rows = roles.get(role)?.rows ?? new Map<string, Role['domains'][number]['rows'][number]>()
  return Object.fromEntries([...rows].map(([skill, { cells }]) => [skill, cells.map(rankOf)]))
}

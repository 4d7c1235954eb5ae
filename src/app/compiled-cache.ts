import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseCompiled, serializeCompiled } from '../catalog/index.ts'

/** The compiled files of a catalog, on disk. Losing them only costs time. */
export interface CompiledCache {
  /** Returns what was stored; undefined if nothing was, if it is damaged, or if another version of Rung has stored it. Never rejects. */
  read(): Promise<ReturnType<typeof parseCompiled>>
  /** Replaces what is stored, at once for other processes. Rejects if the folder cannot be written to. */
  write(files: Parameters<typeof serializeCompiled>[0]): Promise<void>
}

/** The code that compiles and that finds warnings; another one may make something else of the same file. */
const COMPILERS = ['../catalog', '../assessment'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** Creates the cache of a catalog folder: a file in `compiled` of RUNG_HOME. */
export function createCompiledCache({ home, data }: { readonly home: string; readonly data: string }): CompiledCache {
  const folder = join(home, 'compiled')
  const path = join(folder, `${hashOf(resolve(data)).slice(0, 16)}.bin`)
  return {
    async read() {
      try {
        return parseCompiled(await readFile(path), await compilerVersion())
      } catch {
        return undefined
      }
    },
    async write(files) {
      const draft = `${path}.${randomUUID()}.tmp`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(draft, serializeCompiled(files, await compilerVersion()), { mode: 0o600 })
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined)
        throw error
      }
    },
  }
}

async function compilerVersion(): Promise<string> {
  const folders = await Promise.all(
    COMPILERS.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => join(folder, name))),
  )
  const sources = folders.flatMap((names) => names.filter((name) => /\.[jt]s$/u.test(name)).toSorted())
  const texts = await Promise.all(sources.map((path) => readFile(path, 'utf8')))
  return hashOf(texts.join('\n'))
}

/** A hash of a text: 64 hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

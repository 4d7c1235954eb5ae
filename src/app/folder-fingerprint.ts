import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Calls to the file system at the same time. */
const BATCH = 64

/**
 * Describes the state of a folder and of what is in it and in the given folders below: names, sizes and times. It differs after any
 * change; a folder or file that cannot be read is described as such.
 */
export async function folderFingerprint(folder: string, below: readonly string[]): Promise<string> {
  const paths = [folder]
  for (const each of [folder, ...below.map((name) => join(folder, name))]) {
    const names = await readdir(each).catch((): string[] => [])
    // Editors write hidden temporary files.
    const visible = names.filter((name) => !name.startsWith('.')).toSorted()
    paths.push(...visible.map((name) => join(each, name)))
  }
  const states: string[] = []
  for (let start = 0; start < paths.length; start += BATCH) {
    states.push(...(await Promise.all(paths.slice(start, start + BATCH).map(stateOf))))
  }
  return states.join('\n')
}

async function stateOf(path: string): Promise<string> {
  try {
    // The times of a folder tell nothing more than the names in it.
    const stats = await stat(path)
    const { ino, size, mtimeMs, ctimeMs } = stats
    return stats.isDirectory() ? `${path} ${ino}` : `${path} ${ino} ${size} ${mtimeMs} ${ctimeMs}`
  } catch (error) {
    return `${path} ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`
  }
}

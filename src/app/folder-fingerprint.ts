import { type Stats, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Calls to the file system at the same time. */
const BATCH = 64

/**
 * Describes the state of a folder and of what is in it and in the given folders below: names, sizes and times. It differs after any
 * change; a folder or file that cannot be read is described as such. `isBlocking` takes a tenth of the time, in which the process does
 * nothing else.
 */
export async function folderFingerprint(folder: string, below: readonly string[], isBlocking = false): Promise<string> {
  const paths = [folder]
  for (const each of [folder, ...below.map((name) => join(folder, name))]) {
    const names = await readdir(each).catch((): string[] => [])
    // Editors write hidden temporary files.
    const visible = names.filter((name) => !name.startsWith('.')).toSorted()
    paths.push(...visible.map((name) => join(each, name)))
  }
  if (isBlocking) return paths.map((path) => stateOf(path, () => statSync(path))).join('\n')
  const states: string[] = []
  for (let start = 0; start < paths.length; start += BATCH) {
    states.push(...(await Promise.all(paths.slice(start, start + BATCH).map(readState))))
  }
  return states.join('\n')
}

async function readState(path: string): Promise<string> {
  try {
    const stats = await stat(path)
    return stateOf(path, () => stats)
  } catch (error) {
    return stateOf(path, () => {
      throw error
    })
  }
}

function stateOf(path: string, read: () => Stats): string {
  try {
    // The times of a folder tell nothing more than the names in it.
    const stats = read()
    const { ino, size, mtimeMs, ctimeMs } = stats
    return stats.isDirectory() ? `${path} ${ino}` : `${path} ${ino} ${size} ${mtimeMs} ${ctimeMs}`
  } catch (error) {
    return `${path} ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`
  }
}

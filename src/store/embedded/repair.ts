import { cp, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Level } from 'level'
import { openDisk, StoreInUse } from './disk.ts'

export interface RepairResult {
  /** The folder, absolute. */
  readonly folder: string
  /** Where it was copied to before anything was changed. */
  readonly copy: string
  /** How many values can be read now. */
  readonly values: number
}

/**
 * Saves what can be read of a damaged store. The folder is copied first, beside itself. Rejects with a StoreInUse while a
 * process has it open, and with the error of the file system where there is no such folder or no room for the copy.
 */
export async function repairStore(path: string, now: number): Promise<RepairResult> {
  const folder = resolve(path)
  await stat(folder)
  await openDisk(folder, { prefix: '', onQuarantine: () => undefined }).then(
    (disk) => disk.close(),
    (error: unknown) => {
      // That it does not open is what this is for.
      if (error instanceof StoreInUse) throw error
    },
  )
  const copy = `${folder}.before-repair-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}`
  await cp(folder, copy, { recursive: true, preserveTimestamps: true, errorOnExist: true, force: false })
  await Level.repair(folder)
  const disk = await openDisk(folder, { prefix: '', onQuarantine: () => undefined })
  try {
    let values = 0
    for await (const _ of disk.keys('')) values += 1
    return { folder, copy, values }
  } finally {
    await disk.close()
  }
}

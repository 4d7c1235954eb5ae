import { cp, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Level } from 'level'
import { openDisk, StoreInUse } from './disk.ts'

export interface RepairResult {
  /** The absolute path of the folder. */
  readonly folder: string
  /** The copy of the folder that was made before anything was changed. */
  readonly copy: string
  /** How many values are readable now. */
  readonly values: number
}

/**
 * Recovers the readable values of a damaged store. First copies the folder, to the same parent. Rejects with a StoreInUse while a
 * process has it open, and with the error of the file system if there is no such folder or no room for the copy.
 */
export async function repairStore(path: string, now: number): Promise<RepairResult> {
  const folder = resolve(path)
  await stat(folder)
  await openDisk(folder, { prefix: '', onQuarantine: () => undefined }).then(
    (disk) => disk.close(),
    (error: unknown) => {
      // Any other failure to open is what a repair is for.
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

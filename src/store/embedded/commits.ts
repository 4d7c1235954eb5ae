import { setImmediate as nextTick } from 'node:timers/promises'
import type { Level } from 'level'
import type { StoreUnavailable } from '../store.ts'

export type Write =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string }

interface PendingWrite {
  readonly writes: readonly Write[]
  readonly done: () => void
  readonly failed: (error: StoreUnavailable) => void
}

export interface CommitOptions {
  readonly onFailedWrite: (error: unknown) => void
  /** Converts an error of the database for the caller of a method. */
  readonly toStoreError: (error: unknown) => StoreUnavailable
}

export interface Commits {
  readonly write: (writes: readonly Write[]) => Promise<void>
  /** Rewrites every file, while no write is in progress. */
  readonly compact: () => Promise<void>
  readonly idle: () => Promise<void>
}

/**
 * Commits in groups: writes of one tick, or made while the disk is busy, are synced together, so that a writer waits for two syncs at
 * most.
 */
export function openCommits(database: Level, { onFailedWrite, toStoreError }: CommitOptions): Commits {
  let pending: PendingWrite[] = []
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    await nextTick()
    while (pending.length > 0) {
      const group = pending
      pending = []
      try {
        await commitGroup(
          database,
          group.flatMap(({ writes }) => writes),
        )
        for (const { done } of group) done()
      } catch (error) {
        onFailedWrite(error)
        const problem = toStoreError(error)
        for (const { failed } of group) failed(problem)
      }
      await nextTick()
    }
    running = undefined
  }

  return {
    write: (writes) =>
      new Promise<void>((done, failed) => {
        pending.push({ writes, done, failed })
        running ??= run()
      }),
    async compact() {
      while (running) await running
      let failure: unknown
      running = compactAll(database)
        .catch((error: unknown) => {
          failure = error
        })
        .then(() => {
          running = pending.length > 0 ? run() : undefined
        })
      await running
      if (failure !== undefined) throw toStoreError(failure)
    },
    async idle() {
      while (running) await running
    },
  }
}

/**
 * Rewrites every file of the database. LevelDB does not touch its deepest level by itself, so a key before all others and one after
 * them are written first: the files to merge then span everything.
 */
async function compactAll(database: Level): Promise<void> {
  if (database.status !== 'open') await database.open()
  const [first, last] = ['\u0000', '\uFFFF']
  // The first pass writes memory to a file, the second merges that file with all the others.
  for (let pass = 0; pass < 2; pass++) {
    await database.batch(
      [first, last].map((key) => ({ type: 'put', key, value: '' })),
      { sync: true },
    )
    await database.compactRange(first, last)
  }
  await database.batch(
    [first, last].map((key) => ({ type: 'del', key })),
    { sync: true },
  )
}

/**
 * After a failed write (a full disk, say), LevelDB accepts no more until it is reopened. So it is reopened at once or, if that fails
 * too, before the next write.
 */
async function commitGroup(database: Level, writes: readonly Write[]): Promise<void> {
  if (database.status !== 'open') await database.open()
  try {
    await database.batch([...writes], { sync: true })
  } catch (error) {
    await database.close()
    await database.open().catch(() => undefined)
    throw error
  }
}

// Methods of LevelDB that the types of `level` lack, because `level` also serves browsers.
declare module 'level' {
  interface Level<KDefault = string, VDefault = string> {
    compactRange(start: KDefault, end: KDefault): Promise<void>
  }
  namespace Level {
    function repair(location: string): Promise<void>
  }
}

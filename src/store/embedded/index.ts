import { ladderPrefix, personKeys, validatePrefix } from '../keys.ts'
import type { Store, StoreOptions } from '../store.ts'
import { errorMessage } from '../validation.ts'
import { createEmbeddedClaims } from './claims.ts'
import { type Disk, openDisk } from './disk.ts'
import { createEmbeddedEventLog } from './event-log.ts'
import { createEmbeddedKeyValues } from './key-value.ts'
import { createEmbeddedMembers } from './members.ts'
import { createQuarantine } from './quarantine.ts'
import { listPeople, removeExpired } from './retention.ts'
import { createEmbeddedSchedule } from './schedule.ts'
import { createEmbeddedResults, createEmbeddedSessions } from './sessions.ts'
import { createEmbeddedSettings } from './settings.ts'
import { startSweeper } from './sweep.ts'

export { StoreInUse } from './disk.ts'

/**
 * Opens a store in a local folder, for one process. Creates the folder if it is missing. Whatever the store has acknowledged
 * is on disk. Throws StoreInUse if another process has the folder open, StoreFolderUnusable if it cannot be written to.
 */
export async function openEmbeddedStore(options: StoreOptions & { readonly folder: string }): Promise<Store> {
  validatePrefix(options.prefix)
  const disk = await openDisk(options.folder, options)
  return createStore(disk, options, () => disk.close())
}

async function createStore(disk: Disk, options: StoreOptions, closeDisk: () => Promise<void>): Promise<Store> {
  const unwrap = createQuarantine(disk, options)
  const schedule = await createEmbeddedSchedule(disk, options, unwrap)
  const members = createEmbeddedMembers(disk, options)
  const sweeper = startSweeper(disk, options.prefix)
  /** One store for each ladder: its schedule is held in memory. */
  const ladders = new Map<string, Promise<Store>>()

  return {
    describe: async () => ({
      summary: `embedded store in ${disk.folder}, for one process at a time`,
      warnings: [],
    }),
    check: () => disk.probe().then(() => undefined, errorMessage),
    sessions: createEmbeddedSessions(disk, options, unwrap),
    results: createEmbeddedResults(disk, options, unwrap),
    settings: createEmbeddedSettings(disk, options, unwrap),
    claims: createEmbeddedClaims(disk, options, unwrap),
    schedule,
    keyValues: createEmbeddedKeyValues(disk, options, unwrap),
    eventLog: createEmbeddedEventLog(disk, options),
    members,
    async erase(person) {
      const keys = personKeys(options.prefix, person)
      await disk.runExclusive(keys.prefix, async () => {
        const own = await disk.range(keys.prefix)
        const all = [...own.map(([key]) => key), members.keyOf(keys.person)]
        await schedule.forget(
          keys.person,
          all.map((key) => ({ type: 'del', key })),
        )
      })
    },
    compact: () => disk.compact(),
    people: (pattern) => listPeople(disk, options, pattern),
    expire: (limits) => removeExpired(disk, options, limits),
    async ofLadder(id) {
      const prefix = ladderPrefix(options.prefix, id)
      const store = ladders.get(id) ?? createStore(disk, { ...options, prefix }, () => Promise.resolve())
      ladders.set(id, store)
      return store
    },
    async close() {
      for (const store of await Promise.allSettled(ladders.values())) {
        if (store.status === 'fulfilled') await store.value.close()
      }
      await sweeper.stop()
      await closeDisk()
    },
  }
}

import { personKeys, validatePrefix } from '../keys.ts'
import type { Store, StoreOptions } from '../store.ts'
import { errorMessage } from '../validation.ts'
import { createEmbeddedClaims } from './claims.ts'
import { openDisk } from './disk.ts'
import { createEmbeddedEventLog, createEmbeddedMembers } from './event-log.ts'
import { createEmbeddedKeyValues } from './key-value.ts'
import { openAsides } from './quarantine.ts'
import { createEmbeddedResults } from './results.ts'
import { listPeople, removeExpired } from './retention.ts'
import { createEmbeddedSchedule } from './schedule.ts'
import { createEmbeddedSessions } from './sessions.ts'
import { createEmbeddedSettings } from './settings.ts'
import { startSweeper } from './sweep.ts'

export { StoreInUse } from './disk.ts'

/**
 * Opens a store in a folder of this machine, made if missing, for one process. Whatever it has acknowledged is on disk.
 * Throws StoreInUse where another process has the folder, StoreFolderUnusable where it cannot be written to.
 */
export async function openEmbeddedStore(options: StoreOptions & { readonly folder: string }): Promise<Store> {
  validatePrefix(options.prefix)
  const disk = await openDisk(options.folder, options)
  const setAside = openAsides(disk, options)
  const due = await createEmbeddedSchedule(disk, options, setAside)
  const members = createEmbeddedMembers(disk, options)
  const sweeping = startSweeper(disk, options.prefix)

  return {
    describe: async () => ({
      summary: `embedded store in ${disk.folder}: every acknowledged change is on disk; for one process only`,
      warnings: [],
    }),
    check: () => disk.probe().then(() => undefined, errorMessage),
    sessions: createEmbeddedSessions(disk, options, setAside),
    results: createEmbeddedResults(disk, options, setAside),
    settings: createEmbeddedSettings(disk, options, setAside),
    claims: createEmbeddedClaims(disk, options, setAside),
    schedule: due,
    keyValues: createEmbeddedKeyValues(disk, options, setAside),
    eventLog: createEmbeddedEventLog(disk, options),
    members,
    async erase(person) {
      const keys = personKeys(options.prefix, person)
      await disk.runExclusive(keys.prefix, async () => {
        const own = await disk.range(keys.prefix)
        const all = [...own.map(([key]) => key), members.keyOf(keys.person)]
        await due.forget(
          keys.person,
          all.map((key) => ({ type: 'del', key })),
        )
      })
    },
    compact: () => disk.compact(),
    people: (pattern) => listPeople(disk, options, pattern),
    expire: (limits) => removeExpired(disk, options, limits),
    async close() {
      await sweeping.stop()
      await disk.close()
    },
  }
}

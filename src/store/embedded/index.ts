import { checkPrefix, personKeys } from '../keys.ts'
import type { Store, StoreOptions } from '../store.ts'
import { problemOf } from '../validation.ts'
import { embeddedEvents } from './claims.ts'
import { openDisk } from './disk.ts'
import { embeddedLogs, embeddedMembers } from './event-log.ts'
import { embeddedThings } from './key-value.ts'
import { openAsides } from './quarantine.ts'
import { embeddedResults } from './results.ts'
import { embeddedPeople, expireOnDisk } from './retention.ts'
import { embeddedDue } from './schedule.ts'
import { embeddedSessions } from './sessions.ts'
import { embeddedSettings } from './settings.ts'
import { startSweeping } from './sweep.ts'

export { StoreInUse } from './disk.ts'

/**
 * Opens a store in a folder of this machine, made if missing, for one process. Whatever it has acknowledged is on disk.
 * Throws StoreInUse where another process has the folder, StoreFolderUnusable where it cannot be written to.
 */
export async function openEmbeddedStore(options: StoreOptions & { readonly folder: string }): Promise<Store> {
  checkPrefix(options.prefix)
  const disk = await openDisk(options.folder, options)
  const setAside = openAsides(disk, options)
  const due = await embeddedDue(disk, options, setAside)
  const members = embeddedMembers(disk, options)
  const sweeping = startSweeping(disk, options.prefix)

  return {
    describe: async () => ({
      summary: `embedded store in ${disk.folder}: every acknowledged change is on disk; for one process only`,
      warnings: [],
    }),
    check: () => disk.probe().then(() => undefined, problemOf),
    sessions: embeddedSessions(disk, options, setAside),
    results: embeddedResults(disk, options, setAside),
    settings: embeddedSettings(disk, options, setAside),
    claims: embeddedEvents(disk, options, setAside),
    schedule: due,
    keyValues: embeddedThings(disk, options, setAside),
    eventLog: embeddedLogs(disk, options),
    members,
    async erase(person) {
      const keys = personKeys(options.prefix, person)
      await disk.alone(keys.all, async () => {
        const own = await disk.range(keys.all)
        const all = [...own.map(([key]) => key), members.keyOf(keys.person)]
        await due.forget(
          keys.person,
          all.map((key) => ({ type: 'del', key })),
        )
      })
    },
    compact: () => disk.compact(),
    people: (pattern) => embeddedPeople(disk, options, pattern),
    expire: (limits) => expireOnDisk(disk, options, limits),
    async close() {
      await sweeping.stop()
      await disk.close()
    },
  }
}

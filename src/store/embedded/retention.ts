import { z } from 'zod'
import { membersKey, parsePersonalKey, personKeys, quarantineTime } from '../keys.ts'
import { matchesPattern, type Person, type PersonPattern, parsePersonKey } from '../person.ts'
import type { ExpiredCounts, RetentionLimits, StoreOptions } from '../store.ts'
import { parseJson } from '../validation.ts'
import type { Write } from './commits.ts'
import type { Disk } from './disk.ts'

const Finished = z.looseObject({ finishedAt: z.number() })
const Changed = z.looseObject({ at: z.number() })

/** Lists people as `Store.people` says. */
export async function* listPeople(
  disk: Disk,
  { prefix }: StoreOptions,
  pattern: PersonPattern,
): AsyncGenerator<Person, void> {
  for await (const key of disk.keys(`${prefix}{`)) {
    const person = parsePersonalKey(prefix, key)?.person
    if (person && matchesPattern(pattern, person)) yield person
  }
  const members = `${membersKey(prefix)}:`
  for await (const key of disk.keys(members)) {
    const person = parsePersonKey(key.slice(members.length))
    if (person && matchesPattern(pattern, person)) yield person
  }
}

/** Removes old data as `Store.expire` says. */
export async function removeExpired(
  disk: Disk,
  { prefix }: StoreOptions,
  { resultsBefore, membersBefore, settingsMs }: RetentionLimits,
): Promise<ExpiredCounts> {
  let [results, members, quarantined] = [0, 0, 0]
  const remove = (...keys: readonly string[]): Promise<void> =>
    disk.write(keys.map((key): Write => ({ type: 'del', key })))

  for await (const key of disk.keys(`${prefix}{`)) {
    const owner = parsePersonalKey(prefix, key)
    const quarantinedAt = quarantineTime(key)
    if (quarantinedAt !== undefined) {
      if (quarantinedAt >= resultsBefore) continue
      await remove(key)
      quarantined += 1
    } else if (owner?.kind.startsWith('results:')) {
      const finished = Finished.safeParse(parseJson((await disk.get(key)) ?? ''))
      if (!finished.success || finished.data.finishedAt >= resultsBefore) continue
      await remove(key)
      results += 1
    } else if (owner?.kind === 'settings' || owner?.kind === 'changed') {
      // Quarantined settings leave the time of their last change behind.
      await limitSettings(disk, prefix, owner.person, settingsMs)
    }
  }
  const beginning = `${membersKey(prefix)}:`
  for (const [key, time] of await disk.range(beginning)) {
    if (Number(time) >= membersBefore) continue
    await disk.runExclusive(beginning, async () => {
      // They may have been active while this waited.
      if (Number((await disk.get(key)) ?? membersBefore) >= membersBefore) return
      await remove(key)
      members += 1
    })
  }
  return { results, members, quarantined }
}

/** Removes a person's settings if they changed last too long ago. Settings of an earlier version have no time yet: they get one. */
function limitSettings(disk: Disk, prefix: string, person: Person, settingsMs: number): Promise<void> {
  const { prefix: all, settings, settingsChanged: changed } = personKeys(prefix, person)
  return disk.runExclusive(all, async () => {
    const at = Changed.safeParse(parseJson((await disk.get(changed)) ?? ''))
    if (!at.success) {
      if ((await disk.get(settings)) !== undefined) await disk.write([changedNow(changed)])
    } else if (at.data.at + settingsMs <= Date.now())
      await disk.write([
        { type: 'del', key: settings },
        { type: 'del', key: changed },
      ])
  })
}

/** Returns the write that records when a person's settings changed. */
export function changedNow(key: string): Write {
  return { type: 'put', key, value: JSON.stringify({ at: Date.now() }) }
}

import { z } from 'zod'
import { scheduleKeys } from '../keys.ts'
import { personKey } from '../person.ts'
import { SCHEDULE_SCHEMA, ScheduleEntry } from '../records.ts'
import type { ClaimedEntry, ScheduleStore, StoreOptions } from '../store.ts'
import { randomToken } from '../tokens.ts'
import { parseText, withoutToken } from '../validation.ts'
import type { Connection } from './connection.ts'
import type { Quarantine, TypedKey } from './quarantine.ts'

const ClaimReply = z.tuple([z.int(), z.array(z.tuple([z.string(), z.string()]))])

export interface RedisSchedule extends ScheduleStore {
  /** Removes all entries of a person (as in `personKey`). */
  forget(person: string): Promise<void>
}

/** An entry is stored as `<token> <person> <JSON>`. The token changes with every scheduling and every claim. */
export function createRedisSchedule(
  { read }: Connection,
  { prefix }: StoreOptions,
  quarantine: Quarantine,
): RedisSchedule {
  const keys = scheduleKeys(prefix)
  const { entries, platforms } = keys
  const sharedKeys: readonly TypedKey[] = [
    [keys.legacyQueue, 'zset'],
    [entries, 'hash'],
    [platforms, 'set'],
  ]

  async function settle(id: string, token: string): Promise<boolean> {
    return (await quarantine.run('rungSettle', sharedKeys, [id, token, keys.ofPerson('')])) === 1
  }

  /** Schedules an entry; with a token, only if it is still claimed under that. Returns whether it did. */
  async function schedule(claimedOrNew: ScheduleEntry, token = ''): Promise<boolean> {
    const entry = withoutToken(claimedOrNew)
    const { id, at, person } = entry
    const owner = personKey(person)
    const typed: readonly TypedKey[] = [
      ...sharedKeys,
      [keys.ofPerson(owner), 'set'],
      [keys.queue(person.platform), 'zset'],
    ]
    const values = [id, at, randomToken(), owner, JSON.stringify(entry), keys.ofPerson(''), token]
    return (await quarantine.run('rungSchedule', typed, values)) === 1
  }

  return {
    async put(entry) {
      await schedule(entry)
    },

    async cancel(id) {
      await settle(id, '')
    },

    async platforms() {
      const encoded = await quarantine.guard(sharedKeys, () => read((client) => client.smembers(platforms)))
      return encoded.map(decodeURIComponent)
    },

    async claim(platform, now, leaseMs, limit) {
      if (limit <= 0) return []
      const typed: readonly TypedKey[] = [...sharedKeys, [keys.queue(platform), 'zset']]
      for (;;) {
        const reply = await quarantine.run('rungClaimDue', typed, [now, now + leaseMs, limit, randomToken()])
        const [examined, claimedTexts] = ClaimReply.parse(reply)
        const claimed: ClaimedEntry[] = []
        for (const [id, text] of claimedTexts) {
          const [, token = '', json = ''] = /^(\S+) \S+ (.*)$/su.exec(text) ?? []
          const result = parseText(ScheduleEntry, SCHEDULE_SCHEMA, json)
          const entry = await quarantine.unwrap(entries, { field: id, text }, result)
          if (entry) claimed.push({ ...entry, token })
        }
        // Unreadable entries may have filled the batch while readable ones wait behind them.
        if (claimed.length > 0 || examined === 0) return claimed
      }
    },

    complete: ({ id, token }) => settle(id, token),
    reschedule: (entry, to) => schedule({ ...entry, ...to }, entry.token),

    async forget(person) {
      await quarantine.run('rungEraseSchedule', [...sharedKeys, [keys.ofPerson(person), 'set']], [keys.ofPerson('')])
    },
  }
}

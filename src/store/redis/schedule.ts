import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { scheduleKeys } from '../keys.ts'
import { personKey } from '../person.ts'
import { SCHEDULE_SCHEMA, ScheduleEntry } from '../records.ts'
import type { ClaimedEntry, ScheduleStore, StoreOptions } from '../store.ts'
import { parseText, withoutToken } from '../validation.ts'
import type { Connection } from './connection.ts'
import type { Asides, TypedKey } from './quarantine.ts'

const Claim = z.tuple([z.int(), z.array(z.tuple([z.string(), z.string()]))])

export interface RedisSchedule extends ScheduleStore {
  /** Removes all entries of a person (as in `personKey`). */
  forget(person: string): Promise<void>
}

/** An entry is kept as `<token> <person> <JSON>`; the token changes with every scheduling and every claim. */
export function createRedisSchedule(
  { script, read }: Connection,
  { prefix }: StoreOptions,
  asides: Asides,
): RedisSchedule {
  const keys = scheduleKeys(prefix)
  const { legacyQueue: times, entries, platforms } = keys
  const typed: readonly TypedKey[] = [
    [times, 'zset'],
    [entries, 'hash'],
    [platforms, 'set'],
  ]

  async function settle(id: string, token: string): Promise<boolean> {
    const values = [id, token, keys.ofPerson('')]
    return (await asides.guarding(typed, null, () => script('rungSettle', [times, entries, platforms], values))) === 1
  }

  /** Schedules an entry, or only where it is still claimed under a token; says whether it did. */
  async function schedule(scheduled: ScheduleEntry, claim = ''): Promise<boolean> {
    const entry = withoutToken(scheduled)
    const { id, at, person } = entry
    const owner = personKey(person)
    const [own, queue] = [keys.ofPerson(owner), keys.queue(person.platform)]
    const values = [id, at, newToken(), owner, JSON.stringify(entry), keys.ofPerson(''), claim]
    const types: readonly TypedKey[] = [...typed, [own, 'set'], [queue, 'zset']]
    const run = () => script('rungSchedule', [times, entries, platforms, own, queue], values)
    return (await asides.guarding(types, null, run)) === 1
  }

  return {
    async put(entry) {
      await schedule(entry)
    },

    async cancel(id) {
      await settle(id, '')
    },

    async platforms() {
      const encoded = await asides.guarding(typed, null, () => read((client) => client.smembers(platforms)))
      return encoded.map(decodeURIComponent)
    },

    async claim(platform, now, leaseMs, limit) {
      if (limit <= 0) return []
      const queue = keys.queue(platform)
      for (;;) {
        const reply = await asides.guarding([...typed, [queue, 'zset']], null, () =>
          script('rungClaimDue', [times, entries, platforms, queue], [now, now + leaseMs, limit, newToken()]),
        )
        const [looked, taken] = Claim.parse(reply)
        const claimed: ClaimedEntry[] = []
        for (const [id, kept] of taken) {
          const [, token = '', text = ''] = /^(\S+) \S+ (.*)$/su.exec(kept) ?? []
          const entry = parseText(ScheduleEntry, SCHEDULE_SCHEMA, text)
          if (entry.ok) claimed.push({ ...entry.value, token })
          else if (!entry.newer) await asides.field(entries, null, id, kept, entry.reason)
        }
        // What was cleared away is no sign that nothing is due.
        if (claimed.length > 0 || looked === 0) return claimed
      }
    },

    complete: ({ id, token }) => settle(id, token),
    reschedule: (entry, to) => schedule({ ...entry, ...to }, entry.token),

    async forget(person) {
      const own = keys.ofPerson(person)
      await asides.guarding([...typed, [own, 'set']], null, () =>
        script('rungEraseDue', [times, entries, platforms, own], [keys.ofPerson('')]),
      )
    },
  }
}

function newToken(): string {
  return randomBytes(6).toString('base64url')
}

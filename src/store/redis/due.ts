import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { dueKeys } from '../keys.ts'
import { personKey } from '../person.ts'
import type { ClaimedEntry, DueStore, StoreOptions } from '../store.ts'
import { readText } from '../stored.ts'
import { DUE_SCHEMA, DueEntry } from '../values.ts'
import type { Asides, TypedKey } from './asides.ts'
import type { Connection } from './connection.ts'

const Claimed = z.array(z.tuple([z.string(), z.string()]))

export interface RedisDue extends DueStore {
  /** Removes all entries of a person (as in `personKey`). */
  forget(person: string): Promise<void>
}

/** An entry is kept as `<token> <person> <JSON>`; the token changes with every scheduling. */
export function redisDue({ script }: Connection, { prefix }: StoreOptions, asides: Asides): RedisDue {
  const { times, entries, of } = dueKeys(prefix)
  const typed: readonly TypedKey[] = [
    [times, 'zset'],
    [entries, 'hash'],
  ]

  async function settle(id: string, token: string): Promise<void> {
    await asides.guarding(typed, null, () => script('rungSettle', [times, entries], [id, token, of('')]))
  }

  return {
    async schedule({ schema, id, at, kind, person, role }) {
      // Field by field: a claimed entry that is scheduled again brings its token along.
      const entry = DueEntry.parse({ schema, id, at, kind, person, role })
      const owner = personKey(person)
      const token = randomBytes(6).toString('base64url')
      const values = [id, at, token, owner, JSON.stringify(entry), of('')]
      await asides.guarding([...typed, [of(owner), 'set']], null, () =>
        script('rungSchedule', [times, entries, of(owner)], values),
      )
    },

    cancel: (id) => settle(id, ''),

    async claim(now, leaseMs, most) {
      if (most <= 0) return []
      const reply = await asides.guarding(typed, null, () =>
        script('rungClaimDue', [times, entries], [now, now + leaseMs, most]),
      )
      const claimed: ClaimedEntry[] = []
      for (const [id, kept] of Claimed.parse(reply)) {
        const [, token = '', text = ''] = /^(\S+) \S+ (.*)$/su.exec(kept) ?? []
        const read = readText(DueEntry, DUE_SCHEMA, text)
        if (read.ok) claimed.push({ ...read.value, token })
        else await asides.field(entries, null, id, kept, read.reason)
      }
      return claimed
    },

    complete: ({ id, token }) => settle(id, token),

    async forget(person) {
      await asides.guarding([...typed, [of(person), 'set']], null, () =>
        script('rungEraseDue', [times, entries, of(person)], []),
      )
    },
  }
}

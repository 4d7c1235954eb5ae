import { membersKey } from '../keys.ts'
import { personKey } from '../person.ts'
import type { MemberStore, StoreOptions } from '../store.ts'
import type { Connection } from './connection.ts'
import type { Quarantine, TypedKey } from './quarantine.ts'

/** Members are a sorted set: keys of people by the time of their last activity. */
export function createRedisMembers(
  { read, call }: Connection,
  { prefix }: StoreOptions,
  { guard }: Quarantine,
): MemberStore & { forget(person: string): Promise<void> } {
  const key = membersKey(prefix)
  const typed: readonly TypedKey[] = [[key, 'zset']]
  return {
    async recordActivity(person, at) {
      await guard(typed, () => call((client) => client.zadd(key, 'GT', at, personKey(person))))
    },
    activeSince: (at) => guard(typed, () => read((client) => client.zrange(key, at, '+inf', 'BYSCORE'))),
    async forget(person) {
      await guard(typed, () => call((client) => client.zrem(key, person)))
    },
  }
}

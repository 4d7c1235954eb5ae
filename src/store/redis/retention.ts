import { z } from 'zod'
import { membersKey, parsePersonalKey, personKeyPattern, personKeys, prefixPattern, quarantineTime } from '../keys.ts'
import { matchesPattern, type Person, type PersonPattern, parsePersonKey } from '../person.ts'
import type { ExpiredCounts, RetentionLimits, StoreOptions } from '../store.ts'
import type { Connection } from './connection.ts'
import { scanKeys } from './scan.ts'

const Count = z.int()
const MEMBERS_PER_SCAN = 1000

/** Lists people as `Store.people` says. */
export async function* listPeople(
  connection: Connection,
  { prefix }: StoreOptions,
  pattern: PersonPattern,
): AsyncGenerator<Person, void> {
  for await (const keys of scanKeys(connection, personKeyPattern(prefix, pattern))) {
    for (const key of keys) {
      const person = parsePersonalKey(prefix, key)?.person
      if (person && matchesPattern(pattern, person)) yield person
    }
  }
  let cursor = '0'
  do {
    const [next, page] = await connection.read((client) =>
      client.zscan(membersKey(prefix), cursor, 'COUNT', MEMBERS_PER_SCAN),
    )
    cursor = next
    for (const key of page.filter((_, at) => at % 2 === 0)) {
      const person = parsePersonKey(key)
      if (person && matchesPattern(pattern, person)) yield person
    }
  } while (cursor !== '0')
}

/** Removes old data as `Store.expire` says. */
export async function removeExpired(
  connection: Connection,
  { prefix }: StoreOptions,
  { resultsBefore, membersBefore, settingsMs }: RetentionLimits,
): Promise<ExpiredCounts> {
  const { call, script } = connection
  let [results, quarantined] = [0, 0]
  const expire = async (key: string): Promise<void> => {
    const owner = parsePersonalKey(prefix, key)
    const quarantinedAt = quarantineTime(key)
    if (quarantinedAt !== undefined) {
      if (quarantinedAt >= resultsBefore) return
      const index = owner && personKeys(prefix, owner.person).quarantine
      const removed = await call((client) => client.del(key))
      quarantined += removed
      if (index !== undefined) await call((client) => client.srem(index, key))
    } else if (owner?.kind === 'results') {
      const removed = Count.parse(await script('rungExpireResults', [key], [resultsBefore]))
      results += removed
    } else if (owner?.kind === 'settings') {
      await script('rungLimitTtl', [key], [settingsMs])
    }
  }
  for await (const keys of scanKeys(connection, prefixPattern(`${prefix}{`))) {
    await Promise.all(keys.map(expire))
  }
  const members = await call((client) => client.zremrangebyscore(membersKey(prefix), '-inf', `(${membersBefore}`))
  return { results, members, quarantined }
}

import { z } from 'zod'
import { membersKey, parsePersonalKey, personKeyPattern, personKeys, prefixPattern, quarantineTime } from '../keys.ts'
import { matchesPattern, type Person, type PersonPattern, parsePersonKey } from '../person.ts'
import type { ExpiredCounts, RetentionLimits, StoreOptions } from '../store.ts'
import type { Connection } from './connection.ts'
import { scanKeys } from './scan.ts'

const Count = z.int()
const MEMBERS = 1000

/** The people of whom something is stored; see `Store.people`. */
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
    const [next, page] = await connection.read((client) => client.zscan(membersKey(prefix), cursor, 'COUNT', MEMBERS))
    cursor = next
    for (const key of page.filter((_, at) => at % 2 === 0)) {
      const person = parsePersonKey(key)
      if (person && matchesPattern(pattern, person)) yield person
    }
  } while (cursor !== '0')
}

/** Removes what is older than it may be; see `Store.expire`. */
export async function removeExpired(
  connection: Connection,
  { prefix }: StoreOptions,
  { resultsBefore, membersBefore, settingsMs }: RetentionLimits,
): Promise<ExpiredCounts> {
  const { call, script } = connection
  let [results, setAside] = [0, 0]
  const expire = async (key: string): Promise<void> => {
    const owner = parsePersonalKey(prefix, key)
    const asideAt = quarantineTime(key)
    if (asideAt !== undefined) {
      if (asideAt >= resultsBefore) return
      const notes = owner && personKeys(prefix, owner.person).quarantine
      const removed = await call((client) => client.del(key))
      setAside += removed
      if (notes !== undefined) await call((client) => client.srem(notes, key))
    } else if (owner?.kind === 'results') {
      const removed = Count.parse(await script('rungExpireResults', [key], [resultsBefore]))
      results += removed
    } else if (owner?.kind === 'settings') {
      await script('rungLimitLife', [key], [settingsMs])
    }
  }
  for await (const keys of scanKeys(connection, prefixPattern(`${prefix}{`))) {
    await Promise.all(keys.map(expire))
  }
  const members = await call((client) => client.zremrangebyscore(membersKey(prefix), '-inf', `(${membersBefore}`))
  return { results, members, quarantined: setAside }
}

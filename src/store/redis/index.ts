import { personKeys, validatePrefix } from '../keys.ts'
import type { Store, StoreOptions } from '../store.ts'
import { errorMessage } from '../validation.ts'
import { createRedisClaims } from './claims.ts'
import { type Connection, connect } from './connection.ts'
import { describeRedis } from './describe.ts'
import { createRedisEventLog, createRedisMembers } from './event-log.ts'
import { createRedisKeyValues } from './key-value.ts'
import { openAsides } from './quarantine.ts'
import { createRedisResults } from './results.ts'
import { listPeople, removeExpired } from './retention.ts'
import { createRedisSchedule } from './schedule.ts'
import { createRedisSessions } from './sessions.ts'
import { createRedisSettings } from './settings.ts'
import { parseRedisUrl } from './url.ts'

/**
 * Opens a store in Redis, a Redis Cluster or a Redis behind Sentinel, for any number of processes. Resolves even where
 * the server cannot be reached yet: calls reject with a StoreUnavailable until it can be. Throws a RedisUrlError.
 */
export async function openRedisStore(options: StoreOptions & { readonly url: string }): Promise<Store> {
  validatePrefix(options.prefix)
  return createRedisStore(await connect(parseRedisUrl(options.url), options), options)
}

/** A store over a connection, which closes with it. */
export function createRedisStore(connection: Connection, options: StoreOptions): Store {
  const asides = openAsides(connection, options)
  const due = createRedisSchedule(connection, options, asides)
  const members = createRedisMembers(connection, options, asides)

  return {
    describe: () => describeRedis(connection),
    check: () => connection.probe().then(() => undefined, errorMessage),
    sessions: createRedisSessions(connection, options, asides),
    results: createRedisResults(connection, options, asides),
    settings: createRedisSettings(connection, options, asides),
    claims: createRedisClaims(connection, options, asides),
    schedule: due,
    keyValues: createRedisKeyValues(connection, options, asides),
    eventLog: createRedisEventLog(connection, options, asides),
    members,
    async erase(person) {
      const keys = personKeys(options.prefix, person)
      const { index, quarantine: notes, results, settings, deliveries: events, sessions } = keys
      // What falls due and who was seen lie on other nodes than the person, so it takes several steps. All may be made again.
      await due.forget(keys.person)
      await members.forget(keys.person)
      await asides.guarding([[index, 'set']], notes, () =>
        connection.script('rungErase', [index, notes, results, settings, events], [sessions]),
      )
    },
    compact: () => Promise.resolve(),
    people: (pattern) => listPeople(connection, options, pattern),
    expire: (limits) => removeExpired(connection, options, limits),
    close: () => connection.close(),
  }
}

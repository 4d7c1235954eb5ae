import { ladderPrefix, personKeys, validatePrefix } from '../keys.ts'
import type { Store, StoreOptions } from '../store.ts'
import { errorMessage } from '../validation.ts'
import { createRedisClaims } from './claims.ts'
import { type Connection, connect } from './connection.ts'
import { describeRedis } from './describe.ts'
import { createRedisEventLog } from './event-log.ts'
import { createRedisKeyValues } from './key-value.ts'
import { createRedisMembers } from './members.ts'
import { createQuarantine } from './quarantine.ts'
import { listPeople, removeExpired } from './retention.ts'
import { createRedisSchedule } from './schedule.ts'
import { createRedisResults, createRedisSessions } from './sessions.ts'
import { createRedisSettings } from './settings.ts'
import { parseRedisUrl } from './url.ts'

/**
 * Opens a store in Redis, a Redis Cluster or a Redis behind Sentinel, for any number of processes. Resolves even if the
 * server cannot be reached yet: calls reject with a StoreUnavailable until it can be. Throws a RedisUrlError.
 */
export async function openRedisStore(options: StoreOptions & { readonly url: string }): Promise<Store> {
  validatePrefix(options.prefix)
  return createRedisStore(await connect(parseRedisUrl(options.url), options), options)
}

/** Creates a store over a connection, which closes with the store. */
export function createRedisStore(connection: Connection, options: StoreOptions): Store {
  const quarantine = createQuarantine(connection, options)
  const schedule = createRedisSchedule(connection, options, quarantine)
  const members = createRedisMembers(connection, options, quarantine)

  return {
    describe: () => describeRedis(connection),
    check: () => connection.probe().then(() => undefined, errorMessage),
    sessions: createRedisSessions(connection, options, quarantine),
    results: createRedisResults(connection, options, quarantine),
    settings: createRedisSettings(connection, options, quarantine),
    claims: createRedisClaims(connection, options, quarantine),
    schedule,
    keyValues: createRedisKeyValues(connection, options, quarantine),
    eventLog: createRedisEventLog(connection, options, quarantine),
    members,
    async erase(person) {
      const keys = personKeys(options.prefix, person)
      // The schedule and the members have other hash tags than the person, so this takes several steps. All may be repeated.
      await schedule.forget(keys.person)
      await members.forget(keys.person)
      await quarantine.guard([[keys.index, 'set']], () =>
        connection.script(
          'rungErase',
          [keys.index, keys.quarantine, keys.results, keys.settings, keys.deliveries],
          [keys.sessions],
        ),
      )
    },
    compact: () => Promise.resolve(),
    people: (pattern) => listPeople(connection, options, pattern),
    expire: (limits) => removeExpired(connection, options, limits),
    async ofLadder(id) {
      const store = createRedisStore(connection, { ...options, prefix: ladderPrefix(options.prefix, id) })
      return { ...store, close: () => Promise.resolve() }
    },
    close: () => connection.close(),
  }
}

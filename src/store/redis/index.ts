import { checkPrefix, personKeys } from '../keys.ts'
import type { Store, StoreOptions } from '../store.ts'
import { problemOf } from '../validation.ts'
import { redisEvents } from './claims.ts'
import { type Connection, connect } from './connection.ts'
import { describeRedis } from './describe.ts'
import { redisLogs, redisMembers } from './event-log.ts'
import { redisThings } from './key-value.ts'
import { openAsides } from './quarantine.ts'
import { redisResults } from './results.ts'
import { expireInRedis, redisPeople } from './retention.ts'
import { redisDue } from './schedule.ts'
import { redisSessions } from './sessions.ts'
import { redisSettings } from './settings.ts'
import { parseRedisUrl } from './url.ts'

/**
 * Opens a store in Redis, a Redis Cluster or a Redis behind Sentinel, for any number of processes. Resolves even where
 * the server cannot be reached yet: calls reject with a StoreUnavailable until it can be. Throws a RedisUrlError.
 */
export async function openRedisStore(options: StoreOptions & { readonly url: string }): Promise<Store> {
  checkPrefix(options.prefix)
  return redisStore(await connect(parseRedisUrl(options.url), options), options)
}

/** A store over a connection, which closes with it. */
export function redisStore(connection: Connection, options: StoreOptions): Store {
  const asides = openAsides(connection, options)
  const due = redisDue(connection, options, asides)
  const members = redisMembers(connection, options, asides)

  return {
    describe: () => describeRedis(connection),
    check: () => connection.probe().then(() => undefined, problemOf),
    sessions: redisSessions(connection, options, asides),
    results: redisResults(connection, options, asides),
    settings: redisSettings(connection, options, asides),
    claims: redisEvents(connection, options, asides),
    schedule: due,
    keyValues: redisThings(connection, options, asides),
    eventLog: redisLogs(connection, options, asides),
    members,
    async erase(person) {
      const keys = personKeys(options.prefix, person)
      const { index, asides: notes, results, settings, events, sessions } = keys
      // What falls due and who was seen lie on other nodes than the person, so it takes several steps. All may be made again.
      await due.forget(keys.person)
      await members.forget(keys.person)
      await asides.guarding([[index, 'set']], notes, () =>
        connection.script('rungErase', [index, notes, results, settings, events], [sessions]),
      )
    },
    compact: () => Promise.resolve(),
    people: (pattern) => redisPeople(connection, options, pattern),
    expire: (limits) => expireInRedis(connection, options, limits),
    close: () => connection.close(),
  }
}

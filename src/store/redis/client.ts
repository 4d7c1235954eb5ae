import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis'
import { classifyRedisError } from './errors.ts'
import { SCRIPTS } from './scripts/index.ts'
import type { RedisTarget } from './url.ts'

export type Client = Redis | Cluster

/** The timeout of a connection attempt and of a reply. */
export const REPLY_MS = 1500

export const MAX_RECONNECT_MS = 1000

/** Creates a client that connects at once, with a command for each script. */
export function createClient(target: RedisTarget): Client {
  const client = clientFor(target)
  for (const [script, lua] of Object.entries(SCRIPTS)) client.defineCommand(script, { lua })
  return client
}

function clientFor(target: RedisTarget): Client {
  const { username, password, tls } = target
  const options = {
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
    connectionName: 'rung',
    // Rung needs nothing beyond RESP2, which every proxy supports.
    protocol: 2,
    connectTimeout: REPLY_MS,
    commandTimeout: REPLY_MS,
    // Cuts the connection to a server that stays silent for as long: that detects a dead server sooner than TCP does.
    socketTimeout: REPLY_MS,
    // Commands in flight fail with the connection and are never sent twice.
    maxRetriesPerRequest: 0,
    // It would need INFO, which hosted servers and access lists may forbid. A server that is not ready says so by itself.
    enableReadyCheck: false,
    autoResendUnfulfilledCommands: false,
    // The master has become a replica: find the new master.
    reconnectOnError: (error) => ['READONLY', 'MASTERDOWN'].includes(classifyRedisError(error).code ?? ''),
  } satisfies RedisOptions

  if (target.kind === 'cluster') {
    const clusterOptions = {
      redisOptions: options,
      // Nodes are connected when first needed, and the first command has to wait for that.
      enableOfflineQueue: true,
      clusterRetryStrategy: reconnectDelay,
      // Zero, because ioredis would send again what the server may have run.
      retryDelayOnFailover: 0,
      slotsRefreshInterval: 5000,
      // Certificates name hosts, so do not resolve them to addresses.
      ...(tls ? { dnsLookup: (host, callback) => callback(null, host) } : {}),
    } satisfies ClusterOptions
    return new Cluster([...target.nodes], clusterOptions)
  }

  // Calls wait for a connection in `call`. The queue of ioredis would send them after their callers have given up.
  const own = {
    ...options,
    db: target.db,
    enableOfflineQueue: false,
    retryStrategy: reconnectDelay,
  } satisfies RedisOptions
  if (target.kind === 'single') return new Redis({ ...own, ...target.address })
  return new Redis({
    ...own,
    sentinels: [...target.sentinels],
    name: target.master,
    ...(target.sentinelUsername === null ? {} : { sentinelUsername: target.sentinelUsername }),
    ...(target.sentinelPassword === null ? {} : { sentinelPassword: target.sentinelPassword }),
    ...(tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
    sentinelCommandTimeout: REPLY_MS,
  })
}

/** Returns the milliseconds before the next attempt: few at first, with jitter so that processes do not reconnect at once. */
function reconnectDelay(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 10), MAX_RECONNECT_MS) + Math.floor(Math.random() * 100)
}

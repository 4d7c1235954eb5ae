import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis'
import { probeKeys } from '../keys.ts'
import { watchOutages } from '../outage.ts'
import { type StoreOptions, StoreUnavailable } from '../store.ts'
import { classifyRedisError, isCut, RedisRefusal } from './errors.ts'
import { SCRIPTS, type ScriptName } from './scripts/index.ts'
import { describeTarget, type RedisTarget, RedisUrlError } from './url.ts'

/** How long a call waits for a connection that is just being made, and how long for its answer: 2 s in all. */
const READY_MS = 500
const ANSWER_MS = 1500

/** How long the first connection may take before a store is opened without one. */
const OPENING_MS = 2000

const LONGEST_PAUSE_MS = 1000

/** Keys that a probe of a cluster writes: enough that, with a few nodes, every one of them holds some. */
const CLUSTER_PROBES = 16

export type Client = Redis | Cluster

/** A connection that looks after itself: lost, it is made anew, for as long as it takes. */
export interface Connection {
  /** Hosts and ports, for logs. */
  readonly name: string
  /**
   * Sends one command. Rejects with a StoreUnavailable within 2 s where there is no connection or no answer. A command
   * whose answer is lost is never sent again from here, as it may have been carried out: the caller may repeat it, and
   * finds by the version it names that the first one counted.
   */
  readonly call: <T>(command: (client: Client) => Promise<T>) => Promise<T>
  /** As `call`, for what changes nothing: where the connection is cut, it is asked once more over the next one. */
  readonly read: <T>(command: (client: Client) => Promise<T>) => Promise<T>
  /** Runs a script: one command on the wire. */
  readonly script: (name: ScriptName, keys: readonly string[], values: readonly (string | number)[]) => Promise<unknown>
  /** One client for every server that holds data. */
  readonly servers: () => readonly Redis[]
  /** Writes and removes a value on every node. Rejects as `call` does. */
  readonly probe: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Connects. Resolves when the connection stands, when the first attempt fails, or after two seconds: a store is of use
 * before its server is, as what needs no data can be answered. Rejects with a RedisUrlError where the server answers that
 * it will not take what REDIS_URL says: the user, the password, the database.
 */
export async function connect(
  target: RedisTarget,
  { prefix, onOutage }: Pick<StoreOptions, 'prefix' | 'onOutage'>,
): Promise<Connection> {
  const name = describeTarget(target)
  const client = clientFor(target)
  const watch = watchOutages({ name, probe, onOutage })
  let trouble: unknown = null
  let closed = false
  const waiting = new Set<() => void>()
  let inHand = 0
  let idle: (() => void) | undefined
  let opened: (() => void) | undefined

  // The listener keeps a failed attempt from ending the process; what it said is told by the next call that fails.
  client.on('error', (error: Error) => {
    trouble = error
    opened?.()
  })
  client.on('ready', () => {
    for (const goOn of waiting) goOn()
    watch.reportReachable()
  })
  client.on('close', () => {
    if (closed) return
    // A short break is nobody's business: calls wait as long for the next connection.
    setTimeout(() => {
      if (!closed && !isReady(client)) watch.reportFailure('away', unreachable())
    }, READY_MS).unref()
  })
  // ioredis gives up for good where making a connection throws (no sentinel answers, say). We do not.
  client.on('end', () => {
    if (!closed) setTimeout(() => void (closed || client.connect().catch(() => undefined)), LONGEST_PAUSE_MS).unref()
  })
  for (const [script, lua] of Object.entries(SCRIPTS)) client.defineCommand(script, { lua })

  /** Resolves when there is a connection, or after some milliseconds without. */
  function ready(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(timer)
        waiting.delete(goOn)
        resolve()
      }
      const timer = setTimeout(goOn, ms)
      waiting.add(goOn)
      if (isReady(client)) goOn()
    })
  }

  async function whileOpen<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new StoreUnavailable(`${name}: the store is closed`)
    inHand++
    try {
      return await work()
    } catch (error) {
      note(error)
      throw translated(name, error)
    } finally {
      inHand--
      if (inHand === 0) idle?.()
    }
  }

  /** Reports a failure that is not one of this call alone. */
  function note(error: unknown): void {
    if (error instanceof StoreUnavailable) {
      watch.reportFailure('away', unreachable())
      return
    }
    const { kind, code } = classifyRedisError(error)
    if (kind === 'readonly') watch.reportFailure('readonly', `takes no writes: ${messageOf(error)}`)
    else if (kind === 'lost' || kind === 'unable' || (kind === 'denied' && code !== 'NOPERM')) {
      watch.reportFailure('away', `does not work: ${isCut(error) ? 'the connection was lost' : messageOf(error)}`)
    }
  }

  function unreachable(): string {
    return `cannot be reached${trouble === null ? '' : `: ${messageOf(trouble)}`}`
  }

  async function probe(): Promise<void> {
    const keys = probeKeys(prefix, client instanceof Cluster ? CLUSTER_PROBES : 1)
    await call((each) => Promise.all(keys.map((key) => each.rungProbe(1, key))))
  }

  /** Throws where the server refuses for good what REDIS_URL says. */
  async function checkAccess(): Promise<void> {
    let refusal = refusalOf(name, trouble)
    if (!refusal && isReady(client)) {
      const [key = ''] = probeKeys(prefix, 1)
      refusal = await send((each) => each.rungProbe(1, key)).then(
        () => undefined,
        (error: unknown) => refusalOf(name, error),
      )
    }
    if (!refusal) return
    closed = true
    client.disconnect()
    throw refusal
  }

  function call<T>(command: (client: Client) => Promise<T>): Promise<T> {
    return whileOpen(() => send(command))
  }

  async function send<T>(command: (client: Client) => Promise<T>): Promise<T> {
    if (!isReady(client)) await ready(READY_MS)
    if (!isReady(client)) throw new StoreUnavailable(`${name} ${unreachable()}`)
    if (client instanceof Cluster) return inTime(command(client))
    together(client)
    return command(client)
  }

  async function sendAgain<T>(command: (client: Client) => Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await send(command)
    } catch (error) {
      if (!isCut(error) || performance.now() - start > READY_MS) throw error
      return send(command)
    }
  }

  await Promise.race([
    ready(OPENING_MS),
    new Promise<void>((resolve) => {
      opened = resolve
    }),
  ])
  await checkAccess()
  return {
    name,
    call,
    read: (command) => whileOpen(() => sendAgain(command)),
    script: (script, keys, values) => call(() => client[script](keys.length, ...keys, ...values)),
    servers: () => (client instanceof Cluster ? client.nodes('master') : [client]),
    probe,
    async close() {
      closed = true
      watch.stop()
      // What is in hand is answered, or fails, within two seconds.
      if (inHand > 0) {
        await new Promise<void>((resolve) => {
          idle = resolve
        })
      }
      client.disconnect()
    },
  }
}

/** What is asked within one turn of the event loop goes out in one piece: each write by itself wakes the server anew. */
function together({ stream }: Redis): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  setImmediate(() => stream.uncork())
}

function clientFor(target: RedisTarget): Client {
  const { username, password, tls } = target
  const options = {
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
    connectionName: 'rung',
    // Nothing here needs more than RESP2, and every proxy speaks it.
    protocol: 2,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
    // A server that stays silent for as long has its connection cut: one that fell dead is noticed so, not by TCP.
    socketTimeout: ANSWER_MS,
    // Commands in flight fail with the connection, and are never sent twice.
    maxRetriesPerRequest: 0,
    // It would take INFO, which hosted servers and access lists may forbid. What a server cannot do yet, it says itself.
    enableReadyCheck: false,
    autoResendUnfulfilledCommands: false,
    // A master that became a replica: find the new one.
    reconnectOnError: (error) => ['READONLY', 'MASTERDOWN'].includes(classifyRedisError(error).code ?? ''),
  } satisfies RedisOptions

  if (target.kind === 'cluster') {
    const clusterOptions = {
      redisOptions: options,
      // A node is connected to when it is first needed, and what needs it then has to wait.
      enableOfflineQueue: true,
      clusterRetryStrategy: pause,
      // Zero: ioredis would send again what may have been carried out.
      retryDelayOnFailover: 0,
      slotsRefreshInterval: 5000,
      // Certificates are for names: do not turn them into addresses.
      ...(tls ? { dnsLookup: (host, found) => found(null, host) } : {}),
    } satisfies ClusterOptions
    return new Cluster([...target.nodes], clusterOptions)
  }

  // A call waits for its connection here, in `call`; a queue of ioredis would send it after its caller has given up.
  const own = { ...options, db: target.db, enableOfflineQueue: false, retryStrategy: pause } satisfies RedisOptions
  if (target.kind === 'single') return new Redis({ ...own, ...target.address })
  return new Redis({
    ...own,
    sentinels: [...target.sentinels],
    name: target.master,
    ...(target.sentinelUsername === null ? {} : { sentinelUsername: target.sentinelUsername }),
    ...(target.sentinelPassword === null ? {} : { sentinelPassword: target.sentinelPassword }),
    ...(tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
    sentinelCommandTimeout: ANSWER_MS,
  })
}

/** Milliseconds before the next attempt: soon at first, and no two processes at the same time. */
function pause(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 10), LONGEST_PAUSE_MS) + Math.floor(Math.random() * 100)
}

/** For a cluster: ioredis sets no time for a command that it holds back while the nodes change. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_MS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

function isReady(client: Client): boolean {
  // A connection that is being given up is `ready` until it has closed.
  return client.status === 'ready' && (client instanceof Cluster || client.stream.writable)
}

/** What went wrong, in words: an error may hold them only in those that it gathers. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join(', ')
  const node = 'lastNodeError' in error && error.lastNodeError instanceof Error ? error.lastNodeError : null
  return node ? `${error.message} (${node.message})` : error.message
}

/**
 * What ioredis rejects with carries the whole command, a person's words and the password among it, so only its message
 * is passed on.
 */
function translated(name: string, error: unknown): Error {
  if (error instanceof StoreUnavailable) return error
  const message = isCut(error) ? 'the connection was lost' : messageOf(error)
  const { kind, code } = classifyRedisError(error)
  switch (kind) {
    case 'lost':
    case 'unable':
    case 'readonly':
    case 'denied':
      return new StoreUnavailable(`${name}: ${message}`)
    case 'clustered':
      return new StoreUnavailable(`${name} is part of a cluster: name two or more of its nodes in REDIS_URL`)
    case 'refused':
      return new RedisRefusal(code ?? '', `${name} refused a command: ${message}`)
    case 'other':
      return error instanceof Error ? error : new Error(message)
  }
}

/** Why REDIS_URL cannot be used, if an error says so for good; undefined if trying again may help. */
function refusalOf(name: string, error: unknown): RedisUrlError | undefined {
  const { code } = classifyRedisError(error)
  switch (code) {
    case 'NOAUTH':
      return new RedisUrlError(`REDIS_URL has no password, and ${name} wants one (redis://user:password@host)`)
    case 'WRONGPASS':
      return new RedisUrlError(`REDIS_URL has a user or password that ${name} does not accept`)
    case 'NOPERM':
      return new RedisUrlError(`REDIS_URL names a user who lacks a right that Rung needs: ${messageOf(error)}`)
    case 'NODATABASE':
      return new RedisUrlError(`REDIS_URL names a database that ${name} does not have`)
    default:
      return undefined
  }
}

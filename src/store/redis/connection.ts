import { Cluster, type Redis } from 'ioredis'
import { probeKeys } from '../keys.ts'
import { watchOutages } from '../outage.ts'
import { type StoreOptions, StoreUnavailable } from '../store.ts'
import { type Client, createClient, MAX_RECONNECT_MS, REPLY_MS } from './client.ts'
import { classifyRedisError, isCut, messageOf, refusalOf, toStoreError } from './errors.ts'
import type { ScriptName } from './scripts/index.ts'
import { describeTarget, type RedisTarget } from './url.ts'

/** How long a call waits for a connection that is being made. With REPLY_MS, 2 s in all. */
const READY_MS = 500

/** How long a store waits for its first connection before it opens without one. */
const OPENING_MS = 2000

/** Keys that a probe of a cluster writes: enough that each of a few nodes holds some. */
const CLUSTER_PROBES = 16

/** A connection that is made again whenever it is lost, for as long as that takes. */
export interface Connection {
  /** Hosts and ports, for logs. */
  readonly name: string
  /**
   * Sends one command. Rejects with a StoreUnavailable within 2 s if there is no connection or no reply. Never sends a command
   * again whose reply is lost, because Redis may have run it: the caller may repeat it, and learns by the version it names that
   * the first one counted.
   */
  readonly call: <T>(command: (client: Client) => Promise<T>) => Promise<T>
  /** Like `call`, for a command that changes nothing: if the connection is cut, sends it once more over the next one. */
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
 * Connects. Resolves once it is connected, once the first attempt fails, or after two seconds: a bot whose server is not up yet can
 * still answer questions that need no stored data. Rejects with a RedisUrlError if the server refuses the user, password or database
 * of REDIS_URL.
 */
export async function connect(
  target: RedisTarget,
  { prefix, onOutage }: Pick<StoreOptions, 'prefix' | 'onOutage'>,
): Promise<Connection> {
  const name = describeTarget(target)
  const client = createClient(target)
  const watch = watchOutages({ name, probe, onOutage })
  let lastError: unknown = null
  let isClosed = false
  const waiting = new Set<() => void>()
  let pending = 0
  let idle: (() => void) | undefined
  let opened: (() => void) | undefined

  // Without a listener a failed attempt would end the process. The next call that fails reports the error.
  client.on('error', (error: Error) => {
    lastError = error
    opened?.()
  })
  client.on('ready', () => {
    for (const resume of waiting) resume()
    watch.reportReachable()
  })
  client.on('close', () => {
    if (isClosed) return
    // A short interruption is not reported: calls wait as long for the next connection.
    setTimeout(() => {
      if (!isClosed && !isReady(client)) watch.reportFailure('unreachable', unreachable())
    }, READY_MS).unref()
  })
  // ioredis gives up for good if making a connection throws (no sentinel answers, say). We do not.
  client.on('end', () => {
    if (!isClosed)
      setTimeout(() => void (isClosed || client.connect().catch(() => undefined)), MAX_RECONNECT_MS).unref()
  })

  /** Resolves when there is a connection, or after some milliseconds. */
  function ready(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const resume = () => {
        clearTimeout(timer)
        waiting.delete(resume)
        resolve()
      }
      const timer = setTimeout(resume, ms)
      waiting.add(resume)
      if (isReady(client)) resume()
    })
  }

  async function whileOpen<T>(work: () => Promise<T>): Promise<T> {
    if (isClosed) throw new StoreUnavailable(`${name}: the store is closed`)
    pending++
    try {
      return await work()
    } catch (error) {
      reportOutage(error)
      throw toStoreError(name, error)
    } finally {
      pending--
      if (pending === 0) idle?.()
    }
  }

  /** Reports a failure that concerns more than this call. */
  function reportOutage(error: unknown): void {
    if (error instanceof StoreUnavailable) {
      watch.reportFailure('unreachable', unreachable())
      return
    }
    const { kind, code } = classifyRedisError(error)
    if (kind === 'readonly') watch.reportFailure('readonly', `takes no writes: ${messageOf(error)}`)
    else if (kind === 'lost' || kind === 'unable' || (kind === 'denied' && code !== 'NOPERM')) {
      watch.reportFailure(
        'unreachable',
        `does not work: ${isCut(error) ? 'the connection was lost' : messageOf(error)}`,
      )
    }
  }

  function unreachable(): string {
    return `cannot be reached${lastError === null ? '' : `: ${messageOf(lastError)}`}`
  }

  async function probe(): Promise<void> {
    const keys = probeKeys(prefix, client instanceof Cluster ? CLUSTER_PROBES : 1)
    await call((each) => Promise.all(keys.map((key) => each.rungProbe(1, key))))
  }

  /** Throws if the server refuses what REDIS_URL says and retrying cannot help. */
  async function checkAccess(): Promise<void> {
    let refusal = refusalOf(name, lastError)
    if (!refusal && isReady(client)) {
      const [key = ''] = probeKeys(prefix, 1)
      refusal = await send((each) => each.rungProbe(1, key)).then(
        () => undefined,
        (error: unknown) => refusalOf(name, error),
      )
    }
    if (!refusal) return
    isClosed = true
    client.disconnect()
    throw refusal
  }

  function call<T>(command: (client: Client) => Promise<T>): Promise<T> {
    return whileOpen(() => send(command))
  }

  async function send<T>(command: (client: Client) => Promise<T>): Promise<T> {
    if (!isReady(client)) await ready(READY_MS)
    if (!isReady(client)) throw new StoreUnavailable(`${name} ${unreachable()}`)
    if (client instanceof Cluster) return withTimeout(command(client))
    corkForTick(client)
    return command(client)
  }

  async function sendWithRetry<T>(command: (client: Client) => Promise<T>): Promise<T> {
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
    read: (command) => whileOpen(() => sendWithRetry(command)),
    script: (script, keys, values) => call(() => client[script](keys.length, ...keys, ...values)),
    servers: () => (client instanceof Cluster ? client.nodes('master') : [client]),
    probe,
    async close() {
      isClosed = true
      watch.stop()
      // Pending calls end within two seconds.
      if (pending > 0) {
        await new Promise<void>((resolve) => {
          idle = resolve
        })
      }
      client.disconnect()
    },
  }
}

/** Sends all commands of one tick of the event loop in one write: every write wakes the server. */
function corkForTick({ stream }: Redis): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  setImmediate(() => stream.uncork())
}

/** Limits the time of a command in a cluster: ioredis has no limit for one that it holds back while the nodes change. */
async function withTimeout<T>(reply: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no reply in time')), REPLY_MS)
  })
  try {
    return await Promise.race([reply, late])
  } finally {
    clearTimeout(timer)
  }
}

function isReady(client: Client): boolean {
  // A connection that is being closed is `ready` until it has closed.
  return client.status === 'ready' && (client instanceof Cluster || client.stream.writable)
}

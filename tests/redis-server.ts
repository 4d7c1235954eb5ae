import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'

// Real Redis servers for tests, on 127.0.0.1 with data in a temporary folder. RUNG_TEST_REDIS names another program than
// `redis-server`: an older or newer Redis, or Valkey.
const PROGRAM = process.env['RUNG_TEST_REDIS'] ?? 'redis-server'

export interface RedisServer {
  readonly port: number
  /** `redis://127.0.0.1:<port>` */
  readonly url: string
  /** Suspends it: connections stay open, but nothing is answered. */
  freeze(): void
  thaw(): void
  /** Kills it; data that is not on disk is lost. */
  kill(): Promise<void>
  /** Starts it again after `kill`, on the same port and data. */
  restart(): Promise<void>
  /** Creates a client that bypasses the store. */
  client(): Redis
  /** Stops the server and its clients, and removes its data. */
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Whether a redis-server is installed. Without one, throws in CI, and else prints what is not tested. */
export function hasRedis(): boolean {
  try {
    execFileSync(PROGRAM, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    if (process.env['CI'] === 'true') throw new Error('redis-server is missing, and CI tests the Redis store')
    process.stderr.write('\n*** redis-server is missing: THE REDIS STORE IS NOT TESTED HERE ***\n\n')
    return false
  }
}

/** Returns the arguments that start a server on a port, with its data in a folder. */
type ServerArguments = (port: number, folder: string) => readonly string[] | Promise<readonly string[]>

/** Starts a server with further arguments (`['--appendonly', 'yes']`) and waits until it answers. */
export function startRedis(args: readonly string[] = []): Promise<RedisServer> {
  return start((port, folder) => [...plain(port), ...sharedArguments(folder), ...args])
}

/** Starts a server that accepts TLS only, with a self-signed certificate for 127.0.0.1 at `certificate`. */
export async function startTlsRedis(): Promise<RedisServer & { readonly certificate: string }> {
  const files = await mkdtemp(join(tmpdir(), 'rung-tls-'))
  const [certificate, key] = [join(files, 'certificate.pem'), join(files, 'key.pem')]
  const made = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=127.0.0.1'
  const words = [
    'req',
    ...made.split(' '),
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-keyout',
    key,
    '-out',
    certificate,
  ]
  execFileSync('openssl', words, { stdio: 'ignore' })
  const tls = `--tls-cert-file ${certificate} --tls-key-file ${key} --tls-ca-cert-file ${certificate}`.split(' ')
  const server = await start(
    (port, folder) => [
      ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
      ...sharedArguments(folder),
      ...tls,
    ],
    true,
  )
  return {
    ...server,
    url: server.url.replace('redis:', 'rediss:'),
    certificate,
    async stop() {
      await server.stop()
      await rm(files, { recursive: true, force: true })
    },
  }
}

/** Starts a sentinel that watches a master under a name, and considers it down after half a second. */
export function startSentinel(master: RedisServer, name: string): Promise<RedisServer> {
  return start(async (port, folder) => {
    const file = join(folder, 'sentinel.conf')
    const lines = [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${folder}`,
      `sentinel monitor ${name} 127.0.0.1 ${master.port} 1`,
      `sentinel down-after-milliseconds ${name} 500`,
      `sentinel failover-timeout ${name} 3000`,
    ]
    await writeFile(file, `${lines.join('\n')}\n`)
    return [file, '--sentinel']
  })
}

function plain(port: number): readonly string[] {
  return ['--port', String(port)]
}

function sharedArguments(folder: string): readonly string[] {
  // By default a master waits 5 s for more replicas before it copies its data.
  const quick = ['--repl-diskless-sync-delay', '0']
  return ['--bind', '127.0.0.1', '--dir', folder, '--save', '', '--daemonize', 'no', ...quick]
}

async function start(args: ServerArguments, tls = false): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-redis-'))
  const clients: Redis[] = []
  let port = await freePort()
  let child = await launch()
  // Another process may take a free port before the server does.
  for (let attempt = 1; !(await answers(child, port, tls)); attempt++) {
    if (attempt === 3) throw new Error(`redis-server does not start: ${(await args(port, folder)).join(' ')}`)
    port = await freePort()
    child = await launch()
  }

  async function launch(): Promise<ChildProcess> {
    const started = spawn(PROGRAM, await args(port, folder), { stdio: 'ignore' })
    running.add(started)
    started.on('exit', () => running.delete(started))
    return started
  }

  function kill(): Promise<void> {
    return new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve()
        return
      }
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  }

  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill,
    async restart() {
      child = await launch()
      if (!(await answers(child, port, tls))) throw new Error('redis-server does not start again')
    },
    client() {
      const client = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: 1, enableReadyCheck: false })
      client.on('error', () => undefined)
      clients.push(client)
      return client
    },
    async stop() {
      for (const client of clients) client.disconnect()
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Starts the servers of a cluster, and waits until each knows all slots. */
export async function startCluster(size: number, args: readonly string[] = []): Promise<readonly RedisServer[]> {
  const servers = await Promise.all(Array.from({ length: size }, () => startNode(args)))
  const clients = servers.map(({ server }) => server.client())
  const share = Math.ceil(16_384 / size)
  for (const [i, client] of clients.entries()) {
    await client.call('CLUSTER', 'ADDSLOTSRANGE', i * share, Math.min((i + 1) * share, 16_384) - 1)
    await client.call('CLUSTER', 'SET-CONFIG-EPOCH', i + 1)
  }
  for (const { server, bus } of servers.slice(1)) {
    await clients[0]?.call('CLUSTER', 'MEET', '127.0.0.1', server.port, bus)
  }
  await Promise.all(clients.map((client) => waitForCluster(client, size)))
  return servers.map(({ server }) => server)
}

/** Adds a replica of a master to its cluster. */
export async function startReplica(master: RedisServer | undefined): Promise<RedisServer> {
  if (!master) throw new Error('a replica needs a master')
  const { server, bus } = await startNode([])
  const [original, own] = [master.client(), server.client()]
  await original.call('CLUSTER', 'MEET', '127.0.0.1', server.port, bus)
  const id = String(await original.call('CLUSTER', 'MYID'))
  await waitUntil(async () => (await own.call('CLUSTER', 'REPLICATE', id)) === 'OK')
  await waitUntil(async () => /master_link_status:up/u.test(await own.info('replication')))
  return server
}

async function startNode(args: readonly string[]): Promise<{ readonly bus: string; readonly server: RedisServer }> {
  const bus = String(await freePort())
  const words = ['--cluster-enabled', 'yes', '--cluster-port', bus, '--cluster-node-timeout', '1000', ...args]
  return { bus, server: await startRedis(words) }
}

/** Waits until a node considers the cluster complete. */
export async function waitForCluster(client: Redis, size: number): Promise<void> {
  const expected = [/cluster_state:ok/u, /cluster_slots_ok:16384/u, new RegExp(`cluster_known_nodes:${size}\\b`, 'u')]
  await waitUntil(async () => {
    const info = String(await client.call('CLUSTER', 'INFO'))
    return expected.every((line) => line.test(info))
  })
}

/** Checks a condition repeatedly until it holds; rejects after 20 s. */
export async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000
  for (;;) {
    if (await holds().catch(() => false)) return
    if (Date.now() > end) throw new Error('the condition did not hold within 20 s')
    await sleep(20)
  }
}

/** Forwards between clients and a server, and can lose the server's replies. */
export interface Proxy {
  readonly port: number
  /** From now on, forwards commands, but cuts the connection instead of returning a reply. */
  loseAnswers(): void
  /** Forwards everything again. */
  restore(): void
  /** Connects new clients to another server, as a changed DNS entry would. */
  redirect(to: RedisServer): void
  stop(): Promise<void>
}

/** Starts a proxy. `asBefore7`: wraps errors of scripts as Redis up to 6.2 does. */
export async function startProxy(
  server: RedisServer,
  { asBefore7 = false }: { readonly asBefore7?: boolean } = {},
): Promise<Proxy> {
  let losing = false
  let target = server
  const sockets = new Set<Socket>()
  const proxy = createServer((client) => {
    const upstream = connect(target.port, '127.0.0.1')
    const rewrite = asBefore7 ? wrapScriptErrors() : (data: Buffer) => data
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    client.on('data', (data) => void upstream.write(data))
    upstream.on('data', (data) => {
      if (losing) client.destroy()
      else client.write(rewrite(data))
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  const port = await new Promise<number>((resolve) => {
    proxy.listen(0, '127.0.0.1', () => resolve(portOf(proxy)))
  })
  return {
    port,
    loseAnswers: () => {
      losing = true
    },
    restore: () => {
      losing = false
    },
    redirect: (to) => {
      target = to
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        proxy.close(() => resolve())
      }),
  }
}

/**
 * Rewrites error replies of scripts, `-CODE text script: SHA, on @user_script:9.`, to the form of Redis 6.2 (its eval.c and
 * scripting.c). Returns the data to forward; holds an incomplete error reply back.
 */
function wrapScriptErrors(): (data: Buffer) => Buffer {
  let rest = ''
  return (data) => {
    const text = rest + data.toString('latin1')
    const partial = /(?:^|\n)(-[^\r\n]*\r?)$/u.exec(text)
    rest = partial?.[1] ?? ''
    const whole = text.slice(0, text.length - rest.length)
    const wrapped = whole.replaceAll(
      /(^|\r\n)-([A-Z]+)( [^\r\n]*?) script: ([\da-f]{40}), on @user_script:(\d+)\.(?=\r\n)/gu,
      (_, before: string, code: string, words: string, sha: string, line: string) =>
        // Errors of the command itself have no dash here, those of Redis's own checks before it have one.
        `${before}-ERR Error running script (call to f_${sha}): @user_script:${line}: ` +
        (code === 'WRONGTYPE' ? `${code}${words}` : `@user_script: ${line}: -${code}${words}`),
    )
    return Buffer.from(wrapped, 'latin1')
  }
}

/** Returns a free port of 127.0.0.1. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const port = portOf(server)
      server.close(() => resolve(port))
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Whether the server answers; false if it exited instead. Kills one that does neither. */
async function answers(child: ChildProcess, port: number, tls: boolean): Promise<boolean> {
  try {
    await waitUntil(async () => child.exitCode !== null || (await isAnswering(port, tls)))
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return child.exitCode === null
}

/** Whether the server answers anything but that it is loading. For TLS, accepting the connection is enough. */
function isAnswering(port: number, tls: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const settle = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.on('error', () => settle(false))
    socket.on('connect', () => (tls ? settle(true) : socket.write('PING\r\n')))
    socket.on('data', (data) => settle(!data.toString().startsWith('-LOADING')))
    socket.on('close', () => settle(true))
    socket.setTimeout(1000, () => settle(false))
  })
}

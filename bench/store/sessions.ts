import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Level } from 'level'
import { openEmbeddedStore } from '../../src/store/embedded/index.ts'
import type { Person } from '../../src/store/person.ts'
import type { Session } from '../../src/store/records.ts'
import { connect } from '../../src/store/redis/connection.ts'
import { createRedisStore } from '../../src/store/redis/index.ts'
import { parseRedisUrl } from '../../src/store/redis/url.ts'
import type { Store } from '../../src/store/store.ts'
import { startRedis } from '../../tests/redis-server.ts'

// The cost of sessions: memory in Redis, and appends compared with the cheapest write on the same connection or disk.

const SESSIONS = 100_000
const ANSWERS = 58
const LOADERS = 64
const ROUNDS = 5
const REDIS_ROUND_MS = 1000
const DISK_ROUND_MS = 1500
const IDLE_MS = 14 * 86_400_000
const ROLE = 'ml-engineer'

const quiet = { prefix: 'rung:', onQuarantine: () => undefined }

export async function run(): Promise<void> {
  await inRedis()
  await onDisk()
}

async function inRedis(): Promise<void> {
  const server = await startRedis(['--appendonly', 'no'])
  const connection = await connect(parseRedisUrl(server.url), { prefix: 'rung:' })
  const store = createRedisStore(connection, quiet)
  const info = async () => Number(/^used_memory:(\d+)/mu.exec(await server.client().info('memory'))?.[1])
  try {
    const before = await info()
    const start = performance.now()
    await load(store, SESSIONS)
    const seconds = (performance.now() - start) / 1000
    const each = ((await info()) - before) / SESSIONS
    const size = await connection.call((client) =>
      client.memory('USAGE', `rung:{slack/T0ABCDEFG/${userOf(0)}}:session:${ROLE}`, 'SAMPLES', 0),
    )
    line('Redis', `${SESSIONS} sessions of ${ANSWERS} answers loaded in ${seconds.toFixed(1)} s`)
    line('Redis', `${Math.round(each)} bytes of used_memory a session, index included; MEMORY USAGE of one: ${size}`)

    const text = JSON.stringify(sessionOf(ANSWERS))
    const set = (n: number) => connection.call((client) => client.set(`plain:${n % SESSIONS}`, text))
    const versions = new Map<number, number>()
    for (const concurrency of [1, 16]) {
      await compare('Redis', 'SET', concurrency, REDIS_ROUND_MS, set, (n) => append(store, versions, n % SESSIONS))
    }
  } finally {
    await store.close()
    await server.stop()
  }
}

async function onDisk(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  const store = await openEmbeddedStore({ folder: join(folder, 'store'), ...quiet })
  const bare = new Level(join(folder, 'bare'))
  const count = 2000
  try {
    await load(store, count)
    const text = JSON.stringify({ until: Date.now(), session: sessionOf(ANSWERS) })
    const put = (n: number) => bare.put(`plain:${n % count}`, text, { sync: true })
    const versions = new Map<number, number>()
    for (const concurrency of [1, 16]) {
      await compare('embedded', 'synced put', concurrency, DISK_ROUND_MS, put, (n) =>
        append(store, versions, n % count),
      )
    }
  } finally {
    await store.close()
    await bare.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs rounds of both alternately, so that other load affects both, and prints the medians. */
async function compare(
  name: string,
  baseline: string,
  concurrency: number,
  ms: number,
  plain: (n: number) => Promise<unknown>,
  append: (n: number) => Promise<unknown>,
): Promise<void> {
  await rate(plain, concurrency, ms / 4)
  await rate(append, concurrency, ms / 4)
  const rounds: { readonly plain: number; readonly append: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ plain: await rate(plain, concurrency, ms), append: await rate(append, concurrency, ms) })
  }
  const plainRate = median(rounds.map((round) => round.plain))
  const appendRate = median(rounds.map((round) => round.append))
  const ratio = median(rounds.map((round) => round.append / round.plain))
  const rates = `${Math.round(appendRate)} appends/s, ${Math.round(plainRate)} ${baseline}/s`
  line(name, `concurrency ${concurrency}: ${rates}, ratio ${ratio.toFixed(2)}`)
}

let next = 0

/** Returns how often per second some workers do something. */
async function rate(work: (n: number) => Promise<unknown>, concurrency: number, ms: number): Promise<number> {
  const start = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - start < ms) {
        await work(next++)
        done++
      }
    }),
  )
  return (done * 1000) / (performance.now() - start)
}

async function load(store: Store, count: number): Promise<void> {
  const session = sessionOf(ANSWERS)
  let n = 0
  await Promise.all(
    Array.from({ length: LOADERS }, async () => {
      while (n < count) await store.sessions.create(personOf(n++), session, IDLE_MS)
    }),
  )
}

async function append(store: Store, versions: Map<number, number>, n: number): Promise<void> {
  const version = versions.get(n) ?? 1
  versions.set(n, version + 1)
  const answers = [answerOf(version)]
  const result = await store.sessions.append(personOf(n), ROLE, {
    id: 'kR3_x9Zq',
    version,
    answers,
    at: 1000,
    idleMs: IDLE_MS,
  })
  if (result.status !== 'done') throw new Error(`an append was ${result.status}`)
}

function personOf(n: number): Person {
  return { platform: 'slack', workspace: 'T0ABCDEFG', user: userOf(n) }
}

/** Returns an id as long as Slack's. */
function userOf(n: number): string {
  return `U0${String(n).padStart(9, '0')}`
}

function answerOf(n: number): string {
  return `s${String(n).padStart(5, '0')}aB3_${n % 5}`
}

function sessionOf(count: number): Session {
  return {
    schema: 1,
    id: 'kR3_x9Zq',
    version: 1,
    role: ROLE,
    roleVersion: 'b1946ac92492',
    mode: 'guided',
    domain: null,
    refine: true,
    paused: false,
    locale: 'en-GB',
    startedAt: 1_790_000_000_000,
    touchedAt: 1_790_000_400_000,
    evidence: {},
    answers: Array.from({ length: count }, (_, n) => answerOf(n)),
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function line(name: string, text: string): void {
  process.stdout.write(`store, ${name}: ${text}\n`)
}

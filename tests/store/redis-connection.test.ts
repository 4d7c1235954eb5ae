import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Store } from '../../src/store/store.ts'
import { ada, append, DAYS, session } from '../contract/values.ts'
import { hasRedis, startCluster, startProxy, startRedis, startSentinel, startTlsRedis, until } from '../redis-server.ts'

const role = 'ml-engineer'
const unavailable = (message: RegExp) =>
  expect.objectContaining({ name: 'StoreUnavailable', message: expect.stringMatching(message) })

describe.skipIf(!hasRedis())('the connection to Redis', () => {
  const ends: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  /** Ends it after the test. */
  async function own<T extends { stop(): Promise<unknown> }>(starting: Promise<T>): Promise<T> {
    const started = await starting
    ends.push(() => started.stop())
    return started
  }

  async function open(url: string): Promise<Store> {
    const store = await openRedisStore({ url, prefix: 'rung:', onSetAside: () => undefined })
    ends.push(() => store.close())
    return store
  }

  test('need not stand when a store is opened, and comes about by itself', async () => {
    const server = await own(startRedis())
    await server.kill()
    const store = await open(server.url)
    await expect(store.sessions.read(ada, role)).rejects.toThrow(
      unavailable(/cannot be reached: connect ECONNREFUSED/u),
    )
    expect(await store.describe()).toEqual({
      summary: expect.stringContaining('cannot be reached'),
      warnings: [expect.stringContaining('does not answer')],
    })
    await server.restart()
    await until(async () => (await store.sessions.list(ada)).length === 0)
    expect((await store.describe()).summary).toContain('append-only')
  })

  test('fails in peace where there is no such host', async () => {
    const store = await open('redis://no-such-host.invalid:6379')
    await expect(store.settings.read(ada)).rejects.toThrow(unavailable(/no-such-host/u))
  })

  test('passes over a short break without anybody noticing', async () => {
    const server = await own(startRedis())
    const proxy = await own(startProxy(server))
    const store = await open(`redis://127.0.0.1:${proxy.port}`)
    await server.client().call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    expect(await store.sessions.list(ada)).toEqual([])
  })

  test('never sends a change twice when its answer is lost', async () => {
    const server = await own(startRedis())
    const proxy = await own(startProxy(server))
    const store = await open(`redis://127.0.0.1:${proxy.port}`)
    await store.sessions.create(ada, session(), DAYS)
    proxy.loseAnswers()
    const answer = append(session(), { event: 'Ev1' })
    await expect(store.sessions.append(ada, role, answer)).rejects.toThrow(unavailable(/./u))
    proxy.heal()
    await until(async () => (await store.sessions.read(ada, role)) !== null)
    // It counted once, and asking again says so.
    expect(await store.sessions.read(ada, role)).toMatchObject({ version: 2, answers: answer.answers })
    expect(await store.sessions.append(ada, role, { ...answer, event: 'Ev2' })).toMatchObject({ status: 'stale' })
    expect(await store.sessions.append(ada, role, answer)).toMatchObject({ status: 'repeated' })
  })

  test('logs in as an ACL user, one without CONFIG too, and into a database', async () => {
    const server = await own(startRedis(['--appendonly', 'yes']))
    const password = 'p@ss/w,rd%#:?'
    await server.client().call('ACL', 'SETUSER', 'rung', 'on', `>${password}`, '~rung:*', '&*', '+@all', '-config')
    const store = await open(`redis://rung:${encodeURIComponent(password)}@127.0.0.1:${server.port}/3`)
    await store.sessions.create(ada, session(), DAYS)
    const raw = server.client()
    expect(await raw.dbsize()).toBe(0)
    await raw.select(3)
    expect(await raw.dbsize()).toBe(2)
    const { summary } = await store.describe()
    expect(summary).toMatch(/database 3: append-only file, how it is synced is not told/u)
    expect(summary).not.toContain(password)
  })

  test('tells that a password is wrong, and never which', async () => {
    const server = await own(startRedis(['--requirepass', 'the right one']))
    const store = await open(`redis://:hunter2hunter2@127.0.0.1:${server.port}`)
    const error: unknown = await store.sessions.read(ada, role).catch((error: unknown) => error)
    expect(error).toEqual(unavailable(/WRONGPASS|invalid/u))
    const everything = JSON.stringify([error, Object.entries(Object(error)), await store.describe(), String(error)])
    expect(everything).not.toContain('hunter2')
  })

  test('tells when one server is asked that is part of a cluster, and takes it twice for the cluster', async () => {
    const servers = await startCluster(2)
    for (const server of servers) ends.push(() => server.stop())
    const url = servers[0]?.url ?? ''
    const store = await open(url)
    const reads = Array.from({ length: 20 }, (_, n) => store.sessions.read({ ...ada, user: `U${n}` }, role))
    await expect(Promise.all(reads)).rejects.toThrow(unavailable(/part of a cluster: name two or more.+REDIS_URL/u))
    const cluster = await open(`${url},${url}`)
    await Promise.all(Array.from({ length: 20 }, (_, n) => cluster.sessions.read({ ...ada, user: `U${n}` }, role)))
  })

  test('fails with a StoreUnavailable where memory is full, and changes nothing', async () => {
    const server = await own(startRedis(['--maxmemory-policy', 'noeviction']))
    const store = await open(server.url)
    await store.sessions.create(ada, session(), DAYS)
    await server.client().config('SET', 'maxmemory', '1')
    await expect(store.sessions.append(ada, role, append(session()))).rejects.toThrow(unavailable(/OOM/u))
    expect(await store.sessions.read(ada, role)).toEqual(session())
    await server.client().config('SET', 'maxmemory', '0')
    expect(await store.sessions.append(ada, role, append(session()))).toMatchObject({ status: 'done' })
  })

  test('speaks TLS, and trusts no certificate that nobody vouches for', async () => {
    const server = await own(startTlsRedis())
    const store = await open(server.url)
    await expect(store.sessions.read(ada, role)).rejects.toThrow(unavailable(/certificate/u))
    // Whom to trust is settled when a process starts, so this takes one of its own, over the store that `npm test` built.
    const client = fileURLToPath(new URL('tls-client.js', import.meta.url))
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: server.certificate }
    const { stdout } = await promisify(execFile)(process.execPath, [client, server.url], { env })
    expect(stdout).toBe('created\n')
  })

  test('follows the sentinels to a new master', async () => {
    const master = await own(startRedis())
    const replica = await own(startRedis(['--replicaof', '127.0.0.1', String(master.port)]))
    const raw = master.client()
    await until(async () => /state=online/u.test(await raw.info('replication')))
    const sentinel = await own(startSentinel(master, 'main'))
    const store = await open(`redis+sentinel://127.0.0.1:${sentinel.port}/main`)
    await store.sessions.create(ada, session(), DAYS)
    const copy = replica.client()
    await until(async () => (await copy.dbsize()) > 0)
    const watched = sentinel.client()
    await until(async () => String(await watched.call('SENTINEL', 'REPLICAS', 'main')).includes(String(replica.port)))
    await master.kill()
    await until(async () => (await store.sessions.append(ada, role, append(session()))).status !== 'missing')
    expect(await store.sessions.read(ada, role)).toMatchObject({ version: 2 })
  })

  test.each([
    [['--appendonly', 'no'], /no append-only file, no snapshots, eviction noeviction/u, [/nothing on disk/u]],
    [['--save', '60 1'], /snapshots after 1 changes in 60 s/u, [/snapshots only/u]],
    [['--appendonly', 'yes', '--appendfsync', 'always'], /append-only file, synced with every change/u, []],
    [['--appendonly', 'yes', '--appendfsync', 'everysec'], /synced every second/u, [/last second/u]],
    [['--appendonly', 'yes', '--appendfsync', 'no'], /when the system likes/u, [/half a minute/u]],
    [
      ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'allkeys-lru', '--maxmemory', '50mb'],
      /eviction allkeys-lru/u,
      [/may drop sessions and results when memory reaches 52428800 bytes/u],
    ],
  ])('tells what a server with %j means for the data', async (args, summary, warnings) => {
    const server = await own(startRedis(args))
    const described = await (await open(server.url)).describe()
    expect(described.summary).toMatch(summary)
    expect(described.summary).toContain(`Redis at 127.0.0.1:${server.port}`)
    expect(described.warnings).toEqual(warnings.map((warning) => expect.stringMatching(warning)))
  })
})

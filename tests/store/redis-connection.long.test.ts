import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Outage, Store } from '../../src/store/store.ts'
import { ada, append, DAYS, session } from '../contract/store-fixtures.ts'
import {
  hasRedis,
  startCluster,
  startProxy,
  startRedis,
  startSentinel,
  startTlsRedis,
  waitUntil,
} from '../redis-server.ts'

const role = 'ml-engineer'
const unavailable = (message: RegExp) =>
  expect.objectContaining({ name: 'StoreUnavailable', message: expect.stringMatching(message) })

describe.skipIf(!hasRedis())('the connection to Redis', () => {
  const ends: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  /** Stops it after the test. */
  async function own<T extends { stop(): Promise<unknown> }>(starting: Promise<T>): Promise<T> {
    const started = await starting
    ends.push(() => started.stop())
    return started
  }

  async function open(url: string, onOutage: (outage: Outage) => void = () => undefined): Promise<Store> {
    const store = await openRedisStore({ url, prefix: 'rung:', onQuarantine: () => undefined, onOutage })
    ends.push(() => store.close())
    return store
  }

  test('is not needed to open a store, and is made by itself', async () => {
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
    await waitUntil(async () => (await store.sessions.list(ada)).length === 0)
    expect((await store.describe()).summary).toContain('append-only')
  })

  test('fails cleanly if there is no such host', async () => {
    const store = await open('redis://no-such-host.invalid:6379')
    await expect(store.settings.read(ada)).rejects.toThrow(unavailable(/no-such-host/u))
  })

  test('hides a short interruption', async () => {
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
    const answer = append(session(), { deliveryId: 'Ev1' })
    await expect(store.sessions.append(ada, role, answer)).rejects.toThrow(unavailable(/./u))
    proxy.restore()
    await waitUntil(async () => (await store.sessions.read(ada, role)) !== null)
    // It counted once, as a retry shows.
    expect(await store.sessions.read(ada, role)).toMatchObject({ version: 2, answers: answer.answers })
    expect(await store.sessions.append(ada, role, { ...answer, deliveryId: 'Ev2' })).toMatchObject({ status: 'stale' })
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
    expect(summary).toMatch(/database 3: append-only file, sync policy unknown/u)
    expect(summary).not.toContain(password)
  })

  describe('reports at once what is wrong with REDIS_URL, without quoting it,', () => {
    const refusal = async (url: string): Promise<string> => {
      const error: unknown = await openRedisStore({ url, prefix: 'rung:', onQuarantine: () => undefined }).then(
        () => 'it opened',
        (error: unknown) => error,
      )
      expect(error).toMatchObject({ name: 'RedisUrlError', message: expect.stringMatching(/^REDIS_URL /u) })
      const everything = JSON.stringify([error, Object.entries(Object(error)), String(error), Object(error).stack])
      expect(everything).not.toContain('hunter2')
      return Object(error).message
    }

    test('for a password that is wrong, or missing', async () => {
      const server = await own(startRedis(['--requirepass', 'the right one']))
      expect(await refusal(`redis://:hunter2hunter2@127.0.0.1:${server.port}`)).toMatch(/does not accept/u)
      expect(await refusal(`redis://ada:hunter2hunter2@127.0.0.1:${server.port}`)).toMatch(/does not accept/u)
      expect(await refusal(server.url)).toMatch(/has no password, and .* requires one/u)
    })

    test('for a user without a right that Rung needs', async () => {
      const server = await own(startRedis())
      await server.client().call('ACL', 'SETUSER', 'rung', 'on', '>hunter2', '~rung:*', '&*', '+@all', '-@scripting')
      expect(await refusal(`redis://rung:hunter2@127.0.0.1:${server.port}`)).toMatch(/lacks a permission.*'eval/u)
      await server.client().call('ACL', 'SETUSER', 'rung', '+@all', 'resetkeys', '~other:*')
      expect(await refusal(`redis://rung:hunter2@127.0.0.1:${server.port}`)).toMatch(/lacks a permission/u)
    })

    test('for a database that does not exist', async () => {
      const server = await own(startRedis())
      expect(await refusal(`${server.url}/99`)).toMatch(/database that .* does not have/u)
    })

    test('for the password of a cluster', async () => {
      const servers = await startCluster(2)
      for (const server of servers) ends.push(() => server.stop())
      await Promise.all(servers.map((server) => server.client().config('SET', 'requirepass', 'the right one')))
      const [first, second] = servers.map(({ port }) => `redis://:hunter2@127.0.0.1:${port}`)
      expect(await refusal(`${first},${second}`)).toMatch(/does not accept/u)
    })
  })

  test('works with a server that has neither INFO nor CONFIG', async () => {
    const hosted = ['INFO', 'CONFIG'].flatMap((command) => ['--rename-command', command, ''])
    const server = await own(startRedis(hosted))
    const store = await open(server.url)
    expect(await store.sessions.create(ada, session(), DAYS)).toEqual({ status: 'created' })
    expect(await store.describe()).toEqual({
      summary: expect.stringMatching(/settings unknown/u),
      warnings: [expect.stringMatching(/appendonly.*maxmemory-policy/u)],
    })
  })

  test('works for an ACL user who has neither', async () => {
    const server = await own(startRedis())
    const rights = ['~rung:*', '&*', '+@all', '-info', '-config', '-script']
    await server.client().call('ACL', 'SETUSER', 'rung', 'on', '>secret', ...rights)
    const store = await open(`redis://rung:secret@127.0.0.1:${server.port}`)
    expect(await store.sessions.create(ada, session(), DAYS)).toEqual({ status: 'created' })
    expect((await store.describe()).summary).toMatch(/settings unknown/u)
  })

  test.each([true, false])(
    'finds the new master when its server becomes a replica; errors as before 7: %s',
    async (asBefore7) => {
      const [old, next] = [await own(startRedis()), await own(startRedis())]
      const proxy = await own(startProxy(old, { asBefore7 }))
      const outages: Outage[] = []
      const store = await open(`redis://127.0.0.1:${proxy.port}`, (outage) => outages.push(outage))
      await store.sessions.create(ada, session(), DAYS)
      await next.client().call('REPLICAOF', '127.0.0.1', old.port)
      await waitUntil(async () => (await next.client().dbsize()) > 0)
      await next.client().call('REPLICAOF', 'NO', 'ONE')
      proxy.redirect(next)
      await old.client().call('REPLICAOF', '127.0.0.1', next.port)
      await expect(store.sessions.append(ada, role, append(session()))).rejects.toThrow(unavailable(/READONLY/u))
      await waitUntil(async () => (await store.sessions.append(ada, role, append(session()))).status !== 'missing')
      expect(await store.sessions.read(ada, role)).toMatchObject({ version: 2 })
      await waitUntil(async () => outages.length === 2)
      expect(outages).toEqual([
        { over: false, message: expect.stringMatching(/^Redis at \S+ takes no writes: .*READONLY [^\n]*$/u) },
        { over: true, message: expect.stringMatching(/^Redis at \S+ works again, after \d+ s$/u) },
      ])
    },
  )

  test('reports once that the server is lost, and once that it is back', async () => {
    const server = await own(startRedis())
    const outages: Outage[] = []
    const store = await open(server.url, (outage) => outages.push(outage))
    // A connection that is cut and restored at once is not an outage.
    await server.client().call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    expect(await store.sessions.list(ada)).toEqual([])
    await server.kill()
    // It is reported though no call is made.
    await waitUntil(async () => outages.length === 1)
    const reads = Array.from({ length: 20 }, () => store.sessions.read(ada, role).catch(() => undefined))
    await Promise.all(reads)
    await store.sessions.list(ada).catch(() => undefined)
    await server.restart()
    await waitUntil(async () => outages.length === 2)
    expect(outages).toEqual([
      {
        over: false,
        message: expect.stringMatching(/^Redis at 127.0.0.1:\d+ (?:cannot be reached|does not work): [^\n]+$/u),
      },
      { over: true, message: expect.stringMatching(/works again, after \d+ s$/u) },
    ])
  })

  test('reports by a check that the server accepts no writes: a replica, full, or unable to save', async () => {
    const server = await own(startRedis(['--maxmemory-policy', 'noeviction', '--enable-protected-configs', 'yes']))
    const raw = server.client()
    const store = await open(server.url)
    expect(await store.check()).toBeUndefined()
    await raw.call('REPLICAOF', '127.0.0.1', 1)
    expect(await store.check()).toMatch(/READONLY/u)
    await raw.call('REPLICAOF', 'NO', 'ONE')
    await waitUntil(async () => (await store.check()) === undefined)
    await raw.config('SET', 'maxmemory', '1')
    expect(await store.check()).toMatch(/OOM/u)
    await raw.config('SET', 'maxmemory', '0')
    expect(await store.check()).toBeUndefined()
    // A server that cannot save to a removed folder rejects writes while saving is enabled.
    const folder = await mkdtemp(join(tmpdir(), 'rung-gone-'))
    await raw.config('SET', 'dir', folder)
    await rm(folder, { recursive: true })
    await raw.config('SET', 'save', '1 1')
    await raw.set('changed', '1')
    await raw.set('changed', '2')
    await waitUntil(async () => /MISCONF/u.test((await store.check()) ?? ''))
    await server.kill()
    expect(await store.check()).toMatch(/^Redis at /u)
  })

  test('reports a single server that is part of a cluster, and accepts it twice as the cluster', async () => {
    const servers = await startCluster(2)
    for (const server of servers) ends.push(() => server.stop())
    const url = servers[0]?.url ?? ''
    const store = await open(url)
    const reads = Array.from({ length: 20 }, (_, n) => store.sessions.read({ ...ada, user: `U${n}` }, role))
    await expect(Promise.all(reads)).rejects.toThrow(unavailable(/part of a cluster: name two or more.+REDIS_URL/u))
    const cluster = await open(`${url},${url}`)
    await Promise.all(Array.from({ length: 20 }, (_, n) => cluster.sessions.read({ ...ada, user: `U${n}` }, role)))
  })

  test('fails with a StoreUnavailable if memory is full, and changes nothing', async () => {
    const server = await own(startRedis(['--maxmemory-policy', 'noeviction']))
    const store = await open(server.url)
    await store.sessions.create(ada, session(), DAYS)
    await server.client().config('SET', 'maxmemory', '1')
    await expect(store.sessions.append(ada, role, append(session()))).rejects.toThrow(unavailable(/OOM/u))
    expect(await store.sessions.read(ada, role)).toEqual(session())
    await server.client().config('SET', 'maxmemory', '0')
    expect(await store.sessions.append(ada, role, append(session()))).toMatchObject({ status: 'done' })
  })

  test('uses TLS, and trusts no unknown certificate', async () => {
    const server = await own(startTlsRedis())
    const store = await open(server.url)
    await expect(store.sessions.read(ada, role)).rejects.toThrow(unavailable(/certificate/u))
    // A process reads its trusted certificates at the start, so this needs its own, over the store that `npm test` built.
    const client = fileURLToPath(new URL('tls-client.js', import.meta.url))
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: server.certificate }
    const { stdout } = await promisify(execFile)(process.execPath, [client, server.url], { env })
    expect(stdout).toBe('created\n')
  })

  test('follows the sentinels to a new master', async () => {
    const master = await own(startRedis())
    const replica = await own(startRedis(['--replicaof', '127.0.0.1', String(master.port)]))
    const raw = master.client()
    await waitUntil(async () => /state=online/u.test(await raw.info('replication')))
    const sentinel = await own(startSentinel(master, 'main'))
    const store = await open(`redis+sentinel://127.0.0.1:${sentinel.port}/main`)
    await store.sessions.create(ada, session(), DAYS)
    const copy = replica.client()
    await waitUntil(async () => (await copy.dbsize()) > 0)
    const watched = sentinel.client()
    await waitUntil(async () =>
      String(await watched.call('SENTINEL', 'REPLICAS', 'main')).includes(String(replica.port)),
    )
    await master.kill()
    await waitUntil(async () => (await store.sessions.append(ada, role, append(session()))).status !== 'missing')
    expect(await store.sessions.read(ada, role)).toMatchObject({ version: 2 })
  })

  test.each([
    [['--appendonly', 'no'], /no append-only file, no snapshots, eviction noeviction/u, [/nothing on disk/u]],
    [['--save', '60 1'], /snapshots after 1 changes in 60 s/u, [/snapshots only/u]],
    [['--appendonly', 'yes', '--appendfsync', 'always'], /append-only file, synced with every change/u, []],
    [['--appendonly', 'yes', '--appendfsync', 'everysec'], /synced every second/u, [/last second/u]],
    [['--appendonly', 'yes', '--appendfsync', 'no'], /synced by the system/u, [/half a minute/u]],
    [
      ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'allkeys-lru', '--maxmemory', '50mb'],
      /eviction allkeys-lru/u,
      [/may drop sessions and results when memory reaches 52428800 bytes/u],
    ],
  ])('describes what a server with %j means for the data', async (args, summary, warnings) => {
    const server = await own(startRedis(args))
    const described = await (await open(server.url)).describe()
    expect(described.summary).toMatch(summary)
    expect(described.summary).toContain(`Redis at 127.0.0.1:${server.port}`)
    expect(described.warnings).toEqual(warnings.map((warning) => expect.stringMatching(warning)))
  })
})

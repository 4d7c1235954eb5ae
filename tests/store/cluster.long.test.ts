import { afterEach, describe, expect, test } from 'vitest'
import { openRedisStore } from '../../src/store/redis/index.ts'
import { describeStore } from '../contract/store.ts'
import { ada, append, DAYS, session } from '../contract/store-fixtures.ts'
import { hasRedis, type RedisServer, startCluster, startReplica, waitForCluster, waitUntil } from '../redis-server.ts'
import { createRedisHarness } from './redis-harness.ts'

const SIZE = 3

describe.skipIf(!hasRedis())('with redis-servers', () => {
  let servers: readonly RedisServer[] = []

  describeStore('Redis Cluster', async () => {
    servers = await startCluster(SIZE, ['--appendonly', 'yes', '--appendfsync', 'always'])
    const url = servers.map(({ url }) => url).join(',')
    return createRedisHarness(servers, url, {
      freeze() {
        for (const server of servers) server.freeze()
      },
      thaw() {
        for (const server of servers) server.thaw()
      },
      kill: async () => void (await Promise.all(servers.map((server) => server.kill()))),
      async restart() {
        await Promise.all(servers.map((server) => server.restart()))
        await Promise.all(servers.map((server) => waitForCluster(server.client(), SIZE)))
      },
    })
  })

  describe('the Redis Cluster store and its nodes', () => {
    const ends: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end()
    })

    test('continues with the replica that takes over from a master', async () => {
      const masters = await startCluster(SIZE)
      const replica = await startReplica(masters[0])
      for (const server of [...masters, replica]) ends.push(() => server.stop())
      const url = masters.map(({ url }) => url).join(',')
      const store = await openRedisStore({ url, prefix: 'rung:', onQuarantine: () => undefined })
      ends.push(() => store.close())
      const persons = Array.from({ length: 20 }, (_, n) => ({ ...ada, user: `U${n}` }))
      for (const person of persons) await store.sessions.create(person, session(), DAYS)
      // A node that does not know the replica cannot vote for it.
      await Promise.all([...masters, replica].map((server) => waitForCluster(server.client(), SIZE + 1)))
      const [original, copy] = [masters[0]?.client(), replica.client()]
      await waitUntil(async () => (await copy.dbsize()) === (await original?.dbsize()))
      await masters[0]?.kill()
      for (const person of persons) {
        await waitUntil(
          async () => (await store.sessions.append(person, 'ml-engineer', append(session()))).status === 'done',
        )
      }
      expect((await store.describe()).summary).not.toContain('not answer')
    })

    test('describes what every node does with the data', async () => {
      const masters = await startCluster(2)
      for (const server of masters) ends.push(() => server.stop())
      await masters[1]?.client().config('SET', 'appendonly', 'yes')
      const url = masters.map(({ url }) => url).join(',')
      const store = await openRedisStore({ url, prefix: 'rung:', onQuarantine: () => undefined })
      ends.push(() => store.close())
      const { summary, warnings } = await store.describe()
      expect(summary).toMatch(/^Redis Cluster at 127\.0\.0\.1:\d+, .+; other nodes: /u)
      expect(warnings).toHaveLength(2)
    })
  })
})

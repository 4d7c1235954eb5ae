import { describe } from 'vitest'
import { describeStore } from '../contract/store.ts'
import { hasRedis, startRedis } from '../redis-server.ts'
import { createRedisHarness } from './redis-harness.ts'

describe.skipIf(!hasRedis())('with a redis-server', () => {
  describeStore('Redis', async () => {
    const server = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    return createRedisHarness([server], server.url, server)
  })
})

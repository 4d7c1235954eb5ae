import { describe } from 'vitest'
import { describeStore } from '../contract/store.ts'
import { hasRedis, startRedis } from '../redis-server.ts'
import { redisGround } from './redis-harness.ts'

describe.skipIf(!hasRedis())('with a redis-server', () => {
  describeStore('Redis', async () => {
    const server = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    return redisGround([server], server.url, server)
  })
})

import { describe, test } from 'vitest'
import { describeStore } from '../contract/store.ts'
import { hasRedis, startRedis } from '../redis-server.ts'
import { redisGround } from './redis-ground.ts'

if (hasRedis()) {
  describeStore('Redis', async () => {
    const server = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    return redisGround([server], server.url, server)
  })
} else {
  describe.skip('the Redis store', () => test('needs redis-server', () => undefined))
}

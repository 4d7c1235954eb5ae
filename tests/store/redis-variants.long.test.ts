import { describe } from 'vitest'
import { describeStore } from '../contract/store.ts'
import { hasRedis, startProxy, startRedis } from '../redis-server.ts'
import { createRedisHarness } from './redis-harness.ts'

// The contract over servers as hosting providers offer them.

const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always']

describe.skipIf(!hasRedis())('with a redis-server', () => {
  describeStore('Redis (script errors as before 7)', async () => {
    const server = await startRedis(DURABLE)
    const proxy = await startProxy(server, { asBefore7: true })
    const harness = createRedisHarness([server], `redis://127.0.0.1:${proxy.port}`, server)
    return {
      ...harness,
      async remove() {
        await proxy.stop()
        await harness.remove()
      },
    }
  })

  describeStore('Redis (without rights to INFO, CONFIG and SCRIPT)', async () => {
    const rights = ['>secret', '~*', '&*', '+@all', '-info', '-config', '-script']
    const server = await startRedis([...DURABLE, '--user', 'rung', 'on', ...rights])
    return createRedisHarness([server], `redis://rung:secret@127.0.0.1:${server.port}`, server)
  })
})

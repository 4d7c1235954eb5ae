import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoadedCatalog, loadCatalog } from '../../src/catalog/index.ts'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Store } from '../../src/store/store.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { runCommunity } from './random-events.ts'

describe.skipIf(!hasRedis())('a ladder on two processes', () => {
  let loaded: Extract<LoadedCatalog, { ok: true }>
  let redis: RedisServer
  let stores: [Store, Store]

  beforeAll(async () => {
    const read = await loadCatalog(ownCatalog)
    if (!read.ok) throw new Error('the catalog is broken')
    loaded = read
    redis = await startRedis()
    const options = { url: redis.url, prefix: 'ladder:', onQuarantine: () => undefined }
    stores = [await openRedisStore(options), await openRedisStore(options)]
  })
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await redis.stop()
  })

  test('is the same whatever happens: entries repeated, reordered, undone or cut off, and replicas restarted', async () => {
    const run = await runCommunity({ loaded, stores, events: 4000, seed: 20_261_125, checkEvery: 250 })
    expect(run.crashes).toBeGreaterThan(50)
    expect(run.without).toBeGreaterThan(20)
    for (const state of ['applied', 'rejected'] as const) {
      expect(run.states.get(state) ?? 0).toBeGreaterThan(0)
    }
    for (const why of ['own', 'bot', 'notExpert', 'notAuthor', 'state', 'otherVote', 'same']) {
      expect(run.refused.get(why) ?? 0).toBeGreaterThan(0)
    }
  })
})

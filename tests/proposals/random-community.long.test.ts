import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoadedCatalog, loadCatalog } from '../../src/catalog/index.ts'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Store } from '../../src/store/store.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { fullCounts } from '../full-counts.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { runCommunity } from './random-events.ts'

/** Each begins with an empty log, as communities type: a log of years is not what is at stake here. */
const RUNS = fullCounts ? 10 : 4
const EVENTS = RUNS * 10_000

describe.skipIf(!hasRedis())('a community on two processes', () => {
  let loaded: Extract<LoadedCatalog, { ok: true }>
  let redis: RedisServer

  beforeAll(async () => {
    const read = await loadCatalog(ownCatalog)
    if (!read.ok) throw new Error('the catalog is broken')
    loaded = read
    redis = await startRedis()
  })
  afterAll(() => redis.stop())

  test(`breaks nothing in ${EVENTS} random events`, async () => {
    let events = 0
    for (let run = 0; run < RUNS; run += 1) {
      const options = { url: redis.url, prefix: `ladder${run}:`, onQuarantine: () => undefined }
      const stores: [Store, Store] = [await openRedisStore(options), await openRedisStore(options)]
      const done = await runCommunity({ loaded, stores, events: EVENTS / RUNS, seed: run + 1, checkEvery: 500 })
      events += done.events
      expect(done.crashes).toBeGreaterThan(100)
      expect(done.states.get('applied') ?? 0).toBeGreaterThan(10)
      process.stdout.write(
        `run ${run + 1}: ${JSON.stringify({ ...done, states: [...done.states], refused: [...done.refused] })}\n`,
      )
      await Promise.all(stores.map((store) => store.close()))
    }
    expect(events).toBe(EVENTS)
  })
})

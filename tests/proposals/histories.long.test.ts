import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullCounts, runSeed } from '../full-counts.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { type History, runHistory } from './histories.ts'

const HISTORIES = fullCounts ? 1000 : 40
const STEPS = 40

describe.skipIf(!hasRedis())('random histories of a community', () => {
  let redis: RedisServer
  let client: Redis

  beforeAll(async () => {
    redis = await startRedis()
    client = redis.client()
  })
  afterAll(async () => {
    client.disconnect()
    await redis.stop()
  })

  test(`${HISTORIES} of them end as without restarts, short lists, lagging processes and lost entries`, async () => {
    const seed = runSeed('histories')
    const histories: History[] = []
    for (let n = 0; n < HISTORIES; n += 1) {
      const prefix = `history${n}:`
      histories.push(await runHistory({ redis, client, prefix, seed: (seed + n) % 2 ** 32, steps: STEPS }))
      await client.flushall()
    }
    const sum = (of: 'restarts' | 'losses' | 'notified' | 'delayed'): number =>
      histories.reduce((total, history) => total + history[of], 0)
    const states = new Map<string, number>()
    for (const state of histories.flatMap((history) => history.states)) states.set(state, (states.get(state) ?? 0) + 1)
    const counts = {
      histories: histories.length,
      restarts: sum('restarts'),
      losses: sum('losses'),
      notified: sum('notified'),
      delayed: sum('delayed'),
    }
    console.info(JSON.stringify({ ...counts, states: Object.fromEntries(states) }))
    expect(histories).toHaveLength(HISTORIES)
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0)
    for (const state of ['applied', 'rejected', 'expired']) expect(states.get(state) ?? 0).toBeGreaterThan(0)
  })
})

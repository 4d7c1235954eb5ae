import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runEvery } from '../../src/proposals/run-every.ts'

const EVERY_MS = 1000

describe('a background loop', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const startLoop = (durationMs: number) => {
    const begins: number[] = []
    const ends: number[] = []
    const loop = runEvery(
      EVERY_MS,
      async () => {
        begins.push(Date.now())
        await new Promise((resolve) => {
          setTimeout(resolve, durationMs)
        })
        ends.push(Date.now())
      },
      (error) => {
        throw error
      },
    )
    const pauses = () => begins.slice(1).map((begin, n) => begin - (ends[n] ?? begin))
    return { loop, begins, pauses }
  }

  test('pauses for the interval after each round, and a tenth longer at most', async () => {
    const { loop, begins, pauses } = startLoop(300)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(begins.length).toBeGreaterThanOrEqual(7)
    for (const pause of pauses()) {
      expect(pause).toBeGreaterThanOrEqual(EVERY_MS)
      expect(pause).toBeLessThanOrEqual(EVERY_MS * 1.1 + 1)
    }
    await loop.stop()
  })

  test.each([0, 300, 900])('pauses as long after a round that was started by hand %i ms in', async (delay) => {
    const { loop, begins, pauses } = startLoop(300)
    await vi.advanceTimersByTimeAsync(delay)
    void loop.run()
    await vi.advanceTimersByTimeAsync(5000)
    expect(begins.length).toBeGreaterThanOrEqual(4)
    for (const pause of pauses()) expect(pause).toBeGreaterThanOrEqual(EVERY_MS)
    await loop.stop()
  })

  test('goes on after a round that failed at once', async () => {
    const errors: unknown[] = []
    const loop = runEvery(
      EVERY_MS,
      () => {
        throw new Error('no connection')
      },
      (error) => errors.push(error),
    )
    await vi.advanceTimersByTimeAsync(3500)
    expect(errors).toHaveLength(3)
    await loop.stop()
    await vi.advanceTimersByTimeAsync(3500)
    expect(errors).toHaveLength(3)
  })

  test('lets the running round end when stopped', async () => {
    vi.useRealTimers()
    let ended = false
    const loop = runEvery(
      EVERY_MS,
      async () => {
        await sleep(20)
        ended = true
      },
      () => undefined,
    )
    void loop.run()
    await loop.stop()
    expect(ended).toBe(true)
  })
})

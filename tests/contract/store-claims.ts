import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ContractContext } from './store.ts'
import { DAYS } from './store-fixtures.ts'

export function describeClaims({ store, second }: ContractContext): void {
  test('gives a delivery to one of many claimants', async () => {
    const other = await second()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? store() : other).claims.claim('Ev{1}:/🪜', 1000, DAYS)),
    )
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(9)
    expect(await store().claims.claim('another', 1000, DAYS)).toBe('claimed')
  })

  test('remembers a completed delivery for its time to live', async () => {
    await store().claims.claim('Ev1', 1000, DAYS)
    await store().claims.complete('Ev1', 150)
    expect(await store().claims.claim('Ev1', 2000, DAYS)).toBe('done')
    await store().claims.release('Ev1')
    expect(await store().claims.claim('Ev1', 1000 + 2 * DAYS, DAYS)).toBe('done')
    await sleep(200)
    expect(await store().claims.claim('Ev1', 3000, DAYS)).toBe('claimed')
  })

  test('gives a released delivery again', async () => {
    await store().claims.claim('Ev1', 1000, DAYS)
    await store().claims.release('Ev1')
    await store().claims.release('never claimed')
    expect(await store().claims.claim('Ev1', 1001, DAYS)).toBe('claimed')
    expect(await store().claims.claim('Ev1', 1002, DAYS)).toBe('busy')
  })

  test('gives a delivery again when its lease is over by the clock of the caller', async () => {
    await store().claims.claim('Ev1', 1000, 60_000)
    expect(await store().claims.claim('Ev1', 60_999, 60_000)).toBe('busy')
    expect(await store().claims.claim('Ev1', 61_000, 60_000)).toBe('claimed')
    expect(await store().claims.claim('Ev1', 120_000, 60_000)).toBe('busy')
  })

  test('gives a delivery again when its lease is over by the clock of the store', async () => {
    await store().claims.claim('Ev1', 1000, 100)
    await sleep(150)
    expect(await store().claims.claim('Ev1', 1001, 100)).toBe('claimed')
  })
}

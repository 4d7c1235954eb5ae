import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import type { ContractContext } from './store.ts'
import { ada, bo, scheduleEntry } from './store-fixtures.ts'

export function describeSchedule({ store, second }: ContractContext): void {
  const claimIds = async (now: number, most = 10) =>
    (await store().schedule.claim('slack', now, 60_000, most)).map(({ id }) => id)

  test('claims what is due, the oldest first, up to the limit', async () => {
    for (const [id, at] of [
      ['c', 3000],
      ['a', 1000],
      ['d', 4000],
      ['b', 2000],
    ] as const) {
      await store().schedule.put(scheduleEntry(id, at))
    }
    expect(await claimIds(999)).toEqual([])
    expect(await claimIds(3000, 2)).toEqual(['a', 'b'])
    expect(await claimIds(3000, 0)).toEqual([])
    expect(await claimIds(3000, 2)).toEqual(['c'])
    expect(await store().schedule.claim('slack', 4000, 1000, 10)).toMatchObject([scheduleEntry('d', 4000)])
  })

  test('gives no entry to two claimants at the same time', async () => {
    const other = await second()
    await Promise.all(Array.from({ length: 40 }, (_, n) => store().schedule.put(scheduleEntry(`entry ${n}`, 1000))))
    const rounds = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? store() : other).schedule.claim('slack', 1000, 60_000, 3)),
    )
    const ids = rounds.flat().map(({ id }) => id)
    expect(ids).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
  })

  test('gives an entry again if it is not completed within the lease', async () => {
    await store().schedule.put(scheduleEntry('a', 1000))
    expect(await claimIds(2000)).toEqual(['a'])
    expect(await claimIds(61_999)).toEqual([])
    expect(await claimIds(62_000)).toEqual(['a'])
  })

  test('removes what is completed or canceled', async () => {
    await store().schedule.put(scheduleEntry('a', 1000))
    await store().schedule.put(scheduleEntry('b', 1000))
    const [first] = await store().schedule.claim('slack', 1000, 1000, 1)
    if (first) await store().schedule.complete(first)
    if (first) await store().schedule.complete(first)
    await store().schedule.cancel('b')
    await store().schedule.cancel('never scheduled')
    expect(await claimIds(1_000_000)).toEqual([])
  })

  test('moves an entry that is put again', async () => {
    await store().schedule.put(scheduleEntry('a', 1000))
    await store().schedule.put(scheduleEntry('a', 5000, { person: bo, role: 'other' }))
    expect(await claimIds(4999)).toEqual([])
    expect(await store().schedule.claim('slack', 5000, 1000, 10)).toMatchObject([
      { id: 'a', at: 5000, person: bo, role: 'other' },
    ])
    await store().erase(ada)
    expect(await claimIds(9000)).toEqual(['a'])
    await store().erase(bo)
    expect(await claimIds(999_999)).toEqual([])
  })

  test('keeps an entry that was put again while it was claimed', async () => {
    for (const at of [9000, 1000]) {
      await store().schedule.put(scheduleEntry('a', 1000))
      const [claimed] = await store().schedule.claim('slack', 1000, 60_000, 1)
      if (!claimed) throw new Error('nothing was claimed')
      // For another time, and for the same time.
      await store().schedule.put({ ...claimed, at })
      await store().schedule.complete(claimed)
      expect(await store().schedule.claim('slack', 9000, 60_000, 10)).toMatchObject([scheduleEntry('a', at)])
      await store().schedule.cancel('a')
    }
  })

  test('delays no platform when another one cannot deliver', async () => {
    for (let n = 0; n < 120; n++) await store().schedule.put(scheduleEntry(`slack ${n}`, n))
    await store().schedule.put(scheduleEntry('discord', 5000, { person: { ...ada, platform: 'discord' } }))
    expect((await store().schedule.platforms()).toSorted()).toEqual(['discord', 'slack'])
    expect((await store().schedule.claim('discord', 5000, 60_000, 10)).map(({ id }) => id)).toEqual(['discord'])
    expect(await store().schedule.claim('console', 5000, 60_000, 10)).toEqual([])
    expect(await claimIds(5000, 1000)).toHaveLength(120)
  })

  test('lists only platforms with entries', async () => {
    await store().schedule.put(scheduleEntry('a', 1000))
    await store().schedule.put(scheduleEntry('b', 1000))
    await store().schedule.cancel('a')
    const [claimed] = await store().schedule.claim('slack', 1000, 1000, 10)
    expect(await store().schedule.platforms()).toEqual(['slack'])
    if (claimed) await store().schedule.complete(claimed)
    expect(await store().schedule.platforms()).toEqual([])
    await store().schedule.put(scheduleEntry('c', 1000))
    await store().erase(ada)
    expect(await store().schedule.platforms()).toEqual([])
  })

  test('moves a claimed entry only for the current claimant', async () => {
    const other = await second()
    await store().schedule.put(scheduleEntry('a', 1000))
    const [late] = await store().schedule.claim('slack', 1000, 60_000, 1)
    const [current] = await other.schedule.claim('slack', 61_000, 60_000, 1)
    if (!late || !current) throw new Error('nothing was claimed')
    expect(await store().schedule.reschedule(late, { at: 2000, kind: 'reminded' })).toBe(false)
    expect(await store().schedule.complete(late)).toBe(false)
    expect(await other.schedule.reschedule(current, { at: 3000, kind: 'reminded' })).toBe(true)
    expect(await other.schedule.reschedule(current, { at: 4000, kind: 'idle' })).toBe(false)
    expect(await claimIds(2999)).toEqual([])
    const [moved] = await store().schedule.claim('slack', 3000, 60_000, 1)
    expect(moved).toMatchObject(scheduleEntry('a', 3000, { kind: 'reminded' }))
    await store().schedule.cancel('a')
    expect(moved && (await store().schedule.reschedule(moved, { at: 5000, kind: 'idle' }))).toBe(false)
    expect(await claimIds(999_999)).toEqual([])
  })

  test('rejects what it could not read again', async () => {
    await expect(store().schedule.put(scheduleEntry('', 1000))).rejects.toThrow(ZodError)
    expect(await claimIds(2000)).toEqual([])
  })
}

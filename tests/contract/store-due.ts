import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import type { Bench } from './store.ts'
import { ada, bo, due } from './values.ts'

export function describeDue({ store, second }: Bench): void {
  const claimIds = async (now: number, most = 10) =>
    (await store().due.claim('slack', now, 60_000, most)).map(({ id }) => id)

  test('gives what is due, the oldest first, and no more than asked for', async () => {
    for (const [id, at] of [
      ['c', 3000],
      ['a', 1000],
      ['d', 4000],
      ['b', 2000],
    ] as const) {
      await store().due.schedule(due(id, at))
    }
    expect(await claimIds(999)).toEqual([])
    expect(await claimIds(3000, 2)).toEqual(['a', 'b'])
    expect(await claimIds(3000, 0)).toEqual([])
    expect(await claimIds(3000, 2)).toEqual(['c'])
    expect(await store().due.claim('slack', 4000, 1000, 10)).toMatchObject([due('d', 4000)])
  })

  test('gives nothing to two at the same time', async () => {
    const other = await second()
    await Promise.all(Array.from({ length: 40 }, (_, n) => store().due.schedule(due(`entry ${n}`, 1000))))
    const rounds = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? store() : other).due.claim('slack', 1000, 60_000, 3)),
    )
    const ids = rounds.flat().map(({ id }) => id)
    expect(ids).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
  })

  test('gives an entry again when nobody completed it within the lease', async () => {
    await store().due.schedule(due('a', 1000))
    expect(await claimIds(2000)).toEqual(['a'])
    expect(await claimIds(61_999)).toEqual([])
    expect(await claimIds(62_000)).toEqual(['a'])
  })

  test('removes what is completed or cancelled', async () => {
    await store().due.schedule(due('a', 1000))
    await store().due.schedule(due('b', 1000))
    const [first] = await store().due.claim('slack', 1000, 1000, 1)
    if (first) await store().due.complete(first)
    if (first) await store().due.complete(first)
    await store().due.cancel('b')
    await store().due.cancel('never scheduled')
    expect(await claimIds(1_000_000)).toEqual([])
  })

  test('moves an entry that is scheduled again', async () => {
    await store().due.schedule(due('a', 1000))
    await store().due.schedule(due('a', 5000, { person: bo, role: 'other' }))
    expect(await claimIds(4999)).toEqual([])
    expect(await store().due.claim('slack', 5000, 1000, 10)).toMatchObject([
      { id: 'a', at: 5000, person: bo, role: 'other' },
    ])
    await store().erase(ada)
    expect(await claimIds(9000)).toEqual(['a'])
    await store().erase(bo)
    expect(await claimIds(999_999)).toEqual([])
  })

  test('keeps an entry that was scheduled anew while it was worked on', async () => {
    for (const at of [9000, 1000]) {
      await store().due.schedule(due('a', 1000))
      const [claimed] = await store().due.claim('slack', 1000, 60_000, 1)
      if (!claimed) throw new Error('nothing was claimed')
      // At another time, and at the same time too.
      await store().due.schedule({ ...claimed, at })
      await store().due.complete(claimed)
      expect(await store().due.claim('slack', 9000, 60_000, 10)).toMatchObject([due('a', at)])
      await store().due.cancel('a')
    }
  })

  test('holds up no platform by what another one cannot deliver', async () => {
    for (let n = 0; n < 120; n++) await store().due.schedule(due(`slack ${n}`, n))
    await store().due.schedule(due('discord', 5000, { person: { ...ada, platform: 'discord' } }))
    expect((await store().due.platforms()).toSorted()).toEqual(['discord', 'slack'])
    expect((await store().due.claim('discord', 5000, 60_000, 10)).map(({ id }) => id)).toEqual(['discord'])
    expect(await store().due.claim('console', 5000, 60_000, 10)).toEqual([])
    expect(await claimIds(5000, 1000)).toHaveLength(120)
  })

  test('names no platform that nothing waits for', async () => {
    await store().due.schedule(due('a', 1000))
    await store().due.schedule(due('b', 1000))
    await store().due.cancel('a')
    const [claimed] = await store().due.claim('slack', 1000, 1000, 10)
    expect(await store().due.platforms()).toEqual(['slack'])
    if (claimed) await store().due.complete(claimed)
    expect(await store().due.platforms()).toEqual([])
    await store().due.schedule(due('c', 1000))
    await store().erase(ada)
    expect(await store().due.platforms()).toEqual([])
  })

  test('moves a claimed entry, and only for the one who still has the claim', async () => {
    const other = await second()
    await store().due.schedule(due('a', 1000))
    const [late] = await store().due.claim('slack', 1000, 60_000, 1)
    const [current] = await other.due.claim('slack', 61_000, 60_000, 1)
    if (!late || !current) throw new Error('nothing was claimed')
    expect(await store().due.reschedule(late, { at: 2000, kind: 'reminded' })).toBe(false)
    expect(await store().due.complete(late)).toBe(false)
    expect(await other.due.reschedule(current, { at: 3000, kind: 'reminded' })).toBe(true)
    expect(await other.due.reschedule(current, { at: 4000, kind: 'idle' })).toBe(false)
    expect(await claimIds(2999)).toEqual([])
    const [moved] = await store().due.claim('slack', 3000, 60_000, 1)
    expect(moved).toMatchObject(due('a', 3000, { kind: 'reminded' }))
    await store().due.cancel('a')
    expect(moved && (await store().due.reschedule(moved, { at: 5000, kind: 'idle' }))).toBe(false)
    expect(await claimIds(999_999)).toEqual([])
  })

  test('refuses what it could not read again', async () => {
    await expect(store().due.schedule(due('', 1000))).rejects.toThrow(ZodError)
    expect(await claimIds(2000)).toEqual([])
  })
}

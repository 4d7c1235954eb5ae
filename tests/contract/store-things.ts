import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Bench } from './store.ts'

const NAME = 'slack/team:T-1/E_2.x'

export function describeThings({ store, second, behind, ground, prefix }: Bench): void {
  test('gives back what was written, under a new version each time', async () => {
    expect(await store().things.read(NAME)).toBeNull()
    const first = await store().things.write(NAME, 'a value “with” odd\ncharacters 🪜')
    if (first.status !== 'done') throw new Error('nothing was in the way')
    expect(await store().things.read(NAME)).toEqual({
      value: 'a value “with” odd\ncharacters 🪜',
      version: first.version,
    })
    const next = await store().things.write(NAME, '')
    expect(next).toMatchObject({ status: 'done' })
    expect(next).not.toEqual(first)
    expect(await store().things.read(NAME)).toMatchObject({ value: '' })
    expect(await store().things.read('slack/team:T-1')).toBeNull()
  })

  test('writes over the version it was told only', async () => {
    const first = await store().things.write(NAME, 'one', { over: null })
    if (first.status !== 'done') throw new Error('nothing was in the way')
    expect(await store().things.write(NAME, 'two', { over: null })).toEqual({ status: 'stale' })
    expect(await store().things.write(NAME, 'two', { over: 'another' })).toEqual({ status: 'stale' })
    expect(await store().things.write(NAME, 'two', { over: first.version })).toMatchObject({ status: 'done' })
    expect(await store().things.write(NAME, 'three', { over: first.version })).toEqual({ status: 'stale' })
    expect(await store().things.read(NAME)).toMatchObject({ value: 'two' })
    expect(await store().things.write('other', 'x', { over: first.version })).toEqual({ status: 'stale' })
    expect(await store().things.read('other')).toBeNull()
  })

  test('gives a lock to one of many, until that one releases it', async () => {
    const other = await second()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? store() : other).things.write('lock', String(n), { over: null, keepMs: 60_000 }),
      ),
    )
    const held = outcomes.filter((outcome) => outcome.status === 'done')
    expect(held).toHaveLength(1)
    const version = held[0]?.version ?? ''
    expect(await other.things.remove('lock', 'another')).toBe(false)
    expect(await other.things.remove('lock', version)).toBe(true)
    expect(await store().things.remove('lock', version)).toBe(false)
    expect(await store().things.write('lock', 'again', { over: null, keepMs: 60_000 })).toMatchObject({
      status: 'done',
    })
    expect(await store().things.remove('lock')).toBe(true)
    expect(await store().things.read('lock')).toBeNull()
  })

  test('keeps one for as long as it was told to', async () => {
    await store().things.write('short', 'x', { over: null, keepMs: 100 })
    await store().things.write('long', 'x', { over: null, keepMs: 100 })
    await store().things.write('long', 'y')
    await sleep(150)
    expect(await store().things.read('short')).toBeNull()
    expect(await store().things.write('short', 'y', { over: null })).toMatchObject({ status: 'done' })
    expect(await store().things.read('long')).toMatchObject({ value: 'y' })
  })

  test('keeps them over a restart, and leaves nothing of one that was removed', async () => {
    await store().things.write('kept', 'x'.repeat(16_384), { over: null })
    await behind(async () => undefined)
    expect((await store().things.read('kept'))?.value).toHaveLength(16_384)
    await store().things.remove('kept')
    expect(await behind(() => ground().contents(prefix()))).toEqual(new Map())
  })

  test.each(['', 'with space', 'x'.repeat(201), '{tag}', 'ünïcode'])('refuses the name “%s”', async (name) => {
    await expect(store().things.read(name)).rejects.toThrow(RangeError)
    await expect(store().things.write(name, 'x')).rejects.toThrow(/A-Z/u)
    await expect(store().things.remove(name)).rejects.toThrow(RangeError)
  })

  test('refuses a value that is too long, and keeps what was there', async () => {
    await store().things.write(NAME, 'before', { over: null })
    await expect(store().things.write(NAME, 'x'.repeat(16_385))).rejects.toThrow(/16384/u)
    expect(await store().things.read(NAME)).toMatchObject({ value: 'before' })
  })
}

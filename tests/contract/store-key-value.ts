import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ContractContext } from './store.ts'

const NAME = 'slack/team:T-1/E_2.x'

export function describeKeyValues({ store, second, offline, harness, prefix }: ContractContext): void {
  test('gives back what was written, under a new version each time', async () => {
    expect(await store().keyValues.read(NAME)).toBeNull()
    const first = await store().keyValues.write(NAME, 'a value “with” odd\ncharacters 🪜')
    if (first.status !== 'done') throw new Error('nothing was in the way')
    expect(await store().keyValues.read(NAME)).toEqual({
      value: 'a value “with” odd\ncharacters 🪜',
      version: first.version,
    })
    const next = await store().keyValues.write(NAME, '')
    expect(next).toMatchObject({ status: 'done' })
    expect(next).not.toEqual(first)
    expect(await store().keyValues.read(NAME)).toMatchObject({ value: '' })
    expect(await store().keyValues.read('slack/team:T-1')).toBeNull()
  })

  test('overwrites only the required version', async () => {
    const first = await store().keyValues.write(NAME, 'one', { ifVersion: null })
    if (first.status !== 'done') throw new Error('nothing was in the way')
    expect(await store().keyValues.write(NAME, 'two', { ifVersion: null })).toEqual({ status: 'stale' })
    expect(await store().keyValues.write(NAME, 'two', { ifVersion: 'another' })).toEqual({ status: 'stale' })
    expect(await store().keyValues.write(NAME, 'two', { ifVersion: first.version })).toMatchObject({ status: 'done' })
    expect(await store().keyValues.write(NAME, 'three', { ifVersion: first.version })).toEqual({ status: 'stale' })
    expect(await store().keyValues.read(NAME)).toMatchObject({ value: 'two' })
    expect(await store().keyValues.write('other', 'x', { ifVersion: first.version })).toEqual({ status: 'stale' })
    expect(await store().keyValues.read('other')).toBeNull()
  })

  test('gives a lock to one of many until it is released', async () => {
    const other = await second()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? store() : other).keyValues.write('lock', String(n), { ifVersion: null, ttlMs: 60_000 }),
      ),
    )
    const successes = outcomes.filter((outcome) => outcome.status === 'done')
    expect(successes).toHaveLength(1)
    const version = successes[0]?.version ?? ''
    expect(await other.keyValues.remove('lock', 'another')).toBe(false)
    expect(await other.keyValues.remove('lock', version)).toBe(true)
    expect(await store().keyValues.remove('lock', version)).toBe(false)
    expect(await store().keyValues.write('lock', 'again', { ifVersion: null, ttlMs: 60_000 })).toMatchObject({
      status: 'done',
    })
    expect(await store().keyValues.remove('lock')).toBe(true)
    expect(await store().keyValues.read('lock')).toBeNull()
  })

  test('keeps a value for its time to live', async () => {
    await store().keyValues.write('short', 'x', { ifVersion: null, ttlMs: 100 })
    await store().keyValues.write('long', 'x', { ifVersion: null, ttlMs: 100 })
    await store().keyValues.write('long', 'y')
    await sleep(150)
    expect(await store().keyValues.read('short')).toBeNull()
    expect(await store().keyValues.write('short', 'y', { ifVersion: null })).toMatchObject({ status: 'done' })
    expect(await store().keyValues.read('long')).toMatchObject({ value: 'y' })
  })

  test('keeps values over a restart, and nothing of one that was removed', async () => {
    await store().keyValues.write('kept', 'x'.repeat(16_384), { ifVersion: null })
    await offline(async () => undefined)
    expect((await store().keyValues.read('kept'))?.value).toHaveLength(16_384)
    await store().keyValues.remove('kept')
    expect(await offline(() => harness().contents(prefix()))).toEqual(new Map())
  })

  test.each(['', 'with space', 'x'.repeat(201), '{tag}', 'ünïcode'])('refuses the name “%s”', async (name) => {
    await expect(store().keyValues.read(name)).rejects.toThrow(RangeError)
    await expect(store().keyValues.write(name, 'x')).rejects.toThrow(/A-Z/u)
    await expect(store().keyValues.remove(name)).rejects.toThrow(RangeError)
  })

  test('rejects a value that is too long, and keeps the old one', async () => {
    await store().keyValues.write(NAME, 'before', { ifVersion: null })
    await expect(store().keyValues.write(NAME, 'x'.repeat(16_385))).rejects.toThrow(/16384/u)
    expect(await store().keyValues.read(NAME)).toMatchObject({ value: 'before' })
  })
}

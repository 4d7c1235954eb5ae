import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fullCounts, runSeed, sample } from './full-counts.ts'

const ITEMS = Array.from({ length: 100 }, (_, at) => at)

describe('a sample', () => {
  test('has the number of items asked for, in their order, each once', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const items = sample(ITEMS, 7, seed, false)
      expect(items).toHaveLength(7)
      expect([...new Set(items)].toSorted((a, b) => a - b)).toEqual(items)
    }
  })

  test('is the same for the same seed, and reaches every item over many seeds', () => {
    expect(sample(ITEMS, 7, 42, false)).toEqual(sample(ITEMS, 7, 42, false))
    const reached = new Set(Array.from({ length: 200 }, (_, seed) => sample(ITEMS, 7, seed, false)).flat())
    expect(reached.size).toBe(ITEMS.length)
  })

  test('is everything in a full run, and if there is no more', () => {
    expect(sample(ITEMS, 7, 1, true)).toEqual(ITEMS)
    expect(sample(ITEMS, 200, 1, false)).toEqual(ITEMS)
    expect(sample(ITEMS, 7, 1)).toHaveLength(fullCounts ? ITEMS.length : 7)
  })
})

describe('a seed', () => {
  test('is the one that RUNG_TEST_SEED names', () => {
    expect(runSeed('this test', { RUNG_TEST_SEED: '20261128' })).toBe(20_261_128)
  })

  test('is another one in every run if none is named', () => {
    const seeds = Array.from({ length: 5 }, () => runSeed('this test', {}))
    expect(new Set(seeds).size).toBe(5)
  })

  test.each(['twelve', '-1', '1.5', '4294967296'])('is refused if RUNG_TEST_SEED is %s', (text) => {
    expect(() => runSeed('this test', { RUNG_TEST_SEED: text })).toThrow('RUNG_TEST_SEED must be a whole number')
  })
})

test('the command for full counts sets what full-counts.ts reads', async () => {
  const manifest = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8'))
  expect(manifest).toHaveProperty(['scripts', 'test:full'], expect.stringContaining('RUNG_TEST_FULL=1 vitest'))
})

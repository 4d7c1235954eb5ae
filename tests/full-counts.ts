import { randomInt } from 'node:crypto'
import { seededRandom } from './seeded-random.ts'

// Large matrices and histories: `npm run test:long` runs a random sample, `npm run test:full` runs every case.

/** Whether this run covers every case instead of a sample: `RUNG_TEST_FULL=1`, as `npm run test:full` sets it. */
export const fullCounts = process.env['RUNG_TEST_FULL'] === '1'

const SEED_LIMIT = 2 ** 32

/**
 * Returns the seed of a random test and prints it: `RUNG_TEST_SEED` if it is set, otherwise a new one for every run.
 * Throws a RangeError if `RUNG_TEST_SEED` is not a whole number from 0 to 4294967295.
 */
export function runSeed(name: string, environment: NodeJS.ProcessEnv = process.env): number {
  const text = environment['RUNG_TEST_SEED'] ?? ''
  const seed = text === '' ? randomInt(SEED_LIMIT) : Number(text)
  if (!Number.isInteger(seed) || seed < 0 || seed >= SEED_LIMIT) {
    throw new RangeError(`RUNG_TEST_SEED must be a whole number from 0 to ${SEED_LIMIT - 1}, not ${text}`)
  }
  console.info(`${name}: seed ${seed} (RUNG_TEST_SEED=${seed} repeats it)`)
  return seed
}

/**
 * Picks `count` of the items in their original order, the same ones for the same seed; every item in a full run or if
 * there are no more than `count`.
 */
export function sample<T>(items: readonly T[], count: number, seed: number, isFull = fullCounts): readonly T[] {
  if (isFull) return items
  const chance = seededRandom(seed)
  // Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S): each item is equally likely.
  let wanted = Math.min(count, items.length)
  return items.filter((_, at) => {
    const isPicked = chance.next() * (items.length - at) < wanted
    if (isPicked) wanted -= 1
    return isPicked
  })
}

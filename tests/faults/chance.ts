// Chance that can be had again: every test prints its seed, and RUNG_FAULT_SEED sets another one.

export interface Chance {
  /** 0 to 1. */
  next(): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  pick<T>(from: readonly T[]): T
}

/** The seed of a test, said aloud. */
export function seedOf(test: string, byDefault: number): number {
  const set = process.env['RUNG_FAULT_SEED']
  const seed = set === undefined || set === '' ? byDefault : Number(set)
  if (!Number.isSafeInteger(seed)) throw new Error(`RUNG_FAULT_SEED must be a whole number, not ${set}`)
  say(`${test}: seed ${seed}`)
  return seed
}

/** A line for whoever runs the tests. */
export function say(line: string): void {
  process.stderr.write(`[faults] ${line}\n`)
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: (probability) => next() < probability,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[Math.floor(next() * from.length)] as T
    },
  }
}

/** A number from words: FNV-1a. */
export function numberOf(words: string): number {
  let hash = 0x811c9dc5
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

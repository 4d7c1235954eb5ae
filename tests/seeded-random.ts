// A seeded random number generator for tests and benchmarks: the same seed gives the same sequence.

export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number
  /** Normal with mean 0. */
  normal(deviation: number): number
  /** An integer in [0, limit). */
  below(limit: number): number
  /** An integer from `min` to `max`. */
  between(min: number, max: number): number
  happens(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Like `pick`, but prefers the first items strongly, like words of a natural language. */
  pickSkewed<T>(items: readonly T[]): T
  /** `count` distinct items in random order. */
  sample<T>(items: readonly T[], count: number): T[]
}

/** mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const itemAt = <T>(items: readonly T[], index: number): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[index] as T
  }
  return {
    next,
    normal: (deviation) => deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    below,
    between: (min, max) => min + below(max - min + 1),
    happens: (probability) => next() < probability,
    pick: (items) => itemAt(items, below(items.length)),
    pickSkewed: (items) => itemAt(items, Math.floor(items.length * next() ** 3)),
    sample(items, count) {
      const shuffled = [...items]
      for (let at = 0; at < Math.min(count, shuffled.length); at += 1) {
        const other = at + below(shuffled.length - at)
        const item = itemAt(shuffled, at)
        shuffled[at] = itemAt(shuffled, other)
        shuffled[other] = item
      }
      return shuffled.slice(0, count)
    },
  }
}

/** The seed of a fault test, printed with its result. RUNG_FAULT_SEED overrides the default. */
export function seedOf(test: string, byDefault: number): number {
  const set = process.env['RUNG_FAULT_SEED']
  const seed = set === undefined || set === '' ? byDefault : Number(set)
  if (!Number.isSafeInteger(seed)) throw new Error(`RUNG_FAULT_SEED must be a whole number, not ${set}`)
  printLine(`${test}: seed ${seed}`)
  return seed
}

/** Prints a line for the person who runs the tests. */
export function printLine(line: string): void {
  process.stderr.write(`[faults] ${line}\n`)
}

/** A 32-bit hash of a text (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

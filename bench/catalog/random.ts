/** A seeded source of chance: the same seed gives the same catalogue and the same questions. */
export interface Random {
  /** An integer in [0, below). */
  below(below: number): number
  happens(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** As pick, but the first items far more often than the last, as words of a language are. */
  pickSkewed<T>(items: readonly T[]): T
  /** So many different items, in chance order. */
  some<T>(items: readonly T[], count: number): T[]
}

/** mulberry32 (Tommy Ettinger, public domain). */
export function random(seed: number): Random {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(uniform() * limit)
  return {
    below,
    happens: (probability) => uniform() < probability,
    pick: (items) => items[below(items.length)]!,
    pickSkewed: (items) => items[Math.floor(items.length * uniform() ** 3)]!,
    some(items, count) {
      const left = [...items]
      for (let at = 0; at < Math.min(count, left.length); at += 1) {
        const other = at + below(left.length - at)
        const held = left[at]!
        left[at] = left[other]!
        left[other] = held
      }
      return left.slice(0, count)
    },
  }
}

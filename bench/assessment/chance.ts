/** A seeded source of chance: the same seed, the same people. */
export interface Chance {
  /** Uniform in [0, 1). */
  readonly uniform: () => number
  readonly normal: (deviation: number) => number
  /** An integer in [0, below). */
  readonly below: (below: number) => number
  readonly happens: (probability: number) => boolean
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a few thousand people. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    uniform,
    normal: (deviation) => deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below: (below) => Math.floor(uniform() * below),
    happens: (probability) => uniform() < probability,
  }
}

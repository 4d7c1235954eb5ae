/** Work to time. It must do the same amount every time. */
export type Work = () => void | Promise<void>

/** Work that is timed in rounds. `ready` prepares a round and is not timed. */
export interface Rounds {
  readonly ready?: Work
  readonly run: Work
}

export interface Compared {
  /** The second time divided by the first: median over rounds. */
  readonly ratio: number
  /** Milliseconds per round: median over rounds. */
  readonly first: number
  readonly second: number
}

const WARM_UP_ROUNDS = 5

/**
 * Times two kinds of work in alternating short rounds and compares them round by round. Other load on the machine affects both
 * equally, and the median drops outliers.
 */
export async function alternate(rounds: number, first: Rounds, second: Rounds): Promise<Compared> {
  const times: { first: number; second: number }[] = []
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    const time = { first: 0, second: 0 }
    if (round % 2 === 0) time.first = await timedRound(first)
    time.second = await timedRound(second)
    if (round % 2 !== 0) time.first = await timedRound(first)
    if (round >= 0) times.push(time)
  }
  return {
    ratio: median(times.map((time) => time.second / time.first)),
    first: median(times.map((time) => time.first)),
    second: median(times.map((time) => time.second)),
  }
}

async function timedRound({ ready, run }: Rounds): Promise<number> {
  await ready?.()
  return timed(run)
}

/** Times work in milliseconds. */
export async function timed(work: Work): Promise<number> {
  const start = performance.now()
  const done = work()
  if (done) await done
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Bytes in use after garbage collection. */
export function heapInUse(): number {
  if (!globalThis.gc) throw new Error('memory cannot be measured: run node with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

/** The peak memory of the process so far, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024
}

/** Returns the next `count` items on each call and starts over at the end. */
export function inTurns<T>(items: readonly T[], count: number): () => readonly T[] {
  let at = 0
  return () => {
    if (at + count > items.length) at = 0
    at += count
    return items.slice(at - count, at)
  }
}

/** Something to time. It must do as much every time. */
export type Work = () => void | Promise<void>

/** Work that is timed in rounds, each of which may be made ready, which is not timed. */
export interface Rounds {
  readonly ready?: Work
  readonly run: Work
}

export interface Compared {
  /** The second's time by the first's: the median over rounds. */
  readonly ratio: number
  /** Milliseconds a round: the median over rounds. */
  readonly first: number
  readonly second: number
}

const WARM_UP_ROUNDS = 5

/**
 * Times two works in turns, many short rounds each, and compares them round by round: what else the machine does falls on
 * both alike, and the median drops what falls on one.
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

/** Milliseconds that a work takes. */
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

/** Bytes in use once all that nobody holds is collected. */
export function heapInUse(): number {
  if (!globalThis.gc) throw new Error('memory cannot be measured: run node with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

/** The most memory the process has had so far, in bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024
}

/** Goes through a list a part at a time, round after round. */
export function inTurns<T>(items: readonly T[], count: number): () => readonly T[] {
  let at = 0
  return () => {
    if (at + count > items.length) at = 0
    at += count
    return items.slice(at - count, at)
  }
}

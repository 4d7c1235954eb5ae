import { setTimeout as sleep } from 'node:timers/promises'
import { createLoadMeter } from '../../runtime/load-meter.ts'
import type { Metrics, PictureResult } from '../../runtime/metrics.ts'

// Pictures follow the answers that they belong to. They are worth less than any answer, so few are sent at once, and what would wait
// for long is skipped: the answer says the same in words.

/** How many pictures of a platform are drawn and sent at once. */
const MAX_RUNNING = 2
/** Pictures beyond these are skipped. */
const MAX_WAITING = 20
/** From this share of its time on, the event loop is busy: an ordinary community takes less than a hundredth of it. */
const BUSY_SHARE = 0.5
/** From the start of a picture to the next one while the event loop is busy: drawing then takes a tenth of one processor at most. */
const BUSY_INTERVAL_MS = 1000
/** Causes that are remembered as reported. */
const MAX_CAUSES = 100

export interface PictureQueueDeps {
  /** The platform's id, for the metrics. */
  readonly platform: string
  readonly metrics: Pick<Metrics, 'recordPicture'>
  readonly report: (problem: string, details: object) => void
  /** The share of its time that the event loop was busy lately, 0 to 1; measured by default. */
  readonly load?: () => number
}

/** Sends the pictures of one platform. */
export interface PictureQueue {
  /**
   * Draws and sends a picture soon. Returns at once and never throws. Every end is counted; a failure is reported once per cause, such
   * as an error code, while the process runs.
   */
  add(send: () => Promise<Exclude<PictureResult, 'skipped' | 'failed'>>): void
  /** Skips what waits and resolves when nothing runs. */
  stop(): Promise<void>
}

export function createPictureQueue({
  platform,
  metrics,
  report,
  load = createLoadMeter(),
}: PictureQueueDeps): PictureQueue {
  const waiting: (() => Promise<PictureResult>)[] = []
  const running = new Set<Promise<void>>()
  const causes = new Set<string>()
  const stopping = new AbortController()
  let earliestStart = 0
  let working = 0

  const count = (result: PictureResult): void => metrics.recordPicture({ platform, result })

  const runOne = async (send: () => Promise<PictureResult>): Promise<void> => {
    try {
      count(await send())
    } catch (error) {
      count('failed')
      const cause = causeOf(error)
      if (causes.has(cause) || causes.size >= MAX_CAUSES) return
      causes.add(cause)
      report('a picture could not be sent; its answer says the same in words', { cause, err: error })
    }
  }
  /** The time until the next picture may start, in milliseconds; the one after it is counted from there. */
  const takeTurn = (): number => {
    const now = performance.now()
    const start = Math.max(now, earliestStart)
    earliestStart = start + (load() < BUSY_SHARE ? 0 : BUSY_INTERVAL_MS)
    return start - now
  }
  /** Sends what waits, one after the other. */
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const wait = takeTurn()
      // A stop ends the wait.
      if (wait > 0) await sleep(wait, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined)
      const send = waiting.shift()
      if (send) await runOne(send)
    }
    working -= 1
  }
  return {
    add(send) {
      if (stopping.signal.aborted || waiting.length >= MAX_WAITING) {
        count('skipped')
        return
      }
      waiting.push(send)
      if (working >= MAX_RUNNING) return
      working += 1
      const worker = work().finally(() => running.delete(worker))
      running.add(worker)
    },
    async stop() {
      for (const _ of waiting.splice(0)) count('skipped')
      stopping.abort()
      await Promise.allSettled(running)
    },
  }
}

/** What a failure has in common with others: the code of an error, or else its name. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name
}

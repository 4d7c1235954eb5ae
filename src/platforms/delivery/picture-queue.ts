import { setTimeout as sleep } from 'node:timers/promises'
import type { Metrics, PictureResult } from '../../runtime/metrics.ts'

// Pictures follow the answers that they belong to. They are worth less than any answer, so few are sent at once, and what would wait
// for long is skipped: the answer says the same in words.

/** How many pictures of a platform are drawn and sent at once. */
const MAX_RUNNING = 2
/** Pictures beyond these are skipped. */
const MAX_WAITING = 20
/** The pause between two pictures, in milliseconds: under load, most of the processor stays with the answers. */
const PAUSE_MS = 100
/** Causes that are remembered as reported. */
const MAX_CAUSES = 100

export interface PictureQueueDeps {
  /** The platform's id, for the metrics. */
  readonly platform: string
  readonly metrics: Pick<Metrics, 'recordPicture'>
  readonly report: (problem: string, details: object) => void
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

export function createPictureQueue({ platform, metrics, report }: PictureQueueDeps): PictureQueue {
  const waiting: (() => Promise<PictureResult>)[] = []
  const running = new Set<Promise<void>>()
  const causes = new Set<string>()
  let isStopping = false

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
  /** Runs what waits, one after the other. */
  const work = async (): Promise<void> => {
    for (let send = waiting.shift(); send !== undefined; send = waiting.shift()) {
      await runOne(send)
      if (waiting.length > 0) await sleep(PAUSE_MS, undefined, { ref: false })
    }
  }
  return {
    add(send) {
      if (isStopping || waiting.length >= MAX_WAITING) {
        count('skipped')
        return
      }
      waiting.push(send)
      if (running.size >= MAX_RUNNING) return
      const worker = work().finally(() => running.delete(worker))
      running.add(worker)
    },
    async stop() {
      isStopping = true
      for (const _ of waiting.splice(0)) count('skipped')
      await Promise.allSettled(running)
    },
  }
}

/** What a failure has in common with others: the code of an error, or else its name. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name
}

/** Work that is done again and again in the background. */
export interface BackgroundLoop {
  /** Does a round now, or waits for the one that is running. Never rejects; does nothing after `stop`. */
  readonly run: () => Promise<void>
  /** Starts no further round; resolves when the one that is running has ended. */
  readonly stop: () => Promise<void>
}

/** How much shorter a pause may be than asked for, so that processes started together do not stay in step. */
const JITTER = 0.1

/**
 * Does a round of work every `everyMs` milliseconds at the latest, counted from the end of the round before, until stopped. Rounds
 * never overlap. `work` may ask whether to end early; `onError` gets what a round failed with, and the next round comes all the same.
 * Keeps no process alive.
 */
export function runEvery(
  everyMs: number,
  work: (isStopped: () => boolean) => Promise<unknown>,
  onError: (error: unknown) => void,
): BackgroundLoop {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | undefined

  const doRound = async (): Promise<void> => {
    try {
      await work(() => stopped)
    } catch (error) {
      onError(error)
    } finally {
      round = undefined
    }
  }
  const run = async (): Promise<void> => {
    if (!stopped) round ??= doRound()
    await round
  }
  const wait = (): void => {
    timer = setTimeout(() => void run().finally(wait), everyMs * (1 - JITTER * Math.random())).unref()
    if (stopped) clearTimeout(timer)
  }
  wait()
  return {
    run,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

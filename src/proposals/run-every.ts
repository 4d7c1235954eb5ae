/** Work that is repeated in the background. */
export interface BackgroundLoop {
  /** Runs a round now, or waits for the running one. Never rejects; does nothing after `stop`. */
  readonly run: () => Promise<void>
  /** Starts no further round; resolves when the running one has ended. */
  readonly stop: () => Promise<void>
}

/** The part of a pause by which it may be longer, so that processes started together do not stay in step. */
const JITTER = 0.1

/**
 * Runs a round of work every `everyMs` milliseconds, or up to a tenth later, counted from the end of the round before, until stopped.
 * A round started with `run` counts too: the pause begins when it has ended.
 * Rounds never overlap. `work` may ask whether to end early. `onError` receives the error of a failed round, which does not end the
 * loop. Keeps no process alive.
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
    clearTimeout(timer)
    try {
      await work(() => stopped)
    } catch (error) {
      onError(error)
    }
  }
  const run = async (): Promise<void> => {
    if (!stopped)
      round ??= doRound().finally(() => {
        round = undefined
        wait()
      })
    await round
  }
  const wait = (): void => {
    if (!stopped) timer = setTimeout(() => void run(), everyMs * (1 + JITTER * Math.random())).unref()
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

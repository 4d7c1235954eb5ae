import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { App } from './app.ts'

// What a process does of itself soon after its start, so that nobody waits for it: short steps, with requests between them.

/** Milliseconds after the start that are left to the first questions, which may already be waiting. */
const QUIET_MS = 1000

export interface Preparation {
  /** Resolves when no more steps are done. */
  stop(): Promise<void>
}

/** Builds what questions about each ladder need, in short steps. */
export function startPreparation({ ladders, log }: Pick<App, 'ladders' | 'log'>): Preparation {
  const stopping = new AbortController()
  const pause = async (): Promise<void> => {
    await setImmediate()
    if (stopping.signal.aborted) throw new Stopped()
  }
  const prepareAll = async (): Promise<void> => {
    for (const { catalogIndex } of ladders) await catalogIndex().prepareNames(pause)
    await sleep(QUIET_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined)
    await pause()
    for (const { bot, catalogIndex } of ladders) {
      // Compiles the phrases of questions.
      void bot.vocabulary.spelling
      await pause()
      // Learns the examples of questions.
      while (bot.vocabulary.classifier.learn()) await pause()
      await pause()
      // Reads the lists of everyday words.
      bot.vocabulary.isOrdinary('')
      await pause()
      await catalogIndex().prepare(pause)
    }
    log.debug('prepared for questions')
  }
  const done = prepareAll().catch((error: unknown) => {
    if (!(error instanceof Stopped)) log.error({ err: error }, 'the ladder could not be prepared for questions')
  })
  return {
    stop() {
      stopping.abort()
      return done
    },
  }
}

class Stopped extends Error {}

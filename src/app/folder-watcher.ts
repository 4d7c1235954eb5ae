import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runEvery } from '../proposals/run-every.ts'
import { folderFingerprint } from './folder-fingerprint.ts'

/** Milliseconds between two checks of a folder whose changes the operating system does not report, such as one on a network drive. */
const CHECK_MS = 10_000

/** Milliseconds without a change after which one is complete: editors and version control write in several steps. */
const QUIET_MS = 300

/** Milliseconds until the first check. */
const FIRST_CHECK_MS = 2000

/** The most pauses of `QUIET_MS` that a folder gets which changes all the time. */
const MAX_PAUSES = 20

export interface FolderWatcherOptions {
  readonly folder: string
  /** The folders below it whose files count too. */
  readonly below: readonly string[]
  /** The fingerprint of the folder before its content was read for the first time. */
  readonly fingerprint: string
  /** Reads the changed folder, with its fingerprint. Not called again before it resolves. */
  readonly onChange: (fingerprint: string) => Promise<void>
  readonly onError: (error: unknown) => void
}

/** Watches a folder until it is stopped. */
export interface FolderWatcher {
  /** Resolves when no change is being read. */
  stop(): Promise<void>
}

/**
 * Calls `onChange` after files of a folder have changed. What the operating system reports only starts a check; checks also run
 * periodically, so a report that is lost, or a folder that is replaced as a whole, delays a change and does not hide it.
 */
export function watchFolder({ folder, below, onChange, onError, ...options }: FolderWatcherOptions): FolderWatcher {
  let { fingerprint } = options
  let watchers: readonly FSWatcher[] = []
  let isStopped = false
  const read = (): Promise<string> => folderFingerprint(folder, below)

  /** The fingerprint once the folder is quiet. */
  const settled = async (): Promise<string> => {
    let current = await read()
    for (let pauses = 0; pauses < MAX_PAUSES && !isStopped; pauses += 1) {
      await sleep(QUIET_MS, undefined, { ref: false })
      const next = await read()
      if (next === current) break
      current = next
    }
    return current
  }
  const check = async (): Promise<void> => {
    while (!isStopped && (await read()) !== fingerprint) {
      const next = await settled()
      if (isStopped || next === fingerprint) return
      fingerprint = next
      watchAgain()
      await onChange(fingerprint)
    }
  }

  const loop = runEvery(CHECK_MS, check, onError)
  let timer: NodeJS.Timeout | undefined
  const schedule = (): void => {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void loop.run().then(() => loop.run()), QUIET_MS).unref()
  }
  /** Watches the folders that are at these paths now: a watcher follows a folder that was moved away. */
  const watchAgain = (): void => {
    for (const watcher of watchers) watcher.close()
    watchers = [folder, ...below.map((name) => join(folder, name))].flatMap((path) => watcherOf(path, schedule))
  }
  watchAgain()
  // What changed since the fingerprint. Many files take a while, and the process has just started.
  timer = setTimeout(() => void loop.run(), FIRST_CHECK_MS).unref()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
      await loop.stop()
    },
  }
}

/** A watcher of one folder; none if the operating system cannot watch it. */
function watcherOf(path: string, onEvent: () => void): FSWatcher[] {
  try {
    const watcher = watch(path, { persistent: false }, onEvent)
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}

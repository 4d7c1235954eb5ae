import { type Installations, startLinkNotices, startReminders, startRetention } from '../bot/index.ts'
import type { Notifier } from '../proposals/index.ts'
import type { App } from './app.ts'

export interface BackgroundOptions {
  /** Sends reminders and notices. */
  readonly notifier: Notifier
  /** The platforms that run here, as to where the app is installed. */
  readonly installed: () => readonly Installations[]
}

export interface BackgroundLoops {
  /** Deletes data past its retention at once, and not only in an hour. */
  sweep(): void
  /** Resolves when none of them runs. */
  stop(): Promise<void>
}

/** Starts what every process does by itself: reminders, notices of linked accounts, and the deletion of old data. */
export function startBackgroundLoops(
  { services, store, config, catalogIndex, proposals, isStored, log }: App,
  { notifier, installed }: BackgroundOptions,
): BackgroundLoops {
  const { now } = services
  const report = (problem: string, error: unknown): void => log.warn({ err: error }, problem)
  const retention = startRetention({
    store,
    retention: config.retention,
    installed,
    now,
    swept: (removed) => log.info(removed, 'deleted data past its retention'),
    report,
  })
  const loops = [
    retention,
    startReminders({ services, catalogIndex, notifier, report }),
    ...(isStored ? [startLinkNotices({ ladder: proposals, claims: store.claims, notifier, now, report })] : []),
  ]
  return {
    sweep: () => void retention.run(),
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

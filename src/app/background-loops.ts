import { type Installations, startLinkNotices, startReminders, startRetention } from '../bot/index.ts'
import type { Notifier } from '../proposals/index.ts'
import type { App } from './app.ts'
import type { Ladder } from './ladder.ts'

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
  { services, store, config, ladders, isStored, ladderOf, log }: App,
  { notifier, installed }: BackgroundOptions,
): BackgroundLoops {
  const { now } = services
  const report = (problem: string, error: unknown): void => log.warn({ err: error }, problem)
  /** Reminds nobody of an assessment on a ladder that their workspace does not use now: its buttons would not find it. */
  const notifierOf = (ladder: Ladder): Notifier => ({
    ...notifier,
    tell: async (person, ...notice) =>
      (await ladderOf(person)) === ladder ? notifier.tell(person, ...notice) : 'refused',
  })
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
    ...ladders.map((ladder) =>
      startReminders({
        services: ladder.services,
        catalogIndex: ladder.catalogIndex,
        notifier: notifierOf(ladder),
        report,
      }),
    ),
    ...(isStored
      ? ladders.map(({ proposals, store: { claims } }) =>
          startLinkNotices({ ladder: proposals, claims, notifier, now, report }),
        )
      : []),
  ]
  return {
    sweep: () => void retention.run(),
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

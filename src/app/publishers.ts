import { proposalViews } from '../bot/index.ts'
import { translator } from '../i18n/index.ts'
import type { Platform } from '../platforms/platform.ts'
import { type Notifier, type ProposalsChannel, startPublisher } from '../proposals/index.ts'
import type { App } from './app.ts'
import type { Ladder } from './ladder.ts'

export interface PublishersOptions {
  readonly notifier: Pick<Notifier, 'tell'>
  /** The platforms that take deliveries. */
  readonly channels: () => readonly Pick<Platform, 'proposalsChannel'>[]
}

/** Publishes the proposals of each ladder on each platform that has a channel for them. */
export interface Publishers {
  /** Starts and stops publishers, after a platform was opened, or a channel was set or removed in chat. */
  readonly update: () => void
  /** Resolves when none of them runs. */
  stop(): Promise<void>
}

type Publisher = ReturnType<typeof startPublisher>

export function createPublishers(app: App, { notifier, channels }: PublishersOptions): Publishers {
  const { config, services, log } = app
  const publishers = new Map<Ladder, Map<string, Publisher>>(app.ladders.map((ladder) => [ladder, new Map()]))

  const publish = (
    { id, proposals, store, communitySettings }: Ladder,
    proposalsChannel: ProposalsChannel,
  ): Publisher => {
    const { platform } = proposalsChannel
    const origin = { platform, ...(id !== undefined && { ladder: id }) }
    return startPublisher({
      views: proposalViews,
      proposals,
      keyValues: store.keyValues,
      lines: app.store.keyValues,
      claims: store.claims,
      settings: store.settings,
      proposalsChannel,
      notifier,
      t: () => translator(communitySettings.of(platform)?.config.locale ?? config.locale),
      now: services.now,
      onLeaseAcquired: () => log.info(origin, 'this process now updates the proposal cards'),
      report: (problem, details) => log.error({ ...origin, ...details }, problem),
    })
  }

  return {
    update() {
      for (const [ladder, started] of publishers) {
        const wanted = new Map(
          channels().flatMap((platform) => {
            const channel = platform.proposalsChannel(ladder.id)
            return channel ? [[channel.platform, channel] as const] : []
          }),
        )
        for (const [platform, channel] of wanted) {
          if (!started.has(platform)) started.set(platform, publish(ladder, channel))
        }
        for (const [platform, publisher] of started) {
          if (wanted.has(platform)) continue
          started.delete(platform)
          void publisher.stop()
        }
      }
    },
    async stop() {
      await Promise.all([...publishers.values()].flatMap((started) => [...started.values()].map((each) => each.stop())))
    },
  }
}

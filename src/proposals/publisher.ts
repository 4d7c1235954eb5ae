import type { Translator } from '../i18n/index.ts'
import type { ClaimStore, KeyValueStore, SettingsStore } from '../store/store.ts'
import { createCardPublisher } from './cards.ts'
import { notifyLostEvents } from './lost-events.ts'
import { createNotificationSender } from './notifications.ts'
import type { Notifier } from './notifier.ts'
import { createOutcomeLineUpdater } from './outcome-lines.ts'
import type { ProposalsChannel } from './proposals-channel.ts'
import { createReconciler } from './reconciliation.ts'
import { runEvery } from './run-every.ts'
import type { ProposalService } from './service.ts'
import { createThreadPublisher } from './thread-posts.ts'
import { type ProposalViewContext, type ProposalViews, viewContextFrom } from './views.ts'
import { createVoteReminderSender } from './vote-reminders.ts'

export interface PublisherOptions {
  readonly proposals: ProposalService
  readonly keyValues: KeyValueStore
  /** Where platforms store the places of the lines that people have of their decisions; `keyValues` by default. */
  readonly lines?: KeyValueStore
  readonly claims: ClaimStore
  readonly proposalsChannel: ProposalsChannel
  readonly notifier: Pick<Notifier, 'tell'>
  readonly views: ProposalViews
  /** Where people say whether they want to be reminded of votes. */
  readonly settings: Pick<SettingsStore, 'read'>
  /** The language of the cards. */
  readonly t: () => Translator
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Called when this process becomes the one that publishes. */
  readonly onLeaseAcquired?: () => void
  /** The most milliseconds between two rounds; each updates a card at most once. */
  readonly intervalMs?: number
}

/** The options of a publisher, as its parts get them. */
export interface PublisherContext extends PublisherOptions {
  viewContext(t: Translator): ProposalViewContext
  readonly isStopped: () => boolean
}

const INTERVAL_MS = 1000
/** Milliseconds after which another process may take over from one that died. */
const LEASE_MS = 15_000
const RENEW_MS = 5000

/**
 * Updates the cards of a platform and notifies people about proposals. Any number of processes may run this for a platform: the one
 * with the lease does the work, and if it dies, another one continues from the stored cursor.
 */
export function startPublisher(options: PublisherOptions): { readonly stop: () => Promise<void> } {
  const { proposals, keyValues, claims, proposalsChannel, notifier, views, report, now } = options
  const { platform } = proposalsChannel
  const leaseKey = `proposals/publisher/${platform}`
  let lease: { version: string; at: number } | undefined
  let stopped = false
  let failing = false
  let reconciling: Promise<void> | undefined

  const isStopped = (): boolean => stopped
  const context: PublisherContext = {
    ...options,
    isStopped,
    viewContext: (t) =>
      viewContextFrom(proposals, { catalog: proposals.catalogIndex().catalog, now: now(), t, platform }),
  }
  const cards = createCardPublisher(context)
  const threads = createThreadPublisher(context)
  const voteReminders = createVoteReminderSender(context)
  const outcomeLines = createOutcomeLineUpdater(context)
  const reconciler = createReconciler(context)
  const notifications = createNotificationSender(context, () => {
    lease = undefined
  })

  /** Whether this process holds the lease. Drops all local state when another process has taken it. */
  const holdsLease = async (): Promise<boolean> => {
    const time = now()
    if (lease && time - lease.at < RENEW_MS && time >= lease.at) return true
    const written = await keyValues.write(leaseKey, 'held', { ifVersion: lease?.version ?? null, ttlMs: LEASE_MS })
    if (written.status === 'stale') {
      lease = undefined
      notifications.reset()
      reconciler.reset()
      cards.reset()
      threads.reset()
      voteReminders.reset()
      outcomeLines.reset()
      return false
    }
    if (!lease) options.onLeaseAcquired?.()
    lease = { version: written.version, at: time }
    return true
  }

  const runRound = async (): Promise<void> => {
    try {
      if (!(await holdsLease())) return
      await cards.update()
      await threads.post()
      await cards.mentionReviewers()
      await notifications.send()
      await voteReminders.send()
      await outcomeLines.update()
      reconciling ??= reconciler.run().finally(() => {
        reconciling = undefined
      })
      failing = false
    } catch (error) {
      if (!failing && !stopped) report('proposals cannot be published; trying again', { err: error })
      failing = true
    }
  }

  const unsubscribe = proposals.onEventsLost((lost) => {
    void notifyLostEvents({ lost, platform, notifier, views, claims, now, report, isStopped })
  })
  const loop = runEvery(options.intervalMs ?? INTERVAL_MS, runRound, () => undefined)
  void loop.run()
  return {
    async stop() {
      stopped = true
      unsubscribe()
      await loop.stop()
      await reconciling
      // Lets another process take over at once.
      if (lease) await keyValues.remove(leaseKey, lease.version).catch(() => false)
    },
  }
}

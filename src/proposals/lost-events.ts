import { setTimeout as sleep } from 'node:timers/promises'
import type { Translator } from '../i18n/index.ts'
import { list, type Message, note, plain, strong } from '../message/index.ts'
import { parsePersonKey } from '../store/person.ts'
import type { ClaimStore } from '../store/store.ts'
import type { ProposalEvent } from './domain/index.ts'
import type { LostEvents } from './log-client.ts'
import { markOf, type Notifier, notifyOnce } from './notifier.ts'
import type { ProposalViews } from './views.ts'

// If the store loses the newest events of the log, actions that were confirmed to people are no longer recorded. Each of these people
// gets one message about it.

/** Events older than this are not mentioned: the log was restored from an old backup. */
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000
const REMEMBER_MS = 7 * 24 * 60 * 60 * 1000
/** Attempts to reach a person, and the milliseconds between them. */
const MAX_ATTEMPTS = 20
const RETRY_MS = 5000

export interface LostEventsOptions {
  readonly lost: LostEvents
  /** The platform whose people are notified. */
  readonly platform: string
  readonly notifier: Pick<Notifier, 'tell'>
  readonly views: ProposalViews
  readonly claims: ClaimStore
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Whether to stop trying. */
  readonly isStopped: () => boolean
}

/**
 * Notifies the people of a platform whose actions the log has lost, with the proposals that are affected. Every process that noticed the
 * loss may call this: each person gets one message. Reports failures.
 */
export async function notifyLostEvents({
  lost,
  platform,
  notifier,
  views,
  claims,
  now,
  report,
  isStopped,
}: LostEventsOptions): Promise<void> {
  for (const [key, events] of byPerson(lost.events, now() - OLDEST_MS)) {
    const person = parsePersonKey(key)
    if (person?.platform !== platform) continue
    const [first] = events
    const claim = `proposals/lost/${markOf(`${key} ${JSON.stringify(first)}`)}`
    const message = (t: Translator): Message => lostEventsMessage(events, lost, views, t)
    try {
      for (let attempt = 0; attempt < MAX_ATTEMPTS && !isStopped(); attempt += 1) {
        if (attempt > 0) await sleep(RETRY_MS, undefined, { ref: false })
        const notice = { claim, person, message, repeated: attempt > 0, rememberMs: REMEMBER_MS }
        const result = await notifyOnce({ claims, notifier, now }, notice)
        if (result !== 'later' && result !== 'busy') break
      }
    } catch (error) {
      report('a person could not be notified that the log has lost what they did', { err: error })
    }
  }
}

/** Groups the lost events by the key of the person who acted, without people whom an event only mentions. */
function byPerson(events: readonly ProposalEvent[], since: number): ReadonlyMap<string, readonly ProposalEvent[]> {
  const people = new Map<string, ProposalEvent[]>()
  for (const event of events) {
    if (!('by' in event) || event.by === null || event.at < since) continue
    if (event.type === 'linked' || event.type === 'unlinked' || event.type === 'reactionRemoved') continue
    people.set(event.by, [...(people.get(event.by) ?? []), event])
  }
  return people
}

function lostEventsMessage(
  events: readonly ProposalEvent[],
  { state, catalog }: LostEvents,
  views: ProposalViews,
  t: Translator,
): Message {
  const ids = [...new Set(events.flatMap((event) => ('id' in event ? [event.id] : [])))]
  const items = ids.flatMap((id) => {
    const proposal = state.proposals.get(id)
    if (!proposal) return []
    const subject = proposal.request ? ` ${views.subject(proposal.request.change, catalog, t)}` : ''
    return [{ text: [...strong(`#${proposal.number}`), ...plain(subject)] }]
  })
  return {
    summary: t('news.lost'),
    blocks: [note('warning', t.rich('news.lost')), ...list(items)],
  }
}

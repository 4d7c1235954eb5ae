import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Translator } from '../i18n/index.ts'
import { list, type Message, note, plain, strong } from '../message/index.ts'
import type { ClaimStore } from '../store/store.ts'
import type { ProposalEvent } from './domain/index.ts'
import { type Notifier, notifyOnce } from './notifier.ts'
import { parsePersonKey } from './people.ts'
import type { LostEvents } from './service.ts'
import type { ProposalViews } from './views.ts'

// If the store loses the newest entries of the log, people were thanked for what is not there any more. Each of them is told, once.

/** What was done longer ago than this is not brought up again: the log was restored from an old backup. */
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000
const REMEMBER_MS = 7 * 24 * 60 * 60 * 1000
/** Tries to reach a person, and how long apart. */
const MOST_TRIES = 20
const RETRY_MS = 5000

export interface LostEventsOptions {
  readonly lost: LostEvents
  /** The platform whose people are told. */
  readonly platform: string
  readonly notifier: Pick<Notifier, 'tell'>
  readonly views: ProposalViews
  readonly claims: ClaimStore
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (problem: string, details: object) => void
  /** Whether to stop trying. */
  readonly stopped: () => boolean
}

/**
 * Tells the people of a platform which proposals they had acted on when the log lost it. Every process that noticed the loss may call
 * this: each person gets one message. What cannot be delivered is reported.
 */
export async function notifyLostEvents({
  lost: loss,
  platform,
  notifier,
  views,
  claims,
  now,
  report,
  stopped,
}: LostEventsOptions): Promise<void> {
  for (const [key, entries] of byPerson(loss.events, now() - OLDEST_MS)) {
    const person = parsePersonKey(key)
    if (person?.platform !== platform) continue
    const [first] = entries
    const mark = createHash('sha256')
      .update(`${key} ${JSON.stringify(first)}`)
      .digest('base64url')
      .slice(0, 22)
    const claim = `proposals/lost/${mark}`
    const message = (t: Translator): Message => lossMessage(entries, loss, views, t)
    try {
      for (let attempt = 0; attempt < MOST_TRIES && !stopped(); attempt += 1) {
        if (attempt > 0) await sleep(RETRY_MS, undefined, { ref: false })
        const notice = { claim, person, message, repeated: attempt > 0, rememberMs: REMEMBER_MS }
        const result = await notifyOnce({ claims, notifier, now }, notice)
        if (result !== 'later' && result !== 'busy') break
      }
    } catch (error) {
      report('a person could not be told that the log has lost what they did', { err: error })
    }
  }
}

/** The lost entries of each person who did something, by key. Whom the entry only mentions is not told. */
function byPerson(entries: readonly ProposalEvent[], since: number): ReadonlyMap<string, readonly ProposalEvent[]> {
  const people = new Map<string, ProposalEvent[]>()
  for (const entry of entries) {
    if (!('by' in entry) || entry.by === null || entry.at < since) continue
    if (entry.type === 'linked' || entry.type === 'unlinked' || entry.type === 'reactionRemoved') continue
    people.set(entry.by, [...(people.get(entry.by) ?? []), entry])
  }
  return people
}

function lossMessage(
  entries: readonly ProposalEvent[],
  { state: board, catalog }: LostEvents,
  views: ProposalViews,
  t: Translator,
): Message {
  const ids = [...new Set(entries.flatMap((entry) => ('id' in entry ? [entry.id] : [])))]
  const items = ids.flatMap((id) => {
    const proposal = board.proposals.get(id)
    if (!proposal) return []
    const subject = proposal.request ? ` ${views.subject(proposal.request.change, catalog, t)}` : ''
    return [{ text: [...strong(`#${proposal.number}`), ...plain(subject)] }]
  })
  return {
    summary: t('news.lost'),
    blocks: [note('warning', t.rich('news.lost')), ...list(items)],
  }
}

import type { Translator } from '../i18n/index.ts'
import { type Message, note } from '../message/index.ts'
import { chunk } from '../message/layout.ts'
import { parsePersonKey } from '../store/person.ts'
import { DAY_MS, type Proposal, type ProposalEvent, type UnreadableEvent } from './domain/index.ts'
import { notifyOnce } from './notifier.ts'
import type { PublisherContext } from './publisher.ts'
import type { AppliedEvent } from './replica.ts'

type NotificationKey = `news.${
  | 'voting'
  | 'extended'
  | 'review'
  | 'object'
  | 'toVote'
  | 'changes'
  | 'moved'
  | 'rebase'
  | 'gone'
  | 'applied'
  | 'rejected'
  | 'expired'
  | 'expiredGone'
  | 'superseded'
  | 'escalated'
  | 'toReview'
  | 'nudge'
  | 'appeal'
  | 'admins'
  | 'opened'
  | 'voted.applied'
  | 'voted.rejected'
  | 'voted.rejectedByVote'
  | 'voted.expired'
  | 'voted.expiredGone'
  | 'voted.superseded'
  | 'voted.withdrawn'}`

/** The recipients of a notification of a transition, and their texts. */
export interface ProposalNotification {
  /** The text for the author. */
  readonly authorKey: NotificationKey | undefined
  readonly deciders?: 'experts' | 'admins'
  /** The text for the deciders. */
  readonly deciderKey?: NotificationKey
  /** The text for those who nominated it. */
  readonly nominatorKey?: NotificationKey
  /** The text for those who voted on it. */
  readonly voterKey?: NotificationKey
}

/** The notification of an event; undefined if it needs none. */
function notificationFor(event: ProposalEvent | UnreadableEvent): ProposalNotification | undefined {
  switch (event.type) {
    case 'opened':
      return { authorKey: 'news.voting', nominatorKey: 'news.opened' }
    case 'extended':
      return { authorKey: 'news.extended' }
    case 'reviewBegan':
      return { authorKey: 'news.review', deciders: 'experts', deciderKey: 'news.toReview' }
    case 'reviewed':
      return event.verdict === 'object' ? { authorKey: 'news.object' } : undefined
    case 'toVote':
      return { authorKey: 'news.toVote' }
    case 'changesAsked':
      if (event.missing !== undefined) return { authorKey: 'news.gone' }
      if (event.rival !== null) return { authorKey: 'news.rebase' }
      return { authorKey: event.by === null ? 'news.moved' : 'news.changes' }
    case 'applied':
      return { authorKey: 'news.applied', voterKey: 'news.voted.applied' }
    case 'rejected':
      return {
        authorKey: 'news.rejected',
        voterKey: event.why === 'vote' ? 'news.voted.rejectedByVote' : 'news.voted.rejected',
      }
    case 'appealed':
      return { authorKey: undefined, deciders: 'experts', deciderKey: 'news.appeal' }
    case 'expired':
      return event.missing === undefined
        ? { authorKey: 'news.expired', voterKey: 'news.voted.expired' }
        : { authorKey: 'news.expiredGone', voterKey: 'news.voted.expiredGone' }
    case 'superseded':
      return { authorKey: 'news.superseded', voterKey: 'news.voted.superseded' }
    case 'nudged':
      return { authorKey: undefined, deciders: 'experts', deciderKey: 'news.nudge' }
    case 'escalated':
      return { authorKey: 'news.escalated', deciders: 'admins', deciderKey: 'news.admins' }
    case 'withdrawn':
      return { authorKey: undefined, voterKey: 'news.voted.withdrawn' }
    case 'drafted':
    case 'submitted':
    case 'edited':
    case 'accepted':
    case 'waived':
    case 'nominated':
    case 'reactionRemoved':
    case 'voted':
    case 'linked':
    case 'unlinked':
    case 'posted':
    case 'skipped':
    case 'forgotten':
    case 'counted':
    case 'unreadable':
      return undefined
  }
}

/** What the ladder lacked when an event was decided; empty if that was not the reason. */
function missingIn(event: AppliedEvent['event']): string {
  return ('missing' in event && event.missing) || ''
}

/** Milliseconds after which a person who cannot be reached is skipped. */
const GIVE_UP_MS = 5 * 60 * 1000
const REMEMBER_MS = 7 * 24 * 60 * 60 * 1000
/** People who are notified at the same time. */
const CONCURRENCY = 8

/** Notifies a platform's people about transitions, oldest first, from a stored cursor. */
export interface NotificationSender {
  /** Sends what is due. Stops at a transition that cannot be delivered, until it gives up on it. */
  send(): Promise<void>
  /** Forgets the cursor: another process may send now. */
  reset(): void
}

interface Cursor {
  /** How many transitions people have been notified of. */
  readonly position: number
  readonly version: string | null
  readonly failingSince: number | undefined
  /** Whether another process may have stopped in the middle of the current transition. */
  readonly isInherited: boolean
}

/** `onConflict` is called if another process has moved the cursor. */
export function createNotificationSender(context: PublisherContext, onConflict: () => void): NotificationSender {
  const { proposals, keyValues, claims, notifier, views, now, report, isStopped } = context
  const { platform } = context.proposalsChannel
  const cursorKey = `proposals/told/${platform}`
  /** Claims of notices that may have arrived although the attempt got no answer. */
  const unanswered = new Set<string>()
  /** Claims of notices of the current transition that need no further attempt. */
  const settled = new Set<string>()
  let cursor: Cursor | undefined

  /** Persists the cursor. On a version conflict, drops local state. */
  const moveCursor = async (position: number): Promise<void> => {
    if (!cursor) return
    const written = await keyValues.write(cursorKey, String(position), { ifVersion: cursor.version })
    if (written.status === 'stale') {
      cursor = undefined
      onConflict()
      return
    }
    cursor = { ...cursor, position, version: written.version, isInherited: false }
  }

  const loadCursor = async (): Promise<void> => {
    if (!cursor) {
      const stored = await keyValues.read(cursorKey)
      const position = stored ? Number(stored.value) : proposals.state().revision
      cursor = { position, version: stored?.version ?? null, failingSince: undefined, isInherited: true }
      if (!stored) await moveCursor(position)
    }
    if (cursor && cursor.position > proposals.state().revision) {
      // Another process is ahead, or the log has lost transitions that people were notified of.
      await proposals.catchUp()
      const { revision } = proposals.state()
      if (cursor.position > revision) await moveCursor(revision)
    }
  }

  /** Notifies one person once, whichever process does it. False if it must be tried again. */
  const notifyPerson = async (key: string, nth: number, message: (t: Translator) => Message): Promise<boolean> => {
    const person = parsePersonKey(key)
    if (person?.platform !== platform) return true
    const claim = `proposals/tell/${nth}/${key}`
    if (settled.has(claim)) return true
    const isUnanswered = unanswered.has(claim)
    const repeated = cursor?.isInherited === true || isUnanswered
    // The notice counts as possibly delivered until the result is known.
    unanswered.add(claim)
    const result = await notifyOnce(
      { claims, notifier, now },
      { claim, person, message, repeated, rememberMs: REMEMBER_MS },
    )
    // A person who accepts no messages sees the card in the channel and must not block the others.
    if (result === 'delivered' || result === 'refused' || (!isUnanswered && result !== 'later')) {
      unanswered.delete(claim)
    }
    if (result === 'later' || result === 'busy') return false
    settled.add(claim)
    return true
  }

  /** Notifies many people, a few at a time. False if someone must be tried again, or this process stops. */
  const notifyPeople = async (
    keys: readonly string[],
    nth: number,
    messageOf: (key: string) => (t: Translator) => Message,
  ): Promise<boolean> => {
    let arrived = true
    for (const some of chunk(keys, CONCURRENCY)) {
      if (isStopped()) return false
      const results = await Promise.all(some.map((key) => notifyPerson(key, nth, messageOf(key))))
      arrived &&= results.every(Boolean)
    }
    return arrived
  }

  /** The proposal as one person sees it, below the news. */
  const messageFor =
    (event: AppliedEvent['event'], proposal: Proposal, key: NotificationKey | undefined, person: string) =>
    (t: Translator): Message => {
      const viewer = { person, isExpert: proposals.canReview(proposal, person) }
      const message = views.proposal(proposal, context.viewContext(t), viewer)
      if (key === undefined) return message
      const reason = 'reason' in event && event.reason !== '' ? event.reason : t('proposal.note.moved')
      const days = 'until' in event ? Math.round((event.until - event.at) / DAY_MS) : 0
      const params = { number: proposal.number, reason, days, name: missingIn(event) }
      return { ...message, summary: t(key, params), blocks: [note('info', t.rich(key, params)), ...message.blocks] }
    }

  /** The outcome in one line, for people who voted. */
  const outcomeFor =
    (event: AppliedEvent['event'], proposal: Proposal, key: NotificationKey) =>
    (t: Translator): Message => {
      const reason = 'reason' in event ? event.reason : ''
      const params = { number: proposal.number, reason, name: missingIn(event) }
      return views.notice(proposal, t.rich(key, params), context.viewContext(t))
    }

  const decidersOf = (proposal: Proposal, deciders: ProposalNotification['deciders']): readonly string[] => {
    switch (deciders) {
      case 'experts':
        return proposals.listReviewers(proposal).filter((key) => !proposal.reviews.has(key))
      case 'admins':
        return proposals.community().admins
      case undefined:
        return []
    }
  }

  /** Notifies everyone whom the nth transition concerns. False if someone must be tried again. */
  const notifyOf = async ({ event }: AppliedEvent, nth: number): Promise<boolean> => {
    const notification = notificationFor(event)
    const proposal = 'id' in event && event.id !== null ? proposals.state().proposals.get(event.id) : undefined
    if (!proposal || notification === undefined) return true
    const { author, nominators, votes, state } = proposal
    const { authorKey, deciders, deciderKey, nominatorKey, voterKey } = notification
    let arrived = true
    if (authorKey !== undefined) {
      arrived = await notifyPerson(author, nth, messageFor(event, proposal, authorKey, author))
    }
    const notifyAll = async (keys: readonly string[], key: NotificationKey | undefined): Promise<void> => {
      const all = await notifyPeople(keys, nth, (person) => messageFor(event, proposal, key, person))
      arrived &&= all
    }
    // A vote that is over by now needs no votes, and a proposal that is decided no reviews.
    if (nominatorKey !== undefined && state === 'voting') await notifyAll([...nominators.keys()], nominatorKey)
    if (state === 'review') await notifyAll(decidersOf(proposal, deciders), deciderKey)
    if (voterKey !== undefined) {
      const all = await notifyPeople([...votes.keys()], nth, () => outcomeFor(event, proposal, voterKey))
      arrived &&= all
    }
    return arrived
  }

  return {
    async send() {
      await loadCursor()
      for (const applied of proposals.transitions().slice(cursor?.position ?? 0)) {
        if (isStopped() || !cursor) return
        const { position } = cursor
        if (!(await notifyOf(applied, position))) {
          const failingSince = cursor.failingSince ?? now()
          cursor = { ...cursor, failingSince }
          if (now() - failingSince < GIVE_UP_MS) return
          report('a person could not be notified about a proposal', { entry: applied.event.type })
        }
        cursor = { ...cursor, failingSince: undefined }
        unanswered.clear()
        settled.clear()
        await moveCursor(position + 1)
      }
    },
    reset() {
      cursor = undefined
      unanswered.clear()
      settled.clear()
    },
  }
}

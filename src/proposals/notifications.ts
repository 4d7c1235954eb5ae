import type { ProposalEvent, UnreadableEvent } from './domain/index.ts'

// What people are told of the turns of a proposal.

type NotificationKey = `news.${
  | 'voting'
  | 'extended'
  | 'review'
  | 'object'
  | 'toVote'
  | 'changes'
  | 'rebase'
  | 'applied'
  | 'rejected'
  | 'expired'
  | 'superseded'
  | 'escalated'
  | 'toReview'
  | 'nudge'
  | 'appeal'
  | 'admins'}`

export interface ProposalNotification {
  /** What the author is told. */
  readonly authorKey: NotificationKey | undefined
  readonly deciders?: 'experts' | 'admins'
  /** What those are told who decide. */
  readonly deciderKey?: NotificationKey
}

/** Who is told of a turn, and what. */
export function notificationFor(entry: ProposalEvent | UnreadableEvent): ProposalNotification | undefined {
  switch (entry.type) {
    case 'opened':
      return { authorKey: 'news.voting' }
    case 'extended':
      return { authorKey: 'news.extended' }
    case 'reviewBegan':
      return { authorKey: 'news.review', deciders: 'experts', deciderKey: 'news.toReview' }
    case 'reviewed':
      return entry.verdict === 'object' ? { authorKey: 'news.object' } : undefined
    case 'toVote':
      return { authorKey: 'news.toVote' }
    case 'changesAsked':
      return { authorKey: entry.rival === null ? 'news.changes' : 'news.rebase' }
    case 'applied':
      return { authorKey: 'news.applied' }
    case 'rejected':
      return { authorKey: 'news.rejected' }
    case 'appealed':
      return { authorKey: undefined, deciders: 'experts', deciderKey: 'news.appeal' }
    case 'expired':
      return { authorKey: 'news.expired' }
    case 'superseded':
      return { authorKey: 'news.superseded' }
    case 'nudged':
      return { authorKey: undefined, deciders: 'experts', deciderKey: 'news.nudge' }
    case 'escalated':
      return { authorKey: 'news.escalated', deciders: 'admins', deciderKey: 'news.admins' }
    case 'drafted':
    case 'submitted':
    case 'edited':
    case 'accepted':
    case 'withdrawn':
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

import type { Entry, Unreadable } from './domain/index.ts'

// What people are told of the turns of a proposal.

type NewsKey = `news.${
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

export interface News {
  /** What the author is told. */
  readonly author: NewsKey | undefined
  readonly deciders?: 'experts' | 'admins'
  /** What those are told who decide. */
  readonly said?: NewsKey
}

/** Who is told of a turn, and what. */
export function newsOf(entry: Entry | Unreadable): News | undefined {
  switch (entry.type) {
    case 'opened':
      return { author: 'news.voting' }
    case 'extended':
      return { author: 'news.extended' }
    case 'reviewBegan':
      return { author: 'news.review', deciders: 'experts', said: 'news.toReview' }
    case 'reviewed':
      return entry.verdict === 'object' ? { author: 'news.object' } : undefined
    case 'toVote':
      return { author: 'news.toVote' }
    case 'changesAsked':
      return { author: entry.rival === null ? 'news.changes' : 'news.rebase' }
    case 'applied':
      return { author: 'news.applied' }
    case 'rejected':
      return { author: 'news.rejected' }
    case 'appealed':
      return { author: undefined, deciders: 'experts', said: 'news.appeal' }
    case 'expired':
      return { author: 'news.expired' }
    case 'superseded':
      return { author: 'news.superseded' }
    case 'nudged':
      return { author: undefined, deciders: 'experts', said: 'news.nudge' }
    case 'escalated':
      return { author: 'news.escalated', deciders: 'admins', said: 'news.admins' }
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

import type { Catalog, CatalogChange } from '../../catalog/index.ts'
import type { ProposalEvent } from './events.ts'
import type { Policy } from './policy.ts'
import type { Choice, IdeaSource, Proposal, Verdict } from './proposal.ts'

/** What a decision depends on besides the state: time, policy, the current catalog and the community. */
export interface DecisionContext {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly policy: Policy
  readonly catalog: Catalog
  /** The catalog with a change applied, or what the change would break. */
  preview(change: CatalogChange): { readonly catalog: Catalog } | { readonly problems: readonly string[] }
  /**
   * Whether every platform has reported its members and experts. Until then they are unknown, which is not the same as none, and no
   * transition is added by time alone.
   */
  readonly isComplete: boolean
  /** The number of active members without this person. */
  countMembersExcept(person: string): number
  /** The people who may review a proposal, without its author. */
  reviewersOf(proposal: Pick<Proposal, 'author' | 'request' | 'escalated'>): Reviewers
}

export interface Reviewers {
  has(person: string): boolean
  /** Their number; Infinity if a platform does not list them all. */
  readonly size: number
  /** The listed ones. */
  readonly listed: readonly string[]
}

/** Why a command is refused. */
export type Refusal =
  | { readonly why: 'unknown' | 'own' | 'bot' | 'notExpert' | 'notAuthor' | 'noReason' | 'notWording' | 'appealOver' }
  /** Another proposal to the same value is in review. */
  | { readonly why: 'busy' }
  /** A newer version of Rung has changed the proposal in a way that this one cannot read. */
  | { readonly why: 'newer' }
  /** The experts are not known yet. */
  | { readonly why: 'notReady' }
  /** The edit changes another value than the proposal. */
  | { readonly why: 'otherMatter' }
  /** The emoji may have been removed from the message: ask the platform. */
  | { readonly why: 'reactionRemoved' }
  /** The proposal is in a state that does not allow the command. */
  | { readonly why: 'state'; readonly state: Proposal['state'] }
  /** The vote has been closed, or a new one has started. */
  | { readonly why: 'otherVote' }
  | { readonly why: 'missing'; readonly name: string }
  /** The ladder no longer has what the proposal changes. */
  | { readonly why: 'targetGone'; readonly name: string }
  | { readonly why: 'same' }
  | { readonly why: 'broken'; readonly problems: readonly string[] }
  | { readonly why: 'tooManyOpen'; readonly most: number }
  | { readonly why: 'tooManyToday'; readonly most: number; readonly again: number }
  | { readonly why: 'waits'; readonly proposal: Proposal; readonly until: number }
  | { readonly why: 'there'; readonly proposal: Proposal }

/** The events to append, in order, or why the command is refused. No events if the command changes nothing. */
export type Decision =
  | { readonly ok: true; readonly entries: readonly ProposalEvent[] }
  | { readonly ok: false; readonly refusal: Refusal }

export type ProposalCommand =
  | { readonly type: 'draft'; readonly id: string; readonly source: IdeaSource }
  | {
      readonly type: 'submit'
      readonly id: string
      readonly change: CatalogChange
      readonly reason: string
      readonly lane: 'vote' | 'wording'
      readonly source?: IdeaSource
    }
  | {
      readonly type: 'nominate'
      readonly id: string
      readonly on: boolean
      readonly emoji?: string
      /** As in the event: set if emojis were compared with nominations. */
      readonly compared?: number | null
      /** As in the event: for an emoji on a message. */
      readonly reaction?: { readonly message: string; readonly removals?: number }
    }
  | { readonly type: 'vote'; readonly id: string; readonly round: number; readonly choice: Choice | null }
  | { readonly type: 'review'; readonly id: string; readonly verdict: Verdict; readonly reason: string }
  | { readonly type: 'askChanges'; readonly id: string; readonly reason: string }
  | { readonly type: 'edit'; readonly id: string; readonly change: CatalogChange; readonly reason: string }
  | { readonly type: 'withdraw'; readonly id: string }
  | { readonly type: 'appeal'; readonly id: string; readonly reason: string }
  | { readonly type: 'waive'; readonly id: string; readonly reason: string }

/** Who executes a command; `person` is the key of one of their accounts. */
export interface Actor {
  readonly person: string
  readonly bot: boolean
}

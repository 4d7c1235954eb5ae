import { exceeds, type Policy, reaches } from './policy.ts'
import type { Proposal } from './proposal.ts'

/** What a vote has come to. `open` goes on; `extend` has missed its quorum and gets more time once. */
export type VoteOutcome = 'open' | 'passed' | 'contested' | 'rejected' | 'extend' | 'expired'

/**
 * What a vote has come to at a time. One that clearly passes is closed as soon as it may be; one that does not goes on to
 * its last moment, since people may still turn it.
 */
export function voteOutcome(
  proposal: Pick<Proposal, 'until' | 'notBefore' | 'quorum' | 'extended' | 'tally'>,
  now: number,
  policy: Policy,
): VoteOutcome {
  const { tally, quorum } = proposal
  const cast = tally.for + tally.against
  const over = proposal.until !== null && now >= proposal.until
  const met = cast >= quorum
  if (met && reaches(tally.for, cast, policy.pass) && (over || now >= proposal.notBefore)) return 'passed'
  if (!over) return 'open'
  if (!met) return proposal.extended ? 'expired' : 'extend'
  return exceeds(tally.for, cast, policy.contested) ? 'contested' : 'rejected'
}

/** What experts have come to: nothing yet, or a decision. */
export type ReviewOutcome = 'open' | 'accepted' | 'rejected' | 'toVote'

/**
 * What a review has come to. It takes the approvals that were fixed when it began. Each objection that stands takes one approval more to overrule; it is upheld where as many experts object as
 * would have had to approve, and more object than approve. A fix of wording to which anybody objects is voted on instead.
 */
export function reviewOutcome(proposal: Proposal, experts: number, now: number): ReviewOutcome {
  const { approve, object } = countVerdicts(proposal)
  const needed = requiredApprovals(proposal, experts)
  if (proposal.lane === 'wording') {
    if (object > 0) return 'toVote'
    return approve >= needed && now >= proposal.notBefore ? 'accepted' : 'open'
  }
  if (object >= needed && object > approve) return 'rejected'
  if (approve >= needed + object) return 'accepted'
  return 'open'
}

/**
 * How many approvals a review takes. It is fixed in the log when the review begins. Only for reviews of the first version, whose
 * log has no list of experts, it is the lesser of what was fixed and of the experts there are.
 */
export function requiredApprovals(
  { approvalsNeeded, approvalsFixed }: Pick<Proposal, 'approvalsNeeded' | 'approvalsFixed'>,
  experts: number,
): number {
  return approvalsFixed ? approvalsNeeded : capApprovals(approvalsNeeded, experts)
}

/** How many approvals are fixed for a review: as many as the policy asks for, but no more than there are experts, and one at least. */
export function capApprovals(wanted: number, experts: number): number {
  return Math.max(1, Math.min(wanted, experts))
}

/** How many experts approve and object; those who abstain are counted to neither. */
export function countVerdicts({ reviews }: Pick<Proposal, 'reviews'>): {
  readonly approve: number
  readonly object: number
} {
  const all = [...reviews.values()]
  return {
    approve: all.filter(({ verdict }) => verdict === 'approve').length,
    object: all.filter(({ verdict }) => verdict === 'object').length,
  }
}

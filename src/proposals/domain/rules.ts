import { exceeds, type Policy, reaches } from './policy.ts'
import type { Proposal } from './proposal.ts'

/** The result of a vote. `open`: none yet; `extend`: it missed its quorum and gets more time once. */
export type VoteOutcome = 'open' | 'passed' | 'contested' | 'rejected' | 'extend' | 'expired'

/**
 * The result of a vote at a time. A vote that clearly passes is closed as early as allowed. Any other vote stays open to the end, since
 * people may still change it.
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

/** The result of a review; `open` while there is none. */
export type ReviewOutcome = 'open' | 'accepted' | 'rejected' | 'toVote'

/**
 * The result of a review. It needs the approvals that were fixed when it began, and one more for each objection. It is rejected if as
 * many experts object as would have had to approve, and more object than approve. A wording fix with an objection goes to a vote.
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
 * How many approvals a review needs. The log fixes it when the review begins. For reviews of the first version, whose log lists no
 * experts, it is the lesser of that number and the number of experts now.
 */
export function requiredApprovals(
  { approvalsNeeded, approvalsFixed }: Pick<Proposal, 'approvalsNeeded' | 'approvalsFixed'>,
  experts: number,
): number {
  return approvalsFixed ? approvalsNeeded : capApprovals(approvalsNeeded, experts)
}

/** How many approvals are fixed for a review: what the policy asks for, at most the number of experts, at least one. */
export function capApprovals(wanted: number, experts: number): number {
  return Math.max(1, Math.min(wanted, experts))
}

/** How many experts approve and object. Abstentions count as neither. */
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

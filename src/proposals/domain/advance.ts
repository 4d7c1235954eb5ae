import { conflicts, isSameValue, proposedValue, readTarget } from '../../catalog/index.ts'
import type { DecisionContext, Reviewers } from './decide.ts'
import { MAX_EXPERTS, type NewTransition, type Transition } from './events.ts'
import { DAY_MS, HOUR_MS, nominatorsOf, quorumOf } from './policy.ts'
import type { Proposal } from './proposal.ts'
import { isOpen } from './proposal.ts'
import { capApprovals, countVerdicts, reviewOutcome, voteOutcome } from './rules.ts'
import type { LadderState } from './state.ts'

/**
 * What follows for a proposal from the board as it is and from time alone: a vote that opens, closes or runs out, a review
 * that has come to a decision, a reminder that is due. Empty where nothing does, and as long as the facts are not complete. Any process may add what comes back: the
 * first counts, and the others change nothing.
 */
export function advance(board: LadderState, id: string, facts: DecisionContext): readonly Transition[] {
  if (!facts.isComplete || board.isFrozen(id)) return []
  const found: Transition[] = []
  let at: LadderState | undefined = board
  // One thing leads to the next (nominated, opened); none of them leads back.
  for (let step = 0; step < MOST_STEPS && at; step += 1) {
    const proposal = at.proposals.get(id)
    const next = proposal ? nextTurns(at, proposal, facts) : []
    if (next.length === 0) break
    for (const turn of next) {
      const whole: Transition = { ...turn, base: at.revision }
      const after: LadderState | undefined = at.withEvent(whole)
      if (!after) return found
      found.push(whole)
      at = after
    }
  }
  return found
}

const MOST_STEPS = 5

function nextTurns(board: LadderState, proposal: Proposal, facts: DecisionContext): readonly NewTransition[] {
  switch (proposal.state) {
    case 'draft':
    case 'changesAsked':
      return overdue(proposal, facts.now)
    case 'nominated':
      return fromNominated(board, proposal, facts)
    case 'voting':
      return fromVoting(board, proposal, facts)
    case 'review':
      return fromReview(proposal, facts)
    case 'accepted':
      return apply(board, proposal, facts)
    case 'applied':
    case 'rejected':
    case 'expired':
    case 'withdrawn':
    case 'superseded':
    case 'reverted':
      return []
  }
}

function fromNominated(board: LadderState, proposal: Proposal, facts: DecisionContext): readonly NewTransition[] {
  const { now, policy } = facts
  const { id, author } = proposal
  // Never fewer than when it was submitted: a platform that is away, or a role that is empty, must not make a decision easier.
  const members = Math.max(proposal.members, facts.countMembersExcept(author))
  if (proposal.provisional)
    return [{ type: 'counted', id, at: now, members, nominators: nominatorsOf(members, policy) }]
  const asksExperts = proposal.lane === 'wording' ? 'wording' : members < policy.voteFrom ? 'fewMembers' : undefined
  if (asksExperts) {
    if (isRivalInReview(board, proposal)) return overdue(proposal, now)
    const notBefore = asksExperts === 'wording' ? now + policy.wordingHours * HOUR_MS : now
    return [
      {
        type: 'reviewBegan',
        id,
        at: now,
        why: asksExperts,
        ...proposal.tally,
        ...fixApprovals(asksExperts === 'wording' ? 1 : policy.approvals, facts.reviewersOf(proposal)),
        until: now + policy.reviewDays * DAY_MS,
        notBefore,
      },
    ]
  }
  // Where the author has edited what was voted on before, its nominations have been given.
  if (proposal.round === 0 && proposal.nominators.size < proposal.nominatorsNeeded) return overdue(proposal, now)
  return [
    {
      type: 'opened',
      id,
      at: now,
      nominated: proposal.nominators.size,
      members,
      quorum: quorumOf(members, policy),
      notBefore: now + policy.minVoteHours * HOUR_MS,
      until: now + policy.voteDays * DAY_MS,
    },
  ]
}

function overdue({ id, until, tally }: Proposal, now: number): readonly NewTransition[] {
  return until !== null && now >= until ? [{ type: 'expired', id, at: now, ...tally }] : []
}

function fromVoting(board: LadderState, proposal: Proposal, facts: DecisionContext): readonly NewTransition[] {
  const { now, policy } = facts
  const { id, tally } = proposal
  const outcome = voteOutcome(proposal, now, policy)
  switch (outcome) {
    case 'open':
      return []
    case 'extend':
      return [
        { type: 'extended', id, at: now, ...tally, until: (proposal.until ?? now) + policy.extensionDays * DAY_MS },
      ]
    case 'expired':
      return [{ type: 'expired', id, at: now, ...tally }]
    case 'rejected':
      return [{ type: 'rejected', id, at: now, why: 'vote', ...tally, reason: '' }]
    case 'passed':
    case 'contested':
      // One at a time for the same thing: it waits until the other is decided.
      if (isRivalInReview(board, proposal)) return []
      return [
        {
          type: 'reviewBegan',
          id,
          at: now,
          why: outcome,
          ...tally,
          ...fixApprovals(
            outcome === 'passed' ? policy.approvals : policy.contestedApprovals,
            facts.reviewersOf(proposal),
          ),
          until: now + policy.reviewDays * DAY_MS,
          notBefore: now,
        },
      ]
  }
}

function fromReview(proposal: Proposal, facts: DecisionContext): readonly NewTransition[] {
  const { now, policy } = facts
  const { id, tally, since, nudges } = proposal
  const verdicts = countVerdicts(proposal)
  switch (reviewOutcome(proposal, facts.reviewersOf(proposal).size, now)) {
    case 'accepted': {
      const { request: asked } = proposal
      const after = asked && facts.preview(asked.change)
      const fit = asked && readTarget(facts.catalog, asked.change)
      const stands = fit?.exists === true && isSameValue(fit.value, asked?.from ?? null)
      if (after && 'catalog' in after && stands) return [{ type: 'accepted', id, at: now, verdicts }]
      // The ladder has moved since it was proposed: what was voted on can no longer be made.
      const reason = after && 'problems' in after ? after.problems.join('; ').slice(0, 1000).toWellFormed() : ''
      const until = now + policy.changesDays * DAY_MS
      return [{ type: 'changesAsked', id, at: now, by: null, rival: null, reason, until }]
    }
    case 'rejected': {
      const reasons = [...proposal.reviews.values()].filter(({ verdict }) => verdict === 'object')
      const reason = reasons
        .map((review) => review.reason)
        .join('; ')
        .slice(0, 1000)
        .toWellFormed()
      return [{ type: 'rejected', id, at: now, why: 'objection', ...tally, verdicts, reason }]
    }
    case 'toVote': {
      const [by, objection] = [...proposal.reviews].find(([, { verdict }]) => verdict === 'object') ?? []
      const members = Math.max(proposal.members, facts.countMembersExcept(proposal.author))
      return [
        {
          type: 'toVote',
          id,
          at: now,
          by: by ?? proposal.author,
          reason: objection?.reason ?? '',
          members,
          nominators: nominatorsOf(members, policy),
          until: now + policy.nominateDays * DAY_MS,
        },
      ]
    }
    case 'open':
      break
  }
  if (!proposal.escalated && proposal.until !== null && now >= proposal.until) {
    // Nobody decided in time: if there are fewer experts now, they and the admins can.
    const fixed = fixApprovals(proposal.approvalsNeeded, facts.reviewersOf({ ...proposal, escalated: true }))
    return [{ type: 'escalated', id, at: now, ...fixed, until: now + policy.reviewDays * DAY_MS }]
  }
  const days = (now - since) / DAY_MS
  const due = days >= policy.secondNudgeDays ? 2 : days >= policy.firstNudgeDays ? 1 : 0
  if (proposal.escalated || due <= nudges) return []
  return Array.from({ length: due - nudges }, (_, nth) => ({ type: 'nudged', id, at: now, nth: nudges + nth + 1 }))
}

/** What is recorded of the experts when a review begins: how many approvals it takes, and who there was to give them. */
export function fixApprovals(
  wanted: number,
  { size, listed }: Reviewers,
): { readonly approvals: number; readonly experts: string[] } {
  return { approvals: capApprovals(wanted, size), experts: listed.slice(0, MAX_EXPERTS) }
}

/** Whether experts have another proposal for the same thing before them. */
export function isRivalInReview(board: LadderState, proposal: Proposal): boolean {
  return [...board.proposals.values()].some(
    (other) =>
      other.id !== proposal.id &&
      (other.state === 'review' || other.state === 'accepted') &&
      isRivalOf(other, proposal),
  )
}

function isRivalOf(one: Proposal, other: Proposal): boolean {
  return one.request !== null && other.request !== null && conflicts(one.request.change, other.request.change)
}

/** Makes the change, and tells what becomes of the others that are about the same thing. */
function apply(board: LadderState, proposal: Proposal, facts: DecisionContext): readonly NewTransition[] {
  const { request: asked, id } = proposal
  if (!asked) return []
  const { now, policy } = facts
  const after = facts.preview(asked.change)
  const others = [...board.proposals.values()].filter((other) => other.id !== id)
  const wanted = proposedValue(asked.change)
  const reverts = others
    .filter(
      (other) =>
        other.state === 'applied' &&
        other.request !== null &&
        isRivalOf(other, proposal) &&
        isSameValue(other.request.from, wanted) &&
        isSameValue(proposedValue(other.request.change), asked.from),
    )
    .map((other) => other.id)
  const rivals = others.filter((other) => isOpen(other) && isRivalOf(other, proposal))
  return [
    { type: 'applied', id, at: now, reverts },
    ...rivals.flatMap((rival): readonly NewTransition[] => {
      if (!rival.request || !('catalog' in after)) return []
      const fit = readTarget(after.catalog, rival.request.change)
      if (!fit.exists || isSameValue(fit.value, proposedValue(rival.request.change))) {
        return [{ type: 'superseded', id: rival.id, at: now, rival: id }]
      }
      if (isSameValue(fit.value, rival.request.from) || rival.state === 'changesAsked') return []
      const until = now + policy.changesDays * DAY_MS
      return [{ type: 'changesAsked', id: rival.id, at: now, by: null, rival: id, reason: '', until }]
    }),
  ]
}

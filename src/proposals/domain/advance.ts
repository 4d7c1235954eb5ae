import { type Catalog, conflicts, isSameValue, proposedValue, readTarget, requestToday } from '../../catalog/index.ts'
import type { DecisionContext, Reviewers } from './commands.ts'
import { MAX_EXPERTS, type NewTransition, type Transition } from './events.ts'
import { DAY_MS, HOUR_MS, nominatorsOf, quorumOf } from './policy.ts'
import type { Proposal } from './proposal.ts'
import { isOpen } from './proposal.ts'
import { capApprovals, countVerdicts, reviewOutcome, voteOutcome } from './rules.ts'
import type { LadderState } from './state.ts'

/**
 * The transitions that follow for a proposal from the state and from time alone: a vote that opens, closes or runs out, a review that is
 * decided, a reminder that is due. Empty if there are none, or while the community is incomplete. Any process may append the result: the
 * first one counts, and the others have no effect.
 */
export function advance(ladder: LadderState, id: string, context: DecisionContext): readonly Transition[] {
  if (!context.isComplete || ladder.isFrozen(id)) return []
  const transitions: Transition[] = []
  let at: LadderState | undefined = ladder
  // One transition leads to the next (nominated, opened); none leads back.
  for (let step = 0; step < MAX_STEPS && at; step += 1) {
    const proposal = at.proposals.get(id)
    const next = proposal ? nextTransitions(at, proposal, context) : []
    if (next.length === 0) break
    for (const transition of next) {
      const event: Transition = { ...transition, base: at.revision }
      const after: LadderState | undefined = at.withEvent(event)
      if (!after) return transitions
      transitions.push(event)
      at = after
    }
  }
  return transitions
}

const MAX_STEPS = 5

function nextTransitions(ladder: LadderState, proposal: Proposal, context: DecisionContext): readonly NewTransition[] {
  switch (proposal.state) {
    case 'draft':
    case 'changesAsked':
      return overdue(proposal, context)
    case 'nominated':
      return fromNominated(ladder, proposal, context)
    case 'voting':
      return fromVoting(ladder, proposal, context)
    case 'review':
      return fromReview(proposal, context)
    case 'accepted':
      return apply(ladder, proposal, context)
    case 'applied':
    case 'rejected':
    case 'expired':
    case 'withdrawn':
    case 'superseded':
    case 'reverted':
      return []
  }
}

function fromNominated(ladder: LadderState, proposal: Proposal, context: DecisionContext): readonly NewTransition[] {
  const { now, policy } = context
  const { id, author } = proposal
  // Never fewer than when it was submitted: a platform that is down, or an empty role, must not make a decision easier.
  const members = Math.max(proposal.members, context.countMembersExcept(author))
  if (missingTarget(proposal, context) !== undefined) return overdue(proposal, context)
  if (proposal.provisional)
    return [{ type: 'counted', id, at: now, members, nominators: nominatorsOf(members, policy) }]
  const asksExperts = proposal.lane === 'wording' ? 'wording' : members < policy.voteFrom ? 'fewMembers' : undefined
  if (asksExperts) {
    if (isRivalInReview(ladder, proposal, context)) return overdue(proposal, context)
    const notBefore = asksExperts === 'wording' ? now + policy.wordingHours * HOUR_MS : now
    return [
      {
        type: 'reviewBegan',
        id,
        at: now,
        why: asksExperts,
        ...proposal.tally,
        ...fixApprovals(asksExperts === 'wording' ? 1 : policy.approvals, context.reviewersOf(proposal)),
        until: now + policy.reviewDays * DAY_MS,
        notBefore,
      },
    ]
  }
  // A proposal that was edited after a vote needs no new nominations.
  if (proposal.round === 0 && proposal.nominators.size < proposal.nominatorsNeeded) return overdue(proposal, context)
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

function overdue(proposal: Proposal, context: DecisionContext): readonly NewTransition[] {
  const { id, until, tally } = proposal
  const { now } = context
  return until !== null && now >= until
    ? [{ type: 'expired', id, at: now, ...tally, ...missingField(missingTarget(proposal, context)) }]
    : []
}

/**
 * What a proposal changes and the catalog does not have: the slug of its role, level, skill or domain. Nothing is decided for such a
 * proposal until that is back, because a folder of files may lack it for a moment only; the periods of its states go on.
 */
export function missingTarget(
  { request }: Pick<Proposal, 'request'>,
  { catalog }: Pick<DecisionContext, 'catalog'>,
): string | undefined {
  const target = request && readTarget(catalog, request.change)
  return target?.exists === false ? target.missing : undefined
}

function missingField(missing: string | undefined): { readonly missing?: string } {
  return missing === undefined ? {} : { missing }
}

function fromVoting(ladder: LadderState, proposal: Proposal, context: DecisionContext): readonly NewTransition[] {
  const { now, policy } = context
  const { id, tally } = proposal
  const missing = missingTarget(proposal, context)
  const outcome = voteOutcome(proposal, now, policy)
  switch (outcome) {
    case 'open':
      return []
    case 'extend':
      return [
        { type: 'extended', id, at: now, ...tally, until: (proposal.until ?? now) + policy.extensionDays * DAY_MS },
      ]
    case 'expired':
      return overdue(proposal, context)
    case 'rejected':
      return [{ type: 'rejected', id, at: now, why: 'vote', ...tally, reason: '' }]
    case 'passed':
    case 'contested':
      if (missing !== undefined) return overdue(proposal, context)
      // One review at a time for the same value: it waits until the other is decided.
      if (isRivalInReview(ladder, proposal, context)) return []
      return [
        {
          type: 'reviewBegan',
          id,
          at: now,
          why: outcome,
          ...tally,
          ...fixApprovals(
            outcome === 'passed' ? policy.approvals : policy.contestedApprovals,
            context.reviewersOf(proposal),
          ),
          until: now + policy.reviewDays * DAY_MS,
          notBefore: now,
        },
      ]
  }
}

function fromReview(proposal: Proposal, context: DecisionContext): readonly NewTransition[] {
  const { now, policy } = context
  const { id, tally, since, nudges } = proposal
  const verdicts = countVerdicts(proposal)
  const missing = missingTarget(proposal, context)
  switch (reviewOutcome(proposal, context.reviewersOf(proposal).size, now)) {
    case 'accepted': {
      if (missing !== undefined) break
      const request = proposal.request && requestToday(proposal.request, context.catalog)
      const after = request && context.preview(request.change)
      const fit = request && readTarget(context.catalog, request.change)
      const stands = fit?.exists === true && isSameValue(fit.value, request?.from ?? null)
      if (after && 'catalog' in after && stands) return [{ type: 'accepted', id, at: now, verdicts }]
      // The catalog has changed since it was proposed: the change no longer fits.
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
      const members = Math.max(proposal.members, context.countMembersExcept(proposal.author))
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
  if (missing !== undefined) {
    if (proposal.until === null || now < proposal.until) return []
    const until = now + policy.changesDays * DAY_MS
    return [{ type: 'changesAsked', id, at: now, by: null, rival: null, reason: '', missing, until }]
  }
  if (!proposal.escalated && proposal.until !== null && now >= proposal.until) {
    // Nobody decided in time. If there are fewer experts now, fewer approvals are needed.
    const fixed = fixApprovals(proposal.approvalsNeeded, context.reviewersOf({ ...proposal, escalated: true }))
    return [{ type: 'escalated', id, at: now, ...fixed, until: now + policy.reviewDays * DAY_MS }]
  }
  const days = (now - since) / DAY_MS
  const due = days >= policy.secondNudgeDays ? 2 : days >= policy.firstNudgeDays ? 1 : 0
  if (proposal.escalated || due <= nudges) return []
  return Array.from({ length: due - nudges }, (_, nth) => ({ type: 'nudged', id, at: now, nth: nudges + nth + 1 }))
}

/** What the log fixes when a review begins: how many approvals it needs, and the experts of that time. */
export function fixApprovals(
  wanted: number,
  { size, listed }: Reviewers,
): { readonly approvals: number; readonly experts: string[] } {
  return { approvals: capApprovals(wanted, size), experts: listed.slice(0, MAX_EXPERTS) }
}

/** Whether another proposal to the same value is in review. */
export function isRivalInReview(
  ladder: LadderState,
  proposal: Proposal,
  { catalog }: Pick<DecisionContext, 'catalog'>,
): boolean {
  return [...ladder.proposals.values()].some(
    (other) =>
      other.id !== proposal.id &&
      (other.state === 'review' || other.state === 'accepted') &&
      isRivalOf(other, proposal, catalog),
  )
}

function isRivalOf({ request: one }: Proposal, { request: other }: Proposal, catalog: Catalog): boolean {
  return one !== null && other !== null && conflicts(one.change, other.change, catalog)
}

/** Applies the change, and decides what becomes of other proposals to the same value. */
function apply(ladder: LadderState, proposal: Proposal, context: DecisionContext): readonly NewTransition[] {
  const { id } = proposal
  const { now, policy, catalog } = context
  if (!proposal.request || missingTarget(proposal, context) !== undefined) return []
  const request = requestToday(proposal.request, catalog)
  const after = context.preview(request.change)
  const others = [...ladder.proposals.values()].filter((other) => other.id !== id)
  const wanted = proposedValue(request.change)
  const isReverted = (other: Proposal): boolean => {
    if (other.state !== 'applied' || !other.request || !isRivalOf(other, proposal, catalog)) return false
    const { change, from } = requestToday(other.request, catalog)
    return isSameValue(from, wanted) && isSameValue(proposedValue(change), request.from)
  }
  const reverts = others.filter(isReverted).map((other) => other.id)
  const rivals = others.filter((other) => isOpen(other) && isRivalOf(other, proposal, catalog))
  return [
    { type: 'applied', id, at: now, reverts },
    ...rivals.flatMap((rival): readonly NewTransition[] => {
      if (!rival.request || !('catalog' in after)) return []
      const { change, from } = requestToday(rival.request, after.catalog)
      const fit = readTarget(after.catalog, change)
      if (!fit.exists || isSameValue(fit.value, proposedValue(change))) {
        return [{ type: 'superseded', id: rival.id, at: now, rival: id }]
      }
      if (isSameValue(fit.value, from) || rival.state === 'changesAsked') return []
      const until = now + policy.changesDays * DAY_MS
      return [{ type: 'changesAsked', id: rival.id, at: now, by: null, rival: id, reason: '', until }]
    }),
  ]
}

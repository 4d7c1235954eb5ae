import type { CatalogChange } from '../../catalog/index.ts'
import type { Transition } from './events.ts'
import {
  addHistory,
  createProposal,
  enterState,
  type MutableProposal,
  matchesTally,
  matchesVerdicts,
  pickRequest,
  resetVotes,
} from './mutable-proposal.ts'
import { isOpen } from './proposal.ts'

/** An accepted change. */
export interface AppliedChange {
  readonly proposal: string
  readonly change: CatalogChange
  readonly at: number
}

/** The parts of a state that transitions change. */
export interface TransitionTarget {
  readonly proposals: Map<string, MutableProposal>
  readonly appliedChanges: AppliedChange[]
  readonly personOf: (key: string) => string
  /** The proposal to change, copied if another state shares it. */
  readonly proposalToChange: (id: string) => MutableProposal | undefined
  /** The number of the next proposal. */
  readonly nextNumber: () => number
}

/** Applies a transition that was decided on this state. False if its proposal does not allow it. */
export function applyTransition(entry: Transition, target: TransitionTarget): boolean {
  const { proposals, proposalToChange, personOf } = target
  const proposal = proposalToChange(entry.id)
  if (entry.type === 'drafted') {
    if (proposal) return false
    const made = createProposal(entry, target.nextNumber(), personOf(entry.by))
    proposals.set(entry.id, made)
    enterState(made, entry, 'draft', made.author)
    return true
  }
  if (entry.type === 'submitted') {
    if (proposal && (proposal.state !== 'draft' || proposal.author !== personOf(entry.by))) return false
    const made = proposal ?? createProposal(entry, target.nextNumber(), personOf(entry.by))
    proposals.set(entry.id, made)
    made.request = pickRequest(entry)
    made.lane = entry.lane
    made.source = entry.source ?? made.source
    made.members = entry.members
    made.nominatorsNeeded = entry.nominators
    made.provisional = entry.provisional === true
    made.startedAt = entry.at
    made.nominators.delete(made.author)
    enterState(made, entry, 'nominated', made.author, entry.reason)
    return true
  }
  if (!proposal) return false
  const { state } = proposal
  switch (entry.type) {
    case 'counted':
      if (state !== 'nominated' || !proposal.provisional) return false
      proposal.members = entry.members
      proposal.nominatorsNeeded = entry.nominators
      proposal.provisional = false
      return true
    case 'opened':
      if (state !== 'nominated') return false
      if (entry.nominated !== undefined && entry.nominated !== proposal.nominators.size) return false
      resetVotes(proposal)
      proposal.round += 1
      proposal.members = entry.members
      proposal.quorum = entry.quorum
      enterState(proposal, entry, 'voting')
      return true
    case 'extended':
      if (state !== 'voting' || proposal.extended || !matchesTally(proposal, entry)) return false
      proposal.extended = true
      proposal.until = entry.until
      addHistory(proposal, entry.at, 'extended')
      return true
    case 'reviewBegan': {
      const afterVote = entry.why === 'passed' || entry.why === 'contested'
      if (state !== (afterVote ? 'voting' : 'nominated') || !matchesTally(proposal, entry)) return false
      proposal.closed = afterVote ? { for: entry.for, against: entry.against } : null
      proposal.contested = entry.why === 'contested'
      proposal.approvalsNeeded = entry.approvals
      proposal.approvalsFixed = entry.experts !== undefined
      proposal.reviews = new Map()
      proposal.nudges = 0
      proposal.escalated = false
      enterState(proposal, entry, 'review')
      return true
    }
    case 'reviewed': {
      const by = personOf(entry.by)
      if (state !== 'review' || by === proposal.author) return false
      proposal.reviews.set(by, { verdict: entry.verdict, reason: entry.reason, at: entry.at })
      addHistory(proposal, entry.at, entry.verdict, by, entry.reason)
      return true
    }
    case 'escalated':
      if (state !== 'review' || proposal.escalated) return false
      proposal.escalated = true
      proposal.approvalsNeeded = entry.approvals ?? proposal.approvalsNeeded
      proposal.approvalsFixed ||= entry.experts !== undefined
      proposal.until = entry.until
      addHistory(proposal, entry.at, 'escalated')
      return true
    case 'nudged':
      if (state !== 'review' || entry.nth !== proposal.nudges + 1) return false
      proposal.nudges = entry.nth
      return true
    case 'toVote':
      if (state !== 'review' || proposal.lane !== 'wording') return false
      proposal.lane = 'vote'
      proposal.reviews = new Map()
      proposal.members = entry.members
      proposal.nominatorsNeeded = entry.nominators
      enterState(proposal, entry, 'nominated', personOf(entry.by), entry.reason)
      return true
    case 'changesAsked': {
      const isAllowed = entry.rival === null ? state === 'review' : isOpen(proposal) && state !== 'draft'
      if (!isAllowed || state === 'changesAsked') return false
      proposal.rival = entry.rival
      enterState(proposal, entry, 'changesAsked', entry.by === null ? null : personOf(entry.by), entry.reason)
      return true
    }
    case 'edited':
      if (state !== 'changesAsked' || personOf(entry.by) !== proposal.author) return false
      proposal.request = pickRequest(entry)
      proposal.rival = null
      resetVotes(proposal)
      addHistory(proposal, entry.at, 'edited', proposal.author, entry.reason)
      enterState(proposal, entry, 'nominated', proposal.author)
      return true
    case 'accepted':
      if (state !== 'review' || !matchesVerdicts(proposal, entry)) return false
      enterState(proposal, entry, 'accepted')
      return true
    case 'applied':
      if (state !== 'accepted' || !proposal.request) return false
      enterState(proposal, entry, 'applied')
      target.appliedChanges.push({ proposal: proposal.id, change: proposal.request.change, at: entry.at })
      for (const id of entry.reverts) {
        const reverted = proposalToChange(id)
        if (reverted?.state !== 'applied' || reverted === proposal) continue
        reverted.rival = proposal.id
        enterState(reverted, entry, 'reverted')
      }
      return true
    case 'rejected':
      if (state !== (entry.why === 'vote' ? 'voting' : 'review') || !matchesTally(proposal, entry)) return false
      if (!matchesVerdicts(proposal, entry)) return false
      if (entry.why === 'vote') proposal.closed = { for: entry.for, against: entry.against }
      proposal.rejectedFor = entry.why
      enterState(proposal, entry, 'rejected', null, entry.reason)
      return true
    case 'appealed':
      if (state !== 'rejected' || proposal.rejectedFor !== 'objection' || proposal.appealed) return false
      if (personOf(entry.by) !== proposal.author) return false
      proposal.appealed = true
      proposal.approvalsNeeded = entry.approvals
      proposal.approvalsFixed = entry.experts !== undefined
      proposal.reviews = new Map()
      proposal.nudges = 0
      proposal.escalated = false
      addHistory(proposal, entry.at, 'appealed', proposal.author, entry.reason)
      enterState(proposal, entry, 'review')
      return true
    case 'expired': {
      const isAllowed = state === 'draft' || state === 'nominated' || state === 'voting' || state === 'changesAsked'
      if (!isAllowed || !matchesTally(proposal, entry)) return false
      if (state === 'voting') proposal.closed = { for: entry.for, against: entry.against }
      enterState(proposal, entry, 'expired')
      return true
    }
    case 'withdrawn':
      if (!isOpen(proposal) || state === 'accepted' || personOf(entry.by) !== proposal.author) return false
      enterState(proposal, entry, 'withdrawn', proposal.author)
      return true
    case 'superseded':
      if (!isOpen(proposal) || state === 'draft') return false
      proposal.rival = entry.rival
      enterState(proposal, entry, 'superseded')
      return true
    case 'waived':
      if (state !== 'rejected' || personOf(entry.by) === proposal.author) return false
      proposal.waivedAt = entry.at
      addHistory(proposal, entry.at, 'waived', personOf(entry.by), entry.reason)
      return true
  }
}

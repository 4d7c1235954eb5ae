import {
  type CatalogChange,
  conflicts,
  isAddition,
  isSameMatter,
  isSameValue,
  isWording,
  proposedValue,
  readTarget,
  requestToday,
} from '../../catalog/index.ts'
import { advance, fixApprovals, isRivalInReview, missingTarget } from './advance.ts'
import type { Actor, Decision, DecisionContext, ProposalCommand, Refusal } from './commands.ts'
import type { NewTransition, ProposalEvent } from './events.ts'
import { DAY_MS, nominatorsOf } from './policy.ts'
import type { ChangeRequest, Proposal } from './proposal.ts'
import { changesNomination, isOpen } from './proposal.ts'
import { countRemovals } from './reaction-removals.ts'
import type { LadderState } from './state.ts'

/** Decides a person’s command: the events to append, with those that follow at once, or why it is refused. */
export function decide(
  ladder: LadderState,
  command: ProposalCommand,
  { person: by, bot }: Actor,
  context: DecisionContext,
): Decision {
  if (bot) return refused({ why: 'bot' })
  const person = ladder.personOf(by)
  const { now, policy } = context
  const at = now
  if (ladder.isFrozen(command.id)) return refused({ why: 'newer' })
  const proposal = ladder.proposals.get(command.id)
  if (command.type === 'draft') {
    const existing = proposal ?? findIdea(ladder, command.source.message)
    if (existing) return refused({ why: 'there', proposal: existing })
    const until = now + policy.draftDays * DAY_MS
    return transitions(ladder, [{ type: 'drafted', id: command.id, at, by: person, until, source: command.source }])
  }
  if (command.type === 'submit') {
    if (proposal && proposal.author !== person) return refused({ why: 'notAuthor' })
    if (proposal && proposal.state !== 'draft') return refused({ why: 'state', state: proposal.state })
    if (command.lane === 'wording' && !isWording(command.change)) return refused({ why: 'notWording' })
    if (command.reason.trim() === '') return refused({ why: 'noReason' })
    const request = requestFor(command.change, command.reason, context)
    if ('refusal' in request) return refused(request.refusal)
    const refusal = startRefusal(ladder, person, command.change, context)
    if (refusal) return refused(refusal)
    const members = context.countMembersExcept(person)
    return withConsequences(ladder, command.id, context, [
      {
        type: 'submitted',
        id: command.id,
        at,
        by: person,
        ...request,
        lane: command.lane,
        source: command.source ?? null,
        members,
        nominators: nominatorsOf(members, policy),
        ...(!context.isComplete && { provisional: true as const }),
        until: now + policy.nominateDays * DAY_MS,
      },
    ])
  }
  if (!proposal) return refused({ why: 'unknown' })
  const { id, state, author } = proposal
  const own = author === person
  const missing = missingTarget(proposal, context)
  switch (command.type) {
    case 'nominate': {
      if (own) return refused({ why: 'own' })
      if (state !== 'draft' && state !== 'nominated') return refused({ why: 'state', state })
      if (command.on && missing !== undefined) return refused({ why: 'targetGone', name: missing })
      if (!changesNomination(proposal, person, command)) return { ok: true, entries: [] }
      const { reaction } = command
      if (command.on && reaction && countRemovals(ladder.removals, reaction.message, person) !== reaction.removals)
        return refused({ why: 'reactionRemoved' })
      return withConsequences(ladder, id, context, [
        {
          type: 'nominated',
          id,
          at,
          by: person,
          on: command.on,
          ...(command.emoji !== undefined && { emoji: command.emoji }),
          ...(command.compared !== undefined && { compared: command.compared }),
          ...(reaction && { reaction }),
        },
      ])
    }
    case 'vote':
      if (own) return refused({ why: 'own' })
      if (state !== 'voting') return refused({ why: 'state', state })
      if (command.round !== proposal.round || (proposal.until !== null && now >= proposal.until))
        return refused({ why: 'otherVote' })
      if (command.choice !== null && missing !== undefined) return refused({ why: 'targetGone', name: missing })
      if ((proposal.votes.get(person)?.choice ?? null) === command.choice) return { ok: true, entries: [] }
      return {
        ok: true,
        entries: [{ type: 'voted', id, at, by: person, round: command.round, choice: command.choice }],
      }
    case 'review':
    case 'askChanges': {
      if (own) return refused({ why: 'own' })
      if (!context.reviewersOf(proposal).has(person))
        return refused({ why: context.isComplete ? 'notExpert' : 'notReady' })
      if (state !== 'review') return refused({ why: 'state', state })
      const reason = command.reason.trim()
      if (reason === '' && !(command.type === 'review' && command.verdict !== 'object'))
        return refused({ why: 'noReason' })
      if (command.type === 'review') {
        if (command.verdict === 'approve' && missing !== undefined) return refused({ why: 'targetGone', name: missing })
        const before = proposal.reviews.get(person)
        if (before?.verdict === command.verdict && before.reason === reason) return { ok: true, entries: [] }
        return withConsequences(ladder, id, context, [
          { type: 'reviewed', id, at, by: person, verdict: command.verdict, reason },
        ])
      }
      const until = now + policy.changesDays * DAY_MS
      return transitions(ladder, [{ type: 'changesAsked', id, at, by: person, rival: null, reason, until }])
    }
    case 'edit': {
      if (!own) return refused({ why: 'notAuthor' })
      if (state !== 'changesAsked') return refused({ why: 'state', state })
      if (command.reason.trim() === '') return refused({ why: 'noReason' })
      const request = requestFor(command.change, command.reason, context)
      if ('refusal' in request) return refused(request.refusal)
      // An edit changes the same thing; another one needs another proposal.
      if (proposal.request && !isSameMatter(proposal.request.change, command.change, context.catalog))
        return refused({ why: 'otherMatter' })
      if (proposal.request && !conflicts(proposal.request.change, command.change, context.catalog)) {
        const refusal = decidedRefusal(ladder, command.change, context)
        if (refusal) return refused(refusal)
      }
      return withConsequences(ladder, id, context, [
        { type: 'edited', id, at, by: person, ...request, until: now + policy.nominateDays * DAY_MS },
      ])
    }
    case 'withdraw':
      if (!own) return refused({ why: 'notAuthor' })
      if (!isOpen(proposal) || state === 'accepted') return refused({ why: 'state', state })
      return transitions(ladder, [{ type: 'withdrawn', id, at, by: person }])
    case 'appeal': {
      if (!own) return refused({ why: 'notAuthor' })
      if (state !== 'rejected' || proposal.rejectedFor !== 'objection') return refused({ why: 'state', state })
      if (proposal.appealed || now >= proposal.since + policy.appealDays * DAY_MS) return refused({ why: 'appealOver' })
      if (command.reason.trim() === '') return refused({ why: 'noReason' })
      if (isRivalInReview(ladder, proposal, context)) return refused({ why: 'busy' })
      if (!context.isComplete) return refused({ why: 'notReady' })
      const until = now + policy.reviewDays * DAY_MS
      const reason = command.reason.trim()
      const fixed = fixApprovals(policy.contestedApprovals, context.reviewersOf(proposal))
      return transitions(ladder, [{ type: 'appealed', id, at, by: person, reason, ...fixed, until }])
    }
    case 'waive':
      if (own) return refused({ why: 'own' })
      if (!context.reviewersOf(proposal).has(person))
        return refused({ why: context.isComplete ? 'notExpert' : 'notReady' })
      if (state !== 'rejected') return refused({ why: 'state', state })
      return transitions(ladder, [{ type: 'waived', id, at, by: person, reason: command.reason.trim() }])
  }
}

/** The open proposal that comes from a message. */
export function findIdea(ladder: LadderState, message: string): Proposal | undefined {
  for (const proposal of ladder.proposals.values()) {
    if (proposal.source?.message === message && isOpen(proposal)) return proposal
  }
  return undefined
}

function refused(refusal: Refusal): Decision {
  return { ok: false, refusal }
}

/** Transitions in sequence, from the current state. */
function transitions(ladder: LadderState, decided: readonly NewTransition[]): Extract<Decision, { ok: true }> {
  return { ok: true, entries: decided.map((transition, nth) => ({ ...transition, base: ladder.revision + nth })) }
}

/**
 * An event with the transitions that follow from it at once. They are decided on a copy of the state that has applied it, so the same
 * rules hold whether they are decided now or by the next process that reads the event.
 */
function withConsequences(
  ladder: LadderState,
  id: string,
  context: DecisionContext,
  first: readonly [NewTransition | Extract<ProposalEvent, { type: 'nominated' }>],
): Decision {
  const [entry] = first
  const whole: ProposalEvent = entry.type === 'nominated' ? entry : { ...entry, base: ladder.revision }
  const entries: ProposalEvent[] = [whole]
  const next = ladder.withEvent(whole)
  if (!next) return { ok: true, entries }
  for (const each of advance(next, id, context)) entries.push(each)
  return { ok: true, entries }
}

/** The request for a change to the current catalog, or why it is refused. */
function requestFor(
  change: CatalogChange,
  reason: string,
  context: DecisionContext,
): ChangeRequest | { readonly refusal: Refusal } {
  const fit = readTarget(context.catalog, change)
  if (!fit.exists) return { refusal: { why: 'missing', name: fit.missing } }
  if (isSameValue(fit.value, proposedValue(change))) return { refusal: { why: 'same' } }
  if (isAddition(change) && fit.value !== null) return { refusal: { why: 'same' } }
  const after = context.preview(change)
  if ('problems' in after) return { refusal: { why: 'broken', problems: after.problems } }
  return { change, from: fit.value, version: fit.version, domain: fit.domain, reason: reason.trim() }
}

/** Why a person may not start any proposal now: how many of theirs are open, and how many they have started in a day. */
export function limitRefusal(
  { proposals }: Pick<LadderState, 'proposals'>,
  person: string,
  { now, policy }: Pick<DecisionContext, 'now' | 'policy'>,
): Extract<Refusal, { why: 'tooManyOpen' | 'tooManyToday' }> | undefined {
  const theirs = [...proposals.values()].filter(({ author, request }) => author === person && request)
  const open = theirs.filter(isOpen)
  if (open.length >= policy.openPerAuthor) return { why: 'tooManyOpen', most: policy.openPerAuthor }
  const today = theirs.filter(({ startedAt }) => startedAt > now - DAY_MS).map(({ startedAt }) => startedAt)
  if (today.length < policy.startsPerDay) return undefined
  return { why: 'tooManyToday', most: policy.startsPerDay, again: Math.min(...today) + DAY_MS }
}

/** Why a person may not start a proposal now: their open proposals, and decisions about the same value. */
function startRefusal(
  ladder: LadderState,
  person: string,
  change: CatalogChange,
  { now, policy, catalog }: DecisionContext,
): Refusal | undefined {
  return limitRefusal(ladder, person, { now, policy }) ?? decidedRefusal(ladder, change, { now, policy, catalog })
}

/** Why a change cannot be proposed now: it is proposed already, or was rejected a short time ago. */
function decidedRefusal(
  ladder: LadderState,
  change: CatalogChange,
  { now, policy, catalog }: Pick<DecisionContext, 'now' | 'policy' | 'catalog'>,
): Refusal | undefined {
  const all = [...ladder.proposals.values()]
  const wanted = proposedValue(change)
  for (const proposal of all) {
    if (!proposal.request || !conflicts(proposal.request.change, change, catalog)) continue
    const { change: other } = requestToday(proposal.request, catalog)
    const same = other.kind === change.kind && isSameValue(proposedValue(other), wanted)
    if (isOpen(proposal) && same) return { why: 'there', proposal }
    const until = proposal.since + policy.waitDays * DAY_MS
    if (proposal.state === 'rejected' && proposal.waivedAt === null && now < until) {
      return { why: 'waits', proposal, until }
    }
  }
  return undefined
}

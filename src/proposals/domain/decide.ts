import {
  type Catalog,
  type CatalogChange,
  conflicts,
  isSameValue,
  isWording,
  type Proficiency,
  proposedValue,
  rankOf,
  readTarget,
} from '../../catalog/index.ts'
import { advance, fixApprovals, isRivalInReview } from './advance.ts'
import type { NewTransition, ProposalEvent } from './events.ts'
import { DAY_MS, nominatorsOf, type Policy } from './policy.ts'
import type { ChangeRequest, Choice, IdeaSource, Proposal, Verdict } from './proposal.ts'
import { isOpen } from './proposal.ts'
import { countRemovals } from './reaction-removals.ts'
import type { LadderState } from './state.ts'

/** What a decision is made on beside the board: time, numbers, the catalogue as it is now and who there is. */
export interface DecisionContext {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly policy: Policy
  readonly catalog: Catalog
  /** The catalogue with a change made, or what the change would break. */
  preview(change: CatalogChange): { readonly catalog: Catalog } | { readonly problems: readonly string[] }
  /**
   * Whether every platform has reported its members and experts. Until then they are unknown, which is not the same as none: nothing
   * is decided by itself.
   */
  readonly isComplete: boolean
  /** Members seen lately, this person not counted. */
  countMembersExcept(person: string): number
  /** The people who may review a proposal, its author not among them. */
  reviewersOf(proposal: Pick<Proposal, 'author' | 'request' | 'escalated'>): Reviewers
}

export interface Reviewers {
  has(person: string): boolean
  /** How many there are; Infinity if a platform does not list them all. */
  readonly size: number
  /** Those who are listed. */
  readonly listed: readonly string[]
}

/** Why something may not be done, for the person who tried. */
export type Refusal =
  | { readonly why: 'unknown' | 'own' | 'bot' | 'notExpert' | 'notAuthor' | 'noReason' | 'notWording' | 'appealOver' }
  /** Experts have another proposal for the same thing before them. */
  | { readonly why: 'busy' }
  /** A newer version of Rung has changed the proposal in a way that this one cannot read. */
  | { readonly why: 'newer' }
  /** Who the experts are is not known yet. */
  | { readonly why: 'notReady' }
  /** An edit that is about something else than the proposal. */
  | { readonly why: 'otherMatter' }
  /** The emoji may have been removed from the message: only the platform can tell. */
  | { readonly why: 'reactionRemoved' }
  /** It is not in a state in which this can be done. */
  | { readonly why: 'state'; readonly state: Proposal['state'] }
  /** The vote that the voice was given in has been closed, or has started anew. */
  | { readonly why: 'otherVote' }
  | { readonly why: 'missing'; readonly name: string }
  | { readonly why: 'same' }
  | { readonly why: 'broken'; readonly problems: readonly string[] }
  /** It would ask for more than the level above, or less than the one below: of which level, and what that expects. */
  | { readonly why: 'decreasing'; readonly level: string; readonly expects: Proficiency }
  | { readonly why: 'tooManyOpen'; readonly most: number }
  | { readonly why: 'tooManyToday'; readonly most: number; readonly again: number }
  | { readonly why: 'waits'; readonly proposal: Proposal; readonly until: number }
  | { readonly why: 'there'; readonly proposal: Proposal }

/** A voice, or turns in the order in which they are to be taken; or why not. Nothing to add is an answer too. */
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
      /** As in the log entry: for what was found out by comparing emojis with nominations. */
      readonly compared?: number | null
      /** As in the log entry: for an emoji on a message. */
      readonly reaction?: { readonly message: string; readonly removals?: number }
    }
  | { readonly type: 'vote'; readonly id: string; readonly round: number; readonly choice: Choice | null }
  | { readonly type: 'review'; readonly id: string; readonly verdict: Verdict; readonly reason: string }
  | { readonly type: 'askChanges'; readonly id: string; readonly reason: string }
  | { readonly type: 'edit'; readonly id: string; readonly change: CatalogChange; readonly reason: string }
  | { readonly type: 'withdraw'; readonly id: string }
  | { readonly type: 'appeal'; readonly id: string; readonly reason: string }
  | { readonly type: 'waive'; readonly id: string; readonly reason: string }

/** Who does something; `person` is the one key of a person. */
export interface Actor {
  readonly person: string
  readonly bot: boolean
}

/** Decides what comes of something that a person does: the entries to add, with what follows from them at once, or why not. */
export function decide(
  board: LadderState,
  command: ProposalCommand,
  { person: by, bot }: Actor,
  facts: DecisionContext,
): Decision {
  if (bot) return refused({ why: 'bot' })
  const person = board.personOf(by)
  const { now, policy } = facts
  const at = now
  if (board.isFrozen(command.id)) return refused({ why: 'newer' })
  const proposal = board.proposals.get(command.id)
  if (command.type === 'draft') {
    const there = proposal ?? findIdea(board, command.source.message)
    if (there) return refused({ why: 'there', proposal: there })
    const until = now + policy.draftDays * DAY_MS
    return turns(board, [{ type: 'drafted', id: command.id, at, by: person, until, source: command.source }])
  }
  if (command.type === 'submit') {
    if (proposal && proposal.author !== person) return refused({ why: 'notAuthor' })
    if (proposal && proposal.state !== 'draft') return refused({ why: 'state', state: proposal.state })
    if (command.lane === 'wording' && !isWording(command.change)) return refused({ why: 'notWording' })
    if (command.reason.trim() === '') return refused({ why: 'noReason' })
    const asked = read(command.change, command.reason, facts)
    const refusal = 'refusal' in asked ? asked.refusal : mayBegin(board, person, command.change, facts)
    if (refusal || 'refusal' in asked) return refused(refusal ?? { why: 'unknown' })
    const members = facts.countMembersExcept(person)
    return follow(board, command.id, facts, [
      {
        type: 'submitted',
        id: command.id,
        at,
        by: person,
        ...asked,
        lane: command.lane,
        source: command.source ?? null,
        members,
        nominators: nominatorsOf(members, policy),
        ...(!facts.isComplete && { provisional: true as const }),
        until: now + policy.nominateDays * DAY_MS,
      },
    ])
  }
  if (!proposal) return refused({ why: 'unknown' })
  const { id, state, author } = proposal
  const own = author === person
  switch (command.type) {
    case 'nominate': {
      if (own) return refused({ why: 'own' })
      if (state !== 'draft' && state !== 'nominated') return refused({ why: 'state', state })
      if (proposal.nominators.has(person) === command.on) return { ok: true, entries: [] }
      if (command.compared !== undefined) {
        const isMeant = command.on
          ? !proposal.notNominating.has(person)
          : proposal.nominators.get(person)?.at === command.compared
        if (!isMeant) return { ok: true, entries: [] }
      }
      const { reaction } = command
      if (command.on && reaction && countRemovals(board.removals, reaction.message, person) !== reaction.removals)
        return refused({ why: 'reactionRemoved' })
      return follow(board, id, facts, [
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
      if ((proposal.votes.get(person)?.choice ?? null) === command.choice) return { ok: true, entries: [] }
      return {
        ok: true,
        entries: [{ type: 'voted', id, at, by: person, round: command.round, choice: command.choice }],
      }
    case 'review':
    case 'askChanges': {
      if (own) return refused({ why: 'own' })
      if (!facts.reviewersOf(proposal).has(person)) return refused({ why: facts.isComplete ? 'notExpert' : 'notReady' })
      if (state !== 'review') return refused({ why: 'state', state })
      const reason = command.reason.trim()
      if (reason === '' && !(command.type === 'review' && command.verdict !== 'object'))
        return refused({ why: 'noReason' })
      if (command.type === 'review') {
        const before = proposal.reviews.get(person)
        if (before?.verdict === command.verdict && before.reason === reason) return { ok: true, entries: [] }
        return follow(board, id, facts, [{ type: 'reviewed', id, at, by: person, verdict: command.verdict, reason }])
      }
      const until = now + policy.changesDays * DAY_MS
      return turns(board, [{ type: 'changesAsked', id, at, by: person, rival: null, reason, until }])
    }
    case 'edit': {
      if (!own) return refused({ why: 'notAuthor' })
      if (state !== 'changesAsked') return refused({ why: 'state', state })
      if (command.reason.trim() === '') return refused({ why: 'noReason' })
      const asked = read(command.change, command.reason, facts)
      if ('refusal' in asked) return refused(asked.refusal)
      // An edit stays with what the proposal is about; another matter is another proposal.
      if (proposal.request && !conflicts(proposal.request.change, command.change))
        return refused({ why: 'otherMatter' })
      return follow(board, id, facts, [
        { type: 'edited', id, at, by: person, ...asked, until: now + policy.nominateDays * DAY_MS },
      ])
    }
    case 'withdraw':
      if (!own) return refused({ why: 'notAuthor' })
      if (!isOpen(proposal) || state === 'accepted') return refused({ why: 'state', state })
      return turns(board, [{ type: 'withdrawn', id, at, by: person }])
    case 'appeal': {
      if (!own) return refused({ why: 'notAuthor' })
      if (state !== 'rejected' || proposal.rejectedFor !== 'objection') return refused({ why: 'state', state })
      if (proposal.appealed || now >= proposal.since + policy.appealDays * DAY_MS) return refused({ why: 'appealOver' })
      if (command.reason.trim() === '') return refused({ why: 'noReason' })
      if (isRivalInReview(board, proposal)) return refused({ why: 'busy' })
      if (!facts.isComplete) return refused({ why: 'notReady' })
      const until = now + policy.reviewDays * DAY_MS
      const reason = command.reason.trim()
      const fixed = fixApprovals(policy.contestedApprovals, facts.reviewersOf(proposal))
      return turns(board, [{ type: 'appealed', id, at, by: person, reason, ...fixed, until }])
    }
    case 'waive':
      if (own) return refused({ why: 'own' })
      if (!facts.reviewersOf(proposal).has(person)) return refused({ why: facts.isComplete ? 'notExpert' : 'notReady' })
      if (state !== 'rejected') return refused({ why: 'state', state })
      return turns(board, [{ type: 'waived', id, at, by: person, reason: command.reason.trim() }])
  }
}

/** The proposal that comes from a message and is not decided yet. */
export function findIdea(board: LadderState, message: string): Proposal | undefined {
  for (const proposal of board.proposals.values()) {
    if (proposal.source?.message === message && isOpen(proposal)) return proposal
  }
  return undefined
}

function refused(refusal: Refusal): Decision {
  return { ok: false, refusal }
}

/** Turns after one another, from the board as it is. */
function turns(board: LadderState, decided: readonly NewTransition[]): Extract<Decision, { ok: true }> {
  return { ok: true, entries: decided.map((turn, nth) => ({ ...turn, base: board.revision + nth })) }
}

/**
 * An entry with what follows from it at once. What follows is found on a copy of the board that has taken it, so that the
 * same rules hold whether it is decided now or by whoever sees the entry next.
 */
function follow(
  board: LadderState,
  id: string,
  facts: DecisionContext,
  first: readonly [NewTransition | Extract<ProposalEvent, { type: 'nominated' }>],
): Decision {
  const [entry] = first
  const whole: ProposalEvent = entry.type === 'nominated' ? entry : { ...entry, base: board.revision }
  const entries: ProposalEvent[] = [whole]
  const next = board.withEvent(whole)
  if (!next) return { ok: true, entries }
  for (const each of advance(next, id, facts)) entries.push(each)
  return { ok: true, entries }
}

/** What a change replaces in the catalogue as it is; or why it cannot be asked for. */
function read(
  change: CatalogChange,
  reason: string,
  facts: DecisionContext,
): ChangeRequest | { readonly refusal: Refusal } {
  const fit = readTarget(facts.catalog, change)
  if (!fit.exists) return { refusal: { why: 'missing', name: fit.missing } }
  if (isSameValue(fit.value, proposedValue(change))) return { refusal: { why: 'same' } }
  if ((change.kind === 'addSkill' || change.kind === 'newSkill') && fit.value !== null)
    return { refusal: { why: 'same' } }
  const after = facts.preview(change)
  if ('problems' in after) {
    return { refusal: decreasing(change, facts.catalog) ?? { why: 'broken', problems: after.problems } }
  }
  return { change, from: fit.value, version: fit.version, domain: fit.domain, reason: reason.trim() }
}

/** The level that stands in the way of a requirement: a row never decreases from one level to the next. */
function decreasing(change: CatalogChange, { roles }: Catalog): Refusal | undefined {
  if (change.kind !== 'requirement' || change.to === 'absent') return undefined
  const role = roles.get(change.role)
  const cells = role?.rows.get(change.skill)?.cells ?? []
  const at = role?.levels.findIndex(({ slug }) => slug === change.level) ?? -1
  const wanted = rankOf(change.to)
  for (const [nth, cell] of cells.entries()) {
    const rank = rankOf(cell?.proficiency ?? null)
    const level = role?.levels[nth]
    if (cell && level && ((nth < at && rank > wanted) || (nth > at && rank < wanted))) {
      return { why: 'decreasing', level: level.name, expects: cell.proficiency }
    }
  }
  return undefined
}

/** Whether somebody may begin a proposal now: how many they have, and what has been decided of the same thing. */
function mayBegin(
  board: LadderState,
  person: string,
  change: CatalogChange,
  { now, policy }: DecisionContext,
): Refusal | undefined {
  const all = [...board.proposals.values()]
  const theirs = all.filter(({ author, request: asked }) => author === person && asked)
  const open = theirs.filter(isOpen)
  if (open.length >= policy.openPerAuthor) return { why: 'tooManyOpen', most: policy.openPerAuthor }
  const today = theirs.filter(({ startedAt }) => startedAt > now - DAY_MS).map(({ startedAt }) => startedAt)
  if (today.length >= policy.startsPerDay) {
    return { why: 'tooManyToday', most: policy.startsPerDay, again: Math.min(...today) + DAY_MS }
  }
  const wanted = proposedValue(change)
  for (const proposal of all) {
    if (!proposal.request || !conflicts(proposal.request.change, change)) continue
    const { change: other } = proposal.request
    const same = other.kind === change.kind && isSameValue(proposedValue(other), wanted)
    if (isOpen(proposal) && same) return { why: 'there', proposal }
    const until = proposal.since + policy.waitDays * DAY_MS
    if (proposal.state === 'rejected' && proposal.waivedAt === null && now < until) {
      return { why: 'waits', proposal, until }
    }
  }
  return undefined
}

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
import { advance, approvalsFixed, inReview } from './advance.ts'
import type { Entry, NewTurn } from './events.ts'
import { DAY_MS, nominatorsOf, type Policy } from './policy.ts'
import type { Asked, Choice, IdeaSource, Proposal, Verdict } from './proposal.ts'
import { isOpen } from './proposal.ts'
import { removalsOf } from './reaction-removals.ts'
import type { Board } from './state.ts'

/** What a decision is made on beside the board: time, numbers, the catalogue as it is now and who there is. */
export interface Facts {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly policy: Policy
  readonly catalog: Catalog
  /** The catalogue with a change made, or what the change would break. */
  after(change: CatalogChange): { readonly catalog: Catalog } | { readonly problems: readonly string[] }
  /**
   * Whether every platform has reported its members and experts. Until then they are unknown, which is not the same as none: nothing
   * is decided by itself.
   */
  readonly complete: boolean
  /** Members seen lately, this person not counted. */
  membersBut(person: string): number
  /** The people who may review a proposal, its author not among them. */
  reviewersOf(proposal: Pick<Proposal, 'author' | 'asked' | 'escalated'>): Reviewers
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
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly refusal: Refusal }

export type Deed =
  | { readonly do: 'draft'; readonly id: string; readonly source: IdeaSource }
  | {
      readonly do: 'submit'
      readonly id: string
      readonly change: CatalogChange
      readonly reason: string
      readonly lane: 'vote' | 'wording'
      readonly source?: IdeaSource
    }
  | {
      readonly do: 'nominate'
      readonly id: string
      readonly on: boolean
      readonly emoji?: string
      /** As in the log entry: for what was found out by comparing emojis with nominations. */
      readonly compared?: number | null
      /** As in the log entry: for an emoji on a message. */
      readonly reaction?: { readonly message: string; readonly removals?: number }
    }
  | { readonly do: 'vote'; readonly id: string; readonly round: number; readonly choice: Choice | null }
  | { readonly do: 'review'; readonly id: string; readonly verdict: Verdict; readonly reason: string }
  | { readonly do: 'askChanges'; readonly id: string; readonly reason: string }
  | { readonly do: 'edit'; readonly id: string; readonly change: CatalogChange; readonly reason: string }
  | { readonly do: 'withdraw'; readonly id: string }
  | { readonly do: 'appeal'; readonly id: string; readonly reason: string }
  | { readonly do: 'waive'; readonly id: string; readonly reason: string }

/** Who does something; `person` is the one key of a person. */
export interface Actor {
  readonly person: string
  readonly bot: boolean
}

/** Decides what comes of something that a person does: the entries to add, with what follows from them at once, or why not. */
export function decide(board: Board, deed: Deed, { person: by, bot }: Actor, facts: Facts): Decision {
  if (bot) return refused({ why: 'bot' })
  const person = board.personOf(by)
  const { now, policy } = facts
  const at = now
  if (board.isFrozen(deed.id)) return refused({ why: 'newer' })
  const proposal = board.proposals.get(deed.id)
  if (deed.do === 'draft') {
    const there = proposal ?? ideaFrom(board, deed.source.message)
    if (there) return refused({ why: 'there', proposal: there })
    const until = now + policy.draftDays * DAY_MS
    return turns(board, [{ type: 'drafted', id: deed.id, at, by: person, until, source: deed.source }])
  }
  if (deed.do === 'submit') {
    if (proposal && proposal.author !== person) return refused({ why: 'notAuthor' })
    if (proposal && proposal.state !== 'draft') return refused({ why: 'state', state: proposal.state })
    if (deed.lane === 'wording' && !isWording(deed.change)) return refused({ why: 'notWording' })
    if (deed.reason.trim() === '') return refused({ why: 'noReason' })
    const asked = read(deed.change, deed.reason, facts)
    const refusal = 'refusal' in asked ? asked.refusal : mayBegin(board, person, deed.change, facts)
    if (refusal || 'refusal' in asked) return refused(refusal ?? { why: 'unknown' })
    const members = facts.membersBut(person)
    return follow(board, deed.id, facts, [
      {
        type: 'submitted',
        id: deed.id,
        at,
        by: person,
        ...asked,
        lane: deed.lane,
        source: deed.source ?? null,
        members,
        nominators: nominatorsOf(members, policy),
        ...(!facts.complete && { provisional: true as const }),
        until: now + policy.nominateDays * DAY_MS,
      },
    ])
  }
  if (!proposal) return refused({ why: 'unknown' })
  const { id, state, author } = proposal
  const own = author === person
  switch (deed.do) {
    case 'nominate': {
      if (own) return refused({ why: 'own' })
      if (state !== 'draft' && state !== 'nominated') return refused({ why: 'state', state })
      if (proposal.nominators.has(person) === deed.on) return { ok: true, entries: [] }
      if (deed.compared !== undefined) {
        const isMeant = deed.on
          ? !proposal.notNominating.has(person)
          : proposal.nominators.get(person)?.at === deed.compared
        if (!isMeant) return { ok: true, entries: [] }
      }
      const { reaction } = deed
      if (deed.on && reaction && removalsOf(board.removals, reaction.message, person) !== reaction.removals)
        return refused({ why: 'reactionRemoved' })
      return follow(board, id, facts, [
        {
          type: 'nominated',
          id,
          at,
          by: person,
          on: deed.on,
          ...(deed.emoji !== undefined && { emoji: deed.emoji }),
          ...(deed.compared !== undefined && { compared: deed.compared }),
          ...(reaction && { reaction }),
        },
      ])
    }
    case 'vote':
      if (own) return refused({ why: 'own' })
      if (state !== 'voting') return refused({ why: 'state', state })
      if (deed.round !== proposal.round || (proposal.until !== null && now >= proposal.until))
        return refused({ why: 'otherVote' })
      if ((proposal.votes.get(person)?.choice ?? null) === deed.choice) return { ok: true, entries: [] }
      return { ok: true, entries: [{ type: 'voted', id, at, by: person, round: deed.round, choice: deed.choice }] }
    case 'review':
    case 'askChanges': {
      if (own) return refused({ why: 'own' })
      if (!facts.reviewersOf(proposal).has(person)) return refused({ why: facts.complete ? 'notExpert' : 'notReady' })
      if (state !== 'review') return refused({ why: 'state', state })
      const reason = deed.reason.trim()
      if (reason === '' && !(deed.do === 'review' && deed.verdict !== 'object')) return refused({ why: 'noReason' })
      if (deed.do === 'review') {
        const before = proposal.reviews.get(person)
        if (before?.verdict === deed.verdict && before.reason === reason) return { ok: true, entries: [] }
        return follow(board, id, facts, [{ type: 'reviewed', id, at, by: person, verdict: deed.verdict, reason }])
      }
      const until = now + policy.changesDays * DAY_MS
      return turns(board, [{ type: 'changesAsked', id, at, by: person, rival: null, reason, until }])
    }
    case 'edit': {
      if (!own) return refused({ why: 'notAuthor' })
      if (state !== 'changesAsked') return refused({ why: 'state', state })
      if (deed.reason.trim() === '') return refused({ why: 'noReason' })
      const asked = read(deed.change, deed.reason, facts)
      if ('refusal' in asked) return refused(asked.refusal)
      // An edit stays with what the proposal is about; another matter is another proposal.
      if (proposal.asked && !conflicts(proposal.asked.change, deed.change)) return refused({ why: 'otherMatter' })
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
      if (deed.reason.trim() === '') return refused({ why: 'noReason' })
      if (inReview(board, proposal)) return refused({ why: 'busy' })
      if (!facts.complete) return refused({ why: 'notReady' })
      const until = now + policy.reviewDays * DAY_MS
      const reason = deed.reason.trim()
      const fixed = approvalsFixed(policy.contestedApprovals, facts.reviewersOf(proposal))
      return turns(board, [{ type: 'appealed', id, at, by: person, reason, ...fixed, until }])
    }
    case 'waive':
      if (own) return refused({ why: 'own' })
      if (!facts.reviewersOf(proposal).has(person)) return refused({ why: facts.complete ? 'notExpert' : 'notReady' })
      if (state !== 'rejected') return refused({ why: 'state', state })
      return turns(board, [{ type: 'waived', id, at, by: person, reason: deed.reason.trim() }])
  }
}

/** The proposal that comes from a message and is not decided yet. */
export function ideaFrom(board: Board, message: string): Proposal | undefined {
  for (const proposal of board.proposals.values()) {
    if (proposal.source?.message === message && isOpen(proposal)) return proposal
  }
  return undefined
}

function refused(refusal: Refusal): Decision {
  return { ok: false, refusal }
}

/** Turns after one another, from the board as it is. */
function turns(board: Board, decided: readonly NewTurn[]): Extract<Decision, { ok: true }> {
  return { ok: true, entries: decided.map((turn, nth) => ({ ...turn, base: board.turns + nth })) }
}

/**
 * An entry with what follows from it at once. What follows is found on a copy of the board that has taken it, so that the
 * same rules hold whether it is decided now or by whoever sees the entry next.
 */
function follow(
  board: Board,
  id: string,
  facts: Facts,
  first: readonly [NewTurn | Extract<Entry, { type: 'nominated' }>],
): Decision {
  const [entry] = first
  const whole: Entry = entry.type === 'nominated' ? entry : { ...entry, base: board.turns }
  const entries: Entry[] = [whole]
  const next = board.with(whole)
  if (!next) return { ok: true, entries }
  for (const each of advance(next, id, facts)) entries.push(each)
  return { ok: true, entries }
}

/** What a change replaces in the catalogue as it is; or why it cannot be asked for. */
function read(change: CatalogChange, reason: string, facts: Facts): Asked | { readonly refusal: Refusal } {
  const fit = readTarget(facts.catalog, change)
  if (!fit.exists) return { refusal: { why: 'missing', name: fit.missing } }
  if (isSameValue(fit.value, proposedValue(change))) return { refusal: { why: 'same' } }
  if ((change.kind === 'addSkill' || change.kind === 'newSkill') && fit.value !== null)
    return { refusal: { why: 'same' } }
  const after = facts.after(change)
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
function mayBegin(board: Board, person: string, change: CatalogChange, { now, policy }: Facts): Refusal | undefined {
  const all = [...board.proposals.values()]
  const theirs = all.filter(({ author, asked }) => author === person && asked)
  const open = theirs.filter(isOpen)
  if (open.length >= policy.openPerAuthor) return { why: 'tooManyOpen', most: policy.openPerAuthor }
  const today = theirs.filter(({ startedAt }) => startedAt > now - DAY_MS).map(({ startedAt }) => startedAt)
  if (today.length >= policy.startsPerDay) {
    return { why: 'tooManyToday', most: policy.startsPerDay, again: Math.min(...today) + DAY_MS }
  }
  const wanted = proposedValue(change)
  for (const proposal of all) {
    if (!proposal.asked || !conflicts(proposal.asked.change, change)) continue
    const { change: other } = proposal.asked
    const same = other.kind === change.kind && isSameValue(proposedValue(other), wanted)
    if (isOpen(proposal) && same) return { why: 'there', proposal }
    const until = proposal.since + policy.waitDays * DAY_MS
    if (proposal.state === 'rejected' && proposal.waivedAt === null && now < until) {
      return { why: 'waits', proposal, until }
    }
  }
  return undefined
}

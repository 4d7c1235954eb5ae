import type { CatalogChange } from '../../catalog/index.ts'
import { type AccountLink, type Accounts, createAccounts, UNLINK_MS } from './accounts.ts'
import type { ProposalEvent, Transition, UnreadableEvent } from './events.ts'
import {
  addHistory,
  createProposal,
  enterState,
  type MutableProposal,
  matchesTally,
  matchesVerdicts,
  pickRequest,
  resetVotes,
  setVote,
} from './mutable-proposal.ts'
import { mergeParticipation, type ParticipationMerge, splitParticipation } from './participation.ts'
import type { Proposal } from './proposal.ts'
import { isOpen } from './proposal.ts'
import { countRemovals, removalKey } from './reaction-removals.ts'

/** A change that has been accepted, in the order in which they were. */
export interface AppliedChange {
  readonly proposal: string
  readonly change: CatalogChange
  readonly at: number
}

/** All proposals, as the entries of a log make them. The same entries in the same order make the same board. */
export interface LadderState {
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly appliedChanges: readonly AppliedChange[]
  /** Turns that have taken effect: what the next one names as its base. */
  readonly revision: number
  /** The one key of a person who has linked several accounts. */
  readonly personOf: (key: string) => string
  /** The entries that this version could not read and nobody has skipped, oldest first. */
  readonly unreadable: ReadonlyMap<string, UnreadableEvent>
  /**
   * Whether an entry of a proposal could not be read: what it has come to is not known here, so nothing is decided about it and
   * nobody acts on it.
   */
  readonly isFrozen: (id: string) => boolean
  /** Removals of nominating emojis from messages; read with `removalsOf`. */
  readonly removals: ReadonlyMap<string, number>
  /** All accounts of a person, the one of their key first. */
  readonly accountsOf: (key: string) => readonly string[]
  /** The links that have not been undone, oldest first; those that can be undone no more may be left out. */
  readonly links: () => readonly AccountLink[]
  /**
   * Takes the next entry. False where it changes nothing: it was there before, or what it was decided on had moved on, or it
   * is not allowed.
   */
  apply(entry: ProposalEvent | UnreadableEvent): boolean
  /** A copy that has taken one more entry, to see what comes of it; undefined where it changes nothing. */
  withEvent(entry: ProposalEvent): LadderState | undefined
}

/** What a board consists of. */
interface Content {
  readonly proposals: Map<string, MutableProposal>
  readonly applied: AppliedChange[]
  readonly accounts: Accounts
  /** What each link has done to proposals, for as long as it can be undone. */
  readonly merges: Map<AccountLink, readonly ParticipationMerge[]>
  /** By position. */
  readonly unreadable: Map<string, UnreadableEvent>
  /** By message and person. */
  readonly removals: Map<string, number>
  turns: number
  /** Entries of which it cannot be told whether they were turns. */
  doubtful: number
  /** The last batch of which an entry had no effect: the rest of it has none. */
  refusedBatch: string | undefined
  /** The proposals that another board holds too: they are copied before they are changed. */
  readonly shared: Set<string>
}

/** A board with nothing on it. */
export function createLadderState(): LadderState {
  return boardOf({
    proposals: new Map(),
    applied: [],
    accounts: createAccounts(),
    merges: new Map(),
    unreadable: new Map(),
    removals: new Map(),
    turns: 0,
    doubtful: 0,
    refusedBatch: undefined,
    shared: new Set(),
  })
}

function boardOf(content: Content): LadderState {
  const { proposals, applied, accounts, merges, unreadable, removals, shared } = content

  /** A proposal to change. */
  const own = (id: string): MutableProposal | undefined => {
    const held = proposals.get(id)
    if (!held || !shared.delete(id)) return held
    const copy: MutableProposal = {
      ...held,
      tally: { ...held.tally },
      nominators: new Map(held.nominators),
      notNominating: new Set(held.notNominating),
      votes: new Map(held.votes),
      reviews: new Map(held.reviews),
      cards: new Map(held.cards),
      threads: new Map(held.threads),
      history: [...held.history],
    }
    proposals.set(id, copy)
    return copy
  }

  const personOf = (key: string): string => accounts.personOf(key)

  const isFrozen = (id: string): boolean => [...unreadable.values()].some((entry) => entry.id === id)

  /** Proposals that are not on the board because the entry that began them could not be read: they have a number all the same. */
  const missing = (): number =>
    new Set(
      [...unreadable.values()]
        .filter(({ id, of }) => id !== null && begins(of) && !proposals.has(id))
        .map(({ id }) => id),
    ).size

  const link = ({ by, to, at }: Extract<ProposalEvent, { type: 'linked' }>): boolean => {
    const made = accounts.link(by, to, at)
    if (!made) return false
    const merged = [...proposals.keys()].flatMap((id) => {
      const held = own(id)
      return (held && mergeParticipation(held, made.person, made.joined)) ?? []
    })
    merges.set(made, merged)
    for (const old of merges.keys()) if (at - old.at > 2 * UNLINK_MS) merges.delete(old)
    return true
  }

  const unlink = ({ by, account, to, at }: Extract<ProposalEvent, { type: 'unlinked' }>): boolean => {
    const undone = accounts.unlink(by, account, to, at)
    if (!undone) return false
    for (const merged of merges.get(undone) ?? []) {
      const held = own(merged.id)
      if (held) splitParticipation(held, merged, undone.person, undone.joined)
    }
    merges.delete(undone)
    return true
  }

  /** Takes a turn that was decided on the board as it is; false where its proposal is not in a state for it. */
  const takeTurn = (entry: Transition): boolean => {
    const held = own(entry.id)
    if (entry.type === 'drafted') {
      if (held) return false
      const made = createProposal(entry, proposals.size + missing() + 1, personOf(entry.by))
      proposals.set(entry.id, made)
      enterState(made, entry, 'draft', made.author)
      return true
    }
    if (entry.type === 'submitted') {
      if (held && (held.state !== 'draft' || held.author !== personOf(entry.by))) return false
      const made = held ?? createProposal(entry, proposals.size + missing() + 1, personOf(entry.by))
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
    if (!held) return false
    const { state } = held
    switch (entry.type) {
      case 'counted':
        if (state !== 'nominated' || !held.provisional) return false
        held.members = entry.members
        held.nominatorsNeeded = entry.nominators
        held.provisional = false
        return true
      case 'opened':
        if (state !== 'nominated') return false
        if (entry.nominated !== undefined && entry.nominated !== held.nominators.size) return false
        resetVotes(held)
        held.round += 1
        held.members = entry.members
        held.quorum = entry.quorum
        enterState(held, entry, 'voting')
        return true
      case 'extended':
        if (state !== 'voting' || held.extended || !matchesTally(held, entry)) return false
        held.extended = true
        held.until = entry.until
        addHistory(held, entry.at, 'extended')
        return true
      case 'reviewBegan': {
        const afterVote = entry.why === 'passed' || entry.why === 'contested'
        if (state !== (afterVote ? 'voting' : 'nominated') || !matchesTally(held, entry)) return false
        held.closed = afterVote ? { for: entry.for, against: entry.against } : null
        held.contested = entry.why === 'contested'
        held.approvalsNeeded = entry.approvals
        held.approvalsFixed = entry.experts !== undefined
        held.reviews = new Map()
        held.nudges = 0
        held.escalated = false
        enterState(held, entry, 'review')
        return true
      }
      case 'reviewed': {
        const by = personOf(entry.by)
        if (state !== 'review' || by === held.author) return false
        held.reviews.set(by, { verdict: entry.verdict, reason: entry.reason, at: entry.at })
        addHistory(held, entry.at, entry.verdict, by, entry.reason)
        return true
      }
      case 'escalated':
        if (state !== 'review' || held.escalated) return false
        held.escalated = true
        held.approvalsNeeded = entry.approvals ?? held.approvalsNeeded
        held.approvalsFixed ||= entry.experts !== undefined
        held.until = entry.until
        addHistory(held, entry.at, 'escalated')
        return true
      case 'nudged':
        if (state !== 'review' || entry.nth !== held.nudges + 1) return false
        held.nudges = entry.nth
        return true
      case 'toVote':
        if (state !== 'review' || held.lane !== 'wording') return false
        held.lane = 'vote'
        held.reviews = new Map()
        held.members = entry.members
        held.nominatorsNeeded = entry.nominators
        enterState(held, entry, 'nominated', personOf(entry.by), entry.reason)
        return true
      case 'changesAsked': {
        const mayBe = entry.rival === null ? state === 'review' : isOpen(held) && state !== 'draft'
        if (!mayBe || state === 'changesAsked') return false
        held.rival = entry.rival
        enterState(held, entry, 'changesAsked', entry.by === null ? null : personOf(entry.by), entry.reason)
        return true
      }
      case 'edited':
        if (state !== 'changesAsked' || personOf(entry.by) !== held.author) return false
        held.request = pickRequest(entry)
        held.rival = null
        resetVotes(held)
        addHistory(held, entry.at, 'edited', held.author, entry.reason)
        enterState(held, entry, 'nominated', held.author)
        return true
      case 'accepted':
        if (state !== 'review' || !matchesVerdicts(held, entry)) return false
        enterState(held, entry, 'accepted')
        return true
      case 'applied':
        if (state !== 'accepted' || !held.request) return false
        enterState(held, entry, 'applied')
        applied.push({ proposal: held.id, change: held.request.change, at: entry.at })
        for (const id of entry.reverts) {
          const reverted = own(id)
          if (reverted?.state !== 'applied' || reverted === held) continue
          reverted.rival = held.id
          enterState(reverted, entry, 'reverted')
        }
        return true
      case 'rejected':
        if (state !== (entry.why === 'vote' ? 'voting' : 'review') || !matchesTally(held, entry)) return false
        if (!matchesVerdicts(held, entry)) return false
        if (entry.why === 'vote') held.closed = { for: entry.for, against: entry.against }
        held.rejectedFor = entry.why
        enterState(held, entry, 'rejected', null, entry.reason)
        return true
      case 'appealed':
        if (state !== 'rejected' || held.rejectedFor !== 'objection' || held.appealed) return false
        if (personOf(entry.by) !== held.author) return false
        held.appealed = true
        held.approvalsNeeded = entry.approvals
        held.approvalsFixed = entry.experts !== undefined
        held.reviews = new Map()
        held.nudges = 0
        held.escalated = false
        addHistory(held, entry.at, 'appealed', held.author, entry.reason)
        enterState(held, entry, 'review')
        return true
      case 'expired': {
        const mayBe = state === 'draft' || state === 'nominated' || state === 'voting' || state === 'changesAsked'
        if (!mayBe || !matchesTally(held, entry)) return false
        if (state === 'voting') held.closed = { for: entry.for, against: entry.against }
        enterState(held, entry, 'expired')
        return true
      }
      case 'withdrawn':
        if (!isOpen(held) || state === 'accepted' || personOf(entry.by) !== held.author) return false
        enterState(held, entry, 'withdrawn', held.author)
        return true
      case 'superseded':
        if (!isOpen(held) || state === 'draft') return false
        held.rival = entry.rival
        enterState(held, entry, 'superseded')
        return true
      case 'waived':
        if (state !== 'rejected' || personOf(entry.by) === held.author) return false
        held.waivedAt = entry.at
        addHistory(held, entry.at, 'waived', personOf(entry.by), entry.reason)
        return true
    }
  }

  const countRemoval = (message: string, person: string): void => {
    const key = removalKey(message, person)
    removals.set(key, (removals.get(key) ?? 0) + 1)
  }

  /** Takes one entry for itself. */
  const takeOne = (entry: ProposalEvent | UnreadableEvent): boolean => {
    switch (entry.type) {
      case 'linked':
        return link(entry)
      case 'unlinked':
        return unlink(entry)
      case 'posted': {
        const held = own(entry.id)
        if (!held || held.cards.has(entry.place)) return false
        held.cards.set(entry.place, entry.message)
        if (entry.thread !== undefined) held.threads.set(entry.place, entry.thread)
        return true
      }
      case 'nominated': {
        const held = own(entry.id)
        const by = personOf(entry.by)
        if (!held || by === held.author || (held.state !== 'draft' && held.state !== 'nominated')) return false
        if (entry.on === held.nominators.has(by)) return false
        if (entry.compared !== undefined) {
          const isMeant = entry.on ? !held.notNominating.has(by) : held.nominators.get(by)?.at === entry.compared
          if (!isMeant) return false
        }
        const { reaction } = entry
        if (entry.on && reaction && countRemovals(removals, reaction.message, by) !== reaction.removals) return false
        if (!entry.on && reaction) countRemoval(reaction.message, by)
        if (entry.on) held.nominators.set(by, { at: entry.at, emoji: entry.emoji ?? null })
        else held.nominators.delete(by)
        if (entry.on || entry.emoji !== undefined) held.notNominating.delete(by)
        else held.notNominating.add(by)
        return true
      }
      case 'reactionRemoved': {
        countRemoval(entry.message, entry.by === null ? '' : personOf(entry.by))
        return true
      }
      case 'voted': {
        const held = own(entry.id)
        const by = personOf(entry.by)
        if (held?.state !== 'voting' || by === held.author || entry.round !== held.round) return false
        if (held.until !== null && entry.at >= held.until) return false
        if ((held.votes.get(by)?.choice ?? null) === entry.choice) return false
        setVote(held, by, entry.choice === null ? undefined : { choice: entry.choice, at: entry.at })
        return true
      }
      case 'forgotten':
        return true
      case 'skipped':
        return unreadable.delete(entry.position)
      case 'unreadable': {
        if (entry.base !== null && entry.base !== content.turns) return false
        unreadable.set(entry.position, entry)
        if (entry.base === null) content.doubtful += 1
        else content.turns += 1
        return true
      }
      default: {
        // Whoever decided it counted entries as turns that could not be read here.
        const ahead = entry.base - content.turns
        if (ahead > 0 && ahead <= content.doubtful) {
          content.turns += ahead
          content.doubtful -= ahead
        }
        if (entry.base !== content.turns) return false
        // It counts, as everywhere; what it does to the proposal depends on what could not be read.
        if (!isFrozen(entry.id) && !takeTurn(entry)) return false
        content.turns += 1
        return true
      }
    }
  }

  const board: LadderState = {
    proposals,
    appliedChanges: applied,
    get revision() {
      return content.turns
    },
    personOf,
    unreadable,
    isFrozen,
    removals,
    accountsOf: (key) => accounts.accountsOf(key),
    links: () => accounts.links(),
    apply(entry) {
      const batch = 'batch' in entry ? entry.batch : undefined
      if (batch !== undefined && batch === content.refusedBatch) return false
      const took = takeOne(entry)
      if (!took && batch !== undefined) content.refusedBatch = batch
      return took
    },
    withEvent(entry) {
      const copy = boardOf({
        proposals: new Map(proposals),
        applied: [...applied],
        accounts: accounts.copy(),
        merges: new Map(merges),
        unreadable: new Map(unreadable),
        removals: new Map(removals),
        turns: content.turns,
        doubtful: content.doubtful,
        refusedBatch: content.refusedBatch,
        shared: new Set(proposals.keys()),
      })
      return copy.apply(entry) ? copy : undefined
    },
  }
  return board
}

/** Whether a type of entry begins a proposal that was not there. */
function begins(type: string | null): boolean {
  return type === 'drafted' || type === 'submitted'
}

import { type AccountLink, type Accounts, createAccounts, UNLINK_MS } from './accounts.ts'
import type { ProposalEvent } from './events.ts'
import { type MutableProposal, setVote } from './mutable-proposal.ts'
import type { UnreadableEvent } from './parse-event.ts'
import { mergeParticipation, type ParticipationMerge, splitParticipation } from './participation.ts'
import { changesNomination, type Proposal } from './proposal.ts'
import { countRemovals, removalKey } from './reaction-removals.ts'
import { type AppliedChange, applyTransition, type TransitionTarget } from './transitions.ts'

/** The state that the events of the log add up to. The same events in the same order make the same state. */
export interface LadderState {
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly appliedChanges: readonly AppliedChange[]
  /** The number of transitions that took effect: the `base` of the next one. */
  readonly revision: number
  /** The one key of a person who has linked several accounts. */
  readonly personOf: (key: string) => string
  /** The events that this version could not read and no operator has skipped, oldest first. */
  readonly unreadable: ReadonlyMap<string, UnreadableEvent>
  /** Whether an event of a proposal could not be read. Its state is unknown here, so nothing is decided and nobody can act on it. */
  readonly isFrozen: (id: string) => boolean
  /** Removals of nominating emojis from messages; read with `countRemovals`. */
  readonly removals: ReadonlyMap<string, number>
  /** All accounts of a person, the one of their key first. */
  readonly accountsOf: (key: string) => readonly string[]
  /** The links that have not been undone, oldest first; links that can no longer be undone may be left out. */
  readonly links: () => readonly AccountLink[]
  /** Applies the next event. False if it has no effect: it was decided on another state, or its proposal does not allow it. */
  apply(entry: ProposalEvent | UnreadableEvent): boolean
  /** A copy with one more event applied; undefined if the event has no effect. */
  withEvent(entry: ProposalEvent): LadderState | undefined
}

/** The content of a state. */
interface MutableState {
  readonly proposals: Map<string, MutableProposal>
  readonly applied: AppliedChange[]
  readonly accounts: Accounts
  /** What each link merged, for as long as it can be undone. */
  readonly merges: Map<AccountLink, readonly ParticipationMerge[]>
  /** By position. */
  readonly unreadable: Map<string, UnreadableEvent>
  /** By message and person. */
  readonly removals: Map<string, number>
  revision: number
  /** The number of unreadable events that may have been transitions. */
  uncertain: number
  /** The last batch with an event that had no effect: the rest of the batch has none, too. */
  refusedBatch: string | undefined
  /** The proposals that another state shares: they are copied before they are changed. */
  readonly shared: Set<string>
}

/** Creates the state of an empty log. */
export function createLadderState(): LadderState {
  return ladderStateOf({
    proposals: new Map(),
    applied: [],
    accounts: createAccounts(),
    merges: new Map(),
    unreadable: new Map(),
    removals: new Map(),
    revision: 0,
    uncertain: 0,
    refusedBatch: undefined,
    shared: new Set(),
  })
}

function ladderStateOf(content: MutableState): LadderState {
  const { proposals, applied, accounts, merges, unreadable, removals, shared } = content

  /** The proposal to change, copied if it is shared. */
  const proposalToChange = (id: string): MutableProposal | undefined => {
    const proposal = proposals.get(id)
    if (!proposal || !shared.delete(id)) return proposal
    const copy: MutableProposal = {
      ...proposal,
      tally: { ...proposal.tally },
      nominators: new Map(proposal.nominators),
      notNominating: new Set(proposal.notNominating),
      votes: new Map(proposal.votes),
      reviews: new Map(proposal.reviews),
      cards: new Map(proposal.cards),
      threads: new Map(proposal.threads),
      history: [...proposal.history],
    }
    proposals.set(id, copy)
    return copy
  }

  const personOf = (key: string): string => accounts.personOf(key)

  const isFrozen = (id: string): boolean => [...unreadable.values()].some((entry) => entry.id === id)

  /** The number of proposals whose first event could not be read: they have numbers, too. */
  const countUnreadableProposals = (): number =>
    new Set(
      [...unreadable.values()]
        .filter(({ id, of }) => id !== null && createsProposal(of) && !proposals.has(id))
        .map(({ id }) => id),
    ).size

  const link = ({ by, to, at }: Extract<ProposalEvent, { type: 'linked' }>): boolean => {
    const made = accounts.link(by, to, at)
    if (!made) return false
    const merged = [...proposals.keys()].flatMap((id) => {
      const proposal = proposalToChange(id)
      return (proposal && mergeParticipation(proposal, made.person, made.joined)) ?? []
    })
    merges.set(made, merged)
    for (const old of merges.keys()) if (at - old.at > 2 * UNLINK_MS) merges.delete(old)
    return true
  }

  const unlink = ({ by, account, to, at }: Extract<ProposalEvent, { type: 'unlinked' }>): boolean => {
    const undone = accounts.unlink(by, account, to, at)
    if (!undone) return false
    for (const merged of merges.get(undone) ?? []) {
      const proposal = proposalToChange(merged.id)
      if (proposal) splitParticipation(proposal, merged, undone.person, undone.joined)
    }
    merges.delete(undone)
    return true
  }

  const target: TransitionTarget = {
    proposals,
    appliedChanges: applied,
    personOf,
    proposalToChange,
    nextNumber: () => proposals.size + countUnreadableProposals() + 1,
  }

  const countRemoval = (message: string, person: string): void => {
    const key = removalKey(message, person)
    removals.set(key, (removals.get(key) ?? 0) + 1)
  }

  /** Applies one event, without regard to its batch. */
  const applyOne = (entry: ProposalEvent | UnreadableEvent): boolean => {
    switch (entry.type) {
      case 'linked':
        return link(entry)
      case 'unlinked':
        return unlink(entry)
      case 'posted': {
        const proposal = proposalToChange(entry.id)
        if (!proposal || proposal.cards.has(entry.place)) return false
        proposal.cards.set(entry.place, entry.message)
        if (entry.thread !== undefined) proposal.threads.set(entry.place, entry.thread)
        return true
      }
      case 'nominated': {
        const proposal = proposalToChange(entry.id)
        const by = personOf(entry.by)
        if (!proposal || by === proposal.author || (proposal.state !== 'draft' && proposal.state !== 'nominated'))
          return false
        if (!changesNomination(proposal, by, entry)) return false
        const { reaction } = entry
        if (entry.on && reaction && countRemovals(removals, reaction.message, by) !== reaction.removals) return false
        if (!entry.on && reaction) countRemoval(reaction.message, by)
        if (entry.on) proposal.nominators.set(by, { at: entry.at, emoji: entry.emoji ?? null })
        else proposal.nominators.delete(by)
        if (entry.on || entry.emoji !== undefined) proposal.notNominating.delete(by)
        else proposal.notNominating.add(by)
        return true
      }
      case 'reactionRemoved': {
        countRemoval(entry.message, entry.by === null ? '' : personOf(entry.by))
        return true
      }
      case 'voted': {
        const proposal = proposalToChange(entry.id)
        const by = personOf(entry.by)
        if (proposal?.state !== 'voting' || by === proposal.author || entry.round !== proposal.round) return false
        if (proposal.until !== null && entry.at >= proposal.until) return false
        if ((proposal.votes.get(by)?.choice ?? null) === entry.choice) return false
        setVote(proposal, by, entry.choice === null ? undefined : { choice: entry.choice, at: entry.at })
        return true
      }
      case 'forgotten':
        return true
      case 'skipped':
        return unreadable.delete(entry.position)
      case 'unreadable': {
        if (entry.base !== null && entry.base !== content.revision) return false
        unreadable.set(entry.position, entry)
        if (entry.base === null) content.uncertain += 1
        else content.revision += 1
        return true
      }
      default: {
        // The process that decided this event may have counted transitions that this one cannot read.
        const ahead = entry.base - content.revision
        if (ahead > 0 && ahead <= content.uncertain) {
          content.revision += ahead
          content.uncertain -= ahead
        }
        if (entry.base !== content.revision) return false
        // On a frozen proposal the transition counts, but its effect depends on the event that could not be read.
        if (!isFrozen(entry.id) && !applyTransition(entry, target)) return false
        content.revision += 1
        return true
      }
    }
  }

  const ladder: LadderState = {
    proposals,
    appliedChanges: applied,
    get revision() {
      return content.revision
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
      const took = applyOne(entry)
      if (!took && batch !== undefined) content.refusedBatch = batch
      return took
    },
    withEvent(entry) {
      const copy = ladderStateOf({
        proposals: new Map(proposals),
        applied: [...applied],
        accounts: accounts.copy(),
        merges: new Map(merges),
        unreadable: new Map(unreadable),
        removals: new Map(removals),
        revision: content.revision,
        uncertain: content.uncertain,
        refusedBatch: content.refusedBatch,
        shared: new Set(proposals.keys()),
      })
      return copy.apply(entry) ? copy : undefined
    },
  }
  return ladder
}

/** Whether an event type creates a proposal. */
function createsProposal(type: string | null): boolean {
  return type === 'drafted' || type === 'submitted'
}

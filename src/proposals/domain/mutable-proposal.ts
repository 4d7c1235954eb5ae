import type { ProposalEvent, Transition } from './events.ts'
import type {
  ChangeRequest,
  Choice,
  HistoryItem,
  IdeaSource,
  Nomination,
  ProposalState,
  Review,
  Tally,
} from './proposal.ts'
import { countVerdicts } from './rules.ts'

// How events change one proposal.

/** A proposal as the state changes it; everyone else sees a read-only `Proposal`. */
export interface MutableProposal {
  id: string
  number: number
  state: ProposalState
  since: number
  author: string
  startedAt: number
  request: ChangeRequest | null
  source: IdeaSource | null
  lane: 'vote' | 'wording'
  until: number | null
  notBefore: number
  round: number
  members: number
  nominatorsNeeded: number
  quorum: number
  extended: boolean
  approvalsNeeded: number
  contested: boolean
  escalated: boolean
  appealed: boolean
  nudges: number
  waivedAt: number | null
  provisional: boolean
  approvalsFixed: boolean
  tally: { for: number; against: number }
  closed: Tally | null
  rejectedFor: 'vote' | 'objection' | null
  rival: string | null
  missing: string | null
  nominators: Map<string, Nomination>
  notNominating: Set<string>
  votes: Map<string, { readonly choice: Choice; readonly at: number }>
  reviews: Map<string, Review>
  cards: Map<string, string>
  threads: Map<string, string>
  history: HistoryItem[]
}

/** Creates a proposal from its first event. */
export const createProposal = (
  entry: Extract<ProposalEvent, { type: 'drafted' | 'submitted' }>,
  number: number,
  author: string,
): MutableProposal => ({
  id: entry.id,
  number,
  state: 'draft',
  since: entry.at,
  author,
  startedAt: entry.at,
  request: null,
  source: entry.source,
  lane: 'vote',
  until: null,
  notBefore: 0,
  round: 0,
  members: 0,
  nominatorsNeeded: 1,
  quorum: 0,
  extended: false,
  approvalsNeeded: 0,
  contested: false,
  escalated: false,
  appealed: false,
  nudges: 0,
  waivedAt: null,
  provisional: false,
  approvalsFixed: false,
  tally: { for: 0, against: 0 },
  closed: null,
  rejectedFor: null,
  rival: null,
  missing: null,
  nominators: new Map(),
  notNominating: new Set(),
  votes: new Map(),
  reviews: new Map(),
  cards: new Map(),
  threads: new Map(),
  history: [],
})

/** Moves a proposal into a state, with the limits that the transition fixes. */
export const enterState = (
  proposal: MutableProposal,
  entry: Transition,
  state: ProposalState,
  by: string | null = null,
  reason = '',
): void => {
  proposal.state = state
  proposal.since = entry.at
  proposal.until = 'until' in entry ? entry.until : null
  proposal.notBefore = 'notBefore' in entry ? entry.notBefore : 0
  proposal.missing = ('missing' in entry ? entry.missing : null) ?? null
  proposal.history.push({ at: entry.at, what: state, by, reason })
}

/** Adds a history item without a change of state. */
export const addHistory = (
  proposal: MutableProposal,
  at: number,
  what: HistoryItem['what'],
  by: string | null = null,
  reason = '',
): void => {
  proposal.history.push({ at, what, by, reason })
}

/** Whether the votes add up to the tally that a transition was decided on. True for events of the first version without one. */
export const matchesTally = (
  proposal: MutableProposal,
  { for: inFavour, against }: { readonly [of in keyof Tally]?: number | undefined },
): boolean =>
  (inFavour === undefined || proposal.tally.for === inFavour) &&
  (against === undefined || proposal.tally.against === against)

/** Whether the verdicts are those that a transition was decided on. They differ if accounts have been linked since. */
export const matchesVerdicts = (
  proposal: MutableProposal,
  { verdicts }: Extract<Transition, { type: 'accepted' | 'rejected' }>,
): boolean => {
  if (verdicts === undefined) return true
  const { approve, object } = countVerdicts(proposal)
  return verdicts.approve === approve && verdicts.object === object
}

/** Sets, replaces or removes (undefined) the vote of a person, and updates the tally. */
export const setVote = (
  proposal: MutableProposal,
  by: string,
  vote: { readonly choice: Choice; readonly at: number } | undefined,
): void => {
  const before = proposal.votes.get(by)
  if (before) proposal.tally[before.choice] -= 1
  if (vote) {
    proposal.tally[vote.choice] += 1
    proposal.votes.set(by, vote)
  } else proposal.votes.delete(by)
}

/** Clears votes and reviews for a new vote. */
export const resetVotes = (proposal: MutableProposal): void => {
  proposal.votes = new Map()
  proposal.tally = { for: 0, against: 0 }
  proposal.reviews = new Map()
  proposal.closed = null
  proposal.extended = false
  proposal.contested = false
  proposal.escalated = false
  proposal.nudges = 0
}

/** The change request of an event, without its other fields. */
export const pickRequest = ({ change, from, version, domain, reason }: ChangeRequest): ChangeRequest => ({
  change,
  from,
  version,
  domain,
  reason,
})

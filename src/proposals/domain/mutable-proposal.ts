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

// What a board does to one proposal when it takes an entry.

/** A proposal while entries are taken; nobody else sees it so. */
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
  nominators: Map<string, Nomination>
  notNominating: Set<string>
  votes: Map<string, { readonly choice: Choice; readonly at: number }>
  reviews: Map<string, Review>
  cards: Map<string, string>
  threads: Map<string, string>
  history: HistoryItem[]
}

/** A proposal as the entry that begins it makes it; its number and author are the board's to tell. */
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
  nominators: new Map(),
  notNominating: new Set(),
  votes: new Map(),
  reviews: new Map(),
  cards: new Map(),
  threads: new Map(),
  history: [],
})

/** Brings a proposal into a state, with what that state is held to. */
export const enterState = (
  held: MutableProposal,
  entry: Transition,
  state: ProposalState,
  by: string | null = null,
  reason = '',
): void => {
  held.state = state
  held.since = entry.at
  held.until = 'until' in entry ? entry.until : null
  held.notBefore = 'notBefore' in entry ? entry.notBefore : 0
  held.history.push({ at: entry.at, what: state, by, reason })
}

/** Adds something to the history of a proposal that is no change of its state. */
export const addHistory = (
  held: MutableProposal,
  at: number,
  what: HistoryItem['what'],
  by: string | null = null,
  reason = '',
): void => {
  held.history.push({ at, what, by, reason })
}

/** Whether the votes still add up to what a turn was decided on; entries of the first version may not say. */
export const matchesTally = (
  held: MutableProposal,
  { for: inFavour, against }: { readonly [of in keyof Tally]?: number | undefined },
): boolean =>
  (inFavour === undefined || held.tally.for === inFavour) && (against === undefined || held.tally.against === against)

/** Whether experts have said what a turn was decided on: linked accounts may have become one since. */
export const matchesVerdicts = (
  held: MutableProposal,
  { verdicts }: Extract<Transition, { type: 'accepted' | 'rejected' }>,
): boolean => {
  if (verdicts === undefined) return true
  const { approve, object } = countVerdicts(held)
  return verdicts.approve === approve && verdicts.object === object
}

/** Sets, replaces or removes (undefined) the vote of a person, and keeps the tally. */
export const setVote = (
  held: MutableProposal,
  by: string,
  vote: { readonly choice: Choice; readonly at: number } | undefined,
): void => {
  const before = held.votes.get(by)
  if (before) held.tally[before.choice] -= 1
  if (vote) {
    held.tally[vote.choice] += 1
    held.votes.set(by, vote)
  } else held.votes.delete(by)
}

/** Clears votes and reviews: the proposal is voted on from the start. */
export const resetVotes = (held: MutableProposal): void => {
  held.votes = new Map()
  held.tally = { for: 0, against: 0 }
  held.reviews = new Map()
  held.closed = null
  held.extended = false
  held.contested = false
  held.escalated = false
  held.nudges = 0
}

/** What an entry asks for, without the rest of it. */
export const pickRequest = ({ change, from, version, domain, reason }: ChangeRequest): ChangeRequest => ({
  change,
  from,
  version,
  domain,
  reason,
})

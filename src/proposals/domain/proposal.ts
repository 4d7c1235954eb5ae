import type { CatalogChange, ChangeValue } from '../../catalog/index.ts'

export type ProposalState =
  | 'draft'
  | 'nominated'
  | 'voting'
  | 'review'
  | 'changesAsked'
  | 'accepted'
  | 'applied'
  | 'rejected'
  | 'expired'
  | 'withdrawn'
  | 'superseded'
  | 'reverted'

export type Choice = 'for' | 'against'
export type Verdict = 'approve' | 'object' | 'abstain'

/** What a proposal asks for, and the value it was written against. */
export interface ChangeRequest {
  readonly change: CatalogChange
  readonly from: ChangeValue
  /** The version of the role or skill that is changed; null if it is new. */
  readonly version: string | null
  readonly domain: string | null
  readonly reason: string
}

/** The message that an idea comes from. */
export interface IdeaSource {
  readonly message: string
  readonly link: string | null
}

export interface Review {
  readonly verdict: Verdict
  readonly reason: string
  readonly at: number
}

export interface Tally {
  readonly for: number
  readonly against: number
}

/** An item of a proposal’s history, as people read it. */
export interface HistoryItem {
  readonly at: number
  readonly what: ProposalState | 'edited' | 'extended' | 'escalated' | 'appealed' | 'waived' | Verdict
  readonly by: string | null
  readonly reason: string
}

/** A person’s wish that a proposal be voted on. */
export interface Nomination {
  readonly at: number
  /** The platform of the emoji that gave it; null if it was a button. */
  readonly emoji: string | null
}

export interface Proposal {
  readonly id: string
  /** The number people call it by, counted from 1. */
  readonly number: number
  readonly state: ProposalState
  /** When it entered its state. */
  readonly since: number
  readonly author: string
  readonly startedAt: number
  /** Null only in a draft. */
  readonly request: ChangeRequest | null
  readonly source: IdeaSource | null
  readonly lane: 'vote' | 'wording'
  /** When the period of this state ends; null if it has none. */
  readonly until: number | null
  /** The earliest time of a decision. */
  readonly notBefore: number
  /** The number of the vote, counted from 1; 0 before the first. */
  readonly round: number
  readonly members: number
  readonly nominatorsNeeded: number
  readonly quorum: number
  readonly extended: boolean
  readonly approvalsNeeded: number
  readonly contested: boolean
  readonly escalated: boolean
  readonly appealed: boolean
  readonly nudges: number
  readonly waivedAt: number | null
  /** Whether its members must be counted again: a platform had not reported when it was submitted. */
  readonly provisional: boolean
  /** Whether `approvalsNeeded` is final, as in reviews whose log lists the experts of that time. */
  readonly approvalsFixed: boolean
  /** The tally that a vote was closed with. */
  readonly closed: Tally | null
  readonly rejectedFor: 'vote' | 'objection' | null
  readonly rival: string | null
  /** What the ladder lacked when its state was decided, as in the event; null if that was not the reason. */
  readonly missing: string | null
  /** The nominations by person. */
  readonly nominators: ReadonlyMap<string, Nomination>
  /** People who withdrew their nomination with a button: an emoji of theirs that is still on the message no longer counts. */
  readonly notNominating: ReadonlySet<string>
  /** The sum of the votes. */
  readonly tally: Tally
  readonly votes: ReadonlyMap<string, { readonly choice: Choice; readonly at: number }>
  readonly reviews: ReadonlyMap<string, Review>
  /** The message of its card by platform. */
  readonly cards: ReadonlyMap<string, string>
  /** The address of the card's comment thread by platform, if it has one. */
  readonly threads: ReadonlyMap<string, string>
  readonly history: readonly HistoryItem[]
}

/** States in which a proposal is not decided yet. */
const OPEN: ReadonlySet<ProposalState> = new Set(['draft', 'nominated', 'voting', 'review', 'changesAsked', 'accepted'])

export function isOpen({ state }: Pick<Proposal, 'state'>): boolean {
  return OPEN.has(state)
}

/** The messages on a platform whose emojis nominate a proposal: its card there, and the message it comes from. */
export function nominatingMessages(
  { cards, source }: Pick<Proposal, 'cards' | 'source'>,
  platform: string,
): readonly string[] {
  return [cards.get(platform) ?? '', source?.message ?? ''].filter((ref) => ref.startsWith(`${platform}/`))
}

/**
 * Whether a person may see a proposal. An idea links to a message that perhaps few can read: until it is submitted, only its author
 * sees it, and those who nominated it and so have read the message.
 */
export function canView(
  { request, author, nominators }: Pick<Proposal, 'request' | 'author' | 'nominators'>,
  person: string,
): boolean {
  return request !== null || author === person || nominators.has(person)
}

/** Counts the votes again. */
export function countVotes({ votes }: Pick<Proposal, 'votes'>): Tally {
  let inFavour = 0
  for (const { choice } of votes.values()) if (choice === 'for') inFavour += 1
  return { for: inFavour, against: votes.size - inFavour }
}

/**
 * Whether a nomination or its withdrawal changes anything. One that comes from comparing reactions (`compared`) has no effect if the
 * person has nominated or withdrawn since.
 */
export function changesNomination(
  { nominators, notNominating }: Pick<Proposal, 'nominators' | 'notNominating'>,
  person: string,
  { on, compared }: { readonly on: boolean; readonly compared?: number | null | undefined },
): boolean {
  if (nominators.has(person) === on) return false
  if (compared === undefined) return true
  return on ? !notNominating.has(person) : nominators.get(person)?.at === compared
}

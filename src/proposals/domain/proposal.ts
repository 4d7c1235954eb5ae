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

/** What a proposal asks for, and what it read when it did. */
export interface ChangeRequest {
  readonly change: CatalogChange
  readonly from: ChangeValue
  /** Of the role or skill that is changed; null where it is new. */
  readonly version: string | null
  readonly domain: string | null
  readonly reason: string
}

/** The message an idea comes from. */
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

/** Something that happened to a proposal, for people to read. */
export interface HistoryItem {
  readonly at: number
  readonly what: ProposalState | 'edited' | 'extended' | 'escalated' | 'appealed' | 'waived' | Verdict
  readonly by: string | null
  readonly reason: string
}

/** A voice that a proposal be voted on. */
export interface Nomination {
  readonly at: number
  /** The platform on whose message the emoji is that says so; null where it was a button. */
  readonly emoji: string | null
}

export interface Proposal {
  readonly id: string
  /** Counts the proposals of a board from 1: what people call it by. */
  readonly number: number
  readonly state: ProposalState
  /** When it came into its state. */
  readonly since: number
  readonly author: string
  readonly startedAt: number
  /** Null in a draft alone. */
  readonly request: ChangeRequest | null
  readonly source: IdeaSource | null
  readonly lane: 'vote' | 'wording'
  /** When what is under way in this state is over; null where nothing is. */
  readonly until: number | null
  /** When a decision may be made at the earliest. */
  readonly notBefore: number
  /** Which vote this is, counted from 1; 0 before the first. */
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
  /** Whether its members are still to be counted: a platform had not reported when it was submitted. */
  readonly provisional: boolean
  /** Whether `approvalsNeeded` is final, as it is in reviews whose log names the experts there were. */
  readonly approvalsFixed: boolean
  /** The tally that a vote was closed with. */
  readonly closed: Tally | null
  readonly rejectedFor: 'vote' | 'objection' | null
  readonly rival: string | null
  /** The people who nominate it, with when they did. */
  readonly nominators: ReadonlyMap<string, Nomination>
  /** Who has taken a nomination back with a button: an emoji that is still there says nothing for them any more. */
  readonly notNominating: ReadonlySet<string>
  /** What the votes add up to. */
  readonly tally: Tally
  readonly votes: ReadonlyMap<string, { readonly choice: Choice; readonly at: number }>
  readonly reviews: ReadonlyMap<string, Review>
  /** Where its card is shown: message by place. */
  readonly cards: ReadonlyMap<string, string>
  /** The address of the card's thread of comments, by platform, where it has one. */
  readonly threads: ReadonlyMap<string, string>
  readonly history: readonly HistoryItem[]
}

/** States in which a proposal is not decided. */
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
 * Whether somebody may see it. An idea leads to what was written where perhaps few read it: until it is proposed it is seen by
 * whoever keeps it, and by those who nominated it and so have read the message.
 */
export function canView(
  { request: asked, author, nominators }: Pick<Proposal, 'request' | 'author' | 'nominators'>,
  person: string,
): boolean {
  return asked !== null || author === person || nominators.has(person)
}

/** A recount of the votes that are held. */
export function countVotes({ votes }: Pick<Proposal, 'votes'>): Tally {
  let inFavour = 0
  for (const { choice } of votes.values()) if (choice === 'for') inFavour += 1
  return { for: inFavour, against: votes.size - inFavour }
}

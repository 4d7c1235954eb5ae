import { type MutableProposal, setVote } from './mutable-proposal.ts'
import { isOpen, type Nomination, type Proposal, type Review } from './proposal.ts'

// How linking two accounts merges two people’s part in a proposal, and how that is undone.

/** One person’s nomination, vote and review of a proposal. */
interface Participation {
  readonly nomination: Nomination | undefined
  readonly notNominating: boolean
  readonly vote: ReturnType<Proposal['votes']['get']>
  readonly review: Review | undefined
}

/** The participation of two people before their accounts were linked, and of the one person afterwards. */
export interface ParticipationMerge {
  readonly id: string
  readonly state: Proposal['state']
  readonly since: number
  readonly round: number
  readonly isAuthor: boolean
  readonly person: Participation
  readonly joined: Participation
  readonly both: Participation
}

/**
 * Moves one person’s participation to another: of two votes the later one counts. Decided proposals keep their counts; in an open one a
 * person has one vote, and the author none. Undefined if the joined person had no part in the proposal.
 */
export function mergeParticipation(
  proposal: MutableProposal,
  person: string,
  joined: string,
): ParticipationMerge | undefined {
  const before = { person: participationOf(proposal, person), joined: participationOf(proposal, joined) }
  const isAuthor = proposal.author === joined
  const { nomination, notNominating, vote, review } = before.joined
  if (!isAuthor && !nomination && !notNominating && !vote && !review) return undefined
  const { id, state, since, round } = proposal
  if (isAuthor) proposal.author = person
  proposal.nominators.delete(joined)
  if (nomination && nomination.at > (before.person.nomination?.at ?? -1)) proposal.nominators.set(person, nomination)
  if (proposal.notNominating.delete(joined)) proposal.notNominating.add(person)
  if (proposal.nominators.has(person)) proposal.notNominating.delete(person)
  proposal.nominators.delete(proposal.author)
  if (isOpen(proposal)) {
    proposal.reviews.delete(joined)
    if (review && review.at >= (before.person.review?.at ?? 0)) proposal.reviews.set(person, review)
    proposal.reviews.delete(proposal.author)
  }
  if (state === 'voting') {
    setVote(proposal, joined, undefined)
    if (vote && vote.at >= (before.person.vote?.at ?? 0)) setVote(proposal, person, vote)
    setVote(proposal, proposal.author, undefined)
  }
  return { id, state, since, round, isAuthor, ...before, both: participationOf(proposal, person) }
}

/**
 * Undoes `mergeParticipation`. A nomination, vote or review that the person has changed since stays theirs, and the other person has none
 * then. Decided proposals keep their counts.
 */
export function splitParticipation(
  proposal: MutableProposal,
  merged: ParticipationMerge,
  person: string,
  joined: string,
): void {
  if (merged.isAuthor && proposal.author === person) proposal.author = joined
  const now = participationOf(proposal, person)
  const isSameState = proposal.state === merged.state && proposal.since === merged.since
  const isNominating = (proposal.state === 'draft' || proposal.state === 'nominated') && proposal.round === merged.round
  if (isSameState || isNominating) {
    if (now.nomination === merged.both.nomination && now.notNominating === merged.both.notNominating) {
      setNomination(proposal, person, merged.person)
      setNomination(proposal, joined, merged.joined)
    }
  }
  if (!isSameState) return
  if (isOpen(proposal) && now.review === merged.both.review) {
    setReview(proposal, person, merged.person.review)
    setReview(proposal, joined, merged.joined.review)
  }
  if (proposal.state === 'voting' && now.vote === merged.both.vote) {
    setVote(proposal, person, merged.person.vote)
    setVote(proposal, joined, merged.joined.vote)
  }
}

function participationOf({ nominators, notNominating, votes, reviews }: MutableProposal, key: string): Participation {
  return {
    nomination: nominators.get(key),
    notNominating: notNominating.has(key),
    vote: votes.get(key),
    review: reviews.get(key),
  }
}

function setNomination(proposal: MutableProposal, key: string, { nomination, notNominating }: Participation): void {
  if (nomination) proposal.nominators.set(key, nomination)
  else proposal.nominators.delete(key)
  if (notNominating) proposal.notNominating.add(key)
  else proposal.notNominating.delete(key)
}

function setReview(proposal: MutableProposal, key: string, review: Review | undefined): void {
  if (review) proposal.reviews.set(key, review)
  else proposal.reviews.delete(key)
}

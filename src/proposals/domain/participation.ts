import { type MutableProposal, setVote } from './mutable-proposal.ts'
import { isOpen, type Nomination, type Proposal, type Review } from './proposal.ts'

// What linking two accounts does to one proposal, and how that is undone.

/** What one person has said about a proposal. */
interface Participation {
  readonly nomination: Nomination | undefined
  readonly notNominating: boolean
  readonly vote: ReturnType<Proposal['votes']['get']>
  readonly review: Review | undefined
}

/** What two people had said before they became one, and what the one was left with. */
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
 * Gives a person what another one had said: of two voices the later one counts. What has been decided stays as it was counted; until
 * then a person has one voice, and an author none. Undefined if the other one had no part in the proposal.
 */
export function mergeParticipation(
  held: MutableProposal,
  person: string,
  joined: string,
): ParticipationMerge | undefined {
  const before = { person: voicesOf(held, person), joined: voicesOf(held, joined) }
  const isAuthor = held.author === joined
  const { nomination, notNominating, vote, review } = before.joined
  if (!isAuthor && !nomination && !notNominating && !vote && !review) return undefined
  const { id, state, since, round } = held
  if (isAuthor) held.author = person
  held.nominators.delete(joined)
  if (nomination && nomination.at > (before.person.nomination?.at ?? -1)) held.nominators.set(person, nomination)
  if (held.notNominating.delete(joined)) held.notNominating.add(person)
  if (held.nominators.has(person)) held.notNominating.delete(person)
  held.nominators.delete(held.author)
  if (isOpen(held)) {
    held.reviews.delete(joined)
    if (review && review.at >= (before.person.review?.at ?? 0)) held.reviews.set(person, review)
    held.reviews.delete(held.author)
  }
  if (state === 'voting') {
    setVote(held, joined, undefined)
    if (vote && vote.at >= (before.person.vote?.at ?? 0)) setVote(held, person, vote)
    setVote(held, held.author, undefined)
  }
  return { id, state, since, round, isAuthor, ...before, both: voicesOf(held, person) }
}

/**
 * Undoes `mergeVoices`. A voice that the person has changed since stays theirs, and the other one has none then; what has been decided
 * stays as it was counted.
 */
export function splitParticipation(
  held: MutableProposal,
  merged: ParticipationMerge,
  person: string,
  joined: string,
): void {
  if (merged.isAuthor && held.author === person) held.author = joined
  const now = voicesOf(held, person)
  const isAsThen = held.state === merged.state && held.since === merged.since
  const isNominating = (held.state === 'draft' || held.state === 'nominated') && held.round === merged.round
  if (isAsThen || isNominating) {
    if (now.nomination === merged.both.nomination && now.notNominating === merged.both.notNominating) {
      setNomination(held, person, merged.person)
      setNomination(held, joined, merged.joined)
    }
  }
  if (!isAsThen) return
  if (isOpen(held) && now.review === merged.both.review) {
    setReview(held, person, merged.person.review)
    setReview(held, joined, merged.joined.review)
  }
  if (held.state === 'voting' && now.vote === merged.both.vote) {
    setVote(held, person, merged.person.vote)
    setVote(held, joined, merged.joined.vote)
  }
}

function voicesOf({ nominators, notNominating, votes, reviews }: MutableProposal, key: string): Participation {
  return {
    nomination: nominators.get(key),
    notNominating: notNominating.has(key),
    vote: votes.get(key),
    review: reviews.get(key),
  }
}

function setNomination(held: MutableProposal, key: string, { nomination, notNominating }: Participation): void {
  if (nomination) held.nominators.set(key, nomination)
  else held.nominators.delete(key)
  if (notNominating) held.notNominating.add(key)
  else held.notNominating.delete(key)
}

function setReview(held: MutableProposal, key: string, review: Review | undefined): void {
  if (review) held.reviews.set(key, review)
  else held.reviews.delete(key)
}

import type { LadderState, Proposal } from '../../../proposals/domain/index.ts'
import { type Person, personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'

/** A person's part in a proposal, as exported. */
export interface ProposalInvolvement {
  readonly number: number
  readonly state: Proposal['state']
  /** The name is part of the export format. */
  readonly asked: Proposal['request']
  readonly author: boolean
  readonly nominated: boolean
  readonly vote: string | null
  readonly review: { readonly verdict: string; readonly reason: string } | null
}

/** The ids of a person's ideas that are not submitted. */
export function draftsOf({ services, person }: CommandContext): readonly string[] {
  const ladder = services.proposals?.state()
  if (!ladder) return []
  const own = ladder.personOf(personKey(person))
  return [...ladder.proposals.values()]
    .filter((proposal) => proposal.state === 'draft' && proposal.author === own)
    .map(({ id }) => id)
}

/** Everything that the event log has about a person. */
export function involvementsOf({ services, person }: CommandContext): readonly ProposalInvolvement[] {
  const ladder = services.proposals?.state()
  return ladder ? involvementsIn(ladder, person) : []
}

/** Everything that a log has about a person, given the state that it leads to. */
export function involvementsIn(ladder: LadderState, person: Person): readonly ProposalInvolvement[] {
  const own = ladder.personOf(personKey(person))
  return [...ladder.proposals.values()].flatMap(({ number, state, request, author, nominators, votes, reviews }) => {
    const review = reviews.get(own)
    const part = {
      number,
      state,
      asked: request,
      author: author === own,
      nominated: nominators.has(own),
      vote: votes.get(own)?.choice ?? null,
      review: review ? { verdict: review.verdict, reason: review.reason } : null,
    }
    return part.author || part.nominated || part.vote !== null || part.review !== null ? [part] : []
  })
}

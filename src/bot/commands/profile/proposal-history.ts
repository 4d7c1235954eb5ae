import type { Proposal } from '../../../proposals/domain/index.ts'
import { personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'

/** What somebody has had to do with a proposal, as it is handed over. */
export interface ProposalInvolvement {
  readonly number: number
  readonly state: Proposal['state']
  readonly asked: Proposal['request']
  readonly author: boolean
  readonly nominated: boolean
  readonly vote: string | null
  readonly review: { readonly verdict: string; readonly reason: string } | null
}

/** The ideas that somebody keeps, by id. */
export function draftsOf({ services, person }: CommandContext): readonly string[] {
  const board = services.proposals?.state()
  if (!board) return []
  const own = board.personOf(personKey(person))
  return [...board.proposals.values()]
    .filter(({ state, author }) => state === 'draft' && author === own)
    .map(({ id }) => id)
}

/** Everything that the log of the ladder holds of a person. */
export function involvementsOf({ services, person }: CommandContext): readonly ProposalInvolvement[] {
  const board = services.proposals?.state()
  if (!board) return []
  const own = board.personOf(personKey(person))
  return [...board.proposals.values()].flatMap(({ number, state, request, author, nominators, votes, reviews }) => {
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

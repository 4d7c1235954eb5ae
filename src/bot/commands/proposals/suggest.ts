import { normalize } from '../../../catalog/index.ts'
import { canView, isOpen } from '../../../proposals/domain/index.ts'
import { personKey } from '../../../store/person.ts'
import type { CommandContext } from '../../command.ts'
import type { Choice } from '../../events.ts'
import { viewContextOf } from './execute.ts'
import { titleOf } from './views.ts'

/**
 * The proposals that a person may see whose number or title has what was typed: open ones first, then the one that changed last. None
 * for people of another community.
 */
export async function suggestProposals(typed: string, context: CommandContext): Promise<readonly Choice[]> {
  const { proposals: service } = context.services
  if (!service?.community().includes(context.person)) return []
  if ((await service.community().checkMembership(context.person)) === 'none') return []
  const person = service.state().personOf(personKey(context.person))
  const words = normalize(typed)
  return [...service.state().proposals.values()]
    .filter((proposal) => proposal.state !== 'draft' && canView(proposal, person))
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.since - a.since || b.number - a.number)
    .map((proposal) => ({
      name: titleOf(proposal, viewContextOf(context)),
      value: String(proposal.number),
    }))
    .filter(({ name }) => normalize(name).includes(words))
}

import type { Proposal } from '../../../proposals/domain/index.ts'
import type { CommandContext } from '../../command.ts'
import { type BotResponse, replaceWith } from '../../events.ts'
import { awaitsOutcome, type DoneKey, doneLine } from './done-line.ts'
import { viewContextOf, viewerOf } from './execute.ts'

/**
 * Replaces the message that was acted on by one line: what the person did and where the proposal stands now, with a button that shows
 * the choice again as long as there is one.
 */
export function confirm(key: DoneKey, proposal: Proposal, context: CommandContext): BotResponse {
  const response = replaceWith(doneLine(key, proposal, viewContextOf(context), viewerOf(proposal, context)))
  if (response.type !== 'reply' || !awaitsOutcome(key, proposal)) return response
  return { ...response, line: { proposal: proposal.id, done: key } }
}

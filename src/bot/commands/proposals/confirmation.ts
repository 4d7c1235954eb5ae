import type { MessageKey, Translator } from '../../../i18n/index.ts'
import { actions, type Block, type Message, note, plain, plainText } from '../../../message/index.ts'
import { canView, isOpen, type Proposal, type ProposalState } from '../../../proposals/domain/index.ts'
import type { CommandContext } from '../../command.ts'
import { type BotResponse, replaceWith } from '../../events.ts'
import { proposalButton } from './actions.ts'
import { viewContextOf, viewerOf } from './execute.ts'
import { joined, progressParts, STATE_ACCENTS } from './status.ts'

/** What a person did with a proposal, as in `proposal.done.*`. */
export type DoneKey = Extract<MessageKey, `proposal.done.${string}`>

/** The state in which the person can change what they did. */
const CHANGEABLE: Readonly<Partial<Record<DoneKey, readonly ProposalState[]>>> = {
  'proposal.done.nominate': ['draft', 'nominated'],
  'proposal.done.nominateNot': ['draft', 'nominated'],
  'proposal.done.vote.for': ['voting'],
  'proposal.done.vote.against': ['voting'],
  'proposal.done.vote.none': ['voting'],
  'proposal.done.approve': ['review'],
  'proposal.done.abstain': ['review'],
  'proposal.done.object': ['review'],
}

/**
 * Replaces the message that was acted on by one line: what the person did and where the proposal stands now, with a button that shows
 * the choice again as long as there is one.
 */
export function confirm(key: DoneKey, proposal: Proposal, context: CommandContext): BotResponse {
  return replaceWith(confirmation(key, proposal, context))
}

function confirmation(key: DoneKey, proposal: Proposal, context: CommandContext): Message {
  const { t } = context
  const { id, number, state } = proposal
  const viewer = viewerOf(proposal, context)
  const isChangeable = CHANGEABLE[key]?.includes(state) === true
  const progress = isChangeable
    ? progressParts(proposal, viewContextOf(context), viewer)
    : [plain(t(`proposal.state.${state}`))]
  const line = joined([t.rich(key, { number }), ...progress])
  // A person who no longer nominates an idea may not see it.
  const isVisible = canView(proposal, viewer.person)
  return {
    summary: plainText(line),
    accent: STATE_ACCENTS[state],
    blocks: [note('success', line), ...(isVisible ? choiceActions(labelOf(isChangeable, proposal, t), id) : [])],
  }
}

function labelOf(isChangeable: boolean, proposal: Proposal, t: Translator): string {
  if (isChangeable) return t('proposal.action.change')
  // A nomination may have opened the vote.
  return isOpen(proposal) && proposal.state === 'voting' ? t('proposal.action.vote') : t('proposal.action.show')
}

function choiceActions(label: string, id: string): readonly Block[] {
  return actions([proposalButton(label, { type: 'reopen', id })])
}

import type { MessageKey, Translator } from '../../../i18n/index.ts'
import { actions, type Block, type Message, note, plain, plainText } from '../../../message/index.ts'
import { canView, isOpen, type Proposal, type ProposalState } from '../../../proposals/domain/index.ts'
import type { ProposalViewContext, ProposalViewer } from '../../../proposals/views.ts'
import { proposalButton } from './actions.ts'
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

/** What a line may say of a person that is still to be decided on. */
const DONE_KEYS: readonly DoneKey[] = [
  'proposal.done.nominate',
  'proposal.done.nominateNot',
  'proposal.done.vote.for',
  'proposal.done.vote.against',
  'proposal.done.vote.none',
  'proposal.done.approve',
  'proposal.done.abstain',
  'proposal.done.object',
]

/** The outcome of a decided proposal, for a person whose message confirmed their vote or review; undefined if it does not say which. */
export function outcomeView(
  done: string,
  proposal: Proposal,
  view: ProposalViewContext,
  viewer: ProposalViewer,
): Message | undefined {
  const key = DONE_KEYS.find((each) => each === done)
  return key && doneLine(key, proposal, view, viewer)
}

/** What a person did and where the proposal stands, with a button that shows the choice again as long as there is one. */
export function doneLine(key: DoneKey, proposal: Proposal, view: ProposalViewContext, viewer: ProposalViewer): Message {
  const { t } = view
  const { id, number, state } = proposal
  const isChangeable = CHANGEABLE[key]?.includes(state) === true
  const progress = isChangeable ? progressParts(proposal, view, viewer) : [plain(t(`proposal.state.${state}`))]
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

/** Whether a line is to say the outcome once there is one. */
export function awaitsOutcome(key: DoneKey, proposal: Proposal): boolean {
  return CHANGEABLE[key] !== undefined && isOpen(proposal)
}

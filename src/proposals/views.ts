import type { Catalog, CatalogChange } from '../catalog/index.ts'
import type { Translator } from '../i18n/index.ts'
import type { Emoji, Message, RichText } from '../message/index.ts'
import type { PlatformInfos } from '../store/platform-info.ts'
import type { LadderState, Policy, Proposal } from './domain/index.ts'
import type { ProposalService } from './service.ts'

/** The data that a message about a proposal is rendered from. */
export interface ProposalViewContext {
  readonly catalog: Catalog
  readonly state: LadderState
  readonly policy: Policy
  /** The emoji that nominates. */
  readonly nominateEmoji: Emoji
  /** Milliseconds since 1970. */
  readonly now: number
  readonly t: Translator
  /** The platform that shows the message. */
  readonly platform: string
  /** Every platform that the reader may see people of. */
  readonly platforms: PlatformInfos
  /** The catalog as a change would make it; undefined if it does not fit. */
  previewChange(change: CatalogChange): Catalog | undefined
  /** How many approvals the review of a proposal takes, with the experts there are now. */
  requiredApprovals(proposal: Proposal): number
}

/** The context of a message that shows the proposals of a service. */
export function viewContextFrom(
  service: ProposalService,
  reader: Pick<ProposalViewContext, 'catalog' | 'now' | 't' | 'platform'>,
): ProposalViewContext {
  const { state, policy, nominateEmoji, platforms, previewChange, requiredApprovals } = service
  return { ...reader, state: state(), policy, nominateEmoji, platforms, previewChange, requiredApprovals }
}

/** The person who reads a message that only they see. */
export interface ProposalViewer {
  readonly person: string
  readonly isExpert: boolean
}

/** Renders messages about proposals. The bot implements it, so the publisher does not depend on commands. */
export interface ProposalViews {
  /** Renders the card of a proposal; with a viewer, the message for that person. */
  proposal(proposal: Proposal, view: ProposalViewContext, viewer?: ProposalViewer): Message
  /** One line about a proposal, with a button that shows it. */
  notice(proposal: Proposal, line: RichText, view: ProposalViewContext): Message
  /** Reminds a person of a vote, with what it is on and the choice. */
  voteReminder(proposal: Proposal, view: ProposalViewContext, viewer: ProposalViewer): Message
  /**
   * The line about a decided proposal for a person whose line before said what they did (`done`, as in `ProposalLine`); undefined if a
   * later version of Rung wrote that line.
   */
  outcome(done: string, proposal: Proposal, view: ProposalViewContext, viewer: ProposalViewer): Message | undefined
  /** The subject of a change: "PyTorch · ML Engineer · Middle". */
  subject(change: CatalogChange, catalog: Catalog, t: Translator): string
}

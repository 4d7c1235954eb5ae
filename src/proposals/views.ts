import type { Catalog, CatalogChange } from '../catalog/index.ts'
import type { Translator } from '../i18n/index.ts'
import type { Emoji, Message } from '../message/index.ts'
import type { Board, Policy, Proposal } from './domain/index.ts'

/** What a message about a proposal is drawn from. */
export interface ProposalView {
  readonly catalog: Catalog
  readonly board: Board
  readonly policy: Policy
  /** The emoji that nominates. */
  readonly emoji: Emoji
  /** Milliseconds since 1970. */
  readonly now: number
  readonly t: Translator
  /** The platform that shows the message. */
  readonly platform: string
  /** How many approvals the review of a proposal takes, with the experts there are now. */
  needed(proposal: Proposal): number
}

/** The person who reads a message that only they see. */
export interface ProposalViewer {
  readonly person: string
  readonly expert: boolean
}

/** Words messages about proposals, so that the publisher does not know the bot's commands. */
export interface ProposalViews {
  /** The card of a proposal; with a viewer, the message for that person. */
  proposal(proposal: Proposal, view: ProposalView, viewer?: ProposalViewer): Message
  /** What a change is about: "PyTorch · ML Engineer · Middle". */
  subject(change: CatalogChange, catalog: Catalog, t: Translator): string
}

export { type AccountLink, UNLINK_MS } from './accounts.ts'
export { advance, missingTarget } from './advance.ts'
export type { Actor, DecisionContext, ProposalCommand, Refusal, Reviewers } from './commands.ts'
export { decide, findIdea, limitRefusal } from './decide.ts'
export type { ProposalEvent } from './events.ts'
export { createLogEraser, ERASED_PLATFORM } from './log-eraser.ts'
export { LADDER_LOG, parseEvent, serializeEvent, type UnreadableEvent } from './parse-event.ts'
export { DAY_MS, DEFAULT_POLICY, HOUR_MS, POLICY_NUMBERS, type Policy, readPolicy } from './policy.ts'
export {
  type ChangeRequest,
  type Choice,
  canView,
  countVotes,
  type IdeaSource,
  isOpen,
  nominatingMessages,
  type Proposal,
  type ProposalState,
  type Tally,
  type Verdict,
} from './proposal.ts'
export { countRemovals } from './reaction-removals.ts'
export { countVerdicts, requiredApprovals } from './rules.ts'
export { createLadderState, type LadderState } from './state.ts'
export type { AppliedChange } from './transitions.ts'

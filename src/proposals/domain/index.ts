export { type AccountLink, UNLINK_MS } from './accounts.ts'
export { advance } from './advance.ts'
export {
  type Actor,
  type Decision,
  type DecisionContext,
  decide,
  findIdea,
  type ProposalCommand,
  type Refusal,
  type Reviewers,
} from './decide.ts'
export { type ProposalEvent, parseEvent, serializeEvent, type UnreadableEvent } from './events.ts'
export { createLogEraser, ERASED_PLATFORM } from './log-eraser.ts'
export { DAY_MS, DEFAULT_POLICY, HOUR_MS, type Policy, readPolicy } from './policy.ts'
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
  type Verdict,
} from './proposal.ts'
export { countRemovals } from './reaction-removals.ts'
export { requiredApprovals } from './rules.ts'
export { type AppliedChange, createLadderState, type LadderState } from './state.ts'

export { advance } from './advance.ts'
export {
  type Actor,
  type Decision,
  type Deed,
  decide,
  type Facts,
  ideaFrom,
  type Refusal,
  type Reviewers,
} from './decide.ts'
export { FORGOTTEN, forgetting } from './erase-person.ts'
export { type Entry, entryText, readEntry, type Unreadable } from './events.ts'
export { type AccountLink, UNLINK_MS } from './linked-accounts.ts'
export { DAY_MS, DEFAULT_POLICY, type Policy, readPolicy } from './policy.ts'
export {
  type Choice,
  type IdeaSource,
  isOpen,
  maySee,
  messagesOn,
  type Proposal,
  type State,
  tallyOf,
  type Verdict,
} from './proposal.ts'
export { removalsOf } from './reaction-removals.ts'
export { approvalsFor } from './rules.ts'
export { type AppliedChange, type Board, createBoard } from './state.ts'

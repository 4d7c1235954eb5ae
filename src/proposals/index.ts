export { type AccountLink, UNLINK_MS } from './accounts.ts'
export { advance } from './advance.ts'
export { type AppliedChange, type Board, createBoard } from './board.ts'
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
export { type Entry, entryText, readEntry, type Unreadable } from './entry.ts'
export { FORGOTTEN, forgetting } from './forgetting.ts'
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
export { removalsOf } from './removals.ts'
export { approvalsFor } from './rules.ts'

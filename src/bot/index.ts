export { type Bot, type BotOptions as BotParts, createBot, type TypedInput as Typed } from './bot.ts'
export type { Command, Conversation, Services as Keeping, Usage } from './command.ts'
export {
  type Notifier,
  processIdleSessions as lookAfterSessions,
  startReminders as startUpkeep,
} from './commands/assess/reminders.ts'
export { COMMANDS } from './commands/index.ts'
export { proposalViews } from './commands/proposals/views.ts'
export type {
  BotEvent as Incoming,
  BotResponse as Outcome,
  Person,
  ReactionEvent as IncomingReaction,
  ReadNominators,
} from './events.ts'
export { parseNumber as typedNumber } from './input.ts'
export { startLinkNotices } from './link-notices.ts'
export {
  type Installations as Installed,
  type Retention,
  recordUninstall as noteRemoved,
  startRetention,
} from './retention.ts'

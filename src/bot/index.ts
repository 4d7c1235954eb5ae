export { type Bot, type BotOptions, createBot, type TypedInput } from './bot.ts'
export { createCardStatistics } from './card-statistics.ts'
export type { Command, CommandOption, Conversation, Services, Usage } from './command.ts'
export { isPublicRequest } from './command.ts'
export { typedText } from './command-line.ts'
export { processIdleSessions, startReminders } from './commands/assess/reminders.ts'
export { COMMANDS } from './commands/index.ts'
export { proposalViews } from './commands/proposals/views.ts'
export { VIEWS } from './conversation/index.ts'
export type {
  AnswerFacts,
  BotEvent,
  BotResponse,
  CardState,
  Mention,
  PageRequest,
  Person,
  ProposalLine,
  ReactionEvent,
  ReadNominators,
  WelcomeEvent,
} from './events.ts'
export { eventFor } from './events.ts'
export { examplesOf } from './help.ts'
export { optionNamed, parseNumber } from './input.ts'
export { createLadderChoices, type LadderChoices, type LadderUse } from './ladder-choices.ts'
export { createLadderRouter, type LadderBot } from './ladder-router.ts'
export type { LadderName, Ladders } from './ladders.ts'
export { startLinkNotices } from './link-notices.ts'
export {
  type Installations,
  type Retention,
  recordUninstall,
  startRetention,
} from './retention.ts'

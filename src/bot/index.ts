export { type Bot, type BotParts, commandIn, createBot } from './bot.ts'
export type { Command, Usage } from './command.ts'
export { skillsCommand } from './commands/skills/index.ts'
export type { Incoming, Outcome, Person } from './incoming.ts'

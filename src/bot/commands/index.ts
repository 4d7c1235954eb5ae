import type { Command } from '../command.ts'
import { assessCommand } from './assess/index.ts'
import { profileCommand } from './profile/index.ts'
import { proposalsCommand } from './proposals/index.ts'
import { proposeCommand } from './proposals/propose.ts'
import { createRungCommand } from './rung/index.ts'
import { skillsCommand } from './skills/index.ts'

const TASKS: readonly Command[] = [skillsCommand, assessCommand, profileCommand, proposeCommand, proposalsCommand]

/** All commands, in the order of the help. Text without a command is a question to the first one. */
export const COMMANDS: readonly Command[] = [...TASKS, createRungCommand(TASKS)]

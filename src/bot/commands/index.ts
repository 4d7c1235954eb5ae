import type { Command } from '../command.ts'
import { assessCommand } from './assess/index.ts'
import { profileCommand } from './profile/index.ts'
import { proposalsCommand } from './proposals/index.ts'
import { proposeCommand } from './proposals/propose.ts'
import { skillsCommand } from './skills/index.ts'

/** All commands, in the order in which they are told. Words typed with no command are a question to the first. */
export const COMMANDS: readonly Command[] = [
  skillsCommand,
  assessCommand,
  profileCommand,
  proposeCommand,
  proposalsCommand,
]

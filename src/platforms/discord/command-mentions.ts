import type { Command } from '../../bot/index.ts'
import type { Translator } from '../../i18n/index.ts'
import type { ReadNativeForm } from './components/markdown.ts'

/** The place of a message: a server, or undefined for direct messages. */
type Place = string | undefined

/** How messages name Rung's commands. */
export interface CommandMentions {
  /** Stores the ids of the commands by name. Until then, hints cannot be clicked. */
  setIds(ids: ReadonlyMap<string, string>): void
  /** Whether hints can be clicked. */
  hasIds(): boolean
  /** The native forms of commands in a place; undefined where the commands do not exist and are typed instead. */
  formsIn(place: Place, t: Translator): ReadNativeForm | undefined
}

/** Creates the mentions of commands that are registered in one server, or everywhere. */
export function createCommandMentions(commands: readonly Command[], guildId?: string): CommandMentions {
  let ids: ReadonlyMap<string, string> = new Map()
  return {
    setIds(registered) {
      ids = registered
    },
    hasIds: () => ids.size > 0,
    formsIn(place, t) {
      if (guildId !== undefined && place !== guildId) return undefined
      return ({ command, subcommand, options }) => {
        const declared = commands.find(({ name }) => name === command)
        if (!declared) return undefined
        // A command with subcommands cannot be used by itself.
        const part = subcommand ?? declared.subcommands?.[0]?.name
        const path = part === undefined ? [command] : [command, part]
        const id = ids.get(command)
        return {
          // A mention has the names that are registered; Discord's clients translate them.
          name: id === undefined ? path.map((name) => t.commandName(name)).join(' ') : path.join(' '),
          id,
          options: Object.entries(options)
            .map(([name, value]) => `${t.commandName(name)}: ${value}`)
            .join(' '),
        }
      }
    },
  }
}

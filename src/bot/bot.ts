import { randomBytes } from 'node:crypto'
import type { Library } from '../catalog/index.ts'
import { type Translator, translator } from '../i18n/index.ts'
import { actions, type Message, note } from '../message/index.ts'
import { decodeAction } from './action-codec.ts'
import type { Asking, Command } from './command.ts'
import { completions } from './completions.ts'
import type { Incoming, Outcome } from './incoming.ts'
import { UserError } from './user-error.ts'

export interface Bot {
  readonly commands: readonly Command[]
  /** Answers whatever a platform brings in. Never rejects: what goes wrong is an answer too. */
  handle(incoming: Incoming): Promise<Outcome>
}

export interface BotParts {
  readonly commands: readonly Command[]
  /** The catalogue as it is now; a change swaps the whole library. */
  readonly library: () => Library
  /** Told of every failure that is ours, with the id the person was given. */
  readonly report: (failure: { id: string; error: unknown; incoming: Incoming['type'] }) => void
}

export function createBot(parts: BotParts): Bot {
  const byName = new Map(parts.commands.map((command) => [command.name, command]))
  const byCode = new Map(parts.commands.map((command) => [command.code, command]))
  if (byName.size !== parts.commands.length || byCode.size !== parts.commands.length) {
    throw new Error('two commands share a name or a code')
  }

  const dispatch = (incoming: Incoming, asking: Asking): Outcome | Promise<Outcome> => {
    switch (incoming.type) {
      case 'command': {
        const command = byName.get(incoming.name)
        if (!command) throw unknownCommand(incoming.name, parts.commands, asking.t)
        return command.run(textOf(incoming.text, incoming.options), asking)
      }
      case 'action': {
        const action = decodeAction(incoming.payload)
        const command = byCode.get(action.code)
        if (!command) throw new UserError('error.action.unreadable')
        return command.act(action.args, asking)
      }
      case 'text': {
        const { name, text } = commandIn(incoming.text)
        const command = byName.get(name ?? 'skills')
        if (!command) throw unknownCommand(name ?? '', parts.commands, asking.t)
        return command.run(text, asking)
      }
      case 'autocomplete': {
        const option = byName.get(incoming.command)?.options.find((entry) => entry.name === incoming.option)
        return { type: 'choices', choices: option ? completions(option, incoming, asking) : [] }
      }
    }
  }

  return {
    commands: parts.commands,
    async handle(incoming) {
      const asking: Asking = { library: parts.library(), t: translator(incoming.locale), person: incoming.person }
      try {
        return await dispatch(incoming, asking)
      } catch (error) {
        if (error instanceof UserError)
          return { type: 'reply', message: userErrorMessage(error, asking.t), failed: 'user' }
        const id = randomBytes(4).toString('hex')
        parts.report({ id, error, incoming: incoming.type })
        return { type: 'reply', message: internalErrorMessage(id, asking.t), failed: 'internal' }
      }
    },
  }
}

/** The command at the start of a line (`/skills ml-engineer` or with no slash at all), and what follows it. */
export function commandIn(line: string): { readonly name: string | undefined; readonly text: string } {
  const match = /^\s*\/(\S*)\s*([\s\S]*)$/u.exec(line)
  return match ? { name: match[1]?.toLowerCase() ?? '', text: match[2] ?? '' } : { name: undefined, text: line }
}

/** Options are one more way to type the same words. */
function textOf(text: string, options: Readonly<Record<string, string>> | undefined): string {
  return [text, ...Object.values(options ?? {})].join(' ').trim()
}

function unknownCommand(name: string, commands: readonly Command[], t: Translator): UserError {
  return new UserError('error.command.unknown', {
    name,
    commands: t.all(commands.map((command) => `/${command.name}`)),
  })
}

function userErrorMessage(error: UserError, t: Translator): Message {
  return {
    summary: t(error.key, error.params),
    blocks: [note('error', t.rich(error.key, error.params)), ...actions(error.actions)],
  }
}

function internalErrorMessage(id: string, t: Translator): Message {
  return { summary: t('error.internal', { id }), blocks: [note('error', t.rich('error.internal', { id }))] }
}

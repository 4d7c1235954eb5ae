import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Library } from '../catalog/index.ts'
import { type Locale, type Translator, translator } from '../i18n/index.ts'
import { actions, type Message, note } from '../message/index.ts'
import { noStore } from '../store/null-store.ts'
import { type Person, personKey } from '../store/person.ts'
import { NewerValue, StoreUnavailable } from '../store/store.ts'
import { accountsOf } from './accounts.ts'
import { decodeAction } from './action-id.ts'
import { completions } from './autocomplete.ts'
import type { Asking, Command, Conversation, Keeping } from './command.ts'
import { UserError } from './errors.ts'
import {
  type EmojiRemoval,
  type Incoming,
  type IncomingCommand,
  type IncomingReaction,
  type IncomingText,
  type Outcome,
  reply,
  type Withdrawal,
} from './events.ts'
import { boundedInput } from './input.ts'
import { withLinkedAccounts } from './linked-store.ts'
import { shown } from './quote.ts'

/** A command, or a line typed without the platform's help. */
export type Typed = Pick<IncomingCommand, 'type' | 'name' | 'text'> | Pick<IncomingText, 'type' | 'text'>

export interface Bot {
  readonly commands: readonly Command[]
  /** Notes that somebody is about, where they are answered without the bot. Nobody waits for it. */
  seen(person: Person): void
  /** What a person has open in their workspace. Rejects if the store is unavailable. */
  conversations(person: Person, locale: Locale): Promise<readonly Conversation[]>
  /**
   * What typed words or a command concern: an open conversation (words without a command, or a command such as `/assess resume`), the
   * ladder of a community, or neither.
   */
  concerns(typed: Typed): 'conversation' | 'community' | 'other'
  /** Answers whatever a platform brings in. Never rejects: what goes wrong is an answer too. */
  handle(incoming: Incoming): Promise<Outcome>
  /** Takes the nominating emoji. Undefined where there is nothing to say about it. */
  react(reaction: IncomingReaction): Promise<Outcome | undefined>
  /** Takes the removal of all nominating emojis from a message. Rejects if nothing could be saved. */
  clear(removal: EmojiRemoval): Promise<readonly Withdrawal[]>
}

type Failure = Extract<Outcome, { type: 'reply' }>

export interface BotParts {
  readonly commands: readonly Command[]
  /** The catalogue as it is now; a change swaps the whole library. */
  readonly catalogIndex: () => Library
  /** Left out where nobody's data is at hand: only look-ups are answered then. */
  readonly keep?: Keeping
  /** Told of every failure that is ours, with the id the person was given. */
  readonly report: (failure: { id: string; error: unknown; incoming: (Incoming | IncomingReaction)['type'] }) => void
}

export function createBot(parts: BotParts): Bot {
  const byName = new Map(parts.commands.map((command) => [command.name, command]))
  const byCode = new Map(parts.commands.map((command) => [command.code, command]))
  if (byName.size !== parts.commands.length || byCode.size !== parts.commands.length) {
    throw new Error('two commands share a name or a code')
  }

  const given: Keeping = parts.keep ?? { store: noStore(), now: () => 0, newId: () => 'none', sessionMs: 0 }
  const keep = { ...given, store: withLinkedAccounts(given.store, (person) => accountsOf(person, given.ladder)) }

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
      case 'form': {
        const action = decodeAction(incoming.payload)
        const command = byCode.get(action.code)
        if (!command?.submit) throw new UserError('error.action.unreadable')
        return command.submit(action.args, incoming.values, asking)
      }
      case 'text':
        return hear(incoming.text, asking)
      case 'home':
        return home(asking)
      case 'autocomplete': {
        const option = byName.get(incoming.command)?.options.find((entry) => entry.name === incoming.option)
        return { type: 'choices', choices: option ? completions(option, incoming, asking) : [] }
      }
    }
  }

  /** A line with a slash is a command; one without goes to a conversation that is going on, else it is a question. */
  const hear = async (line: string, asking: Asking): Promise<Outcome> => {
    const { name, text } = commandIn(line)
    if (name !== undefined) {
      const command = byName.get(name)
      if (!command) throw unknownCommand(name, parts.commands, asking.t)
      return command.run(text, asking)
    }
    for (const command of parts.commands) {
      const heard = await command.hear?.(line, asking)
      if (heard) return heard
    }
    const [first] = parts.commands
    if (!first) throw unknownCommand('', parts.commands, asking.t)
    return first.run(line, asking)
  }

  /** What a person has going on comes before what can be looked up. */
  const home = async (asking: Asking): Promise<Outcome> => {
    const shares = await Promise.all(
      parts.commands.toReversed().map(async (command) => (await command.home?.(asking)) ?? []),
    )
    return reply({ summary: 'Rung', blocks: shares.flat() })
  }

  /** Does the work of a delivery; what goes wrong is an answer too. */
  const answering = async <T>(
    incoming: Incoming | IncomingReaction,
    work: (asking: Asking) => T | Promise<T>,
  ): Promise<T | Failure> => {
    const { locale, person, id: event, displayName } = incoming
    const t = translator(locale)
    keep.ladder?.seen(person)
    try {
      const catalogIndex = parts.catalogIndex()
      if (!isPress(incoming)) await catalogIndex.prepare(setImmediate)
      return await work({ catalogIndex, t, person, event, keep, ...(displayName !== undefined && { displayName }) })
    } catch (error) {
      if (error instanceof UserError) {
        if (error.key === 'error.action.unreadable') {
          keep.ladder?.refused({ deed: incoming.type, id: '', by: personKey(person), why: 'unreadable' })
        }
        const field = error.field === undefined ? {} : { field: error.field }
        return { type: 'reply', message: userErrorMessage(error, t), failed: 'user', ...field }
      }
      const id = error instanceof StoreUnavailable ? 'store' : randomBytes(4).toString('hex')
      try {
        parts.report({ id, error, incoming: incoming.type })
      } catch {
        // A log that cannot be written must not cost the person their answer.
      }
      return { type: 'reply', message: failureMessage(error, id, incoming, parts.catalogIndex, t), failed: 'internal' }
    }
  }

  return {
    commands: parts.commands,
    seen: (person) => keep.ladder?.seen(person),
    async conversations(person, locale) {
      const asking = { catalogIndex: parts.catalogIndex(), t: translator(locale), person, event: '', keep }
      const lists = await Promise.all(
        parts.commands.map(async (command) => (await command.conversations?.(asking)) ?? []),
      )
      return lists.flat()
    },
    concerns(typed) {
      const { name, text } = typed.type === 'command' ? typed : commandIn(typed.text)
      if (name === undefined) return 'conversation'
      const command = byName.get(name)
      if (command?.continues?.(text) === true) return 'conversation'
      return command?.communal === true ? 'community' : 'other'
    },
    handle: (incoming) => answering(incoming, (asking) => dispatch(boundedInput(incoming), asking)),
    react: (reaction) =>
      answering(reaction, async (asking) => {
        for (const command of parts.commands) {
          const outcome = await command.react?.(reaction, asking)
          if (outcome) return outcome
        }
        return undefined
      }),
    async clear(removal) {
      const withdrawals: Withdrawal[] = []
      for (const command of parts.commands) {
        withdrawals.push(...((await command.clear?.(removal, { catalogIndex: parts.catalogIndex(), keep })) ?? []))
      }
      return withdrawals
    },
  }
}

/** Whether a delivery holds no words of a person, which are read with the indexes of the library. */
function isPress({ type }: Incoming | IncomingReaction): boolean {
  return type === 'action' || type === 'home'
}

/** The command at the start of a line (`/skills ml-engineer` or with no slash at all), and what follows it. */
function commandIn(line: string): { readonly name: string | undefined; readonly text: string } {
  const match = /^\s*\/(\S*)\s*([\s\S]*)$/u.exec(line)
  return match ? { name: match[1]?.toLowerCase() ?? '', text: match[2] ?? '' } : { name: undefined, text: line }
}

/** Options are one more way to type the same words. */
function textOf(text: string, options: Readonly<Record<string, string>> | undefined): string {
  return [text, ...Object.values(options ?? {})].join(' ').trim()
}

function unknownCommand(name: string, commands: readonly Command[], t: Translator): UserError {
  return new UserError('error.command.unknown', {
    name: shown(name),
    commands: t.all(commands.map((command) => `/${command.name}`)),
  })
}

function userErrorMessage(error: UserError, t: Translator): Message {
  return {
    summary: t(error.key, error.params),
    blocks: [note('error', t.rich(error.key, error.params)), ...actions(error.actions)],
  }
}

/** What a person is told of a failure that is not theirs. */
function failureMessage(
  error: unknown,
  id: string,
  incoming: Incoming | IncomingReaction,
  catalogIndex: () => Library,
  t: Translator,
): Message {
  if (error instanceof StoreUnavailable) return retryMessage(incoming, 'error.store', {}, t)
  if (!(error instanceof NewerValue)) return internalErrorMessage(id, t)
  if (error.role === undefined) return retryMessage(incoming, 'error.newer.settings', {}, t)
  const role = catalogIndex().catalog.roles.get(error.role)?.name ?? error.role
  return retryMessage(incoming, 'error.newer.session', { role }, t)
}

/** What a person is told while something cannot be done; a press can be tried again as it was. */
function retryMessage(
  incoming: Incoming | IncomingReaction,
  key: 'error.store' | 'error.newer.session' | 'error.newer.settings',
  params: UserError['params'],
  t: Translator,
): Message {
  const again = incoming.type === 'action' ? [{ label: t('action.tryAgain'), payload: incoming.payload }] : []
  return { summary: t(key, params), blocks: [note('error', t.rich(key, params)), ...actions(again)] }
}

function internalErrorMessage(id: string, t: Translator): Message {
  return { summary: t('error.internal', { id }), blocks: [note('error', t.rich('error.internal', { id }))] }
}

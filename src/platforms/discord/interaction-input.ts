import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type ModalSubmitInteraction,
} from 'discord.js'
import { type Command, typedText } from '../../bot/index.ts'
import type { Translator } from '../../i18n/index.ts'
import { decodeText, mentionsIn } from './decode.ts'
import type { AnswerableInteraction } from './interaction-reply.ts'

// Reads interactions: their kind, and what was typed, chosen or pressed.

/** The kind of a delivery in metrics and the log. */
export function deliveryKindOf(interaction: BaseInteraction): string {
  if (interaction.isAutocomplete()) return 'autocomplete'
  if (interaction.isCommand()) return 'command'
  return interaction.isModalSubmit() ? 'form' : 'action'
}

/** A command with its subcommand and its options by name, decoded. */
export function readInvocation({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction) {
  const [first] = options.data
  const isSubcommand = first?.type === ApplicationCommandOptionType.Subcommand
  const values = isSubcommand ? (first.options ?? []) : options.data
  return {
    command: commandName,
    subcommand: isSubcommand ? first.name : undefined,
    options: Object.fromEntries(values.map(({ name, value }) => [name, decodeText(String(value ?? ''))])),
    mentions: values.flatMap(({ value }) => mentionsIn(String(value ?? ''))),
  }
}

/** A command as the user would type it. */
export function readCommand(interaction: ChatInputCommandInteraction, commands: readonly Command[], t: Translator) {
  const invocation = readInvocation(interaction)
  const { command: name, mentions } = invocation
  return { type: 'command' as const, name, text: typedText(commands, invocation, t), mentions }
}

/** The message whose button, menu or modal was used. */
export function sourceMessageOf(interaction: AnswerableInteraction) {
  if (interaction.isMessageComponent()) return interaction.message
  return interaction.isModalSubmit() && interaction.isFromMessage() ? interaction.message : undefined
}

/** The values of a modal's fields, by name. */
export function readFormValues(interaction: ModalSubmitInteraction): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...interaction.fields.fields.values()].flatMap((field): [string, string][] => {
      if (field.type === ComponentType.TextInput) return [[field.customId, decodeText(field.value)]]
      if (field.type === ComponentType.StringSelect) return field.values.map((value) => [field.customId, value])
      if (field.type === ComponentType.ChannelSelect || field.type === ComponentType.MentionableSelect) {
        return [[field.customId, field.values.join(' ')]]
      }
      return []
    }),
  )
}

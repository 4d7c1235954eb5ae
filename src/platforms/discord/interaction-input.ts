import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type ModalSubmitInteraction,
} from 'discord.js'
import { decodeText } from './decode.ts'
import type { AnswerableInteraction } from './interaction-reply.ts'

// Reads interactions: their kind, and what was typed, chosen or pressed.

/** The kind of a delivery in metrics and the log. */
export function deliveryKindOf(interaction: BaseInteraction): string {
  if (interaction.isAutocomplete()) return 'autocomplete'
  if (interaction.isCommand()) return 'command'
  return interaction.isModalSubmit() ? 'form' : 'action'
}

/** The options of a command by name, decoded. */
export function readOptions({
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): Readonly<Record<string, string>> {
  return Object.fromEntries(options.data.map(({ name, value }) => [name, decodeText(String(value ?? ''))]))
}

/** A command as the user would type it. */
export function readCommand(interaction: ChatInputCommandInteraction) {
  const text = Object.values(readOptions(interaction)).join(' ').trim()
  return { type: 'command' as const, name: interaction.commandName, text }
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
      return []
    }),
  )
}

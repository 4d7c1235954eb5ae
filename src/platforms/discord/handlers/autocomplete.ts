import type { AutocompleteInteraction } from 'discord.js'
import type { Bot } from '../../../bot/index.ts'
import { localeFrom } from '../../../i18n/index.ts'
import type { DeliveryResult } from '../../../runtime/metrics.ts'
import { LIMITS } from '../components/limits.ts'
import { decodeText } from '../decode.ts'
import { readOptions } from '../interaction-input.ts'
import { isAcknowledged } from '../interaction-reply.ts'
import { NO_SERVER } from '../user-profiles.ts'

/** Answers an autocomplete with the bot's choices for the option that is being typed. */
export async function answerAutocomplete(interaction: AutocompleteInteraction, bot: Bot): Promise<DeliveryResult> {
  const { name, value } = interaction.options.getFocused(true)
  const response = await bot.handle({
    type: 'autocomplete',
    id: interaction.id,
    person: { platform: 'discord', workspace: interaction.guildId ?? NO_SERVER, user: interaction.user.id },
    locale: localeFrom(interaction.locale),
    command: interaction.commandName,
    option: name,
    typed: decodeText(value),
    options: readOptions(interaction),
  })
  if (response.type !== 'choices') return 'failed'
  const choices = response.choices.slice(0, LIMITS.choices).map((choice) => ({
    name: choice.name.slice(0, LIMITS.choice),
    value: choice.value.slice(0, LIMITS.choice),
  }))
  await interaction.respond(choices).catch((error: unknown) => {
    // A retry after a lost response: Discord has the choices.
    if (!isAcknowledged(error)) throw error
  })
  return 'answered'
}

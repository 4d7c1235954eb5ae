import type { AutocompleteInteraction } from 'discord.js'
import type { Bot } from '../../../bot/index.ts'
import { localeFrom } from '../../../i18n/index.ts'
import type { DeliveryResult } from '../../../runtime/metrics.ts'
import { LIMITS } from '../components/limits.ts'
import { decodeText } from '../decode.ts'
import { isAcknowledged } from '../interaction-reply.ts'
import { withRetries } from '../retry.ts'
import { NO_SERVER } from '../user-profiles.ts'

/** Answers what is being typed in an option with what it may become. */
export async function answerAutocomplete(interaction: AutocompleteInteraction, bot: Bot): Promise<DeliveryResult> {
  const { name, value } = interaction.options.getFocused(true)
  const options = Object.fromEntries(
    interaction.options.data.map((option) => [option.name, decodeText(String(option.value ?? ''))]),
  )
  const outcome = await bot.handle({
    type: 'autocomplete',
    id: interaction.id,
    person: { platform: 'discord', workspace: interaction.guildId ?? NO_SERVER, user: interaction.user.id },
    locale: localeFrom(interaction.locale),
    command: interaction.commandName,
    option: name,
    typed: decodeText(value),
    options,
  })
  if (outcome.type !== 'choices') return 'failed'
  const choices = outcome.choices.slice(0, LIMITS.choices).map((choice) => ({
    name: choice.name.slice(0, LIMITS.choice),
    value: choice.value.slice(0, LIMITS.choice),
  }))
  // Made again after a lost answer, Discord says that it has the choices.
  const respond = (): Promise<unknown> => interaction.respond(choices)
  await withRetries(respond).catch((error: unknown) => {
    if (!isAcknowledged(error)) throw error
  })
  return 'answered'
}

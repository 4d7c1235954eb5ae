import { type AutocompleteInteraction, InteractionContextType } from 'discord.js'
import { localeFrom } from '../../../i18n/index.ts'
import { oneLine, truncate } from '../../../message/sanitize.ts'
import type { DeliveryResult } from '../../../runtime/metrics.ts'
import { LIMITS } from '../components/limits.ts'
import { decodeText } from '../decode.ts'
import { readInvocation } from '../interaction-input.ts'
import { isAcknowledged } from '../interaction-reply.ts'
import { NO_SERVER } from '../user-profiles.ts'
import type { HandlerDeps } from './deps.ts'

/** Answers an autocomplete with the bot's choices for the option that is being typed. */
export async function answerAutocomplete(
  interaction: AutocompleteInteraction,
  { bot, userProfiles, conversations }: Pick<HandlerDeps, 'bot' | 'userProfiles' | 'conversations'>,
): Promise<DeliveryResult> {
  const { name, value } = interaction.options.getFocused(true)
  const { command, subcommand, options } = readInvocation(interaction)
  const usualLocale = localeFrom(interaction.locale)
  const user = interaction.user.id

  /** The server that the command would be about. */
  const serverOf = async (): Promise<string | undefined> => {
    if (interaction.context !== InteractionContextType.BotDM) return interaction.guildId ?? undefined
    const usual = (await userProfiles.get(user)).server
    const typed = { type: 'command', name: command, text: subcommand ?? '' } as const
    const choice = await conversations.resolveServer({ user, locale: usualLocale, usual, isDirect: true }, typed)
    return choice.type === 'server' ? choice.server : usual
  }

  const person = { platform: 'discord', workspace: (await serverOf()) ?? NO_SERVER, user }
  const response = await bot.handle({
    type: 'autocomplete',
    id: interaction.id,
    person,
    locale: (await bot.languageOf(person)) ?? usualLocale,
    command,
    subcommand,
    option: name,
    typed: decodeText(value),
    options,
  })
  if (response.type !== 'choices') return 'failed'
  const choices = response.choices.slice(0, LIMITS.choices).map((choice) => ({
    name: truncate(oneLine(choice.name), LIMITS.choice) || '…',
    value: choice.value.slice(0, LIMITS.choice),
  }))
  await interaction.respond(choices).catch((error: unknown) => {
    // A retry after a lost response: Discord has the choices.
    if (!isAcknowledged(error)) throw error
  })
  return 'answered'
}

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  Locale,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import type { Command } from '../../bot/index.ts'
import { languages, localeFrom, type MessageKey, translator } from '../../i18n/index.ts'
import { truncate } from '../../message/sanitize.ts'

/** interactions/application-commands: descriptions have 100 characters. */
const MAX_DESCRIPTION = 100

type CommandBody = RESTPostAPIChatInputApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody

/** The command in a message's menu. */
const NOMINATE = 'Propose this'

/** The request body for the commands, from their declarations: in servers and direct messages, for server and user installs. */
function commandBodies(commands: readonly Command[]): readonly CommandBody[] {
  const nominate = {
    type: ApplicationCommandType.Message,
    name: NOMINATE,
    name_localizations: localizations((locale) => translator(locale)('propose.shortcut')),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  } as const
  const slashCommands = commands.map(
    ({ name, summary, options }): CommandBody => ({
      type: ApplicationCommandType.ChatInput,
      name,
      ...localizedTexts(name, summary),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options: options.map((option) => ({
        type: ApplicationCommandOptionType.String,
        name: option.name,
        ...localizedTexts(option.name, option.summary),
        required: false,
        ...(option.completes !== 'text' && { autocomplete: true as const }),
      })),
    }),
  )
  return [
    ...slashCommands,
    { ...nominate, contexts: [...nominate.contexts], integration_types: [...nominate.integration_types] },
  ]
}

/** A text in every language but English, which is the default, by Discord's names of the languages. */
function localizations(textIn: (locale: string) => string | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(Locale).flatMap((tag) => {
      const locale = localeFrom(tag)
      const text = locale === 'en' ? undefined : textIn(locale)
      return text === undefined ? [] : [[tag, text]]
    }),
  )
}

function localizedTexts(name: string, summary: MessageKey) {
  const names = localizations((locale) => languages.byLocale.get(locale)?.commandNames[name])
  const description = (locale: string): string => truncate(translator(locale)(summary), MAX_DESCRIPTION)
  return {
    ...(Object.keys(names).length > 0 && { name_localizations: names }),
    description: description('en'),
    description_localizations: localizations(description),
  }
}

const Texts = z.record(z.string(), z.string()).nullish()
const RegisteredCommands = z.array(
  z.object({
    type: z.number().default(1),
    name: z.string(),
    name_localizations: Texts,
    description: z.string().default(''),
    description_localizations: Texts,
    contexts: z.array(z.number()).nullish(),
    integration_types: z.array(z.number()).nullish(),
    default_member_permissions: z.string().nullish(),
    nsfw: z.boolean().nullish(),
    options: z
      .array(
        z.object({
          type: z.number(),
          name: z.string(),
          name_localizations: Texts,
          description: z.string(),
          description_localizations: Texts,
          required: z.boolean().nullish(),
          autocomplete: z.boolean().nullish(),
        }),
      )
      .nullish(),
  }),
)

/** Registers all commands if Discord has different ones. Resolves with whether it had to. */
export async function registerCommands(
  { rest }: Pick<Client, 'rest'>,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Command[],
): Promise<'changed' | 'same'> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const wanted = commandBodies(commands)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const current = RegisteredCommands.safeParse(await rest.get(route, { query }))
  if (current.success && canonical(current.data) === canonical(RegisteredCommands.parse(wanted))) return 'same'
  await rest.put(route, { body: wanted })
  return 'changed'
}

/** The fields of commands that matter, in a fixed order. A missing permission means every member, a missing `nsfw` no age limit. */
function canonical(commands: z.infer<typeof RegisteredCommands>): string {
  const texts = (all: z.infer<typeof Texts>) => Object.entries(all ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const numbers = (all: readonly number[] | null | undefined) => [...(all ?? [])].toSorted((a, b) => a - b)
  return JSON.stringify(
    commands
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((command) => [
        command.type,
        command.name,
        texts(command.name_localizations),
        command.description,
        texts(command.description_localizations),
        numbers(command.contexts),
        numbers(command.integration_types),
        command.default_member_permissions ?? null,
        command.nsfw === true,
        (command.options ?? []).map((option) => [
          option.type,
          option.name,
          texts(option.name_localizations),
          option.description,
          texts(option.description_localizations),
          option.required === true,
          option.autocomplete === true,
        ]),
      ]),
  )
}

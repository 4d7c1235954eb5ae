import { isDeepStrictEqual } from 'node:util'
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
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
import type { Command, CommandOption } from '../../bot/index.ts'
import { languages, localeFrom, type MessageKey, translator } from '../../i18n/index.ts'
import { truncate } from '../../message/sanitize.ts'

/** interactions/application-commands: descriptions have 100 characters. */
const MAX_DESCRIPTION = 100
/** The same page: names of choices have 100 characters. */
const MAX_CHOICE_NAME = 100

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
    ({ name, summary, options, subcommands }): CommandBody => ({
      type: ApplicationCommandType.ChatInput,
      name,
      ...localizedTexts(name, summary),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options:
        subcommands?.map(
          (subcommand): APIApplicationCommandOption => ({
            type: ApplicationCommandOptionType.Subcommand,
            name: subcommand.name,
            ...localizedTexts(subcommand.name, subcommand.summary),
            options: subcommand.options.map(optionBody),
          }),
        ) ?? options.map(optionBody),
    }),
  )
  return [
    ...slashCommands,
    { ...nominate, contexts: [...nominate.contexts], integration_types: [...nominate.integration_types] },
  ]
}

function optionBody(option: CommandOption): APIApplicationCommandBasicOption {
  const body = {
    type: ApplicationCommandOptionType.String as const,
    name: option.name,
    ...localizedTexts(option.name, option.summary),
    required: option.isRequired === true,
  }
  if (option.choices) {
    const choices = option.choices.map(({ value, label }) => ({ value, ...localizedChoiceName(label) }))
    return { ...body, choices }
  }
  const isCompleted = option.completes !== 'text' || option.suggest !== undefined
  return isCompleted ? { ...body, autocomplete: true } : body
}

function localizedChoiceName(label: MessageKey) {
  const name = (locale: string): string => truncate(translator(locale)(label), MAX_CHOICE_NAME)
  return { name: name('en'), name_localizations: localizations(name) }
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

const Texts = z
  .record(z.string(), z.string())
  .nullish()
  .transform((texts) => texts ?? {})
const Numbers = z
  .array(z.number())
  .nullish()
  .transform((numbers) => (numbers ?? []).toSorted((a, b) => a - b))
const Flag = z
  .boolean()
  .nullish()
  .transform((flag) => flag === true)

const OptionFields = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: Texts,
  description: z.string(),
  description_localizations: Texts,
  required: Flag,
  autocomplete: Flag,
  choices: z
    .array(z.object({ name: z.string(), name_localizations: Texts, value: z.union([z.string(), z.number()]) }))
    .nullish()
    .transform((choices) => choices ?? []),
})

const optionsField = <T extends z.ZodType>(option: T) =>
  z
    .array(option)
    .nullish()
    .transform((options) => options ?? [])

/** An option, or a subcommand with options of its own. */
const Option = OptionFields.extend({ options: optionsField(OptionFields) })

/** The fields of commands that matter, in a fixed order, with defaults: every member has permission, and there is no age limit. */
const RegisteredCommands = z
  .array(
    z.object({
      type: z.number().default(1),
      name: z.string(),
      name_localizations: Texts,
      description: z.string().default(''),
      description_localizations: Texts,
      contexts: Numbers,
      integration_types: Numbers,
      default_member_permissions: z.string().nullish().default(null),
      nsfw: Flag,
      options: optionsField(Option),
    }),
  )
  .transform((commands) => commands.toSorted((a, b) => (a.name < b.name ? -1 : 1)))

export interface Registration {
  /** Whether Discord had other commands. */
  readonly isChanged: boolean
  /** The ids of the slash commands by name. */
  readonly ids: ReadonlyMap<string, string>
}

/** Registers all commands if Discord has different ones. */
export async function registerCommands(
  { rest }: Pick<Client, 'rest'>,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Command[],
): Promise<Registration> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const wanted = commandBodies(commands)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const registered = await rest.get(route, { query })
  const current = RegisteredCommands.safeParse(registered)
  if (current.success && isDeepStrictEqual(current.data, RegisteredCommands.parse(wanted))) {
    return { isChanged: false, ids: idsOf(registered) }
  }
  return { isChanged: true, ids: idsOf(await rest.put(route, { body: wanted })) }
}

const CHAT_INPUT: number = ApplicationCommandType.ChatInput

const CommandIds = z.array(z.object({ id: z.string().regex(/^\d+$/u), name: z.string(), type: z.number().default(1) }))

/** The ids in a list of commands; none if it has another form. */
function idsOf(registered: unknown): ReadonlyMap<string, string> {
  const { data = [] } = CommandIds.safeParse(registered)
  return new Map(data.flatMap(({ id, name, type }) => (type === CHAT_INPUT ? [[name, id]] : [])))
}

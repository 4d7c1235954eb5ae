import { randomUUID } from 'node:crypto'
import type { Bot, Command, CommandOption, Person } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'

interface CompletionContext {
  readonly bot: Bot
  readonly person: Person
  readonly locale: Locale
}

/** What completes the last word of a line, and that word, as readline takes them. */
export type Completions = [completions: string[], word: string]

/**
 * Completes the last word of a line: a command, one of its subcommands in English and in the person's language, or a name of the
 * ladder, also by an alias. Names are completed within the role and the domain that stand before them.
 */
export async function completeLine(line: string, context: CompletionContext): Promise<Completions> {
  const { bot, locale } = context
  const [first = '', ...words] = line.split(/\s+/u)
  const typed = words.at(-1) ?? first
  if (first.startsWith('/') && words.length === 0) {
    const names = bot.commands.map(({ name }) => `/${name} `)
    return [names.filter((name) => name.startsWith(first)), first]
  }
  const named = bot.commands.find(({ name }) => first === `/${name}`)
  const command = named ?? (first.startsWith('/') ? undefined : bot.commands[0])
  if (!command) return [[], typed]
  const t = translator(locale)
  const subcommands = (named?.subcommands ?? []).map((each) => ({
    ...each,
    words: [each.name, t.commandName(each.name)],
  }))
  if (words.length === 1) {
    const hits = startingWith(
      subcommands.flatMap((each) => each.words),
      typed,
    )
    if (hits.length > 0) return [hits, typed]
  }
  const before = named ? words.slice(0, -1) : [first, ...words].slice(0, -1)
  const subcommand = subcommands.find((each) => each.words.includes(before[0] ?? ''))
  return [await completeName(typed, before, command, subcommand, context), typed]
}

type Part = Pick<Command, 'name' | 'options'>

async function completeName(
  typed: string,
  before: readonly string[],
  command: Part,
  subcommand: Part | undefined,
  context: CompletionContext,
): Promise<string[]> {
  const options = subcommand?.options ?? command.options
  const choicesOf = async (option: CommandOption, word: string, chosen: Readonly<Record<string, string>>) => {
    const response = await context.bot.handle({
      ...{ id: randomUUID(), person: context.person, locale: context.locale, type: 'autocomplete' },
      ...{ command: command.name, subcommand: subcommand?.name, option: option.name, typed: word, options: chosen },
    })
    return response.type === 'choices' ? response.choices : []
  }
  const chosen: Record<string, string> = {}
  for (const word of before) {
    for (const option of options.filter(({ completes }) => completes === 'role' || completes === 'domain')) {
      const [choice] = await choicesOf(option, word, {})
      if (choice?.value === word) chosen[option.name] ??= word
    }
  }
  const all = new Set<string>()
  const byAlias = new Set<string>()
  for (const option of options) {
    for (const choice of option.choices ?? []) all.add(choice.value)
    const choices = await choicesOf(option, typed, chosen)
    for (const { value } of choices) all.add(value)
    if (choices.length === 1 && typed !== '') for (const { value } of choices) byAlias.add(value)
  }
  const hits = startingWith([...all], typed)
  if (hits.length > 0) return hits
  return byAlias.size === 1 ? [...byAlias].map((value) => `${value} `) : []
}

function startingWith(words: readonly string[], typed: string): string[] {
  const start = typed.toLowerCase()
  return [...new Set(words)].filter((word) => word.startsWith(start)).map((word) => `${word} `)
}

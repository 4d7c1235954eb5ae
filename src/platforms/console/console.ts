import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { createInterface, type Interface } from 'node:readline'
import type { Bot, Incoming, Outcome, Person } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import { type ActionButton, type Message, note, plainText } from '../../message/index.ts'
import { type Page, renderMessage } from './render.ts'

export interface ConsoleStreams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
}

export interface ConsoleOptions extends ConsoleStreams {
  readonly bot: Bot
  readonly locale: Locale
  /** Whether colour may be used; it is only on a terminal. */
  readonly colour: boolean
  /** Said before the first prompt on a terminal. */
  readonly greeting: string
}

/** What a file or another program that reads the answers gets. */
const PIPED_WIDTH = 100

const PROMPT = 'rung> '

/**
 * The terminal as a platform: a prompt with history and completion where somebody sits at it, one question a line where
 * something is piped in. Resolves when the input ends or the person leaves.
 */
export async function runConsole(options: ConsoleOptions): Promise<void> {
  const talk = converse(options)
  if (options.input.isTTY) await prompt(options, talk)
  else await readPipe(options, talk)
}

/** One person's side of the conversation: the choices last shown are what a number picks. */
interface Talk {
  /** Answers a line; false when the person leaves. */
  line(line: string): Promise<boolean>
  complete(line: string): Promise<[string[], string]>
}

function converse({ bot, locale, colour, output }: ConsoleOptions): Talk {
  const t = translator(locale)
  const person: Person = { platform: 'console', workspace: 'local', user: userName() }
  let choices: readonly ActionButton[] = []

  const page = (): Page => ({ width: output.columns ?? PIPED_WIDTH, colour: colour && output.isTTY === true })
  const show = (message: Message): void => {
    const rendered = renderMessage(message, page())
    choices = rendered.choices
    output.write(`${rendered.text}\n\n`)
  }
  const handle = (incoming: Incoming): Promise<Outcome> => bot.handle(incoming)
  const delivery = () => ({ id: randomUUID(), person, locale })

  return {
    async line(line) {
      const text = line.trim()
      if (text === '') return true
      if (['/quit', '/exit', '/salir', 'quit', 'exit'].includes(text.toLowerCase())) return false
      if (/^\d{1,3}$/u.test(text)) {
        const chosen = choices[Number(text) - 1]
        if (!chosen) {
          const said = t.rich('console.noChoice', { number: text, count: choices.length })
          output.write(`${renderMessage({ summary: plainText(said), blocks: [note('error', said)] }, page()).text}\n\n`)
          return true
        }
        const outcome = await handle({ ...delivery(), type: 'action', payload: chosen.payload })
        if (outcome.type === 'reply') show(outcome.message)
        return true
      }
      const outcome = await handle({ ...delivery(), type: 'text', text })
      if (outcome.type === 'reply') show(outcome.message)
      return true
    },
    async complete(line) {
      const typed = /\S*$/u.exec(line)?.[0] ?? ''
      if (line.startsWith('/') && !line.includes(' ')) {
        const names = bot.commands.map((command) => `/${command.name} `)
        return [names.filter((name) => name.startsWith(line)), line]
      }
      const command = bot.commands.find((entry) => line.startsWith(`/${entry.name} `)) ?? bot.commands[0]
      const values: string[] = []
      for (const option of command?.options ?? []) {
        const base = { ...delivery(), command: command?.name ?? '', option: option.name, typed, options: {} }
        const outcome = await handle({ ...base, type: 'autocomplete' })
        if (outcome.type === 'choices') values.push(...outcome.choices.map((choice) => choice.value))
      }
      const hits = [...new Set(values)].filter((value) => value.startsWith(typed.toLowerCase()))
      return [hits.map((hit) => `${hit} `), typed]
    },
  }
}

async function readPipe({ input, output, locale, colour }: ConsoleOptions, talk: Talk): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let asked = false
  for await (const line of lines) {
    if (line.trim() !== '') asked = true
    if (!(await talk.line(line))) return
  }
  if (asked) return
  const said = translator(locale).rich('console.noInput')
  const page = { width: output.columns ?? PIPED_WIDTH, colour: colour && output.isTTY === true }
  output.write(`${renderMessage({ summary: plainText(said), blocks: [note('info', said)] }, page).text}\n`)
}

async function prompt(options: ConsoleOptions, talk: Talk): Promise<void> {
  const { input, output, greeting, locale } = options
  output.write(`${greeting}\n\n`)
  const terminal: Interface = createInterface({
    input,
    output,
    prompt: PROMPT,
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: Error | null, result: [string[], string]) => void) => {
      talk.complete(line).then(
        (result) => done(null, result),
        () => done(null, [[], line]),
      )
    },
  })
  const left = new Promise<void>((resolve) => terminal.once('close', resolve))
  terminal.on('SIGINT', () => {
    if (terminal.line !== '') {
      // The first Ctrl-C drops what was being typed, as a shell does.
      output.write('^C\n')
      terminal.write(null, { ctrl: true, name: 'e' })
      terminal.write(null, { ctrl: true, name: 'u' })
      terminal.prompt()
    } else terminal.close()
  })
  let turn = Promise.resolve()
  terminal.on('line', (line) => {
    // One after the other, also when several lines are pasted at once.
    turn = turn.then(async () => {
      if (await talk.line(line)) terminal.prompt()
      else terminal.close()
    })
  })
  terminal.prompt()
  await left
  await turn
  output.write(`\n${translator(locale)('console.bye')}\n`)
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A container may run under a number with no name.
    return 'local'
  }
}

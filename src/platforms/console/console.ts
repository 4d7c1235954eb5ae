import { createInterface } from 'node:readline'
import type { Bot, Person } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import { type Attachment, note, plainText } from '../../message/index.ts'
import type { Notifier } from '../../proposals/index.ts'
import { renderMessage } from './render.ts'
import { type ConsoleSession, startSession } from './session.ts'

export interface ConsoleOptions {
  readonly bot: Bot
  /** Who sits there. */
  readonly person: Person
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly locale: Locale
  /** Whether colour may be used; it is only on a terminal. */
  readonly color: boolean
  /** Said before the first prompt on a terminal. */
  readonly greeting: string
  /** The variables of which one makes Rung run in a chat platform instead. */
  readonly tokenVariables: readonly string[]
  /** Keeps a file that an answer carries; returns where. */
  readonly saveFile: (file: Attachment) => Promise<string>
}

export interface Console extends Notifier {
  /** Resolves when the input ends or the person leaves. */
  run(): Promise<void>
}

/** What a file or another program that reads the answers gets. */
const PIPED_WIDTH = 100

const PROMPT = 'rung> '

/**
 * The terminal as a platform: a prompt with history and completion where somebody sits at it, one question a line where
 * something is piped in.
 */
export function createConsole(options: ConsoleOptions): Console {
  const { input, output, bot, person: here, locale, color: colour, saveFile } = options
  const talk = startSession({
    bot,
    person: here,
    locale,
    saveFile,
    screen: () => ({ width: output.columns || PIPED_WIDTH, color: colour && output.isTTY === true }),
    write: (text) => output.write(text),
  })
  const reaches = (person: Person): boolean =>
    input.isTTY === true && person.platform === here.platform && person.user === here.user
  return {
    run: () => (input.isTTY ? prompt(options, talk) : readPipe(options, talk)),
    platforms: () => [here.platform],
    reaches,
    tell(person, message) {
      if (!reaches(person)) return Promise.resolve('later')
      talk.print(message(translator(locale)))
      return Promise.resolve('delivered')
    },
  }
}

async function readPipe(
  { input, output, locale, tokenVariables }: ConsoleOptions,
  talk: ConsoleSession,
): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let asked = false
  for await (const line of lines) {
    if (line.trim() !== '') asked = true
    if (!(await talk.handleLine(line))) return
  }
  if (asked) return
  const t = translator(locale)
  const said = t.rich('console.noInput', { variables: t.any(tokenVariables) })
  const message = { summary: plainText(said), blocks: [note('info', said)] }
  output.write(`${renderMessage(message, { width: PIPED_WIDTH, color: false }).text}\n`)
}

async function prompt({ input, output, greeting, locale }: ConsoleOptions, talk: ConsoleSession): Promise<void> {
  output.write(`${greeting}\n\n`)
  const terminal = createInterface({
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
  let open = true
  let leaving = false
  const left = new Promise<void>((resolve) =>
    terminal.once('close', () => {
      open = false
      resolve()
    }),
  )
  terminal.on('SIGINT', () => {
    if (terminal.line === '') {
      terminal.close()
      return
    }
    // The first Ctrl-C drops what was being typed, as a shell does.
    output.write('^C\n')
    terminal.write(null, { ctrl: true, name: 'e' })
    terminal.write(null, { ctrl: true, name: 'u' })
    terminal.prompt()
  })
  let turn = Promise.resolve()
  terminal.on('line', (line) => {
    // One after the other, also when several lines are pasted at once.
    turn = turn.then(async () => {
      if (leaving) return
      leaving = !(await talk.handleLine(line))
      if (leaving) terminal.close()
      else if (open) terminal.prompt()
    })
  })
  terminal.prompt()
  await left
  await turn
  output.write(`\n${translator(locale)('console.bye')}\n`)
}

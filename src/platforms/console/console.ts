import { createInterface } from 'node:readline'
import type { Bot, Person } from '../../bot/index.ts'
import { type Locale, translator } from '../../i18n/index.ts'
import { type Attachment, note, plainText } from '../../message/index.ts'
import type { Notifier } from '../../proposals/index.ts'
import { renderMessage } from './render.ts'
import { type ConsoleSession, startSession } from './session.ts'

export interface ConsoleOptions {
  readonly bot: Bot
  /** The person at the terminal. */
  readonly person: Person
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly locale: Locale
  /** Whether colors may be used. They are used on a terminal only. */
  readonly color: boolean
  /** Written before the first prompt on a terminal. */
  readonly greeting: string
  /** The variables of which one makes Rung run on a chat platform instead. */
  readonly tokenVariables: readonly string[]
  /** Saves a file of an answer; resolves with its path. */
  readonly saveFile: (file: Attachment) => Promise<string>
}

export interface Console extends Notifier {
  /** Resolves when the input ends or the person quits. */
  run(): Promise<void>
}

/** The width of output to a file or another program. */
const PIPED_WIDTH = 100

const PROMPT = 'rung> '

/**
 * The terminal as a platform: a prompt with history and completion if a person is at it, one question per line if the input is
 * piped.
 */
export function createConsole(options: ConsoleOptions): Console {
  const { input, output, bot, person, locale, color, saveFile } = options
  const session = startSession({
    bot,
    person,
    locale,
    saveFile,
    screen: () => ({ width: output.columns || PIPED_WIDTH, color: color && output.isTTY === true }),
    write: (text) => output.write(text),
  })
  const reaches = ({ platform, user }: Person): boolean =>
    input.isTTY === true && platform === person.platform && user === person.user
  return {
    run: () => (input.isTTY ? prompt(options, session) : readPipe(options, session)),
    platforms: () => [person.platform],
    reaches,
    tell(recipient, message) {
      if (!reaches(recipient)) return Promise.resolve('later')
      session.print(message(translator(locale)))
      return Promise.resolve('delivered')
    },
  }
}

async function readPipe(
  { input, output, locale, tokenVariables }: ConsoleOptions,
  session: ConsoleSession,
): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let isEmpty = true
  for await (const line of lines) {
    if (line.trim() !== '') isEmpty = false
    if (!(await session.handleLine(line))) return
  }
  if (!isEmpty) return
  const t = translator(locale)
  const notice = t.rich('console.noInput', { variables: t.any(tokenVariables) })
  const message = { summary: plainText(notice), blocks: [note('info', notice)] }
  output.write(`${renderMessage(message, { width: PIPED_WIDTH, color: false }).text}\n`)
}

async function prompt({ input, output, greeting, locale }: ConsoleOptions, session: ConsoleSession): Promise<void> {
  output.write(`${greeting}\n\n`)
  const terminal = createInterface({
    input,
    output,
    prompt: PROMPT,
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: Error | null, result: [string[], string]) => void) => {
      session.complete(line).then(
        (result) => done(null, result),
        () => done(null, [[], line]),
      )
    },
  })
  let isOpen = true
  let hasQuit = false
  const closed = new Promise<void>((resolve) =>
    terminal.once('close', () => {
      isOpen = false
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
  let queue = Promise.resolve()
  terminal.on('line', (line) => {
    // In order, even if several lines are pasted at once.
    queue = queue.then(async () => {
      if (hasQuit) return
      hasQuit = !(await session.handleLine(line))
      if (hasQuit) terminal.close()
      else if (isOpen) terminal.prompt()
    })
  })
  terminal.prompt()
  await closed
  await queue
  output.write(`\n${translator(locale)('console.bye')}\n`)
}

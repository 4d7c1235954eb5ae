import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Person } from '../../bot/index.ts'
import { type Translator, translator } from '../../i18n/index.ts'
import { type Attachment, heading, type Message, note, plainText, text } from '../../message/index.ts'
import type { AppSummary, Platform, PlatformContext } from '../platform.ts'
import { MAX_HISTORY, openHistory, type PromptHistory } from './history.ts'
import { renderMessage } from './render.ts'
import { type ConsoleSession, startSession } from './session.ts'

/** Where a person types and reads. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & {
    readonly isTTY?: boolean
    readonly columns?: number
    readonly rows?: number
  }
}

export interface ConsoleOptions extends Pick<PlatformContext, 'bot' | 'locale' | 'about'> {
  /** The person at the terminal. */
  readonly person: Person
  /** The folder in which files of answers and the history of the prompt are saved. */
  readonly home: string
  /** Whether colors may be used. They are used on a terminal only. */
  readonly color: boolean
  /** The variables of which one makes Rung run on a chat platform instead. */
  readonly tokenVariables: readonly string[]
  readonly streams: TerminalStreams
}

/** The width of output to a file or another program. */
const PIPED_WIDTH = 100

/** A shorter terminal is scrolled. */
const MIN_LINES = 30

const PROMPT = 'rung> '

/** In the folder of the process. */
const HISTORY_FILE = 'history'

/** What the terminal reads lines with. */
interface LineReader {
  /** Resolves when the input ends or the person quits, and the last line is answered. */
  readonly ended: Promise<void>
  /** Reads no more lines. */
  close(): void
}

/**
 * The terminal as a platform: a prompt with history and completion if a person is at it, one question per line if the input is
 * piped.
 */
export function createConsole(options: ConsoleOptions): Platform {
  const { bot, person, locale, color, home } = options
  const { stdin, stdout } = options.streams
  // A reader that closes early (`| head`) is not an error.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const session = startSession({
    bot,
    person,
    locale,
    saveFile: (file) => saveFile(join(home, 'exports'), file),
    screen: () => ({ width: stdout.columns || PIPED_WIDTH, color: color && stdout.isTTY === true }),
    ...(stdin.isTTY && { lines: () => Math.max(MIN_LINES, stdout.rows ?? 0) }),
    write: (text) => stdout.write(text),
  })
  const reaches = ({ platform, user }: Person): boolean =>
    stdin.isTTY === true && platform === person.platform && user === person.user
  const notices = new Set<string>()
  let follow: (reader: LineReader) => void = () => {}
  const ended = new Promise<void>((resolve, reject) => {
    follow = (reader) => void reader.ended.then(resolve, reject)
  })
  let reader: LineReader | undefined
  return {
    proposalsChannel: () => undefined,
    installed: { platform: person.platform, isInstalled: () => Promise.resolve(true) },
    async start() {
      reader = stdin.isTTY
        ? openPrompt(options, session, await options.about(person), await openHistory(join(home, HISTORY_FILE)))
        : readPipe(options, session)
      follow(reader)
    },
    // A terminal that its person has closed is not a fault.
    check: () => Promise.resolve(undefined),
    async stop() {
      reader?.close()
      if (reader) await ended
    },
    ended,
    platforms: () => [person.platform],
    reaches,
    tell(recipient, message, { mark, repeated }) {
      if (!reaches(recipient)) return Promise.resolve('later')
      if (repeated && notices.has(mark)) return Promise.resolve('delivered')
      notices.add(mark)
      session.print(message(translator(locale)))
      return Promise.resolve('delivered')
    },
  }
}

/** Answers every line of the input, one after the other. */
function readPipe({ streams, locale, tokenVariables }: ConsoleOptions, session: ConsoleSession): LineReader {
  const lines = createInterface({ input: streams.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  const answerAll = async (): Promise<void> => {
    let isEmpty = true
    for await (const line of lines) {
      if (line.trim() !== '') isEmpty = false
      if (!(await session.handleLine(line))) return
    }
    if (!isEmpty) return
    const t = translator(locale)
    const notice = t.rich('console.noInput', { variables: t.any(tokenVariables) })
    const message = { summary: plainText(notice), blocks: [note('info', notice)] }
    streams.stdout.write(`${renderMessage(message, { width: PIPED_WIDTH, color: false }).text}\n`)
  }
  return { ended: answerAll(), close: () => lines.close() }
}

/** Greets the person and prompts for lines. */
function openPrompt(
  { streams, color, locale }: ConsoleOptions,
  session: ConsoleSession,
  about: AppSummary,
  history: PromptHistory,
): LineReader {
  const { stdin, stdout } = streams
  const t = translator(locale)
  const greeting = renderMessage(greetingOf(about, t), { width: stdout.columns ?? PIPED_WIDTH, color })
  stdout.write(`${greeting.text}\n\n`)
  const terminal = createInterface({
    input: stdin,
    output: stdout,
    prompt: PROMPT,
    history: [...history.lines],
    historySize: MAX_HISTORY,
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
    stdout.write('^C\n')
    terminal.write(null, { ctrl: true, name: 'e' })
    terminal.write(null, { ctrl: true, name: 'u' })
    terminal.prompt()
  })
  let queue = Promise.resolve()
  terminal.on('line', (line) => {
    // In order, even if several lines are pasted at once.
    queue = queue.then(async () => {
      if (hasQuit) return
      if (session.isRememberable(line)) await history.add(line)
      hasQuit = !(await session.handleLine(line))
      if (hasQuit) terminal.close()
      else if (isOpen) terminal.prompt()
    })
  })
  terminal.prompt()
  const sayGoodbye = async (): Promise<void> => {
    await closed
    await queue
    stdout.write(`\n${t('console.bye')}\n`)
  }
  return { ended: sayGoodbye(), close: () => terminal.close() }
}

function greetingOf({ roles, skills, version, store }: AppSummary, t: Translator): Message {
  return {
    summary: 'Rung',
    blocks: [
      heading('Rung'),
      text(t.rich('console.ready', { roles, skills, version, store: storeKind(store), folder: store ?? '' })),
      text(t.rich('console.welcome')),
    ],
  }
}

function storeKind(store: AppSummary['store']): 'none' | 'redis' | 'folder' {
  if (store === undefined) return 'none'
  return store === null ? 'redis' : 'folder'
}

/** Saves an attachment; resolves with its path. Only the base name of the attachment is used. */
async function saveFile(folder: string, file: Attachment): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(file.name))
  await writeFile(path, file.content, { mode: 0o600 })
  return path
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { BotEvent, BotResponse } from '../../src/bot/index.ts'

// A bot in its own process, which gets events as from a platform. `npm run test:long` builds dist first.

/** The bot's process ended before it answered, so the change may or may not have been made. */
export class BotEnded extends Error {
  override readonly name = 'BotEnded'
}

export interface BotProcess {
  readonly pid: number
  /** Rejects with a BotEnded if the process ends first. */
  handle(incoming: BotEvent): Promise<BotResponse>
  /** Kills the process; resolves when it has ended and all its answers have been read. */
  kill(): Promise<void>
  readonly ended: boolean
}

/** Problems that processes logged: internal errors and unreadable values. */
export type Complaints = string[]

const PROGRAM = fileURLToPath(new URL('bot-process.js', import.meta.url))

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

type Line = { readonly ready: true } | { readonly n: number; readonly outcome: BotResponse }

/** Starts a bot on the store that the environment names (REDIS_URL or RUNG_HOME), and waits until it is ready. */
export async function startBot(
  store: { readonly REDIS_URL: string } | { readonly RUNG_HOME: string },
  complaints: Complaints,
): Promise<BotProcess> {
  const { REDIS_URL: _, ...environment } = process.env
  const child = spawn(process.execPath, [PROGRAM], { stdio: 'pipe', env: { ...environment, ...store } })
  running.add(child)
  const waiting = new Map<
    number,
    { readonly answer: (outcome: BotResponse) => void; readonly fail: (e: Error) => void }
  >()
  let sent = 0
  let ended = false

  const closed = once(child, 'close').then(() => {
    ended = true
    running.delete(child)
    for (const { fail } of waiting.values()) fail(new BotEnded('the bot ended before it answered'))
    waiting.clear()
  })
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line))

  await new Promise<void>((resolve, reject) => {
    eachLine(child.stdout, (text) => {
      const line = JSON.parse(text) as Line
      if ('ready' in line) {
        resolve()
        return
      }
      waiting.get(line.n)?.answer(line.outcome)
      waiting.delete(line.n)
    })
    void closed.then(() => reject(new Error(`the bot does not start: ${complaints.join('\n')}`)))
  })

  return {
    pid: child.pid ?? 0,
    handle: (incoming) =>
      new Promise((answer, fail) => {
        if (ended) {
          fail(new BotEnded('the bot has ended'))
          return
        }
        const n = ++sent
        waiting.set(n, { answer, fail })
        child.stdin.write(`${JSON.stringify({ n, incoming })}\n`)
      }),
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
    get ended() {
      return ended
    },
  }
}

/** Reads whole lines only: a line that a killed process did not finish is no answer. */
function eachLine(stream: Readable, hear: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FakeSlack } from '../fakes/slack/server.ts'
import { ownCatalog } from '../fixtures/catalog.ts'

// Rung as an operator starts it: `node dist/main.js` with an environment. `npm test` builds dist first.

export interface RungProcess {
  /** Where it listens: `http://127.0.0.1:<port>`. */
  readonly url: string
  readonly pid: number
  /** What it has logged, a line each. */
  readonly lines: readonly string[]
  /** Everything logged, once it holds a text; the log comes a moment after what it tells of. */
  logs(text: string): Promise<string>
  /** Types a line at its terminal. */
  type(line: string): void
  /** Lines at level warn and above, as pino writes them. */
  complaints(): readonly string[]
  /** Ends it as an operator does; resolves with the exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
  /** Resolves with the exit code when it has ended by itself. */
  readonly ended: Promise<number | null>
}

/** What an operator starts. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const START_MS = 30_000

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** The environment of one workspace over HTTP or Socket Mode. */
export function environmentFor(
  slack: FakeSlack,
  transport: 'http' | 'socket',
  botToken?: string,
): Readonly<Record<string, string>> {
  return {
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    ...(botToken !== undefined && { SLACK_BOT_TOKEN: botToken }),
    ...(transport === 'http' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
  }
}

/** Starts Rung without waiting for it to be ready. */
export async function spawnRung(
  environment: Readonly<Record<string, string>>,
  main = MAIN,
): Promise<Omit<RungProcess, 'url'> & { readonly ready: Promise<string> }> {
  const home = environment['RUNG_HOME'] === undefined ? await mkdtemp(join(tmpdir(), 'rung-slack-')) : undefined
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:SLACK|RUNG|REDIS|DISCORD|LOG|PORT|HOST)/u.test(name),
  )
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      RUNG_DATA: ownCatalog,
      ...(home !== undefined && { RUNG_HOME: home }),
      ...environment,
    },
  })
  running.add(child)
  const lines: string[] = []
  const ended = once(child, 'close').then(async ([code]: unknown[]) => {
    running.delete(child)
    if (home !== undefined) await rm(home, { recursive: true, force: true })
    return typeof code === 'number' ? code : null
  })
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Rung is not ready:\n${lines.join('\n')}`)), START_MS)
    late.unref()
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        const port = /"port":(\d+).*"msg":"ready in (?:Slack|Discord)/u.exec(line)?.[1]
        if (port === undefined) return
        clearTimeout(late)
        resolve(`http://127.0.0.1:${port}`)
      })
    }
    void ended.then((code) => {
      clearTimeout(late)
      reject(new Error(`Rung ended with ${code}:\n${lines.join('\n')}`))
    })
  })
  ready.catch(() => undefined)
  return {
    pid: child.pid ?? 0,
    lines,
    ready,
    ended,
    async logs(text) {
      for (let tries = 0; tries < 400 && !lines.join('\n').includes(text); tries++) await sleep(50)
      return lines.join('\n')
    },
    type: (line) => void child.stdin.write(`${line}\n`),
    complaints: () => lines.filter((line) => !/"level":"(?:trace|debug|info)"/u.test(line)),
    stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Starts Rung and waits until it is ready. */
export async function startRung(environment: Readonly<Record<string, string>>, main = MAIN): Promise<RungProcess> {
  const { ready, ...rung } = await spawnRung(environment, main)
  return { ...rung, url: await ready }
}

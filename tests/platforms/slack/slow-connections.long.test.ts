import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { personOf } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Clients that are not Slack open hundreds of connections and send large bodies slowly. The process uses little memory for them and
// still answers Slack's deliveries.

const CONNECTIONS = 800
/** More connections than the server accepts at a time. */
const TOO_MANY = 1500
/** 1,000 connections, and the other open files of the process. */
const MOST_FILES = 1100
/** Just under the largest delivery. */
const BODY_BYTES = 1_000_000
const PIECE = Buffer.alloc(100_000, 'a')
const PIECES = 9
/** Without limits it grew by 780 MB. */
const MOST_GROWTH_MB = 100
const WAIT = { timeout: 20_000, interval: 50 }

type Headers = Readonly<Record<string, string>>

const seconds = (): number => Math.floor(Date.now() / 1000)
const shaped = (): string => `v0=${'0'.repeat(64)}`

const CLIENTS: readonly { readonly what: string; readonly headers: () => Headers }[] = [
  { what: 'without the headers of Slack', headers: () => ({}) },
  {
    what: 'with a stale timestamp',
    headers: () => ({ 'x-slack-request-timestamp': String(seconds() - 3600), 'x-slack-signature': shaped() }),
  },
  {
    what: 'with headers like those of Slack',
    headers: () => ({ 'x-slack-request-timestamp': String(seconds()), 'x-slack-signature': shaped() }),
  },
]

describe('many slow connections', () => {
  let slack: FakeSlack
  let rung: RungProcess
  let open: Socket[] = []
  let before = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1', channels: [{ id: 'C1' }] })
    rung = await startRung({ ...environmentFor(slack, 'http', botToken), LOG_LEVEL: 'debug' })
    slack.reach(rung.url)
    // What answers alone take does not count as growth: the examples of questions are learned a moment after the start, code is loaded
    // for the first answers, the first picture is drawn by a thread of its own, and memory is freed late.
    await vi.waitUntil(() => rung.lines.some((line) => line.includes('prepared for questions')), WAIT)
    for (let n = 0; n < 3 * PIECES; n++) await answered()
    await vi.waitUntil(() => slack.world.files.size > 0, WAIT)
    before = await memoryOf(rung.pid, 'VmHWM')
  })
  afterAll(async () => {
    close()
    await rung?.stop()
    await slack?.close()
  })

  function close(): void {
    for (const socket of open) socket.destroy()
    open = []
  }

  /** Sends a genuine delivery; resolves with its status, or with the reason why there is none. */
  async function answered(): Promise<unknown> {
    const { status, answer } = await personOf(slack, 'T1', 'U1').command('C1', '/skills ml-engineer senior')
    return status ?? answer
  }

  async function dial(): Promise<Socket> {
    const socket = connect(Number(new URL(rung.url).port), '127.0.0.1')
    open.push(socket)
    // These clients may be disconnected.
    socket.on('error', () => undefined)
    await Promise.race([once(socket, 'connect'), once(socket, 'close')])
    return socket
  }

  function head(headers: Headers): string {
    const all = { host: 'rung', 'content-type': 'application/json', 'content-length': String(BODY_BYTES), ...headers }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
    return `POST /slack/events HTTP/1.1\r\n${lines.join('')}\r\n`
  }

  /** Resolves when the bytes were written, or when the connection was closed. */
  function send(socket: Socket, bytes: Buffer | string): Promise<void> {
    return new Promise((resolve) => {
      if (!socket.writable) resolve()
      else socket.write(bytes, () => resolve())
    })
  }

  test.each(CLIENTS)('$what use little memory, and Slack is answered', async ({ headers }) => {
    await Promise.all(Array.from({ length: CONNECTIONS }, dial))
    await Promise.all(open.map((socket) => send(socket, head(headers()))))
    for (let piece = 0; piece < PIECES; piece++) {
      await Promise.all(open.map((socket) => send(socket, PIECE)))
      expect(await answered()).toBe(200)
    }
    const peak = await memoryOf(rung.pid, 'VmHWM')
    close()
    process.stderr.write(
      `\n${CONNECTIONS} connections: resident memory ${before} MB at its peak without them, ${peak} MB with them\n`,
    )
    expect(peak - before).toBeLessThan(MOST_GROWTH_MB)
    // They do not fill the log either.
    expect(rung.lines.filter((line) => line.includes('refused')).length).toBeLessThan(20)
  })

  test('more than the server accepts leave room for Slack', async () => {
    await Promise.all(Array.from({ length: TOO_MANY }, dial))
    expect(await verified('a')).toBe('200 abc')
    expect((await readdir(`/proc/${rung.pid}/fd`)).length).toBeLessThan(MOST_FILES)
    // The same for clients that begin a request and stop.
    await Promise.all(open.map((socket) => send(socket, 'POST /slack/events HTTP/1.1\r\nhost: rung\r\n')))
    expect(await verified('a')).toBe('200 abc')
    expect(await answered()).toBe(200)
    close()
  })

  test('that send no complete request are closed by the server', async () => {
    const silent = await dial()
    const halfHead = await dial()
    await send(halfHead, 'POST /slack/events HTTP/1.1\r\nhost: rung\r\n')
    const halfBody = await dial()
    await send(halfBody, head(CLIENTS[2]?.headers() ?? {}))
    await Promise.all([silent, halfHead, halfBody].map((socket) => once(socket.resume(), 'close')))
    expect(await answered()).toBe(200)
  })

  test('leave a signed body of the largest size readable', async () => {
    expect(await verified('a'.repeat(BODY_BYTES - 100))).toBe('200 abc')
  })

  /** Sends Slack's URL verification over a separate connection; resolves with the status and the body. */
  async function verified(padding: string): Promise<string> {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', padding })
    const time = String(seconds())
    const digest = createHmac('sha256', slack.signingSecret).update(`v0:${time}:${body}`).digest('hex')
    const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${digest}` }
    const made = request(`${rung.url}/slack/events`, { method: 'POST', agent: false, headers }).end(body)
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      made.once('response', resolve).once('error', reject)
    })
    const pieces = await (await answer).toArray()
    return `${(await answer).statusCode} ${pieces.join('')}`
  }
})

/** A memory figure of a process, in megabytes (proc_pid_status(5)). */
async function memoryOf(pid: number, figure: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const [, kilobytes = '0'] = new RegExp(`${figure}:\\s+(\\d+) kB`, 'u').exec(status) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

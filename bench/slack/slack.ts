import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRedis } from '../../tests/redis-server.ts'
import { openSitting } from './answers.ts'
import { type Load, load, quantile } from './measure.ts'
import { freePort, start, stop, waitForServer } from './processes.ts'
import { openProfile } from './profile.ts'
import { SIGNING_SECRET } from './sign.ts'

// Measures a look-up and an assessment answer in Slack against a bare Bolt app that only says one word. Both run as separate processes
// on this machine and are loaded alternately, so that other load on the machine affects both.

const CONNECTIONS = [1, 16, 64]
const ROUNDS = 7
const ROUND_MS = 1500
const WARM_MS = 3000
const PROFILE_MS = 5000

const LEAST_RATE = 0.7
const MOST_P99 = 1.5
const LEAST_ANSWER_RATE = 0.4

function commandBody(): string {
  return new URLSearchParams({
    token: 'x',
    team_id: 'T1',
    team_domain: 'bench',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'ana',
    command: '/skills',
    text: 'ml-engineer senior',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/respond/0',
    trigger_id: `1.${Math.random()}`,
  }).toString()
}

export async function measureSlack(): Promise<boolean> {
  const quick = await lookUpsBesideBare()
  return (await answers()) && quick
}

async function lookUpsBesideBare(): Promise<boolean> {
  const home = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  const api = start('./api.js', {})
  const apiPort = await new Promise<number>((resolve) =>
    api.once('message', (message: { port: number }) => resolve(message.port)),
  )
  const url = `http://127.0.0.1:${apiPort}/api/`
  const [barePort, rungPort] = [await freePort(), await freePort()]
  const bare = start('./bare.js', { SLACK_API_URL: url, PORT: String(barePort) })
  const rung = start('../../src/main.js', { ...rungEnvironment(url, rungPort), RUNG_HOME: home })
  try {
    await Promise.all([waitForServer(barePort, '/'), waitForServer(rungPort, '/readyz')])
    const within = await lookUps(`http://127.0.0.1:${barePort}`, `http://127.0.0.1:${rungPort}`)
    const port = await freePort()
    const own = { ...rungEnvironment(url, port), RUNG_HOME: join(home, 'profiled') }
    await profiled('look-ups', own, port, (at) => load(at, commandBody, 16, PROFILE_MS))
    return within
  } finally {
    await Promise.all([stop(bare), stop(rung), stop(api)])
    await rm(home, { recursive: true, force: true })
  }
}

/** Compares the two by loading them alternately, for each number of connections. */
async function compare(
  bare: (connections: number, ms: number) => Promise<Load>,
  rung: (connections: number, ms: number) => Promise<Load>,
  bounds: { readonly rate: number; readonly p99: number | undefined },
  name = 'rung',
): Promise<boolean> {
  const own = name.padStart(4)
  process.stdout.write(`connections   bare/s   ${own}/s   rate   p99 bare   p99 ${own}   p99\n`)
  let within = true
  for (const connections of CONNECTIONS) {
    const pairs: { bare: Load; rung: Load }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = await (round % 2 === 0 ? bare : rung)(connections, ROUND_MS)
      const second = await (round % 2 === 0 ? rung : bare)(connections, ROUND_MS)
      pairs.push(round % 2 === 0 ? { bare: first, rung: second } : { bare: second, rung: first })
    }
    const middle = (pick: (pair: { bare: Load; rung: Load }) => number): number => quantile(pairs.map(pick), 0.5)
    const rate = middle((pair) => pair.rung.rate / pair.bare.rate)
    const p99 = middle((pair) => pair.rung.p99 / pair.bare.p99)
    const figures: readonly (readonly [value: number, digits: number, width: number])[] = [
      [connections, 0, 11],
      [middle((pair) => pair.bare.rate), 0, 8],
      [middle((pair) => pair.rung.rate), 0, 8],
      [rate, 2, 6],
      [middle((pair) => pair.bare.p99), 2, 10],
      [middle((pair) => pair.rung.p99), 2, 10],
      [p99, 2, 5],
    ]
    const cells = figures.map(([value, digits, width]) => value.toFixed(digits).padStart(width))
    const ok = rate >= bounds.rate && p99 <= (bounds.p99 ?? Number.POSITIVE_INFINITY)
    const text = bounds.p99 === undefined ? `rate ${bounds.rate}` : `rate ${bounds.rate}, p99 ${bounds.p99}`
    process.stdout.write(`${cells.join(' ')}${ok ? '' : `   (bounds: ${text})`}\n`)
    within &&= ok
  }
  return within
}

async function lookUps(bare: string, rung: string): Promise<boolean> {
  process.stdout.write('\n/skills ml-engineer senior over HTTP, against a bare Bolt app that acks one word\n\n')
  for (const url of [bare, rung]) await load(url, commandBody, 16, WARM_MS)
  return compare(
    (connections, ms) => load(bare, commandBody, connections, ms),
    (connections, ms) => load(rung, commandBody, connections, ms),
    { rate: LEAST_RATE, p99: MOST_P99 },
  )
}

/** Prints where Rung's process spends its time under load. */
async function profiled(
  what: string,
  environment: Readonly<Record<string, string>>,
  port: number,
  loaded: (url: string) => Promise<unknown>,
): Promise<void> {
  const profile = await openProfile()
  const rung = start('../../src/main.js', environment, profile.args)
  await waitForServer(port, '/readyz')
  await loaded(`http://127.0.0.1:${port}`)
  await stop(rung)
  const parts = (await profile.read()).filter(([, share]) => share >= 0.02)
  const text = parts.map(([part, share]) => `${part} ${(share * 100).toFixed(0)} %`).join(', ')
  process.stdout.write(`\nwhere the time goes (${what}): ${text}\n`)
}

/** Measures answers of assessments stored in a real Redis, from the press to the next card. */
async function answers(): Promise<boolean> {
  const [redis, sitting] = await Promise.all([startRedis(['--appendonly', 'yes']), openSitting()])
  const ports = { acks: await freePort(), word: await freePort(), way: await freePort(), rung: await freePort() }
  const processes = [
    start('./bare.js', { SLACK_API_URL: sitting.apiUrl, PORT: String(ports.acks) }),
    start('./bare.js', { SLACK_API_URL: sitting.apiUrl, PORT: String(ports.word), RESPONDS: 'true' }),
    start('./way.js', { REDIS_URL: redis.url, PORT: String(ports.way) }),
    start('../../src/main.js', { ...rungEnvironment(sitting.apiUrl, ports.rung), REDIS_URL: redis.url }),
  ]
  const at = (port: number): string => `http://127.0.0.1:${port}`
  const [acks, word, way, rung] = [at(ports.acks), at(ports.word), at(ports.way), at(ports.rung)]
  try {
    await Promise.all([
      ...[ports.acks, ports.word, ports.way].map((port) => waitForServer(port, '/')),
      waitForServer(ports.rung, '/readyz'),
    ])
    await load(acks, sitting.body, 16, WARM_MS)
    await sitting.answerAnything(way, 16, WARM_MS)
    await sitting.answerAnything(word, 16, WARM_MS)
    await sitting.answer(rung, 16, WARM_MS)
    const sat = (connections: number, ms: number): Promise<Load> => sitting.answer(rung, connections, ms)
    const bounds = { rate: LEAST_ANSWER_RATE, p99: undefined }
    process.stdout.write('\nan answer of an assessment on Redis, from the press to the next card,\n')
    process.stdout.write('against a bare Bolt app that answers the press with one word\n\n')
    const ofWords = await compare((connections, ms) => sitting.answerAnything(word, connections, ms), sat, bounds)
    process.stdout.write('\nthe same against one that only acknowledges the press\n\n')
    // For orientation only, so without bounds.
    const none = { rate: 0, p99: undefined }
    const acked = (connections: number, ms: number): Promise<Load> => load(acks, sitting.body, connections, ms)
    await compare(acked, sat, none)
    process.stdout.write('\nthe way of an answer with nothing in it, against the same\n\n')
    await compare(acked, (connections, ms) => sitting.answerAnything(way, connections, ms), none, 'way')
    const port = await freePort()
    const own = { ...rungEnvironment(sitting.apiUrl, port), REDIS_URL: redis.url }
    await profiled('answers', own, port, (url) => sitting.answer(url, 16, PROFILE_MS))
    return ofWords
  } finally {
    await Promise.all(processes.map(stop))
    await Promise.all([sitting.close(), redis.stop()])
  }
}

function rungEnvironment(apiUrl: string, port: number): Readonly<Record<string, string>> {
  return {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    PORT: String(port),
    RUNG_DATA: join(process.cwd(), 'data'),
    LOG_LEVEL: 'warn',
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Load, load, quantile } from './measure.ts'
import { answering, freePort, start, stop } from './processes.ts'
import { SIGNING_SECRET } from './sign.ts'

// What a look-up in Slack costs, beside an app of Bolt's that only says one word. Both run as processes of their own on
// this machine, in turns, so that what else the machine does falls on both.

const CONNECTIONS = [1, 16, 64]
const ROUNDS = 7
const ROUND_MS = 1500
const WARM_MS = 3000

/** Bounds. */
const LEAST_RATE = 0.7
const MOST_P99 = 1.5

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
  const home = await mkdtemp(join(tmpdir(), 'rung-bench-'))
  const api = start('./api.js', {})
  const apiPort = await new Promise<number>((resolve) =>
    api.once('message', (message: { port: number }) => resolve(message.port)),
  )
  const url = `http://127.0.0.1:${apiPort}/api/`
  const [barePort, rungPort] = [await freePort(), await freePort()]
  const bare = start('./bare.js', { SLACK_API_URL: url, PORT: String(barePort) })
  const rung = start('../../src/main.js', {
    SLACK_API_URL: url,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    PORT: String(rungPort),
    RUNG_HOME: home,
    RUNG_DATA: join(process.cwd(), 'data'),
    LOG_LEVEL: 'warn',
  })
  try {
    await Promise.all([answering(barePort, '/'), answering(rungPort, '/readyz')])
    return await lookUps(`http://127.0.0.1:${barePort}`, `http://127.0.0.1:${rungPort}`)
  } finally {
    await Promise.all([stop(bare), stop(rung), stop(api)])
    await rm(home, { recursive: true, force: true })
  }
}

async function lookUps(bare: string, rung: string): Promise<boolean> {
  process.stdout.write('\n/skills ml-engineer senior over HTTP, against a bare Bolt app that acks one word\n\n')
  process.stdout.write('connections   bare/s   rung/s   rate   p99 bare   p99 rung   p99\n')
  let within = true
  for (const url of [bare, rung]) await load(url, commandBody, 16, WARM_MS)
  for (const connections of CONNECTIONS) {
    const pairs: { bare: Load; rung: Load }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = await load(round % 2 === 0 ? bare : rung, commandBody, connections, ROUND_MS)
      const second = await load(round % 2 === 0 ? rung : bare, commandBody, connections, ROUND_MS)
      pairs.push(round % 2 === 0 ? { bare: first, rung: second } : { bare: second, rung: first })
    }
    const middle = (pick: (pair: { bare: Load; rung: Load }) => number): number => quantile(pairs.map(pick), 0.5)
    const rate = middle((pair) => pair.rung.rate / pair.bare.rate)
    const p99 = middle((pair) => pair.rung.p99 / pair.bare.p99)
    const cells = [
      String(connections).padStart(11),
      middle((pair) => pair.bare.rate)
        .toFixed(0)
        .padStart(8),
      middle((pair) => pair.rung.rate)
        .toFixed(0)
        .padStart(8),
      rate.toFixed(2).padStart(6),
      middle((pair) => pair.bare.p99)
        .toFixed(2)
        .padStart(10),
      middle((pair) => pair.rung.p99)
        .toFixed(2)
        .padStart(10),
      p99.toFixed(2).padStart(5),
    ]
    const ok = rate >= LEAST_RATE && p99 <= MOST_P99
    process.stdout.write(`${cells.join(' ')}${ok ? '' : `   (bounds: rate ${LEAST_RATE}, p99 ${MOST_P99})`}\n`)
    within &&= ok
  }
  return within
}

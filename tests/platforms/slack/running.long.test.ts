import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf, readOf } from '../../fakes/slack/people.ts'
import { type DeliveryKind, type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import type { Fields } from '../json.ts'
import { environmentFor, type RungProcess, spawnRung, startRung } from '../rung.ts'

// What an operator sees: the start, errors in settings, and the running process.

let slack: FakeSlack
let botToken: string
const started: { stop(): Promise<unknown> }[] = []

beforeAll(async () => {
  slack = await startFakeSlack()
  botToken = slack.world.addTeam({ id: 'T1', channels: [{ id: 'C1' }, { id: 'C2', bot: false }] }).botToken
})
afterAll(async () => {
  await Promise.all(started.map((rung) => rung.stop()))
  await slack?.close()
})

async function start(environment: Readonly<Record<string, string>>): Promise<RungProcess> {
  const rung = await startRung(environment)
  started.push(rung)
  return rung
}

const http = (): Readonly<Record<string, string>> => environmentFor(slack, 'http', botToken)
const socket = (): Readonly<Record<string, string>> => environmentFor(slack, 'socket', botToken)

describe('errors in the settings', () => {
  async function lastWords(environment: Readonly<Record<string, string>>): Promise<string> {
    const rung = await spawnRung(environment)
    expect(await rung.ended).toBe(1)
    const text = rung.lines.join('\n')
    expect(text).not.toMatch(/unhandled|at .*\.js:\d/iu)
    return text
  }

  test('a wrong bot token', async () => {
    expect(await lastWords({ ...http(), SLACK_BOT_TOKEN: 'xoxb-wrong' })).toContain(
      'Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy it again from OAuth & Permissions > Bot User OAuth Token',
    )
  })

  test('a wrong app token', async () => {
    expect(await lastWords({ ...socket(), SLACK_APP_TOKEN: 'xapp-wrong' })).toContain(
      'Slack refuses SLACK_APP_TOKEN (invalid_auth): make a new one under Basic Information > App-Level Tokens with the scope connections:write',
    )
  })

  test('an app token that is revoked while it runs', async () => {
    const other = await startFakeSlack()
    const { botToken: token } = other.world.addTeam({ id: 'T9' })
    const rung = await startRung(environmentFor(other, 'socket', token))
    other.faults.add({ method: 'apps.connections.open', kind: 'error:token_revoked', times: 100 })
    other.dropLinks()
    expect(await rung.ended).toBe(1)
    expect(rung.lines.join('\n')).toContain('Slack refuses SLACK_APP_TOKEN (token_revoked)')
    await other.close()
  })

  test('a token of another kind, and one that is missing', async () => {
    expect(await lastWords({ ...http(), SLACK_BOT_TOKEN: 'xoxp-of-a-person' })).toContain('must begin with xoxb-')
    expect(await lastWords({ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: botToken })).toContain(
      'SLACK_SIGNING_SECRET: is not set; Slack over HTTP needs it',
    )
  })

  test('a Slack that cannot be reached', async () => {
    const free = createServer()
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
    const address = free.address()
    await new Promise((resolve) => free.close(resolve))
    const port = typeof address === 'object' && address ? address.port : 0
    const words = await lastWords({ ...http(), SLACK_API_URL: `http://127.0.0.1:${port}/api/` })
    expect(words).toContain(`Slack does not answer at http://127.0.0.1:${port}/api/`)
    expect(words).toContain('is it reachable from here?')
  })
})

describe.each(['http', 'socket'] as const)('running over %s', (transport) => {
  let rung: RungProcess

  beforeAll(async () => {
    rung = await start(transport === 'http' ? http() : socket())
  })

  test('reports its health', async () => {
    slack.reach(transport === 'http' ? rung.url : undefined)
    const ana = personOf(slack, 'T1', 'U1')
    await ana.command('C1', '/skills ml-engineer senior')
    await ana.reads('C1', '58 skills')
    const page = async (path: string): Promise<string> => {
      const response = await fetch(`${rung.url}${path}`)
      return `${response.status} ${await response.text()}`
    }
    expect(await page('/healthz')).toBe('200 ok')
    expect(await page('/readyz')).toBe('200 ready')
    // The answer is there before its delivery is counted.
    await expect
      .poll(() => page('/metrics'), { timeout: 10_000 })
      .toMatch(/rung_deliveries_total\{[^}]*kind="command"[^}]*\} 1\n/u)
    expect(await page('/metrics')).toMatch(/rung_platform_calls_total\{[^}]*method="auth\.test"[^}]*\} 1\n/u)
    expect(await page('/nowhere')).toBe('404 nothing is at /nowhere')
  })

  test('stops cleanly on SIGTERM', async () => {
    expect(await rung.stop()).toBe(0)
    expect(rung.complaints()).toEqual([])
  })
})

describe('over HTTP', () => {
  let rung: RungProcess

  beforeAll(async () => {
    rung = await start(http())
    slack.reach(rung.url)
  })

  test('refuses a signature that is too old, from the future, or of another secret', async () => {
    slack.reach(rung.url)
    const payload = {
      command: '/skills',
      text: 'ml-engineer senior',
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: '1.1',
      response_url: `${slack.origin}/respond/none`,
    }
    const send = async (options: { skew?: number; secret?: string }): Promise<string> => {
      const { status, answer } = await slack.deliver('slash_commands', payload, options)
      return `${status} ${typeof answer === 'string' ? answer : 'answered'}`
    }
    expect(await send({})).toBe('200 answered')
    expect(await send({ skew: -290 })).toBe('200 answered')
    expect(await send({ skew: 50 })).toBe('200 answered')
    expect(await send({ skew: -310 })).toMatch(/^401 the signature's time is 31\d s behind this machine's clock/u)
    expect(await send({ skew: 70 })).toMatch(/^401 the signature's time is (?:69|70) s ahead of this machine's clock/u)
    expect(await send({ secret: '0'.repeat(32) })).toMatch(
      /^401 the signature does not match: is SLACK_SIGNING_SECRET/u,
    )
    await rung.logs('the signature does not match')
    // The two stale ones share a line; when the process ends, it logs the number of omitted ones.
    expect(rung.lines.filter((line) => line.includes('a delivery was refused'))).toHaveLength(2)
  })

  /** Sends the headers of a delivery without its body; resolves with the status. */
  async function head(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
    const made = request(`${rung.url}/slack/events`, { method: 'POST', headers })
    made.flushHeaders()
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      made.once('response', resolve).once('error', reject)
    })
    made.destroy()
    return response.statusCode
  }

  test('answers requests that are no deliveries of Slack', async () => {
    const post = async (init: RequestInit): Promise<number> =>
      (await fetch(`${rung.url}/slack/events`, { method: 'POST', ...init })).status
    const unsigned = await fetch(`${rung.url}/slack/events`, { method: 'POST', body: '{}' })
    expect(`${unsigned.status} ${await unsigned.text()}`).toMatch(/^401 .* is missing$/u)
    // The connection of such a client is closed.
    expect(unsigned.headers.get('connection')).toBe('close')
    const headers = {
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
    }
    expect(await post({ body: '{}', headers })).toBe(401)
    expect(await post({ body: '{}', headers: { ...headers, 'x-slack-signature': 'v0=0' } })).toBe(401)
    expect((await fetch(`${rung.url}/slack/events`)).status).toBe(405)
    // None of them waits for a body.
    expect(await head({ 'content-length': '1000' })).toBe(401)
    expect(await head({ ...headers, 'x-slack-signature': 'v0=0', 'content-length': '1000' })).toBe(401)
    expect(await head({ ...headers, 'x-slack-request-timestamp': 'now', 'content-length': '1000' })).toBe(401)
    expect(await head({ ...headers, 'content-length': String(2 * 1024 * 1024) })).toBe(413)
    const verification = await slack.deliver('events_api', { type: 'url_verification', challenge: 'abc' })
    expect(verification).toMatchObject({ status: 200, answer: 'abc' })
    // Slack's certificate check, and a signed body that is no delivery.
    expect((await slack.deliver('slash_commands', { ssl_check: '1', token: 'x' })).status).toBe(200)
    const digest = createHmac('sha256', slack.signingSecret)
      .update(`v0:${headers['x-slack-request-timestamp']}:[]`)
      .digest('hex')
    const signed = { ...headers, 'x-slack-signature': `v0=${digest}` }
    const unread = await fetch(`${rung.url}/slack/events`, { method: 'POST', body: '[]', headers: signed })
    expect(`${unread.status} ${await unread.text()}`).toBe(
      '400 the delivery cannot be read: the body is neither a JSON object nor a form',
    )
  })

  test('refuses a signed delivery without the fields that Slack always sends, with the reason', async () => {
    const send = async (kind: DeliveryKind, payload: Fields): Promise<string> => {
      const { status, answer } = await slack.deliver(kind, payload)
      return `${status} ${typeof answer === 'string' ? answer : ''}`
    }
    const unread = '400 the delivery cannot be read: '
    expect(await send('events_api', {})).toBe(
      `${unread}it is neither an event, a command nor an interaction: it has no type`,
    )
    expect(await send('events_api', { type: 'event_callback' })).toMatch(/^400 [^:]+: event: /u)
    expect(await send('events_api', { type: 'of_next_year' })).toBe('200 ')
    expect(await send('slash_commands', { command: '/skills' })).toMatch(/^400 [^:]+: text: /u)
    expect(await send('interactive', { type: 'block_actions', user: { id: 'U1' }, actions: [] })).toMatch(
      /^400 [^:]+: actions: /u,
    )
    await rung.logs('it has no type')
  })

  test('sends no answer to a URL that is not Slack’s, and the person still gets it', async () => {
    const elsewhere: string[] = []
    const server = createHttpServer((request, response) => {
      elsewhere.push(request.url ?? '')
      response.end('ok')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const misled: FakeSlack = { ...slack, newResponseUrl: () => `http://127.0.0.1:${port}/taken` }
    const [ana, mallory] = [personOf(slack, 'T1', 'U1'), personOf(misled, 'T1', 'U1')]
    await ana.command('C1', '/skills ml-engineer junior')
    const since = slack.world.seq()
    await mallory.press(await ana.reads('C1', 'Junior'), /^Next/u)
    await ana.reads('C1', 'Middle', { since })
    await new Promise((resolve) => server.close(resolve))
    expect(elsewhere).toEqual([])
    await rung.logs('not of Slack')
  })

  test('tells a person which permission is missing', async () => {
    const ana = personOf(slack, 'T1', 'U2')
    const { scopes } = slack.world.team('T1')
    scopes.delete('im:write')
    await ana.command('C1', '/assess ml-engineer')
    await ana.press(await ana.reads('C1', 'Assessment: ML Engineer'), 'Find my level')
    expect(readOf(await ana.reads('C1', 'lacks the scope'))).toContain('im:write')
    scopes.add('im:write').delete('files:write')
    await ana.command('C1', '/profile export')
    expect(readOf(await ana.reads(ana.direct, 'I’m not allowed to upload files'))).toContain('files:write')
    scopes.add('files:write')
  })

  test('answers in a channel that it is not a member of, and in one too private to share into', async () => {
    const ana = personOf(slack, 'T1', 'U1')
    await ana.command('C2', '/skills ml-engineer senior')
    const answer = await ana.reads('C2', '58 skills')
    await ana.press(answer, /^Next/u)
    await ana.reads('C2', 'Lead / Staff')
    // The response URL has expired and the bot may not post here, so the answer goes to the direct message.
    slack.faults.add({ method: 'response_url', kind: '404' })
    await ana.press(await ana.reads('C2', 'Lead / Staff'), /^Next/u)
    expect(readOf(await ana.reads(ana.direct, 'Principal'))).toContain('ML Engineer')
  })

  test('tells a person that the app is no longer authorized', async () => {
    const ana = personOf(slack, 'T1', 'U1')
    const token = slack.world.tokens.get(botToken)
    if (!token) throw new Error('there is a token')
    await ana.command('C1', '/assess ml-engineer')
    const intro = await ana.reads('C1', 'Assessment: ML Engineer')
    token.state = 'revoked'
    await ana.press(intro, 'Find my level')
    await ana.reads('C1', 'no longer authorized')
    token.state = 'valid'
    await slack.deliver('events_api', {
      type: 'event_callback',
      event_id: 'Ev1',
      event_time: Math.floor(Date.now() / 1000),
      team_id: 'T1',
      event: { type: 'app_uninstalled' },
    })
    const since = slack.world.seq()
    await ana.command('C1', '/skills ml-engineer senior')
    expect(readOf(await ana.reads('C1', 'no longer authorized', { since }))).toContain('admin')
  })
})

describe('with a port for operators', () => {
  test('the public one serves only deliveries', async () => {
    const rung = await start({ ...http(), RUNG_OPS_PORT: '0' })
    const [, port] = /"port":(\d+),"msg":"listening for operators"/u.exec(rung.lines.join('\n')) ?? []
    const answers = async (base: string): Promise<readonly number[]> =>
      Promise.all(['healthz', 'readyz', 'metrics'].map(async (path) => (await fetch(`${base}/${path}`)).status))
    expect(await answers(rung.url)).toEqual([200, 404, 404])
    expect(await answers(`http://127.0.0.1:${port}`)).toEqual([200, 200, 200])
    slack.reach(rung.url)
    expect((await personOf(slack, 'T1', 'U1').command('C1', '/skills ml-engineer')).status).toBe(200)
    for (let n = 0; n < 3; n++) await fetch(`${rung.url}/slack/events`, { method: 'POST' })
    expect(await rung.stop()).toBe(0)
    // By now the log has the refusals that were only counted at first.
    expect(rung.lines.filter((line) => line.includes('"notWritten":2'))).toHaveLength(1)
  })
})

describe('over Socket Mode', () => {
  test('loses nothing while Slack renews its connections', async () => {
    const rung = await start(socket())
    slack.reach(undefined)
    const ana = personOf(slack, 'T1', 'U2')
    await slack.world.until('two connections', () => (slack.links() >= 2 ? true : undefined))
    const answers: unknown[] = []
    for (let n = 0; n < 20; n++) {
      if (n % 5 === 2) slack.dropLinks({ most: 1, warn: n % 2 === 0 })
      answers.push((await ana.command('C1', '/skills ml-engineer senior')).status)
      // A connection that is closed within two seconds is not replaced at once.
      await sleep(300)
    }
    expect(answers).toEqual(Array.from({ length: 20 }, () => 200))
    await slack.world.until('two connections again', () => (slack.links() >= 2 ? true : undefined))
    expect(await rung.stop()).toBe(0)
  })

  test('reconnects after an outage of Slack', async () => {
    const rung = await start(socket())
    await slack.world.until('two connections', () => (slack.links() >= 2 ? true : undefined))
    const fault = slack.faults.add({ method: 'apps.connections.open', kind: '500', times: 3 })
    slack.dropLinks({ warn: false })
    await slack.world.until('all refusals', () => (fault.hits() >= 3 ? true : undefined), { ms: 20_000 })
    await slack.world.until('two connections again', () => (slack.links() >= 2 ? true : undefined), { ms: 20_000 })
    const ana = personOf(slack, 'T1', 'U1')
    expect((await ana.command('C1', '/skills')).status).toBe(200)
    expect(await rung.stop()).toBe(0)
  })
})

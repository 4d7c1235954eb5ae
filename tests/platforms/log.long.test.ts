import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf as personInDiscord } from '../fakes/discord/people.ts'
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/server.ts'
import { personOf as personInSlack } from '../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts'
import { isFields } from './json.ts'
import { environmentFor, type RungProcess, startRung } from './rung.ts'

// What an operator reads of deliveries that go wrong: whose they were, and nothing that was written. Every level is on.

const WORDS = 'flurble zebrafish quartzite'

/** Lines of the log that have a text, as data. */
async function linesWith(rung: RungProcess, text: string): Promise<readonly unknown[]> {
  await rung.logs(text)
  return rung.lines.filter((line) => line.includes(text)).map((line): unknown => JSON.parse(line))
}

/** An answer is there before its delivery is counted. */
const SOON = { timeout: 10_000 }

async function resultsOf(rung: RungProcess, kind: string): Promise<readonly string[]> {
  const metrics = await (await fetch(`${rung.url}/metrics`)).text()
  const counted = metrics.split('\n').filter((line) => line.startsWith('rung_deliveries_total{') && line.includes(kind))
  return counted.map((line) => /result="(\w+)"/u.exec(line)?.[1] ?? '')
}

function expectNothingWritten(rung: RungProcess): void {
  expect(rung.lines.length).toBeGreaterThan(0)
  for (const word of WORDS.split(' ')) expect(rung.lines.filter((line) => line.includes(word))).toEqual([])
}

describe.each(['http', 'socket'] as const)('Slack over %s', (transport) => {
  let slack: FakeSlack
  let rung: RungProcess

  beforeAll(async () => {
    slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    rung = await startRung({ ...environmentFor(slack, transport, botToken), LOG_LEVEL: 'trace' })
    slack.reach(transport === 'http' ? rung.url : undefined)
    if (transport === 'socket') await slack.world.until('connected', () => (slack.links() >= 1 ? true : undefined))
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  test('counts what a person got wrong as that, and not as a failure of Rung', async () => {
    const ana = personInSlack(slack, 'T1', 'U1')
    await ana.command('C1', `/skills ${WORDS}`)
    await ana.say(`/skills ${WORDS}`)
    await ana.reads(ana.direct, WORDS)
    await expect.poll(() => resultsOf(rung, 'kind="command"'), SOON).toEqual(['user_error'])
    await expect.poll(() => resultsOf(rung, 'kind="text"'), SOON).toEqual(['user_error'])
  })

  test('names workspace, person and delivery of a failure', async () => {
    const bo = personInSlack(slack, 'T1', 'U2')
    slack.faults.add({ method: 'chat.postMessage', kind: 'error:fatal_error', times: 20, channel: bo.direct })
    await bo.say(WORDS)
    const lines = await linesWith(rung, 'an event could not be answered')
    expect(lines[0]).toMatchObject({
      level: 'warn',
      platform: 'slack',
      workspace: 'T1',
      user: 'U2',
      delivery: expect.stringMatching(/^Ev/u),
    })
    await expect.poll(() => resultsOf(rung, 'kind="text"'), { timeout: 20_000 }).toContain('failed')
  })

  test('logs nothing of what was written, at any level', () => {
    expect(rung.lines.filter((line) => line.includes('"level":"trace"')).length).toBeGreaterThan(0)
    expectNothingWritten(rung)
  })
})

test('an OAuth code is in no line of the log', async () => {
  const slack = await startFakeSlack()
  slack.world.addTeam({ id: 'T1' })
  const rung = await startRung({
    ...environmentFor(slack, 'http'),
    SLACK_CLIENT_ID: slack.client.id,
    SLACK_CLIENT_SECRET: slack.client.secret,
    SLACK_STATE_SECRET: 'a secret to sign states with, of some length',
    RUNG_SECRET: 'a secret to seal tokens with of some length',
    PUBLIC_URL: 'http://rung.example',
    LOG_LEVEL: 'trace',
  })
  slack.codes.set('zebrafish-code', { team: 'T1', rotate: false })
  for (const code of ['zebrafish-code', 'quartzite-code']) {
    const installPage = await fetch(`${rung.url}/slack/install`, { redirect: 'manual' })
    const address = new URL(`${rung.url}/slack/oauth_redirect`)
    address.searchParams.set(
      'state',
      new URL(installPage.headers.get('location') ?? '').searchParams.get('state') ?? '',
    )
    address.searchParams.set('code', code)
    const cookie = (installPage.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    await (await fetch(address, { headers: { cookie } })).text()
  }
  expect(await rung.logs('an installation failed')).toContain('an installation failed')
  expectNothingWritten(rung)
  await rung.stop()
  await slack.close()
})

describe('Discord', () => {
  const HERE = { server: '800000000000000001', channel: '810000000000000001' }
  let discord: FakeDiscord
  let rung: RungProcess

  beforeAll(async () => {
    discord = await startFakeDiscord()
    discord.servers.set(HERE.server, new Map())
    rung = await startRung({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      PORT: '0',
      LOG_LEVEL: 'trace',
    })
  })
  afterAll(async () => {
    await rung?.stop()
    await discord?.close()
  })

  test('counts what a person got wrong as that, and not as a failure of Rung', async () => {
    const ana = personInDiscord(discord, { id: '100000000000000001', where: HERE })
    await ana.command('skills', { skill: WORDS })
    await ana.reads(HERE, 'flurble')
    ana.say(`/skills ${WORDS}`)
    await ana.reads('direct', 'flurble')
    await expect.poll(() => resultsOf(rung, 'kind="command"'), SOON).toEqual(['user_error'])
    await expect.poll(() => resultsOf(rung, 'kind="text"'), SOON).toEqual(['user_error'])
  })

  test('names server, person and delivery of a failure, and leaves out the request that the library’s error carries', async () => {
    const bo = personInDiscord(discord, { id: '100000000000000002', where: HERE })
    discord.faults.add({ method: 'createMessage', kind: 'error:50035', times: 20 })
    bo.say(`/skills ${WORDS}`)
    const [typed] = await linesWith(rung, 'a direct message could not be answered')
    expect(typed).toMatchObject({ platform: 'discord', user: bo.id, delivery: expect.stringMatching(/^\d{15,}$/u) })
    expect(isFields(typed) && typed['err']).toMatchObject({ code: 50_035, requestBody: '[content]' })
    discord.faults.clear()

    discord.faults.add({ method: 'callback', kind: 'error:50035', times: 20 })
    await bo.command('skills', { skill: WORDS }).catch(() => undefined)
    const [used] = await linesWith(rung, 'an interaction could not be answered')
    expect(used).toMatchObject({
      platform: 'discord',
      workspace: HERE.server,
      user: bo.id,
      delivery: expect.stringMatching(/^\d{15,}$/u),
    })
    expectNothingWritten(rung)
  })
})

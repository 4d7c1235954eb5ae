import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forge, proposalOn } from '../../fakes/slack/forged.ts'
import { labelsOf, personOf, readOf } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

const PUBLIC = 'http://rung.example'
const SECRET = 'a secret to seal tokens with of some length'

let slack: FakeSlack

function environment(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    ...environmentFor(slack, 'http'),
    SLACK_CLIENT_ID: slack.client.id,
    SLACK_CLIENT_SECRET: slack.client.secret,
    SLACK_STATE_SECRET: 'a secret to sign states with, of some length',
    RUNG_SECRET: SECRET,
    PUBLIC_URL: PUBLIC,
    ...more,
  }
}

interface StartedInstall {
  readonly state: string
  readonly cookie: string
  readonly location: URL
}

async function begin(rung: RungProcess): Promise<StartedInstall> {
  const response = await fetch(`${rung.url}/slack/install`, { redirect: 'manual' })
  expect(response.status).toBe(302)
  const location = new URL(response.headers.get('location') ?? '')
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { state: location.searchParams.get('state') ?? '', cookie, location }
}

async function comeBack(
  rung: RungProcess,
  { state, cookie }: Pick<StartedInstall, 'state' | 'cookie'>,
  query: Readonly<Record<string, string>>,
  language = 'en',
): Promise<{ readonly status: number; readonly text: string }> {
  const address = new URL(`${rung.url}/slack/oauth_redirect`)
  for (const [name, value] of Object.entries({ state, ...query })) address.searchParams.set(name, value)
  const response = await fetch(address, { headers: { cookie, 'accept-language': language } })
  return { status: response.status, text: await response.text() }
}

/** Installs the app in a workspace, as its admin does. */
async function install(rung: RungProcess, team: string, rotate = false): Promise<void> {
  const code = `code-${team}-${Math.random()}`
  slack.codes.set(code, { team, rotate })
  const { status, text } = await comeBack(rung, await begin(rung), { code })
  expect([status, text]).toEqual([200, expect.stringContaining(`Rung is installed in Workspace ${team}`)])
}

async function asks(team: string, user = 'U1'): Promise<string> {
  const ana = personOf(slack, team, user)
  const since = slack.world.seq()
  await ana.command('C1', '/skills ml-engineer senior')
  return readOf(await ana.reads('C1', /./u, { since }))
}

const removal = (team: string, at: number, event: Readonly<Record<string, unknown>>) => ({
  type: 'event_callback',
  event_id: `Ev${Math.random()}`,
  event_time: Math.floor(at / 1000),
  team_id: team,
  event,
})

beforeAll(async () => {
  slack = await startFakeSlack()
  for (const id of ['T1', 'T2', 'T3', 'T4', 'T5', 'T6']) slack.world.addTeam({ id })
})
afterAll(() => slack?.close())

describe('one Rung for many workspaces', () => {
  let rung: RungProcess
  let home: string

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rung-many-'))
    rung = await startRung(environment({ RUNG_HOME: home, SLACK_PROPOSALS_CHANNEL: 'T1/C1' }))
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await rm(home, { recursive: true, force: true })
  })

  test('greets the person who installs it, with what to set up next', async () => {
    await install(rung, 'T6')
    const installer = personOf(slack, 'T6', 'U1')
    const greeting = await installer.reads(installer.direct, 'Rung is installed')
    expect(readOf(greeting)).toContain('proposals channel')
    expect(labelsOf(greeting)).toContain('What can I ask?')
  })

  test('redirects a browser to Slack with the scopes of the app', async () => {
    const { location } = await begin(rung)
    expect(location.origin + location.pathname).toBe(`${slack.origin}/oauth/v2/authorize`)
    expect(location.searchParams.get('client_id')).toBe(slack.client.id)
    expect(location.searchParams.get('redirect_uri')).toBe(`${PUBLIC}/slack/oauth_redirect`)
    expect(location.searchParams.get('scope')?.split(',')).toContain('chat:write')
  })

  test('answers no one before the installation, and everyone in the workspace after it', async () => {
    expect(await asks('T1')).toContain('no longer authorized')
    await install(rung, 'T1')
    expect(await asks('T1')).toContain('58 skills')
    expect(await asks('T2')).toContain('no longer authorized')
  })

  test('separates workspaces in which people have the same id', async () => {
    await install(rung, 'T2')
    const [one, two] = [personOf(slack, 'T1', 'U2'), personOf(slack, 'T2', 'U2')]
    await one.say('/assess ml-engineer')
    await one.press(await one.reads(one.direct, 'Assessment: ML Engineer'), 'Find my level')
    await one.reads(one.direct, 'Question 1')
    await two.openHome()
    expect(readOf(await two.home('What a role expects'))).not.toContain('Your assessment')
    await one.openHome()
    await one.home('Your assessment: ML Engineer')
    await one.say('3')
    await one.reads(one.direct, 'Question 2')
    expect(two.sees(two.direct)).toEqual([])
  })

  test('keeps the proposals of a workspace to itself', async () => {
    const [one, two] = [personOf(slack, 'T1', 'U1'), personOf(slack, 'T2', 'U1')]
    await one.command('C1', '/propose ml-engineer senior redis advanced because we can')
    const card = await one.reads('C1', /^#1 · Redis[\s\S]*With the experts/u, { ms: 10_000 })
    const id = proposalOn(card)
    expect(id).not.toBe('')
    for (const line of ['/propose ml-engineer senior aws advanced because we can', '/proposals', '/proposals 1']) {
      const since = slack.world.seq()
      await two.command('C1', line)
      expect(readOf(await two.reads('C1', /./u, { since }))).toContain('Another community maintains this ladder')
    }
    // The buttons of a card from another workspace.
    const own = two.write('C1', 'A message in their own workspace')
    for (const payload of [`1v:s:${id}`, `1v:n:${id}:1`, `1v:v:${id}:1:for`, `1v:a:${id}`]) {
      expect(await forge(slack, two, own, payload)).toContain('Another community maintains this ladder')
    }
    const refused = (): number =>
      rung.lines.filter((line) => line.includes('action not allowed') && line.includes('"why":"elsewhere"')).length
    // The log line is written a moment later.
    await expect.poll(refused, { timeout: 10_000 }).toBe(7)
    const since = slack.world.seq()
    await one.command('C1', '/proposals 1')
    expect(readOf(await one.reads('C1', /Redis/u, { since }))).toMatch(/0 of \d+ approvals?/u)
  })

  test('accepts a state once, in the same browser, in time and unchanged', async () => {
    const stale = expect.stringContaining('opened too late, twice, or in a different browser')
    const good = await begin(rung)
    slack.codes.set('one', { team: 'T3', rotate: false })
    expect(await comeBack(rung, { ...good, cookie: '' }, { code: 'one' })).toEqual({ status: 400, text: stale })
    const other = await begin(rung)
    expect(await comeBack(rung, { ...good, cookie: other.cookie }, { code: 'one' })).toEqual({
      status: 400,
      text: stale,
    })
    const [until = '', ...rest] = good.state.split('.')
    const longer = [`${until}0`, ...rest].join('.')
    const forged = { state: longer, cookie: `rung_slack_install=${longer}` }
    expect(await comeBack(rung, forged, { code: 'one' })).toEqual({ status: 400, text: stale })
    expect((await comeBack(rung, good, { code: 'one' })).status).toBe(200)
    slack.codes.set('one', { team: 'T3', rotate: false })
    expect(await comeBack(rung, good, { code: 'one' })).toEqual({ status: 400, text: stale })
  })

  test('explains a failed installation in the language of the browser', async () => {
    const denied = await comeBack(rung, await begin(rung), { error: 'access_denied' }, 'es-ES,es;q=0.9')
    expect(denied).toEqual({ status: 403, text: expect.stringContaining('Slack no ha instalado Rung (access_denied)') })
    expect(denied.text).toContain(`href="${PUBLIC}/slack/install"`)
    const failed = await comeBack(rung, await begin(rung), { code: 'nonsense' })
    expect(failed).toEqual({ status: 502, text: expect.stringContaining('(invalid_code)') })
    for (let n = 0; n < 5; n++) await comeBack(rung, await begin(rung), { code: 'nonsense' })
    await rung.logs('an installation failed')
    expect(rung.lines.filter((line) => line.includes('an installation failed'))).toHaveLength(1)
    const odd = await comeBack(rung, await begin(rung), { error: '<script>alert(1)</script>' })
    expect(odd.text).not.toContain('<script>')
  })

  test('deletes the tokens of a workspace that removes the app, and of no other', async () => {
    await install(rung, 'T4')
    expect(await asks('T4')).toContain('58 skills')
    const before = Date.now() - 60_000
    await slack.deliver('events_api', removal('T4', before, { type: 'app_uninstalled' }))
    // It has been installed again: the removal event arrived late.
    expect(await asks('T4')).toContain('58 skills')
    await slack.deliver('events_api', removal('T4', Date.now(), { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }))
    expect(await asks('T4')).toContain('58 skills')
    await slack.deliver('events_api', removal('T4', Date.now(), { type: 'tokens_revoked', tokens: { bot: ['UB'] } }))
    expect(await asks('T4')).toContain('no longer authorized')
    expect(await asks('T1')).toContain('58 skills')
  })

  test('keeps tokens encrypted, across a restart and a new secret', async () => {
    await rung.stop()
    const stored = await contentsOf(home)
    expect(stored).toContain('slack%2Finstallation%2FT1')
    expect(stored).toContain('removed%2Fslack%2FT4')
    expect(stored).not.toContain('xoxb')
    rung = await startRung(
      environment({ RUNG_HOME: home, RUNG_SECRET: `another secret that is as long as it must be,${SECRET}` }),
    )
    slack.reach(rung.url)
    expect(await asks('T1')).toContain('58 skills')
    await rung.stop()
    // Tokens that were read are encrypted again and no longer need the former secret. The others still need it.
    rung = await startRung(
      environment({ RUNG_HOME: home, RUNG_SECRET: 'another secret that is as long as it must be' }),
    )
    slack.reach(rung.url)
    expect(await asks('T1')).toContain('58 skills')
    expect(await asks('T3')).toContain('no longer authorized')
    const why = 'it was encrypted with a secret that is not in RUNG_SECRET'
    expect(await rung.logs(why)).toContain(why)
    await rung.stop()
    rung = await startRung(environment({ RUNG_HOME: home }))
    slack.reach(rung.url)
  })
})

async function contentsOf(home: string): Promise<string> {
  const folder = join(home, 'store')
  const files = await readdir(folder)
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('\n')
}

describe.skipIf(!hasRedis())('two processes for many workspaces', () => {
  let redis: RedisServer
  let processes: RungProcess[] = []

  beforeAll(async () => {
    redis = await startRedis()
    const own = environment({ REDIS_URL: redis.url })
    processes = await Promise.all([startRung(own), startRung(own)])
  })
  afterAll(async () => {
    await Promise.all(processes.map((rung) => rung.stop()))
    await redis?.stop()
  })

  test('share their installations', async () => {
    const [one, two] = processes
    if (!one || !two) throw new Error('there are two')
    slack.reach(one.url)
    await install(one, 'T5', true)
    slack.reach(two.url)
    expect(await asks('T5')).toContain('58 skills')
  })

  test('renew a token that is about to expire once between them', async () => {
    const [one, two] = processes
    if (!one || !two) throw new Error('there are two')
    const grant = slack.lifeOfTokens
    slack.lifeOfTokens = 60
    slack.reach(one.url)
    await install(one, 'T6', true)
    slack.lifeOfTokens = grant
    const exchanges = (): number =>
      slack.made.filter(({ method, args }) => method === 'oauth.v2.access' && args['grant_type'] === 'refresh_token')
        .length
    const before = exchanges()
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        slack.reach(processes[n % 2]?.url)
        return asks('T6', n % 2 ? 'U1' : 'U2')
      }),
    )
    expect(answers.every((answer) => answer.includes('58 skills'))).toBe(true)
    expect(exchanges()).toBe(before + 1)
    expect(await asks('T6')).toContain('58 skills')
    expect(exchanges()).toBe(before + 1)
  })

  test.each(['revoked', 'expired', 'unknown'] as const)(
    'use the new token at once after one of them has it, the old one being %s',
    async (state) => {
      const [one, two] = processes
      if (!one || !two) throw new Error('there are two')
      const team = `T${['revoked', 'expired', 'unknown'].indexOf(state) + 7}`
      slack.world.addTeam({ id: team })
      slack.reach(one.url)
      await install(one, team, true)
      slack.reach(two.url)
      expect(await asks(team)).toContain('58 skills')
      for (const [token, stored] of slack.world.tokens) {
        if (stored.team !== team) continue
        if (state === 'unknown') slack.world.tokens.delete(token)
        else stored.state = state
      }
      slack.reach(one.url)
      await install(one, team, true)
      slack.reach(two.url)
      const ana = personOf(slack, team, 'U1')
      await ana.say('/assess ml-engineer')
      await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
      await ana.reads(ana.direct, 'Question 1')
      // If no stored token works, the person gets an error.
      for (const stored of slack.world.tokens.values()) if (stored.team === team) stored.state = 'revoked'
      const since = slack.world.seq()
      await ana.command('C1', '/assess docker')
      await ana.command('C1', '/profile export')
      expect(readOf(await ana.reads('C1', 'no longer authorized', { since }))).toContain('admin')
    },
  )

  test('say that the store is unavailable, not that a workspace is not authorized', async () => {
    const [one] = processes
    if (!one) throw new Error('there is one')
    slack.reach(one.url)
    await install(one, 'T5')
    // Another process, which has not read the workspace yet.
    const other = await startRung(environment({ REDIS_URL: redis.url }))
    processes = [...processes, other]
    slack.reach(other.url)
    await redis.kill()
    expect(await asks('T5')).toContain('I can’t reach my storage right now')
    // The first process still has it cached.
    slack.reach(one.url)
    expect(await asks('T5')).toContain('58 skills')
    await redis.restart()
  })
})

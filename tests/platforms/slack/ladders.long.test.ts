import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forge, proposalOn } from '../../fakes/slack/forged.ts'
import { labelsOf, personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { fixtureCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Two workspaces with a ladder each, and two processes that handle their deliveries in turn.

const PUBLIC = 'http://rung.example'
const OWNER = 'UOWNER'

describe.skipIf(!hasRedis())('two workspaces with ladders of their own', () => {
  let slack: FakeSlack
  let redis: RedisServer
  let processes: readonly RungProcess[] = []
  let serving = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    redis = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    for (const id of ['T1', 'T2']) {
      const users = [{ id: OWNER, administers: 'owner' as const }, ...['U1', 'U2', 'U3'].map((user) => ({ id: user }))]
      slack.world.addTeam({ id, users, channels: [{ id: 'C1' }, { id: 'C2' }] })
    }
    const environment = {
      ...environmentFor(slack, 'http'),
      SLACK_CLIENT_ID: slack.client.id,
      SLACK_CLIENT_SECRET: slack.client.secret,
      SLACK_STATE_SECRET: 'a secret to sign states with, of some length',
      RUNG_SECRET: 'a secret to seal tokens with of some length',
      PUBLIC_URL: PUBLIC,
      REDIS_URL: redis.url,
      RUNG_DATA: `engineering=${ownCatalog}, backend=${fixtureCatalog}`,
      RUNG_WORKSPACE_LADDERS: 'slack/T2=backend',
      SLACK_PROPOSALS_CHANNEL: 'T1/C2',
    }
    processes = [await startRung(environment), await startRung(environment)]
    turn()
    for (const team of ['T1', 'T2']) await install(team)
  })
  afterAll(async () => {
    await Promise.all(processes.map((rung) => rung.stop()))
    await slack?.close()
    await redis?.stop()
  })

  /** Sends the next deliveries to the other process. */
  function turn(): void {
    serving += 1
    slack.reach(processes[serving % processes.length]?.url)
  }

  async function install(team: string): Promise<void> {
    const [rung] = processes
    const started = await fetch(`${rung?.url}/slack/install`, { redirect: 'manual' })
    const state = new URL(started.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const cookie = (started.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    slack.codes.set(`code-${team}`, { team, rotate: false })
    const query = new URLSearchParams({ state, code: `code-${team}` })
    const done = await fetch(`${rung?.url}/slack/oauth_redirect?${String(query)}`, { headers: { cookie } })
    expect(done.status).toBe(200)
  }

  const person = (team: string, id: string): SlackPerson => personOf(slack, team, id)

  /** What a command is answered with, in the process whose turn it is. */
  async function answerTo(asker: SlackPerson, line: string, text: RegExp = /./u, channel = 'C1'): Promise<string> {
    const since = slack.world.seq()
    turn()
    await asker.command(channel, line)
    return readOf(await asker.reads(channel, text, { since }))
  }

  test('the same look-up is answered from the ladder of the workspace, also from the cache', async () => {
    for (let round = 0; round < 4; round += 1) {
      expect(await answerTo(person('T1', 'U1'), '/skills')).toContain('ML Engineer')
      expect(await answerTo(person('T2', 'U1'), '/skills')).toContain('Backend Engineer')
      expect(await answerTo(person('T1', 'U1'), '/skills kafka')).toContain('Apache Kafka')
      expect(await answerTo(person('T2', 'U1'), '/skills kafka')).not.toContain('Apache')
    }
  })

  test('assessments, the home page and direct messages are of the ladder of the workspace', async () => {
    for (const [team, role, name] of [
      ['T1', 'ml-engineer', 'ML Engineer'],
      ['T2', 'backend-engineer', 'Backend Engineer'],
    ] as const) {
      const ana = person(team, 'U2')
      await ana.say(`/assess ${role}`)
      await ana.press(await ana.reads(ana.direct, `Assessment: ${name}`), 'Find my level')
      await ana.reads(ana.direct, 'Question 1')
      turn()
      await ana.say('3')
      await ana.reads(ana.direct, 'Question 2')
      await ana.openHome()
      expect(readOf(await ana.home('Your assessment'))).toContain(name)
    }
  })

  test('each ladder has a proposals channel of its own, and votes on one never touch the other', async () => {
    const [one, two] = [person('T1', 'U1'), person('T2', 'U1')]
    expect(await answerTo(two, '/proposals')).toContain('aren’t set up here yet')
    await answerTo(person('T2', OWNER), '/rung channel <#C2|cards>', /Saved/u)
    await expect
      .poll(() => answerTo(two, '/proposals'), { timeout: 30_000, interval: 1000 })
      .toMatch(/No open proposals|Nothing/u)
    await answerTo(one, '/propose ml-engineer senior redis advanced because we can', /This is proposal #1/u)
    await answerTo(two, '/propose backend-engineer senior sql expert because we must', /This is proposal #1/u)
    const first = await one.reads('C2', /^#1 · Redis/u, { ms: 15_000 })
    const second = await two.reads('C2', /^#1 · SQL/iu, { ms: 15_000 })
    expect(labelsOf(first).length).toBeGreaterThan(0)
    expect(await answerTo(one, '/proposals')).not.toContain('SQL')
    expect(await answerTo(two, '/proposals')).not.toContain('Redis')
    // Experts of one community have no voice in the other, even with the payloads of its card.
    await answerTo(person('T2', OWNER), '/rung experts <@U3|u3>', /Saved/u)
    const expert = person('T2', 'U3')
    const own = expert.write('C1', 'A message in their own workspace')
    expect(await forge(slack, expert, own, `1v:a:${proposalOn(first)}`)).toContain('Another community')
    await expect
      .poll(() => forge(slack, expert, own, `1v:a:${proposalOn(second)}`), { timeout: 30_000, interval: 1000 })
      .toContain('You approved')
    await two.reads('C2', /^#1 · SQL[\s\S]*Live/iu, { ms: 15_000 })
    expect(await answerTo(two, '/skills backend-engineer senior sql')).toContain('Expert')
    expect(await answerTo(one, '/proposals 1')).toMatch(/Redis[\s\S]*0 of \d+ approvals?/u)
  })

  test('an admin chooses another ladder in chat, for every process; what was begun on the former one is not lost', {
    timeout: 120_000,
  }, async () => {
    const [ana, owner, expert] = [person('T1', 'U2'), person('T1', OWNER), person('T1', 'U3')]
    /** Waits until both processes answer from a ladder. */
    const uses = async (role: string): Promise<void> => {
      await expect
        .poll(async () => [await answerTo(ana, '/skills'), await answerTo(ana, '/skills')], {
          timeout: 15_000,
          interval: 500,
        })
        .toEqual([expect.stringContaining(role), expect.stringContaining(role)])
    }
    const card = await ana.reads(ana.direct, 'Question 2')
    expect(await answerTo(person('T1', 'U1'), '/rung ladder')).toMatch(/Only admins can choose[\s\S]*engineering/u)
    turn()
    await owner.command('C1', '/rung ladder')
    await owner.press(await owner.reads('C1', /engineering · in use here/u), 'Use backend')
    await owner.reads('C1', /backend · in use here/u)
    await uses('Backend Engineer')
    expect(await answerTo(ana, '/proposals')).toContain('Another community')

    // The card of the former ladder's proposal still reaches it; its assessment waits.
    const since = slack.world.seq()
    await ana.press(card, /^2 /u)
    await ana.reads(ana.direct, /Older messages belong to engineering/u, { since })
    const written = expert.write('C1', 'A message in their workspace')
    const posted = await expert.reads('C2', /^#1 · Redis/u)
    expect(await forge(slack, expert, written, `1v:s:${proposalOn(posted)}`)).toContain('Redis')

    await answerTo(owner, '/rung ladder engineering', /engineering · in use here/u)
    await uses('ML Engineer')
    await ana.press(card, /^2 /u)
    await ana.reads(ana.direct, 'Question 3')
  })

  test('the process says how it is, and nothing was sent that the platform refuses', async () => {
    for (const { url } of processes) {
      const ready = await fetch(`${url}/readyz`)
      expect([ready.status, await ready.text()]).toEqual([200, 'ready'])
      expect(await (await fetch(`${url}/metrics`)).text()).toContain('rung_catalog_problems 0')
    }
    expect([slack.violations, slack.unexpected]).toEqual([[], []])
  })
})

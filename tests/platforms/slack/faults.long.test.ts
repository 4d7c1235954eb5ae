import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaultOptions } from '../faults.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'
import { personOf, readOf, type SlackPerson } from './double/people.ts'
import { type SlackDouble, startSlack } from './double/server.ts'

// What goes wrong with one request to Slack, on each way in use: the person gets an answer or a clear word, and nothing
// stands there twice.

type Kind = FaultOptions['kind']
const KINDS: readonly Kind[] = ['429', '500', 'hang', 'reset', 'lost', 'garbage', 'error:internal_error']

/** What the person may be told instead of an answer. */
const TOLD =
  /Slack did not confirm that my answer arrived|Slack did not let me do that|Slack closed the window|did not respond|One moment, this takes longer/u

interface Scenario {
  /** What fails, of what the app calls. */
  readonly method: string
  /** Gets a person there; what is asked for then meets the fault. */
  prepare?(ana: SlackPerson, slack: SlackDouble): Promise<unknown>
  act(ana: SlackPerson): Promise<unknown>
  /** Where the answer is looked for, and what it says. */
  readonly where: 'channel' | 'direct' | 'modal' | 'home'
  readonly answer: RegExp
  /** Faults that must not keep the answer from coming. */
  readonly comes?: readonly Kind[]
}

const started = async (ana: SlackPerson): Promise<void> => {
  await ana.say('/assess ml-engineer')
  await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Start')
  await ana.reads(ana.direct, 'Question 1')
}
const card = (ana: SlackPerson) => ana.reads(ana.direct, /Question \d/u)

/** All that can be asked again without harm. */
const ALL = KINDS
/** Where nobody can say whether it has happened. */
const LIMITED: readonly Kind[] = ['429']

const SCENARIOS: readonly Scenario[] = [
  {
    method: 'users.info',
    act: (ana) => ana.command('C1', '/skills ml-engineer senior'),
    where: 'channel',
    answer: /58 expectations/u,
    comes: ALL,
  },
  {
    method: 'conversations.open',
    prepare: (ana) => ana.command('C1', '/assess ml-engineer'),
    act: async (ana) => ana.press(await ana.reads('C1', 'Assessment: ML Engineer'), 'Start'),
    where: 'direct',
    answer: /Question 1/u,
    comes: ALL,
  },
  {
    method: 'chat.postMessage',
    act: (ana) => ana.say('/skills ml-engineer senior'),
    where: 'direct',
    answer: /58 expectations/u,
    comes: ALL,
  },
  {
    method: 'conversations.history',
    act: (ana) => ana.say('/skills ml-engineer senior'),
    where: 'direct',
    answer: /58 expectations/u,
    comes: ALL,
    async prepare(_, slack) {
      slack.faults.add({ method: 'chat.postMessage', kind: 'lost' })
      await Promise.resolve()
    },
  },
  {
    method: 'response_url',
    prepare: started,
    act: async (ana) => ana.press(await card(ana), 'Working'),
    where: 'direct',
    answer: /Question 2/u,
    comes: ALL,
  },
  {
    method: 'chat.update',
    async prepare(ana, slack) {
      await started(ana)
      slack.faults.add({ method: 'response_url', kind: '404' })
    },
    act: async (ana) => ana.press(await card(ana), 'Working'),
    where: 'direct',
    answer: /Question 2/u,
    comes: ALL,
  },
  {
    method: 'chat.postEphemeral',
    async prepare(ana, slack) {
      await ana.command('C1', '/skills ml-engineer junior')
      await ana.reads('C1', 'Junior')
      slack.faults.add({ method: 'response_url', kind: '404' })
    },
    act: async (ana) => ana.press(await ana.reads('C1', 'ML Engineer · Junior'), /^Next/u),
    where: 'channel',
    answer: /ML Engineer · Middle/u,
    comes: LIMITED,
  },
  {
    method: 'views.open',
    prepare: started,
    act: async (ana) => ana.press(await card(ana), 'Add evidence'),
    where: 'modal',
    answer: /Structured Logging/u,
    comes: LIMITED,
  },
  {
    method: 'views.publish',
    act: (ana) => ana.openHome(),
    where: 'home',
    answer: /What a role expects/u,
    comes: ALL,
  },
  ...['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'].map(
    (method): Scenario => ({
      method,
      prepare: started,
      act: (ana) => ana.command('C1', '/profile export'),
      where: 'direct',
      answer: /<rung-profile-.*\.json>/u,
      comes: method === 'upload' ? ['500', 'reset', 'lost'] : ALL,
    }),
  ),
]

describe.concurrent.each(SCENARIOS)('when $method fails', (scenario) => {
  let slack: SlackDouble
  let rung: RungProcess
  let people = 0

  beforeAll(async () => {
    slack = await startSlack()
    const users = Array.from({ length: 40 }, (_, n) => ({ id: `U${n}` }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'C1' }] })
    rung = await startRung(environmentFor(slack, 'http', botToken))
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  test.each(KINDS)('with %s', { concurrent: false }, async (kind) => {
    people += 1
    const ana = personOf(slack, 'T1', `U${people}`)
    // The language of everybody else is known by then; who it is asked for is the one whose question it is.
    if (scenario.method !== 'users.info') {
      await ana.command('C1', '/skills')
      await ana.reads('C1', 'ML Engineer')
    }
    await scenario.prepare?.(ana, slack)
    const since = slack.world.seq()
    const fault = slack.faults.add({ method: scenario.method, kind })
    const from = slack.made.length
    await scenario.act(ana)

    const views = (): readonly string[] => {
      const home = slack.world.home('T1', ana.id)
      return [
        ...(home && scenario.where === 'home' ? [readOf(home)] : []),
        ...(scenario.where === 'modal' ? slack.world.modals('T1', ana.id).map(readOf) : []),
      ]
    }
    const said = (): readonly string[] => {
      const messages = ana.sees(scenario.where === 'channel' ? 'C1' : ana.direct).filter(({ seq }) => seq > since)
      return [...messages.map(readOf), ...views()]
    }
    const told = (): boolean =>
      [...ana.sees('C1'), ...ana.sees(ana.direct)].some((message) => message.seq > since && TOLD.test(readOf(message)))
    const count = (): number => said().filter((text) => scenario.answer.test(text)).length

    await slack.world.until(
      'an answer or a word about it',
      () => (count() > 0 ? 'answered' : told() ? 'told' : undefined),
      { ms: 60_000, seen: () => said().join('\n---\n').slice(0, 500) },
    )
    expect(fault.hits()).toBe(1)
    if (scenario.comes?.includes(kind)) {
      await slack.world.until('the answer', () => (count() > 0 ? true : undefined), { ms: 60_000 })
    }
    // Whatever is still under way must not bring a second one.
    await sleep(1500)
    expect(count()).toBeLessThanOrEqual(1)
    expect(slack.violations).toEqual([])
    expect(slack.made.length).toBeGreaterThan(from)
  })
})

describe('when Slack asks to wait', () => {
  let slack: SlackDouble
  let rung: RungProcess

  beforeAll(async () => {
    slack = await startSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    rung = await startRung(environmentFor(slack, 'http', botToken))
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  test('one conversation waits, in order, and no other does', async () => {
    const [ana, bo] = [personOf(slack, 'T1', 'U1'), personOf(slack, 'T1', 'U2')]
    slack.faults.add({ method: 'chat.postMessage', kind: '429', retryAfter: 4, channel: ana.direct })
    const first = ana.say('/skills ml-engineer junior')
    await slack.world.until('the refusal', () => slack.made.find(({ method }) => method === 'chat.postMessage'))
    const second = ana.say('/skills ml-engineer senior')
    await bo.say('/skills ml-engineer middle')
    await bo.reads(bo.direct, 'ML Engineer · Middle')
    expect(ana.sees(ana.direct).filter(({ fromBot }) => fromBot)).toHaveLength(0)
    await Promise.all([first, second])
    await ana.reads(ana.direct, 'ML Engineer · Senior', { ms: 15_000 })
    const own = ana.sees(ana.direct).filter(({ fromBot }) => fromBot)
    expect(own.map((message) => /Junior|Senior/u.exec(readOf(message))?.[0])).toEqual(['Junior', 'Senior'])
  })
})

describe('when what happens once meets a fault', () => {
  let slack: SlackDouble

  beforeAll(async () => {
    slack = await startSlack()
    slack.world.addTeam({ id: 'T1' })
  })
  afterAll(() => slack?.close())

  test.each(KINDS)('it starts all the same: auth.test with %s', async (kind) => {
    const { botToken } = slack.world.team('T1')
    const fault = slack.faults.add({ method: 'auth.test', kind })
    const rung = await startRung(environmentFor(slack, 'http', botToken))
    expect(fault.hits()).toBe(1)
    expect(await rung.stop()).toBe(0)
  })

  test.each(KINDS)('and connects: apps.connections.open with %s', async (kind) => {
    const { botToken } = slack.world.team('T1')
    const fault = slack.faults.add({ method: 'apps.connections.open', kind })
    const rung = await startRung(environmentFor(slack, 'socket', botToken))
    await slack.world.until('two connections', () => (slack.links() >= 2 ? true : undefined), { ms: 40_000 })
    expect(fault.hits()).toBe(1)
    expect(await rung.stop()).toBe(0)
  })

  test.each(KINDS)('who installs it is told: oauth.v2.access with %s', async (kind) => {
    const rung = await startRung({
      ...environmentFor(slack, 'http'),
      SLACK_CLIENT_ID: slack.client.id,
      SLACK_CLIENT_SECRET: slack.client.secret,
      SLACK_STATE_SECRET: 'a secret to sign states with of some length',
      RUNG_SECRET: 'a secret to seal tokens with of some length',
      PUBLIC_URL: 'http://rung.example',
    })
    const begun = await fetch(`${rung.url}/slack/install`, { redirect: 'manual' })
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    slack.codes.set('code', { team: 'T1', rotate: false })
    slack.faults.add({ method: 'oauth.v2.access', kind })
    const page = await fetch(`${rung.url}/slack/oauth_redirect?state=${state}&code=code`, { headers: { cookie } })
    // Slack asks to wait, and then installs; a code whose answer is lost is used up, and the page says to begin again.
    const [status, said] = kind === '429' ? [200, 'Rung is installed in'] : [502, 'Begin again']
    expect([page.status, await page.text()]).toEqual([status, expect.stringContaining(said)])
    expect(await rung.stop()).toBe(0)
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translator } from '../../../src/i18n/index.ts'
import { personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { runSeed, sample } from '../../full-counts.ts'
import type { FaultOptions } from '../faults.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Faults of single requests to Slack, in every scenario: the person gets an answer or a clear error, and nothing appears twice.

type Kind = FaultOptions['kind']
/** Slack refuses permanently, with a code that all methods may return. */
const REFUSED = 'error:team_access_not_granted'
/** The call may or may not have taken effect, or has not yet. */
const PASSING: readonly Kind[] = ['429', '500', 'hang', 'reset', 'lost', 'garbage', 'error:internal_error']
const KINDS: readonly Kind[] = [...PASSING, REFUSED]

const t = translator('en')
/** Texts that may replace an answer; the last one is Slack's own notice. */
const FAILURE_TEXTS = [
  t('slack.unsure'),
  t('slack.tooLate'),
  t('slack.nomination.unsure'),
  t('direct.working'),
  t('slack.failed', { code: '\0' }).split('\0')[0] ?? '',
  'did not respond',
]

interface Scenario {
  /** The method that fails. */
  readonly method: string
  /** The purpose of the call, if there are several. */
  readonly way?: string
  /** Prepares the scenario; the next request of the person meets the fault. */
  prepare?(ana: SlackPerson, slack: FakeSlack): Promise<unknown>
  act(ana: SlackPerson): Promise<unknown>
  /** The text of the answer, in any place. */
  readonly answer: RegExp
  /** Faults despite which the answer must arrive. */
  readonly comes?: readonly Kind[]
}

const started = async (ana: SlackPerson): Promise<void> => {
  await ana.say('/assess ml-engineer')
  await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
  await ana.reads(ana.direct, 'Question 1')
}
const card = (ana: SlackPerson) => ana.reads(ana.direct, /Question \d/u)

/** Calls that may be repeated. */
const ALL = PASSING
const IDEA = /Turn this into a proposal/u
const nominates = (ana: SlackPerson) => ana.react(ana.write('C1', 'PyTorch, Middle: Working → Advanced?'), 'ladder')

const SCENARIOS: readonly Scenario[] = [
  {
    method: 'users.info',
    act: (ana) => ana.command('C1', '/skills ml-engineer senior'),
    answer: /58 skills/u,
    comes: KINDS,
  },
  {
    method: 'conversations.open',
    prepare: (ana) => ana.command('C1', '/assess ml-engineer'),
    act: async (ana) => ana.press(await ana.reads('C1', 'Assessment: ML Engineer'), 'Find my level'),
    answer: /Question 1/u,
    comes: ALL,
  },
  {
    method: 'chat.postMessage',
    act: (ana) => ana.say('/skills ml-engineer senior'),
    answer: /58 skills/u,
    comes: ALL,
  },
  {
    method: 'conversations.history',
    act: (ana) => ana.say('/skills ml-engineer senior'),
    answer: /58 skills/u,
    comes: ALL,
    async prepare(_, slack) {
      slack.faults.add({ method: 'chat.postMessage', kind: 'lost' })
      await Promise.resolve()
    },
  },
  {
    method: 'response_url',
    prepare: started,
    act: async (ana) => ana.press(await card(ana), '3 · Working'),
    answer: /Question 2/u,
    comes: ALL,
  },
  {
    method: 'chat.update',
    async prepare(ana, slack) {
      await started(ana)
      slack.faults.add({ method: 'response_url', kind: '404' })
    },
    act: async (ana) => ana.press(await card(ana), '3 · Working'),
    answer: /Question 2/u,
    comes: ALL,
  },
  {
    method: 'chat.postEphemeral',
    async prepare(ana, slack) {
      // An answer without a picture, which would take the refusal of the address for itself.
      await ana.command('C1', '/skills ml-engineer junior docker')
      await ana.reads('C1', 'Docker · ML Engineer · Junior')
      slack.faults.add({ method: 'response_url', kind: '404' })
    },
    act: async (ana) => ana.press(await ana.reads('C1', 'Docker · ML Engineer · Junior'), /^Next/u),
    answer: /Docker · ML Engineer · Middle/u,
    comes: ['429', REFUSED],
  },
  {
    method: 'chat.postEphemeral',
    way: 'after an emoji',
    act: nominates,
    answer: IDEA,
    comes: ['429', 'lost', REFUSED],
  },
  { method: 'conversations.replies', act: nominates, answer: IDEA, comes: KINDS },
  { method: 'chat.getPermalink', act: nominates, answer: IDEA, comes: KINDS },
  {
    method: 'views.open',
    prepare: started,
    act: async (ana) => ana.press(await card(ana), 'Add a note or link'),
    answer: /Classical ML/u,
    comes: ['429', '500', 'reset', 'lost', 'garbage', 'error:internal_error'],
  },
  {
    method: 'views.publish',
    act: (ana) => ana.openHome(),
    answer: /What a role expects/u,
    comes: ALL,
  },
  ...['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'].map(
    (method): Scenario => ({
      method,
      prepare: started,
      act: (ana) => ana.command('C1', '/profile export'),
      answer: /<rung-profile-.*\.json>/u,
      comes: method === 'upload' ? ['500', 'reset', 'lost'] : ALL,
    }),
  ),
]

/** Number of cells of the matrix that a run covers for each transport, unless it covers all. */
const SAMPLE = 14
const seed = runSeed('method × fault in Slack')
const CELLS = SCENARIOS.flatMap((scenario) =>
  KINDS.map((kind) => ({ scenario, kind, name: `${scenario.method} ${scenario.way ?? ''}`.trim() })),
)

describe.concurrent.each([
  ['http', seed],
  ['socket', seed + 1],
] as const)('one fault over %s', (transport, own) => {
  let slack: FakeSlack
  let rung: RungProcess
  let people = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    const users = Array.from({ length: CELLS.length + 1 }, (_, n) => ({ id: `U${n}` }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'C1' }, { id: 'C2' }] })
    rung = await startRung({ ...environmentFor(slack, transport, botToken), SLACK_PROPOSALS_CHANNEL: 'C2' })
    if (transport === 'http') slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  test.each(sample(CELLS, SAMPLE, own))('$name with $kind', { concurrent: false }, async ({ scenario, kind }) => {
    people += 1
    const ana = personOf(slack, 'T1', `U${people}`)
    slack.faults.clear()
    // All other languages have been read by then, so the call is for the person who asks.
    if (scenario.method !== 'users.info') {
      await ana.command('C1', '/skills')
      await ana.reads('C1', 'ML Engineer')
    }
    await scenario.prepare?.(ana, slack)
    const since = slack.world.seq()
    const fault = slack.faults.add({ method: scenario.method, kind })
    await scenario.act(ana)

    const read = (): readonly string[] => {
      const home = slack.world.home('T1', ana.id)
      const messages = [...ana.sees('C1'), ...ana.sees(ana.direct)].filter(({ seq }) => seq > since)
      return [...messages, ...slack.world.modals('T1', ana.id), ...(home ? [home] : [])].map(readOf)
    }
    const hasFailureText = (): boolean => read().some((text) => FAILURE_TEXTS.some((words) => text.includes(words)))
    const count = (): number => read().filter((text) => scenario.answer.test(text)).length
    const seen = (): string => read().join('\n---\n').slice(0, 500)

    await slack.world.until(
      'an answer or a word about it',
      () => (count() > 0 || hasFailureText() ? true : undefined),
      {
        ms: 60_000,
        seen,
      },
    )
    await slack.world.until('the fault', () => (fault.hits() === 1 ? true : undefined), { ms: 10_000 })
    if (scenario.comes?.includes(kind)) {
      await slack.world.until('the answer', () => (count() > 0 ? true : undefined), { ms: 60_000, seen })
    }
    // Requests that are still running must not add a second one.
    await sleep(1000)
    const repeated = read().filter((text) => scenario.answer.test(text))
    expect(repeated.slice(1)).toEqual([])
    expect(slack.violations).toEqual([])
  })
})

describe('when Slack asks to wait', () => {
  let slack: FakeSlack
  let rung: RungProcess

  beforeAll(async () => {
    slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1' })
    rung = await startRung(environmentFor(slack, 'http', botToken))
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  test('one conversation waits, in order, and no other one', async () => {
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
    // A picture that is new in a workspace is a message of its own below the answer.
    const own = ana
      .sees(ana.direct)
      .filter(({ fromBot, blocks }) => fromBot && blocks.some(({ type }) => type !== 'image'))
    expect(own.map((message) => /Junior|Senior/u.exec(readOf(message))?.[0])).toEqual(['Junior', 'Senior'])
  })
})

describe('when a fault hits a call that is made once', () => {
  let slack: FakeSlack

  beforeAll(async () => {
    slack = await startFakeSlack()
    slack.world.addTeam({ id: 'T1' })
  })
  afterAll(() => slack?.close())

  test.each(PASSING)('it still starts: auth.test with %s', async (kind) => {
    const { botToken } = slack.world.team('T1')
    const fault = slack.faults.add({ method: 'auth.test', kind })
    const rung = await startRung(environmentFor(slack, 'http', botToken))
    expect(fault.hits()).toBe(1)
    expect(await rung.stop()).toBe(0)
  })

  test.each(PASSING)('it still connects: apps.connections.open with %s', async (kind) => {
    const { botToken } = slack.world.team('T1')
    const fault = slack.faults.add({ method: 'apps.connections.open', kind })
    const rung = await startRung(environmentFor(slack, 'socket', botToken))
    await slack.world.until('two connections', () => (slack.links() >= 2 ? true : undefined), { ms: 40_000 })
    expect(fault.hits()).toBe(1)
    expect(await rung.stop()).toBe(0)
  })

  test.each(PASSING)('the installer sees the outcome: oauth.v2.access with %s', async (kind) => {
    const rung = await startRung({
      ...environmentFor(slack, 'http'),
      SLACK_CLIENT_ID: slack.client.id,
      SLACK_CLIENT_SECRET: slack.client.secret,
      SLACK_STATE_SECRET: 'a secret to sign states with of some length',
      RUNG_SECRET: 'a secret to seal tokens with of some length',
      PUBLIC_URL: 'http://rung.example',
    })
    const redirect = await fetch(`${rung.url}/slack/install`, { redirect: 'manual' })
    const state = new URL(redirect.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const cookie = (redirect.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    slack.codes.set('code', { team: 'T1', rotate: false })
    slack.faults.add({ method: 'oauth.v2.access', kind })
    const page = await fetch(`${rung.url}/slack/oauth_redirect?state=${state}&code=code`, { headers: { cookie } })
    // After a 429 the installation succeeds. A code whose response is lost is used up, so the page says to begin again.
    const [status, text] = kind === '429' ? [200, 'Rung is installed in'] : [502, 'Start again']
    expect([page.status, await page.text()]).toEqual([status, expect.stringContaining(text)])
    expect(await rung.stop()).toBe(0)
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { labelsOf, personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// If Slack does not take an answer or the store is unavailable, the person sees an error or Slack delivers the event again.

const GENERAL = 'C1'
const IDEA = 'Turn this into a proposal?'
const UNSURE = 'Slack didn’t confirm that my answer in the channel arrived'

describe.each(['http', 'socket'] as const)('a delivery over %s', (transport) => {
  let slack: FakeSlack
  let rung: RungProcess
  let people = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    const users = Array.from({ length: 30 }, (_, n) => ({ id: `U${n}` }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: GENERAL }, { id: 'C2' }] })
    rung = await startRung({ ...environmentFor(slack, transport, botToken), SLACK_PROPOSALS_CHANNEL: 'C2' })
    if (transport === 'http') slack.reach(rung.url)
  })
  afterEach(() => slack.faults.clear())
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  /** A person whose language the app has already read. */
  async function member(): Promise<SlackPerson> {
    people += 1
    const ana = personOf(slack, 'T1', `U${people}`)
    await ana.command(GENERAL, '/skills docker')
    return ana
  }
  const ideas = (ana: SlackPerson): number =>
    [...ana.sees(GENERAL), ...ana.sees(ana.direct)].filter((message) => readOf(message).includes(IDEA)).length

  test('of a nomination continues in the direct message if Slack does not confirm the answer', async () => {
    const ana = await member()
    const message = ana.write(GENERAL, 'PyTorch, Middle: Working → Advanced?')
    slack.faults.add({ method: 'chat.postEphemeral', kind: '500' })
    await ana.react(message, 'ladder')
    const notice = await ana.reads(ana.direct, UNSURE)
    expect(labelsOf(notice)).toEqual(expect.arrayContaining(['Complete and propose', 'The original message']))
    await ana.press(notice, 'Complete and propose')
    await ana.modal('Propose a change')
  })

  test('of a nomination whose answer did arrive shows that answer once', async () => {
    const ana = await member()
    const message = ana.write(GENERAL, 'Docker, Middle: should be Working')
    slack.faults.add({ method: 'chat.postEphemeral', kind: 'lost' })
    await ana.react(message, 'ladder', { twice: true })
    await ana.reads(ana.direct, UNSURE)
    expect(ideas(ana)).toBe(1)
    expect(ana.sees(ana.direct).filter((each) => readOf(each).includes(UNSURE))).toHaveLength(1)
  })

  test('is repeated if Slack takes no message at all, and is answered then', async () => {
    const ana = await member()
    const message = ana.write(GENERAL, 'Kubernetes Core, Senior: should be Working')
    const faults = [
      slack.faults.add({ method: 'chat.postEphemeral', kind: '500', times: 2 }),
      slack.faults.add({ method: 'conversations.open', kind: 'error:not_allowed', times: 2 }),
    ]
    await ana.react(message, 'ladder')
    await ana.reads(GENERAL, IDEA)
    expect(faults.map((fault) => fault.hits())).toEqual([2, 2])
    expect(ideas(ana)).toBe(1)
  })

  test('opens a form once although the first response is lost', async () => {
    const ana = await member()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    for (const kind of ['lost', 'reset', '500', 'garbage'] as const) {
      const fault = slack.faults.add({ method: 'views.open', kind })
      await ana.press(await ana.reads(ana.direct, 'Question 1'), 'Add a note or link')
      const form = await ana.modal('Note or link')
      expect(fault.hits()).toBe(1)
      expect(slack.world.modals('T1', ana.id)).toHaveLength(1)
      form.open = false
    }
    expect(ana.sees(ana.direct).map(readOf).join('\n')).not.toMatch(/Slack didn’t confirm|Slack stopped waiting/u)
  })
})

describe.skipIf(!hasRedis())('while the store is away', () => {
  let slack: FakeSlack
  let rung: RungProcess
  let redis: RedisServer

  beforeAll(async () => {
    slack = await startFakeSlack()
    redis = await startRedis()
    const { botToken } = slack.world.addTeam({ id: 'T1', channels: [{ id: GENERAL }, { id: 'C2' }] })
    const environment = {
      ...environmentFor(slack, 'http', botToken),
      REDIS_URL: redis.url,
      SLACK_PROPOSALS_CHANNEL: 'C2',
    }
    rung = await startRung(environment)
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await redis?.stop()
    await slack?.close()
  })

  test('a nomination is not silently dropped', async () => {
    const ana = personOf(slack, 'T1', 'U1')
    await ana.command(GENERAL, '/skills docker')
    const message = ana.write(GENERAL, 'PyTorch, Middle: Working → Advanced?')
    await redis.kill()
    const since = slack.world.seq()
    await ana.react(message, 'ladder')
    expect(readOf(await ana.reads(GENERAL, 'save right now', { since, ms: 15_000 }))).toContain('try again')
  })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../../src/store/index.ts'
import { personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { at, textAt } from '../json.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Slack shows nothing to a person whose press or form was acknowledged. So by then its effect is stored, or an error was sent.

describe.skipIf(!hasRedis()).each(['http', 'socket'] as const)('what is acknowledged over %s', (transport) => {
  let slack: FakeSlack
  let redis: RedisServer
  let rung: RungProcess
  let store: Store
  let people = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    redis = await startRedis()
    const users = Array.from({ length: 5 }, (_, n) => ({ id: `U${n}` }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'C1' }] })
    rung = await startRung({ ...environmentFor(slack, transport, botToken), REDIS_URL: redis.url })
    slack.reach(transport === 'http' ? rung.url : undefined)
    store = await openStore({ redisUrl: redis.url, home: '', prefix: 'rung:', onQuarantine: () => undefined })
  })
  afterAll(async () => {
    redis?.thaw()
    await rung?.stop()
    await store?.close()
    await redis?.stop()
    await slack?.close()
  })

  async function assessed(): Promise<SlackPerson> {
    people += 1
    const ana = personOf(slack, 'T1', `U${people}`)
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    return ana
  }

  test('is a press that is stored, or whose sender was warned that it may not be', async () => {
    const ana = await assessed()
    const card = await ana.reads(ana.direct, 'Question 1')
    redis.freeze()
    await ana.press(card, '3 · Working')
    const messages = ana.sees(ana.direct).map(readOf).join('\n')
    redis.thaw()
    expect(messages).toMatch(/I can’t save right now|This app did not respond/u)
  })

  test('is not a form that another process is still handling', async () => {
    const ana = await assessed()
    await ana.press(await ana.reads(ana.direct, 'Question 1'), /note or link/u)
    const modal = await ana.modal(/Classical ML/u)
    const label = labelOfFirstField(modal.view)
    const values = { evidence: 'I ran the review.' }
    const filled = createHash('sha256')
      .update(JSON.stringify([values, textAt(modal.view, 'private_metadata')]))
      .digest('base64url')
    const claim = `slack/T1/view/${modal.id}/${filled}`
    expect(await store.claims.claim(claim, Date.now(), 60_000)).toBe('claimed')
    expect(await ana.submit(modal, { [label]: values.evidence })).toEqual({
      [label]: 'This form is still being saved. If you don’t get an answer, send it again in a minute.',
    })
    expect(modal.open).toBe(true)
    await store.claims.release(claim)
    expect(await ana.submit(modal, { [label]: values.evidence })).toEqual({})
    await ana.reads(ana.direct, 'Evidence: I ran the review.')
  })
})

function labelOfFirstField(view: object): string {
  const blocks = at(view, 'blocks')
  const inputs = Array.isArray(blocks) ? blocks.filter((block: unknown) => at(block, 'type') === 'input') : []
  const label = at(inputs[0], 'label', 'text')
  if (typeof label !== 'string') throw new Error('the modal has no field')
  return label
}

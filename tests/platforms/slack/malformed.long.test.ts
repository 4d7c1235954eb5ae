import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf } from '../../fakes/slack/people.ts'
import { type DeliveryKind, type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { type Fields, isFields } from '../json.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Signed deliveries of every kind, with each field in turn missing or of another type.

describe('a malformed signed delivery', () => {
  let slack: FakeSlack
  let rung: RungProcess

  beforeAll(async () => {
    slack = await startFakeSlack()
    const { botToken } = slack.world.addTeam({ id: 'T1', channels: [{ id: 'C1' }] })
    rung = await startRung(environmentFor(slack, 'http', botToken))
    slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  /** One delivery of each kind, as a person's actions cause them. */
  async function genuine(): Promise<readonly (readonly [DeliveryKind, Fields])[]> {
    const deliveries: (readonly [DeliveryKind, Fields])[] = []
    const watched: FakeSlack = {
      ...slack,
      deliver(kind, payload, options) {
        deliveries.push([kind, payload])
        return slack.deliver(kind, payload, options)
      },
    }
    const ana = personOf(watched, 'T1', 'U2')
    await ana.command('C1', '/assess ml-engineer')
    await ana.press(await ana.reads('C1', 'Assessment: ML Engineer'), 'Find my level')
    await ana.press(await ana.reads(ana.direct, 'Question 1'), 'Add a note or link')
    await ana.submit(await ana.modal(/./u), {})
    await ana.openHome()
    await ana.react(ana.write('C1', 'Everybody reviews'), 'ladder')
    await ana.shortcut(ana.write('C1', 'Everybody reviews'), 'nominate')
    await ana.say('help')
    return deliveries
  }

  /** New ids, so that it does not count as a repetition. */
  function freshIds(delivery: Fields): Fields {
    return {
      ...(typeof delivery['trigger_id'] === 'string' && { trigger_id: slack.world.newTrigger('T1', 'U2') }),
      ...(typeof delivery['event_id'] === 'string' && { event_id: slack.world.nextId('Ev') }),
    }
  }

  test('is answered with 200, or with 400 and the reason', async () => {
    const failures: string[] = []
    for (const [kind, payload] of await genuine()) {
      for (const [change, changed] of changesOf(payload)) {
        const { status, answer } = await slack.deliver(kind, { ...changed, ...freshIds(changed) })
        const refused =
          status === 400 && typeof answer === 'string' && answer.startsWith('the delivery cannot be read: ')
        if (status !== 200 && !refused) failures.push(`${kind} ${String(payload['type'])} ${change}: ${status}`)
      }
    }
    expect(failures).toEqual([])
    const failed = /a delivery failed|a person could not be answered|a request failed/u
    expect(rung.lines.filter((line) => failed.test(line))).toEqual([])
  })
})

test('is acknowledged over Socket Mode, so that Slack does not repeat it, and reported', async () => {
  const slack = await startFakeSlack()
  const { botToken } = slack.world.addTeam({ id: 'T1' })
  const rung = await startRung(environmentFor(slack, 'socket', botToken))
  const { status } = await slack.deliver('events_api', {
    type: 'event_callback',
    event: { type: 'message', item: null },
  })
  expect(status).toBe(200)
  expect(await rung.logs('the delivery cannot be read: event.item')).toContain(
    'the delivery cannot be read: event.item',
  )
  expect(await rung.stop()).toBe(0)
  await slack.close()
})

const OTHERS = [null, 7, [], {}, [null]]

/** Deliveries with one field, at any depth, missing or of another type, each with the name of the field. */
function changesOf(payload: Fields, depth = 0): readonly (readonly [string, Fields])[] {
  return Object.entries(payload).flatMap(([name, value]) => {
    const { [name]: _, ...without } = payload
    const others = OTHERS.map((other) => [`${name} = ${JSON.stringify(other)}`, { ...payload, [name]: other }] as const)
    const inner = isFields(value) && depth === 0 ? changesOf(value, 1) : []
    const deeper = inner.map(([change, other]) => [`${name}.${change}`, { ...payload, [name]: other }] as const)
    return [[`without ${name}`, without] as const, ...others, ...deeper]
  })
}

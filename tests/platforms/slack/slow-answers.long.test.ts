import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bot } from '../../../src/bot/index.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { createSlack } from '../../../src/platforms/slack/index.ts'
import { personOf, readOf } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { type OwnContext, openContext, slackConfig } from '../in-process.ts'
import { at, fieldsAt, textAt } from '../json.ts'

// Slack waits three seconds for an acknowledgement. What the bot answers later reaches the person in another way.

let slack: FakeSlack
let own: OwnContext
let platform: Platform

/** Milliseconds that the bot takes for each kind of event. */
const slowness = new Map<string, number>()

const slowed = (bot: Bot): Bot => ({
  ...bot,
  async handle(event) {
    await sleep(slowness.get(event.type) ?? 0)
    const response = await bot.handle(event)
    // Slack shows a refused form only if it is acknowledged in time.
    return event.type === 'form' && response.type === 'reply' ? { ...response, failed: 'user' } : response
  },
})

beforeEach(async () => {
  slowness.clear()
  slack = await startFakeSlack()
  const { botToken } = slack.world.addTeam({ id: 'T1' })
  own = await openContext('slack', slowed)
  platform = await createSlack({ ...own.context, config: slackConfig(slack, botToken) })
  await platform.start()
})
afterEach(async () => {
  await platform.stop()
  await slack.close()
  await own.close()
})

test('a form that waited for another delivery of it and is then refused late is answered with a message', async () => {
  const ana = personOf(slack, 'T1', 'U1')
  await ana.say('/assess ml-engineer')
  await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
  await ana.press(await ana.reads(ana.direct, 'Question 1'), /note or link/u)
  const modal = await ana.modal(/Classical ML/u)
  const label = textAt(
    fieldsAt(modal.view, 'blocks').find((block) => block['type'] === 'input'),
    ...['label', 'text'],
  )
  const values = { evidence: 'I ran the review.' }
  const digest = createHash('sha256')
    .update(JSON.stringify([values, at(modal.view, 'private_metadata')]))
    .digest('base64url')
  const claim = `slack/T1/view/${modal.id}/${digest}`
  const { claims } = own.context.store
  expect(await claims.claim(claim, Date.now(), 60_000)).toBe('claimed')
  slowness.set('form', 1600)
  const since = slack.world.seq()
  const submitted = ana.submit(modal, { [label]: values.evidence })
  await sleep(1600)
  await claims.release(claim)
  await submitted
  await ana.reads(ana.direct, 'Question 1', { since })
})

test('a command that is answered late has its picture', async () => {
  const ana = personOf(slack, 'T1', 'U1')
  slowness.set('command', 2300)
  await ana.command('C1', '/skills ml-engineer senior')
  await ana.reads('C1', '58 skills')
  const isPicture = (block: unknown): boolean => textAt(block, 'type') === 'image'
  await expect
    .poll(() => ana.sees('C1').filter(({ blocks }) => blocks.some(isPicture)).length, { timeout: 15_000 })
    .toBe(1)
  expect(ana.sees('C1').map(readOf)[0]).toContain('This is taking longer than usual')
  expect(slack.violations).toEqual([])
})

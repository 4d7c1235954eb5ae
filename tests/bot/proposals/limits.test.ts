import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BotResponse } from '../../../src/bot/index.ts'
import { fixtureCatalog } from '../../fixtures/catalog.ts'
import { labels, payloadOf, strings } from '../read-message.ts'
import { DAY, type Opened, openLadder, person } from './open-ladder.ts'

let open: Opened
beforeAll(async () => {
  open = await openLadder({ catalog: fixtureCatalog, experts: ['E1'], policy: { startsPerDay: 1, openPerAuthor: 2 } })
})
afterAll(() => open?.close())

let deliveries = 0

function deliver(user: string, event: { type: 'text'; text: string } | { type: 'action'; payload: string }) {
  deliveries += 1
  return open.bot.handle({ ...event, id: `d${deliveries}`, person: person(user), locale: 'en' })
}

const textOf = (response: BotResponse): string =>
  response.type === 'reply' ? strings(response.message).join('') : response.type

describe('a person who may propose no more', () => {
  test('is told so before any step or form, and again once another is possible, may', async () => {
    const start = await deliver('U1', { type: 'text', text: '/propose' })
    if (start.type !== 'reply') throw new Error('no start')
    const [kind = ''] = labels(start.message)
    const step = payloadOf(start.message, kind)
    const proposed = await deliver('U1', {
      type: 'text',
      text: '/propose backend senior python expert because we ship',
    })
    expect(textOf(proposed)).toContain('This is proposal')

    const limit = 'You can make one proposal a day, so that each gets read.'
    expect(textOf(await deliver('U1', { type: 'text', text: '/propose' }))).toContain(limit)
    expect(textOf(await deliver('U1', { type: 'text', text: '/propose backend senior python' }))).toContain(limit)
    expect(textOf(await deliver('U1', { type: 'action', payload: step }))).toContain(limit)
    // What explains proposals, and other people, are not affected.
    expect(textOf(await deliver('U1', { type: 'text', text: '/propose help' }))).not.toContain(limit)
    expect(textOf(await deliver('U2', { type: 'text', text: '/propose' }))).not.toContain(limit)

    open.later(DAY + 1)
    expect(textOf(await deliver('U1', { type: 'text', text: '/propose' }))).not.toContain(limit)
  })

  test('can leave a proposal at any step', async () => {
    const start = await deliver('U3', { type: 'text', text: '/propose' })
    if (start.type !== 'reply') throw new Error('no start')
    expect(labels(start.message).at(-1)).toBe('Cancel')
    const [kind = ''] = labels(start.message)
    const step = await deliver('U3', { type: 'action', payload: payloadOf(start.message, kind) })
    if (step.type !== 'reply') throw new Error('no step')
    expect(labels(step.message).at(-1)).toBe('Cancel')
    // Its label can be typed.
    expect(textOf(await deliver('U3', { type: 'text', text: 'cancel' }))).toContain('OK, nothing was proposed.')
  })
})

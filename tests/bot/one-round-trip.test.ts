import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessCommand } from '../../src/bot/commands/assess/index.ts'
import { skillsCommand } from '../../src/bot/commands/skills/index.ts'
import { type Bot, type BotResponse, createBot } from '../../src/bot/index.ts'
import type { Message } from '../../src/message/index.ts'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Store } from '../../src/store/store.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { buttons, labels } from './read-message.ts'

const PERSON = { platform: 'slack', workspace: 'T1', user: 'U1' }

describe.skipIf(!hasRedis())('with Redis', () => {
  let server: RedisServer
  let store: Store
  let bot: Bot
  let deliveries = 0
  let sessions = 0
  const newId = (): string => {
    sessions += 1
    return `session-${sessions}`
  }

  beforeAll(async () => {
    server = await startRedis()
    store = await openRedisStore({ url: server.url, prefix: 'rung:', onQuarantine: () => {} })
    const catalogIndex = await openCatalog(ownCatalog)
    bot = createBot({
      commands: [skillsCommand, assessCommand],
      catalogIndex: () => catalogIndex,
      services: { store, now: Date.now, newId, sessionMs: 1_000_000_000 },
      report: ({ error }) => {
        throw error
      },
    })
    await say('/assess ml-engineer guided')
  })
  afterAll(async () => {
    await store?.close()
    await server?.stop()
  })

  function say(text: string, person = PERSON): Promise<BotResponse> {
    deliveries += 1
    return bot.handle({ type: 'text', id: `delivery-${deliveries}`, person, locale: 'en', text })
  }

  function press(payload: string, person = PERSON): Promise<BotResponse> {
    deliveries += 1
    return bot.handle({ type: 'action', id: `delivery-${deliveries}`, person, locale: 'en', payload })
  }

  /** How many commands clients send while something is done; what scripts do on the server is not among them. */
  async function commandsSent(work: () => Promise<unknown>): Promise<number> {
    const client = server.client()
    const monitor = await client.monitor()
    let count = 0
    const ended = new Promise<void>((resolve) => {
      monitor.on('monitor', (_time: string, args: string[], source: string) => {
        if (args[1] === 'the end') resolve()
        else if (source !== 'lua') count += 1
      })
    })
    await work()
    await client.echo('the end')
    await ended
    monitor.disconnect()
    client.disconnect()
    return count
  }

  const messageOf = (outcome: BotResponse): Message =>
    outcome.type === 'reply' ? outcome.message : { summary: '', blocks: [] }

  /** The payload of the button with a number, 1 to 5. Throws if the message is no question. */
  function ratingOf(outcome: BotResponse, key = 3): string {
    const button = buttons(messageOf(outcome)).find((each) => each.key === key)
    if (!button) throw new Error(`no question: ${labels(messageOf(outcome)).join(' | ')}`)
    return button.payload
  }

  function payloadOf(outcome: BotResponse, label: string): string {
    const button = buttons(messageOf(outcome)).find((each) => each.label.startsWith(label))
    if (!button) throw new Error(`no button ${label}: ${labels(messageOf(outcome)).join(' | ')}`)
    return button.payload
  }

  const isQuestion = (outcome: BotResponse): boolean => buttons(messageOf(outcome)).some(({ key }) => key === 5)

  /** Answers questions with one rating until none is left or `most` are answered. */
  async function answerAll(
    card: BotResponse,
    person: typeof PERSON,
    { most = 60, key = 3 } = {},
  ): Promise<BotResponse> {
    let last = card
    for (let count = 0; count < most && isQuestion(last); count += 1) last = await press(ratingOf(last, key), person)
    return last
  }

  test('an answer by button costs one round trip', async () => {
    const card = await say('/assess resume')
    expect(await commandsSent(() => press(ratingOf(card)))).toBe(1)
  })

  test('an answer in words costs one round trip', async () => {
    expect(await commandsSent(() => say('working'))).toBe(1)
    expect(await commandsSent(() => say('skip'))).toBe(1)
  })

  /** A question of each way to take an assessment, for a person of its own. */
  const WAYS: readonly (readonly [way: string, question: (person: typeof PERSON) => Promise<BotResponse>])[] = [
    ['for a level', (person) => say('/assess ml-engineer guided', person)],
    [
      'where an early stop is offered',
      async (person) => {
        const card = await answerAll(await say('/assess ml-engineer guided', person), person, { most: 10 })
        expect(labels(messageOf(card))).toContain('Stop here')
        return card
      },
    ],
    [
      'for readiness',
      async (person) => press(payloadOf(await say('/assess ml-engineer senior', person), 'Am I'), person),
    ],
    [
      'for a plan',
      async (person) => {
        const end = await answerAll(await say('/assess ml-engineer guided', person), person)
        return press(payloadOf(end, 'Make my plan'), person)
      },
    ],
    [
      'for all gaps',
      async (person) => {
        const end = await answerAll(await say('/assess ml-engineer guided', person), person, { key: 4 })
        return press(payloadOf(end, 'Find all gaps'), person)
      },
    ],
    [
      'in one domain',
      async (person) => press(payloadOf(await say('/assess ml-engineer security', person), 'Start'), person),
    ],
  ]

  test.each(WAYS)('an answer %s costs one round trip, by button and in words', async (way, question) => {
    const person = { ...PERSON, user: `U-${way.replaceAll(' ', '-')}` }
    const card = await question(person)
    const before = (await store.sessions.read(person, 'ml-engineer'))?.answers.length ?? 0
    let next = card
    expect(await commandsSent(async () => (next = await press(ratingOf(card), person)))).toBe(1)
    expect(isQuestion(next)).toBe(true)
    expect(await commandsSent(() => say('advanced', person))).toBe(1)
    expect((await store.sessions.read(person, 'ml-engineer'))?.answers).toHaveLength(before + 2)
  })

  test('an answer on a short card costs one round trip', async () => {
    const person = { ...PERSON, user: 'U-short' }
    const catalogIndex = await openCatalog(ownCatalog)
    const services = { store, now: Date.now, newId: () => 'short-1', sessionMs: 1_000_000_000 }
    const short = createBot({
      commands: [assessCommand],
      catalogIndex: () => catalogIndex,
      services: { ...services, assessmentCard: 'short' },
      report: ({ error }) => {
        throw error
      },
    })
    let count = 0
    const type = (text: string): Promise<BotResponse> => {
      count += 1
      return short.handle({ type: 'text', id: `short-${count}`, person, locale: 'en', text })
    }
    await type('/assess ml-engineer guided')
    await type('working')
    const card = await type('working')
    expect(buttons(messageOf(card)).some(({ key }) => key === 5)).toBe(false)
    let next = card
    expect(await commandsSent(async () => (next = await type('advanced')))).toBe(1)
    const action = { type: 'action', id: 'short-press', person, locale: 'en', payload: ratingOf(next, 1) } as const
    expect(await commandsSent(() => short.handle(action))).toBe(1)
  })

  test('a look-up costs none', async () => {
    expect(await commandsSent(() => say('/skills ml-engineer senior'))).toBe(0)
  })

  test('three answers were taken', async () => {
    expect((await store.sessions.read(PERSON, 'ml-engineer'))?.answers).toHaveLength(3)
  })
})

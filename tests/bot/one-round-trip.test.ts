import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessCommand } from '../../src/bot/commands/assess/index.ts'
import { skillsCommand } from '../../src/bot/commands/skills/index.ts'
import { type Bot, type BotResponse, createBot } from '../../src/bot/index.ts'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Store } from '../../src/store/store.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'

const person = { platform: 'slack', workspace: 'T1', user: 'U1' }

describe.skipIf(!hasRedis())('with Redis', () => {
  let server: RedisServer
  let store: Store
  let bot: Bot
  let deliveries = 0

  beforeAll(async () => {
    server = await startRedis()
    store = await openRedisStore({ url: server.url, prefix: 'rung:', onQuarantine: () => {} })
    const catalogIndex = await openCatalog(ownCatalog)
    bot = createBot({
      commands: [skillsCommand, assessCommand],
      catalogIndex: () => catalogIndex,
      services: { store, now: Date.now, newId: () => 'session-1', sessionMs: 1_000_000_000 },
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

  function say(text: string): Promise<BotResponse> {
    deliveries += 1
    return bot.handle({ type: 'text', id: `delivery-${deliveries}`, person, locale: 'en', text })
  }

  function press(payload: string): Promise<BotResponse> {
    deliveries += 1
    return bot.handle({ type: 'action', id: `delivery-${deliveries}`, person, locale: 'en', payload })
  }

  /** How many commands clients send while something is done; what scripts do on the server is not among them. */
  async function commandsSent(work: () => Promise<unknown>): Promise<number> {
    const client = server.client()
    const monitor = await client.duplicate().monitor()
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

  function firstRating(outcome: BotResponse): string {
    const blocks = outcome.type === 'reply' ? outcome.message.blocks : []
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []))
    return buttons.find((button) => button.key === 3)?.payload ?? ''
  }

  test('an answer by button costs one round trip', async () => {
    const card = await say('/assess resume')
    expect(await commandsSent(() => press(firstRating(card)))).toBe(1)
  })

  test('an answer in words costs one round trip', async () => {
    expect(await commandsSent(() => say('working'))).toBe(1)
    expect(await commandsSent(() => say('skip'))).toBe(1)
  })

  test('a look-up costs none', async () => {
    expect(await commandsSent(() => say('/skills ml-engineer senior'))).toBe(0)
  })

  test('three answers were taken', async () => {
    expect((await store.sessions.read(person, 'ml-engineer'))?.answers).toHaveLength(3)
  })
})

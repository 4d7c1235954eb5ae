import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { printLine, seededRandom, seedOf } from '../seeded-random.ts'
import { type BotProcess, type Complaints, startBot } from './bot.ts'
import { createSimulatedUser, figures, newAccounts } from './load-driver.ts'

const PEOPLE = 12
const SITTINGS = 3

describe.skipIf(!hasRedis())('two bots on one Redis', () => {
  let server: RedisServer
  const complaints: Complaints = []

  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())

  const start = (): Promise<BotProcess> => startBot({ REDIS_URL: server.url }, complaints)

  test('save each press once, with the result of a single bot', async () => {
    const chance = seededRandom(seedOf('two bots on one Redis', 20_264))
    const accounts = newAccounts()
    const sequential = newAccounts()
    const [one, other] = await Promise.all([start(), start()])
    const results: { readonly shared: readonly string[]; readonly alone: readonly string[] }[] = []
    const ways = { one: 0, other: 0, both: 0 }
    try {
      await Promise.all(
        Array.from({ length: PEOPLE }, async (_, i) => {
          const seed = chance.between(1, 2 ** 31)
          // Two presses of "refine" at the same time have a test of their own, in late-presses.
          const shared = createSimulatedUser(`U-shared-${i}`, seed, accounts, { refines: false })
          while (shared.finished < SITTINGS && accounts.wrong.length === 0) {
            const way = chance.pick(['one', 'other', 'both'] as const)
            ways[way]++
            if (way === 'both') await shared.step(one, other)
            else await shared.step(way === 'one' ? one : other)
            if (chance.happens(0.1)) await shared.check(chance.pick([one, other]))
          }
          await Promise.all([shared.check(one), shared.check(other)])

          const alone = createSimulatedUser(`U-alone-${i}`, seed, sequential, { refines: false })
          while (alone.finished < SITTINGS && sequential.wrong.length === 0) await alone.step(one)
          await alone.check(one)
          results.push({ shared: shared.results, alone: alone.results })
        }),
      )
    } finally {
      printLine(`two bots: ${ways.one} to one, ${ways.other} to the other, ${ways.both} to both; ${figures(accounts)}`)
      printLine(`two bots: sequential ${figures(sequential)}`)
      await Promise.all([one.kill(), other.kill()])
    }
    expect(accounts).toMatchObject({ wrong: [], lost: 0, doubled: 0, refused: 0 })
    expect(sequential).toMatchObject({ wrong: [], lost: 0, doubled: 0, refused: 0 })
    expect(results.map(({ shared }) => shared)).toEqual(results.map(({ alone }) => alone))
    expect(results.flatMap(({ alone }) => alone)).toHaveLength(PEOPLE * SITTINGS)
    expect(complaints).toEqual([])
    expect(ways.both).toBeGreaterThan(PEOPLE)
  })
})

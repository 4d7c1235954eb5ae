import { describe, expect, test } from 'vitest'
import { fullCounts } from '../full-counts.ts'
import { hasRedis, startRedis } from '../redis-server.ts'
import { seededRandom, seedOf } from '../seeded-random.ts'
import { type Complaints, startBot } from './bot.ts'
import { killWhilePeopleAnswer } from './killing.ts'
import { newAccounts } from './load-driver.ts'

/** Each takes seconds: 200 in a full run. */
const KILLS = fullCounts ? 200 : 60
const PEOPLE = 12

describe.skipIf(!hasRedis())('on Redis', () => {
  test('nothing acknowledged is lost or doubled when the bot is killed while people answer', async () => {
    const chance = seededRandom(seedOf('the bot on Redis, killed', 20_262))
    const server = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    const complaints: Complaints = []
    const accounts = newAccounts()
    try {
      const start = () => startBot({ REDIS_URL: server.url }, complaints)
      const { kills } = await killWhilePeopleAnswer({ start, people: PEOPLE, kills: KILLS, chance, accounts })
      expect(accounts).toMatchObject({ wrong: [], lost: 0, doubled: 0 })
      expect(complaints).toEqual([])
      expect(kills).toBe(KILLS)
      expect(accounts.acknowledged).toBeGreaterThan(KILLS)
    } finally {
      await server.stop()
    }
  })
})

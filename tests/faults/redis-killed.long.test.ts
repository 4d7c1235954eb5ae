import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { hasRedis, startRedis, waitUntil } from '../redis-server.ts'
import { printLine, seededRandom, seedOf } from '../seeded-random.ts'
import { type Complaints, startBot } from './bot.ts'
import { chairsFor } from './killing.ts'
import { figures, newAccounts } from './load-driver.ts'
import { asReply, commandBy, gist, personNamed } from './reply.ts'

const KILLS = 20
const PEOPLE = 12

/** A look-up that takes longer than this, even under load, waits for something it does not need. */
const LOOK_UP_MS = 1000

describe.skipIf(!hasRedis())('with a Redis server', () => {
  test('that is killed and restarted, people continue where they were, and look-ups never stop', async () => {
    const chance = seededRandom(seedOf('Redis killed', 20_263))
    const server = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
    const complaints: Complaints = []
    const accounts = newAccounts()
    const bot = await startBot({ REDIS_URL: server.url }, complaints)
    const { all, follow } = chairsFor(PEOPLE, chance, accounts)
    let over = false
    const lookUps: number[] = []

    /** A person who only looks things up. */
    async function looker(): Promise<void> {
      const questions = [
        'ml-engineer',
        'ml-engineer senior',
        'ml-engineer gaps',
        'ml-engineer technical-leadership',
        '',
      ]
      while (!over) {
        const startedAt = performance.now()
        const question = questions[lookUps.length % questions.length] ?? ''
        const reply = asReply(await bot.handle(commandBy(personNamed('U-looks'), 'skills', question)))
        lookUps.push(performance.now() - startedAt)
        if (reply.failed === 'internal') accounts.wrong.push(`/skills ${question}: ${gist(reply)}`)
        await sleep(10)
      }
    }

    async function sitIn(chair: (typeof all)[number]): Promise<void> {
      while (!over && accounts.wrong.length === 0) {
        follow(chair)
        // Waits a moment, as the message asks.
        if ((await chair.sitter.step(bot)) === 'refused') await sleep(chance.between(20, 200))
      }
    }

    try {
      const busy = Promise.all([looker(), ...all.map(sitIn)])
      const recoveries: number[] = []
      for (let kill = 0; kill < KILLS && accounts.wrong.length === 0; kill++) {
        await sleep(chance.between(50, 500))
        const { refused } = accounts
        await server.kill()
        // Sometimes long enough that all presses are refused, sometimes very short.
        await sleep(chance.happens(0.5) ? chance.between(0, 100) : chance.between(600, 1500))
        await server.restart()
        const back = performance.now()
        const { acknowledged } = accounts
        await waitUntil(async () => accounts.acknowledged > acknowledged || accounts.wrong.length > 0)
        recoveries.push(performance.now() - back)
        printLine(`Redis killed: ${kill + 1} of ${KILLS}, refused ${accounts.refused - refused}`)
      }
      over = true
      await busy
      await Promise.all(
        all.map(async ({ sitter, left }) => {
          for (const each of [...left, sitter]) await each.check(bot)
          const goal = sitter.finished + 1
          while (sitter.finished < goal && accounts.wrong.length === 0) await sitter.step(bot)
          await sitter.check(bot)
        }),
      )
      const slowest = Math.max(...lookUps)
      printLine(`Redis killed: ${KILLS} kills, ${figures(accounts)}`)
      printLine(
        `Redis killed: ${lookUps.length} look-ups, slowest ${Math.round(slowest)} ms; ` +
          `answers again ${Math.round(Math.max(...recoveries))} ms after the server at the latest`,
      )
      expect(accounts).toMatchObject({ wrong: [], lost: 0, doubled: 0 })
      expect(complaints).toEqual([])
      expect(bot.ended).toBe(false)
      expect(accounts.refused).toBeGreaterThan(KILLS)
      expect(accounts.acknowledged).toBeGreaterThan(KILLS * PEOPLE)
      expect(recoveries).toHaveLength(KILLS)
      expect(slowest).toBeLessThan(LOOK_UP_MS)
    } finally {
      over = true
      await bot.kill()
      await server.stop()
    }
  })
})

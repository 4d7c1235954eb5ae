import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../src/bot/index.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { type BotProcess, type Complaints, startBot } from './bot.ts'
import type { Listener } from './load-driver.ts'
import {
  asReply,
  commandBy,
  exported,
  type Press,
  personNamed,
  pressBy,
  pressesIn,
  type Reply,
  ROLE,
  stateIn,
} from './reply.ts'

// The promise of `actions.ts`: everything that changes an assessment names the state it was shown with, so a late or double
// press changes nothing.

const PEOPLE = 10

async function press(bot: Listener, person: Person, payload: string): Promise<Reply> {
  return asReply(await bot.handle(pressBy(person, payload)))
}

async function begin(bot: Listener, person: Person): Promise<Reply> {
  return asReply(await bot.handle(commandBy(person, 'assess', `${ROLE} guided`)))
}

function verb(reply: Reply, wanted: string): Press | undefined {
  return pressesIn(reply).find((each) => each.verb === wanted)
}

/** Answers with the lowest statement, or the one with a number. */
async function answer(bot: Listener, person: Person, reply: Reply, rating = 0): Promise<Reply> {
  const choices = pressesIn(reply).filter((each) => each.verb === 'aa')
  return press(bot, person, choices[rating]?.payload ?? '')
}

async function sessionOf(bot: Listener, person: Person) {
  return exported(asReply(await bot.handle(commandBy(person, 'profile', 'export'))))?.sessions[0]
}

describe.skipIf(!hasRedis())('two bots on one Redis', () => {
  let server: RedisServer
  let one: BotProcess
  let other: BotProcess
  const complaints: Complaints = []

  beforeAll(async () => {
    server = await startRedis()
    const start = () => startBot({ REDIS_URL: server.url }, complaints)
    ;[one, other] = await Promise.all([start(), start()])
  })
  afterAll(async () => {
    await Promise.all([one.kill(), other.kill()])
    await server.stop()
  })

  test.each([
    { what: 'refine', wanted: 'ag' },
    { what: 'pause', wanted: 'ap' },
    { what: 'back', wanted: 'ak' },
  ])('take one of two $what presses made at the same time', async ({ what, wanted }) => {
    const rises: number[] = []
    for (let i = 0; i < PEOPLE; i++) {
      const person = personNamed(`U-${what}-${i}`)
      let reply = await answer(one, person, await begin(one, person), 1)
      while (!verb(reply, wanted)) {
        const before = stateIn(reply)?.version ?? 0
        reply = await answer(one, person, reply, (before + i) % 3)
        if ((stateIn(reply)?.version ?? 0) <= before) throw new Error(`${what} is never offered`)
      }
      const { payload, version } = verb(reply, wanted) as Press
      await Promise.all([press(one, person, payload), press(other, person, payload)])
      rises.push(((await sessionOf(one, person))?.version ?? 0) - version)
    }
    expect(rises).toEqual(rises.map(() => 1))
  })

  test('keep what was answered where "start over" is pressed once more, later', async () => {
    const person = personNamed('U-starts-over')
    await answer(one, person, await begin(one, person))
    const again = verb(await begin(one, person), 'ao')
    const fresh = await press(one, person, again?.payload ?? '')
    expect(stateIn(fresh)?.version).toBe(1)
    const second = await answer(one, person, await answer(one, person, fresh))
    expect(stateIn(second)?.version).toBe(3)
    await press(one, person, again?.payload ?? '')
    expect(await sessionOf(one, person)).toMatchObject({ id: stateIn(fresh)?.id, version: 3 })
  })

  test('log no problem', () => {
    expect(complaints).toEqual([])
  })
})

import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { QuarantinedValue, Store } from '../../src/store/store.ts'
import { ada, answers, append, DAYS, result, scheduleEntry, session, sessionRef } from '../contract/store-fixtures.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'

const role = 'ml-engineer'
const tag = 'rung:{slack/T1/U-ada}'

describe.skipIf(!hasRedis())('the Redis store on the wire and in the server', () => {
  let server: RedisServer
  let raw: Redis
  let store: Store
  let quarantined: QuarantinedValue[]

  beforeAll(async () => {
    server = await startRedis()
    raw = server.client()
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    await raw.flushall()
    quarantined = []
    store = await openRedisStore({ url: server.url, prefix: 'rung:', onQuarantine: (value) => quarantined.push(value) })
  })
  afterEach(() => store.close())

  /** Returns the commands that clients send meanwhile, without those of scripts. */
  async function sent(work: () => Promise<unknown>): Promise<readonly string[]> {
    const monitor = await server.client().monitor()
    const commands: string[] = []
    const ended = new Promise<void>((resolve) => {
      monitor.on('monitor', (_time: string, args: string[], source: string) => {
        if (args[1] === 'the end') resolve()
        else if (source !== 'lua') commands.push((args[0] ?? '').toLowerCase())
      })
    })
    await work()
    await raw.echo('the end')
    await ended
    monitor.disconnect()
    return commands
  }

  test('each change is one command', async () => {
    const started = session()
    const next = session({ version: 3, answers: answers(1) })
    const changes: Record<string, () => Promise<unknown>> = {
      create: () => store.sessions.create(ada, started, DAYS),
      append: () => store.sessions.append(ada, role, append(started, { deliveryId: 'Ev1' })),
      repeated: () => store.sessions.append(ada, role, append(started, { deliveryId: 'Ev1' })),
      stale: () => store.sessions.append(ada, role, append(started)),
      replace: () => store.sessions.replace(ada, { ...sessionRef(started), version: 2 }, next, DAYS),
      read: () => store.sessions.read(ada, role),
      list: () => store.sessions.list(ada),
      end: () => store.sessions.end(ada, sessionRef(next), result()),
      results: () => store.results.list(ada),
      settings: () => store.settings.change(ada, { focus: null }),
      claim: () => store.claims.claim('Ev1', 1000, 1000),
      done: () => store.claims.complete('Ev1', 1000),
      schedule: () => store.schedule.put(scheduleEntry('a', 1000)),
      claimDue: () => store.schedule.claim('slack', 1000, 1000, 10),
    }
    // The first use of a script on a connection sends it in full, later ones send its hash.
    for (const pass of ['first', 'second']) {
      for (const [name, change] of Object.entries(changes)) {
        expect({ pass, name, commands: await sent(change) }).toEqual({
          pass,
          name,
          commands: [
            expect.stringMatching(pass === 'first' ? /^(?:eval(?:sha)?|hgetall|set)$/u : /^(?:evalsha|hgetall|set)$/u),
          ],
        })
      }
    }
  })

  test('scripts that the server has forgotten are sent again', async () => {
    await store.sessions.create(ada, session(), DAYS)
    await store.sessions.append(ada, role, append(session()))
    await raw.script('FLUSH')
    const next = append(session({ version: 2 }))
    expect(await store.sessions.append(ada, role, next)).toMatchObject({ status: 'done', session: { version: 3 } })
    await raw.script('FLUSH')
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => store.sessions.append(ada, role, append(session({ version: 3 })))),
    )
    expect(outcomes.filter(({ status }) => status === 'done')).toHaveLength(1)
  })

  test('a session from before cards were timed is read, and timed from then on', async () => {
    await store.sessions.create(ada, session(), DAYS)
    await raw.hdel(`${tag}:session:${role}`, 'cardTimes')
    expect(await store.sessions.read(ada, role)).toEqual(session())
    const changed = await store.sessions.append(ada, role, append(session(), { at: 31_000, card: 'full' }))
    expect(changed).toMatchObject({ status: 'done', session: { cardTimes: 'f030' } })
  })

  test('a session of 58 answers takes 2 KiB at most', async () => {
    const timed = session({ answers: answers(57), cardTimes: 'f025'.repeat(57) })
    await store.sessions.create(ada, timed, DAYS)
    await store.sessions.append(ada, role, append(session(), { card: 'full' }))
    expect(await raw.hget(`${tag}:session:${role}`, 'answers')).toHaveLength(58 * 11)
    expect(await raw.memory('USAGE', `${tag}:session:${role}`, 'SAMPLES', 0)).toBeLessThanOrEqual(2048)
  })

  test('sessions expire, and the index with the last of them', async () => {
    await store.sessions.create(ada, session(), 60_000)
    await store.sessions.create(ada, session({ role: 'other' }), 30_000)
    expect(await raw.pttl(`${tag}:session:${role}`)).toBeGreaterThan(50_000)
    expect(await raw.pttl(`${tag}:session:other`)).toBeLessThanOrEqual(30_000)
    expect(await raw.pttl(`${tag}:sessions`)).toBeGreaterThan(50_000)
    await store.sessions.append(ada, 'other', append(session(), { idleMs: 90_000, deliveryId: 'Ev1' }))
    expect(await raw.pttl(`${tag}:sessions`)).toBeGreaterThan(80_000)
    expect(await raw.pttl(`${tag}:events`)).toBeGreaterThan(DAYS - 10_000)
  })

  test('deliveries are forgotten after a day, also while a person continues', async () => {
    await store.sessions.create(ada, session(), DAYS)
    await store.sessions.append(ada, role, append(session(), { at: 5000, deliveryId: 'old' }))
    const later = append(session({ version: 2 }), { at: 5000 + DAYS, deliveryId: 'new' })
    await store.sessions.append(ada, role, later)
    expect(await raw.zrange(`${tag}:events`, '0', '-1')).toEqual(['new'])
  })

  test('a lost index is restored by the next change', async () => {
    await store.sessions.create(ada, session(), DAYS)
    await raw.del(`${tag}:sessions`)
    await store.sessions.append(ada, role, append(session()))
    expect(await store.sessions.list(ada)).toHaveLength(1)
  })

  test('a session of a later version stays unchanged', async () => {
    await store.sessions.create(ada, session({ answers: answers(2) }), DAYS)
    const key = `${tag}:session:${role}`
    await raw.hset(key, 'schema', '3', 'more', 'to come')
    const before = await raw.hgetall(key)
    await expect(store.sessions.append(ada, role, append(session()))).rejects.toThrow('schema 3')
    expect(await raw.hgetall(key)).toEqual(before)
    expect(quarantined).toEqual([])
  })

  test('an ended session that proves unreadable is quarantined', async () => {
    await store.sessions.create(ada, session({ answers: answers(2) }), DAYS)
    await raw.hset(`${tag}:session:${role}`, 'head', '{"role":')
    expect(await store.sessions.end(ada, sessionRef(session()), null)).toEqual({ status: 'missing' })
    expect(await raw.hget(quarantined[0]?.quarantinedAs ?? '', 'answers')).toBe(answers(2).join(''))
  })

  test('truncated answers are not appended to', async () => {
    await store.sessions.create(ada, session({ answers: answers(2) }), DAYS)
    await raw.hset(`${tag}:session:${role}`, 'answers', 'cut off')
    expect(await store.sessions.append(ada, role, append(session()))).toEqual({ status: 'missing' })
    expect(await raw.hget(quarantined[0]?.quarantinedAs ?? '', 'answers')).toBe('cut off')
  })

  test.each(['sessions', 'events', 'results', 'asides', 'settings'])(
    'a key of the wrong type is moved: %s',
    async (name) => {
      await store.sessions.create(ada, session(), DAYS)
      const key = `${tag}:${name}`
      await raw.del(key)
      await (name === 'settings' ? raw.lpush(key, 'garbage') : raw.set(key, 'garbage'))
      // An unreadable value as well, so that there is a key to list in the index of the quarantine.
      await raw.set(`${tag}:session:other`, 'garbage')
      expect(await store.sessions.read(ada, 'other')).toBeNull()
      expect(await store.sessions.append(ada, role, append(session(), { deliveryId: 'Ev1' }))).toMatchObject({
        status: 'done',
      })
      expect(await store.sessions.list(ada)).toHaveLength(1)
      expect(await store.settings.change(ada, { focus: role })).toMatchObject({ focus: role })
      expect(await store.sessions.end(ada, { ...sessionRef(session()), version: 2 }, result())).toMatchObject({
        status: 'done',
      })
      expect(await store.results.list(ada)).toHaveLength(1)
      expect(quarantined.map((value) => value.key).sort()).toEqual([key, `${tag}:session:other`].sort())
      await store.erase(ada)
      expect(await raw.keys('*')).toEqual([])
    },
  )

  test.each(['times', 'entries', 'platforms', 'times:slack', 'of:slack/T1/U-ada'])(
    'the schedule works despite garbage: %s',
    async (name) => {
      const key = `rung:{due}:${name}`
      await raw.set(key, 'garbage')
      await store.schedule.put(scheduleEntry('a', 1000))
      const [claimed] = await store.schedule.claim('slack', 1000, 1000, 1)
      if (!claimed) throw new Error('nothing was claimed')
      await store.schedule.complete(claimed)
      expect(quarantined.map((value) => value.key)).toEqual([key])
      expect(await raw.keys('*')).toEqual([quarantined[0]?.quarantinedAs])
    },
  )

  test('entries in the one queue of version 0.1 are moved, also while it still runs', async () => {
    /** Schedules as version 0.1 does. */
    const scheduled = async (id: string, at: number, platform: string): Promise<void> => {
      const person = { ...ada, platform }
      await raw.zadd('rung:{due}:times', at, id)
      const entry = JSON.stringify(scheduleEntry(id, at, { person }))
      await raw.hset('rung:{due}:entries', id, `token ${platform}/T1/U-ada ${entry}`)
      await raw.sadd(`rung:{due}:of:${platform}/T1/U-ada`, id)
    }
    for (let n = 0; n < 1200; n++) await scheduled(`d${n}`, 1000, 'discord')
    await scheduled('s', 1000, 'slack')
    await raw.zadd('rung:{due}:times', 1, 'of nobody')
    const claimed = await store.schedule.claim('slack', 1000, 60_000, 10)
    expect(claimed).toMatchObject([scheduleEntry('s', 1000)])
    expect(await raw.exists('rung:{due}:times')).toBe(0)
    expect(await store.schedule.platforms()).toEqual(expect.arrayContaining(['discord', 'slack']))
    expect(await store.schedule.claim('discord', 1000, 60_000, 2000)).toHaveLength(1200)
    // Version 0.1 moves an entry: its new time counts, not the old one.
    await scheduled('s', 9000, 'slack')
    expect(await store.schedule.claim('slack', 8999, 60_000, 10)).toEqual([])
    const [moved] = await store.schedule.claim('slack', 9000, 60_000, 10)
    expect(moved).toMatchObject(scheduleEntry('s', 9000))
    await store.erase({ ...ada, platform: 'discord' })
    await store.erase(ada)
    expect(await raw.keys('*')).toEqual([])
  })

  test('a process does not release a claim that another one has taken over', async () => {
    const other = await openRedisStore({ url: server.url, prefix: 'rung:', onQuarantine: () => undefined })
    expect(await store.claims.claim('Ev1', 1000, 60_000)).toBe('claimed')
    expect(await other.claims.claim('Ev1', 61_000, 60_000)).toBe('claimed')
    await store.claims.release('Ev1')
    expect(await store.claims.claim('Ev1', 62_000, 60_000)).toBe('busy')
    await other.close()
  })

  test('a prefix with a brace is rejected, as it could make keys ambiguous', async () => {
    const opened = openRedisStore({ url: server.url, prefix: 'a{b}', onQuarantine: () => undefined })
    await expect(opened).rejects.toThrow(RangeError)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLadder, type Ladder, type Loss } from '../../../src/bot/index.ts'
import type { People } from '../../../src/bot/people.ts'
import { DEFAULT_POLICY } from '../../../src/proposals/index.ts'
import { personKey } from '../../../src/store/person.ts'
import { openRedisStore } from '../../../src/store/redis/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { DAY, MORE_PYTORCH, submit } from '../../proposals/community.ts'
import { loaded } from '../../proposals/stages.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'

const key = (user: string): string => personKey({ platform: 'slack', workspace: 'T1', user })
const OTHER = { ...MORE_PYTORCH, skill: 'docker', to: 'advanced' } as const

const people: People = {
  experts: [{ key: key('expert'), domain: null }],
  counted: [{ key: key('expert'), domain: null }],
  admins: [],
  moreExperts: false,
  complete: true,
  decides: () => false,
  belongs: () => true,
  membership: () => Promise.resolve('member'),
}

/** Two processes on one Redis, whose log loses what was written last. */
describe.skipIf(!hasRedis())('a log that has lost its newest entries', () => {
  let redis: RedisServer
  let stores: readonly Store[]
  let tests = 0
  let prefix = ''
  let ladders: Ladder[]
  const losses: Loss[] = []
  const reports: string[] = []
  const time = Date.UTC(2026, 0, 5, 9)

  const open = (store: Store): Ladder =>
    createLadder({
      ...loaded,
      store,
      policy: { ...DEFAULT_POLICY, startsPerDay: 5, voteFrom: 1 },
      people: () => people,
      now: () => time,
      refused: () => undefined,
      report: (problem) => reports.push(problem),
      lost: (loss) => losses.push(loss),
    })

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  beforeEach(async () => {
    tests += 1
    prefix = `lost${tests}:`
    losses.length = 0
    reports.length = 0
    const options = { url: redis.url, prefix, onSetAside: () => undefined }
    stores = [await openRedisStore(options), await openRedisStore(options)]
    for (let n = 0; n < 10; n += 1) {
      await stores[0]?.members.seen({ platform: 'slack', workspace: 'T1', user: `U${n}` }, time)
    }
    ladders = stores.map(open)
    return async () => {
      await Promise.all(stores.map((store) => store.close()))
    }
  })

  const stream = (): string => `${prefix}{log:ladder}`
  const act = (ladder: Ladder | undefined, user: string, deed: Parameters<Ladder['act']>[0]) => {
    if (!ladder) throw new Error('there is no such process')
    return ladder.act(deed, { person: key(user), bot: false })
  }

  test('is noticed: nothing is appended from memory, and the process agrees with the others', async () => {
    const [first, second] = ladders
    const client = redis.client()
    await act(first, 'U1', submit(MORE_PYTORCH, 'proposal-1'))
    const backup = await client.dumpBuffer(stream())
    await act(first, 'U2', submit(OTHER, 'proposal-2'))
    expect(await act(first, 'U3', { do: 'nominate', id: 'proposal-2', on: true })).toMatchObject({ status: 'done' })
    await client.restore(stream(), 0, backup, 'REPLACE')

    expect(await act(first, 'U4', { do: 'nominate', id: 'proposal-2', on: true })).toMatchObject({
      status: 'refused',
      refusal: { why: 'unknown' },
    })
    expect(await act(first, 'U4', { do: 'nominate', id: 'proposal-1', on: true })).toMatchObject({ status: 'done' })
    await second?.follow()
    for (const ladder of ladders) {
      expect([...ladder.board().proposals.keys()]).toEqual(['proposal-1'])
      expect([...(ladder.board().proposals.get('proposal-1')?.nominators.keys() ?? [])]).toEqual([key('U4')])
      expect(ladder.turns()).toHaveLength(ladder.board().turns)
    }
    expect(await client.xlen(stream())).toBe(2)
    expect(first?.status()).toMatchObject({ losses: 1, lostAt: time })
    expect(reports).toEqual(['the log of decisions has lost entries; everything was read again from the store'])
    expect(
      losses.flatMap(({ entries }) => entries.map((entry) => ('by' in entry ? [entry.type, entry.by] : []))),
    ).toEqual([
      ['submitted', key('U2')],
      ['nominated', key('U3')],
    ])
    client.disconnect()
  })

  test('is noticed by a process that only reads, also when the whole log is gone', async () => {
    const [first, second] = ladders
    await act(first, 'U1', submit(MORE_PYTORCH, 'proposal-1'))
    await second?.follow()
    const client = redis.client()
    await client.flushall()
    await second?.follow()
    expect(second?.board().proposals.size).toBe(0)
    expect(losses.at(-1)?.board.proposals.get('proposal-1')?.number).toBe(1)
    client.disconnect()
  })

  test('makes one action append once, whatever the clock of the lost server was', async () => {
    const [first] = ladders
    const client = redis.client()
    await act(first, 'U1', submit(MORE_PYTORCH, 'proposal-1'))
    const backup = await client.dumpBuffer(stream())
    // The server that is lost was an hour ahead.
    const text = JSON.stringify({ v: 1, type: 'nominated', id: 'proposal-1', at: time, by: key('U2'), on: true })
    await client.xadd(stream(), `${Date.now() + DAY / 24}-0`, 'e', text, 'm', 'ahead')
    await first?.follow()
    expect(first?.board().proposals.get('proposal-1')?.nominators.size).toBe(1)
    await client.restore(stream(), 0, backup, 'REPLACE')
    expect(await act(first, 'U3', { do: 'nominate', id: 'proposal-1', on: true })).toMatchObject({ status: 'done' })
    expect(await client.xlen(stream())).toBe(2)
    client.disconnect()
  })

  test('also takes with it what an account was linked to, and the linking is written again', async () => {
    const [first] = ladders
    const client = redis.client()
    await act(first, 'U1', submit(MORE_PYTORCH, 'proposal-1'))
    await client.del(stream())
    await first?.note({ type: 'linked', at: time, by: key('U1'), to: key('U2') })
    expect(first?.board().personOf(key('U1'))).toBe(key('U2'))
    expect(await client.xlen(stream())).toBe(1)
    client.disconnect()
  })
})

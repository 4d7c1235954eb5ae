import type { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { proposalViews } from '../../../src/bot/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import type { LostEvents } from '../../../src/proposals/index.ts'
import { startPublisher } from '../../../src/proposals/publisher.ts'
import { MORE_PYTORCH, submit } from '../../proposals/simulated-log.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { key, type Process, person, START, startProcess } from './processes.ts'

const OTHER = { ...MORE_PYTORCH, skill: 'docker', to: 'advanced' } as const
const HOUR = 3_600_000

/** Two processes on one Redis, whose log loses what was written last. */
describe.skipIf(!hasRedis())('a log that has lost its newest entries', () => {
  let redis: RedisServer
  let client: Redis
  let tests = 0
  let first: Process
  let second: Process
  let stream = ''
  const losses: LostEvents[] = []

  beforeAll(async () => {
    redis = await startRedis()
    client = redis.client()
  })
  afterAll(async () => {
    client.disconnect()
    await redis.stop()
  })
  beforeEach(async () => {
    tests += 1
    const prefix = `lost${tests}:`
    stream = `${prefix}{log:ladder}`
    losses.length = 0
    const options = { redis, prefix, now: () => START, policy: { voteFrom: 1 } }
    first = await startProcess(options)
    second = await startProcess(options)
    for (const { community, ladder } of [first, second]) {
      community.report('slack', { workspace: 'T1', experts: [{ key: key('expert'), domain: null }], admins: [] })
      ladder.onEventsLost((loss) => losses.push(loss))
    }
    for (let n = 0; n < 10; n += 1) await first.store.members.recordActivity(person(`U${n}`), START)
    return async () => {
      await Promise.all([first.close(), second.close()])
    }
  })

  test('is noticed: nothing is appended from memory, and the process agrees with the others', async () => {
    await first.act('U1', submit(MORE_PYTORCH, 'proposal-1'))
    const backup = await client.dumpBuffer(stream)
    await first.act('U2', submit(OTHER, 'proposal-2'))
    expect(await first.act('U3', { type: 'nominate', id: 'proposal-2', on: true })).toMatchObject({ status: 'done' })
    await client.restore(stream, 0, backup, 'REPLACE')

    expect(await first.act('U4', { type: 'nominate', id: 'proposal-2', on: true })).toMatchObject({
      status: 'refused',
      refusal: { why: 'unknown' },
    })
    expect(await first.act('U4', { type: 'nominate', id: 'proposal-1', on: true })).toMatchObject({ status: 'done' })
    await second.ladder.catchUp()
    for (const { ladder } of [first, second]) {
      expect([...ladder.state().proposals.keys()]).toEqual(['proposal-1'])
      expect([...(ladder.state().proposals.get('proposal-1')?.nominators.keys() ?? [])]).toEqual([key('U4')])
      expect(ladder.transitions()).toHaveLength(ladder.state().revision)
    }
    expect(await client.xlen(stream)).toBe(2)
    expect(first.ladder.logStatus()).toMatchObject({ losses: 1, lostAt: START })
    expect(first.reports).toEqual(['the decision log has lost entries; everything was read again from the store'])
    const lost = losses.flatMap(({ events: entries }) =>
      entries.map((entry) => ('by' in entry ? [entry.type, entry.by] : [])),
    )
    expect(lost).toEqual([
      ['submitted', key('U2')],
      ['nominated', key('U3')],
    ])
  })

  test('is noticed by a process that only reads, also when the whole log is gone', async () => {
    await first.act('U1', submit(MORE_PYTORCH, 'proposal-1'))
    await second.ladder.catchUp()
    await client.del(stream)
    await second.ladder.catchUp()
    expect(second.ladder.state().proposals.size).toBe(0)
    expect(losses.at(-1)?.state.proposals.get('proposal-1')?.number).toBe(1)
  })

  test('makes one action append once, whatever the clock of the lost server was', async () => {
    await first.act('U1', submit(MORE_PYTORCH, 'proposal-1'))
    const backup = await client.dumpBuffer(stream)
    // The server that is lost was an hour ahead.
    const text = JSON.stringify({ v: 1, type: 'nominated', id: 'proposal-1', at: START, by: key('U2'), on: true })
    await client.xadd(stream, `${Date.now() + HOUR}-0`, 'e', text, 'm', 'ahead')
    await first.ladder.catchUp()
    expect(first.ladder.state().proposals.get('proposal-1')?.nominators.size).toBe(1)
    await client.restore(stream, 0, backup, 'REPLACE')
    expect(await first.act('U3', { type: 'nominate', id: 'proposal-1', on: true })).toMatchObject({ status: 'done' })
    expect(await client.xlen(stream)).toBe(2)
  })

  test('does not cost an entry that nobody can repeat: linked accounts are written again', async () => {
    await first.act('U1', submit(MORE_PYTORCH, 'proposal-1'))
    await client.del(stream)
    await first.ladder.record({ type: 'linked', at: START, by: key('U1'), to: key('U2') })
    expect(first.ladder.state().personOf(key('U1'))).toBe(key('U2'))
    expect(await client.xlen(stream)).toBe(1)
  })

  test('is told to everyone who was thanked, once, and later decisions are told as before', async () => {
    const messages: string[] = []
    const publishing = [first, second].map(({ ladder, store, reports }) =>
      startPublisher({
        views: proposalViews,
        proposals: ladder,
        keyValues: store.keyValues,
        claims: store.claims,
        settings: store.settings,
        proposalsChannel: {
          platform: 'slack',
          post: () => Promise.resolve('slack/T1/C1/1'),
          update: () => Promise.resolve(),
          listNominators: () => Promise.resolve(undefined),
        },
        notifier: {
          tell({ user }, message) {
            messages.push(`${user}: ${message(translator('en')).summary}`)
            return Promise.resolve('delivered')
          },
        },
        t: () => translator('en'),
        now: () => START,
        report: (problem) => void (reports.length > 99 || problem),
        intervalMs: 20,
      }),
    )
    await first.act('U1', submit(MORE_PYTORCH, 'proposal-1'))
    await first.act('U3', { type: 'nominate', id: 'proposal-1', on: true })
    await first.act('U4', { type: 'nominate', id: 'proposal-1', on: true })
    await second.ladder.catchUp()
    await expect.poll(() => messages.filter((line) => line.startsWith('U1: #1 has enough nominations')).length).toBe(1)
    await client.del(stream)
    await Promise.all([first.ladder.catchUp(), second.ladder.catchUp()])
    const lost = (): readonly string[] => messages.filter((line) => line.includes('lost its latest entries'))
    const people = (): readonly string[] => lost().map((line) => line.slice(0, 2))
    await expect.poll(() => people().toSorted((one, other) => one.localeCompare(other))).toEqual(['U1', 'U3', 'U4'])

    // The author is notified of a vote that opens after the loss, though the log has fewer transitions than the cursor.
    await first.act('U5', submit(MORE_PYTORCH, 'proposal-2'))
    await first.act('U3', { type: 'nominate', id: 'proposal-2', on: true })
    await first.act('U4', { type: 'nominate', id: 'proposal-2', on: true })
    await expect.poll(() => messages.filter((line) => line.startsWith('U5: #1 has enough nominations'))).toHaveLength(1)
    await Promise.all(publishing.map((each) => each.stop()))
    expect(lost()).toHaveLength(3)
  })
})

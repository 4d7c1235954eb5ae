import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkLog, skipEntries } from '../../../src/proposals/log-check.ts'
import { MORE_PYTORCH, submit } from '../../proposals/simulated-log.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { key, type Process, person, START, startProcess } from './processes.ts'

const ID = 'proposal-1'
const OTHER = 'proposal-2'

/** Processes of this version on a log that a newer version writes to as well, or wrote to before it was rolled back. */
describe.skipIf(!hasRedis())('a log that a newer version writes to', () => {
  let redis: RedisServer
  let tests = 0
  let old: Process
  let other: Process

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  beforeEach(async () => {
    tests += 1
    const options = { redis, prefix: `versions${tests}:`, now: () => START }
    old = await startProcess(options)
    other = await startProcess(options)
    for (const { community } of [old, other]) {
      community.report('slack', { workspace: 'T1', experts: [{ key: key('E1'), domain: null }], admins: [] })
    }
    for (let n = 0; n < 9; n += 1) await old.store.members.recordActivity(person(`U${n}`), START)
    await old.act('U0', submit())
    await old.act('U8', submit({ ...MORE_PYTORCH, skill: 'docker', to: 'advanced' }, OTHER))
    return async () => {
      await Promise.all([old.close(), other.close()])
    }
  })

  /** What the newer version appends. */
  const append = async (entry: object | string): Promise<void> => {
    await old.store.eventLog.append(
      'ladder',
      [typeof entry === 'string' ? entry : JSON.stringify({ v: 1, ...entry })],
      null,
    )
    await Promise.all([old.ladder.catchUp(), other.ladder.catchUp()])
  }
  const revision = (): number => old.ladder.state().revision

  test('is read without the fields that this version does not know', async () => {
    await append({ type: 'nominated', id: ID, at: START, by: key('U1'), on: true, weight: 2 })
    await append({ type: 'withdrawn', id: OTHER, at: START, by: key('U8'), base: revision(), mood: 'sad' })
    expect(old.ladder.state().proposals.get(ID)?.nominators.size).toBe(1)
    expect(old.ladder.state().proposals.get(OTHER)?.state).toBe('withdrawn')
    expect(old.ladder.logStatus().unreadable).toBe(0)
  })

  test('freezes the proposal of an entry it cannot read, and no other', async () => {
    await append({ type: 'endorsed', id: ID, at: START, base: revision(), by: key('U1'), strength: 'strong' })
    for (const process of [old, other]) {
      const { ladder } = process
      expect(ladder.logStatus().unreadable).toBe(1)
      expect(await process.act('U2', { type: 'nominate', id: ID, on: true })).toMatchObject({
        refusal: { why: 'newer' },
      })
    }
    const frozen = await old.bot.handle({
      type: 'action',
      id: 'E1',
      person: person('U2'),
      locale: 'en',
      payload: `1v:n:${ID}:1`,
    })
    expect(JSON.stringify(frozen)).toContain('A newer version of Rung has changed this proposal')
    // The other proposal goes its way, and both processes agree where it stands.
    await old.act('U1', { type: 'nominate', id: OTHER, on: true })
    await other.act('U2', { type: 'nominate', id: OTHER, on: true })
    await old.ladder.catchUp()
    for (const { ladder } of [old, other]) {
      expect(ladder.state().proposals.get(OTHER)).toMatchObject({ state: 'voting', number: 2 })
      expect(ladder.transitions()).toHaveLength(ladder.state().revision)
    }
  })

  test('counts the transitions of a proposal that it could not read, as the newer version does', async () => {
    await append({
      type: 'submitted',
      id: 'proposal-3',
      at: START,
      base: revision(),
      by: key('U3'),
      change: { kind: 'merge' },
    })
    await append({ type: 'withdrawn', id: 'proposal-3', at: START, base: revision(), by: key('U3') })
    expect(old.ladder.state().proposals.has('proposal-3')).toBe(false)
    await append({ type: 'withdrawn', id: OTHER, at: START, base: revision(), by: key('U8') })
    expect(old.ladder.state().proposals.get(OTHER)?.state).toBe('withdrawn')
    // Its number stays its own.
    await old.act('U5', submit({ ...MORE_PYTORCH, level: 'senior', skill: 'postgresql', to: 'working' }, 'proposal-4'))
    expect(old.ladder.state().proposals.get('proposal-4')?.number).toBe(4)
  })

  test('continues after a damaged entry, though it cannot tell whether that was a transition', async () => {
    const before = revision()
    await append('{"v":1,"type":"withdr')
    expect(revision()).toBe(before)
    // The version that could read it counted it.
    await append({ type: 'withdrawn', id: OTHER, at: START, base: before + 1, by: key('U8') })
    expect(old.ladder.state().proposals.get(OTHER)?.state).toBe('withdrawn')
    expect(revision()).toBe(before + 2)
  })

  test('does not read what is written in another format', async () => {
    await append(JSON.stringify({ v: 2, type: 'nominated', id: ID, at: START, by: key('U1'), on: true }))
    expect(old.ladder.state().proposals.get(ID)?.nominators.size).toBe(0)
    expect(old.ladder.logStatus().unreadable).toBe(1)
  })

  test('is repaired by an operator: what cannot be read is skipped, everywhere', async () => {
    await append({ type: 'endorsed', id: ID, at: START, base: revision(), by: key('U1') })
    const { unreadable, entries } = await checkLog(old.store)
    expect(unreadable).toMatchObject([
      { id: ID, of: 'endorsed', reason: 'its type is not one that this version reads' },
    ])
    await skipEntries(old.store, unreadable, START)
    expect(await checkLog(old.store)).toMatchObject({ entries: entries + 1, unreadable: [] })
    for (const process of [old, other]) {
      const { ladder } = process
      expect(
        await process.act(ladder === old.ladder ? 'U2' : 'U3', { type: 'nominate', id: ID, on: true }),
      ).toMatchObject({
        status: 'done',
      })
      expect(ladder.logStatus().unreadable).toBe(0)
    }
  })
})

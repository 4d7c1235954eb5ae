import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CommunityReport } from '../../../src/proposals/community.ts'
import { submit } from '../../proposals/simulated-log.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { key, type Process, person, START, startProcess } from './processes.ts'

const ID = 'proposal-1'
const DAY = 24 * 3_600_000
const MINUTE = 60_000

const experts = (...users: readonly string[]): CommunityReport => ({
  workspace: 'T1',
  experts: users.map((user) => ({ key: key(user), domain: null })),
  admins: [],
})
const THREE = experts('E1', 'E2', 'E3')

describe.skipIf(!hasRedis())('a process that starts while proposals are open', () => {
  let redis: RedisServer
  let tests = 0
  let time = START
  const processes: Process[] = []

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  beforeEach(() => {
    tests += 1
    time = START
  })
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((process) => process.close()))
  })

  const start = async (platforms = ['slack']): Promise<Process> => {
    const process = await startProcess({ redis, prefix: `restart${tests}:`, now: () => time, platforms })
    processes.push(process)
    return process
  }
  /** What a process does every second. */
  const round = async ({ ladder }: Process): Promise<void> => {
    await ladder.catchUp()
    await ladder.advanceProposals()
  }
  const proposal = ({ ladder }: Process) => ladder.state().proposals.get(ID)

  /** A community of nine whose proposal is in review, begun by a process that has ended. */
  const reviewing = async (): Promise<Process> => {
    const first = await start()
    first.community.report('slack', THREE)
    for (let n = 0; n < 9; n += 1) await first.store.members.recordActivity(person(`U${n}`), time)
    await first.act('U0', submit())
    await first.act('U1', { type: 'nominate', id: ID, on: true })
    await first.act('U2', { type: 'nominate', id: ID, on: true })
    for (let n = 1; n < 5; n += 1) await first.act(`U${n}`, { type: 'vote', id: ID, round: 1, choice: 'for' })
    time += 4 * DAY
    await round(first)
    expect(proposal(first)).toMatchObject({ state: 'review', approvalsNeeded: 2 })
    return first
  }

  test('does not apply what one of two experts has approved', async () => {
    const first = await reviewing()
    await first.act('E1', { type: 'review', id: ID, verdict: 'approve', reason: '' })
    const second = await start()
    await round(second)
    second.community.report('slack', experts())
    await round(second)
    expect(proposal(second)?.state).toBe('review')
    second.community.report('slack', THREE)
    await round(second)
    expect(proposal(second)?.state).toBe('review')
    await second.act('E2', { type: 'review', id: ID, verdict: 'approve', reason: '' })
    expect(proposal(second)?.state).toBe('applied')
  })

  test('does not reject what one of three experts objects to', async () => {
    const first = await reviewing()
    await first.act('E1', { type: 'review', id: ID, verdict: 'object', reason: 'No' })
    const second = await start()
    await round(second)
    second.community.report('slack', experts('E1'))
    await round(second)
    expect(proposal(second)?.state).toBe('review')
  })

  test('takes as many approvals as were fixed when the review began, though the list stays short', async () => {
    const first = await reviewing()
    await first.act('E1', { type: 'review', id: ID, verdict: 'approve', reason: '' })
    first.community.report('slack', experts('E1'))
    await round(first)
    time += 8 * DAY
    await round(first)
    expect(proposal(first)?.state).toBe('review')
  })

  test('does not send a proposal past the vote', async () => {
    const first = await start()
    first.community.report('slack', THREE)
    for (let n = 0; n < 9; n += 1) await first.store.members.recordActivity(person(`U${n}`), time)
    await first.act('U0', submit())
    const second = await start()
    await round(second)
    expect(proposal(second)?.state).toBe('nominated')
    // A workspace of which nobody has been seen is a short list too.
    second.community.report('slack', { ...THREE, workspace: 'T2' })
    await round(second)
    expect(proposal(second)).toMatchObject({ state: 'nominated', members: 8 })
  })

  test('fixes as many approvals as there were experts within the last week, however short the list is now', async () => {
    const first = await start()
    first.community.report('slack', THREE)
    await round(first)
    await first.act('U0', submit())
    expect(proposal(first)).toMatchObject({ state: 'review', approvalsNeeded: 2 })
    const second = await start()
    second.community.report('slack', experts('E1'))
    await second.act(
      'U7',
      submit({ kind: 'mandatory', role: 'ml-engineer', level: 'senior', skill: 'docker', to: true }, 'proposal-2'),
    )
    expect(second.ladder.state().proposals.get('proposal-2')).toMatchObject({ state: 'review', approvalsNeeded: 2 })
    // After a week the short list is the list.
    time += 8 * DAY
    await second.ladder.advanceProposals()
    await second.act(
      'U8',
      submit({ kind: 'mandatory', role: 'ml-engineer', level: 'senior', skill: 'postgresql', to: true }, 'proposal-3'),
    )
    expect(second.ladder.state().proposals.get('proposal-3')).toMatchObject({ state: 'review', approvalsNeeded: 1 })
  })

  test('takes a proposal before all platforms have reported, and counts the members when they have', async () => {
    const first = await start(['slack', 'discord'])
    first.community.report('slack', THREE)
    for (let n = 0; n < 3; n += 1) await first.store.members.recordActivity(person(`U${n}`), time)
    for (let n = 0; n < 40; n += 1)
      await first.store.members.recordActivity({ platform: 'discord', workspace: 'G1', user: `${n}` }, time)
    await first.act('U0', submit())
    expect(proposal(first)).toMatchObject({ state: 'nominated', members: 2, nominatorsNeeded: 2 })
    await first.act('U1', { type: 'nominate', id: ID, on: true })
    await first.act('U2', { type: 'nominate', id: ID, on: true })
    await round(first)
    expect(proposal(first)?.state).toBe('nominated')
    expect(await first.act('U1', { type: 'review', id: ID, verdict: 'approve', reason: '' })).toMatchObject({
      refusal: { why: 'notReady' },
    })
    first.community.report('discord', { workspace: 'G1', experts: [], admins: [] })
    time += MINUTE
    await round(first)
    expect(proposal(first)).toMatchObject({ state: 'nominated', members: 42, nominatorsNeeded: 4 })
    expect(await first.act('U1', { type: 'review', id: ID, verdict: 'approve', reason: '' })).toMatchObject({
      refusal: { why: 'notExpert' },
    })
  })

  test('decides with the experts of a platform that another process runs', async () => {
    const slack = await start(['slack'])
    const discord = await start(['discord'])
    slack.community.report('slack', experts('E1'))
    discord.community.report('discord', {
      workspace: 'G1',
      experts: ['1', '2'].map((user) => ({ key: `discord/G1/${user}`, domain: null })),
      admins: [],
    })
    await discord.community.sync()
    await slack.community.sync()
    await slack.act('U0', submit())
    expect(proposal(slack)).toMatchObject({ state: 'review', approvalsNeeded: 2 })
  })
})

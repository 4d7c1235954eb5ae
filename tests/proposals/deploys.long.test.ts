import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CatalogChange } from '../../src/catalog/index.ts'
import type { CommunityReport } from '../../src/proposals/community.ts'
import { key, type Process, person, START, startProcess } from '../bot/proposals/processes.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { DAY, HOUR } from './simulated-log.ts'

const DEPLOYS = 200
const USERS = 12

const experts = (...users: readonly string[]): CommunityReport => ({
  workspace: 'T1',
  experts: users.map((user) => ({ key: key(user), domain: null })),
  admins: [],
})

const mandatory = (skill: string): CatalogChange => ({
  kind: 'mandatory',
  role: 'ml-engineer',
  level: 'senior',
  skill,
  to: true,
})

describe.skipIf(!hasRedis())('a day of deploys', () => {
  let redis: RedisServer
  let time = START

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())

  const start = (): Promise<Process> =>
    startProcess({ redis, prefix: 'deploys:', now: () => time, platforms: ['slack', 'discord'] })
  const round = async ({ ladder }: Process): Promise<void> => {
    await ladder.catchUp()
    await ladder.advanceProposals()
  }
  const report = (process: Process): void => {
    process.community.report('slack', experts('E1', 'E2', 'E3'))
    process.community.report('discord', { workspace: 'G1', experts: [], admins: [] })
  }
  const states = ({ ladder }: Process) =>
    [...ladder.state().proposals.values()].map(({ id, state, approvalsNeeded, members, quorum }) => ({
      id,
      state,
      approvalsNeeded,
      members,
      quorum,
    }))

  /** Proposals in every state in which something is waited for. Nothing of it is due within a day. */
  const prepare = async (process: Process): Promise<void> => {
    report(process)
    for (let n = 0; n < USERS; n += 1) await process.store.members.recordActivity(person(`U${n}`), time)
    const submit = (id: string, by: string, skill: string) =>
      process.act(by, { type: 'submit', id, change: mandatory(skill), reason: 'r', lane: 'vote' })
    const nominate = (id: string, by: string) => process.act(by, { type: 'nominate', id, on: true })
    for (const [id, by, skill] of [
      ['approved-1', 'U0', 'docker'],
      ['objected-1', 'U1', 'postgresql'],
    ] as const) {
      await submit(id, by, skill)
      for (const user of ['U5', 'U6']) await nominate(id, user)
      for (const user of ['U5', 'U6', 'U7', 'U8'])
        await process.act(user, { type: 'vote', id, round: 1, choice: 'for' })
    }
    time += 3 * DAY + HOUR
    await round(process)
    await process.act('E1', { type: 'review', id: 'approved-1', verdict: 'approve', reason: '' })
    await process.act('E2', { type: 'review', id: 'objected-1', verdict: 'object', reason: 'No' })
    await submit('nominated', 'U2', 'pytorch')
    await nominate('nominated', 'U5')
    await submit('voting-1', 'U3', 'redis')
    for (const user of ['U5', 'U6']) await nominate('voting-1', user)
    await process.act('U7', { type: 'vote', id: 'voting-1', round: 1, choice: 'for' })
    await process.act('U4', { type: 'draft', id: 'drafted-1', source: { message: 'slack/T1/C1/1', link: null } })
  }

  test(`${DEPLOYS} of them decide nothing, whichever platform reports late or too little`, async () => {
    let running = await start()
    await prepare(running)
    const before = states(running)
    expect(before.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'approved-1 review',
      'objected-1 review',
      'nominated nominated',
      'voting-1 voting',
      'drafted-1 draft',
    ])
    const { revision: turns } = running.ladder.state()
    for (let deploy = 0; deploy < DEPLOYS; deploy += 1) {
      time += Math.floor(DAY / DEPLOYS)
      const next = await start()
      await round(next)
      // One after the other, none at all for a while, or a role that is empty for a moment.
      if (deploy % 4 === 0) next.community.report('discord', { workspace: 'G1', experts: [], admins: [] })
      if (deploy % 4 === 1) next.community.report('slack', { ...experts(), pending: true })
      if (deploy % 4 === 2) next.community.report('slack', experts('E1'))
      if (deploy % 4 === 3) next.community.markUnavailable('discord')
      await round(next)
      // The process that is replaced goes on meanwhile.
      await round(running)
      report(next)
      await round(next)
      expect(states(next)).toEqual(before)
      await running.close()
      running = next
    }
    expect(running.ladder.state().revision).toBe(turns)
    // What was waited for happens when it is due.
    await running.act('E2', { type: 'review', id: 'approved-1', verdict: 'approve', reason: '' })
    expect(running.ladder.state().proposals.get('approved-1')?.state).toBe('applied')
    await running.act('U6', { type: 'nominate', id: 'nominated', on: true })
    expect(running.ladder.state().proposals.get('nominated')?.state).toBe('voting')
    await running.close()
  })
})

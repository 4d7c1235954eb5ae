import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetPerson } from '../../../src/app/forget.ts'
import { PLATFORMS } from '../../../src/platforms/registry.ts'
import type { Community } from '../../../src/proposals/community.ts'
import { DEFAULT_POLICY } from '../../../src/proposals/domain/index.ts'
import { erasePeople } from '../../../src/proposals/erasure.ts'
import { createProposalService, type ProposalService } from '../../../src/proposals/index.ts'
import { type Person, personKey } from '../../../src/store/person.ts'
import { openRedisStore } from '../../../src/store/redis/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { MORE_PYTORCH, submit } from '../../proposals/simulated-log.ts'
import { loaded } from '../../proposals/stages.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'

const personWith = (user: string): Person => ({ platform: 'slack', workspace: 'T1', user })
const key = (user: string): string => personKey(personWith(user))
const ELSEWHERE = { platform: 'discord', workspace: '8000', user: '42' }

const people: Community = {
  experts: [{ key: key('Uexpert'), domain: null }],
  recentExperts: [{ key: key('Uexpert'), domain: null }],
  admins: [],
  moreExperts: false,
  isComplete: true,
  canDecide: () => false,
  includes: () => true,
  hasWorkspace: true,
  isPending: () => false,
  checkMembership: () => Promise.resolve('member'),
}

describe.skipIf(!hasRedis())('people who are erased from the log', () => {
  let redis: RedisServer
  let stores: readonly [Store, Store]
  const problems: string[] = []
  const time = Date.UTC(2026, 0, 5, 9)

  const open = async (store: Store): Promise<ProposalService> => {
    const ladder = createProposalService({
      ...loaded,
      store,
      policy: { ...DEFAULT_POLICY, startsPerDay: 5, voteFrom: 1, minVoteHours: 0 },
      community: () => people,
      now: () => time,
      logRefusal: () => undefined,
      report: (problem) => problems.push(problem),
    })
    await ladder.catchUp()
    return ladder
  }
  const act = (ladder: ProposalService, user: string, command: Parameters<ProposalService['execute']>[0]) =>
    ladder.execute(command, { person: key(user), bot: false })

  beforeAll(async () => {
    redis = await startRedis()
    const options = { url: redis.url, prefix: 'rung:', onQuarantine: () => undefined }
    stores = [await openRedisStore(options), await openRedisStore(options)]
    for (let n = 0; n < 10; n += 1) await stores[0].members.recordActivity(personWith(`U${n}`), time)
  })
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await redis.stop()
  })

  /** All that a board says of its proposals, with each person named by when they first come up. */
  const outline = (ladder: ProposalService): string => {
    const names = new Map<string, string>()
    return [...ladder.state().proposals.values()]
      .map(({ number, state, author, nominators, votes, reviews, rejectedFor, closed }) =>
        JSON.stringify([
          number,
          state,
          author,
          [...nominators.keys()],
          [...votes],
          [...reviews.keys()],
          rejectedFor,
          closed,
        ]),
      )
      .join('\n')
      .replaceAll(/(?:slack|discord|forgotten)\/[^"]+/gu, (key) => {
        names.set(key, names.get(key) ?? `person ${names.size}`)
        return names.get(key) ?? ''
      })
  }
  const memory = (ladder: ProposalService): string =>
    JSON.stringify([
      [...ladder.state().proposals.values()].map((proposal) => [
        proposal,
        [...proposal.nominators],
        [...proposal.votes],
        [...proposal.reviews],
      ]),
      ladder.transitions(),
    ])

  test('leave it in every process and on the server; what was decided stays', async () => {
    const [first, second] = [await open(stores[0]), await open(stores[1])]
    await act(first, 'U1', submit(MORE_PYTORCH, 'proposal-1'))
    await first.record({ type: 'linked', at: time, by: personKey(ELSEWHERE), to: key('U1') })
    for (const user of ['U2', 'U3', 'U4']) await act(first, user, { type: 'nominate', id: 'proposal-1', on: true })
    for (const user of ['U2', 'U3', 'U4', 'U5']) {
      await act(first, user, { type: 'vote', id: 'proposal-1', round: 1, choice: 'for' })
    }
    await first.advanceProposals()
    await act(first, 'Uexpert', { type: 'review', id: 'proposal-1', verdict: 'object', reason: 'My secret objection' })
    await second.catchUp()
    const before = outline(first)
    expect(before).toContain('"rejected"')
    expect(memory(second)).toContain('My secret objection')

    expect((await forgetPerson(key('U1'), stores[0], time)).toSorted()).toEqual([personKey(ELSEWHERE), key('U1')])
    await erasePeople([personWith('Uexpert'), personWith('U3')], stores[0], time, PLATFORMS)
    await Promise.all([first.catchUp(), second.catchUp()])
    const third = await open(stores[1])

    for (const ladder of [first, second, third]) {
      expect(outline(ladder)).toBe(before)
      for (const erased of ['T1/U1"', 'T1/U3', 'Uexpert', 'discord/8000', 'secret', 'We ship models']) {
        expect(memory(ladder)).not.toContain(erased)
      }
      expect(memory(ladder)).toContain(key('U4'))
      expect(ladder.logStatus()).toMatchObject({ losses: 0, unreadable: 0 })
    }
    const raw = JSON.stringify(await redis.client().xrange('rung:{log:ladder}', '-', '+'))
    for (const erased of ['T1/U1"', 'T1/U3', 'Uexpert', 'discord/8000', 'secret', 'We ship models'])
      expect(raw).not.toContain(erased)
    expect(await redis.client().keys('rung:*rewrite*')).toEqual([])
    expect(problems).toEqual([])

    // Every process goes on from where it was.
    await act(second, 'U6', submit({ ...MORE_PYTORCH, skill: 'docker' }, 'proposal-2'))
    await Promise.all([first.catchUp(), third.catchUp()])
    expect(outline(first)).toBe(outline(second))
    expect(outline(third)).toBe(outline(second))
  })
  test('leave it when an erasure that was interrupted is repeated, with the accounts that only the log still has', async () => {
    const [store] = stores
    const elsewhere = { ...ELSEWHERE, workspace: '7000' }
    const ladder = await open(store)
    const by = { person: personKey(elsewhere), bot: false }
    await ladder.execute(submit({ ...MORE_PYTORCH, skill: 'aws' }, 'proposal-3'), by)
    // What a process does before it gets to the log.
    for (const account of [elsewhere, ELSEWHERE]) await store.erase(account)
    await forgetPerson(personKey(ELSEWHERE), store, time)
    await ladder.catchUp()
    expect(ladder.state().proposals.get('proposal-3')?.author).toMatch(/^forgotten\//u)
    expect(JSON.stringify(await redis.client().xrange('rung:{log:ladder}', '-', '+'))).not.toContain('discord/7000')
  })
})

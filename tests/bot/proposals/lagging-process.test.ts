import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { proposalViews } from '../../../src/bot/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import { LADDER_LOG, serializeEvent } from '../../../src/proposals/domain/index.ts'
import { startPublisher } from '../../../src/proposals/publisher.ts'
import { LOG_PAGE } from '../../../src/store/event-log.ts'
import type { Person } from '../../../src/store/person.ts'
import { submit } from '../../proposals/simulated-log.ts'
import { hasRedis, type RedisServer, startRedis } from '../../redis-server.ts'
import { key, type Process, person, START, startProcess } from './processes.ts'

const ID = 'proposal-1'
const CARD = 'slack/T1/C1/1'

interface Reaction {
  readonly on: boolean
  readonly ref: string
  readonly isThere?: boolean
}

/** Two processes, of which one has not yet read what the other wrote a moment ago. */
describe.skipIf(!hasRedis())('a process that lags behind the log', () => {
  let redis: RedisServer
  let tests = 0
  let ahead: Process
  let behind: Process

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  beforeEach(async () => {
    tests += 1
    const options = { redis, prefix: `lag${tests}:`, now: () => START }
    ahead = await startProcess(options)
    behind = await startProcess(options)
    for (const { community } of [ahead, behind]) {
      community.report('slack', { workspace: 'T1', experts: [{ key: key('expert'), domain: null }], admins: [] })
    }
    for (let n = 0; n < 9; n += 1) await ahead.store.members.recordActivity(person(`U${n}`), START)
    await ahead.act('U0', submit())
    return async () => {
      await Promise.all([ahead.close(), behind.close()])
    }
  })

  /** A process handles the nominating emoji on a message; `isThere` is what the platform says of it when asked. */
  const react = (process: Process, user: string, { on, ref, isThere = true }: Reaction) =>
    process.bot.handleReaction({
      type: 'reaction',
      id: `E${on}`,
      person: person(user),
      locale: 'en',
      isAdded: on,
      hasEmoji: true,
      message: {
        ref,
        own: ref === CARD,
        read: () => Promise.resolve({ text: 'docker', link: null }),
        hasReaction: () => Promise.resolve(isThere),
      },
    })
  const nominate = (on: boolean) => ({ type: 'nominate', id: ID, on }) as const

  test('opens no vote with a nomination that was taken back', async () => {
    await ahead.act('U1', nominate(true))
    await behind.ladder.catchUp()
    await ahead.act('U1', nominate(false))
    await behind.act('U2', nominate(true))
    await ahead.ladder.catchUp()
    for (const { ladder } of [ahead, behind]) {
      const proposal = ladder.state().proposals.get(ID)
      expect(proposal).toMatchObject({ state: 'nominated', nominatorsNeeded: 2 })
      expect([...(proposal?.nominators.keys() ?? [])]).toEqual([key('U2')])
    }
  })

  test('takes back a nomination that it has not read yet', async () => {
    await behind.ladder.catchUp()
    await ahead.ladder.record({ type: 'posted', id: ID, at: START, place: 'slack', message: CARD })
    await behind.ladder.catchUp()
    await ahead.act('U1', { ...nominate(true), emoji: 'slack' })
    await react(behind, 'U1', { on: false, ref: CARD })
    await ahead.ladder.catchUp()
    expect(ahead.ladder.state().proposals.get(ID)?.nominators.size).toBe(0)
  })

  test('is told of what took effect, though more entries came before it than one page of the log has', async () => {
    await behind.ladder.catchUp()
    const removal = { type: 'reactionRemoved', at: START, by: null, message: 'slack/T1/C1/other' } as const
    const entries = Array.from({ length: LOG_PAGE + 1 }, () => serializeEvent(removal))
    await ahead.store.eventLog.append(LADDER_LOG, entries, null)
    expect(await behind.act('U0', { type: 'withdraw', id: ID })).toMatchObject({
      status: 'done',
      proposal: { state: 'withdrawn' },
    })
  })

  test('is told of what took effect, though an outage made the store append it twice', async () => {
    await behind.ladder.catchUp()
    const { eventLog } = behind.store
    const append = eventLog.append.bind(eventLog)
    Object.assign(eventLog, {
      async append(...args: Parameters<typeof append>) {
        await append(...args)
        return append(...args)
      },
    })
    const done = { status: 'done', proposal: { state: 'withdrawn' } }
    expect(await behind.act('U0', { type: 'withdraw', id: ID })).toMatchObject(done)
  })

  describe('an emoji and its removal that are handled in the wrong order', () => {
    beforeEach(async () => {
      await ahead.ladder.record({ type: 'posted', id: ID, at: START, place: 'slack', message: CARD })
      await ahead.act('U2', nominate(true))
      await behind.ladder.catchUp()
    })
    const stands = async () => {
      await behind.ladder.catchUp()
      const { state, nominators } = behind.ladder.state().proposals.get(ID) ?? {}
      return { state, nominators: [...(nominators?.keys() ?? [])] }
    }

    test('nominate nobody and open no vote, whichever process has which', async () => {
      for (const [added, removed] of [
        [behind, ahead],
        [ahead, behind],
        [ahead, ahead],
      ] as const) {
        await react(removed, 'U1', { on: false, ref: CARD })
        expect(await react(added, 'U1', { on: true, ref: CARD, isThere: false })).toBeUndefined()
        expect(await stands()).toEqual({ state: 'nominated', nominators: [key('U2')] })
      }
    })

    test('nominate if the emoji is on the message after all', async () => {
      await react(ahead, 'U1', { on: false, ref: CARD })
      expect(await react(behind, 'U1', { on: true, ref: CARD })).toMatchObject({ type: 'reply' })
      expect(await stands()).toEqual({ state: 'voting', nominators: [key('U2'), key('U1')] })
    })

    test('nominate once, though another process is late with the same two', async () => {
      await ahead.act('U2', nominate(false))
      await react(ahead, 'U1', { on: true, ref: CARD })
      await react(ahead, 'U1', { on: false, ref: CARD })
      expect(await react(behind, 'U1', { on: true, ref: CARD, isThere: false })).toBeUndefined()
      expect((await stands()).nominators).toEqual([])
    })

    test('nominate nobody for an idea that was not there yet', async () => {
      const idea = 'slack/T1/C7/7'
      await react(behind, 'U4', { on: false, ref: idea })
      await react(ahead, 'U3', { on: true, ref: idea })
      expect(await react(behind, 'U4', { on: true, ref: idea, isThere: false })).toBeUndefined()
      await ahead.ladder.catchUp()
      const proposal = [...ahead.ladder.state().proposals.values()].find(({ source }) => source?.message === idea)
      expect(proposal).toMatchObject({ author: key('U3'), nominators: new Map() })
    })

    test('nominate nobody if a moderator removed everyone’s', async () => {
      await ahead.bot.handleEmojiRemoval({ platform: 'slack', ref: CARD, nominators: undefined })
      expect(await react(behind, 'U1', { on: true, ref: CARD, isThere: false })).toBeUndefined()
      expect((await stands()).state).toBe('nominated')
    })

    test('nominate nobody if the emojis were compared in between', async () => {
      await compare(behind, async () => {
        await react(ahead, 'U1', { on: false, ref: CARD })
        return [person('U1')]
      })
      expect((await stands()).nominators).toEqual([key('U2')])
    })
  })

  test('does what a person asks for again, though it still shows that from before', async () => {
    await ahead.act('U1', nominate(true))
    await behind.ladder.catchUp()
    await ahead.act('U1', nominate(false))
    await behind.act('U1', nominate(true))
    expect([...(behind.ladder.state().proposals.get(ID)?.nominators.keys() ?? [])]).toEqual([key('U1')])

    await ahead.act('U2', nominate(true))
    const vote = (choice: 'for' | 'against') => ({ type: 'vote', id: ID, round: 1, choice }) as const
    await ahead.act('U3', vote('for'))
    await behind.ladder.catchUp()
    await ahead.act('U3', vote('against'))
    await behind.act('U3', vote('for'))
    await ahead.ladder.catchUp()
    expect(ahead.ladder.state().proposals.get(ID)?.tally).toEqual({ for: 1, against: 0 })
  })

  test('leaves a nomination taken back that was taken back while the emojis were read', async () => {
    await ahead.ladder.record({ type: 'posted', id: ID, at: START, place: 'slack', message: CARD })
    await behind.ladder.catchUp()
    await compare(behind, async () => {
      await ahead.act('U1', nominate(true))
      await ahead.act('U1', nominate(false))
      return [person('U1')]
    })
    expect(behind.ladder.state().proposals.get(ID)?.nominators.size).toBe(0)
  })

  test('lets nothing follow from a review that came too late to count', async () => {
    const change = { kind: 'statement', skill: 'docker', proficiency: 'working', locale: 'en', to: 'Ships.' } as const
    const wording = 'wording-1'
    for (const { community } of [ahead, behind]) {
      const experts = ['E1', 'E2'].map((user) => ({ key: key(user), domain: null }))
      community.report('slack', { workspace: 'T1', experts, admins: [] })
    }
    await ahead.act('U4', { type: 'submit', id: wording, change, reason: 'r', lane: 'wording' })
    await behind.ladder.catchUp()
    const review = (verdict: 'abstain' | 'object') => ({ type: 'review', id: wording, verdict, reason: 'no' }) as const
    await ahead.act('E1', review('abstain'))
    expect(await behind.act('E2', review('object'))).toMatchObject({ status: 'done' })
    await ahead.ladder.catchUp()
    for (const { ladder } of [ahead, behind]) {
      const { state, history } = ladder.state().proposals.get(wording) ?? {}
      expect(state).toBe('nominated')
      expect(history?.map(({ what }) => what)).toEqual(['nominated', 'review', 'abstain', 'object', 'nominated'])
    }
  })

  test('extends no vote that was won in its last moment', async () => {
    // The log decides the result of a vote: a transition names the tally that it was decided on.
    await ahead.act('U1', nominate(true))
    await ahead.act('U2', nominate(true))
    await behind.ladder.catchUp()
    const { revision } = behind.ladder.state()
    await ahead.act('U3', { type: 'vote', id: ID, round: 1, choice: 'for' })
    const extended = {
      type: 'extended',
      id: ID,
      at: START,
      base: revision,
      for: 0,
      against: 0,
      until: START + 9,
    } as const
    expect(ahead.ladder.state().withEvent(extended)).toBeUndefined()
    expect(behind.ladder.state().withEvent(extended)).toBeDefined()
  })
})

/** Has a process compare the nominations with the emojis on the messages. */
async function compare(process: Process, nominators: () => Promise<readonly Person[]>): Promise<void> {
  let read = false
  const publishing = startPublisher({
    views: proposalViews,
    proposals: process.ladder,
    keyValues: process.store.keyValues,
    claims: process.store.claims,
    settings: process.store.settings,
    proposalsChannel: {
      platform: 'slack',
      post: () => Promise.reject(new Error('there is a card')),
      update: () => Promise.resolve(),
      async listNominators() {
        const people = await nominators()
        read = true
        return people
      },
    },
    notifier: { tell: () => Promise.resolve('delivered') },
    t: () => translator('en'),
    now: () => START,
    report: (problem) => {
      throw new Error(problem)
    },
  })
  await expect.poll(() => read).toBe(true)
  await publishing.stop()
}

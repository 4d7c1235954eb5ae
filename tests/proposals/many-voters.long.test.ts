import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeBot } from '../../src/app/app.ts'
import { type Bot, proposalViews } from '../../src/bot/index.ts'
import { loadCatalog } from '../../src/catalog/index.ts'
import { translator } from '../../src/i18n/index.ts'
import { countVotes, DEFAULT_POLICY } from '../../src/proposals/domain/index.ts'
import { createCommunityTracker, type ProposalService } from '../../src/proposals/index.ts'
import { startPublisher } from '../../src/proposals/publisher.ts'
import { personKey } from '../../src/store/person.ts'
import { openRedisStore } from '../../src/store/redis/index.ts'
import type { Store } from '../../src/store/store.ts'
import { ownCatalog } from '../fixtures/catalog.ts'
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts'
import { ID, submit } from './simulated-log.ts'

const VOTERS = 10_000
const AT_ONCE = 50
const LOG_KEY = 'rung:{log:ladder}'

describe.skipIf(!hasRedis())('ten thousand voters, on two processes', () => {
  let redis: RedisServer
  let processes: readonly { readonly store: Store; readonly ladder: ProposalService; readonly bot: Bot }[] = []
  const person = (n: number) => ({ platform: 'slack', workspace: 'T1', user: `U${n}` })
  const edits: { readonly at: number; readonly text: string }[] = []

  beforeAll(async () => {
    redis = await startRedis()
    const loaded = await loadCatalog(ownCatalog)
    if (!loaded.ok) throw new Error('the catalog is broken')
    const community = createCommunityTracker()
    community.report('slack', { workspace: 'T1', experts: [], admins: [] })
    const open = async () => {
      const store = await openRedisStore({ url: redis.url, prefix: 'rung:', onQuarantine: () => undefined })
      const { bot, proposals: ladder } = composeBot({
        store,
        loaded,
        community,
        policy: DEFAULT_POLICY,
        sessionMs: 1,
        now: Date.now,
        newId: () => 'new-id',
        report: (problem, details) => {
          throw new Error(`${problem}: ${JSON.stringify(details)}`)
        },
        onFailure: ({ error }) => {
          throw error
        },
      })
      return { store, ladder, bot }
    }
    processes = [await open(), await open()]
    const [first] = processes
    if (!first) throw new Error('no process')
    for (const { bot, store } of processes) {
      for (let from = 0; from <= VOTERS; from += AT_ONCE) {
        for (let n = from; n < Math.min(from + AT_ONCE, VOTERS + 1); n += 1) bot.recordActivity(person(n))
        // The answer comes after those to what was sent before.
        await store.members.activeSince(Number.MAX_SAFE_INTEGER)
      }
    }
    await first.ladder.execute(submit(), { person: personKey(person(0)), bot: false })
    for (let n = 1; n <= 25; n += 1) {
      await first.ladder.execute({ type: 'nominate', id: ID, on: true }, { person: personKey(person(n)), bot: false })
    }
    for (const { ladder } of processes) await ladder.catchUp()
  })
  afterAll(async () => {
    await Promise.all(processes.map(({ store }) => store.close()))
    await redis?.stop()
  })

  test('cost one round trip each; the tally is exact and the card changes once a second at most', async () => {
    const [first, second] = processes
    if (!first || !second) throw new Error('no processes')
    expect(first.ladder.state().proposals.get(ID)).toMatchObject({ state: 'voting', quorum: 50, members: VOTERS })
    const monitor = await redis.client().monitor()
    // Appends to the log of decisions, and reads of it: what a vote may cost.
    const sent = { appends: 0, reads: 0 }
    monitor.on('monitor', (_time: string, args: string[], source: string) => {
      if (source === 'lua' || !args.includes(LOG_KEY)) return
      if (String(args[0]).toLowerCase().startsWith('eval')) sent.appends += 1
      else sent.reads += 1
    })
    let expected = { for: 0, against: 0 }
    const vote = async (n: number, choice: 'for' | 'against'): Promise<void> => {
      const { bot } = (n % 2 ? first : second) ?? first
      const payload = `1v:v:${ID}:1:${choice}`
      const outcome = await bot.handle({ type: 'action', id: `${n}`, person: person(n), locale: 'en', payload })
      expect(outcome).not.toHaveProperty('failed')
    }
    const publishing = startPublisher({
      views: proposalViews,
      proposals: first.ladder,
      keyValues: first.store.keyValues,
      claims: first.store.claims,
      settings: first.store.settings,
      proposalsChannel: {
        platform: 'slack',
        post: (message) => {
          edits.push({ at: performance.now(), text: JSON.stringify(message) })
          return Promise.resolve('slack/T1/C1/1')
        },
        update: (_, message) => {
          edits.push({ at: performance.now(), text: JSON.stringify(message) })
          return Promise.resolve()
        },
        listNominators: () => Promise.resolve([]),
      },
      notifier: { tell: () => Promise.resolve('delivered') },
      t: () => translator('en'),
      now: Date.now,
      report: (problem, details) => {
        throw new Error(`${problem}: ${JSON.stringify(details)}`)
      },
    })
    const startedAt = performance.now()
    for (let from = 1; from <= VOTERS; from += AT_ONCE) {
      const all = Array.from({ length: AT_ONCE }, (_, at) => from + at)
      await Promise.all(all.map((n) => vote(n, n % 3 ? 'for' : 'against')))
    }
    const took = performance.now() - startedAt
    for (let n = 1; n <= VOTERS; n += 1) {
      expected = n % 3 ? { ...expected, for: expected.for + 1 } : { ...expected, against: expected.against + 1 }
    }
    // One append a vote, and one for the card that was posted. Nothing is read first. The monitor may lag behind the answers.
    await expect.poll(() => sent.appends, { timeout: 60_000 }).toBe(VOTERS + 1)
    expect(sent.reads).toBe(0)
    for (const { ladder } of processes) await ladder.catchUp()
    await expect.poll(() => edits.at(-1)?.text ?? '', { timeout: 60_000 }).toContain('10,000 votes')
    await publishing.stop()
    expect(sent.appends).toBe(VOTERS + 1)
    for (const { ladder } of processes) {
      const proposal = ladder.state().proposals.get(ID)
      expect(proposal?.tally).toEqual(expected)
      expect(proposal && countVotes(proposal)).toEqual(expected)
    }
    monitor.disconnect()
    expect(edits.length).toBeGreaterThan(1)
    expect(edits.length).toBeLessThan(3 + (performance.now() - startedAt) / 1000)
    for (const [n, edit] of edits.entries()) {
      const before = edits[n - 1]
      expect(before ? edit.at - before.at : 1000).toBeGreaterThan(900)
    }
    process.stdout.write(`${VOTERS} votes in ${Math.round(took)} ms, ${edits.length} cards\n`)
  })
})

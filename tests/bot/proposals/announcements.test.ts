import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { proposalViews } from '../../../src/bot/index.ts'
import { type Locale, translator } from '../../../src/i18n/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { type Notifier, type ProposalsChannel, startPublisher } from '../../../src/proposals/index.ts'
import type { ClaimStore } from '../../../src/store/store.ts'
import { StoreUnavailable } from '../../../src/store/store.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { submit } from '../../proposals/simulated-log.ts'
import { labels, notes, payloadOf } from '../read-message.ts'
import { DAY, key, type Opened, openLadder, person } from './open-ladder.ts'

// What people hear about a proposal: in the thread of its card, and in direct messages.

const EVERY_MS = 10
const ID = 'proposal-1'

let open: Opened
/** The lines in threads. */
let lines: string[]
let messages: { user: string; message: Message }[]
let reports: string[]
let failing: Error | undefined
let running: { stop(): Promise<void> }[]
const locales = new Map<string, Locale>()
const marks = new Set<string>()

beforeEach(async () => {
  lines = []
  messages = []
  reports = []
  failing = undefined
  running = []
  locales.clear()
  marks.clear()
  open = await openLadder({
    catalog: ownCatalog,
    experts: ['E1', 'E2'],
    report: (problem) => reports.push(problem),
  })
  for (let n = 0; n < 6; n += 1) await open.store.members.recordActivity(person(`M${n}`), open.now())
})
afterEach(async () => {
  await Promise.all(running.map((publisher) => publisher.stop()))
  await open?.close()
})

const proposalsChannel: ProposalsChannel = {
  platform: 'slack',
  post: () => Promise.resolve('slack/T1/C1/1'),
  update: () => Promise.resolve(),
  postInThread(ref, { summary }, mark, again) {
    if (failing) return Promise.reject(failing)
    // As platforms do: what may have been posted is looked for.
    if (again && marks.has(mark)) return Promise.resolve()
    marks.add(mark)
    lines.push(`${ref}: ${summary}`)
    return Promise.resolve()
  },
  listNominators: () => Promise.resolve(undefined),
}

const notifier: Pick<Notifier, 'tell'> = {
  tell({ user }, message, { mark, repeated }) {
    if (repeated && marks.has(mark)) return Promise.resolve('delivered')
    marks.add(mark)
    messages.push({ user, message: message(translator(locales.get(user) ?? 'en')) })
    return Promise.resolve('delivered')
  },
}

function publish(claims: ClaimStore = open.store.claims) {
  const publisher = startPublisher({
    views: proposalViews,
    proposals: open.ladder,
    keyValues: open.store.keyValues,
    claims,
    settings: open.store.settings,
    proposalsChannel,
    notifier,
    t: () => translator('en'),
    now: open.now,
    report: (problem) => reports.push(problem),
    intervalMs: EVERY_MS,
  })
  running.push(publisher)
  return publisher
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (holds()) return
    await sleep(EVERY_MS)
  }
  throw new Error(`waited for ${what}: ${[...lines, ...summaries()].join(' | ')}; ${reports.join(' | ')}`)
}

const summaries = (): readonly string[] => messages.map(({ user, message }) => `${user}: ${message.summary}`)
const messagesOf = (user: string): readonly string[] =>
  messages.filter((each) => each.user === user).map(({ message }) => message.summary)

type Act = Parameters<Opened['ladder']['execute']>[0]

const act = async (user: string, command: Act): Promise<void> => {
  const { status } = await open.ladder.execute(command, { person: key(user), bot: false })
  expect(status).toBe('done')
}

const toVote = async (): Promise<void> => {
  await act('M0', submit())
  for (const user of ['M1', 'M2']) await act(user, { type: 'nominate', id: ID, on: true })
}

const vote = (user: string, choice: 'for' | 'against') => act(user, { type: 'vote', id: ID, round: 1, choice })

const pass = async (ms: number): Promise<void> => {
  open.later(ms)
  await open.ladder.advanceProposals()
}

const press = async (user: string, payload: string): Promise<Message> => {
  const event = { id: `press-${user}-${payload}`, person: person(user), locale: 'en', type: 'action', payload } as const
  const response = await open.bot.handle(event)
  if (response.type !== 'reply' || response.failed) throw new Error(JSON.stringify(response))
  return response.message
}

const list = async (user: string): Promise<Message> => {
  const event = { id: `list-${user}-${open.now()}`, person: person(user), locale: 'en', type: 'text' } as const
  const response = await open.bot.handle({ ...event, text: '/proposals' })
  if (response.type !== 'reply') throw new Error('no reply')
  return response.message
}

describe('the thread of a card', () => {
  test('hears once that the vote is open, that experts decide, and that the change is live', async () => {
    publish()
    await toVote()
    await until('the first line', () => lines.length === 1)
    for (const user of ['M1', 'M2', 'M3']) await vote(user, 'for')
    await pass(3 * DAY)
    await until('the second line', () => lines.length === 2)
    for (const user of ['E1', 'E2']) await act(user, { type: 'review', id: ID, verdict: 'approve', reason: '' })
    await until('the third line', () => lines.length === 3)
    await sleep(EVERY_MS * 5)
    expect(lines).toEqual([
      'slack/T1/C1/1: Voting is open until January 12, 2026.',
      'slack/T1/C1/1: The proposal is now with the experts: 2 of them must approve it.',
      'slack/T1/C1/1: Accepted: the change is live.',
    ])
    expect(reports).toEqual([])
  })

  test('hears why a change is rejected, by the vote or by the experts', async () => {
    publish()
    await toVote()
    await until('the first line', () => lines.length === 1)
    for (const user of ['M1', 'M2', 'M3']) await vote(user, 'against')
    await pass(7 * DAY)
    await until('the result', () => lines.length === 2)
    expect(lines[1]).toContain('Rejected by the vote: 0 for, 3 against.')
  })

  test('hears the reason of the experts', async () => {
    publish()
    await toVote()
    // A clock that jumps while a line is being posted ends the lease for it.
    await until('the first line', () => lines.length === 1)
    for (const user of ['M1', 'M2', 'M3']) await vote(user, 'for')
    await pass(3 * DAY)
    await until('the second line', () => lines.length === 2)
    for (const user of ['E1', 'E2'])
      await act(user, { type: 'review', id: ID, verdict: 'object', reason: `No (${user})` })
    await until('the reason', () => lines.some((line) => line.includes('Rejected')))
    expect(lines.at(-1)).toContain('Rejected by the experts: No (E1); No (E2)')
  })

  test('hears a line once, though the process that posted it dies before it has recorded that', async () => {
    const dying = publish({
      ...open.store.claims,
      complete: (claim, ttlMs) =>
        claim.includes('/thread/')
          ? Promise.reject(new StoreUnavailable('away'))
          : open.store.claims.complete(claim, ttlMs),
    })
    await toVote()
    await until('the line', () => lines.length === 1)
    await dying.stop()
    open.later(20_000)
    publish()
    await until('the second process to finish it', () => reports.length > 0)
    await vote('M1', 'for')
    for (const user of ['M2', 'M3']) await vote(user, 'for')
    await pass(3 * DAY)
    await until('the next line', () => lines.length === 2)
    expect(lines.filter((line) => line.includes('Voting is open'))).toHaveLength(1)
  })

  test('that cannot be posted in is reported once, and holds up no message', async () => {
    failing = new Error('not in the channel')
    publish()
    await toVote()
    await until('a message', () => messagesOf('M1').length === 1)
    for (let nth = 0; nth < 3; nth += 1) {
      open.later(20_000)
      await sleep(EVERY_MS * 3)
    }
    expect(reports).toEqual(['the thread of a card could not be posted in'])
    failing = undefined
    open.later(20_000)
    await until('the line', () => lines.length === 1)
    expect(lines[0]).toContain('Voting is open')
  })

  test('that cannot be posted in again, after it could, is reported again', async () => {
    failing = new Error('not in the channel')
    publish()
    await toVote()
    await until('a report', () => reports.length === 1)
    failing = undefined
    open.later(20_000)
    await until('the line', () => lines.length === 1)
    failing = new Error('not in the channel')
    for (const user of ['M1', 'M2', 'M3']) await vote(user, 'for')
    await pass(3 * DAY)
    await until('another report', () => reports.length === 2)
    expect(new Set(reports)).toEqual(new Set(['the thread of a card could not be posted in']))
  })

  test('hears nothing of what happened long ago, such as before an upgrade', async () => {
    await toVote()
    open.later(2 * DAY)
    publish()
    await sleep(EVERY_MS * 10)
    expect(lines).toEqual([])
  })
})

describe('in direct messages', () => {
  test('those who nominated hear that the vote is open, with the choice, each in their language', async () => {
    locales.set('M2', 'es')
    publish()
    await sleep(EVERY_MS * 3)
    await toVote()
    await until('both', () => messagesOf('M1').length + messagesOf('M2').length === 2)
    expect(messagesOf('M1')).toEqual(['#1, which you nominated, is open for voting.'])
    expect(messagesOf('M2')).toEqual(['#1, que apoyaste, ya está en votación.'])
    const own = messages.find(({ user }) => user === 'M1')?.message
    expect(own && labels(own)).toEqual(['For', 'Against'])
    expect(messagesOf('M3')).toEqual([])
  })

  test('those who voted hear the outcome in one line, once from several processes', async () => {
    publish()
    await sleep(EVERY_MS * 3)
    publish()
    await toVote()
    for (const user of ['M3', 'M4', 'M5']) await vote(user, 'for')
    await pass(3 * DAY)
    for (const user of ['E1', 'E2']) await act(user, { type: 'review', id: ID, verdict: 'approve', reason: '' })
    const outcome = '#1, which you voted on, was accepted and is live.'
    await until('all', () => ['M3', 'M4', 'M5'].every((user) => messagesOf(user).includes(outcome)))
    await sleep(EVERY_MS * 5)
    for (const user of ['M3', 'M4', 'M5']) expect(messagesOf(user)).toEqual([outcome])
    const own = messages.find(({ user }) => user === 'M3')?.message
    expect(own && [notes(own), labels(own), own.blocks.length]).toEqual([[outcome], ['Details'], 2])
    expect(messagesOf('M1').filter((line) => line.includes('voted on'))).toEqual([])
  })

  test('those who voted hear that its author has withdrawn it', async () => {
    publish()
    await sleep(EVERY_MS * 3)
    await toVote()
    await vote('M3', 'for')
    await act('M0', { type: 'withdraw', id: ID })
    await until('the outcome', () => messagesOf('M3').length === 1)
    expect(messagesOf('M3')).toEqual(['#1, which you voted on, was withdrawn by its author.'])
  })

  test('those who voted hear why it was rejected', async () => {
    publish()
    await sleep(EVERY_MS * 3)
    await toVote()
    for (const user of ['M3', 'M4', 'M5']) await vote(user, 'for')
    await pass(3 * DAY)
    for (const user of ['E1', 'E2']) await act(user, { type: 'review', id: ID, verdict: 'object', reason: 'No' })
    await until('the outcome', () => messagesOf('M5').length === 1)
    expect(messagesOf('M5')).toEqual(['#1, which you voted on, was rejected: No; No'])
  })
})

describe('a reminder of a vote', () => {
  const REMINDER = 'The vote on #1 closes on January 12, 2026, and you haven’t voted yet.'

  test('is sent the day before it closes to members who asked for it and have not voted, once', async () => {
    for (const user of ['M0', 'M3', 'M4']) {
      const line = await press(user, payloadOf(await list(user), 'Remind me about votes'))
      expect(notes(line)[0]).toContain('the day before a vote closes')
      expect(labels(await list(user))).toContain('Turn vote reminders off')
    }
    publish()
    await toVote()
    await vote('M4', 'against')
    await pass(5 * DAY)
    await sleep(EVERY_MS * 10)
    expect(summaries().filter((line) => line.includes(REMINDER))).toEqual([])
    await pass(1.5 * DAY)
    await until('the reminder', () => messagesOf('M3').includes(REMINDER))
    await Promise.all(running.map((publisher) => publisher.stop()))
    publish()
    await sleep(EVERY_MS * 10)
    expect(summaries().filter((line) => line.includes(REMINDER))).toEqual([`M3: ${REMINDER}`])
    const own = messages.find(({ message }) => message.summary === REMINDER)?.message
    expect(own && labels(own)).toEqual(['For', 'Against', 'Turn vote reminders off'])
    if (own) await press('M3', payloadOf(own, 'Turn vote reminders off'))
    expect(labels(await list('M3'))).toContain('Remind me about votes')
  })

  test('is not sent to someone who is no member any more, who can still turn it off', async () => {
    const on = payloadOf(await list('M3'), 'Remind me about votes')
    await press('M3', on)
    open.community.report('slack', {
      workspace: 'T1',
      experts: [],
      admins: [],
      checkMembership: ({ user }) => Promise.resolve(user === 'M3' ? 'none' : 'member'),
    })
    publish()
    await toVote()
    await pass(6.5 * DAY)
    await sleep(EVERY_MS * 10)
    expect(messagesOf('M3')).toEqual([])
    await press('M3', on.replace(/1$/u, '0'))
    expect((await open.store.settings.read(person('M3'))).voteReminders).toBe(false)
  })

  test('is sent once, though the process that sends it dies before it has recorded that', async () => {
    for (const user of ['M3', 'M4']) await press(user, payloadOf(await list(user), 'Remind me about votes'))
    await toVote()
    const dying = publish({
      ...open.store.claims,
      complete: (claim, ttlMs) =>
        claim.includes('/closing/')
          ? Promise.reject(new StoreUnavailable('away'))
          : open.store.claims.complete(claim, ttlMs),
    })
    await pass(6.5 * DAY)
    await until('both', () => messagesOf('M3').includes(REMINDER) && messagesOf('M4').includes(REMINDER))
    await dying.stop()
    open.later(120_000)
    publish()
    await sleep(EVERY_MS * 20)
    expect(summaries().filter((line) => line.includes(REMINDER))).toHaveLength(2)
  })
})

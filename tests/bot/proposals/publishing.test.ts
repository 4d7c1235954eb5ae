import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { proposalViews } from '../../../src/bot/index.ts'
import type { CatalogChange } from '../../../src/catalog/index.ts'
import { translator } from '../../../src/i18n/index.ts'
import {
  type Notifier,
  type ProposalService,
  type ProposalsChannel,
  startPublisher,
} from '../../../src/proposals/index.ts'
import type { Store } from '../../../src/store/index.ts'
import type { Person } from '../../../src/store/person.ts'
import { StoreUnavailable } from '../../../src/store/store.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { submit } from '../../proposals/simulated-log.ts'
import { DAY, key, type Opened, openLadder, person } from './open-ladder.ts'

const EVERY_MS = 20
const LESS_DOCKER: CatalogChange = {
  kind: 'requirement',
  role: 'ml-engineer',
  level: 'senior',
  skill: 'docker',
  to: 'working',
}

let open: Opened
let store: Store
let ladder: ProposalService
let recipients: string[]
let posts: number
let reports: string[]
let channelOpen: boolean
let broken: boolean
let refusing: string
let called: string[]
const emojis = new Map<string, readonly Person[]>()
const closed = new Set<string>()
const marks = new Set<string>()

beforeEach(async () => {
  recipients = []
  posts = 0
  reports = []
  channelOpen = true
  broken = false
  refusing = ''
  called = []
  emojis.clear()
  closed.clear()
  marks.clear()
  open = await openLadder({
    catalog: ownCatalog,
    experts: ['E1', 'E2', 'E3'],
    report: (problem) => reports.push(problem),
  })
  ;({ store, ladder } = open)
})
afterEach(() => open?.close())

const proposalsChannel: ProposalsChannel = {
  platform: 'slack',
  post() {
    if (!channelOpen) return Promise.reject(new Error('not in the channel'))
    posts += 1
    return Promise.resolve(`slack/T1/C1/${posts}`)
  },
  update: (ref) => (ref === refusing || refusing === 'all' ? Promise.reject(new Error('locked')) : Promise.resolve()),
  mentionReviewers(ref, _, message) {
    called.push(`${ref}: ${message(translator('en')).summary}`)
    return Promise.resolve()
  },
  listNominators: (ref) => (broken ? Promise.reject(new Error('away')) : Promise.resolve(emojis.get(ref))),
}

const notifier: Pick<Notifier, 'tell'> = {
  tell({ user }, message, { mark, repeated }) {
    if (closed.has(user)) return Promise.resolve('refused')
    // As platforms type: what may have been told is looked for.
    if (repeated && marks.has(mark)) return Promise.resolve('delivered')
    marks.add(mark)
    recipients.push(`${user}: ${message(translator('en')).summary}`)
    return Promise.resolve('delivered')
  },
}

const publish = (events = store.claims) =>
  startPublisher({
    views: proposalViews,
    proposals: ladder,
    keyValues: store.keyValues,
    claims: events,
    settings: store.settings,
    proposalsChannel,
    notifier,
    t: () => translator('en'),
    now: open.now,
    report: (problem) => reports.push(problem),
    intervalMs: EVERY_MS,
  })

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (holds()) return
    await sleep(EVERY_MS)
  }
  throw new Error(`waited for ${what}; told ${recipients.join(' | ')}; reported ${reports.join(' | ')}`)
}

test('a person who accepts no messages does not block the others', async () => {
  const publishing = publish()
  await sleep(100)
  closed.add('E1')
  // Nobody else is about: experts decide at once.
  await ladder.execute(submit(), { person: key('ana'), bot: false })
  await until('the author and the other experts to be told', () => recipients.length === 3)
  expect(new Set(recipients.map((line) => line.split(':')[0]))).toEqual(new Set(['E2', 'E3', 'ana']))
  await publishing.stop()
})

test('a person gets a notification once, even if its delivery could not be recorded', async () => {
  let failures = 0
  const publishing = publish({
    ...store.claims,
    complete(claim, keepMs) {
      if (!claim.includes('/tell/') || failures > 0) return store.claims.complete(claim, keepMs)
      failures += 1
      return Promise.reject(new StoreUnavailable('away'))
    },
  })
  await ladder.execute(submit(), { person: key('ana'), bot: false })
  // Nobody knows who was in the middle of it, until its lease is over.
  await until('a report', () => reports.length > 0)
  open.later(16_000)
  await until('everybody to be told', () => recipients.length === 4)
  await sleep(EVERY_MS * 5)
  expect([failures, recipients.length, new Set(recipients).size]).toEqual([1, 4, 4])
  await publishing.stop()
})

test('a channel that is closed is told of once, and the card appears when it opens', async () => {
  channelOpen = false
  const publishing = publish()
  await ladder.execute(submit(), { person: key('ana'), bot: false })
  await until('a report', () => reports.length > 0)
  for (let nth = 0; nth < 5; nth += 1) {
    open.later(20_000)
    await sleep(EVERY_MS * 3)
  }
  expect(reports).toEqual(['a proposal’s card could not be shown'])
  channelOpen = true
  open.later(20_000)
  await until('the card', () => posts === 1)
  expect(reports).toHaveLength(1)
  await publishing.stop()
})

test('a card that cannot be changed holds up no other, and the roles that decide are called once it is there', async () => {
  refusing = 'slack/T1/C1/1'
  channelOpen = false
  open.community.report('slack', { workspace: 'T1', experts: [], admins: [], moreExperts: true })
  const publishing = publish()
  await ladder.execute(submit(), { person: key('ana'), bot: false })
  await until('a report', () => reports.length > 0)
  await sleep(EVERY_MS * 5)
  expect(called).toEqual([])
  channelOpen = true
  open.later(20_000)
  await until('the call', () => called.length === 1)
  expect(called).toEqual(['slack/T1/C1/1: #1 is waiting for your expert review.'])
  await ladder.execute(submit(LESS_DOCKER, 'proposal-2'), { person: key('bo'), bot: false })
  await until('another card', () => {
    open.later(20_000)
    return posts === 2
  })
  await until('another call', () => called.length === 2)
  // Nobody reviews it: the reminders go to reviewers whom only the platform knows.
  open.later(6 * DAY)
  await ladder.advanceProposals()
  await until('a reminder of each', () => called.length === 4)
  await sleep(EVERY_MS * 5)
  expect(called.slice(2).toSorted()).toEqual([
    'slack/T1/C1/1: #1 is still waiting for your expert review.',
    'slack/T1/C1/2: #2 is still waiting for your expert review.',
  ])
  await publishing.stop()
})

test('many cards that cannot be changed hold up no other', async () => {
  // Enough members for three nominations to be needed.
  for (let n = 0; n < 26; n += 1) await store.members.recordActivity(person(`M${n}`), open.now())
  const less = (skill: string): CatalogChange => ({ ...LESS_DOCKER, skill })
  const publishing = publish()
  const changes = ['docker', 'aws', 'postgresql', 'pytorch'].map(less)
  for (const [nth, change] of changes.entries()) {
    await ladder.execute(submit(change, `proposal-${nth + 1}`), { person: key(`M${nth}`), bot: false })
  }
  await until('the cards', () => posts === 4)
  refusing = 'all'
  for (const [nth] of changes.entries()) {
    const nominate = { type: 'nominate', id: `proposal-${nth + 1}`, on: true } as const
    await ladder.execute(nominate, { person: key('M9'), bot: false })
  }
  await until('a report', () => reports.length > 0)
  await ladder.execute(submit(less('terraform'), 'proposal-5'), { person: key('M5'), bot: false })
  await until('another card', () => {
    open.later(1000)
    return posts === 5
  })
  expect(reports).toEqual(['a proposal’s card could not be shown'])
  await publishing.stop()
})

test('reviewers whom only the platform knows are reminded at every card, though no card can be updated', async () => {
  open.community.report('slack', { workspace: 'T1', experts: [], admins: [], moreExperts: true })
  const publishing = publish()
  const less = (skill: string): CatalogChange => ({ ...LESS_DOCKER, skill })
  const changes = ['docker', 'aws', 'postgresql', 'pytorch', 'terraform'].map(less)
  for (const [nth, change] of changes.entries()) {
    await ladder.execute(submit(change, `proposal-${nth + 1}`), { person: key(`author${nth}`), bot: false })
  }
  await until('the calls', () => {
    open.later(1000)
    return called.length === 5
  })
  refusing = 'all'
  await ladder.execute({ type: 'withdraw', id: 'proposal-5' }, { person: key('author4'), bot: false })
  await until('a report', () => reports.includes('a proposal’s card could not be shown'))
  open.later(6 * DAY)
  await ladder.advanceProposals()
  await until('the reminders', () => called.length === 9)
  expect(called.slice(5).every((line) => line.includes('is still waiting for your expert review'))).toBe(true)
  await publishing.stop()
})

test('of several that publish one does the work, and another goes on when it stops', async () => {
  const first = publish()
  await sleep(100)
  const second = publish()
  await ladder.execute(submit(), { person: key('ana'), bot: false })
  await until('the card and four messages', () => posts === 1 && recipients.length === 4)
  await sleep(200)
  expect([posts, recipients.length]).toEqual([1, 4])
  await first.stop()
  await ladder.execute(
    { type: 'review', id: 'proposal-1', verdict: 'object', reason: 'No' },
    { person: key('E1'), bot: false },
  )
  await until('the author to be told', () => recipients.length === 5)
  expect(recipients.at(-1)).toContain('An expert has objected to #1: No')
  await second.stop()
})

test('emojis put on and taken away while nobody listened are found, and buttons stay', async () => {
  // Enough members for three nominations to be needed.
  for (let n = 0; n < 26; n += 1) await store.members.recordActivity(person(`M${n}`), open.now())
  const CARD = 'slack/T1/C1/1'
  const nominators = (): readonly string[] => [...(ladder.state().proposals.get('proposal-1')?.nominators.keys() ?? [])]
  let publishing = publish()
  await ladder.execute(submit(), { person: key('M0'), bot: false })
  await until('the card', () => posts === 1)
  const nominate = { type: 'nominate', id: 'proposal-1', on: true } as const
  await ladder.execute({ ...nominate, emoji: 'slack' }, { person: key('M4'), bot: false })
  await ladder.execute({ ...nominate, on: false }, { person: key('M4'), bot: false })
  await ladder.execute({ ...nominate, emoji: 'slack' }, { person: key('M1'), bot: false })
  await ladder.execute(nominate, { person: key('M2'), bot: false })
  await publishing.stop()

  // The author has put one on too, which is none; nor is that of a person who has changed their mind, or has left, or of
  // someone of another workspace.
  open.community.report('slack', {
    workspace: 'T1',
    experts: [],
    admins: [],
    checkMembership: ({ user }) => Promise.resolve(user === 'M5' ? 'none' : 'member'),
  })
  const stranger = { platform: 'slack', workspace: 'T2', user: 'M6' }
  emojis.set(CARD, [person('M0'), person('M5'), person('M3'), person('M4'), stranger])
  open.later(2 * 60_000)
  publishing = publish()
  await until('what happened meanwhile', () => nominators().includes(key('M3')) && !nominators().includes(key('M1')))
  expect(nominators()).toEqual([key('M2'), key('M3')])

  // The message is gone, and then the platform is away: nobody has taken anything back.
  emojis.clear()
  open.later(11 * 60_000)
  await sleep(EVERY_MS * 5)
  broken = true
  open.later(11 * 60_000)
  await until('a report', () => reports.length > 0)
  expect(nominators()).toEqual([key('M2'), key('M3')])
  expect(reports).toEqual(['nominations could not be compared with the emojis on their messages'])
  broken = false
  emojis.set(CARD, [])
  open.later(11 * 60_000)
  await until('the emoji to be missed', () => nominators().length === 1)
  expect(nominators()).toEqual([key('M2')])
  await publishing.stop()
})

test('the author of an approved proposal that no longer fits is told why, and not that experts asked for a change', async () => {
  const alias = (slug: string): CatalogChange => ({ kind: 'alias', of: 'skill', slug, to: 'Kiwi' })
  const act = (user: string, command: Parameters<ProposalService['execute']>[0]) =>
    ladder.execute(command, { person: key(user), bot: false })
  const ids = ['proposal-a', 'proposal-b']
  for (const [at, id] of ids.entries()) {
    const change = alias(at === 0 ? 'pytorch' : 'docker')
    await act(`U${at}`, { type: 'submit', id, change, reason: 'a reason', lane: 'vote' })
  }
  const publisher = publish()
  try {
    for (const id of ids.toReversed()) {
      for (const expert of ['E1', 'E2']) await act(expert, { type: 'review', id, verdict: 'approve', reason: '' })
    }
    expect(ladder.state().proposals.get('proposal-a')?.state).toBe('changesAsked')
    await until('the news', () => recipients.some((line) => /^U0: The experts approved/u.test(line)))
    const news = recipients.filter((line) => line.startsWith('U0: '))
    expect(news.at(-1)).toMatch(
      /^U0: The experts approved #\d+, but it no longer fits: .*Kiwi.*\. Look at your proposal again: you have \d+ days\.$/u,
    )
    expect(news.join()).not.toContain('asked you to change')
  } finally {
    await publisher.stop()
  }
})

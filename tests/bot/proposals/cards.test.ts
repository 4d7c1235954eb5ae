import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BotResponse, proposalViews } from '../../../src/bot/index.ts'
import { type Locale, translator } from '../../../src/i18n/index.ts'
import { type Message, plainText } from '../../../src/message/index.ts'
import type { Proposal } from '../../../src/proposals/domain/index.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { submit } from '../../proposals/simulated-log.ts'
import { headings, inlines, labels, notes, paragraphs, payloadOf } from '../read-message.ts'
import { DAY, key, type Opened, openLadder, person } from './open-ladder.ts'

const ID = 'proposal-1'

let open: Opened
let deliveries = 0

beforeEach(async () => {
  open = await openLadder({ catalog: ownCatalog, experts: ['E1', 'E2', 'E3'] })
  for (let n = 0; n < 9; n += 1) await open.store.members.recordActivity(person(`M${n}`), open.now())
})
afterEach(() => open?.close())

type Act = Parameters<Opened['ladder']['execute']>[0]

const act = async (user: string, command: Act): Promise<void> => {
  const { status } = await open.ladder.execute(command, { person: key(user), bot: false })
  expect(status).toBe('done')
}

const proposal = (): Proposal => {
  const current = open.ladder.state().proposals.get(ID)
  if (!current) throw new Error('no proposal')
  return current
}

/** The card in the channel. */
const card = (locale: Locale = 'en'): Message => {
  const { ladder } = open
  return proposalViews.proposal(proposal(), {
    catalog: ladder.catalogIndex().catalog,
    state: ladder.state(),
    policy: ladder.policy,
    nominateEmoji: ladder.nominateEmoji,
    now: open.now(),
    t: translator(locale),
    platform: 'slack',
    platforms: ladder.platforms,
    previewChange: ladder.previewChange,
    requiredApprovals: ladder.requiredApprovals,
  })
}

const statusOf = (message: Message): string => paragraphs(message)[0] ?? ''

const press = (user: string, payload: string, locale: Locale = 'en'): Promise<BotResponse> => {
  deliveries += 1
  return open.bot.handle({ id: `d${deliveries}`, person: person(user), locale, type: 'action', payload })
}

/** The message that replaces the one with the button. */
const replaced = async (user: string, on: Message, label: string): Promise<Message> => {
  const response = await press(user, payloadOf(on, label))
  expect(response).toMatchObject({ type: 'reply', inPlace: true })
  if (response.type !== 'reply') throw new Error('no reply')
  return response.message
}

const own = async (user: string, locale: Locale = 'en'): Promise<Message> => {
  deliveries += 1
  const event = { id: `d${deliveries}`, person: person(user), locale, type: 'text', text: '/proposals 1' } as const
  const response = await open.bot.handle(event)
  if (response.type !== 'reply') throw new Error('no reply')
  return response.message
}

const nominate = (user: string) => act(user, { type: 'nominate', id: ID, on: true })

const toVote = async (): Promise<void> => {
  await act('M0', submit())
  await nominate('M1')
  await nominate('M2')
  expect(proposal().state).toBe('voting')
}

const vote = (user: string, choice: 'for' | 'against') => act(user, { type: 'vote', id: ID, round: 1, choice })

const toReview = async (): Promise<void> => {
  await toVote()
  for (const user of ['M1', 'M2', 'M3']) await vote(user, 'for')
  open.later(3 * DAY)
  await open.ladder.advanceProposals()
  expect(proposal().state).toBe('review')
}

describe('a card', () => {
  test('says in one line the state, the time left and the progress, and shows both by its accent and a bar', async () => {
    await act('M0', submit())
    expect(statusOf(card())).toBe('Waiting for nominations · ends on January 19, 2026 · ▱▱ 0 of 2 nominations')
    expect(card().accent).toBe('neutral')
    await nominate('M1')
    expect(statusOf(card())).toContain('▰▱ 1 of 2 nominations')
    await nominate('M2')
    expect(statusOf(card())).toBe('Open for voting · closes on January 12, 2026 · ▱▱▱ 0 of 3 votes')
    expect(card().accent).toBe('info')
    for (const user of ['M1', 'M2', 'M3', 'M4']) await vote(user, 'for')
    expect(statusOf(card())).toContain('▰▰▰ 4 votes (3 needed)')
    open.later(3 * DAY)
    await open.ladder.advanceProposals()
    expect(statusOf(card())).toBe(
      'With the experts · decision due on January 18, 2026 · ▱▱ 0 of 2 approvals · 4 for, 0 against',
    )
    expect(card().accent).toBe('warning')
    await act('E1', { type: 'review', id: ID, verdict: 'object', reason: 'Too early' })
    expect(statusOf(card())).toContain('▱▱▱ 0 of 3 approvals, 1 objection')
    expect(headings(card())).toEqual(['#1 · PyTorch · ML Engineer · Middle'])
  })

  test('has the end of a period as a moment, so that each platform shows the time left by itself', async () => {
    await toVote()
    const moments = inlines(card()).filter(({ type }) => type === 'time')
    expect(moments).toEqual([{ type: 'time', at: proposal().until, style: 'relative', text: 'on January 12, 2026' }])
    const before = JSON.stringify(card())
    open.later(DAY)
    expect(JSON.stringify(card())).toBe(before)
  })

  test('has no buttons once it is decided, and says why', async () => {
    await toVote()
    for (const user of ['M1', 'M2', 'M3']) await vote(user, 'against')
    expect(labels(card())).toEqual(['For', 'Against', 'Details'])
    open.later(7 * DAY)
    await open.ladder.advanceProposals()
    expect(statusOf(card())).toBe('Rejected · January 12, 2026 · 0 for, 3 against')
    expect(notes(card())).toEqual(['The proposal didn’t get a majority.'])
    expect([labels(card()), card().accent]).toEqual([[], 'danger'])
  })

  test('shows no tally of a vote that goes on, but to those who have voted', async () => {
    await toVote()
    await vote('M1', 'for')
    expect(statusOf(card())).not.toContain('for,')
    expect(statusOf(await own('M2'))).not.toContain('for,')
    expect(statusOf(await own('M1'))).toContain('▰▱▱ 1 of 3 votes · 1 for, 0 against')
  })

  test('speaks Spanish', async () => {
    await toVote()
    expect(statusOf(card('es'))).toBe('En votación · se cierra el 12 de enero de 2026 · ▱▱▱ 0 de 3 votos')
  })
})

describe('after a press, one line replaces the message:', () => {
  test('a vote, which can be changed in place and withdrawn', async () => {
    await toVote()
    const line = await replaced('M3', await own('M3'), 'For')
    expect(notes(line)).toEqual(['You voted for #1 · ▰▱▱ 1 of 3 votes · 1 for, 0 against'])
    expect([labels(line), line.blocks.length]).toEqual([['Change'], 2])
    const choice = await replaced('M3', line, 'Change')
    expect(labels(choice)).toEqual(['Against', 'Withdraw my vote'])
    const changed = await replaced('M3', choice, 'Against')
    expect(notes(changed)).toEqual(['You voted against #1 · ▰▱▱ 1 of 3 votes · 0 for, 1 against'])
    const again = await replaced('M3', changed, 'Change')
    expect(notes(await replaced('M3', again, 'Withdraw my vote'))).toEqual([
      'You withdrew your vote on #1 · ▱▱▱ 0 of 3 votes',
    ])
  })

  test('a nomination, and the one that opens the vote leads to it', async () => {
    await act('M0', submit())
    const first = await replaced('M1', card(), '🪜 Nominate'.slice(3))
    expect(notes(first)).toEqual(['You nominated #1 · ▰▱ 1 of 2 nominations'])
    expect(labels(first)).toEqual(['Change'])
    const second = await replaced('M2', await own('M2'), 'Nominate')
    expect(notes(second)).toEqual(['You nominated #1 · open for voting'])
    expect(labels(await replaced('M2', second, 'Vote'))).toEqual(['For', 'Against'])
  })

  test('a review: approvals are counted, and the last one tells of the decision and offers no change', async () => {
    await toReview()
    const line = await replaced('E1', await own('E1'), 'Approve')
    expect(notes(line)).toEqual(['You approved #1 · ▰▱ 1 of 2 approvals · 3 for, 0 against'])
    expect(labels(line)).toEqual(['Change'])
    const last = await replaced('E2', await own('E2'), 'Approve')
    expect(notes(last)).toEqual(['You approved #1 · live'])
    expect(labels(last)).toEqual(['Details'])
    expect(card().accent).toBe('success')
    expect([labels(card()), statusOf(card())]).toEqual([[], 'Live · January 8, 2026 · 3 for, 0 against'])
  })

  test('an objection with its reason, from the form', async () => {
    await toReview()
    const form = await press('E1', payloadOf(await own('E1'), 'Object'))
    if (form.type !== 'form') throw new Error('no form')
    const values = { reason: 'Too early' }
    const event = { id: 'form1', person: person('E1'), locale: 'en', type: 'form', values } as const
    const response = await open.bot.handle({ ...event, payload: form.form.payload })
    expect(response).toMatchObject({ inPlace: true })
    if (response.type !== 'reply') throw new Error('no reply')
    expect(notes(response.message)).toEqual([
      'You objected to #1 · ▱▱▱ 0 of 3 approvals, 1 objection · 3 for, 0 against',
    ])
  })

  test('a refusal, where the buttons of the message are obsolete', async () => {
    await toVote()
    const [old, reviewed] = [await own('M3'), card()]
    for (const user of ['M1', 'M2', 'M4']) await vote(user, 'for')
    open.later(3 * DAY)
    await open.ladder.advanceProposals()
    const queued = await own('E1')
    expect(notes(await replaced('M3', old, 'For'))).toEqual([
      'That’s no longer possible. Status now: with the experts.',
    ])
    for (const user of ['E2', 'E3']) await act(user, { type: 'review', id: ID, verdict: 'approve', reason: '' })
    for (const label of ['Approve', 'Object', 'Request changes']) {
      const refusal = await replaced('E1', queued, label)
      expect(notes(refusal)).toEqual(['That’s no longer possible. Status now: live.'])
      expect(labels(refusal)).toEqual(['Details'])
    }
    expect(await press('M3', payloadOf(reviewed, 'Against'))).toMatchObject({ failed: 'user', inPlace: true })
  })

  test('what else is refused leaves the message as it is', async () => {
    await toVote()
    const response = await press('M0', payloadOf(card(), 'For'))
    expect(response).toMatchObject({ failed: 'user' })
    expect(response).not.toHaveProperty('inPlace')
  })
})

test('the line reads the same in the list of notifications', async () => {
  await toVote()
  const line = await replaced('M3', await own('M3'), 'For')
  const [first] = line.blocks
  expect(first?.type === 'note' ? plainText(first.text) : '').toBe(line.summary)
})

test('an alias that experts want otherwise is edited in the form, which has it, and is proposed again', async () => {
  const kube = { kind: 'alias', of: 'skill', slug: 'kubernetes-core', to: 'kube8' } as const
  await act('M0', submit(kube))
  await nominate('M1')
  await nominate('M2')
  for (const user of ['M1', 'M2', 'M3']) await vote(user, 'for')
  open.later(3 * DAY)
  await open.ladder.advanceProposals()
  await act('E1', { type: 'askChanges', id: ID, reason: 'Shorter' })
  const form = await press('M0', payloadOf(await own('M0'), 'Make the changes'))
  if (form.type !== 'form') throw new Error('no form')
  expect(form.form.fields.find(({ name }) => name === 'to')).toMatchObject({ initial: 'kube8' })
  deliveries += 1
  const edited = await open.bot.handle({
    id: `d${deliveries}`,
    person: person('M0'),
    locale: 'en',
    type: 'form',
    payload: form.form.payload,
    values: { to: 'k8', reason: 'Shorter' },
  })
  expect(edited).not.toHaveProperty('failed')
  expect(proposal()).toMatchObject({ state: 'voting', request: { change: { ...kube, to: 'k8' } } })
})

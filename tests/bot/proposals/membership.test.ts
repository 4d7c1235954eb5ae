import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { proposePayload } from '../../../src/bot/commands/proposals/draft-change.ts'
import type { BotResponse } from '../../../src/bot/index.ts'
import type { ProposalCommand } from '../../../src/proposals/domain/index.ts'
import type { Membership } from '../../../src/proposals/index.ts'
import { type Person, personKey } from '../../../src/store/person.ts'
import { fixtureCatalog } from '../../fixtures/catalog.ts'
import { DAY, type Opened, openLadder, person } from './open-ladder.ts'

// Membership is what the platform says at the moment of acting, not what it said when a button was sent.

let open: Opened
let deliveries = 0
const memberships = new Map<string, Membership>()
const experts = new Set<string>()

/** Tells the community what the platforms of this test know: a workspace in Slack and a server in Discord. */
function report(): void {
  for (const [platform, workspace] of [
    ['slack', 'T1'],
    ['discord', '1'],
  ] as const) {
    open.community.report(platform, {
      workspace,
      experts: [...experts]
        .filter((user) => (platform === 'discord') === user.startsWith('d'))
        .map((user) => ({ key: personKey({ platform, workspace, user }), domain: null })),
      admins: [],
      checkMembership: ({ user }) => {
        const answer = memberships.get(user) ?? 'member'
        if (answer === 'none' && experts.delete(user)) report()
        return Promise.resolve(answer)
      },
    })
  }
}

beforeAll(async () => {
  open = await openLadder({
    catalog: fixtureCatalog,
    experts: [],
    policy: { openPerAuthor: 100, startsPerDay: 100, minQuorum: 2 },
  })
})
beforeEach(() => {
  memberships.clear()
  experts.clear()
  for (const user of ['E1', 'E2', 'dE3']) experts.add(user)
  report()
})
afterAll(() => open?.close())

async function press(by: Person, payload: string): Promise<string> {
  deliveries += 1
  return textOf(
    await open.bot.handle({ type: 'action', id: `membership${deliveries}`, person: by, locale: 'en', payload }),
  )
}

function textOf(outcome: BotResponse | undefined): string {
  return outcome?.type === 'reply' ? outcome.message.summary : (outcome?.type ?? 'nothing')
}

/** Submits a change of what a level of the backend engineers expects. */
async function submit(id: string, level: string): Promise<void> {
  const { ladder, store, now } = open
  for (const user of ['ana', 'bo', 'cy', 'fay']) await store.members.recordActivity(person(user), now())
  const change = {
    kind: 'requirement' as const,
    role: 'backend-engineer',
    level,
    skill: 'code-review',
    to: 'expert' as const,
  }
  const command = { type: 'submit', id, change, reason: 'Because', lane: 'vote' } as const
  const done = await ladder.execute(command, { person: personKey(person('ben')), bot: false })
  expect(done).toMatchObject({ status: 'done', proposal: { state: 'nominated' } })
}

const NO_MEMBER = 'Only members of this community can do that, and you aren’t a member right now.'
const UNCHECKED =
  'I couldn’t check whether you’re a member right now, so nothing has changed. Please try again in a minute.'

test('someone who has left neither reads nor proposes nor nominates', async () => {
  memberships.set('gone', 'none')
  const removed = person('gone')
  const says = async (text: string): Promise<string> =>
    textOf(await open.bot.handle({ type: 'text', id: `text/${text}`, person: removed, locale: 'en', text }))
  expect(await says('/proposals')).toBe(NO_MEMBER)
  expect(await says('/propose')).toBe(NO_MEMBER)
  const before = open.ladder.state().proposals.size
  const reaction = {
    type: 'reaction' as const,
    id: 'reaction',
    person: removed,
    locale: 'en' as const,
    isAdded: true,
    hasEmoji: true,
    message: {
      ref: 'slack/T1/C1/1',
      own: false,
      read: () => Promise.resolve({ text: 'Docker', link: null }),
      hasReaction: () => Promise.resolve(true),
    },
  }
  expect(textOf(await open.bot.handleReaction(reaction))).toBe(NO_MEMBER)
  expect(open.ladder.state().proposals.size).toBe(before)
})

test('if the platform cannot tell, people read but do not act', async () => {
  memberships.set('ana', 'unknown')
  const says = async (text: string): Promise<string> =>
    textOf(await open.bot.handle({ type: 'text', id: `unknown/${text}`, person: person('ana'), locale: 'en', text }))
  expect(await says('/proposals')).not.toBe(UNCHECKED)
  expect(await says('/propose')).toBe(UNCHECKED)
  const id = 'membership-2'
  await submit(id, 'junior')
  for (const letter of ['s', 'r']) expect(await press(person('ana'), `1v:${letter}:${id}`)).toContain('Code Review')
  for (const letter of ['w', 'W', 'a']) expect(await press(person('ana'), `1v:${letter}:${id}`)).toBe(UNCHECKED)
  expect(await press(person('ana'), `1v:n:${id}:1`)).toBe(UNCHECKED)
})

test.each(['none', 'unknown'] as const)(
  'someone whose membership is %s withdraws a nomination with a button, and leaves a form',
  async (membership) => {
    const id = `member-${membership}`
    await submit(id, membership === 'none' ? 'middle' : 'lead')
    await press(person('leo'), `1v:n:${id}:1`)
    expect(open.ladder.state().proposals.get(id)?.nominators.size).toBe(1)
    memberships.set('leo', membership)
    await press(person('leo'), `1v:n:${id}:0`)
    expect(open.ladder.state().proposals.get(id)?.nominators.size).toBe(0)
    expect(await press(person('leo'), proposePayload({ type: 'cancel' }))).toBe('OK, nothing was proposed.')
  },
)

test('a platform that fails to answer counts as one that cannot tell', async () => {
  open.community.report('slack', {
    workspace: 'T1',
    experts: [],
    admins: [],
    checkMembership: () => Promise.reject(new Error('away')),
  })
  expect(await open.ladder.community().checkMembership(person('ana'))).toBe('unknown')
  expect(await open.ladder.community().checkMembership({ ...person('ana'), workspace: 'T2' })).toBe('none')
})

test('a vote and an approval of someone who has left do not count, whichever account they use', async () => {
  const { ladder } = open
  const act = (command: ProposalCommand, user: string) =>
    ladder.execute(command, { person: personKey(person(user)), bot: false })
  const id = 'membership-1'
  for (const user of ['ana', 'bo', 'cy', 'fay']) await open.store.members.recordActivity(person(user), open.now())
  const change = {
    kind: 'requirement' as const,
    role: 'backend-engineer',
    level: 'senior',
    skill: 'code-review',
    to: 'advanced' as const,
  }
  await act({ type: 'submit', id, change, reason: 'Because', lane: 'vote' }, 'ana')
  for (const user of ['bo', 'cy']) await act({ type: 'nominate', id, on: true }, user)
  expect(ladder.state().proposals.get(id)?.state).toBe('voting')
  memberships.set('fay', 'none')
  expect(await press(person('fay'), `1v:v:${id}:1:for`)).toBe(NO_MEMBER)
  expect(ladder.state().proposals.get(id)?.votes.size).toBe(0)
  for (const user of ['bo', 'cy']) await act({ type: 'vote', id, round: 1, choice: 'for' }, user)
  open.later(8 * DAY)
  await ladder.advanceProposals()
  expect(ladder.state().proposals.get(id)?.state).toBe('review')

  memberships.set('E1', 'none')
  expect(await press(person('E1'), `1v:a:${id}`)).toBe(NO_MEMBER)
  // An expert in the server uses a linked account of the workspace, where they are no expert.
  const linked = { platform: 'discord', workspace: '1', user: 'dE3' }
  const [one, other] = [personKey(linked), personKey(person('E3'))]
  await ladder.record({ type: 'linked', at: open.now(), by: one, to: other })
  memberships.set('dE3', 'unknown')
  expect(await press(person('E3'), `1v:a:${id}`)).toBe(UNCHECKED)
  memberships.set('dE3', 'none')
  expect(await press(person('E3'), `1v:a:${id}`)).toContain('Only the experts for this proposal can decide on it')
  expect(ladder.state().proposals.get(id)?.reviews.size).toBe(0)
  experts.add('dE3')
  memberships.delete('dE3')
  report()
  await press(person('E3'), `1v:a:${id}`)
  expect(ladder.state().proposals.get(id)?.reviews.size).toBe(1)
})

test('who uses the bot and is no member does not count as one', async () => {
  memberships.set('guest', 'none')
  for (const user of ['guest', 'counted']) {
    await open.bot.handle({ type: 'home', id: `home/${user}`, person: person(user), locale: 'en' })
  }
  const members = async (): Promise<readonly string[]> => open.store.members.activeSince(0)
  await expect.poll(members).toContain(personKey(person('counted')))
  expect(await members()).not.toContain(personKey(person('guest')))
})

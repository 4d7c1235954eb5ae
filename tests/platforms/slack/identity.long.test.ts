import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

// Identity: members of the workspace, guests, people of another company in a shared channel, and deliveries that name that company's
// workspace.

const GENERAL = 'C1'
const CARDS = 'C2'
const OTHERS = 'TOTHER'

let slack: FakeSlack
let rung: RungProcess
const person = (id: string): SlackPerson => personOf(slack, 'T1', id)

beforeAll(async () => {
  slack = await startFakeSlack()
  const { botToken } = slack.world.addTeam({
    id: 'T1',
    users: [
      { id: 'U1' },
      { id: 'U2' },
      { id: 'U3' },
      { id: 'U4' },
      { id: 'UGUEST', guest: 'multi' },
      { id: 'USINGLE', guest: 'single' },
      { id: 'USTRANGER', from: OTHERS },
      { id: 'ULEFT', deactivated: true },
      { id: 'UROBOT', isBot: true },
    ],
    channels: [{ id: GENERAL }, { id: CARDS }],
  })
  slack.world.team('T1').groups.set('SGROUP', ['UGUEST', 'ULEFT', 'UROBOT', 'U4'])
  rung = await startRung({
    ...environmentFor(slack, 'http', botToken),
    SLACK_PROPOSALS_CHANNEL: CARDS,
    SLACK_EXPERTS: 'U3,UNOBODY,USTRANGER,ULEFT,SGROUP',
    SLACK_ADMINS: 'UGUEST',
    RUNG_POLICY: 'voteFrom=2',
  })
  slack.reach(rung.url)
  for (const id of ['U1', 'U2', 'U3', 'U4']) await person(id).command(GENERAL, '/skills docker')
})
afterAll(async () => {
  await rung?.stop()
  await slack?.close()
})

describe('in a channel shared with another company', () => {
  test('a member nominates, though the envelope names the other workspace', async () => {
    const ana = person('U1')
    const shared = ana.write(GENERAL, 'PyTorch, Middle: Working → Advanced?')
    await ana.react(shared, 'ladder', { envelope: OTHERS })
    expect(readOf(await ana.reads(GENERAL, 'Turn this into a proposal?'))).toContain('PyTorch · ML Engineer · Middle')
  })

  test('an answer typed under an envelope of the other workspace continues the assessment', async () => {
    const ana = person('U2')
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    await ana.say('3', { envelope: OTHERS })
    expect(readOf(await ana.reads(ana.direct, 'Question 2'))).not.toContain('Results for')
  })
})

test('the text of a reply in a thread is read', async () => {
  const ana = person('U1')
  const opening = ana.write(GENERAL, 'What do we think of the ladder?')
  const reply = ana.write(GENERAL, 'Docker, Senior: should be Working', opening)
  await ana.react(reply, 'ladder')
  expect(readOf(await ana.reads(GENERAL, /Docker · ML Engineer · Senior/u))).toContain('Turn this into a proposal?')
  const whole = person('U2')
  const since = slack.world.seq()
  await whole.react(opening, 'ladder')
  expect(readOf(await whole.reads(GENERAL, 'Turn this into a proposal?', { since }))).toContain('What do we think')
})

test('a message of Rung itself is no idea, by emoji or by shortcut', async () => {
  const ana = person('U1')
  await ana.command(GENERAL, '/skills kubernetes')
  await ana.press(await ana.reads(GENERAL, 'Kubernetes'), 'Share to channel')
  const shared = await ana.reads(GENERAL, /@U1[\s\S]*Kubernetes/u)
  const before = ana.sees(GENERAL).length
  expect((await ana.react(shared, 'ladder')).status).toBe(200)
  expect((await ana.shortcut(shared, 'nominate')).status).toBe(200)
  // A shortcut is acknowledged before it is handled.
  const handled = async (): Promise<string> => (await fetch(`${rung.url}/metrics`)).text()
  await expect.poll(handled, { timeout: 10_000 }).toMatch(/rung_deliveries_total\{[^}]*kind="shortcut"[^}]*\} 1\n/u)
  expect(ana.sees(GENERAL)).toHaveLength(before)
  expect(slack.unexpected).toEqual([])
})

const NOT_A_MEMBER = 'Only members of this community can do that'

describe('people who are not members of the workspace', () => {
  test.each(['UGUEST', 'USINGLE', 'USTRANGER'])('can look up, but not nominate: %s', async (id) => {
    const guest = person(id)
    await guest.command(GENERAL, '/skills docker')
    expect(readOf(await guest.reads(GENERAL, 'Docker'))).toContain('writes the Dockerfile')
    const since = slack.world.seq()
    await guest.react(guest.write(GENERAL, 'Docker, Lead: should be Expert'), 'ladder')
    expect(readOf(await guest.reads(GENERAL, NOT_A_MEMBER, { since }))).not.toContain('Turn this into')
    await guest.command(GENERAL, '/propose ml-engineer senior docker advanced because we need it')
    expect(await guest.reads(GENERAL, NOT_A_MEMBER, { since })).toMatchObject({ ephemeralTo: id })
  })

  test('are not experts, and the log names each of them', async () => {
    for (const [id, status] of [
      ['UNOBODY', 'nobody'],
      ['USTRANGER', 'stranger'],
      ['ULEFT', 'deactivated'],
      ['UGUEST', 'guest'],
      ['UROBOT', 'bot'],
    ] as const) {
      expect(await rung.logs(`"user":"${id}","standing":"${status}"`)).toContain(`"user":"${id}"`)
    }
  })

  test('neither nominate nor vote, and an expert who is deactivated no longer decides', async () => {
    const [ana, bo, eva, dan] = [person('U1'), person('U2'), person('U3'), person('U4')]
    const member = slack.world.team('T1').users.get('U4')
    if (!member) throw new Error('no U4')
    member.deactivated = true
    const words = 'ml-engineer middle pytorch advanced because we ship models from the first month on'
    await ana.command(GENERAL, `/propose ${words}`)
    const card = await ana.reads(CARDS, /PyTorch[\s\S]*Waiting for nominations/u)
    for (const id of ['UGUEST', 'USTRANGER']) await person(id).react(card, 'ladder')
    await bo.react(card, 'ladder')
    await ana.reads(CARDS, /1 of 2 nominations/u)
    const since = slack.world.seq()
    await person('USTRANGER').press(card, '🪜 Nominate')
    await person('USTRANGER').reads(CARDS, NOT_A_MEMBER, { since })
    await eva.react(card, 'ladder')
    const voting = await ana.reads(CARDS, /Open for voting/u)
    await person('UGUEST').press(voting, 'For')
    await person('UGUEST').reads(CARDS, NOT_A_MEMBER, { since })
    await dan.press(voting, 'For')
    await dan.reads(CARDS, NOT_A_MEMBER, { since })
    expect(await rung.logs('"user":"U4"')).toMatch(/"user":"U4"[^\n]*"standing":"deactivated"/u)
  })
})

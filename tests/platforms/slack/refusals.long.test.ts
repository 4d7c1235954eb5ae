import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forge as forgedPress, proposalOn } from '../../fakes/slack/forged.ts'
import { readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import type { Message } from '../../fakes/slack/state.ts'
import { hasRedis } from '../../redis-server.ts'
import { CARDS, DAY, GENERAL, openSlackHarness, type SlackHarness } from './harness.ts'

/** The prefix of field names in Slack, and the name of their values. */
const FIELD = 'field:'
const VALUE = 'value'

// Attempts that are not permitted: each is answered with the reason and logged, and nothing changes.

describe.skipIf(!hasRedis())('in Slack a member may not', () => {
  let open: SlackHarness
  /** A proposal of U1 that is open for voting, and its id. */
  let card: Message
  let id: string
  let reviewed: Message
  let reviewedId: string

  beforeAll(async () => {
    open = await openSlackHarness()
    reviewed = await open.voting('ml-engineer senior docker working because we only use it', 'UEXPERT1')
    reviewedId = proposalOn(reviewed)
    await open.vote(reviewed, 4, 0)
    await open.later(3 * DAY)
    await open.card(/Docker[\s\S]*With the experts/u)
    card = await open.voting('ml-engineer middle pytorch advanced because we ship models from the first month on')
    id = proposalOn(card)
  })
  afterAll(() => open?.close())

  /** Sends a press of a button that the person never saw. */
  const forge = (person: SlackPerson, where: Message, payload: string): Promise<string> => {
    open.turn()
    return forgedPress(open.slack, person, where, payload)
  }

  /** Resolves with the text of the cards of both proposals. */
  async function textOfCards(): Promise<string> {
    await sleep(2100)
    return [await open.card(/^#\d+ · PyTorch/u), await open.card(/^#\d+ · Docker/u)].map(readOf).join('\n')
  }

  const logged = (why: string): number =>
    open.processes
      .flatMap(({ lines }) => lines)
      .filter((line) => line.includes('action not allowed') && line.includes(`"why":"${why}"`)).length

  test.each([
    ['vote on their own', 'U1', 'voting', 'v:ID:1:for', /This proposal is yours/u, 'own'],
    ['nominate their own', 'U1', 'voting', 'n:ID:1', /This proposal is yours/u, 'own'],
    [
      'approve without being an expert',
      'U2',
      'review',
      'a:ID',
      /Only the experts for this proposal can decide/u,
      'notExpert',
    ],
    [
      'object without being an expert',
      'U2',
      'review',
      'o:ID',
      /Only the experts for this proposal can decide/u,
      'notExpert',
    ],
    ['approve their own, expert or not', 'UEXPERT1', 'review', 'a:ID', /This proposal is yours/u, 'own'],
    [
      'decide as an admin before its time',
      'UADMIN',
      'review',
      'a:ID',
      /Only the experts for this proposal can decide/u,
      'notExpert',
    ],
    ['approve what is still voted on', 'UEXPERT2', 'voting', 'a:ID', /no longer possible/u, 'state'],
    ['vote when the vote is over', 'U2', 'review', 'v:ID:1:against', /no longer possible/u, 'state'],
    ['vote in another round', 'U2', 'voting', 'v:ID:7:for', /That vote is over/u, 'otherVote'],
    ['withdraw what others have proposed', 'U2', 'voting', 'W:ID', /Only the proposal’s author/u, 'notAuthor'],
    ['edit what others have proposed', 'U2', 'review', 'e:ID', /Only the proposal’s author/u, 'notAuthor'],
    ['press what was never made', 'U2', 'voting', 'v:ID:1:maybe', /button/u, 'unreadable'],
  ] as const)('%s', async (_, person, which, payload, says, why) => {
    const before = await textOfCards()
    const times = logged(why)
    const [where, own] = which === 'voting' ? [card, id] : [reviewed, reviewedId]
    expect(await forge(open.person(person), where, `1v:${payload.replace('ID', own)}`)).toMatch(says)
    expect(await textOfCards()).toBe(before)
    expect(logged(why)).toBe(times + 1)
  })

  test('vote on a proposal that does not exist', async () => {
    const before = await textOfCards()
    const times = logged('unknown')
    expect(await forge(open.person('U2'), card, '1v:v:nothing1:1:for')).toMatch(/There’s no such proposal here/u)
    expect(await textOfCards()).toBe(before)
    expect(logged('unknown')).toBe(times + 1)
  })

  /** Submits a form that was never opened, or that was opened long ago. */
  async function submitForged(
    person: SlackPerson,
    payload: string,
    values: Readonly<Record<string, string>>,
  ): Promise<string> {
    open.turn()
    const fields = Object.entries(values).map(([name, value]) => [
      `${FIELD}${name}`,
      { [VALUE]: { type: 'plain_text_input', value } },
    ])
    const delivered = await open.slack.deliver('interactive', {
      type: 'view_submission',
      user: { id: person.id, team_id: person.team },
      team: { id: person.team },
      api_app_id: 'A0RUNG',
      trigger_id: open.slack.world.newTrigger(person.team, person.id),
      view: {
        id: 'VFORGED',
        callback_id: 'form',
        type: 'modal',
        private_metadata: JSON.stringify({ p: payload, c: CARDS }),
        blocks: [],
        state: { values: Object.fromEntries(fields) },
      },
      response_urls: [],
    })
    return JSON.stringify(delivered.answer)
  }

  test('submit a form too late', async () => {
    open.turn()
    const ana = open.person('U3')
    await ana.command(GENERAL, '/propose ml-engineer senior aws working because it is enough')
    const own = await open.card(/^#\d+ · AWS/u)
    const id = proposalOn(own)
    await forge(ana, own, `1v:W:${id}`)
    await open.card(/^#\d+ · AWS[\s\S]*Withdrawn/u)
    const times = logged('state')
    const answer = await submitForged(open.person('UEXPERT2'), `1v:o:${id}`, { reason: 'Too late' })
    expect(answer).toMatch(/no longer possible. Status now: withdrawn/u)
    expect(logged('state')).toBe(times + 1)
  })

  test('present a change of an expectation as a fix of wording', async () => {
    const times = logged('notWording')
    const values = { to: 'working', reason: 'only words', lane: 'wording' }
    const answer = await submitForged(open.person('U5'), '1o:r:ml-engineer:senior:postgresql', values)
    expect(answer).toMatch(/members need to vote on it/u)
    expect(logged('notWording')).toBe(times + 1)
  })
})

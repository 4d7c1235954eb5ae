import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOf } from '../../fakes/slack/people.ts'
import type { Message } from '../../fakes/slack/state.ts'
import { hasRedis } from '../../redis-server.ts'
import { CARDS, DAY, GENERAL, openSlackHarness, type SlackHarness } from './harness.ts'

describe.skipIf(!hasRedis())('where the process dies that keeps the cards in Slack', () => {
  let open: SlackHarness

  beforeAll(async () => {
    open = await openSlackHarness()
  })
  afterAll(() => open?.close())

  test('another one continues: no card appears twice, nominations made meanwhile count, and withdrawn ones do not', async () => {
    const card = await open.voting('ml-engineer middle pytorch advanced because we ship models from the first month on')
    open.turn()
    await open.person('U3').command(GENERAL, '/propose ml-engineer senior docker working because we only use it')
    const other = await open.card(/Docker[\s\S]*Waiting for nominations/u)
    const eva = open.person('U5')
    await eva.command(GENERAL, '/propose ml-engineer senior aws working because we have none')
    const third = await open.card(/AWS[\s\S]*Waiting for nominations/u)
    await open.person('U6').react(third, 'ladder')
    await open.card(/AWS[\s\S]*1 of 2 nominations/u)
    await open.later(2 * 60_000)
    // The process that started first updates the cards.
    const [first, second] = open.processes
    await first?.kill()
    open.slack.reach(undefined)
    // These are not delivered: no process is listening.
    for (const id of ['U4', 'U5']) other.reactions.push({ name: 'ladder', users: [id] })
    third.reactions.splice(0)
    open.slack.reach(second?.url)
    await open.person('U2').press(card, 'For')
    const updated = await open.person('U8').reads(CARDS, /PyTorch[\s\S]*1 of \d votes/u, { ms: 30_000 })
    expect(updated.ts).toBe(card.ts)
    expect(readOf(await open.person('U8').reads(CARDS, /Docker[\s\S]*Open for voting/u, { ms: 30_000 }))).toContain(
      '#2',
    )
    const cards = open
      .person('U8')
      .sees(CARDS)
      .filter(({ fromBot, ephemeralTo, threadTs }) => fromBot && ephemeralTo === undefined && threadTs === undefined)
    expect(cards).toHaveLength(3)
    await open.card(/AWS[\s\S]*0 of 2 nominations/u)
    // Each process has posted in a thread; none has repeated what the other had posted.
    const linesOf = ({ ts }: Message) =>
      open
        .person('U8')
        .sees(CARDS)
        .filter(({ threadTs }) => threadTs === ts)
        .map(readOf)
    await expect.poll(() => linesOf(other), { timeout: 10_000 }).toEqual([expect.stringContaining('Voting is open')])
    expect(linesOf(card)).toEqual([expect.stringContaining('Voting is open')])
    const notices = open.person('U2').sees(open.person('U2').direct).map(readOf)
    expect(notices.filter((line) => line.includes('#1, which you nominated'))).toHaveLength(1)
  })
})

describe.skipIf(!hasRedis())('where Slack loses answers', () => {
  let open: SlackHarness

  beforeAll(async () => {
    open = await openSlackHarness()
  })
  afterAll(() => open?.close())

  test('an expert is notified once, although reading the history fails for a while', async () => {
    const expert = open.person('UEXPERT3')
    const waits = /#\d+ is waiting for your expert review[\s\S]*Kubernetes/u
    const lost = open.slack.faults.add({ method: 'chat.postMessage', kind: 'lost', channel: expert.direct })
    // A call reads the history four times to find its post; the publisher retries after that.
    const blind = open.slack.faults.add({
      method: 'conversations.history',
      kind: '500',
      channel: expert.direct,
      times: 4,
    })
    const card = await open.voting('ml-engineer middle kubernetes-core advanced because we run our own clusters')
    await open.vote(card, 5, 0)
    await open.later(3 * DAY)
    await expert.reads(expert.direct, waits, { ms: 20_000 })
    await expect.poll(() => blind.hits(), { timeout: 20_000 }).toBe(4)
    for (const id of ['UEXPERT1', 'UEXPERT2']) {
      open.turn()
      await open.person(id).press(await open.queued(id, waits), 'Approve')
    }
    // Notifications are sent in order, so all earlier ones have been sent by now.
    await open.person('U1').reads(open.person('U1').direct, /was accepted and is live/u, { ms: 20_000 })
    expect(lost.hits()).toBe(1)
    expect(expert.sees(expert.direct).filter((message) => waits.test(readOf(message)))).toHaveLength(1)
  })
})

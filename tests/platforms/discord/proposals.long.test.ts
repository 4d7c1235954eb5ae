import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelsOf, readOf } from '../../fakes/discord/people.ts'
import type { Interaction } from '../../fakes/discord/server.ts'
import { hasRedis } from '../../redis-server.ts'
import { changeOptions } from './change-options.ts'
import {
  ADMIN,
  CARDS,
  CHAT,
  DAY,
  type DiscordHarness,
  EXPERTS,
  MEMBERS,
  openDiscordHarness,
  SERVER,
  titleIn,
} from './harness.ts'

const shardOf = (server: string): bigint => (BigInt(server) >> 22n) % 2n

describe.skipIf(!hasRedis())('proposals in Discord, on two shards', () => {
  let harness: DiscordHarness

  beforeAll(async () => {
    harness = await openDiscordHarness()
  })
  afterAll(() => harness?.close())

  test('go from an emoji to a live change', async () => {
    expect(shardOf(SERVER)).toBe(1n)
    const message = harness.member(0).write(CHAT, 'PyTorch, Middle: Working → Advanced?')
    const bo = harness.member(1)
    bo.react(message, '🪜')
    // Discord hides the text of messages from bots: the person enters it.
    const idea = await bo.reads('direct', /Turn this into a proposal[\s\S]*couldn’t find a change/u)
    const opened = await bo.press(idea, 'Complete and propose')
    const sent = await bo.submit(opened, {
      'Role, level, and skill': 'ml engineer mid pytorch',
      'Change to': 'Advanced',
      'Why?': 'We ship models from the first month on',
    })
    expect(sent.acknowledged).toBe(true)
    const card = await harness.card(/#1 · PyTorch · ML Engineer · Middle[\s\S]*Waiting for nominations/u)
    const thread = await harness.discord.until('a thread for comments', () => harness.discord.threads.get(card.id))
    expect(thread).toContain('#1 · PyTorch')
    expect(labelsOf(await harness.card(/#1 · [\s\S]*\[Comments\]/u))).toEqual(['🪜 Nominate', 'Details', 'Comments'])

    harness.member(0).react(message, '🪜')
    await harness.member(0).reads('direct', /you’ve nominated \*\*#1/u)
    harness.member(5).react(card, '🪜', { bot: true })
    harness.member(5).react(card, '🎉')
    bo.react(card, '🪜')
    await bo.reads('direct', /This proposal is yours/u)
    await harness.card(/1 of 2/u)
    harness.member(0).react(message, '🪜', { off: true })
    await harness.card(/0 of 2/u)
    harness.member(0).react(message, '🪜')
    await harness.member(2).press(card, '🪜 Nominate')
    await harness.card(/Open for voting/u)
    await bo.reads('direct', /\*\*#1\*\* has enough nominations/u)

    for (const n of [0, 2, 3, 4]) {
      await harness.member(n).press(card, 'For')
      await harness.member(n).reads(CARDS, 'You voted **for**')
    }
    expect(readOf(await harness.card(/4 of 4 votes/u))).not.toContain('against it')
    await harness.advance(3 * DAY)
    await harness.card(/With the experts/u)
    for (const expert of [EXPERTS[0], EXPERTS[2]]) {
      const own = await harness.directMessage(expert, /#1\*\* is waiting for your expert review/u)
      await harness.person(expert).press(own, 'Approve')
      const line = await harness.person(expert).reads('direct', 'You approved')
      expect([line.id, readOf(line).split('\n').length]).toEqual([own.id, 2])
    }
    await harness.card(/Live\W/u)
    // What both experts have in their direct messages says the outcome, too.
    for (const expert of [EXPERTS[0], EXPERTS[2]]) {
      const decided = await harness.person(expert).reads('direct', /You approved \*\*#1\*\* · live/u)
      expect([labelsOf(decided), readOf(decided).split('\n').length]).toEqual([['Details'], 2])
    }
    await bo.reads('direct', /\*\*#1\*\* was accepted and is live/u)
    const outcome = await harness.member(3).reads('direct', /which you voted on, was accepted and is live/u)
    expect([labelsOf(outcome), labelsOf(await harness.card(/#1 · [\s\S]*Live\W/u))]).toEqual([
      ['Details'],
      ['Comments'],
    ])
    await harness.member(2).reads('direct', /#1\*\*, which you nominated, is open for voting/u)
    const comments = () => harness.member(7).sees({ server: SERVER, channel: card.id }).map(readOf)
    await expect.poll(comments).toHaveLength(3)
    expect(comments()).toEqual([
      expect.stringMatching(/^Voting is open until <t:\d+:D>\.$/u),
      'The proposal is now with the experts: 2 of them must approve it.',
      'Accepted: the change is live.',
    ])
    // The server and direct messages belong to different processes.
    for (const where of [CHAT, 'direct'] as const) {
      const since = harness.discord.seq()
      await harness.member(3).command('skills', { role: 'ml-engineer', level: 'middle', skill: 'pytorch' }, where)
      expect(readOf(await harness.member(3).reads(where, /PyTorch/u, { since }))).toMatch(/Middle\W+Advanced/u)
    }
  })

  test('are made from the menu of a message, with its text, and by a command', async () => {
    const message = harness.member(2).write(CHAT, 'Docker at Senior should be Working')
    await harness.member(2).menu(message, 'Propose this')
    const idea = await harness.member(2).reads(CHAT, /Docker · ML Engineer · Senior → Working/u)
    expect(idea.ephemeralTo).toBe(MEMBERS[2])
    const opened = await harness.member(2).press(idea, 'Complete and propose')
    await harness.member(2).submit(opened, { 'Why?': 'We only use it' })
    await harness.member(2).reads(CHAT, /This is proposal/u)
    await harness.member(6).command('propose', changeOptions('ml-engineer senior kubernetes working because basta'))
    expect(readOf(await harness.member(6).reads(CHAT, /¡Gracias! Es la propuesta/u))).toContain('Kubernetes Core')
  })

  test('answer in the channel if the person accepts no direct messages', async () => {
    const fay = harness.member(5)
    harness.discord.closed.add(fay.id)
    for (const words of ['An idea', 'Another one']) fay.react(harness.member(0).write(CHAT, words), '🪜')
    const notice = await fay.reads(CHAT, /I can’t send you direct messages[\s\S]*Propose this/u)
    expect(readOf(notice)).toContain(`<@${fay.id}>`)
    // A nomination is visible on the card.
    fay.react(await harness.card(/#3 · Kubernetes/u), '🪜')
    await harness.card(/#3 · Kubernetes[\s\S]*1 of 2/u)
    expect(fay.sees(CHAT).filter((message) => /can’t send you direct/u.test(readOf(message)))).toHaveLength(1)
    harness.discord.closed.delete(fay.id)
  })

  test('are cards that are edited in place', async () => {
    await harness.card(/#3 · Kubernetes/u)
    const edits = harness.discord.made.filter(({ route }) => route === 'editMessage')
    expect(edits.length).toBeGreaterThan(3)
    const cards = harness.discord.messages.filter(
      ({ channel, fromBot, ephemeralTo }) => channel === CARDS.channel && fromBot && ephemeralTo === undefined,
    )
    expect(cards.map((posted) => /#(\d+)/u.exec(readOf(posted))?.[1])).toEqual(['1', '2', '3'])
  })

  describe('end in each way:', () => {
    test('rejected by the vote', async () => {
      const card = await harness.openVote('ml-engineer senior aws working because we have none')
      // The day before the end, a person who wants it is reminded of a vote that they have not cast.
      const late = harness.member(MEMBERS.length - 1)
      await late.command('proposals open')
      await late.press(await late.reads(CHAT, /Open proposals/u), 'Remind me about votes')
      await late.reads(CHAT, /day before a vote/u)
      await harness.vote(card, 2, 2)
      await harness.advance(6 * DAY + 60_000)
      const reminder = await harness.directMessage(
        late.id,
        /The vote on \*\*#\d+\*\* closes .+, and you haven’t voted yet\./u,
      )
      expect(labelsOf(reminder)).toEqual(expect.arrayContaining(['For', 'Against', 'Turn vote reminders off']))
      await harness.advance(DAY)
      expect(readOf(await harness.card(/#\d+ · AWS[\s\S]*Rejected/u))).toContain('didn’t get a majority')
    })

    test('expired for lack of votes, after one extension', async () => {
      await harness.vote(await harness.openVote('ml-engineer senior terraform working because it is rare'), 1, 0)
      await harness.advance(7 * DAY)
      await harness.member(0).reads('direct', /voting has been extended by 7 days/u, { ms: 8000 })
      await harness.advance(7 * DAY)
      expect(readOf(await harness.card(/#\d+ · Terraform[\s\S]*Expired/u))).toContain('Too few people voted')
    })

    test('contested, rejected by an upheld objection, and appealed', async () => {
      await harness.vote(await harness.openVote('ml-engineer senior redis advanced because we depend on it'), 3, 2)
      await harness.advance(7 * DAY)
      await harness.card(/#\d+ · Redis[\s\S]*The vote was close/u)
      for (const expert of EXPERTS) {
        const opened = await harness
          .person(expert)
          .press(await harness.directMessage(expert, /waiting for your expert review[\s\S]*Redis/u), 'Object')
        await harness.person(expert).submit(opened, { [titleIn(opened)]: 'Not there yet' })
        await harness.person(expert).reads('direct', 'You objected to')
      }
      expect(readOf(await harness.card(/#\d+ · Redis[\s\S]*Rejected/u))).toContain('Not there yet')
      const notice = await harness.member(0).reads('direct', /was rejected[\s\S]*Redis/u)
      expect(labelsOf(notice)).toContain('Appeal')
      const opened = await harness.member(0).press(notice, 'Appeal')
      await harness.member(0).submit(opened, { [titleIn(opened)]: 'The team has doubled' })
      await harness.card(/#\d+ · Redis[\s\S]*With the experts/u)
      await harness.person(EXPERTS[1]).reads('direct', /has appealed: The team has doubled/u, { ms: 8000 })
      await harness.advance(5 * DAY)
      await harness.person(EXPERTS[1]).reads('direct', /is still waiting for your expert review/u, { ms: 8000 })
      await harness.advance(5 * DAY)
      const request = await harness.person(ADMIN).reads('direct', /As an admin, you can decide now/u, { ms: 8000 })
      expect(labelsOf(request)).toContain('Approve')
    })

    test('changed at the experts’ request, and voted on again', async () => {
      await harness.vote(
        await harness.openVote('ml-engineer senior postgresql working because analysts do the rest'),
        4,
        0,
      )
      await harness.advance(3 * DAY)
      const interaction = await harness
        .person(EXPERTS[0])
        .press(
          await harness.directMessage(EXPERTS[0], /waiting for your expert review[\s\S]*PostgreSQL/u),
          'Request changes',
        )
      await harness.person(EXPERTS[0]).submit(interaction, { [titleIn(interaction)]: 'At Middle rather' })
      const notice = await harness
        .member(0)
        .reads('direct', /asked you to change[\s\S]*At Middle rather/u, { ms: 8000 })
      const edit = await harness.member(0).press(notice, 'Make the changes')
      await harness.member(0).submit(edit, { 'Why?': 'Senior is enough after all' })
      expect(readOf(await harness.card(/#\d+ · PostgreSQL[\s\S]*Open for voting/u))).toContain('0 of 4 votes')
    })

    test('expired if the requested changes are not made', async () => {
      await harness.vote(await harness.openVote('ml-engineer senior mlflow working because it runs by itself', 1), 4, 0)
      await harness.advance(3 * DAY)
      const expert = harness.person(EXPERTS[0])
      const interaction = await expert.press(
        await harness.directMessage(EXPERTS[0], /waiting for your expert review[\s\S]*MLflow/u),
        'Request changes',
      )
      await expert.submit(interaction, { [titleIn(interaction)]: 'For whom?' })
      await harness.card(/#\d+ · MLflow[\s\S]*For whom\?/u)
      await harness.advance(14 * DAY)
      expect(readOf(await harness.card(/#\d+ · MLflow[\s\S]*Expired/u))).toContain('didn’t revise the proposal in time')
      await harness.member(1).reads('direct', /has expired[\s\S]*MLflow/u, { ms: 8000 })
    })

    test('expired if an idea is not completed', async () => {
      const carla = harness.member(2)
      await carla.menu(harness.member(5).write(CHAT, 'Airflow, one day'), 'Propose this')
      const idea = await carla.reads(CHAT, /Turn this into a proposal\?[\s\S]*Airflow, one day/u)
      const before = harness.discord.seq()
      await harness.advance(14 * DAY)
      await carla.reads('direct', /has expired[\s\S]*An idea/u, { since: before, ms: 8000 })
      const since = harness.discord.seq()
      await carla.press(idea, 'Complete and propose')
      expect(readOf(await carla.reads(CHAT, /./u, { since }))).toContain('no longer possible. Status now: expired')
    })

    test('expired without nominations', async () => {
      await harness
        .member(4)
        .command('propose', changeOptions('ml-engineer senior opentelemetry working because it is new'))
      await harness.card(/#\d+ · OpenTelemetry/u)
      await harness.advance(14 * DAY)
      expect(readOf(await harness.card(/#\d+ · OpenTelemetry[\s\S]*Expired/u))).toContain(
        'The proposal didn’t move forward',
      )
      await harness.member(4).reads('direct', /has expired/u, { ms: 8000 })
    })

    test('withdrawn by the author', async () => {
      const card = await harness.openVote('ml-engineer senior graphql-design working because nobody uses it')
      await harness.member(0).press(card, 'Details')
      await harness.member(0).press(await harness.member(0).reads(CARDS, /GraphQL[\s\S]*History/u), 'Withdraw')
      await harness.member(0).press(await harness.member(0).reads(CARDS, /This can’t be undone/u), 'Withdraw')
      expect(labelsOf(await harness.card(/#\d+ · GraphQL[\s\S]*Withdrawn/u))).toEqual(['Comments'])
    })
  })

  /** Runs `/propose` and presses the buttons with these labels. Resolves with the modal that the last one opens. */
  async function openForm(n: number, ...labels: readonly (string | RegExp)[]): Promise<Interaction> {
    let since = harness.discord.seq()
    let opened = await harness.member(n).command('propose')
    for (const label of labels) {
      const question = await harness.member(n).reads(CHAT, /./u, { since })
      since = harness.discord.seq()
      opened = await harness.member(n).press(question, label)
    }
    return opened
  }

  test('fix wording with one expert, after three days without an objection', async () => {
    await harness.activateMembers()
    const form = await openForm(4, 'A behavior statement', 'Cloud & Infrastructure …', 'Docker', 'Working')
    await harness.member(4).submit(form, {
      'Docker · Working': 'Writes the Dockerfile of a service.',
      'Why?': 'Shorter',
      'Kind of change': 'Only the wording changes: no vote',
    })
    await harness.card(/Docker · Working[\s\S]*With the experts[\s\S]*no vote/u)
    await harness.person(EXPERTS[0]).press(await harness.directMessage(EXPERTS[0], /Docker · Working/u), 'Approve')
    await harness.card(/Docker · Working[\s\S]*1 of 1 approval/u)
    await harness.advance(3 * DAY)
    expect(readOf(await harness.card(/Docker · Working[\s\S]*Live\W/u))).toContain(
      'Writes the Dockerfile of a service.',
    )
  })

  test('are reopened, overtaken and reverted by others for the same expectation', async () => {
    const first = await harness.openVote('ml-engineer senior pandas-polars working because we use SQL', 2)
    await harness
      .member(3)
      .command('propose', changeOptions('ml-engineer senior pandas-polars expert because all is data'))
    const rival = await harness.card(/Pandas[\s\S]*Proposed:\W+Expert/u)
    await harness.acceptProposal(first)
    await harness.card(/Proposed:\W+Expert[\s\S]*The ladder has changed in the same place/u)
    await harness.member(3).reads('direct', /would change has just changed/u, { ms: 8000 })
    await harness.acceptProposal(
      await harness.openVote('ml-engineer senior pandas-polars advanced because we were wrong', 5),
    )
    await harness.card(/Proposed:\W+Working[\s\S]*Reverted by/u)
    const form = await openForm(6, 'Quitar una habilidad de un rol', 'Ingeniería de datos …', /^Pandas/u)
    await harness.member(6).submit(form, { '¿Por qué?': 'Nadie la usa' })
    const removal = await harness.card(/Pandas[^\n]*ML Engineer\n[\s\S]*Waiting for nominations/u)
    for (const n of [0, 1]) harness.member(n).react(removal, '🪜')
    await harness.acceptProposal(await harness.card(/Pandas[^\n]*ML Engineer\n[\s\S]*Open for voting/u))
    const ended = await harness.card(/Proposed:\W+Expert[\s\S]*Superseded by/u)
    expect(ended.id).toBe(rival.id)
  })

  test('are nominated once by a reaction that two processes handle while their shards overlap', async () => {
    await harness
      .member(3)
      .command('propose', changeOptions('ml-engineer senior terraform working because we only use it'))
    const card = await harness.card(/Terraform[\s\S]*Waiting for nominations/u)
    const [, own] = harness.processes
    const other = await harness.overlap()
    const store = await harness.store()
    const log = async () => {
      const { entries } = await store.eventLog.read('ladder', before)
      return entries.map(({ text }) => text)
    }
    const before = (await store.eventLog.read('ladder', null)).entries.at(-1) ?? null
    try {
      process.kill(own?.pid ?? 0, 'SIGSTOP')
      harness.member(4).react(card, '🪜')
      await expect.poll(log).toHaveLength(1)
      harness.member(4).react(card, '🪜', { off: true })
      await expect.poll(log).toHaveLength(2)
      process.kill(own?.pid ?? 0, 'SIGCONT')
      // The late process gets both events at once. Whichever it writes first, the removal wins.
      const late = async () =>
        (await log())
          .slice(2)
          .map((text) => /"on":(?:true|false)|reactionRemoved/u.exec(text)?.[0])
          .join(' ')
      const settled = /^(?:"on":true (?:reactionRemoved|"on":false)|reactionRemoved)$/u
      await expect.poll(late, { timeout: 15_000 }).toMatch(settled)
      await setTimeout(1000)
      expect(await late()).toMatch(settled)
    } finally {
      process.kill(own?.pid ?? 0, 'SIGCONT')
      await store.close()
      await other.stop()
    }
  })

  test('are within Discord’s limits, and no problem is logged', () => {
    expect([harness.discord.violations, harness.discord.unexpected]).toEqual([[], []])
    expect(harness.processes.flatMap((rung) => rung.complaints())).toEqual([])
  })
})

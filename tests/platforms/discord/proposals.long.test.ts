import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelsOf, readOf } from '../../fakes/discord/people.ts'
import type { Interaction } from '../../fakes/discord/server.ts'
import { hasRedis } from '../../redis-server.ts'
import {
  ADMIN,
  CARDS,
  DAY,
  type DiscordHarness,
  EXPERTS,
  MEMBERS,
  openDiscordHarness,
  SERVER,
  TALK,
  titleIn,
} from './harness.ts'

const shardOf = (server: string): bigint => (BigInt(server) >> 22n) % 2n

describe.skipIf(!hasRedis())('proposals in Discord, on two shards', () => {
  let open: DiscordHarness

  beforeAll(async () => {
    open = await openDiscordHarness()
  })
  afterAll(() => open?.close())

  test('go from an emoji to a live change', async () => {
    expect(shardOf(SERVER)).toBe(1n)
    const said = open.member(0).write(TALK, 'PyTorch, Middle: Working → Advanced?')
    const bo = open.member(1)
    bo.react(said, '🪜')
    // Discord does not tell a bot what people write: the person says it.
    const idea = await bo.reads('direct', /You would climb this rung[\s\S]*could not read/u)
    const opened = await bo.press(idea, 'Complete and propose')
    const sent = await bo.submit(opened, {
      'Role, level and skill': 'ml engineer mid pytorch',
      'Should be': 'Advanced',
      'Why?': 'We ship models from the first month on',
    })
    expect(sent.acknowledged).toBe(true)
    const shown = await open.card(/#1 · PyTorch · ML Engineer · Middle[\s\S]*waiting for nominations/u)
    const thread = await open.discord.until('a thread for comments', () => open.discord.threads.get(shown.id))
    expect(thread).toContain('#1 · PyTorch')
    expect(labelsOf(await open.card(/#1 · [\s\S]*\[Comments\]/u))).toEqual(['🪜 Nominate', 'Details', 'Comments'])

    open.member(0).react(said, '🪜')
    await open.member(0).reads('direct', /you have nominated \*\*#1/u)
    open.member(5).react(shown, '🪜', { bot: true })
    open.member(5).react(shown, '🎉')
    bo.react(shown, '🪜')
    await bo.reads('direct', /This one is yours/u)
    await open.card(/1 of 2/u)
    open.member(0).react(said, '🪜', { off: true })
    await open.card(/0 of 2/u)
    open.member(0).react(said, '🪜')
    await open.member(2).press(shown, '🪜 Nominate')
    await open.card(/being voted on/u)
    await bo.reads('direct', /\*\*#1\*\* has been nominated/u)

    for (const n of [0, 2, 3, 4]) {
      await open.member(n).press(shown, 'For')
      await open.member(n).reads(CARDS, 'You have voted **for** it')
    }
    expect(readOf(await open.card(/Votes:[*\s]+4 so far/u))).not.toContain('against it')
    await open.later(3 * DAY)
    await open.card(/before the experts/u)
    for (const expert of [EXPERTS[0], EXPERTS[2]]) {
      await open.person(expert).press(await open.queued(expert, /#1\*\* waits for your decision/u), 'Approve')
      await open.person(expert).reads('direct', 'You have approved it')
    }
    await open.card(/Live since/u)
    await bo.reads('direct', /is accepted and live/u)
    // In the server and in the direct messages: two open.processes.
    for (const where of [TALK, 'direct'] as const) {
      const since = open.discord.seq()
      await open.member(3).command('skills', { role: 'ml-engineer', level: 'middle', skill: 'pytorch' }, where)
      expect(readOf(await open.member(3).reads(where, /PyTorch/u, { since }))).toMatch(/Middle\W+Advanced/u)
    }
  })

  test('are made from a message’s menu, with its words, and in words', async () => {
    const said = open.member(2).write(TALK, 'Docker at Senior should be Working')
    await open.member(2).menu(said, 'Propose this')
    const idea = await open.member(2).reads(TALK, /Docker · ML Engineer · Senior → Working/u)
    expect(idea.ephemeralTo).toBe(MEMBERS[2])
    const opened = await open.member(2).press(idea, 'Complete and propose')
    await open.member(2).submit(opened, { 'Why?': 'We only use it' })
    await open.member(2).reads(TALK, /this is proposal/u)
    await open.member(6).command('propose', { change: 'ml-engineer senior kubernetes trabajo porque basta' })
    expect(readOf(await open.member(6).reads(TALK, /Gracias: es la propuesta/u))).toContain('Kubernetes Core')
  })

  test('say where they cannot be answered, to who takes no direct messages', async () => {
    const fay = open.member(5)
    open.discord.closed.add(fay.id)
    for (const words of ['An idea', 'Another one']) fay.react(open.member(0).write(TALK, words), '🪜')
    const told = await fay.reads(TALK, /I cannot send you direct messages[\s\S]*Propose this/u)
    expect(readOf(told)).toContain(`<@${fay.id}>`)
    // What counts is seen on the card.
    fay.react(await open.card(/#3 · Kubernetes/u), '🪜')
    await open.card(/#3 · Kubernetes[\s\S]*1 of 2/u)
    expect(fay.sees(TALK).filter((shown) => /cannot send you direct/u.test(readOf(shown)))).toHaveLength(1)
    open.discord.closed.delete(fay.id)
  })

  test('are cards that change in place', async () => {
    await open.card(/#3 · Kubernetes/u)
    const edits = open.discord.made.filter(({ route }) => route === 'editMessage')
    expect(edits.length).toBeGreaterThan(3)
    const cards = open.discord.messages.filter(
      ({ channel, fromBot, ephemeralTo }) => channel === CARDS.channel && fromBot && ephemeralTo === undefined,
    )
    expect(cards.map((shown) => /#(\d+)/u.exec(readOf(shown))?.[1])).toEqual(['1', '2', '3'])
  })

  describe('end in every way there is:', () => {
    test('rejected by the vote', async () => {
      await open.vote(await open.voting('ml-engineer senior aws working because we have none'), 2, 2)
      await open.later(7 * DAY)
      expect(readOf(await open.card(/#\d+ · AWS[\s\S]*rejected/u))).toContain('did not find a majority')
    })

    test('expired for want of voters, after one extension', async () => {
      await open.vote(await open.voting('ml-engineer senior terraform working because it is rare'), 1, 0)
      await open.later(7 * DAY)
      await open.member(0).reads('direct', /the vote goes on for another week/u, { ms: 8000 })
      await open.later(7 * DAY)
      expect(readOf(await open.card(/#\d+ · Terraform[\s\S]*expired/u))).toContain('Too few people voted')
    })

    test('contested, and then rejected by an objection that is upheld; appealed', async () => {
      await open.vote(await open.voting('ml-engineer senior redis advanced because we depend on it'), 3, 2)
      await open.later(7 * DAY)
      await open.card(/#\d+ · Redis[\s\S]*The vote was close/u)
      for (const expert of EXPERTS) {
        const opened = await open
          .person(expert)
          .press(await open.queued(expert, /waits for your decision[\s\S]*Redis/u), 'Object')
        await open.person(expert).submit(opened, { [titleIn(opened)]: 'Not there yet' })
        await open.person(expert).reads('direct', 'Your objection is on record')
      }
      expect(readOf(await open.card(/#\d+ · Redis[\s\S]*rejected/u))).toContain('Not there yet')
      const told = await open.member(0).reads('direct', /is rejected[\s\S]*Redis/u)
      expect(labelsOf(told)).toContain('Appeal')
      const opened = await open.member(0).press(told, 'Appeal')
      await open.member(0).submit(opened, { [titleIn(opened)]: 'The team has doubled' })
      await open.card(/#\d+ · Redis[\s\S]*before the experts/u)
      await open.person(EXPERTS[1]).reads('direct', /appeals: The team has doubled/u, { ms: 8000 })
      await open.later(5 * DAY)
      await open.person(EXPERTS[1]).reads('direct', /still waits for your decision/u, { ms: 8000 })
      await open.later(5 * DAY)
      const asked = await open.person(ADMIN).reads('direct', /As an admin you may decide now/u, { ms: 8000 })
      expect(labelsOf(asked)).toContain('Approve')
    })

    test('changed at the experts’ request, and voted on anew', async () => {
      await open.vote(await open.voting('ml-engineer senior postgresql working because analysts do the rest'), 4, 0)
      await open.later(3 * DAY)
      const asked = await open
        .person(EXPERTS[0])
        .press(await open.queued(EXPERTS[0], /waits for your decision[\s\S]*PostgreSQL/u), 'Request changes')
      await open.person(EXPERTS[0]).submit(asked, { [titleIn(asked)]: 'At Middle rather' })
      const told = await open.member(0).reads('direct', /ask you to change[\s\S]*At Middle rather/u, { ms: 8000 })
      const edit = await open.member(0).press(told, 'Make the changes')
      await open.member(0).submit(edit, { 'Why?': 'Senior is enough after all' })
      expect(readOf(await open.card(/#\d+ · PostgreSQL[\s\S]*being voted on/u))).toContain('0 so far')
    })

    test('expired where the changes asked for are not made', async () => {
      await open.vote(await open.voting('ml-engineer senior mlflow working because it runs by itself', 1), 4, 0)
      await open.later(3 * DAY)
      const expert = open.person(EXPERTS[0])
      const asked = await expert.press(
        await open.queued(EXPERTS[0], /waits for your decision[\s\S]*MLflow/u),
        'Request changes',
      )
      await expert.submit(asked, { [titleIn(asked)]: 'For whom?' })
      await open.card(/#\d+ · MLflow[\s\S]*For whom\?/u)
      await open.later(14 * DAY)
      expect(readOf(await open.card(/#\d+ · MLflow[\s\S]*expired/u))).toContain('were not made in time')
      await open.member(1).reads('direct', /has expired[\s\S]*MLflow/u, { ms: 8000 })
    })

    test('forgotten where an idea is not completed', async () => {
      const carla = open.member(2)
      await carla.menu(open.member(5).write(TALK, 'Airflow, one day'), 'Propose this')
      const idea = await carla.reads(TALK, /You would climb this rung\?[\s\S]*Airflow, one day/u)
      const before = open.discord.seq()
      await open.later(14 * DAY)
      await carla.reads('direct', /has expired[\s\S]*An idea/u, { since: before, ms: 8000 })
      const since = open.discord.seq()
      await carla.press(idea, 'Complete and propose')
      expect(readOf(await carla.reads(TALK, /./u, { since }))).toContain('no longer possible: it is expired')
    })

    test('expired where nobody nominates it', async () => {
      await open.member(4).command('propose', { change: 'ml-engineer senior opentelemetry working because it is new' })
      await open.card(/#\d+ · OpenTelemetry/u)
      await open.later(14 * DAY)
      expect(readOf(await open.card(/#\d+ · OpenTelemetry[\s\S]*expired/u))).toContain('Nobody took it further')
      await open.member(4).reads('direct', /has expired/u, { ms: 8000 })
    })

    test('withdrawn by the author', async () => {
      const shown = await open.voting('ml-engineer senior graphql-design working because nobody uses it')
      await open.member(0).press(shown, 'Details')
      await open.member(0).press(await open.member(0).reads(CARDS, /GraphQL[\s\S]*What has happened/u), 'Withdraw')
      await open.member(0).press(await open.member(0).reads(CARDS, /This cannot be undone/u), 'Withdraw')
      expect(labelsOf(await open.card(/#\d+ · GraphQL[\s\S]*withdrawn/u))).toEqual(['Details', 'Comments'])
    })
  })

  /** Answers the questions of `/propose` by the buttons that read so; the dialog that the last one opens. */
  async function asked(n: number, ...labels: readonly (string | RegExp)[]): Promise<Interaction> {
    let since = open.discord.seq()
    let opened = await open.member(n).command('propose')
    for (const label of labels) {
      const question = await open.member(n).reads(TALK, /./u, { since })
      since = open.discord.seq()
      opened = await open.member(n).press(question, label)
    }
    return opened
  }

  test('fix wording with one expert, after three days without an objection', async () => {
    await open.meet()
    const form = await asked(4, 'A behaviour statement', 'Cloud & Infrastructure …', 'Docker', 'Working')
    await open.member(4).submit(form, {
      'Docker · Working': 'Writes the Dockerfile of a service.',
      'Why?': 'Shorter',
      How: 'Only the wording: no vote',
    })
    await open.card(/Docker · Working[\s\S]*before the experts[\s\S]*without a vote/u)
    await open.person(EXPERTS[0]).press(await open.queued(EXPERTS[0], /Docker · Working/u), 'Approve')
    await open.card(/Docker · Working[\s\S]*1 of 1 approvals/u)
    await open.later(3 * DAY)
    expect(readOf(await open.card(/Docker · Working[\s\S]*Live since/u))).toContain(
      'Writes the Dockerfile of a service.',
    )
  })

  test('are sent back, overtaken and taken back by others about the same thing', async () => {
    const first = await open.voting('ml-engineer senior pandas-polars working because we use SQL', 2)
    await open.member(3).command('propose', { change: 'ml-engineer senior pandas-polars expert because all is data' })
    const rival = await open.card(/Pandas[\s\S]*Proposed:\W+Expert/u)
    await open.carry(first)
    await open.card(/Proposed:\W+Expert[\s\S]*The ladder has changed here/u)
    await open.member(3).reads('direct', /The ladder has just changed where/u, { ms: 8000 })
    await open.carry(await open.voting('ml-engineer senior pandas-polars advanced because we were wrong', 5))
    await open.card(/Proposed:\W+Working[\s\S]*Taken back by/u)
    const form = await asked(6, 'Quitar una habilidad de un rol', 'Ingeniería de datos …', /^Pandas/u)
    await open.member(6).submit(form, { '¿Por qué?': 'Nadie la usa' })
    const removal = await open.card(/Pandas[^\n]*ML Engineer\n[\s\S]*waiting for nominations/u)
    for (const n of [0, 1]) open.member(n).react(removal, '🪜')
    await open.carry(await open.card(/Pandas[^\n]*ML Engineer\n[\s\S]*being voted on/u))
    const ended = await open.card(/Proposed:\W+Expert[\s\S]*Overtaken by/u)
    expect(ended.id).toBe(rival.id)
  })

  test('are nominated once by an emoji that two processes handle while their shards overlap', async () => {
    await open.member(3).command('propose', { change: 'ml-engineer senior terraform working because we only use it' })
    const shown = await open.card(/Terraform[\s\S]*waiting for nominations/u)
    const [, own] = open.processes
    const other = await open.overlap()
    const store = await open.store()
    const log = async () => {
      const { entries } = await store.eventLog.read('ladder', before)
      return entries.map(({ text }) => text)
    }
    const before = (await store.eventLog.read('ladder', null)).entries.at(-1) ?? null
    try {
      process.kill(own?.pid ?? 0, 'SIGSTOP')
      open.member(4).react(shown, '🪜')
      await expect.poll(log).toHaveLength(1)
      open.member(4).react(shown, '🪜', { off: true })
      await expect.poll(log).toHaveLength(2)
      process.kill(own?.pid ?? 0, 'SIGCONT')
      await expect.poll(log).toHaveLength(4)
      // The late one is written without knowing of the removal, so it has no effect: there is nothing to withdraw.
      expect((await log()).map((text) => /"on":(?:true|false)|reactionRemoved/u.exec(text)?.[0])).toEqual([
        '"on":true',
        '"on":false',
        '"on":true',
        'reactionRemoved',
      ])
    } finally {
      process.kill(own?.pid ?? 0, 'SIGCONT')
      await store.close()
      await other.stop()
    }
  })

  test('are within what Discord takes, and nothing goes wrong', () => {
    expect([open.discord.violations, open.discord.unexpected]).toEqual([[], []])
    expect(open.processes.flatMap((rung) => rung.complaints())).toEqual([])
  })
})

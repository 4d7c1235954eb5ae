import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelsOf, readOf } from '../../fakes/slack/people.ts'
import { hasRedis } from '../../redis-server.ts'
import { CARDS, DAY, EXPERTS, GENERAL, openSlackHarness, type SlackHarness } from './harness.ts'

describe.skipIf(!hasRedis())('proposals in Slack, on two processes', () => {
  let open: SlackHarness

  beforeAll(async () => {
    open = await openSlackHarness()
  })
  afterAll(() => open?.close())

  test('go from an emoji to a live change', async () => {
    const [ana, bo, carla, dan, eva] = open.members()
    if (!ana || !bo || !carla || !dan || !eva) throw new Error('no members')
    const message = ana.write(
      GENERAL,
      'I think PyTorch, Middle: Working → Advanced? We ship models from the first month on',
    )
    open.turn()
    await bo.react(message, 'ladder', { twice: true })
    const idea = await bo.reads(GENERAL, 'Turn this into a proposal?')
    expect(idea.ephemeralTo).toBe('U2')
    expect(readOf(idea)).toContain('PyTorch · ML Engineer · Middle → Advanced')
    expect(carla.sees(GENERAL)).not.toContain(idea)

    open.turn()
    await bo.press(idea, 'Complete and propose')
    const form = await bo.modal('Propose a change')
    expect(readOf(form)).toContain('Today: Working')
    expect(await bo.submit(form, { 'Why?': ' ' })).toMatchObject({
      'Why?': expect.stringContaining('Please give a reason'),
    })
    expect(await bo.submit(form, { 'Why?': 'We ship models from the first month on' })).toEqual({})
    const card = await open.card(/^#1 · PyTorch · ML Engineer · Middle[\s\S]*Waiting for nominations/u)
    expect(readOf(card)).toContain('Why: We ship models from the first month on')
    expect(card.ephemeralTo).toBeUndefined()

    await expect.poll(async () => labelsOf(await open.card(/^#1 · /u)), { timeout: 5000 }).toContain('Comments')
    const before = open.slack.world.seq()
    await ana.press(await open.card(/^#1 · /u), 'Comments')
    const at = `thread_ts=${card.ts}&cid=${CARDS}`
    expect(JSON.stringify((await open.card(/^#1 · /u)).blocks)).toContain(at)
    expect(ana.sees(CARDS).filter(({ seq }) => seq > before)).toEqual([])

    open.turn()
    await ana.react(message, 'ladder')
    await ana.reads(GENERAL, 'you’ve nominated #1')
    open.turn()
    await open.person('UROBOT').react(card, 'ladder')
    await bo.react(card, 'ladder')
    await bo.reads(CARDS, 'This proposal is yours')
    await carla.react(card, 'tada')
    await open.card(/1 of 2 nominations/u)
    open.turn()
    await carla.press(card, '🪜 Nominate')
    await open.card(/Open for voting/u)
    await bo.reads(bo.direct, '#1 has enough nominations')

    for (const [n, each] of [ana, carla, dan, eva].entries()) {
      open.turn()
      await each.press(card, n === 3 ? 'Against' : 'For')
      await each.reads(CARDS, n === 3 ? 'You voted against' : 'You voted for')
    }
    expect(readOf(await open.card('4 of 4 votes'))).not.toContain('against')
    expect(readOf(await ana.reads(CARDS, 'You voted'))).toContain('1 for, 0 against')
    const voted = await carla.reads(CARDS, 'You voted for #1')
    expect(readOf(voted).split('\n')).toHaveLength(2)
    open.turn()
    await carla.press(voted, 'Change')
    await carla.reads(CARDS, /History/u)
    await open.later(3 * DAY)
    expect(readOf(await open.card(/With the experts/u))).toContain('3 for, 1 against')

    const [first, second] = [
      await open.queued('UEXPERT1', /#1 is waiting for your expert review/u),
      await open.queued('UEXPERT3', /#1 is waiting/u),
    ]
    open.turn()
    await open.person('UEXPERT1').openHome()
    expect(labelsOf(await open.person('UEXPERT1').home('Waiting for you'))).toContainEqual(
      expect.stringMatching(/^Decide: #1 · PyTorch/u),
    )
    open.turn()
    await open.person('UEXPERT1').press(first, 'Approve')
    const line = await open.person('UEXPERT1').reads(open.person('UEXPERT1').direct, 'You approved #1')
    expect([line.ts, labelsOf(line), readOf(line).split('\n').length]).toEqual([first.ts, ['Change'], 2])
    await open.card(/1 of 2 approvals/u)
    open.turn()
    await open.person('UEXPERT3').press(second, 'Approve')
    await open.card(/Live\W/u)
    // What both experts have in their direct messages says the outcome, too.
    for (const [id, own] of [
      ['UEXPERT1', first],
      ['UEXPERT3', second],
    ] as const) {
      const expert = open.person(id)
      const decided = await expert.reads(expert.direct, /You approved #1 · live/u)
      expect([decided.ts, labelsOf(decided), readOf(decided).split('\n').length]).toEqual([own.ts, ['Details'], 2])
    }
    await bo.reads(bo.direct, '#1 was accepted and is live')
    const outcome = await carla.reads(carla.direct, '#1, which you voted on, was accepted and is live')
    expect([labelsOf(outcome), labelsOf(card)]).toEqual([['Details'], ['Comments']])
    await carla.reads(carla.direct, '#1, which you nominated, is open for voting')
    const thread = () => dan.sees(CARDS).filter(({ threadTs }) => threadTs === card.ts)
    await expect.poll(() => thread().map(readOf)).toHaveLength(3)
    expect(thread().map(readOf)).toEqual([
      expect.stringContaining('Voting is open'),
      'The proposal is now with the experts: 2 of them must approve it.',
      'Accepted: the change is live.',
    ])
    for (const rung of open.processes) {
      open.slack.reach(rung.url)
      const since = open.slack.world.seq()
      await dan.command(GENERAL, '/skills ml-engineer middle pytorch')
      expect(readOf(await dan.reads(GENERAL, 'PyTorch', { since }))).toContain('Middle: Advanced')
      await dan.command(GENERAL, '/skills ml-engineer changes')
      const history = readOf(await dan.reads(GENERAL, 'what’s changed', { since }))
      expect(history).toMatch(/#1 · PyTorch · ML Engineer · Middle: Working → Advanced[\s\S]*The original message/u)
    }
  })

  test('are cards that change in place, at most once a second', () => {
    const updates = open.slack.made.filter(({ method, args }) => method === 'chat.update' && args['channel'] === CARDS)
    expect(updates.length).toBeGreaterThan(3)
    const times = updates.map(({ at }) => at)
    for (const [n, time] of times.entries()) expect(time - (times[n - 1] ?? 0)).toBeGreaterThan(900)
    const posts = open.slack.made.filter(
      ({ method, args }) => method === 'chat.postMessage' && args['channel'] === CARDS && !('thread_ts' in args),
    )
    expect(posts).toHaveLength(1)
  })

  test('speak a person’s language', async () => {
    const gil = open.person('U7')
    open.turn()
    await gil.command(GENERAL, '/propose ml-engineer senior docker competente porque basta con usarlo')
    const done = await gil.reads(GENERAL, '¡Gracias! Es la propuesta')
    expect(readOf(done)).toContain('Docker · ML Engineer · Senior')
    expect(readOf(done)).toContain('a la espera de apoyos')
  })

  test('can be made from a message’s menu, and step by step', async () => {
    const ana = open.person('U1')
    const message = ana.write(GENERAL, 'Kubernetes Core at Senior should be Working')
    open.turn()
    await ana.shortcut(message, 'nominate')
    const filled = await ana.modal('Propose a change')
    expect(readOf(filled)).toContain('Kubernetes Core · ML Engineer · Senior')
    expect(JSON.stringify(filled.view)).toContain('"initial_value":"Kubernetes Core at Senior should be Working"')
    // Closed without sending, the message can be picked again.
    open.turn()
    await ana.shortcut(message, 'nominate')
    await ana.modal('Propose a change')
    open.turn()
    await ana.command(GENERAL, '/propose')
    let since = open.slack.world.seq()
    await ana.press(await ana.reads(GENERAL, 'What should change?'), 'The expected proficiency')
    await ana.press(await ana.reads(GENERAL, 'Which skill?', { since }), 'Security …')
    since = open.slack.world.seq()
    const skill = await ana.reads(GENERAL, 'Which skill?', { since: since - 1 })
    await ana.press(skill, labelsOf(skill)[0] ?? '')
    const levels = await ana.reads(GENERAL, 'Which level?', { since })
    expect(labelsOf(levels)).toContainEqual(expect.stringMatching(/^Senior: /u))
    await ana.press(levels, /^Senior/u)
    expect(readOf(await ana.modal('Propose a change'))).toContain('Today: ')
  })

  describe('end in every possible way:', () => {
    test('rejected by the vote', async () => {
      const card = await open.voting('ml-engineer senior aws working because we have none')
      // The day before the end, a person who wants it is reminded of a vote that they have not cast.
      const late = open.members().at(-1)
      if (!late) throw new Error('no members')
      open.turn()
      await late.command(GENERAL, '/proposals')
      const list = await late.reads(GENERAL, /^Open proposals/u)
      open.turn()
      await late.press(list, 'Remind me about votes')
      await late.reads(GENERAL, /day before a vote/u)
      await open.vote(card, 2, 2)
      await open.later(6 * DAY + 60_000)
      const reminder = await open.queued(late.id, /The vote on #\d+ closes .+, and you haven’t voted yet\./u)
      expect(labelsOf(reminder)).toEqual(expect.arrayContaining(['For', 'Against', 'Turn vote reminders off']))
      await open.later(DAY)
      expect(readOf(await open.card(/^#\d+ · AWS[\s\S]*Rejected/u))).toContain('didn’t get a majority')
      await open.person('U1').reads(open.person('U1').direct, /was rejected/u)
    })

    test('expired for lack of voters, after one extension', async () => {
      const card = await open.voting('ml-engineer senior terraform working because it is rare')
      await open.vote(card, 1, 0)
      await open.later(7 * DAY)
      await open.person('U1').reads(open.person('U1').direct, /voting has been extended by 7 days/u)
      await open.later(7 * DAY)
      expect(readOf(await open.card(/^#\d+ · Terraform[\s\S]*Expired/u))).toContain('Too few people voted')
    })

    test('contested, then rejected by an upheld objection, and appealed', async () => {
      const card = await open.voting('ml-engineer senior redis advanced because we depend on it')
      await open.vote(card, 3, 2)
      await open.later(7 * DAY)
      await open.card(/^#\d+ · Redis[\s\S]*The vote was close/u)
      for (const expert of EXPERTS) {
        const own = await open.queued(
          expert,
          /Redis[\s\S]*waiting for your expert review|waiting for your expert review[\s\S]*Redis/u,
        )
        open.turn()
        await open.person(expert).press(own, 'Object')
        const form = await open.person(expert).modal('Object')
        await open.person(expert).submit(form, {
          'Why do you object?': `Not there yet (${expert})`,
        })
        await open.person(expert).reads(open.person(expert).direct, 'You objected to')
      }
      expect(readOf(await open.card(/^#\d+ · Redis[\s\S]*Rejected/u))).toContain('Not there yet (UEXPERT1)')
      const notice = await open.person('U1').reads(open.person('U1').direct, /was rejected[\s\S]*Redis/u)
      open.turn()
      await open.person('U1').press(notice, 'Appeal')
      const form = await open.person('U1').modal('Appeal')
      await open.person('U1').submit(form, { 'What should the experts look at again?': 'The team has doubled' })
      await open.card(/^#\d+ · Redis[\s\S]*With the experts/u)
      await open.person('UEXPERT2').reads(open.person('UEXPERT2').direct, 'has appealed: The team has doubled')
      await open.later(5 * DAY)
      await open
        .person('UEXPERT2')
        .reads(open.person('UEXPERT2').direct, 'is still waiting for your expert review', { ms: 8000 })
      await open.later(5 * DAY)
      const prompt = await open
        .person('UADMIN')
        .reads(open.person('UADMIN').direct, 'As an admin, you can decide now', {
          ms: 8000,
        })
      expect(labelsOf(prompt)).toContain('Approve')
    })

    test('changed at the experts’ request, and voted on again', async () => {
      const card = await open.voting('ml-engineer senior postgresql working because analysts do the rest')
      await open.vote(card, 4, 0)
      await open.later(3 * DAY)
      const own = await open.queued(
        'UEXPERT1',
        /PostgreSQL[\s\S]*With the experts|waiting for your expert review[\s\S]*PostgreSQL/u,
      )
      open.turn()
      await open.person('UEXPERT1').press(own, 'Request changes')
      const form = await open.person('UEXPERT1').modal('Request changes')
      await open.person('UEXPERT1').submit(form, {
        'What should be different?': 'At Middle rather',
      })
      const notice = await open
        .person('U1')
        .reads(open.person('U1').direct, /asked you to change[\s\S]*At Middle rather/u)
      open.turn()
      await open.person('U1').press(notice, 'Make the changes')
      const edit = await open.person('U1').modal(/PostgreSQL/u)
      expect(await open.person('U1').submit(edit, { 'Why?': 'Senior is enough after all' })).toEqual({})
      await open.card(/^#\d+ · PostgreSQL[\s\S]*Open for voting[\s\S]*0 of 4 votes/u)
    })

    test('expired if the requested changes are not made', async () => {
      await open.vote(await open.voting('ml-engineer senior mlflow working because it runs by itself', 'U2'), 4, 0)
      await open.later(3 * DAY)
      const expert = open.person('UEXPERT1')
      open.turn()
      await expert.press(await open.queued('UEXPERT1', /MLflow[\s\S]*Request changes/u), 'Request changes')
      const form = await expert.modal('Request changes')
      await expert.submit(form, { 'What should be different?': 'For whom?' })
      await open.card(/^#\d+ · MLflow[\s\S]*For whom\?/u)
      await open.later(14 * DAY)
      expect(readOf(await open.card(/^#\d+ · MLflow[\s\S]*Expired/u))).toContain('didn’t revise the proposal in time')
      await open.person('U2').reads(open.person('U2').direct, /has expired[\s\S]*MLflow/u, { ms: 8000 })
    })

    test('forgotten if an idea is not completed', async () => {
      const carla = open.person('U3')
      const message = carla.write(GENERAL, 'Airflow, one day')
      open.turn()
      await carla.react(message, 'ladder')
      const idea = await carla.reads(GENERAL, /Turn this into a proposal\?[\s\S]*Airflow, one day/u)
      const before = open.slack.world.seq()
      await open.later(14 * DAY)
      await carla.reads(carla.direct, /has expired[\s\S]*An idea/u, { since: before, ms: 8000 })
      open.turn()
      const since = open.slack.world.seq()
      await carla.press(idea, 'Complete and propose')
      expect(readOf(await carla.reads(GENERAL, /./u, { since }))).toContain('no longer possible. Status now: expired')
    })

    test('withdrawn by the author', async () => {
      const card = await open.voting('ml-engineer senior graphql-design working because nobody uses it')
      open.turn()
      await open.person('U1').press(card, 'Details')
      await open.person('U1').press(await open.person('U1').reads(CARDS, /GraphQL[\s\S]*History/u), 'Withdraw')
      await open.person('U1').press(await open.person('U1').reads(CARDS, 'This can’t be undone'), 'Withdraw')
      expect(labelsOf(await open.card(/^#\d+ · GraphQL[\s\S]*Withdrawn/u))).toEqual(['Comments'])
    })

    test('expired if it is not nominated', async () => {
      open.turn()
      await open.person('U5').command(GENERAL, '/propose ml-engineer senior opentelemetry working because it is new')
      await open.card(/^#\d+ · OpenTelemetry/u)
      await open.later(14 * DAY)
      await open.card(/^#\d+ · OpenTelemetry[\s\S]*Expired/u)
      expect(readOf(await open.person('U5').reads(open.person('U5').direct, 'has expired. You can'))).toContain(
        'The proposal didn’t move forward',
      )
    })
  })

  test('fix wording with one expert, after three days without an objection', async () => {
    open.turn()
    const eva = open.person('U5')
    let since = open.slack.world.seq()
    await eva.command(GENERAL, '/propose')
    for (const label of ['A behavior statement', 'Cloud & Infrastructure …', 'Docker']) {
      const prompt = await eva.reads(GENERAL, /./u, { since })
      since = open.slack.world.seq()
      await eva.press(prompt, label)
    }
    await eva.press(await eva.reads(GENERAL, 'Which proficiency is the statement for?', { since }), 'Working')
    const form = await eva.modal(/Docker · Working/u)
    const values = {
      'Docker · Working': 'Writes the Dockerfile of a service.',
      'Why?': 'Shorter',
      'Kind of change': 'Only the wording changes: no vote',
    }
    expect(await eva.submit(form, values)).toEqual({})
    await open.card(/Docker · Working[\s\S]*With the experts[\s\S]*no vote/u)
    const own = await open.queued('UEXPERT1', /Docker · Working/u)
    open.turn()
    await open.person('UEXPERT1').press(own, 'Approve')
    await open.card(/Docker · Working[\s\S]*1 of 1 approval/u)
    await open.later(3 * DAY)
    expect(readOf(await open.card(/Docker · Working[\s\S]*Live\W/u))).toContain('Writes the Dockerfile of a service.')
  })

  test('are sent back, overtaken and reverted by others on the same subject', async () => {
    await open.meet()
    const first = await open.voting('ml-engineer senior pandas-polars working because we use SQL', 'U3')
    open.turn()
    await open.person('U4').command(GENERAL, '/propose ml-engineer senior pandas-polars expert because all is data')
    const rival = await open.card(/Pandas[\s\S]*Proposed: Expert/u)
    await open.carry(first)
    await open.card(/Proposed: Expert[\s\S]*The ladder has changed in the same place/u)
    await open.person('U4').reads(open.person('U4').direct, 'would change has just changed', { ms: 8000 })
    await open.carry(await open.voting('ml-engineer senior pandas-polars advanced because we were wrong', 'U6'))
    await open.card(/Proposed: Working[\s\S]*Reverted by/u)
    const since = open.slack.world.seq()
    await open.person('U7').command(GENERAL, '/propose')
    let step = await open.person('U7').reads(GENERAL, '¿Qué debería cambiar?', { since })
    for (const label of ['Quitar una habilidad de un rol', 'Ingeniería de datos …']) {
      const before = open.slack.world.seq()
      await open.person('U7').press(step, label)
      step = await open.person('U7').reads(GENERAL, '¿Qué habilidad?', { since: before })
    }
    await open.person('U7').press(step, /^Pandas/u)
    const form = await open.person('U7').modal(/¿Por qué\?/u)
    expect(await open.person('U7').submit(form, { '¿Por qué?': 'Nadie la usa' })).toEqual({})
    const removal = await open.card(/Pandas[^\n]*ML Engineer\n[\s\S]*Waiting for nominations/u)
    for (const id of ['U1', 'U2']) await open.person(id).react(removal, 'ladder')
    await open.carry(await open.card(/Pandas[^\n]*ML Engineer\n[\s\S]*Open for voting/u))
    const ended = await open.card(/Proposed: Expert[\s\S]*Superseded by/u)
    expect(ended.ts).toBe(rival.ts)
  })

  test('are not nominated by an emoji that one process counts late and that is removed for the other', async () => {
    const [slow, fast] = open.processes
    await open.person('U3').command(GENERAL, '/propose ml-engineer senior terraform working because we only use it')
    const card = await open.card(/Terraform[\s\S]*Waiting for nominations/u)
    await open.person('U4').react(card, 'ladder')
    await open.card(/Terraform[\s\S]*1 of 2 nominations/u)
    await open.later(2 * 60_000)
    let release = (): void => undefined
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    const fault = open.slack.faults.add({ method: 'users.info', kind: 'held', channel: 'U5', until })
    open.slack.reach(slow?.url)
    const added = open.person('U5').react(card, 'ladder')
    await expect.poll(() => fault.hits()).toBe(1)
    open.slack.reach(fast?.url)
    await open.person('U5').react(card, 'ladder', { off: true })
    release()
    expect(await added).toMatchObject({ status: 200 })
    open.slack.reach(slow?.url)
    const since = open.slack.world.seq()
    await open.person('U6').press(card, 'Details')
    const details = () =>
      open
        .person('U6')
        .sees(CARDS)
        .find(({ seq, ephemeralTo }) => seq > since && ephemeralTo === 'U6')
    await expect.poll(details).toBeDefined()
    expect(readOf(details() ?? card)).toMatch(/Terraform[\s\S]*1 of 2 nominations/u)
    await open.person('U5').react(card, 'ladder')
    await open.card(/Terraform[\s\S]*Open for voting/u)
  })

  test('are within Slack’s limits, and log no problem', () => {
    expect([open.slack.violations, open.slack.unexpected]).toEqual([[], []])
    expect(open.processes.flatMap((rung) => rung.complaints())).toEqual([])
  })
})

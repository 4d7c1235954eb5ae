import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelsOf, personOf, readOf, type SlackPerson } from '../../fakes/slack/people.ts'
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts'
import type { Message } from '../../fakes/slack/state.ts'
import { at } from '../json.ts'
import { environmentFor, type RungProcess, startRung } from '../rung.ts'

describe.each(['http', 'socket'] as const)('a workspace of Slack over %s', (transport) => {
  let slack: FakeSlack
  let rung: RungProcess
  let people = 0

  beforeAll(async () => {
    slack = await startFakeSlack()
    const users = Array.from({ length: 80 }, (_, n) => ({ id: `U${n}`, locale: n % 2 ? 'es-ES' : 'en-US' }))
    const { botToken } = slack.world.addTeam({ id: 'T1', users, channels: [{ id: 'C1' }] })
    rung = await startRung(environmentFor(slack, transport, botToken))
    if (transport === 'http') slack.reach(rung.url)
  })
  afterAll(async () => {
    await rung?.stop()
    await slack?.close()
  })

  /** A person who has never used the bot. */
  function someone(locale: 'en' | 'es' = 'en'): SlackPerson {
    people += 1
    return personOf(slack, 'T1', `U${people * 2 - (locale === 'es' ? 1 : 0)}`)
  }
  const posts = (): number => slack.made.filter(({ method }) => method === 'chat.postMessage').length

  test('answers a look-up in the acknowledgement, to the person alone', async () => {
    const [ana, bo] = [someone(), someone()]
    await ana.command('C1', '/skills')
    const before = slack.made.length
    const { answer } = await ana.command('C1', '/skills ml-engineer senior')
    expect(at(answer, 'response_type')).toBe('ephemeral')
    expect(slack.made).toHaveLength(before)
    const message = await ana.reads('C1', '58 skills')
    expect(readOf(message)).toContain('Machine Learning & AI · 9 · all Advanced')
    expect(message.text).toContain('58 skills')
    expect(bo.sees('C1').filter(({ fromBot }) => fromBot)).toEqual([])
  })

  test('understands a typo, and names what it does not know', async () => {
    const ana = someone()
    await ana.command('C1', '/skills ml-enginer senor')
    expect(readOf(await ana.reads('C1', 'Senior'))).toContain('58 skills')
    await ana.command('C1', '/skills quantum-plumber')
    expect(readOf(await ana.reads('C1', 'I don’t understand'))).toContain('quantum')
  })

  test('speaks the language of the profile', async () => {
    const eva = someone('es')
    await eva.command('C1', '/skills ml-engineer senior')
    const answer = await eva.reads('C1', '58 habilidades')
    expect(labelsOf(answer)).toContain('Compartir en el canal')
    await eva.say('/profile')
    await eva.reads(eva.direct, 'Todavía no tienes resultados')
  })

  test('shows the matrix as a table, turned domain by domain', async () => {
    const ana = someone()
    await ana.command('C1', '/skills ml-engineer')
    const overview = await ana.reads('C1', 'Building, training, and deploying')
    await ana.press(overview, 'All 58 skills')
    const whole = await ana.reads('C1', 'ML Engineer: all skills')
    expect(whole).toBe(overview)
    expect(readOf(whole)).toMatch(/PyTorch \| A● \| W \| V \| E \| E/u)
    expect(whole.blocks.filter((block) => block['type'] === 'table' || block['type'] === 'data_table')).not.toEqual([])
    await ana.press(whole, 'Machine Learning & AI')
    const matrix = await ana.reads('C1', 'Skill | Jun | Mid | Sen | Lead | Princ')
    expect(readOf(matrix)).toMatch(/PyTorch \| A● \| W \| V \| E \| E/u)
    // It replaced the previous page instead of filling the channel.
    expect(matrix).toBe(overview)
  })

  test('shares an answer with the channel, with the name of the person who shared it', async () => {
    const [ana, bo] = [someone(), someone()]
    await ana.command('C1', '/skills ml-engineer junior')
    await ana.press(await ana.reads('C1', 'Junior'), 'Share to channel')
    const shared = await bo.reads('C1', `@${ana.id}`)
    expect(readOf(shared)).toContain('ML Engineer · Junior')
    expect(labelsOf(shared)).not.toContain('Share to channel')
    const since = slack.world.seq()
    // The answer to a press on a public message is a separate message, to that person alone.
    await bo.press(shared, /^Next/u)
    const next = await bo.reads('C1', 'Middle', { since })
    expect(next.ephemeralTo).toBe(bo.id)
    expect(readOf(shared)).toContain('ML Engineer · Junior')
  })

  /** Answers cards until there are no more; resolves with the number of answers. */
  async function answerAll(ana: SlackPerson, answer: (card: Message, n: number) => Promise<unknown>): Promise<number> {
    for (let n = 0; n < 70; n++) {
      const card = await ana.reads(ana.direct, /Question|That took/u)
      if (!labelsOf(card).includes('4 · Advanced')) return n
      const since = slack.world.seq()
      await answer(card, n)
      await ana.reads(ana.direct, /Question|That took/u, { since })
    }
    throw new Error('the assessment has no end')
  }

  test('assesses by clicks, on one card that changes in place, to a result', async () => {
    const ana = someone()
    await ana.command('C1', '/assess ml-engineer')
    const intro = await ana.reads('C1', 'Assessment: ML Engineer')
    const before = posts()
    await ana.press(intro, 'Find my level')
    expect(readOf(await ana.reads('C1', 'direct message,'))).not.toContain('Question')
    const answers = await answerAll(ana, (card, n) => ana.press(card, n % 3 ? '4 · Advanced' : '3 · Working'))
    expect(answers).toBeGreaterThan(5)
    const card = await ana.reads(ana.direct, 'That took')
    expect(card.edits).toBe(answers)
    expect(posts()).toBe(before + 1)
    await ana.press(card, 'Show my result')
    const result = await ana.reads(ana.direct, 'What to work on next')
    expect(readOf(result)).toContain('ML Engineer: Middle')
    expect(ana.sees('C1').map(readOf).join('\n')).not.toMatch(/Question \d/u)
  })

  test('has the same buttons at the end of each card, over twenty questions', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    const ends = new Set<string>()
    let count = 0
    const answer = async (card: Message) => {
      count += 1
      expect(card.blocks.slice(-2).map((block) => block['type'])).toEqual(['actions', 'actions'])
      ends.add(labelsOf({ ...card, blocks: card.blocks.slice(-2) }).join(' | '))
      await ana.press(card, count % 2 ? '3 · Working' : '4 · Advanced')
    }
    await answerAll(ana, answer)
    await ana.press(await ana.reads(ana.direct, 'That took'), /^Find all gaps/u)
    await ana.reads(ana.direct, 'to find all gaps')
    await answerAll(ana, answer)
    expect(count).toBeGreaterThanOrEqual(20)
    const ratings = '1 · None yet | 2 · Awareness | 3 · Working | 4 · Advanced | 5 · Expert'
    const controls = 'Skip | Why this? | Add a note or link | Pause'
    expect([...ends]).toEqual([`${ratings} | ${controls}`, `${ratings} | ${controls} | Stop here`])
  })

  test('shortens the card that is answered by typing, so that one card has buttons', async () => {
    const ana = someone()
    const withButtons = () => ana.sees(ana.direct).filter((message) => labelsOf(message).length > 0)
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    const first = await ana.reads(ana.direct, 'Question 1')
    await ana.say('3')
    const second = await ana.reads(ana.direct, 'Question 2')
    expect(labelsOf(second)[0]).toBe('Change')
    expect((await ana.reads(ana.direct, /^✓ .+: Working$/u)).ts).toBe(first.ts)
    expect(withButtons().map(({ ts }) => ts)).toEqual([second.ts])
    await ana.say('why')
    const repeated = await ana.reads(ana.direct, /Senior expects[\s\S]+Question 2/u)
    expect((await ana.reads(ana.direct, 'Continued in another message.')).ts).toBe(second.ts)
    expect(withButtons().map(({ ts }) => ts)).toEqual([repeated.ts])
    // A press replaces its card, and what is typed then shortens it.
    await ana.press(repeated, '2 · Awareness')
    await ana.reads(ana.direct, 'Question 3')
    await ana.say('pause')
    await ana.reads(ana.direct, 'Paused')
    await ana.reads(ana.direct, /Continued in another message\.[\s\S]*/u)
    await expect.poll(() => withButtons().map(readOf).join('\n')).not.toContain('Question')
  })

  test('assesses by typing alone, to a result', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    // A question in between is answered, and says what a number means.
    await ana.say('do I need docker')
    const open = /Docker[\s\S]+Question 1 .+ is still open: type 1 to 5 to answer it\./u
    expect(labelsOf(await ana.reads(ana.direct, open)).at(-1)).toBe('Continue with ML Engineer')
    await ana.say('3')
    await ana.reads(ana.direct, 'Question 2')
    const answers = await answerAll(ana, () => ana.say('3'))
    expect(answers).toBeGreaterThan(5)
    const since = slack.world.seq()
    await ana.press(await ana.reads(ana.direct, 'That took'), 'Show my result')
    await ana.reads(ana.direct, /^ML Engineer: /u, { since })
    await ana.say('/profile')
    await ana.reads(ana.direct, /Your history[\s\S]*ML Engineer/u)
  })

  test('pauses, and continues from the Home tab', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    await ana.say('2')
    await ana.press(await ana.reads(ana.direct, 'Question 2'), 'Pause')
    await ana.reads(ana.direct, /[Pp]aused/u)
    await ana.openHome()
    const home = await ana.home('Your assessment: ML Engineer')
    const since = slack.world.seq()
    await ana.press(home, 'Continue')
    await ana.reads(ana.direct, 'Question 2', { since })
    expect(labelsOf(await ana.modal('In your messages'))).toEqual(['Open messages'])
  })

  test('opens a sheet as a modal with a select for each skill', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Fill in a sheet')
    const card = await ana.reads(ana.direct, 'Card 1 of 14')
    await ana.press(card, 'Fill in this card')
    const modal = await ana.modal('AI-Assisted Development')
    const errors = await ana.submit(modal, { 'GitHub Copilot': '3 ·', 'Cursor IDE': '2 ·' }, { twice: true })
    expect(errors).toEqual({})
    await ana.reads(ana.direct, '2 of 58 answered')
  })

  test('goes on with the sheet in the same modal, card by card', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Fill in a sheet')
    await ana.press(await ana.reads(ana.direct, 'Card 1 of 14'), 'Fill in this card')
    const modal = await ana.modal('1/14 AI-Assisted Development')
    const choice = (nth: number) => ({ [labelOfFirstField(modal.view)]: `${nth} ·` })
    expect(await ana.submit(modal, choice(3))).toEqual({})
    expect(readOf(modal)).toContain('2/14')
    // Twice nothing is no repeated delivery: the cards differ.
    expect(await ana.submit(modal, {})).toEqual({})
    expect(readOf(modal)).toContain('3/14')
    expect(await ana.submit(modal, {})).toEqual({})
    expect(readOf(modal)).toContain('4/14')
    expect(modal.open).toBe(true)
    await ana.reads(ana.direct, /Card 4 of 14 · 1 of 58 answered/u)
    for (let card = 4; card <= 14; card += 1) expect(await ana.submit(modal, {})).toEqual({})
    expect(modal.open).toBe(false)
  })

  test('answers a look-up from a shortcut in its modal, and what is pressed there in place', async () => {
    const ana = someone()
    await ana.globalShortcut('look-up')
    const modal = await ana.modal('What do you want to look up?')
    expect(readOf(modal)).toContain('such as ml-engineer')
    await ana.submit(modal, { 'What do you want to look up?': 'ml-engineer senior' })
    expect(readOf(modal)).toContain('58 skills')
    await ana.press(modal, /^Security/u)
    await expect.poll(() => labelsOf(modal)).toContain('Security, all levels')
    await ana.press(modal, 'All of Senior')
    await expect.poll(() => labelsOf(modal)).toContain('Assess yourself')
    await ana.press(modal, 'Assess yourself')
    await ana.reads(ana.direct, 'Assessment: ML Engineer')
    await expect.poll(() => labelsOf(modal)).toEqual(['Open messages'])
  })

  test('starts an assessment from a shortcut, in the direct message', async () => {
    const ana = someone()
    await ana.globalShortcut('assess')
    await ana.reads(ana.direct, 'Which role')
    expect(labelsOf(await ana.modal('In your messages'))).toEqual(['Open messages'])
  })

  test('shows errors in the form, and keeps its values', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    const card = await ana.reads(ana.direct, 'Question 1')
    await ana.press(card, 'Add a note or link')
    const modal = await ana.modal(/Classical ML/u)
    // The assessment is erased in another window meanwhile.
    await ana.command('C1', '/profile delete')
    await ana.press(await ana.reads('C1', 'Delete everything?'), 'Delete everything')
    await ana.reads('C1', /Deleted: your results/u)
    const errors = await ana.submit(modal, { [labelOfFirstField(modal.view)]: 'I ran the log schema review.' })
    const problem =
      'There’s no such assessment in progress. It may have been finished or discarded, or it may have expired.'
    expect(errors).toEqual({ [labelOfFirstField(modal.view)]: problem })
    expect(modal.open).toBe(true)
  })

  test('keeps evidence that was written in a modal', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.press(await ana.reads(ana.direct, 'Question 1'), 'Add a note or link')
    const modal = await ana.modal(/Classical ML/u)
    expect(await ana.submit(modal, { [labelOfFirstField(modal.view)]: 'I ran the log schema review.' })).toEqual({})
    await ana.reads(ana.direct, 'Evidence: I ran the log schema review.')
  })

  test('publishes the Home tab only when it changes', async () => {
    const ana = someone()
    const published = (): number => slack.made.filter(({ method }) => method === 'views.publish').length
    const before = published()
    await ana.openHome()
    await ana.home('What a role expects')
    await ana.openHome()
    await ana.openHome()
    expect(published()).toBe(before + 1)
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    await ana.openHome()
    await ana.home('Your assessment: ML Engineer')
    expect(published()).toBe(before + 2)
  })

  test('speaks the language that a person has chosen on the Home tab, everywhere and at once', async () => {
    const ana = someone()
    await ana.openHome()
    await ana.press(await ana.home('English (same as this app)'), 'Español')
    await ana.home('Qué se espera en un rol')
    expect(ana.sees(ana.direct)).toEqual([])
    await ana.command('C1', '/skills ml-engineer senior')
    await ana.reads('C1', '58 habilidades')
    await ana.say('/profile')
    await ana.reads(ana.direct, 'Todavía no tienes resultados')
    await ana.press(await ana.home('Español'), 'El de esta aplicación')
    await ana.home('What a role expects')
    await ana.command('C1', '/skills ml-engineer senior')
    await ana.reads('C1', '58 skills')
  })

  test('exports everything it stores about a person as files in their direct message, and erases it', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    await answerAll(ana, () => ana.say('4'))
    await ana.press(await ana.reads(ana.direct, 'That took'), 'Show my result')
    await ana.command('C1', '/profile export')
    expect(readOf(await ana.reads(ana.direct, /<rung-profile-.*\.csv>/u)).match(/<rung-profile-/gu)).toHaveLength(3)
    const own = [...slack.world.files.values()].filter(({ channel }) => channel === ana.direct)
    expect(own.map(({ name }) => name.split('.').at(-1))).toEqual(['json', 'md', 'csv'])
    const json = own.find(({ name }) => name.endsWith('.json'))?.content?.toString('utf8') ?? ''
    expect(at(JSON.parse(json), 'results', 0, 'role')).toBe('ml-engineer')
    await ana.command('C1', '/profile delete')
    await ana.press(await ana.reads('C1', 'Delete everything?'), 'Delete everything')
    await ana.reads('C1', /Deleted: your results/u)
    await ana.say('/profile')
    await ana.reads(ana.direct, 'No results yet')
  })

  test.each([
    ['a command', { p: 0, c: 'profile', x: '' }],
    ['a press', { p: 0, a: '1p:show' }],
    ['something unknown', { p: 0, c: 'skills', x: 'quantum-plumber' }],
  ])('shares nothing private when a share button comes back with %s', async (_, value) => {
    const ana = someone()
    await ana.command('C1', '/skills ml-engineer junior')
    const message = await ana.reads('C1', 'Junior')
    const forged: unknown = JSON.parse(JSON.stringify(message.blocks), (key, field: unknown) =>
      key === 'value' && typeof field === 'string' && field.includes('"c":"skills"') ? JSON.stringify(value) : field,
    )
    const since = slack.world.seq()
    await ana.press({ ...message, blocks: Array.isArray(forged) ? forged : [] }, 'Share to channel')
    const answer = await ana.reads('C1', /I didn’t post anything|I don’t understand/u, { since })
    expect(answer.ephemeralTo).toBe(ana.id)
    const others = slack.world.channelOf('T1', 'C1').messages.filter(({ fromBot, seq }) => fromBot && seq > since)
    expect(others).toEqual([])
  })

  test('handles once what Slack delivers more than once', async () => {
    const ana = someone()
    await ana.say('/assess ml-engineer', { twice: true })
    const intro = await ana.reads(ana.direct, 'Assessment: ML Engineer')
    await ana.press(intro, 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    await ana.say('3', { twice: true })
    const second = await ana.reads(ana.direct, 'Question 2')
    await ana.press(second, '3 · Working', { twice: true })
    await ana.reads(ana.direct, 'Question 3')
    await ana.say('/profile')
    await ana.reads(ana.direct, 'Your history')
    // The intro became the first card, which is one line by now.
    expect(ana.sees(ana.direct).filter(({ fromBot }) => fromBot)).toHaveLength(3)
    expect(ana.sees(ana.direct).filter((message) => readOf(message).includes('Question 3'))).toHaveLength(1)
    expect(ana.sees(ana.direct).map(readOf).join('\n')).not.toContain('Question 4')
  })

  /** Records the deliveries of a person, so that Slack can repeat them later. */
  function recorded(): { readonly ana: SlackPerson; readonly again: (nth: number) => Promise<unknown> } {
    const deliveries: Parameters<FakeSlack['deliver']>[] = []
    const watched: FakeSlack = {
      ...slack,
      deliver(...delivery) {
        deliveries.push(delivery)
        return slack.deliver(...delivery)
      },
    }
    return {
      ana: personOf(watched, 'T1', someone().id),
      again: async (nth) => {
        const [kind, payload] = deliveries.at(nth) ?? []
        if (kind && payload) await slack.deliver(kind, payload, kind === 'events_api' ? { retryNum: 3 } : {})
      },
    }
  }

  /** The number of presses that have been handled, with any result. */
  async function handledPresses(): Promise<number> {
    const metrics = await (await fetch(`${rung.url}/metrics`)).text()
    const counts = [...metrics.matchAll(/^rung_deliveries_total\{[^}]*kind="action"[^}]*\} (\d+)$/gmu)]
    return counts.reduce((sum, [, count]) => sum + Number(count), 0)
  }

  test('ignores an event that is repeated after others', async () => {
    const { ana, again } = recorded()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    await ana.reads(ana.direct, 'Question 1')
    await ana.say('pause')
    await ana.reads(ana.direct, /[Pp]aused/u)
    await ana.say('/assess resume')
    await ana.reads(ana.direct, /Question 1/u)
    await again(-2)
    await ana.say('3')
    expect(readOf(await ana.reads(ana.direct, 'Question 2'))).not.toMatch(/[Pp]aused/u)
  })

  test('handles once a press that is delivered twice', async () => {
    const [ana, bo] = [someone(), someone()]
    await ana.command('C1', '/skills ml-engineer lead')
    const answer = await ana.reads('C1', 'Lead')
    const before = await handledPresses()
    await ana.press(answer, 'Share to channel', { twice: true })
    await bo.reads('C1', `@${ana.id}`)
    await expect.poll(handledPresses, { timeout: 10_000 }).toBe(before + 2)
    expect(bo.sees('C1').filter((message) => readOf(message).includes(`@${ana.id}`))).toHaveLength(1)
  })

  test('handles once a form that is repeated after others', async () => {
    const { ana, again } = recorded()
    await ana.say('/assess ml-engineer')
    await ana.press(await ana.reads(ana.direct, 'Assessment: ML Engineer'), 'Find my level')
    for (const evidence of ['I ran the first review.', 'I ran the second review.']) {
      await ana.press(await ana.reads(ana.direct, 'Question 1'), /note or link/u)
      const modal = await ana.modal(/Classical ML/u)
      expect(await ana.submit(modal, { [labelOfFirstField(modal.view)]: evidence })).toEqual({})
      await ana.reads(ana.direct, `Evidence: ${evidence}`)
    }
    await again(-3)
    const since = slack.world.seq()
    await ana.say('why')
    expect(readOf(await ana.reads(ana.direct, 'Question 1', { since }))).toContain('Evidence: I ran the second review.')
  })

  test('ignores the messages of bots', async () => {
    const ana = someone()
    const before = slack.made.length
    await ana.say('/skills ml-engineer', { bot: true })
    await ana.command('C1', '/skills')
    await ana.reads('C1', 'ML Engineer')
    // Pictures of answers to others may still be on their way.
    const own = slack.made.slice(before).filter(({ args }) => at(args, 'channel') === ana.direct)
    expect(own).toEqual([])
    expect(ana.sees(ana.direct).filter(({ author }) => author !== ana.id)).toEqual([])
  })

  test('sent nothing that Slack refuses, and logged no problem', () => {
    expect(slack.made.length).toBeGreaterThan(100)
    expect(slack.violations).toEqual([])
    expect(slack.unexpected).toEqual([])
    expect(rung.complaints()).toEqual([])
  })
})

function labelOfFirstField(view: object): string {
  const blocks = at(view, 'blocks')
  const inputs = Array.isArray(blocks) ? blocks.filter((block: unknown) => at(block, 'type') === 'input') : []
  const label = at(inputs[0], 'label', 'text')
  if (typeof label !== 'string') throw new Error('the modal has no field')
  return label
}

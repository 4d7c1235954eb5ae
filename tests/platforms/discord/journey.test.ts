import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../src/bot/index.ts'
import { type DiscordPerson, labelsOf, personOf, readOf } from '../../fakes/discord/people.ts'
import { type FakeDiscord, type PostedMessage, startFakeDiscord } from '../../fakes/discord/server.ts'
import { at, fieldsAt, textAt } from '../json.ts'
import { type RungProcess, startRung } from '../rung.ts'

const HERE = { server: '800000000000000001', channel: '810000000000000001' }
const THERE = { server: '800000000000000002', channel: '810000000000000002' }

let discord: FakeDiscord
let rung: RungProcess
let people = 0

beforeAll(async () => {
  discord = await startFakeDiscord()
  for (const { server } of [HERE, THERE]) discord.servers.set(server, new Map())
  rung = await startRung({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PORT: '0' })
})
afterAll(async () => {
  await rung?.stop()
  await discord?.close()
})

function someone(locale = 'en-US', where = HERE): DiscordPerson {
  people += 1
  return personOf(discord, { id: `10000000000000${1000 + people}`, locale, where })
}

const posts = (): number => discord.made.filter(({ route }) => route === 'createMessage').length

async function startAssessment(ana: DiscordPerson): Promise<PostedMessage> {
  await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
  await ana.press(await ana.reads('direct', 'Assessment: ML Engineer'), 'Find my level')
  return ana.reads('direct', 'Question 1')
}

/** Answers each card until the assessment is settled. Returns the number of answers. */
async function answerAll(
  ana: DiscordPerson,
  where: Parameters<DiscordPerson['reads']>[0],
  answer: (card: PostedMessage, n: number) => unknown,
): Promise<number> {
  for (let n = 0; n < 70; n++) {
    const card = await ana.reads(where, /Question \d|That took/u)
    if (!labelsOf(card).includes('4 · Advanced')) return n
    const since = discord.seq()
    await answer(card, n)
    await ana.reads(where, /Question \d|That took/u, { since })
  }
  throw new Error('the assessment has no end')
}

describe('a server of Discord', () => {
  test('has the commands, with names and descriptions in English and Spanish', () => {
    expect(discord.commands.map((command) => command['name'])).toEqual([
      ...COMMANDS.map(({ name }) => name),
      'Propose this',
    ])
    const [skills] = discord.commands
    expect(at(skills, 'name_localizations', 'es-ES')).toBe('habilidades')
    expect(at(skills, 'contexts')).toEqual([0, 1, 2])
    expect(at(skills, 'options', 0, 'autocomplete')).toBe(true)
    const named = (name: string) => discord.commands.find((command) => command['name'] === name)
    const subcommands = (name: string) => fieldsAt(named(name), 'options').map((option) => textAt(option, 'name'))
    expect(subcommands('assess')).toEqual(['start', 'sheet', 'resume', 'status', 'cancel', 'reminders', 'help'])
    expect(subcommands('proposals')).toEqual(['open', 'mine', 'review', 'recent', 'show', 'help'])
    expect(subcommands('profile')).toEqual(['show', 'gaps', 'settings', 'export', 'link', 'unlink', 'delete', 'help'])
    expect(at(named('assess'), 'options', 0, 'name_localizations', 'es-419')).toBe('empezar')
    expect(at(named('propose'), 'options', 3, 'choices', 1)).toMatchObject({
      name: 'Working',
      name_localizations: { 'es-ES': 'Competente' },
      value: 'working',
    })
  })

  test('completes typed text, typos included', async () => {
    const ana = someone()
    expect(await ana.complete('skills', 'skill', 'kubernets')).toContain('Kubernetes Core')
    expect(await ana.complete('skills', 'role', '')).toEqual(['ML Engineer'])
    expect(await ana.complete('skills', 'level', 'sen', { role: 'ml-engineer' })).toEqual(['Senior'])
    expect((await ana.complete('skills', 'skill', '')).length).toBeLessThanOrEqual(25)
  })

  test('completes, and answers edits, in the language that the person has chosen', async () => {
    const ana = someone()
    await ana.command('profile settings', {}, 'direct')
    await ana.press(await ana.reads('direct', 'Español'), 'Español')
    await ana.reads('direct', 'Ajustes')
    ana.edit(ana.say('/skills docker'), '/skills python')
    await ana.reads('direct', 'No leo los mensajes editados')
    expect(await ana.complete('skills', 'search', '¿qué puedo', {}, 'direct')).toEqual(['¿Qué puedo preguntar?'])
  })

  test('completes skills within the domain, and what to compare with or to search for', async () => {
    const ana = someone()
    const within = { role: 'ml-engineer', domain: 'security' }
    const skills = await ana.complete('skills', 'skill', '', within)
    expect(skills).toHaveLength(3)
    expect(await ana.complete('skills', 'skill', 'pytorch', within)).toEqual([])
    // What was typed instead of chosen counts too.
    expect(await ana.complete('skills', 'skill', '', { domain: 'Security' })).toEqual(skills)
    expect(await ana.complete('skills', 'compare', 'lead', { role: 'ml-engineer', level: 'senior' })).toEqual([
      'Lead / Staff',
    ])
    expect(await ana.complete('skills', 'search', 'dock')).toContain('Docker')
    expect(await ana.complete('skills', 'search', 'help')).toEqual(['What can I ask?'])
    expect(await ana.complete('assess start', 'level', 'jun', { role: 'ml-engineer' })).toEqual(['Junior'])
  })

  test('assesses by subcommands and choices', async () => {
    const ana = someone()
    await ana.command('assess start', { role: 'ml-engineer', level: 'senior' }, 'direct')
    await ana.reads('direct', 'ML Engineer: ready for Senior?')
    await ana.command('assess start', { role: 'ml-engineer', level: 'senior', domain: 'security' }, 'direct')
    expect(labelsOf(await ana.reads('direct', 'not both'))).toEqual(['Security', 'ML Engineer'])
    await ana.command('assess sheet', { role: 'ml-engineer' }, 'direct')
    await ana.reads('direct', 'Card 1 of 14')
    await ana.command('assess status', {}, 'direct')
    await ana.reads('direct', '0 of 58')
    await ana.command('assess cancel', { role: 'ml-engineer' }, 'direct')
    await ana.reads('direct', 'Discard this assessment')
    await ana.command('assess reminders', { setting: 'off' }, 'direct')
    await ana.reads('direct', /won’t remind you/u)
  })

  test('shows what has changed in a role, or the help, by a search', async () => {
    const ana = someone()
    await ana.command('skills', { role: 'ml-engineer', search: 'changes' })
    expect(readOf(await ana.reads(HERE, 'Nothing has changed yet'))).toContain('ML Engineer')
    await ana.command('skills', { search: 'help' })
    await ana.reads(HERE, 'What you can ask')
  })

  test('shows a look-up only to the person, and pings no one', async () => {
    const [ana, bo] = [someone(), someone()]
    const interaction = await ana.command('skills', { role: 'ml-engineer', level: 'senior' })
    expect(interaction.type).toBe(4)
    expect(readOf(await ana.reads(HERE, '58 skills'))).toContain('**Machine Learning & AI** · 9 · all Advanced')
    expect(bo.sees(HERE)).toEqual([])
  })

  test('shares an answer under the name of the person who shared it', async () => {
    const [ana, bo] = [someone(), someone()]
    await ana.command('skills', { role: 'ml-engineer', level: 'junior' })
    await ana.press(await ana.reads(HERE, 'Junior'), 'Share to channel')
    const shared = await bo.reads(HERE, `Shared by <@${ana.id}>`)
    expect(readOf(shared)).toContain('ML Engineer · Junior')
    const since = discord.seq()
    await bo.press(shared, /^Next/u)
    expect((await bo.reads(HERE, 'Middle', { since })).ephemeralTo).toBe(bo.id)
    expect(readOf(shared)).toContain('Junior')
  })

  test.each([
    ['a command', 'share~0~c~profile~'],
    ['a press', 'share~0~p~1p:show'],
    ['an unknown role', 'share~0~c~skills~quantum-plumber'],
  ])('shares nothing private if a share button is forged with %s', async (_, id) => {
    const ana = someone()
    await ana.command('skills', { role: 'ml-engineer', level: 'junior' })
    const original = await ana.reads(HERE, 'Junior')
    const forged: unknown = JSON.parse(JSON.stringify(original.components), (key, value: unknown) =>
      key === 'custom_id' && typeof value === 'string' && value.startsWith('share~') ? id : value,
    )
    const since = discord.seq()
    await ana.press({ ...original, components: Array.isArray(forged) ? forged : [] }, 'Share to channel')
    const answer = await ana.reads(HERE, /I didn’t post anything|I don’t understand/u, { since })
    expect(answer.ephemeralTo).toBe(ana.id)
  })

  test('answers each person in their language', async () => {
    const eva = someone('es-ES')
    await eva.command('skills', { role: 'ml-engineer', level: 'senior' })
    await eva.reads(HERE, '58 habilidades')
    // A direct message carries no language: Rung remembers it.
    eva.say('/profile')
    expect(readOf(await eva.reads('direct', 'Tu historial'))).toContain('Todavía no tienes resultados')
  })

  test('shows the matrix domain by domain in aligned text', async () => {
    const ana = someone()
    await ana.command('skills', { role: 'ml-engineer' })
    await ana.press(await ana.reads(HERE, 'ML Engineer'), 'Machine Learning & AI')
    expect(readOf(await ana.reads(HERE, /Skill\s+Jun\s+Mid\s+Sen\s+Lead\s+Princ/u))).toMatch(
      /PyTorch\s+A●\s+W\s+V\s+E\s+E/u,
    )
  })

  test('says if it does not know a role', async () => {
    const ana = someone()
    await ana.command('skills', { role: 'quantum-plumber' })
    expect(readOf(await ana.reads(HERE, 'I don’t understand'))).toContain('quantum')
  })

  test('assesses by clicks in direct messages, on one card, up to a result', async () => {
    const ana = someone()
    await ana.command('assess start', { role: 'ml-engineer' })
    const intro = await ana.reads(HERE, 'Assessment: ML Engineer')
    await ana.press(intro, 'Find my level')
    expect(readOf(await ana.reads(HERE, 'direct message,'))).toContain('[Open messages]')
    await ana.reads('direct', 'Question 1')
    const before = posts()
    const answers = await answerAll(ana, 'direct', (card, n) => ana.press(card, n % 3 ? '4 · Advanced' : '3 · Working'))
    expect(answers).toBeGreaterThan(5)
    const card = await ana.reads('direct', 'That took')
    expect(card.edits).toBe(answers)
    expect(posts()).toBe(before)
    await ana.press(card, 'Show my result')
    expect(readOf(await ana.reads('direct', 'ML Engineer: '))).toContain('What to work on next')
  })

  test('has the same buttons at the end of each card, over twenty questions', async () => {
    const ana = someone()
    await startAssessment(ana)
    const ends = new Set<string>()
    let count = 0
    const answer = (card: PostedMessage) => {
      count += 1
      const labels = labelsOf(card)
      ends.add(labels.slice(labels.indexOf('1 · None yet')).join(' | '))
      // Buttons only, in rows of five.
      const rows = fieldsAt(card.components[0], 'components').slice(-2)
      expect(rows.map((row) => fieldsAt(row, 'components').every((each) => each['type'] === 2))).toEqual([true, true])
      return ana.press(card, count % 2 ? '3 · Working' : '4 · Advanced')
    }
    await answerAll(ana, 'direct', answer)
    await ana.press(await ana.reads('direct', 'That took'), /^Find all gaps/u)
    await ana.reads('direct', 'to find all gaps')
    await answerAll(ana, 'direct', answer)
    expect(count).toBeGreaterThanOrEqual(20)
    const ratings = '1 · None yet | 2 · Awareness | 3 · Working | 4 · Advanced | 5 · Expert'
    const controls = 'Skip | Why this? | Add a note or link | Pause'
    expect([...ends]).toEqual([`${ratings} | ${controls}`, `${ratings} | ${controls} | Stop here`])
  })

  test('shortens the card that is answered by typing, so that one card has buttons', async () => {
    const ana = someone()
    const withButtons = () => ana.sees('direct').filter((message) => labelsOf(message).length > 0)
    const first = await startAssessment(ana)
    ana.say('3')
    const second = await ana.reads('direct', 'Question 2')
    expect(labelsOf(second)[0]).toBe('Change')
    expect((await ana.reads('direct', /^✓ .+: Working$/u)).id).toBe(first.id)
    expect(withButtons().map(({ id }) => id)).toEqual([second.id])
    ana.say('why')
    const repeated = await ana.reads('direct', /Senior expects[\s\S]+Question 2/u)
    expect((await ana.reads('direct', 'Continued in another message.')).id).toBe(second.id)
    expect(withButtons().map(({ id }) => id)).toEqual([repeated.id])
    // A press replaces its card, and what is typed then shortens it.
    await ana.press(repeated, '2 · Awareness')
    await ana.reads('direct', 'Question 3')
    ana.say('pause')
    await ana.reads('direct', 'Paused')
    await expect.poll(() => withButtons().map(readOf).join('\n')).not.toContain('Question')
  })

  test('assesses by typed answers alone, up to a result', async () => {
    const ana = someone()
    await startAssessment(ana)
    // A question in between is answered, and says what a number means.
    ana.say('do I need docker')
    const beside = await ana.reads('direct', /Docker[\s\S]+Question 1 .+ is still open: type 1 to 5 to answer it\./u)
    expect(labelsOf(beside).at(-1)).toBe('Continue with ML Engineer')
    ana.say('3')
    await ana.reads('direct', 'Question 2')
    expect(await answerAll(ana, 'direct', () => ana.say('3'))).toBeGreaterThan(5)
    await ana.press(await ana.reads('direct', 'That took'), 'Show my result')
    await ana.reads('direct', /ML Engineer: /u)
    ana.say('/profile')
    expect(readOf(await ana.reads('direct', 'Your history'))).toContain('ML Engineer')
  })

  test('shows a sheet in modals of five fields', async () => {
    const ana = someone()
    await ana.command('assess start', { role: 'ml-engineer' }, 'direct')
    await ana.press(await ana.reads('direct', 'Assessment: ML Engineer'), 'Fill in a sheet')
    const card = await ana.reads('direct', 'Card 1 of 14')
    const opened = await ana.press(card, 'Fill in this card')
    expect(opened.type).toBe(9)
    await ana.submit(opened, { 'GitHub Copilot': 'Delivers a feature', 'Cursor IDE': 'None yet' })
    const next = await ana.reads('direct', '2 of 58 answered')
    // The card of machine learning has nine skills: two modals.
    let sheetCard = next
    for (let presses = 0; presses < 14 && !readOf(sheetCard).includes('Machine Learning & AI'); presses++) {
      const since = discord.seq()
      await ana.press(sheetCard, 'Next card')
      sheetCard = await ana.reads('direct', 'Card ', { since })
    }
    await ana.press(sheetCard, 'Fill in this card')
    const parts = await ana.reads('direct', 'has 9 questions')
    const [one = '', two = ''] = labelsOf(parts)
    const first = await ana.press(parts, one)
    await ana.submit(first, { PyTorch: 'None yet' })
    const saved = await ana.reads('direct', 'The next part is still open')
    expect(labelsOf(saved)).toEqual([two])
    const second = await ana.press(saved, two)
    await ana.submit(second, { 'ML Pipelines': 'None yet' })
    await ana.reads('direct', '4 of 58 answered')
  })

  test('saves evidence, and repeats what was typed if it cannot be saved', async () => {
    const ana = someone()
    const card = await startAssessment(ana)
    const opened = await ana.press(card, 'Add a note or link')
    await ana.submit(opened, { 'Note or link for Classical ML (scikit-learn)': 'I ran the log schema review.' })
    await ana.reads('direct', 'Evidence: I ran the log schema review.')
    const again = await ana.press(await ana.reads('direct', 'Question 1'), 'Change the note or link')
    await ana.command('profile delete', {}, 'direct')
    await ana.press(await ana.reads('direct', 'Delete everything?'), 'Delete everything')
    await ana.reads('direct', /Deleted: your results/u)
    await ana.submit(again, { 'Note or link for Classical ML (scikit-learn)': 'Written at great length.' })
    expect(readOf(await ana.reads('direct', 'There’s no such assessment'))).toContain('Written at great length.')
  })

  test('continues in the channel if direct messages are closed, and says why', async () => {
    const ana = someone()
    discord.closed.add(ana.id)
    await ana.command('assess start', { role: 'ml-engineer' })
    await ana.press(await ana.reads(HERE, 'Assessment: ML Engineer'), 'Find my level')
    expect(readOf(await ana.reads(HERE, 'Question 1'))).toContain(
      'I can’t send you direct messages, so let’s continue here',
    )
    const answers = await answerAll(ana, HERE, (card) => ana.press(card, '3 · Working'))
    expect(answers).toBeGreaterThan(5)
    await ana.press(await ana.reads(HERE, 'That took'), 'Show my result')
    const result = await ana.reads(HERE, 'ML Engineer: ')
    expect(result.ephemeralTo).toBe(ana.id)
    expect(
      someone()
        .sees(HERE)
        .filter((message) => readOf(message).includes('Question')),
    ).toEqual([])
  })

  test('keeps the histories of two servers apart, also in direct messages', async () => {
    const id = '100000000000009001'
    const [here, there] = [personOf(discord, { id, where: HERE }), personOf(discord, { id, where: THERE })]
    await here.command('assess start', { role: 'ml-engineer' })
    await here.press(await here.reads(HERE, 'Assessment: ML Engineer'), 'Find my level')
    const first = await here.reads('direct', 'Question 1')
    await there.command('profile show')
    await there.reads(THERE, 'No results yet')
    await there.command('assess start', { role: 'ml-engineer' })
    await there.press(await there.reads(THERE, 'Assessment: ML Engineer'), 'Find my level')
    await there.reads('direct', 'Question 1', { since: first.seq })
    // The card of the first server still belongs to it.
    await here.press(first, '3 · Working')
    expect(readOf(await here.reads('direct', 'Question 2'))).toBe(readOf(first))
    there.say('/assess')
    await there.reads('direct', 'ML Engineer')
  })

  test('finds an open assessment of any server, and asks if several are open', async () => {
    const id = '100000000000009002'
    const [here, there] = [personOf(discord, { id, where: HERE }), personOf(discord, { id, where: THERE })]
    const answerTo = async (text: string, wanted: RegExp): Promise<PostedMessage> => {
      const since = discord.seq()
      here.say(text)
      return here.reads('direct', wanted, { since })
    }
    const start = async (person: DiscordPerson, where: typeof HERE): Promise<void> => {
      const since = discord.seq()
      await person.command('assess start', { role: 'ml-engineer' })
      await person.press(await person.reads(where, 'Assessment: ML Engineer', { since }), 'Find my level')
      await person.reads('direct', 'Question 1', { since })
    }
    await start(here, HERE)
    await there.command('skills', { skill: 'docker' })
    // Another server was used last; typed answers and commands still continue the assessment.
    await answerTo('3', /Question 2/u)
    await answerTo('/assess resume', /You’ve answered 1 question[\s\S]*Question 2/u)
    let since = discord.seq()
    await here.command('assess resume', {}, 'direct')
    await here.reads('direct', /You’ve answered 1 question/u, { since })
    since = discord.seq()
    await there.command('assess resume', {})
    await here.reads('direct', /You’ve answered 1 question/u, { since })

    // One is open in each server: a typed answer could be for either.
    await start(there, THERE)
    const question = await answerTo('3', /Which one do you want to continue/u)
    expect(labelsOf(question)).toEqual([
      `Continue with ML Engineer · Server ${THERE.server}`,
      `Continue with ML Engineer · Server ${HERE.server}`,
    ])
    since = discord.seq()
    await here.press(question, `Continue with ML Engineer · Server ${HERE.server}`)
    await here.reads('direct', /You’ve answered 1 question[\s\S]*Question 2/u, { since })
    await answerTo('3', /Question 3/u)
    // A command in a server continues the assessment of that server.
    since = discord.seq()
    await there.command('assess resume', {})
    await there.reads('direct', /answered anything yet[\s\S]*Question 1/u, { since })
    await answerTo('/assess resume', /Which one do you want to continue/u)
    const second = await answerTo('3', /Which one do you want to continue/u)
    since = discord.seq()
    await here.press(second, `Continue with ML Engineer · Server ${THERE.server}`)
    await here.reads('direct', /Question 1/u, { since })
    await answerTo('3', /Question 2/u)
  })

  test('exports all data of a person, and erases it', async () => {
    const ana = someone()
    await startAssessment(ana)
    await answerAll(ana, 'direct', () => ana.say('4'))
    await ana.press(await ana.reads('direct', 'That took'), 'Show my result')
    await ana.reads('direct', /ML Engineer: /u)
    await ana.command('profile export', {}, 'direct')
    const exported = await ana.reads('direct', /<rung-profile-.*\.json>/u)
    expect(exported.files.map(({ name }) => name.split('.').at(-1))).toEqual(['json', 'md', 'csv'])
    expect(at(JSON.parse(exported.files[0]?.content ?? '{}'), 'results', 0, 'role')).toBe('ml-engineer')
    await ana.command('profile delete', {}, 'direct')
    await ana.press(await ana.reads('direct', 'Delete everything?'), 'Delete everything')
    await ana.reads('direct', /Deleted: your results/u)
    ana.say('/profile')
    await ana.reads('direct', 'No results yet')
  })

  test('sent nothing that Discord refuses, and logged no problem', () => {
    expect(discord.made.length).toBeGreaterThan(100)
    expect(discord.violations).toEqual([])
    expect(discord.unexpected).toEqual([])
    expect(rung.complaints()).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeAnswers } from '../../../src/assessment/index.ts'
import { PROFICIENCIES, type Role } from '../../../src/catalog/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { buttons, headings, items, labels, listTitles, notes, paragraphs } from '../read-message.ts'
import { answerAll, profile, questionIn, roleIn, skillIn, start } from './drive.ts'
import { type Harness, openHarness, type TestUser } from './harness.ts'

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

/** The stored ratings, oldest first. */
async function storedRatings(user: TestUser) {
  return decodeAnswers(role, (await user.openSession()).answers).answers.map(([, rating]) => rating)
}

function progress(message: Message) {
  const block = message.blocks.find((block) => block.type === 'progress')
  if (block?.type !== 'progress') throw new Error('no progress is shown')
  return block
}

describe('starting', () => {
  test('says how long it takes and the rule, and stores nothing before Start', async () => {
    const ana = harness.newUser()
    const intro = await ana.say('/assess ml-engineer')
    expect(headings(intro)).toEqual(['Assessment: ML Engineer'])
    const paragraph = paragraphs(intro).join('\n')
    expect(paragraph).toMatch(/About \d+ questions, \d+ minutes?\. You can pause at any time/u)
    expect(paragraph).toContain('you meet at least four in five of the requirements')
    expect(paragraph).toContain('all 58 skills on 14 cards')
    expect(labels(intro)).toEqual(['Start', 'Show all on a sheet', 'One domain…'])
    expect(await ana.session()).toBeNull()
  })

  test('says the same in Spanish', async () => {
    const ana = harness.newUser('es')
    const intro = await ana.say('/assess ml-engineer')
    expect(headings(intro)).toEqual(['Evaluación: ML Engineer'])
    expect(paragraphs(intro).join('\n')).toContain('cumples al menos cuatro de cada cinco requisitos')
    expect(labels(intro)).toEqual(['Empezar', 'Ver todo en una hoja', 'Un solo dominio…'])
  })

  test('with no role, offers the roles, the one assessed last first', async () => {
    const ana = harness.newUser()
    expect(labels(await ana.say('/assess'))).toEqual(['ML Engineer'])
    await start(ana)
    await ana.say('/assess cancel')
    await ana.press('Drop it')
    expect(labels(await ana.say('/assess'))).toEqual(['ML Engineer (last time)'])
  })

  test('an unknown role is refused with the roles that can be assessed', async () => {
    const ana = harness.newUser()
    const answer = await ana.say('/assess blorp')
    expect(ana.failed).toBe('user')
    expect(notes(answer)).toEqual([
      'I don’t know what to assess in “blorp”. Name a role, or a role and one of its domains.',
    ])
    expect(labels(answer)).toEqual(['ML Engineer', 'In progress'])
  })

  test('a session is stored from Start on, and its reminder scheduled', async () => {
    const ana = harness.newUser()
    await start(ana)
    expect(await ana.session()).toMatchObject({
      role: 'ml-engineer',
      roleVersion: role.version,
      mode: 'guided',
      domain: null,
      refine: false,
      paused: false,
      locale: 'en',
      answers: [],
      evidence: {},
      startedAt: harness.clock.now,
      touchedAt: harness.clock.now,
    })
    expect((await ana.storedData()).settings).toMatchObject({ focus: 'ml-engineer', lastRole: 'ml-engineer' })
  })
})

describe('a card', () => {
  test.each([
    ['en', 'None yet: I have not worked with this.', 'Which describes what you do today?'],
    ['es', 'Todavía nada: no he trabajado con esto.', '¿Cuál describe lo que haces hoy?'],
  ] as const)('numbers none yet and the four statements (%s)', async (locale, none, asks) => {
    const ana = harness.newUser(locale)
    const card = await start(ana)
    const row = questionIn(card, role)
    expect(row).toBeDefined()
    expect(headings(card)).toEqual([`${row?.skill.name} · ${row?.skill.domain.name[locale]}`])
    expect(card.blocks.find((block) => block.type === 'list')).toMatchObject({ numbered: true })
    expect(listTitles(card)).toEqual([asks])
    expect(items(card).map((item) => item.text)).toEqual([
      none,
      ...PROFICIENCIES.map((proficiency) => row?.skill.statements[proficiency][locale]),
    ])
  })

  test('has a button for each statement with the same number, and the other actions', async () => {
    const ana = harness.newUser()
    const card = await start(ana)
    expect(
      buttons(card)
        .filter((button) => button.key !== undefined)
        .map(({ key, label }) => [key, label]),
    ).toEqual([
      [1, 'None yet'],
      [2, 'Awareness'],
      [3, 'Working'],
      [4, 'Advanced'],
      [5, 'Expert'],
    ])
    expect(labels(card).slice(5)).toEqual(['Skip', 'Why this?', 'Add evidence', 'Pause'])
    await ana.pick(3)
    expect(
      labels(ana.last)
        .filter((label) => !label.startsWith('Add evidence for'))
        .slice(5),
    ).toEqual(['Skip', 'Back', 'Why this?', 'Add evidence', 'Pause'])
  })

  test('shows the number of questions asked and about how many are left', async () => {
    const ana = harness.newUser()
    const first = progress(await start(ana))
    expect(first).toMatchObject({ done: 0 })
    expect(first.label).toMatch(/^Question 1 · about \d+ more$/u)
    await ana.pick(3)
    expect(progress(ana.last)).toMatchObject({ done: 1 })
    expect(progress(ana.last).label).toMatch(/^Question 2 · about \d+ more$/u)
    ana.locale = 'es'
    await ana.pick(3)
    expect(progress(ana.last).label).toMatch(/^Pregunta 3 · quedan unas \d+$/u)
  })

  test('an answer by button is kept and the next question shown in place of the card', async () => {
    const ana = harness.newUser()
    const first = skillIn(await start(ana), role)
    for (const key of [1, 2, 3, 4, 5]) await ana.pick(key)
    expect(await storedRatings(ana)).toEqual([0, 1, 2, 3, 4])
    const session = await ana.openSession()
    expect(decodeAnswers(role, session.answers).answers[0]).toEqual([first, 0])
    expect(session.version).toBe(6)
    expect(skillIn(ana.last, role)).not.toBe(first)
  })
})

describe('typed words', () => {
  test.each([
    ['1', 0],
    ['2', 1],
    ['3', 2],
    ['4', 3],
    ['5', 4],
    [' 3 ', 2],
    ['0', 0],
    ['none yet', 0],
    ['None', 0],
    ['nada', 0],
    ['Todavía nada', 0],
    ['awareness', 1],
    ['a', 1],
    ['nociones', 1],
    ['working', 2],
    ['WORKING', 2],
    ['w', 2],
    ['trabajo', 2],
    ['advanced', 3],
    ['v', 3],
    ['avanzado', 3],
    ['expert', 4],
    ['e', 4],
    ['experto', 4],
    ['skip', null],
    ['saltar', null],
    ['omitir', null],
  ] as const)('“%s” is the answer %s', async (words, rating) => {
    const ana = harness.newUser()
    await start(ana)
    await ana.say(words)
    expect(await storedRatings(ana)).toEqual([rating])
    expect(ana.failed).toBeUndefined()
    expect(progress(ana.last).done).toBe(1)
  })

  test('every button label can be typed as an answer, in both languages', async () => {
    for (const locale of ['en', 'es'] as const) {
      const ana = harness.newUser(locale)
      await start(ana)
      for (const button of buttons(ana.last).filter((entry) => entry.key !== undefined)) await ana.say(button.label)
      expect(await storedRatings(ana)).toEqual([0, 1, 2, 3, 4])
    }
  })

  test('a repeated delivery is saved once', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.say('3', 'slack-event-1')
    const after = await ana.openSession()
    const card = skillIn(ana.last, role)
    await ana.say('3', 'slack-event-1')
    expect(await ana.openSession()).toEqual(after)
    expect(skillIn(ana.last, role)).toBe(card)
  })

  test.each([
    ['en', 'maybe tomorrow', 'I did not take “maybe tomorrow” as an answer, and nothing is lost. Type 1 to 5'],
    ['es', 'quizá mañana', 'No he tomado «quizá mañana» como respuesta, y no se pierde nada. Escribe de 1 a 5'],
  ] as const)('anything else is explained and nothing is lost (%s)', async (locale, words, explained) => {
    const ana = harness.newUser(locale)
    await start(ana)
    await ana.pick(3)
    const before = await ana.openSession()
    const question = skillIn(ana.last, role)
    const answer = await ana.say(words)
    expect(notes(answer)[0]).toContain(explained)
    expect(skillIn(answer, role)).toBe(question)
    expect(await ana.openSession()).toEqual(before)
    await ana.say('3')
    expect(await storedRatings(ana)).toEqual([2, 2])
  })

  test('the empty line, a number out of range and markup are explained too', async () => {
    const ana = harness.newUser()
    await start(ana)
    for (const words of ['', '6', '-1', '<b>3</b>', '3 or 4', '🙂']) {
      expect(notes(await ana.say(words))[0], `typing ${words}`).toMatch(/^I did not take “/u)
    }
    expect(await storedRatings(ana)).toEqual([])
  })

  test('help says what can be typed, in both languages', async () => {
    const ana = harness.newUser()
    await start(ana)
    expect(notes(await ana.say('help'))).toEqual([
      'Type the number of the statement that fits, or its name (none yet, awareness, working, advanced, or expert). skip leaves a skill out, back takes the last answer back, why says why this is asked, evidence adds a note or link, pause keeps everything for later, cancel drops it after asking.',
    ])
    expect(questionIn(ana.last, role)).toBeDefined()
    ana.locale = 'es'
    expect(notes(await ana.say('ayuda'))[0]).toMatch(/^Escribe el número de la frase que encaja/u)
    expect(notes(await ana.say('?'))[0]).toMatch(/^Escribe el número/u)
  })

  test('a look-up in between is answered, and the assessment continues', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.pick(3)
    const before = await ana.openSession()
    const answer = await ana.say('/skills pytorch')
    expect(headings(answer)[0]).toContain('PyTorch')
    expect(await ana.openSession()).toEqual(before)
    await ana.say('w')
    expect(await storedRatings(ana)).toEqual([2, 2])
  })
})

describe('skip and back', () => {
  test('a skipped skill is kept as skipped and another one asked', async () => {
    const ana = harness.newUser()
    const first = skillIn(await start(ana), role)
    await ana.press('Skip')
    expect(await storedRatings(ana)).toEqual([null])
    expect(skillIn(ana.last, role)).not.toBe(first)
  })

  test('back takes the last answer back and asks the same question again', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.pick(3)
    const second = skillIn(ana.last, role)
    await ana.pick(4)
    const card = await ana.press('Back')
    expect(notes(card)).toEqual(['Taken back. Here is the question again.'])
    expect(skillIn(card, role)).toBe(second)
    expect(await storedRatings(ana)).toEqual([2])
    await ana.say('atrás')
    expect(await storedRatings(ana)).toEqual([])
  })

  test('at the first question there is nothing to go back to', async () => {
    const ana = harness.newUser()
    const first = skillIn(await start(ana), role)
    expect(labels(ana.last)).not.toContain('Back')
    const card = await ana.say('back')
    expect(notes(card)).toEqual(['This is the first question; there is nothing to go back to.'])
    expect(skillIn(card, role)).toBe(first)
    ana.locale = 'es'
    expect(notes(await ana.say('volver'))).toEqual(['Esta es la primera pregunta; no hay nada a lo que volver.'])
  })
})

describe('why', () => {
  test.each([
    ['en', 'Why this?', 'why', /^So far .+ is the likeliest \(\d+ %\)\. ML Engineer expects \w+ in .+ from .+ on/u],
    ['es', '¿Por qué esta?', 'por qué', /^Por ahora lo más probable es .+ \(\d+ %\)\. ML Engineer espera \w+ en /u],
  ] as const)('says what the answer decides, by button and typed (%s)', async (locale, label, typed, explanation) => {
    const ana = harness.newUser(locale)
    await start(ana)
    await ana.pick(3)
    const before = await ana.openSession()
    const row = questionIn(ana.last, role)
    const [explained = ''] = notes(await ana.press(label))
    expect(explained).toMatch(explanation)
    expect(explained).toContain(row?.skill.name)
    expect(skillIn(ana.last, role)).toBe(row?.skill.slug)
    expect(notes(await ana.say(typed))).toEqual([explained])
    expect(await ana.openSession()).toEqual(before)
  })

  test('names the level from which the role expects that proficiency', async () => {
    const ana = harness.newUser()
    await start(ana)
    for (let question = 0; question < 12 && questionIn(ana.last, role); question += 1) {
      const row = questionIn(ana.last, role)
      const [explained = ''] = notes(await ana.press('Why this?'))
      const match = /expects (\w+) in .+ from (.+) on, and/u.exec(explained)
      const index = role.levels.findIndex((level) => level.name === match?.[2])
      expect(row?.cells[index]?.proficiency, `said: ${explained}`).toBe(match?.[1]?.toLowerCase())
      expect(index === 0 || row?.cells[index - 1]?.proficiency !== match?.[1]?.toLowerCase()).toBe(true)
      await ana.pick(3)
    }
  })
})

describe('evidence', () => {
  test('is added by form, shown on the card and kept with the result', async () => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    const form = await ana.open('Add evidence')
    expect(form.fields).toMatchObject([
      { type: 'text', name: 'evidence', optional: true, maxLength: 500, label: expect.stringContaining('A note') },
    ])
    const card = await ana.fill(form, { evidence: '  https://example.org/pr/1 ' })
    expect(notes(card)[0]).toMatch(/^Evidence kept for .+\.$/u)
    expect(paragraphs(card)).toContain('Evidence: https://example.org/pr/1')
    expect(skillIn(card, role)).toBe(skill)
    expect((await ana.openSession()).evidence).toEqual({ [skill]: 'https://example.org/pr/1' })
    expect((await ana.open('Add evidence')).fields[0]).toMatchObject({ initial: 'https://example.org/pr/1' })
    await answerAll(ana, role, () => 2)
    await ana.press('Show my result')
    const [result] = await ana.results()
    expect(result?.ratings.find((entry) => entry.skill === skill)).toMatchObject({
      evidence: 'https://example.org/pr/1',
    })
  })

  test.each([
    ['en', 'evidence: led the migration', 'evidence'],
    ['es', 'evidencia: lideré la migración', 'evidencia'],
  ] as const)('is added by a typed line, and the bare word opens the form (%s)', async (locale, line, bare) => {
    const ana = harness.newUser(locale)
    const skill = skillIn(await start(ana), role)
    await ana.say(line)
    expect((await ana.openSession()).evidence).toEqual({ [skill]: line.slice(line.indexOf(':') + 2) })
    const form = await ana.ask(bare)
    expect(form.fields[0]).toMatchObject({ name: 'evidence', initial: line.slice(line.indexOf(':') + 2) })
  })

  test('left empty it is removed', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.say('evidence: something')
    const card = await ana.fill(await ana.open('Add evidence'), { evidence: '   ' })
    expect(notes(card)[0]).toMatch(/^Evidence for .+ removed\.$/u)
    expect((await ana.openSession()).evidence).toEqual({})
  })

  test('more than 500 characters are refused and the earlier note stays', async () => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    await ana.say('evidence: the first note')
    const form = await ana.open('Add evidence')
    const before = await ana.openSession()
    const refused = await ana.fill(form, { evidence: 'x'.repeat(501) })
    expect(ana.failed).toBe('user')
    expect(notes(refused)).toEqual(['That is 501 characters; a note may have at most 500.'])
    expect(await ana.openSession()).toEqual(before)
    await ana.say(`evidence: ${'y'.repeat(501)}`)
    expect(ana.failed).toBe('user')
    expect((await ana.openSession()).evidence).toEqual({ [skill]: 'the first note' })
    await ana.fill(form, { evidence: 'x'.repeat(500) })
    expect((await ana.openSession()).evidence).toEqual({ [skill]: 'x'.repeat(500) })
  })

  test('is invited if an answer claims more than the others suggest', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 1), 7)
    const claimed = questionIn(ana.last, role)
    const card = await ana.pick(5)
    expect(notes(card)[0]).toBe(
      `${claimed?.skill.name}: that is above what your other answers suggest. If you like, add a note or link that shows it.`,
    )
    const form = await ana.open(`Add evidence for ${claimed?.skill.name}`)
    await ana.fill(form, { evidence: 'shown' })
    expect((await ana.openSession()).evidence).toEqual({ [claimed?.skill.slug ?? '']: 'shown' })
  })

  test('a form that was opened before the next answer does not lose what was written', async () => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    const form = await ana.open('Add evidence')
    await ana.pick(3)
    await ana.fill(form, { evidence: 'written while answering' })
    expect((await ana.openSession()).evidence).toEqual({ [skill]: 'written while answering' })
  })
})

describe('pausing', () => {
  test('keeps everything, and typed words are questions again until it is resumed', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, () => 2, 3)
    const question = skillIn(ana.last, role)
    const paused = await ana.press('Pause')
    expect(headings(paused)).toEqual(['Paused'])
    expect(paragraphs(paused)).toEqual([
      'ML Engineer: 3 answers kept. Go on with /assess resume, here or on another device, until January 19, 2026.',
    ])
    expect(await ana.openSession()).toMatchObject({ paused: true })
    expect(headings(await ana.say('pytorch'))[0]).toContain('PyTorch')
    expect(await storedRatings(ana)).toEqual([2, 2, 2])
    const back = await ana.say('/assess resume')
    expect(notes(back)).toEqual(['Welcome back. You have given 3 answers.'])
    expect(skillIn(back, role)).toBe(question)
    expect(await ana.openSession()).toMatchObject({ paused: false })
    await ana.say('3')
    expect(await storedRatings(ana)).toEqual([2, 2, 2, 2])
  })

  test('can be typed and resumed by button, in Spanish', async () => {
    const ana = harness.newUser('es')
    await start(ana)
    await ana.pick(3)
    const paused = await ana.say('pausa')
    expect(headings(paused)).toEqual(['En pausa'])
    expect(paragraphs(paused)[0]).toMatch(/^ML Engineer: 1 respuesta guardada\. Sigue con \/assess continuar/u)
    expect(notes(await ana.press('Seguir'))).toEqual(['Hola de nuevo. Has dado 1 respuesta.'])
    expect(notes(await ana.say('/assess continuar'))).toEqual(['Hola de nuevo. Has dado 1 respuesta.'])
  })

  test('resuming says so if nothing is in progress', async () => {
    const ana = harness.newUser()
    expect(paragraphs(await ana.say('/assess resume'))).toEqual(['You have no assessment in progress.'])
    await ana.send('1a:r:ml-engineer')
    expect(ana.failed).toBe('user')
    expect(notes(ana.last)[0]).toContain('There is no such assessment in progress.')
  })
})

describe('stopping and settling', () => {
  test('stopping is offered from ten answers on, with the level and how sure it is', async () => {
    const ana = harness.newUser()
    await start(ana)
    // Alternates the answers, so that the level is not settled soon.
    let answer = 0
    const offered: (string | undefined)[] = []
    for (let count = 0; count < 12; count += 1) {
      offered.push(labels(ana.last).find((label) => label.startsWith('Stop here')))
      answer = (answer + 2) % 5
      await ana.pick(answer + 1)
    }
    const stop = expect.stringMatching(/^Stop here: .+, \d+ % sure$/u)
    expect(offered).toEqual([...Array<undefined>(10).fill(undefined), stop, stop])
    const stopLabel = labels(ana.last).find((label) => label.startsWith('Stop here')) ?? ''
    const level = /^Stop here: (.+), (\d+) % sure$/u.exec(stopLabel)
    const result = await ana.press('Stop here')
    expect(headings(result)).toEqual([`ML Engineer: ${level?.[1]}`])
    expect(paragraphs(result)[0]).toMatch(new RegExp(`^${level?.[2]} % sure .+; you answered 12\\.$`, 'u'))
    expect(await ana.session()).toBeNull()
    expect(await ana.results()).toHaveLength(1)
  })

  test('“stop” typed before there is enough is explained, and ends it after', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, () => 2, 3)
    await ana.say('stop')
    expect(await storedRatings(ana)).toEqual([2, 2, 2])
    expect(questionIn(ana.last, role)).toBeDefined()
    await answerAll(ana, role, () => 2)
    await ana.say('terminar')
    expect(await ana.session()).toBeNull()
    expect(await ana.results()).toHaveLength(1)
  })

  test('when the level is settled the card says so and offers to settle the plan too', async () => {
    const ana = harness.newUser()
    await start(ana)
    const settled = await answerAll(ana, role, profile(role, 4))
    expect(headings(settled)).toEqual(['Your level is settled'])
    expect(paragraphs(settled)[0]).toMatch(/^Lead \/ Staff, \d+ % sure, after \d+ questions\.$/u)
    expect(paragraphs(settled)[1]).toMatch(/more questions? makes? the plan exact/u)
    expect(labels(settled)).toEqual(['Show my result', expect.stringMatching(/^Ask about \d+ more$/u), 'Back', 'Pause'])
    await ana.say('3')
    expect(notes(ana.last)[0]).toContain('Nothing is left to ask here.')
    const answers = (await ana.openSession()).answers.length
    const more = await ana.press('Ask about')
    expect(progress(more).label).toMatch(/^Question \d+ · your level is settled · /u)
    expect(await ana.openSession()).toMatchObject({ refine: true })
    expect(notes(await ana.press('Why this?'))[0]).toMatch(/^Your level is settled\. This one decides whether/u)
    const exact = await answerAll(ana, role, profile(role, 4))
    expect((await ana.openSession()).answers.length).toBeGreaterThan(answers)
    expect(paragraphs(exact)).toContain('The list of what to grow is settled too.')
    expect(labels(exact)).toEqual(['Show my result', 'Back', 'Pause'])
  })

  test('back from the settled card opens the last question again', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 5))
    const before = (await ana.openSession()).answers
    await ana.press('Back')
    expect((await ana.openSession()).answers).toEqual(before.slice(0, -1))
    expect(questionIn(ana.last, role)).toBeDefined()
  })
})

import { describe, expect, test } from 'vitest'
import { decodeAnswers, type Rating } from '../../../src/assessment/index.ts'
import { PROFICIENCIES } from '../../../src/catalog/index.ts'
import type { Message } from '../../../src/message/index.ts'
import { buttons, headings, items, labels, listTitles, notes, paragraphs } from '../read-message.ts'
import { answerAll, profile, questionIn, skillIn, start } from './drive.ts'
import type { TestUser } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

const RATINGS: readonly Rating[] = [0, 1, 2, 3, 4]

const { harness, role } = await openOwnHarness()

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
    expect(paragraph).toMatch(
      /^About \d+ to \d+ questions, \d+ to \d+ minutes; up to \d+ questions if you’re between two levels\. Pause whenever you like/u,
    )
    expect(paragraph).toContain('you meet three in four of the core skills and half of the others')
    expect(paragraph).toContain('The core of ML Engineer: Machine Learning & AI.')
    expect(paragraph).toContain('all 58 skills on 14 cards')
    expect(labels(intro)).toEqual(['Find my level', 'Am I ready for…', 'Fill in a sheet', 'One domain…'])
    expect(await ana.session()).toBeNull()
  })

  test('says the same in Spanish', async () => {
    const ana = harness.newUser('es')
    const intro = await ana.say('/assess ml-engineer')
    expect(headings(intro)).toEqual(['Evaluación: ML Engineer'])
    expect(paragraphs(intro).join('\n')).toContain(
      'cumples lo que se espera en tres de cada cuatro habilidades esenciales y en la mitad de las demás',
    )
    expect(paragraphs(intro)[0]).toMatch(
      /^Normalmente, de \d+ a \d+ preguntas \(de \d+ a \d+ minutos\); hasta \d+ preguntas si estás entre dos niveles\. /u,
    )
    expect(labels(intro)).toEqual([
      'Descubrir mi nivel',
      '¿Estoy a la altura de…?',
      'Rellenar una hoja',
      'Un solo dominio…',
    ])
  })

  test('tells the time by the words to read: a question takes 20 to 40 seconds, and the tail is told', async () => {
    for (const locale of ['en', 'es'] as const) {
      const ana = harness.newUser(locale)
      const [takes = ''] = paragraphs(await ana.say('/assess ml-engineer'))
      const [least = 0, usual = 0, from = 0, to = 0, most = 0] = (takes.match(/\d+/gu) ?? []).map(Number)
      expect(least, `of: ${takes}`).toBeLessThan(usual)
      expect(usual, `of: ${takes}`).toBeLessThan(most)
      expect(most, `of: ${takes}`).toBeLessThanOrEqual(role.rows.size)
      for (const [questions, minutes] of [
        [least, from],
        [usual, to],
      ] as const) {
        expect((minutes * 60) / questions, `of: ${takes}`).toBeGreaterThanOrEqual(20)
        expect((minutes * 60) / questions, `of: ${takes}`).toBeLessThanOrEqual(40)
      }
    }
  })

  test('with no role, offers the roles, the one assessed last first', async () => {
    const ana = harness.newUser()
    expect(labels(await ana.say('/assess'))).toEqual(['ML Engineer'])
    await start(ana)
    await ana.say('/assess cancel')
    await ana.press('Discard')
    expect(labels(await ana.say('/assess'))).toEqual(['ML Engineer (last time)'])
  })

  test('an unknown role is refused with the roles that can be assessed', async () => {
    const ana = harness.newUser()
    const answer = await ana.say('/assess blorp')
    expect(ana.failed).toBe('user')
    expect(notes(answer)).toEqual([
      '“blorp” doesn’t tell me what to assess. Name a role, or a role with one of its levels or domains.',
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
    ['en', 'None yet: I don’t know it.', 'Which best describes what you do today?'],
    ['es', 'Todavía nada: no lo conozco.', '¿Cuál describe mejor lo que haces hoy?'],
  ] as const)('numbers none yet and the four statements (%s)', async (locale, none, asks) => {
    const ana = harness.newUser(locale)
    await start(ana)
    const card = await ana.pick(3)
    const row = questionIn(card, role)
    expect(row).toBeDefined()
    expect(headings(card)).toEqual([`${row?.skill.name} · ${row?.skill.domain.name[locale]}`])
    expect(card.blocks.find((block) => block.type === 'list')).toMatchObject({ numbered: true })
    expect(listTitles(card)).toEqual([asks])
    expect(items(card).map((item) => item.text)).toEqual([
      none,
      ...PROFICIENCIES.map((proficiency) => row?.skill.statements[proficiency]?.[locale]),
    ])
  })

  test.each([
    [
      'en',
      'Proficiencies',
      'Working: you use the skill on your own in everyday cases',
      'A statement fits if you regularly do most of what it says',
    ],
    [
      'es',
      'Los grados',
      'Competente: aplicas la habilidad sin ayuda en los casos habituales',
      'Basta con hacer la mayor',
    ],
  ] as const)('the first one also says what the four proficiencies mean (%s)', async (locale, title, step, enough) => {
    const ana = harness.newUser(locale)
    const card = await start(ana)
    const row = questionIn(card, role)
    expect(listTitles(card)).toEqual([expect.any(String), title])
    expect(items(card)).toHaveLength(9)
    expect(items(card).map((item) => item.text)).toEqual(
      expect.arrayContaining([step, ...PROFICIENCIES.map((each) => row?.skill.statements[each]?.[locale])]),
    )
    expect(notes(card)).toEqual([expect.stringContaining(enough)])
    expect(listTitles(await ana.pick(3))).not.toContain(title)
  })

  test('has a button for each statement with the same number, and the other actions', async () => {
    const ana = harness.newUser()
    const card = await start(ana)
    const controls = [
      [6, 'Skip'],
      [7, 'Why this?'],
      [8, 'Add a note or link'],
      [9, 'Pause'],
    ]
    expect(buttons(card).map(({ key, label }) => [key, label])).toEqual([
      [1, '1 · None yet'],
      [2, '2 · Awareness'],
      [3, '3 · Working'],
      [4, '4 · Advanced'],
      [5, '5 · Expert'],
      ...controls,
    ])
    await ana.pick(3)
    const numbers = buttons(ana.last).map(({ key, label }) => [key, label])
    expect(numbers[0]).toEqual([10, 'Change'])
    expect(numbers.slice(6)).toEqual(controls)
  })

  test('names the last answer in one line, with a button that changes it', async () => {
    const ana = harness.newUser()
    const first = questionIn(await start(ana), role)
    expect(ana.last.blocks[0]?.type).toBe('heading')
    const card = await ana.pick(3)
    expect(card.blocks[0]).toMatchObject({ type: 'actions', title: `✓ ${first?.skill.name}: Working` })
    const second = questionIn(card, role)
    expect((await ana.press('Skip')).blocks[0]).toMatchObject({ title: `– ${second?.skill.name}: skipped` })
    expect(questionIn(await ana.press('Change'), role)).toBe(second)
    expect(ana.last.blocks[0]).toMatchObject({ title: `✓ ${first?.skill.name}: Working` })
    ana.locale = 'es'
    expect((await ana.say('competente')).blocks[0]).toMatchObject({ title: `✓ ${second?.skill.name}: Competente` })
  })

  test('has the same buttons at its end from the first question to the last, and no other after them', async () => {
    const ana = harness.newUser()
    await start(ana)
    const stops: boolean[] = []
    for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
      const end = ana.last.blocks.slice(-2)
      expect(end.map(({ type }) => type)).toEqual(['actions', 'actions'])
      const keys = buttons({ ...ana.last, blocks: end }).map(({ key }) => key)
      expect(keys.slice(0, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
      stops.push(keys.includes(11))
      expect(keys).toHaveLength(stops.at(-1) ? 10 : 9)
      // Between Middle and Senior, so that more are asked.
      await ana.pick(profile(role, stops.length % 2 === 0 ? 2 : 3)(row) + 1)
    }
    expect(stops.length).toBeGreaterThan(12)
    expect(stops.slice(stops.indexOf(true)).every(Boolean)).toBe(true)
    expect(stops.at(-1)).toBe(true)
  })

  test('shows the number of questions asked and about how many are left', async () => {
    const ana = harness.newUser()
    const first = progress(await start(ana))
    expect(first).toMatchObject({ done: 0 })
    expect(first.label).toMatch(/^Question 1 · core · about \d+ to go$/u)
    await ana.pick(3)
    expect(progress(ana.last)).toMatchObject({ done: 1 })
    expect(progress(ana.last).label).toMatch(/^Question 2 · core · about \d+ to go$/u)
    ana.locale = 'es'
    await ana.pick(3)
    expect(progress(ana.last).label).toMatch(/^Pregunta 3 · sobre lo esencial · quedan unas \d+$/u)
    await answerAll(ana, role, () => 2, 7)
    expect(progress(ana.last).label).toMatch(/^Pregunta 10 · quedan unas \d+$/u)
  })

  test('asks the whole core first, and says of each whether it belongs to it', async () => {
    const ana = harness.newUser()
    await start(ana)
    const domains: (string | undefined)[] = []
    for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
      domains.push(row.skill.domain.slug)
      expect(progress(ana.last).label.includes('· core ·')).toBe(row.skill.domain.slug === 'machine-learning-ai')
      await ana.pick(3)
    }
    expect(domains.slice(0, 9)).toEqual(Array<string>(9).fill('machine-learning-ai'))
    expect(domains.length).toBeGreaterThan(9)
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
    // The words of the first statement: no knowledge of a skill is an answer, and no reason to skip it.
    ['I don’t know it', 0],
    ["I don't know it.", 0],
    ['None yet: I don’t know it.', 0],
    ['no lo conozco', 0],
    ['No lo conozco.', 0],
    ['Todavía nada: no lo conozco.', 0],
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
    ['competente', 2],
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
      for (const button of buttons(ana.last).slice(0, 5)) await ana.say(button.label)
      expect(await storedRatings(ana)).toEqual([0, 1, 2, 3, 4])
      const [refused] = notes(await ana.say(locale === 'en' ? '1 · Expert' : '1 · Experto'))
      expect(refused).toContain(locale === 'en' ? 'isn’t one of the answers' : 'no es una de las respuestas')
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
    ['en', 'maybe tomorrow', '“maybe tomorrow” isn’t one of the answers; nothing is lost. Type 1 to 5'],
    [
      'es',
      'quizá mañana',
      '«quizá mañana» no es una de las respuestas; no se ha perdido nada. Escribe un número del 1 al 5',
    ],
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
      expect(notes(await ana.say(words))[0], `typing ${words}`).toMatch(/^“.*” isn’t one of the answers/u)
    }
    expect(await storedRatings(ana)).toEqual([])
  })

  test('help says what can be typed, in both languages', async () => {
    const ana = harness.newUser()
    await start(ana)
    expect(notes(await ana.say('help'))).toEqual([
      'Type the number of the statement that fits, or its name (none yet, awareness, working, advanced, or expert). skip skips this skill, back undoes your last answer, why explains why I’m asking, evidence adds a note or link, pause saves everything for later, and cancel discards the assessment (I’ll ask first). You can ask about the ladder along the way; /rung shows everything else.',
      'A statement fits if you regularly do most of what it says.',
    ])
    expect(questionIn(ana.last, role)).toBeDefined()
    ana.locale = 'es'
    expect(notes(await ana.say('ayuda'))[0]).toMatch(/^Escribe el número de la descripción que encaje/u)
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
    const card = await ana.press('Change')
    expect(notes(card)).toEqual(['Undone. Here’s that question again.'])
    expect(skillIn(card, role)).toBe(second)
    expect(await storedRatings(ana)).toEqual([2])
    await ana.say('atrás')
    expect(await storedRatings(ana)).toEqual([])
  })

  test('at the first question there is nothing to go back to', async () => {
    const ana = harness.newUser()
    const first = skillIn(await start(ana), role)
    expect(labels(ana.last)).not.toContain('Change')
    const card = await ana.say('back')
    expect(notes(card)[0]).toBe('This is the first question; there’s nothing to go back to.')
    expect(skillIn(card, role)).toBe(first)
    ana.locale = 'es'
    expect(notes(await ana.say('volver'))[0]).toBe('Esta es la primera pregunta; no hay ninguna anterior.')
  })
})

describe('why', () => {
  test.each([
    [
      'en',
      'Why this?',
      'why',
      /^.+ is part of the core of ML Engineer, .+ \w+ expects \w+: that or higher counts toward \w+, and anything lower counts against it\.$/u,
      /^At \w+, ML Engineer expects \w+ in .+: that or higher counts toward \w+, and anything lower counts against it\. No remaining question/u,
    ],
    [
      'es',
      '¿Por qué esta?',
      'por qué',
      /^.+ es parte de lo esencial de ML Engineer, .+ \w+ espera \w+: eso o más cuenta a favor de \w+; menos, en contra\.$/u,
      /^En \w+, ML Engineer espera \w+ en .+: eso o más cuenta a favor de \w+; menos, en contra\. Ninguna otra/u,
    ],
  ] as const)(
    'says what the answer decides, of the core and of the others, by button and typed (%s)',
    async (locale, label, typed, ofCore, ofOthers) => {
      const ana = harness.newUser(locale)
      await start(ana)
      for (const [answers, explanation] of [
        [1, ofCore],
        [8, ofOthers],
      ] as const) {
        await answerAll(ana, role, () => 2, answers)
        const before = await ana.openSession()
        const row = questionIn(ana.last, role)
        const [explained = ''] = notes(await ana.press(label))
        expect(explained).toMatch(explanation)
        expect(explained).toContain(row?.skill.name)
        expect(skillIn(ana.last, role)).toBe(row?.skill.slug)
        expect(notes(await ana.say(typed))).toEqual([explained])
        expect(await ana.openSession()).toEqual(before)
      }
    },
  )

  test('names the proficiency that the answer decides on, at a level that expects it', async () => {
    for (const level of [1, 2, 3, 4]) {
      const ana = harness.newUser()
      await start(ana)
      const answerer = profile(role, level)
      for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
        const [explained = ''] = notes(await ana.press('Why this?'))
        const [, proficiency, name] =
          /expects (\w+)(?: in .+)?: that or higher counts toward (.+), and anything lower/u.exec(explained) ?? []
        const index = role.levels.findIndex((each) => each.name === name)
        expect(row.cells[index]?.proficiency, `of: ${explained}`).toBe(proficiency?.toLowerCase())
        await ana.pick(answerer(row) + 1)
      }
    }
  })
})

describe('a misspelled word', () => {
  test.each([
    ['en', 'advansed', 'Advanced', '4'],
    ['en', 'workng', 'Working', '3'],
    ['en', 'none yett', 'None yet', '1'],
    ['en', 'paus', 'pause', 'pause'],
    ['en', 'skipp', 'Skip', 'skip'],
    ['es', 'avanzdo', 'Avanzado', '4'],
    ['es', 'nocioens', 'Nociones', '2'],
    ['es', 'experot', 'Experto', '5'],
  ] as const)('is no answer, and what it may mean is said (%s, %s)', async (locale, typed, name, input) => {
    const ana = harness.newUser(locale)
    const skill = skillIn(await start(ana), role)
    const card = await ana.say(typed)
    expect(notes(card)[0]).toBe(
      locale === 'en'
        ? `“${typed}” isn’t one of the answers. Did you mean ${name}? Type ${input}, or choose it.`
        : `«${typed}» no es una de las respuestas. ¿Querías decir ${name}? Escribe ${input} o elige esa opción.`,
    )
    expect(skillIn(card, role)).toBe(skill)
    expect((await ana.openSession()).answers).toEqual([])
    await ana.say(input)
    expect(notes(ana.last)).not.toEqual(notes(card))
  })

  test('that is like none of them is not guessed', async () => {
    const ana = harness.newUser()
    await start(ana)
    for (const typed of ['kubernetes', 'x', 'what now', 'w'.repeat(400)]) {
      expect(notes(await ana.say(typed))[0]).not.toContain('Did you mean')
    }
  })
})

describe('evidence', () => {
  test('is added by form, shown on the card and kept with the result', async () => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    const form = await ana.open('Add a note or link')
    expect(form.fields).toMatchObject([
      {
        type: 'text',
        name: 'evidence',
        optional: true,
        maxLength: 500,
        label: expect.stringContaining('Note or link'),
      },
    ])
    const card = await ana.fill(form, { evidence: '  https://example.org/pr/1 ' })
    expect(notes(card)[0]).toMatch(/^Evidence saved for .+\.$/u)
    expect(paragraphs(card)).toContain('Evidence: https://example.org/pr/1')
    expect(skillIn(card, role)).toBe(skill)
    expect((await ana.openSession()).evidence).toEqual({ [skill]: 'https://example.org/pr/1' })
    expect((await ana.open('Change the note or link')).fields[0]).toMatchObject({ initial: 'https://example.org/pr/1' })
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
    const card = await ana.fill(await ana.open('Change the note or link'), { evidence: '   ' })
    expect(notes(card)[0]).toMatch(/^Evidence removed for .+\.$/u)
    expect((await ana.openSession()).evidence).toEqual({})
  })

  test('more than 500 characters are refused and the earlier note stays', async () => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    await ana.say('evidence: the first note')
    const form = await ana.open('Change the note or link')
    const before = await ana.openSession()
    const refused = await ana.fill(form, { evidence: 'x'.repeat(501) })
    expect(ana.failed).toBe('user')
    expect(notes(refused)).toEqual(['That’s 501 characters; the limit is 500.'])
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
    // It is below the answer that it is about.
    expect(card.blocks[1]).toMatchObject({
      type: 'actions',
      title: `${claimed?.skill.name} looks like one of your strengths. Add a note or link to back that up; only you can see it.`,
    })
    const form = await ana.open(`Note or link for ${claimed?.skill.name}`)
    await ana.fill(form, { evidence: 'shown' })
    expect((await ana.openSession()).evidence).toEqual({ [claimed?.skill.slug ?? '']: 'shown' })
  })

  test('is invited twice at most, and not if the next level expects as much', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 1), 7)
    const invitations: boolean[] = []
    for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
      await ana.pick(invitations.length % 2 === 0 ? 5 : profile(role, 1)(row) + 1)
      invitations.push(labels(ana.last).some((label) => label.startsWith('Note or link for')))
    }
    expect(invitations.filter(Boolean)).toHaveLength(2)
    const ben = harness.newUser()
    await start(ben)
    for (let row = questionIn(ben.last, role); row; row = questionIn(ben.last, role)) {
      await ben.pick(profile(role, row.skill.domain.slug === 'machine-learning-ai' ? 2 : 3)(row) + 1)
      expect(labels(ben.last).some((label) => label.startsWith('Note or link for'))).toBe(false)
    }
  })

  test.each([
    ['en', 'evidence: shown'],
    ['es', 'evidencia: shown'],
  ] as const)(
    'typed right after the invitation is for that skill, and then for the open question (%s)',
    async (locale, line) => {
      const ana = harness.newUser(locale)
      await start(ana)
      await answerAll(ana, role, profile(role, 1), 7)
      const claimed = questionIn(ana.last, role)?.skill.slug ?? ''
      await ana.pick(5)
      const open = skillIn(ana.last, role)
      const card = await ana.say(line)
      expect((await ana.openSession()).evidence).toEqual({ [claimed]: 'shown' })
      expect(notes(card)).toHaveLength(1)
      expect(skillIn(card, role)).toBe(open)
      await ana.say(line)
      expect((await ana.openSession()).evidence).toEqual({ [claimed]: 'shown', [open]: 'shown' })
    },
  )

  test('a form that was opened before the next answer does not lose what was written', async () => {
    const ana = harness.newUser()
    const skill = skillIn(await start(ana), role)
    const form = await ana.open('Add a note or link')
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
      'ML Engineer: 3 answers saved. Pick it up again with /assess resume on any device by January 19, 2026.',
    ])
    expect(await ana.openSession()).toMatchObject({ paused: true })
    expect(headings(await ana.say('pytorch'))[0]).toContain('PyTorch')
    expect(await storedRatings(ana)).toEqual([2, 2, 2])
    const back = await ana.say('/assess resume')
    expect(notes(back)).toEqual(['Welcome back. You’ve answered 3 questions so far.'])
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
    expect(paragraphs(paused)[0]).toMatch(/^ML Engineer: 1 respuesta guardada\. Puedes seguir con \/assess continuar/u)
    expect(notes(await ana.press('Continuar'))).toEqual(['Hola de nuevo. Hasta ahora has respondido 1 pregunta.'])
    expect(notes(await ana.say('/assess continuar'))).toEqual(['Hola de nuevo. Hasta ahora has respondido 1 pregunta.'])
  })

  test('resuming says so if nothing is in progress', async () => {
    const ana = harness.newUser()
    expect(paragraphs(await ana.say('/assess resume'))).toEqual(['You have no assessment in progress.'])
    await ana.send('1a:r:ml-engineer')
    expect(ana.failed).toBe('user')
    expect(notes(ana.last)[0]).toContain('There’s no such assessment in progress.')
  })
})

describe('stopping and settling', () => {
  /** Alternates the answers, so that the level is not settled soon. */
  function uneven(): () => Rating {
    let count = 0
    return () => {
      count += 1
      return RATINGS[(count * 2) % RATINGS.length] ?? 0
    }
  }

  test.each([
    ['en', 'Stop here'],
    ['es', 'Parar aquí'],
  ] as const)(
    'stopping is offered from ten answers on, once the core is done, and names no level (%s)',
    async (locale, label) => {
      const ana = harness.newUser(locale)
      await start(ana)
      const next = uneven()
      const offered: boolean[] = []
      for (let count = 0; count < 14; count += 1) {
        expect(questionIn(ana.last, role)).toBeDefined()
        offered.push(labels(ana.last).includes(label))
        expect(labels(ana.last).filter((each) => role.levels.some(({ name }) => each.includes(name)))).toEqual([])
        await ana.pick(next() + 1)
      }
      expect(offered).toEqual([...Array<boolean>(10).fill(false), ...Array<boolean>(4).fill(true)])
      const result = await ana.press(label)
      const [stored] = await ana.results()
      const level = role.levels.find(({ slug }) => slug === stored?.level)?.name
      expect(level).toBeDefined()
      expect(headings(result)).toEqual([`ML Engineer: ${level}`])
      // How sure it is, and how little was asked, is told with the level.
      const percent = Math.round((stored?.confidence ?? 0) * 100)
      expect(percent).toBeLessThan(95)
      expect(paragraphs(result).join('\n')).toContain(locale === 'en' ? `${percent}% sure` : `${percent} % de certeza`)
      expect(paragraphs(result).join('\n')).toContain(
        locale === 'en' ? '14 skills asked about; 44 not' : '14 habilidades',
      )
      expect(await ana.session()).toBeNull()
      expect(await ana.results()).toHaveLength(1)
    },
  )

  test('“stop” typed before there is enough is explained, and ends it after', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, () => 2, 3)
    expect(notes(await ana.say('stop'))).toEqual([
      'I can tell your level once the core is done and you’ve answered 10 questions, so you can stop after about 7 more questions. Until then, pause saves your answers.',
    ])
    expect(await storedRatings(ana)).toEqual([2, 2, 2])
    ana.locale = 'es'
    expect(notes(await ana.say('parar'))[0]).toContain('podrás parar tras unas 7 preguntas más')
    expect(questionIn(ana.last, role)).toBeDefined()
    await answerAll(ana, role, () => 2)
    await ana.say('terminar')
    expect(await ana.session()).toBeNull()
    expect(await ana.results()).toHaveLength(1)
  })

  test('when the level is settled the card says it and offers a plan and the whole list', async () => {
    const ana = harness.newUser()
    await start(ana)
    const settled = await answerAll(ana, role, profile(role, 4))
    const answerCount = (await ana.openSession()).answers.length
    expect(headings(settled)).toEqual(['ML Engineer: Lead / Staff'])
    expect(paragraphs(settled)).toEqual([
      `That took ${answerCount} questions.`,
      'Your result is ready. You’ve already rated the skills to work on first; more answers will show how many of the others you need for the next level, and what comes after.',
    ])
    expect(labels(settled)).toEqual([
      'Change',
      expect.stringMatching(/^Make my plan \(\d+ to \d+ more questions\)$/u),
      'Show my result',
      expect.stringMatching(/^Find all gaps \(about \d+ more questions\)$/u),
      'Pause',
    ])
    await ana.say('3')
    expect(notes(ana.last)[0]).toContain('No question is open.')
    const more = await ana.press('Find all gaps')
    expect(progress(more).label).toMatch(/^Question \d+ · to find all gaps · about \d+ to go$/u)
    expect(await ana.openSession()).toMatchObject({ refine: true, plan: false })
    expect(notes(await ana.press('Why this?'))[0]).toMatch(
      /^Principal expects \w+ in .+\. If you’re below that today, it’s one of your gaps/u,
    )
    const exact = await answerAll(ana, role, profile(role, 4))
    expect((await ana.openSession()).answers.length).toBeGreaterThan(answerCount)
    expect(headings(exact)).toEqual(['ML Engineer: Lead / Staff'])
    expect(labels(exact)).toEqual(['Change', 'Show my result', 'Pause'])
  })

  test('back from the settled card opens the last question again', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 5))
    const before = (await ana.openSession()).answers
    await ana.press('Change')
    expect((await ana.openSession()).answers).toEqual(before.slice(0, -1))
    expect(questionIn(ana.last, role)).toBeDefined()
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeAnswers } from '../../../src/assessment/index.ts'
import type { Role } from '../../../src/catalog/index.ts'
import { fixtureCatalog, openCatalog } from '../../fixtures/catalog.ts'
import { headings, items, labels, notes, paragraphs } from '../read-message.ts'
import { questionIn, roleIn, skillIn, start } from './drive.ts'
import { DAY, type Harness, openHarness } from './harness.ts'

let harness: Harness
let backend: Role
let data: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(fixtureCatalog) })
  backend = roleIn(harness.catalogue.catalogIndex, 'backend-engineer')
  data = roleIn(harness.catalogue.catalogIndex, 'data-engineer')
})

afterAll(() => harness.close())

describe('one assessment a role', () => {
  test.each([
    [
      'en',
      'Backend Engineer: already started',
      'You started this on January 5, 2026 and have answered 2 questions. Continue, or start over and lose those answers?',
      ['Continue', 'Start over'],
    ],
    [
      'es',
      'Backend Engineer: evaluación ya en curso',
      'Empezaste esta evaluación el 5 de enero de 2026 y has respondido 2 preguntas. ¿Continúas, o empiezas de nuevo y pierdes esas respuestas?',
      ['Continuar', 'Empezar de nuevo'],
    ],
  ] as const)(
    'starting again asks whether to continue or start over (%s)',
    async (locale, title, expected, choices) => {
      const ana = harness.newUser(locale)
      await start(ana, 'backend-engineer')
      await ana.pick(2)
      await ana.pick(2)
      const before = await ana.openSession('backend-engineer')
      for (const line of [
        '/assess backend-engineer',
        '/assess backend-engineer sheet',
        '/assess backend programming',
      ]) {
        const question = await ana.say(line)
        expect(headings(question)).toEqual([title])
        expect(paragraphs(question)).toEqual([expected])
        expect(labels(question)).toEqual(choices)
      }
      expect(await ana.openSession('backend-engineer')).toEqual(before)
    },
  )

  test('going on shows the card it was at', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await ana.pick(2)
    const question = skillIn(ana.last, backend)
    await ana.say('/assess backend-engineer')
    const back = await ana.press('Continue')
    expect(notes(back)).toEqual(['Welcome back. You’ve answered 1 question so far.'])
    expect(skillIn(back, backend)).toBe(question)
  })

  test('starting over drops the answers and the notes, in the way that was asked for', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await ana.say('evidence: something')
    await ana.pick(2)
    const { id } = await ana.openSession('backend-engineer')
    await ana.say('/assess backend-engineer sheet')
    await ana.press('Start over')
    const session = await ana.openSession('backend-engineer')
    expect(session).toMatchObject({ answers: [], evidence: {}, mode: 'sheet', version: 1 })
    expect(session.id).not.toBe(id)
  })
})

describe('several roles', () => {
  test('run beside each other, and the introduction of another says so', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await ana.pick(2)
    const intro = await ana.say('/assess data-engineer')
    expect(notes(intro)).toEqual(['Also in progress (saved): Backend Engineer.'])
    expect(labels(intro)).toContain('Continue with Backend Engineer')
    await ana.press('Find my level')
    await ana.pick(5)
    expect((await ana.openSession('backend-engineer')).answers).toHaveLength(1)
    expect((await ana.openSession('data-engineer')).answers).toHaveLength(1)
  })

  test('typed words go to the one last begun or resumed', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await start(ana, 'data-engineer')
    await ana.say('expert')
    expect(decodeAnswers(data, (await ana.openSession('data-engineer')).answers).answers).toMatchObject([
      [expect.anything(), 4],
    ])
    await ana.say('/assess resume backend-engineer')
    await ana.say('none')
    expect((await ana.openSession('data-engineer')).answers).toHaveLength(1)
    expect(decodeAnswers(backend, (await ana.openSession('backend-engineer')).answers).answers).toMatchObject([
      [expect.anything(), 0],
    ])
  })

  test('a card answered by button is the one that typed words go to next', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    const card = ana.last
    await start(ana, 'data-engineer')
    ana.last = card
    await ana.pick(3)
    expect(questionIn(ana.last, backend)).toBeDefined()
    await ana.say('3')
    expect((await ana.openSession('backend-engineer')).answers).toHaveLength(2)
    expect((await ana.openSession('data-engineer')).answers).toHaveLength(0)
  })

  test('ending one leaves typed words to the other that they went to', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await start(ana, 'data-engineer')
    await ana.say('/assess resume backend-engineer')
    await ana.say('/assess cancel data-engineer')
    await ana.press('Discard')
    const message = await ana.say('maybe')
    expect(notes(message)[0]).toContain('“maybe” isn’t one of the answers')
    expect((await ana.storedData()).settings.focus).toBe('backend-engineer')
  })

  test('all in progress are listed, the one touched last first, with what can be done', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await ana.pick(2)
    harness.clock.now += DAY
    await ana.say('/assess data-engineer data-platforms')
    await ana.press('Start')
    await ana.press('Pause')
    const status = await ana.say('/assess status')
    expect(headings(status)).toEqual(['In progress'])
    expect(items(status)).toEqual([
      {
        text: 'Data Engineer (Data Platforms only, paused)',
        detail: 'no answers yet, last active January 6, 2026, saved until January 20, 2026',
      },
      {
        text: 'Backend Engineer',
        detail: '1 answer, last active January 5, 2026, saved until January 19, 2026',
      },
    ])
    expect(labels(status)).toEqual([
      'Continue with Data Engineer',
      'Cancel: Data Engineer',
      'Continue with Backend Engineer',
      'Cancel: Backend Engineer',
    ])
    ana.locale = 'es'
    expect(items(await ana.say('/assess estado')).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Data Engineer \(solo .+, en pausa\)$/u),
      'Backend Engineer',
    ])
    harness.clock.now -= DAY
  })

  test('“resume” and “cancel” with several in progress ask which', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await start(ana, 'data-engineer')
    expect(headings(await ana.say('/assess resume'))).toEqual(['In progress'])
    const which = await ana.say('/assess cancel')
    expect(headings(which)).toEqual(['Which assessment do you want to discard?'])
    expect(labels(which).toSorted()).toEqual(['Backend Engineer', 'Data Engineer'])
    await ana.press('Data Engineer')
    expect(headings(ana.last)).toEqual(['Discard this assessment?'])
    expect(await ana.session('backend-engineer')).not.toBeNull()
    expect(await ana.session('data-engineer')).not.toBeNull()
  })
})

describe('canceling', () => {
  test.each([
    ['en', 'cancel', 'Discard this assessment?', 'Backend Engineer: you’d lose 1 answer. This can’t be undone.'],
    ['es', 'cancelar', '¿Descartar esta evaluación?', 'Backend Engineer: perderías 1 respuesta. No se puede deshacer.'],
  ] as const)('asks first, by command and typed (%s)', async (locale, word, title, expected) => {
    const ana = harness.newUser(locale)
    await start(ana, 'backend-engineer')
    await ana.pick(2)
    for (const line of [`/assess ${word}`, word]) {
      const question = await ana.say(line)
      expect(headings(question)).toEqual([title])
      expect(paragraphs(question)).toEqual([expected])
      expect(await ana.session('backend-engineer')).not.toBeNull()
    }
  })

  test('can be declined', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await ana.pick(2)
    const before = await ana.openSession('backend-engineer')
    await ana.say('cancel')
    await ana.press('No, continue')
    expect(questionIn(ana.last, backend)).toBeDefined()
    expect((await ana.openSession('backend-engineer')).answers).toEqual(before.answers)
  })

  test('drops the session and keeps no result of it', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await ana.pick(2)
    await ana.say('cancel')
    expect(paragraphs(await ana.press('Discard'))).toEqual(['Discarded. Nothing was kept.'])
    expect(await ana.session('backend-engineer')).toBeNull()
    expect(await ana.results()).toEqual([])
    expect(paragraphs(await ana.say('/assess status'))).toEqual(['You have no assessment in progress.'])
    // Typed words are questions again.
    expect(headings(await ana.say('python'))[0]).toContain('Python')
  })

  test('a question that was asked before the next answer does not drop that answer', async () => {
    const ana = harness.newUser()
    await start(ana, 'backend-engineer')
    await ana.pick(2)
    await ana.say('cancel')
    const drop = ana.payload('Discard')
    await ana.say('3')
    await ana.send(drop)
    expect((await ana.openSession('backend-engineer')).answers).toHaveLength(2)
    expect(notes(ana.last)[0]).toMatch(/^That button was for an earlier question, so nothing changed\./u)
  })
})

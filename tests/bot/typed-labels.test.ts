import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { answerAll, assessAs, profile, questionIn, roleIn, start } from './assess/drive.ts'
import { type Harness, openHarness } from './assess/harness.ts'
import { headings, labels, notes, paragraphs } from './read-message.ts'

// Typing the label of a button of the last answer presses it.

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

describe('a typed label', () => {
  test.each([
    ['en', 'By domain', ['by domain', 'BY DOMAIN', ' By, domain ']],
    ['en', 'All gaps', ['all gaps']],
    ['es', 'Por dominio', ['por dominio', 'Pór dominio']],
    ['es', 'Todo lo pendiente', ['todo lo pendiente']],
  ] as const)(
    'of a button of the result presses it, whatever case and accents (%s, %s)',
    async (locale, label, lines) => {
      const ana = harness.newUser(locale)
      const result = await assessAs(ana, role, profile(role, 2))
      const pressed = await ana.press(label)
      expect(pressed).not.toEqual(result)
      for (const line of lines) {
        await ana.press(locale === 'es' ? 'Volver al resultado' : 'Back to the result')
        expect(await ana.say(line), `of: ${line}`).toEqual(pressed)
      }
    },
  )

  test('of an earlier answer is a question again', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    await ana.say('/skills pytorch')
    const question = await ana.say('by level and domain')
    expect(headings(question)).not.toEqual(['ML Engineer: Middle'])
    expect(await ana.say('/skills by level and domain')).toEqual(question)
  })

  test('of another person is a question', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    const ben = harness.newUser()
    expect(headings(await ben.say('by domain'))).not.toEqual(['ML Engineer: Middle'])
  })

  test('is no longer pressed if the person got another answer from a cache', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    harness.bot.recordActivity(ana.person)
    expect(headings(await ana.say('by domain'))).not.toEqual(['ML Engineer: Middle'])
  })

  test('that is an answer to the open question is that answer', async () => {
    const ana = harness.newUser()
    await start(ana)
    const first = questionIn(ana.last, role)
    await ana.say('advanced')
    expect((await ana.openSession()).answers).toHaveLength(1)
    expect(questionIn(ana.last, role)).not.toBe(first)
    // The other buttons of the card too.
    await ana.say('why this?')
    expect(questionIn(ana.last, role)).toBeDefined()
    await ana.say('Change')
    expect(questionIn(ana.last, role)).toBe(first)
    expect((await ana.openSession()).answers).toEqual([])
  })

  test.each([
    ['en', 'cancel', 'no', 'yes'],
    ['es', 'cancelar', 'no', 'sí'],
  ] as const)('“no” and “yes” answer what asks to confirm, and no question (%s)', async (locale, cancel, no, yes) => {
    const ana = harness.newUser(locale)
    await start(ana)
    const first = questionIn(ana.last, role)
    await ana.say(cancel)
    await ana.say(no)
    expect(questionIn(ana.last, role)).toBe(first)
    expect((await ana.openSession()).answers).toEqual([])
    await ana.say(cancel)
    expect((await ana.say(yes)).summary).toMatch(/^(?:Discarded|Evaluación descartada)/u)
  })

  test('of the settled card presses it: “make my plan (1 to 9 more)” and “show my result”', async () => {
    const ana = harness.newUser()
    await start(ana)
    await answerAll(ana, role, profile(role, 4))
    const plan = labels(ana.last).find((label) => label.startsWith('Make')) ?? ''
    expect(plan).toMatch(/^Make my plan/u)
    await ana.say(plan.toLowerCase())
    expect(await ana.openSession()).toMatchObject({ refine: true, plan: true })
    await answerAll(ana, role, profile(role, 4))
    expect(paragraphs(await ana.say('show my result')).join('\n')).toContain('Core at Lead / Staff')
    expect(await ana.results()).toHaveLength(1)
  })

  test.each([
    ['en', 'make my plan', 'Find all gaps'],
    ['en', 'make plan', 'find all gaps'],
    ['es', 'hacer mi plan', 'descubrir todo lo pendiente'],
  ] as const)('may lack the count in parentheses, or words after the first (%s, %s)', async (locale, plan, gaps) => {
    for (const [line, changes] of [
      [plan, { refine: true, plan: true }],
      [gaps, { refine: true, plan: false }],
    ] as const) {
      const ana = harness.newUser(locale)
      await start(ana)
      await answerAll(ana, role, profile(role, 4))
      await ana.say(line)
      expect(await ana.openSession()).toMatchObject(changes)
    }
    const ana = harness.newUser(locale)
    await start(ana)
    await answerAll(ana, role, profile(role, 4))
    await ana.say(locale === 'es' ? 'ver resultado' : 'show result')
    expect(await ana.results()).toHaveLength(1)
  })

  test('that is shortened is a question if its button only looks something up', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    expect(labels(ana.last)).toContain('ML Engineer · Senior')
    expect(headings(await ana.say('ml engineer'))).toEqual(headings(await harness.newUser().say('/skills ml engineer')))
  })

  test.each([
    ['en', 'There’s no open question: choose or type Make my plan', 'Show my result'],
    ['es', 'No hay ninguna pregunta abierta: elige o escribe Hacer mi plan', 'Ver mi resultado'],
  ] as const)('of the settled card is named if something else is typed there (%s)', async (locale, hint, finish) => {
    const ana = harness.newUser(locale)
    await start(ana)
    await answerAll(ana, role, profile(role, 4))
    const [text = ''] = notes(await ana.say('blue sky'))
    expect(text).toContain(hint)
    expect(text).toContain(finish)
    expect(text).not.toMatch(/1 (?:to|a) 5/u)
  })

  test('that two buttons share presses neither', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    harness.clock.now += 1
    await assessAs(ana, role, profile(role, 2))
    await ana.say('/profile')
    expect(labels(ana.last).filter((label) => label === 'Result from January 5, 2026')).toHaveLength(2)
    expect(headings(await ana.say('result of january 5, 2026'))).not.toEqual(['ML Engineer: Middle'])
  })
})

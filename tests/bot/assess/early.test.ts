import { describe, expect, test } from 'vitest'
import type { Rating } from '../../../src/assessment/index.ts'
import type { Row } from '../../../src/catalog/index.ts'
import { seededRandom } from '../../seeded-random.ts'
import { headings, inlines, items, labels, listTitles, notes, paragraphs, strings } from '../read-message.ts'
import { type Answerer, answerAll, assessAs, openPlan, profile, questionIn, start } from './drive.ts'
import type { TestUser } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

// No level before the core is done, and none from thin evidence.

const { harness, role } = await openOwnHarness()

/** Somewhere around a level, some answers a step off it; the same for a seed. */
function noisy(seed: number): Answerer {
  const random = seededRandom(seed)
  const answerer = profile(role, random.between(0, 5))
  return (row) => {
    const rating = answerer(row) + (random.next() < 0.3 ? random.between(-1, 1) : 0)
    const ratings: readonly Rating[] = [0, 1, 2, 3, 4]
    return ratings[Math.min(4, Math.max(0, rating))] ?? 0
  }
}

const levelNames = (text: string): string[] =>
  role.levels.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`, 'u').test(text))

/** Checks the card of a core question: no level of the person, no stop, and no end by a typed word. */
async function checkCoreCard(ana: TestUser, row: Row): Promise<void> {
  const isSpanish = ana.locale === 'es'
  const statements = items(ana.last).map(({ text }) => text)
  const others = strings(ana.last.blocks).filter((text) => !statements.includes(text))
  expect(others.flatMap(levelNames)).toEqual([])
  expect(labels(ana.last)).not.toContain(isSpanish ? 'Parar aquí' : 'Stop here')
  expect(ana.last.summary).not.toContain('%')
  // Why it is asked names the levels of the role that expect it, and nothing about the person.
  const [why = ''] = notes(await ana.press(isSpanish ? '¿Por qué esta?' : 'Why this?'))
  expect(why).toContain(row.skill.name)
  expect(why).not.toMatch(/likel|probable|%|your level is|tu nivel es/iu)
  // “Finish” typed too early is explained, and ends nothing.
  await ana.say(isSpanish ? 'terminar' : 'finish')
  expect(questionIn(ana.last, role)).toBe(row)
}

describe('before the core is done', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'nothing names a level that the person may have, and no stop is offered (%i)',
    async (seed) => {
      const ana = harness.newUser(seed % 2 === 0 ? 'es' : 'en')
      const answerer = noisy(seed)
      await start(ana)
      const core: boolean[] = []
      for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
        const progress = ana.last.blocks.find((block) => block.type === 'progress')
        const isCore = progress?.type === 'progress' && / · (?:core|sobre lo esencial) · /u.test(progress.label)
        core.push(isCore)
        expect(labels(ana.last).some((label) => levelNames(label).length > 0)).toBe(false)
        if (isCore) await checkCoreCard(ana, row)
        await ana.pick(answerer(row) + 1)
      }
      expect(core.slice(0, 9)).toEqual(Array<boolean>(9).fill(true))
      expect(await ana.results()).toEqual([])
    },
  )
})

/** Fills in the first card of a sheet with some answers; what is left out was not answered. */
async function answerOnSheet(user: TestUser, line: string, ratings: readonly string[]): Promise<void> {
  await user.say(line)
  const form = await user.open(user.locale === 'es' ? 'Rellenar esta tarjeta' : 'Fill in this card')
  await user.fill(form, Object.fromEntries(ratings.map((rating, index) => [form.fields[index]?.name ?? '', rating])))
}

describe('one answer and eight skips', () => {
  test.each([
    [
      'en',
      'ML Engineer: too early to tell',
      'You skipped too many questions for me to tell your level. Go back and answer some of them, or see what I can say so far.',
      /^You rated too few .+ for me to tell your level\. Your answers are saved in your history.+; a level isn’t\.$/u,
      '9 skills asked about (8 skipped); 49 not asked.',
      'January 5, 2026: too early to tell',
    ],
    [
      'es',
      'ML Engineer: aún es pronto para saberlo',
      'Has omitido demasiadas preguntas, así que no puedo saber tu nivel. Vuelve atrás y responde algunas, o mira lo que puedo decirte por ahora.',
      /^Has valorado muy pocas .+, así que no puedo saber tu nivel\. Tus respuestas quedan en tu historial.+; un nivel, no\.$/u,
      'Te he preguntado por 9 habilidades (8 omitidas); quedan 49 sin preguntar.',
      '5 de enero de 2026: aún era pronto para saberlo',
    ],
  ] as const)(
    'say that it is too early, and save no level (%s)',
    async (locale, title, card, early, counts, history) => {
      const isSpanish = locale === 'es'
      const ana = harness.newUser(locale)
      await start(ana)
      await ana.pick(3)
      for (let skip = 0; skip < 8; skip += 1) await ana.press(isSpanish ? 'Omitir' : 'Skip')
      expect(questionIn(ana.last, role)).toBeUndefined()
      expect(headings(ana.last)).toEqual([title])
      expect(paragraphs(ana.last)).toEqual([card])
      expect(labels(ana.last).some((label) => levelNames(label).length > 0)).toBe(false)
      const message = await ana.press(isSpanish ? 'Ver mi resultado' : 'Show my result')
      expect(headings(message)).toEqual([title])
      expect(paragraphs(message)[0]).toMatch(early)
      expect(paragraphs(message)).toContain(counts)
      // Nothing is called certain, missing or worth working on.
      expect(listTitles(message)).toEqual([])
      expect(inlines(message).some((inline) => inline.type === 'text' && inline.text.includes('%'))).toBe(false)
      const results = await ana.results()
      expect(results).toHaveLength(1)
      // An older reader would show it as “below Junior”, so it is stored as one that it leaves alone.
      expect(results[0]).toMatchObject({ schema: 2, grade: null, level: null, gaps: [], rule: 'core-and-breadth' })
      expect(results[0]).not.toHaveProperty('ready')
      expect(results[0]).not.toHaveProperty('between')
      expect(items(await ana.say('/profile')).map(({ text }) => text)).toEqual([history])
      expect(await ana.press(isSpanish ? 'Resultado del' : 'Result from')).toEqual(message)
    },
  )

  test('can be undone: going back and answering them gives a level', async () => {
    const ana = harness.newUser()
    const answerer = profile(role, 2)
    await start(ana)
    await answerAll(ana, role, answerer, 1)
    for (let skip = 0; skip < 8; skip += 1) await ana.press('Skip')
    for (let back = 0; back < 8; back += 1) await ana.press('Change')
    await answerAll(ana, role, answerer)
    expect(headings(ana.last)).toEqual(['ML Engineer: Middle'])
  })

  test('are exported as too early to tell', async () => {
    const ana = harness.newUser()
    await start(ana)
    await ana.pick(3)
    for (let skip = 0; skip < 8; skip += 1) await ana.press('Skip')
    await ana.press('Show my result')
    const [json = '', markdown = ''] = ((await ana.say('/profile export')).files ?? []).map(({ content }) => content)
    expect(markdown).toContain('- Result: too early to tell\n')
    expect(JSON.parse(json)).toMatchObject({ results: [{ grade: null, level: null }] })
  })
})

describe('skips alone', () => {
  test('of the core and of half of the others are told too, whatever was answered', async () => {
    // Everything of the core is skipped, everything else is at the top.
    const ana = harness.newUser()
    await start(ana)
    for (let row = questionIn(ana.last, role); row; row = questionIn(ana.last, role)) {
      await (row.skill.domain.slug === 'machine-learning-ai' ? ana.press('Skip') : ana.pick(5))
    }
    expect(headings(await ana.press('Show my result'))).toEqual(['ML Engineer: too early to tell'])
    expect((await ana.results())[0]).toMatchObject({ schema: 2, grade: null, level: null })
  })
})

describe('a sheet with three answers', () => {
  test.each(['0', '2', '4'])('is too early to tell, and saves no level (%s)', async (rating) => {
    const ana = harness.newUser()
    await answerOnSheet(ana, '/assess ml-engineer sheet', [rating, rating, rating])
    const message = await ana.press('Show my result')
    expect(headings(message)).toEqual(['ML Engineer: too early to tell'])
    // Three answers outside the core bound no level, and “saved” and “not saved” are told apart.
    expect(paragraphs(message)[0]).toMatch(/^You rated too few /u)
    expect(strings(message.blocks).join('\n')).not.toMatch(
      /could be anything|No level was saved|Saved to your history/u,
    )
    expect(paragraphs(message)).toContain('3 skills filled in; 55 left blank.')
    expect((await ana.results())[0]).toMatchObject({ schema: 2, grade: null, level: null, mode: 'sheet' })
    expect(items(await ana.say('/profile')).map(({ text }) => text)).toEqual(['January 5, 2026: too early to tell'])
  })

  test('has a plan without a date: a few more answers come first', async () => {
    const ana = harness.newUser()
    await answerOnSheet(ana, '/assess ml-engineer sheet', ['1', '1', '1', '0'])
    const message = await ana.press('Show my result')
    expect(paragraphs(message).at(-1)).toContain('takes a few minutes')
    expect(listTitles(await openPlan(ana))).toEqual(['What to work on next'])
    expect(paragraphs(ana.last).join('\n')).not.toContain('Assess yourself again around')
  })

  test('for a level is too early to tell too: neither ready nor not', async () => {
    const ana = harness.newUser('es')
    await answerOnSheet(ana, '/assess ml-engineer senior hoja', ['3', '3', '3'])
    expect(headings(await ana.press('Ver mi resultado'))).toEqual(['ML Engineer: aún es pronto para saberlo'])
    const [result] = await ana.results()
    expect(result).toMatchObject({ schema: 2, grade: null, level: null })
    expect(result).not.toHaveProperty('ready')
  })
})

describe('the history', () => {
  test('compares levels only: a result without one in between changes nothing', async () => {
    const ana = harness.newUser()
    await assessAs(ana, role, profile(role, 2))
    harness.clock.now += 1
    await answerOnSheet(ana, '/assess ml-engineer sheet', ['1', '1', '1'])
    await ana.press('Show my result')
    harness.clock.now += 1
    await assessAs(ana, role, profile(role, 3))
    const history = await ana.say('/profile')
    expect(items(history).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^January 5, 2026: Senior, \d+% sure$/u),
      'January 5, 2026: too early to tell',
      expect.stringMatching(/^January 5, 2026: Middle, \d+% sure$/u),
    ])
    expect(paragraphs(history).join('\n')).toContain('from Middle to Senior')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localized, PROFICIENCIES, type Role, rankOf } from '../../../src/catalog/index.ts'
import type { List, Message } from '../../../src/message/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { buttons, headings, items, labels, notes, paragraphs } from '../read-message.ts'
import { profile, roleIn, start } from './drive.ts'
import { type Harness, openHarness, type TestUser } from './harness.ts'

// A question with two of its statements, as an operator may set it.

const WORDS = {
  en: { more: 'More than this', less: 'Less than this', none: '1 · None yet', skip: 'Skip' },
  es: { more: 'Más que esto', less: 'Menos que esto', none: '1 · Todavía nada', skip: 'Omitir' },
} as const

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog), assessmentCard: 'short' })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

/** The row of the open question. */
function rowOn(message: Message) {
  const [title = ''] = headings(message)
  const row = [...role.rows.values()].find(({ skill }) => title.startsWith(`${skill.name} · `))
  if (!row) throw new Error(`no question: ${title}`)
  return row
}

const keysOf = (message: Message) => buttons(message).flatMap(({ key }) => (key === undefined || key > 5 ? [] : [key]))

/** The statements shown, by their number. */
function statementsOf(message: Message): Readonly<Record<number, string>> {
  const list = message.blocks.find((block): block is List => block.type === 'list' && block.numbered === true)
  if (!list) throw new Error('no statements')
  const texts = items({ summary: '', blocks: [list] }).map(({ text }) => text)
  return Object.fromEntries(texts.map((text, at) => [(list.first ?? 1) + at, text]))
}

/** Answers as a person at Middle until a card with two statements is open. */
async function upToShortCard(user: TestUser): Promise<Message> {
  const answerer = profile(role, 2)
  while (keysOf(user.last).length === 5) await user.pick(answerer(rowOn(user.last)) + 1)
  return user.last
}

describe.each(['en', 'es'] as const)('in %s', (locale) => {
  const { more, less, none, skip } = WORDS[locale]

  test('the first two questions show all four statements, the third the likeliest pair', async () => {
    const ana = harness.newUser(locale)
    await start(ana)
    expect(keysOf(ana.last)).toEqual([1, 2, 3, 4, 5])
    await ana.pick(3)
    expect(keysOf(ana.last)).toEqual([1, 2, 3, 4, 5])
    const card = await ana.pick(3)
    expect(keysOf(card)).toEqual([1, 3, 4])
    const { skill } = rowOn(card)
    expect(statementsOf(card)).toEqual({
      3: localized(skill.statements['working'], locale),
      4: localized(skill.statements['advanced'], locale),
    })
    expect(labels(card)).toEqual(expect.arrayContaining([none, more, less, skip]))
  })

  test('more and less show all statements of the same question, by press and typed, and store nothing', async () => {
    const ana = harness.newUser(locale)
    await start(ana)
    const card = await upToShortCard(ana)
    const before = await ana.openSession()
    for (const show of [
      () => ana.press(more),
      () => ana.press(less),
      () => ana.say(more.toLowerCase()),
      () => ana.say(less),
      () => ana.say(locale === 'es' ? 'más' : 'more'),
      () => ana.say(locale === 'es' ? 'menos' : 'less'),
    ]) {
      ana.last = card
      const whole = await show()
      expect(headings(whole)).toEqual(headings(card))
      expect(keysOf(whole)).toEqual([1, 2, 3, 4, 5])
      expect(Object.keys(statementsOf(whole))).toEqual(['1', '2', '3', '4', '5'])
      expect(labels(whole)).not.toContain(more)
      expect(await ana.openSession()).toEqual(before)
    }
    await ana.pick(5)
    expect((await ana.openSession()).answers).toHaveLength(before.answers.length + 1)
    expect((await ana.openSession()).answers.at(-1)).toMatch(/4$/u)
  })
})

describe('a short card', () => {
  test('offers no more above Expert and no less below Awareness', async () => {
    const experts = harness.newUser()
    await start(experts)
    for (let count = 0; count < 4; count += 1) await experts.say('expert')
    expect(keysOf(experts.last)).toEqual([1, 4, 5])
    expect(labels(experts.last)).toContain('Less than this')
    expect(labels(experts.last)).not.toContain('More than this')
    const beginners = harness.newUser()
    await start(beginners)
    for (let count = 0; count < 4; count += 1) await beginners.say('none')
    expect(keysOf(beginners.last)).toEqual([1, 2, 3])
    expect(labels(beginners.last)).toContain('More than this')
    expect(labels(beginners.last)).not.toContain('Less than this')
  })

  test('takes the number or the name of a statement that it does not show', async () => {
    const ana = harness.newUser()
    await start(ana)
    await upToShortCard(ana)
    const missing = [2, 3, 4, 5].find((key) => !keysOf(ana.last).includes(key)) ?? 0
    await ana.say(String(missing))
    expect((await ana.openSession()).answers.at(-1)).toMatch(new RegExp(`${missing - 1}$`, 'u'))
  })

  test('shows the step that a level expects and the one below, if it is asked about that level', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer middle guided')
    for (let count = 0; count < 2; count += 1) await ana.say('expert')
    const level = role.levels.findIndex(({ slug }) => slug === 'middle')
    const expected = rankOf(rowOn(ana.last).cells[level])
    expect(PROFICIENCIES[expected - 1]).toBe('working')
    expect(keysOf(ana.last)).toEqual([1, expected, expected + 1])
  })

  test('shows pairs in the assessment of one domain too', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer programming guided')
    for (let count = 0; count < 3; count += 1) await ana.say('working')
    expect(keysOf(ana.last)).toHaveLength(3)
  })

  test('a press for more on an earlier question shows where the person is', async () => {
    const ana = harness.newUser()
    await start(ana)
    const earlier = await upToShortCard(ana)
    await ana.say('skip')
    const current = headings(ana.last)
    ana.last = earlier
    await ana.press('More than this')
    expect(notes(ana.last)[0]).toContain('That button was for an earlier question')
    expect(headings(ana.last)).toEqual(current)
  })
})

test('takes less time, and the introduction says so', async () => {
  const usual = await openHarness({ catalogIndex: harness.catalogue.catalogIndex })
  try {
    const minutes = async (user: TestUser): Promise<readonly number[]> => {
      const [takes = ''] = paragraphs(await user.say('/assess ml-engineer'))
      return (takes.match(/\d+/gu) ?? []).map(Number).slice(2, 4)
    }
    const [from = 0, to = 0] = await minutes(usual.newUser())
    const [shortFrom = 0, shortTo = 0] = await minutes(harness.newUser())
    expect(shortFrom).toBeLessThan(from)
    expect(shortTo).toBeLessThan(to)
    expect(shortTo).toBeGreaterThan(to / 2)
  } finally {
    await usual.close()
  }
})

test('without the setting every card has all statements, and “more” is no answer', async () => {
  const usual = await openHarness({ catalogIndex: harness.catalogue.catalogIndex })
  try {
    const ana = usual.newUser()
    await start(ana)
    for (let count = 0; count < 5; count += 1) await ana.pick(3)
    expect(keysOf(ana.last)).toEqual([1, 2, 3, 4, 5])
    await ana.say('more')
    expect(notes(ana.last)[0]).toContain('This card already shows every statement')
    expect((await ana.openSession()).answers).toHaveLength(5)
  } finally {
    await usual.close()
  }
})

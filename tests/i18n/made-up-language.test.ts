import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/catalog/index.ts'
import { localeFrom } from '../../src/i18n/index.ts'
import { profile, questionIn, roleIn } from '../bot/assess/drive.ts'
import { type Harness, openHarness, type TestUser } from '../bot/assess/harness.ts'
import { headings, labels, notes, paragraphs, strings } from '../bot/read-message.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { MADE_UP, madeUp, madeUpSentence, madeUpWord, withMadeUp } from './made-up-language.ts'

let harness: Harness
let role: Role
let ana: TestUser

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog), languages: withMadeUp() })
  role = roleIn(harness.catalogue.catalogIndex)
  ana = harness.newUser(MADE_UP)
})

afterAll(() => harness.close())

const typed = (words: string): string => words.split(' ').map(madeUpWord).join(' ')

test('the made-up language keeps parameters, plural forms and commands', () => {
  expect(madeUpSentence('{count, plural, one {# role} other {# roles}} in <b>{name}</b>: <c>/skills help</c>')).toBe(
    '{count, plural, one {# ruli} other {# rulis}} on <b>{name}</b>: <c>/skills help</c>',
  )
  expect(typed('go on')).toBe('zzgu zzun')
  expect(localeFrom(MADE_UP)).toBe('en')
  expect(withMadeUp().localeFrom('qaa-XX')).toBe(MADE_UP)
})

describe('a look-up', () => {
  test('is answered in the language', async () => {
    expect(headings(await ana.say('/skills'))).toEqual(['Rulis'])
    expect(labels(ana.last)).toContain(madeUp('action.help'))
  })

  test('takes its word for help', async () => {
    expect(headings(await ana.say(`/skills ${typed('help')}`))).toEqual([madeUp('skills.help.title')])
  })

  test('takes a question in its words, and so does one in another language', async () => {
    const question = `${typed('what does a')} ml-engineer senior ${typed('need to know')}?`
    const plainly = await ana.say('/skills ml-engineer senior')
    expect(await ana.say(`/skills ${question}`)).toEqual(plainly)
    const ben = harness.newUser('es')
    expect(headings(await ben.say(`/skills ${question}`))).toEqual(headings(plainly))
  })

  test('takes its word for the history of a role', async () => {
    const [title = ''] = headings(await ana.say(`/skills ml-engineer ${typed('history')}`))
    expect(title).toContain(madeUp('skills.changes.title'))
  })

  test('in its words is not understood by a bot without the language', async () => {
    const without = await openHarness({ catalogIndex: harness.catalogue.catalogIndex })
    try {
      const someone = without.newUser()
      await someone.say(`/skills ${typed('help')}`)
      expect(someone.failed).toBe('user')
    } finally {
      await without.close()
    }
  })
})

describe('an assessment', () => {
  const WORDS = ['none yet', 'awareness', 'working', 'advanced', 'expert'] as const

  test('runs to its result with typed words of the language alone', async () => {
    const cat = harness.newUser(MADE_UP)
    await cat.say('/assess ml-engineer')
    expect(paragraphs(cat.last).join('\n')).toContain(madeUp('assess.rule'))
    await cat.press(madeUp('assess.start.guided'))

    // Each command of an open question, before it is answered.
    const first = questionIn(cat.last, role)
    await cat.say(typed('skip'))
    expect((await cat.openSession()).answers).toHaveLength(1)
    await cat.say(typed('back'))
    expect((await cat.openSession()).answers).toHaveLength(0)
    expect(questionIn(cat.last, role)).toBe(first)
    const before = strings(cat.last).length
    await cat.say(typed('why'))
    expect(strings(cat.last).length).toBeGreaterThan(before)
    await cat.say(`${typed('evidence')}: two models in production`)
    expect(JSON.stringify(await cat.openSession())).toContain('two models in production')
    await cat.say(typed('pause'))
    expect((await cat.openSession()).paused).toBe(true)
    await cat.say(`/assess ${typed('resume')}`)
    expect((await cat.openSession()).paused).toBe(false)
    expect(notes(await cat.say(typed('help'))).join(' ')).toContain(
      withMadeUp().translator(MADE_UP)('proficiency.expert').toLowerCase(),
    )

    const ratingOf = profile(role, 3)
    for (let row = questionIn(cat.last, role); row; row = questionIn(cat.last, role)) {
      await cat.say(typed(WORDS.find((_, at) => at === ratingOf(row)) ?? ''))
    }
    await cat.say(typed('finish'))
    expect(await cat.session()).toBeNull()
    const [result] = await cat.results()
    expect(result).toMatchObject({ role: 'ml-engineer', domain: null, level: role.levels[2]?.slug })
    expect(strings(cat.last)).toContain(madeUp('assess.modest'))
  })

  test('is the subject of a reminder in the language', async () => {
    const dan = harness.newUser(MADE_UP)
    await dan.say('/assess ml-engineer')
    await dan.press(madeUp('assess.start.guided'))
    harness.clock.now += 8 * 24 * 60 * 60 * 1000
    const reminders = (await harness.sendReminders()).filter(({ person }) => person.user === dan.person.user)
    expect(reminders.flatMap(({ message }) => labels(message))).toContain(madeUp('assess.action.resume'))
    expect(labels(await dan.say(`/assess ${typed('cancel')}`))).toContain(madeUp('assess.cancel.yes'))
  })
})

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotEvent, COMMANDS, type Person } from '../../src/bot/index.ts'
import {
  createVocabulary,
  isHelpRequest,
  MAX_INPUT_LENGTH,
  MAX_INPUT_WORDS,
  parseNumber,
  truncateInput,
} from '../../src/bot/input.ts'
import type { CatalogIndex } from '../../src/catalog/index.ts'
import { LOCALES, languages } from '../../src/i18n/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { expectedIn } from '../fixtures/locales.ts'
import { type Harness, openHarness } from './assess/harness.ts'
import { openConversation } from './conversation.ts'
import { type Opened, openLadder, person } from './proposals/open-ladder.ts'
import { headings, notes } from './read-message.ts'

const vocabulary = createVocabulary(languages)

let catalogIndex: CatalogIndex
let opened: Opened
let harness: Harness

beforeAll(async () => {
  catalogIndex = await openCatalog(ownCatalog)
  opened = await openLadder({ catalog: ownCatalog, experts: ['UEXPERT'] })
  harness = await openHarness({ catalogIndex })
})
afterAll(async () => {
  await opened.close()
  await harness.close()
})

const ANA: Person = person('UANA')

/** What the bot with all its commands answers; delivered in English. */
async function answer(incoming: DistributiveOmit<BotEvent, 'id' | 'person' | 'locale'>) {
  const outcome = await opened.bot.handle({ ...incoming, id: 'delivery', person: ANA, locale: 'en' })
  if (outcome.type !== 'reply') throw new Error(`expected a reply, got ${outcome.type}`)
  return outcome
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** One sign that stands for eighteen letters in four words. */
const LIGATURE = '\ufdfa'

describe('a text longer than can be read', () => {
  test.each(COMMANDS.map(({ name }) => name))('is refused by /%s, which names the limit', async (name) => {
    for (const text of ['x'.repeat(MAX_INPUT_LENGTH + 1), 'mle '.repeat(2000), LIGATURE.repeat(8000)]) {
      const { message, failed } = await answer({ type: 'command', name, text })
      expect(failed).toBe('user')
      expect(notes(message).join()).toContain(`I can read up to 4,000 at once`)
    }
  })

  test.each(COMMANDS.map(({ name }) => name))('or has more words is refused by /%s', async (name) => {
    for (const text of ['mle '.repeat(MAX_INPUT_WORDS + 1), LIGATURE.repeat(4000)]) {
      const { message, failed } = await answer({ type: 'command', name, text })
      expect(failed).toBe('user')
      expect(notes(message).join()).toContain('words; I can read up to 400 at once')
    }
  })

  test('is refused in a direct message and in a form, by its field', async () => {
    const text = 'x'.repeat(MAX_INPUT_LENGTH + 1)
    expect(await answer({ type: 'text', text })).toMatchObject({ failed: 'user' })
    const form = await answer({ type: 'form', payload: '1o:r', values: { to: 'absent', reason: text } })
    expect(form).toMatchObject({ failed: 'user', field: 'reason' })
  })

  test('up to the limit is read', async () => {
    const { message } = await openConversation(catalogIndex).ask(`mle${' '.repeat(MAX_INPUT_LENGTH - 6)}sre`)
    expect(notes(message).join()).not.toContain('at once')
  })

  test('completes to nothing', async () => {
    const typed = 'docker '.repeat(2000)
    const incoming = { type: 'autocomplete', command: 'skills', option: 'skill', typed, options: {} } as const
    const outcome = await opened.bot.handle({ ...incoming, id: 'd', person: ANA, locale: 'en' })
    expect(outcome).toEqual({ type: 'choices', choices: [] })
  })

  test('in a message that someone nominates is read from its start, and the person is told', async () => {
    let refs = 0
    const nominate = (text: string) => {
      refs += 1
      return opened.bot.handleReaction({
        type: 'reaction',
        id: `reaction${refs}`,
        person: ANA,
        locale: 'en',
        isAdded: true,
        hasEmoji: true,
        message: {
          ref: `slack/T1/C1/${refs}`,
          own: false,
          read: () => Promise.resolve({ text, link: null }),
          hasReaction: () => Promise.resolve(true),
        },
      })
    }
    const long = await nominate(`mle senior docker should be expert, ${'really '.repeat(1000)}`)
    expect(JSON.stringify(long)).toContain('I read only its first 2,000 characters')
    expect(JSON.stringify(await nominate('mle senior docker expert'))).not.toContain('I read only its first')
    const invisible = await nominate('mle senior docker expert, because\u200bwe\ud800 run it')
    expect(JSON.stringify(invisible)).toContain('because we\ufffd run it')
  })
})

test('reading names takes memory in proportion to the words, however many there are', () => {
  catalogIndex.parse('mle', vocabulary.words('connectives'))
  const before = process.resourceUsage().maxRSS
  // As many words as 4,000 ligatures stand for. What grew with their square took 1 GB.
  for (const word of ['mle ', 'flurble ', 'tech lead ', LIGATURE])
    catalogIndex.parse(word.repeat(16_000), vocabulary.words('connectives'))
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(200)
})

describe('characters that nobody sees', () => {
  const ask = async (text: string) => headings((await openConversation(catalogIndex).ask(text)).message)

  test.each(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u200e', '\u200f', '\u180e', '\u2063'])(
    'do not join words (%j)',
    async (invisible) => {
      const plain = await ask('ml-engineer senior docker')
      expect(await ask(`ml-engineer${invisible}senior${invisible}docker`)).toEqual(plain)
      expect(await ask(`${invisible}ml-engineer ${invisible}senior docker${invisible}`)).toEqual(plain)
    },
  )

  test.each(['\u200b', '\u2060', '\ufeff', '\u2063'])(
    'do not hide a command or its first word (%j)',
    async (invisible) => {
      const { message } = await answer({ type: 'text', text: `${invisible}/assess${invisible}ml-engineer` })
      expect(headings(message).join()).toContain('ML Engineer')
    },
  )

  test.each([
    ['\u200b', ' '],
    ['\u2060', ' '],
    ['\ufeff', ' '],
    ['\ud800', '\ufffd'],
  ])('are not in what is said back (%j)', async (invisible, instead) => {
    const typed = `flurble${invisible}quux`
    const quoted = `“flurble${instead}quux”`
    expect(notes((await answer({ type: 'command', name: 'assess', text: typed })).message).join()).toContain(quoted)
  })

  test('do not keep a word from being completed', async () => {
    const complete = (typed: string) =>
      opened.bot.handle({
        ...{ type: 'autocomplete', command: 'skills', option: 'skill', typed, options: {} },
        ...{ id: 'd', person: ANA, locale: 'en' },
      })
    expect(await complete('\u2060dock\u200b')).toEqual(await complete('dock'))
    expect(await complete('\u2060dock\u200b')).not.toEqual({ type: 'choices', choices: [] })
  })

  test('do not split a word where it may be hyphenated', async () => {
    expect(await ask('py\u00adtorch')).toEqual(await ask('pytorch'))
  })
})

describe('an address in a question', () => {
  test('names nothing, and the rest is read', async () => {
    const conversation = openConversation(catalogIndex)
    const plain = headings((await conversation.ask('senior docker mle')).message)
    expect(headings((await conversation.ask('senior docker (https://docs.example/docker?x=1) mle')).message)).toEqual(
      plain,
    )
    expect(headings((await conversation.ask('https://a.example/b senior docker mle')).message)).toEqual(plain)
  })
})

describe('help', () => {
  const WAYS = [
    'help',
    'help.',
    'Help!',
    '--help',
    '—help',
    '–help',
    '-h',
    '?',
    'HELP',
    'ayuda',
    'ayuda.',
    '¡Ayuda!',
    '¿ayuda?',
  ]

  test.each(WAYS)('“%s” asks every command for it', async (typed) => {
    expect(isHelpRequest(typed, vocabulary)).toBe(true)
    for (const { name } of COMMANDS) {
      const plain = await answer({ type: 'command', name, text: 'help' })
      expect(await answer({ type: 'command', name, text: typed })).toEqual(plain)
      expect(plain.failed).toBeUndefined()
    }
  })

  test('is not what a question with the word in it asks for', () => {
    for (const typed of ['help desk', 'helper', 'mle help', '', 'h', '--', 'hel'])
      expect(isHelpRequest(typed, vocabulary)).toBe(false)
  })
})

describe('a number', () => {
  test.each([
    ['3', 3],
    [' 3. ', 3],
    ['3)', 3],
    ['#3', 3],
    ['# 12', 12],
    ['３', 3],
    ['＃３', 3],
    ['③', 3],
    ['3️⃣', 3],
    ['3\u20e3', 3],
    ['3\u200d', 3],
    [':three:', 3],
    [':Three:', 3],
    ['🔟', 10],
    ['0', 0],
  ])('“%s” is %d', (typed, number) => {
    expect(parseNumber(typed)).toBe(number)
  })

  test('is no other text', () => {
    for (const typed of ['-1', '1/2', '½', '3 4', 'three', '', '1234567', '3a', '#', '::', '3.5']) {
      expect(parseNumber(typed)).toBeUndefined()
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), (text) => {
        expect(parseNumber(text) ?? 0).toBeLessThan(1_000_000)
      }),
      { numRuns: 20 },
    )
  })

  test.each(['3', '3.', '３', '3️⃣', ':three:', '③', '#3'])('“%s” answers a question of an assessment', async (typed) => {
    const ana = harness.newUser()
    await ana.say('/assess mle guided')
    await ana.say(typed)
    expect((await ana.openSession()).answers).toHaveLength(1)
    expect((await ana.openSession()).answers[0]).toMatch(/2$/u)
  })

  test.each(['6', '-1', '1/2', '33', '3 4'])('“%s” answers none', async (typed) => {
    const ana = harness.newUser()
    await ana.say('/assess mle guided')
    await ana.say(typed)
    expect((await ana.openSession()).answers).toHaveLength(0)
  })

  test.each(['#1', '1', '# 1', '１', '1️⃣', '＃1', '#1.'])(
    '/proposals %s shows the proposal of that number',
    async (typed) => {
      const words = 'ml-engineer middle docker expert because we run everything in containers'
      if (opened.ladder.state().proposals.size === 0) await answer({ type: 'command', name: 'propose', text: words })
      const proposals = [...opened.ladder.state().proposals.values()]
      if (!proposals.some(({ number }) => number === 1)) throw new Error('there is no proposal #1')
      const { message, failed } = await answer({ type: 'command', name: 'proposals', text: typed })
      expect(failed).toBeUndefined()
      expect(headings(message).join()).toContain('#1')
    },
  )

  test.each(LOCALES)('in the message for too long a text is written as in %s', async (locale) => {
    const { message } = await openConversation(catalogIndex).ask('x'.repeat(5000), locale)
    expect(message.summary).toMatch(expectedIn(locale).tooLong)
  })
})

test('the start of a text ends between two characters', () => {
  expect(truncateInput('ab😀c', 3)).toEqual({ text: 'ab', isCut: true })
  expect(truncateInput('ab😀c', 4)).toEqual({ text: 'ab😀', isCut: true })
  expect(truncateInput('ab😀c', 5)).toEqual({ text: 'ab😀c', isCut: false })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCatalogIndex } from '../../src/catalog/index.ts'
import { LOCALES } from '../../src/i18n/index.ts'
import type { Message } from '../../src/message/index.ts'
import { renderMessage } from '../../src/platforms/console/render.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { openConversation, type Reply } from './conversation.ts'
import { buttons, headings, inlines, notes, strings } from './read-message.ts'
import { threeRoles } from './two-roles.ts'

const own = openConversation(await openCatalog(ownCatalog))
const three = openConversation(createCatalogIndex(threeRoles))

const MOST = 4000

/** Text that is markup, a mention, a link or an escape sequence on some platform. */
const HOSTILE = [
  '<@U1>',
  '<!channel>',
  '<!subteam^S1>',
  '<#C1|general>',
  '<https://evil.example|here>',
  '*b*',
  '_i_',
  '~s~',
  '**bold**',
  '`c`',
  '```code```',
  '[x](http://evil.example)',
  '@everyone',
  '@here',
  '<@&123>',
  '<t:0:R>',
  '<script>alert(1)</script>',
  '&lt;b&gt;',
  '<b>b</b>',
  '<c>/skills</c>',
  '{name}',
  "{count, plural, one {#} other {'#'}}",
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b31m',
  '\u0000',
  '\u0007\b\u007f',
  '\r\n',
  '\u2028\u2029',
  '\u202eright to left\u202c',
  '\u2066isolated\u2069',
  '\u200e\u200f\u061c',
  'مرحبا بالعالم',
  'שלום',
  '👩‍👩‍👧‍👦',
  '🇪🇸',
  '👍🏽',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '漢字かな',
  '\ud83d',
  '\ude00',
  '__proto__',
  '$&',
  '%s %d %c',
  "'; DROP TABLE roles; --",
]

/** Hostile text and, for the test title, the same with every unusual character escaped. */
const NAMED_HOSTILE = HOSTILE.map(
  (text) => [text.replaceAll(/[^ -~]/gu, (sign) => `U+${sign.codePointAt(0)?.toString(16)} `), text] as const,
)

const NAMES = [
  'ml-engineer',
  'mle',
  'senior',
  'junior',
  'lead',
  'security',
  'pytorch',
  'docker',
  'data',
  'model',
  'help',
]
const MISSPELT = ['ml-enginer', 'senoir', 'pytroch', 'securty', '*pytroch*', '`senoir`', '<securty>', 'flurble']

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 3, arbitrary: fc.constantFrom(...NAMES, ...MISSPELT) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', ' a', 'aé', '😀', '\u0300', '<', '*', ' mle', '-'), fc.nat(MOST))
      .map(([text, times]) => text.repeat(times)),
  },
)

/** Up to 4,000 characters of anything, in pieces with or without blanks between them. */
const anyText = fc
  .tuple(fc.array(piece, { maxLength: 20 }), fc.constantFrom(' ', '', '\n', '-', ' '))
  .map(([pieces, between]) => pieces.join(between).slice(0, MOST))

const locale = fc.constantFrom(...LOCALES)

/** Whether a text has a control character other than the line feed. */
function steers(text: string): boolean {
  return Array.from(text).some((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return (code < 0x20 && letter !== '\n') || (code >= 0x7f && code < 0xa0)
  })
}

/** Expects a reply or a user error with a summary. */
function isAnswer({ message, failed }: Reply): boolean {
  return (failed === undefined || failed === 'user') && message.summary !== '' && message.blocks.length > 0
}

describe('any text at all', () => {
  test('is answered, or the answer says what is wrong with it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, locale, async (text, locale) => {
        expect(isAnswer(await own.ask(text, locale))).toBe(true)
        expect(isAnswer(await three.ask(text, locale))).toBe(true)
        expect(isAnswer(await own.say(text, locale))).toBe(true)
        expect(isAnswer(await own.say(`/skills ${text}`, locale))).toBe(true)
      }),
      { numRuns: 120 },
    )
    expect(own.reports).toEqual([])
    expect(three.reports).toEqual([])
  })

  test('is answered at the maximum length', async () => {
    const longest = [
      'x'.repeat(MOST),
      'x '.repeat(MOST / 2),
      'mle '.repeat(MOST / 4),
      '-'.repeat(MOST),
      'é'.repeat(MOST),
      '\u0300'.repeat(MOST),
      '🙂'.repeat(MOST / 2),
      'flurble '.repeat(MOST / 8),
      'senoir '.repeat(MOST / 7),
      '\n'.repeat(MOST - 1).concat('x'),
      '/'.repeat(MOST),
    ]
    for (const text of longest) {
      expect(isAnswer(await own.ask(text))).toBe(true)
      expect(isAnswer(await own.say(text))).toBe(true)
    }
    expect(own.reports).toEqual([])
  })

  test('fits the memory of a small container, however much it expands', async () => {
    expect(isAnswer(await own.ask('flurble'))).toBe(true)
    const before = process.resourceUsage().maxRSS
    // One of these signs is six letters once unfolded (NFKD), the other eighteen.
    for (const sign of ['x', '\u3316', '\ufdfa']) expect(isAnswer(await own.ask(sign.repeat(MOST)))).toBe(true)
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(100)
  })

  test('is never in the markup of the answer, only in plain text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, locale, async (text, locale) => {
        for (const { message } of [await own.ask(text, locale), await own.say(text, locale)]) {
          const markup = inlines(message).filter((inline) => inline.type !== 'text')
          expect(markup.filter((inline) => inline.type === 'link')).toEqual([])
          const hostile = HOSTILE.filter((part) => text.includes(part) && part.trim() !== '')
          expect(markup.filter((inline) => hostile.some((part) => inline.text.includes(part)))).toEqual([])
        }
      }),
      { numRuns: 120 },
    )
  })

  test.each(NAMED_HOSTILE)('“%s” is plain text wherever the answer repeats it', async (_, hostile) => {
    for (const typed of [`flurble${hostile}`, `mle flurble${hostile}`, `gra ${hostile}`, `checkpoints ${hostile}`]) {
      for (const { message } of [await own.ask(typed), await own.say(typed)]) {
        const marked = inlines(message).filter((inline) => inline.type !== 'text')
        expect(marked.filter((inline) => inline.text.includes('flurble'))).toEqual([])
        expect(buttons(message).filter((button) => button.payload.includes('flurble'))).toEqual([])
      }
    }
  })

  test.each(['*pytroch*', '`pytroch`', '<pytroch>', '@pytroch', '{pytroch}', '"pytroch"'])(
    'says plainly how it read “%s”',
    async (typed) => {
      const { message } = await own.ask(typed)
      expect(headings(message)).toEqual(['PyTorch'])
      expect(notes(message)[0]).toBe(`Showing PyTorch for “${typed}”.`)
      const marked = inlines(message).filter((inline) => inline.type !== 'text')
      expect(marked.filter((inline) => inline.text.includes('pytroch'))).toEqual([])
    },
  )

  test('after a slash is an unknown command, quoted in plain text and truncated', async () => {
    const { message, failed } = await own.say(`/${'<!channel>'.repeat(300)}`)
    expect(failed).toBe('user')
    const marked = inlines(message).filter((inline) => inline.type !== 'text')
    expect(marked.filter((inline) => inline.text.includes('<!channel>'))).toEqual([])
    expect(message.summary.length).toBeLessThan(300)
  })

  test('is never broken inside a character', async () => {
    for (let shift = 0; shift < 4; shift += 1) {
      // Long words of characters that take two places each, for whatever shortens them to cut.
      const tail = `${'x'.repeat(shift)}${'𝒳'.repeat(200)}`
      for (const typed of [tail, `mle ${tail}`, `checkpoints, ${'🙂'.repeat(100)}`, `gra ${'🙂'.repeat(100)}`]) {
        for (const padded of [typed, ` ${'.'.repeat(shift)}${typed}`, `${'!'.repeat(shift)} ${typed}`]) {
          const { message } = await own.ask(padded)
          expect(strings(message).filter((text) => !text.isWellFormed())).toEqual([])
        }
      }
    }
  })

  test('leaves the summary one line', async () => {
    for (const typed of ['checkpoints\nresume', 'flurble\r\nmle', 'gra\n\n\n', 'mle\nflurble', '/flurble\nmle']) {
      const { message } = await own.say(typed)
      expect(message.summary).not.toMatch(/[\n\r\u2028\u2029]/u)
    }
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect((await own.ask(text)).message.summary).not.toMatch(/[\n\r\u2028\u2029]/u)
      }),
    )
  })
})

describe('an answer to any text, in the terminal', () => {
  const page = (width: number) => ({ width, color: false })

  test('has no control character but the line feed', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, locale, fc.integer({ min: 40, max: 120 }), async (text, locale, width) => {
        for (const { message } of [await own.ask(text, locale), await own.say(text, locale)]) {
          expect(steers(renderMessage(message, page(width)).text)).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })

  test.each(NAMED_HOSTILE)('cannot be controlled with “%s”', async (_, hostile) => {
    for (const typed of [hostile, `flurble${hostile}`, `gra${hostile}`, `checkpoints ${hostile}`, `/${hostile}`]) {
      const { message } = await own.say(typed)
      const { text } = renderMessage(message, page(80))
      expect(steers(text)).toBe(false)
      // Nor may it change the direction of the text after it.
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
    }
  })

  test('numbers exactly the choices there are', async () => {
    const numbersIn = (text: string): string[] => text.match(/\[\d+\](?= )/gu) ?? []
    const countOf = (message: Message): number => buttons(message).length
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES, ...MISSPELT), async (text) => {
        const { message } = await own.ask(text)
        const rendered = renderMessage(message, page(80))
        expect(rendered.choices).toEqual(buttons(message))
        expect(numbersIn(rendered.text)).toHaveLength(countOf(message))
      }),
    )
  })
})

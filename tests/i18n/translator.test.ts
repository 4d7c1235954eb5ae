import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale, localeFrom, type MessageKey, translator } from '../../src/i18n/index.ts'
import { plainText } from '../../src/message/index.ts'
import { anatomyOf, KEYS, messagesOf } from './messages.ts'

describe('the locale for a language tag', () => {
  test.each<[string | null | undefined, Locale]>([
    ['es', 'es'],
    ['ES', 'es'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['es_MX', 'es'],
    ['es_ES.UTF-8', 'es'],
    ['es_ES@euro', 'es'],
    ['es.UTF-8', 'es'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['en_US.UTF-8', 'en'],
    ['tlh', 'en'],
    ['tlh_001.UTF-8', 'en'],
    ['tlh-Latn', 'en'],
    ['est', 'en'],
    ['eso', 'en'],
    ['C', 'en'],
    ['C.UTF-8', 'en'],
    ['POSIX', 'en'],
    ['', 'en'],
    ['-', 'en'],
    ['constructor', 'en'],
    [null, 'en'],
    [undefined, 'en'],
  ])('%j is %s', (tag, locale) => {
    expect(localeFrom(tag)).toBe(locale)
  })

  test('is always a supported one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tag) => {
        expect(LOCALES).toContain(localeFrom(tag))
      }),
    )
  })
})

/** Parameters for a sentence: every number 3, every choice its first value, and a text for the rest. */
function paramsFor(key: MessageKey, locale: Locale, text: string): Record<string, string | number> {
  const { params, numbers, selects } = anatomyOf(key, locale)
  return Object.fromEntries(params.map((param) => [param, numbers.includes(param) ? 3 : (selects[param]?.[0] ?? text)]))
}

describe('every sentence', () => {
  test('can be formatted in every language, with no trace of its syntax', () => {
    for (const locale of LOCALES) {
      for (const key of KEYS) {
        const t = translator(locale)
        const sentence = t(key, paramsFor(key, locale, 'something'))
        expect({ key, sentence }).not.toMatchObject({
          sentence: expect.stringMatching(/[{}]|<\/?[bci]>|\bplural,|\bother \{/u),
        })
        expect(plainText(t.rich(key, paramsFor(key, locale, 'something')))).toBe(sentence)
      }
    }
  })

  const hostile = fc.oneof(
    fc.constantFrom(
      '<b>bold</b>',
      '<c>/quit</c>',
      '<i>',
      '</b>',
      '{count}',
      '{x, plural, one {#} other {#}}',
      "'",
      "''{''",
      '#',
      '&lt;b&gt;',
      '*b* _i_ `c` <!channel> @everyone',
      '[x](http://evil.example)',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  )

  test('keeps its emphasis, and no parameter can add any', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), fc.constantFrom(...LOCALES), hostile, (key, locale, text) => {
        const t = translator(locale)
        const kinds = (filling: string): string[] =>
          t
            .rich(key, paramsFor(key, locale, filling))
            .map((inline) => inline.type)
            .filter((type) => type !== 'text')
        expect(kinds(text)).toEqual(kinds('x'))
        const sentence = plainText(t.rich(key, paramsFor(key, locale, text)))
        expect(sentence).toBe(t(key, paramsFor(key, locale, text)))
        const takesText = Object.values(paramsFor(key, locale, text)).includes(text)
        expect(!takesText || sentence.includes(text)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('is emphasized where the translation marks it', () => {
    expect(translator('en').rich('skills.readAs', { typed: '<b>x</b>', name: '<c>y</c>' })).toEqual([
      { type: 'text', text: 'Showing ' },
      { type: 'strong', text: '<c>y</c>' },
      { type: 'text', text: ' for “<b>x</b>”.' },
    ])
    expect(translator('es').rich('skills.row.domain', { domain: 'Seguridad' })).toEqual([
      { type: 'text', text: 'Dominio: ' },
      { type: 'strong', text: 'Seguridad' },
    ])
  })
})

describe('a translator', () => {
  test('joins items as the language does', () => {
    expect(translator('en').all(['a'])).toBe('a')
    expect(translator('en').all(['a', 'b'])).toBe('a and b')
    expect(translator('en').all(['a', 'b', 'c'])).toBe('a, b, and c')
    expect(translator('en').any(['a', 'b'])).toBe('a or b')
    expect(translator('es').all(['a', 'b', 'c'])).toBe('a, b y c')
    expect(translator('es').all(['habla', 'inglés'])).toBe('habla e inglés')
    expect(translator('es').all(['datos', 'infra'], (item) => `«${item}»`)).toBe('«datos» e «infra»')
    expect(translator('es').any(['a', 'b'])).toBe('a o b')
    expect(translator('es').any(['siete', 'ocho'])).toBe('siete u ocho')
    expect(translator('en').all([])).toBe('')
  })

  test('is the same object for every call', () => {
    for (const locale of LOCALES) {
      expect(translator(locale)).toBe(translator(locale))
      expect(translator(locale).locale).toBe(locale)
    }
    expect(messagesOf('en')).not.toBe(messagesOf('es'))
  })
})

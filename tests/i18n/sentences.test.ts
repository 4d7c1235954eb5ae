import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale, type MessageKey } from '../../src/i18n/index.ts'
import { anatomyOf, KEYS, messagesOf, OTHER_LOCALES } from './messages.ts'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

/** The sources that say things, by path: all but the catalogs of sentences themselves. */
const SOURCES = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/^i18n[/\\](?!index)/u.test(path))
    .map((path) => [path, readFileSync(join(SRC, path), 'utf8')] as const),
)

describe('the sentences of all languages', () => {
  test('have the same keys', () => {
    expect(KEYS.length).toBeGreaterThan(100)
    for (const locale of LOCALES) expect(Object.keys(messagesOf(locale)).toSorted()).toEqual(KEYS.toSorted())
  })

  test('have no empty sentence, and none with a blank at its end', () => {
    for (const locale of LOCALES) {
      for (const [key, sentence] of Object.entries(messagesOf(locale))) {
        expect({ key, sentence: sentence.trim() }).toEqual({ key, sentence })
        expect(sentence).not.toBe('')
      }
    }
  })

  test.each(OTHER_LOCALES)('use the same parameters and tags in %s as in English', (other) => {
    const made = (key: MessageKey, locale: Locale) => {
      const { params, numbers, selects, tags } = anatomyOf(key, locale)
      return { key, params, numbers, selects, tags }
    }
    for (const key of KEYS) expect(made(key, other)).toEqual(made(key, 'en'))
  })

  test('have no parameter with the name of a tag, which would replace it', () => {
    const tags = new Set(KEYS.flatMap((key) => anatomyOf(key, 'en').tags))
    expect(KEYS.filter((key) => anatomyOf(key, 'en').params.some((param) => tags.has(param)))).toEqual([])
  })

  test('use only existing tags', () => {
    for (const locale of LOCALES) {
      const tags = new Set(KEYS.flatMap((key) => anatomyOf(key, locale).tags))
      expect([...tags].filter((tag) => !['b', 'c', 'i', 'u'].includes(tag))).toEqual([])
    }
  })

  test.each(OTHER_LOCALES)(
    'are translated in %s: few sentences equal the English ones, and those are names or signs',
    (other) => {
      const alike = KEYS.filter((key) => messagesOf('en')[key] === messagesOf(other)[key])
      expect(
        alike.filter((key) => /\p{L}{4,} \p{L}{3,} \p{L}{3,}/u.test(withoutParameters(messagesOf('en')[key]))),
      ).toEqual([])
      expect(alike.length).toBeLessThan(KEYS.length / 10)
    },
  )
})

function withoutParameters(sentence: string): string {
  return sentence.replaceAll(/\{[^{}]*\}|<[^<>]*>/gu, '')
}

describe('a sentence of the catalog', () => {
  /** Keys made of a name put into a template, such as `proficiency.${proficiency}`. */
  const templates = [...SOURCES.values()].flatMap((source) =>
    [...source.matchAll(/`((?:[\w-]+\.)+(?:\$\{[^`}]+\}(?:\.[\w-]+)*)+)`/gu)].map((match) => match[1] ?? ''),
  )
  const patterns = templates.map((template) => {
    const parts = template.split(/\$\{[^}]+\}/u).map((part) => part.replaceAll('.', '\\.'))
    return { template, pattern: new RegExp(`^${parts.join('[\\w-]+')}$`, 'u') }
  })
  const literals = new Set(
    [...SOURCES.values()].flatMap((source) =>
      [...source.matchAll(/'((?:[a-z][\w-]*\.)+[\w-]+)'/giu)].map((match) => match[1] ?? ''),
    ),
  )

  test('is used somewhere', () => {
    const unused = KEYS.filter((key) => !literals.has(key) && !patterns.some(({ pattern }) => pattern.test(key)))
    expect(unused).toEqual([])
  })

  test('exists for every key that is used', () => {
    const first = new Set(KEYS.map((key) => key.split('.', 1)[0]))
    const existing = new Set<string>(KEYS)
    // A file such as ladder.yaml may begin as a key does.
    const isFile = (text: string): boolean => /\.(?:yaml|png)$/u.test(text)
    const usedKeys = [...literals].filter((text) => first.has(text.split('.', 1)[0] ?? '') && !isFile(text))
    expect(usedKeys.length).toBeGreaterThan(50)
    expect(usedKeys.filter((key) => !existing.has(key))).toEqual([])
  })

  test('exists for every template of a key', () => {
    expect(patterns.length).toBeGreaterThan(3)
    const none = patterns.filter(({ pattern }) => !KEYS.some((key) => pattern.test(key)))
    expect(none.map(({ template }) => template)).toEqual([])
  })
})

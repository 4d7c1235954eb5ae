import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/i18n/index.ts'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { openQuestions } from './score.ts'

const catalogIndex = await openCatalog(shippedCatalog)
const factsFor = openQuestions(catalogIndex)

/** The number of words to test for each language, the most frequent first. */
const WORD_COUNTS = { en: 3000, es: 1000 } as const

/** The most frequent words of the lists that the rules use themselves. */
const ownWords = (locale: string, count: number): readonly string[] =>
  [...new Set(languages.byLocale.get(locale)?.ordinaryWords?.() ?? [])]
    .filter((word) => /^\p{L}+$/u.test(word))
    .slice(0, count)

/** Frequent words of the npm packages @zxcvbn-ts/language-en and @zxcvbn-ts/language-es-es, version 3.0.2, under the MIT license. */
const otherWords = async (locale: string): Promise<readonly string[]> => {
  const text = await readFile(new URL(`ordinary-${locale}.txt`, import.meta.url), 'utf8')
  return text.split('\n').filter(Boolean)
}

describe.each(Object.entries(WORD_COUNTS))('everyday words in %s', (locale, count) => {
  test.each([
    ['the lists of the rules', ownWords(locale, count)],
    ['other lists', otherWords(locale)],
  ] as const)('of %s are never read as a misspelled or unfinished name', async (_, list) => {
    const words = await list
    expect(words).toHaveLength(count)
    const misread = await Promise.all(
      words.map(async (word) => {
        const { skill, skills, domain } = await factsFor(word, locale)
        const isName = catalogIndex.parse(word, new Set())[0]?.match === 'exact'
        const name = skill ?? skills?.join() ?? domain
        return name === undefined || isName ? [] : [`${word} -> ${name}`]
      }),
    )
    expect(misread.flat()).toEqual([])
  })
})

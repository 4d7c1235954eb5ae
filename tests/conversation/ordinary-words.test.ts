import { describe, expect, test } from 'vitest'
import { languages } from '../../src/i18n/index.ts'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { openQuestions } from './score.ts'

const catalogIndex = await openCatalog(shippedCatalog)
const factsFor = openQuestions(catalogIndex)

/** The number of words to test for each language, the most frequent first. */
const WORD_COUNTS = { en: 3000, es: 1000 } as const

describe.each(Object.entries(WORD_COUNTS))('everyday words in %s', (locale, count) => {
  const words = [...new Set(languages.byLocale.get(locale)?.ordinaryWords?.() ?? [])]
    .filter((word) => /^\p{L}+$/u.test(word))
    .slice(0, count)

  test('are enough', () => expect(words).toHaveLength(count))

  test('are never read as a misspelled or unfinished name', async () => {
    const misread = await Promise.all(
      words.map(async (word) => {
        const { skill } = await factsFor(word, locale)
        const isName = catalogIndex.parse(word, new Set())[0]?.match === 'exact'
        return skill === undefined || isName ? [] : [`${word} -> ${skill}`]
      }),
    )
    expect(misread.flat()).toEqual([])
  })
})

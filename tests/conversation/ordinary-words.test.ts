import { describe, expect, test } from 'vitest'
import { createCatalogIndex, loadCatalog } from '../../src/catalog/index.ts'
import { languages } from '../../src/i18n/index.ts'
import { understandWord } from './score.ts'

const loaded = await loadCatalog('data')
if (!loaded.ok) throw new Error('the catalog has problems')
const catalogIndex = createCatalogIndex(loaded.catalog)

/** How many of the everyday words of a language are typed; their lists are ordered by how often they are said. */
const TYPED = { en: 3000, es: 1000 } as const

describe.each(Object.entries(TYPED))('everyday words in %s', (locale, count) => {
  const words = [...new Set(languages.byLocale.get(locale)?.ordinaryWords?.() ?? [])]
    .filter((word) => /^\p{L}+$/u.test(word))
    .slice(0, count)

  test('are enough', () => expect(words).toHaveLength(count))

  test('are never read as a misspelled or unfinished name', () => {
    expect(words.flatMap((word) => understandWord(word, locale, catalogIndex))).toEqual([])
  })
})

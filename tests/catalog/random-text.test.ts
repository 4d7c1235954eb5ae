import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CatalogIndex, normalize } from '../../src/catalog/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { CONNECTIVES } from '../fixtures/connectives.ts'

const libraries: CatalogIndex[] = []

beforeAll(async () => {
  libraries.push(await openCatalog(ownCatalog), await openCatalog(fixtureCatalog))
})

const MOST_CHARACTERS = 4000

const WORDS = (
  'ml engineer senior junior docker kubernets data api rest testing tech lead principal machine learning enginer design ' +
  'what is expected of the in de para — / , ; : - _ . ? ! + # C++ ... ci/cd Sénior İ ß ½ ﷺ 🧑‍💻 𝕄𝕃 ＭＬ constructor __proto__ toString'
).split(' ')

/** Whatever a person, a paste or a machine may send: letters of every script, signs, half characters, and real words. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: MOST_CHARACTERS, size: 'max' }),
    fc.string({ unit: 'binary', maxLength: MOST_CHARACTERS, size: 'max' }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 500 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 600, size: 'max' }).map((words) => words.join(' ')),
    fc
      .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 12 })), { maxLength: 14 })
      .map((words) => words.join(' ')),
    fc
      .tuple(fc.constantFrom('a', 'ml', 'é', '-', ' ', '+'), fc.integer({ min: 1, max: MOST_CHARACTERS }))
      .map(([unit, times]) => unit.repeat(times)),
  )
  .map((text) => text.slice(0, MOST_CHARACTERS))

function wordsOf(text: string): readonly string[] {
  return normalize(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** Whether the words stand in the text in this order, with others between them perhaps. */
function isWithin(words: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const word of all) if (word === words[at]) at += 1
  return at === words.length
}

describe('any text', () => {
  test('has a normalized form, which is normalized itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = normalize(text)
        expect(normalize(key)).toBe(key)
        expect(key).toMatch(/^(?:[\p{L}\p{N}+#]+(?: [\p{L}\p{N}+#]+)*)?$/u)
      }),
    )
  })

  test('is parsed as names and other words, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const catalogIndex of libraries) {
          const parts = catalogIndex.parse(text, CONNECTIVES)
          for (const part of parts) expect(part.meanings.length > 0).toBe(part.match !== 'none')
          const read = parts.flatMap((part) => wordsOf(part.text))
          expect(isWithin(read, text.split(/[\s\-_/,;:|]+/u).flatMap(wordsOf))).toBe(true)
        }
      }),
    )
  })

  test('is parsed as nothing only if it has no word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const catalogIndex of libraries)
          expect(catalogIndex.parse(text, CONNECTIVES).length === 0).toBe(wordsOf(text).length === 0)
      }),
    )
  })

  test('can be searched for, whole or within a role', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), fc.boolean(), (text, most, everyWord) => {
        for (const catalogIndex of libraries) {
          const hits = catalogIndex.search.find(text, most, { everyWord })
          expect(hits.length).toBeLessThanOrEqual(most)
          expect(new Set(hits).size).toBe(hits.length)
          for (const role of catalogIndex.catalog.roles.values()) {
            for (const hit of catalogIndex.search.find(text, most, { within: role })) {
              expect('skill' in hit ? role.rows.has(hit.skill.slug) : hit.kind === 'domain').toBe(true)
            }
          }
        }
      }),
    )
  })

  test('can be completed and can have suggestions', () => {
    fc.assert(
      fc.property(anyText, fc.nat(6), (text, most) => {
        for (const catalogIndex of libraries) {
          expect(catalogIndex.suggest(text, most).length).toBeLessThanOrEqual(most)
          expect(new Set(catalogIndex.complete(text)).size).toBe(catalogIndex.complete(text).length)
        }
      }),
    )
  })
})

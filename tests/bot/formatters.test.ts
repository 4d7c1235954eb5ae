import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/i18n/index.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { openConversation } from './conversation.ts'

// Creating a formatter or a segmenter takes as long as a whole look-up: none is created for one answer.

const NAMES = ['NumberFormat', 'DateTimeFormat', 'ListFormat', 'PluralRules', 'Segmenter'] as const
const original = { ...Object.fromEntries(NAMES.map((name) => [name, Intl[name]])) }
let created: string[] = []

beforeAll(() => {
  for (const name of NAMES) {
    const counted = new Proxy(Intl[name], {
      construct(target, args, newTarget) {
        created.push(name)
        return Reflect.construct(target, args, newTarget)
      },
    })
    Object.defineProperty(Intl, name, { value: counted, configurable: true, writable: true })
  }
})

afterAll(() => {
  for (const name of NAMES) {
    Object.defineProperty(Intl, name, { value: original[name], configurable: true, writable: true })
  }
})

const QUESTIONS = [
  'ml-engineer',
  'ml-engineer senior',
  'ml-engineer senior security',
  'ml-engineer senior pytorch',
  'ml-engineer middle senior',
  'nan losses',
  'nothing of the kind',
]

describe.each(LOCALES)('in %s', (locale) => {
  test.each(QUESTIONS)('the second answer to "%s" creates none', async (question) => {
    const conversation = openConversation(await openCatalog(ownCatalog))
    await conversation.ask(question, locale)
    created = []
    await conversation.ask(question, locale)
    expect(created).toEqual([])
  })
})

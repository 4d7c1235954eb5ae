import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES, translator } from '../../../src/i18n/index.ts'
import { renderMessage } from '../../../src/platforms/discord/components/render.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { anyMessage } from '../any-message.ts'
import { collectMessages, generatedLibrary } from '../real-messages.ts'
import { messageViolations } from './limits-check.ts'
import { pagesOf, sent, violationsOf } from './rendered.ts'

const t = fc.constantFrom(...LOCALES).map((locale) => translator(locale))

test('ten thousand messages of generated catalogs are within Discord’s limits', async () => {
  let messages = 0
  for (let seed = 1; seed <= 10; seed += 1) {
    const skillsPerRole = 20 * seed
    const catalogIndex = await generatedLibrary(seed, { roles: 3 + seed, skillsPerRole, skills: 5 * skillsPerRole })
    for (const locale of LOCALES) {
      const responses = await collectMessages(catalogIndex, locale, 500)
      expect(violationsOf(responses, translator(locale)).violations).toEqual([])
      messages += responses.messages.length
    }
  }
  expect(messages).toBeGreaterThanOrEqual(10_000)
})

describe('any message', () => {
  test('is within Discord’s limits, on every page and without page buttons', () => {
    fc.assert(
      fc.property(anyMessage, t, (message, t) => {
        for (const page of pagesOf(message, t, 4)) expect(messageViolations(sent(page))).toEqual([])
        expect(messageViolations(sent(renderMessage(message, { t })))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('the bot’s messages are within Discord’s limits', () => {
  test.each([
    ['the bundled catalog', () => openCatalog(ownCatalog), 200],
    ['the fixture catalog', () => openCatalog(fixtureCatalog), 100],
    ['a generated catalog', () => generatedLibrary(20_261_125), 200],
  ])('for %s', async (_, open, most) => {
    const catalogIndex = await open()
    for (const locale of LOCALES) {
      const responses = await collectMessages(catalogIndex, locale, most)
      expect(violationsOf(responses, translator(locale))).toMatchObject({ violations: [] })
    }
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES, translator } from '../../../src/i18n/index.ts'
import { renderMessage } from '../../../src/platforms/discord/components/render.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { anyMessage } from '../any-message.ts'
import { generatedLibrary, saidBy } from '../real-messages.ts'
import { messageViolations } from './limits-check.ts'
import { pagesOf, sent, violationsOf } from './rendered.ts'

const t = fc.constantFrom(...LOCALES).map((locale) => translator(locale))

test('ten thousand messages about generated catalogues are within Discord’s limits', async () => {
  let messages = 0
  for (let seed = 1; seed <= 10; seed += 1) {
    const skillsPerRole = 20 * seed
    const catalogIndex = await generatedLibrary(seed, { roles: 3 + seed, skillsPerRole, skills: 5 * skillsPerRole })
    for (const locale of LOCALES) {
      const said = await saidBy(catalogIndex, locale, 500)
      expect(violationsOf(said, translator(locale)).violations).toEqual([])
      messages += said.messages.length
    }
  }
  expect(messages).toBeGreaterThanOrEqual(10_000)
})

describe('any message at all', () => {
  test('is within Discord’s limits, on every page and where it cannot be asked for again', () => {
    fc.assert(
      fc.property(anyMessage, t, (message, t) => {
        for (const page of pagesOf(message, t, 4)) expect(messageViolations(sent(page))).toEqual([])
        expect(messageViolations(sent(renderMessage(message, { t })))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('what the bot says is within them', () => {
  test.each([
    ['the catalogue the bot comes with', () => openCatalog(ownCatalog), 200],
    ['the fixture catalogue', () => openCatalog(fixtureCatalog), 100],
    ['a generated catalogue', () => generatedLibrary(20_261_125), 200],
  ])('over %s', async (_, open, most) => {
    const catalogIndex = await open()
    for (const locale of LOCALES) {
      const said = await saidBy(catalogIndex, locale, most)
      expect(violationsOf(said, translator(locale))).toMatchObject({ violations: [] })
    }
  })
})

import { describe, expect, test } from 'vitest'
import { LOCALES, translator } from '../../../../src/i18n/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../../../fixtures/catalog.ts'
import { collectMessages, generatedLibrary } from '../../real-messages.ts'
import { violationsOf } from './violations.ts'

describe('the bot’s messages are within Slack’s limits, on every page, as a Home tab and as a modal', () => {
  test.each([
    ['the catalog that Rung includes', () => openCatalog(ownCatalog), 250],
    ['the fixture catalog', () => openCatalog(fixtureCatalog), 100],
    ['a generated catalog', () => generatedLibrary(20_261_124), 250],
  ])('over %s', async (_, open, most) => {
    const catalogIndex = await open()
    for (const locale of LOCALES) {
      const output = await collectMessages(catalogIndex, locale, most)
      expect(output.messages.length).toBeGreaterThanOrEqual(most * 0.9)
      expect(violationsOf(output, translator(locale))).toMatchObject({ violations: [] })
    }
  })
})

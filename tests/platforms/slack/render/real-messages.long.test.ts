import { describe, expect, test } from 'vitest'
import { LOCALES, translator } from '../../../../src/i18n/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../../../fixtures/catalog.ts'
import { generatedLibrary, saidBy } from '../../real-messages.ts'
import { violationsOf } from './violations.ts'

describe('what the bot says is within Slack’s limits, on every page, as a Home tab and as a modal', () => {
  test.each([
    ['the catalogue the bot comes with', () => openCatalog(ownCatalog), 250],
    ['the fixture catalogue', () => openCatalog(fixtureCatalog), 100],
    ['a generated catalogue', () => generatedLibrary(20_261_124), 250],
  ])('over %s', async (_, open, most) => {
    const catalogIndex = await open()
    for (const locale of LOCALES) {
      const output = await saidBy(catalogIndex, locale, most)
      expect(output.messages.length).toBeGreaterThanOrEqual(most * 0.9)
      expect(violationsOf(output, translator(locale))).toMatchObject({ violations: [] })
    }
  })
})

import { expect, test } from 'vitest'
import { LOCALES, translator } from '../../../../src/i18n/index.ts'
import { collectMessages, generatedLibrary } from '../../real-messages.ts'
import { violationsOf } from './violations.ts'

const SEEDS = 10
const MESSAGES = 500

test('ten thousand messages about generated catalogs are within Slack’s limits', async () => {
  let messages = 0
  let rendered = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const skillsPerRole = 20 * seed
    const catalogIndex = await generatedLibrary(seed, { roles: 3 + seed, skillsPerRole, skills: 5 * skillsPerRole })
    for (const locale of LOCALES) {
      const output = await collectMessages(catalogIndex, locale, MESSAGES)
      const checked = violationsOf(output, translator(locale))
      expect(checked.violations).toEqual([])
      messages += output.messages.length
      rendered += checked.rendered
    }
  }
  expect(messages).toBeGreaterThanOrEqual(10_000)
  expect(rendered).toBeGreaterThanOrEqual(30_000)
})

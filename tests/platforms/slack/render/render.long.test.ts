import { expect, test } from 'vitest'
import { LOCALES, translator } from '../../../../src/i18n/index.ts'
import { generatedLibrary, saidBy } from '../../real-messages.ts'
import { violationsOf } from './violations.ts'

const SEEDS = 10
const MESSAGES = 500

test('ten thousand messages about generated catalogues are within Slack’s limits', async () => {
  let messages = 0
  let drawn = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const skillsPerRole = 20 * seed
    const catalogIndex = await generatedLibrary(seed, { roles: 3 + seed, skillsPerRole, skills: 5 * skillsPerRole })
    for (const locale of LOCALES) {
      const said = await saidBy(catalogIndex, locale, MESSAGES)
      const checked = violationsOf(said, translator(locale))
      expect(checked.violations).toEqual([])
      messages += said.messages.length
      drawn += checked.drawn
    }
  }
  expect(messages).toBeGreaterThanOrEqual(10_000)
  expect(drawn).toBeGreaterThanOrEqual(30_000)
})

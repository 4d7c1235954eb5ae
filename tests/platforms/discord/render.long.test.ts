import { expect, test } from 'vitest'
import { LOCALES, translator } from '../../../src/i18n/index.ts'
import { generatedLibrary, saidBy } from '../real-messages.ts'
import { violationsOf } from './rendered.ts'

test('ten thousand messages about generated catalogues are within Discord’s limits', async () => {
  let messages = 0
  for (let seed = 1; seed <= 10; seed += 1) {
    const skillsARole = 20 * seed
    const library = await generatedLibrary(seed, { roles: 3 + seed, skillsARole, skills: 5 * skillsARole })
    for (const locale of LOCALES) {
      const said = await saidBy(library, locale, 500)
      expect(violationsOf(said, translator(locale)).violations).toEqual([])
      messages += said.messages.length
    }
  }
  expect(messages).toBeGreaterThanOrEqual(10_000)
})

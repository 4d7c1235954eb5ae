import { expect, test } from 'vitest'
import { openHarness, type TestUser } from '../bot/assess/harness.ts'
import { buttons, strings } from '../bot/read-message.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { run } from '../platforms/console/program.ts'
import { openScale, scaleFiles } from './catalog.ts'

// A scale whose steps have their numbers in their names, as an imported table of numbers has: the number of a choice is that of its step.

const SLUGS = ['novice', 'starter', 'able', 'fluent', 'lead']
const NUMBERED = {
  'ladder.yaml': `scale:\n${SLUGS.map((slug, at) => `  - { slug: ${slug}, name: Step ${at + 1}, letter: "${at + 1}" }\n`).join('')}`,
}

const ratingLabels = (user: TestUser) =>
  buttons(user.last).flatMap(({ key, label }) => (key !== undefined && key <= 5 ? [label] : []))

test.each([
  ['en', 'Find my level', 'None yet', 'Type 0 to 5 or a word'],
  ['es', 'Descubrir mi nivel', 'Todavía nada', 'Escribe un número del 0 al 5 o una palabra'],
] as const)('typing the number of a step gives that step, in %s', async (locale, find, none, hint) => {
  const harness = await openHarness({ catalogIndex: await openScale(5, NUMBERED) })
  const ana = harness.newUser(locale)
  await ana.say('/assess maker')
  await ana.press(find)
  expect(ratingLabels(ana)).toEqual([`0 · ${none}`, ...[1, 2, 3, 4, 5].map((step) => `${step} · Step ${step}`)])
  await ana.say('3')
  expect(strings(ana.last).join('\n')).toMatch(/✓ .*: Step 3/u)
  await ana.say('0')
  expect(strings(ana.last).join('\n')).toMatch(new RegExp(`✓ .*: ${none}`, 'iu'))
  await ana.say('step 5')
  expect(strings(ana.last).join('\n')).toMatch(/✓ .*: Step 5/u)
  await ana.say('4 · Step 4')
  expect(strings(ana.last).join('\n')).toMatch(/✓ .*: Step 4/u)
  await ana.say('6')
  expect(strings(ana.last).join('\n')).toContain(hint)
  await harness.close()
})

test('the terminal has the same numbers, and takes 0', async () => {
  const data = await writeCatalog({ ...scaleFiles(5), ...NUMBERED })
  const input = ['/assess maker', 'Find my level', '0', '3', ''].join('\n')
  const { code, stdout } = await run('main', { env: { RUNG_DATA: data, RUNG_USER: 'ana' }, input })
  expect(code).toBe(0)
  expect(stdout).toContain('[0] None yet   [1] Step 1   [2] Step 2')
  expect(stdout).toMatch(/✓ .*: None yet/iu)
  expect(stdout).toMatch(/✓ .*: Step 3/u)
})

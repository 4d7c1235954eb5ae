import { afterAll, describe, expect, test } from 'vitest'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { notes, paragraphs } from '../read-message.ts'
import { roleIn, start } from './drive.ts'
import { editedCatalog, openHarness } from './harness.ts'
import { openOwnHarness } from './own-harness.ts'

// Sentences that say what is still to be answered, and what was: they hold for every kind of assessment.

const { harness } = await openOwnHarness()
const withoutCore = await openHarness({
  catalogIndex: await editedCatalog(ownCatalog, {
    'roles/ml-engineer.yaml': (text) => text.replace(/^core:\n(?: .*\n)+/mu, ''),
  }),
})
afterAll(() => withoutCore.close())

describe('a stop that comes too early', () => {
  test('of a check for a level speaks of that level', async () => {
    const ana = harness.newUser()
    await ana.say('/assess ml-engineer senior')
    await ana.press('Am I ready for Senior?')
    await ana.pick(2)
    expect(notes(await ana.say('stop')).join(' ')).toMatch(
      /^I can tell whether you’re ready for Senior once the core is done and you’ve answered/u,
    )
    ana.locale = 'es'
    expect(notes(await ana.say('parar')).join(' ')).toContain(
      'si estás a la altura de Senior cuando hayas respondido lo esencial y lleves',
    )
  })

  test('of a role without a core does not speak of one', async () => {
    const role = roleIn(withoutCore.catalogue.catalogIndex)
    expect([role.core.domains, role.core.skills]).toEqual([[], []])
    const ana = withoutCore.newUser()
    await start(ana)
    await ana.pick(2)
    expect(notes(await ana.say('stop')).join(' ')).toMatch(/^I can tell your level once you’ve answered/u)
    ana.locale = 'es'
    expect(notes(await ana.say('parar')).join(' ')).toContain('Podré decirte tu nivel cuando lleves')
  })
})

test('the end of a domain counts what was skipped', async () => {
  const ana = harness.newUser()
  await ana.say('/assess ml-engineer security')
  await ana.press('Start')
  await ana.pick(2)
  let last = await ana.say('skip')
  for (let count = 2; count < 10 && !paragraphs(last).join(' ').includes('That was everything'); count += 1) {
    last = await ana.say('skip')
  }
  expect(paragraphs(last).join(' ')).toMatch(/That was everything about Security: (\d) questions, \d skipped\./u)
})

import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createCatalogIndex } from '../../../src/catalog/index.ts'
import { ownCatalog } from '../../fixtures/catalog.ts'
import { buildSmallCatalog } from '../catalog-builder.ts'
import { headings, notes, paragraphs } from '../read-message.ts'
import { assessAs, profile, questionIn, roleIn, start } from './drive.ts'
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
      /^You can’t stop yet: I can tell whether you’re ready for Senior after about \d more questions/u,
    )
    ana.locale = 'es'
    expect(notes(await ana.say('parar')).join(' ')).toMatch(
      /si estás a la altura de Senior tras unas \d preguntas más/u,
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

  test('of a role with few skills promises no more questions than are left', async () => {
    const rows = {
      craft: { testing: 'awv', design: 'awv', delivery: 'awv' },
      people: { coaching: 'awv', hiring: 'awv' },
    }
    const catalog = buildSmallCatalog({ slug: 'coder', levels: ['one', 'two', 'three'], rows })
    const small = await openHarness({ catalogIndex: createCatalogIndex(catalog) })
    onTestFinished(() => small.close())
    const role = roleIn(small.catalogue.catalogIndex, 'coder')
    const ana = small.newUser()
    await start(ana, 'coder')
    for (let left = 5; left > 0 && questionIn(ana.last, role); left -= 1) {
      const [note = ''] = notes(await ana.say('finish'))
      const [, promised = note.includes('after this question') ? '1' : ''] = /after about (\d+)/u.exec(note) ?? []
      expect(Number(promised), `of: ${note}`).toBeGreaterThan(0)
      expect(Number(promised), `of: ${note}`).toBeLessThanOrEqual(left)
      expect(note).not.toContain('10 questions')
      ana.locale = 'es'
      expect(notes(await ana.say('terminar'))[0]).toContain('Todavía no puedes parar')
      ana.locale = 'en'
      await ana.pick((left % 3) + 1)
    }
  })
})

/** The bot with the own ladder, without the core of its role or with another level rule. */
async function openWith(edits: Parameters<typeof editedCatalog>[1]) {
  const edited = await openHarness({ catalogIndex: await editedCatalog(ownCatalog, edits) })
  onTestFinished(() => edited.close())
  return { user: edited.newUser(), role: roleIn(edited.catalogue.catalogIndex) }
}

const NO_CORE = { 'roles/ml-engineer.yaml': (text: string) => text.replace(/^core:\n(?: .*\n)+/mu, '') }

describe('questions that were all skipped', () => {
  test.each([
    ['with a core', {}],
    ['without a core', NO_CORE],
    ['all skills', { ...NO_CORE, 'ladder.yaml': 'levelRule: { share: 1 }\n' }],
    ['half of the skills', { 'ladder.yaml': 'levelRule: { share: 0.5 }\n' }],
    ['the whole core', { 'ladder.yaml': 'levelRule: all-core\n' }],
  ])('tell no level, whatever the rule: %s', async (_, edits) => {
    const { user, role } = await openWith(edits)
    await start(user)
    for (let count = 0; questionIn(user.last, role) && count < 60; count += 1) await user.say('skip')
    expect(headings(user.last)).toEqual(['ML Engineer: too early to tell'])
    await user.press('Show my result')
    expect(headings(user.last)).toEqual(['ML Engineer: too early to tell'])
    expect(paragraphs(user.last)[0]).toMatch(/^You rated too few .*for me to tell your level\./u)
    expect(paragraphs(user.last).join(' ')).not.toMatch(/nothing new|0 other/u)
    expect((await user.results())[0]).toMatchObject({ grade: null, level: null })
  })

  test('do not say that a person is not ready', async () => {
    const { user, role } = await openWith(NO_CORE)
    await user.say('/assess ml-engineer senior')
    await user.press('Am I ready for Senior?')
    for (let count = 0; questionIn(user.last, role) && count < 60; count += 1) await user.say('skip')
    expect(headings(user.last).join()).toContain('too early to tell')
  })
})

describe('skips beside answers', () => {
  test('do not take back a level that answers rule out', async () => {
    const user = harness.newUser()
    const role = roleIn(harness.catalogue.catalogIndex)
    await start(user)
    for (let count = 0; questionIn(user.last, role) && count < 60; count += 1) await user.pick(1)
    expect(headings(user.last)).toEqual(['ML Engineer: below Junior'])
    await user.press('Make my plan')
    await user.say('skip')
    await user.press('Stop here')
    expect((await user.results())[0]).toMatchObject({ grade: 0 })
  })

  test('go on with questions until the answers tell, or too few are left', async () => {
    const { user, role } = await openWith(NO_CORE)
    await start(user)
    let count = 0
    for (; questionIn(user.last, role) && count < 60; count += 1) {
      if (count < 9 && count % 2 === 0) await user.say('skip')
      else await user.pick(1)
    }
    expect(count).toBeGreaterThan(9)
    expect(headings(user.last)).toEqual(['ML Engineer: below Junior'])
  })
})

describe('a result without a core', () => {
  test('counts skills, and no others', async () => {
    const { user, role } = await openWith(NO_CORE)
    await assessAs(user, role, profile(role, 2))
    expect(headings(user.last)).toEqual(['ML Engineer: Middle'])
    expect(paragraphs(user.last).join(' ')).not.toMatch(/\bother|core/u)
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
  expect(paragraphs(last).join(' ')).toMatch(/That was everything about Security: (\d) questions \(\d skipped\)\./u)
})

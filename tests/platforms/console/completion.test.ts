import { afterAll, expect, test } from 'vitest'
import type { Locale } from '../../../src/i18n/index.ts'
import { completeLine } from '../../../src/platforms/console/completion.ts'
import { openHarness } from '../../bot/assess/harness.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'

const harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
afterAll(() => harness.close())

const person = { platform: 'console', workspace: 'local', user: 'u1' }
const complete = async (line: string, locale: Locale = 'en') =>
  (await completeLine(line, { bot: harness.bot, person, locale }))[0]

test('completes the names of commands', async () => {
  expect(await complete('/pro')).toEqual(['/profile ', '/propose ', '/proposals '])
  expect(await complete('/assess')).toEqual(['/assess '])
})

test('completes every subcommand of every command, in English and in Spanish', async () => {
  for (const { name, subcommands = [] } of harness.bot.commands) {
    for (const subcommand of subcommands) {
      expect(await complete(`/${name} ${subcommand.name.slice(0, 3)}`)).toContain(`${subcommand.name} `)
    }
  }
  expect(await complete('/assess emp', 'es')).toEqual(['empezar '])
  expect(await complete('/profile exp', 'es')).toEqual(['export ', 'exportar '])
})

test('completes names after a command, after its subcommand and without one', async () => {
  expect(await complete('/skills ml-e')).toEqual(['ml-engineer '])
  expect(await complete('/assess start ml-e')).toEqual(['ml-engineer '])
  expect(await complete('/skills ml-engineer sen')).toEqual(['senior '])
  expect(await complete('pyto')).toEqual(['pytorch '])
})

test('completes a skill within the domain that stands before it', async () => {
  const inSecurity = await complete('/skills security s')
  expect(inSecurity.length).toBeGreaterThan(0)
  const { catalog } = await openCatalog(ownCatalog)
  const domains = inSecurity.flatMap((each) => catalog.skills.get(each.trim())?.domain.slug ?? [])
  expect(new Set(domains)).toEqual(new Set(['security']))
})

test('completes an alias with the name', async () => {
  const { catalog } = await openCatalog(ownCatalog)
  const aliased = [...catalog.skills.values()].flatMap(({ slug, aliases }) =>
    aliases
      .filter((alias) => /^[a-z0-9]{3,}$/u.test(alias) && !slug.startsWith(alias))
      .map((alias) => ({ alias, slug })),
  )
  expect(aliased.length).toBeGreaterThan(5)
  const completed = await Promise.all(
    aliased.map(async ({ alias, slug }) => (await complete(alias)).includes(`${slug} `)),
  )
  expect(completed.filter(Boolean).length).toBeGreaterThan(aliased.length / 2)
})

test('offers nothing for what it does not know', async () => {
  expect(await complete('/karma sen')).toEqual([])
  expect(await complete('flurble')).toEqual([])
})

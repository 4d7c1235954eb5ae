import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/bot/index.ts'
import { ladderFacts, loadCatalog, localized } from '../../src/catalog/index.ts'
import { openConversation } from '../bot/conversation.ts'
import { fields, strings } from '../bot/read-message.ts'
import { fixtureCatalog, openCatalog } from '../fixtures/catalog.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { openScale, scaleFiles, scaleLines } from './catalog.ts'

// What a ladder says of itself, in which languages, and how large it may be.

const GERMAN = `name: { de: Leiter der Werkstatt, en: Ladder of the workshop }
version: 2.1
author: The workshop
source: https://example.org/ladder
license: CC-BY-4.0
languages: [de, en]
scale:
${scaleLines(5).replaceAll(' es: ', ' de: ')}`

test('where it comes from is told where people ask about it', async () => {
  const catalogIndex = await openScale(5, { 'ladder.yaml': GERMAN })
  expect(ladderFacts(catalogIndex.catalog)).toMatchObject({
    version: '2.1',
    author: 'The workshop',
    license: 'CC-BY-4.0',
    roles: 1,
    skills: 30,
    languages: ['de', 'en'],
    levelRule: { kind: 'core-and-breadth' },
  })
  const facts = {
    Ladder: 'Ladder of the workshop',
    Version: '2.1',
    Author: 'The workshop',
    Source: 'https://example.org/ladder',
    License: 'CC-BY-4.0',
  }
  const { message } = await openConversation(catalogIndex).press('1s:p:coverage')
  expect(fields(message)).toEqual(facts)
  const about = await openConversation(catalogIndex, COMMANDS).say('/rung about')
  expect(fields(about.message)).toMatchObject(facts)
})

test('a ladder that says nothing of itself shows nothing of it', async () => {
  const { message } = await openConversation(await openCatalog(fixtureCatalog)).press('1s:p:coverage')
  expect(fields(message)).toEqual({})
})

test('texts are in the languages of the ladder; others read the first one', async () => {
  const skill =
    'slug: skill-0\nname: Skill 0\ndomain: area-0\nstatements: { novice: Liest davon., able: { en: Does it., de: Macht es. } }\n'
  const catalogIndex = await openScale(5, { 'ladder.yaml': GERMAN, 'skills/skill-0.yaml': skill })
  const conversation = openConversation(catalogIndex)
  const english = strings((await conversation.ask('skill-0', 'en')).message.blocks)
  expect(english).toEqual(expect.arrayContaining(['Liest davon.', 'Does it.']))
  const spanish = strings((await conversation.ask('skill-0', 'es')).message.blocks)
  expect(spanish).toEqual(expect.arrayContaining(['Liest davon.', 'Macht es.', 'Novicees']))
  expect(localized({ de: 'eins', en: 'one' }, 'fr')).toBe('eins')
})

test('a language that the ladder does not name is refused with its place', async () => {
  const skill = 'slug: skill-0\nname: Skill 0\ndomain: area-0\nstatements:\n  novice:\n    fr: Lit.\n'
  const loaded = await loadCatalog(
    await writeCatalog({ ...scaleFiles(5), 'ladder.yaml': GERMAN, 'skills/skill-0.yaml': skill }),
  )
  expect(loaded.ok ? [] : loaded.problems).toEqual([
    expect.objectContaining({
      file: 'skills/skill-0.yaml',
      line: 6,
      message: '"fr" is not a language of this ladder; they are: de, en (see ladder.yaml)',
    }),
  ])
})

test('at most 40 levels and 2,000 skills', async () => {
  const levels = Array.from(
    { length: 41 },
    (_, at) => `  - { slug: l-${at}x, name: Level ${at}, short: "${at}" }\n`,
  ).join('')
  const role = (scaleFiles(2)['roles/maker.yaml'] ?? '').replace(/levels:\n(?: {2}- .*\n)+/u, `levels:\n${levels}`)
  const tooHigh = await loadCatalog(await writeCatalog({ ...scaleFiles(2), 'roles/maker.yaml': role }))
  expect(tooHigh.ok ? [] : tooHigh.problems.map(({ message }) => message)).toContain(
    '"levels" is too long: at most 40 entries',
  )
  const skills = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`skills/extra-${at}.yaml`, '']))
  const tooMany = await loadCatalog(await writeCatalog({ ...scaleFiles(2, 0), ...skills, 'roles/maker.yaml': role }))
  expect(tooMany.ok ? [] : tooMany.problems.map(({ message }) => message)).toContain(
    'the folder has 2001 files; a ladder has at most 2000 skills',
  )
})

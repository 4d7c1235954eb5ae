import { expect, test } from 'vitest'
import { assessmentWarnings } from '../../src/assessment/index.ts'
import { loadCatalog } from '../../src/catalog/index.ts'
import { openCatalog } from '../fixtures/catalog.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { answerAll, profile, roleIn, start } from './assess/drive.ts'
import { openHarness } from './assess/harness.ts'
import { openConversation } from './conversation.ts'
import { reachableMessages } from './crawl.ts'

import { headings, strings } from './read-message.ts'

// A ladder with hardly more than names: no domains, statements, focus, stack or description, and rows that fall or have holes.

const SKILLS = ['coding', 'design', 'hiring', 'planning', 'writing']

const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SKILLS.map((slug) => [`skills/${slug}.yaml`, `slug: ${slug}\nname: ${slug} skill\n`])),
  'roles/manager.yaml': `slug: manager
name: Manager
family: Engineering
levels:
  - { slug: m1, name: M1, short: M1 }
  - { slug: m2, name: M2, short: M2 }
  - { slug: m3, name: M3, short: M3 }
requirements:
  - skills:
      coding: [advanced, working, awareness]
      design: [working, absent, working]
      hiring: [absent, working, advanced]
      planning: [awareness, working, absent]
      writing: [absent, awareness, expert]
`,
}

test('opens, with a warning for each row that falls', async () => {
  const loaded = await loadCatalog(await writeCatalog(FILES))
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('; '))
  const [domain] = loaded.catalog.domains.values()
  expect([...loaded.catalog.domains.keys()]).toEqual(['other'])
  expect(domain?.name['en']).toBe('Skills')
  expect(assessmentWarnings(loaded.catalog)).toContain(
    'manager: coding falls to "working" at M2; every level counts as it is written',
  )
})

test('shows no empty heading and nothing undefined, however far one presses on', async () => {
  const conversation = openConversation(await openCatalog(await writeCatalog(FILES)))
  for (const locale of ['en', 'es'] as const) {
    const messages = await reachableMessages(conversation, locale)
    expect(messages.length).toBeGreaterThan(20)
    for (const message of messages) {
      for (const text of strings(message.blocks)) expect(text).not.toMatch(/undefined|null|TODO/u)
      expect(headings(message).every((heading) => heading.trim() !== '')).toBe(true)
    }
  }
})

test('is assessed to the end', async () => {
  const catalogIndex = await openCatalog(await writeCatalog(FILES))
  const harness = await openHarness({ catalogIndex })
  const role = roleIn(catalogIndex, 'manager')
  const ana = harness.newUser()
  const first = await start(ana, 'manager')
  expect(strings(first.blocks)).toContain('Working: you use the skill on your own in everyday cases')
  await answerAll(ana, role, profile(role, 1))
  expect(headings(await ana.press('Show my result'))).toEqual(['Manager: M1'])
  await harness.close()
})

test.each([
  ['backend 2', 'Backend Engineering · Level 2'],
  ['what does a backend 3 need?', 'Backend Engineering · Level 3'],
  ['backend 4', 'Backend Engineering'],
])('where levels are numbers, “%s” is about %s', async (question, heading) => {
  const [, role = ''] = Object.entries(FILES).find(([file]) => file.startsWith('roles/')) ?? []
  const renamed = role
    .replace('slug: manager\nname: Manager', 'slug: backend-engineering\nname: Backend Engineering')
    .replaceAll(/slug: m(\d), name: M\d/gu, 'slug: level-$1, name: Level $1')
  const { 'roles/manager.yaml': _, ...skills } = FILES
  const files = { ...skills, 'roles/backend-engineering.yaml': renamed }
  const catalogIndex = await openCatalog(await writeCatalog(files))
  const harness = await openHarness({ catalogIndex })
  const message = await harness.newUser().say(question)
  await harness.close()
  expect(headings(message)[0]).toBe(heading)
})

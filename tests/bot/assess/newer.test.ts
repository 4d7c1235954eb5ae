import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Level } from 'level'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fixtureCatalog, openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { headings, labels, notes } from '../read-message.ts'
import { answerAll, profile, roleIn, start } from './drive.ts'
import { DAY, type Harness, openHarness, type TestUser } from './harness.ts'

// One version of Rung wrote what this one has to live with: during a rolling deploy, or after a step back.

const NEWER =
  'Your ML Engineer assessment was started by a newer version of Rung, and this version can’t open it. Nothing is lost. Try again in a few minutes.'

let folder: string
let harness: Harness

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rung-newer-'))
})
afterEach(() => harness.close())
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A person whose session, or whose settings, a later version has written. */
async function written(what: RegExp): Promise<TestUser> {
  const catalogIndex = await openCatalog(ownCatalog)
  harness = await openHarness({ catalogIndex, folder })
  const before = harness.newUser()
  await before.say('/assess cancel')
  await start(before)
  await harness.close()
  const database = new Level(folder)
  for (const [key, text] of await database.iterator().all()) {
    if (what.test(key)) await database.put(key, text.replace(/"schema":[12]/u, '"schema":9'))
  }
  await database.close()
  harness = await openHarness({ catalogIndex, folder })
  const ana = harness.newUser()
  expect(ana.person).toEqual(before.person)
  return ana
}

test('the owner of an assessment of a later version is told so, wherever it would be', async () => {
  const ana = await written(/:session:/u)
  for (const line of [
    '/assess ml-engineer guided',
    '/assess resume ml-engineer',
    '/assess resume',
    '/assess status',
    '3',
  ]) {
    expect({ line, notes: notes(await ana.say(line)) }).toEqual({ line, notes: [NEWER] })
  }
  expect(notes(await ana.say('/assess cancel'))).toEqual([NEWER])
  // Look-ups go on.
  expect(headings(await ana.say('pytorch'))[0]).toContain('PyTorch')
  ana.locale = 'es'
  expect(notes(await ana.say('/assess estado'))[0]).toMatch(
    /^Tu evaluación de ML Engineer se empezó con una versión más reciente/u,
  )
})

test('it is named by its id if the catalog no longer has the role', async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(fixtureCatalog), folder })
  expect(notes(await harness.newUser().say('/assess status'))).toEqual([NEWER.replace('ML Engineer', 'ml-engineer')])
})

test('nobody reminds of it or ends it', async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog), folder })
  harness.clock.now += 10 * DAY
  expect(await harness.sendReminders()).toEqual([])
  harness.clock.now += 10 * DAY
  expect(await harness.sendReminders()).toEqual([])
  expect(await harness.services.store.sessions.listNewer({ platform: 'test', workspace: 'W1', user: 'U1' })).toEqual([
    'ml-engineer',
  ])
  expect(harness.reports).toEqual([])
})

test('whose settings are of a later version is told so, and looks things up as before', async () => {
  await rm(folder, { recursive: true })
  const ana = await written(/:settings$/u)
  expect(notes(await ana.say('/assess reminders off'))).toEqual([
    'Your settings were saved by a newer version of Rung, and this version can’t read them. Nothing is lost. Try again in a few minutes.',
  ])
  expect(headings(await ana.say('pytorch'))[0]).toContain('PyTorch')
  // And can still have everything deleted.
  await ana.say('/profile delete')
  await ana.send(ana.payload(labels(ana.last)[0] ?? ''))
  expect(await harness.services.store.sessions.listNewer(ana.person)).toEqual([])
  expect(await harness.services.store.settings.read(ana.person)).toMatchObject({ reminders: true })
})

test('what a later version has stored is named in the history, in the export and before everything is deleted', async () => {
  await rm(folder, { recursive: true })
  const catalogIndex = await openCatalog(ownCatalog)
  harness = await openHarness({ catalogIndex, folder })
  const before = harness.newUser()
  await start(before)
  await answerAll(before, roleIn(catalogIndex), profile(roleIn(catalogIndex), 2))
  await before.press('Show my result')
  await harness.close()
  const ana = await written(/:results:|:settings$|:session:/u)
  const result =
    '1 result was saved by a newer version of Rung, and this version can’t show it. Nothing is lost. Try again in a few minutes.'
  const settings =
    'Your settings were saved by a newer version of Rung, and this version can’t read them. Nothing is lost. Try again in a few minutes.'
  expect(notes(await ana.say('/profile'))).toEqual([result])
  const exported = await ana.say('/profile export')
  expect(notes(exported)).toEqual([result, NEWER, settings])
  const [json, markdown, csv] = (exported.files ?? []).map(({ content }) => content)
  expect(JSON.parse(json ?? '')).toMatchObject({
    settings: null,
    newer: { results: 1, sessions: ['ml-engineer'], settings: true },
  })
  expect(markdown).toContain('- results: 1\n- assessment in progress: ml\\-engineer\n- settings\n')
  expect(csv).toContain('saved by a newer version,,,,,results: 1,,,')
  expect(notes(await ana.say('/profile delete'))).toEqual([result, NEWER, settings])
  ana.locale = 'es'
  expect(notes(await ana.say('/profile'))[0]).toMatch(/^1 resultado se guardó con una versión más reciente de Rung/u)
})

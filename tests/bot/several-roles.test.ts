import { afterAll, expect, test } from 'vitest'
import { isCore } from '../../src/catalog/index.ts'
import { openCatalog, shippedCatalog } from '../fixtures/catalog.ts'
import { openHarness } from './assess/harness.ts'
import { items, labels, listTitles, notes } from './read-message.ts'

// Questions that name no role, over the family of roles that comes with Rung.

const catalogIndex = await openCatalog(shippedCatalog)
const harness = await openHarness({ catalogIndex })
afterAll(() => harness.close())

const ROLES = ['AI Engineer', 'Data Engineer', 'ML Engineer', 'MLOps Engineer']

test.each([
  ['what is the stack?', (role: string) => `${role}: stack`],
  ['core skills', (role: string) => `${role}: core skills`],
  ['am I ready for senior?', (role: string) => `${role}: How to reach Senior`],
  ['how do I get to senior?', (role: string) => `${role}: How to reach Senior`],
])('“%s” is asked back, each role once', async (question, label) => {
  const message = await harness.newUser().say(question)
  expect(labels(message)).toEqual(ROLES.map(label))
  expect(JSON.stringify(message)).not.toContain('“”')
})

test('a level to assess is asked back as a question, and the level stays', async () => {
  const ana = harness.newUser()
  const message = await ana.say('/assess senior')
  expect(labels(message)).toEqual(ROLES)
  expect(message.blocks[0]).toMatchObject({ tone: 'info' })
  const intro = await ana.press('Data Engineer')
  expect(JSON.stringify(intro)).toContain('Data Engineer: ready for Senior?')
})

test('what is missing for a role is told from the ladder', async () => {
  const message = await harness.newUser().say('what am I missing as a data engineer?')
  expect(labels(message)).toContain('Junior → Middle')
})

test('a comparison of two roles is of the two', async () => {
  const message = await harness.newUser().say('ml engineer vs mlops engineer senior')
  expect(notes(message)).toEqual([])
  expect(message.summary).toContain('ML Engineer and MLOps Engineer')
})

test('a comparison of two roles names what differs in the core of either first', async () => {
  const message = await harness.newUser().say('ml engineer vs mlops engineer senior')
  expect(listTitles(message)).toEqual(['The main differences, core skills first'])
  const { roles } = catalogIndex.catalog
  const [first, second] = [roles.get('ml-engineer'), roles.get('mlops-engineer')]
  if (!first || !second) throw new Error('two roles are expected')
  const rows = new Map([...first.rows.values(), ...second.rows.values()].map(({ skill }) => [skill.name, skill]))
  const named = items(message).flatMap(({ text }) => rows.get(text.split(':')[0] ?? '') ?? [])
  const core = named.map((skill) => isCore(first, skill) || isCore(second, skill))
  expect(core).toHaveLength(8)
  expect(core.toSorted((a, b) => Number(b) - Number(a))).toEqual(core)
  expect(core[0]).toBe(true)
})

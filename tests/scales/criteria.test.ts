import { expect, test } from 'vitest'
import { type CatalogIndex, loadCatalog } from '../../src/catalog/index.ts'
import { openHarness } from '../bot/assess/harness.ts'
import { openConversation } from '../bot/conversation.ts'
import { reachableMessages } from '../bot/crawl.ts'
import { labels, payloadOf, strings } from '../bot/read-message.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { openScale, scaleFiles } from './catalog.ts'

// Statements of any length, criteria and examples: cards show the gist, and a page has the rest.

const LONG = `First sentence. ${'More of it is written here. '.repeat(120)}The end.`

const SKILL = `slug: skill-0
name: Skill 0
domain: area-0
statements:
  novice:
    must:
      - Reads the plan.
      - { en: Asks about it., es: Pregunta por él. }
    examples: [A review of last week.]
  able: "${LONG}"
  lead: |-
    One line.
    Another line.
`

const ladder = (): Promise<CatalogIndex> => {
  const role = (scaleFiles(5)['roles/maker.yaml'] ?? '').replace(
    /skill-0: .*/u,
    'skill-0: { proficiency: [novice, able, able, lead], criteria: [null, null, { must: [Leads it here.], examples: [A meeting.] }, Sets the rules of this role.] }',
  )
  return openScale(5, { 'skills/skill-0.yaml': SKILL, 'roles/maker.yaml': role })
}

test('pages show the gist, and the rest on request', async () => {
  const conversation = openConversation(await ladder())
  const { message } = await conversation.ask('skill-0')
  const texts = strings(message.blocks)
  expect(texts).toContain('Reads the plan. …')
  expect(texts).toContain('One line. …')
  expect(texts.every((text) => text.length < 300)).toBe(true)
  const whole = await conversation.press(payloadOf(message, 'Novice: full text'))
  expect(strings(whole.message.blocks)).toEqual(
    expect.arrayContaining(['Reads the plan.', 'Asks about it.', 'Examples', 'A review of last week.']),
  )
  const long = await conversation.press(payloadOf(message, 'Able: full text'))
  expect(strings(long.message.blocks).join(' ')).toContain('The end.')
})

test('a role says what it expects itself, before the statement', async () => {
  const conversation = openConversation(await ladder())
  const row = strings((await conversation.ask('maker skill-0')).message.blocks)
  expect(row).toContain('Leads it here.')
  expect(row).toContain('Sets the rules of this role.')
  const cell = strings((await conversation.ask('maker l3 skill-0')).message.blocks)
  expect(cell).toEqual(expect.arrayContaining(['Leads it here.', 'Examples', 'A meeting.']))
})

test('every page fits, in every language', async () => {
  const conversation = openConversation(await ladder())
  for (const locale of ['en', 'es'] as const) {
    const messages = await reachableMessages(conversation, locale)
    for (const message of messages) {
      for (const text of strings(message.blocks)) expect(text.length).toBeLessThanOrEqual(2000)
    }
  }
  expect(conversation.reports).toEqual([])
})

test('a card of an assessment offers the whole text', async () => {
  const catalogIndex = await ladder()
  const harness = await openHarness({ catalogIndex })
  const ana = harness.newUser()
  await ana.say('/assess maker area-0')
  await ana.press('Start')
  for (let count = 0; count < 12 && !labels(ana.last).includes('Read in full'); count += 1) await ana.say('2')
  expect(labels(ana.last)).toContain('Read in full')
  await harness.close()
})

test('a text that is too long and a list without criteria are refused', async () => {
  const loaded = await loadCatalog(
    await writeCatalog({
      ...scaleFiles(5),
      'skills/skill-0.yaml': `slug: skill-0\nname: Skill 0\ndomain: area-0\nstatements:\n  novice: "${'a'.repeat(4001)}"\n`,
      'skills/skill-1.yaml': 'slug: skill-1\nname: Skill 1\ndomain: area-1\nstatements:\n  novice: { must: [] }\n',
    }),
  )
  const problems = loaded.ok ? [] : loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
  expect(problems).toEqual([
    expect.stringMatching(/skill-0\.yaml:5 .*at most 4000 characters/u),
    expect.stringMatching(/skill-1\.yaml:5 .*at least 1 entry/u),
  ])
})

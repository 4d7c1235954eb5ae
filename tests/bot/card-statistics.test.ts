import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCardStatistics } from '../../src/bot/card-statistics.ts'
import { createNullStore } from '../../src/store/null-store.ts'
import { openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { answerAll, profile, roleIn, start } from './assess/drive.ts'
import { type Harness, openHarness } from './assess/harness.ts'
import { paragraphs } from './read-message.ts'

// How long people take for a card, counted by all processes together.

const MINUTE = 60_000
const NAME = 'assessment/card-seconds'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
})

afterAll(() => harness.close())

const open = (now = () => harness.clock.now) =>
  createCardStatistics({ keyValues: harness.services.store.keyValues, now })

async function reset() {
  await harness.services.store.keyValues.remove(NAME)
}

describe('the median of a card', () => {
  test('is told from fifty assessments on, for each kind of card alone, in every process', async () => {
    await reset()
    for (let count = 0; count < 49; count += 1) await open().add('f020f040f041')
    expect(await open().medianOf('full')).toBeUndefined()
    await open().add('f020f040f041s010')
    expect(await open().medianOf('full')).toBe(40.5)
    expect(await open().medianOf('short')).toBeUndefined()
    for (let count = 0; count < 49; count += 1) await open().add('s010s012s299')
    expect(await open().medianOf('short')).toBe(12.5)
    expect(await open().medianOf('full')).toBe(40.5)
  })

  test('is the one that sorting all times gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 9 }), async (seconds) => {
        await reset()
        const times = seconds.map((second) => `s${String(second).padStart(3, '0')}`).join('')
        for (let count = 0; count < 50; count += 1) await open().add(times)
        const sorted = seconds.toSorted((a, b) => a - b)
        expect(await open().medianOf('short')).toBe((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + 0.5)
      }),
      { numRuns: 5 },
    )
  })

  test('follows the newer times, and the record stays small', async () => {
    await reset()
    const statistics = open()
    for (let count = 0; count < 1100; count += 1) await statistics.add(count < 400 ? 'f100' : 'f020')
    expect(await open().medianOf('full')).toBe(20.5)
    const stored = await harness.services.store.keyValues.read(NAME)
    expect(JSON.parse(stored?.value ?? '')).toMatchObject({ schema: 1, full: { assessments: 600 } })
    await statistics.add('f300s300')
    expect((await harness.services.store.keyValues.read(NAME))?.value.length).toBeLessThan(1500)
  })

  test('counts what several processes add at once', async () => {
    await reset()
    await Promise.all([1, 2, 3, 4].map((second) => open().add(`f00${second}`)))
    const stored = await harness.services.store.keyValues.read(NAME)
    expect(JSON.parse(stored?.value ?? '')).toMatchObject({ full: { assessments: 4, counts: [0, 1, 1, 1, 1] } })
  })

  test('is read again after ten minutes, not at every question about it', async () => {
    await reset()
    let now = 0
    const reader = open(() => now)
    expect(await reader.medianOf('full')).toBeUndefined()
    for (let count = 0; count < 50; count += 1) await open().add('f020')
    now = 10 * MINUTE - 1
    expect(await reader.medianOf('full')).toBeUndefined()
    now = 10 * MINUTE
    expect(await reader.medianOf('full')).toBe(20.5)
  })

  test('is left alone if a newer version has written it', async () => {
    const newer = JSON.stringify({ schema: 2, medians: [20] })
    await harness.services.store.keyValues.write(NAME, newer)
    await open().add('f020')
    expect(await open().medianOf('full')).toBeUndefined()
    expect((await harness.services.store.keyValues.read(NAME))?.value).toBe(newer)
  })

  test('is undefined, and nothing fails, without a store', async () => {
    const statistics = createCardStatistics({ keyValues: createNullStore().keyValues, now: () => 0 })
    const seen: unknown[] = []
    statistics.onCard((time) => seen.push(time))
    await statistics.add('f020s007')
    expect(await statistics.medianOf('full')).toBeUndefined()
    expect(seen).toEqual([
      { card: 'full', seconds: 20 },
      { card: 'short', seconds: 7 },
    ])
  })
})

describe('an assessment', () => {
  const minutesOf = async (bot: Harness): Promise<readonly number[]> => {
    const [takes = ''] = paragraphs(await bot.newUser().say('/assess ml-engineer'))
    return (takes.match(/\d+/gu) ?? []).map(Number)
  }

  test('is timed from answer to answer, without pauses, and its time replaces the estimate', async () => {
    const { catalogIndex } = harness.catalogue
    const statistics = open(() => 0)
    const bot = await openHarness({ catalogIndex, cardStatistics: statistics })
    await reset()
    try {
      const role = roleIn(catalogIndex)
      const [least = 0, usual = 0] = await minutesOf(bot)
      const ana = bot.newUser()
      await start(ana)
      const times = [42_000, 6 * MINUTE, 42_500, 30_000]
      for (const time of times) {
        bot.clock.now += time
        await ana.pick(3)
      }
      expect((await ana.openSession()).cardTimes).toBe('f042f042f030')
      await ana.press('Change')
      bot.clock.now += 42_000
      await answerAll(ana, role, profile(role, 2))
      await ana.press('Show my result')
      const stored = await harness.services.store.keyValues.read(NAME)
      const { full } = JSON.parse(stored?.value ?? '')
      expect(full.assessments).toBe(1)
      expect(full.counts[42]).toBe(3)
      for (let count = 0; count < 49; count += 1) await statistics.add('f042')
      const fresh = await openHarness({ catalogIndex, cardStatistics: open() })
      const [, , from, to] = await minutesOf(fresh)
      expect([from, to]).toEqual([least, usual].map((questions) => Math.ceil((questions * 42.5) / 60)))
      await fresh.close()
    } finally {
      await bot.close()
    }
  })

  test('on a sheet is not timed', async () => {
    const bot = await openHarness({ catalogIndex: harness.catalogue.catalogIndex })
    try {
      const ana = bot.newUser()
      await ana.say('/assess ml-engineer sheet')
      const form = await ana.open('Fill in this card')
      bot.clock.now += 20_000
      await ana.fill(form, Object.fromEntries(form.fields.map(({ name }) => [name, '2'])))
      const session = await ana.openSession()
      expect(session.answers.length).toBeGreaterThan(0)
      expect(session.cardTimes).toBeUndefined()
    } finally {
      await bot.close()
    }
  })
})

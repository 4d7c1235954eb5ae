import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rating } from '../../../src/assessment/index.ts'
import type { Role } from '../../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { type SeededRandom, seededRandom, seedOf } from '../../seeded-random.ts'
import { labels } from '../read-message.ts'
import { questionIn, roleIn } from './drive.ts'
import { type Harness, openHarness, type TestUser } from './harness.ts'

// "About 12 more" may be wrong, but it does not run away from the person who answers.

const SEED = seedOf('assessment progress', 20_261_128)
const RATINGS: readonly Rating[] = [0, 1, 2, 3, 4]

let harness: Harness
let role: Role

beforeAll(async () => {
  harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  role = roleIn(harness.catalogue.catalogIndex)
})

afterAll(() => harness.close())

/** How many questions a card says are left. */
function leftOn(user: TestUser): number {
  const progress = user.last.blocks.find((block) => block.type === 'progress')
  const label = progress?.type === 'progress' ? progress.label : ''
  if (label.endsWith('almost done')) return 0
  const [, left] = / · about (\d+) more$/u.exec(label) ?? []
  if (left === undefined) throw new Error(`no count of questions in: ${label}`)
  return Number(left)
}

/** Answers without any pattern, or about a level with some steps off it and some skips. */
function randomAnswerer(random: SeededRandom): (row: { cells: readonly unknown[] }) => Rating | null {
  const isWild = random.next() < 0.4
  const level = random.between(0, 4)
  const skips = random.next() < 0.5 ? 0 : 0.15
  return () => {
    if (random.next() < skips) return null
    const rating = isWild ? random.between(0, 4) : level + random.between(-1, 1)
    return RATINGS[Math.min(4, Math.max(0, rating))] ?? 0
  }
}

test.each(['/assess ml-engineer guided', '/assess ml-engineer senior guided', '/assess ml-engineer principal guided'])(
  'what is left grows by one at most from question to question, over whole random assessments: %s',
  async (line) => {
    const random = seededRandom(SEED)
    const phases = new Set<string | undefined>()
    for (let person = 0; person < 12; person += 1) {
      const user = harness.newUser()
      const answerer = randomAnswerer(random)
      await user.say(line)
      // Until the level is settled, then for a plan and for the list of all gaps, each if it is offered.
      for (const phase of [undefined, 'Make my plan', 'All gaps']) {
        if (phase !== undefined && !labels(user.last).some((label) => label.startsWith(phase))) continue
        if (phase !== undefined) await user.press(phase)
        const counts: number[] = []
        for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
          counts.push(leftOn(user))
          const rating = answerer(row)
          await (rating === null ? user.press('Skip') : user.pick(rating + 1))
        }
        for (const [index, left] of counts.entries()) {
          const before = counts[index - 1] ?? Number.POSITIVE_INFINITY
          expect(left, `person ${person}, ${phase ?? 'level'}: ${counts.join(' ')}`).toBeLessThanOrEqual(before + 1)
          // It is never more than there are questions.
          expect(left + index).toBeLessThanOrEqual(role.rows.size)
        }
        expect(counts.length).toBeGreaterThan(0)
        phases.add(phase)
      }
    }
    expect(phases).toContain('All gaps')
  },
)

test('going back shows the count of that question again', async () => {
  const random = seededRandom(SEED + 1)
  const user = harness.newUser()
  const answerer = randomAnswerer(random)
  await user.say('/assess ml-engineer guided')
  const counts: number[] = []
  for (let row = questionIn(user.last, role); row && counts.length < 12; row = questionIn(user.last, role)) {
    counts.push(leftOn(user))
    const rating = answerer(row)
    await (rating === null ? user.press('Skip') : user.pick(rating + 1))
  }
  for (const left of counts.toReversed()) {
    await user.press('Back')
    expect(leftOn(user)).toBe(left)
  }
})

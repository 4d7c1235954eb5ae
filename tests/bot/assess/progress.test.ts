import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rating } from '../../../src/assessment/index.ts'
import type { Role, Row } from '../../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { type SeededRandom, seededRandom, seedOf } from '../../seeded-random.ts'
import { items, labels, notes, paragraphs } from '../read-message.ts'
import { answerAll, profile, questionIn, roleIn, start } from './drive.ts'
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

/** How many questions a card says are left; undefined if it takes as many as it takes. */
function leftOn(user: TestUser): number | undefined {
  const progress = user.last.blocks.find((block) => block.type === 'progress')
  const label = progress?.type === 'progress' ? progress.label : ''
  if (label.endsWith('almost done')) return 0
  if (label.endsWith('until it is clear')) return undefined
  const [, left] = / · (?:about|up to) (\d+) more$/u.exec(label) ?? []
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
        const counts: (number | undefined)[] = []
        for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
          counts.push(leftOn(user))
          const rating = answerer(row)
          await (rating === null ? user.press('Skip') : user.pick(rating + 1))
        }
        for (const [index, left] of counts.entries()) {
          const before = counts[index - 1] ?? Number.POSITIVE_INFINITY
          const after = left ?? Number.NEGATIVE_INFINITY
          expect(after, `person ${person}, ${phase ?? 'level'}: ${counts.join(' ')}`).toBeLessThanOrEqual(before + 1)
          // It is never more than there are questions.
          expect(after + index).toBeLessThanOrEqual(role.rows.size)
        }
        expect(counts.length).toBeGreaterThan(0)
        // Once no figure is said, none is until the level is settled.
        const from = counts.indexOf(undefined)
        expect(counts.slice(from < 0 ? counts.length : from).filter((left) => left !== undefined)).toEqual([])
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
  const counts: (number | undefined)[] = []
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

describe('a person between two levels', () => {
  /** The whole core of Middle, and every other of the others; the rest as at Junior. */
  function between(): (row: Row) => Rating {
    const others = [...role.rows.values()].filter(({ skill }) => skill.domain.slug !== 'machine-learning-ai')
    const half = new Set(others.filter((_, index) => index % 2 === 0))
    return (row) => profile(role, half.has(row) || !others.includes(row) ? 2 : 1)(row)
  }

  test.each([
    [
      'en',
      /^The core is settled, and you meet about half of the others: Junior or Middle\. Stopping now keeps the likelier one; at most (\d+) more questions settle it\.$/u,
    ],
    [
      'es',
      /^Lo esencial está claro y cumples más o menos la mitad de las demás: Junior o Middle\. Si paras ahora, vale lo más probable; con (\d+) preguntas más, como mucho, queda claro\.$/u,
    ],
  ] as const)(
    'is told so from when they can stop, and what stopping means, until the level is settled (%s)',
    async (locale, sentence) => {
      const user = harness.newUser(locale)
      const answerer = between()
      await start(user)
      const seen: (number | undefined)[] = []
      const stops: boolean[] = []
      for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
        const [, most] = sentence.exec(notes(user.last)[0] ?? '') ?? []
        seen.push(most === undefined ? undefined : Number(most))
        stops.push(labels(user.last).includes(locale === 'es' ? 'Parar aquí' : 'Stop here'))
        // No button names a level.
        expect(labels(user.last).filter((label) => /Junior|Middle/u.test(label))).toEqual([])
        await user.pick(answerer(row) + 1)
      }
      const first = seen.findIndex((most) => most !== undefined)
      expect(first).toBeGreaterThanOrEqual(10)
      // The bound holds: so many questions are left in the role.
      expect(seen.slice(first)).toEqual(seen.slice(first).map((_, index) => role.rows.size - first - index))
      expect(stops.slice(first).every(Boolean)).toBe(true)
      expect(seen.length - first).toBeGreaterThan(10)
    },
  )

  test('is never told 100 % while questions are left: what is certain by the rule is said so', async () => {
    const user = harness.newUser()
    await start(user)
    await answerAll(user, role, between())
    const message = await user.press('Show my result')
    const [result] = await user.results()
    const all = paragraphs(message).join('\n')
    // Fewer than half of those asked are met: the level rests on the others.
    expect(all).toMatch(/Others: (\d+) of \d+ met \(\d+ needed\)/u)
    expect(all).toContain(
      'So far fewer of the others are met than needed: Middle rests on those that were not asked, as estimated.',
    )
    expect(all).not.toContain('100 %')
    const left = role.rows.size - (result?.ratings.length ?? 0)
    expect(left).toBeGreaterThan(0)
    const beginner = harness.newUser()
    await start(beginner)
    await answerAll(beginner, role, () => 0)
    expect(paragraphs(await beginner.press('Show my result'))).toContain(
      'Certain by the rule: the 49 questions that were not asked can change nothing.',
    )
    await beginner.say('/profile')
    expect(items(beginner.last)[0]?.text).toMatch(/: not yet Junior, certain by the rule$/u)
  })

  test('for one level, is told that it is open whether they are ready', async () => {
    const user = harness.newUser()
    const answerer = between()
    await user.say('/assess ml-engineer middle guided')
    const notices: boolean[] = []
    for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
      notices.push(
        notes(user.last).some((text) =>
          text.startsWith(
            'The core is settled, and you meet about half of the others: whether you are ready for Middle is still open.',
          ),
        ),
      )
      await user.pick(answerer(row) + 1)
    }
    expect(notices.indexOf(true)).toBeGreaterThanOrEqual(10)
    expect(notices.slice(notices.indexOf(true)).every(Boolean)).toBe(true)
  })
})

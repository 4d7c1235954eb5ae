import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rating } from '../../../src/assessment/index.ts'
import type { Role, Row } from '../../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { type SeededRandom, seededRandom, seedOf } from '../../seeded-random.ts'
import { headings, items, labels, notes, paragraphs } from '../read-message.ts'
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

function progressOf(user: TestUser): string {
  const progress = user.last.blocks.find((block) => block.type === 'progress')
  return progress?.type === 'progress' ? progress.label : ''
}

/** The part of the bar that is full. */
function shareOf(user: TestUser): number {
  const progress = user.last.blocks.find((block) => block.type === 'progress')
  return progress?.type === 'progress' ? progress.done / progress.total : 0
}

/** How many questions a card says are left; undefined if it takes as many as it takes. */
function leftOn(user: TestUser): number | undefined {
  const label = progressOf(user)
  if (label.endsWith('almost done')) return 0
  if (/ · (?:too close to call so far|probably .+)$/u.test(label)) return undefined
  const [, left] = / · (?:about|up to) (\d+) (?:to go|more)$/u.exec(label) ?? []
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
      // Until the level is settled, then for a plan and for all gaps, each if it is offered.
      for (const phase of [undefined, 'Make my plan', 'Find all gaps']) {
        if (phase !== undefined && !labels(user.last).some((label) => label.startsWith(phase))) continue
        if (phase !== undefined) await user.press(phase)
        const counts: (number | undefined)[] = []
        let share = 0
        for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
          counts.push(leftOn(user))
          expect(shareOf(user), `the bar at question ${counts.length}`).toBeGreaterThanOrEqual(share)
          share = shareOf(user)
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
    expect(phases).toContain('Find all gaps')
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
    await user.press('Change')
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

  const EDGE = {
    en: /^The core is clear[ ;].*Junior.*Middle\. About (\d+) more questions? will decide it, (\d+) at most\. If you stop now, the result gives the likelier level and how likely it is, or both levels if neither is above 50%\.$/u,
    es: /^Lo esencial está claro.* Junior .* Middle\. Se aclara con (?:unas (\d+)|una o dos) preguntas más, (\d+) como mucho\. Si paras ahora, el resultado indica el nivel más probable y su probabilidad, o los dos niveles si ninguno pasa del 50 %\.$/u,
  }

  test.each([
    ['en', 'Stop here', / · (?:too close to call|probably .+) so far$/u],
    ['es', 'Parar aquí', / · por ahora, (?:resultado muy ajustado|probablemente .+)$/u],
  ] as const)(
    'is told so once they can stop, with a bound that the introduction said, and then by the progress alone (%s)',
    async (locale, stop, short) => {
      const user = harness.newUser(locale)
      const answerer = between()
      await user.say('/assess ml-engineer')
      const intro = paragraphs(user.last).join('\n')
      const [, most] = /; (?:up to|hasta) (\d+) /u.exec(intro) ?? []
      await user.press(locale === 'es' ? 'Descubrir mi nivel' : 'Find my level')
      const bounds: (number | undefined)[] = []
      const shorts: boolean[] = []
      for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
        const [, , bound] = notes(user.last).flatMap((text) => EDGE[locale].exec(text) ?? [])
        bounds.push(bound === undefined ? undefined : Number(bound))
        shorts.push(short.test(progressOf(user)))
        expect(!shorts.at(-1) || labels(user.last).includes(stop)).toBe(true)
        // No button names a level.
        expect(labels(user.last).filter((label) => /Junior|Middle/u.test(label))).toEqual([])
        await user.pick(answerer(row) + 1)
      }
      const first = bounds.findIndex((bound) => bound !== undefined)
      expect(first).toBeGreaterThanOrEqual(10)
      expect(first + (bounds[first] ?? 0)).toBe(Number(most))
      expect(bounds.filter((bound) => bound !== undefined)).toHaveLength(1)
      expect(shorts.slice(0, first).some(Boolean)).toBe(false)
      expect(shorts.slice(first).every(Boolean)).toBe(true)
      expect(shorts.length - first).toBeGreaterThan(10)
    },
  )

  test('reads on the card what a stop would then say: too close only while the result is not likely', async () => {
    const stops: { readonly isLikely: boolean; readonly agrees: boolean }[] = []
    const wanted = [false, true]
    for (let seed = 1; seed <= 30 && !wanted.every((each) => stops.some((stop) => stop.isLikely === each)); seed += 1) {
      const random = seededRandom(seed)
      const user = harness.newUser()
      await user.say('/assess ml-engineer senior')
      await user.press('Am I ready for Senior?')
      let wasClose = false
      for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
        const label = progressOf(user)
        const isClose = label.endsWith('too close to call so far')
        const isLikely = / · probably (?:ready so far|not ready yet)$/u.test(label)
        // Stops at the first card that is close, or at one that no longer is.
        if ((isClose && stops.every((stop) => stop.isLikely)) || (isLikely && wasClose)) {
          const lean = label.includes('not ready') ? 'not ready for Senior yet' : 'ready for Senior'
          const message = await user.press('Stop here')
          const [, percent = '0'] = /(\d+)% sure/u.exec(paragraphs(message).join('\n')) ?? []
          const isVerdict = headings(message)[0] === `ML Engineer: ${lean}`
          stops.push({ isLikely, agrees: isLikely ? Number(percent) >= 75 && isVerdict : Number(percent) <= 75 })
          break
        }
        wasClose ||= isClose
        const isOther = row.skill.domain.slug !== 'machine-learning-ai'
        await user.pick(profile(role, isOther && random.next() < 0.4 ? 2 : 3)(row) + 1)
      }
    }
    expect(new Set(stops.map(({ isLikely }) => isLikely))).toEqual(new Set(wanted))
    expect(stops.every(({ agrees }) => agrees)).toBe(true)
  })

  test('is told of half of the others only after five answers about them, and never more than was said at first', async () => {
    const random = seededRandom(SEED + 2)
    const seen = { settled: 0 }
    for (let person = 0; person < 14; person += 1) {
      const user = harness.newUser()
      const line = random.next() < 0.5 ? '/assess ml-engineer' : '/assess ml-engineer middle'
      await user.say(line)
      const [, most] = /; up to (\d+) /u.exec(paragraphs(user.last).join('\n')) ?? []
      await user.press(line.endsWith('middle') ? 'Am I ready for Middle?' : 'Find my level')
      const chance = 0.3 + 0.4 * random.next()
      const others = { answered: 0, questions: 0 }
      for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
        const edge = notes(user.last).find((text) => text.startsWith('The core is clear')) ?? ''
        const [, left = '0', bound = '0'] =
          /About (\d+) more questions? will decide it, (\d+) at most/u.exec(edge) ?? []
        expect(Number(bound) === 0 || others.questions + Number(bound) <= Number(most)).toBe(true)
        expect(Number(left)).toBeLessThanOrEqual(Number(bound))
        expect(edge.includes('about half') && others.answered < 5).toBe(false)
        seen.settled += Number(edge.includes('the other skills decide'))
        const isOther = row.skill.domain.slug !== 'machine-learning-ai'
        others.questions += 1
        others.answered += Number(isOther)
        await user.pick(profile(role, isOther && random.next() < chance ? 1 : 2)(row) + 1)
      }
    }
    expect(seen.settled).toBeGreaterThan(0)
  })

  test('is never told 100 % while questions are left: what is settled by your answers is said so', async () => {
    const user = harness.newUser()
    await start(user)
    await answerAll(user, role, between())
    const message = await user.press('Show my result')
    const [result] = await user.results()
    const all = paragraphs(message).join('\n')
    // Fewer than half of those asked are met: the level rests on the others.
    expect(all).toMatch(/Others: (\d+) of the \d+ you answered are met \(\d+ of those needed\)/u)
    expect(all).toContain(
      'Going only by what you rated, you’d be short of Middle: the result rests on estimates for the skills I didn’t ask about.',
    )
    expect(all).not.toContain('100 %')
    const left = role.rows.size - (result?.ratings.length ?? 0)
    expect(left).toBeGreaterThan(0)
    const beginner = harness.newUser()
    await start(beginner)
    await answerAll(beginner, role, () => 0)
    expect(paragraphs(await beginner.press('Show my result'))).toContain(
      '9 skills asked about; 49 not asked. Settled by your answers: the remaining skills can’t change the result.',
    )
    await beginner.say('/profile')
    expect(items(beginner.last)[0]?.text).toMatch(/: below Junior, settled by your answers$/u)
  })

  test('for one level, is told that it is open whether they are ready', async () => {
    const user = harness.newUser()
    const answerer = between()
    await user.say('/assess ml-engineer middle guided')
    const notices: string[][] = []
    for (let row = questionIn(user.last, role); row; row = questionIn(user.last, role)) {
      notices.push(notes(user.last).filter((text) => text.startsWith('The core is clear')))
      await user.pick(answerer(row) + 1)
    }
    expect(notices.findIndex((each) => each.length > 0)).toBeGreaterThanOrEqual(10)
    expect(notices.flat()).toEqual([expect.stringMatching(/you’re ready for Middle/u)])
  })
})

import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  assessedRole,
  countedSkills,
  coverageByDomain,
  coverageByLevel,
  gapsInOrder,
  gapsOf,
  gradeOf,
  type Rating,
  type RatingOf,
  stillNeeded,
  strengthsOf,
} from '../../src/assessment/index.ts'
import { type CatalogIndex, isCore, type Role, rankOf } from '../../src/catalog/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'

let own: CatalogIndex
let fixture: CatalogIndex

beforeAll(async () => {
  own = await openCatalog(ownCatalog)
  fixture = await openCatalog(fixtureCatalog)
})

function role(slug: string): Role {
  const match = own.catalog.roles.get(slug) ?? fixture.catalog.roles.get(slug)
  if (!match) throw new Error(`no ${slug}`)
  return match
}

const ROLES = ['ml-engineer', 'backend-engineer', 'data-engineer', 'ml-researcher'] as const

/** A possible answer to a skill: a rating, a skip, or none. */
const possibleRating = fc.constantFrom<Rating | null | undefined>(0, 1, 2, 3, 4, null, undefined)

function ratingsOf(each: Role, next: () => Rating | null | undefined): Map<string, Rating | null | undefined> {
  return new Map([...each.rows.keys()].map((slug) => [slug, next()]))
}

/** A person near a level: some ratings are one step higher or lower. */
const about = fc.record({
  level: fc.nat({ max: 6 }),
  noise: fc.infiniteStream(fc.constantFrom(-2, -1, 0, 0, 0, 0, 0, 1, 2)),
})

function ratingsAbout(each: Role, level: number, noise: Stream): Map<string, Rating> {
  return new Map(
    [...each.rows.values()].map((row) => {
      const reached = row.cells.slice(0, level + 1).reduce((most, cell) => Math.max(most, rankOf(cell)), 0)
      const rating = Math.min(4, Math.max(0, reached + (noise.next().value ?? 0)))
      return [row.skill.slug, rating as Rating]
    }),
  )
}

type Stream = { next(): { value: number } }

describe('coverage', () => {
  test('by level counts every expectation once, in whole numbers, and only what was answered as met or not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.infiniteStream(possibleRating), (slug, stream) => {
        const each = role(slug)
        const ratings = ratingsOf(each, () => stream.next().value)
        const levels = coverageByLevel(each, (skill) => ratings.get(skill))
        expect(levels).toHaveLength(each.levels.length)
        for (const [index, coverage] of levels.entries()) {
          const expecting = [...each.rows.values()].filter((row) => row.cells[index])
          const { met, unmet, skipped, notAsked } = coverage
          for (const count of [met, unmet, skipped, notAsked]) expect(Number.isInteger(count) && count >= 0).toBe(true)
          expect(met + unmet + skipped + notAsked).toBe(expecting.length)
          expect(notAsked).toBe(expecting.filter((row) => ratings.get(row.skill.slug) === undefined).length)
          expect(skipped).toBe(expecting.filter((row) => ratings.get(row.skill.slug) === null).length)
          expect(met).toBe(
            expecting.filter((row) => (ratings.get(row.skill.slug) ?? -1) >= rankOf(row.cells[index])).length,
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  test('by domain adds up to that of the level, in the role’s order and without domains that expect nothing there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.infiniteStream(possibleRating),
        fc.nat({ max: 6 }),
        (slug, stream, wanted) => {
          const each = role(slug)
          const level = wanted % each.levels.length
          const ratings = ratingsOf(each, () => stream.next().value)
          const ratingOf: RatingOf = (skill) => ratings.get(skill)
          const domains = coverageByDomain(each, level, ratingOf)
          const total = { met: 0, unmet: 0, skipped: 0, notAsked: 0 }
          for (const { domain, coverage } of domains) {
            expect(coverageByLevel(each, ratingOf, domain)[level]).toEqual(coverage)
            total.met += coverage.met
            total.unmet += coverage.unmet
            total.skipped += coverage.skipped
            total.notAsked += coverage.notAsked
            expect(coverage.met + coverage.unmet + coverage.skipped + coverage.notAsked).toBeGreaterThan(0)
          }
          expect(total).toEqual(coverageByLevel(each, ratingOf)[level])
          const order = each.domains.map(({ domain }) => domain.slug)
          const slugs = domains.map(({ domain }) => domain.slug)
          expect(slugs).toEqual(order.filter((domain) => slugs.includes(domain)))
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('gaps', () => {
  test('come mandatory first, answered before estimated, smallest step first, then in the role’s order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.infiniteStream(possibleRating),
        fc.nat({ max: 6 }),
        (slug, stream, wanted) => {
          const each = role(slug)
          const level = wanted % each.levels.length
          const ratings = ratingsOf(each, () => stream.next().value)
          const slugs = [...each.rows.keys()]
          const gaps = gapsInOrder(each, level, slugs, (skill) => ratings.get(skill))
          expect(gaps.map((gap) => gap.row.skill.slug).toSorted()).toEqual(
            slugs.filter((skill) => each.rows.get(skill)?.cells[level]).toSorted(),
          )
          for (const [index, gap] of gaps.entries()) {
            const cell = gap.row.cells[level]
            expect(gap).toMatchObject({
              required: rankOf(cell),
              rating: ratings.get(gap.row.skill.slug),
              mandatory: cell?.mandatory === true,
            })
            const before = gaps[index - 1]
            if (!before) continue
            const rank = (entry: typeof gap) => [
              entry.mandatory ? 0 : 1,
              entry.rating === undefined ? 1 : 0,
              entry.required - (entry.rating ?? 0),
              slugs.indexOf(entry.row.skill.slug),
            ]
            const [a, b] = [rank(before), rank(gap)]
            const differs = a.findIndex((value, at) => value !== b[at])
            expect(a[differs]).toBeLessThan(b[differs] ?? 0)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test('are only the requested ones that the level expects', () => {
    const each = role('backend-engineer')
    const gaps = gapsInOrder(each, 0, ['python', 'mentoring', 'knitting'], () => undefined)
    expect(gaps.map((gap) => gap.row.skill.slug)).toEqual(['python'])
  })

  test('of an example are in the order to close them', () => {
    const each = role('backend-engineer')
    const ratings = new Map<string, Rating | null>([
      ['python', 0],
      ['unit-testing', 2],
      ['sql', 0],
      ['rest-apis', null],
    ])
    const senior = 2
    const gaps = gapsInOrder(each, senior, [...each.rows.keys()], (skill) => ratings.get(skill))
    expect(gaps.map(({ row, mandatory }) => [row.skill.slug, mandatory])).toEqual([
      ['python', true],
      ['code-review', true],
      ['monitoring', true],
      ['unit-testing', false],
      ['sql', false],
      ['rest-apis', false],
      ['technical-writing', false],
      ['containers', false],
    ])
  })
})

describe('the number still needed', () => {
  test.each(ROLES)('of each part, closed, raises the grade, and one fewer of either does not: %s', (slug) => {
    const each = role(slug)
    const assessed = assessedRole(each)
    fc.assert(
      fc.property(about, ({ level, noise }) => {
        const ratings = ratingsAbout(each, level % each.levels.length, noise)
        const grade = gradeOf(assessed, ratings)
        if (grade === each.levels.length) return
        const gaps = gapsOf(assessed, ratings, grade)
        const { core, breadth } = stillNeeded(assessed, grade, gaps, () => false)
        const counted = (part: 'core' | 'breadth') =>
          countedSkills(assessed, grade, part).filter((id) => gaps.includes(id))
        expect(core.gaps + breadth.gaps).toBe(counted('core').length + counted('breadth').length)
        const after = (inCore: number, others: number) => {
          const closed = new Map<string, Rating>(ratings)
          for (const id of [...counted('core').slice(0, inCore), ...counted('breadth').slice(0, others)]) {
            closed.set(id, rankOf(each.rows.get(id)?.cells[grade]) as Rating)
          }
          return gradeOf(assessed, closed)
        }
        expect(after(core.need, breadth.need)).toBeGreaterThan(grade)
        // With one fewer of a part that needs any, the grade stays.
        const fewer = [
          core.need > 0 ? after(core.need - 1, breadth.need) : grade,
          breadth.need > 0 ? after(core.need, breadth.need - 1) : grade,
        ]
        expect(fewer).toEqual([grade, grade])
      }),
      { numRuns: 60 },
    )
  })

  test('counts neither skipped skills nor gaps that the level does not count', () => {
    const assessed = assessedRole(role('ml-engineer'))
    // Principal counts 18 others of 49; Cursor IDE is not among them.
    const none = stillNeeded(assessed, 4, ['cursor-ide', 'graphql-design'], () => false)
    expect(none).toEqual({ core: { need: 0, gaps: 0 }, breadth: { need: 0, gaps: 0 } })
    const counted = countedSkills(assessed, 4, 'breadth')
    const unmet = counted.slice(0, 12)
    expect(stillNeeded(assessed, 4, unmet, () => false).breadth).toEqual({ need: 3, gaps: 12 })
    const skipped = new Set(counted.slice(16))
    expect(stillNeeded(assessed, 4, unmet, (id) => skipped.has(id)).breadth).toEqual({ need: 4, gaps: 12 })
  })
})

describe('strengths', () => {
  test('are all answered skills above what the level expects, furthest first, the core before others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.infiniteStream(possibleRating),
        fc.nat({ max: 6 }),
        (slug, stream, wanted) => {
          const each = role(slug)
          const level = wanted % each.levels.length
          const ratings = ratingsOf(each, () => stream.next().value)
          const strengths = strengthsOf(each, level, (skill) => ratings.get(skill))
          for (const [index, { row, rating, above }] of strengths.entries()) {
            expect(rating).toBe(ratings.get(row.skill.slug))
            expect(above).toBe(rating - rankOf(row.cells[level]))
            expect(above).toBeGreaterThan(0)
            expect(row.cells[level]).not.toBeNull()
            const before = strengths[index - 1]
            expect(before?.above ?? 9).toBeGreaterThanOrEqual(above)
            // Of those that lead by as much, the core comes first.
            expect(before?.above === above && isCore(each, row.skill) && !isCore(each, before.row.skill)).toBe(false)
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})

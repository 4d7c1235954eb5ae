import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  assessedRole,
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
import { type CatalogIndex, type Role, rankOf } from '../../src/catalog/index.ts'
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
      const reached = row.cells
        .slice(0, level + 1)
        .reduce((most, cell) => Math.max(most, rankOf(cell?.proficiency ?? null)), 0)
      const rating = Math.min(4, Math.max(0, reached + (noise.next().value ?? 0)))
      return [row.skill.slug, rating as Rating]
    }),
  )
}

/** The role with all its mandatory flags known: set for these skills alone. */
function withMandatory(each: Role, mandatory: readonly string[]): Role {
  const domains = each.domains.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => cell && { ...cell, mandatory: mandatory.includes(row.skill.slug) }),
    })),
  }))
  return { ...each, domains, rows: new Map(domains.flatMap(({ rows }) => rows.map((row) => [row.skill.slug, row]))) }
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
            expecting.filter(
              (row) => (ratings.get(row.skill.slug) ?? -1) >= rankOf(row.cells[index]?.proficiency ?? null),
            ).length,
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
          for (const { coverage } of domains) {
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
              required: rankOf(cell?.proficiency ?? null),
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
  test('is the least number that makes four in five, in whole numbers', () => {
    for (const slug of ROLES) {
      const each = role(slug)
      for (const level of each.levels.keys()) {
        const expected = [...each.rows.values()].filter((row) => row.cells[level]).length
        for (let gaps = 0; gaps <= expected; gaps += 1) {
          const need = stillNeeded(each, level, gaps)
          const met = expected - gaps
          expect(Number.isInteger(need)).toBe(true)
          expect(5 * (met + need)).toBeGreaterThanOrEqual(4 * expected)
          expect(need === 0 || 5 * (met + need - 1) < 4 * expected).toBe(true)
        }
      }
    }
  })

  test.each(ROLES)('closed, raises the grade, and one fewer does not: %s', (slug) => {
    expect(() => verifyStillNeeded(role(slug))).not.toThrow()
  })

  test('does so too if all mandatory flags are known, and four in five of those must be met as well', () => {
    const marked = withMandatory(role('ml-engineer'), [
      'pytorch',
      'mlflow',
      'model-serving',
      'ml-pipelines',
      'unit-testing',
    ])
    expect(() => verifyStillNeeded(marked)).not.toThrow()
  })

  function verifyStillNeeded(each: Role): void {
    const assessed = assessedRole(each)
    fc.assert(
      fc.property(about, ({ level, noise }) => {
        const ratings = ratingsAbout(each, level % each.levels.length, noise)
        const grade = gradeOf(assessed, ratings)
        if (grade === each.levels.length) return
        const order = gapsInOrder(each, grade, gapsOf(assessed, ratings, grade), (skill) => ratings.get(skill))
        const need = stillNeeded(each, grade, order.length, order.filter((gap) => gap.mandatory).length)
        const after = (count: number) => {
          const closed = new Map(ratings)
          for (const gap of order.slice(0, count)) closed.set(gap.row.skill.slug, gap.required as Rating)
          return gradeOf(assessed, closed)
        }
        expect(after(need), `${need} of ${order.length} closed`).toBeGreaterThan(grade)
        expect(after(Math.max(0, need - 1))).toBe(grade)
      }),
      { numRuns: 60 },
    )
  }
})

describe('strengths', () => {
  test('are answered skills above what the level expects, furthest first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.infiniteStream(possibleRating),
        fc.nat({ max: 6 }),
        fc.nat({ max: 8 }),
        (slug, stream, wanted, most) => {
          const each = role(slug)
          const level = wanted % each.levels.length
          const ratings = ratingsOf(each, () => stream.next().value)
          const strengths = strengthsOf(each, level, (skill) => ratings.get(skill), most)
          expect(strengths.length).toBeLessThanOrEqual(most)
          for (const [index, { row, rating, above }] of strengths.entries()) {
            expect(rating).toBe(ratings.get(row.skill.slug))
            expect(above).toBe(rating - rankOf(row.cells[level]?.proficiency ?? null))
            expect(above).toBeGreaterThan(0)
            expect(row.cells[level]).not.toBeNull()
            expect(strengths[index - 1]?.above ?? 9).toBeGreaterThanOrEqual(above)
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})

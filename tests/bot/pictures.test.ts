import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rating } from '../../src/assessment/index.ts'
import { levelsHeatMap, resultHeatMap, roleHeatMap, rolesHeatMap } from '../../src/bot/views/heat-maps.ts'
import { proficiencyLetter } from '../../src/bot/views/proficiency.ts'
import { levelsRadar, resultRadar } from '../../src/bot/views/radars.ts'
import { type Row, rankOf, sharedLevels } from '../../src/catalog/index.ts'
import { translator } from '../../src/i18n/index.ts'
import { altText, type HeatMap } from '../../src/message/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'

// What the pictures of the ladder show, and what the words for people who do not see them say, against the catalog.

const { catalog } = await openCatalog(ownCatalog)
const role = catalog.roles.get('ml-engineer')
if (!role) throw new Error('no ML Engineer')
const [junior, middle, senior] = role.levels
if (!junior || !middle || !senior) throw new Error('no levels')
const t = translator('en')
const EVERYTHING = Number.POSITIVE_INFINITY

const letterOf = (row: Row, level: number): string => {
  const cell = row.cells[level] ?? null
  return cell ? proficiencyLetter(cell.step, t) : '—'
}

const rankAt = (row: Row, level: number): number => rankOf(row.cells[level])

/** The signs of a row of a heat map by the row's label. */
function signsByRow({ groups }: HeatMap): ReadonlyMap<string, readonly string[]> {
  return new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.label, row.cells.map(({ sign }) => sign)])))
}

describe('the alt text of a matrix', () => {
  const text = altText(roleHeatMap(role, t), EVERYTHING)

  test('has every requirement of the catalog, by domain', () => {
    for (const { domain, rows } of role.domains) {
      const lines = rows.map((row) => `${row.skill.name} ${role.levels.map((_, at) => letterOf(row, at)).join(' ')}`)
      expect(text).toContain(`${domain.name['en']}: ${lines.join('; ')}.`)
    }
  })

  test('names the levels and what the letters mean', () => {
    expect(text).toContain('Junior, Middle, Senior, Lead / Staff, Principal.')
    expect(text).toContain('A = Awareness, W = Working, V = Advanced, E = Expert, — = nothing expected.')
  })

  test('has the counts of each domain if a platform takes less', () => {
    const short = altText(roleHeatMap(role, t), 2000)
    expect(short.length).toBeLessThanOrEqual(2000)
    for (const { domain, rows } of role.domains) {
      const counts = role.levels.map((_, at) =>
        ['A', 'W', 'V', 'E', '—']
          .map((letter) => [rows.filter((row) => letterOf(row, at) === letter).length, letter] as const)
          .filter(([count]) => count > 0)
          .map(([count, letter]) => `${count} ${letter}`)
          .join(', '),
      )
      expect(short).toContain(`${domain.name['en']}: ${counts.join('; ')}.`)
    }
  })

  test('never has more than it may', () => {
    for (const most of [1024, 400, 100, 5, 0])
      expect(altText(roleHeatMap(role, t), most).length).toBeLessThanOrEqual(most)
  })
})

describe('the difference of two levels', () => {
  const map = levelsHeatMap(role, senior, junior, t)

  test('has both requirements and the steps between them, for every skill that either expects', () => {
    const signs = signsByRow(map)
    const [from, to] = [role.levels.indexOf(senior), role.levels.indexOf(junior)]
    const rows = [...role.rows.values()].filter((row) => rankAt(row, from) + rankAt(row, to) > 0)
    expect([...signs.keys()].toSorted()).toEqual(rows.map((row) => row.skill.name).toSorted())
    for (const row of rows) {
      const steps = rankAt(row, to) - rankAt(row, from)
      const sign = steps === 0 ? '=' : steps > 0 ? `+${steps}` : `−${-steps}`
      expect(signs.get(row.skill.name)).toEqual([letterOf(row, from), letterOf(row, to), sign])
    }
  })

  test('explains every sign once, the nearest first', () => {
    expect(map.legend.map(({ sign, means }) => `${sign} ${means}`)).toEqual([
      'A Awareness',
      'W Working',
      'V Advanced',
      'E Expert',
      '−1 1 step lower',
      '−2 2 steps lower',
    ])
  })
})

describe('the difference of two roles', async () => {
  const fixtures = await openCatalog(fixtureCatalog)
  const [first, second] = [...fixtures.catalog.roles.values()].filter(({ levels }) => levels.length > 1)
  if (!first || !second) throw new Error('no two roles')
  const pairs = sharedLevels(first, second)

  test('has for every shared level what the second expects more or less', () => {
    expect(pairs.length).toBeGreaterThan(1)
    const signs = signsByRow(rolesHeatMap(first, second, pairs, t))
    expect(signs.size).toBeGreaterThan(3)
    for (const [name, row] of signs) {
      const slug = [...fixtures.catalog.skills.values()].find((skill) => skill.name === name)?.slug ?? ''
      const [a, b] = [first.rows.get(slug), second.rows.get(slug)]
      const steps = pairs.map(([i, j]) => [a ? rankAt(a, i) : 0, b ? rankAt(b, j) : 0] as const)
      expect(row).toEqual(
        steps.map(([x, y]) => (x + y === 0 ? '—' : x === y ? '=' : y > x ? `+${y - x}` : `−${x - y}`)),
      )
    }
  })

  test('at one level has both requirements too', () => {
    const map = rolesHeatMap(first, second, pairs.slice(0, 1), t)
    expect(map.columns.map(({ label }) => label)).toEqual([first.name, second.name, 'Difference'])
    expect(map.legend.some(({ means }) => means.includes(first.name) || means.includes(second.name))).toBe(true)
  })
})

/** As Spanish writes it. */
const tenths = (value: number): string => (Math.round(value * 10) / 10).toFixed(1).replace('.', ',')

const anyRating = fc.constantFrom<Rating | null | undefined>(0, 1, 2, 3, 4, null, undefined)
const anyRatings = fc.array(anyRating, { minLength: 58, maxLength: 58 })
const skills = [...role.rows.keys()]

describe('a person’s result', () => {
  test('shows each answer as given, and no other skill as answered', () => {
    fc.assert(
      fc.property(anyRatings, fc.array(fc.constantFrom(...skills)), (ratings, estimated) => {
        const ratingOf = (skill: string) => ratings[skills.indexOf(skill)]
        const level = role.levels.indexOf(senior)
        const signs = signsByRow(resultHeatMap(role, level, ratingOf, new Set(estimated), t))
        for (const [slug, row] of role.rows) {
          if (!row.cells[level]) continue
          const rating = ratingOf(slug)
          const required = rankAt(row, level)
          const own = rating === undefined ? '?' : rating === null ? '/' : (['0', 'A', 'W', 'V', 'E'][rating] ?? '')
          const comparison =
            rating === undefined
              ? estimated.includes(slug)
                ? '~'
                : '?'
              : rating === null
                ? '/'
                : rating === required
                  ? '✓'
                  : rating > required
                    ? `+${rating - required}`
                    : `−${required - rating}`
          expect(signs.get(row.skill.name)).toEqual([own, letterOf(row, level), comparison])
        }
      }),
      { numRuns: 50 },
    )
  })

  test('by domain has the averages of the skills that were rated', () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const ratingOf = (skill: string) => ratings[skills.indexOf(skill)]
        const level = role.levels.indexOf(middle)
        const radar = resultRadar(role, level, ratingOf, translator('es'))
        expect(radar.axes).toHaveLength(14)
        for (const [at, { rows }] of role.domains.entries()) {
          const rated = rows.filter((row) => row.cells[level] && typeof ratingOf(row.skill.slug) === 'number')
          const ranks = [rated.map((row) => ratingOf(row.skill.slug) ?? 0), rated.map((row) => rankAt(row, level))]
          const texts = ranks.map((each) =>
            each.length === 0 ? '—' : tenths(each.reduce<number>((sum, rank) => sum + rank, 0) / each.length),
          )
          expect(radar.axes[at]?.values.map(({ text }) => text)).toEqual(texts)
          expect(radar.axes[at]?.values.map((value) => (value.at === null ? '—' : tenths(value.at)))).toEqual(texts)
        }
      }),
      { numRuns: 50 },
    )
  })
})

test('the alt text of a radar has the figures of every domain', () => {
  const radar = levelsRadar(role, [senior, junior], t)
  const text = altText(radar, EVERYTHING)
  expect(text).toContain('Senior, Junior.')
  expect(text).toContain('(1 = Awareness, 2 = Working, 3 = Advanced, 4 = Expert)')
  for (const { domain, rows } of role.domains) {
    const [high, low] = [2, 0].map((level) =>
      (rows.reduce((sum, row) => sum + rankAt(row, level), 0) / rows.length).toFixed(1),
    )
    expect(text).toContain(`${domain.name['en']}: ${high}, ${low}.`)
  }
})

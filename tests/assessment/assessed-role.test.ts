import { beforeAll, describe, expect, test } from 'vitest'
import { assessedRole, assessmentWarnings, gradeOf, levelCounts, profileOf } from '../../src/assessment/index.ts'
import type { Catalog, CatalogIndex, Role, RoleCore } from '../../src/catalog/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'

let own: CatalogIndex
let fixture: CatalogIndex

beforeAll(async () => {
  own = await openCatalog(ownCatalog)
  fixture = await openCatalog(fixtureCatalog)
})

function roleOf({ catalog }: CatalogIndex, slug: string): Role {
  const role = catalog.roles.get(slug)
  if (!role) throw new Error(`no ${slug}`)
  return role
}

/** A catalog with one role of the fixture, with another core. */
function withCore(slug: string, core: (role: Role) => RoleCore): Catalog {
  const role = roleOf(fixture, slug)
  return { ...fixture.catalog, roles: new Map([[slug, { ...role, core: core(role) }]]) }
}

describe('the role that the engine gets', () => {
  test('has the core that its file names: whole domains and single skills', () => {
    const coreOf = (role: Role) => assessedRole(role).skills.flatMap(({ id, core }) => (core ? [id] : []))
    expect(coreOf(roleOf(own, 'ml-engineer'))).toHaveLength(9)
    expect(coreOf(roleOf(fixture, 'backend-engineer'))).toEqual([
      'python',
      'unit-testing',
      'code-review',
      'rest-apis',
      'sql',
      'monitoring',
    ])
    expect(coreOf(roleOf(fixture, 'data-engineer'))).toEqual([])
  })

  test('has no core if one domain alone is assessed', () => {
    const role = roleOf(own, 'ml-engineer')
    const group = role.domains.find(({ domain }) => domain.slug === 'machine-learning-ai')
    const assessed = assessedRole(role, group?.domain ?? null)
    expect(assessed.skills).toHaveLength(9)
    expect(levelCounts(assessed, new Map())[0]).toMatchObject({ core: { expected: 0 }, breadth: { expected: 9 } })
  })

  test('grades the exact profiles of ML Engineer as their levels', () => {
    const assessed = assessedRole(roleOf(own, 'ml-engineer'))
    expect([1, 2, 3, 4, 5].map((level) => gradeOf(assessed, profileOf(assessed, level)))).toEqual([1, 2, 3, 4, 5])
  })
})

describe('the maintainer is warned', () => {
  test('of nothing in our own catalog', () => {
    expect(assessmentWarnings(own.catalog)).toEqual([])
  })

  test('of a role that names no core', () => {
    const warnings = assessmentWarnings(withCore('backend-engineer', () => ({ domains: [], skills: [] })))
    expect(warnings).toContain(
      'backend-engineer: has no core skills, so each level takes four in five of all its skills',
    )
  })

  test('of a level without a skill of the core', () => {
    const mentoring = ({ rows }: Role) =>
      [...rows.values()].flatMap(({ skill }) => (skill.slug === 'mentoring' ? [skill] : []))
    const warnings = assessmentWarnings(
      withCore('backend-engineer', (role) => ({ domains: [], skills: mentoring(role) })),
    )
    expect(warnings.filter((warning) => warning.includes('no core skill'))).toEqual(
      ['Junior', 'Middle', 'Senior'].map(
        (level) => `backend-engineer: ${level} expects no core skill, so half of the other skills are enough for it`,
      ),
    )
  })

  /** A role that expects at a level what it does at another one. */
  const withCellsOf = (at: number, other: number) => {
    const role = roleOf(own, 'ml-engineer')
    const domains = role.domains.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, cells: row.cells.with(at, row.cells[other] ?? null) })),
    }))
    const rows = new Map(domains.flatMap((group) => group.rows.map((row) => [row.skill.slug, row] as const)))
    return { ...own.catalog, roles: new Map([['ml-engineer', { ...role, domains, rows }]]) }
  }

  test('of a level whose own profile gets a higher grade', () => {
    expect(assessmentWarnings(withCellsOf(1, 0))).toEqual([
      'ml-engineer: someone who exactly meets Junior would be given Middle, because Middle asks for nearly the same things',
    ])
  })

  test('of a level whose own profile gets a lower grade, since a level below expects more', () => {
    expect(assessmentWarnings(withCellsOf(0, 4))).toContain(
      'ml-engineer: someone who exactly meets Middle would be given no level, because a level below it asks for more than Middle does',
    )
  })
})

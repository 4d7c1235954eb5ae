import { beforeAll, describe, expect, test } from 'vitest'
import {
  type CatalogIndex,
  type Cell,
  compareCells,
  compareLevels,
  compareRoles,
  DEFAULT_SCALE,
  type Level,
  type RequirementRelation,
  type Role,
  sharedLevels,
} from '../../src/catalog/index.ts'
import { fixtureCatalog, openCatalog } from '../fixtures/catalog.ts'
import { edited } from './edited-catalog.ts'

let catalogIndex: CatalogIndex
let backend: Role
let data: Role
let researcher: Role

beforeAll(async () => {
  catalogIndex = await openCatalog(fixtureCatalog)
  backend = roleNamed(catalogIndex, 'backend-engineer')
  data = roleNamed(catalogIndex, 'data-engineer')
  researcher = roleNamed(catalogIndex, 'ml-researcher')
})

function roleNamed({ catalog }: CatalogIndex, slug: string): Role {
  const role = catalog.roles.get(slug)
  if (!role) throw new Error(`there is no role ${slug}`)
  return role
}

function level(role: Role, slug: string): Level {
  const match = role.levels.find((entry) => entry.slug === slug)
  if (!match) throw new Error(`${role.slug} has no level ${slug}`)
  return match
}

function changes(role: Role, from: string, to: string): Record<string, string> {
  const entries = compareLevels(role, level(role, from), level(role, to))
  return Object.fromEntries(entries.map(({ row, change }) => [row.skill.slug, change]))
}

function standings(
  first: Role,
  second: Role,
  pairs = sharedLevels(first, second),
): Record<string, RequirementRelation> {
  return Object.fromEntries(compareRoles(first, second, pairs).map(({ skill, relation }) => [skill.slug, relation]))
}

describe('from one cell to another', () => {
  const cells: readonly Cell[] = [
    null,
    ...DEFAULT_SCALE.steps.map((step) => ({ proficiency: step.slug, step, mandatory: 'unknown' as const })),
  ]

  test('an expectation is gained, raised, lowered, dropped or the same', () => {
    const table = cells.map((from) => cells.map((to) => compareCells(from, to)))
    expect(table).toEqual([
      [null, 'gained', 'gained', 'gained', 'gained'],
      ['dropped', 'same', 'raised', 'raised', 'raised'],
      ['dropped', 'lowered', 'same', 'raised', 'raised'],
      ['dropped', 'lowered', 'lowered', 'same', 'raised'],
      ['dropped', 'lowered', 'lowered', 'lowered', 'same'],
    ])
  })

  test('a mandatory mark alone changes no proficiency', () => {
    const [, working = null] = cells
    expect(compareCells(working && { ...working, mandatory: false }, working && { ...working, mandatory: true })).toBe(
      'same',
    )
  })
})

describe('two levels of a role', () => {
  test('a step up raises, keeps, and adds what is expected late', () => {
    expect(changes(backend, 'senior', 'lead')).toEqual({
      python: 'same',
      'unit-testing': 'same',
      'code-review': 'raised',
      'rest-apis': 'raised',
      sql: 'raised',
      containers: 'same',
      monitoring: 'raised',
      mentoring: 'gained',
      'technical-writing': 'raised',
    })
  })

  test('a step up may drop a skill', () => {
    expect(changes(backend, 'lead', 'principal')).toEqual({
      python: 'raised',
      'unit-testing': 'same',
      'code-review': 'raised',
      'rest-apis': 'dropped',
      sql: 'same',
      containers: 'raised',
      monitoring: 'raised',
      mentoring: 'raised',
      'technical-writing': 'raised',
    })
  })

  test('a step down lowers, and restores what was dropped', () => {
    expect(changes(backend, 'principal', 'lead')).toMatchObject({
      python: 'lowered',
      sql: 'same',
      'rest-apis': 'gained',
    })
  })

  test('a level compared with itself is the same throughout, without what it does not expect', () => {
    expect(changes(data, 'junior', 'junior')).toEqual({
      sql: 'same',
      'data-pipelines': 'same',
      'data-warehousing': 'same',
      python: 'same',
      'unit-testing': 'same',
      containers: 'same',
      'technical-writing': 'same',
    })
  })

  test('come in the role’s order with both cells', () => {
    const entries = compareLevels(researcher, level(researcher, 'middle'), level(researcher, 'fellow'))
    expect(entries.map(({ row, from, to }) => [row.skill.name, from?.proficiency, to?.proficiency])).toEqual([
      ['Experiment Design', 'working', 'expert'],
      ['Model Training', 'working', undefined],
      ['Paper Reading', 'working', 'expert'],
      ['Python', 'working', undefined],
      ['Data Pipelines', 'awareness', undefined],
      ['Mentoring', undefined, 'expert'],
      ['Technical Writing', 'working', 'expert'],
    ])
  })

  test('compared in reverse say the opposite, for any two levels', () => {
    const opposite = {
      gained: 'dropped',
      dropped: 'gained',
      raised: 'lowered',
      lowered: 'raised',
      same: 'same',
    } as const
    for (const role of catalogIndex.catalog.roles.values()) {
      for (const from of role.levels) {
        for (const to of role.levels) {
          const back = compareLevels(role, to, from)
          expect(compareLevels(role, from, to)).toEqual(
            back.map((entry) => ({ row: entry.row, from: entry.to, to: entry.from, change: opposite[entry.change] })),
          )
        }
      }
    }
  })
})

describe('the levels two roles share', () => {
  test('are found by slug, in the first role’s order', () => {
    expect(sharedLevels(backend, researcher)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [4, 5],
    ])
  })

  test('may be none', async () => {
    const { folder } = await edited(
      { file: 'roles/data-engineer.yaml', replace: 'slug: junior', with: 'slug: data-1' },
      { file: 'roles/data-engineer.yaml', replace: 'slug: middle', with: 'slug: data-2' },
      { file: 'roles/data-engineer.yaml', replace: 'slug: senior', with: 'slug: data-3' },
    )
    const changed = await openCatalog(folder)
    expect(sharedLevels(roleNamed(changed, 'data-engineer'), roleNamed(changed, 'backend-engineer'))).toEqual([])
  })
})

describe('two roles', () => {
  test('ask for the same, more, less, now more and now less, or only in one of them', () => {
    expect(standings(backend, data)).toEqual({
      python: 'same',
      'unit-testing': 'higher',
      'code-review': 'onlyFirst',
      'rest-apis': 'onlyFirst',
      sql: 'lower',
      containers: 'mixed',
      monitoring: 'higher',
      'technical-writing': 'lower',
      'data-pipelines': 'onlySecond',
      'data-warehousing': 'onlySecond',
    })
  })

  test('leave out what neither expects at the levels compared', () => {
    expect(backend.rows.has('mentoring')).toBe(true)
    expect(standings(backend, data)).not.toHaveProperty('mentoring')
  })

  test('at one level are compared by that level alone', () => {
    const [, , atSenior] = sharedLevels(backend, data)
    if (!atSenior) throw new Error('no shared level')
    expect(standings(backend, data, [atSenior])).toEqual({
      python: 'same',
      'unit-testing': 'higher',
      'code-review': 'onlyFirst',
      'rest-apis': 'onlyFirst',
      sql: 'lower',
      containers: 'same',
      monitoring: 'same',
      'technical-writing': 'lower',
      'data-pipelines': 'onlySecond',
      'data-warehousing': 'onlySecond',
    })
  })

  test('may be compared at levels of different names', () => {
    const cells = compareRoles(backend, researcher, [[3, 4]]).find(({ skill }) => skill.slug === 'mentoring')?.cells
    expect(cells?.map((pair) => pair.map((cell) => cell?.proficiency))).toEqual([['working', 'working']])
  })

  test('say the opposite in reverse order', () => {
    const opposite = {
      same: 'same',
      mixed: 'mixed',
      higher: 'lower',
      lower: 'higher',
      onlyFirst: 'onlySecond',
      onlySecond: 'onlyFirst',
    } as const satisfies Record<RequirementRelation, RequirementRelation>
    const roles = [...catalogIndex.catalog.roles.values()]
    for (const first of roles) {
      for (const second of roles) {
        const there = Object.entries(standings(first, second)).map(([slug, relation]) => [slug, opposite[relation]])
        expect(standings(second, first)).toEqual(Object.fromEntries(there))
      }
    }
  })

  test('that are the same role have no differences', () => {
    expect(new Set(Object.values(standings(researcher, researcher)))).toEqual(new Set(['same']))
  })

  test('compared at no level give nothing', () => {
    expect(compareRoles(backend, data, [])).toEqual([])
  })

  test('list the first role’s skills first, in its order', () => {
    const listed = compareRoles(backend, data, sharedLevels(backend, data)).map(({ skill }) => skill.slug)
    expect(listed).toEqual([
      'python',
      'unit-testing',
      'code-review',
      'rest-apis',
      'sql',
      'containers',
      'monitoring',
      'technical-writing',
      'data-pipelines',
      'data-warehousing',
    ])
  })
})

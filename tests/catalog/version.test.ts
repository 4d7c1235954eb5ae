import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixtureCatalog, openCatalog } from '../fixtures/catalog.ts'
import { type Edit, edited } from './edited-catalog.ts'

const BACKEND = 'roles/backend-engineer.yaml'
const DATA = 'roles/data-engineer.yaml'
const RESEARCHER = 'roles/ml-researcher.yaml'

interface Versions {
  readonly catalog: string
  readonly roles: Readonly<Record<string, string>>
}

async function versionsOf(folder: string): Promise<Versions> {
  const { catalog } = await openCatalog(folder)
  return {
    catalog: catalog.version,
    roles: Object.fromEntries([...catalog.roles.values()].map((role) => [role.slug, role.version])),
  }
}

async function versionsAfter(...edits: readonly Edit[]): Promise<Versions> {
  return versionsOf((await edited(...edits)).folder)
}

/** The slugs of the roles whose version differs. */
function changedRoles(before: Versions, after: Versions): readonly string[] {
  return Object.keys(before.roles).filter((slug) => before.roles[slug] !== after.roles[slug])
}

const GROWTH_TO_ADVANCED = `  advanced:
    effort: quarter
    exercise: "Profile the slowest job you own with py-spy, and halve its time without another language."
    evidence: "Two flame graphs of the same input, before and after."
`

/** Ways to write the same content. */
const REWRITINGS: readonly (readonly [string, readonly Edit[]])[] = [
  [
    'a comment',
    [{ file: DATA, replace: 'name: Data Engineer\n', with: '# The name.\nname: Data Engineer # as in contracts\n' }],
  ],
  ['quotes', [{ file: DATA, replace: 'name: Data Engineer\n', with: "name: 'Data Engineer'\n" }]],
  [
    'a folded text',
    [
      {
        file: RESEARCHER,
        replace: 'description: Finds out what models',
        with: 'description: >-\n  Finds out\n  what models',
      },
    ],
  ],
  [
    'a list in lines',
    [{ file: 'domains.yaml', replace: '[coding, programar]', with: '\n      - coding\n      - programar' }],
  ],
  [
    'another order of keys',
    [
      {
        file: DATA,
        replace: 'name: Data Engineer\nfamily: Software Engineering\n',
        with: 'family: Software Engineering\nname: Data Engineer\n',
      },
    ],
  ],
  [
    'another order of the steps to grow',
    [
      { file: 'skills/python.yaml', replace: GROWTH_TO_ADVANCED, with: '' },
      { file: 'skills/python.yaml', replace: 'growth:\n', with: `growth:\n${GROWTH_TO_ADVANCED}` },
    ],
  ],
  [
    'another order of totals',
    [{ file: DATA, replace: '  skills: 8\n  requirements: 22\n', with: '  requirements: 22\n  skills: 8\n' }],
  ],
  [
    'English as its own key',
    [{ file: 'domains.yaml', replace: 'name: Research Methods', with: 'name: { en: Research Methods }' }],
  ],
  [
    'an empty list of aliases',
    [
      {
        file: 'skills/paper-reading.yaml',
        replace: 'name: Paper Reading\n',
        with: 'name: Paper Reading\naliases: []\n',
      },
    ],
  ],
  [
    'unknown written out',
    [
      {
        file: DATA,
        replace: 'python: [awareness, working, advanced]',
        with: 'python: { proficiency: [awareness, working, advanced], mandatory: [unknown, unknown, unknown] }',
      },
    ],
  ],
  [
    'false if nothing is expected',
    [
      {
        file: BACKEND,
        replace: 'mandatory: [false, false, true, true, true]',
        with: 'mandatory: [unknown, false, true, true, true]',
      },
    ],
  ],
  ['a document start', [{ file: DATA, replace: 'slug: data-engineer\n', with: '---\nslug: data-engineer\n' }]],
]

/** Changes of content, and the roles whose readers could see them. */
const CHANGES: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
  ['a role’s name', [{ file: DATA, replace: 'name: Data Engineer', with: 'name: Data Developer' }], ['data-engineer']],
  [
    'a role’s family',
    [{ file: DATA, replace: 'family: Software Engineering', with: 'family: Data' }],
    ['data-engineer'],
  ],
  ['a role’s alias', [{ file: DATA, replace: '[data eng,', with: '[data dev,' }], ['data-engineer']],
  ['a role’s description', [{ file: DATA, replace: 'Moves and models', with: 'Models and moves' }], ['data-engineer']],
  [
    'a role’s Spanish description',
    [{ file: DATA, replace: 'Mueve y modela', with: 'Modela y mueve' }],
    ['data-engineer'],
  ],
  ['a stated total', [{ file: DATA, replace: 'mandatory: 11', with: 'mandatory: 12' }], ['data-engineer']],
  ['a stated total that goes', [{ file: DATA, replace: '  mandatory: 11\n', with: '' }], ['data-engineer']],
  [
    'the order of key domains',
    [{ file: BACKEND, replace: '[programming, delivery]', with: '[delivery, programming]' }],
    ['backend-engineer'],
  ],
  [
    'the core',
    [{ file: BACKEND, replace: 'skills: [monitoring]', with: 'skills: [containers]' }],
    ['backend-engineer'],
  ],
  ['a level’s name', [{ file: DATA, replace: 'name: Middle', with: 'name: Medior' }], ['data-engineer']],
  ['a level’s slug', [{ file: DATA, replace: 'slug: middle', with: 'slug: medior' }], ['data-engineer']],
  ['a level’s short name', [{ file: DATA, replace: 'short: Mid', with: 'short: Med' }], ['data-engineer']],
  ['a level’s alias', [{ file: DATA, replace: '[mid level, intermediate]', with: '[mid level]' }], ['data-engineer']],
  [
    'a level’s focus',
    [{ file: DATA, replace: 'One pipeline with help.', with: 'Two pipelines with help.' }],
    ['data-engineer'],
  ],
  [
    'a level’s stack',
    [{ file: DATA, replace: 'SQL, Python, Airflow, dbt', with: 'SQL, Python, Dagster, dbt' }],
    ['data-engineer'],
  ],
  [
    'a proficiency',
    [{ file: DATA, replace: 'monitoring: [absent, absent, working]', with: 'monitoring: [absent, absent, advanced]' }],
    ['data-engineer'],
  ],
  [
    'an absent cell',
    [{ file: DATA, replace: 'monitoring: [absent, absent, working]', with: 'monitoring: [absent, working, working]' }],
    ['data-engineer'],
  ],
  [
    'a mandatory mark',
    [{ file: RESEARCHER, replace: 'unknown, false, true, true]', with: 'unknown, false, true, false]' }],
    ['ml-researcher'],
  ],
  [
    'a mandatory mark from unknown to false',
    [{ file: BACKEND, replace: 'true, true, unknown]', with: 'true, true, false]' }],
    ['backend-engineer'],
  ],
  [
    'a removed row',
    [{ file: DATA, replace: '      data-warehousing: [awareness, working, advanced]\n', with: '' }],
    ['data-engineer'],
  ],
  [
    'the order of rows',
    [
      {
        file: DATA,
        replace: '      python: [awareness, working, advanced]\n      unit-testing: [awareness, working, working]\n',
        with: '      unit-testing: [awareness, working, working]\n      python: [awareness, working, advanced]\n',
      },
    ],
    ['data-engineer'],
  ],
  [
    'the order of a role’s domains',
    [
      {
        file: RESEARCHER,
        replace:
          '  - domain: programming\n    skills:\n      python: [awareness, working, working, advanced, advanced, absent, absent]\n',
        with: '',
      },
      {
        file: RESEARCHER,
        replace: 'requirements:\n',
        with: 'requirements:\n  - domain: programming\n    skills:\n      python: [awareness, working, working, advanced, advanced, absent, absent]\n',
      },
    ],
    ['ml-researcher'],
  ],
  [
    'a skill’s name',
    [{ file: 'skills/sql.yaml', replace: 'name: SQL', with: 'name: SQL Queries' }],
    ['backend-engineer', 'data-engineer'],
  ],
  [
    'a skill’s alias',
    [{ file: 'skills/sql.yaml', replace: 'consultas', with: 'consultas sql' }],
    ['backend-engineer', 'data-engineer'],
  ],
  [
    'a skill’s statement',
    [{ file: 'skills/sql.yaml', replace: 'Reads a query with one', with: 'Tries a query with one' }],
    ['backend-engineer', 'data-engineer'],
  ],
  [
    'a skill’s Spanish statement',
    [{ file: 'skills/technical-writing.yaml', replace: 'Corrige una página', with: 'Repara una página' }],
    ['backend-engineer', 'data-engineer', 'ml-researcher'],
  ],
  [
    'an exercise',
    [{ file: 'skills/python.yaml', replace: 'Move one script', with: 'Move a script' }],
    ['backend-engineer', 'data-engineer', 'ml-researcher'],
  ],
  [
    'an effort',
    [{ file: 'skills/python.yaml', replace: 'effort: weeks', with: 'effort: days' }],
    ['backend-engineer', 'data-engineer', 'ml-researcher'],
  ],
  [
    'the order of links',
    [
      {
        file: 'skills/python.yaml',
        replace: '  - { title: "The Python tutorial", url: "https://docs.python.org/3/tutorial/" }\n',
        with: '',
      },
      {
        file: 'skills/python.yaml',
        replace: '    url: "https://typing.python.org/en/latest/"\n',
        with: '    url: "https://typing.python.org/en/latest/"\n  - { title: "The Python tutorial", url: "https://docs.python.org/3/tutorial/" }\n',
      },
    ],
    ['backend-engineer', 'data-engineer', 'ml-researcher'],
  ],
  [
    'a translation that is new',
    [{ file: 'domains.yaml', replace: 'name: Research Methods', with: 'name: { en: Research Methods, es: Métodos }' }],
    ['ml-researcher'],
  ],
  [
    'a domain’s name',
    [{ file: 'domains.yaml', replace: 'en: Delivery & Operations', with: 'en: Delivery' }],
    ['backend-engineer', 'data-engineer'],
  ],
  [
    'a domain’s alias',
    [{ file: 'domains.yaml', replace: 'aliases: [research]', with: 'aliases: [science]' }],
    ['ml-researcher'],
  ],
  [
    'a skill that no role has',
    [
      {
        file: 'skills/rust.yaml',
        write:
          'slug: rust\nname: Rust\ndomain: programming\nstatements: { awareness: One., working: Two., advanced: Three., expert: Four. }\n',
      },
    ],
    [],
  ],
  [
    'a domain that no role has',
    [
      {
        file: 'domains.yaml',
        replace: '  - slug: research-methods',
        with: '  - slug: sales\n    name: Sales\n  - slug: research-methods',
      },
    ],
    [],
  ],
]

describe('the version', () => {
  test('is 12 hexadecimal digits for the catalog and for each role', async () => {
    const { catalog, roles } = await versionsOf(fixtureCatalog)
    for (const version of [catalog, ...Object.values(roles)]) expect(version).toMatch(/^[0-9a-f]{12}$/u)
    expect(new Set([catalog, ...Object.values(roles)]).size).toBe(4)
  })

  test('is the same each time a folder is read', async () => {
    expect(await versionsOf(fixtureCatalog)).toEqual(await versionsOf(fixtureCatalog))
  })

  test.each(REWRITINGS)('is not changed by %s', async (_, edits) => {
    expect(await versionsAfter(...edits)).toEqual(await versionsOf(fixtureCatalog))
  })

  test('is not changed by the ends of lines', async () => {
    const text = await readFile(join(fixtureCatalog, DATA), 'utf8')
    const windows = { file: DATA, write: Buffer.from(text.replaceAll('\n', '\r\n')) }
    expect(await versionsAfter(windows)).toEqual(await versionsOf(fixtureCatalog))
  })

  test.each(CHANGES)('is changed by %s, for the catalog and the roles that show it', async (_, edits, roles) => {
    const before = await versionsOf(fixtureCatalog)
    const after = await versionsAfter(...edits)
    expect(after.catalog).not.toBe(before.catalog)
    expect(changedRoles(before, after)).toEqual(roles)
  })

  test('differs between any two contents', async () => {
    const all = await Promise.all(CHANGES.map(async ([, edits]) => (await versionsAfter(...edits)).catalog))
    expect(new Set(all).size).toBe(CHANGES.length)
  })

  test('returns when the content does', async () => {
    const before = await versionsOf(fixtureCatalog)
    const edit = { file: DATA, replace: 'name: Data Engineer', with: 'name: Data Developer' }
    const back = { file: DATA, replace: 'name: Data Developer', with: 'name: Data Engineer' }
    expect(await versionsAfter(edit, back)).toEqual(before)
  })
})

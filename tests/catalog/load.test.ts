import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Catalog, loadCatalog, localized, type Role, type Skill, totalsOf } from '../../src/catalog/index.ts'
import { fixtureCatalog, openCatalog, ownCatalog } from '../fixtures/catalog.ts'
import { edited } from './edited-catalog.ts'

async function load(folder = fixtureCatalog) {
  const { catalog } = await openCatalog(folder)
  const role = (slug: string): Role => {
    const match = catalog.roles.get(slug)
    if (!match) throw new Error(`there is no role ${slug}`)
    return match
  }
  return { catalog, role }
}

describe('a catalog folder', () => {
  test('gives its roles, skills and domains by slug', async () => {
    const { catalog } = await load()
    expect([...catalog.roles.keys()]).toEqual(['backend-engineer', 'data-engineer', 'ml-researcher'])
    expect([...catalog.domains.keys()]).toEqual([
      'programming',
      'data-platforms',
      'delivery',
      'collaboration',
      'research-methods',
    ])
    expect(catalog.skills.size).toBe(14)
    for (const [slug, skill] of catalog.skills) {
      expect(skill.slug).toBe(slug)
      expect(catalog.domains.get(skill.domain.slug)).toBe(skill.domain)
    }
  })

  test('may have roles of any number of levels', async () => {
    const { catalog } = await load()
    const counts = [...catalog.roles.values()].map((role) => [role.slug, role.levels.length])
    expect(counts).toEqual([
      ['backend-engineer', 5],
      ['data-engineer', 3],
      ['ml-researcher', 7],
    ])
  })

  test('gives each role its rows in the file’s order, by domain and by slug alike', async () => {
    const { role } = await load()
    const researcher = role('ml-researcher')
    expect(researcher.domains.map((group) => group.domain.slug)).toEqual([
      'research-methods',
      'programming',
      'data-platforms',
      'collaboration',
    ])
    expect([...researcher.rows.values()]).toEqual(researcher.domains.flatMap((group) => group.rows))
    expect([...researcher.rows.keys()]).toEqual([
      'experiment-design',
      'model-training',
      'paper-reading',
      'python',
      'data-pipelines',
      'mentoring',
      'technical-writing',
    ])
  })

  test('refuses a slug of digits alone, which would lose its place among the rows', async () => {
    const { folder } = await edited({
      file: 'roles/data-engineer.yaml',
      replace: '      python: [awareness, working, advanced]\n',
      with: '      python: [awareness, working, advanced]\n      ▸365: [awareness, working, advanced]\n',
    })
    const loaded = await loadCatalog(folder)
    expect(loaded.ok ? [] : loaded.problems.map((problem) => problem.message)).toEqual([
      expect.stringMatching(/"365" must be .*with a letter in it/u),
    ])
  })

  test('shares one skill between the roles that have it', async () => {
    const { catalog, role } = await load()
    for (const slug of ['backend-engineer', 'data-engineer', 'ml-researcher']) {
      expect(role(slug).rows.get('python')?.skill).toBe(catalog.skills.get('python'))
    }
  })

  test('reads true, false and unknown as written, and unknown if nothing is', async () => {
    const { role } = await load()
    const marks = (slug: string, skill: string) =>
      role(slug)
        .rows.get(skill)
        ?.cells.map((cell) => cell?.mandatory ?? null)
    expect(marks('backend-engineer', 'python')).toEqual([true, true, true, false, false])
    expect(marks('backend-engineer', 'code-review')).toEqual([false, false, true, true, 'unknown'])
    expect(marks('backend-engineer', 'sql')).toEqual(Array.from({ length: 5 }, () => 'unknown'))
    expect(marks('ml-researcher', 'mentoring')).toEqual([null, null, null, null, false, true, true])
  })

  test('has no cell if a level expects nothing', async () => {
    const { role } = await load()
    const words = (slug: string, skill: string) =>
      role(slug)
        .rows.get(skill)
        ?.cells.map((cell) => cell?.proficiency ?? null)
    expect(words('backend-engineer', 'rest-apis')).toEqual(['awareness', 'working', 'advanced', 'expert', null])
    expect(words('data-engineer', 'monitoring')).toEqual([null, null, 'working'])
  })

  test('adds up what its rows say, beside what the source states', async () => {
    const { role } = await load()
    expect(totalsOf(role('data-engineer'))).toEqual({
      skills: 8,
      requirements: 22,
      absent: 2,
      mandatory: 6,
      mandatoryUnknown: 16,
    })
    expect(role('data-engineer').stated).toEqual({ skills: 8, requirements: 22, mandatory: 11 })
    expect(role('backend-engineer').stated).toEqual({})
  })

  test('may be a relative path', async () => {
    const { catalog } = await load(relative(process.cwd(), fixtureCatalog))
    expect(catalog.roles.size).toBe(3)
  })

  test('may have Windows line ends and no line end at the end of a file', async () => {
    const text = await readFile(join(fixtureCatalog, 'skills/sql.yaml'), 'utf8')
    const { folder } = await edited({
      file: 'skills/sql.yaml',
      write: Buffer.from(text.trimEnd().replaceAll('\n', '\r\n')),
    })
    const there = await load(folder)
    const here = await load()
    expect(there.catalog.skills.get('sql')).toEqual(here.catalog.skills.get('sql'))
  })

  test('may contain other files', async () => {
    const { folder } = await edited(
      { file: 'README.md', write: 'What this is.\n' },
      { file: 'skills/README.md', write: 'One file a skill.\n' },
    )
    expect((await load(folder)).catalog.version).toBe((await load()).catalog.version)
  })
})

describe('texts', () => {
  test('are in the reader’s language if there is a translation', async () => {
    const { catalog, role } = await load()
    expect(localized(role('backend-engineer').description, 'es')).toBe(
      'Construye los servicios de un producto y los mantiene en marcha',
    )
    expect(catalog.domains.get('programming')?.name).toEqual({ en: 'Programming', es: 'Programación' })
  })

  test('fall back to English one by one', async () => {
    const { catalog } = await load()
    const writing = catalog.skills.get('technical-writing')?.statements
    if (!writing) throw new Error('Technical Writing is missing')
    expect(localized(writing['working'], 'es')).toMatch(/^Escribe sin ayuda la guía/u)
    expect(localized(writing['advanced'], 'es')).toBe('Settles a long dispute with one page that both sides accept.')
  })

  test('may be written once for every language', async () => {
    const { catalog, role } = await load()
    const reading = catalog.skills.get('paper-reading')?.statements['awareness']
    expect(reading).toEqual({ en: 'Summarises a paper in five sentences and names its main claim.' })
    expect(localized(role('ml-researcher').description, 'es')).toBe('Finds out what models can do and publishes it')
  })
})

describe('growth and links', () => {
  test('are read for the steps that the file describes, in the order of the steps', async () => {
    const { folder } = await edited({
      file: 'skills/sql.yaml',
      replace: 'statements:\n',
      with: `growth:\n${growthTo('expert')}${growthTo('working')}statements:\n`,
    })
    const { growth } = skillOf((await load(folder)).catalog, 'sql')
    expect(Object.keys(growth)).toEqual(['working', 'expert'])
    expect(growth['expert']).toEqual({
      effort: 'days',
      exercise: { en: 'Do it for expert.' },
      evidence: { en: 'A note about expert.' },
    })
  })

  test('fall back to English one by one', async () => {
    const { working, advanced } = skillOf((await load()).catalog, 'python').growth
    if (!working || !advanced) throw new Error('Python has no growth')
    expect(localized(working.exercise, 'es')).toMatch(/^Convierte un script/u)
    expect(localized(advanced.exercise, 'es')).toMatch(/^Profile the slowest job/u)
    expect(localized(advanced.evidence, 'es')).toBe('Two flame graphs of the same input, before and after.')
  })

  test('keep the order of the links', async () => {
    expect(skillOf((await load()).catalog, 'python').links).toEqual([
      { title: 'The Python tutorial', url: 'https://docs.python.org/3/tutorial/' },
      { title: 'Static typing with Python', url: 'https://typing.python.org/en/latest/' },
    ])
  })

  test('are empty for a skill that has none', async () => {
    expect(skillOf((await load()).catalog, 'sql')).toMatchObject({ growth: {}, links: [] })
  })
})

function growthTo(step: string): string {
  return `  ${step}:\n    effort: days\n    exercise: Do it for ${step}.\n    evidence: A note about ${step}.\n`
}

function skillOf(catalog: Catalog, slug: string): Skill {
  const skill = catalog.skills.get(slug)
  if (!skill) throw new Error(`${slug} is missing`)
  return skill
}

describe('a loaded catalog cannot be changed', () => {
  /** Every reachable object that is not frozen. Maps cannot be frozen, but their values count. */
  function thawed(value: unknown, at: string, seen: Set<unknown> = new Set()): readonly string[] {
    if (typeof value !== 'object' || value === null || seen.has(value)) return []
    seen.add(value)
    if (value instanceof Map)
      return [...value].flatMap(([key, element]) => thawed(element, `${at}.${String(key)}`, seen))
    const inside = Object.entries(value).flatMap(([key, element]) => thawed(element, `${at}.${key}`, seen))
    return Object.isFrozen(value) ? inside : [at, ...inside]
  }

  test.each([
    ['the fixture catalog', fixtureCatalog],
    ['the own catalog', ownCatalog],
  ])('down to its cells: %s', async (_, folder) => {
    const { catalog } = await load(folder)
    expect(thawed(catalog, 'catalog')).toEqual([])
  })
})

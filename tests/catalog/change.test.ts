import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  applyChanges,
  type CatalogChange,
  type LoadedCatalog,
  loadCatalog,
  proposedValue,
  readTarget,
  writeChange,
} from '../../src/catalog/index.ts'
import { fixtureCatalog, ownCatalog } from '../fixtures/catalog.ts'

let own: Extract<LoadedCatalog, { ok: true }>
let fixture: Extract<LoadedCatalog, { ok: true }>
let folder: string

beforeAll(async () => {
  const [first, second] = [await loadCatalog(ownCatalog), await loadCatalog(fixtureCatalog)]
  if (!first.ok || !second.ok) throw new Error('a catalog is broken')
  own = first
  fixture = second
  folder = await mkdtemp(join(tmpdir(), 'rung-changes-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the fixture says of Python one step further. */
const AS_ADVANCED = 'Profiles slow Python code, removes the bottleneck, and argues when to leave the language.'

const cell = { role: 'backend-engineer', level: 'senior', skill: 'code-review' }

const CHANGES: readonly CatalogChange[] = [
  { kind: 'requirement', ...cell, to: 'advanced' },
  { kind: 'requirement', role: 'backend-engineer', level: 'senior', skill: 'monitoring', to: 'advanced' },
  { kind: 'requirement', role: 'backend-engineer', level: 'junior', skill: 'monitoring', to: 'awareness' },
  { kind: 'requirement', role: 'backend-engineer', level: 'junior', skill: 'python', to: 'absent' },
  { kind: 'requirement', role: 'backend-engineer', level: 'middle', skill: 'unit-testing', to: 'expert' },
  { kind: 'mandatory', ...cell, to: false },
  { kind: 'mandatory', role: 'backend-engineer', level: 'middle', skill: 'unit-testing', to: true },
  {
    kind: 'addSkill',
    role: 'backend-engineer',
    skill: 'data-pipelines',
    to: ['absent', 'awareness', 'working', 'working', 'advanced'],
  },
  {
    kind: 'addSkill',
    role: 'backend-engineer',
    skill: 'paper-reading',
    to: ['absent', 'absent', 'absent', 'awareness', 'working'],
  },
  { kind: 'removeSkill', role: 'backend-engineer', skill: 'python' },
  // The last skill of a domain of the core, and a single skill of it.
  { kind: 'removeSkill', role: 'backend-engineer', skill: 'sql' },
  { kind: 'removeSkill', role: 'backend-engineer', skill: 'monitoring' },
  {
    kind: 'statement',
    skill: 'python',
    proficiency: 'working',
    locale: 'en',
    to: 'Writes a module: with tests, "quotes" and # signs.',
  },
  {
    kind: 'statement',
    skill: 'python',
    proficiency: 'expert',
    locale: 'es',
    to: 'Escribe extensiones de Python en C.',
  },
  { kind: 'focus', role: 'backend-engineer', level: 'principal', locale: 'es', to: 'Servicios de toda la empresa.' },
  { kind: 'focus', role: 'backend-engineer', level: 'junior', locale: 'en', to: 'Small changes, reviewed.' },
  { kind: 'stack', role: 'backend-engineer', level: 'lead', locale: 'en', to: 'Whatever the team has chosen' },
  { kind: 'description', role: 'backend-engineer', locale: 'en', to: 'Builds and runs the services behind a product' },
  { kind: 'alias', of: 'role', slug: 'backend-engineer', to: 'server developer' },
  { kind: 'alias', of: 'skill', slug: 'python', to: 'cpython' },
  {
    kind: 'newSkill',
    to: {
      slug: 'rust',
      name: 'Rust',
      domain: 'programming',
      aliases: [],
      statements: {
        awareness: 'Reads it.',
        working: 'Writes it.',
        advanced: 'Teaches it.',
        expert: { en: 'Shapes it.', es: 'Le da forma.' },
      },
    },
  },
]

describe('a change of the catalog', () => {
  test.each(CHANGES.map((change) => [JSON.stringify(change), change] as const))('%s is made, once', (_, change) => {
    const before = readTarget(fixture.catalog, change)
    const changed = applyChanges(fixture.sources, [change])
    if (!changed.ok) throw new Error(changed.problems.map(({ message }) => message).join('; '))
    const after = readTarget(changed.catalog, change)
    expect(changed.catalog.version).not.toBe(fixture.catalog.version)
    expect(before).toMatchObject({ exists: true })
    expect(before).not.toMatchObject({ value: proposedValue(change) })
    // What has been removed is not there any more.
    const expected = change.kind === 'removeSkill' ? { exists: false } : { exists: true, value: proposedValue(change) }
    expect(after).toMatchObject(expected)
    const again = applyChanges(changed.sources, [change])
    expect(again.ok && again.catalog.version).toBe(changed.catalog.version)
  })

  test.each(CHANGES.map((change) => [JSON.stringify(change), change] as const))(
    '%s is written into its file, with all comments',
    async (text, change) => {
      const copy = join(folder, String(CHANGES.indexOf(change)))
      await cp(fixtureCatalog, copy, { recursive: true })
      const read = (file: string): string | undefined => {
        try {
          return readFileSync(join(copy, file), 'utf8')
        } catch {
          return undefined
        }
      }
      const written = writeChange(change, fixture.sources, read)
      if (!written) throw new Error(`${text} has no file`)
      const before = read(written.file)
      await mkdir(dirname(join(copy, written.file)), { recursive: true })
      await writeFile(join(copy, written.file), written.text)
      const loaded = await loadCatalog(copy)
      if (!loaded.ok) throw new Error(loaded.problems.map(({ line, message }) => `${line}: ${message}`).join('; '))
      const changed = applyChanges(fixture.sources, [change])
      expect(changed.ok && changed.catalog.version).toBe(loaded.catalog.version)
      const comments = (of: string): readonly string[] => of.match(/#.*$/gmu) ?? []
      // A comment above a removed row is removed with it.
      const expectedComments = change.kind === 'removeSkill' ? [] : comments(before ?? '')
      expect(comments(written.text)).toEqual(expect.arrayContaining([...expectedComments]))
      const lines = new Set((before ?? '').split('\n'))
      const touched = written.text.split('\n').filter((line) => !lines.has(line))
      expect(touched.length).toBeLessThan(change.kind === 'newSkill' ? 20 : 5)
    },
  )

  test.each([
    [{ kind: 'requirement', ...cell, to: 'expert' }, /^nothing$/u],
    [{ kind: 'alias', of: 'skill', slug: 'python', to: 'SQL' }, /already names/u],
    [{ kind: 'requirement', role: 'backend-engineer', level: 'lead', skill: 'mentoring', to: 'absent' }, /^nothing$/u],
    [{ kind: 'addSkill', role: 'backend-engineer', skill: 'data-pipelines', to: ['working'] }, /has 1 proficiencies/u],
    [{ kind: 'statement', skill: 'python', proficiency: 'working', locale: 'en', to: AS_ADVANCED }, /says the same/u],
  ] satisfies readonly (readonly [CatalogChange, RegExp])[])('%j breaks: %s', (change, problem) => {
    const changed = applyChanges(fixture.sources, [change])
    const problems = changed.ok ? 'nothing' : changed.problems.map(({ message }) => message).join('; ')
    expect(problems).toMatch(problem)
  })

  test('leaves growth, its comments and keys of a later version as they are', async () => {
    const file = await readFile(join(fixtureCatalog, 'skills/python.yaml'), 'utf8')
    const text = `${file}reviewed: { by: guild } # yearly\n`
    const changes: readonly CatalogChange[] = [
      { kind: 'statement', skill: 'python', proficiency: 'expert', locale: 'es', to: 'Escribe extensiones en C.' },
      { kind: 'alias', of: 'skill', slug: 'python', to: 'cpython' },
    ]
    for (const change of changes) {
      const written = writeChange(change, fixture.sources, () => text)
      const after = written?.text.split('\n') ?? []
      expect(after).toHaveLength(text.split('\n').length)
      expect(text.split('\n').filter((line, at) => line !== after[at])).toHaveLength(1)
    }
  })

  test('keeps growth and links in memory', () => {
    const [change] = CHANGES.filter(({ kind }) => kind === 'statement')
    const changed = applyChanges(fixture.sources, change ? [change] : [])
    if (!changed.ok) throw new Error('the change was refused')
    const { growth, links } = fixture.catalog.skills.get('python') ?? {}
    expect(changed.catalog.skills.get('python')).toMatchObject({ growth, links })
    expect(links).toHaveLength(2)
  })

  test('leaves the original catalog unchanged', () => {
    const version = own.catalog.version
    applyChanges(own.sources, [{ kind: 'removeSkill', role: 'ml-engineer', skill: 'pytorch' }])
    expect(applyChanges(own.sources, [])).toMatchObject({ ok: true, catalog: { version } })
  })
})

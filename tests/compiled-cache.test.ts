import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCompiledCache } from '../src/app/compiled-cache.ts'
import {
  applyChanges,
  type CatalogIndex,
  type CatalogParser,
  createCatalogIndex,
  createCatalogParser,
  loadCatalog,
  PROFICIENCIES,
} from '../src/catalog/index.ts'
import { fixtureCatalog, shippedCatalog } from './fixtures/catalog.ts'

// What a start keeps of a catalog for the next one.

async function temporary(): Promise<{ readonly home: string; readonly data: string }> {
  const home = await mkdtemp(join(tmpdir(), 'rung-compiled-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  return { home, data: join(home, 'ladder') }
}

async function load(folder: string, parser: CatalogParser) {
  const loaded = await loadCatalog(folder, parser)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded
}

/** Loads a folder with its cache, and stores what was compiled. Tells whether anything was. */
async function start(folders: { readonly home: string; readonly data: string }) {
  const cache = createCompiledCache(folders)
  const files = await cache.read()
  const parser = createCatalogParser(files)
  const { catalog } = await load(folders.data, parser)
  const compiled = await parser.compile(await load(folders.data, parser), { folderState: 'state', warnings: [] }, () =>
    Promise.resolve(),
  )
  if (compiled) await cache.write(compiled)
  return { catalog, hadCache: files !== undefined, hasCompiled: compiled !== undefined }
}

const pathOf = async (home: string): Promise<string> => {
  const [file = ''] = await readdir(join(home, 'compiled'))
  return join(home, 'compiled', file)
}

test.each([
  ['the catalog that comes with Rung', shippedCatalog],
  ['the fixture', fixtureCatalog],
])('a compiled catalog is equal to a parsed one: %s', async (_, folder) => {
  const folders = { ...(await temporary()), data: folder }
  const first = await start(folders)
  const second = await start(folders)
  expect([first.hadCache, first.hasCompiled, second.hadCache, second.hasCompiled]).toEqual([false, true, true, false])
  expect(second.catalog).toEqual(first.catalog)
})

test('a changed skill and a changed role are built again, and problems have their places', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  await start(folders)
  const [skill, role] = ['skills/python.yaml', 'roles/backend-engineer.yaml'].map((file) => join(folders.data, file))
  if (!skill || !role) throw new Error('no files')
  await writeFile(skill, (await readFile(skill, 'utf8')).replace(/^( {4}en: ).+$/mu, '$1Something else.'))
  await writeFile(role, (await readFile(role, 'utf8')).replace('name: Backend Engineer', 'name: Server Engineer'))
  const { catalog, hasCompiled } = await start(folders)
  expect(hasCompiled).toBe(true)
  expect(catalog).toEqual((await load(folders.data, createCatalogParser())).catalog)
  expect(catalog.roles.get('backend-engineer')?.name).toBe('Server Engineer')

  await rm(join(folders.data, 'skills/rest-apis.yaml'))
  const parser = createCatalogParser(await createCompiledCache(folders).read())
  const loaded = await loadCatalog(folders.data, parser)
  const line = (await readFile(role, 'utf8')).split('\n').findIndex((text) => text.includes('rest-apis:')) + 1
  expect(loaded).toMatchObject({ ok: false, problems: [{ file: 'roles/backend-engineer.yaml', line, column: 7 }] })
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['one byte off', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])])],
  ['another file', () => Buffer.from('not a cache\n\n\n')],
])('a cache that is damaged is ignored and replaced: %s', async (_, damage) => {
  const folders = { ...(await temporary()), data: fixtureCatalog }
  const { catalog } = await start(folders)
  const path = await pathOf(folders.home)
  await writeFile(path, damage(await readFile(path)))
  const again = await start(folders)
  expect([again.hadCache, again.hasCompiled]).toEqual([false, true])
  expect(again.catalog).toEqual(catalog)
  expect((await start(folders)).hadCache).toBe(true)
})

test('several processes that start at once leave one whole cache', async () => {
  const folders = { ...(await temporary()), data: fixtureCatalog }
  await Promise.all([1, 2, 3, 4].map(() => start(folders)))
  expect(await readdir(join(folders.home, 'compiled'))).toHaveLength(1)
  expect((await start(folders)).hadCache).toBe(true)
})

test('a home that cannot be written to is refused without a trace', async () => {
  const folders = { ...(await temporary()), data: fixtureCatalog }
  await writeFile(join(folders.home, 'compiled'), 'a file where the folder would be')
  await expect(
    createCompiledCache(folders).write({
      files: new Map(),
      dependencies: { ladderHash: '', entriesHash: '' },
      search: { version: '', bytes: new Uint8Array() },
      folderState: '',
      warnings: [],
    }),
  ).rejects.toThrow(/EEXIST|ENOTDIR/u)
  expect(await createCompiledCache(folders).read()).toBeUndefined()
})

test('an unchanged folder is not read again, and a change of it is', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  await start(folders)
  const files = await createCompiledCache(folders).read()
  const role = join(folders.data, 'roles/backend-engineer.yaml')
  await writeFile(role, (await readFile(role, 'utf8')).replace('name: Backend Engineer', 'name: Server Engineer'))
  const nameOf = async (isUnchanged: boolean): Promise<string | undefined> => {
    const loaded = await loadCatalog(folders.data, createCatalogParser(files), isUnchanged)
    return loaded.ok ? loaded.catalog.roles.get('backend-engineer')?.name : undefined
  }
  expect(await nameOf(true)).toBe('Backend Engineer')
  expect(await nameOf(false)).toBe('Server Engineer')
})

test('skills of a scale of their own, with former slugs and without a domain, are equal to parsed ones', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const steps = ['new', 'able'].map((slug) => `  - { slug: ${slug}, name: ${slug}, letter: ${slug.charAt(0)} }`)
  const own = ['slug: juggling', 'name: Juggling', 'aliases: [balls]', 'formerly: [throwing]', 'scale:', ...steps]
  const texts = [
    'statements:',
    '  new: Drops most of the balls.',
    '  able: { must: [Keeps three balls up., Talks meanwhile.], examples: [A juggling act.] }',
  ]
  await writeFile(join(folders.data, 'skills/juggling.yaml'), [...own, ...texts, ''].join('\n'))
  const parsed = (await start(folders)).catalog
  const { catalog, hasCompiled } = await start(folders)
  expect(hasCompiled).toBe(false)
  const skill = catalog.skills.get('juggling')
  expect(skill?.scale.steps.map(({ slug, rank }) => [slug, rank])).toEqual([
    ['new', 1],
    ['able', 2],
  ])
  expect([skill?.domain.slug, skill?.formerly, skill?.aliases]).toEqual(['other', ['throwing'], ['balls']])
  expect(Object.isFrozen(skill?.statements['able'])).toBe(true)
  expect(catalog).toEqual(parsed)
})

test('a search is opened from what was stored, and built again for other content', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const hitsIn = (index: CatalogIndex) =>
    ['python', 'servicio', 'modules of a service', 'pyth', 'tests', 'engineer', 'juggle'].map((text) =>
      index.search.find(text, 20).map((hit) => {
        const { slug } = hit.kind === 'role' ? hit.role : hit.kind === 'domain' ? hit.domain : hit.skill
        return [hit.kind, slug, hit.kind === 'statement' ? hit.proficiency : '']
      }),
    )
  const indexOf = async () => {
    const { catalog, sources } = await load(
      folders.data,
      createCatalogParser(await createCompiledCache(folders).read()),
    )
    return {
      catalog,
      stored: sources.built?.search?.(catalog.version),
      index: createCatalogIndex(catalog, sources.built),
    }
  }
  await start(folders)
  const first = await indexOf()
  expect(first.stored).toBeDefined()
  expect(hitsIn(first.index)).toEqual(hitsIn(createCatalogIndex(first.catalog)))
  expect(hitsIn(first.index).at(-1)).toEqual([])

  const skill = join(folders.data, 'skills/python.yaml')
  await writeFile(skill, (await readFile(skill, 'utf8')).replace(/^( {4}en: ).+$/mu, '$1Learns to juggle.'))
  const second = await indexOf()
  expect(second.stored).toBeUndefined()
  expect(hitsIn(second.index).at(-1)).toEqual([['statement', 'python', 'awareness']])
  await start(folders)
  const third = await indexOf()
  expect(third.stored).toBeDefined()
  expect(hitsIn(third.index)).toEqual(hitsIn(second.index))
})

test('a search has the right domains after they were put in another order', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const { catalog } = await start(folders)
  const file = join(folders.data, 'domains.yaml')
  const [head = '', ...entries] = (await readFile(file, 'utf8')).split(/^(?= {2}- )/mu)
  await writeFile(file, [head, ...entries.toReversed()].join(''))
  const loaded = await load(folders.data, createCatalogParser(await createCompiledCache(folders).read()))
  expect(loaded.catalog.version).toBe(catalog.version)
  expect([...loaded.catalog.domains.keys()]).toEqual([...catalog.domains.keys()].toReversed())
  const index = createCatalogIndex(loaded.catalog, loaded.sources.built)
  for (const domain of catalog.domains.values()) {
    const [word = ''] = (domain.name['en'] ?? '').split(' ')
    const hits = index.search.find(word, 50).flatMap((hit) => (hit.kind === 'domain' ? [hit.domain.slug] : []))
    expect([word, hits]).toEqual([word, expect.arrayContaining([domain.slug])])
  }
})

test('a skill that names a domain called "other" needs that domain', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const domains = join(folders.data, 'domains.yaml')
  const before = await readFile(domains, 'utf8')
  await writeFile(domains, `${before.trimEnd()}\n  - slug: other\n    name: { en: Elsewhere, es: Otra parte }\n`)
  await writeFile(join(folders.data, 'skills/juggling.yaml'), 'slug: juggling\nname: Juggling\ndomain: other\n')
  await start(folders)
  await writeFile(domains, before)
  const loaded = await loadCatalog(folders.data, createCatalogParser(await createCompiledCache(folders).read()))
  const problem = { file: 'skills/juggling.yaml', message: 'there is no domain "other"' }
  expect(loaded).toMatchObject({ ok: false, problems: [expect.objectContaining(problem)] })
})

test('a file that was removed and comes back is built for the ladder of today', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const skill = join(folders.data, 'skills/juggling.yaml')
  const text = 'slug: juggling\nname: Juggling\nstatements: { working: Keeps three balls up. }\n'
  await writeFile(skill, text)
  await start(folders)
  const parser = createCatalogParser(await createCompiledCache(folders).read())
  const facts = { folderState: 'state', warnings: [] }
  const compile = async () => parser.compile(await load(folders.data, parser), facts, () => Promise.resolve())
  await compile()
  await rm(skill)
  await writeFile(join(folders.data, 'ladder.yaml'), 'name: Another\n')
  await compile()
  await writeFile(skill, text)
  const compiled = await compile()
  expect(compiled?.files.get('skills/juggling.yaml')?.skill).toBeDefined()
  const { catalog } = await load(folders.data, parser)
  expect(catalog).toEqual((await load(folders.data, createCatalogParser())).catalog)
  expect((await load(folders.data, createCatalogParser(compiled))).catalog).toEqual(catalog)
})

test('a ladder file with problems is reported each time, whatever else changes', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const steps = PROFICIENCIES.map((slug) => `  - { slug: ${slug}, name: ${slug}, letter: X }`)
  await writeFile(join(folders.data, 'ladder.yaml'), ['scale:', ...steps, ''].join('\n'))
  const parser = createCatalogParser()
  const problems = async () => {
    const loaded = await loadCatalog(folders.data, parser)
    return loaded.ok ? [] : loaded.problems
  }
  const first = await problems()
  expect(first.map(({ file }) => file)).toContain('ladder.yaml')
  const skill = join(folders.data, 'skills/python.yaml')
  await writeFile(skill, `# A comment.\n${await readFile(skill, 'utf8')}`)
  expect(await problems()).toEqual(first)
})

test('a ladder with another scale builds all skills again', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  await start(folders)
  const steps = PROFICIENCIES.map((slug) => `  - { slug: ${slug}, name: The ${slug} one, letter: ${slug.charAt(1)} }`)
  await writeFile(join(folders.data, 'ladder.yaml'), ['scale:', ...steps, ''].join('\n'))
  for (const expected of [true, false]) {
    const { catalog, hasCompiled } = await start(folders)
    expect(hasCompiled).toBe(expected)
    expect(catalog.skills.get('python')?.scale).toBe(catalog.scale)
    expect(catalog).toEqual((await load(folders.data, createCatalogParser())).catalog)
  }
})

test('the names of compiled skills are still taken: in a changed file, and for a proposal', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  await start(folders)
  const parser = createCatalogParser(await createCompiledCache(folders).read())
  const { sources } = await load(folders.data, parser)
  const name = [...(await load(folders.data, parser)).catalog.skills.values()].find(
    ({ slug }) => slug !== 'python',
  )?.name
  if (name === undefined) throw new Error('no other skill')
  const changed = applyChanges(sources, [{ kind: 'alias', of: 'skill', slug: 'python', to: name }])
  expect(changed).toMatchObject({ ok: false })
  const skill = join(folders.data, 'skills/python.yaml')
  await writeFile(skill, (await readFile(skill, 'utf8')).replace(/^name: .+$/mu, `name: ${JSON.stringify(name)}`))
  const loaded = await loadCatalog(folders.data, createCatalogParser(await createCompiledCache(folders).read()))
  const message = expect.stringContaining('already names')
  expect(loaded).toMatchObject({ ok: false, problems: [{ file: expect.stringMatching(/^skills\//u), message }] })
})

test('a skill that changes while the ladder is being compiled is stored as it is now', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const parser = createCatalogParser()
  const before = await load(folders.data, parser)
  const skill = join(folders.data, 'skills/python.yaml')
  await writeFile(skill, (await readFile(skill, 'utf8')).replace(/^( {4}en: ).+$/mu, '$1Something else.'))
  const after = await load(folders.data, parser)
  const facts = { folderState: 'state', warnings: [] }
  await parser.compile(before, facts, () => Promise.resolve())
  const compiled = await parser.compile(after, { ...facts, folderState: 'later' }, () => Promise.resolve())
  const { catalog } = await load(folders.data, createCatalogParser(compiled))
  expect(catalog).toEqual(after.catalog)
  expect(catalog.skills.get('python')).not.toEqual(before.catalog.skills.get('python'))
})

test('roles whose rows were not read yet are built with the skills of today', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  await start(folders)
  const parser = createCatalogParser(await createCompiledCache(folders).read())
  const before = (await load(folders.data, parser)).catalog
  const skill = join(folders.data, 'skills/python.yaml')
  await writeFile(skill, `# A comment changes no version.\n${await readFile(skill, 'utf8')}`)
  const { catalog } = await load(folders.data, parser)
  expect(catalog.version).toBe(before.version)
  expect(catalog.skills.get('python')).not.toBe(before.skills.get('python'))
  const rows = [...catalog.roles.values()].flatMap((role) => [...role.rows.values()])
  expect(rows.filter((row) => catalog.skills.get(row.skill.slug) !== row.skill)).toEqual([])
  expect(rows.filter((row) => catalog.domains.get(row.skill.domain.slug) !== row.skill.domain)).toEqual([])
  const withoutPython = [...catalog.roles.values()].filter((role) => !role.skillSlugs.includes('python'))
  expect(withoutPython.filter((role) => before.roles.get(role.slug) !== role)).toEqual([])
  expect(catalog).toEqual((await load(folders.data, createCatalogParser())).catalog)
})

test('a role that changes while the ladder is being compiled is stored as it is now', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const parser = createCatalogParser()
  const before = await load(folders.data, parser)
  const role = join(folders.data, 'roles/backend-engineer.yaml')
  await writeFile(role, (await readFile(role, 'utf8')).replace('name: Backend Engineer', 'name: Server Engineer'))
  const after = await load(folders.data, parser)
  const facts = { folderState: 'state', warnings: [] }
  await parser.compile(before, facts, () => Promise.resolve())
  const compiled = await parser.compile(after, { ...facts, folderState: 'later' }, () => Promise.resolve())
  const { catalog } = await load(folders.data, createCatalogParser(compiled))
  expect(catalog.roles.get('backend-engineer')?.name).toBe('Server Engineer')
  expect(catalog).toEqual(after.catalog)
})

test('a change that was accepted is not stored with the files', async () => {
  const folders = await temporary()
  await cp(fixtureCatalog, folders.data, { recursive: true })
  const parser = createCatalogParser()
  const loaded = await load(folders.data, parser)
  const changed = applyChanges(loaded.sources, [{ kind: 'alias', of: 'skill', slug: 'python', to: 'Serpent' }])
  expect(changed.ok).toBe(true)
  const compiled = await parser.compile(loaded, { folderState: 'state', warnings: [] }, () => Promise.resolve())
  const { catalog } = await load(folders.data, createCatalogParser(compiled))
  expect(catalog).toEqual(loaded.catalog)
})

import { describe, expect, test } from 'vitest'
import { tracksOf } from '../../src/catalog/index.ts'
import { imported, importFolder, problemLines, ranksOf } from './import-folder.ts'
import { MATRIX } from './inputs.ts'

const EXPECTED = {
  baker: { baking: [1, 2, 3], 'icing-and-piping': [0, 1, 2], training: [1, 1, 0] },
  // The first level expects nothing of a head baker.
  'head-baker': { baking: [3, 2], training: [2, 3] },
}

async function ranksIn(text: string | Uint8Array): Promise<Readonly<Record<string, unknown>>> {
  const catalog = await imported(await importFolder({ 'bakery.csv': text }), 'bakery.csv')
  return Object.fromEntries([...catalog.roles.keys()].map((role) => [role, ranksOf(catalog, role)]))
}

describe('a CSV file with a column for each level', () => {
  test('becomes roles, levels, skills, domains and a scale of numbers', async () => {
    const catalog = await imported(await importFolder({ 'bakery.csv': MATRIX }), 'bakery.csv')
    expect(Object.fromEntries([...catalog.roles.keys()].map((role) => [role, ranksOf(catalog, role)]))).toEqual(
      EXPECTED,
    )
    expect(catalog.roles.get('head-baker')?.levels.map(({ name }) => name)).toEqual(['P2', 'P3'])
    expect([...catalog.domains.keys()]).toEqual(['craft', 'people'])
    expect(catalog.scale.steps.map(({ slug }) => slug)).toEqual(['step-1', 'step-2', 'step-3'])
  })

  const quoted = (delimiter: string): string =>
    MATRIX.replaceAll('"Icing, and piping"', 'Icing and piping').replaceAll(',', delimiter)
  test.each([
    ['semicolons', quoted(';')],
    ['tabs', quoted('\t')],
    ['a declared delimiter', `sep=;\r\n${quoted(';')}`],
    ['a byte order mark', `\ufeff${MATRIX}`],
    ['line endings of Windows', MATRIX.replaceAll('\n', '\r\n')],
    ['rows above the head', `My bakery,,,,,\n,,,,,\n${MATRIX}`],
    ['dashes, zeros and n/a', MATRIX.replaceAll(',,', ',-,').replaceAll('1,1,\n', '1,1,n/a\n')],
    ['words with numbers', MATRIX.replaceAll(/(?<=,)(\d)/gu, 'Level $1')],
    ['decimals', MATRIX.replaceAll(/(?<=,)(\d)/gu, '$1.0')],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${MATRIX}`, 'utf16le'))],
  ])('with %s says the same', async (_, text) => {
    expect(await ranksIn(text)).toEqual(EXPECTED)
  })

  test('with words of a scale that ladders use is on this scale', async () => {
    const words = MATRIX.replaceAll(
      /(?<=,)\d/gu,
      (digit) => ['', 'awareness', 'Working', 'PRACTITIONER'][Number(digit)] ?? '',
    )
    const catalog = await imported(await importFolder({ 'a.csv': words }), 'a.csv')
    expect(ranksOf(catalog, 'baker')).toEqual(EXPECTED.baker)
    expect(catalog.scale.steps.map(({ slug }) => slug)).toEqual(['awareness', 'working', 'practitioner', 'expert'])
  })

  test('with first letters of such a scale is on this scale', async () => {
    const letters = MATRIX.replaceAll(/(?<=,)\d/gu, (digit) => 'BIA'[Number(digit) - 1] ?? '')
    const catalog = await imported(await importFolder({ 'a.csv': letters }), 'a.csv')
    expect(ranksOf(catalog, 'baker')).toEqual(EXPECTED.baker)
  })

  test('with words of its own is on a scale in the order in which they rise', async () => {
    const words = MATRIX.replaceAll(/(?<=,)\d/gu, (digit) => ['', 'Watches', 'Bakes', 'Sells'][Number(digit)] ?? '')
    const folder = await importFolder({ 'a.csv': words })
    const catalog = await imported(folder, 'a.csv')
    expect(ranksOf(catalog, 'baker')).toEqual(EXPECTED.baker)
    expect(await folder.read('ladder.yaml')).toContain('# The order of the steps is a guess')
  })

  test('takes names for its numbers', async () => {
    const folder = await importFolder({ 'a.csv': MATRIX })
    const { scale } = await imported(folder, 'a.csv', { scale: ['Novice', 'Pro', 'Master'] })
    expect(scale.steps.map(({ slug }) => slug)).toEqual(['novice', 'pro', 'master'])
  })

  test('with roles in merged heads has a role for each', async () => {
    const text = ',,Baker,,Seller,\narea,skill,Junior,Senior,Junior,Senior\nCraft,Baking,1,2,,1\n,Selling,,1,1,2\n'
    const catalog = await imported(await importFolder({ 'a.csv': text }), 'a.csv')
    expect(ranksOf(catalog, 'baker')).toEqual({ baking: [1, 2], selling: [0, 1] })
    expect(ranksOf(catalog, 'seller')).toEqual({ baking: [0, 1], selling: [1, 2] })
    expect(catalog.skills.get('selling')?.domain.slug).toBe('craft')
  })

  test('with rows of headings has a domain for each', async () => {
    const text = 'Skill,L1,L2\nCraft,,\nBaking,1,2\nPeople,,\nTraining,1,2\n'
    const catalog = await imported(await importFolder({ 'a.csv': text }), 'a.csv', { role: 'Baker' })
    expect([...catalog.skills.values()].map(({ slug, domain }) => [slug, domain.slug])).toEqual([
      ['baking', 'craft'],
      ['training', 'people'],
    ])
  })
})

describe('a CSV file with a row for each requirement', () => {
  const LONG = `Role family,Role,Role level,Skill,Skill level
Bread,Baker,Junior baker,Baking,Awareness
Bread,Baker,Senior baker,Baking,Expert
Bread,Baker,Senior baker,Selling,Working
`
  test('becomes the same', async () => {
    const catalog = await imported(await importFolder({ 'a.csv': LONG }), 'a.csv')
    expect(ranksOf(catalog, 'baker')).toEqual({ baking: [1, 4], selling: [0, 2] })
    expect(catalog.roles.get('baker')?.family).toBe('Bread')
  })

  test('makes a track of the levels that stand beside others, as their names say', async () => {
    const levels = [
      ['Junior baker', 'Awareness'],
      ['Baker', 'Working'],
      ['Senior baker', 'Practitioner'],
      ['Senior baker - management', 'Working'],
      ['Lead baker', 'Expert'],
      ['Lead baker - management', 'Practitioner'],
    ]
    const rows = levels.map(([level, step]) => `Bread,Baker,${level},Baking,${step}\n`).join('')
    const folder = await importFolder({ 'a.csv': `Role family,Role,Role level,Skill,Skill level\n${rows}` })
    const { guesses } = await folder.run('a.csv')
    expect(guesses.map(({ message }) => message)).toContain(
      'Baker has a track "Management" beside its other levels: Senior baker - management, Lead baker - management',
    )
    const role = (await imported(folder, 'a.csv')).roles.get('baker')
    expect(role && tracksOf(role).map(({ levels: own }) => own.map(({ name }) => name))).toEqual([
      ['Junior baker', 'Baker', 'Senior baker', 'Lead baker'],
      ['Junior baker', 'Baker', 'Senior baker - management', 'Lead baker - management'],
    ])
    expect((await folder.read('roles/baker.yaml')).match(/leadsTo: .*/gu)).toEqual([
      'leadsTo: [senior-baker, senior-baker-2]',
      'leadsTo: [lead-baker]',
      'leadsTo: [lead-baker-2]',
      'leadsTo: []',
      'leadsTo: []',
    ])
  })

  test.each([
    [
      'beside the first level begins a track',
      ['Baker', 'Baker (shop)', 'Head Baker'],
      [['Baker (shop)'], ['Baker', 'Head Baker']],
    ],
    [
      'named after none is a level like others',
      ['Baker', 'Chef - night', 'Head Baker'],
      [['Baker', 'Chef - night', 'Head Baker']],
    ],
  ])('a level %s', async (_, levels, tracks) => {
    const rows = levels.map((level, index) => `Baker,${level},Baking,${index + 1}\n`).join('')
    const folder = await importFolder({ 'a.csv': `Role,Role level,Skill,Skill level\n${rows}` })
    const role = (await imported(folder, 'a.csv')).roles.get('baker')
    expect(role && tracksOf(role).map(({ levels: own }) => own.map(({ name }) => name))).toEqual(tracks)
  })

  test('takes the statements of the steps from a second file', async () => {
    const folder = await importFolder({
      'in/requirements.csv': LONG,
      'in/skills.csv':
        'Skill,Awareness,Working,Practitioner,Expert\nBaking,Knows ovens,"• bakes bread\n• bakes rolls",,Teaches\n',
    })
    const catalog = await imported(folder, 'in')
    const { scale, skills } = catalog
    expect(scale.steps.map(({ slug }) => slug)).toEqual(['awareness', 'working', 'practitioner', 'expert'])
    expect(skills.get('baking')?.statements).toEqual({
      awareness: { en: 'Knows ovens' },
      working: { en: 'bakes bread\nbakes rolls' },
      expert: { en: 'Teaches' },
    })
    expect(await folder.read('skills/baking.yaml')).toContain('    must:\n')
  })
})

describe('importing again', () => {
  test('takes what changed in the input, and keeps what changed by hand', async () => {
    const folder = await importFolder({ 'a.csv': MATRIX })
    await imported(folder, 'a.csv')
    await folder.write(
      'my-ladder/skills/baking.yaml',
      (await folder.read('skills/baking.yaml')).replace('name: Baking', '# ours\nname: Bread'),
    )
    await folder.write('my-ladder/README.md', 'Ours.\n')
    await folder.write('a.csv', `${MATRIX.replace('Baker,1,2,3', 'Baker,1,3,3')}People,Hiring,Head Baker,,1,2\n`)
    const preview = await folder.run('a.csv', { dryRun: true })
    expect(await folder.read('roles/baker.yaml')).toContain('baking: [1, 2, 3]')
    const result = await folder.run('a.csv')
    expect(preview.changes).toEqual(result.changes)
    expect(result.changes.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual([
      'roles/baker.yaml changed',
      'roles/head-baker.yaml added',
      'skills/hiring.yaml added',
    ])
    expect(result.catalog && ranksOf(result.catalog, 'baker')).toMatchObject({ baking: [1, 3, 3] })
    expect(await folder.read('skills/baking.yaml')).toContain('# ours\nname: Bread')
    expect(await folder.read('README.md')).toBe('Ours.\n')
  })

  test('keeps a value that both changed, unless it is to be replaced', async () => {
    const folder = await importFolder({ 'a.csv': MATRIX })
    await imported(folder, 'a.csv')
    await folder.write(
      'my-ladder/roles/baker.yaml',
      (await folder.read('roles/baker.yaml')).replace('baking: [1, 2, 3]', 'baking: [1, 1, 3]'),
    )
    await folder.write('a.csv', MATRIX.replace('Baker,1,2,3', 'Baker,1,3,3'))
    const result = await folder.run('a.csv')
    expect(result.changes).toMatchObject([{ outcome: 'unchanged', from: 1, to: 3 }])
    expect(await folder.read('roles/baker.yaml')).toContain('baking: [1, 1, 3]')
    expect(ranksOf(await imported(folder, 'a.csv', { replace: true }), 'baker')).toMatchObject({ baking: [1, 3, 3] })
  })

  test('refuses a folder that it did not write', async () => {
    const folder = await importFolder({ 'a.csv': MATRIX, 'my-ladder/notes.txt': 'Ours.' })
    const before = await folder.list()
    expect(problemLines(await folder.run('a.csv'), folder)).toEqual([
      expect.stringContaining('the folder is not empty'),
    ])
    expect(await folder.list()).toEqual(before)
  })
})

describe('importing a file again', () => {
  const scale = ['Learning', 'Doing', 'Leading']

  test('takes the name and the scale of the last import, and says so', async () => {
    const folder = await importFolder({ 'bakery.csv': MATRIX })
    await imported(folder, 'bakery.csv', { name: 'Acme', scale })
    const again = await folder.run('bakery.csv')
    expect([again.problems, again.changes]).toEqual([[], []])
    expect(await folder.read('ladder.yaml')).toContain('name: Acme')
    expect(again.shapes.at(-1)).toBe('with --name "Acme" --scale "Learning, Doing, Leading", as last time')
    const named = await folder.run('bakery.csv', { name: 'Bakers' })
    expect(await folder.read('ladder.yaml')).toContain('name: Bakers')
    expect(named.catalog?.scale.steps.map(({ slug }) => slug)).toEqual(['learning', 'doing', 'leading'])
  })

  test('gives them up with --replace, and does not take them for another file', async () => {
    const folder = await importFolder({ 'bakery.csv': MATRIX, 'other.csv': MATRIX })
    await imported(folder, 'bakery.csv', { scale })
    const other = await folder.run('other.csv')
    expect(other.shapes.join()).not.toContain('as last time')
    await imported(folder, 'bakery.csv', { scale, replace: true })
    const replaced = await folder.run('bakery.csv', { replace: true })
    expect(replaced.catalog?.scale.steps.map(({ slug }) => slug)).toEqual(['step-1', 'step-2', 'step-3'])
  })
})

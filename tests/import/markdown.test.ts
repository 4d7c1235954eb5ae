import { describe, expect, test } from 'vitest'
import { imported, importFolder, problemLines, ranksOf } from './import-folder.ts'
import { AXES, BAKER, BAKERY } from './inputs.ts'

describe('Markdown with topics in its front matter', () => {
  test('becomes skills whose steps are the levels', async () => {
    const catalog = await imported(await importFolder({ 'bakery.md': BAKERY }), 'bakery.md')
    expect(ranksOf(catalog, 'bakery')).toEqual({ baking: [1, 0, 3], service: [0, 2, 0] })
    const baking = catalog.skills.get('baking')
    expect(baking?.statements['level-1']).toEqual({ en: 'Bakes rolls\nCleans the oven' })
    expect(baking?.statements['level-3']).toEqual({ en: 'Runs the oven room\nTeaches others' })
    expect(baking?.examples['level-3']).toEqual({ en: 'A course for juniors' })
    expect(catalog.roles.get('bakery')?.levels.map(({ name }) => name)).toEqual(['Level 1', 'Level 2', 'Level 3'])
  })

  test('that says something else of a topic on another page has a skill for each role', async () => {
    const other = BAKERY.replace('Bakery', 'Cake shop').replace('Bakes rolls', 'Bakes cakes')
    const folder = await importFolder({ 'in/bakery.md': BAKERY, 'in/cakes.md': other })
    const catalog = await imported(folder, 'in')
    expect([...catalog.skills.values()].map(({ name }) => name).toSorted()).toEqual([
      'Baking (Bakery)',
      'Baking (Cake shop)',
      'Service',
    ])
  })

  test('reports what is no level with its line', async () => {
    const folder = await importFolder({ 'bakery.md': BAKERY.replace('level: 2', 'level: 7') })
    expect(problemLines(await folder.run('bakery.md'), folder)).toEqual([
      'bakery.md:23:9: level 7 is above the 3 levels of the page',
    ])
  })
})

describe('Markdown with axes', () => {
  test('becomes skills with steps of their own', async () => {
    const catalog = await imported(await importFolder({ 'in/README.md': AXES, 'in/Baker.md': BAKER }), 'in')
    expect(ranksOf(catalog, 'baker')).toEqual({ dough: [1, 2], people: [1, 1] })
    expect(catalog.skills.get('dough')?.scale.steps.map(({ slug }) => slug)).toEqual(['kneads', 'invents'])
    expect(catalog.roles.get('baker')?.levels.map(({ slug, name }) => [slug, name])).toEqual([
      ['b1', 'Baker 1'],
      ['b2', 'Baker 2'],
    ])
    // What the role says differently from the axis.
    expect(catalog.roles.get('baker')?.rows.get('people')?.criteria?.[0]?.text).toEqual({
      en: 'Learns from others every day',
    })
  })

  test('reports a step that no axis has', async () => {
    const folder = await importFolder({
      'in/README.md': AXES,
      'in/Baker.md': BAKER.replace('**Invents**', '**Invent**'),
    })
    expect(problemLines(await folder.run('in'), folder)).toEqual([
      'in/Baker.md:12:1: "Invent" is not a step of any axis; the axes are Dough, People',
    ])
  })
})

describe('a table with a text in each cell', () => {
  const LONG = 'and everything that belongs to it in a bakery'
  test.each([
    [
      'in Markdown',
      'a.md',
      `# Baker\n\n| Skill | Junior | Senior |\n|---|---|---|\n| Dough | Kneads ${LONG} | Invents ${LONG} |\n`,
    ],
    ['in CSV', 'baker.csv', `Skill,Junior,Senior\nDough,Kneads ${LONG},Invents ${LONG}\n`],
    ['with a row for each level', 'baker.csv', `Level,Dough\nJunior,Kneads ${LONG}\nSenior,Invents ${LONG}\n`],
  ])('%s becomes skills whose steps are the levels', async (_, file, text) => {
    const catalog = await imported(await importFolder({ [file]: text }), file)
    expect(ranksOf(catalog, 'baker')).toEqual({ dough: [1, 2] })
    expect(catalog.skills.get('dough')?.statements).toEqual({
      junior: { en: `Kneads ${LONG}` },
      senior: { en: `Invents ${LONG}` },
    })
  })

  test('that repeats a text expects the same step again', async () => {
    const text = `Skill,L1,L2,L3\nDough,Kneads ${LONG},Kneads ${LONG},Invents ${LONG}\n`
    expect(ranksOf(await imported(await importFolder({ 'baker.csv': text }), 'baker.csv'), 'baker')).toEqual({
      dough: [1, 1, 3],
    })
  })
})

test('a Markdown table with proficiencies is read as a spreadsheet', async () => {
  const text = '## Baker\n\n| Skill | P1 | P2 |\n| --- | :-: | --- |\n| **Dough** | 1 | 2 |\n| Icing | | 1 |\n'
  expect(ranksOf(await imported(await importFolder({ 'a.md': text }), 'a.md'), 'baker')).toEqual({
    dough: [1, 2],
    icing: [0, 1],
  })
})

test('steps of different axes have different letters', async () => {
  const folder = await importFolder({
    'axes/a.md': AXES.replaceAll('Learns', 'Kindles'),
    'axes/baker.md': BAKER.replaceAll('Learns', 'Kindles'),
  })
  const { skills } = await imported(folder, 'axes')
  const letters = [...skills.values()].flatMap(({ scale }) => scale.steps.map(({ letter }) => letter))
  expect(new Set(letters).size).toBe(4)
})

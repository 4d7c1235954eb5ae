import { expect, test } from 'vitest'
import { createLadder } from '../../src/import/index.ts'
import { importFolder, ranksOf } from './import-folder.ts'

test('a new ladder is valid and has the role it was asked for', async () => {
  const { into } = await importFolder()
  const { catalog } = await createLadder(into, { name: 'Bakery', role: 'Baker' })
  expect(catalog && ranksOf(catalog, 'baker')).toEqual({ delivery: [1, 2, 3], feedback: [0, 1, 2] })
})

test.each([
  [{ share: 0.7 }, { kind: 'share', share: 0.7 }, []],
  ['core-and-breadth', { kind: 'core-and-breadth' }, ['craft']],
  ['all-core', { kind: 'all-core' }, ['craft']],
] as const)('a new ladder takes the rule %j, with the core that it needs', async (rule, levelRule, domains) => {
  const { into } = await importFolder()
  const { catalog } = await createLadder(into, { rule })
  expect(catalog?.levelRule).toEqual(levelRule)
  expect(catalog?.roles.get('engineer')?.core.domains.map(({ slug }) => slug)).toEqual(domains)
})

test('the core of a new ladder without domains is its first skill', async () => {
  const { into } = await importFolder()
  const { catalog } = await createLadder(into, {
    rule: 'all-core',
    skills: ['Baking', 'Icing'].map((name) => ({ name, domain: null })),
  })
  expect(catalog?.roles.get('engineer')?.core.skills.map(({ slug }) => slug)).toEqual(['baking'])
})

test.each([
  { levels: 3, steps: 4, thresholds: [1, 3, 5] },
  { levels: 6, steps: 2, thresholds: [2, 3, 4, 6, 7, 8] },
  { levels: 40, steps: 2, thresholds: Array.from({ length: 40 }, (_, level) => level + 1) },
])('$levels levels of a new ladder of points on $steps steps rise and can be reached', async (shape) => {
  const { into } = await importFolder()
  const { catalog, problems } = await createLadder(into, {
    rule: 'points',
    levels: Array.from({ length: shape.levels }, (_, level) => `L${level + 1}`),
    scale: ['One', 'Two', 'Three', 'Four'].slice(0, shape.steps),
  })
  expect(problems).toEqual([])
  expect(catalog?.roles.get('engineer')?.points?.thresholds).toEqual(shape.thresholds)
})

test('a new ladder is not written into a folder with files', async () => {
  const { into, list } = await importFolder({ 'my-ladder/notes.txt': 'Ours.' })
  expect((await createLadder(into, { role: 'Baker' })).problems).toMatchObject([
    { message: 'the folder is not empty; name another' },
  ])
  expect(await list()).toEqual(['my-ladder', 'my-ladder/notes.txt'])
})

import { expect, test } from 'vitest'
import { createLadder } from '../../src/import/index.ts'
import { importFolder, ranksOf } from './import-folder.ts'

test('a new ladder is valid and has the role it was asked for', async () => {
  const { into } = await importFolder()
  const { catalog } = await createLadder(into, { name: 'Bakery', role: 'Baker' })
  expect(catalog && ranksOf(catalog, 'baker')).toEqual({ delivery: [1, 2, 3], feedback: [0, 1, 2] })
})

test('a new ladder is not written into a folder with files', async () => {
  const { into, list } = await importFolder({ 'my-ladder/notes.txt': 'Ours.' })
  expect((await createLadder(into, { role: 'Baker' })).problems).toMatchObject([
    { message: 'the folder is not empty; name another' },
  ])
  expect(await list()).toEqual(['my-ladder', 'my-ladder/notes.txt'])
})

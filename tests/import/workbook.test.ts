import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { imported, importFolder, problemLines, ranksOf } from './import-folder.ts'

type Rows = (string | number | null)[][]

async function workbook(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  const file = writeXlsxFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })))
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}

const BAKER: Rows = [
  ['Our bakers', null, null],
  ['Skill', 'Junior', 'Senior'],
  ['Baking', 1, 3],
  ['Selling', null, 2],
]
const SELLER: Rows = [
  ['Skill', 'Junior', 'Senior'],
  ['Selling', 2, 3],
]

test('a workbook has a role on each sheet', async () => {
  const folder = await importFolder({ 'a.xlsx': await workbook({ Baker: BAKER, 'Shop Seller': SELLER }) })
  const catalog = await imported(folder, 'a.xlsx')
  expect(ranksOf(catalog, 'baker')).toEqual({ baking: [1, 3], selling: [0, 2] })
  expect(ranksOf(catalog, 'shop-seller')).toEqual({ selling: [2, 3] })
})

test('a problem in a workbook has its sheet, row and column', async () => {
  const folder = await importFolder({
    'a.xlsx': await workbook({ Baker: [...BAKER, ['Icing', 2, 'hot']], Seller: SELLER }),
  })
  expect(problemLines(await folder.run('a.xlsx'), folder)).toEqual([
    'a.xlsx [Baker]:5:3: "hot" is not a proficiency; the steps are Step 1, Step 2, Step 3',
  ])
  expect(await folder.list()).toEqual(['a.xlsx'])
})

test('sheets beside the roles are left out, or say what the numbers mean', async () => {
  const folder = await importFolder({
    'a.xlsx': await workbook({
      Notes: [
        ['Ask Ana before you change this', null],
        ['Version', 3],
      ],
      Baker: BAKER,
      Scale: [
        ['Level', 'Meaning'],
        [1, 'Watches'],
        [2, 'Bakes alone, also on a day with many more guests than there are cakes'],
        [3, 'Teaches: others bake like this baker'],
      ],
    }),
  })
  const result = await folder.run('a.xlsx')
  expect(problemLines(result, folder)).toEqual([])
  expect([...(result.catalog?.roles.keys() ?? [])]).toEqual(['baker'])
  expect(result.catalog?.scale.steps.map(({ name, description }) => [name?.['en'], description?.['en']])).toEqual([
    ['Watches', undefined],
    ['Step 2', 'Bakes alone, also on a day with many more guests than there are cakes'],
    ['Teaches', 'others bake like this baker'],
  ])
  expect(result.guesses.map(({ message }) => message)).toContain(
    'the sheet "Notes" has no rows of skills under a head and is left out',
  )
})

test('a workbook without any role is a problem', async () => {
  const folder = await importFolder({ 'a.xlsx': await workbook({ One: [['Hello']], Two: [['Version', 3]] }) })
  expect(problemLines(await folder.run('a.xlsx'), folder)[0]).toContain('a.xlsx:1:1: no table says')
})

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
    'a.xlsx [Baker]:5:3: "hot" is no proficiency; the steps are Step 1, Step 2, Step 3',
  ])
  expect(await folder.list()).toEqual(['a.xlsx'])
})

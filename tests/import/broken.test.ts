import { expect, test } from 'vitest'
import { importFolder, problemLines } from './import-folder.ts'

// Broken inputs: each is reported with its position, and nothing is written, not even beside the folder.

const HEAD = 'area,skill,role,P1,P2\n'
const ROW = 'Craft,Baking,Baker,1,2\n'

test.each<readonly [string, string, string | Uint8Array, string]>([
  ['an empty file', 'a.csv', '', 'a.csv:1:1: the file is empty'],
  ['a file that is no text', 'a.csv', new Uint8Array([65, 0, 34, 7, 44]), 'a.csv:1:1: this is not text, or UTF-16'],
  ['JSON with a mistake', 'a.json', '{\n  "roles": [}\n}', 'a.json:2:'],
  ['a head without rows', 'a.csv', HEAD, 'a.csv:1:1: no table says'],
  ['a quotation mark that is never closed', 'a.csv', `${HEAD}Craft,"Baking,Baker,1,2\n`, 'a.csv:2:1: a quotation mark'],
  ['a quotation mark within a cell', 'a.csv', `${HEAD}Craft,"Ba"king,Baker,1,2\n`, 'a.csv:2:1: a quotation mark'],
  ['a word among numbers', 'a.csv', `${HEAD}${ROW}Craft,Icing,Baker,1,hot\n`, 'a.csv:3:21: "hot" is not a proficiency'],
  ['half a step', 'a.csv', `${HEAD}${ROW}Craft,Icing,Baker,1,1.5\n`, 'a.csv:3:21: "1.5" is not a proficiency'],
  ['a negative number', 'a.csv', `${HEAD}${ROW}Craft,Icing,Baker,1,-2\n`, 'a.csv:3:21: "-2" is not a proficiency'],
  ['a number that is too high', 'a.csv', `${HEAD}${ROW}Craft,Icing,Baker,1,80\n`, 'a.csv:3:21: 80 is too high'],
  [
    'a level that appears twice',
    'a.csv',
    `skill,role,P1,P1\nBaking,Baker,1,2\n`,
    'a.csv:1:15: the column "P1" appears twice',
  ],
  [
    'two columns of skills',
    'a.csv',
    `skill,competency,P1\nBaking,Icing,1\n`,
    'a.csv:1:7: a second column for the skill',
  ],
  ['no column of skills', 'a.csv', 'role,level\nBaker,P1\n', 'a.csv:1:1: no column has the skills'],
  ['no column of levels', 'a.csv', 'skill,area\nBaking,Craft\n', 'a.csv:1:1: besides the skills, no column has levels'],
  [
    'a value without a head',
    'a.csv',
    `${HEAD}Craft,Baking,Baker,1,2,3\n`,
    'a.csv:2:24: "3" is in a column without a heading',
  ],
  ['values without a skill', 'a.csv', `${HEAD}${ROW}Craft,,Baker,1,2\n`, 'a.csv:3:1: a row has values but no skill'],
  [
    'a skill that appears twice',
    'a.csv',
    `${HEAD}${ROW}Craft,Baking,Baker,1,1\n`,
    'a.csv:3:22: "Baking" appears twice',
  ],
  [
    'a role that expects nothing',
    'a.csv',
    `${HEAD}${ROW}Craft,Baking,Seller,,\n`,
    'a.csv:3:21: no level of "Seller" expects anything',
  ],
  [
    'a misspelled step',
    'a.csv',
    `${HEAD}Craft,Baking,Baker,Working,Expert\nCraft,Icing,Baker,Workng,Expert\n`,
    'a.csv:3:19: "Workng" is not a proficiency; did you mean "Working"?',
  ],
  [
    'too many words',
    'a.csv',
    `skill,a1,a2,a3,a4,a5,a6,a7,a8\nX,qa,qb,qc,qd,qe,qf,qg,qh\n`,
    'a.csv:2:3: there are 8 proficiencies',
  ],
  ['a workbook that is none', 'a.xlsx', 'skill,P1', 'a.xlsx:1:1: this is not an Excel workbook'],
  [
    'a workbook that is damaged',
    'a.xlsx',
    new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
    'a.xlsx:1:1: the workbook cannot be read',
  ],
  ['a workbook with another name', 'a.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'a.csv:1:1: this is a ZIP file'],
  ['an old workbook', 'a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'a.xls:1:1: this is an old Excel format'],
  ['front matter that is no YAML', 'a.md', '---\ntopics:\n  - name: "a\n---\n', 'a.md:'],
  [
    'criteria that are no list',
    'a.md',
    '---\ntopics:\n  - name: a\n    content:\n      - level: 1\n        criteria: no\n---\n',
    'a.md:6:19: topics.0.content.0.criteria',
  ],
])('%s', async (_, file, content, expected) => {
  const folder = await importFolder({ [file]: content })
  const result = await folder.run(file)
  expect(result.catalog).toBeUndefined()
  expect(problemLines(result, folder)[0]).toContain(expected)
  expect(await folder.list()).toEqual([file])
})

test('a missing file', async () => {
  const folder = await importFolder()
  expect(problemLines(await folder.run('a.csv'), folder)).toEqual(['a.csv:1:1: there is no such file or folder'])
})

test('a broken input leaves an earlier import as it was', async () => {
  const folder = await importFolder({ 'a.csv': `${HEAD}${ROW}` })
  expect((await folder.run('a.csv')).problems).toEqual([])
  const before = [await folder.list(), await folder.read('roles/baker.yaml')]
  await folder.write('a.csv', `${HEAD}Craft,Baking,Baker,1,x\n`)
  expect((await folder.run('a.csv')).problems).not.toEqual([])
  expect([await folder.list(), await folder.read('roles/baker.yaml')]).toEqual(before)
})

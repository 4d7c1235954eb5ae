import { expect, test } from 'vitest'
import { exportLadder } from '../../src/import/index.ts'
import { fixtureCatalog } from '../fixtures/catalog.ts'
import { importFolder, problemLines } from './import-folder.ts'

// What a person breaks in an exported file: each problem names the value and its position, and nothing is written.

async function exported(kind: 'json' | 'csv'): Promise<string> {
  const result = await exportLadder(fixtureCatalog, kind)
  if (!result.ok) throw new Error('the fixture has problems')
  return new TextDecoder().decode(result.bytes)
}

test.each<readonly [string, string | RegExp, string, string]>([
  ['no JSON', '"format": "rung-ladder",', '"format": "rung-ladder"', 'a.json:3:3: this is not valid JSON: '],
  ['another format', '"rung-ladder"', '"other"', 'a.json:2:13: format: "format" must be "rung-ladder"'],
  [
    'a newer version',
    '"formatVersion": 1',
    '"formatVersion": 9',
    'a.json:3:20: formatVersion: "formatVersion" must be 1',
  ],
  ['an unknown key', '"domains": [', '"domain": [', 'a.json:5:3: domain: "domain" is not a known key here'],
  [
    'a word that is no step',
    /"python": \{\s+"proficiency": \[\s+"awareness"/u,
    '"python": { "proficiency": ["expertish"',
    'roles[0] (backend-engineer) requirements[0].skills.python.proficiency[0]: "expertish" must be one of: awareness',
  ],
  [
    'a text that is too long',
    '"name": "Python"',
    `"name": "${'x'.repeat(61)}"`,
    'skills[9] (python) name: "name" is too long: at most 60 characters',
  ],
  [
    'an unknown domain',
    '"domain": "programming"',
    '"domain": "programing"',
    'domain: there is no domain "programing"; did you mean',
  ],
])('%s in JSON', async (_, before, after, expected) => {
  const text = await exported('json')
  expect(text).toMatch(before)
  const folder = await importFolder({ 'a.json': text.replace(before, after) })
  expect(problemLines(await folder.run('a.json'), folder)[0]).toContain(expected)
  expect(await folder.list()).toEqual(['a.json'])
})

test.each<readonly [string, string | RegExp, string, string]>([
  [
    'a word that is no step',
    'programming,python,"awareness',
    'programming,python,"awarenes',
    '"awarenes" must be one of: awareness',
  ],
  ['a flag that is none', /awareness, mandatory/u, 'awareness, must', '"must" must be mandatory or optional'],
  [
    'a skill that appears twice',
    /(?=programming,unit-testing)/u,
    'programming,python,working\n',
    'the skill "python" appears twice in this role',
  ],
  ['an unknown skill', 'programming,unit-testing', 'programming,unit-test', 'there is no skill "unit-test"'],
  ['a level without a column', 'domain,skill,Junior', 'domain,skill,', 'has no column for the level "junior"'],
  [
    'a column that is no level',
    'domain,skill,Junior',
    'domain,skill,Apprentice',
    '"Apprentice" is not a level of "backend-engineer"',
  ],
  ['a renamed table', '[Backend Engineer]', '[Backend]', 'there is no table "Backend Engineer"'],
  [
    'a column with a typo',
    'slug,name,domain,aliases',
    'slug,name,domian,aliases',
    '"domian" is not a column of Skills; did you mean "domain"?',
  ],
  [
    'a statement of no skill',
    /\npython,awareness,statement/u,
    '\npyton,awareness,statement',
    'there is no skill "pyton"; the skills are in the table Skills',
  ],
  [
    'a kind that is none',
    /\npython,awareness,statement/u,
    '\npython,awareness,text',
    '"text" must be one of: statement, must, example',
  ],
  [
    'a second statement',
    /(?=\npython,working,statement)/u,
    '\npython,awareness,,Again.',
    'a step has either one statement',
  ],
  ['a newer version', 'format version,1', 'format version,2', '"formatVersion" must be 1'],
])('%s in CSV', async (_, before, after, expected) => {
  const text = (await exported('csv')).replaceAll('\r\n', '\n')
  expect(text).toMatch(before)
  const folder = await importFolder({ 'a.csv': text.replace(before, after) })
  const lines = problemLines(await folder.run('a.csv'), folder)
  expect(lines.join('\n')).toContain(expected)
  expect(lines[0]).toMatch(/^a\.csv:[1-9]\d*:\d+: /u)
  expect(await folder.list()).toEqual(['a.csv'])
})

test('a whole ladder is imported alone, and says everything itself', async () => {
  const folder = await importFolder({ 'in/a.csv': await exported('csv'), 'in/b.csv': 'skill,P1\nBaking,1\n' })
  expect(problemLines(await folder.run('in'), folder)).toEqual([expect.stringContaining('import this file alone')])
  expect(problemLines(await folder.run('in/a.csv', { name: 'Ours' }), folder)).toEqual([
    expect.stringContaining('--name, --role and --scale do not apply to it'),
  ])
  expect(problemLines(await folder.run('in/a.csv', { kind: 'json' }), folder)).toEqual([
    expect.stringContaining('this is not a ladder that was exported as JSON'),
  ])
  expect(problemLines(await folder.run('in/b.csv', { kind: 'csv' }), folder)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/index.ts'
import { EXPORT_KINDS, type ExportKind } from '../../src/import/document/index.ts'
import { exportLadder } from '../../src/import/index.ts'
import { writeCatalog } from '../fixtures/written-catalog.ts'
import { importFolder, problemLines } from '../import/import-folder.ts'
import { MILESTONES, milestones, SCALE } from './ladder.ts'

// A ladder of points as one file: it comes back as it was, and what a person edits in it counts, or is reported at its cell.

async function exported(kind: ExportKind, folder: string): Promise<Uint8Array> {
  const result = await exportLadder(folder, kind)
  if (!result.ok) throw new Error('the ladder has problems')
  return result.bytes
}

async function catalogOf(folder: string) {
  const loaded = await loadCatalog(folder)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.catalog
}

const OWN_POINTS: Readonly<Record<string, string>> = {
  ...MILESTONES,
  'ladder.yaml': `${SCALE}levelRule: points\n`,
  'roles/engineer.yaml': (MILESTONES['roles/engineer.yaml'] ?? '')
    .replace('short: E1', 'short: E1, points: 1')
    .replace('short: E2', 'short: E2, points: 2')
    .replace('short: E3', 'short: E3, points: 3')
    .replace('points: 40', 'points: 4'),
}

describe.each(EXPORT_KINDS)('%s', (kind) => {
  test.each([
    ['a rule with everything', MILESTONES],
    ['points that only levels of roles name', OWN_POINTS],
  ])('%s comes back as it was', async (_, files) => {
    const folder = await writeCatalog(files)
    const work = await importFolder({ [`a.${kind}`]: await exported(kind, folder) })
    const result = await work.run(`a.${kind}`)
    expect([...problemLines(result, work), ...result.guesses]).toEqual([])
    expect(await catalogOf(work.into)).toEqual(await catalogOf(folder))
    // The bytes of a workbook have the time in them.
    expect(await exported('json', work.into)).toEqual(await exported('json', folder))
  })
})

/** Imports the CSV file of the ladder after an edit. */
async function edited(edit: (text: string) => string) {
  const text = new TextDecoder().decode(await exported('csv', await milestones()))
  const after = edit(text)
  expect(after).not.toBe(text)
  const work = await importFolder({ 'a.csv': after })
  return { work, result: await work.run('a.csv') }
}

test('what is edited in the table of points counts, with levels and skills by their names', async () => {
  const { work, result } = await edited((text) =>
    text
      .replace(/^,two,,,6,/mu, ',Engineer II,,,7,')
      .replace(/^,,mentoring,,,2/mu, ',,Mentoring,,,3')
      .replace(/^engineer,four,,,40,/mu, 'Engineer,Staff,,,41,'),
  )
  expect(problemLines(result, work)).toEqual([])
  expect(result.catalog?.roles.get('engineer')?.points).toMatchObject({
    thresholds: [0, 7, 15, 41],
    bySkill: { mentoring: [0, 3, 9, 18, 36] },
  })
})

test.each<readonly [string, string | RegExp, string, string]>([
  [
    'a level that takes less than the one below',
    /^,two,,,6,/mu,
    ',two,,,16,',
    '"three" takes 15 points, and "two" below it takes 16',
  ],
  ['points that are no number', /^,two,,,6,/mu, ',two,,,six,', '"two" must be a whole number'],
  [
    'an unknown skill',
    /^,,mentoring,,,2/mu,
    ',,mentorin,,,2',
    'there is no skill "mentorin"; did you mean "mentoring"?',
  ],
  [
    'a row without anything',
    /^,,mentoring,,,2/mu,
    ',,,,,2',
    'a row of Points must name a level, a step, or a skill with its weight',
  ],
  [
    'another rule',
    /^level rule,points/mu,
    'level rule,all-core',
    'points count only if the level rule in the table Ladder is points',
  ],
])('%s is reported at its cell', async (_, before, after, expected) => {
  const { work, result } = await edited((text) => text.replace(before, after))
  const lines = problemLines(result, work)
  expect(lines.join('\n')).toContain(expected)
  expect(lines[0]).toMatch(/^a\.csv:\d+:\d+: /u)
  expect(result.catalog).toBeUndefined()
})

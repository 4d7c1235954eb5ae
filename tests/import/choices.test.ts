import { describe, expect, test } from 'vitest'
import { assessmentWarnings } from '../../src/assessment/index.ts'
import { imported, importFolder, problemLines, ranksOf } from './import-folder.ts'

// What a ladder doesn't say, and the import decides or reads from the values.

describe('when a level is reached', () => {
  test('is with four in five of what it expects, and said', async () => {
    const folder = await importFolder({ 'a.csv': 'skill,role,Mate,Captain\nRopes,Sailor,1,2\nCharts,Sailor,1,2\n' })
    const { catalog, choices } = await folder.run('a.csv')
    expect(catalog?.roles.get('sailor')?.levelRule).toEqual({ kind: 'share', share: 0.8 })
    expect(choices).toContain(
      'a level is reached with four in five of what it expects; levelRule in ladder.yaml changes it',
    )
  })

  const DIFFERS_BY_ONE =
    'skill,role,Mate,Captain\nRopes,Sailor,1,1\nCharts,Sailor,1,1\nKnots,Sailor,2,2\nTides,Sailor,1,1\nCommand,Sailor,1,2\n'

  test('takes more if someone who exactly meets a level would be at the next', async () => {
    const folder = await importFolder({ 'a.csv': DIFFERS_BY_ONE })
    const { catalog, choices } = await folder.run('a.csv')
    expect(catalog?.roles.get('sailor')?.levelRule).toEqual({ kind: 'share', share: 0.9 })
    expect(catalog && assessmentWarnings(catalog)).toEqual([])
    expect(choices.join('\n')).toContain(
      'with four in five someone who exactly meets Mate of Sailor would be at Captain',
    )
  })

  test('is not changed by rows that fall, which no share makes right', async () => {
    const folder = await importFolder({ 'a.csv': 'skill,role,Mate,Captain\nRopes,Sailor,2,1\nCharts,Sailor,2,1\n' })
    const catalog = await imported(folder, 'a.csv')
    expect(catalog.roles.get('sailor')?.levelRule).toEqual({ kind: 'share', share: 0.8 })
  })
})

test('names that the import makes are said', async () => {
  const { choices } = await (await importFolder({ 'crew.csv': 'skill,Mate,Captain\nRopes,1,2\n' })).run('crew.csv')
  expect(choices).toContain('the role is called "Crew", after the file; --role gives it a name')
  expect(choices).toContain('the numbers 1 to 2 are steps called "Step 1" to "Step 2"; --scale gives them names')
})

describe('values', () => {
  const ranks = async (text: string, scale?: readonly string[]) => {
    const catalog = await imported(await importFolder({ 'crew.csv': text }), 'crew.csv', scale ? { scale } : {})
    return { ranks: ranksOf(catalog, 'crew'), steps: catalog.scale.steps.map(({ name }) => name?.['en']) }
  }

  test.each([
    ['x and nothing', 'x', ''],
    ['yes and no', 'Yes', 'no'],
    ['signs', '✓', '✗'],
  ])('that are marks, %s, expect the higher of two steps', async (_, yes, no) => {
    const text = `skill,Mate,Captain\nRopes,${yes},${yes}\nCommand,${no},${yes}\n`
    expect(await ranks(text)).toEqual({ ranks: { ropes: [2, 2], command: [0, 2] }, steps: ['In part', 'Fully'] })
    expect((await ranks(text, ['Partly', 'Alone'])).steps).toEqual(['Partly', 'Alone'])
  })

  test('from A to C are grades, not first letters of a scale that has two of them', async () => {
    const text = 'skill,Mate,Bosun,Captain\nRopes,C,B,A\nCharts,C,C,B\nTides,,C,A\n'
    expect(await ranks(text)).toEqual({
      ranks: { ropes: [1, 2, 3], charts: [1, 1, 2], tides: [0, 1, 3] },
      steps: ['C', 'B', 'A'],
    })
  })

  test('that are short and all differ are texts', async () => {
    const text =
      'skill,Mate,Bosun,Captain\nRopes,Ties knots,Splices,Checks all\nCharts,Reads,Plots,Teaches\nCrew,Listens,Trains,Hires\n'
    const catalog = await imported(await importFolder({ 'crew.csv': text }), 'crew.csv')
    expect(ranksOf(catalog, 'crew')).toEqual({ ropes: [1, 2, 3], charts: [1, 2, 3], crew: [1, 2, 3] })
    expect(catalog.skills.get('charts')?.statements).toEqual({
      mate: { en: 'Reads' },
      bosun: { en: 'Plots' },
      captain: { en: 'Teaches' },
    })
  })

  test('with a mistake are reported once, and nothing is guessed from it', async () => {
    const folder = await importFolder({
      'a.csv': 'skill,role,Mate,Captain\nRopes,Sailor,1.5,2\nCharts,Sailor,,9\n',
    })
    const result = await folder.run('a.csv')
    expect(problemLines(result, folder)).toEqual([
      'a.csv:3:16: 9 is too high: a scale has at most 7 steps',
      expect.stringContaining('a.csv:2:14: "1.5" is not a proficiency'),
    ])
    expect(result.guesses).toEqual([])
  })
})

test('a table of points makes the levels, and columns of milestones the steps', async () => {
  const folder = await importFolder({
    'ladder/tracks.csv':
      'Track,Summary,Milestone 1,Milestone 2\nServers,Runs them,Restarts them by the book and says so,Plans how many of them are needed\nTalks,Gives them,Speaks to the own team about its work,Speaks to the whole town about all of it\n',
    'ladder/levels.csv': 'Level,Points\n1.1,0\n1.2,3\n2.1,6\n',
    'ladder/milestones.csv': 'Milestone,Points\n0,0\n1,1\n2,3\n',
  })
  const { catalog, guesses, problems } = await folder.run('ladder', { role: 'Engineer' })
  expect(problems).toEqual([])
  const role = catalog?.roles.get('engineer')
  expect(role?.levels.map(({ name }) => name)).toEqual(['1.1', '1.2', '2.1'])
  expect(await folder.read('ladder.yaml')).toContain('steps: [0, 1, 3]')
  expect(await folder.read('roles/engineer.yaml')).toContain('points: 6')
  expect(catalog?.skills.get('talks')?.statements).toMatchObject({
    'milestone-2': { en: 'Speaks to the whole town about all of it' },
  })
  expect(guesses.map(({ message }) => message)).toContain('the column "Summary" is left out')
})

import { expect, test } from 'vitest'
import { imported, importFolder, ranksOf } from './import-folder.ts'

// Markdown pages that say in prose what a level expects.

const COACH = `# Coach

Trains a team.

## How to read this

Ask the head coach.

## C1 Youth coach

**Scope**: one team of children

### Court

#### Drills

- Plans a drill
- Runs it
  with care

#### Matches

Watches every match,
and takes notes.

## C2 Youth coach

**Scope**: all teams of a club

### Court

#### Drills

- Invents drills

## Advisor

### Court

#### Matches

Advises other coaches.
`

test('headings of levels with topics under them are skills whose steps are the levels', async () => {
  const folder = await importFolder({ 'coach.md': COACH })
  const result = await folder.run('coach.md')
  const catalog = await imported(folder, 'coach.md')
  expect(ranksOf(catalog, 'coach')).toEqual({ scope: [1, 2, 0], drills: [1, 2, 0], matches: [1, 0, 3] })
  const role = catalog.roles.get('coach')
  expect(role?.levels.map(({ name, short }) => `${name}/${short}`)).toEqual([
    'C1 Youth coach/C1',
    'C2 Youth coach/C2',
    'Advisor/Advisor',
  ])
  expect(role?.description?.['en']).toBe('Trains a team.')
  expect(catalog.skills.get('drills')?.domain.slug).toBe('court')
  expect(catalog.skills.get('drills')?.statements).toEqual({
    'c1-youth-coach': { en: 'Plans a drill\nRuns it with care' },
    'c2-youth-coach': { en: 'Invents drills' },
  })
  expect(catalog.skills.get('matches')?.statements).toMatchObject({
    'c1-youth-coach': { en: 'Watches every match, and takes notes.' },
  })
  expect(result.guesses.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '5: "How to read this" is not a level of Coach and is left out',
  ])
})

test.each<readonly [string, string, Readonly<Record<string, string>>]>([
  [
    'bullets with a name in bold',
    'a.md',
    {
      'a.md':
        '# Agent\n\n## Junior\n\n- **Empathy**: learns it\n- **Speed:** has it\n\n## Senior\n\n- **Empathy**: spreads it\n- **Speed:** shows it\n',
    },
  ],
  [
    'headings of topics with levels under them',
    'a.md',
    {
      'a.md':
        '# Agent\n\n## Empathy\n\n### Junior\n\nLearns it\n\n### Senior\n\nSpreads it\n\n## Speed\n\n### Junior\n\nHas it\n\n### Senior\n\nShows it\n',
    },
  ],
  [
    'a page for each level',
    'pages',
    {
      'pages/a1.md': '# Junior Agent\n\n## Empathy\n\nLearns it\n\n## Speed\n\nHas it\n',
      'pages/a2.md': '# Senior Agent\n\n## Empathy\n\nSpreads it\n\n## Speed\n\nShows it\n',
    },
  ],
])('%s', async (_, input, files) => {
  const catalog = await imported(await importFolder(files), input)
  expect(ranksOf(catalog, 'agent')).toEqual({ empathy: [1, 2], speed: [1, 2] })
})

test('levels without topics are one skill, and said', async () => {
  const folder = await importFolder({
    'a.md': '# Pilot\n\n## Junior\n\nFlies with help.\n\n## Senior\n\nFlies alone.\n',
  })
  const { catalog, choices } = await folder.run('a.md')
  expect(catalog && ranksOf(catalog, 'pilot')).toEqual({ expectations: [1, 2] })
  expect(choices).toContain('the levels of Pilot have no topics, so their texts are one skill, "Expectations"')
})

test('a page without levels is not prose', async () => {
  const folder = await importFolder({ 'a.md': '# Notes\n\n## Today\n\nRain.\n\n## Tomorrow\n\nSun.\n' })
  expect((await folder.run('a.md')).problems).toHaveLength(1)
})

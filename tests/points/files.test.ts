import { describe, expect, test } from 'vitest'
import { assessmentWarnings } from '../../src/assessment/index.ts'
import { loadCatalog } from '../../src/catalog/index.ts'
import { MILESTONES, milestones, openMilestones, RULE, SCALE } from './ladder.ts'

// The rule of points in the files of a ladder: what it comes to, and what is wrong with it, at its place.

async function problems(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const loaded = await loadCatalog(await milestones(files))
  return loaded.ok
    ? []
    : loaded.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)
}

const withRule = (rule: string) => ({ 'ladder.yaml': `${SCALE}${rule}` })
const withLine = (from: string | RegExp, to: string) => withRule(RULE.replace(from, to))
const role = (from: string | RegExp, to: string) => ({
  'roles/engineer.yaml': (MILESTONES['roles/engineer.yaml'] ?? '').replace(from, to),
})

describe('the points of a role', () => {
  test('are those of its steps, times the weight, with levels of the ladder and of its own', async () => {
    const { catalog } = await openMilestones()
    expect(catalog.roles.get('engineer')?.points).toMatchObject({
      thresholds: [0, 6, 15, 40],
      bySkill: { web: [0, 1, 3, 6, 12], mentoring: [0, 2, 6, 12, 24], writing: [0, 2, 4] },
    })
  })

  test('a step is worth its number without a list, and the first entry of a list may be left out', async () => {
    const bare = 'levelRule:\n  points: { levels: { one: 1, two: 2, three: 3 } }\n'
    const small = role('points: 40', 'points: 4')
    const { catalog } = await openMilestones({ ...withRule(bare), ...small })
    expect(catalog.roles.get('engineer')?.points?.bySkill).toMatchObject({ web: [0, 1, 2, 3, 4], writing: [0, 1, 2] })
    const short = await openMilestones(withLine('[0, 1, 3, 6, 12]', '[1, 3, 6, 12]'))
    expect(short.catalog.roles.get('engineer')?.points?.bySkill['web']).toEqual([0, 1, 3, 6, 12])
  })

  test('the word alone takes the points of levels from their roles', async () => {
    const own = (MILESTONES['roles/engineer.yaml'] ?? '')
      .replace('short: E1', 'short: E1, points: 1')
      .replace('short: E2', 'short: E2, points: 5')
      .replace('short: E3', 'short: E3, points: 9')
      .replace('points: 40', 'points: 12')
    const { catalog } = await openMilestones({ ...withRule('levelRule: points\n'), 'roles/engineer.yaml': own })
    expect(catalog.roles.get('engineer')?.points?.thresholds).toEqual([1, 5, 9, 12])
  })

  test('the version of the role and of the ladder change with the rule, and not with its spelling', async () => {
    const version = async (files: Readonly<Record<string, string>>) => {
      const { catalog } = await openMilestones({ ...withRule(RULE), ...files })
      return [catalog.version, catalog.roles.get('engineer')?.version]
    }
    const [before, role] = await version({})
    expect(await version(withLine('weights: { mentoring: 2 }', 'weights:\n      mentoring: 2 # twice'))).toEqual([
      before,
      role,
    ])
    const [after, roleAfter] = await version(withLine('two: 6', 'two: 7'))
    expect(after).not.toBe(before)
    expect(roleAfter).not.toBe(role)
  })
})

describe('a wrong rule of points is reported at its place', () => {
  test.each([
    [
      'points that fall',
      withLine('3, 6, 12]', '3, 2, 12]'),
      'ladder.yaml:8:22: 2 points are fewer than the 3 of the step below',
    ],
    [
      'a list that does not fit the scale',
      withLine('[0, 1, 3, 6, 12]', '[1, 3, 6]'),
      'ladder.yaml:8:5: has 3 entries, but the scale has 4 steps (m1, m2, m3, m4): give 4, or 5 that begin with 0 for "none yet"',
    ],
    [
      'one more entry that does not begin with 0',
      withLine('[0, 1, 3, 6, 12]', '[1, 3, 6, 12, 20]'),
      'ladder.yaml:8:5: has 5 entries, but the scale has 4 steps (m1, m2, m3, m4): give 4, or 5 that begin with 0 for "none yet"',
    ],
    [
      'a skill with steps of its own and no points for them',
      withLine(/ {4}skillSteps.*\n/u, ''),
      'ladder.yaml:8:5: do not fit "writing", which has 2 steps of its own; give it points of its own, such as skillSteps: { writing: [1, 2] }',
    ],
    [
      'points of its own that do not fit',
      withLine('writing: [2, 4]', 'writing: [2, 4, 6, 8]'),
      'ladder.yaml:10:19: has 4 entries, but "writing" has 2 steps (drafts, edits): give 2, or 3 that begin with 0 for "none yet"',
    ],
    [
      'an unknown skill',
      withLine('mentoring: 2', 'mentorin: 2'),
      'ladder.yaml:9:26: there is no skill "mentorin"; did you mean "mentoring"?',
    ],
    [
      'an unknown level',
      withLine('two: 6', 'two: 6, tree: 9'),
      'ladder.yaml:11:37: there is no level "tree"; did you mean "three"?',
    ],
    [
      'a level that takes no more than the one below',
      withLine('three: 15', 'three: 6'),
      'ladder.yaml:11:38: "three" takes 6 points, and "two" below it takes 6 (engineer); each level must take more than the one below',
    ],
    [
      'a level of a role that takes fewer',
      role('points: 40', 'points: 14'),
      'roles/engineer.yaml:8:52: "four" takes 14 points, and "three" below it takes 15 (engineer); each level must take more than the one below',
    ],
    [
      'a level that nobody reaches',
      role('points: 40', 'points: 65'),
      'roles/engineer.yaml:8:52: "four" takes 65 points, but all skills of engineer at their highest step are worth 64',
    ],
    [
      'a level without points',
      role(', points: 40', ''),
      'roles/engineer.yaml:8:5: "four" has no points: say how many of 64 it takes, here as points: … or in ladder.yaml under levelRule.points.levels',
    ],
    [
      'points of a level under another rule',
      withRule('levelRule: { share: 0.8 }\n'),
      'roles/engineer.yaml:8:52: counts only with the level rule "points"; ladder.yaml has another one',
    ],
    ['a fraction', withLine('two: 6', 'two: 6.5'), 'ladder.yaml:11:28: "two" must be a whole number'],
    ['fewer than none', withLine('mentoring: 2', 'mentoring: -1'), 'ladder.yaml:9:27: "mentoring" must be at least 0'],
    [
      'an unknown key',
      withLine('weights:', 'weight:'),
      'ladder.yaml:9:5: "weight" is not a known key here; the keys are: steps, skillSteps, weights, levels',
    ],
    [
      'two rules at once',
      withRule('levelRule: { share: 0.8, points: {} }\n'),
      'ladder.yaml:6:1: "levelRule" must have either share or points',
    ],
  ])('%s', async (_, files, expected) => {
    expect(await problems(files)).toContain(expected)
  })

  test('a role that cannot be read may have the level that no other has', async () => {
    const lines = await problems({ ...withLine('two: 6', 'two: 6, tree: 9'), 'roles/broken.yaml': 'slug: broken\n' })
    expect(lines.join('\n')).not.toContain('tree')
  })
})

test('expectations whose points are those of another level are a warning', async () => {
  const expecting = role('{ web: [], mobile: [], servers: [] }', '{ web: [m1, m2, m3, m4], mobile: [], servers: [] }')
  const { catalog } = await openMilestones(expecting)
  expect(assessmentWarnings(catalog)).toEqual([
    'engineer: someone who exactly meets Engineer II has 3 points and is at Engineer I, because Engineer II takes 6',
    'engineer: someone who exactly meets Engineer III has 6 points and is at Engineer II, because Engineer III takes 15',
    'engineer: someone who exactly meets Staff has 12 points and is at Engineer II, because Staff takes 40',
  ])
  expect(assessmentWarnings((await openMilestones()).catalog)).toEqual([])
})

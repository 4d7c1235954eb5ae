import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gradeOf, levelCounts } from '../src/assessment/engine/grade.ts'
import { PARAMETERS } from '../src/assessment/engine/parameters.ts'
import { assessedRole, profileOf, type Rating } from '../src/assessment/index.ts'
import { loadCatalog } from '../src/catalog/index.ts'
import { ownCatalog } from './fixtures/catalog.ts'

// docs/level.md: its counts, its example and its figures are those of the code and of bench/assessment.

const root = join(import.meta.dirname, '..')
const page = await readFile(join(root, 'docs/level.md'), 'utf8')
const designs = await readFile(join(root, 'bench/assessment/DESIGNS.md'), 'utf8')
const loaded = await loadCatalog(ownCatalog)
if (!loaded.ok) throw new Error('the own ladder is broken')
const role = loaded.catalog.roles.get('ml-engineer')
if (!role) throw new Error('the ladder has no ML Engineer')
const assessed = assessedRole(role)

const section = (title: string): string => page.split(`## ${title}\n`)[1]?.split(/^## /mu)[0] ?? ''

test('the counts of each level are those of the rule', () => {
  const full = levelCounts(assessed, profileOf(assessed, 5))
  const rows = role.levels.map(({ name }, level) => {
    const { core, breadth } = full[level] ?? { core: undefined, breadth: undefined }
    return `| ${name} | ${core?.expected} | ${core?.needed} | ${breadth?.expected} | ${breadth?.needed} |\n`
  })
  expect(section('The rule')).toContain(rows.join(''))
})

describe('Ana of the example', () => {
  const rows = [
    ...section('An example').matchAll(
      /^\| (\w+) \| (\d+) of (\d+) \| (\d+) \| (\d+) of (\d+) \| (\d+) \| (\w[\w ]*) \|$/gmu,
    ),
  ]
  /** How many of each part are met at each level. */
  const met = rows.map(([, , core, , , others]) => ({ core: Number(core), others: Number(others) }))

  /** Ratings that meet so many skills of each part at the first three levels, each skill up to some level. */
  function ratings(targets: readonly { readonly core: number; readonly others: number }[]): Map<string, Rating> {
    const result = new Map<string, Rating>()
    for (const isCore of [true, false]) {
      // Skills that expect more at each level, so that one can be met at a level and not at the next.
      const skills = assessed.skills
        .filter(({ core }) => (core === true) === isCore)
        .toSorted((a, b) => Number(rises(b.required)) - Number(rises(a.required)))
      for (const [index, { id, required }] of skills.entries()) {
        const reached = targets.filter((target) => index < (isCore ? target.core : target.others)).length
        result.set(id, reached === 0 ? 0 : (required[reached - 1] ?? 0))
      }
    }
    return result
  }
  const rises = ([first, second, third]: readonly (number | null)[]) =>
    (first ?? 0) < (second ?? 0) && (second ?? 0) < (third ?? 0)

  test('has the counts of the table, and the level that the page gives her', () => {
    expect(rows).toHaveLength(3)
    const ana = ratings(met)
    const counts = levelCounts(assessed, ana)
    for (const [level, [, , core, ofCore, coreNeeded, others, ofOthers, othersNeeded, verdict]] of rows.entries()) {
      const at = counts[level]
      expect(at?.core).toMatchObject({ met: Number(core), expected: Number(ofCore), needed: Number(coreNeeded) })
      expect(at?.breadth).toMatchObject({
        met: Number(others),
        expected: Number(ofOthers),
        needed: Number(othersNeeded),
      })
      expect([level, verdict]).toEqual([level, gradeOf(assessed, ana) > level ? 'reached' : 'not reached'])
    }
    expect(section('An example')).toContain(`Her level is **${role.levels[gradeOf(assessed, ana) - 1]?.name}**`)
  })

  test('would be Junior with six core skills at Middle', () => {
    const [junior = { core: 0, others: 0 }, middle = { core: 0, others: 0 }, senior = { core: 0, others: 0 }] = met
    expect(gradeOf(assessed, ratings([junior, { ...middle, core: 6, others: 33 }, senior]))).toBe(1)
  })
})

test('the numbers of the procedure are those of the engine', () => {
  const how = section('Why not all 58 questions')
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
  expect(how).toContain(`at least ${percent(PARAMETERS.confidence)}`)
  expect(how).toContain(
    `(${percent(PARAMETERS.gapProbability)}, and ${percent(PARAMETERS.firstGapProbability)} at the first level)`,
  )
  expect([
    PARAMETERS.coreQuestions,
    PARAMETERS.minBreadthAnswers,
    PARAMETERS.minAnswers,
    PARAMETERS.earlyStopAnswers,
    PARAMETERS.gapEvidence,
  ]).toEqual([12, 5, 8, 10, 5])
})

test('the figures are those of the last judging run', () => {
  const last = /^\| 110_961 .*$/mu.exec(designs)?.[0] ?? ''
  const figures = [...section('Figures').matchAll(/^\| [^|]+ \| (\d+) \| ([\d.]+) \| ([\d.]+)% \|$/gmu)]
  expect(figures).toHaveLength(4)
  for (const [, median, mean, agreement] of figures) expect(last).toContain(`${median}, ${mean}, ${agreement} %`)
  expect(designs).toContain('1260 people')
  expect(designs).toContain('87 to 100 % as expected, with one answer in seven changed')
})

test('the time that a question is said to take is the one that is counted', async () => {
  const code = await readFile(join(root, 'src/bot/commands/assess/card-time.ts'), 'utf8')
  const statistics = await readFile(join(root, 'src/bot/card-statistics.ts'), 'utf8')
  const how = section('How long it takes')
  for (const [source, name, written] of [
    [code, 'WORDS_A_MINUTE', '238 words a minute'],
    [statistics, 'LEAST_ASSESSMENTS', '50 assessments'],
  ] as const) {
    expect(how).toContain(written)
    expect(source).toMatch(new RegExp(`const ${name} = ${written.split(' ')[0]}\\b`, 'u'))
  }
})

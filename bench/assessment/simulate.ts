import type { AssessedRole } from '../../src/assessment/engine/index.ts'
import { mlEngineer } from '../../tests/assessment/engine/ml-engineer.ts'
import { runPopulations, type Summary, summarize } from './measure.ts'
import { POPULATIONS, type Population } from './populations.ts'
import { generateRole } from './roles.ts'

// Seeds 1 to 99 are for tuning (DESIGNS.md says which were used). 20_261 to 20_263 and 40_961 to 40_963 judged earlier
// versions and led to changes, so they are no longer independent. These test the current version: nothing was chosen by them.
const TEST_SEEDS = { mlEngineer: 50_961, roles: 50_962, others: 50_963 } as const

const PEOPLE = 150
const GENERATED_SIZES = [1, 5, 20, 120, 300] as const

interface Bar {
  readonly name: string
  readonly of: (summary: Summary) => number
  readonly level: number
  readonly gaps: number
  readonly atLeast: boolean
  readonly show: (value: number) => string
}

const count = (value: number): string => value.toFixed(0)
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
const plain = (value: number): string => value.toFixed(3)

/** The bars for the core populations, grade only and with gaps. */
const BARS: readonly Bar[] = [
  { name: 'median of questions', of: (s) => s.medianAsked, level: 26, gaps: 38, atLeast: false, show: count },
  { name: '95th percentile', of: (s) => s.asked95, level: 57, gaps: 57, atLeast: false, show: count },
  { name: 'grade agreement', of: (s) => s.agreement, level: 0.96, gaps: 0.97, atLeast: true, show: percent },
  { name: 'within one level', of: (s) => s.withinOne, level: 0.99, gaps: 0.99, atLeast: true, show: percent },
  { name: 'over-graded', of: (s) => s.overGraded, level: 0.03, gaps: 0.025, atLeast: false, show: percent },
  { name: 'worst core population', of: (s) => s.worst, level: 0.9, gaps: 0.93, atLeast: true, show: percent },
  { name: 'gap-list F1', of: (s) => s.gapF1, level: 0.78, gaps: 0.87, atLeast: true, show: plain },
  { name: 'precision of the first 10', of: (s) => s.firstTen, level: 0.92, gaps: 0.97, atLeast: true, show: percent },
  {
    name: 'stated confidence off by',
    of: (s) => Math.abs(s.statedOff),
    level: 0.02,
    gaps: 0.02,
    atLeast: false,
    show: percent,
  },
  {
    name: 'CPU a question, 99th, ms',
    of: (s) => s.cpu99,
    level: 5,
    gaps: 5,
    atLeast: false,
    show: (v) => v.toFixed(2),
  },
]

const AGREEMENT_ON_ANY_ROLE = 0.9
const CPU_ON_ANY_ROLE = 5

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Simulates everything and prints it. Resolves to whether every bar holds. */
export async function main(): Promise<boolean> {
  const core = POPULATIONS.filter((population) => population.core)
  const level = summarize(runPopulations(mlEngineer, core, PEOPLE, TEST_SEEDS.mlEngineer, false, true))
  const gaps = summarize(runPopulations(mlEngineer, core, PEOPLE, TEST_SEEDS.mlEngineer, true))
  print(`ML Engineer, ${level.people} people of ${core.length} core populations: grade only, and with gaps`)
  const results = [...BARS.map((bar) => checkBar(bar, level, gaps)), ...testRoles().map(checkRole)]
  print(line('(means: grade only)', level))
  print(line('(means: with gaps)', gaps))
  print('\nPopulations without a bar, ML Engineer, grade only')
  for (const population of POPULATIONS.filter((each) => !each.core)) {
    print(
      line(population.name, summarize(runPopulations(mlEngineer, [population], 60, TEST_SEEDS.others, false, true))),
    )
  }
  return results.every(Boolean)
}

function checkBar(bar: Bar, level: Summary, gaps: Summary): boolean {
  const verdict = (value: number, bound: number): boolean => (bar.atLeast ? value >= bound : value <= bound)
  const cell = (value: number, bound: number): string =>
    `${bar.show(value)} (${bar.atLeast ? '≥' : '≤'} ${bar.show(bound)})${verdict(value, bound) ? '' : ' FAILS'}`
  print(`  ${bar.name.padEnd(26)} ${cell(bar.of(level), bar.level).padEnd(26)} ${cell(bar.of(gaps), bar.gaps)}`)
  return verdict(bar.of(level), bar.level) && verdict(bar.of(gaps), bar.gaps)
}

function testRoles(): readonly AssessedRole[] {
  print('\nGenerated roles, grade only; then with gaps')
  return [
    ...GENERATED_SIZES.map((size) => generateRole(size, TEST_SEEDS.roles + size)),
    generateRole(40, TEST_SEEDS.roles, 3),
    generateRole(40, TEST_SEEDS.roles, 8),
  ]
}

function checkRole(role: AssessedRole): boolean {
  const populations = POPULATIONS.filter((population) => population.core || population.name === 'deep holes')
  const people = role.skills.length > 100 ? 6 : 40
  warmUp(role, populations)
  const summary = summarize(runPopulations(role, populations, people, TEST_SEEDS.roles, false, true))
  const holds = summary.agreement >= AGREEMENT_ON_ANY_ROLE && summary.cpu99 < CPU_ON_ANY_ROLE
  print(`${line(`${role.skills.length} skills, ${role.levels.length} levels`, summary)}${holds ? '' : ' FAILS'}`)
  print(line('  with gaps', summarize(runPopulations(role, populations, people, TEST_SEEDS.roles, true))))
  return holds
}

const WARM_UP_QUESTIONS = 2000

/**
 * Warms up the engine, because its CPU time is measured compiled. A tiny role asks too few questions for that: of 440 cold
 * questions, the 99th percentile is 2 to 7 ms of compilation and garbage collection, while the median is 0.05 ms.
 */
function warmUp(role: AssessedRole, populations: readonly Population[]): void {
  for (let askedCount = 0, seed = TEST_SEEDS.others; askedCount < WARM_UP_QUESTIONS; seed++) {
    const runs = runPopulations(role, populations, 1, seed, false)
    askedCount += 1 + runs.reduce((sum, run) => sum + run.askedCount, 0)
  }
}

const line = (name: string, s: Summary): string =>
  `  ${name.padEnd(22)} mean ${s.meanAsked.toFixed(1)}, median ${s.medianAsked}, 95th ${s.asked95}; agrees ${percent(s.agreement)},` +
  ` within one ${percent(s.withinOne)}, over ${percent(s.overGraded)}, worst ${percent(s.worst)},` +
  ` stated off ${percent(s.statedOff)}; F1 ${plain(s.gapF1)}, first ten ${percent(s.firstTen)}; left said off by ${s.leftBias.toFixed(1)}; CPU ${s.cpu99.toFixed(2)} ms`

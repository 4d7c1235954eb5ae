import type { AssessedRole } from '../../src/assessment/engine/index.ts'
import { mlEngineer } from '../../tests/assessment/engine/ml-engineer.ts'
import { seededRandom } from '../../tests/seeded-random.ts'
import { BARS, type Bar, holds, percent } from './bars.ts'
import { measureCards } from './cards.ts'
import {
  byPopulation,
  type Mode,
  mean,
  quantile,
  type Run,
  runPerson,
  runPopulations,
  type Summary,
  summarize,
} from './measure.ts'
import { gradeOfSheet, onAnotherDay, WRITTEN_PEOPLE, type WrittenPerson } from './people.ts'
import { POPULATIONS, type Population } from './populations.ts'
import { generateRole } from './roles.ts'
import { measureScales } from './scales.ts'

// Seeds 1 to 99 are for tuning (DESIGNS.md says which were used). 60_961 to 60_964 and 70_961 to 70_964 judged earlier versions and led
// to changes, so they are no longer independent. These test the current version: nothing was chosen by them.
const TEST_SEEDS = { mlEngineer: 110_961, roles: 110_962, people: 90_963, others: 110_964, warmUp: 99 } as const

const MODES: readonly Mode[] = ['level', 'plan', 'gaps', 'target']
const SIZES = [1, 5, 12, 20, 120, 300] as const
const AGREEMENT_ON_ANY_ROLE = 0.9
const CPU_ON_ANY_ROLE = 15
/** Of the variants of a written person: as expected, and the questions of the person. */
const AS_EXPECTED = 0.9
const MOST_QUESTIONS = 20

interface Size {
  /** People of each population for ML Engineer, of each role, and of each large role. */
  readonly people: number
  readonly roles: number
  readonly largeRoles: number
  readonly variants: number
}

const FULL: Size = { people: 60, roles: 8, largeRoles: 1, variants: 60 }
const SMALL: Size = { people: 10, roles: 2, largeRoles: 1, variants: 20 }

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const withBar = POPULATIONS.filter((population) => population.hasBar)

/** Simulates everything and prints it. Resolves to whether every bar holds. */
export async function main(isSmall = false): Promise<boolean> {
  const size = isSmall ? SMALL : FULL
  const results = [
    ...measureModes(size),
    ...measurePeople(size),
    ...SIZES.flatMap((skills) => [false, true].map((hasCore) => measureRole(skills, hasCore, size))),
  ]
  results.push(measureScales(size.people, print))
  measureOthers(size)
  await measureCards(Math.ceil(size.people / 3))
  print(results.every(Boolean) ? '\nEvery bar holds.' : '\nNOT every bar holds.')
  return results.every(Boolean)
}

/** ML Engineer: each mode beside its bars and the reference's figures. */
function measureModes({ people }: Size): readonly boolean[] {
  warmUp(mlEngineer, withBar)
  const results: boolean[] = []
  for (const mode of MODES) {
    const runs = runPopulations(mlEngineer, withBar, people, TEST_SEEDS.mlEngineer, mode)
    const summary = summarize(runs)
    print(`\nML Engineer, ${mode}: ${summary.people} people of ${withBar.length} populations`)
    print(`  ${''.padEnd(26)} ${'ours'.padEnd(12)} ${'bar'.padEnd(12)} reference`)
    results.push(...BARS.filter((bar) => bar.bounds[mode] !== undefined).map((bar) => printBar(bar, mode, summary)))
    if (mode === 'target') printReadiness(runs)
    if (mode === 'plan') printPlanQuestions(summary)
    print(line('everything', summary))
    for (const [name, some] of byPopulation(runs)) print(line(`  ${name}`, summarize(some)))
  }
  return results
}

function printBar(bar: Bar, mode: Mode, summary: Summary): boolean {
  const bound = bar.bounds[mode] ?? 0
  const reference = bar.reference[mode]
  const verdict = holds(bar, mode, summary)
  const cells = [bar.show(bar.of(summary)), `${bar.atLeast ? '≥' : '≤'} ${bar.show(bound)}`]
  const referenceText = reference === undefined ? '' : bar.show(reference)
  print(
    `  ${bar.name.padEnd(26)} ${cells.map((cell) => cell.padEnd(12)).join(' ')} ${referenceText}${verdict ? '' : '  FAILS'}`,
  )
  return verdict
}

function printPlanQuestions({ planAsked: { p10, median, p90, people }, planWithin }: Summary): void {
  print(
    `  questions for the plan: ${people} people, 10th percentile ${p10}, median ${median}, 90th ${p90}; ${percent(planWithin)} within the range shown`,
  )
}

function printReadiness(runs: readonly Run[]): void {
  for (const [word, ready] of [
    ['ready', 1],
    ['not ready', 0],
  ] as const) {
    const some = runs.filter((run) => run.fullVerdict === ready)
    const counts = some.map((run) => run.askedCount)
    print(
      `  ${word}: ${some.length} people, median ${quantile(counts, 0.5)} questions, mean ${mean(counts).toFixed(1)}`,
    )
  }
}

/** Six people written by hand: their level, their questions, and how steady both are. */
function measurePeople({ variants }: Size): readonly boolean[] {
  print('\nWritten people, level: expected, got, questions; on another day: as expected, precision of the list')
  return WRITTEN_PEOPLE.map((person) => measurePerson(person, variants))
}

function measurePerson({ name, grade, sheet }: WrittenPerson, variants: number): boolean {
  const run = runPerson(mlEngineer, name, sheet, 'level', 0)
  const others = Array.from({ length: variants }, (_, i) => {
    const variant = onAnotherDay(sheet, seededRandom(TEST_SEEDS.people + i))
    return { run: runPerson(mlEngineer, name, variant, 'level', 0), full: gradeOfSheet(mlEngineer, variant) }
  })
  const asExpected = mean(others.map((other) => (other.run.verdict === grade ? 1 : 0)))
  const full = mean(others.map((other) => (other.full === grade ? 1 : 0)))
  const { precision, medianAsked, asked95 } = summarize(others.map((other) => other.run))
  const verdict =
    run.verdict === grade && run.askedCount <= MOST_QUESTIONS && run.coreFirst && asExpected >= AS_EXPECTED
  print(
    `  ${name.padEnd(18)} ${grade}, ${run.verdict}, ${run.askedCount}; ${percent(asExpected)} (all answers: ${percent(full)}),` +
      ` median ${medianAsked}, 95th ${asked95}, ${percent(precision)}${verdict ? '' : '  FAILS'}`,
  )
  return verdict
}

/** A generated role in every mode. */
function measureRole(skills: number, hasCore: boolean, { roles, largeRoles }: Size): boolean {
  const role = generateRole(skills, TEST_SEEDS.roles + skills, { hasCore })
  const people = skills > 100 ? largeRoles : roles
  if (skills === SIZES[0] && !hasCore) print('\nGenerated roles')
  warmUp(role, withBar)
  return MODES.map((mode) => {
    const summary = summarize(runPopulations(role, withBar, people, TEST_SEEDS.roles, mode))
    const verdict = summary.agreement >= AGREEMENT_ON_ANY_ROLE && summary.cpu99 < CPU_ON_ANY_ROLE
    print(`${line(`${skills} skills${hasCore ? ', core' : ''}, ${mode}`, summary)}${verdict ? '' : '  FAILS'}`)
    return verdict
  }).every(Boolean)
}

function measureOthers({ people }: Size): void {
  print('\nPopulations without a bar, ML Engineer, level')
  for (const population of POPULATIONS.filter((each) => !each.hasBar)) {
    print(
      line(population.name, summarize(runPopulations(mlEngineer, [population], people, TEST_SEEDS.others, 'level'))),
    )
  }
}

const WARM_UP_QUESTIONS = 2000

/**
 * Warms up the engine, because its CPU time is measured compiled. A tiny role asks too few questions for that: of 440 cold
 * questions, the 99th percentile is 2 to 7 ms of compilation and garbage collection, while the median is 0.05 ms.
 */
function warmUp(role: AssessedRole, populations: readonly Population[]): void {
  for (let askedCount = 0, seed = TEST_SEEDS.warmUp; askedCount < WARM_UP_QUESTIONS; seed++) {
    const runs = runPopulations(role, populations, 1, seed, 'level')
    askedCount += 1 + runs.reduce((sum, run) => sum + run.askedCount, 0)
  }
}

const line = (name: string, s: Summary): string =>
  `  ${name.padEnd(26)} median ${s.medianAsked}, mean ${s.meanAsked.toFixed(1)}, 95th ${s.asked95}; agrees ${percent(s.agreement)},` +
  ` over ${percent(s.overGraded)}, stated off ${percent(s.statedOff)}; list ${percent(s.precision)} right, F1 ${percent(s.gapF1)};` +
  ` plan within 2 ${percent(s.othersWithinTwo)}, suffices ${percent(s.suffices)}; left said off by ${s.leftBias.toFixed(1)};` +
  ` CPU ${s.cpu99.toFixed(2)} ms`

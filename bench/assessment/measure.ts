import { type AssessedRole, gapsOf, gradeOf } from '../../src/assessment/engine/index.ts'
import { createAssessment } from '../../tests/assessment/engine/stepwise-assessment.ts'
import { seededRandom } from '../../tests/seeded-random.ts'
import type { Person, Population } from './populations.ts'

/** How one simulated person's assessment compared with the full questionnaire of the same person. */
export interface Run {
  readonly population: string
  readonly askedCount: number
  readonly grade: number
  readonly fullGrade: number
  readonly confidence: number
  /** F1 of the gap list against the full questionnaire's. */
  readonly gapF1: number
  /** Share of the first ten listed gaps that are on the full questionnaire's list. */
  readonly firstTen: number
  /** CPU milliseconds of each question: taking the answer and finding the next. */
  readonly cpu: readonly number[]
  /** Mean of the estimated minus the actual number of remaining questions; 0 if not measured. */
  readonly leftBias: number
}

function runPerson(role: AssessedRole, population: string, person: Person, refineGaps: boolean, askLeft = false): Run {
  const ratings = new Map(role.skills.map((skill, i) => [skill.id, person[i] ?? null]))
  const fullGrade = gradeOf(role, ratings)
  const assessment = createAssessment(role, { refineGaps })
  const cpu: number[] = []
  const left: number[] = []
  for (let next = assessment.next(); next !== null; ) {
    if (askLeft) left.push(assessment.progress().estimatedLeft)
    const before = process.cpuUsage()
    assessment.answer(next.skillId, ratings.get(next.skillId) ?? null)
    next = assessment.next()
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  const { grade, gaps, confidence } = assessment.result()
  const actual = new Set(gapsOf(role, ratings, fullGrade))
  const right = (listed: readonly string[]): number => listed.filter((id) => actual.has(id)).length
  const firstTen = gaps.slice(0, 10)
  return {
    population,
    askedCount: cpu.length,
    grade,
    fullGrade,
    confidence,
    gapF1: gaps.length + actual.size === 0 ? 1 : (2 * right(gaps)) / (gaps.length + actual.size),
    firstTen: firstTen.length === 0 ? 1 : right(firstTen) / firstTen.length,
    cpu,
    leftBias: mean(left.map((estimated, i) => estimated - (left.length - i))),
  }
}

/** Runs `count` people of each population. The people depend on the seed only. */
export function runPopulations(
  role: AssessedRole,
  populations: readonly Population[],
  count: number,
  seed: number,
  refineGaps: boolean,
  askLeft = false,
): readonly Run[] {
  return populations.flatMap((population, p) =>
    Array.from({ length: count }, (_, i) => {
      const person = population.person(role, seededRandom(seed * 1_000_003 + p * 10_007 + i))
      return runPerson(role, population.name, person, refineGaps, askLeft)
    }),
  )
}

export interface Summary {
  readonly people: number
  readonly meanAsked: number
  readonly medianAsked: number
  readonly asked95: number
  readonly agreement: number
  readonly withinOne: number
  readonly overGraded: number
  readonly worst: number
  readonly worstPopulation: string
  readonly gapF1: number
  readonly firstTen: number
  /** Mean stated confidence less observed agreement. */
  readonly statedOff: number
  readonly cpu99: number
  readonly leftBias: number
}

export function summarize(runs: readonly Run[]): Summary {
  const askedCounts = runs.map((run) => run.askedCount)
  const [worst] = [...byPopulation(runs)]
    .map(([population, some]) => ({ population, agreement: agreementOf(some) }))
    .sort((a, b) => a.agreement - b.agreement)
  return {
    people: runs.length,
    meanAsked: mean(askedCounts),
    medianAsked: quantile(askedCounts, 0.5),
    asked95: quantile(askedCounts, 0.95),
    agreement: agreementOf(runs),
    withinOne: share(runs, (run) => Math.abs(run.grade - run.fullGrade) <= 1),
    overGraded: share(runs, (run) => run.grade > run.fullGrade),
    worst: worst?.agreement ?? 1,
    worstPopulation: worst?.population ?? '',
    gapF1: mean(runs.map((run) => run.gapF1)),
    firstTen: mean(runs.map((run) => run.firstTen)),
    statedOff: mean(runs.map((run) => run.confidence)) - agreementOf(runs),
    cpu99: quantile(
      runs.flatMap((run) => run.cpu),
      0.99,
    ),
    leftBias: mean(runs.map((run) => run.leftBias)),
  }
}

const agreementOf = (runs: readonly Run[]): number => share(runs, (run) => run.grade === run.fullGrade)

const share = (runs: readonly Run[], holds: (run: Run) => boolean): number =>
  mean(runs.map((run) => (holds(run) ? 1 : 0)))

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}

function byPopulation(runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  const names = new Set(runs.map((run) => run.population))
  return new Map([...names].map((name) => [name, runs.filter((run) => run.population === name)]))
}

import {
  type AssessedRole,
  type AssessmentOptions,
  createAssessment,
  gapsOf,
  gradeOf,
  levelCounts,
  type Rating,
  type Ratings,
} from '../../src/assessment/engine/index.ts'
import { planQuestions, type QuestionRange } from '../../src/assessment/index.ts'
import { seededRandom } from '../../tests/seeded-random.ts'
import { BEGINNERS, type Person, type Population } from './populations.ts'

export type Mode = 'level' | 'plan' | 'gaps' | 'target'

/** How one simulated person's assessment compared with the full questionnaire of the same person. */
export interface Run {
  readonly population: string
  readonly askedCount: number
  /** The verdict and that of all answers: a grade or, with a target, 1 if ready. */
  readonly verdict: number
  readonly fullVerdict: number
  readonly confidence: number
  /** Gaps listed, of them on the full questionnaire's list, and the length of that list. */
  readonly listed: number
  readonly right: number
  readonly actual: number
  /** The same for the first ten listed. */
  readonly firstTen: number
  /** The share of the core of the deciding levels that was asked, and whether the first five questions were core. */
  readonly coreAsked: number
  readonly coreFirst: boolean
  /** The plan's estimate of others needed less the truth, and whether closing the answered gaps reaches the level. */
  readonly othersOff: number
  readonly suffices: boolean
  /** CPU milliseconds of each question: taking the answer and finding the next. */
  readonly cpu: readonly number[]
  /** Mean of the estimated minus the actual number of remaining questions, and whether `most` was enough at the start. */
  readonly leftBias: number
  readonly withinMost: boolean
  /** In plan mode: the range shown before the questions for the plan, and how many there were; undefined if there were none. */
  readonly planAsked: { readonly range: QuestionRange; readonly actual: number } | undefined
}

const OPTIONS: Readonly<Record<Mode, (target: number) => AssessmentOptions>> = {
  level: () => ({}),
  plan: () => ({ refineGaps: 'plan' }),
  gaps: () => ({ refineGaps: true }),
  target: (target) => ({ target }),
}

/** Runs one person; with `target`, the level (an index) asked about in target mode. */
export function runPerson(role: AssessedRole, population: string, person: Person, mode: Mode, target: number): Run {
  const ratings = new Map(role.skills.map((skill, i) => [skill.id, person[i] ?? null]))
  const fullGrade = gradeOf(role, ratings)
  const assessment = createAssessment(role, OPTIONS[mode](target))
  const cpu: number[] = []
  const left: number[] = []
  const askedIds: string[] = []
  const { most } = assessment.progress().left
  let planRange: QuestionRange | undefined
  let askedBefore = 0
  for (let next = assessment.next(); next !== null; ) {
    const progress = assessment.progress()
    left.push(progress.left.likely)
    if (mode === 'plan' && progress.settled && planRange === undefined) {
      planRange = planQuestions(progress.planLeft, role.skills.length - askedIds.length)
      askedBefore = askedIds.length
    }
    const before = process.cpuUsage()
    assessment.answer(next.skillId, ratings.get(next.skillId) ?? null)
    askedIds.push(next.skillId)
    next = assessment.next()
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  const { grade, gaps, confidence, ready, plan } = assessment.result()
  const truth = mode === 'target' ? target : fullGrade
  const actual = new Set(gapsOf(role, ratings, truth))
  const ids = gaps.map((gap) => gap.skillId)
  const right = (listed: readonly string[]): number => listed.filter((id) => actual.has(id)).length
  const core = decidingCore(role, mode === 'target' ? [target + 1] : [fullGrade, fullGrade + 1])
  const answeredGaps = gaps.filter((gap) => gap.status === 'answered').map((gap) => gap.skillId)
  return {
    population,
    askedCount: askedIds.length,
    verdict: mode === 'target' ? Number(ready) : grade,
    fullVerdict: mode === 'target' ? Number(fullGrade > target) : fullGrade,
    confidence,
    listed: ids.length,
    right: right(ids),
    actual: actual.size,
    firstTen: ids.length === 0 ? 1 : right(ids.slice(0, 10)) / Math.min(10, ids.length),
    coreAsked: core.length === 0 ? 1 : core.filter((id) => askedIds.includes(id)).length / core.length,
    coreFirst: askedIds.slice(0, Math.min(5, core.length)).every((id) => isCore(role, id)),
    othersOff: plan.others - othersNeeded(role, ratings, fullGrade),
    suffices:
      fullGrade === role.levels.length || gradeOf(role, withClosed(role, ratings, answeredGaps, fullGrade)) > fullGrade,
    cpu,
    leftBias: mean(left.map((estimated, i) => estimated - (left.length - i))),
    withinMost: askedIds.length <= most,
    planAsked: planRange && { range: planRange, actual: askedIds.length - askedBefore },
  }
}

const isCore = (role: AssessedRole, id: string): boolean => role.skills.some((skill) => skill.id === id && skill.core)

/** The core skills that any of these levels expects. */
const decidingCore = (role: AssessedRole, levels: readonly number[]): readonly string[] =>
  role.skills
    .filter((skill) => skill.core && levels.some((level) => (skill.required[level - 1] ?? null) !== null))
    .map((skill) => skill.id)

function othersNeeded(role: AssessedRole, ratings: Ratings, grade: number): number {
  const counts = levelCounts(role, ratings)[Math.min(grade, role.levels.length - 1)]
  return counts ? Math.max(0, counts.breadth.needed - counts.breadth.met) : 0
}

function withClosed(role: AssessedRole, ratings: Ratings, ids: readonly string[], grade: number): Ratings {
  const closed = new Map(ratings)
  for (const skill of role.skills) {
    const cell = skill.required[grade] ?? null
    if (ids.includes(skill.id) && cell !== null) closed.set(skill.id, cell satisfies Rating)
  }
  return closed
}

/** Runs `count` people of each population. The people depend on the seed only. */
export function runPopulations(
  role: AssessedRole,
  populations: readonly Population[],
  count: number,
  seed: number,
  mode: Mode,
): readonly Run[] {
  return populations.flatMap((population, p) =>
    Array.from({ length: count }, (_, i) => {
      const person = population.person(role, seededRandom(seed * 1_000_003 + p * 10_007 + i))
      return runPerson(role, population.name, person, mode, i % role.levels.length)
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
  /** Of all listed gaps, and as a mean over people with a list. */
  readonly precision: number
  readonly meanPrecision: number
  /** Of the people of the population of beginners; 1 without any. */
  readonly beginnersPrecision: number
  readonly gapF1: number
  readonly firstTen: number
  readonly coreAsked: number
  readonly coreFirst: number
  readonly othersWithinTwo: number
  readonly suffices: number
  /** Mean stated confidence less observed agreement. */
  readonly statedOff: number
  readonly cpu99: number
  readonly leftBias: number
  readonly withinMost: number
  /** Of people who were asked for a plan: within the range shown; and the actual questions. */
  readonly planWithin: number
  readonly planAsked: { readonly p10: number; readonly median: number; readonly p90: number; readonly people: number }
}

/** Of all gaps that these people were shown, the share that is right; 1 if they were shown none. */
function precisionOf(runs: readonly Run[]): number {
  const listed = total(runs, (run) => run.listed)
  return listed === 0 ? 1 : total(runs, (run) => run.right) / listed
}

export function summarize(runs: readonly Run[]): Summary {
  const counts = runs.map((run) => run.askedCount)
  const [worst] = [...byPopulation(runs)]
    .map(([population, some]) => ({ population, agreement: agreementOf(some) }))
    .toSorted((a, b) => a.agreement - b.agreement)
  const withList = runs.filter((run) => run.listed > 0)
  return {
    people: runs.length,
    meanAsked: mean(counts),
    medianAsked: quantile(counts, 0.5),
    asked95: quantile(counts, 0.95),
    agreement: agreementOf(runs),
    withinOne: share(runs, (run) => Math.abs(run.verdict - run.fullVerdict) <= 1),
    overGraded: share(runs, (run) => run.verdict > run.fullVerdict),
    worst: worst?.agreement ?? 1,
    worstPopulation: worst?.population ?? '',
    precision: precisionOf(withList),
    meanPrecision: mean(withList.map((run) => run.right / run.listed)),
    beginnersPrecision: precisionOf(withList.filter(({ population }) => population === BEGINNERS)),
    gapF1: mean(runs.map(({ listed, right, actual }) => (listed + actual === 0 ? 1 : (2 * right) / (listed + actual)))),
    firstTen: mean(runs.map((run) => run.firstTen)),
    coreAsked: mean(runs.map((run) => run.coreAsked)),
    coreFirst: share(runs, (run) => run.coreFirst),
    othersWithinTwo: share(runs, (run) => Math.abs(run.othersOff) <= 2),
    suffices: share(runs, (run) => run.suffices),
    statedOff: mean(runs.map((run) => run.confidence)) - agreementOf(runs),
    cpu99: quantile(
      runs.flatMap((run) => run.cpu),
      0.99,
    ),
    leftBias: mean(runs.map((run) => run.leftBias)),
    withinMost: share(runs, (run) => run.withinMost),
    ...planSummary(runs),
  }
}

function planSummary(runs: readonly Run[]): Pick<Summary, 'planWithin' | 'planAsked'> {
  const plans = runs.flatMap(({ planAsked }) => planAsked ?? [])
  const counts = plans.map(({ actual }) => actual)
  const within = plans.map(({ range: { least, most }, actual }) => Number(actual >= least && actual <= most))
  return {
    planWithin: plans.length === 0 ? 1 : mean(within),
    planAsked: {
      p10: quantile(counts, 0.1),
      median: quantile(counts, 0.5),
      p90: quantile(counts, 0.9),
      people: plans.length,
    },
  }
}

const agreementOf = (runs: readonly Run[]): number => share(runs, (run) => run.verdict === run.fullVerdict)

const share = (runs: readonly Run[], holds: (run: Run) => boolean): number =>
  mean(runs.map((run) => (holds(run) ? 1 : 0)))

const total = (runs: readonly Run[], of: (run: Run) => number): number => runs.reduce((sum, run) => sum + of(run), 0)

export const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}

export function byPopulation(runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  const names = new Set(runs.map((run) => run.population))
  return new Map([...names].map((name) => [name, runs.filter((run) => run.population === name)]))
}

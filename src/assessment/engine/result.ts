import { lazy } from './caches.ts'
import type { CourseEvaluation } from './course.ts'
import { ratingAt } from './domain-posterior.ts'
import { countLevels, isOpen, type LevelCounts, type Part, type PartCount } from './grade.ts'
import type { PointsCount } from './points.ts'
import { type Posterior, partOf } from './posterior.ts'

export interface ResultGap {
  readonly skillId: string
  /** `estimated` was not asked. */
  readonly status: 'answered' | 'estimated'
  /** P(it is answered and not met on the full questionnaire); 1 for an answered one. */
  readonly chance: number
}

export interface ResultPlan {
  /** How many more core skills, and about how many more others, the level of the gaps takes. */
  readonly core: number
  readonly others: number
  /** The standard deviation of `others`; 0 if nothing is left to ask. */
  readonly sd: number
  /** Whether enough gaps were answered to make a plan of them. */
  readonly confirmed: boolean
}

/** What one answer less would change at the level reached, for each part. */
export interface Margin {
  /** How many of the met skills could be unmet without losing the level. */
  readonly spare: number
  /** The grade if one answer less than that is met. */
  readonly gradeBelow: number
}

export interface AssessmentResult {
  /** 0 is below the first level; otherwise `levels[grade - 1]`. The most probable one: see `stated`. */
  readonly grade: number
  /** The index of the lowest level of which too much was skipped to claim it; null if there is none. */
  readonly open: number | null
  /** Whether enough was asked to tell the level: nothing else in the result is worth a level before that. */
  readonly stated: boolean
  /** Whether only skips speak against the first level, or against the target: then the probabilities say nothing of the person. */
  readonly missedBySkips: boolean
  /** 0..1: the probability that the full questionnaire would give this grade or, with a target, the same `ready`. */
  readonly confidence: number
  /** The probability of each grade, from 0. */
  readonly grades: readonly number[]
  /** With a target: whether that level is reached. */
  readonly ready: boolean | undefined
  /** The level that gaps and plan refer to, from 1; undefined for a role that expects nothing. */
  readonly targetLevel: number | undefined
  /** Skills not met at that level: the core first, in each part answered ones, then estimated ones, most probable first. */
  readonly gaps: readonly ResultGap[]
  /** Skills that this level expects and that were skipped. */
  readonly skipped: readonly string[]
  /** Counts of the level reached; of the first level if none is. Only answers count. */
  readonly core: PartCount
  readonly breadth: PartCount
  /** Counts of every level, lowest first. */
  readonly levels: readonly LevelCounts[]
  /** How much the level reached depends on single answers; undefined if no level is reached. */
  readonly margins: Readonly<Record<Part, Margin>> | undefined
  /** In a role with points: what the answers bring; undefined in others. */
  readonly points?: PointsCount
  /** Mandatory skills of the level reached that were answered and not met. They never change the grade. */
  readonly unmetMandatory: readonly string[]
  readonly plan: ResultPlan
}

export function resultOf(evaluation: CourseEvaluation): AssessmentResult {
  const { posterior } = evaluation
  const { tables } = posterior
  const { role } = tables
  const { grade, grades } = evaluation.forecast
  const { ready, confidence } = evaluation.verdict
  const ratingOf = ratingsOf(posterior)
  const idOf = (skill: number): string => role.skills[skill]?.id ?? ''
  const levels = lazy(() => countLevels(role, tables.thresholds, ratingOf))
  const reached = lazy(() => levels()[(grade > 0 ? grade : (tables.expectingLevels[0] ?? 1)) - 1])
  const listed = lazy(() => {
    const { answered, estimated } = evaluation.gaps
    return (['core', 'breadth'] as const).flatMap((part) => [
      ...answered.filter((gap) => gap.part === part).map(({ skill, chance }) => entry(idOf(skill), 'answered', chance)),
      ...estimated
        .filter((gap) => gap.part === part)
        .map(({ skill, chance }) => entry(idOf(skill), 'estimated', chance)),
    ])
  })
  return {
    grade,
    get open() {
      return openLevel(posterior)
    },
    stated: isStated(evaluation),
    missedBySkips: evaluation.isMissedBySkips,
    confidence,
    grades,
    ready,
    targetLevel: evaluation.gapLevel,
    get gaps() {
      return listed()
    },
    get skipped() {
      return evaluation.gaps.skipped.map(idOf)
    },
    get core() {
      return reached()?.core ?? NOTHING
    },
    get breadth() {
      return reached()?.breadth ?? NOTHING
    },
    get levels() {
      return levels()
    },
    get margins() {
      const counts = grade > 0 ? reached() : undefined
      const below = tables.expectingLevels.findLast((each) => each < grade) ?? 0
      return counts && { core: marginOf(counts.core, below), breadth: marginOf(counts.breadth, below) }
    },
    get unmetMandatory() {
      return role.skills
        .filter((skill, index) => {
          const rating = ratingOf(index)
          const cell = skill.required[grade - 1] ?? null
          return skill.mandatory?.[grade - 1] === true && rating !== null && cell !== null && rating < cell
        })
        .map(({ id }) => id)
    },
    get plan() {
      const { core, others, sd, confirmed } = evaluation.plan
      return { core, others, sd, confirmed }
    },
  }
}

const NOTHING: PartCount = { met: 0, needed: 0, answered: 0, expected: 0 }

const entry = (skillId: string, status: ResultGap['status'], chance: number): ResultGap => ({ skillId, status, chance })

const marginOf = ({ met, needed }: PartCount, gradeBelow: number): Margin => ({ spare: met - needed, gradeBelow })

/** A person's rating of a skill by its index in the role; null if it was skipped or not asked. */
function ratingsOf(posterior: Posterior): (skill: number) => number | null {
  return (skill) => {
    const place = posterior.tables.places[skill]
    const rating = place === undefined ? -1 : ratingAt(partOf(posterior, place.part).ratings, place.skill)
    return rating < 0 ? null : rating
  }
}

/** The lowest level that stays open even if every question that is left is answered. */
function openLevel({ tables, core, breadth }: Posterior): number | null {
  const isOpenAt = (level: number): boolean =>
    [...core.tallies, ...breadth.tallies].some(
      ({ threshold: { level: own, expected }, answered, left }) =>
        own === level && isOpen({ answered: answered + left, expected }),
    )
  const level = tables.expectingLevels.find(isOpenAt)
  return level === undefined ? null : level - 1
}

/** A level is told if it is settled, or after an early stop that could be offered; skips are missing answers, and never tell that it is not met. */
function isStated({ isMissedBySkips, isSettled, coreLeft }: CourseEvaluation): boolean {
  return !isMissedBySkips && (isSettled || coreLeft === 0)
}

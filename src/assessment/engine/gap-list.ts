import { ratingAt, UNASKED } from './domain-posterior.ts'
import { skipShare } from './forecast.ts'
import { PARAMETERS } from './parameters.ts'
import type { Posterior } from './posterior.ts'
import { chanceMet, likelyCells, openGroups } from './skill-groups.ts'
import { targetThreshold } from './tables.ts'

/** An unasked skill and P(it is not met at the target level). */
export interface EstimatedGap {
  readonly skill: number
  readonly chance: number
}

/** The gaps between a person's grade and the next level. */
export interface GapList {
  /** The target level; undefined for a role that expects nothing. */
  readonly level: number | undefined
  /** Answered and not met, in the role's order. */
  readonly answered: readonly number[]
  /** Estimated as not met without having been asked, most probable first. */
  readonly estimated: readonly EstimatedGap[]
  /** Every unasked skill of the level, most uncertain first. */
  readonly open: readonly EstimatedGap[]
}

export function gapList(posterior: Posterior, grade: number): GapList {
  const { tables, ratings } = posterior
  const threshold = targetThreshold(tables, grade)
  const level = tables.thresholds[threshold]?.level
  if (level === undefined) return { level, answered: [], estimated: [], open: [] }
  const open = openGaps(posterior, threshold)
  return {
    level,
    answered: [...(tables.thresholds[threshold]?.cells ?? []).entries()]
      .filter(
        ([skill, cell]) => cell !== null && ratingAt(ratings, skill) !== UNASKED && ratingAt(ratings, skill) < cell,
      )
      .map(([skill]) => skill),
    estimated: open
      .filter((gap) => gap.chance >= PARAMETERS.gapProbability)
      .sort((a, b) => b.chance - a.chance || a.skill - b.skill),
    open,
  }
}

function openGaps(posterior: Posterior, threshold: number): readonly EstimatedGap[] {
  const support = likelyCells(posterior)
  const answerShare = 1 - skipShare(posterior)
  return openGroups(posterior, threshold)
    .flatMap((group) => {
      const chance = 1 - answerShare * chanceMet(posterior, group, support)
      return group.skills.map((skill) => ({ skill, chance }))
    })
    .sort((a, b) => Math.abs(a.chance - 0.5) - Math.abs(b.chance - 0.5) || a.skill - b.skill)
}

/**
 * The expected F1 score of the list against the one of the full questionnaire, once the first `asked` of the open skills have
 * been asked too: 2 · right / (listed + actual), each in expectation.
 */
export function expectedAccuracy({ answered, open }: GapList, listedFrom: number, askedCount = 0): number {
  let right = answered.length
  let listed = answered.length
  let actual = answered.length
  for (const [index, { chance }] of open.entries()) {
    actual += chance
    if (index < askedCount) {
      right += chance
      listed += chance
    } else if (chance >= listedFrom) {
      right += chance
      listed += 1
    }
  }
  return listed + actual === 0 ? 1 : (2 * right) / (listed + actual)
}

/** How many more skills must be asked, most uncertain first, until the list has the expected accuracy `goal`. */
export function questionsForAccuracy(list: GapList, listedFrom: number, goal: number): number {
  let askedCount = 0
  while (askedCount < list.open.length && expectedAccuracy(list, listedFrom, askedCount) < goal) askedCount++
  return askedCount
}

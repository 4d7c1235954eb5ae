import { type Effort, type Role, type Row, stepAt } from '../catalog/index.ts'
import { isRating, type Rating } from './engine/index.ts'
import type { Gap, RatingOf } from './insight.ts'

// What to work on if a level is a sum of points: the steps that bring most for their effort, one step of a skill at a time.

/** A skill whose next step brings points. `required` is the rank of that step: the first above the rating that brings any. */
export interface PointGap extends Gap {
  readonly rating: Rating
  readonly required: Rating
  /** What the step brings. */
  readonly gain: number
  /** How long it takes, in weeks. */
  readonly weeks: number
}

/** Weeks that a step takes beside other work. One of which the ladder says nothing counts as the longest. */
const WEEKS: Readonly<Record<Effort, number>> = { days: 1, weeks: 4, quarter: 13 }

/** The next step of a row from a rating; undefined if no step brings more points. */
function nextGap({ points }: Role, row: Row, rating: Rating, mandatory: boolean): PointGap | undefined {
  const { scale, slug, growth } = row.skill
  const bySteps = points?.bySkill[slug] ?? []
  const now = bySteps[rating] ?? 0
  const required = bySteps.findIndex((each) => each > now)
  if (!isRating(required)) return undefined
  let weeks = 0
  for (let rank = rating + 1; rank <= required; rank += 1) {
    weeks += WEEKS[growth[stepAt(scale, rank)?.slug ?? '']?.effort ?? 'quarter']
  }
  return { row, required, rating, mandatory, gain: (bySteps[required] ?? 0) - now, weeks }
}

/** Mandatory skills first, then what brings most in a week, then what brings most at once. Compares in integers. */
function inOrder(a: PointGap, b: PointGap): number {
  return Number(b.mandatory) - Number(a.mandatory) || b.gain * a.weeks - a.gain * b.weeks || b.gain - a.gain
}

/**
 * The next step of each answered skill that brings points, in the order to take them: those of `mandatory` (slugs) first, then those
 * that bring most for their effort, then in the role's order. What is skipped or not answered is left out.
 */
export function pointGaps(
  role: Role,
  ratingOf: RatingOf,
  mandatory: ReadonlySet<string> = new Set(),
): readonly PointGap[] {
  return [...role.rows.values()]
    .flatMap((row) => {
      const rating = ratingOf(row.skill.slug)
      const gap = typeof rating === 'number' ? nextGap(role, row, rating, mandatory.has(row.skill.slug)) : undefined
      return gap ? [gap] : []
    })
    .toSorted(inOrder)
}

/**
 * How many steps bring the missing points, if the next one is always the best that is left; undefined if the skills of these gaps cannot
 * bring them.
 */
export function stepsForPoints(role: Role, gaps: readonly PointGap[], missing: number): number | undefined {
  let left = missing
  let steps = 0
  let open = gaps
  while (left > 0) {
    const [next, ...others] = open.toSorted(inOrder)
    if (!next) return undefined
    left -= next.gain
    steps += next.required - next.rating
    const after = nextGap(role, next.row, next.required, false)
    open = after ? [...others, after] : others
  }
  return steps
}

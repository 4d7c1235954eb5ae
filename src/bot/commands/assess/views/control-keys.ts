import type { Role } from '../../../../catalog/index.ts'

/** The fewest ratings whose keys come before those of the controls: "none yet" and the four default steps. */
const LEAST_RATINGS = 5

const keysFrom = (first: number) => ({
  skip: first,
  why: first + 1,
  evidence: first + 2,
  pause: first + 3,
  change: first + 4,
  stop: first + 5,
  more: first + 6,
  less: first + 7,
  invitation: first + 8,
  full: first + 9,
})

const byRole = new WeakMap<Role, ReturnType<typeof keysFrom>>()

/**
 * The numbers of a card's buttons besides the ratings, which have 1 to 5, or more on a longer scale: the same on every card of a role's
 * assessments.
 */
export function controlKeys(role: Role): ReturnType<typeof keysFrom> {
  const cached = byRole.get(role)
  if (cached) return cached
  const ratings = [...role.rows.values()].map(({ skill }) => skill.scale.steps.length + 1)
  const keys = keysFrom(Math.max(LEAST_RATINGS, ...ratings) + 1)
  byRole.set(role, keys)
  return keys
}

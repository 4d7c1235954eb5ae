import { EFFORTS, isCore, normalize, PROFICIENCIES, type Role, type Row } from '../catalog/index.ts'
import type { Gap } from './insight.ts'

// What to work on, and in which order. One step at a time: a plan names the next proficiency of a skill, not the last one.

/** The index in PROFICIENCIES of the next step of a gap; the required one if the skill was not answered. */
export function nextStep({ required, rating }: Gap): number {
  return (rating === undefined || rating === null ? required : Math.min(required, rating + 1)) - 1
}

/**
 * Orders gaps for a plan: answered before estimated ones; then the mandatory skills that the level reached lacks, the core, what the
 * focus and stack of the level name, and what takes the fewest and the shortest steps; then the role's order. `mandatory` are skills
 * by slug, and `level` is the index of the level to reach. Where the core suffices for that level, the others come first, because only
 * they lead to it.
 */
export function inPlanOrder(
  role: Role,
  level: number,
  gaps: readonly Gap[],
  mandatory: ReadonlySet<string>,
  coreSuffices = false,
): readonly Gap[] {
  const { focus, stack } = role.levels[level] ?? {}
  const named = ` ${normalize([focus?.en, stack?.en].join(' '))} `
  const isNamed = ({ skill: { name, aliases } }: Row): boolean =>
    [name, ...aliases].some((each) => named.includes(` ${normalize(each)} `))
  const order = new Map([...role.rows.keys()].map((slug, index) => [slug, index]))
  const keysOf = (gap: Gap): readonly number[] => [
    Number(gap.rating === undefined || gap.rating === null),
    Number(!mandatory.has(gap.row.skill.slug)),
    Number(isCore(role, gap.row.skill) === coreSuffices),
    Number(!isNamed(gap.row)),
    gap.required - (gap.rating ?? 0),
    effortOf(gap),
    order.get(gap.row.skill.slug) ?? 0,
  ]
  return gaps
    .map((gap) => ({ gap, keys: keysOf(gap) }))
    .toSorted((a, b) => a.keys.map((key, at) => key - (b.keys[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ gap }) => gap)
}

/** How long the next step takes, as an index in EFFORTS; the longest if the ladder does not say. */
function effortOf(gap: Gap): number {
  const step = PROFICIENCIES[nextStep(gap)]
  const effort = step && gap.row.skill.growth[step]?.effort
  return effort === undefined ? EFFORTS.length : EFFORTS.indexOf(effort)
}
